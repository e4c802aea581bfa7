"""The bare number: digits, number words and compounds, with no hedge and no context."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.normalize.counts_lexicon import Lexicon
from summarizer.normalize.counts_tokens import HYPHENS, MAX_DIGITS, Tokens, digits_value, scaled_value

LIMIT = 10**MAX_DIGITS


class Number(NamedTuple):
    """A whole number from token `start` to `end` (exclusive). `scale`: the last scale word when nothing follows it."""

    start: int
    end: int
    value: int
    scale: int = 1


def read_number(t: Tokens, i: int, lex: Lexicon) -> Number | None:
    """The longest number that begins at token i; articles and "half" count only before a scale word."""
    word = t.words[i]
    if not word:
        return None
    number = _half(t, i, lex) if word in ("half", "a", "an") else None
    if number is None:
        number = _digits(t, i, lex) if word[0].isdecimal() else _spelled(t, i, lex)
    return number if number is not None and number.value < LIMIT else None


def number_end(t: Tokens, i: int) -> int:
    """Where a digit token, what is glued to it and a scale word end: what to skip when it is no number."""
    j = i + 1
    while j < t.size and t.glued(j - 1) and t.words[j][0].isalnum():
        j += 1
    return j + 1 if t.words[j] in ("hundred", "thousand", "million", "billion") else j


def _after_hyphen(t: Tokens, i: int) -> int:
    """The index of the next part of a compound: behind a glued hyphen if there is one."""
    if t.words[i] in HYPHENS and t.glued(i - 1) and t.glued(i):
        return i + 1
    return i


def _digits(t: Tokens, i: int, lex: Lexicon) -> Number | None:
    word, suffix = t.words[i], t.words[i + 1]
    if suffix in lex.scale_suffixes and t.glued(i):
        scale = lex.scale_suffixes[suffix]
        value = scaled_value(word, scale)
        return None if value is None else Number(i, i + 2, value, scale)
    j = _after_hyphen(t, i + 1)
    if t.words[j] in lex.scales:
        return _scaled(t, i, j, word, lex)
    value = digits_value(word)
    if value is None:
        return None
    return _spaced_groups(t, i, value) or Number(i, i + 1, value)


def _scaled(t: Tokens, i: int, j: int, word: str, lex: Lexicon) -> Number | None:
    scale = lex.scales[t.words[j]]
    if scale == 100 and t.words[j + 1] == "thousand":
        scale, j = 100_000, j + 1
    value = scaled_value(word, scale)
    return None if value is None else Number(i, j + 1, value, scale)


def _spaced_groups(t: Tokens, i: int, value: int) -> Number | None:
    """ "12 500": groups parted by one plain space, as some desks write thousands."""
    j = i
    while (
        value < 1000**3
        and len(t.words[j + 1]) == 3
        and t.words[j + 1].isdecimal()
        and (j > i or 0 < value < 1000)
        and t.starts[j + 1] == t.ends[j] + 1
    ):
        j += 1
        value = value * 1000 + int(t.words[j])
    return Number(i, j + 1, value) if j > i else None


def _half(t: Tokens, i: int, lex: Lexicon) -> Number | None:
    """ "half a dozen", "a half-dozen", "half a million"."""
    j = i
    if t.words[j] in ("a", "an"):
        j = j + 1
    if t.words[j] != "half":
        return None
    j = _after_hyphen(t, j + 1)
    if t.words[j] in ("a", "an"):
        j = _after_hyphen(t, j + 1)
    scale = lex.scales.get(t.words[j], 0)
    return Number(i, j + 1, scale // 2, scale) if scale > 2 else None


def _spelled(t: Tokens, i: int, lex: Lexicon) -> Number | None:
    """Words: groups of falling scale ("two hundred thousand", "one million three hundred thousand and five")."""
    total, ceiling, j, scale = 0, LIMIT, i, 1
    while True:
        group = _group(t, j, lex, first=j == i)
        if group is None or group.value >= ceiling:
            break
        scale_word = t.words[_after_hyphen(t, group.end)]
        big = lex.scales.get(scale_word, 0)
        if big < 1000:
            total, end, scale = total + group.value, group.end, group.scale if total == 0 else 1
            return Number(i, end, total, scale)
        if big >= ceiling:
            break
        end = _after_hyphen(t, group.end) + 1
        value = group.value * big
        if t.words[end : end + 3] == ["and", "a", "half"]:
            value, end = value + big // 2, end + 3
        total, ceiling, scale, j = total + value, big, big, end
        number = Number(i, end, total, scale if total == value else 1)
        follow = end + 1 if t.words[end] == "and" else end
        if not _is_group_word(t.words[follow], lex):
            return number
        j = follow
        rest = _group(t, j, lex, first=False)
        if rest is None or rest.value * max(lex.scales.get(t.words[_after_hyphen(t, rest.end)], 1), 1) >= ceiling:
            return number
    return None


def _is_group_word(word: str, lex: Lexicon) -> bool:
    return word in lex.numbers and word != "zero"


def _group(t: Tokens, i: int, lex: Lexicon, *, first: bool) -> Number | None:
    """Up to the hundreds, or so many dozen or score: "two hundred and twelve", "twelve hundred", "three score"."""
    small = _small(t, i, lex)
    if small is None:
        return _bare_scale(t, i, lex) if first else None
    j = _after_hyphen(t, small.end)
    if t.words[j : j + 3] == ["and", "a", "half"] and t.words[j + 3] in lex.scales:
        scale = lex.scales[t.words[j + 3]]
        return Number(i, j + 4, small.value * scale + scale // 2, scale)
    scale = lex.scales.get(t.words[j], 0)
    if not 0 < scale < 1000 or small.value == 0:
        return small
    if scale != 100:
        return Number(i, j + 1, small.value * scale, scale)
    return _tail(t, Number(i, j + 1, small.value * 100, 100), lex)


def _tail(t: Tokens, hundreds: Number, lex: Lexicon) -> Number:
    """ "... hundred" with "(and) twelve" behind it."""
    j = hundreds.end + 1 if t.words[hundreds.end] == "and" else hundreds.end
    small = _small(t, j, lex) if _is_group_word(t.words[j], lex) else None
    if small is None:
        return hundreds
    return Number(hundreds.start, small.end, hundreds.value + small.value)


def _bare_scale(t: Tokens, i: int, lex: Lexicon) -> Number | None:
    """ "a hundred", "a dozen", "hundred" and the like; "score" only with its article."""
    j = i + 1 if t.words[i] in ("a", "an") else i
    word = t.words[j]
    scale = lex.scales.get(word, 0)
    if not scale or (j == i and word == "score"):
        return None
    if scale == 100:
        return _tail(t, Number(i, j + 1, 100, 100), lex)
    return Number(i, j + 1, scale, scale) if scale < 1000 else Number(i, j, 1)


def _small(t: Tokens, i: int, lex: Lexicon) -> Number | None:
    """Zero to ninety-nine in words."""
    value = lex.numbers.get(t.words[i])
    if value is None:
        return None
    if value >= 20:
        j = _after_hyphen(t, i + 1)
        unit = lex.numbers.get(t.words[j], 0)
        if 0 < unit < 10:
            return Number(i, j + 1, value + unit)
    return Number(i, i + 1, value)
