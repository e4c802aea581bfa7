"""What turns an article into a draft, and the choice between engines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.errors import ConfigurationError
from summarizer.settings import EngineName, Settings

if TYPE_CHECKING:
    from summarizer.engines.base import Engine


def make_engine(settings: Settings) -> Engine:
    """The engine that `settings` asks for; only that engine's libraries are imported.

    Raises ConfigurationError when the engine is not to be had.
    """
    match settings.engine:
        case EngineName.AUTO | EngineName.OFFLINE:
            from summarizer.engines.offline import OfflineEngine  # noqa: PLC0415 (an engine costs nothing until asked for)

            return OfflineEngine()
        case EngineName.LLM:
            raise ConfigurationError(
                "this version has no language-model engine",
                hint="use --engine offline (SUMMARIZER_ENGINE=offline), which needs no key and no network",
            )
