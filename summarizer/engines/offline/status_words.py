"""Whether words around a trigger make it something feared, called off, ordered, announced or due."""

from __future__ import annotations

import re

from summarizer.engines.offline.chunks import NP, VG, Chunk
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.records.vocabulary import EventStatus, EventType

_CLAIMING = frozenset({"claim", "claims", "claimed", "claiming"})
_RELATIVES = frozenset({"that", "which", "who"})
_DUE = re.compile(
    r"(?:(?:now|also|still|increasingly) )?(?:(?:is|are|was|were|remains?|(?:has|have|had) been)"
    r" (?:still |now |also |most |very |highly )?"
    r"(?:(?:due|scheduled|expected|set|planned|slated|supposed|meant|poised|likely) to(?! have\b)"
    r"|(?:scheduled|planned|slated) (?:for|on|in|at|outside|near|later"
    r"|tomorrow|next|this|(?:mon|tues|wednes|thurs|fri|satur|sun)day))\b"
    r"|(?:is|are|was|were) (?:due|expected|scheduled) (?:to arrive |to leave )?"
    r"(?:on|at|in|tomorrow|later|next|by|before|within)\b"
    r"|(?:is|are) to be (?!(?:found|seen|blamed|believed|trusted)\b)"
    r"|(?:was|were) to have\b|(?:is|are|was|were|seems?|seemed|appears?|appeared|looks?) "
    r"(?:\w+ )?(?:imminent|inevitable|looming|likely|a matter of)\b)"
)
_DUE_FOR = re.compile(
    r"\b(?:is|are|was|were) (?:due|expected|scheduled) (?:in|at|back)\b[^,;.]*\bfor (?:[\w-]+ ){0,3}$"
    r"|\b(?:invited|invites|summoned|inviting)\b[^;.]{0,80}\b(?:for|to) (?:[\w-]+ ){0,3}$"
)
"""Before a trigger: "is due in Beirut on Monday for truce talks"."""
_UNLIKELY = re.compile(r"(?:is|are|was|were|seems?|remains?) (?:still |now |very |highly )?unlikely\b")
_NEXT = re.compile(
    r"\b(?:next (?:week|month|year|\w+day)|tomorrow|in the coming (?:days|weeks|months)|later this (?:week|month|year)"
    r"|before the end of the)\b"
)
_WHOSE = re.compile(r"\bwhose [^,;.]*,")
"""An aside whose time is its own: "the president, whose term ends next year, broke off talks"."""
_BY_THEN = re.compile(r"\bby the end of the\b")
_DONE = frozenset({"had", "has", "have", "was", "were"})
"""Verbs that begin a group of the past: "had claimed the shooting by the end of the week"."""
_NO_MORE = re.compile(r"\bthere (?:will|would|shall|can|could) (?:be no|not be|never be)(?: \w+)? $")
_FEARED = re.compile(
    r"\b(?:fear|fears|feared|fearing|expect|expects|expecting|anticipated|anticipating|braced? for"
    r"|bracing for|risk|prevent|avert|avoid)"
    r"\s+(?:[\w-]+\s+){0,3}$"
)
INTENDED = re.compile(r"\b(?:planned|planning|threatened|imminent|looming)\s+(?:(?!the\b)\w+ )?$")
_CALLED_FOR = re.compile(
    r"\b(?:(?:call(?:ed|s|ing)?|appeal(?:ed|s)?) (?:\w+ )?for|threaten(?:ed|s|ing)?(?: with)?"
    r"|demand(?:ed|s|ing)?|announc(?:ed|es|ing) plans for|vow(?:ed|s|ing)?|promis(?:ed|es|ing)|pledg(?:ed|es|ing))"
    r" (?:an? |revenge |retaliatory |swift |severe |harsh "
    r"|new |more |further |fresh |mass |street |nationwide |large |\w+-wide )*(?:\w+ and (?:\w+ )?)?$"
)
"""Before a noun of unrest or violence: "called for mass protests", "threatened a strike and protests"."""
_NO_DEED = r"(?:(?!\b(?:as|after|before|when|while|since|hours|and|came|killed|killing|left|wounded)\b)[^,;.])"
_PUT_OFF = re.compile(
    rf"^(?:{_NO_DEED}{{0,60}},{_NO_DEED}*,)?{_NO_DEED}{{0,60}}\b(?:was|were|(?:has|have|had) been) "
    r"(?:postponed|put off|delayed)\b"
)
_ORDERED = re.compile(
    r"\b(?:order(?:s|ed|ing)?|(?:approv|authori[sz]|endors)(?:es|ed|ing)) (?:an? |the |its |his |their )(?:[\w-]+ )?$"
)
_ORDERS = frozenset({"order", "orders", "ordered", "ordering"})
_TO_BE_DONE = words("status_words", "to_be_done")
"""Nouns of what is still to be done when it is ordered; an ordered closure is in force."""
_MARCHERS = frozenset({"protesters", "protestors", "demonstrators"})
_PLANS = re.compile(
    r"^ (?:(?:ha(?:d|ve) )?(?:plan|intend|hop|want|vow|aim)(?:e|n?ed)?|(?:are|were) (?:planning|hoping|due|to|set))\b"
)
_CALLED_OFF = re.compile(
    r"\b(?:rul(?:e|es|ed|ing) out|call(?:s|ed|ing)? off|cancel(?:s|led|ed|ling|ing)?|scrapp(?:ed|ing)|scraps"
    r"|abandon(?:s|ed|ing)|no|ban(?:s|ned|ning)|forb(?:ids|ade|idding)|prohibit(?:s|ed|ing))"
    r" (?:an? |any |all |the |its |their |his |her |plans for |planned |further |new |[\w-]+ )?$"
)
"""Before a noun; before a verb it would take "for no reason shot" for a shooting that was called off."""
_ANNOUNCED = re.compile(
    r"(?:call|announc)(?:ed|es|s|ing)? (?:an? |the )?(?:[\w-]+ ){1,4}(?:for|on|next|tomorrow|this)\b"
)
"""At a verb that tells of a protest to come: "called a new march for Saturday"."""
_NOT_CHOSEN = re.compile(
    r"\b(?:(?:voted|decided|advised|argued) against|oppos(?:ed|es|ing)|stopped short of|instead of|rather than|without)"
    r" (?:\w+ing )?(?:an? |any )?$|(?<!not )\bfar from (?:an?|any) (?:[\w-]+ )?$"
    r"|\bno (?:intentions?|plans?|wish|desire|interest|need|orders?) (?:of|in|to|for) (?:\w+ing )?$"
    r"|\b(?:declin|refus)(?:ed|es|ing) to \w+ (?:an? |any |the )?$"
)
"""Before a gerund or a noun: "voted against sending troops", "declined to order an evacuation"."""
_STILL_AHEAD = re.compile(
    r"\b(?:(?:mov|edg|inch|work|stumbl|push)(?:ed|es|e|ing) (?:closer )?(?:towards?|for)|close to|closer to|on the"
    r" (?:verge|brink) of|short of|in favou?r of|hopes? (?:of|for)) (?:an?|any|new|another) (?:[\w-]+ ){0,2}$"
    r"|\b(?:deal|agreement|accord|pact|proposal|plan|talks|negotiations) (?:on|for|over|about)"
    r" (?:an? |the )?(?:[\w-]+ )?$"
    r"|\bdemands? (?:includ(?:e|es|ed|ing)|for) (?:an? |the )?(?:[\w-]+ )?$"
    r"|\b(?:green light|go-ahead|approval|permission|authori[sz]ation|clearance) (?:for|to)"
    r" (?:an?|any|the|new) (?:[\w-]+ )?$"
    r"|\b(?:apart|differ(?:s|ed)?|disagree(?:s|d)?|divided|haggling|wrangling)"
    r" (?:on|over|about) (?:the |an? )?(?:[\w-]+ )?$"
    r"|\btasked with (?:[a-z]+ing )?$"
    r"|\b(?:await(?:s|ed|ing)?|slated for|earmarked for|eligible for) (?:an? |the |their )?(?:[\w-]+ )?$"
    r"|\b(?:idea|notion|options?|proposals?|suggestions?|hopes?|prospects?|chances?|need) (?:of|for)"
    r" (?:an?|any|new|another) (?:[\w-]+ )?$"
)
"""Before a noun: "are edging towards a ceasefire", "demands include the release"."""
_PROVIDES = re.compile(
    r"\b(?:calls? for|calling for|demands?|demanding|provides? for|envisages?|foresees?|stipulates?|requires?)"
    r" (?:the|an?) (?:[\w-]+ )?(?:[^,;.]{0,60}\band (?:the |an? )(?:[\w-]+ )?)?$"
)
"""Before a noun of what is to be done: "the pact calls for the withdrawal of troops and the release"."""
_VOTE_ON = re.compile(
    r"\b(?:vote|voting|decide|deciding|decision|debate|debating|rule|ruling) (?:[\w-]+ ){0,3}?(?:on|over|about) $"
    r"|\bno date (?:[\w-]+ ){0,4}for (?:an?|any|the) (?:[\w-]+ )?$"
)
"""Before a gerund or a noun: "is to vote on sending troops"."""
_IN_GENERAL = re.compile(
    r"\b(?:protect|protects|protecting|protection|defend|defending|shield|shielding|safe|immune) (?:[\w'’-]+ ){0,4}"
    r"(?:from|against) (?:[\w-]+ )?$"
)
"""Before a plural: "to protect civilians from attacks"."""
_NEITHER = re.compile(r"\b(?:neither|no) (?:side|party|group|faction|one|camp)s? (?:has|have|had) $")
_ONCE = re.compile(r" (?:\w+ ){0,2}?(?:once|if|when|as soon as) (?:it|they) (?:is|are|takes?|comes?|begins?|starts?)\b")
"""After a noun: "the ceasefire once it is signed"."""
_HARMLESS = re.compile(r" (?:turned out|proved) (?:to be )?(?:harmless|a hoax|fake|empty|a dud|false)\b")
_OR_FACE = re.compile(r"\bor (?:else )?(?:face|risk|suffer) (?:[\w-]+ ){0,2}$")
_YET_TO = re.compile(
    r"\byet to (?:(?:sign|agree|reach|accept|join|approve|ratify|hold|start|begin) (?:[\w-]+ ){0,3})?$"
)
_FELL_THROUGH = re.compile(
    r" (?:[\w-]+ ){0,2}(?:fell through|never (?:took place|happened|materiali[sz]ed|came)"
    r"|failed to (?:materiali[sz]e|take place)|did not (?:take place|happen|go ahead|materiali[sz]e)"
    r"|(?:was|were|had been) (?:called off|cancell?ed|scrapped|aborted))\b"
)
"""After a noun: what did not come about."""
_NEVER_WAS = re.compile(
    r"[^.;]{0,80}?\b(?:(?:did not|never) (?:take|took) place|(?:never|did not|failed to) materiali[sz]ed?)\b"
)
_FALSE_REPORT = re.compile(r"\b(?:reports?|claims?|rumou?rs?|news|word|suggestions?|posts?) (?:[\w-]+ )?that\b[^;.]*$")
_PROVED_FALSE = re.compile(
    r"^[^;.]{0,60}\b(?:(?:turned out to be|(?:was|were|are|is)|prov(?:ed|es)(?: to be)?)"
    r" (?:false|untrue|unfounded|baseless|wrong|incorrect|inaccurate|fabricated|a hoax|a false alarm|fake"
    r"|a lie|lies))\b"
)
_ORDERED_THINGS = frozenset(
    {"curfew", "ban", "lockdown", "blockade", "state of emergency", "restrictions", "closure", "armed strike"}
)
_ORDERING = frozenset({"announced", "announces", "declared", "declares"})
_FROM_DAY = re.compile(
    r"^[^.;,]{0,40}\b(?:from|starting|beginning|effective|as of) (?:on )?(?:\w+day|tomorrow|next|midnight)\b"
)
_CALLED = re.compile(r"\b(?:call(?:ed|s)?|announc(?:ed|es)|declar(?:ed|es)) (?:an? |the )?(?:[\w-]+ ){0,3}$")
_FOR_DAY = re.compile(r" (?:\w+ )?for (?:\w+day|tomorrow|next)\b")
"""After a noun: "has called a work stoppage for Friday"."""
_HAS_CALLED = re.compile(
    r"\b(?:has|have) (?:also |now )?(?:called|announced) (?:an? |the )?(?:[\w-]+ ){0,3}$|\bcalled an? (?:[\w-]+ ){0,3}$"
)
_OF_WEAPON = re.compile(
    r"\b(?:drone|air|missile|rocket|artillery|military|precision|Israeli|Russian|U\.?S\.?)[ -]strikes?$"
)
_A_STRIKE = re.compile(r" an? (?:[\w-]+ ){0,3}(?:strike|stoppage|shutdown|bandh|hartal)\b")
_CALLED_THING = re.compile(r"\b(?:strike|stoppage|shutdown|bandh|hartal|march|rally|protests?|demonstrations?)$")
"""Example: "has called a general strike": still to come."""
_HELD = words("status_words", "held")
_AFTER_TALKS = re.compile(r"\b(?:after|during|following|in|held|holding|came as) (?:(?!the )[\w-]+ ){0,2}$")
_CALLED_ON = re.compile(r" (?:called|planned|scheduled|announced|set) for (?:\w+day|next|tomorrow|later)\b")
"""After a noun: "a march called for Friday"."""
_STILL_DUE = re.compile(
    r"^(?:[^;.,]{0,60},)? (?:due|scheduled|slated|set) (?:to (?:be held|begin|open|start|resume|take place)"
    r"|(?:for|in) (?:(?:late |early |mid-)?(?:\w+day|tomorrow|next|january|february|march|april|may|june|july|august"
    r"|september|october|november|december)|[\w-]+ (?:on|next|this|later|in \w+ber)))\b"
    r"(?![^.;]*\b(?:killed|was signed|wounded)\b)"
)
"""After a noun: "the talks due to open in Doha"."""
DEFINITE = re.compile(r"\b(?:the|this) (?!an? )(?:\w+ )?$")
SCHEDULED = words("status_words", "scheduled")
"""Verbs with which "an assault would begin" announces; "an assault would displace thousands" imagines."""


def is_verb(p: Parsed, at: tuple[int, int], verb: Chunk | None) -> bool:
    """Does the verb group itself hold the trigger?"""
    return verb is not None and p.words[verb.a].start <= at[0] < p.words[verb.b - 1].end


def by_words(p: Parsed, at: tuple[int, int], verb: Chunk | None, before: str) -> EventStatus | None:
    """Feared, called off, ordered, announced or due by the words around the trigger."""
    if (not INTENDED.search(before) and _FEARED.search(before)) or _OR_FACE.search(before):
        return EventStatus.HYPOTHETICAL
    start, end = at
    after = p.text[end : end + 90].lower()
    if _VOTE_ON.search(before) or (p.text[start:end].lower().endswith("s") and _IN_GENERAL.search(before)):
        return EventStatus.HYPOTHETICAL
    if (_CALLED.search(before) and _FOR_DAY.match(after)) or _ONCE.match(after) or _STILL_DUE.match(after):
        return EventStatus.PLANNED
    if (
        _HAS_CALLED.search(before)
        and _CALLED_THING.search(p.text[start:end].lower())
        and not _OF_WEAPON.search(p.text[:end])
    ):
        return EventStatus.PLANNED
    if p.text[start:end].lower() == "called" and _A_STRIKE.match(after):
        return EventStatus.PLANNED
    later = p.text[start:end].lower() in _ORDERED_THINGS | _ORDERING and _FROM_DAY.search(after) is not None
    if (
        later
        or _CALLED_ON.match(after)
        or _is_ordered(p, at, before)
        or _ANNOUNCED.match(p.text[start : start + 60].lower())
    ):
        return EventStatus.PLANNED
    near = _WHOSE.sub(",", p.text[max(0, start - 60) : start].lower()) + p.text[start : end + 80].lower()
    if p.text[start:end].lower() in _TO_BE_DONE and _PROVIDES.search(before):
        return EventStatus.PLANNED
    if _CALLED_FOR.search(before) or _STILL_AHEAD.search(before) or _DUE_FOR.search(before) or _NEXT.search(near):
        return EventStatus.PLANNED
    if _BY_THEN.search(near) and not (verb is not None and p.words[verb.a].low in _DONE):
        return EventStatus.PLANNED
    return _of_its_verb(p, at, definite=DEFINITE.search(before) is not None)


def is_off(before: str, after: str, *, noun: bool) -> bool:
    """Called off, ruled out, decided against, never begun or falsely reported, by the words around a trigger."""
    if noun and _CALLED_OFF.search(before):
        return True
    if any(pattern.search(before) for pattern in (_NO_MORE, _NEITHER, _NOT_CHOSEN, _YET_TO)):
        return True
    if _HARMLESS.match(after) or _FELL_THROUGH.match(after) or _NEVER_WAS.match(after):
        return True
    return _FALSE_REPORT.search(before) is not None and _PROVED_FALSE.search(after) is not None


def _is_ordered(p: Parsed, at: tuple[int, int], before: str) -> bool:
    """Example: "ordered the release of nine men", "ordered troops to the border", "the talks were postponed"."""
    low, after = p.text[at[0] : at[1]].lower(), p.text[at[1] : at[1] + 90].lower()
    if low in _ORDERS or (low in _TO_BE_DONE and _ORDERED.search(before)):
        return True
    return _PUT_OFF.match(after) is not None or (low in _MARCHERS and _PLANS.match(after) is not None)


def _of_its_verb(p: Parsed, at: tuple[int, int], *, definite: bool) -> EventStatus | None:
    """What the verb of a noun makes of it: "the talks, which he leads, are set to resume", "a convoy would try to"."""
    verb = _verb_of_noun(p, at)
    if verb is None:
        return None
    text = p.text[p.words[verb.a].start :][:40].lower()
    if _UNLIKELY.match(text):
        return EventStatus.HYPOTHETICAL
    comes = verb.modal in {"will", "would", "shall"} and not definite and p.head(verb) in SCHEDULED
    return EventStatus.PLANNED if _DUE.match(text) or (comes and not verb.negated) else None


def _verb_of_noun(p: Parsed, at: tuple[int, int]) -> Chunk | None:
    """The verb group that a noun at these characters is the subject of, as far as can be told.

    A verb group behind "that", "which" or "who", or before "by", or a gerund alone, belongs to a noun in between; a
    trigger that is a verb is no such noun, unless it is a gerund: "a convoy carrying food would try to".
    """
    for chunk in p.chunks:
        if chunk.kind != VG or p.words[chunk.b - 1].end <= at[0]:
            continue
        gerund = chunk.b - chunk.a == 1 and p.words[chunk.a].low.endswith("ing")
        if p.words[chunk.a].start < at[1] and not gerund:
            return None
        if gerund:
            continue
        inside = chunk.a > 0 and p.words[chunk.a - 1].low in _RELATIVES
        if inside or (chunk.b < len(p.words) and p.words[chunk.b].low == "by"):
            continue
        return chunk
    return None


def is_only_spoken_of(p: Parsed, kind: EventType, at: tuple[int, int], k: int) -> bool:
    """Talks that nothing says were held: "remained open to talks", "knowledge of the negotiations"."""
    if kind is not EventType.TALKS:
        return False
    before = p.text[max(0, at[0] - 40) : at[0]].lower()
    held = any(c.kind == VG and p.head(c) in _HELD for c in p.chunks[max(0, k - 3) : k + 7])
    return not (held or _AFTER_TALKS.search(before))


def is_claimed(p: Parsed, k: int) -> bool:
    """Example: "Jihadist group claims Chabahar attack": one told of, where it is not "an attack" that is claimed."""
    if not k or p.chunks[k].kind != NP or p.chunks[k].det in {"a", "an"} or p.chunks[k].count is not None:
        return False
    if k + 1 < len(p.chunks) and p.head(p.chunks[k + 1]) in {"on", "in", "at", "near", "against"}:
        return False  # "ISWAP claimed attack on a barracks in Zuma"
    verb = p.chunks[k - 1]
    return verb.kind == VG and p.head(verb) in _CLAIMING and p.words[p.chunks[k].head].tag == "NN"
