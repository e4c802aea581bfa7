"""Traces and metrics for whoever runs this at scale: OpenTelemetry, with the names it has for generative AI.

    article                 one article, from its text to its digest
    ├── draft               what the engine is asked first
    │   └── chat MODEL      one question to a model, retries included; a client span
    └── repair
        └── chat MODEL

Wrappers around engine, asker and pipeline; nothing inside them knows of it. Neither text of an article nor a reply, an
error message or a key is ever recorded: an error is known by its class. Imported only where `Settings.telemetry` asks.
"""

from __future__ import annotations

from summarizer.errors import ConfigurationError

try:
    from summarizer.telemetry.tracing import TracedEngine, Traces, asummarize
except ImportError:
    raise ConfigurationError(
        "telemetry needs OpenTelemetry, which is not installed", hint='install it with: pip install "summarizer[otel]"'
    ) from None

__all__ = ["TracedEngine", "Traces", "asummarize"]
