"""The sources of an article, and which earlier source a pronoun or role noun means."""

from __future__ import annotations

import re

from summarizer.engines.offline.cast import Cast
from summarizer.engines.offline.chunks import NP, Chunk
from summarizer.engines.offline.documents import issuer_at, owner_of, possessor
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.source import Source, described, is_seat, name_in, same_person
from summarizer.engines.offline.source_kinds import source_type, type_of_title
from summarizer.engines.offline.source_names import (
    bare_name,
    can_speak,
    cluster,
    is_institution,
    is_role,
    people_heads,
    phrase_end,
    proper_name,
)
from summarizer.normalize.actors import known_actor
from summarizer.normalize.places import country_of
from summarizer.records.vocabulary import SourceType

OUTLET = "(outlet)"
"""The name of the article's own outlet as a source."""

_CLASS_NOUNS: dict[str, frozenset[SourceType]] = {
    **dict.fromkeys(
        ("monitor", "watchdog", "charity", "organisation", "organization"), frozenset({SourceType.MONITOR_NGO})
    ),
    **dict.fromkeys(("movement", "rebels", "militants", "insurgents", "faction"), frozenset({SourceType.ARMED_GROUP})),
    "group": frozenset({SourceType.ARMED_GROUP, SourceType.MONITOR_NGO, SourceType.UNKNOWN}),
    **dict.fromkeys(
        ("agency", "newspaper", "broadcaster", "station", "channel", "paper", "daily"),
        frozenset({SourceType.NEWS_MEDIA, SourceType.STATE_MEDIA}),
    ),
    "mission": frozenset({SourceType.INTL_ORGANISATION}),
}
_SPEAKERS = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_BODIES = frozenset(SourceType) - {
    SourceType.UNKNOWN,
    SourceType.WITNESS,
    SourceType.DOCUMENT,
    SourceType.EXPERT,
    SourceType.OUTLET,
    SourceType.NEWS_MEDIA,
    SourceType.SOCIAL_MEDIA,
}
_THINKERS = re.compile(
    r"\bof the [^,]*\b(?:forum|institute|think tank|university|centre|center|foundation)\b|\bfor the [^,]*institute\b"
)


class Sources:
    """The sources of one article, in order of appearance, with what pronouns may refer to."""

    def __init__(self, cast: Cast | None = None) -> None:
        self.cast = cast or Cast()
        self.known: list[Source] = []
        self.recent: list[Source] = []
        self.documents: dict[str, Source] = {}

    def resolve(self, p: Parsed, j: int, *, lenient: bool = False) -> Source | None:
        """The source that the noun phrase at chunk j names, None when it cannot be one.

        `lenient`: the cue is one of speech beyond doubt, so that an unknown noun may be a speaker.
        """
        if p.chunks[j].det == "prp":
            return self.pronoun(p.head(p.chunks[j]))
        if (agent := issuer_at(p, j)) is not None:
            return self.resolve(p, agent)
        if (issued := self._issuer(p, j)) is not None:
            self.touch(issued)
            return issued
        phrases = cluster(p, j)
        source = (
            self._named(p, phrases)
            or self._by_role(p, j, phrases)
            or self._just_met(p, j, phrases)
            or self._new(p, j, phrases, lenient=lenient)
        )
        if source is not None:
            self.touch(source)
        return source

    def _issuer(self, p: Parsed, j: int) -> Source | None:
        """Whose document it is: "the army's statement", "their report", "the statement" that somebody issued before."""
        if owner := owner_of(p, j):
            return self.named(owner)
        if form := possessor(p, j):
            return self.pronoun(form)
        chunk = p.chunks[j]
        bare = chunk.det in {"the", "this"} and chunk.b - chunk.a == 2
        return self.documents.get(p.head(chunk)) if bare else None

    def _employer(self, p: Parsed, phrases: list[int]) -> SourceType | None:
        """For whom "its spokesman", "the group's commander" or a bare "Spokeswoman" speaks: the body spoken of last."""
        for j in phrases:
            chunk = p.chunks[j]
            first = p.words[chunk.a].low
            owned = chunk.det == "poss" and first in {"its", "their", "his", "her"} and is_role(p.head(chunk))
            group = any(
                p.words[i].tag == "POS" and p.words[i - 1].low in _CLASS_NOUNS for i in range(chunk.a + 1, chunk.b)
            )
            if owned or group or (first in _SPEAKERS and len(phrases) == 1):
                return self._body_before(p, j)
        return None

    def _body_before(self, p: Parsed, j: int) -> SourceType | None:
        """The kind of the organisation that the words before chunk j name, else of the one that spoke last."""
        for chunk in reversed(p.chunks[:j]):
            kind = self.cast.kinds.of(p.slice(chunk)) if chunk.kind == NP and chunk.det != "prp" else None
            if kind in _BODIES:
                return kind
        return next((s.type for s in reversed(self.recent) if s.type in _BODIES and not s.plural), None)

    def named(self, name: str) -> Source | None:
        """A source by its bare name: one already known, or a new one when the name is of a known kind."""
        low = bare_name(name)
        found = next((s for s in reversed(self.known) if bare_name(s.name) == low), None)
        if found is None:
            kind = source_type(name)
            if kind is SourceType.UNKNOWN and country_of(name):
                kind = SourceType.GOVERNMENT
            if kind is SourceType.UNKNOWN:
                return None
            return self.add(Source(name, kind, words=set(low.split())))
        self.touch(found)
        return found

    def add(self, source: Source) -> Source:
        """Make a new source known, as the one that spoke last."""
        self.known.append(source)
        self.touch(source)
        return source

    def touch(self, source: Source) -> None:
        """Let the source be what pronouns mean first."""
        if source in self.recent:
            self.recent.remove(source)
        self.recent.append(source)

    def recall(self, source: Source) -> None:
        """Let the source be what pronouns mean after the one that they mean first."""
        if source in self.recent[-1:]:
            return
        if source in self.recent:
            self.recent.remove(source)
        self.recent.insert(max(0, len(self.recent) - 1), source)

    def mentioned(self, p: Parsed, j: int) -> Source | None:
        """The source that a noun phrase means which does not speak, a new one where it was not met before."""
        before = list(self.recent)
        source = self.resolve(p, j)
        self.recent = before
        return source

    def pronoun(self, low: str) -> Source | None:
        """The source that "he", "she", "it" or "they" means, None when there is none."""
        wanted = self._meant_by(low)
        if not wanted:
            return None
        source = wanted[-1]
        if low in {"he", "she"} and source.female is None:
            source.female = low == "she"
        self.touch(source)
        return source

    def _meant_by(self, low: str) -> list[Source]:
        if low in {"it", "itself"}:
            return [s for s in self.recent if not s.person]
        if low in {"they", "them"}:
            return [s for s in self.recent if s.plural] or [s for s in self.recent if not s.person]
        if low in {"she", "her", "he", "him"}:
            female = low in {"she", "her"}
            return [s for s in self.recent if s.person and not s.plural and s.female in {None, female}]
        return []

    def _named(self, p: Parsed, phrases: list[int]) -> Source | None:
        """A known name, fully or by its last word: "Hamid" after "Dr. Nawzad Hamid"."""
        for j in phrases:
            name = proper_name(p, p.chunks[j])
            low = bare_name(name) if name else ""
            for source in reversed(self.known) if name else ():
                have = bare_name(source.name)
                if have == low or (source.person and same_person(have, low)):
                    self._learn(p, source, phrases, name)
                    return source
        return None

    def _learn(self, p: Parsed, source: Source, phrases: list[int], name: str) -> None:
        """Keep the fuller name and the nouns that a later mention calls a known source by."""
        if len(name) > len(source.name) and source.person and bare_name(source.name) in bare_name(name):
            source.name = name
        for chunk in (p.chunks[j] for j in phrases):
            source.words.update(w.low for w in p.words[chunk.a : chunk.b] if w.tag in {"NN", "NNS"})

    def _by_role(self, p: Parsed, j: int, phrases: list[int]) -> Source | None:
        """Example: "the spokesman", "the ministry", "The Observatory": the latest source that went by that word."""
        chunk = p.chunks[j]
        if len(phrases) > 1 or chunk.det not in {"the", "this", ""} or chunk.count is not None:
            return None
        head = p.head(chunk)
        if chunk.det == "" and not p.words[chunk.head].text[0].isupper():
            return None
        if (same := self._of_class(chunk, head)) is not None:
            return same
        extra = {w.low for w in p.words[chunk.a : chunk.head] if w.tag in {"NNP", "NN", "JJ"}} - {"same"}
        for source in reversed(self.recent):
            if source.person and not is_role(head):
                continue
            called = head in source.words and extra <= source.words
            if called and (chunk.det == "the" or source.name.lower().split()[-1:] == [head]):
                return source
        return None

    def _of_class(self, chunk: Chunk, head: str) -> Source | None:
        """Example: "The war monitor", "the movement": the last source of that kind, when its words do not say it."""
        kinds = _CLASS_NOUNS.get(head)
        if kinds is None or chunk.det != "the" or any(head in s.words for s in self.known):
            return None
        same = [s for s in self.recent if s.type in kinds and not s.person]
        return same[-1] if same else None

    def _just_met(self, p: Parsed, j: int, phrases: list[int]) -> Source | None:
        """Example: "The livestock trader" right after a name that had no role yet."""
        chunk = p.chunks[j]
        last = self.recent[-1] if self.recent else None
        if last is None or not last.person or last.type is not SourceType.UNKNOWN:
            return None
        if chunk.det != "the" or len(phrases) > 1:
            return None
        if p.head(chunk) not in people_heads() or p.words[chunk.head].tag != "NN":
            return None
        last.words |= {w.low for w in p.words[chunk.a : chunk.b]}
        last.type = source_type(p.slice(chunk))
        return last

    def _new(self, p: Parsed, j: int, phrases: list[int], *, lenient: bool) -> Source | None:
        """A source not met before, None when nothing says that the phrase is one."""
        name, person = name_in(p, phrases)
        kind = self._kind(p, j, phrases, name, person=person)
        speaks = p.head(p.chunks[j]) in people_heads() or (lenient and can_speak(p, p.chunks[j]))
        if kind is SourceType.UNKNOWN and not name and not speaks:
            return None
        nouns = {
            w.low
            for chunk in (p.chunks[i] for i in phrases)
            for w in p.words[chunk.a : chunk.b]
            if w.tag in {"NN", "NNS", "NNP", "NNPS", "JJ"}
        }
        holders = [chunk for chunk in (p.chunks[i] for i in phrases) if name in p.slice(chunk)]
        if name and (person or any(is_institution(p, chunk, name) for chunk in holders)):
            source = Source(name, kind, person=person, words=nouns | set(name.lower().split()))
            if person and (known := self.cast.of(name)) is not None:
                source.female = known.female
        else:
            source = described(p, j, kind, nouns)
        self.known.append(source)
        return source

    def _kind(self, p: Parsed, j: int, phrases: list[int], name: str, *, person: bool) -> SourceType:
        """The kind of a new source: by what describes it, by the table of known names, by its being a place."""
        description = p.text[p.start(p.chunks[phrases[0]]) : p.end(p.chunks[phrase_end(p, phrases[-1])])]
        known = self.cast.of(name) if person else None
        if person:
            if _THINKERS.search(description.lower()):
                return SourceType.EXPERT
            if known is not None and known.kind not in {SourceType.UNKNOWN, type_of_title(name)}:
                return known.kind
        known_name = known_actor(name or p.slice(p.chunks[j]))
        kind = self.cast.kinds.of(description)
        if known_name is not None and known_name.source_type is not None:
            kind = known_name.source_type
        if kind is SourceType.UNKNOWN and person:
            kind = type_of_title(name)
        if kind is SourceType.UNKNOWN and person and known is not None and not known.described:
            return SourceType.WITNESS
        if kind in {SourceType.UNKNOWN, type_of_title(name)} and (own := self._employer(p, phrases)) is not None:
            return own
        if kind is SourceType.UNKNOWN and name and not person and is_seat(name):
            return SourceType.GOVERNMENT
        return kind
