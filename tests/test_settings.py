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
    assert variables() == tuple(f"SUMMARIZER_{name.upper()}" for name in Settings.model_fields)


@pytest.mark.parametrize(
    ("model", "base_url", "provider", "name", "variable"),
    [
        ("gpt-x", None, "openai", "gpt-x", "OPENAI_API_KEY"),
        ("openai/gpt-x", None, "openai", "gpt-x", "OPENAI_API_KEY"),
        ("ollama/qwen3", None, "ollama", "qwen3", "OLLAMA_API_KEY"),
        ("anthropic/claude-x", None, "anthropic", "claude-x", "ANTHROPIC_API_KEY"),
        ("meta-llama/L-3", "http://h/v1", "openai", "meta-llama/L-3", "OPENAI_API_KEY"),
        ("openai/meta-llama/L-3", "http://h/v1", "openai", "meta-llama/L-3", "OPENAI_API_KEY"),
        ("ollama/qwen3", "http://h/v1", "ollama", "qwen3", "OLLAMA_API_KEY"),
    ],
)
def test_a_model_is_a_provider_and_a_name(
    model: str, base_url: str | None, provider: str, name: str, variable: str
) -> None:
    found = Settings(model=model, base_url=base_url)
    assert (found.provider, found.model_name, found.key_variable) == (provider, name, variable)


def test_the_key_comes_from_our_variable_or_the_providers_and_is_never_shown() -> None:
    theirs = Settings.read({"SUMMARIZER_MODEL": "openai/x", "OPENAI_API_KEY": "canary-1"})
    ours = Settings.read({"SUMMARIZER_MODEL": "x", "OPENAI_API_KEY": "canary-1", "SUMMARIZER_API_KEY": "canary-2"})
    assert [s.api_key.get_secret_value() for s in (theirs, ours) if s.api_key] == ["canary-1", "canary-2"]
    assert "canary" not in f"{theirs!r} {ours} {ours.model_dump()} {ours.model_dump_json()}"


@pytest.mark.parametrize("url", ["ftp://h", "http://user:canary@h/v1", "h:80/v1", "http://"])
def test_a_base_url_is_http_and_holds_no_key(url: str) -> None:
    with pytest.raises(ConfigurationError, match="SUMMARIZER_BASE_URL") as caught:
        Settings.read({"SUMMARIZER_BASE_URL": url})
    assert "canary" not in str(caught.value)
