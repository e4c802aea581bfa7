"""Which kind of source a description tells of: "the health ministry", "a teacher", "Lt. Col."."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from summarizer.engines.offline.lexicon import Phrases, table, words
from summarizer.normalize.harm import person_nouns
from summarizer.records.vocabulary import SourceType

# Where the first noun phrase of a description ends and what belongs to it begins: "a union | of miners".
_COMPLEMENT = re.compile(r"\s(?:of|for|from|at|in|on|with|near|to|who|whose|which|that|by|seen|kept)\s|,|;|\(")
_HEAD_FIRST = (SourceType.DOCUMENT, SourceType.EXPERT, SourceType.WITNESS)
"""Kinds that the head of a description settles, whatever is beside it: "a UN report", "a farmer in rebel land"."""
_VAGUE = words("source_kinds", "vague")
_CIVIL = words("source_kinds", "civil")
_OVERRULED = frozenset({SourceType.MILITARY, SourceType.GOVERNMENT, SourceType.NEWS_MEDIA})
_OF_ORGANISATIONS = frozenset({SourceType.MONITOR_NGO, SourceType.INTL_ORGANISATION})
_AGAINST = re.compile(r"\b(?:anti-|counter-(?!terror))[\w-]+", re.IGNORECASE)
_AGE = re.compile(r"(?:aged )?\d\d?\b")
_PRIVATE = re.compile(r"(?:a|an)\s|(?:who|whose)\b|the (?:son|daughter|owner|head teacher|principal)\b")


CLASS_NOUNS: dict[str, frozenset[SourceType]] = {
    **dict.fromkeys(
        ("monitor", "watchdog", "charity", "organisation", "organization"), frozenset({SourceType.MONITOR_NGO})
    ),
    **dict.fromkeys(("movement", "rebels", "militants", "insurgents", "faction"), frozenset({SourceType.ARMED_GROUP})),
    "group": frozenset({SourceType.ARMED_GROUP, SourceType.MONITOR_NGO, SourceType.UNKNOWN}),
    **dict.fromkeys(
        ("agency", "newspaper", "broadcaster", "station", "channel", "paper", "daily"),
        frozenset({SourceType.NEWS_MEDIA, SourceType.STATE_MEDIA}),
    ),
    "mission": frozenset({SourceType.INTL_ORGANISATION}),
}
"""Nouns by which an article calls an organisation again, and which kinds of source they can mean."""


@cache
def _listings() -> Phrases[int]:
    """Every listed word and phrase with the place of its kind in _kinds()."""
    rows = [table("sources")[kind.value] for kind in _kinds()]
    return Phrases(
        (phrase, i) for i, row in enumerate(rows) for phrase in _with_plurals([*row["words"], *row["phrases"]])
    )


@cache
def _kinds() -> tuple[SourceType, ...]:
    """The kinds that have lists, in order: the first that is named anywhere in a description decides."""
    return tuple(SourceType(name) for name, rows in table("sources").items() if "phrases" in rows)


def _with_plurals(listed: Iterable[str]) -> set[str]:
    """The words with the plurals that end in "s": "nurse" gives "nurses"."""
    singular = [word for word in listed if not word.endswith(("s", "x"))]
    plurals = (word[:-1] + "ies" if word.endswith("ry") else word + "s" for word in singular)
    return {*listed, *plurals, *(word[:-1] for word in listed if " " in word and word.endswith(("ers", "ors", "ists")))}


@cache
def _phrases() -> dict[str, SourceType]:
    tables = table("sources")
    return {
        phrase: SourceType(name)
        for name, rows in tables.items()
        if "phrases" in rows
        for phrase in _with_plurals(rows["phrases"])
    }


@cache
def _words_of(name: str) -> frozenset[str]:
    return frozenset(_with_plurals(table("sources")[name]["words"]))


@cache
def _titles() -> dict[str, SourceType]:
    return {word: SourceType(kind) for kind, words in table("sources")["titles"].items() for word in words}


def without_enemies(description: str) -> str:
    """A description without whom it is against: "director general (anti-Naxal operations)" is no Naxal."""
    return _AGAINST.sub(" ", description)


_MEETINGS = ("press conference", "news conference", "press briefing", "news briefing", "media briefing")
_OF_FIGHTERS = re.compile(
    r"(?:the |a |an )?(?:[\w-]+ )?(?:group|movement|militia|rebels|militants|insurgents|jihadists|guerrillas"
    r"|separatists)['’]s? "
    r"(?:[\w-]+ ){0,3}(?:spokes\w+|commander|leader|chief|wing|media)\b"
)


@lru_cache(maxsize=2048)  # a source is looked at from several sides
def source_type(phrase: str) -> SourceType:
    """The kind of source a description names; UNKNOWN when no list knows it."""
    if _OF_FIGHTERS.match(phrase.lower()):
        return SourceType.ARMED_GROUP  # "the group's military operations spokesman"
    low = without_enemies(phrase.lower())
    noun, _, rest = _parted(low)
    head = noun.rsplit(maxsplit=1)[-1] if noun.split() else ""
    if noun.endswith(_MEETINGS):
        return SourceType.UNKNOWN
    if head in _words_of("private"):
        kind = _listed(rest)
        return kind if kind in _OF_ORGANISATIONS else SourceType.UNKNOWN
    if head in {"ministry", "ministries"} or "state committee" in noun:
        return SourceType.GOVERNMENT
    if head == "reports" and _VAGUE.issuperset(noun.split()):
        return SourceType.UNKNOWN
    named = _by_phrase(noun)
    if named is not None and (
        named not in _OVERRULED or (named is SourceType.NEWS_MEDIA and _listed(low) in _OVERRULED)
    ):
        return named
    for kind in _HEAD_FIRST:
        other = _listed(noun) if kind is not SourceType.DOCUMENT else kind
        medical = other is SourceType.MEDICAL_RESCUE
        official = kind is SourceType.EXPERT and other is SourceType.INTL_ORGANISATION
        if head in _words_of(kind.value) and not (medical or official):
            return kind
    kind = _listed(low)
    if kind is SourceType.UNKNOWN and not _CIVIL.intersection(noun.split()):
        return _titles().get(head, kind)
    return kind


def _by_phrase(noun: str) -> SourceType | None:
    """The kind of a set phrase that ends the noun phrase: "aid workers", "doctors without borders"."""
    parts = noun.split()
    ends = (" ".join(parts[-size:]) for size in (4, 3, 2) if size <= len(parts))
    return next(filter(None, map(_phrases().get, ends)), None)


def _parted(low: str) -> tuple[str, str, str]:
    found = _COMPLEMENT.search(low)
    if found is None:
        return low, "", ""
    return low[: found.start()], found.group(), low[found.end() :]


@lru_cache(maxsize=1024)  # a source is looked at from several sides
def _listed(low: str) -> SourceType:
    first = min((i for _, _, i in _listings().find(low)), default=None)
    return SourceType.UNKNOWN if first is None else _kinds()[first]


def type_of_title(name: str) -> SourceType:
    """The kind of source that a title in a person's name tells of: "Lt. Col. Leal", "Dr Yarow"; UNKNOWN without one."""
    titles = (_titles().get(word.strip(".").lower()) for word in name.split()[:4])
    return next(filter(None, titles), SourceType.UNKNOWN)


def is_collective(head: str) -> bool:
    """Does the noun mean a body that speaks, though of none of the kinds: "the opposition", "the union"?"""
    return head in _words_of("private") or head in _words_of("collective")


def is_plain_person(head: str) -> bool:
    """A noun for people that tells of no office, trade of speaking or body: "a volunteer", not "a spokesman"."""
    neutral = head in _words_of("people") or head in _words_of("offices") or is_collective(head)
    return head in person_nouns() and not neutral


def is_private(description: str) -> bool:
    """Does it tell of a private person: an age, "a tailor", "whose son was killed"?"""
    low = description.strip().lower()
    return bool(_AGE.match(low) or _PRIVATE.match(low))
