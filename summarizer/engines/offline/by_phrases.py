"""Claims whose speaker stands behind "by": "was dismissed by Jakarta", "is accused by rights groups", "claimed by"."""

from __future__ import annotations

import re

from summarizer.engines.offline.chunks import COMMA, NP
from summarizer.engines.offline.frames import governed_by, subject_of
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.said import Said, claim
from summarizer.engines.offline.sources import Sources
from summarizer.engines.offline.spans import content_end, sentence_end, skip_marks, source_end
from summarizer.records.vocabulary import SourceType, Stance

_GRANTED = words("speech", "granted")
_CLAIMABLE = words("by_phrases", "claimable")
_NO_DOERS = frozenset(
    {SourceType.WITNESS, SourceType.MEDICAL_RESCUE, SourceType.INTL_ORGANISATION, SourceType.MONITOR_NGO}
)
_SAYS_WHAT = re.compile(r",? (?:(?:on|in|last) \w+ )?(?:that|to (?:be|have))\b")
_FALSELY = frozenset({"falsely", "wrongly", "wrongfully", "never"})
"""Before them "claimed" is only said: "claimed by witnesses", "claimed by the army to be", "falsely claimed"."""


def dismissed(sources: Sources, p: Parsed, k: int) -> Said | None:
    """Example: "That was dismissed by Suharsono as a story": the denier stands after "by"."""
    by = governed_by(p, k, frozenset({"by"}), reach=3)
    asked = subject_of(p, k)
    if asked is not None and not _GRANTED.isdisjoint(w.low for w in p.words[p.chunks[asked].a : p.chunks[k].a]):
        return None  # "14 of the 31 aid movements were denied by the authorities"
    source = sources.resolve(p, by) if by is not None else None
    if by is None or source is None:
        return None
    near = p.chunks[by + 1 : by + 4]
    label = next((p.end(chunk) for chunk in near if p.head(chunk) == "as"), None)
    if label:
        content = (skip_marks(p.text, label), sentence_end(p))
    else:
        content = (p.start(p.chunks[subject_of(p, k) or 0]), p.start(p.chunks[k]) - 1)
    cue = (p.start(p.chunks[k]), p.end(p.chunks[k]))
    return claim(p, source, cue, content, stance=Stance.DENIES, subject=by)


def accused(sources: Sources, p: Parsed, k: int) -> Said | None:
    """Example: "the unit is accused by rights groups of having executed 300 men": the accuser stands after "by"."""
    by = governed_by(p, k, frozenset({"by"}), reach=3)
    if by is None:
        return None
    of = next((i for i in range(by + 1, min(by + 4, len(p.chunks) - 1)) if p.head(p.chunks[i]) == "of"), None)
    source = sources.resolve(p, by, lenient=True) if of is not None else None
    if of is None or source is None:
        return None
    content = (p.start(p.chunks[of + 1]), content_end(p, of + 1))
    return claim(p, source, (p.start(p.chunks[k]), p.end(p.chunks[k])), content, subject=by)


def claimed_by(sources: Sources, p: Parsed, k: int) -> Said | None:
    """Example: "the bombing was claimed by the Taliban", "an attack claimed by the Taliban": who says it did it."""
    by, what = governed_by(p, k, frozenset({"by"}), reach=3), subject_of(p, k)
    before = k - 1 - (k > 1 and p.chunks[k - 1].kind == COMMA)
    if what is None and k and p.chunks[before].kind == NP:
        what = before
    if by is None or what is None or p.head(p.chunks[what]) not in _CLAIMABLE or _unclaimed(p, k, what):
        return None
    source = sources.resolve(p, by, lenient=True)
    if source is None or source.type in _NO_DOERS or _SAYS_WHAT.match(p.text, source_end(p, by)):
        return None
    if source.type is SourceType.UNKNOWN and not source.person:
        source.type = SourceType.ARMED_GROUP
    content = (p.start(p.chunks[what]), source_end(p, by))
    cue = (p.start(p.chunks[k]), p.end(p.chunks[k]))
    return claim(p, source, cue, content, stance=Stance.CLAIMS_RESPONSIBILITY, subject=by)


def _unclaimed(p: Parsed, k: int, what: int) -> bool:
    """Examples: "no attack has been claimed", "if it is claimed", "could be claimed", "was falsely claimed"."""
    verb, deed = p.chunks[k], p.chunks[what]
    if verb.negated or verb.modal or not _FALSELY.isdisjoint(w.low for w in p.words[verb.a : verb.b]):
        return True
    before = {w.low for w in p.words[max(0, deed.a - 2) : deed.b]}
    return not before.isdisjoint({"no", "neither", "if", "unless", "whether"})
