"""Whatever the text: the engine answers, answers the same twice, quotes what stands there, and works in linear time."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer.articles import article_from_text
from summarizer.engines.offline.reading import read_article
from summarizer.errors import ArticleError
from summarizer.normalize.counts import find_counts
from summarizer.normalize.places import find_places
from summarizer.records.article import Article
from summarizer.records.draft import DraftRecords
from summarizer.verify import verify

ROOT = Path(__file__).parents[3]
SEEDS = sorted((ROOT / "seeds").glob("*/article.txt"))
WRITTEN = [sentence.text for path in SEEDS for sentence in article_from_text(path.read_text("utf-8")).sentences]
INVENTED = [
    "Raiders killed three drivers and a cook near the ford.",
    "At least 26 rebels were killed along with nine soldiers from the allied forces.",
    '"They came at dawn," Oumar Sy said. "They took the cattle.',
    "The army denied that its men burned the clinic.",
    "State television quoted an unnamed officer as saying that three tanks had been lost.",
    "Thirty people were killed, including 12 children, four of them girls.",
    "The death toll rose to 38; 64 were hurt.",
    "Kaya: 'No ransom'",
    "The number of dead could not be independently verified.",
    "If the army attacks the port, the talks will end.",
    "US-backed fighters captured the town of Manbij on Friday.",
    "Nine killed - police",
]
PIECES = st.sampled_from([*INVENTED, *WRITTEN])
MARKS = st.sampled_from([*".,;:!?'\"()[]-–—…“”‘’«»\u00a0\u200b\u2028\n\t%$/&", "\n\n", " ", "''", '"."', "'s", "n't"])
HABITS = st.sampled_from([str, str.upper, str.lower, str.title, str.swapcase, lambda text: text.replace(" ", "\u00a0")])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Sentences in any order, cut anywhere, strewn with marks, in any case."""
    parts = []
    for piece in draw(st.lists(PIECES, max_size=6)):
        words = piece.split(" ")
        start, end = draw(st.integers(0, 3)), draw(st.integers(0, 4))
        kept = words[start : len(words) - end]
        for _ in range(draw(st.integers(0, 3))):
            kept.insert(draw(st.integers(0, len(kept))), draw(MARKS))
        parts.append(draw(HABITS)(" ".join(kept)))
        parts.append(draw(st.sampled_from([" ", "\n\n", "", " - "])))
    return "".join(parts)


def _article(text: str) -> Article | None:
    try:
        return article_from_text(text)
    except ArticleError:
        return None


def _references(draft: DraftRecords) -> None:
    events, casualties, claims = (
        {record.key for record in kind} for kind in (draft.events, draft.casualties, draft.claims)
    )
    names = {actor.name for actor in draft.actors}
    for event in draft.events:
        assert names.issuperset((*event.actors, *event.supporters, *event.targets))
    for casualty in draft.casualties:
        assert {casualty.event, casualty.subset_of} <= {None, *events, *casualties}
        assert casualty.subset_of != casualty.key
        assert claims.issuperset(casualty.claims)
        assert names.issuperset(filter(None, (casualty.victim_side, *casualty.attributed_to)))
    for claim in draft.claims:
        assert (events | casualties).issuperset(claim.about)
        assert claim.chain


def _with_words(draft: DraftRecords) -> DraftRecords:
    """Without the quotes that are marks and nothing else, which verification refuses for their own reason."""
    claims = tuple(
        claim.model_copy(update={"evidence": tuple(e for e in claim.evidence if any(map(str.isalnum, e.quote)))})
        for claim in draft.claims
    )
    return draft.model_copy(update={"claims": claims})


@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(texts())
def test_any_wording_is_read_and_every_quote_is_found(text: str) -> None:
    """Never raises; records refer to records; no quote of the engine's own is refused."""
    article = _article(text)
    if article is None:
        return
    draft = read_article(article)
    _references(draft)
    _, findings = verify(article, _with_words(draft))
    assert [f for f in findings if f.rule == "Q1"] == []


@settings(max_examples=60)
@given(st.text(max_size=400) | st.text(st.sampled_from("ab .,'\"“”-\n()019$%"), max_size=400))
def test_any_characters_are_read(text: str) -> None:
    article = _article(text)
    if article is not None:
        _references(read_article(article))


@settings(max_examples=25)
@given(texts())
def test_two_readings_are_equal(text: str) -> None:
    article, again = _article(text), _article(text)
    if article is not None and again is not None:
        assert read_article(article) == read_article(again)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.parent.name)
def test_articles_in_capitals_and_without_marks_are_read(path: Path) -> None:
    text = path.read_text("utf-8")
    for variant in (text.upper(), text.replace(".", ""), text.replace("\n", " "), text[: len(text) // 2]):
        article = article_from_text(variant)
        draft = read_article(article)
        _references(draft)
        assert [f for f in verify(article, draft)[1] if f.rule == "Q1"] == []


@pytest.mark.parametrize("text", [".", "-", '"', "The.", "9", "(", "said", "In", "x" * 3000])
def test_next_to_nothing_gives_nothing(text: str) -> None:
    assert read_article(article_from_text(text)) == DraftRecords()


HOSTILE = {
    "list of victims": "nine soldiers, ",
    "list of people": "a cook and two guards and ",
    "quotations that never close": '"He said ',
    "who said that who said": "the mayor said the army said ",
    "numbers": "10 to 15 or 20, ",
    "phrases within phrases": "of the house in the town of ",
    "one word": "a",
    "brackets": "((",
    "labels": "said - ",
    "one name": "Abu Sarr Keita ",
    "according to": "according to ",
    "relative clauses": "who said that ",
    "verbs of harm": "killed and ",
    "parts of parts": "nine men, including ",
    "hyphens": "a-",
    "apostrophes": "'s ",
    "digits": "1,",
    "short paragraphs": "x\n\n",
    "backers": "US-backed ",
}


def _calls(text: str) -> int:
    """How many functions the engine calls for a text."""
    article = article_from_text(text)
    for scan in (find_counts, find_places):  # they remember sentences, and both texts have some in common
        scan.cache_clear()
    count = 0

    def tally(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(tally)
    try:
        read_article(article)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("name", HOSTILE)
def test_d19_work_grows_with_the_text_and_no_faster(name: str) -> None:
    short, long = (f"Gunmen {HOSTILE[name] * (size // len(HOSTILE[name]))}." for size in (2_000, 8_000))
    read_article(article_from_text(short))  # word lists are read on first use
    assert _calls(long) <= 5 * _calls(short)
