"""Triggers that tell no event of their own: names of crimes, figures of a period, sirens, warrants."""

from __future__ import annotations

import re

from summarizer.engines.offline.chunks import COMMA, NP, VG, P
from summarizer.engines.offline.frames import object_of, subject_of
from summarizer.engines.offline.habits import is_habit
from summarizer.engines.offline.lexicon import months, words
from summarizer.engines.offline.no_such_deed import are_displaced, no_such_deed, of_no_such_thing, told_of_none
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.scope_words import RECORD
from summarizer.engines.offline.unmeant import unmeant
from summarizer.records.vocabulary import EventGroup, EventType

_COMPOUNDING = words("guards", "compounding")
_COMPOUNDED = words("guards", "compounded")
_CRIME = re.compile(
    r"\b(?:convicted|accus(?:ed|ing|es)|guilty|charged|wanted|suspected|acquitted|warrants?|charges?|counts?|trial"
    r"|indicted"
    r"|complicity|immunity|sentenced|conviction|probe|inquiry|investigat\w+|complaint|testified|jailed)\s+"
    r"(?:of|for|with|in|over|on|into)\b[^,;.]{0,40}$",
    re.IGNORECASE,
)
_CLAIMED = re.compile(
    r"\b(?:claims?|reports?|rumou?rs|allegations?|accounts?|suggestions?)\b[^.;]*\bthat\b", re.IGNORECASE
)
_JUDGED = re.compile(
    r"\b(?:condemn|denounc|deplor|decr(?:y|ied)|mourn|lament|regrett?)(?:s|ed|es|ing|ied)?"
    r" (?:the|this|these|that|what [\w ]{3,20}) (?:[\"“”\w-]+ ){0,3}[\"“”]?$",
    re.IGNORECASE,
)
"""Before the noun of an event that somebody speaks of: "condemned the "horrific" bombing"."""
_INVOLVED = re.compile(
    r"\b(?:involved|involvement|complicit|complicity|role|(?:took|take|taken) part|part) in (?:[\w.-]+ ){0,4}$",
    re.IGNORECASE,
)
_MOST = frozenset({"worst", "heaviest", "largest", "biggest", "most", "second-deadliest"})
_IN_FORCE = re.compile(
    r"\b(?:enforc(?:e|es|ed|ing)|violat(?:e|es|ed|ing|ions? of)|breach(?:es|ed|ing)?|def(?:y|ies|ied|ying))"
    r" (?:an?|the|its|that) (?:[\w.-]+ ){0,3}$",
    re.IGNORECASE,
)
"""Before a ban or a truce that is in force: "a mission to enforce an arms embargo"."""
_FALSE = re.compile(
    r"\b(?:is|are|was|were) (?:\w+ly )?(?:false|untrue|baseless|unfounded|fabricated|lies|a lie)\b", re.IGNORECASE
)
_SINCE = re.compile(
    r"\b(?:since|before|until|ahead of|fears? of|fearing|risk of|threat of)\s+"
    r"(?:(?:the\s+)?(?:ending|breaking|signing|end of|start of|collapse of|breakdown of)\s+)?(?:the\s+|a\s+|new\s+)*$",
    re.IGNORECASE,
)
_HARMED_IN = re.compile(r"\b(?:killed|wounded|died|dead|injured) in $")
_LATER = re.compile(
    r"\b(?:after|following|in the wake of|in response to|over"
    r"|(?:briefed|informed|asked|questioned|comment|commented|react|reacted|respond|responded) (?:on|about|to))"
    r" (?:the|that) (?:latest )?$",
    re.IGNORECASE,
)
"""Before a bare "the raid" that is told elsewhere: "dismissed the army chief after the raid"."""
_PERIOD = re.compile(
    r"\b(?:since (?:the (?:start|beginning)|\w+ (?:19|20)\d\d|(?:19|20)\d\d|january|jan\b|01|independence)"
    rf"|since (?:{months()})[^.;]{{0,60}}\bha(?:s|ve) (?:been )?(?:killed|died|claimed|left)\b"
    rf"|ha(?:s|ve) (?:been )?(?:killed|died)[^.;]{{0,60}} since (?:early |late |mid-?)?(?:{months()})"
    r"|since (?:the|an?) (?:[\w-]+ ){0,3}(?:ceasefire|cease-fire|truce|coup|invasion|takeover|uprising|elections?)\b"
    r"|\d{2,} (?:[\w-]+ ){0,3}(?:attacks|incidents|strikes|raids) (?:were |have been )?(?:reported|recorded|registered)"
    r"|since then|(?:during|over|in) (?:the same|that) (?:period|time|year|month)"
    r"|so far(?: this| in)?|this year|last year|per (?:day|month|year)|every (?:day|month|year)"
    rf"|the most since|between (?:\d+ )?{months()}(?: \d{{4}})? and"
    r"|in the (?:past|last|first|previous) (?:\w+ )?(?:days?|weeks?|months?|years?|half|quarter)"
    r"|(?:over|during) the (?:past|last) \w+|in recent (?:years|months)|year-on-year|to date)\b",
    re.IGNORECASE,
)
_COUNTING = re.compile(
    r"\b(?:record(?:ed|s)|registered|documented|counted|tallied|logged|verified|reported|recorded)\b", re.IGNORECASE
)
_ORDINAL = re.compile(
    r"\b(?:is|was|are|were|be|becomes|became) (?:at least )?(?:the|its|their|his) (?:second|third|fourth|fifth|sixth"
    r"|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)
_IN_SPAN = re.compile(
    r"\b(?:since \w+|in (?:as many|\w+) (?:days|weeks|months|years)|this (?:week|month|year))\b", re.IGNORECASE
)
_AFTER = re.compile(r"\b(?:after|when|as|following)\b|;", re.IGNORECASE)
_ACROSS = re.compile(
    rf"\b(?:nationwide|(?:across|throughout|around) the (?:country|nation|province|region)\b[^.;]{{0,20}})"
    rf" in (?:{months()})\b"
)
"""Where attacks of a month are counted."""
_MANY, _SEVERAL = 100, 20
"""People of a figure of a period; the second in a sentence of some months."""
_A_DAY = re.compile(
    r"\b(?:over|in|during|within) the (?:past|last|previous) (?:24 hours|day|night)\b|\bovernight\b", re.IGNORECASE
)
_MONTHS = re.compile(rf"\bbetween (?:\d+ )?{months()}(?: \d{{4}})? and\b", re.IGNORECASE)
_PAPER = re.compile(r"\b(?:in|an?) release(?:[,.]|$| (?:dated|issued|said))", re.IGNORECASE)
"""Example: "in a release, the army said", "a release dated June 2"."""
_TERM = re.compile(r"\buses? the (?:term|word|phrase|expression)\b", re.IGNORECASE)
"""Example: "Ankara uses the term "neutralized" to mean that"."""
_NUMBERING = (" least ", " most ")
_PAPERS = words("guards", "papers")
_DEEDS = frozenset({"attacks", "raids", "kidnappings", "bombings", "killings", "murders"})
_RIOT_OF = frozenset({"police", "policemen", "gear", "squad", "shields", "act", "control", "officers", "troops"})
_BUSINESS = re.compile(
    r"\b(?:shares?|profits?|sales|costs?|midfield|goals?|match|matches|season|league|coach|striker|goalkeeper"
    r"|penalty|polls?|contract|album|film|movie|concert|ratings|championship|tournament|prices|investors|fees)\b",
    re.IGNORECASE,
)


def tells(p: Parsed, kind: EventType, start: int, end: int, k: int) -> bool:
    """Can the words at these characters, in chunk k, tell of an event of this type?"""
    low, chunk = p.text[start:end].lower(), p.chunks[k]
    if _TERM.search(p.text) or (low.endswith(" at") and p.text.startswith(_NUMBERING, end)):
        return False  # "fired at least five rockets"
    if kind is EventType.HUMANITARIAN and are_displaced(p, low, start, k):
        return False
    if _names_else(p, kind, start, end) or no_such_deed(p, kind, low, start, end) or unmeant(p, kind, start, end, k):
        return False
    if of_no_such_thing(p, kind, low, k, end):
        return False
    if _is_description(p, low, k) or (chunk.kind == VG and _is_ability(p, k)):
        return False
    if chunk.kind == VG and (is_habit(p, k) or _of_number(p, k) or _is_adjective(p, low, k) or _of_nobody(p, low, k)):
        return False
    if kind.group in {EventGroup.GROUND, EventGroup.PERSONS} and _BUSINESS.search(p.text):
        return False
    return not (chunk.kind == NP and _is_figure(p, k, kind))


_FOR_LIFE = re.compile(
    r" (?:for (?:his|her|their|its|our|my) (?:li(?:fe|ves)|survival|freedom)|corruption|crime|poverty|cancer|disease)\b"
)
"""Behind "fighting": no fight with arms."""


_NO_ATTACKS = words("guards", "no_attacks")
_THE_WAR = re.compile(r"\b(?:died|dead|killed|wounded|fallen|casualties) (?:\w+ )?in [\w'’]+ full-scale $")
"""Before "invasion": the name of a war, and no deed of its own."""


def _names_else(p: Parsed, kind: EventType, start: int, end: int) -> bool:
    """Are the words part of another name: "air raid sirens", "riot police", "press release", "arrest warrant"?"""
    low, following, before = p.text[start:end].lower(), _next(p, end), _before(p, start)
    if low.split()[-1] in _COMPOUNDING and following in _COMPOUNDED:
        return True
    if low.startswith("attack") and before in _NO_ATTACKS:
        return True
    if low.startswith(("fight", "fought", "battl")) and _FOR_LIFE.match(p.text, end):
        return True
    if low == "invasion" and _THE_WAR.search(p.text[:start].lower()):
        return True
    if kind is EventType.RIOT and low == "riot":
        return following in _RIOT_OF
    if kind is EventType.RELEASE and low == "released" and before in _PAPERS:
        return True  # "a video released on Monday"
    if kind is EventType.RELEASE and low == "release":
        paper = _PAPER.search(p.text[max(0, start - 5) : end + 9]) is not None
        return paper or before in {"press", "news", "immediate", "for"}
    return kind is EventType.ARREST and ("warrant" in (following, before) or bool(_CRIME.search(p.text[:start])))


def _of_nobody(p: Parsed, low: str, k: int) -> bool:
    """Example: "no soldiers were killed": nothing is told that happened."""
    raised = k > 0 and p.chunks[k - 1].kind == VG and p.chunks[k - 1].passive  # "were reported killed"
    if not (p.chunks[k].passive or raised) or low not in _HARM_DONE or _NONE.isdisjoint(p.vocabulary):
        return False
    j = subject_of(p, k - raised)
    if j is not None and p.slice(p.chunks[j]).lower() in _NOBODY:
        return True
    count = p.chunks[j].count if j is not None else None
    return count is not None and count.count.value == 0


_NONE = frozenset({"no", "no-one", "nobody", "none"})
_NOBODY = frozenset({"no one", "no-one", "nobody", "none"})
_HARM_DONE = frozenset(
    {
        "killed",
        "slain",
        "murdered",
        "executed",
        "shot",
        "beheaded",
        "abducted",
        "kidnapped",
        "raped",
        "convicted",
        "sentenced",
        "indicted",
    }
)


def _is_description(p: Parsed, low: str, k: int) -> bool:
    """Example: "in the besieged Sudanese city": a participle between an article or preposition and its noun."""
    before, after = p.chunks[k - 1] if k else None, p.chunks[k + 1] if k + 1 < len(p.chunks) else None
    between = before is not None and before.kind == P and after is not None and after.kind == NP
    return low in {"besieged", "encircled", "embattled", "occupied"} and (between or p.chunks[k].kind == NP)


def _is_ability(p: Parsed, k: int) -> bool:
    """Example: "the army can retake a camp": what somebody is able to do, to nothing in particular."""
    if p.chunks[k].modal != "can" or p.chunks[k].passive:
        return False
    at = object_of(p, k)
    return at is not None and p.chunks[at].count is None and p.chunks[at].det in {"a", "an", "any", ""}


def _is_adjective(p: Parsed, low: str, k: int) -> bool:
    """Example: "most of them displaced villagers": a participle before its noun."""
    bare = low == "displaced" and not p.chunks[k].passive
    if bare and k and p.chunks[k - 1].kind == NP and p.chunks[k - 1].det in {"a", "an"}:
        return True  # "a 35-year-old man displaced from Saraqib"
    if low == "surrendered" and k and p.chunks[k - 1].kind == P:
        return True  # "with the help of surrendered cadres"
    return bare and k + 1 < len(p.chunks) and p.chunks[k + 1].kind == NP


def _of_number(p: Parsed, k: int) -> bool:
    """Example: "the number of people abducted went up": a figure of many events."""
    bare = p.words[p.chunks[k].head].tag == "VBN" and p.chunks[k].b - p.chunks[k].a == 1
    of = k > 2 and p.chunks[k - 1].kind == NP and p.head(p.chunks[k - 2]) == "of"
    count = p.chunks[k - 1].count if bare and k else None
    if count is not None and (count.count.value or count.count.min or 0) > _MANY and _COUNTING.search(p.text):
        return True
    return bare and of and p.head(p.chunks[k - 3]) in {"number", "total", "toll", "count"}


def speaks_of(p: Parsed, start: int, k: int) -> bool:
    """A mention that makes no event by itself: the name of a crime, a time reckoned from a war."""
    before, chunk = p.text[:start], p.chunks[k]
    if _CRIME.search(before) or (_FALSE.search(p.text[start:]) and _CLAIMED.search(before)):
        return True
    if chunk.kind != NP:
        return False
    old = _JUDGED.search(before) or _INVOLVED.search(before) or _IN_FORCE.search(before)
    own = [w.low for w in p.words[chunk.a + 1 : chunk.head]]
    later = "such" in own or (own in ([], ["latest"]) and _LATER.search(before))  # "the first such attack"
    if old or told_of_none(before, p.text[p.end(chunk) :]) or (later and chunk.det in {"the", "that"}):
        return True
    first = p.text[: p.start(chunk)]
    if chunk.det == "the" and any(low in _MOST or low.endswith("iest") for low in own):
        # "was the deadliest attack on the city since March" is the one that is told
        return bool(first.strip()) and _HARMED_IN.search(first) is None
    aimless = not chunk.det and chunk.count is None and p.head(chunk) in _DEEDS and before.endswith(" for ")
    return aimless or _SINCE.search(before) is not None


def sums_up(p: Parsed) -> bool:
    """Does the sentence give figures of a period, not news of one event?"""
    return _PERIOD.search(RECORD.sub("", p.text)) is not None


def _is_figure(p: Parsed, k: int, kind: EventType) -> bool:
    """Example: "225 militant attacks in the past 12 months", "ten killings recorded": a figure, no event."""
    chunk = p.chunks[k]
    if kind.group not in {EventGroup.GROUND, EventGroup.PERSONS, EventGroup.REMOTE}:
        return False
    if chunk.count is None:
        return _of_many(p, k)
    value = chunk.count.count.value or chunk.count.count.min or 0
    if kind is EventType.ARMED_CLASH and _A_DAY.search(p.text):
        return False  # "164 clashes had taken place over the past 24 hours"
    return value > 1 and (sums_up(p) or _COUNTING.search(p.text) is not None or value > 9)


def _of_many(p: Parsed, k: int) -> bool:
    """Example: "more than 900 people have died in attacks since the start of the year": attacks without number."""
    chunk = p.chunks[k]
    plural = not chunk.det and p.words[chunk.head].tag == "NNS"
    inside = plural and k > 0 and p.head(p.chunks[k - 1]) in {"in", "by", "from"}
    if not chunk.det and p.words[chunk.a].low == "more" and _COUNTING.search(p.text):
        return True  # "recorded more murders than any other state"
    opens = k == 0 or p.chunks[k - 1].kind == COMMA or p.head(p.chunks[k - 1]) in {"said", "says"}
    bare = inside or (opens and plural)
    counted = _MONTHS.search(p.text) is not None or (inside and _COUNTING.search(p.text) is not None)
    many = _SEVERAL if counted else _MANY
    summed = sums_up(p) or (p.chunks[k].kind == NP and _ACROSS.search(p.text) is not None)
    return bare and summed and any((x.count.value or x.count.min or 0) >= many for x in p.counts)


def is_ordinal(p: Parsed, start: int) -> bool:
    """Is the event at this character counted among those of a period: "Monday's raid was the fifth since January"?"""
    found = _ORDINAL.search(p.text)
    if found is None or not (sums_up(p) or _IN_SPAN.search(p.text)):
        return False
    return _AFTER.search(p.text[found.end() : max(start, found.end())]) is None


def _next(p: Parsed, end: int) -> str:
    return next((w.low for w in p.words if w.start >= end), "")


def _before(p: Parsed, start: int) -> str:
    words_before = [w.low for w in p.words if w.end <= start]
    return next((w for w in reversed(words_before) if w not in {"of", "an", "the", "a"}), "")
