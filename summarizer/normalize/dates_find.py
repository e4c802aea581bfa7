"""Where time phrases stand in a text.

Every word becomes one letter (its class), so that the grammar of time phrases is one short pattern over a short
string: "late on Tuesday" reads `enW`. What the pattern takes is kept only if `read_time` can read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from summarizer.normalize.dates_read import is_time
from summarizer.normalize.dates_words import MONTHS, NUMBERS, WEEKDAYS


class FoundTime(NamedTuple):
    """A time phrase with its preposition: `text == source[start:end]`, code points, end exclusive."""

    start: int
    end: int
    text: str


_TOKEN = re.compile(r"o['’]clock|[^\W\d_]+|['’]s\b|\d+(?:[.,:]\d+)*[a-z]*|[^\w\s]")
_OTHER = "x"
_WORDS = {
    "W": " ".join(WEEKDAYS),
    "w": "mon tue tues wed thu thurs fri sat sun",
    "M": " ".join(set(MONTHS) - {"may", "march"}),
    "k": "may march",
    "q": "jan feb mar apr jun jul aug sep sept oct nov dec",
    "N": " ".join(set(NUMBERS) - {"a", "an", "zero"}),
    "V": "several few couple many",
    "a": "a an",
    "h": "the",
    "H": "half",
    "P": "morning afternoon evening night nights lunchtime",
    "S": "dawn daybreak sunrise sunset sundown dusk nightfall noon midday midnight",
    "F": "first",
    "G": "light",
    "R": "today yesterday tomorrow tonight",
    "O": "overnight",
    "T": "last next previous following past coming preceding current",
    "I": "this",
    "Q": "that same",
    "E": "earlier later previously",
    "A": "ago",
    "e": "early late",
    "z": "mid",
    "Z": "midweek",
    "U": "day days week weeks fortnight month months year years decade decades",
    "u": "hour hours minute minutes",
    "B": "weekend",
    "X": "start beginning end close middle turn",
    "9": "spring summer autumn winter ramadan eid easter christmas",
    "&": "fall",  # a season only as "last fall" or "the fall of 2022": towns fall, too
    "c": "and to or",
    "3": "through",
    "i": "in",
    "n": "on",
    "y": "by",
    "s": "since",
    "b": "before after until till",
    "v": "over during throughout across",
    "d": "within inside",
    "t": "at",
    "f": "from for",
    "j": "between",
    "o": "of",
    "r": "recent",
    "l": "less more fewer least",
    "L": "than",
    "g": "about around nearly almost some shortly just soon roughly under",
    "J": "am pm",
    "m": "m",
    "p": "p",
    "1": "as",
    "5": "small wee pre predawn opening",
    "6": "hours'",
    "7": "o'clock",
    "0": "gmt utc",
}
_CLASS = {word: letter for letter, words in _WORDS.items() for word in words.split()}
_CLASS |= {mark: mark for mark in ",.-/("} | {"[": "("} | {"–": "-", "'s": "'", "’s": "'", "o’clock": "7"}
_NEEDED = re.compile("[WwMkqYSPROAEUuB98KCJZ&]")
_RUN = re.compile("[^x]+")
_ANCHORS = frozenset(
    (
        *(word for word, letter in _CLASS.items() if letter in "WwMkqSPROAEUuB9JmZ&"),
        *map(str, range(1900, 2100)),
        *(f"{decade}0s" for decade in range(190, 210)),
        *(f"{hour}{half}" for hour in range(1, 13) for half in ("am", "pm")),
        *("light", "gmt", "utc", "clock"),
    )
)
"""Words of which every time phrase has one."""
_PLAIN_WORDS = re.compile("[a-z0-9]+").findall


@lru_cache(maxsize=8192)
def _class(word: str) -> str:
    """The class of a number, a possessive or any other token that is not in the lists."""
    if not word[0].isdecimal() or not word.isascii():
        return _OTHER
    digits = word.rstrip("abcdefghijklmnopqrstuvwxyz")
    return _suffixed(digits, word[len(digits) :]) if word != digits else _number(digits)


def _suffixed(digits: str, suffix: str) -> str:
    """ "7am", "1980s", "14th"."""
    if suffix in ("am", "pm"):
        return "K" if len(digits) <= 5 else _OTHER
    if suffix == "s" and re.fullmatch(r"(?:19|20)\d0", digits):
        return "8"
    return "D" if suffix in ("st", "nd", "rd", "th") and _number(digits) == "D" else _OTHER


def _number(digits: str) -> str:
    """ "2014", "30", "89", "100", "14:05", "2.30"; anything longer is no part of a date."""
    if re.fullmatch(r"\d{1,2}[:.]\d\d", digits):
        return "C" if ":" in digits else "2"
    if not digits.isdecimal() or len(digits) > 4:
        return _OTHER
    if len(digits) == 4:
        return "Y" if digits[:2] in ("19", "20") else "4"
    if len(digits) == 3:
        return "#"
    return "D" if 1 <= int(digits) <= 31 else "N"


@cache
def _phrase() -> re.Pattern[str]:
    """Lead, time of day, period, time of day; or two periods joined."""
    week_day = r"(?:h?[TI])?(?:W|w\.)"
    month = r"(?:M|k|q\.?)"
    dated = (
        rf"(?:h?D(?:[-/]D|cD)?o?{month}(?:,?i?Y|,?o?[TI]U|(?:[ND])(?=[.,(-]|$))?"
        rf"|(?<=[jf]){month}h?DcD(?!x)"  # "between August 9 and 16 in several towns"
        rf"|{month}h?D(?:-D|cD(?=[.,(-]|$))?(?:,?i?Y|,?o?[TI]U)?|Y-D-D|D/D/Y)"
    )
    weekday = rf"{week_day}(?:,?{dated}|o?[TI]U)?"
    monthly = rf"[TI]?{month}(?:,?o?Y|,?o?[TI]U)?"
    clock = r"(?:K|[DC2](?:J|[ap]\.m\.?)|[DN]7|[DN]ihP|[4Y](?:0|u)|C)0?"
    near = r"(?:g|[aDN]u|Hau|u)*"
    sun = rf"{near}[btysg](?:S|FG)"
    of_day = rf"(?:{sun}|[DN]u[Tb]S|i?h[eF5PO]?P?u|[tybgs]*g*{clock}|[iv]he?P|tP|yP)"
    relative = r"(?:R|O|TP|Ie?P|hUb[R]|hUb|E?h?QU|E?h?QP|h[T]P)"
    counted = r"h?T(?:[DN#Va]+o?u|(?:[DN#Va]+o?)?[UP])"
    spans = (
        rf"(?:[Ee]i?[hI][UB]|h?[TI][UB]|[ha]B|h?z-?U|h?Z|{counted}|h?rU|h?[e]?8|h?[TeI]*9(?:o?Y)?|h?e?[TI]&|h?e?&oY)"
    )
    ago = r"(?:(?:tl|lL|g)*(?:[DN#Va]+o?)?[UuP][AE])"
    period = rf"(?:{weekday}|{dated}|{ago}|{relative}|{spans}|{monthly}|Y)"
    before = rf"(?:{of_day}(?:,|n|o)?|h?e?P[on]|O[nf]?|[eE]n?|z-)"
    after = rf"(?:,?e?(?:P|O)|,?{of_day})*'?"
    point = rf"(?:h?Xoh[UB]|(?:h?Xo|{before})?{period})"  # "the end of the week", "the end of May", "late on Friday"
    lead = r"(?:[nysbvidtf3]|1[ot]|[o])"
    return re.compile(
        rf"(?P<pair>[jf]{point}{after}[cb3]h?{point}{after})"
        rf"|(?P<lead>{lead})?(?P<period>{point}{after}(?:[c3-](?:{weekday}|{dated}|{monthly}){after})?)"
        rf"|(?P<bounded>i(?:lL|g)*[DN#Va]+o?[Uu](?!o)|d(?:lL|g)*[DN#Va]*o?[Uu](?!o))|(?P<hour>[nysb]?{of_day})"
    )


@lru_cache(maxsize=256)  # an article's sentences are read for its events and again for its claims
def find_times(text: str) -> tuple[FoundTime, ...]:
    """Time phrases of a text, each as long as it goes, in order, not overlapping; upper case is fine."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter whose lower case is longer: keep the offsets
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    if _ANCHORS.isdisjoint(_PLAIN_WORDS(lower)):
        return ()
    known = _CLASS.get
    letters = "".join([known(token) or _class(token) for token in _TOKEN.findall(lower)])
    return _located(text, lower, letters)


def _located(text: str, lower: str, letters: str) -> tuple[FoundTime, ...]:
    tokens: list[re.Match[str]] | None = None
    found: list[FoundTime] = []
    for match in _matches(letters):
        if tokens is None:
            tokens = list(_TOKEN.finditer(lower))
        first = _first(match, letters, tokens, text)
        if first is None:
            continue
        start, end = tokens[first].start(), tokens[match.end() - 1].end()
        if is_time(text[start:end]):
            found.append(FoundTime(start, end, text[start:end]))
    return tuple(found)


def _matches(letters: str) -> Iterator[re.Match[str]]:
    for run in _RUN.finditer(letters):
        if _NEEDED.search(run[0]):
            for match in _phrase().finditer(letters, run.start(), run.end() + 1):
                if _NEEDED.search(match[0]):
                    yield match


_AFTER_YEAR = frozenset("cinytsbvf3.,;-'jE")


def _first(match: re.Match[str], letters: str, tokens: list[re.Match[str]], text: str) -> int | None:
    """The token the phrase begins with, without a lead that belongs elsewhere; None for a homograph ("may")."""
    period, lead, start = match["period"], match["lead"] or "", match.start()
    if _joined_to_a_word(start, letters, tokens):
        return None
    if period is None:
        return start
    inner = match.start("period")
    if period == "Y":
        return _first_of_year(match, letters)
    if period in _HOMOGRAPHS:
        return start if lead in tuple("isybfv") and text[tokens[inner].start()].isupper() else None
    return inner if _foreign_lead(lead, period, tokens[start][0]) else start


_HOMOGRAPHS = frozenset(("k", "q", "q.", "9", "w."))
"""Classes whose words mean something else when they stand alone: "may", "fall", "Sun."."""


def _first_of_year(match: re.Match[str], letters: str) -> int | None:
    """A bare number like 2014 is a year after a preposition; after "of" only where nothing is counted by it."""
    lead, after = match["lead"], letters[match.end() : match.end() + 1]
    if lead == "o":
        return None if after and after not in _AFTER_YEAR else match.start("period")
    return match.start() if lead in tuple("isfybv") else None


def _foreign_lead(lead: str, period: str, word: str) -> bool:
    """Whether the preposition belongs to another phrase: "was carried in | by noon", "in | Sunday's raid"."""
    if lead == "o" or period.endswith("'") or word == "for":
        return True
    if lead == "i" and period[0] in "ytbsgR":
        return True
    return lead in tuple("nidvt") and period[0] in "AO"


def _joined_to_a_word(start: int, letters: str, tokens: list[re.Match[str]]) -> bool:
    """Whether the phrase begins inside a compound ("M-19", "$15 May")."""
    return start > 0 and letters[start - 1] in "-/" and tokens[start - 1].end() == tokens[start].start()
