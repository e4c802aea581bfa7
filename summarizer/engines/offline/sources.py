"""The sources of an article, and which earlier source a pronoun or role noun means."""

from __future__ import annotations

from summarizer.engines.offline.cast import Cast
from summarizer.engines.offline.chunks import Chunk
from summarizer.engines.offline.documents import issuer_at, owner_of, possessor
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.source import Source, alias_of, described, known_at, name_in, only_of, same_person
from summarizer.engines.offline.source_kinds import CLASS_NOUNS, source_type
from summarizer.engines.offline.source_names import (
    MUTE,
    bare_name,
    can_speak,
    cluster,
    is_institution,
    is_of_known,
    is_placed,
    is_role,
    names_body,
    offices,
    one_of_them,
    people_heads,
    proper_name,
    silent_before,
)
from summarizer.engines.offline.source_typing import kind_of, named_here
from summarizer.normalize.actors import known_actor
from summarizer.normalize.places import country_of
from summarizer.records.vocabulary import SourceType

_OPENING, _UNTITLED = 20, frozenset({SourceType.UNKNOWN, SourceType.WITNESS})
_STATEMENTS = words("sources", "statements")
_WOMEN = frozenset({"woman", "mother", "wife", "widow", "grandmother", "sister", "daughter", "aunt"})
OUTLET = "(outlet)"
"""The name of the article's own outlet as a source."""
_OF_STATES, _CHARITABLE = words("sources", "of_states"), words("sources", "charitable")


class Sources:
    """The sources of one article, in order of appearance, with what pronouns may refer to."""

    def __init__(self, cast: Cast | None = None, outlet: str = "") -> None:
        self.cast = cast or Cast()
        self.outlet = outlet
        self.known: list[Source] = []
        self.recent: list[Source] = []
        self.documents: dict[str, Source] = {}
        self.dead: frozenset[str] = frozenset()  # bare names of people told killed, whom no "he said" means
        self.spoke: tuple[int, Source] | None = None
        """The organisation that spoke last, and the paragraph it spoke in."""

    def resolve(self, p: Parsed, j: int, *, lenient: bool = False) -> Source | None:
        """The source that the noun phrase at chunk j names, if any; `lenient`: beyond doubt somebody speaks."""
        if p.chunks[j].det == "the" and p.head(p.chunks[j]).endswith("-year-old"):
            last = next((s for s in reversed(self.recent) if s.person and not (s.plural or s.anonymous)), None)
            return last if last is not None and last.type in _UNTITLED else None
        if p.chunks[j].det == "prp":
            silent = silent_before(p, j)
            return self.resolve(p, silent) if silent is not None else self.pronoun(p.head(p.chunks[j]))
        if (told := one_of_them(p, j)) is not None:
            return self.resolve(p, told, lenient=lenient)
        if (famous := known_at(p, j)) is not None:
            return self._famous(famous)
        if (agent := issuer_at(p, j)) is not None:
            return self.resolve(p, agent)
        if (issued := self._issuer(p, j)) is not None:
            self.touch(issued)
            return issued
        if (full := self.cast.full.get(proper_name(p, p.chunks[j]))) is not None:
            return self._famous(full)
        phrases = cluster(p, j)
        source = (
            self._named(p, phrases)
            or self._by_role(p, j, phrases)
            or self._just_met(p, j, phrases)
            or self._new(p, j, phrases, lenient=lenient)
        )
        if source is not None:
            self.touch(source)
        elif p.head(p.chunks[j]) == "one":
            return self._one_of(p, j)
        return source

    def _one_of(self, p: Parsed, j: int) -> Source | None:
        """Example: "Military sources said ... one of the sources said", "Residents fled. One of them said"."""
        whole = self.resolve(p, j + 2) if is_of_known(p, j) else None
        if whole is None or p.chunks[j + 2].det == "the" or not whole.plural:
            return whole
        name = p.text[p.start(p.chunks[j]) : p.end(p.chunks[j + 2])]
        return self.add(Source(name, whole.type, anonymous=True, person=True))

    def _famous(self, name: str) -> Source:
        """The source of a name of the table that no noun phrase holds whole."""
        low = bare_name(name)
        known = next((s for s in self.known if bare_name(s.name) == low), None)
        if known is None:
            found = known_actor(name)
            kind = found.source_type if found else self.cast.kinds.of(name)
            return self.add(Source(name, kind, words=set(name.lower().split())))
        self.touch(known)
        return known

    def _issuer(self, p: Parsed, j: int) -> Source | None:
        """Whose document it is: "the army's statement", "their report", "the statement" that somebody issued before."""
        if owner := owner_of(p, j):
            return self.named(owner)
        if form := possessor(p, j):
            last = self.spoke[1] if form == "it" and self.spoke is not None else None  # "According to its tally"
            opens = last is not None and not last.person and p.start(p.chunks[j]) < _OPENING
            return last if opens else self.pronoun(form)
        chunk = p.chunks[j]
        if chunk.det not in {"the", "this"} or chunk.b - chunk.a != 2:
            return None
        spoke = self.spoke if p.head(chunk) in _STATEMENTS else None
        near = spoke[1] if spoke is not None and p.sentence.paragraph - spoke[0] <= 1 else None
        return self.documents.get(p.head(chunk)) or near

    def last_issuer(self) -> Source | None:
        """Whose the last document is, None where no document was told of."""
        return next(reversed(self.documents.values()), None)

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
        self.touch(self.newly(source))
        return source

    def newly(self, source: Source) -> Source:
        """Make a new source known that has not spoken."""
        self.known.append(source)
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
        source = next(reversed(self._meant_by(low)), None)
        if source is None:
            return None
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
            people = [s for s in self.recent if s.is_one(female=female) and bare_name(s.name) not in self.dead]
            unsure = female and people and people[-1].female is None and people[-1].anonymous
            women = [s for s in people[-2:-1] if unsure and not _WOMEN.isdisjoint(s.words)]
            return women or people  # "A woman lost her sons": she, not a militia's member
        return []

    def _named(self, p: Parsed, phrases: list[int]) -> Source | None:
        """A known name, fully or by its last word: "Hamid" after "Dr. Nawzad Hamid"."""
        for j in phrases:
            name = proper_name(p, p.chunks[j])
            low = bare_name(name) if name else ""
            for source in reversed(self.known) if name else ():
                have = bare_name(source.name)
                if have == low or (source.person and same_person(have, low) and not only_of(source, low.split()[-1])):
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
        if chunk.det == "" and (not p.words[chunk.head].text[0].isupper() or is_placed(p, j)):
            return None
        own = any(w.tag == "POS" for w in p.words[chunk.a : chunk.b])  # "the region's Rescue Group" is a name
        if (
            not (own or " " in proper_name(p, chunk))
            and (same := self._famous(name) if (name := named_here(p, j)) else self._of_class(p, chunk, head))
            is not None
        ):
            return same
        extra = {w.low for w in p.words[chunk.a : chunk.head] if w.tag in {"NNP", "NN", "JJ"}} - {"same"}
        last = next(reversed(self.recent), None) if head == "official" and not extra else None
        if last is not None and last.person and last.type is SourceType.GOVERNMENT:
            return last  # "district chief Nasruddin Saadi told Xinhua ... the official said"
        role = is_role(head)
        for source in reversed(self.recent):
            if source.person and (not role or (head == "guards" and not source.plural)):
                continue
            if " and " in source.name and source.plural and p.words[chunk.head].tag == "NN":
                continue  # "the official" is one of "two residents and an official", not all
            end = source.name.lower().split()[-1:]
            if not people_heads().isdisjoint(end) and not role:
                continue  # "the military" is more than the "military officials" met before
            rebels = head in _OF_STATES and source.type is SourceType.ARMED_GROUP  # "Arakan Army"
            called = head in source.words and extra <= source.words and not (rebels or only_of(source, head))
            if called and (chunk.det == "the" or end == [head]):
                return source
        return None

    def _of_class(self, p: Parsed, chunk: Chunk, head: str) -> Source | None:
        """Example: "The war monitor", "the movement": the last source of that kind, when its words do not say it."""
        kinds = CLASS_NOUNS.get(head)
        long = chunk.head - chunk.a > 2  # "the UN refugee agency" is one of its own
        if long or kinds is None or chunk.det != "the" or any(head in s.words for s in self.known):
            return None
        rights = p.words[chunk.head - 1].low in _CHARITABLE  # "the rights group"
        fits = (s for s in self.recent if s.type in kinds and not s.person)
        same = [s for s in fits if s.type is SourceType.MONITOR_NGO or not rights]
        return same[-1] if same else None

    def _just_met(self, p: Parsed, j: int, phrases: list[int]) -> Source | None:
        """Example: "The livestock trader" right after a name that had no role yet."""
        chunk = p.chunks[j]
        last = self.recent[-1] if self.recent else None
        if last is None or not last.person or last.type not in {SourceType.UNKNOWN, SourceType.WITNESS}:
            return None
        if last.words & people_heads():
            return None
        of_more = j + 1 < len(p.chunks) and p.head(p.chunks[j + 1]) in {"of", "for"}  # "the coordinator of the camps"
        if chunk.det != "the" or len(phrases) > 1 or of_more:
            return None
        if p.head(chunk) not in people_heads() or p.words[chunk.head].tag != "NN":
            return None
        last.words |= {w.low for w in p.words[chunk.a : chunk.b]}
        last.type = source_type(p.slice(chunk))
        return last

    def _new(self, p: Parsed, j: int, phrases: list[int], *, lenient: bool) -> Source | None:
        """A source not met before, None when nothing says that the phrase is one."""
        name, person = name_in(p, phrases)
        if not name and is_role(p.head(p.chunks[j])) and (alias := alias_of(p, j)):
            name, person = alias, True
        if not name and p.head(p.chunks[j]) in MUTE:
            return None
        kind = kind_of(self, p, phrases, name, person=person)
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
        person = person and not any(names_body(p.slice(chunk), name) for chunk in holders)
        if name and (person or any(is_institution(p, chunk, name) for chunk in holders)):
            in_office = " of " not in name and name.rpartition(" ")[2].lower() in offices()  # "Defence Minister"
            source = Source(name, kind, person=person or in_office, words=nouns | set(name.lower().split()))
            if person and (known := self.cast.of(name)) is not None:
                source.female = known.female
        else:
            source = described(p, j, kind, nouns)
        self.known.append(source)
        return source
