"""The wording of a count from its fields alone."""

from __future__ import annotations

from functools import cache

from summarizer.normalize.counts_lexicon import lexicon
from summarizer.records.values import Count
from summarizer.records.vocabulary import CountModifier as M
from summarizer.records.vocabulary import CountUnit

_HEDGES = {
    M.EXACT: "", M.AT_LEAST: "at least ", M.MORE_THAN: "more than ", M.ABOUT: "about ", M.NEARLY: "nearly ",
    M.UP_TO: "up to ", M.FEWER_THAN: "fewer than ",
}  # fmt: skip
_UNITS = {
    CountUnit.PEOPLE: ("", ""), CountUnit.FAMILIES: ("family", "families"),
    CountUnit.HOUSEHOLDS: ("household", "households"), CountUnit.BODIES: ("body", "bodies"),
    CountUnit.OTHER: ("group", "groups"),
}  # fmt: skip
_PREFERRED = ("tens", "hundreds", "thousands", "millions", "billions", "dozens", "scores", "lakhs", "crores")
_SINGULAR = {
    "dozens": "dozen",
    "hundreds": "hundred",
    "thousands": "thousand",
    "millions": "million",
    "billions": "billion",
}


def render_count(count: Count) -> str:
    """Words that `read_count` reads back to the same value, bounds, hedge and unit ("at least 26", "dozens").

    Holds for every count that `read_count` can return. Written for a reader of the record, not to stand before any
    noun: zero is "none", vague floors are nouns of their own ("dozens").
    """
    figure = _figure(count)
    if count.unit is CountUnit.PEOPLE:
        return figure
    noun = _UNITS[count.unit][0 if count.value == 1 and count.modifier is M.EXACT else 1]
    if count.modifier in (M.VAGUE, M.UNQUANTIFIED):
        return f"{figure} of {noun}"
    return f"no {noun}" if figure == "none" else f"{figure} {noun}"


def _figure(count: Count) -> str:
    if count.modifier is M.UNQUANTIFIED:
        return "an unknown number"
    if count.modifier is M.VAGUE:
        return _vague(count)
    if count.modifier is M.RANGE:
        return _range(count)
    if count.modifier is M.EXACT and count.value == 0:
        return "none"
    return _HEDGES[count.modifier] + f"{count.value or 0:,}"


def _vague(count: Count) -> str:
    if count.min is None:
        return "up to several" if count.unit in (CountUnit.PEOPLE, CountUnit.BODIES) else "a number"
    return _floors().get(count.min) or f"at least {count.min:,}"


def _range(count: Count) -> str:
    if count.value is None:
        return f"between {count.min or 0:,} and {count.max or 0:,}"
    return f"{'about' if count.min is None else 'at least'} {count.value:,} and possibly as many as {count.max or 0:,}"


@cache
def _floors() -> dict[int, str]:
    """The shortest wording of each floor that vague lexemes can assert."""
    lex = lexicon()
    words = {2: "a number", 3: "several"}
    chains = [(lex.plural_scales[w], w) for w in _PREFERRED]
    for _ in range(3):
        for value, wording in chains:
            words.setdefault(value, wording)
            words.setdefault(3 * value, f"several {_SINGULAR.get(wording, wording)}")
        chains = [(v * lex.plural_scales[w], f"{text} of {w}") for v, text in chains for w in _PREFERRED]
    return words
