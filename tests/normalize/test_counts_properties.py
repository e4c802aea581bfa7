"""What holds for every count phrase and every text."""

from __future__ import annotations

import re
import tomllib
from itertools import pairwise
from pathlib import Path

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from summarizer.normalize.counts import find_counts, read_count, read_noun_phrase, render_count
from summarizer.normalize.counts_lexicon import lexicon
from summarizer.normalize.counts_tokens import Tokens, lower
from summarizer.records.values import Count

LEX = lexicon()
HEDGES = tomllib.loads(Path(__file__).with_name("test_counts_hedges.toml").read_text(encoding="utf-8"))
FLOORS, CEILINGS, NO_BOUND = HEDGES["floors"], HEDGES["ceilings"], HEDGES["no_bound"]
NOUNS = ["", " people", " civilians", " IS militants", " others", " wounded", " women and children"]
UNITS = ["", " families", " households", " bodies", " groups", " people"]

TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ONES = [w for w, n in sorted(LEX.numbers.items(), key=lambda item: item[1]) if n < 20]


def spelled(n: int) -> str:
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10] + ("-" + ONES[n % 10] if n % 10 else "")
    if n < 1000:
        return f"{ONES[n // 100]} hundred" + (f" and {spelled(n % 100)}" if n % 100 else "")
    big = next(size for size in (10**9, 10**6, 1000) if n >= size)
    name = {10**9: "billion", 10**6: "million", 1000: "thousand"}[big]
    rest = n % big
    joint = " and " if rest < 100 else " "
    return f"{spelled(n // big)} {name}" + (joint + spelled(rest) if rest else "")


values = st.integers(0, 12_000) | st.integers(0, 10**10 - 1)


@st.composite
def written(draw: st.DrawFn, ints: st.SearchStrategy[int] = values) -> tuple[int, str]:
    n = draw(ints)
    forms = [f"{n:,}", str(n), f"{n:,}".replace(",", "\u00a0"), f"{n:,}".replace(",", "\u202f"), spelled(n)]
    return n, draw(st.sampled_from(forms))


def parts(count: Count | None) -> tuple[object, ...] | None:
    return None if count is None else (count.value, count.min, count.max, count.best, count.modifier, count.unit)


@given(written())
def test_digits_and_words_of_one_number_read_the_same(number):
    n, text = number
    count = read_count(text)
    assert count is not None
    assert (count.value, count.min, count.max) == (n, n, n)


@given(st.sampled_from(FLOORS), written(), st.sampled_from(NOUNS))
def test_a_floor_never_gives_a_ceiling(hedge, number, noun):
    n, text = number
    count = read_count(hedge.replace("N", text) + noun)
    assert count is not None
    assert count.max is None
    assert count.min is not None
    assert count.min <= n


@given(st.sampled_from(CEILINGS), written(), st.sampled_from(NOUNS))
def test_a_ceiling_never_gives_a_floor(hedge, number, noun):
    n, text = number
    count = read_count(hedge.replace("N", text) + noun)
    assert count is not None
    assert count.min is None
    assert count.max is not None
    assert count.max >= n


@given(st.sampled_from(NO_BOUND), written(), st.sampled_from(NOUNS))
def test_an_approximation_gives_no_bound(hedge, number, noun):
    count = read_count(hedge.replace("N", number[1]) + noun)
    assert count is not None
    assert (count.value, count.min, count.max) == (number[0], None, None)


@given(
    written(st.integers(1, 90_000)),
    st.integers(1, 9_000),
    st.sampled_from(["{} to {}", "between {} and {}", "{} or {}"]),
)
def test_a_range_spans_its_two_figures(low, step, form):
    high = low[0] + step
    count = read_count(form.format(low[1], f"{high:,}"))
    assert count is not None
    assert (count.min, count.max, count.best) == (low[0], high, None)


PLAIN = ["the", "army", "said", "rebels", "fled", "from", "Homs", "after", "heavy", "shelling", ",", ".", "'", "killed"]


@given(st.text(max_size=60) | st.lists(st.sampled_from(PLAIN)).map(" ".join))
@example("the army suffered in the north")
def test_a_text_without_a_number_or_a_vague_lexeme_yields_no_count(text):
    words = Tokens(text, lower(text)).words
    assume(not any(w[:1].isdecimal() or w in LEX.triggers or w in ("a", "an") for w in words))
    assert read_count(text) is None
    assert find_counts(text) == ()


PAIR = "at least N, possibly as many as 9,999,999,999"
hedges = st.sampled_from(["N", *FLOORS, *CEILINGS, *NO_BOUND, PAIR])
LEXEMES = """several|a few|a handful|many|
a number|several dozen|a few hundred|tens of thousands|none|no
several hundreds of thousands|heavy casualties|scores of thousands|up to several|
a couple of hundred|an unknown number"""
lexemes = st.sampled_from([*sorted(LEX.plural_scales), *re.split(r"[|\n]+", LEXEMES)])
phrases = st.builds(lambda h, n, u: h.replace("N", n[1]) + u, hedges, written(), st.sampled_from(UNITS)) | st.builds(
    lambda w, u: w + (" of" + u if u and not w.startswith("no") else u), lexemes, st.sampled_from(UNITS)
)


@settings(max_examples=400)
@given(phrases)
def test_a_rendered_count_reads_back_to_the_same_fields(phrase):
    count = read_count(phrase)
    assume(count is not None)
    assert count is not None
    assert parts(read_count(render_count(count))) == parts(count)


SETTING = """than least many as of to or and - – , . more so between from a an the some
people families bodies killed were who
children their man his June in km days $ aged 34 2014 2,000 10-15 3-1 26 Smith % 1.2m 40+ few"""
SOUP = st.lists(
    st.sampled_from(sorted(LEX.kinds))
    | st.sampled_from(sorted(LEX.before))
    | st.sampled_from(re.split(r"\s", SETTING))
    | st.integers(0, 3000).map(str),
    max_size=25,
).map(" ".join)


@settings(max_examples=600)
@given(SOUP)
def test_found_counts_lie_in_order_and_their_slices_are_their_texts(text):
    found = find_counts(text)
    for f in found:
        assert text[f.start : f.end] == f.count.text
        assert f.start <= f.head_start < f.head_end <= f.end
    assert all(a.end <= b.start for a, b in pairwise(found))


@settings(max_examples=600)
@given(SOUP)
def test_a_found_phrase_reads_the_same_by_itself(text):
    for f in find_counts(text):
        assert read_count(f.count.text) == f.count


@settings(max_examples=300)
@given(st.text(max_size=80) | SOUP)
def test_no_text_crashes_the_readers(text):
    count = read_count(text)
    assert count is None or count.text == text
    phrase = read_noun_phrase(text)
    assert phrase is None or phrase.text == text


@given(SOUP)
def test_reading_is_deterministic(text):
    assert find_counts(text) == find_counts(text)
