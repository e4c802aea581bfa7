"""The choice of an engine."""

from __future__ import annotations

import pytest

from summarizer.engines import make_engine
from summarizer.errors import ConfigurationError
from summarizer.settings import EngineName, Settings


@pytest.mark.parametrize("name", [EngineName.AUTO, EngineName.OFFLINE])
def test_without_a_model_the_offline_engine_reads(name: EngineName) -> None:
    assert make_engine(Settings(engine=name)).name == "offline"


def test_an_engine_that_is_not_to_be_had_says_what_to_do() -> None:
    with pytest.raises(ConfigurationError) as caught:
        make_engine(Settings(engine=EngineName.LLM))
    assert "--engine offline" in (caught.value.hint or "")
