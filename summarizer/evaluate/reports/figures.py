"""Figures and wrong records as lines of text, shared by the reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from summarizer.evaluate.cells import Cell
from summarizer.evaluate.scoring import ArticleScore, SuiteScore

_FOUND = ("casualties.strict", "casualties.strict_rolled_up", "casualties.no_count", "casualties.no_text")
_HEADINGS = (
    ("casualties", (*_FOUND, "killed.strict", "injured.strict")),
    (
        "on pairs",
        (
            *("count_exact", "count_inside", "bound_kept", "victims", "victim_status", "side", "speaker"),
            *("scope", "event", "attributed", "subset", "effect"),
        ),
    ),
    ("claims", ("claims.found", "claims.stance", "claims.first_speaker", "claims.chain", "claims.source_type")),
    (
        "events",
        tuple(f"events.{name}" for name in ["found", "type", "status", "place", "day", "actors", "targets", "country"]),
    ),
    ("totals", ("totals.dead_exact", "totals.injured_exact", "totals.dead_within_10", "totals.double_counted")),
    ("evidence", ("evidence.grounded", "evidence.quote_f1", "evidence.quote_half")),
    ("summary", tuple(f"summary.{name}" for name in ["numbers", "names", "records", "length"])),
    ("invented", ("invented.forbidden", "invented.number", "invented.unaligned")),
    ("run", ("run.schema_first_try", "run.abstained")),
)
_F1 = (*_FOUND, "killed.strict", "injured.strict", "claims.found", "events.found")


def figures(suite: SuiteScore) -> Iterator[str]:
    """Every figure of the suite on a line of its own, with what it is counted over."""
    cells = suite.cells
    yield f"{len(suite.articles)} articles scored, {len(suite.failures)} failed"
    for heading, names in _HEADINGS:
        yield heading
        for name in names:
            full = name if "." in name else f"casualties.{name}"
            yield f"  {full:30} {shown(full, cells.get(full, Cell()))}"
    if any(article.confused for article in suite.articles):
        yield "confused (label -> program)"
        yield from confusion(suite)


def confusion(suite: SuiteScore) -> Iterator[str]:
    """The confusion table: label's value, program's value, how often; the most frequent first."""
    counted = Counter(each for article in suite.articles for each in article.confused)
    yield from (f"  {field:13} {gold} -> {said}: {n}" for (field, gold, said), n in counted.most_common())


def shown(name: str, cell: Cell) -> str:
    """`P .91 R .80 F1 .85 (34 right, 37 said, 42 due)` for findings, `.95 (38 of 40)` for rates."""
    if name in _F1:
        parts = zip(["P", "R", "F1"], (cell.precision, cell.recall, cell.value), strict=True)
        numbers = "  ".join(f"{letter} {number(v)}" for letter, v in parts)
        return f"{numbers}  ({cell.hits:g} right, {cell.said:g} said, {cell.due:g} due)"
    return f"{number(cell.value)}  ({cell.hits:.4g} of {cell.due:g})"


def number(value: float | None) -> str:
    """Three decimals, "-" for nothing to measure."""
    return "-" if value is None else f"{value:.3f}"


def wrong_records(article: ArticleScore) -> Iterator[str]:
    """`ARTICLE class gold | predicted | quote`, one line each."""
    for f in article.faults:
        quote = " ".join(f.quote.split())[:160]
        yield f"{article.name} {f.wrong} [{f.kind}] {f.gold} | {f.said} | {quote}"


def per_article(suite: SuiteScore) -> Iterator[str]:
    """One line per article: the three F1 and the number of wrong records, worst first."""
    for a in sorted(suite.articles, key=lambda a: (badness(a), a.name)):
        casualties, claims, events = (a.cells[f"{k}.{m}"] for k, m in _MAIN)
        yield (
            f"  {a.name:28} casualties {number(casualties.value)}  claims {number(claims.value)}"
            f"  events {number(events.value)}  wrong records {len(a.faults)}"
        )


_MAIN = (("casualties", "strict"), ("claims", "found"), ("events", "found"))


def badness(article: ArticleScore) -> float:
    """Mean of the three main F1 of an article; what has nothing to find counts as 1."""
    values = [article.cells[f"{k}.{m}"].value for k, m in _MAIN]
    return sum(1.0 if v is None else v for v in values) / len(values)
