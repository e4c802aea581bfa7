"""Words of deeds said of what cannot do or suffer them: bombs that sappers blow up, talks that collapse."""

from __future__ import annotations

import re

from summarizer.engines.offline.chunks import COMMA, NP, REL, SUB, VG
from summarizer.engines.offline.frames import object_of, subject_of
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.party_names import ARMED, PLAIN_NOUNS, REBEL, party_nouns
from summarizer.engines.offline.person_names import is_person_name
from summarizer.normalize.harm import person_nouns
from summarizer.records.vocabulary import EventType, VictimStatus

_ASSAULTS = frozenset({"attack", "attacks", "attempt", "attempts", "assault", "raid", "ambush"})
_RELIEF = words("guards", "relief")
_WEATHER = words("guards", "weather")
_GROUND = words("ground", "place_nouns")
_TALKED_OF = words("guards", "talked_of")
_DISPOSAL = re.compile(
    r"\b(?:bomb squad|sappers?|bomb disposal|disposal (?:team|unit|experts?)|controlled explosions?|defused?|deminers?"
    r"|bomb technicians|explosives experts)\b",
    re.IGNORECASE,
)
STOCK = 25_000
"""People displaced, from which number on a figure is the standing stock of a region, not one event's."""
_DAY = re.compile(r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|overnight)\b", re.IGNORECASE)
_HOSPITAL = re.compile(r"\b(?:hospitals?|clinics?|for (?:surgery|treatment|medical)|medical)\b", re.IGNORECASE)
_HURT = re.compile(
    r"\b(?:injured|wounded|hurt|burned|lost (?:his|her|a|an|their) (?:[\w-]+ )?(?:leg|arm|foot|hand|eye)s?)\b"
)
_MEDICAL = frozenset({"airlifted", "evacuated", "flown", "evacuate", "airlift", "moved", "transferred"})
_CARRYING = words("guards", "carrying")
_BEING = re.compile(r"\b(?:was|were|been|being|are|is)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_DEAD_BODIES = frozenset({"body", "bodies", "corpse", "corpses", "remains"})
_BUILT = frozenset(
    {"roof", "roofs", "ceiling", "wall", "walls", "building", "house", "bridge", "tree", "trees", "lines"}
)
_HUSHED = re.compile(
    r"\b(?:(?:cover|covers|covered|covering)[ -]up|hush(?:ed|ing)? up|excus\w+|justif\w+|hid(?:e|es|ing)?|cover-up of)"
    r" (?:the|an?|this|that|their|its|his|another) (?:[\w-]+ )?$",
    re.IGNORECASE,
)
"""Before a deed that somebody hides or defends: "trying to cover up a massacre"."""
_CALLED = re.compile(
    r" (?:is|was|were|proves?|turns out) (?:\w+ )?(?:confirmed|proved|proven|found|shown|deemed|ruled|to be)\b"
)
_TOLD_NEWLY = re.compile(r"\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bof (?:\w+ )?\w+ \w+s\b", re.IGNORECASE)


def told_of_none(before: str, behind: str) -> bool:
    """Do the words around a deed speak of it, and tell of none?"""
    return _is_hushed_up(before, behind) or _is_yet_to_be_named(before, behind)


def _is_hushed_up(before: str, behind: str) -> bool:
    """Do the words before a deed say that somebody hides or defends it, and those behind not whom it hit, or when?"""
    return _HUSHED.search(before) is not None and _TOLD_NEWLY.search(behind) is None


def _is_yet_to_be_named(before: str, behind: str) -> bool:
    """Example: "if the shooting is confirmed as terrorism": a deed told elsewhere, of which only the name is open."""
    return before.lower().endswith("if the ") and _CALLED.match(behind) is not None


BY_FRIENDS = re.compile(
    r" by (?:their|his|her|its|the|other|fellow) (?:[\w-]+ )?"
    r"(?:associates|comrades|colleagues|companions|friends|relatives|families|neighbours|neighbors|accomplices)\b"
)
"""Behind "carried away", who abducted nobody."""
_HARMLESS = re.compile(r" (?:\w+ ){0,3}(?:tear|teargas|tear-gas|smoke|stun|flash)(?: gas)? (?:shells|grenades)\b")
"""Behind "fired"."""
_BEHIND = {
    EventType.SHELLING: _HARMLESS,
    EventType.ABDUCTION: re.compile(rf" (?:away|off|out){BY_FRIENDS.pattern}"),
}
_CUSTODIES = frozenset({EventType.ABDUCTION, EventType.ARREST})
_INTO_CUSTODY = re.compile(r" (?:[\w.,-]+ ){1,6}?into (?:\w+ )?custody\b")
_FROM_WHERE = re.compile(r"\bfrom (?:\w+ ){0,3}(?:shops?|banks?|homes?|houses?|markets?|stores?|traders?|villagers?)\b")
_WEALTH = words("no_such_deed", "wealth")
"""What a state is said to plunder, where no house is looted."""
_UPROOTED = ("fled", "displaced", "displacement", "homes")


def _other_custody(p: Parsed, kind: EventType, low: str, k: int, end: int) -> bool:
    """Example: "took three officers into custody": an arrest by the police, an abduction by rebels."""
    if "custody" not in p.vocabulary or kind not in _CUSTODIES:
        return False
    verb = next((i for i in range(k, -1, -1) if p.chunks[i].kind == VG), k)
    j = subject_of(p, verb)
    first = next((i for i, chunk in enumerate(p.chunks) if chunk.kind == NP), k)
    lawless = not p.chunks[verb].passive and party_nouns().get(p.head(p.chunks[first if j is None else j])) in REBEL
    if kind is EventType.ARREST:
        return lawless and "into custody" in low
    return not lawless and low.startswith(("took", "take", "taking")) and _INTO_CUSTODY.match(p.text, end) is not None


def of_no_such_thing(p: Parsed, kind: EventType, low: str, k: int, end: int) -> bool:
    """Talks collapse like no building, bodies are burnt like no house and brought down like no drone, words are met."""
    behind = _BEHIND.get(kind)
    if low in _OTHERWISE or (behind is not None and behind.match(p.text, end)):
        return low not in _OTHERWISE or _otherwise(p, low, k, end)
    after = [w.low for w in p.words if w.start >= end][:6]
    if low == "agreed to":
        return after[:1] in (["speak"], ["talk"], ["be"], ["answer"], ["comment"], ["pay"])
    out = low in {"shot", "shoot", "shoots"} and (_shoots_down(p, k, after) or after[:1] == ["out"])
    if out or _other_custody(p, kind, low, k, end):
        return True  # "would shoot it down", "with their windscreens shot out"
    if low.startswith(("recaptur", "rescu", "liberat")):
        return _of_people(p, k) if not low.startswith("rescu") else _of_survivors(p, k)
    if low.startswith(("plunder", "foil")):
        from_shops = low.startswith("plunder") and _FROM_WHERE.search(p.text, end) is not None
        return not from_shops and not (_ASSAULTS if low.startswith("foil") else _WEALTH).isdisjoint(_about(p, k))
    if low == "cut" or (kind is EventType.RESTRICTION and "suspended" in low):
        return not (_WEATHER if low == "cut" else _RELIEF).isdisjoint(_about(p, k))
    if low.endswith(" gathered"):
        j = subject_of(p, k)
        where = any(c.kind == SUB and p.head(c) == "where" for c in p.chunks[max(0, k - 4) : k])
        return (k > 0 and p.chunks[k - 1].kind == REL) or where or j is None or not _bears_arms(p, j)
    if not (low.startswith(("burn", "collapse")) or low == "brought down"):
        return False
    j = subject_of(p, k)
    of_what = _antecedent(p, k) or (p.head(p.chunks[j]) if j is not None else "")
    if low == "brought down" and not ({"body", "bodies"}.isdisjoint(p.vocabulary) and _BUILT.isdisjoint(_about(p, k))):
        return True
    return (
        of_what in _DEAD_BODIES
        or (low.startswith("burn") and _antecedent(p, k) in person_nouns())
        or (low.startswith("collapse") and of_what in _TALKED_OF)
    )


def _antecedent(p: Parsed, k: int) -> str:
    """Example: "bodies, some of them burnt": the noun that the pronoun before the verb at k means; else empty."""
    if k < 5 or p.head(p.chunks[k - 1]) not in {"them", "whom", "which"} or p.chunks[k - 4].kind != COMMA:
        return ""
    return p.head(p.chunks[k - 5])


_OTHERWISE = frozenset({"met with", "pulled out", "picked up", "withdrew"})
_AT_SEA = frozenset({"crew", "ship", "vessel", "boat", "lifeboat", "raft", "sailors", "navy", "trawler"})
_AS_THEY = re.compile(r"\b(?:as|while|when|before|after) they withdrew$", re.IGNORECASE)


def _otherwise(p: Parsed, low: str, k: int, end: int) -> bool:
    """Example: "will be met with force", "men were pulled out", "picked up by a passing ship", "as they withdrew"."""
    if low == "withdrew":
        return _AS_THEY.search(p.text[:end]) is not None
    if low == "picked up":
        return not _AT_SEA.isdisjoint(p.vocabulary)
    return p.chunks[k].passive or _saves(p, k)


def _saves(p: Parsed, k: int) -> bool:
    """Example: "we pulled out men whose clothes had melted": people, no troops."""
    j = next((i for i in range(k + 1, min(k + 3, len(p.chunks))) if p.chunks[i].kind == NP), None)
    known = person_nouns().get(p.head(p.chunks[j])) if j is not None else None
    return known is not None and known.status is not VictimStatus.COMBATANT


_SAVED = words("guards", "saved")
_WRECKS = words("guards", "wrecks")
_CAPTIVE = words("guards", "captive")


def _of_survivors(p: Parsed, k: int) -> bool:
    """Example: "the navy rescued the survivor", "40 migrants were rescued": from the sea, from no captor."""
    if not _WRECKS.isdisjoint(p.vocabulary):
        return True  # "rescued from the rubble"
    j = subject_of(p, k) if p.chunks[k].passive else object_of(p, k)
    return j is not None and p.head(p.chunks[j]) in _SAVED and _CAPTIVE.isdisjoint(p.vocabulary)


def _of_people(p: Parsed, k: int) -> bool:
    """Example: "eight of them have been recaptured", "Macías was recaptured": fugitives, no ground."""
    j = subject_of(p, k) if p.chunks[k].passive else object_of(p, k)
    if j is None:
        return False
    chunk = p.chunks[j]
    counted = chunk.count is not None and p.head(chunk) not in _GROUND
    of_people = p.head(chunk) in person_nouns() or chunk.det == "prp" or counted
    return of_people or p.head(chunk) == "them" or is_person_name(p, chunk)


def _shoots_down(p: Parsed, k: int, after: list[str]) -> bool:
    """Example: "shot down a drone", "would shoot it down"; not "shot the imam and fled down the street"."""
    j = object_of(p, k)
    if after[:1] == ["down"] or j is None:
        return after[:1] == ["down"]
    of_people = p.head(p.chunks[j]) in person_nouns() or p.words[p.chunks[j].head].tag == "NNP"
    return p.text.startswith(" down", p.end(p.chunks[j])) and not of_people


def _about(p: Parsed, k: int) -> set[str]:
    """The heads of the subject and of the object of the verb at k."""
    found = [j for j in (subject_of(p, k), object_of(p, k)) if j is not None]
    return {p.head(p.chunks[j]) for j in found}


def _bears_arms(p: Parsed, j: int) -> bool:
    return party_nouns().get(p.head(p.chunks[j])) in ARMED or p.head(p.chunks[j]) in PLAIN_NOUNS


def are_displaced(p: Parsed, low: str, start: int, k: int) -> bool:
    """Example: "hosts 600,000 people who have fled", "a school sheltering displaced families": what they are, no event.

    So is the stock of a region ("nearly nine million people have been displaced").
    """
    if not low.endswith(_UPROOTED):
        return False
    before = p.chunks[k - 1].kind if k else ""
    adjective = low.endswith("displaced") and p.chunks[k].kind == NP and p.words[p.chunks[k].head].start > start
    gap = {abs(found.start - start): found.count.value or found.count.min or 0 for found in p.counts}
    many = bool(gap) and gap[min(gap)] >= STOCK and not _DAY.search(p.text)
    return before == REL or adjective or many


def no_such_deed(p: Parsed, kind: EventType, low: str, start: int, end: int) -> bool:
    """Sappers blow up bombs, helicopters fly patients out, robbers make off with rifles: no bombing, no abduction."""
    if kind is EventType.BOMBING and _DISPOSAL.search(p.text):
        return True
    if low in _MEDICAL and (_HOSPITAL.search(p.text[end : end + 70]) or _HURT.search(p.text[:start])):
        return True
    return low in _CARRYING and not _BEING.search(p.text[:start]) and not _people_follow(p, end)


def _people_follow(p: Parsed, end: int) -> bool:
    """Is the next noun phrase after `end` people: "made off with 11 sailors", not "with five rifles"?"""
    j = next((j for j, c in enumerate(p.chunks) if c.kind == NP and p.start(c) >= end), None)
    if j is None or p.start(p.chunks[j]) - end > 12:
        return p.text[:end].lower().endswith(("off", "away")) and j is None
    chunk = p.chunks[j]
    if p.head(chunk) == "head" and p.text.startswith(" of", p.end(chunk)):
        return False  # "made off with 300 head of cattle"
    if p.head(chunk) in _DEAD_BODIES:
        return False  # "his accomplices took away the body"
    return p.head(chunk) in person_nouns() or chunk.det == "prp" or p.words[chunk.head].tag == "NNP"
