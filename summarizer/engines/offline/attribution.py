"""Who says what: a cue, the source it belongs to, and the stretch of text that is claimed.

A cue is a speech verb, "according to", or a set phrase of silence, denial or doubt. Each cue of a sentence takes the
text it governs; what a later cue takes is no longer an earlier one's. Sentences inside a quotation without a cue of
their own belong to the speaker of the quotation.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.engines.offline.accounts import FIGURE_VERBS, according, account, figures, labelled
from summarizer.engines.offline.chunks import VG
from summarizer.engines.offline.content import Speech
from summarizer.engines.offline.cues import cue_verbs, phrase_pattern
from summarizer.engines.offline.frames import governed_by, subject_of
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.said import Said, settled
from summarizer.engines.offline.sources import OUTLET, Source, Sources
from summarizer.engines.offline.spans import after_marks, all_quoted, clause_span, content_end
from summarizer.engines.offline.speech import spoken
from summarizer.records.vocabulary import SourceType, Stance

_PHRASES = (
    ("responsibility", Stance.CLAIMS_RESPONSIBILITY),
    ("unverifiable", Stance.CANNOT_VERIFY),
    ("silence", Stance.NO_COMMENT),
)
_ANY = tuple(group for group, _ in _PHRASES)
_CALLS = words("attribution", "calls")


class Attribution:
    """Reads the claims of an article, sentence by sentence, keeping the speaker in mind."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.said: list[Said] = []
        self.speaker: Said | None = None
        self.waiting: list[Parsed] = []

    def read(self, p: Parsed) -> list[Said]:
        """The claims of the next sentence."""
        if self.speaker is not None and self.speaker.p.sentence.paragraph != p.sentence.paragraph:
            self.speaker = None
        if self.waiting and self.waiting[-1].sentence.paragraph != p.sentence.paragraph:
            self.waiting = []
        found = settled(sorted([*self._set_phrases(p), *self._cues(p)], key=lambda s: s.cue[0]))
        if not found and all_quoted(p):
            self._continue_quote(p)
        elif found and p.opens_inside and self.waiting:
            self._adopt(found[0])
        self.said += found
        self._listen(p, found)
        return found

    def _listen(self, p: Parsed, found: list[Said]) -> None:
        """Keep in mind who speaks at the end of this sentence."""
        speaking = [s for s in found if s.quoted or s.stance in {Stance.ASSERTS, Stance.DENIES}]
        if speaking:
            self.speaker = speaking[-1]
        elif not all_quoted(p) and not p.ends_inside:
            self.speaker = None

    def _continue_quote(self, p: Parsed) -> None:
        if self.speaker is not None:
            self.speaker.more.append((p, (0, len(p.text))))
        else:
            self.waiting.append(p)

    def _adopt(self, said: Said) -> None:
        """Give a claim the sentences of its quotation that waited for their speaker."""
        said.before = [q for q in self.waiting if q.ends_inside]
        said.quoted = True
        self.waiting = []

    def _set_phrases(self, p: Parsed) -> Iterator[Said]:
        low = p.text.lower()
        if phrase_pattern(*_ANY).search(low) is None:
            return
        for group, stance in _PHRASES:
            for match in phrase_pattern(group).finditer(low):
                said = self._phrase(p, match.start(), match.end(), stance)
                if said is not None:
                    yield said

    def _phrase(self, p: Parsed, start: int, end: int, stance: Stance) -> Said | None:
        """The claim of a set phrase: "could not be verified", "declined to comment", "claimed responsibility"."""
        if stance is Stance.CANNOT_VERIFY:
            clause = clause_span(p, start)
            return Said(p, Source(OUTLET, SourceType.OUTLET), (), stance, (start, end), clause, clause)
        verb = _verb_of_phrase(p, start, end)
        j = _who(p, verb, stance) if verb is not None else None
        source = self.sources.resolve(p, j) if j is not None else None
        if verb is None or j is None or source is None:
            return None
        first, stop = min(p.start(p.chunks[j]), start), content_end(p, verb)
        if stance is Stance.CLAIMS_RESPONSIBILITY:
            content = (first, stop)
        else:
            content = (after_marks(p, end), stop)
            if content[1] - content[0] < 4:
                content = (start, max(stop, end))
        return Said(p, source, (), stance, (start, end), content, (first, max(stop, end)))

    def _cues(self, p: Parsed) -> list[Said]:
        out = [
            said for k, c in enumerate(p.chunks) if c.kind == VG and (said := self._cue(p, k, p.head(c))) is not None
        ]
        if not out and (said := account(self.sources, p) or labelled(self.sources, p)) is not None:
            out.append(said)
        return out

    def _cue(self, p: Parsed, k: int, low: str) -> Said | None:
        if low == "according":
            return according(self.sources, p, k)
        if (cue := cue_verbs().get(low)) is not None:
            return spoken(self.sources, Speech(p, k, *cue))
        return figures(self.sources, p, k) if low in FIGURE_VERBS else None


def _verb_of_phrase(p: Parsed, start: int, end: int) -> int | None:
    """The first verb group of a set phrase that stands at start..end, or the one right after it."""
    k = next((i for i, chunk in enumerate(p.chunks) if p.end(chunk) > start), len(p.chunks))
    while k < len(p.chunks) and p.chunks[k].kind != VG and p.start(p.chunks[k]) < end:
        k += 1
    return k if k < len(p.chunks) and p.chunks[k].kind == VG else None


def _who(p: Parsed, k: int, stance: Stance) -> int | None:
    """Whose silence or claim it is; calls and messages are silent for whom they were meant."""
    j = subject_of(p, k)
    if j is not None and p.head(p.chunks[j]) in _CALLS:
        j = governed_by(p, j, frozenset({"to"}), reach=3) or j
    nobody = {"no", "nobody", "none", "one"}
    if j is None or (stance is Stance.NO_COMMENT and p.head(p.chunks[j]) in nobody):
        return None
    return j
