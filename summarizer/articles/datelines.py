"""Datelines: the place, and often the date and the agency, that open a body paragraph of wire copy."""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.articles.lexicon import lexicon

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = re.compile(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:\s+\d{{2,4}})?|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:\s+\d{{2,4}})?"
    r"|\d{4}|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}(?:/\d{2,4})?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"(?P<head>(?:\([^()]{1,60}\)|[^;!?\"“”\[\]()]){2,120}?)(?P<sep>\s*(?:—|–|―|\.?--+)\s*|\s-\s+|(?<=\))\s?\.?-\s?|:\s+)(?=\S)",
)
_AGENCY = re.compile(r"\(([^()]{1,60})\)")
_SEGMENT = re.compile(r"[^,/]+")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset({"of", "the", "and", "de", "del", "la", "el", "al", "as", "in", "on", "upon", "es", "ed", "ul"})


class Place(NamedTuple):
    """A parsed dateline; `end` is the offset behind its separator, before the sentence."""

    places: tuple[str, ...]
    day: str | None
    end: int
    strong: bool
    """It carries a date or an agency, which nothing but a dateline does."""


def dateline(text: str, start: int, end: int, *, opening: bool, all_caps: bool) -> Place | None:
    """The dateline at the head of the paragraph [start, end), None when there is none.

    `opening`: the first paragraph of the body, where a mixed-case place and a dash are enough. ALL CAPS copy needs a
    date, an agency or a double dash, since there every word looks like a place.
    """
    head = _HEAD.match(text, start, min(end, start + 160))
    if head is None:
        return None
    found = _parse(head["head"], head.end())
    if found is None or not _credible(found, head, opening=opening, all_caps=all_caps):
        return None
    return found


def _parse(head: str, end: int) -> Place | None:
    bare = _AGENCY.sub(",", head)
    days: list[tuple[int, int]] = []
    places: list[str] = []
    for segment in _SEGMENT.finditer(bare):
        name = segment[0].strip()
        if not name:
            continue
        if _DAY.fullmatch(name):
            days.append(segment.span())
        elif _place_name(name):
            places.append(" ".join(name.split()))
        else:
            return None
    if len(places) > 5:
        return None
    day = bare[days[0][0] : days[-1][1]].strip() if days else None
    return Place(tuple(places), day, end, bool(days) or bare != head)


def _place_name(name: str) -> bool:
    words = name.replace(".", ". ").split()
    if len(words) > 5 or any(char.isdigit() for char in name):
        return False
    return all(word[0].isupper() or word.lower() in _SMALL or "-" in word[:4] for word in words)


def _credible(found: Place, head: re.Match[str], *, opening: bool, all_caps: bool) -> bool:
    if not found.places:
        return found.strong and opening
    first, separator, after = found.places[0], head["sep"].strip(), head.string[head.end()]
    upper = first.isupper() and len(first) > 1
    if separator == ":":
        return opening and upper and not all_caps and not _label(first) and len(_WORD.findall(first)) <= 4
    if not (after.isupper() or after.isdigit() or after in "\"“‘'[("):
        return False
    if found.strong:
        return upper or opening
    if all_caps:
        return opening and len(separator) > 1
    if upper:
        return not _label(first) and (opening or len(first) > 3)
    return opening and len(found.places) <= 2


def _label(first: str) -> bool:
    return any(word.lower() in lexicon().not_places for word in _WORD.findall(first))
