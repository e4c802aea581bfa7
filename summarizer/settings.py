"""What a caller may set, as one frozen value.

Built at the edge (the command line, `summarizer.summarize`) and passed in; nothing below reads the environment.
Every field is also an environment variable: `engine` is SUMMARIZER_ENGINE.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Self

from pydantic import Field, ValidationError

from summarizer.errors import ConfigurationError
from summarizer.records.base import Record

PREFIX = "SUMMARIZER_"


class EngineName(StrEnum):
    """Which engine reads the article. `auto` takes the best one that is set up."""

    AUTO = "auto"
    OFFLINE = "offline"
    LLM = "llm"


class Settings(Record):
    """All settings of one run."""

    engine: EngineName = EngineName.AUTO
    max_bytes: int = Field(default=1_000_000, gt=0)
    """The largest input that is read as one article."""

    @classmethod
    def read(cls, environ: Mapping[str, str]) -> Self:
        """Settings from variables named SUMMARIZER_*; an empty variable counts as not set.

        Raises ConfigurationError that names the variables at fault and never shows their values.
        """
        given = {key: value for key, value in environ.items() if key.startswith(PREFIX) and value.strip()}
        try:
            return cls.model_validate({key.removeprefix(PREFIX).lower(): value for key, value in given.items()})
        except ValidationError as error:
            raise ConfigurationError(_complaint(error), hint=f"known: {', '.join(variables())}") from None


def variables() -> tuple[str, ...]:
    """The environment variables that are read."""
    return tuple(PREFIX + name.upper() for name in Settings.model_fields)


def _complaint(error: ValidationError) -> str:
    found = error.errors(include_input=False, include_url=False, include_context=False)
    return "; ".join(f"{PREFIX}{str(e['loc'][0]).upper()}: {_reason(e['type'], e['msg'])}" for e in found)


def _reason(kind: str, message: str) -> str:
    return "no such setting" if kind == "extra_forbidden" else message[:1].lower() + message[1:]
