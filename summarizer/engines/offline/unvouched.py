"""Figures that a sentence speaks of without telling them: denials, false reports, fiction, drills, rates, rewards."""

from __future__ import annotations

import re

from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.lexicon import words

_SAME_BREATH = (
    r"(?:(?!,? (?:and|but) (?:\w+ )?(?:said|says|puts?|added|insisted|reported|acknowledged|confirmed|admitted)\b)"
    r"(?!, (?:but|saying|putting|adding|insisting|claiming|noting)\b)[^.;])*"
)
"""Up to where the denier says what is so: "denied that 30 had died and said that 11 had"."""
# Patterns read lower-cased text of one sentence, before or after the people.
_REPORT = re.compile(r"\b(?:reports?|claims?|rumou?rs?|allegations?|accounts?|story|stories|news|idea) that\b[^.;]*$")
_REPORT_OF = re.compile(r"\b(?:reports?|claims?|rumou?rs?|allegations?|accounts?|news) of\b[^.;,]*$")
_RUMOUR = re.compile(r"\brumou?rs? (?:\w+ )?that\b[^.;,]*$")
_STORY = re.compile(
    r"\b(?:posts?|videos?|stor(?:y|ies)|tweets?|messages?|articles?|photos?) (?:claiming|saying|alleging|suggesting)(?:"
    r" that)?\b[^.;]*$"
)
_TAKEN_BACK = re.compile(
    r"\b(?:debunk|retract|disprov|refut|fact-check)(?:s|ed|es|ing|e)?\b[^.;]{0,40}\b(?:that|claiming|saying)\b[^.;]*$"
)
_IS_FALSE = re.compile(
    r"^[^.;]*?\b(?:was|were|is|are|had been|to be|be|proved|proven|turned out) (?:\w+ly )?(?:a hoax|fake news|denied"
    r"|debunked"
    r"|retracted|false|untrue|baseless|fabricated|wrong|incorrect|unfounded"
    r"|inaccurate|invented|a lie|lies|fake|not true)\b"
)
_NOT_TRUE = re.compile(
    r"\b(?:not true|untrue|not the case|a lie|no truth in (?:the )?(?:reports?|claims?|rumou?rs?)|false reports?"
    r"|falsely (?:claimed|reported|said))(?: to (?:say|claim))? that\b[^.;]*$"
)
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|(?:reject|dismiss|refut)(?:s|es|ed|ing|e)?)(?: as \w+)?"
    r"(?: (?:in|on|at|through|via|during|to) [^,.;]{1,60}?)?"
    r" (?:(?:an? |the |any |all |these |those |social |media |online |earlier |local |such )*"
    r"(?:reports?|claims?|rumou?rs?|allegations?|accusations?|suggestions?) )?"
    r"(?:(?:claiming |suggesting |alleging |saying )?that(?! as\b)|of having|having|(?<=s )of)\b"
    r"(?![^.;]*\b(?:only|the (?:deaths?|killings?)|responsible|those who)\b)"
    rf"{_SAME_BREATH}$"
)
_LOOKED_INTO = re.compile(
    r"\b(?:look(?:s|ed|ing)? into|investigat\w+|check(?:s|ed|ing)|examin\w+|review(?:s|ed|ing)|aware of|probing)"
    r" (?:the |these |those |media |any )*(?:reports?|claims?|allegations?|accounts?) (?:that|of)\b"
    rf"{_SAME_BREATH}$"
)
"""Before people: "it was looking into reports that a minor had been killed"."""
_FICTION = re.compile(
    r"^in (?:the|this|her|his|its) (?:\w+ )?(?:film|movie|novel|play|series|game|video game|exercise|drill|simulation"
    r"|scenario),? [^.;]*$|\b(?:film|movie|novel|play|thriller|drama|video game|tv series|comic|musical"
    r"|legend)\b[^.;]{0,40}"
    r"\b(?:tells?|told|about|depicts?|follows?|portrays?|stars?|recounts?|opens|begins|ends)\b[^.;]*$"
)
_DRILL = re.compile(r"\b(?:simulat\w+|drills?|mock|war ?games?|scenario|hypothetical)\b[^.;]*$")
_RATE = re.compile(
    r"^[^.;]*?\bevery (?:\w+ ){0,2}(?:seconds?|minutes?|hours?|day|days|weeks?|month|year)\b"
    r"|^ (?:an?|per|each) (?:hour|day|week)\b(?! (?:later|earlier|after|before|ago|ahead))"
    r"|^ (?:per|each) (?:month|year)\b"
)
_REWARD = re.compile(
    r"\b(?:reward|bounty|prize|price on)\b[^.;]{0,40}"
    r"\bfor (?:the )?(?:killing|capture|arrest|death|assassination)\b[^.;]*$"
)
_ELIDED = re.compile(
    r"\b(?:could|would|might|may) be (?:displaced|killed|wounded|injured|uprooted|affected|forced|harmed)(?:"
    r" [^,;.]{0,25})?"
    r" and (?:\w+ )?$"
)
"""Before a figure: "could be displaced and" thousands killed."""
_COSTING = re.compile(r"\bwould (?:cost|leave|claim|mean|see|kill)\b[^.;,]{0,50}$")
_PENAL = re.compile(r"\b(?:penalty|penalties|punishments?|prison terms?|sentences?) for\b[^.;,]*$")
"""Before a bare plural: "the death penalty for the murder of police officers"."""
_WISHED = re.compile(
    r"\b(?:want(?:s|ed)?|hop(?:es|ed|ing) (?:for|to (?:kill|see|cause))|wish(?:es|ed)(?: for)?|aim(?:s|ed|ing) (?:for"
    r"|at)|threaten(?:s|ed)"
    r"|predict(?:s|ed)|imagin(?:es|ed)|dream(?:s|t|ed) of) (?:to (?:see|have) )?[\"“'‘]?$"
)
"""Before a figure: 'wanted "at least fifty dead"'."""
_WOULD = re.compile(r"^ ?(?:more |further )?(?:deaths?|fatalities|casualties|victims|dead|lives|people)? ?would\b")
_HINTS = words("unvouched", "hints")
"""Words without one of which no pattern here can match."""


def made_up(before: str) -> bool:
    """Example: "the novel opens with a bombing", "the drill simulated an attack in which": fiction?"""
    return _FICTION.search(before) is not None or _DRILL.search(before) is not None


def unvouched(group: Group) -> bool:
    """Is the figure denied, called false, made up, practised, a rate, or what is paid for or punished?"""
    if _HINTS.isdisjoint(group.p.vocabulary):
        return False
    text = group.p.text.lower()
    first, last = min(group.site[0], group.start), max(group.site[1], group.end)
    before, after = text[:first], text[last:]
    if _NOT_TRUE.search(before) or _RUMOUR.search(before) or _TAKEN_BACK.search(before):
        return True
    false = _IS_FALSE.search(after)
    if false is not None and (_REPORT.search(before) or _STORY.search(before)):
        return True
    if false is not None and _REPORT_OF.search(before) and "," not in false.group():
        return True  # not "amid reports of 30 dead, the army said the claims were false"
    if _ELIDED.search(text[: group.start]) or _COSTING.search(text[: group.start]):
        return True
    if (_DENIED.search(before) or _LOOKED_INTO.search(before)) and not group.zero:
        return True
    if group.numbered and _WISHED.search(text[: group.start]):
        return True
    if made_up(before) or _REWARD.search(text[: group.start]):
        return True
    if not group.numbered and group.plural and _PENAL.search(before):
        return True
    return _RATE.search(after) is not None or (group.numbered and _WOULD.search(text[group.count[1] :]) is not None)
