"""How real an event is: tense, modality, negation, conditions and the marks of history in its clause."""

from __future__ import annotations

import re

from summarizer.engines.offline.asides import RELATIVE
from summarizer.engines.offline.chunks import COMMA, NP, STOP, SUB, VG, Chunk
from summarizer.engines.offline.frames import sharing
from summarizer.engines.offline.history import is_history, is_since
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.status_words import DEFINITE, INTENDED, SCHEDULED, by_words, is_off, is_verb
from summarizer.engines.offline.unvouched import made_up
from summarizer.records.vocabulary import EventStatus

# Patterns below read lower-cased text, _LEADING_IF the text as it stands.
_LEADING_IF = re.compile(
    r"^[\s\"“'‘]*(?:if|unless|should|had|were)\s+(?:the|a|an|any|it|they|he|she|we|there|[A-Z])", re.IGNORECASE
)
_IF_BEFORE = re.compile(
    r"\b(?:if|unless|in case|in the event|every time|each time|whenever)\b[^,;.]*$"
    r"|\b(?:excuse|pretext|justification)\W? for (?:an? |any |another )(?:[\w-]+ )?$"
)
_IF_AFTER = re.compile(r"^[^;.]*\b(?:if|unless)\b")
_NO_TALK_OF = re.compile(
    r"\bno (?:talk|question|hope|sign|prospect|chance|thought) of (?:an? |any |the )?(?:[\w-]+ )?$"
)
"""Before a trigger: "there can be no talk of a truce"."""
_ANY_SENT = re.compile(r"\bany (?:[\w-]+ )*(?:sent|trying|ordered|attempting|meant|wanting) to $")
_FUTURE = re.compile(
    r"\b(?:will|would|shall|to be|planning|plans? to|planned to|is due to|are due to|is expected to|are expected to"
    r"|intends? to|vowed to|vowed that|threatened to|is set to|are set to|about to|going to|meant to|aims? to|aimed at"
    r"|ordered|promised to|pledged to|scheduled)\b",
)
# What stands before an infinitive that tells of something meant, not done.
_MEANT = re.compile(
    r"\b(?:is|are|was|were|plans?|planned|planning|due|expected|set|scheduled|intends?|intended|vowed|threatened"
    r"|threatens?|promised|pledged|ordered|decided|agreed|prepar\w+|ready|wants?|wanted|hopes?|hoped|aims?|aimed|ought"
    r"|about|going"
    r"|meant|sworn|swore|swears|orders?|instructions"
    r"|(?:gave|given|gives|giving) (?:[\w'’-]+ ){1,5}(?:hours|days|weeks|minutes|permission)"
    r"|(?:ha[sd]|have|gave|given) (?:[\w'’-]+ ){0,3}until"
    r"|urged|urges|asked|told|called on|demanded|seeks?|sought|plots?|plotting|plotted|conspir\w+|refus\w+"
    r"|undertook|warned|offer(?:s|ed|ing)?|volunteered|propos(?:es|ed|ing)|willing|poised|mobilised|mobilized|deadline"
    r"|ultimatum"
    r"|in order|so as|instructed|directed)\s+(?:[\w'’-]+\s+){0,4}$"
    r"|\bcall(?:s|ed|ing)? on\b[^.;]{2,80}\band (?:on )?(?:[\w'’-]+\s+){0,4}$"
    r"|\b(?:disposition|willingness|readiness|intention|intent|desire|pledge|promise|vow|threat|offer|decision"
    r"|commitment"
    r"|bid|appeal|call|plea|request|demand|proposal|goal|objective|mission|task|mandate|pressure|temptation)\W?\s+$"
)
_TRIED = re.compile(
    r"(?:attempted|tried|trying|attempts? by (?:[\w-]+ ){1,4}?|attempts?|failed|attempting) ?to (?:\w+ )?$"
    r"|\b(?:foiled|thwarted|failed|attempted|botched|would-be) (?:(?!(?:was|were|is|are|been)\b)\w+ ){0,2}$"
    r"|\b(?:foiled|thwarted|prevented|disrupted|averted) (?:an? |the )?(?:\w+ )?(?:plots?|plans?|bids?) to (?:\w+ )?$"
    r"|\b(?:prevented|averted|headed off) (?:an?|any|another|the) (?:[\w-]+ ){0,4}$",
)
_FORESTALLED = re.compile(
    r"^[^,;.]{0,60}\b(?:failed to|did not) (?:explode|detonate|go off)\b|^ (?:was|were) (?:[\w-]+ )?(?:shot|killed"
    r"|stopped|overpowered|tackled|arrested|caught)\b[^,;.]*"
    r"\bbefore (?:he|she|they) (?:could|managed to|had time to|was able to|were able to)\b"
)
"""After "suicide bomber": "was shot dead before he could detonate his vest"."""
_SPECULATIVE = re.compile(
    r"\b(?:(?:possible|potential|feared|hypothetical) (?:[\w-]+ )?"
    r"|(?!considere?[sd] the \w*$)"
    r"(?:consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|mull(?:s|ed|ing)?|debat(?:e|es|ed|ing)|discuss(?:es|ed|ing)?"
    r"|rehears(?:ed|es|ing))"
    r" (?:an? |the |new |more |further |launching |carrying out |[\w-]+ing )*"
    r"|\bto (?:back|support|approve|authori[sz]e|endorse|sanction)(?: (?:an?|any|the|such an?))? (?:[\w-]+ )?"
    r"|(?:strength|ability|capacity|capability|means|chance|opportunity|option) (?:to|of) (?:an? |the )?(?:[\w-]+ )?"
    r"|(?:possibility|anticipation|expectation|prospect|danger|spectre|specter|risk|threat|likelihood"
    r"|fears?(?: (?:are|were|have been) (?:\w+ )?(?:growing|mounting|rising)"
    r"| (?:grew|mounted|rose|grow|mount|rise))?) of"
    r" (?:(?!(?:after|as|when|since|who|which|that|by|following|amid|while|where|because|until)\b)[\w-]+ ){0,6}"
    r"|(?:warn(?:s|ed|ing)?|caution(?:s|ed|ing)?) (?:[\w'’-]+ ){0,3}?(?:of|against|about)"
    r" (?:an? |any |the |new |more |further"
    r" |fresh |using |launching |carrying out |possible |potential |looming |imminent"
    r" |retaliatory |terrorist |\w+-scale )*"
    r")$"
)
"""Before a trigger: what is thought of, warned of or feared, not told."""
_WHETHER = re.compile(
    r"(?:^|, |\w )should (?:the|its|their|a|an|any|it|they|he) [^,;.]{2,60}$|\b(?:would|will) (?:be )?(?:no"
    r"|not)\b[^,;.]{0,40}\buntil\b[^,;.]*$"
    r"|\bwhether\b[^,;.]*$|\b(?:not clear|unclear|no (?:evidence|confirmation|proof|sign|indication)"
    r"|(?:could|can) not (?:confirm|verify|say|establish|tell))\b(?:[^,;.]{0,30}\b(?:that|if)\b[^,;.]{0,40}"
    r"| of (?:an? |any |the )?(?:[\w-]+ )?)$"
)
_IMAGINED = re.compile(
    r"\b(?:rumou?rs?|speculation) (?:[\w-]+ )?that\b[^,;.]*$"
    r"|\b(?:rumou?rs|speculation)\W? (?:of|about|over|on|around) (?:an? |the |any )?(?:[\w-]+ )?$"
    r"|\bmimick?(?:s|ed|ing) (?:an? |the )?(?:[\w-]+ )?$"
    r"|^(?:in|during) (?:an? |the )?(?:[\w-]+ )?(?:exercise|rehearsal)\b"
)
"""Before a trigger: a rumour or an exercise, where `made_up` does not know it."""
_AFRAID = re.compile(r"\b(?:afraid|fear(?:s|ed|ing)?|worr(?:y|ies|ied))\b[^,;.]*$")
_REFUSED = re.compile(r"\brefus(?:e|es|ed|ing) $")
_WAS = re.compile(r"\b(?:was|were) $")
_IN_RETURN = re.compile(
    r"\b(?:retaliation|revenge|reprisals?|vengeance|response|punishment) (?:for|to) (?:[\w-]+ ){0,3}$"
)
"""Before what did happen: "could be retaliation for a raid"."""
_ANY = re.compile(r"\b(?:an?|any|another|such) (?:[\w-]+ ){0,2}$")
_ANY_SUCH = re.compile(r"\b(?:any|every|each|further) (?:[\w-]+ ){0,2}$")
_ANY_OF = re.compile(r"\bany (?:[\w-]+ ){1,3}$")
_UNTIL = re.compile(r"\b(?:until|unless|once|before)\b[^,;.]{0,60}$")
"""Before a verb of the present: "until the hostages are freed"."""
_NOT_UNTIL = re.compile(
    r"\b(?:(?:could|would|will|can|shall|must|cannot)(?: be)? (?:no|not|never)|cannot|(?:won|wouldn|couldn|can)['’]t"
    r"|refus(?:es|ed|ing))\b[^.;]{0,20}\b(?:talks?|negotiat\w+|truce|ceasefire|deal|agreement|peace|dialogue|elections?"
    r"|meet)\b"
    r"[^.;]{0,40}\b(?:until|unless|as long as)\b[^,;.]{0,50}$"
)
"""Before a trigger: "there could be no talks until the guerrillas pulled out"."""
_PREPARED = re.compile(
    r"\b(?:preparing|preparations?|prepares?|prepared|readying|plotting|contemplating|on the (?:point|verge|brink) of"
    r"|massing|massed|assembl(?:ing|ed)|mobili[sz](?:ing|ed)|regroup(?:ing|ed)|rearm(?:ing|ed)|gearing up)"
    r"(?: for| to (?:launch|mount|begin|open))? (?:(?:an?|the|its|their|his|her|another|what)\s+)?(?:[\w-]+\s+){0,2}$"
)
_MEANT_FOR = re.compile(
    r"\b(?:meant|destined|intended|planned|earmarked|bound) for (?:an? |the |use in )*(?:[\w-]+ ){0,3}$"
)
"""Before a trigger: "hexogen meant for a bomb attack in Russia"."""
_EARLIER = re.compile(r"\b(?:previous|earlier|past|prior) (?:\w+ )?$")
"""Before a noun ("blamed it for previous attacks"); "two hours earlier gunmen attacked" is news."""
_COMMEMORATED = re.compile(r"\b(?:anniversary|commemorat\w+|centenary|in memory|memorial|years? since)\b[^,;.]{0,40}$")
"""Before a trigger: "the tenth anniversary of the massacre"."""
_NOT_ONE = re.compile(
    r"\b(?:was|were|is|are|been) (?:no|not an?|not the|not any)\s+(?:[\w-]+\s+){0,2}$"
    r"|\b(?:no one|nobody|none(?: of (?:[\w-]+ ){1,3}?)?) (?:was|were|is|are|has been|have been|had been) $"
)
_ONGOING = re.compile(
    r"\b(?:is|are|was|were|been) (?:also |still |now )?"
    r"(?:waging|fighting|continuing|shelling|advancing|battling|besieging|raging"
    r"|under (?:way|siege|attack|fire|bombardment|blockade|curfew))\b"
    r"|\b(?:continued|continues|ongoing|still|under way|underway|raged)\b"
    r"|\bha(?:s|ve) (?:besieged|encircled|blockaded|laid siege|(?:intensified|escalated|flared)\b[^.;,]{0,40}\bsince)\b"
    r"|\bentered (?:its|a|the) [\w-]+ (?:straight |consecutive )?(?:day|week|month|year)\b",
)


_NO_MARKS = dict.fromkeys(map(ord, '"“”'))
_SECOND = re.compile(r"\b([\w-]+) (?:and|or) (?:(?:an?|the|new|more|further) )?(?:[\w-]+ )?$")
"""Before a noun: the noun that it is coordinated with."""


def told_before(p: Parsed, start: int, size: int) -> str:
    """The lower-cased text before a character, without quotation marks: 'threatened to "close' threatens."""
    return p.text[max(0, start - size) : start].lower().translate(_NO_MARKS)


def status_of(p: Parsed, at: tuple[int, int], verb: Chunk | None) -> EventStatus:
    """The status of an event whose trigger stands at these characters; `verb` is the verb group of its clause."""
    status = _status(p, at, verb)
    first = _SECOND.search(p.text[: at[0]].lower()) if status is EventStatus.COMPLETED else None
    if first is None or is_verb(p, at, verb):
        return status
    shared = _supposed(p, first.span(1), None)  # "is weighing sanctions and air strikes"
    return shared if shared is EventStatus.HYPOTHETICAL else status


def _status(p: Parsed, at: tuple[int, int], verb: Chunk | None) -> EventStatus:
    first = sharing(p, p.chunks.index(verb)) if verb is not None else None
    if first is not None:
        verb = p.chunks[first]
        at = p.words[verb.head].start, p.words[verb.head].end
    if is_since(p, at[0]):
        return EventStatus.BACKGROUND
    supposed = _supposed(p, at, verb)
    if supposed is not None:
        return supposed
    before = told_before(p, at[0], 80)
    if _VOWED.search(before) or (verb is not None and _NOW_MEANT.search(told_before(p, p.words[verb.a].start, 60))):
        return EventStatus.PLANNED
    old = _COMMEMORATED.search(before) or (not is_verb(p, at, verb) and _EARLIER.search(before))
    if old or is_history(p, *at):
        return EventStatus.BACKGROUND
    return _unfinished(p, at, verb) or EventStatus.COMPLETED


_VOWED = re.compile(
    r"\bha(?:s|ve) (?:\w+ )?(?:threatened|vowed|pledged|promised|planned|sworn|warned)\b[^,.;]{0,25}\bto (?:\w+ )?$"
)
"""Before a verb: what is still to come, whatever else the sentence dates ("has since threatened to storm")."""


_NOW_MEANT = re.compile(
    r"\b(?:is|are) (?:\w+ )?(?:expected|due|set|scheduled|planned|slated|supposed|to) (?:to )?(?:\w+ )?$"
)
"""Before an infinitive: what is still to come, whatever month the sentence names ("is expected to begin in April")."""


def _supposed(p: Parsed, at: tuple[int, int], verb: Chunk | None) -> EventStatus | None:
    """Hypothetical, planned or called off by a condition, a modal verb or words before, None when none bears on it."""
    start, end = at
    before = told_before(p, start, 80)
    if is_off(before, p.text[end : end + 90].lower(), noun=not is_verb(p, at, verb)):
        return EventStatus.NEGATED
    if verb is not None and verb.infinitive and verb.perfect and _WAS.search(p.text[: p.words[verb.a].start].lower()):
        return EventStatus.PLANNED  # "was to have freed"
    if verb is not None and verb.b - verb.a == 1 and p.words[verb.a].tag == "VBN" and _ANY_OF.search(before):
        return EventStatus.HYPOTHETICAL  # "any troops sent to the country would be targets"
    conditional = _LEADING_IF.search(p.text)
    awaited = (
        verb is not None
        and not p.headline
        and _UNTIL.search(before) is not None
        and p.words[verb.a].tag in {"VBZ", "VBP"}
    )
    awaited = awaited or _NOT_UNTIL.search(p.text[max(0, start - 140) : start].lower()) is not None
    if (conditional and _first_comma(p.text) > start) or awaited or _is_speculation(before):
        return EventStatus.HYPOTHETICAL
    modal = verb.modal if verb is not None and not _IN_RETURN.search(before) else ""
    if verb is not None and modal in {"would", "will", "shall"}:
        subject = p.words[verb.a].start >= end
        if subject and p.head(verb) not in SCHEDULED and DEFINITE.search(before):
            return None  # "the attack would not slow the advance" speaks of one told elsewhere
        imagined = subject and modal == "would" and p.head(verb) not in SCHEDULED and _ANY.search(before) is not None
        imagined = imagined or _AFRAID.search(before) is not None
        imagined = imagined or (not subject and _ANY_SUCH.search(before) is not None)
        bound = conditional or verb.perfect or imagined or _IF_AFTER.search(p.text[end:].lower())
        return EventStatus.HYPOTHETICAL if bound else EventStatus.PLANNED
    possible = verb is not None and modal in {"could", "might", "may", "can", "should", "must"}
    if verb is not None and possible and (conditional or _may_not_be(p, verb)):
        return EventStatus.HYPOTHETICAL  # "Had it gone off, hundreds could have been killed"
    return by_words(p, at, verb, before)


_SUPPOSING = (_IF_BEFORE, _ANY_SENT, _NO_TALK_OF, _SPECULATIVE, _WHETHER, _IMAGINED)


def _is_speculation(before: str) -> bool:
    """Do the words before a trigger make it a condition, a question, a warning or a thought?"""
    return made_up(before) or any(pattern.search(before) for pattern in _SUPPOSING)


def _may_not_be(p: Parsed, verb: Chunk) -> bool:
    """After a modal of possibility: "could strike", but not "could have struck" or "could be heard"."""
    of_a_thing = verb.modal == "could" and p.words[verb.a - 1].low in {"that", "which"}  # "a bomb that could have"
    return (not verb.perfect or of_a_thing) and p.head(verb) not in {"heard", "seen", "felt"}


_IS_NOT = re.compile(r"\b(?:is|are|was|were) not (?:\w+ly )?$")
"""Before a gerund: "Israel was not fighting the Lebanese army"."""


_ABLE = re.compile(r"\b(?:was|were|been) (?:\w+ly |also |then )?able $")
_UNABLE = re.compile(r"\b(?:unable|not (?:\w+ly )?able) $")
"""Before an infinitive: "were able to free them" tells of a thing done, "were unable to" of one undone."""


def _unfinished(p: Parsed, at: tuple[int, int], verb: Chunk | None) -> EventStatus | None:
    """Attempted, planned, negated or ongoing, None when the event is a thing done."""
    start, end = at
    before = told_before(p, start, 60)
    if _TRIED.search(before) or _FORESTALLED.match(p.text[end : end + 120].lower()):
        return EventStatus.ATTEMPTED
    to = told_before(p, p.words[verb.a].start, 80) if verb is not None and verb.infinitive else ""
    if _REFUSED.search(to) or _UNABLE.search(to):
        return EventStatus.NEGATED
    if (
        (verb is not None and _is_meant(p, verb))
        or INTENDED.search(before)
        or _PREPARED.search(before)
        or _MEANT_FOR.search(before)
    ):
        return EventStatus.PLANNED
    if (verb is not None and verb.negated) or _NOT_ONE.search(before) or _IS_NOT.search(before):
        return EventStatus.NEGATED
    near = RELATIVE.sub(",", p.text[max(0, start - 90) : start])  # "M23, which has been fighting the army, seized Goma"
    return EventStatus.ONGOING if _ONGOING.search((near + p.text[start : end + 60]).lower()) else None


def _is_meant(p: Parsed, verb: Chunk) -> bool:
    """Example: "plans to send", "are to be flown", "ordered the army to step up": an infinitive of intention."""
    if not verb.infinitive or verb.perfect:  # "believed to have been abducted"
        return False
    before = told_before(p, p.words[verb.a].start, 200)
    meant = _MEANT.search(before) or _FUTURE.search(before[-30:] + " to ")
    return _follows_plan(p, verb) or (meant is not None and _ABLE.search(before) is None)


def _follows_plan(p: Parsed, verb: Chunk) -> bool:
    """Example: "will meet in Muscat to negotiate", "Qatar says mediators to meet on Sunday"."""
    k = p.chunks.index(verb)
    for i in range(k - 1, max(-1, k - 9), -1):
        chunk = p.chunks[i]
        if chunk.kind == VG:
            told = i == k - 2 and p.chunks[k - 1].kind == NP and p.head(chunk) in {"says", "say", "said", "announces"}
            return told or (chunk.modal in {"will", "would", "shall"} and not chunk.perfect)
        if chunk.kind in {STOP, COMMA, SUB}:
            break
    return False


def _first_comma(text: str) -> int:
    found = text.find(",")
    return found if found >= 0 else len(text)
