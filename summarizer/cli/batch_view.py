"""Batches as a table for 80 columns, as JSON, and what is told while they are sent and collected."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from summarizer.cli.printing import complain, log, logs_json
from summarizer.corpus.batch_rows import Job, Step
from summarizer.corpus.rows import ArticleRow, OutcomeRow, State
from summarizer.corpus.watch import Watch
from summarizer.records.digest import Failure

if TYPE_CHECKING:
    from summarizer.corpus.batch import Batches

_ROW = "{:<34} {:<12} {:>7} {:>7} {:>7}  {}"


def lines(batches: Batches) -> Iterator[str]:
    """The table."""
    jobs = batches.jobs.jobs()
    yield _ROW.format("BATCH", "STATUS", "ASKED", "DONE", "FAILED", "SENT").rstrip()
    for job in jobs:
        yield _ROW.format(
            _short(job.batch or "(not begun)"), _status(job), f"{job.requests:,}", f"{job.completed:,}",
            f"{job.failed:,}", job.planned[5:10],
        )  # fmt: skip
        if job.faults:
            yield f"  {job.faults}"[:80]
    waiting, ended = batches.jobs.count_waiting(), sum(job.state == Step.ENDED for job in jobs)
    yield ""
    yield f"articles that wait for replies: {waiting:,}"
    if ended:
        yield f"batches to be collected: {ended:,}; summarize batch collect --store {batches.store.path}"


def as_json(batches: Batches) -> dict[str, Any]:
    """The same as values."""
    return {"waiting": batches.jobs.count_waiting(), "batches": [job._asdict() for job in batches.jobs.jobs()]}


def _status(job: Job) -> str:
    return "collected" if job.state == Step.COLLECTED else (job.status or job.state)


def _short(name: str) -> str:
    return name if len(name) <= 34 else f"{name[:14]}…{name[-19:]}"


class Told(Watch):
    """Failures and warnings, to people or to a log."""

    def ended(self, row: ArticleRow, outcome: OutcomeRow) -> None:
        """As `Watch`."""
        failed = outcome.state is State.FAILED
        log(
            "article.failed" if failed else "article.done",
            level="warning" if failed else "info",
            article=row.id,
            reason=outcome.reason,
            model=outcome.model,
            input_tokens=outcome.input_tokens,
            output_tokens=outcome.output_tokens,
            cost_usd=outcome.cost_usd,
        )
        if failed and not logs_json():
            failure = Failure.model_validate_json(outcome.body)
            complain(failure.message, failure.hint)

    def warned(self, message: str) -> None:
        """As `Watch`."""
        if logs_json():
            log("warning", level="warning", message=message)
        else:
            complain(message)
