"""Places in a text that is all upper case, where case tells nothing and only the neighbouring words do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.normalize.countries import Naming, naming_words
from summarizer.normalize.places_names import FoundPlace, Known, PlaceKind, known_place
from summarizer.normalize.places_words import place_words

_LONGEST = 5
_CAPITAL_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_][\w'’]*(?:-\w[\w'’]*)*")
_UPPER_LEADS = frozenset(("IN", "NEAR", "OUTSIDE", "FROM", "AROUND", "AT"))
_UPPER_GAP = re.compile(r"[ \n]+|-")


def find_in_capitals(text: str) -> Iterator[FoundPlace]:
    """Towns after a locative word or before a designator, and after "AND" or a comma in a list that began with one."""
    tokens = [match.span() for match in _CAPITAL_WORD.finditer(text)]
    index, listed = 0, False
    while index < len(tokens):
        start, end = tokens[index]
        before = text[tokens[index - 1][0] : tokens[index - 1][1]] if index else ""
        lead = before in _UPPER_LEADS or (listed and (before == "AND" or text[start - 2 : start - 1] == ","))
        taken = _capital_name(text, tokens, index, lead=lead)
        if taken is None:
            listed = listed and text[start:end] in ("AND", "DEPARTMENT", "DEPARTMENTS", "PROVINCE", "CITY")
            index += 1
            continue
        last, found = taken
        yield found
        listed = found.kind is not PlaceKind.DEMONYM
        index = last + 1


def _capital_name(text: str, tokens: list[tuple[int, int]], index: int, *, lead: bool) -> tuple[int, FoundPlace] | None:
    start = tokens[index][0]
    reach = index
    while reach + 1 < len(tokens) and reach < index + _LONGEST - 1:
        if not _UPPER_GAP.fullmatch(text, tokens[reach][1], tokens[reach + 1][0]):
            break
        reach += 1
    for last in range(reach, index - 1, -1):
        end = tokens[last][1]
        if text[end - 2 : end] in ("'S", "’S", "'s", "’s"):
            end -= 2
        name = " ".join(text[start:end].split())
        named = naming_words().get(name)
        if named is not None and named.naming is not Naming.SEAT:
            kind = PlaceKind.COUNTRY if named.naming is Naming.NAME else PlaceKind.DEMONYM
            return last, FoundPlace(start, end, text[start:end], kind, named.countries)
        designated = last < reach and text[slice(*tokens[last + 1])].casefold() in place_words().designators
        if not (lead or designated):
            continue
        known = known_place(name)
        if known is not None and _capital_town(name, known, lead=lead, designated=designated):
            return last, FoundPlace(start, end, text[start:end], known.kind, known.countries)
    return None


def _capital_town(name: str, known: Known, *, lead: bool, designated: bool) -> bool:
    if len(name) < 4 or name.casefold() in place_words().first_names:
        return False
    doubtful = name.casefold() in place_words().doubtful or (" " not in name and known.population < 15_000)
    return (lead and (designated or not doubtful)) or (designated and " " in name)
