"""Who says what: a cue, the source it belongs to, and the stretch of text that is claimed.

A cue is a speech verb, "according to", or a set phrase of silence, denial or doubt. Each cue of a sentence takes the text it
governs; what a later cue takes is no longer an earlier one's. Sentences inside a quotation without a cue of their own belong
to the speaker of the quotation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from summarizer.engines.offline.chunks import ADV, CC, COMMA, NP, QUOTE, STOP, SUB, THAT, VG, P
from summarizer.engines.offline.frames import governed_by, object_of, subject_of
from summarizer.engines.offline.lexicon import forms, table, words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.sources import OUTLET, Source, Sources
from summarizer.records.vocabulary import SourceType, Stance


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
    more: list[tuple[Parsed, tuple[int, int]]] = field(default_factory=list)
    before: list[Parsed] = field(default_factory=list)
    """Earlier sentences of the same quotation, whose cue stands here."""

    def holds(self, p: Parsed, offset: int) -> bool:
        """Does the claim's content hold this character of this sentence?"""
        if p is self.p:
            return self.content[0] <= offset < self.content[1]
        return p in self.before or any(q is p and a <= offset < b for q, (a, b) in self.more)


_STANCES = {
    "asserts": Stance.ASSERTS,
    "tells": Stance.ASSERTS,
    "suggests": Stance.SUGGESTS,
    "denies": Stance.DENIES,
    "demands": Stance.DEMANDS,
    "threatens": Stance.THREATENS,
    "intends": Stance.INTENDS,
    "reacts": Stance.ASSERTS,
    "shows": Stance.ASSERTS,
}


@cache
def cue_verbs() -> dict[str, tuple[str, str]]:
    """Inflected form -> (group, base verb)."""
    out: dict[str, tuple[str, str]] = {}
    for group in (*_STANCES, "quotes"):
        for form, base in forms("cues", group).items():
            out.setdefault(form, (group, base))
    return out


@cache
def phrase_pattern(group: str) -> re.Pattern[str]:
    """The set phrases of a group, as one pattern over lower-cased text."""
    phrases = sorted(table("cues")[group]["phrases"], key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, phrases)) + r")(?!\w)")


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
        found = self._set_phrases(p) + self._cues(p)
        found.sort(key=lambda s: s.cue[0])
        found = _settle(found)
        if not found and p.quotes and _all_quoted(p):
            self._continue_quote(p)
        elif found and p.opens_inside and self.waiting:
            self._adopt(found[0], p)
        self.said += found
        spoken = [s for s in found if s.quoted or s.stance in {Stance.ASSERTS, Stance.DENIES}]
        if spoken:
            self.speaker = spoken[-1]
        elif not _all_quoted(p):
            self.speaker = self.speaker if p.ends_inside else None
        return found

    def _continue_quote(self, p: Parsed) -> None:
        if (
            self.speaker is not None and not (p.ends_inside and not p.opens_inside and p.text[-1] not in '"”')
        ) or self.speaker is not None:
            self.speaker.more.append((p, (0, len(p.text))))
        else:
            self.waiting.append(p)

    def _adopt(self, said: Said, p: Parsed) -> None:
        said.before = [q for q in self.waiting if q.ends_inside]
        said.quoted = True
        self.waiting = []

    # -- set phrases -----------------------------------------------------------------------------------------------

    def _set_phrases(self, p: Parsed) -> list[Said]:
        low = p.text.lower()
        out: list[Said] = []
        for group, stance in (
            ("responsibility", Stance.CLAIMS_RESPONSIBILITY),
            ("unverifiable", Stance.CANNOT_VERIFY),
            ("silence", Stance.NO_COMMENT),
        ):
            for match in phrase_pattern(group).finditer(low):
                said = self._phrase(p, match.start(), match.end(), stance)
                if said is not None:
                    out.append(said)
        return out

    def _phrase(self, p: Parsed, start: int, end: int, stance: Stance) -> Said | None:
        k = next((i for i, c in enumerate(p.chunks) if p.end(c) > start), None)
        if k is None:
            return None
        while k < len(p.chunks) and p.chunks[k].kind != VG and p.start(p.chunks[k]) < end:
            k += 1
        j = subject_of(p, k) if k < len(p.chunks) and p.chunks[k].kind == VG else None
        if stance is Stance.CANNOT_VERIFY:
            source: Source | None = Source(OUTLET, SourceType.OUTLET)
            a, b = _clause_span(p, start)
            return Said(p, source, (), stance, (start, end), (a, b), (a, b)) if source else None
        if j is None:
            return None
        if p.head(p.chunks[j]) in {
            "calls",
            "call",
            "messages",
            "message",
            "emails",
            "requests",
            "phone",
            "telephone",
            "questions",
        }:
            j = governed_by(p, j, frozenset({"to"}), reach=3) or j
        if stance is Stance.NO_COMMENT and p.head(p.chunks[j]) in {"no", "nobody", "none", "one"}:
            return None
        source = self.sources.resolve(p, j)
        if source is None:
            return None
        stop = _content_end(p, k, len(p.text))
        if stance is Stance.CLAIMS_RESPONSIBILITY:
            content = (min(p.start(p.chunks[j]), start), stop)
        else:
            content = (_after(p, end), stop)
            if content[1] - content[0] < 4:
                content = (start, max(stop, end))
        return Said(p, source, (), stance, (start, end), content, (min(p.start(p.chunks[j]), start), max(stop, end)))

    # -- speech verbs ----------------------------------------------------------------------------------------------

    def _cues(self, p: Parsed) -> list[Said]:
        out: list[Said] = []
        for k, chunk in enumerate(p.chunks):
            if chunk.kind != VG:
                continue
            low = p.head(chunk)
            said = None
            if low == "according":
                said = self._according(p, k)
            elif (cue := cue_verbs().get(low)) is not None:
                said = self._verb(p, k, *cue)
            elif low in _FIGURE_VERBS:
                said = self._figures(p, k)
            if said is not None:
                out.append(said)
        if not out and (said := self._account(p) or self._labelled(p)) is not None:
            out.append(said)
        return out

    def _account(self, p: Parsed) -> Said | None:
        """ "In his telling, ...", "By Israel's count ...", "..., by the reckoning of the Prisoners' Club"."""
        for k, chunk in enumerate(p.chunks):
            if (
                chunk.kind != NP
                or p.head(chunk) not in _ACCOUNTS
                or not k
                or p.head(p.chunks[k - 1]) not in {"in", "by", "on"}
            ):
                continue
            source, end = self._accountant(p, k)
            if source is None:
                continue
            cue = (p.start(p.chunks[k - 1]), end)
            content = (_after(p, end), _sentence_end(p)) if k == 1 else (_skip_marks(p.text, 0), _before(p, cue[0]))
            return self._said(p, source, (), Stance.ASSERTS, cue, content, k)
        return None

    def _accountant(self, p: Parsed, k: int) -> tuple[Source | None, int]:
        """Whose telling, count or reckoning it is, and where the phrase ends."""
        chunk = p.chunks[k]
        if chunk.det == "poss":
            return self.sources.pronoun(_SUBJECT_FORMS.get(p.words[chunk.a].low, "")), p.end(chunk)
        if k + 2 < len(p.chunks) and p.head(p.chunks[k + 1]) == "of" and p.chunks[k + 2].kind == NP:
            return self.sources.resolve(p, k + 2, lenient=True), p.end(p.chunks[k + 2])
        owner = next((i for i in range(chunk.a, chunk.b) if p.words[i].tag == "POS"), None)
        if owner is None:
            return None, 0
        name = p.text[p.start(chunk) : p.words[owner - 1].end]
        return self.sources.named(name.removeprefix("the ").removeprefix("The ")), p.end(chunk)

    def _labelled(self, p: Parsed) -> Said | None:
        """ "Nobody hurt - maritime centre in Brest", "Kyma: 'No ransom demand'": flash style, the source set off by a mark."""
        marks = [
            k for k, c in enumerate(p.chunks) if c.kind == STOP and p.words[c.a].text in {"-", "--", "–", "—", ":"}
        ]
        if not marks:
            return None
        last, first = marks[-1], marks[0]
        tail = p.chunks[last + 1 :]
        if (
            p.words[p.chunks[last].a].text != ":"
            and tail
            and all(c.kind in {NP, P, STOP} for c in tail)
            and len(p.words) - p.chunks[last].b < 9
        ):
            source = self.sources.resolve(p, last + 1) if tail[0].kind == NP else None
            if source is not None and (source.type is not SourceType.UNKNOWN or source.name[0].isupper()):
                span = (p.start(tail[0]), p.end(tail[-1]))
                return self._said(
                    p,
                    source,
                    (),
                    Stance.ASSERTS,
                    span,
                    (_skip_marks(p.text, 0), _before(p, p.start(p.chunks[last]) - 1)),
                    last,
                )
        if p.words[p.chunks[first].a].text == ":" and first == 1 and p.chunks[0].kind == NP and p.quotes:
            source = self.sources.resolve(p, 0, lenient=True)
            if source is not None:
                return self._said(
                    p,
                    source,
                    (),
                    Stance.ASSERTS,
                    _span(p, 0),
                    (_skip_marks(p.text, p.end(p.chunks[first])), _sentence_end(p)),
                    0,
                )
        return None

    def _according(self, p: Parsed, k: int) -> Said | None:
        j = k + 2 if k + 2 < len(p.chunks) and p.head(p.chunks[k + 1]) == "to" else k + 1
        if j >= len(p.chunks) or p.chunks[j].kind != NP:
            return None
        source = self.sources.resolve(p, j, lenient=True)
        if source is None:
            return None
        cue = (p.start(p.chunks[k]), p.end(p.chunks[j]))
        end = _source_end(p, j)
        if k == 0 or p.chunks[k - 1].kind in {STOP, CC} or (p.chunks[k - 1].kind == QUOTE and k == 1):
            content = (_after(p, end), _sentence_end(p))
        elif p.chunks[k - 1].kind == "REL" or (
            k > 1 and p.chunks[k - 1].kind == COMMA and p.chunks[k - 2].kind in {"REL", "THAT"}
        ):
            comma = p.text.find(",", end)
            content = (_after(p, end), comma if comma > 0 else _content_end(p, j, len(p.text)))
        else:
            content = (self._content_start(p, k), _before(p, p.start(p.chunks[k])))
            if end < _sentence_end(p) - 12 and p.text[end : end + 1] == "," and self._mid_sentence(p, k):
                content = (content[0], _sentence_end(p))
        return self._said(p, source, (), Stance.ASSERTS, cue, content, k)

    def _mid_sentence(self, p: Parsed, k: int) -> bool:
        """Is the attribution set into its sentence before the main verb came?"""
        return not any(c.kind == VG and not c.infinitive for c in p.chunks[:k])

    def _figures(self, p: Parsed, k: int) -> Said | None:
        """ "He put the injured at 64", "the ministry gave different figures", "gave a toll of 13"."""
        j = object_of(p, k)
        if j is None or p.chunks[k].passive:
            return None
        head = p.head(p.chunks[j])
        wanted = {
            "toll",
            "number",
            "dead",
            "injured",
            "wounded",
            "figure",
            "figures",
            "count",
            "losses",
            "killed",
            "missing",
            "total",
            "tally",
        }
        if head not in wanted:
            return None
        subject = subject_of(p, k)
        source = self.sources.resolve(p, subject) if subject is not None else None
        if source is None or subject is None:
            return None
        span = (p.start(p.chunks[j]), _sentence_end(p))
        return self._said(p, source, (), Stance.ASSERTS, (p.start(p.chunks[k]), p.end(p.chunks[k])), span, k)

    def _verb(self, p: Parsed, k: int, group: str, base: str) -> Said | None:
        chunk = p.chunks[k]
        if chunk.infinitive and p.head(chunk) != "say":
            return None
        if chunk.passive and group == "denies":
            return self._dismissed(p, k)
        if chunk.passive or (
            p.words[chunk.head].tag == "VB" and not chunk.modal and not chunk.negated and chunk.a == chunk.head
        ):
            return None
        if group == "quotes":
            return self._relayed(p, k)
        if base in {"say", "tell", "report"} and p.head(chunk) == "saying" and k and p.head(p.chunks[k - 1]) == "as":
            return None
        inverted = self._inverted(p, k) if group == "asserts" and p.words[chunk.head].tag != "VBG" else None
        if p.words[chunk.head].tag == "VBG" and k and p.chunks[k - 1].kind in {COMMA, QUOTE, CC}:
            subject = self._main_subject(p, k)
        else:
            subject = inverted if inverted is not None else subject_of(p, k)
        if subject is None:
            return None
        if (
            subject
            and p.chunks[subject].det == "prp"
            and base not in _PLAIN_SPEECH
            and p.chunks[subject - 1].kind in {SUB, P}
        ):
            return None
        stance = _STANCES[group]
        source = self._compound(p, subject) or self.sources.resolve(p, subject, lenient=base in _PLAIN_SPEECH)
        if k and p.chunks[k - 1].kind == "REL" and not (k > 1 and p.chunks[k - 2].kind == COMMA):
            return None
        if subject > 1 and p.chunks[subject - 1].kind == CC and p.chunks[subject - 2].kind == NP:
            subject -= 2
        if source is not None and not _speaks(p, k, base):
            return None
        if source is None or (group == "shows" and source.type is SourceType.UNKNOWN):
            return None
        content = self._content(p, k, subject, inverted is not None, group, base)
        if content is None or content[1] - content[0] < 10:
            return None
        if group == "threatens" and base == "warn" and not _future_in(p, content):
            stance = Stance.ASSERTS
        if group in {"asserts", "tells"}:
            stance = _content_stance(p, content, base)
        if group == "reacts" and base in {"dismiss"}:
            stance = Stance.DENIES
        if source.type is SourceType.ARMED_GROUP and _OWN_DEED.match(p.text[content[0] : content[1]].lower()):
            stance = Stance.CLAIMS_RESPONSIBILITY
        cue = (p.start(chunk), p.end(chunk))
        return self._said(p, source, self._media(p, k), stance, cue, content, k, subject)

    def _compound(self, p: Parsed, j: int) -> Source | None:
        """ "rebels and two residents said": one source as written, typed by its first part."""
        if j < 2 or p.chunks[j - 1].kind != CC or p.chunks[j - 2].kind != NP or p.chunks[j].det == "prp":
            return None
        first, second = Sources().resolve(p, j - 2), Sources().resolve(p, j)
        if first is None or second is None or (first.person and second.person):
            return None
        name = p.text[p.start(p.chunks[j - 2]) : p.end(p.chunks[j])]
        both = Source(name, first.type, first.anonymous and second.anonymous, False, True, first.words | second.words)
        self.sources.known.append(both)
        self.sources.recent.append(both)
        return both

    def _dismissed(self, p: Parsed, k: int) -> Said | None:
        """ "That was dismissed by Suharsono as a story": the denier stands after "by"."""
        by = governed_by(p, k, frozenset({"by"}), reach=2)
        source = self.sources.resolve(p, by) if by is not None else None
        if by is None or source is None:
            return None
        start = next(
            (p.end(p.chunks[i]) for i in range(by + 1, min(by + 4, len(p.chunks))) if p.head(p.chunks[i]) == "as"), None
        )
        subject = subject_of(p, k)
        content = (
            (_skip_marks(p.text, start), _sentence_end(p))
            if start
            else (p.start(p.chunks[subject or 0]), p.start(p.chunks[k]) - 1)
        )
        return self._said(p, source, (), Stance.DENIES, (p.start(p.chunks[k]), p.end(p.chunks[k])), content, k, by)

    def _media(self, p: Parsed, k: int) -> tuple[Source, ...]:
        """ "told state television": the medium told is a link of the chain."""
        for i in range(k + 1, min(k + 9, len(p.chunks) - 2)):
            if (
                p.chunks[i].kind == VG
                and p.head(p.chunks[i]) in _CARRIED
                and p.head(p.chunks[i + 1]) in {"by", "on", "in"}
            ):
                relay = Sources().resolve(p, i + 2)
                if relay is not None and relay.type in _MEDIA_TYPES and not relay.person:
                    return (relay,)
        if cue_verbs().get(p.head(p.chunks[k]), ("", ""))[0] != "tells":
            return ()
        j = object_of(p, k)
        if j is None or p.chunks[j].det == "prp":
            return ()
        known = Sources()
        source = known.resolve(p, j)
        if (
            source is not None
            and source.type in {SourceType.STATE_MEDIA, SourceType.NEWS_MEDIA}
            and not source.anonymous
        ):
            return (source,) if not source.plural else ()
        return ()

    def _inverted(self, p: Parsed, k: int) -> int | None:
        """ "..., said Lam Tut Chuol": the subject after the verb."""
        if k == 0:
            return None
        before = p.chunks[k - 1]
        if before.kind not in {COMMA, QUOTE} and not (
            before.kind == ADV and k > 1 and p.chunks[k - 2].kind in {COMMA, QUOTE}
        ):
            return None
        j = k + 1
        if j >= len(p.chunks) or p.chunks[j].kind != NP or p.chunks[j].count is not None:
            return None
        if p.chunks[j].det == "prp" and p.head(p.chunks[j]) not in {"he", "she", "they", "it"}:
            return None
        after = _np_end(p, j)
        if after < len(p.chunks) and p.chunks[after].kind == VG and not p.chunks[after].infinitive:
            return None
        if k > 1 and before.kind == COMMA and p.chunks[k - 2].kind == NP and p.start(p.chunks[k - 2]) == 0:
            return None
        return j

    def _main_subject(self, p: Parsed, k: int) -> int | None:
        """ "he said, adding that ...": the subject of the main verb before a participle."""
        for i in range(k - 1, -1, -1):
            if p.chunks[i].kind == VG and p.words[p.chunks[i].head].tag != "VBG" and not p.chunks[i].infinitive:
                found = subject_of(p, i)
                if (
                    found is None
                    and i + 1 < len(p.chunks)
                    and p.head(p.chunks[i]) in cue_verbs()
                    and p.chunks[i + 1].kind == NP
                ):
                    return i + 1
                return found
        return None

    def _content(
        self, p: Parsed, k: int, subject: int, inverted: bool, group: str, base: str
    ) -> tuple[int, int] | None:
        end = _sentence_end(p)
        after = _skip_addressee(p, (_np_end(p, subject) if inverted else k + 1), group, base)
        rest = p.start(p.chunks[after]) if after < len(p.chunks) else end
        tail_is_content = (
            after < len(p.chunks) and not _closes(p, after) and (not inverted or p.chunks[after].kind == THAT)
        )
        first = min(subject, k)
        preposed = first > 0 and p.chunks[first - 1].kind in {COMMA, QUOTE} and self._has_clause(p, first)
        if preposed and (inverted or not tail_is_content or p.chunks[min(k + 1, len(p.chunks) - 1)].kind == COMMA):
            start = self._content_start(p, first)
            stop = _before(p, p.start(p.chunks[first]))
            if _interrupts(p, after):
                stop = end
            return (start, stop)
        if first and p.chunks[first - 1].kind == COMMA and _interrupts(p, after):
            return (self._content_start(p, first), end)
        if not tail_is_content:
            if preposed:
                return (self._content_start(p, first), _before(p, p.start(p.chunks[first])))
            return None
        if group in {"demands"}:
            rest = p.start(p.chunks[k + 1]) if k + 1 < len(p.chunks) else rest
            if p.text[rest : rest + 3] == "on ":
                rest += 3
        if p.chunks[after].kind == THAT:
            rest = p.start(p.chunks[after + 1]) if after + 1 < len(p.chunks) else rest
        if p.chunks[after].kind == COMMA:
            return None
        return (rest, _content_end(p, after, end))

    def _has_clause(self, p: Parsed, first: int) -> bool:
        """Is there enough before the source to be what was said?"""
        return any(c.kind == VG for c in p.chunks[:first]) or bool(
            p.quotes and p.quotes[0][0] < p.start(p.chunks[first])
        )

    def _content_start(self, p: Parsed, k: int) -> int:
        return _skip_marks(p.text, 0)

    def _relayed(self, p: Parsed, k: int) -> Said | None:
        """ "TASS quoted an official as saying ...", "..., MRTV quoted the defence command as saying"."""
        j = object_of(p, k)
        if j is None or p.chunks[k].passive:
            return None
        saying = next(
            (i for i in range(j, min(j + 12, len(p.chunks))) if p.head(p.chunks[i]) in {"saying", "telling"}), None
        )
        subject = subject_of(p, k)
        relay = self.sources.resolve(p, subject) if subject is not None else None
        source = self.sources.resolve(p, j)
        if source is None:
            return None
        relays = (relay,) if relay is not None and relay is not source else ()
        after = (saying if saying is not None else j) + 1
        if after < len(p.chunks) and p.chunks[after].kind == THAT:
            after += 1
        end = _sentence_end(p)
        start = p.start(p.chunks[after]) if after < len(p.chunks) else end
        if end - start < 12 or (
            after < len(p.chunks) and p.chunks[after].kind == P and subject is not None and subject > 1
        ):
            if subject is None:
                return None
            content = (self._content_start(p, subject), _before(p, p.start(p.chunks[subject])))
        else:
            content = (start, end)
        cue = (p.start(p.chunks[k]), p.end(p.chunks[saying]) if saying is not None else p.end(p.chunks[k]))
        return self._said(p, source, relays, Stance.ASSERTS, cue, content, k)

    def _said(
        self,
        p: Parsed,
        source: Source,
        relays: tuple[Source, ...],
        stance: Stance,
        cue: tuple[int, int],
        content: tuple[int, int],
        k: int,
        subject: int | None = None,
    ) -> Said | None:
        if content[1] - content[0] < 4:
            return None
        points = [*cue, *content]
        if subject is not None:
            points += [p.start(p.chunks[subject]), p.end(p.chunks[subject])]
        quoted = any(a < content[1] and b > content[0] for a, b in p.quotes)
        return Said(p, source, relays, stance, cue, content, (min(points), max(points)), quoted)


def _span(p: Parsed, k: int) -> tuple[int, int]:
    return p.start(p.chunks[k]), p.end(p.chunks[k])


def _settle(found: list[Said]) -> list[Said]:
    """Claims of one sentence do not overlap: the later cue's own text is taken from the earlier one."""
    out: list[Said] = []
    for said in found:
        twin = next((s for s in out if s.cue[0] < said.cue[1] and said.cue[0] < s.cue[1]), None)
        if twin is not None:
            continue
        for other in out:
            a, b = other.content
            if a <= said.cue[0] < b and said.content[0] >= said.cue[0]:
                cut = min(said.span[0], said.cue[0])
                if cut - a > 8:
                    other.content = (a, _before(other.p, cut))
                    other.span = (other.span[0], max(other.cue[1], other.content[1]))
            elif (
                said.content[0] < other.content[1]
                and said.content[1] > other.content[0]
                and said.content[0] <= other.cue[0] < said.content[1]
            ):
                start = _after(said.p, max(other.cue[1], other.content[1]))
                if said.content[1] - start > 8:
                    said.content = (start, said.content[1])
                    said.span = (start, max(said.cue[1], said.content[1]))
        out.append(said)
    return out


def _speaks(p: Parsed, k: int, base: str) -> bool:
    """Is the verb used of speech? "asked not to be named" and "a place called X" are not."""
    chunk = p.chunks[k]
    after = [w.low for w in p.words[chunk.b : chunk.b + 6]]
    if base == "ask":
        return not {"named", "name", "anonymity", "identified", "anonymous"} & set(after)
    if base in {"call", "appeal", "press", "plead"}:
        return after[:1] in (["on"], ["for"], ["to"], ["upon"])
    if base == "claim":
        return not {"lives", "life", "responsibility", "credit"} & set(after)
    return True


_ACCOUNTS = frozenset(
    {"telling", "count", "reckoning", "account", "version", "estimate", "tally", "words", "view", "figures"}
)
_SUBJECT_FORMS = {"his": "he", "her": "she", "its": "it", "their": "they"}
_FIGURE_VERBS = frozenset(
    {"put", "puts", "gave", "gives", "placed", "revised", "raised", "lowered", "revises", "raises", "updated"}
)
_CARRIED = frozenset({"distributed", "carried", "broadcast", "published", "aired", "relayed", "circulated", "run"})
_MEDIA_TYPES = frozenset({SourceType.STATE_MEDIA, SourceType.NEWS_MEDIA, SourceType.ARMED_GROUP})
_OWN_DEED = re.compile(
    r"^(?:that )?(?:it|they|we|its (?:men|fighters)|his (?:men|fighters)) (?:had |have |was |were )?(?:sent|carried out|planted|behind|ambushed|attacked|killed|shot|executed|detonated|responsible)\b"
)
_PLAIN_SPEECH = frozenset(
    {"say", "tell", "announce", "add", "caution", "explain", "insist", "declare", "deny", "retort", "fear", "estimate"}
)
_NEGATIVE = re.compile(
    r"^(?:none of (?:its|his|their|our)|it (?:had|has|did|does|was|is) not|they (?:had|have|did|do|were|are) not|not (?:so|true)|no such|there (?:was|were|had been) no such"
    r"|we (?:did|do|have) not|(?:the )?(?:reports?|claims?|allegations?|accusations?|videos?) (?:were|was|is|are) (?:false|baseless|fabricated|untrue)|nothing of the kind|there (?:was|were) no (?:attempt|truth|attack|raid|strike|operation|order|clash|fighting)|never\b)"
)
_FABLE = re.compile(
    r"\b(?:was|were|is|are) (?:a )?(?:fable|lie|lies|fabrications?|fabricated|false|baseless|untrue|propaganda|nonsense|pure invention|invented)\b"
)
_MODAL = re.compile(
    r"\b(?:may have|might have|may|might|probably|possibly|likely|appears? to|appeared to|seems? to|seemed to|could have)\b"
)


def _content_stance(p: Parsed, content: tuple[int, int], base: str) -> Stance:
    text = p.text[content[0] : content[1]].lower().lstrip("\"'“‘ ")
    if _NEGATIVE.search(text) or _FABLE.search(text):
        return Stance.DENIES
    if _MODAL.search(p.text[content[0] : content[0] + 80]) and base not in {"confirm"}:
        return Stance.SUGGESTS
    if base in {"announce", "promise"} and re.search(r"\b(?:would|will)\b", text):
        return Stance.INTENDS
    return Stance.ASSERTS


def _future_in(p: Parsed, content: tuple[int, int]) -> bool:
    return bool(re.search(r"\b(?:would|will|shall|to)\b", p.text[content[0] : content[1]].lower()))


_LEADS = re.compile(
    r"(?:Meanwhile|Furthermore|However|Moreover|Separately|Elsewhere|Earlier|Also|In addition|Still),\s+"
)


def _skip_marks(text: str, i: int) -> int:
    while i < len(text) and (text[i] in " \"“”'‘•*-–—\u00a0" or text[i : i + 2] == "- "):
        i += 1
    lead = _LEADS.match(text, i)
    return lead.end() if lead else i


def _after(p: Parsed, end: int) -> int:
    while end < len(p.text) and p.text[end] in " ,;:\u00a0":
        end += 1
    return end


def _before(p: Parsed, start: int) -> int:
    while start > 0 and p.text[start - 1] in ' ,;:"“”\u00a0':
        start -= 1
    return start


def _sentence_end(p: Parsed) -> int:
    end = len(p.text)
    while end > 0 and p.text[end - 1] in ' ."“”\n,':
        end -= 1
    return end


def _clause_span(p: Parsed, offset: int) -> tuple[int, int]:
    start = (
        max(p.text.rfind(";", 0, offset), p.text.rfind(" but ", 0, offset) + 4 if " but " in p.text[:offset] else -1)
        + 1
    )
    return _skip_marks(p.text, start), _sentence_end(p)


def _np_end(p: Parsed, j: int) -> int:
    """Index after a noun phrase with its prepositional phrases and appositions."""
    i = j + 1
    while i + 1 < len(p.chunks) and p.chunks[i].kind == P and p.chunks[i + 1].kind == NP:
        i += 2
    if i + 1 < len(p.chunks) and p.chunks[i].kind == COMMA and p.chunks[i + 1].kind == NP:
        k = i + 2
        while k + 1 < len(p.chunks) and p.chunks[k].kind == P and p.chunks[k + 1].kind == NP:
            k += 2
        if k >= len(p.chunks) or p.chunks[k].kind in {STOP, COMMA, QUOTE}:
            return k
    return i


def _source_end(p: Parsed, j: int) -> int:
    return p.end(p.chunks[_np_end(p, j) - 1])


_ADDRESSED = words("attribution", "addressed")


def _skip_addressee(p: Parsed, i: int, group: str, base: str) -> int:
    """Index of the first chunk that can be content: past "reporters in Juba", "on Saturday", "in a statement", "by telephone"."""
    chunks = p.chunks
    if base in _ADDRESSED and i < len(chunks) and chunks[i].kind == NP and group != "demands":
        i += 1
    while i + 1 < len(chunks):
        if (
            chunks[i].kind == P
            and chunks[i + 1].kind == NP
            and p.head(chunks[i]) in {"in", "on", "at", "to", "by", "over", "from", "via", "through", "after", "during"}
            and group != "demands"
        ):
            if (
                i + 2 < len(chunks)
                and chunks[i + 2].kind == VG
                and not _participle(p, i + 2)
                and p.head(chunks[i]) not in {"in", "on", "by", "over", "to"}
            ):
                break
            i += 2
            if i < len(chunks) and chunks[i].kind == VG and _participle(p, i):
                i += 1
        elif (chunks[i].kind == NP and (_is_when(p, i) or _ago(p, i))) or (
            chunks[i].kind == ADV
            and p.head(chunks[i])
            in {
                "later",
                "earlier",
                "also",
                "yesterday",
                "today",
                "overnight",
                "here",
            }
        ):
            i += 1
        else:
            break
    return i


def _participle(p: Parsed, i: int) -> bool:
    chunk = p.chunks[i]
    return chunk.b - chunk.a == 1 and p.words[chunk.head].tag in {"VBN", "VBG"}


_WHEN = words("attribution", "when")


def _ago(p: Parsed, i: int) -> bool:
    """ "two days later", "a week ago"."""
    return (
        i + 1 < len(p.chunks) and p.chunks[i + 1].kind == ADV and p.head(p.chunks[i + 1]) in {"later", "earlier", "ago"}
    )


def _is_when(p: Parsed, i: int) -> bool:
    return p.head(p.chunks[i]) in _WHEN


def _closes(p: Parsed, i: int) -> bool:
    """Nothing that could be content follows: end of sentence, comma, a clause of circumstance."""
    chunk = p.chunks[i]
    if chunk.kind == STOP and p.words[chunk.a].text not in {":", "--", "—", "–"}:
        return True
    if chunk.kind == QUOTE:
        return i + 2 >= len(p.chunks)
    return chunk.kind in {COMMA, SUB, "REL", CC}


def _interrupts(p: Parsed, i: int) -> bool:
    """ "Four of the dead, he added, were boys": the sentence goes on after the cue with a verb of its own."""
    if i + 1 >= len(p.chunks) or p.chunks[i].kind != COMMA or _another_cue(p, i):
        return False
    return any(c.kind == VG and p.words[c.head].tag != "VBG" for c in p.chunks[i + 1 : i + 12])


def _another_cue(p: Parsed, i: int) -> bool:
    return any(
        c.kind == VG and not c.infinitive and not c.passive and p.head(c) in cue_verbs() for c in p.chunks[i : i + 4]
    )


def _content_end(p: Parsed, i: int, end: int) -> int:
    """Where governed content stops: before ", but/and SOURCE said" of another cue; else the sentence's end."""
    for j in range(i + 1, len(p.chunks)):
        chunk = p.chunks[j]
        if chunk.kind == STOP and p.words[chunk.a].text == ";":
            return _before(p, p.start(chunk))
        if chunk.kind == CC and p.head(chunk) == "but" and _another_cue(p, j + 1):
            return _before(p, p.start(chunk))
    return min(end, _sentence_end(p)) if end else _sentence_end(p)


def _all_quoted(p: Parsed) -> bool:
    """Is (nearly) the whole sentence inside quotation marks?"""
    inside = sum(b - a for a, b in p.quotes)
    return inside >= len(p.text.strip(' "“”.,')) - 3 and bool(p.quotes)
