"""An endpoint with batches, and the command line in this process asking it."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest

from summarizer.cli import main


class Ended(NamedTuple):
    """How a call ended."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def batches_module() -> ModuleType:
    """batch_server.py: an endpoint with files and batches."""
    spec = importlib.util.spec_from_file_location("batch_server", Path(__file__).with_name("batch_server.py"))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["batch_server"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def server(batches_module: ModuleType, reply: Callable[[Any], str]) -> Iterator[Any]:
    """The endpoint; its model answers right."""
    with batches_module.BatchServer(reply) as running:
        yield running


@pytest.fixture
def batch(
    server: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Ended]:
    """Run the command line here, asking the server."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OPENAI_API_KEY", "canary-key-3141")
    monkeypatch.setenv("SUMMARIZER_MODEL", "openai/m")
    monkeypatch.setenv("SUMMARIZER_BASE_URL", server.url)

    def run(*words: str | Path) -> Ended:
        code = main([str(word) for word in words])
        return Ended(code, *capsys.readouterr())

    return run
