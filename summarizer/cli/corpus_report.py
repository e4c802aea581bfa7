"""What a corpus run came to: a closing table, the same as JSON, and the exit code."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from summarizer.cli.printing import log, logs_json, safe_json, tell
from summarizer.cli.running import PARTIAL
from summarizer.errors import ArticleNotFound

if TYPE_CHECKING:
    from summarizer.corpus.plan import Totals


def closing(totals: Totals, signal: int | None, store: str, passed_over: int, total: int | None) -> None:
    """The table on standard error, and how to go on; in a JSON log, the figures as an event.

    `total`: the articles of all sources, where they say.
    """
    log("run.ended", **asdict(totals), signal=signal, files_passed_over=passed_over)
    if logs_json():
        return
    for name, figure in _figures(totals, passed_over):
        tell(f"  {name:<28}{figure:>14}")
    for reason, number in sorted(totals.reasons.items(), key=lambda item: -item[1]):
        tell(f"    {reason:<26}{number:>14,}")
    finished = totals.before + totals.done + totals.elsewhere
    if signal is not None:
        tell(f"summarize: {finished:,} of {max(total or 0, totals.listed):,} done; run the same command to go on")
    elif totals.left:
        tell(f"summarize: {totals.left:,} left to do; run the same command to go on")
    elif totals.failed + totals.kept_failed > totals.reasons.get("RepeatedId", 0):
        tell(f"summarize: see them with: summarize store show {store} --failures")


def _figures(totals: Totals, passed_over: int) -> list[tuple[str, str]]:
    rows = [
        ("articles", totals.listed),
        ("done before", totals.before),
        ("done now", totals.done),
        ("done elsewhere meanwhile", totals.elsewhere),
        ("the same article again", totals.repeated),
        ("failed before or elsewhere", totals.kept_failed),
        ("failed now", totals.failed),
        ("left to do", totals.left),
        ("files passed over", passed_over),
        ("requests", totals.requests),
        ("tokens", totals.tokens),
    ]
    shown = [(name, f"{figure:,}") for name, figure in rows if figure or name in {"articles", "done now"}]
    if totals.requests:
        shown.append(("cost", "unknown" if totals.cost_usd is None else f"${totals.cost_usd:,.4f}"))
    return shown


def closing_json(totals: Totals, signal: int | None, store: str) -> str:
    """The same for a machine."""
    return safe_json(json.dumps({**asdict(totals), "signal": signal, "store": store})) + "\n"


def code_of(totals: Totals, signal: int | None) -> int:
    """128 and the signal where one ended the run; 8 where articles failed, now or before; else 0."""
    if signal is not None:
        return 128 + signal
    return PARTIAL if totals.failed or totals.kept_failed else 0


def no_articles() -> ArticleNotFound:
    """What to raise where the sources hold nothing, so that nobody takes it for success."""
    return ArticleNotFound(
        "there are no articles in these sources",
        hint="in folders, .txt, .html and .jsonl files are read; name other files themselves",
    )
