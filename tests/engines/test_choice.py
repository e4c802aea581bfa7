"""The choice of an engine."""

from __future__ import annotations

import subprocess
import sys

import pytest

from summarizer.engines import chosen, make_engine
from summarizer.errors import ConfigurationError
from summarizer.settings import EngineName, Settings


@pytest.mark.parametrize("name", [EngineName.AUTO, EngineName.OFFLINE])
def test_without_a_model_the_offline_engine_reads(name: EngineName) -> None:
    assert make_engine(Settings(engine=name)).name == "offline"


@pytest.mark.parametrize(
    ("settings", "name"),
    [
        ({"model": "openai/x"}, "offline"),
        ({"model": "openai/x", "api_key": "k"}, "llm"),
        ({"model": "x", "base_url": "http://127.0.0.1:1/v1"}, "llm"),
        ({"model": "ollama/x"}, "llm"),
        ({"api_key": "k", "base_url": "http://127.0.0.1:1/v1"}, "offline"),
        ({"model": "openai/x", "api_key": "k", "engine": "offline"}, "offline"),
    ],
)
def test_auto_takes_the_model_where_one_can_be_reached(settings: dict[str, str], name: str) -> None:
    assert chosen(Settings(**settings)).value == name  # type: ignore[arg-type]


def test_no_library_of_a_model_is_imported_before_one_is_asked_for() -> None:
    code = (
        "import sys\nfrom summarizer.engines import make_engine\nfrom summarizer.settings import Settings\n"
        "import summarizer.pipeline, summarizer.engines.exchange, summarizer.engines.llm\nmake_engine(Settings())\n"
        "print(sorted({'openai', 'instructor', 'tenacity', 'httpx2', 'genai_prices'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_an_engine_that_is_not_to_be_had_says_what_to_do() -> None:
    with pytest.raises(ConfigurationError) as caught:
        make_engine(Settings(engine=EngineName.LLM))
    assert "--engine offline" in (caught.value.hint or "")
