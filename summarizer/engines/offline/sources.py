"""Who a noun phrase names as a source, and which earlier source a pronoun or role noun means."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from summarizer.engines.offline.chunks import COMMA, NP, Chunk, P
from summarizer.engines.offline.lexicon import table, words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.victims import TITLES
from summarizer.normalize.actors import known_actor
from summarizer.normalize.places import country_of, find_places
from summarizer.normalize.harm import other_heads
from summarizer.records.vocabulary import SourceType

OUTLET = "(outlet)"


@dataclass(slots=True, eq=False)
class Source:
    """One source of the article. `name` is verbatim, the fullest form seen; `words` are the nouns it has gone by."""

    name: str
    type: SourceType
    anonymous: bool = False
    person: bool = False
    plural: bool = False
    words: set[str] = field(default_factory=set)
    female: bool | None = None
    tail: tuple[Source, ...] = ()
    """Further links of its chain, nearest the originator first ("monitoring centre official" -> the centre)."""


@cache
def _patterns() -> tuple[tuple[SourceType, re.Pattern[str]], ...]:
    out = []
    for name, rows in table("sources").items():
        if "phrases" not in rows:
            continue
        words = sorted([*rows["words"], *rows["phrases"]], key=len, reverse=True)
        out.append((SourceType(name), re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?![\w])")))
    return tuple(out)


@cache
def _people_heads() -> frozenset[str]:
    return frozenset(table("sources")["people"]["words"])


@cache
def _offices() -> frozenset[str]:
    return frozenset(table("sources")["offices"]["words"])


def source_type(phrase: str) -> SourceType:
    """The kind of source a description names; UNKNOWN when no list knows it."""
    low = phrase.lower()
    for kind, pattern in _patterns():
        if pattern.search(low):
            return kind
    return SourceType.UNKNOWN


class Sources:
    """The sources of one article, in order of appearance, with what pronouns may refer to."""

    def __init__(self) -> None:
        self.known: list[Source] = []
        self.recent: list[Source] = []

    def resolve(self, p: Parsed, j: int, *, lenient: bool = False) -> Source | None:
        """The source that the noun phrase at chunk j names, None when it cannot be one.

        `lenient`: the cue is one of speech beyond doubt, so that an unknown noun may be a speaker.
        """
        chunk = p.chunks[j]
        if chunk.det == "prp":
            return self.pronoun(p.head(chunk))
        cluster = _cluster(p, j)
        agent = _issuer(p, j)
        if agent is not None:
            return self.resolve(p, agent)
        source = (
            self._named(p, cluster)
            or self._by_role(p, chunk, cluster)
            or self._just_met(p, chunk, cluster)
            or self._new(p, chunk, cluster, lenient=lenient)
        )
        if source is not None:
            self._touch(source)
        return source

    def named(self, name: str) -> Source | None:
        """A source by its bare name: one already known, or a new one when the name is of a known kind."""
        low = _bare(name)
        found = next((s for s in reversed(self.known) if _bare(s.name) == low), None)
        if found is None:
            kind = source_type(name)
            if kind is SourceType.UNKNOWN and country_of(name):
                kind = SourceType.GOVERNMENT
            if kind is SourceType.UNKNOWN:
                return None
            found = Source(name, kind, words=set(low.split()))
            self.known.append(found)
        self._touch(found)
        return found

    def last(self) -> Source | None:
        """The source that spoke last."""
        return self.recent[-1] if self.recent else None

    def _touch(self, source: Source) -> None:
        if source in self.recent:
            self.recent.remove(source)
        self.recent.append(source)

    def pronoun(self, low: str) -> Source | None:
        """The source that "he", "she", "it" or "they" means, None when there is none."""
        if low in {"it", "itself"}:
            wanted = [s for s in self.recent if not s.person]
        elif low in {"they", "them"}:
            wanted = [s for s in self.recent if s.plural] or [s for s in self.recent if not s.person]
        elif low in {"she", "her"}:
            wanted = [s for s in self.recent if s.person and not s.plural and s.female is not False]
        elif low in {"he", "him"}:
            wanted = [s for s in self.recent if s.person and not s.plural and s.female is not True]
        else:
            return None
        if not wanted:
            return None
        source = wanted[-1]
        if low in {"he", "she"} and source.female is None:
            source.female = low == "she"
        self._touch(source)
        return source

    def _named(self, p: Parsed, cluster: list[Chunk]) -> Source | None:
        """A known name, fully or by its last word: "Hamid" after "Dr. Nawzad Hamid"."""
        for chunk in cluster:
            name = proper_name(p, chunk)
            if not name:
                continue
            low = _bare(name)
            for source in reversed(self.known):
                have = _bare(source.name)
                if have == low or (
                    source.person
                    and (have.endswith(" " + low) or have.startswith(low + " ") or low.endswith(" " + have))
                ):
                    self._learn(p, source, cluster, name)
                    return source
        return None

    def _learn(self, p: Parsed, source: Source, cluster: list[Chunk], name: str) -> None:
        if len(name) > len(source.name) and source.person and _bare(source.name) in _bare(name):
            source.name = name
        for chunk in cluster:
            source.words.update(w.low for w in p.words[chunk.a : chunk.b] if w.tag in {"NN", "NNS"})

    def _by_role(self, p: Parsed, chunk: Chunk, cluster: list[Chunk]) -> Source | None:
        """ "the spokesman", "the ministry", "The Observatory": the latest source that went by that word."""
        if len(cluster) > 1 or chunk.det not in {"the", "this", ""} or chunk.count is not None:
            return None
        head = p.head(chunk)
        if chunk.det == "" and not p.words[chunk.head].text[0].isupper():
            return None
        extra = {w.low for w in p.words[chunk.a : chunk.head] if w.tag in {"NNP", "NN", "JJ"}} - {"same"}
        if (same := self._of_class(p, chunk, head)) is not None:
            return same
        for source in reversed(self.recent):
            if source.person and head not in _people_heads() and head not in _offices():
                continue
            if head in source.words and (chunk.det == "the" or _last(source.name) == head) and extra <= source.words:
                return source
        return None

    def _of_class(self, p: Parsed, chunk: Chunk, head: str) -> Source | None:
        """ "The war monitor", "the movement": the one source of that kind, when its own words do not say it."""
        kinds = _CLASS_NOUNS.get(head)
        if kinds is None or chunk.det != "the" or any(head in s.words for s in self.known):
            return None
        same = [s for s in self.recent if s.type in kinds and not s.person]
        return same[-1] if same else None

    def _just_met(self, p: Parsed, chunk: Chunk, cluster: list[Chunk]) -> Source | None:
        """ "The livestock trader" right after a name that had no role yet."""
        last = self.last()
        if (
            last is None
            or not last.person
            or last.type is not SourceType.UNKNOWN
            or chunk.det != "the"
            or len(cluster) > 1
        ):
            return None
        if p.head(chunk) not in _people_heads() or p.words[chunk.head].tag not in {"NN"}:
            return None
        last.words |= {w.low for w in p.words[chunk.a : chunk.b]}
        last.type = source_type(p.slice(chunk))
        return last

    def _new(self, p: Parsed, chunk: Chunk, cluster: list[Chunk], *, lenient: bool) -> Source | None:
        name, person_chunk = "", None
        for part in cluster:
            found = proper_name(p, part)
            if found and (not name or _is_person(p, part, found)):
                name, person_chunk = found, part
        description = p.text[p.start(cluster[0]) : _description_end(p, cluster)]
        head = p.head(chunk)
        kind = source_type(description)
        table_entry = known_actor(name or p.slice(chunk))
        if table_entry is not None and table_entry.source_type is not None:
            kind = table_entry.source_type
        if (
            kind is SourceType.UNKNOWN
            and not name
            and head not in _people_heads()
            and not (lenient and _can_speak(p, chunk))
        ):
            return None
        if (
            bool(name)
            and person_chunk is not None
            and _is_person(p, person_chunk, name)
            and _THINKERS.search(description.lower())
        ):
            kind = SourceType.EXPERT
        person = bool(name) and person_chunk is not None and _is_person(p, person_chunk, name)
        if not person and kind is SourceType.UNKNOWN and name and (country_of(name) or find_places(name)):
            kind = SourceType.GOVERNMENT
        words = {
            w.low for part in cluster for w in p.words[part.a : part.b] if w.tag in {"NN", "NNS", "NNP", "NNPS", "JJ"}
        }
        if name and (person or _names_institution(p, chunk, name)):
            source = Source(name, kind, False, person, False, words | {w.lower() for w in name.split()})
        else:
            source = self._described(p, chunk, kind, words)
        self.known.append(source)
        return source

    def _described(self, p: Parsed, chunk: Chunk, kind: SourceType, words: set[str]) -> Source:
        head = p.head(chunk)
        people = head in _people_heads()
        anonymous = people and not (head in _offices() and chunk.det != "a" and chunk.det != "an")
        end = p.end(chunk)
        j = p.chunks.index(chunk)
        while (
            people
            and j + 2 < len(p.chunks)
            and p.chunks[j + 1].kind == P
            and p.head(p.chunks[j + 1]) in {"of", "for", "at", "in", "from"}
        ):
            if p.chunks[j + 2].kind != NP or chunk.det not in {"a", "an"}:
                break
            end = p.end(p.chunks[j + 2])
            j += 2
        start = p.start(chunk)
        name = p.text[start:end]
        if chunk.det in {"the", "this", "these"}:
            name = name.split(" ", 1)[1] if " " in name else name
        plural = p.words[chunk.head].tag in {"NNS", "NNPS"} or head == "police"
        return Source(name, kind, anonymous, people and not plural, plural, words)


_CLASS_NOUNS: dict[str, frozenset[SourceType]] = {
    **dict.fromkeys(
        ("monitor", "watchdog", "charity", "organisation", "organization"), frozenset({SourceType.MONITOR_NGO})
    ),
    **dict.fromkeys(("movement", "rebels", "militants", "insurgents", "faction"), frozenset({SourceType.ARMED_GROUP})),
    "group": frozenset({SourceType.ARMED_GROUP, SourceType.MONITOR_NGO}),
    **dict.fromkeys(
        ("agency", "newspaper", "broadcaster", "station", "channel", "paper", "daily"),
        frozenset({SourceType.NEWS_MEDIA, SourceType.STATE_MEDIA}),
    ),
    "mission": frozenset({SourceType.INTL_ORGANISATION}),
}
_THINKERS = re.compile(
    r"\bof the [^,]*\b(?:forum|institute|think tank|university|centre|center|foundation)\b|\bfor the [^,]*institute\b"
)


def _issuer(p: Parsed, j: int) -> int | None:
    """ "a communiqué from the general staff": who issued the document, None when the phrase is no document or names nobody."""
    if p.head(p.chunks[j]) not in _DOCUMENTS or j + 2 >= len(p.chunks):
        return None
    if p.chunks[j + 1].kind == "VG" and p.head(p.chunks[j + 1]) in _ISSUED:
        j += 1
    if j + 2 >= len(p.chunks) or p.chunks[j + 1].kind != P:
        return None
    if p.head(p.chunks[j + 1]) not in {"from", "by", "of"} or p.chunks[j + 2].kind != NP:
        return None
    return j + 2 if source_type(p.slice(p.chunks[j + 2])) not in {SourceType.UNKNOWN, SourceType.DOCUMENT} else None


_ISSUED = frozenset(
    {"kept", "compiled", "issued", "released", "published", "signed", "collected", "seen", "attributed"}
)
_DOCUMENTS = frozenset(
    {
        "figures",
        "data",
        "records",
        "statistics",
        "figure",
        "estimate",
        "estimates",
        "communiqué",
        "communique",
        "statement",
        "message",
        "dispatch",
        "letter",
        "release",
        "note",
        "spokesmen",
    }
)


def _description_end(p: Parsed, cluster: list[Chunk]) -> int:
    last = cluster[-1]
    j = p.chunks.index(last)
    while (
        j + 2 < len(p.chunks)
        and p.chunks[j + 1].kind == P
        and p.head(p.chunks[j + 1]) in {"of", "for", "at", "in", "from"}
    ):
        if p.chunks[j + 2].kind != NP:
            break
        j += 2
    return p.end(p.chunks[j])


def _can_speak(p: Parsed, chunk: Chunk) -> bool:
    """A noun that is no measure, time or thing: "the site committee", "a security consultant"."""
    head = p.head(chunk)
    return (
        chunk.count is None
        and head not in other_heads()
        and head not in _MUTE
        and p.words[chunk.head].tag in {"NN", "NNS"}
    )


_MUTE = frozenset(
    {"year", "war", "which", "that", "this", "time", "sign", "hand", "evening", "morning", "nobody", "none", "others"}
)


def _bare(name: str) -> str:
    words = [w for w in name.lower().replace("’", "'").split() if w.strip(".") not in TITLES and w not in TITLES]
    return " ".join(words or name.lower().split())


def _last(name: str) -> str:
    return name.lower().split()[-1] if name else ""


def _is_person(p: Parsed, chunk: Chunk, name: str) -> bool:
    words = name.split()
    if any(w.lower() in TITLES for w in words):
        return True
    kind = source_type(name)
    if known_actor(name) is not None or kind not in {SourceType.UNKNOWN}:
        return False
    return chunk.det != "the" and not (len(words) == 1 and words[0].isupper())


def _names_institution(p: Parsed, chunk: Chunk, name: str) -> bool:
    """The name ends the phrase ("the Interior Ministry"), or is more than an adjective before a common noun."""
    return p.words[chunk.head].tag in {"NNP", "NNPS"} or name.rsplit(maxsplit=1)[-1].lower() == p.head(chunk)


def proper_name(p: Parsed, chunk: Chunk) -> str:
    """The capitalised run that ends a noun phrase, empty when there is none: "army spokesman Brigadier G. Aleu"."""
    if p.words[chunk.head].tag not in {"NNP", "NNPS"}:
        return ""
    first = chunk.head
    while first > chunk.a and (
        p.words[first - 1].tag in {"NNP", "NNPS", "POS"}
        or p.words[first - 1].low in _INSIDE_NAMES
        or _capital(p, first - 1)
    ):
        first -= 1
    while first < chunk.head and p.words[first].low in {"the", "a", "of", "for", "on"}:
        first += 1
    return p.text[p.words[first].start : p.words[chunk.head].end]


_INSIDE_NAMES = words("sources", "inside_names")


def _capital(p: Parsed, i: int) -> bool:
    word = p.words[i]
    return word.text[0].isupper() and word.tag not in {"DT", "PRP$", "POS"} and i > 0


def _cluster(p: Parsed, j: int) -> list[Chunk]:
    """The noun phrase at j with its appositions: "the army spokesman, Colonel Adama Keita,"."""
    chunks = p.chunks
    out = [chunks[j]]
    i = j + 1
    while (
        i + 1 < len(chunks)
        and chunks[i].kind == P
        and p.head(chunks[i]) in {"of", "for", "at", "in", "from"}
        and chunks[i + 1].kind == NP
    ):
        i += 2
    if i + 1 < len(chunks) and chunks[i].kind == COMMA and chunks[i + 1].kind == NP and chunks[i + 1].count is None:
        name, own = proper_name(p, chunks[i + 1]), proper_name(p, chunks[j])
        described = (
            p.head(chunks[i + 1]) in _people_heads()
            or p.head(chunks[i + 1]) in _offices()
            or source_type(p.slice(chunks[i + 1])) is not SourceType.UNKNOWN
        )
        is_name = bool(name) and _is_person(p, chunks[i + 1], name) and len(name.split()) > 1
        if (
            (name and not own)
            or (is_name and not _is_person(p, chunks[j], own))
            or (own and described and chunks[i + 1].det in {"a", "an", "the", ""})
        ):
            out.append(chunks[i + 1])
    b = j - 2
    while b >= 2 and chunks[b].kind == NP and chunks[b - 1].kind == P and chunks[b - 2].kind == NP:
        b -= 2
    if j >= 2 and chunks[j - 1].kind == COMMA and chunks[b].kind == NP and proper_name(p, chunks[j]):
        before = chunks[b]
        if not proper_name(p, before) and (p.head(before) in _people_heads() or p.head(before) in _offices()):
            out.insert(0, before)
    return out
