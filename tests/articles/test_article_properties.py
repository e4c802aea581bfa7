"""Properties of every article, whatever the text; and hostile texts that must not take long (D19)."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.articles import article_from_text, load_article
from summarizer.articles.layout import lay_out
from summarizer.articles.paragraphs import paragraphs
from summarizer.articles.segmentation import LONGEST, Style
from summarizer.articles.visible import visible
from summarizer.errors import SummarizerError
from summarizer.records.article import Article

PIECES = [
    "Two men died",
    "the U.S. Army said",
    "Gen. Rojas",
    "No. 5",
    "Jan. 14",
    "KABUL, June 1 (Wire) - ",
    "AMMAN/MOSCOW: ",
    "MINNA — ",
    "By Jane Roe",
    "14:05 GMT ",
    "[09:30] ",
    "• ",
    "- ",
    "1. ",
    "[TEXT] ",
    "* * *",
    "(Reporting by Jane Roe)",
    '"',
    "“",
    "”",
    "'",
    ".",
    ".",
    "?",
    "!",
    "...",
    "…",
    ",",
    ";",
    ":",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\u2028",
    "\t",
    "\u200b",
    "\u202e",
    "\u00ad",
    "\0",
    "\x1b",
    "é",
    "Москва",
    "死者。",
    "x" * 60,
    "-30-",
    "ends",
    "WARNING: ",
    "a.m. ",
    "Updated 3 June 2016",
    "\u0300\u0301\u0302",
    "\ud800",
]
composed = st.lists(st.sampled_from(PIECES), min_size=1, max_size=60).map("".join)
anything = st.text(max_size=300) | composed


def read_or_refusal(*source: str, **options: Any) -> Article | SummarizerError:
    """Anything but an article or an error of our own fails the test."""
    try:
        article = load_article(*source, **options)
    except SummarizerError as error:
        return error
    article.model_dump_json()
    return article


def read(text: str) -> Article | None:
    try:
        return article_from_text(text)
    except SummarizerError:
        assert not text.strip() or not visible(text).text.strip()
        return None


@given(anything)
def test_a_sentence_is_its_slice_without_hidden_characters(text: str) -> None:
    article = read(text)
    if article is None:
        return
    hidden = set(article.hidden)
    for sentence in article.sentences:
        kept = (article.text[at] for at in range(sentence.start, sentence.end) if at not in hidden)
        assert "".join(kept) == sentence.text
        assert sentence.text == sentence.text.strip() != ""


@given(anything)
def test_sentences_are_numbered_ordered_and_apart(text: str) -> None:
    article = read(text)
    if article is None:
        return
    assert [sentence.number for sentence in article.sentences] == list(range(1, len(article.sentences) + 1))
    for before, after in pairwise(article.sentences):
        assert before.end <= after.start
        assert before.paragraph <= after.paragraph <= before.paragraph + 1
    assert all(len(sentence.text) <= LONGEST for sentence in article.sentences)
    assert all(article.sentence_at(sentence.start) == sentence for sentence in article.sentences)


@given(anything)
def test_every_visible_character_is_in_a_sentence_a_dateline_or_a_named_stretch(text: str) -> None:
    article = read(text)
    if article is None:
        return
    seen = visible(article.text)
    layout = lay_out(seen.text, paragraphs(seen.text), Style(seen.text), None, None)
    covered: set[int] = set(article.hidden)
    for item in (*article.sentences, *article.datelines):
        covered.update(range(item.start, item.end))
    for part in layout.skipped:
        covered.update(range(*seen.origin(part.start, part.end)))
    left = [at for at, char in enumerate(article.text) if at not in covered and not char.isspace()]
    assert left == []


@given(anything)
def test_datelines_are_verbatim_and_findings_point_into_the_text(text: str) -> None:
    article = read(text)
    if article is None:
        return
    hidden = set(article.hidden)
    for line in article.datelines:
        assert "".join(article.text[at] for at in range(line.start, line.end) if at not in hidden) == line.text
    for finding in article.findings:
        if finding.start is not None and finding.end is not None:
            assert 0 <= finding.start < finding.end <= len(article.text)


@given(composed)
def test_reading_twice_gives_the_same_article(text: str) -> None:
    assert read(text) == read(text)


@given(st.binary(max_size=400) | composed.map(lambda text: text.encode("utf-16", "surrogatepass")))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    outcome = read_or_refusal("-", stdin=io.BytesIO(data))
    assert isinstance(outcome, Article) or "\n" not in outcome.message


MARKUP = [
    "<p>",
    "</p>",
    "<div hidden>",
    "</div>",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<b",
    ">",
    "<",
    "&lt;",
    "&#0;",
    "\x00",
    "<html>",
    "<body>",
    "Two died. ",
    "<br>",
    "<style>",
    "</style>",
    "<textarea>",
    "\n",
    "<meta charset=big5>",
]


@given(st.lists(st.sampled_from(MARKUP), max_size=40).map("".join))
def test_any_markup_is_read_or_refused(text: str) -> None:
    outcome = read_or_refusal(text=text)
    assert isinstance(outcome, Article) or "\n" not in outcome.message


SLOW = {
    "dots": "." * 300_000,
    "dots and spaces": ". " * 150_000,
    "quotes after a dot": "." + '"' * 300_000,
    "dot quote pairs": '."' * 150_000,
    "spaces": "Two died." + " " * 300_000 + "Three fled.",
    "blank lines": "\n" * 300_000 + "Two died.",
    "one word": "x" * 300_000,
    "capitals": "A" * 300_000,
    "initials": "A. " * 100_000,
    "brackets": "[" * 300_000,
    "text marks": "[TEXT] " * 40_000,
    "parentheses": "(" * 300_000,
    "dashes": "KABUL - " * 40_000,
    "datelines": "KABUL, June 1 (Wire) - x\n\n" * 10_000,
    "bylines": "By Jane Roe\n\n" * 20_000,
    "by names": "By " + "Jane " * 60_000,
    "stamps": "14:05 GMT x\n" * 20_000,
    "angle brackets": "<" * 300_000,
    "comments": "<!--" * 75_000 + "-->",
    "open elements": "<b>" * 100_000,
    "comment pairs": "<!-- -->" * 40_000,
    "digits": "9" * 300_000,
    "hidden": "\u200b" * 150_000 + "x",
    "combining": "e" + "\u0301" * 150_000,
    "short lines": "a b\n" * 50_000,
}


@pytest.mark.parametrize("name", SLOW)
def test_d19_no_pattern_takes_more_than_linear_time(name: str) -> None:
    """Quadratic work on 300,000 characters would run for hours, so that the test ends is the check."""
    outcome = read_or_refusal(text=SLOW[name])
    assert isinstance(outcome, Article) or outcome.exit_code == 3


SEEDS = sorted(Path(__file__).parents[2].glob("seeds/*/article.txt"))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.parent.name)
def test_every_seed_is_english_with_a_body(path: Path) -> None:
    article = load_article(path)
    assert article.language == "en"
    assert len(article.sentences) >= 10
