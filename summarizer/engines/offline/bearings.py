"""Where and when two mentions of events stand: the same town, the same day, the same part of the article?"""

from __future__ import annotations

import re

from summarizer.engines.offline.happening import Happening
from summarizer.engines.offline.lexicon import months, one_of, words
from summarizer.engines.offline.party_names import REBEL
from summarizer.normalize.places import FoundPlace, PlaceKind, country_of, find_places
from summarizer.records.vocabulary import EventType

_MASS = re.compile(
    r"\b\d{2,3} (?:[\w-]+ ){0,3}(?:drones|missiles|UAVs|Shaheds|rockets)\b"
    r"|\b(?:large-scale|massive|massed|mass|nationwide|combined) (?:[\w-]+ ){0,5}(?:attack|strike|barrage|assault)s?\b"
)
_REGION_NOUNS = one_of("bearings", "region_nouns")
_REGIONS = words("bearings", "region_nouns") | words("bearings", "parts_of_lands") | {"the", "area"}
_LOCAL = frozenset({PlaceKind.CITY, PlaceKind.ADMIN1})
_QUARTERS = frozenset({"camp", "district", "neighbourhood", "neighborhood", "quarter", "suburb"})
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d|\d{1,2} ?[ap]\.?m\b", re.IGNORECASE)
_DATED = re.compile(
    rf"day\b|\d|week|year|last month\b|\b(?:summer|winter|spring|autumn|fall)\b"
    rf"|months? (?:ago|earlier)\b|(?!may){months()}|\bmay\b",
    re.IGNORECASE,
)


def elsewhere(a: Happening, b: Happening) -> bool:
    """Do two mentions each name a town, or each a region, and not the same, or two lands? A region may hold a town."""
    if a.land is not None and b.land is not None and a.land != b.land:
        return True
    if _are_two_quarters(a, b) or _are_two_regions(a, b) or _turns_to_region(a, b):
        return True
    if a.place is None or b.place is None or a.place.kind is not b.place.kind or a.place.kind not in _LOCAL:
        return False
    if _is_of_region(a) or _is_of_region(b):
        return False
    one, other = set(a.place.text.lower().split()), set(b.place.text.lower().split())
    return not one & other


_REGION_OF = re.compile(rf"\b{_REGION_NOUNS} of $", re.IGNORECASE)


def _is_of_region(event: Happening) -> bool:
    """Example: "the Mexican state of Sinaloa": a region that bears a town's name may hold the town told next."""
    place, text = event.place, event.p.text
    here = place is not None and text[place.start : place.end] == place.text
    return place is not None and here and _REGION_OF.search(text[: place.start]) is not None


def _are_two_quarters(a: Happening, b: Happening) -> bool:
    """Example: "the Nuseirat refugee camp" and "Gaza City's Rimal district": parts of towns, none holds the other."""
    names = [e.place.text.lower().split() for e in (a, b) if e.place is not None and e.place.kind == "feature"]
    if len(names) < 2 or any(name[-1] not in _QUARTERS for name in names):
        return False
    kinds = {name[-1] for name in names}
    return (len(kinds) == 1 or "camp" in kinds) and set(names[0][:-1]).isdisjoint(names[1][:-1])


def _are_two_regions(a: Happening, b: Happening) -> bool:
    """Example: "in the Kharkiv region" and "in the Sumy region"; not "Darfur" and "North Darfur", the greater one."""
    if a.region is None or b.region is None or a.land != b.land:
        return False
    one, other = ({w for w in region.split() if w not in _REGIONS} for region in (a.region, b.region))
    return not one & other


_IN_REGION = re.compile(rf"In (?:the )?(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)(?: [A-Z]\w+)? (?i:{_REGION_NOUNS})\b")


_NAMED = re.compile(rf"\b([A-Z][\w'’-]+) (?i:{_REGION_NOUNS})\b")


def regions_named(text: str) -> set[str]:
    """Example: {"Donetsk", "Kherson"} of "from Donetsk Oblast to the Kherson region"."""
    return {name for name in _NAMED.findall(text) if country_of(name) is None}  # not "the Russian region"


def towns_in(text: str) -> list[FoundPlace]:
    """The towns and regions of a text, in its order: no countries, and none that a hospital is named for."""
    every = [f for f in find_places(text) if f.kind in _LOCAL]
    return [f for f in every if _OF_A_HOUSE.match(text, f.end) is None or text[: f.start].endswith("near ")]


_OF_A_HOUSE = re.compile(r" (?:hospital|university|mosque|church|school|clinic|hotel|prison)\b", re.IGNORECASE)


def towns_named(text: str) -> frozenset[str]:
    """Their names, as the text has them."""
    return frozenset(f.text for f in towns_in(text))


def region_turned_to(event: Happening) -> str | None:
    """The region that the sentence of an event opens with: "In the Sumy region, ..."."""
    found = _IN_REGION.match(event.p.text)
    return found["name"] if found is not None else None


_IN_PLACE = re.compile(r"(?:Meanwhile, |Separately, )?In (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}), ")
"""Opens a sentence on another town: "In Beni, six people were killed"."""


def _turns_to_region(a: Happening, b: Happening) -> bool:
    """Example: "... struck a market in Kostiantynivka. In the Sumy region, a bomb hit": the next place of several."""
    if a.place is None or a.p is b.p:
        return False
    opened = _IN_PLACE.match(b.p.text)
    here = opened["name"] if opened is not None and b.place is not None and b.place.text == opened["name"] else None
    region = region_turned_to(b) or here
    return region is not None and not any(region in p.text for p, _, _ in a.mentions)


def other_day(a: str | None, b: str | None) -> bool:
    """Do two time phrases both name a day or a month, and not the same?"""
    if not a or not b or a.lower() == b.lower():
        return False
    return bool(_DATED.search(_CLOCK.sub("", a)) and _DATED.search(_CLOCK.sub("", b)))


def names_day(event: Happening) -> bool:
    """Does its time phrase name a day, a month or a year?"""
    return event.time is not None and _DATED.search(event.time) is not None


def near(told: Happening, event: Happening) -> bool:
    """Is it told in the paragraph of the other, or the one before?"""
    return event.p.sentence.paragraph - told.mentions[-1][0].sentence.paragraph <= 1


def is_countrywide(event: Happening) -> bool:
    """Example: "launched 58 drones overnight": at the whole country, not at the town told of before."""
    from_afar = event.type in {EventType.AIR_DRONE_STRIKE, EventType.DISRUPTED_WEAPONS}
    near = event.p.text[max(0, event.at[0] - 120) : event.at[1] + 120]
    return from_afar and _MASS.search(near) is not None


def of_other_reach(a: Happening, b: Happening) -> bool:
    """Example: "a guided bomb hit a house in Sumy ... overnight Russia launched 58 drones": one town's, a country's."""
    of_town = a if is_countrywide(b) else b if is_countrywide(a) else None
    return of_town is not None and of_town.place is not None and is_countrywide(a) is not is_countrywide(b)


_JETS = frozenset({"air", "airstrike", "airstrikes", "jets", "warplanes", "helicopters"})
_ON_GROUND = frozenset({EventType.ATTACK, EventType.ARMED_CLASH})


def may_be_theirs(out: list[Happening], event: Happening) -> list[Happening]:
    """The events of `out` less the air strikes of a state that answered a fight, where the event is a rebel group's.

    Example: "JNIM claimed the attack, saying it had killed 47": the ambush, not the strikes on those who fled.
    """
    if not event.actors or any(x.type not in REBEL for x in event.actors):
        return out
    fought = any(e.type in _ON_GROUND and e.live for e in out)
    return [e for e in out if not (fought and _is_by_jets(e))]


def _is_by_jets(event: Happening) -> bool:
    if event.type is not EventType.AIR_DRONE_STRIKE or any(x.type in REBEL for x in event.actors):
        return False
    return any(not _JETS.isdisjoint(p.vocabulary) for p, _, _ in event.mentions)
