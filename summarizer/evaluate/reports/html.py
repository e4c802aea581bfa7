"""The verdict as one self-contained page: each article twice, with the label's spans and the program's, and its wrong
records, filtered by error class. All text is escaped, nothing is fetched, and the page's policy allows nothing else.
"""

from __future__ import annotations

import itertools
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from html import escape as escape_markup
from pathlib import Path
from typing import NamedTuple

from summarizer.evaluate.faults import Fault
from summarizer.evaluate.gate import Verdict
from summarizer.evaluate.labels import Label
from summarizer.evaluate.reports.figures import number
from summarizer.evaluate.reports.safe import storable
from summarizer.evaluate.reports.terminal import further_reasons, headline, spread
from summarizer.evaluate.runs import Run
from summarizer.evaluate.scoring import ArticleScore, SuiteScore
from summarizer.evaluate.views import Records, View, prepare


class Marked(NamedTuple):
    """A span of the article: which record it belongs to, and that record's error class ("" for right)."""

    start: int
    end: int
    record: str
    wrong: str


class Page(NamedTuple):
    """One article for the report."""

    score: ArticleScore
    text: str
    gold: tuple[Marked, ...]
    said: tuple[Marked, ...]


def make_pages(labels: Iterable[Label], run: Run, suite: SuiteScore) -> list[Page]:
    """A page for every article that was scored; of several repeats the first, whose wrong records are listed."""
    said = {a.name: a.digests[0] for a in run.articles if a.digests}
    scores = {a.name: a for a in suite.articles}
    return [make_page(label, said[label.name], scores[label.name]) for label in labels if label.name in scores]


def make_page(label: Label, records: Records, score: ArticleScore) -> Page:
    """Article, spans of both sides, and wrong records."""
    views = prepare(label, records)
    gold: list[tuple[str, View]] = [
        *(("event", v) for v in views.gold_events),
        *(("casualty", v) for v in views.gold_casualties),
        *(("claim", v) for v in views.gold_claims),
    ]
    said: list[tuple[str, View]] = [
        *(("event", v) for v in views.said_events),
        *(("casualty", v) for v in views.said_casualties),
        *(("claim", v) for v in views.said_claims),
    ]
    wrong_gold = {(f.kind, f.gold_id): str(f.wrong) for f in score.faults}
    wrong_said = {(f.kind, f.said_id): str(f.wrong) for f in score.faults}
    return Page(score, label.text, _marked(gold, wrong_gold), _marked(said, wrong_said))


def _marked(views: Iterable[tuple[str, View]], wrong: dict[tuple[str, str | None], str]) -> tuple[Marked, ...]:
    return tuple(
        Marked(start, end, view.id, wrong.get((kind, view.id), ""))
        for kind, view in views
        for start, end in view.spans[: max(len(view.quotes), 1)]
    )


def render(verdict: Verdict, pages: Sequence[Page]) -> str:
    """The whole page."""
    here = Path(__file__).parent
    style, script = (here / "page.css").read_text("utf-8"), (here / "page.js").read_text("utf-8")
    policy = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}"
    counts = Counter(str(f.wrong) for page in pages for f in page.score.faults)
    body = "\n".join([*_summary(verdict), _filter(counts), *(_article(page) for page in pages)])
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"<title>{escape(headline(verdict)[:80])}</title>\n<style>{style}</style>\n</head>\n"
        f"<body>\n{body}\n<script>{script}</script>\n</body>\n</html>\n"
    )


def escape(text: str) -> str:
    """Text that a browser shows and never obeys."""
    return escape_markup(storable(text))


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _summary(verdict: Verdict) -> Iterator[str]:
    yield f"<h1>{escape(headline(verdict))}</h1>"
    yield from (f"<p>{escape(remark)}</p>" for remark in (*further_reasons(verdict), *verdict.remarks))
    yield "<table><tr><th>gated</th><th>value</th><th>95 %</th><th>baseline</th><th>95 % of delta</th><th>n</th></tr>"
    for line in verdict.lines:
        cells = (number(line.value), spread(line.interval), number(line.baseline), spread(line.difference, signed=True))
        numbers = "".join(f'<td class="number">{escape(c)}</td>' for c in (*cells, str(line.n)))
        yield f"<tr><td>{escape(line.name)}</td>{numbers}</tr>"
    yield "</table>"
    yield from (
        f"<p>failed: {escape(f.name)}: {escape(f.reason)}: {escape(f.message)}</p>" for f in verdict.suite.failures
    )


def _filter(counts: Counter[str]) -> str:
    buttons = [f'<button type="button" value="" aria-pressed="true">all {counts.total()}</button>']
    buttons += [
        f'<button type="button" value="{escape(name)}" aria-pressed="false">{escape(name)} {n}</button>'
        for name, n in counts.most_common()
    ]
    return f'<nav aria-label="filter by error class">{"".join(buttons)}</nav>'


def _article(page: Page) -> str:
    rows = "".join(_row(f) for f in page.score.faults)
    table = f"<table><tr><th>class</th><th>gold</th><th>predicted</th><th>quote</th></tr>{rows}</table>" if rows else ""
    return (
        f'<article id="{escape(page.score.name)}"><h2>{escape(page.score.name)}</h2>{table}'
        f'<div class="texts"><div class="gold"><h3>label</h3>{_highlighted(page.text, page.gold)}</div>'
        f'<div class="said"><h3>program</h3>{_highlighted(page.text, page.said)}</div></div></article>'
    )


def _row(fault: Fault) -> str:
    cells = "".join(f"<td>{escape(c)}</td>" for c in (fault.gold, fault.said, fault.quote))
    return f'<tr data-class="{escape(fault.wrong)}"><td class="class">{escape(fault.wrong)}</td>{cells}</tr>'


def _highlighted(text: str, marks: Sequence[Marked]) -> str:
    """The text cut at every boundary; each piece names the records that cover it."""
    cuts = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
    pieces = []
    for start, end in itertools.pairwise(cuts):
        over = [m for m in marks if m.start <= start and end <= m.end]
        pieces.append(_piece(escape(text[start:end]), over))
    return "".join(pieces)


def _piece(text: str, over: Sequence[Marked]) -> str:
    if not over:
        return text
    records = escape(", ".join(dict.fromkeys(m.record for m in over)))
    classes = escape(" ".join(dict.fromkeys(m.wrong for m in over if m.wrong)))
    wrong = ' class="wrong"' if classes else ""
    return f'<mark{wrong} title="{records}" data-classes="{classes}">{text}</mark>'
