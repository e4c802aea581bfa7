"""Where and with what: the arguments of an event other than its parties and its time."""

from __future__ import annotations

import re

from summarizer.engines.offline.cast import Cast
from summarizer.engines.offline.chunks import NP, VG, P
from summarizer.engines.offline.happening import VIOLENT
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.party_names import party_nouns
from summarizer.engines.offline.triggers import event_words
from summarizer.engines.offline.when_told import of_talks
from summarizer.normalize.actors import find_known, known_actor
from summarizer.normalize.harm import person_noun
from summarizer.normalize.places import FoundPlace, PlaceKind, find_places
from summarizer.records.vocabulary import EventType

_HANDLED = words("arguments", "handled")
_TERRITORIES = frozenset({"West Bank", "Gaza Strip", "Gaza"})
"""Names of a country's parts that stand for the country in lists of countries."""
_COMPASS = r"(?:north|south|east|west|central)(?:[- ]?(?:north|south|east|west|central))?(?:ern)?"
_PART = re.compile(rf"\b(?:far[- ]|extreme )?{_COMPASS}\s+$")
_WITHIN = re.compile(
    rf"\b(?:[Ii]n|[Aa]cross|[Ii]nside|[Tt]hroughout|[Ii]nto|[Nn]ear|[Oo]ver|[Aa]round)\s+(?:the\s+)?"
    rf"(?:(?:far[- ]|extreme )?{_COMPASS}\s+)?$"
)
_LOCATED = re.compile(
    r"(?:^|\b(?:in|at|near|outside|around|inside|across|off|of|from|to|into|towards?|on|between|over|through|reached"
    r"|entered)"
    r"|,)\s+(?:the\s+|central\s+|downtown\s+)?$",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:(?:region|area|belt|strip|lands?) (?:just )?(?:north|south|east|west) of"
    r"|(?:active|operating) (?:in|across|along|around)) (?:the )?$"
)
"""Example: "a group active across the Sahel, the arid region south of the Sahara": no place of a deed."""
_OF_A_SPEAKER = re.compile(
    r"\b(?:consultant|analyst|diplomat|expert|researcher|spokes\w+|lawyer|correspondent|reporter|reporters|newsroom)"
    r"(?: (?:for|with|of|at) [^,.;]{3,40}?)? in (?:the (?:[a-z]+ )?)?$"
    r"|\b(?:communiqu[eé]|statement|bulletin|report|press release) (?:released|issued|published|read) in $",
    re.IGNORECASE,
)
"""Before a town from which somebody speaks: "a security consultant in London", "a communique issued in Neiva"."""
_SINCE = re.compile(
    r"\bsince (?:the|a|an|its|their|his|[A-Z])\b[^,;]*$"
    r"|\b(?:after|following|in (?:response|retaliation|reprisal|revenge) (?:to|for)) an? (?:[\w-]+ ){0,2}"
    r"(?:attack|bombing|raid|ambush|strike|blast|explosion|shooting|massacre|killing)\b[^,;]*$"
)
"""Between a deed and a place: "37 were killed there, in the worst attack since the rebels took Goma"."""
_AWAY_FROM = re.compile(
    r"\b(?:[a-z]+ )?\d[\d,.]* ?(?:km|kilomet(?:er|re)s?|miles?)(?: \([^)]{2,20}\))?(?: [\w-]+){0,3} (?:of|from) "
    r"(?:the (?:[\w-]+ )?(?:capital|city|town|border)(?:,| of| with)? )?$"
)
_SPEAKS = re.compile(
    r"\s+(?:says?|said|has said|wants|denies|denied|insists|insisted|accuses|accused|blames|blamed|dismiss(?:es|ed)"
    r"|rejects|rejected|disputes|disputed|condemns|condemned|summons|summoned|warned|vowed|confirmed)\b"
    r"|(?:(?:,| and) [A-Z]\w+)? (?:[Tt]rade|[Ss]wap|[Ee]xchange|[Aa]ccuse|[Bb]lame|[Vv]ow|[Rr]eject|[Cc]onfirm)s?\b"
)
_BORDER = re.compile(
    r"; |: | - | -- |—|–| but |, (?:and|but|while|whereas|which|who|where) | and (?=(?:warned|threatened|vowed) that )"
    r"| and (?=(?:directed|ordered|announced|asked|urged|appealed|instructed|promised) )"
    r"|, as (?=[A-Z])"
    r"|(?<=[a-z]),? (?:said|told|according to|added)\b"
)
_RIGHT_IN = re.compile(r" (?:in|across|around) (?:the )?(?:[\w-]+ ){0,2}")
_ITS_TOWN = 60  # characters behind a region in which a town is one of it: "in Borno state, near Damboa"
_OFF = re.compile(rf"\b{_COMPASS} of (?:the (?:\w+ )?)?$", re.IGNORECASE)


def clause_of(p: Parsed, start: int, end: int) -> tuple[int, int]:
    """The stretch around a trigger between strong borders: semicolons, dashes, quotation marks, ", and/but"."""
    a, b = 0, len(p.text)
    for match in _BORDER.finditer(p.text):
        if match.end() <= start:
            a = match.end()
        elif match.start() >= end:
            b = match.start()
            break
    while b > a and p.text[b - 1] in ' .,"“”':
        b -= 1
    while a < b and p.text[a] in " ,\"“”'‘-–—":
        a += 1
    return (a, b) if b - a <= 320 else _at_spaces(p.text, max(a, start - 140), min(b, end + 160), (start, end))


def _at_spaces(text: str, a: int, b: int, at: tuple[int, int]) -> tuple[int, int]:
    """A cut-out of a long clause that does not cut a word."""
    left, right = text.find(" ", a, at[0]), text.rfind(" ", at[1], b + 1)
    return (left + 1 if a and left > 0 else a), (right if b < len(text) and right > at[1] else b)


def nearest_place(
    text: str, places: tuple[FoundPlace, ...], at: tuple[int, int], clause: tuple[int, int]
) -> FoundPlace | None:
    """The place of an event: the first named after its trigger in the clause, else the last before it.

    A town or a landmark counts before the region it lies in; a country only where nothing smaller is named and a
    preposition of place stands before it; a capital that speaks or acts is no place.
    """
    talks = of_talks(text, at[1])
    standing = [f for f in places if not _is_party(text, f) and not _is_bearing(text, f, places) and f.start < talks]
    standing = [f for f in standing if f.start < at[1] or _SINCE.search(text, at[1], f.start) is None]
    standing = [f for f in standing if not _is_origin(text, f)] or standing
    inside = [f for f in standing if clause[0] <= f.start < clause[1]] or [f for f in standing if _joined(text, f, at)]
    towns = [f for f in inside if f.kind in {"city", "feature"}]
    regions = [f for f in inside if f.kind == "admin1"]
    countries = [_part_of(text, f) for f in inside if f.kind == "country" and _WITHIN.search(text[: f.start])]
    start, end = at
    if (region := _right_behind(text, end, regions, towns)) is not None:
        return region
    found = min(
        towns or regions or countries,
        key=lambda f: (False, abs(f.start - end)) if f.start >= start else (True, start - f.end),
        default=None,
    )
    off = found is not None and _OFF.search(text[: found.start])
    return found._replace(kind=PlaceKind.ADMIN1) if found and off else found  # "northeast of Baghdad": not in the town


def _is_origin(text: str, place: FoundPlace) -> bool:
    """Example: "shot nine men from Punjab": where people come from, and not where they were harmed."""
    people = _FROM.search(text, 0, place.start)
    noun = people.group(1).lower() if people is not None else ""
    return person_noun(noun) is not None and party_nouns().get(noun) is None


_FROM = re.compile(r"\b(\w+) from $")


def _right_behind(text: str, end: int, regions: list[FoundPlace], towns: list[FoundPlace]) -> FoundPlace | None:
    """Example: "the raids in the Kayes region underscore the reach of a group that blockades the capital, Bamako"."""
    behind = (f for f in regions if f.start >= end and _RIGHT_IN.fullmatch(text[end : f.start]))
    region = next(behind, None)
    return None if region is None or any(f.start - region.end <= _ITS_TOWN for f in towns) else region


def _part_of(text: str, country: FoundPlace) -> FoundPlace:
    """Example: "northern Gaza", "eastern Congo": a part of a country, a region by its size."""
    part = _PART.search(text, 0, country.start)
    if part is None and country.text in _TERRITORIES:
        return country._replace(kind=PlaceKind.ADMIN1)
    if part is None:
        return country
    start = part.start()
    return FoundPlace(start, country.end, text[start : country.end], PlaceKind.ADMIN1, country.countries)


def land_told(text: str, places: tuple[FoundPlace, ...], at: tuple[int, int]) -> str | None:
    """The country, or its part, that is named as where a deed was, nearest to its trigger: "In Lebanon, a drone"."""
    wide = (f for f in places if f.kind in {"country", "admin1"} and len(f.countries) == 1)
    named = [f for f in wide if _WITHIN.search(text[: f.start])]
    nearest = min(named, key=lambda f: max(f.start - at[1], at[0] - f.end), default=None)
    return nearest.countries[0] if nearest is not None else None


def region_told(text: str, places: tuple[FoundPlace, ...], at: tuple[int, int]) -> str | None:
    """The region that is named as where a deed was, nearest to its trigger: "a rail depot in the Sumy region"."""
    named = [f for f in places if f.kind == "admin1" and len(f.countries) == 1 and _WITHIN.search(text[: f.start])]
    nearest = min(named, key=lambda f: max(f.start - at[1], at[0] - f.end), default=None)
    return nearest.text.lower() if nearest is not None else None


def told_place(p: Parsed, cast: Cast | None = None) -> FoundPlace | None:
    """The last town or landmark that a sentence names as a place, else the last region; nobody of the `cast`."""
    talks = of_talks(p.text, 0)
    found = find_places(p.text)
    places = (f for f in (cast.without_people(p.text, found) if cast is not None else found) if f.start < talks)
    named = [f for f in places if not _is_party(p.text, f) and _LOCATED.search(p.text[: f.start])]
    towns = [f for f in named if f.kind in {"city", "feature"}]
    regions = [f for f in named if f.kind == "admin1"]
    return next(reversed(towns or regions), None)


def _joined(text: str, place: FoundPlace, at: tuple[int, int]) -> bool:
    """Does no semicolon part the place from the trigger: "bomb kills two; rebels clash near Tibu"?"""
    return ";" not in text[min(place.start, at[0]) : max(place.start, at[1])]


def _is_bearing(text: str, place: FoundPlace, places: tuple[FoundPlace, ...]) -> bool:
    """Example: the Goma of "in Nyabiondo, 75 km north-west of Goma": it only tells where the place before it lies."""
    found = _AWAY_FROM.search(text, 0, place.start)
    return found is not None and any(0 <= found.start() - other.end <= 3 for other in places)


_BLAMED_ON = re.compile(r"\b(?:blam(?:ed|es|ing)|pinned|attribut(?:ed|es|ing))\b[^,.;]{0,60} (?:on|to) (?:the )?$")
"""Before the name of whom somebody blames: "blamed the attack on Las Águilas"."""


def _is_party(text: str, place: FoundPlace) -> bool:
    """A name that is no place of deeds: a party's, a seat of government that speaks ("Manila says"), a landmark."""
    clock = text.startswith(" time", place.end)  # "from 9 a.m. Moscow time"
    beside = _BESIDE.search(text[: place.start]) is not None or _BLAMED_ON.search(text[: place.start]) is not None
    speaks = _SPEAKS.match(text, place.end) is not None or _OF_A_SPEAKER.search(text, 0, place.start) is not None
    return clock or beside or speaks or known_actor(place.text) is not None or _is_in_name(text, place)


def _is_in_name(text: str, place: FoundPlace) -> bool:
    """Example: the "West Africa Province" of "Islamic State West Africa Province fighters"."""
    if "Islamic State" not in text:
        return False
    return any(x.start < place.start and place.end <= x.end for x in find_known(text))


def weapon_in(p: Parsed, kind: EventType, clause: tuple[int, int]) -> str | None:
    """The weapon that the clause names as such: "with mortars", "fired rockets"."""
    if kind.group not in VIOLENT or kind is EventType.SUICIDE_ATTACK:
        return None
    for j, chunk in enumerate(p.chunks):
        if (
            j
            and chunk.kind == NP
            and clause[0] <= p.start(chunk) < clause[1]
            and p.head(chunk) in event_words("weapons")
        ):
            before = p.chunks[j - 1]
            if before.kind in {P, VG} and p.head(before) in _HANDLED:
                return p.slice(chunk)
    return None
