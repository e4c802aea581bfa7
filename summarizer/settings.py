"""What a caller may set, as one frozen value.

Built at the edge (the command line, `summarizer.summarize`) and passed in; nothing below reads the environment.
Every field is also an environment variable: `engine` is SUMMARIZER_ENGINE.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, SecretStr, ValidationError

from summarizer.errors import ConfigurationError
from summarizer.records.base import Record

PREFIX = "SUMMARIZER_"
SPEAKING_OPENAI = ("openai", "ollama")
"""Providers reached over the OpenAI protocol; all others through their own package."""


class EngineName(StrEnum):
    """Which engine reads the article. `auto` takes the model when one is set up; `replay` plays recorded replies."""

    AUTO = "auto"
    OFFLINE = "offline"
    LLM = "llm"
    REPLAY = "replay"


class Settings(Record):
    """All settings of one run."""

    engine: EngineName = EngineName.AUTO
    max_bytes: int = Field(default=1_000_000, gt=0)
    """The largest input that is read as one article."""
    model: str | None = Field(default=None, max_length=200)
    """PROVIDER/NAME: openai/gpt-4.1-mini, ollama/qwen3, anthropic/NAME; a bare NAME is one of openai."""
    base_url: str | None = Field(default=None, pattern=r"^https?://[^\s/@]+(/\S*)?$")
    """Another endpoint that speaks the OpenAI protocol; never one with a key in it."""
    api_key: SecretStr | None = None
    """The key. From the environment it is also taken from the provider's own variable, such as OPENAI_API_KEY."""
    mode: Literal["json_schema", "tools", "json"] | None = None
    """How the model is held to the schema; None: the first that the endpoint accepts."""
    timeout: float = Field(default=180, gt=0, le=86_400)
    """Seconds that one article may take in all, retries and repair included."""
    attempts: int = Field(default=4, ge=1, le=20)
    """Most requests for one question while the endpoint fails."""
    max_output: int | None = Field(default=None, gt=0)
    """Most tokens of one reply; None leaves it to the endpoint."""
    max_tokens: int | None = Field(default=None, gt=0)
    """Most tokens, sent and received, of a whole run."""
    max_cost: float | None = Field(default=None, gt=0)
    """Most US dollars of a whole run; refused for a model whose price is not known."""
    temperature: float | None = Field(default=None, ge=0, le=2)
    """Sent only when given: some models refuse it."""
    part_chars: int = Field(default=24_000, ge=500)
    """Longer articles are read in parts of about this many characters."""
    repair: bool = True
    """Whether what failed verification is asked for once more."""
    record: str | None = None
    """A folder that takes a recording of every exchange."""
    recordings: str | None = None
    """The folder that the replay engine plays. With `record`, what it holds is not asked for again."""
    telemetry: Literal["otel"] | None = None
    """Traces and metrics over OpenTelemetry; never text of an article, never a key."""

    @classmethod
    def read(cls, environ: Mapping[str, str], options: Mapping[str, object] | None = None) -> Self:
        """Settings from variables named SUMMARIZER_*; an empty variable counts as not set. `options` win over them.

        Raises ConfigurationError that names the variables at fault and never shows their values.
        """
        given = {key: value for key, value in environ.items() if key.startswith(PREFIX) and value.strip()}
        named = {key.removeprefix(PREFIX).lower(): value for key, value in given.items()}
        try:
            settings = cls.model_validate({**named, **(options or {})})
        except ValidationError as error:
            unknown = any(each["type"] == "extra_forbidden" for each in error.errors())
            hint = f"known: {', '.join(variables())}" if unknown else None
            raise ConfigurationError(_complaint(error, options or {}), hint=hint) from None
        key = environ.get(settings.key_variable, "").strip() if settings.model else ""
        return settings.model_copy(update={"api_key": SecretStr(key)}) if key and not settings.api_key else settings

    @property
    def provider(self) -> str:
        """Who serves the model: the part of `model` before the first slash.

        Without a slash it is "openai"; so it is with a `base_url`, where names such as meta-llama/NAME are whole.
        """
        return self._split()[0]

    @property
    def model_name(self) -> str:
        """The model as the endpoint calls it."""
        return self._split()[1]

    def _split(self) -> tuple[str, str]:
        provider, slash, name = (self.model or "").partition("/")
        if not slash or (self.base_url and provider not in SPEAKING_OPENAI):
            return "openai", self.model or ""
        return provider, name

    @property
    def key_variable(self) -> str:
        """The provider's own variable for the key, such as OPENAI_API_KEY."""
        return f"{re.sub(r'[^A-Z0-9]', '_', self.provider.upper())}_API_KEY"


def variables() -> tuple[str, ...]:
    """The environment variables that are read."""
    return tuple(PREFIX + name.upper() for name in Settings.model_fields)


def _complaint(error: ValidationError, options: Mapping[str, object]) -> str:
    """What is wrong, each with the option or variable that was given. Values are never shown."""
    found = error.errors(include_input=False, include_url=False, include_context=False)
    return "; ".join(f"{_given_as(str(e['loc'][0]), options)}: {_reason(e['type'], e['msg'])}" for e in found)


def _given_as(name: str, options: Mapping[str, object]) -> str:
    return f"--{name.replace('_', '-')}" if name in options else f"{PREFIX}{name.upper()}"


def _reason(kind: str, message: str) -> str:
    match kind:
        case "extra_forbidden":
            return "no such setting"
        case "string_pattern_mismatch":
            return "an address that begins with http:// or https://, without a name or key in it, is wanted"
        case _:
            return message[:1].lower() + message[1:]
