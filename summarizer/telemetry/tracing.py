"""The wrappers: around the engine, around whoever it asks, and around the pipeline for one article."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol
from urllib.parse import urlsplit

from opentelemetry import metrics, trace
from opentelemetry.trace import SpanKind, StatusCode

from summarizer import __version__, pipeline
from summarizer.telemetry import names

if TYPE_CHECKING:
    from opentelemetry.metrics import MeterProvider
    from opentelemetry.trace import Span, TracerProvider
    from opentelemetry.util.types import AttributeValue

    from summarizer.engines.base import Drafted, Engine
    from summarizer.engines.llm_asking import Asked, Asker, Question
    from summarizer.records.article import Article
    from summarizer.records.digest import Digest
    from summarizer.records.draft import DraftRecords
    from summarizer.records.finding import Finding
    from summarizer.settings import Settings

Attributes = dict[str, "AttributeValue"]


class Read(Protocol):
    """What became of an article, in figures; a row of outcomes of a corpus is one."""

    @property
    def engine(self) -> str:
        """Its name."""

    @property
    def model(self) -> str | None:
        """Which was asked."""

    @property
    def reason(self) -> str | None:
        """Class of the error; None where there is a digest."""

    @property
    def requests(self) -> int:
        """To the endpoint."""

    @property
    def retries(self) -> int:
        """Of these."""

    @property
    def cost_usd(self) -> float | None:
        """None where it is not known."""


class _Figures(NamedTuple):
    engine: str
    model: str | None = None
    reason: str | None = None
    requests: int = 0
    retries: int = 0
    cost_usd: float | None = None


class Traces:
    """Where spans and figures go: to the providers given, else to those that are set up globally when they are made."""

    def __init__(self, tracers: TracerProvider | None = None, meters: MeterProvider | None = None) -> None:
        self.tracer = trace.get_tracer(names.SCOPE, __version__, tracers)
        meter = metrics.get_meter(names.SCOPE, __version__, meters)
        self.tokens = meter.create_histogram(
            names.TOKEN_USAGE,
            unit="{token}",
            description="Number of input and output tokens used.",
            explicit_bucket_boundaries_advisory=names.TOKEN_BOUNDARIES,
        )
        self.duration = meter.create_histogram(
            names.DURATION,
            unit="s",
            description="GenAI operation duration.",
            explicit_bucket_boundaries_advisory=names.DURATION_BOUNDARIES,
        )
        self.articles = meter.create_counter(names.ARTICLES, unit="{article}", description="Articles that were read.")
        self.article_duration = meter.create_histogram(
            names.ARTICLE_DURATION,
            unit="s",
            description="From the text of an article to its digest or failure.",
            explicit_bucket_boundaries_advisory=names.DURATION_BOUNDARIES,
        )
        self.cost = meter.create_counter(names.SPENT, unit="USD", description="Spent, where the price is known.")

    @contextmanager
    def span(self, name: str, attributes: Attributes, kind: SpanKind = SpanKind.INTERNAL) -> Iterator[Span]:
        """The current span. Of an error only its class is kept: its message may hold words of an article."""
        with self.tracer.start_as_current_span(
            name, kind=kind, attributes=attributes, record_exception=False, set_status_on_exception=False
        ) as span:
            try:
                yield span
            except BaseException as error:
                _failed(span, type(error).__name__)
                raise

    def read(self, span: Span, read: Read, seconds: float) -> None:
        """Enter what became of an article in its span and in the figures."""
        common: Attributes = {names.ENGINE: read.engine, names.OUTCOME: "failed" if read.reason else "done"}
        if read.model:
            common[names.MODEL] = read.model
        if read.reason:
            common[names.ERROR_TYPE] = read.reason
            _failed(span, read.reason)
        span.set_attributes({**common, names.REQUESTS: read.requests, names.RETRIES: read.retries})
        if read.cost_usd is not None:
            span.set_attribute(names.COST, read.cost_usd)
            self.cost.add(read.cost_usd, common)
        self.articles.add(1, common)
        self.article_duration.record(seconds, common)


def _failed(span: Span, error: str) -> None:
    span.set_attribute(names.ERROR_TYPE, error)
    span.set_status(StatusCode.ERROR)


class TracedEngine:
    """Another engine, with a span for each thing it is asked to do, and one for each question to a model."""

    def __init__(self, engine: Engine, settings: Settings, traces: Traces | None = None) -> None:
        self.engine: Any = engine
        self.traces = traces or Traces()
        if hasattr(self.engine, "asker"):
            self.asker = TracedAsker(self.engine.asker, settings, self.traces)

    def __getattr__(self, name: str) -> Any:
        """Whatever else the engine has: its price, its settings, how it is closed."""
        return getattr(self.engine, name)

    @property
    def asker(self) -> Any:
        """Whom the engine asks; AttributeError where it asks nobody. A further wrapper goes where it takes effect."""
        return self.engine.asker

    @asker.setter
    def asker(self, asker: Asker) -> None:
        self.engine.asker = asker

    @property
    def name(self) -> str:
        """As the engine."""
        return str(self.engine.name)

    @property
    def fingerprint(self) -> str:
        """As the engine: looking on changes nothing."""
        return str(self.engine.fingerprint)

    async def draft(self, article: Article) -> Drafted:
        """As the engine."""
        with self.traces.span("draft", {names.ENGINE: self.name}) as span:
            drafted: Drafted = await self.engine.draft(article)
            if drafted.prompt:
                span.set_attribute(names.PROMPT, f"{drafted.prompt.id}.v{drafted.prompt.version}")
            return drafted

    async def repair(self, article: Article, draft: DraftRecords, findings: tuple[Finding, ...]) -> Drafted | None:
        """As the engine; an engine that asks nobody repairs nothing, and gets no span for that."""
        if not hasattr(self.engine, "asker"):
            return await self.engine.repair(article, draft, findings)  # type: ignore[no-any-return]
        with self.traces.span("repair", {names.ENGINE: self.name}) as span:
            repaired: Drafted | None = await self.engine.repair(article, draft, findings)
            span.set_attribute(names.REQUESTS, repaired.usage.requests if repaired else 0)
            return repaired


class TracedAsker:
    """Another asker, with a client span and the figures of the conventions for each question."""

    def __init__(self, asker: Asker, settings: Settings, traces: Traces) -> None:
        self.asker, self.traces = asker, traces
        self._common: Attributes = {
            names.OPERATION: names.CHAT,
            names.PROVIDER: names.provider_name(settings.provider),
            **_server(settings.base_url),
        }

    async def ask(self, question: Question) -> Asked | None:
        """As the asker below."""
        model = question.request.settings.name
        common: Attributes = {**self._common, names.REQUEST_MODEL: model}
        begun = time.perf_counter()
        try:
            with self.traces.span(
                f"{names.CHAT} {model}", {**common, **_asked_with(question)}, SpanKind.CLIENT
            ) as span:
                try:
                    asked = await self.asker.ask(question)
                    if asked and asked.model:
                        common[names.RESPONSE_MODEL] = asked.model
                        span.set_attribute(names.RESPONSE_MODEL, asked.model)
                    return asked
                finally:
                    self._spent(span, question, common)
        except BaseException as error:
            common[names.ERROR_TYPE] = type(error).__name__
            raise
        finally:
            self.traces.duration.record(time.perf_counter() - begun, common)

    def _spent(self, span: Span, question: Question, common: Attributes) -> None:
        """Tokens are billed for failed questions, too; where the endpoint does not say how many, nothing is said."""
        spent = question.spent
        span.set_attributes({names.REQUESTS: spent.requests, names.RETRIES: spent.retries})
        if not spent.requests or spent.input is None or spent.output is None:
            return
        span.set_attributes(
            {names.INPUT_TOKENS: spent.input, names.CACHED_TOKENS: spent.cached, names.OUTPUT_TOKENS: spent.output}
        )
        self.traces.tokens.record(spent.input, {**common, names.TOKEN_TYPE: "input"})
        self.traces.tokens.record(spent.output, {**common, names.TOKEN_TYPE: "output"})

    async def aclose(self) -> None:
        """Close the asker below."""
        await self.asker.aclose()


def _asked_with(question: Question) -> Attributes:
    settings = question.request.settings
    given: Attributes = {names.OUTPUT_TYPE: "json"}
    if settings.temperature is not None:
        given[names.REQUEST_TEMPERATURE] = settings.temperature
    if settings.max_output is not None:
        given[names.REQUEST_MAX_TOKENS] = settings.max_output
    return given


def _server(base_url: str | None) -> Attributes:
    """Host and port of an endpoint that was named; a provider's own is known by the provider."""
    if base_url is None:
        return {}
    parts = urlsplit(base_url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    return {names.SERVER: parts.hostname or "", names.PORT: port}


async def asummarize(article: Article, engine: TracedEngine) -> Digest:
    """`pipeline.asummarize` in a span of its own. Errors as there."""
    traces, begun = engine.traces, time.perf_counter()
    with traces.span("article", {names.ARTICLE: article.source}) as span:
        try:
            digest = await pipeline.asummarize(article, engine)
        except Exception as error:
            traces.read(span, _Figures(engine.name, reason=type(error).__name__), time.perf_counter() - begun)
            raise
        made = digest.provenance
        figures = _Figures(made.engine, made.model, None, made.requests, made.retries, made.cost_usd)
        traces.read(span, figures, time.perf_counter() - begun)
        return digest
