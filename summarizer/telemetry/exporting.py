"""Where traces and metrics go when nobody has set up OpenTelemetry: to a collector, over OTLP.

The address is OpenTelemetry's own setting: OTEL_EXPORTER_OTLP_ENDPOINT, else http://localhost:4318.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from opentelemetry import metrics, trace

from summarizer.errors import ConfigurationError

SECONDS = 5.0
"""Longest wait for a collector at the end of a run."""


@contextmanager
def exporting(warn: Callable[[str, str], None]) -> Iterator[None]:
    """Export what is traced inside. Providers that are set up already are used as they are.

    A collector that cannot be reached costs the run nothing but a wait of a few seconds at its end, and is told once
    through `warn`. Raises ConfigurationError where the exporter is not installed.
    """
    if not isinstance(trace.get_tracer_provider(), trace.ProxyTracerProvider):
        yield
        return
    try:
        from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.metrics import MeterProvider
        from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader
        from opentelemetry.sdk.resources import SERVICE_NAME, OTELResourceDetector, Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError:
        raise ConfigurationError(
            "telemetry needs the OTLP exporter, which is not installed",
            hint='install it with: pip install "summarizer[otel]"',
        ) from None
    complaints = _Complaints()
    resource = Resource.create({SERVICE_NAME: "summarizer"}).merge(OTELResourceDetector().detect())
    tracers = TracerProvider(resource=resource, shutdown_on_exit=False)
    tracers.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(timeout=SECONDS)))
    reader = PeriodicExportingMetricReader(OTLPMetricExporter(timeout=SECONDS))
    meters = MeterProvider([reader], resource=resource, shutdown_on_exit=False)
    trace.set_tracer_provider(tracers)
    metrics.set_meter_provider(meters)
    try:
        yield
    finally:
        tracers.shutdown()
        meters.shutdown(SECONDS * 1000)
        if complaints.heard:
            warn("traces and metrics could not be delivered", "check OTEL_EXPORTER_OTLP_ENDPOINT")


class _Complaints(logging.Handler):
    """Hears what OpenTelemetry logs, and keeps it from standard error."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard = False
        logger = logging.getLogger("opentelemetry")
        logger.addHandler(self)
        logger.propagate = False

    def emit(self, record: logging.LogRecord) -> None:
        """Only that something was said: the text may hold an address with a key."""
        self.heard = True
