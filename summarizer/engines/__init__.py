"""What turns an article into a draft, and the choice between engines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.errors import ConfigurationError
from summarizer.settings import EngineName, Settings

if TYPE_CHECKING:
    from summarizer.engines.base import Engine
    from summarizer.engines.traffic import Traffic

SET_UP = "name a model with --model or SUMMARIZER_MODEL, or use --engine offline, which needs no key and no network"


def make_engine(settings: Settings, *, traffic: Traffic | None = None) -> Engine:
    """The engine that `settings` asks for; only that engine's libraries are imported.

    `traffic` is told of every request to an endpoint. Raises ConfigurationError when the engine is not to be had.
    """
    match chosen(settings):
        case EngineName.LLM:
            if not settings.model:
                raise ConfigurationError("no model is named", hint=SET_UP)
            from summarizer.engines.llm_making import make_language_model

            return make_language_model(settings, traffic=traffic)
        case EngineName.REPLAY:
            from summarizer.engines.replay import make_replay

            return make_replay(settings)
        case _:
            from summarizer.engines.offline import OfflineEngine

            return OfflineEngine()


def chosen(settings: Settings) -> EngineName:
    """What `auto` comes to: the model where one is named and can be reached with what is set, else offline."""
    if settings.engine is not EngineName.AUTO:
        return settings.engine
    reachable = settings.api_key is not None or settings.base_url is not None or settings.provider == "ollama"
    return EngineName.LLM if settings.model and reachable else EngineName.OFFLINE


async def close(engine: Engine) -> None:
    """Let go of what an engine holds open, if anything."""
    if aclose := getattr(engine, "aclose", None):
        await aclose()
