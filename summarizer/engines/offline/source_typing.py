"""Which kind of source a noun phrase makes in its article: by its words, by the body a person speaks for."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.engines.offline.chunks import NP
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.source import is_seat
from summarizer.engines.offline.source_kinds import CLASS_NOUNS, type_of_title
from summarizer.engines.offline.source_names import is_role, phrase_end, proper_name
from summarizer.normalize.actors import known_actor
from summarizer.records.vocabulary import SourceType

if TYPE_CHECKING:
    from summarizer.engines.offline.sources import Sources

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
_OFFICE = (
    r"(?:head|chief|spokes\w+|director|coordinator|representative|leader|commander|secretary|chair\w*|deputy|work)"
)
_OWNED = re.compile(
    r"\b(?:the (?:agency|mission|organi[sz]ation|ministry|army|party|front|coalition|office)['’]s"
    rf"|its|their) (?:[\w-]+ ){{0,4}}?{_OFFICE}\b"
)
_ACRONYM = re.compile(rf"\b([A-Z]{{2,6}})(?:['’]s)? (?:\w+ ){{0,3}}?{_OFFICE}\b")
_CLERGY = frozenset(
    {"rev", "reverend", "fr", "father", "bishop", "archbishop", "pastor", "monsignor", "imam", "sister"}
)
_THINKERS = re.compile(
    r"\bof the [^,]*\b(?:forum|institute|think tank|university|centre|center|foundation)\b|\bfor the [^,]*institute\b"
)


_PAPERS = words("source_typing", "papers")
"""Last words of the names of newspapers and sites."""


def kind_of(met: Sources, p: Parsed, phrases: list[int], name: str, *, person: bool) -> SourceType:
    """The kind of a new source: by what describes it, by the table of known names, by its being a place."""
    description = p.text[p.start(p.chunks[phrases[0]]) : p.end(p.chunks[phrase_end(p, phrases[-1])])]
    known = met.cast.of(name) if person else None
    if person and " " in name and name.rsplit(maxsplit=1)[-1].lower() in _PAPERS:
        return SourceType.NEWS_MEDIA  # "Sudan Tribune" looks like a man's name
    if person:
        if _THINKERS.search(description.lower()):
            return SourceType.EXPERT
        weak = {SourceType.UNKNOWN, SourceType.GOVERNMENT, SourceType.WITNESS, type_of_title(name)}
        if known is not None and known.kind in weak and (body := _body_of(met, p, phrases[-1], known.told)) is not None:
            return body
        if known is not None and known.kind not in {SourceType.UNKNOWN, type_of_title(name)}:
            return known.kind
    known_name = known_actor(name or p.slice(p.chunks[phrases[0]]))
    kind = met.cast.kinds.of(description)
    if known_name is not None and known_name.source_type is not None:
        kind = known_name.source_type
    if kind is SourceType.UNKNOWN and person:
        kind = type_of_title(name)
    cleric = any(w.lower().strip(".") in _CLERGY for w in name.split())
    if kind is SourceType.UNKNOWN and person and not cleric and known is not None and not known.told:
        return SourceType.WITNESS
    if kind in {SourceType.UNKNOWN, type_of_title(name)} and (own := _employer(met, p, phrases)) is not None:
        return own
    if kind is SourceType.UNKNOWN and name and not person and is_seat(name):
        return SourceType.GOVERNMENT
    return kind


def _employer(met: Sources, p: Parsed, phrases: list[int]) -> SourceType | None:
    """For whom "its spokesman", "the group's commander" or a bare "Spokeswoman" speaks: the body spoken of last."""
    for j in phrases:
        chunk = p.chunks[j]
        first = p.words[chunk.a].low
        owned = chunk.det == "poss" and first in {"its", "their", "his", "her"} and is_role(p.head(chunk))
        owner = next((a.low for a, b in pairwise(p.words[chunk.a : chunk.b]) if b.tag == "POS"), "")
        if owner in CLASS_NOUNS:
            return _of_class(met, CLASS_NOUNS[owner])
        speaks = owned or (first in _SPEAKERS and len(phrases) == 1)
        body = _body_before(met, p, j) if speaks else None
        if body is not None:
            return body
    return None


def _of_class(met: Sources, kinds: frozenset[SourceType]) -> SourceType | None:
    """The kind of "the group" or "the charity": that of the last such body, else the only one the noun can mean."""
    last = next((s.type for s in reversed(met.recent) if s.type in kinds & _BODIES and not s.person), None)
    if last is not None or len(kinds) == 1:
        return last or next(iter(kinds))
    armed = SourceType.ARMED_GROUP in kinds and SourceType.ARMED_GROUP in met.cast.kinds.named.values()
    return SourceType.ARMED_GROUP if armed else None


def _body_of(met: Sources, p: Parsed, j: int, told: str) -> SourceType | None:
    """The kind of the body that a person's description leans on: "the mission's rights chief", "MSF's head"."""
    if _OWNED.search(told):
        return _body_before(met, p, j)
    for acronym in _ACRONYM.findall(told):
        for source in met.known:
            initials = "".join(word[0] for word in source.name.split() if word[0].isupper())
            if not source.person and source.type in _BODIES and acronym in {initials, *source.name.split()}:
                return source.type
    return None


def _body_before(met: Sources, p: Parsed, j: int) -> SourceType | None:
    """The kind of the organisation that the words before chunk j name, else of the one that spoke last."""
    for chunk in reversed(p.chunks[:j]):
        named = chunk.kind == NP and chunk.det != "prp" and not p.quoted(p.start(chunk))
        kind = met.cast.kinds.of(p.slice(chunk)) if named else None
        if kind in _BODIES:
            return kind
    return next((s.type for s in reversed(met.recent) if s.type in _BODIES and not s.plural), None)


def named_here(p: Parsed, j: int) -> str:
    """Example: "a hospital run by MSF was hit, the charity said": the organisation named before it; else empty."""
    kinds = CLASS_NOUNS.get(p.head(p.chunks[j]), frozenset())
    for chunk in reversed(p.chunks[:j]) if kinds and p.chunks[j].det == "the" else ():
        name = proper_name(p, chunk) if chunk.kind == NP else ""
        known = known_actor(name) if name else None
        if known is not None and known.source_type in kinds:
            return name
    return ""
