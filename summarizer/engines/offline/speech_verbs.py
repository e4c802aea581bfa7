"""Whether a verb that may mean speech does so where it stands: "called the raid a crime", not "called police"."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile

from summarizer.engines.offline.chunks import ADJ, CC, COMMA, NP, QUOTE, STOP, THAT, VG, P
from summarizer.engines.offline.frames import object_of, subject_of
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.source import Source
from summarizer.engines.offline.source_names import is_institution, is_role
from summarizer.normalize.harm import harm_states
from summarizer.normalize.places import country_of
from summarizer.records.vocabulary import SourceType

LISTING = words("speech_verbs", "listing")
"""Verbs that state only where a figure or a clause follows: "counted nine dead", not "counted the steps"."""
_LABELS = words("speech_verbs", "labels")
_SUPPOSED = words("speech_verbs", "supposed")
_NAMELESS = frozenset({"named", "name", "anonymity", "identified", "anonymous"})
_WITH_THAT = frozenset({"recognise", "recognize"})
_CLOSING = frozenset({"find", "rule", "hear", "establish"})  # "Eight died, the commission found"
_OF_NAMES = frozenset({"mention", "disclose", "identify", "name", "reveal", "report"})
_WARDS = frozenset({"hospital", "hospitals", "clinic", "clinics", "ward", "centre", "center", "facility", "infirmary"})
_CHANNELS = frozenset(
    {"telegram", "x", "facebook", "twitter", "instagram", "whatsapp", "social", "truth", "tiktok", "vk"}
)
_FEELING = words("speech_verbs", "feeling")
_MATTERS = (["for"], ["of"], ["about"], ["in"])  # "feared for his life", "thought of home"
_NEEDED = {
    **dict.fromkeys(("establish", "determine", "assess", "alert"), frozenset({"that"})),
    "hold": frozenset({"responsible", "accountable", "liable"}),
    **dict.fromkeys(("lay", "put", "pin", "place"), frozenset({"blame"})),
    "point": frozenset({"out", "finger", "fingers"}),
    "own": frozenset({"up"}),
    "attribute": frozenset({"to"}),
    "distance": frozenset({"from"}),
    "find": frozenset({"that", "credible", "evidence"}),
    **dict.fromkeys(("rule", "hear", "see"), frozenset({"that"})),
    **dict.fromkeys(("laugh", "shrug", "brush", "wave"), frozenset({"off", "aside", "away"})),
}
"""Verbs that mean speech only with one of these words after them."""


def means_speech(p: Parsed, k: int, base: str) -> bool:
    """Is the verb at k, with this base form, used of speech? "asked not to be named" and "suspected to be" are not."""
    chunk = p.chunks[k]
    after = [w.low for w in p.words[chunk.b : chunk.b + 16]]
    if k and base in _OF_NAMES and p.head(p.chunks[k - 1]) in {"name", "names", "identity"}:
        return False  # "did not want his name mentioned"
    if after[:1] in _MATTERS and base in _FEELING:
        return False
    reduced = chunk.a == chunk.head and p.words[chunk.head].tag == "VBN"
    if reduced and after[:1] == ["to"] and base in _SUPPOSED:
        return False
    on = base == "press" and after[:1] in (["on"], ["ahead"], ["forward"], ["into"])
    if on or (after[:3] == ["not", "to", "be"] and not _NAMELESS.isdisjoint(after[3:5])):
        return False  # "troops pressed on with an operation", "begged not to be named"
    if base in _WITH_THAT and after[:1] != ["that"] and after[1:2] not in (["loss"], ["losses"], ["death"], ["deaths"]):
        return False  # but "recognized the loss of two combatants"
    if p.head(chunk) == "writing" and k and p.head(p.chunks[k - 1]) == "in":
        return False  # "agreed in writing to pay"
    if (
        reduced
        and k
        and p.chunks[k - 1].kind in {NP, CC}
        and _is_of_noun(base, after, counted=p.chunks[k - 1].count is not None)
    ):
        return False
    if (needed := _NEEDED.get(base)) is not None:
        closing = base in _CLOSING and object_of(p, k) is None and k > 1 and p.chunks[k - 2].kind in {COMMA, QUOTE}
        return closing or not needed.isdisjoint(after)
    if base == "speak":
        return after[:1] == ["of"]
    test = _TESTS.get(base) or (_labels if base in _LABELS else None)
    return test is None or test(p, k, after)


_FOR_WHAT = frozenset({"for", "of", "with"})


def _is_of_noun(base: str, after: list[str], *, counted: bool) -> bool:
    """Example: "a unit blamed for an ambush", "peasants accused of", "23 people reported missing": a participle."""
    if base in {"blame", "accuse", "suspect", "charge"}:
        return bool(after) and after[0] in _FOR_WHAT
    if base in {"declare", "pronounce"}:
        return bool(after) and after[0] in {"dead", "brought"}
    return base == "report" and counted and bool(after) and after[0] in harm_states()


def _declares(p: Parsed, k: int, after: list[str]) -> bool:
    """Is something declared to be so ("declared that", "declared the town free")? Not "declared allegiance", "war"."""
    following = p.chunks[k + 1 : k + 6]
    if after[:1] == ["by"]:
        return False  # "a lockdown declared by separatists"
    if not after or not following or following[0].kind in {THAT, QUOTE, COMMA, STOP}:
        return True
    if (k and p.chunks[k - 1].kind in {COMMA, QUOTE}) or any(c.kind == THAT for c in following[:3]):
        return True  # "declared on Thursday that"
    twice = [chunk.kind for chunk in following[:2]] == [NP, NP]
    clause = takewhile(lambda chunk: chunk.kind != COMMA, following)
    return twice or any(chunk.kind in {VG, ADJ} and not chunk.infinitive for chunk in clause)


def _admits(p: Parsed, k: int, after: list[str]) -> bool:
    """Example: "the army admitted five deaths"; not "the hospital has admitted 63 patients"."""
    j, subject = object_of(p, k), subject_of(p, k)
    takes_in = subject is not None and p.head(p.chunks[subject]) in _WARDS
    return not (after and takes_in and j is not None and p.chunks[j].count is not None)


def _posts(p: Parsed, k: int, after: list[str]) -> bool:
    """Example: ", the governor posted on Telegram"; not "soldiers posted on the border"."""
    told = all(chunk.kind != VG for chunk in p.chunks[k + 1 : k + 6])  # not "a video posted on Facebook showed"
    return told and after[:1] in (["on"], ["to"]) and not _CHANNELS.isdisjoint(after[1:4])


def _adds(p: Parsed, k: int, after: list[str]) -> bool:
    """Is something added in words: a clause or a quotation? Not "adding about 10 days to a voyage"."""
    following = list(takewhile(lambda chunk: chunk.kind not in {COMMA, STOP}, p.chunks[k + 1 : k + 12]))
    if p.chunks[k + 1 : k + 2] and p.chunks[k + 1].kind in {COMMA, STOP, QUOTE}:
        return True
    clause = any(chunk.kind in {VG, THAT, QUOTE} for chunk in following)
    return clause or not following or following[0].count is None


def _offers(p: Parsed, k: int, after: list[str]) -> bool:
    return bool(p.chunks[k]) and after[:1] == ["to"]


def _names(p: Parsed, k: int, after: list[str]) -> bool:
    return object_of(p, k) is not None and "as" in after[:12]


def _pleads(p: Parsed, k: int, after: list[str]) -> bool:
    return bool(p.chunks[k]) and after[:1] in (["for"], ["with"], ["not"], ["guilty"], ["innocent"])


def _asks(p: Parsed, k: int, after: list[str]) -> bool:
    return (
        bool(p.chunks[k])
        and after[:1] != ["to"]
        and after[:4] != ["not", "to", "be", "named"]
        and _NAMELESS.isdisjoint(after[:6])
    )


def _appeals(p: Parsed, k: int, after: list[str]) -> bool:
    return bool(p.chunks[k]) and after[:1] in (["on"], ["for"], ["to"], ["upon"])


def _claims(p: Parsed, k: int, after: list[str]) -> bool:
    return bool(p.chunks[k]) and {"lives", "life", "responsibility", "credit"}.isdisjoint(after[:6])


def _pledges(p: Parsed, k: int, after: list[str]) -> bool:
    return bool(p.chunks[k]) and {"allegiance", "loyalty", "fealty"}.isdisjoint(after[:3])


def _calls(p: Parsed, k: int, after: list[str]) -> bool:
    """Example: "called on both sides", "called it a crime"; not "began calling for help", "a place called Bel Air"."""
    if p.words[p.chunks[k].head].tag == "VBG" and k and p.chunks[k - 1].kind == VG:
        return False
    if after[:1] in (["on"], ["for"], ["upon"]):
        return "behalf" not in after[:4]  # "he was calling on their behalf"
    if after[:1] == ["that"] and k + 2 < len(p.chunks) and p.chunks[k + 2].kind == QUOTE:
        return True  # "called that "a shameless lie""
    j = object_of(p, k)
    named = j is not None and p.text[p.start(p.chunks[j])].isupper()
    return not named and _labels(p, k, after)


def _labels(p: Parsed, k: int, after: list[str]) -> bool:
    """Example: "termed it unfortunate", "described the raid as a crime": the object has something said of it."""
    if any(p.head(chunk) == "what" for chunk in p.chunks[max(0, k - 4) : k]):  # "in what the army called an error"
        return True
    j = object_of(p, k) if after else None
    if j is None:
        return False
    while j + 2 < len(p.chunks) and p.chunks[j + 1].kind == P and p.head(p.chunks[j + 1]) != "as":
        j += 2
    following = p.chunks[j + 1] if j + 1 < len(p.chunks) else None
    return following is not None and (following.kind in {NP, QUOTE, ADJ} or p.head(following) == "as")


def _answers(p: Parsed, k: int, after: list[str]) -> bool:
    """Example: "responded that", ", she responded."; not "troops responded effectively and killed eight"."""
    if after[:1] in (["that"], ["by"]):
        return after[:1] == ["that"] or after[1:2] in (["saying"], ["accusing"], ["denying"])
    following = p.chunks[k + 1] if k + 1 < len(p.chunks) else None
    closes = following is None or following.kind in {QUOTE, STOP, COMMA}
    return closes and (following is None or k == 0 or any(c.kind == QUOTE for c in (following, *p.chunks[:k])))


def _waves_off(p: Parsed, k: int, after: list[str]) -> bool:
    """Example: "dismissed the report as false"; not "dismissed the security minister"."""
    j = object_of(p, k)
    return j is None or not after or not is_role(p.head(p.chunks[j]))


def _disputes(p: Parsed, k: int, after: list[str]) -> bool:
    """Are words disputed? Not what two contend for: "gangs dispute the gold with companies", "dispute the border"."""
    land = {"border", "territory", "land", "lands", "area", "route", "routes", "control", "island", "islands"}
    return "with" not in after[1:7] and land.isdisjoint(after[:4])


_ACCOUNTS = frozenset(
    {"figure", "figures", "account", "toll", "report", "version", "claim", "claims", "statement", "count"}
)


def _faults(p: Parsed, k: int, after: list[str]) -> bool:
    """Example: "faulted the police figures"; not "faulted the police"."""
    j = object_of(p, k)
    return j is not None and p.head(p.chunks[j]) in _ACCOUNTS


def _observes(p: Parsed, k: int, after: list[str]) -> bool:
    """Example: "observed that"; not "observed a minute of silence", "observed a truce"."""
    following = p.chunks[k + 1] if k + 1 < len(p.chunks) else None
    return following is None or following.kind in {THAT, QUOTE, COMMA, STOP}


def _argues(p: Parsed, k: int, after: list[str]) -> bool:
    return after[:1] not in (["over"], ["about"], ["with"])


def _announces(p: Parsed, k: int, after: list[str]) -> bool:
    """Example: "announced a truce"; not "a truce arranged by envoys and announced for 6 p.m. collapsed"."""
    told = any(c.kind == THAT for c in p.chunks[k + 1 : k + 6])  # "announced for the first time that"
    return not (after[:1] == ["for"] and object_of(p, k) is None) or told


_TESTS: dict[str, Callable[[Parsed, int, list[str]], bool]] = {
    "observe": _observes,
    "argue": _argues,
    "announce": _announces,
    "declare": _declares,
    "name": _names,
    "identify": _names,
    "admit": _admits,
    "post": _posts,
    "add": _adds,
    "offer": _offers,
    "plead": _pleads,
    "ask": _asks,
    "respond": _answers,
    "continue": _answers,
    "dismiss": _waves_off,
    "appeal": _appeals,
    "press": _appeals,
    "claim": _claims,
    "pledge": _pledges,
    "promise": _pledges,
    "call": _calls,
    "dispute": _disputes,
    "fault": _faults,
}


_LANDS = frozenset({"country", "nation", "province", "region", "city", "town", "district", "municipality", "county"})


def keeps_count(p: Parsed, j: int, source: Source, base: str) -> bool:
    """Can the subject at chunk j show or register something? A country where it happened cannot: "Peru recorded 40"."""
    if base in LISTING and (country_of(p.slice(p.chunks[j])) is not None or p.head(p.chunks[j]) in _LANDS):
        return False
    known = source.type is not SourceType.UNKNOWN or p.chunks[j].det == "prp"
    return known or (base in LISTING and is_institution(p, p.chunks[j], source.name))
