"""A store in figures, for 80 columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from summarizer.corpus.looking import counts, reasons, rows

if TYPE_CHECKING:
    from summarizer.corpus.store import Store


def lines(store: Store) -> Iterator[str]:
    """The figures."""
    for name, figure in counts(store)._asdict().items():
        yield f"{name.replace('_', ' '):<14}{figure:>12,}"
    for each in rows(store, "SELECT * FROM costs"):
        yield ""
        yield f"{each['engine']}{_model(each)}"
        sent, received = each["input_tokens"], each["output_tokens"]
        yield f"  {each['requests']:,} requests, {sent:,} tokens sent, {received:,} received"
        yield f"  cost {_cost(each)}"
    failed = reasons(store)
    if failed:
        yield ""
        yield "FAILED"
    for each in failed:
        yield f"  {each['reason']:<24}{each['articles']:>8,}   {each['example']}"


def failure_lines(store: Store) -> Iterator[str]:
    """A line for each article that failed."""
    for each in rows(store, "SELECT * FROM failures ORDER BY article"):
        yield f"{each['reason']:<20} {each['message']}"


def as_json(store: Store, *, failures: bool) -> dict[str, Any]:
    """The same as values."""
    shown: dict[str, Any] = {**counts(store)._asdict(), "costs": list(rows(store, "SELECT * FROM costs"))}
    if failures:
        shown["failures"] = list(rows(store, "SELECT * FROM failures ORDER BY article"))
    return shown


def _model(costs: dict[str, Any]) -> str:
    return f" · {costs['model']}" if costs["model"] else ""


def _cost(costs: dict[str, Any]) -> str:
    return "unknown" if costs["cost_usd"] is None else f"${costs['cost_usd']:,.4f}"
