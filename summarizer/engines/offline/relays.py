"""Who passed a claim on: "TASS quoted an official as saying", "told state television", "citing the mayor"."""

from __future__ import annotations

import re

from summarizer.engines.offline.chunks import ADV, COMMA, NP, STOP, THAT, VG, P
from summarizer.engines.offline.clause_marks import tells_when
from summarizer.engines.offline.cues import cue_verbs
from summarizer.engines.offline.frames import governed_by, object_of, subject_of
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.said import Said, claim
from summarizer.engines.offline.source import Source
from summarizer.engines.offline.source_names import is_title, proper_name
from summarizer.engines.offline.sources import Sources
from summarizer.engines.offline.spans import after_marks, before_marks, sentence_end, skip_marks
from summarizer.normalize.actors import find_known
from summarizer.normalize.places import country_of
from summarizer.records.vocabulary import ActorType, SourceType

_CARRIED = words("relays", "carried")
_HELD = words("relays", "held")
_MEDIA_TYPES = frozenset({SourceType.STATE_MEDIA, SourceType.NEWS_MEDIA, SourceType.ARMED_GROUP})
_OUTLETS = frozenset({SourceType.STATE_MEDIA, SourceType.NEWS_MEDIA})
_TRANSLATION = re.compile(r"\b(?:translation|(?:transcript|copy|recording|version)s? of (?:its|their|his|the))\b")
_SAYING = frozenset({"saying", "telling"})
_ACCOUNTS = frozenset({"account", "accounts", "testimony", "testimonies", "words"})
_VIA = frozenset({"through", "via"})


def relayed(sources: Sources, p: Parsed, k: int) -> Said | None:
    """Example: "TASS quoted an official as saying ...", "..., MRTV quoted the defence command as saying"."""
    if p.chunks[k].passive:
        return _quoted(sources, p, k)
    j = object_of(p, k)
    if j is None or p.words[p.chunks[k].head].tag == "VBG":
        return None
    subject = subject_of(p, k)
    relay = sources.resolve(p, subject) if subject is not None else None
    source = sources.resolve(p, j)
    if source is None:
        return None
    saying = next((i for i in range(j, min(j + 12, len(p.chunks))) if p.head(p.chunks[i]) in _SAYING), None)
    content = _relayed_content(p, subject, (saying if saying is not None else j) + 1)
    if content is None:
        return None
    cue = (p.start(p.chunks[k]), p.end(p.chunks[saying if saying is not None else k]))
    return claim(p, source, cue, content, relays=(relay,) if relay is not None and relay is not source else ())


def _quoted(sources: Sources, p: Parsed, k: int) -> Said | None:
    """Example: "the mayor was quoted by TASS as saying ...", "..., the mayor was quoted as saying on Sunday"."""
    subject = subject_of(p, k)
    saying = next((i for i in range(k + 1, min(k + 9, len(p.chunks))) if p.head(p.chunks[i]) in _SAYING), None)
    source = sources.resolve(p, subject, lenient=True) if subject is not None else None
    if saying is None or source is None:
        return None
    by = governed_by(p, k, frozenset({"by"})) or governed_by(p, saying, frozenset({"by"}))
    relay = sources.resolve(p, by) if by is not None else None
    after = by + 1 if by is not None and by > saying and not subject else saying + 1
    content = _relayed_content(p, subject, after)
    if content is None:
        return None
    cue = (p.start(p.chunks[k]), p.end(p.chunks[saying]))
    relays = (relay,) if relay is not None and relay is not source else ()
    return claim(p, source, cue, content, relays=relays, subject=subject)


def _relayed_content(p: Parsed, subject: int | None, after: int) -> tuple[int, int] | None:
    """What was quoted: from chunk `after` on, or what stands before the medium that quotes it."""
    if after < len(p.chunks) and p.chunks[after].kind == THAT:
        after += 1
    end = sentence_end(p)
    start = after_marks(p, p.start(p.chunks[after])) if after < len(p.chunks) else end
    before = after < len(p.chunks) and p.chunks[after].kind == P and subject is not None and subject > 1
    if end - start >= 12 and not before:
        return start, end
    return (skip_marks(p.text, 0), before_marks(p, p.start(p.chunks[subject]))) if subject is not None else None


def cite(sources: Sources, p: Parsed, found: list[Said]) -> None:
    """Example: "TASS reported, citing a ministry official": whom a medium cites is the source, the medium its relay."""
    for k, chunk in enumerate(p.chunks):
        cites = chunk.kind == VG and p.head(chunk) in {"citing", "quoting"}
        refers = p.head(chunk) == "reference" and k + 1 < len(p.chunks) and p.head(p.chunks[k + 1]) == "to"
        if not (cites or refers) or p.quoted(p.start(chunk)):
            continue
        main = next((s for s in reversed(found) if s.cue[0] < p.start(chunk)), None) or next(iter(found), None)
        j = object_of(p, k + refers)
        if (
            j is not None
            and p.head(p.chunks[j]) in _ACCOUNTS
            and j + 2 < len(p.chunks)
            and p.head(p.chunks[j + 1]) == "of"
        ):
            j += 2  # "citing the account of a cousin"
        cited = sources.resolve(p, j, lenient=True) if j is not None and main is not None else None
        if main is None or cited is None or cited is main.source or main.source.type is SourceType.OUTLET:
            continue
        main.relays, main.source = (main.source, *main.relays), cited
        if main.content[0] <= p.start(chunk) < main.content[1]:
            main.content = (main.content[0], before_marks(p, p.start(chunk)))
        sources.touch(main.relays[0])


def translated(sources: Sources, p: Parsed, found: list[Said]) -> list[Said]:
    """Example: "JNIM said it had killed 63, according to a translation of its statement by SITE": SITE passes it on."""
    told = next((s for s in found if _TRANSLATION.search(p.text[slice(*s.cue)]) is not None), None)
    if told is None:
        return found
    first = next((s for s in found if s is not told and s.cue[0] < told.cue[0]), None)
    k = next((i for i, c in enumerate(p.chunks) if p.start(c) >= told.cue[1] and p.head(c) in {"by", "from"}), None)
    relay = sources.resolve(p, k + 1, lenient=True) if k is not None and k + 1 < len(p.chunks) else None
    if first is None or relay is None:
        return found
    first.relays = (*first.relays, relay)
    first.content = first.content[0], min(first.content[1], before_marks(p, told.cue[0]))
    return [s for s in found if s is not told]


def media_of(sources: Sources, p: Parsed, k: int) -> tuple[Source, ...]:
    """Example: "told state television", "in a video carried by Amaq": the medium is a link of the chain."""
    relay = _told(sources, p, k) or _carrier(p) or _through(sources, p, k)
    return (relay,) if relay is not None else ()


def _carrier(p: Parsed) -> Source | None:
    """Example: "a communiqué read on state television", "in comments carried by MRTV", "a broadcast on Radio Kan"."""
    for i, chunk in enumerate(p.chunks[:-2]):
        carried = chunk.kind == VG and p.head(chunk) in _CARRIED and (not i or p.chunks[i - 1].kind in {NP, COMMA})
        held = chunk.kind == NP and p.head(chunk) in _HELD and i and p.chunks[i - 1].kind == P
        if not (carried or held) or p.quoted(p.start(chunk)):
            continue
        at = i + 2 if p.chunks[i + 1].kind == ADV else i + 1
        at += 2 * (at + 3 < len(p.chunks) and p.head(p.chunks[at]) == "on" and tells_when(p, at + 1))
        if at + 1 >= len(p.chunks) or p.head(p.chunks[at]) not in {"by", "on", "in", "over", "to", "with"}:
            continue
        relay = _own_outlet(p, at + 1) or (Sources().resolve(p, at + 1) if p.chunks[at + 1].kind == NP else None)
        if relay is not None and relay.type in (_MEDIA_TYPES if carried else _OUTLETS) and not relay.person:
            return relay
    return None


def _told(sources: Sources, p: Parsed, k: int) -> Source | None:
    """The medium that a speaker told: of a known kind, or by a name that is no person's and no place's."""
    j = object_of(p, k) if cue_verbs().get(p.head(p.chunks[k]), ("", ""))[0] == "tells" else None
    if j is None or p.chunks[j].det == "prp":
        return None
    told = Sources().resolve(p, j)
    if told is not None and told.type in _OUTLETS:
        return None if told.anonymous or told.plural else told
    name = proper_name(p, p.chunks[j])
    vague = {SourceType.UNKNOWN, SourceType.SOCIAL_MEDIA, SourceType.WITNESS, SourceType.GOVERNMENT}
    unknown = told is None or (told.type in vague and " " in name)
    person = sources.cast.of(name) if name else None
    somebody = person is not None and bool(person.told or any(map(is_title, name.split())))
    if not name or not unknown or somebody or country_of(name) is not None:
        return None
    after = p.chunks[j + 1] if j + 1 < len(p.chunks) else None
    if after is None or after.kind not in {THAT, COMMA, STOP, NP, P} or (told is not None and told.anonymous):
        return None
    return Source(name, SourceType.NEWS_MEDIA)


def _own_outlet(p: Parsed, j: int) -> Source | None:
    """Example: "its Amaq news agency", "its Az-Zallaqa media outlet": the known outlet that chunk j names."""
    chunk = p.chunks[j]
    if chunk.kind != NP or chunk.det != "poss":
        return None
    found = next((f for f in find_known(p.text) if p.start(chunk) < f.start and f.end <= p.end(chunk)), None)
    if found is None or found.actor.source_type is None or found.actor.type is not ActorType.MEDIA:
        return None
    return Source(found.text, found.actor.source_type, words=set(found.text.lower().split()))


def _through(sources: Sources, p: Parsed, k: int) -> Source | None:
    """Example: "through a lawyer", "via its bulletin An-Naba"; "through the window" passes nothing on."""
    j = governed_by(p, k, _VIA, reach=6)
    if j is None:
        return None
    if (outlet := _own_outlet(p, j)) is not None:
        return outlet
    name = proper_name(p, p.chunks[j])
    if name and p.chunks[j].det == "poss":
        speaker = sources.recent[-1] if sources.recent else None
        armed = speaker is not None and speaker.type is SourceType.ARMED_GROUP
        return Source(name, SourceType.ARMED_GROUP if armed else SourceType.NEWS_MEDIA)
    relay = Sources(sources.cast).resolve(p, j)
    return relay if relay is not None and relay.type not in {SourceType.SOCIAL_MEDIA, SourceType.DOCUMENT} else None
