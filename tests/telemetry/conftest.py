"""Providers that keep spans and figures in memory, and a loopback endpoint."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from summarizer.telemetry import Traces

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def web() -> ModuleType:
    """tests/engines/llm/server.py."""
    path = ROOT / "tests" / "engines" / "llm" / "server.py"
    spec = importlib.util.spec_from_file_location("telemetry_server", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["telemetry_server"] = module
    spec.loader.exec_module(module)
    return module


class Kept:
    """What was traced and measured."""

    def __init__(self) -> None:
        self.exporter, self.reader = InMemorySpanExporter(), InMemoryMetricReader()
        self._tracers, self._meters = TracerProvider(shutdown_on_exit=False), MeterProvider([self.reader])
        self._tracers.add_span_processor(SimpleSpanProcessor(self.exporter))
        self.traces = Traces(self._tracers, self._meters)

    @property
    def spans(self) -> dict[str, Any]:
        """The last span of each name."""
        return {span.name: span for span in self.exporter.get_finished_spans()}

    def parent(self, name: str) -> str | None:
        """The name of the span above."""
        above = self.spans[name].parent
        return next(
            (each.name for each in self.spans.values() if above and each.context.span_id == above.span_id), None
        )

    def points(self, name: str) -> list[Any]:
        """The data points of a metric."""
        data = self.reader.get_metrics_data()
        found = [m for r in (data.resource_metrics if data else []) for s in r.scope_metrics for m in s.metrics]
        return [point for metric in found if metric.name == name for point in metric.data.data_points]

    def everything(self) -> str:
        """All that left, as one text."""
        data = self.reader.get_metrics_data()
        return "".join(span.to_json() for span in self.exporter.get_finished_spans()) + (data.to_json() if data else "")

    def close(self) -> None:
        """Let go of it."""
        self._tracers.shutdown()
        self._meters.shutdown()


@pytest.fixture
def kept() -> Iterator[Kept]:
    """Where the traces of a test go."""
    made = Kept()
    yield made
    made.close()
