"""The stance of a claim, from its cue and from what it says."""

from __future__ import annotations

import re

from summarizer.engines.offline.cues import STANCES
from summarizer.engines.offline.parsed import Parsed
from summarizer.records.vocabulary import SourceType, Stance

# Patterns below read lower-cased text, _MODAL the text as it stands.
_OWN_DEED = re.compile(
    r"^(?:that )?(?:it|they|we|its (?:men|fighters)|his (?:men|fighters)) (?:had |have |was |were )?"
    r"(?:sent|carried out|planted|behind|ambushed|attacked|killed|shot|executed|detonated|responsible)\b"
)
_NEGATIVE = re.compile(
    r"^(?:none of (?:its|his|their|our)|it (?:had|has|did|does|was|is) not|they (?:had|have|did|do|were|are) not"
    r"|not (?:so|true)|no such|there (?:was|were|had been) no such|we (?:did|do|have) not"
    r"|(?:the )?(?:reports?|claims?|allegations?|accusations?|videos?) (?:were|was|is|are)"
    r" (?:false|baseless|fabricated|untrue)|nothing of the kind"
    r"|there (?:was|were) no (?:attempt|truth|attack|raid|strike|operation|order|clash|fighting)|never\b)"
)
_FABLE = re.compile(
    r"\b(?:was|were|is|are) (?:a )?"
    r"(?:fable|lie|lies|fabrications?|fabricated|false|baseless|untrue|propaganda|nonsense|pure invention|invented)\b"
)
_MODAL = re.compile(
    r"\b(?:may have|might have|may|might|probably|possibly|likely|appears? to|appeared to|seems? to|seemed to"
    r"|could have)\b"
)
_WILL = re.compile(r"\b(?:would|will)\b")
_TO_COME = re.compile(r"\b(?:would|will|shall|to)\b")


def stance_of(p: Parsed, content: tuple[int, int], cue: tuple[str, str], source: SourceType) -> Stance:
    """The stance of what is said at `content` by a source of this type; `cue` is (group, base verb)."""
    group, base = cue
    if source is SourceType.ARMED_GROUP and _OWN_DEED.match(p.text[content[0] : content[1]].lower()):
        return Stance.CLAIMS_RESPONSIBILITY
    if group == "threatens" and base == "warn" and not _TO_COME.search(p.text[content[0] : content[1]].lower()):
        return Stance.ASSERTS
    if group == "reacts" and base == "dismiss":
        return Stance.DENIES
    return _content_stance(p, content, base) if group in {"asserts", "tells"} else STANCES[group]


def _content_stance(p: Parsed, content: tuple[int, int], base: str) -> Stance:
    text = p.text[content[0] : content[1]].lower().lstrip("\"'“‘ ")
    if _NEGATIVE.search(text) or _FABLE.search(text):
        return Stance.DENIES
    if base != "confirm" and _MODAL.search(p.text[content[0] : content[0] + 80]):
        return Stance.SUGGESTS
    if base in {"announce", "promise"} and _WILL.search(text):
        return Stance.INTENDS
    return Stance.ASSERTS
