"""One claim of one sentence, and how the claims of a sentence share its text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.source import Source
from summarizer.engines.offline.spans import after_marks, before_marks
from summarizer.engines.offline.stance import ACCOUNT
from summarizer.records.vocabulary import SourceType, Stance

_CLAUSES = re.compile(r"[,;:]| but | although | though | whose | which ")
_DANGLING = re.compile(r",?\s+(?:and|but|or|while|whereas|which)\s*$")
_ANOTHERS = ("it was ", "It was ", "that it was ")
"""Behind "rejected the accusation, saying": whose deed it was instead, which is no denial."""
_APART = frozenset({Stance.NO_COMMENT, Stance.CANNOT_VERIFY, Stance.CLAIMS_RESPONSIBILITY})
_STRONG = frozenset({Stance.DEMANDS, Stance.THREATENS})
_OWN = words("said", "own")
_SPOKEN = words("said", "spoken")


@dataclass(slots=True, eq=False)
class Said:
    """One claim of one sentence. Spans are characters of the sentence's text."""

    p: Parsed
    source: Source
    relays: tuple[Source, ...]
    stance: Stance
    cue: tuple[int, int]
    content: tuple[int, int]
    span: tuple[int, int]
    """The evidence: source, cue and content together."""
    quoted: bool = False
    subject: tuple[int, int] | None = None
    """Where the speaker is named, if a verb's subject names it."""
    aside: bool = False
    """Said in passing, inside a clause that another claim goes on after."""
    more: list[tuple[Parsed, tuple[int, int]]] = field(default_factory=list)
    """Later sentences that belong to the claim, each with the span that does."""
    before: list[Parsed] = field(default_factory=list)
    """Earlier sentences of the same quotation, whose cue stands here."""

    @property
    def sentences(self) -> frozenset[Parsed]:
        """All sentences that the claim stands in."""
        return frozenset((self.p, *self.before, *(q for q, _ in self.more)))

    def holds(self, p: Parsed, offset: int) -> bool:
        """Does the claim's content hold this character of this sentence?"""
        if p is self.p:
            return self.content[0] <= offset < self.content[1]
        return p in self.before or any(q is p and a <= offset < b for q, (a, b) in self.more)


def claim(
    p: Parsed,
    source: Source,
    cue: tuple[int, int],
    content: tuple[int, int],
    *,
    stance: Stance = Stance.ASSERTS,
    relays: tuple[Source, ...] = (),
    subject: int | None = None,
) -> Said | None:
    """A claim whose evidence runs over cue, content and the chunk `subject`; None when there is next to no content."""
    content = _trimmed(p, content)
    if content[1] - content[0] < 4:
        return None
    named = (p.start(p.chunks[subject]), p.end(p.chunks[subject])) if subject is not None else None
    points = [*cue, *content, *(named or ())]
    quoted = any(a < content[1] and b > content[0] for a, b in p.quotes)
    return Said(p, source, relays, stance, cue, content, (min(points), max(points)), quoted, named)


def _trimmed(p: Parsed, content: tuple[int, int]) -> tuple[int, int]:
    """Content without a conjunction that another verb follows: "condemned the bombing and" rejected the charge."""
    text = p.text[content[0] : content[1]]
    return content[0], content[0] + len(_DANGLING.sub("", text))


def settled(found: list[Said]) -> list[Said]:
    """The claims of one sentence without overlap; `found` is in order of cues.

    A cue's own text is taken from the claim before it; of two claims on one cue the first stays. What somebody says
    that another said is one claim: "she said her team had counted nine".
    """
    out: list[Said] = []
    for said in _joined(_without_doubles(found)):
        if any(_crosses(s.cue, said.cue) for s in out):
            continue
        inner = next((s for s in out if _encloses(said, s)), None)
        if inner is not None and _told_by(inner, said):
            continue
        if inner is not None:
            out.remove(inner)
        if said.subject and _names_thing(said) and any(s.content[0] <= said.cue[0] < s.content[1] for s in out):
            continue
        outer = next((s for s in out if _embeds(s, said)), None)
        if outer is not None:
            if _passes_on(outer, said):
                said.relays = (*said.relays, outer.source)
                said.span = (outer.span[0], said.span[1])
                out[out.index(outer)] = said
            continue
        for other in out if not said.aside else ():
            _part(other, said)
        out.append(said)
    return out


def with_reasons(found: list[Said]) -> list[Said]:
    """Example: "rejected the accusation, saying heavy rain had cut off the road": one denial, with its reason."""
    out: list[Said] = []
    for said in found:
        before = out[-1] if out else None
        reason = said.p.text[slice(*said.cue)].lower() == "saying" and said.content[0] >= said.cue[1]
        reason = reason and not said.p.text.startswith(_ANOTHERS, said.content[0])
        if before is not None and reason and _is_bare_denial(before) and before.source is said.source:
            before.content = before.content[0], said.content[1]
            before.span = min(before.span[0], said.span[0]), max(before.span[1], said.span[1])
        else:
            out.append(said)
    return out


def _is_bare_denial(said: Said) -> bool:
    """Does it deny an account without saying which: "the accusation", "those claims"?"""
    return said.stance is Stance.DENIES and ACCOUNT.fullmatch(said.p.text[slice(*said.content)].lower()) is not None


def _without_doubles(found: list[Said]) -> list[Said]:
    """The claims without those on the words of a set phrase: "later claimed the attack"."""
    fixed = [s for s in found if s.stance in _APART]
    return [s for s in found if s.stance in _APART or not any(_crosses(s.cue, f.cue) for f in fixed)]


def _crosses(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _joined(found: list[Said]) -> list[Said]:
    """The claims with each doubt or silence that somebody states himself joined to the cue that brings it in.

    Examples: "police said the figure could not be checked", "the Pentagon said it had no information".
    """
    out = list(found)
    for said in found:
        bare = said.stance is Stance.CANNOT_VERIFY and said.source.type is SourceType.OUTLET
        for outer in found:
            if (
                outer is said
                or outer not in out
                or outer.stance in _APART
                or not outer.content[0] <= said.cue[0] < outer.content[1]
            ):
                continue
            if bare and not _CLAUSES.search(said.p.text, outer.content[0], said.cue[0]):
                outer.stance = Stance.CANNOT_VERIFY
                out.remove(said)
                break
            begins = said.subject is not None and said.subject[0] <= outer.content[0] + 6
            begins = begins and said.cue[0] - said.subject[1] < 14 if said.subject else False
            if said.stance is Stance.NO_COMMENT and begins and said.source is outer.source:
                out.remove(outer)
                break
    return out


def _embeds(outer: Said, said: Said) -> bool:
    """Does the content of `outer` begin with the words that bring in `said`?"""
    if said.stance in _APART or outer.stance in _APART or not said.subject:
        return False
    a, b = outer.content
    return outer.cue[1] <= a <= said.subject[0] <= a + 6 and said.cue[0] < b and said.content[0] >= said.cue[1]


def _encloses(said: Said, inner: Said) -> bool:
    """Is `inner` what a speaker named after it tells: "The gunmen demanded a ransom, the family said"?"""
    if inner.p is not said.p or inner.stance in _APART or said.stance in _APART or not said.subject:
        return False
    a, b = said.content
    told = a <= inner.span[0] and inner.cue[1] <= b <= said.subject[0]
    verb = inner.p.text[inner.cue[0] : inner.cue[1]]
    return told and not inner.quoted and (inner.stance in _STRONG or verb.endswith("ing"))


def _names_thing(said: Said) -> bool:
    """Example: "members of what it calls the robber group": a name in another's words, no claim beside them."""
    before = said.p.text[: said.subject[0]] if said.subject else ""
    return before.rstrip().lower().endswith("what")


def _told_by(inner: Said, said: Said) -> bool:
    """Make the teller of another's demand or threat its relay; False where there is nobody else's."""
    if inner.stance not in _STRONG or inner.source is said.source:
        return False
    inner.relays = (*inner.relays, said.source)
    inner.content = (inner.content[0], min(inner.content[1], said.content[1]))
    inner.span = (min(inner.span[0], said.span[0]), max(inner.span[1], said.span[1]))
    return True


def _passes_on(outer: Said, said: Said) -> bool:
    """Example: "Radio Kan said the mayor had told ...": another's words, against "said it had counted"."""
    text = said.p.text[said.subject[0] : said.subject[1]].lower() if said.subject else ""
    own = text.partition(" ")[0] in _OWN or said.source is outer.source
    cue = said.p.text[said.cue[0] : said.cue[1]].lower().rsplit(maxsplit=1)[-1]
    return not own and cue in _SPOKEN


def _part(other: Said, said: Said) -> None:
    """Cut the text of `other`, whose cue comes first, before `said`; or the text of `said` after `other`."""
    a, b = other.content
    whole = said.subject is not None and said.content[0] == said.subject[0] > a  # "the government says 34"
    if a <= said.cue[0] < b and (whole or said.content[0] >= said.cue[0]):
        cut = said.cue[0] if said.span[0] < a else min(said.span[0], said.cue[0])
        if cut - a > 8:
            other.content = _trimmed(other.p, (a, before_marks(other.p, cut)))
            other.span = (other.span[0], max(other.cue[1], other.content[1]))
    elif said.content[0] < b and said.content[1] > a and said.content[0] <= other.cue[0] < said.content[1]:
        start = after_marks(said.p, max(other.cue[1], b))
        if said.content[1] - start > 8:
            said.content = (start, said.content[1])
            said.span = (start, max(said.cue[1], said.content[1]))
