"""Settings come from the environment, at the edge, and complain without showing values."""

from __future__ import annotations

import pytest

from summarizer.errors import ConfigurationError
from summarizer.settings import EngineName, Settings, variables


def test_nothing_set_gives_the_defaults() -> None:
    assert Settings.read({"PATH": "/bin", "OPENAI_API_KEY": "x"}) == Settings()


def test_variables_carry_the_prefix_and_are_converted() -> None:
    found = Settings.read({"SUMMARIZER_ENGINE": "offline", "SUMMARIZER_MAX_BYTES": "2000"})
    assert found == Settings(engine=EngineName.OFFLINE, max_bytes=2000)


def test_an_empty_variable_counts_as_not_set() -> None:
    assert Settings.read({"SUMMARIZER_ENGINE": " "}) == Settings()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("SUMMARIZER_ENGINE", "canary-7c1"),
        ("SUMMARIZER_MAX_BYTES", "canary-7c1"),
        ("SUMMARIZER_MAX_BYTES", "-5170771"),
        ("SUMMARIZER_UNKNOWN", "canary-7c1"),
    ],
)
def test_a_wrong_variable_is_named_and_its_value_is_not_shown(key: str, value: str) -> None:
    with pytest.raises(ConfigurationError, match=key) as caught:
        Settings.read({key: value})
    shown = f"{caught.value!r} {caught.value} {caught.value.hint} {caught.value.__cause__!r}"
    assert value not in shown
    assert caught.value.__suppress_context__


def test_every_setting_is_one_variable() -> None:
    assert variables() == ("SUMMARIZER_ENGINE", "SUMMARIZER_MAX_BYTES")
