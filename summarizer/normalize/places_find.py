"""Where place names stand in a text: a capitalised name is a place only if its surroundings allow it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from summarizer.normalize.gazetteer import lookup
from summarizer.normalize.places_capitals import find_in_capitals
from summarizer.normalize.places_context import is_of_people, is_struck, owns_premises
from summarizer.normalize.places_names import LARGE, FoundPlace, Known, PlaceKind, known_place
from summarizer.normalize.places_words import PlaceWords, place_words

_WORD = re.compile(
    r"[A-Z]\.(?:[A-Z]\.)+|\b(?:al|el|ash|as|an|ar|az|ad|at|es|ez)-[A-Z][\w'’]*|[A-ZÀ-ÖØ-Þ\u0100-\u024f\u1e00-\u1eff][\w'’]*(?:-\w[\w'’]*)*"
)
_BEFORE = re.compile(r"([\w'’-]+\.?)\s*[\"“(]?\s*$")
_AFTER = re.compile(r"\s*,?\s*([\w'’-]+)")
_GAP = re.compile(r"(?: |\n ?|-)(?:(?:de|del|la|las|los|el|al|ez|of|the|and|di|da|do|dos|du|des|le|les)(?: |-)){0,2}")
_RUNNING_TEXT = re.compile(r"[a-z]{2}[^\W\d_]* [a-z]{2}|^[A-Z]?[a-z]|[a-z]{4}")
_LONGEST = 5


@lru_cache(maxsize=1024)  # sentences are read for their country and again for events, names from several sides
def find_places(text: str) -> tuple[FoundPlace, ...]:
    """Countries, demonyms, regions, towns and named features of a text, in order, not overlapping.

    Names in lower case are never found. In a text that is all upper case towns are found only after "IN", "NEAR" and
    the like, or before a word such as "PROVINCE".
    """
    if _shouted(text):
        return tuple(find_in_capitals(text))
    found: list[FoundPlace] = []
    for run in _runs(text):
        found.extend(_in_run(text, run))
    return tuple(found)


_DEEDS = frozenset(
    {
        "clash",
        "clashes",
        "attack",
        "attacks",
        "raid",
        "raids",
        "strike",
        "strikes",
        "blast",
        "crash",
        "shooting",
        "ambush",
    }
    | {"violence", "fighting", "talks", "war", "battle", "assault", "bombing", "standoff", "protest", "protests"}
)
"""What ends a headline, not a place."""


def _shouted(text: str) -> bool:
    return text.isupper() or (_RUNNING_TEXT.search(text) is None and text.upper() != text.lower())


Run = list[tuple[int, int]]


def _runs(text: str) -> Iterator[Run]:
    """Capitalised words that stand together, with "de", "of the" and the like allowed between them."""
    run: Run = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        if start and (text[start - 1].isalnum() or text[start - 1] in "_@#"):
            continue
        if run and not (
            (start == run[-1][1] + 1 and text[start - 1] in " -") or _GAP.fullmatch(text, run[-1][1], start)
        ):
            yield run
            run = []
        if text[end - 2 : end] in ("'s", "’s"):
            run.append((start, end - 2))
            yield run
            run = []
        else:
            run.append((start, end))
    if run:
        yield run


def _adjoining(text: str, end: int, start: int) -> bool:
    if start == end + 1:
        return text[end] in " -"
    return start - end < 14 and _GAP.fullmatch(text, end, start) is not None


def _in_run(text: str, run: Run) -> Iterator[FoundPlace]:
    first = 0
    while first < len(run):
        found = _best(text, run, first)
        if found is None:
            first += 1
            continue
        yield found
        while first < len(run) and run[first][0] < found.end:
            first += 1


def _best(text: str, run: Run, first: int) -> FoundPlace | None:
    if len(run) == 1 and _word(text, run, 0) in place_words().stop:
        return None
    if is_of_people(text, run[first][0], run[-1][1]) or owns_premises(text, run[first][0], run[-1][1]):
        return None
    if found := _possessive_name(text, run[first][0], run[-1][1]):
        return found
    for last in range(min(first + _LONGEST, len(run)) - 1, first - 1, -1):
        start, end = run[first][0], run[last][1]
        known = known_place(text[start:end])
        if known is None:
            continue
        if known.kind in (PlaceKind.COUNTRY, PlaceKind.DEMONYM):
            if region := _state_of_that_name(text, start, end):
                return region
            if _is_country(text, run, first, last):
                return FoundPlace(start, end, text[start:end], known.kind, known.countries)
        elif _is_place(text, run, first, last, known):
            return _widened(text, run, first, last, known)
    return _unlisted(text, run, first)


def _before(text: str, start: int) -> str:
    """The word before, in lower case, "" at the start of a sentence or after a mark that parts."""
    match = _BEFORE.search(text, max(0, start - 30), start)
    return match[1].casefold() if match else ""


def _after(text: str, end: int) -> str:
    match = _AFTER.match(text, end + 2 if text[end : end + 2] in ("'s", "’s") else end)
    return match[1] if match and not text[end : end + 3].strip().startswith((".", ";", ":")) else ""


def _state_of_that_name(text: str, start: int, end: int) -> FoundPlace | None:
    """ "Niger State" is not Niger: a first-order division that bears the name of a country."""
    match = _tail().match(text, end)
    if match is None or match[1].casefold() not in place_words().first_order:
        return None
    countries = _regions(text[start:end])
    if not countries:
        return None
    return FoundPlace(start, match.end(), text[start : match.end()], PlaceKind.ADMIN1, countries)


def _regions(name: str) -> tuple[str, ...]:
    """Countries that have a first-order division of this name."""
    return tuple(dict.fromkeys(entry.country for entry in lookup(name) if entry.region))


_POSSESSED = re.compile(r"['’]s [A-Z]\w+")


def _possessive_name(text: str, start: int, end: int) -> FoundPlace | None:
    """A name with a possessive inside: "Cox's Bazar"."""
    match = _POSSESSED.match(text, end)
    known = known_place(text[start : match.end()]) if match else None
    if match is None or known is None or known.kind is not PlaceKind.CITY:
        return None
    return FoundPlace(start, match.end(), text[start : match.end()], known.kind, known.countries)


def _is_country(text: str, run: Run, first: int, last: int) -> bool:
    """Not a person ("Michael Jordan", "Chad Smith") and not the first half of another name."""
    words = place_words()
    name = text[run[first][0] : run[last][1]]
    ambiguous = name in (
        "Jordan",
        "Chad",
        "Israel",
        "Kenya",
        "Georgia",
        "America",
        "Pole",
        "Poles",
        "Turk",
        "Dane",
        "Finn",
    )
    if not ambiguous:
        return True
    if first > 0 and _word(text, run, first - 1) not in words.stop:
        return False
    if last + 1 < len(run):
        return False
    return _before(text, run[first][0]).rstrip(".") not in words.titles or first > 0


def _word(text: str, run: Run, index: int) -> str:
    return text[run[index][0] : run[index][1]].casefold()


def _is_place(text: str, run: Run, first: int, last: int, known: Known) -> bool:
    """Whether the surroundings allow a town or region of this name here."""
    words = place_words()
    start, end = run[first][0], run[last][1]
    name, before = text[start:end].casefold(), _before(text, start)
    listed = first > 0 and _parted(text, run[first - 1][1], start)
    if first > 0 and before != "of" and not listed and not _may_precede(_word(text, run, first - 1), words):
        return False
    if first == 0 and before.rstrip(".") in words.titles:
        return False
    kind_after = _after(text, end)
    designated = kind_after.casefold() in words.designators or _tail().match(text, end) is not None
    if last + 1 < len(run) and not designated and not _parted(text, end, run[last + 1][0]):
        return False
    if _word(text, run, first) in words.first_names and not designated:
        return False
    locative = before in words.locative or designated or (first > 0 and _word(text, run, first - 1) in words.before)
    if name in words.doubtful or known.population < LARGE:
        return locative and (before in words.strong or designated or not _speaks(kind_after, words))
    return locative or first > 0 or not _speaks(kind_after, words) or known.population >= 10 * LARGE


def _may_precede(word: str, words: PlaceWords) -> bool:
    """A capitalised word that may stand before a place in one run: "In Aleppo", "Northern Aleppo", "Syria's Hama"."""
    bare = word.removesuffix("'s").removesuffix("’s")
    return bare in words.stop or bare in words.direction or bare in words.before or bare in words.locative


def _parted(text: str, end: int, start: int) -> bool:
    return text[end:start].strip(" \n") in ("and", ",", "-", "–", "/")


def _speaks(word: str, words: PlaceWords) -> bool:
    return word in words.speech


@cache
def _tail() -> re.Pattern[str]:
    words = place_words()
    kinds = "|".join(sorted(words.first_order | words.second_order | words.feature, key=len, reverse=True))
    return re.compile(rf"[ -]({kinds})\b", re.IGNORECASE)


@cache
def _head() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(place_words().direction, key=len, reverse=True))}) $", re.IGNORECASE)


def _widened(text: str, run: Run, first: int, last: int, known: Known) -> FoundPlace:
    """The name with its direction and designator: "northern Aleppo", "eastern Hama province"."""
    start, end, kind, countries = run[first][0], run[last][1], known.kind, known.countries
    words = place_words()
    if match := _tail().match(text, end):
        end = match.end()
        designator = match[1].casefold()
        if designator in words.first_order:
            countries = _regions(text[start : run[last][1]]) or countries
        kind = PlaceKind.FEATURE if designator in words.feature | words.second_order else PlaceKind.ADMIN1
    if match := _head().search(text, max(0, start - 20), start):
        start = match.start()
    return FoundPlace(start, end, text[start:end], kind, countries)


_NEARBY = frozenset({"neighbouring", "neighboring", "nearby", "adjoining", "adjacent"})
_DISTANT = re.compile(r",? \(?(?:[a-z]+ )?\d[\d,.]* ?(?:km|kilomet(?:er|re)s?|miles?)\b")
"""After a name: "Nyabiondo, some 75 km north-west of Goma"."""


def _unlisted(text: str, run: Run, first: int) -> FoundPlace | None:
    """A name no table knows, called a place by the text: "the village of Torkech", "in Zazzaga"."""
    words = place_words()
    start, end = run[first][0], run[-1][1]
    if first > 0 and _word(text, run, first - 1) not in words.stop and not _parted(text, run[first - 1][1], start):
        return None
    if len(run) - first > 3 or any(_word(text, run, i) in words.no_name for i in range(first, len(run))):
        return None
    name = text[start:end]
    if name.rpartition(" ")[2].casefold() in _DEEDS:
        return None  # "Trade Fire In Deadly Border Clash"
    tail = _tail().match(text, end)
    owned = text[max(0, start - 12) : start].rstrip().endswith(("'s", "’s"))
    if name.isupper() or len(name) < 3 or (owned and tail is None):
        return None  # but "in Gaza City's Rimal district"
    lead = text[max(0, start - 40) : start].casefold().split()
    while lead and lead[-1] in _NEARBY:
        lead.pop()  # "in neighbouring Orakzai"
    called = len(lead) > 1 and lead[-1] == "of" and lead[-2] in words.designators
    inside = name.rpartition(" ")[2].casefold() in words.second_order and " " in name  # "raided Duk County"
    called = called or inside or _after(text, end) in words.town or _DISTANT.match(text, end) is not None
    strong = bool(lead) and lead[-1] in words.strong and not _speaks(_after(text, end), words)
    struck = _word(text, run, first) not in words.first_names and is_struck(text, start)
    strong = strong or struck
    if not (called or tail or strong) or (lead and lead[-1].rstrip(".") in words.titles):
        return None
    if tail:
        return _widened(text, run, first, len(run) - 1, Known(PlaceKind.FEATURE, (), 0))
    return FoundPlace(start, end, name, PlaceKind.FEATURE if inside else PlaceKind.CITY, ())
