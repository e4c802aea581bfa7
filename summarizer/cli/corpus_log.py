"""A corpus run as a log for machines: one JSON object a line on standard error."""

from __future__ import annotations

from summarizer.cli.corpus_watch import Lines
from summarizer.cli.printing import log
from summarizer.corpus.rows import ArticleRow, OutcomeRow, State
from summarizer.corpus.store import Standing


class Log(Lines):
    """An event for each article, for each change of pace, and for the figures now and then.

    Of a failure it tells the class; `summarize store show --failures` has the message, which may be words of a model.
    """

    def listed(self, row: ArticleRow, standing: Standing) -> None:
        """As `Watch`."""
        if standing is not Standing.TO_DO and not self.quiet:
            log("article.passed", article=row.id, standing=standing)
        super().listed(row, standing)

    def began(self, row: ArticleRow) -> None:
        """As `Watch`."""
        if not self.quiet:
            log("article.began", article=row.id)

    def ended(self, row: ArticleRow, outcome: OutcomeRow) -> None:
        """As `Watch`."""
        done = outcome.state is State.DONE
        if not done or not self.quiet:
            log(
                "article.done" if done else "article.failed",
                level="info" if done else "warning",
                article=row.id,
                reason=outcome.reason,
                engine=outcome.engine,
                model=outcome.model,
                requests=outcome.requests,
                retries=outcome.retries,
                input_tokens=outcome.input_tokens,
                output_tokens=outcome.output_tokens,
                cost_usd=outcome.cost_usd,
                seconds=outcome.seconds,
            )
        self.count(outcome)
        self.changed()

    def adapted(self, limit: int, pause: float) -> None:
        """As `Watch`."""
        log("rate.limited", level="warning", at_once=limit, pause_seconds=round(pause, 3))

    def warned(self, message: str) -> None:
        """As `Watch`."""
        log("warning", level="warning", message=message)

    def tell_figures(self) -> None:
        """The figures as fields."""
        log(
            "progress",
            done=self.done,
            failed=self.failed,
            before=self.before,
            total=self.total,
            tokens=self.tokens,
            cost_usd=self.cost,
        )
