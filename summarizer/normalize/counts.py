"""The count reader: what number of people does a phrase state, and which bounds do its words assert?

Source of the rules: docs/records.md, counting. Bounds hold only what the words assert; a phrase that is not understood
reads as None, never as a guess. All functions are pure and linear in the length of their text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from summarizer.normalize.counts_calendar import age
from summarizer.normalize.counts_context import not_people
from summarizer.normalize.counts_figures import read_figure
from summarizer.normalize.counts_hedges import Reading, qualify
from summarizer.normalize.counts_lexicon import Kind, Lexicon, lexicon
from summarizer.normalize.counts_nouns import Kin, is_plural, kin_phrases, kin_reading, noun_phrase
from summarizer.normalize.counts_numbers import number_end
from summarizer.normalize.counts_render import render_count
from summarizer.normalize.counts_tokens import DIGIT, PLAIN_WORDS, Tokens, lower
from summarizer.records.values import Count
from summarizer.records.vocabulary import CountModifier

__all__ = ["FoundCount", "find_counts", "read_count", "read_noun_phrase", "render_count"]


@dataclass(frozen=True, slots=True)
class FoundCount:
    """A count in a text. Offsets are code points, ends exclusive: `start`..`end` the phrase with its hedge,
    `head_start`..`head_end` the bare number; `count.text` is the phrase.
    """

    start: int
    end: int
    count: Count
    head_start: int
    head_end: int


@lru_cache(maxsize=1024)  # the rules of verification ask about one phrase in turn
def read_count(phrase: str) -> Count | None:
    """The count that a phrase states ("at least 26 IS militants", "dozens", "a soldier"); `Count.text` is the phrase.

    None when it states none, or several that do not make one (a range, a part of a whole and kin in one phrase do).
    "Unharmed" and the like are 0 as a whole phrase: of the people a record names, none came to harm.
    """
    if lower(phrase) in lexicon().unharmed:
        return Count(text=phrase, value=0, min=0, max=0, best=0, modifier=CountModifier.EXACT)
    t = Tokens(phrase, lower(phrase))
    reading = _stated(t, lexicon())
    return None if reading is None else _count(phrase, reading)


def read_noun_phrase(phrase: str) -> Count | None:
    """The count of a noun phrase with or without a numeral: "his bodyguard" and a name are 1, "militants" at least 2.

    None when the phrase is no noun phrase, or holds several counts.
    """
    lex = lexicon()
    t = Tokens(phrase, lower(phrase))
    reading = _stated(t, lex)
    if reading is None and not _scan(t, lex, alone=True):
        reading = noun_phrase(t, lex)
    return None if reading is None else _count(phrase, reading)


@lru_cache(maxsize=256)  # engine and coverage read the same sentences of an article
def find_counts(text: str) -> tuple[FoundCount, ...]:
    """Every count in a text that may be one of people, in order, none overlapping.

    Left out: dates, times, ages, money, measures, proportions, ordinals and names that hold numbers. What is counted
    (men or lorries) is the caller's to judge.
    """
    lex = lexicon()
    lowered = lower(text)
    if DIGIT(lowered) is None and lex.triggers.isdisjoint(PLAIN_WORDS(lowered)):
        return ()
    t = Tokens(text, lowered)
    readings = _scan(t, lex, alone=False)
    if readings:
        readings = _with_kin(readings, kin_phrases(t, lex))
    return tuple(_found(t, r) for r in readings)


def _found(t: Tokens, r: Reading) -> FoundCount:
    start, end = t.starts[r.start], t.ends[r.end - 1]
    return FoundCount(start, end, _count(t.text[start:end], r), t.starts[r.head_start], t.ends[r.head_end - 1])


def _count(text: str, r: Reading) -> Count:
    return Count(
        text=text, value=r.value, min=r.min, max=r.max, best=r.best, modifier=r.modifier, unit=r.unit, derived=r.derived
    )  # fmt: skip


def _scan(t: Tokens, lex: Lexicon, *, alone: bool) -> list[Reading]:
    """One pass over the tokens; every step moves on."""
    found: list[Reading] = []
    kinds, words, i, floor, ages = lex.kinds, t.words, 0, 0, -1
    while i < t.size:
        word = words[i]
        kind = kinds.get(word)
        if kind is None:
            if not word[0].isdecimal():
                i += 1
                continue
            kind = Kind.NUMBER
        figure = read_figure(t, i, floor, kind, lex)
        if figure is None:
            i = number_end(t, i) if word[0].isdecimal() else i + 1
            continue
        reading = qualify(t, figure, floor, lex)
        if reading is None:
            i = number_end(t, figure.end)
            continue
        i = reading.end
        wrong = age if ages == reading.start - 1 and words[ages] in _LINKS else not_people(t, reading, lex, alone=alone)
        if wrong is None:
            found.append(reading)
            floor = i
        elif wrong is age:
            ages = i
    return found


_LINKS = frozenset((",", "and", "or", "to"))


def _with_kin(readings: list[Reading], kin: list[Kin]) -> list[Reading]:
    """Readings inside a phrase of kin give way to its sum."""
    for phrase in kin:
        inside = [r for r in readings if phrase.start <= r.start and r.end <= phrase.end]
        if inside and all(r.value is not None and r.min == r.max for r in inside):
            at = readings.index(inside[0])
            readings[at : at + len(inside)] = [kin_reading(phrase)]
    return readings


def _stated(t: Tokens, lex: Lexicon) -> Reading | None:
    readings = _scan(t, lex, alone=False) or _scan(t, lex, alone=True)
    kin = kin_phrases(t, lex)
    if len(kin) == 1 and all(kin[0].start <= r.start and r.end <= kin[0].end for r in readings):
        return kin_reading(kin[0])
    if not readings:
        return noun_phrase(t, lex) if t.words[0] in ("a", "an") else None
    first = readings[0]
    if len(readings) > 2 or (len(readings) == 2 and not _part_of(t, first, readings[1])):
        return None
    return None if _listed(t, first, lex) else first


_WHOLES = frozenset(("of", "the", "these", "those", "its", "his", "her", "their", "our", "all", "some"))


def _part_of(t: Tokens, part: Reading, whole: Reading) -> bool:
    """ "five of the 12": the part is what is stated."""
    return t.words[part.end] == "of" and _WHOLES.issuperset(t.words[part.end : whole.start])


def _listed(t: Tokens, r: Reading, lex: Lexicon) -> bool:
    """ "the mayor and his two guards", "five people and a teacher": more is counted than the number says."""
    before = r.start - 1 - (r.start > 0 and t.words[r.start - 1] in lex.phrase.determiners)
    if before > 0 and t.words[before] == "and":
        return True
    j = r.end
    while t.words[j].isalpha() and t.words[j] not in lex.phrase.ends:
        j += 1
    if t.words[j] == "of":  # "one of its commanders and his bodyguard"
        j += 1
        while t.words[j].isalpha() and t.words[j] not in lex.phrase.ends:
            j += 1
    if t.words[j] == "," and t.words[j + 1] in ("a", "an"):
        return any(t.words[k] == "and" and t.words[k + 1] in ("a", "an", "one") for k in range(j + 2, j + 7))
    if t.words[j] != "and":
        return False
    if t.words[j + 1] in ("a", "an") or (t.words[j + 1] == "the" and j + 3 == t.size):
        return True
    return t.words[j + 1] in lex.phrase.possessives and any(
        t.words[k] in lex.phrase.retinue or (is_plural(t, k, lex) and t.words[k] in lex.phrase.kin)
        for k in (j + 2, j + 3)
    )
