"""What runs the coroutines of a command."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path

import pytest

from summarizer.cli.loops import Straight, loop_for
from summarizer.settings import Settings


async def _seven() -> int:
    return 7


class _Turn:
    def __await__(self) -> Generator[None, None, None]:
        yield


async def _waits() -> None:
    await _Turn()


async def _fails() -> int:
    raise KeyError("gone")


def test_coroutines_that_never_wait_need_no_loop() -> None:
    with loop_for(Settings(engine="offline")) as loop:
        assert isinstance(loop, Straight)
        assert loop.run(_seven()) == 7
        with pytest.raises(KeyError, match="gone"):
            loop.run(_fails())


def test_what_waits_is_refused_rather_than_lost() -> None:
    with pytest.raises(RuntimeError, match="waits"):
        Straight().run(_waits())


def test_an_engine_that_asks_somebody_has_an_event_loop() -> None:
    with loop_for(Settings(engine="llm", model="m", api_key="k")) as loop:
        assert isinstance(loop, asyncio.Runner)
        assert loop.run(asyncio.sleep(0, 7)) == 7


def test_an_offline_run_imports_no_event_loop(root: Path) -> None:
    code = "import sys; from summarizer.cli import main; main(sys.argv[1:]); sys.exit('asyncio' in sys.modules)"
    article = root / "seeds" / "raqqa-offensive" / "article.txt"
    done = subprocess.run([sys.executable, "-c", code, str(article)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
