"""Traces of a corpus run: a span for each article, around whatever does the work."""

from __future__ import annotations

import time
from collections.abc import Sequence

from summarizer.corpus.hands import Hands
from summarizer.corpus.rows import OutcomeRow, Work
from summarizer.engines.base import Engine
from summarizer.settings import Settings
from summarizer.telemetry import TracedEngine, Traces
from summarizer.telemetry.names import ARTICLE


class Tracing:
    """What is put around the engine and the hands of a run."""

    def __init__(self, settings: Settings) -> None:
        self.settings, self.traces = settings, Traces()

    def engine(self, engine: Engine) -> Engine:
        """Traced where it asks somebody; one that computes may do so in other processes, where nobody listens."""
        return TracedEngine(engine, self.settings, self.traces) if hasattr(engine, "asker") else engine

    def hands(self, hands: Hands) -> Hands:
        """With a span for each article."""
        return TracedHands(hands, self.traces)


class TracedHands:
    """Other hands, with a span for each article.

    One article at a time is traced as it is done, so that the spans of its questions hang below. Units of several are
    done in other processes: their spans are laid out backwards from the end of the unit, by the seconds each took.
    """

    def __init__(self, hands: Hands, traces: Traces) -> None:
        self.hands, self.traces, self.batch = hands, traces, hands.batch

    def room(self) -> int:
        """As the hands."""
        return self.hands.room()

    def pause(self) -> float:
        """As the hands."""
        return self.hands.pause()

    def silence(self) -> float | None:
        """As the hands."""
        return self.hands.silence()

    async def do(self, works: Sequence[Work]) -> list[OutcomeRow]:
        """As the hands."""
        if self.batch == 1:
            return [await self._one(work) for work in works]
        outcomes = await self.hands.do(works)
        ended = time.time_ns()
        for outcome in reversed(outcomes):
            begun = ended - int(outcome.seconds * 1e9)
            span = self.traces.tracer.start_span("article", attributes={ARTICLE: outcome.id}, start_time=begun)
            self.traces.read(span, outcome, outcome.seconds)
            span.end(ended)
            ended = begun
        return outcomes

    async def _one(self, work: Work) -> OutcomeRow:
        with self.traces.span("article", {ARTICLE: work.row.id}) as span:
            [outcome] = await self.hands.do([work])
            self.traces.read(span, outcome, outcome.seconds)
            return outcome

    async def aclose(self) -> None:
        """As the hands."""
        await self.hands.aclose()
