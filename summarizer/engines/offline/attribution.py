"""Who says what: a cue, the source it belongs to, and the stretch of text that is claimed.

A cue is a speech verb, "according to", or a set phrase of silence, denial or doubt. Each cue of a sentence takes the
text it governs; what a later cue takes is no longer an earlier one's. Sentences inside a quotation without a cue of
their own belong to the speaker of the quotation.
"""

from __future__ import annotations

from itertools import pairwise

from summarizer.engines.offline.accounts import (
    FIGURE_VERBS,
    according,
    account,
    figures,
    is_per,
    labelled,
    own_figure,
)
from summarizer.engines.offline.back_reference import referring_back
from summarizer.engines.offline.chunks import VG
from summarizer.engines.offline.content import Speech
from summarizer.engines.offline.cues import cue_verbs
from summarizer.engines.offline.denied_reports import whose_words
from summarizer.engines.offline.mentions import meet, remember
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.relays import cite, translated
from summarizer.engines.offline.said import Said, settled, with_reasons
from summarizer.engines.offline.set_phrases import set_phrases, silences
from summarizer.engines.offline.sources import Sources
from summarizer.engines.offline.spans import all_quoted
from summarizer.engines.offline.speech import spoken
from summarizer.engines.offline.stance import is_rebuttal, stance_of
from summarizer.records.vocabulary import Stance


class Attribution:
    """Reads the claims of an article, sentence by sentence, keeping the speaker in mind."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.said: list[Said] = []
        self.speaker: Said | None = None
        self.waiting: list[Parsed] = []
        self._before: Said | None = None
        """Who spoke at the end of the paragraph before."""
        self._last: Parsed | None = None
        self._told = False
        """Has the last sentence a claim of its own?"""

    def read(self, p: Parsed) -> list[Said]:
        """The claims of the next sentence, and those that it makes of the sentence before."""
        self._turn_paragraph(p.sentence.paragraph)
        read = [*self._cues(p), *set_phrases(self.sources, p), *silences(self.sources, p)]
        found = with_reasons(translated(self.sources, p, settled(sorted(read, key=lambda s: s.cue[0]))))
        found = referring_back(self.sources, p, self._last, found, told=self._told)
        self._go_on(p, found)
        if not found and all_quoted(p):
            self._continue_quote(p)
        elif found and p.opens_inside and self.waiting:
            self._adopt(found[0])
        elif found:
            self._give_to_speaker()
        self.said += found
        self._listen(p, found)
        meet(self.sources, p, found)
        remember(self.sources, p, found)
        self._last, self._told = p, bool(found)
        return found

    def finish(self) -> None:
        """The article is read: a last quotation that nobody was named for has its speaker too."""
        self._turn_paragraph(-1)

    def _turn_paragraph(self, paragraph: int) -> None:
        """Nobody speaks on into another paragraph, but one that is all quotation goes on with the last speaker."""
        if self.waiting and self.waiting[-1].sentence.paragraph != paragraph:
            self._give_to_speaker()
        if self.waiting and self.waiting[-1].sentence.paragraph != paragraph:
            last = self._before
            if (
                last is not None
                and last.quoted
                and _ends_quoted(last)
                and self.waiting[0].sentence.paragraph - last.p.sentence.paragraph == 1
            ):
                last.more += [(q, (0, len(q.text))) for q in self.waiting]
            self.waiting = []
        if self.speaker is not None and self.speaker.p.sentence.paragraph != paragraph:
            self._before, self.speaker = self.speaker, None

    def _go_on(self, p: Parsed, found: list[Said]) -> None:
        """Who speaks on in the same paragraph, as a pronoun, speaks through the same medium."""
        for before, said in pairwise(found):
            if before.relays and not said.relays and said.source is before.source and said.content[0] >= said.cue[0]:
                said.relays = before.relays  # "told state television, adding that"
        last = self.said[-1] if self.said else None
        if last is None or last.p.sentence.paragraph != p.sentence.paragraph or not last.relays:
            return
        for said in found:
            name = p.text[said.subject[0] : said.subject[1]].lower() if said.subject else ""
            if not said.relays and said.source is last.source and name in {"he", "she", "it", "they"}:
                said.relays = last.relays

    def _listen(self, p: Parsed, found: list[Said]) -> None:
        """Keep in mind who speaks at the end of this sentence."""
        speaking = [s for s in found if s.quoted or s.stance in {Stance.ASSERTS, Stance.DENIES}]
        if speaking:
            self.speaker = speaking[-1]
        elif not all_quoted(p) and not p.ends_inside:
            self.speaker = None

    def _continue_quote(self, p: Parsed) -> None:
        self.waiting.append(p)
        if p.opens_inside or not p.ends_inside:
            self._give_to_speaker()  # else the next may name another: 'X said so. "It is false. We ran," said Y'

    def _give_to_speaker(self) -> None:
        """The sentences of a quotation for which nobody is named are of who spoke before in their paragraph."""
        if self.speaker is not None:
            self.speaker.more += [(q, (0, len(q.text))) for q in self.waiting]
            self.waiting = []

    def _adopt(self, said: Said) -> None:
        """Give a claim the sentences of its quotation that waited for their speaker."""
        said.before = [q for q in self.waiting if q.ends_inside]
        said.quoted = True
        if said.stance is Stance.ASSERTS and any(_denies(q, said) for q in said.before):
            said.stance = Stance.DENIES  # "That is false. Everyone is accounted for," he said
        self.waiting = []

    def _cues(self, p: Parsed) -> list[Said]:
        out = [
            said
            for k, c in enumerate(p.chunks)
            if (c.kind == VG or is_per(p, k)) and (said := self._cue(p, k, p.head(c))) is not None
        ]
        cite(self.sources, p, out)
        out += whose_words(self.sources, p, out)
        if (
            not out
            and (said := account(self.sources, p) or labelled(self.sources, p) or own_figure(self.sources, p))
            is not None
        ):
            out.append(said)
        return out

    def _cue(self, p: Parsed, k: int, low: str) -> Said | None:
        if low in {"according", "per"}:
            return according(self.sources, p, k)
        if (cue := cue_verbs().get(low)) is not None:
            return spoken(self.sources, Speech(p, k, *cue))
        return figures(self.sources, p, k) if low in FIGURE_VERBS else None


def _denies(p: Parsed, said: Said) -> bool:
    """Is a sentence of his quotation, before the one that names him, a denial?"""
    content = (0, len(p.text))
    return is_rebuttal(p.text) or stance_of(p, content, ("asserts", "say"), said.source.type) is Stance.DENIES


def _ends_quoted(said: Said) -> bool:
    """Do his words end the paragraph? Where "he said" does, the quotation that follows may be another's."""
    last = said.more[-1][0] if said.more else said.p
    if said.p.text[slice(*said.cue)].lower() in {"read", "reads"}:
        return True  # a document goes on: ""Three were killed," it read in part."
    return last.ends_inside or last.text.rstrip()[-1:] in _CLOSING


_CLOSING = frozenset('"”»')
