"""From a text to an Article: what engines see, layout, sentences, remarks. No input or output happens here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from hashlib import sha256
from itertools import pairwise

from pydantic import TypeAdapter

from summarizer.articles.inspection import inspect, inspect_layout
from summarizer.articles.language import is_english
from summarizer.articles.layout import Layout, lay_out
from summarizer.articles.paragraphs import paragraphs
from summarizer.articles.rules import remark
from summarizer.articles.segmentation import LONGEST, Style, sentences
from summarizer.articles.visible import Visible, visible
from summarizer.errors import ArticleNotText
from summarizer.records.article import Article, Dateline, Sentence, SentenceKind
from summarizer.records.finding import Finding

_CLOSING = ".!?…\"'”’)"
_SURROGATE = re.compile("[\ud800-\udfff]")


def article_from_text(
    text: str,
    *,
    source: str = "(text)",
    published: date | None = None,
    outlet: str | None = None,
    title: str | None = None,
) -> Article:
    """The article in `text`, taken as it is: no markup is removed, offsets refer to `text`.

    Raises ArticleNotText when nothing in it can be read. `published`, `outlet` and `title` are what the caller knows;
    no date is ever guessed. Without a `title` the headline found in the text is the title.
    """
    return assemble(text, source=source, published=published, outlet=outlet, title=title)


def assemble(
    text: str,
    *,
    source: str,
    published: date | None = None,
    outlet: str | None = None,
    title: str | None = None,
    encoding: str = "utf-8",
    findings: tuple[Finding, ...] = (),
) -> Article:
    """As `article_from_text`, with what decoding and markup removal have already remarked."""
    whole, repairs = _without_surrogates(text)
    seen = visible(whole)
    if not seen.text or seen.text.isspace():
        raise ArticleNotText(
            f"{source}: the text is {'blank' if whole else 'empty'}", hint="Pass the text of one article."
        )
    style = Style(seen.text)
    layout = lay_out(seen.text, paragraphs(seen.text), style, title, outlet)
    numbered = _many().validate_python(list(_sentences(seen, layout, style)))
    english = is_english(seen.text)
    return Article(
        id=sha256(whole.encode()).hexdigest(),
        source=source,
        text=whole,
        title=title or _headline(numbered),
        outlet=outlet,
        published=published,
        language="en" if english else None,
        encoding=encoding,
        datelines=tuple(_datelines(seen, layout)),
        sentences=numbered,
        hidden=seen.hidden,
        findings=(
            *findings,
            *repairs,
            *inspect(whole, seen, english),
            *inspect_layout(layout, seen),
            *_cuts(numbered),
        ),
    )


@cache
def _many() -> TypeAdapter[tuple[Sentence, ...]]:
    """Builds all sentences of an article in one call, in half the time of one call each."""
    return TypeAdapter(tuple[Sentence, ...])


def _without_surrogates(text: str) -> tuple[str, tuple[Finding, ...]]:
    """Half characters cannot be written to any file; each becomes U+FFFD, so offsets stay."""
    if text.isascii():
        return text, ()
    first = _SURROGATE.search(text)
    if first is None:
        return text, ()
    return _SURROGATE.sub("\ufffd", text), (remark("A2", "half characters replaced by U+FFFD", *first.span()),)


def _sentences(seen: Visible, layout: Layout, style: Style) -> Iterator[dict[str, object]]:
    number = 0
    for paragraph, block in enumerate(layout.blocks, start=1):
        for start, end in sentences(seen.text, block.start, block.end, style):
            number += 1
            first, last = seen.origin(start, end)
            yield {
                "number": number,
                "start": first,
                "end": last,
                "text": seen.text[start:end],
                "paragraph": paragraph,
                "kind": block.kind,
                "stamp": block.stamp,
            }


def _datelines(seen: Visible, layout: Layout) -> Iterator[Dateline]:
    for start, place in layout.datelines:
        end = start + len(seen.text[start : place.end].rstrip())
        first, last = seen.origin(start, end)
        yield Dateline(text=seen.text[start:end], places=place.places, day=place.day, start=first, end=last)


def _headline(numbered: tuple[Sentence, ...]) -> str | None:
    if numbered and numbered[0].kind is SentenceKind.HEADLINE:
        return " ".join(numbered[0].text.split())
    return None


def _cuts(numbered: tuple[Sentence, ...]) -> Iterator[Finding]:
    for before, after in pairwise(numbered):
        long = before.end - before.start > LONGEST // 2 and before.paragraph == after.paragraph
        if long and before.text[-1] not in _CLOSING:
            yield remark("A12", f"over {LONGEST} characters without a full stop", before.start, before.end)
            return
