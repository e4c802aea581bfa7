"""Set phrases: responsibility claimed, what cannot be verified, silence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.engines.offline.chunks import COMMA, NP, REL, VG
from summarizer.engines.offline.clause_marks import names_nobody
from summarizer.engines.offline.cues import cue_verbs, phrase_pattern
from summarizer.engines.offline.documents import issued_at
from summarizer.engines.offline.frames import governed_by, subject_of
from summarizer.engines.offline.joint_speakers import compound
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.relays import media_of
from summarizer.engines.offline.said import Said
from summarizer.engines.offline.source import Source
from summarizer.engines.offline.sources import OUTLET, Sources
from summarizer.engines.offline.spans import after_marks, clause_span, content_end, sentence_end
from summarizer.normalize.places import country_of, find_places
from summarizer.records.vocabulary import SourceType, Stance

_PHRASES = (
    ("responsibility", Stance.CLAIMS_RESPONSIBILITY),
    ("unverifiable", Stance.CANNOT_VERIFY),
    ("silence", Stance.NO_COMMENT),
    ("ultimatum", Stance.THREATENS),
    ("exclusion", Stance.DENIES),
)
_CALLS = words("set_phrases", "calls")
_NOBODY = frozenset({"no", "nobody", "none", "one", "no-one", "line", "telephone", "phone"})
_OURS = words("set_phrases", "ours")
_NO_WORD = re.compile(
    r"\bno (?:\w+ ){0,2}?(?:comment|word|response|reaction|reply|statement|answer|confirmation)"
    r"(?: (?:was|were) (?:immediately )?(?:available|forthcoming|issued))?(?: (?:on|about|to) [^,.;]{2,40}?)?"
    r" (?:from|by) "
)
_CALLED = re.compile(
    r"\b(?:calls?|messages?|emails?|e-mails?|questions|requests?|efforts|attempts|letters?|inquiries|enquiries)\b"
    r"[^.;]{0,40}? to (?:(?:reach|contact|get|speak to|speak with|interview|get through to|obtain comments? from) )?"
)
_UNANSWERED = re.compile(
    r"\b(?:(?:went|were|was|been|remained|remain) (?:not |un)?(?:answered|returned|acknowledged)"
    r"|not been (?:answered|returned)|proved abortive|proved futile|failed|were unsuccessful|was unsuccessful"
    r"|not successful|yielded no|rang out|rang unanswered|went to voicemail|did not go through|met with silence"
    r"|to no avail|in vain)\b"
)
_NO_CLAIM = re.compile(r"\bno (?:\w+ ){0,2}?claims? of responsibility\b")
_UNREACHED = re.compile(
    r"\b(?:(?:was|were) (?:not able|unable) to|could not) (?:immediately |independently )?(?:reach|contact) "
    r"(?=(?:[\w'’-]+ ){1,6}for comment\b)"
)
_ABSENT = re.compile(
    r"\b(?:nobody|no one|no-one) (?:at|from|in|answering at) "
    r"(?=[^.;]{3,60}? (?:picked|answered|was available|would|could)\b)"
)
_NEITHER = re.compile(
    r"(?P<who>(?:neither|nobody|no one|no-one)\b[^,;.]{0,70}?)"
    r" (?P<verb>(?:(?:has|have|had|would|could|will|did|has yet) )*(?:\w+ly )?(?:say|said|comment|commented|confirm"
    r"|confirmed|respond|responded|acknowledged?|answered|explained?|accepted (?:blame|responsibility)|disclosed?))\b"
)
_ASKED = re.compile(r"(?:when |if )?asked (?:about|by|whether|if|who|why|how|what|where|when|for|to)\b")
_TURNS = re.compile(r",? (?:although|though|but|while|whereas) ")
"""Behind a silence, what somebody does say: "No group claimed it, although Hamas hailed the attack"."""
_YET_TO = re.compile(r"\b(?:yet to|stopped short of|refused to|never)\s+(?:\w+ly )?claim\w*$", re.IGNORECASE)


def set_phrases(sources: Sources, p: Parsed) -> Iterator[Said]:
    """The claims of the set phrases of lexicons/cues.toml."""
    low = p.text.lower()
    for group, stance in _PHRASES:
        for match in phrase_pattern(group).finditer(low):
            said = _phrase(sources, p, match.start(), match.end(), stance)
            if said is not None:
                yield said


def _phrase(sources: Sources, p: Parsed, start: int, end: int, stance: Stance) -> Said | None:
    """The claim of a set phrase: "could not be verified", "declined to comment", "claimed responsibility"."""
    verb = _verb_of_phrase(p, start, end)
    if stance is Stance.CANNOT_VERIFY and p.quoted(start):
        return None  # "Nobody can tell me about his brother," he said
    if stance is Stance.CANNOT_VERIFY:
        return _doubt(sources, p, verb, (start, end))
    j = _who(p, verb, stance) if verb is not None else None
    if stance is Stance.NO_COMMENT and j and p.chunks[j].det == "prp" and p.chunks[j - 1].kind == NP:
        return None  # "citing an official it did not name"
    if stance is Stance.CLAIMS_RESPONSIBILITY and verb is not None and _unclaimed(p, verb):
        whole = clause_span(p, start)
        if (turn := _TURNS.search(p.text, end, whole[1])) is not None:
            whole = whole[0], turn.start()
        return Said(p, Source(OUTLET, SourceType.OUTLET), (), Stance.NO_COMMENT, (start, end), whole, whole)
    if stance is Stance.CLAIMS_RESPONSIBILITY and verb is not None and _has_not(p, verb):
        stance = Stance.NO_COMMENT  # "the ELN, which has not claimed responsibility"
    source = sources.resolve(p, j, lenient=True) if j is not None else None
    if verb is None or j is None or source is None or (stance is Stance.DENIES and _has_not(p, verb)):
        return None
    if stance is Stance.CLAIMS_RESPONSIBILITY and (joint := compound(sources, p, j)) is not None:
        source, j = joint, j - 2
    leads = source.person and source.type is SourceType.WITNESS and not source.anonymous
    if stance is Stance.CLAIMS_RESPONSIBILITY and (leads or (source.type is SourceType.UNKNOWN and not source.person)):
        source.type = SourceType.ARMED_GROUP
    first, stop = min(p.start(p.chunks[j]), start), content_end(p, verb)
    aside = j > 0 and p.chunks[j - 1].kind == REL  # "the man, whom she declined to name, was ..."
    if aside and (comma := p.text.find(",", end)) > 0:
        stop = comma
    if stance in {Stance.CLAIMS_RESPONSIBILITY, Stance.THREATENS}:
        content = (first, stop)
    else:
        content = (after_marks(p, end), stop)
        if content[1] - content[0] < 4:
            content = (first, max(stop, end))
    named = (p.start(p.chunks[j]), p.end(p.chunks[j]))
    passed = media_of(sources, p, verb) if stance is Stance.CLAIMS_RESPONSIBILITY else ()
    relays = tuple(relay for relay in passed if relay.name != source.name)
    return Said(p, source, relays, stance, (start, end), content, (first, max(stop, end)), subject=named, aside=aside)


def _has_not(p: Parsed, verb: int) -> bool:
    """Example: "did not claim", "has yet to claim", "stopped short of claiming"."""
    chunk = p.chunks[verb]
    return chunk.negated or _YET_TO.search(p.text[: p.end(chunk)]) is not None


def _unclaimed(p: Parsed, k: int) -> bool:
    """Example: "No group has claimed responsibility"."""
    j = subject_of(p, k)
    if j is None:
        return False
    return names_nobody(p, j) or p.words[p.chunks[j].a].low == "neither" or p.head(p.chunks[j]) in _NOBODY


_OUTLETS = frozenset({SourceType.UNKNOWN, SourceType.NEWS_MEDIA, SourceType.STATE_MEDIA, SourceType.DOCUMENT})
"""Sources that mean the outlet where they could not verify a thing."""


def _doubt(sources: Sources, p: Parsed, verb: int | None, cue: tuple[int, int]) -> Said:
    """What cannot be verified: by whom the clause names as trying to, else by the outlet."""
    clause = clause_span(p, cue[0])
    source = Source(OUTLET, SourceType.OUTLET)
    j = subject_of(p, verb) if verb is not None and not p.chunks[verb].passive else None
    if j is not None and _tries(p, j):
        found = sources.resolve(p, j)
        if found is not None and found.type not in _OUTLETS:
            source = found
    return Said(p, source, (), Stance.CANNOT_VERIFY, cue, clause, clause)


def _tries(p: Parsed, j: int) -> bool:
    """Is the subject of "could not verify" somebody else than the outlet?"""
    inside = {w.low for w in p.words[p.chunks[j].a : p.chunks[j].b]}
    return not (inside & _OURS or inside & _NOBODY or (p.head(p.chunks[j]) == "it" and p.start(p.chunks[j]) == 0))


def silences(sources: Sources, p: Parsed) -> Iterator[Said]:
    """Silence without a subject that keeps it: "no word from the army", "calls to the ministry went unanswered"."""
    low = p.text.lower()
    for match in _NO_WORD.finditer(low):
        yield from _silent(sources, p, match.end(), (match.start(), match.end()))
    called = _CALLED.search(low)
    if called is not None and (failed := _UNANSWERED.search(low, called.end())) is not None:
        yield from _silent(sources, p, called.end(), failed.span())
    unclaimed = _NO_CLAIM.search(low)
    if unclaimed is not None:
        whole = clause_span(p, unclaimed.start())
        yield Said(p, Source(OUTLET, SourceType.OUTLET), (), Stance.NO_COMMENT, unclaimed.span(), whole, whole)
    for match in _UNREACHED.finditer(low):
        yield from _silent(sources, p, match.end(), match.span())
    absent = _ABSENT.search(low)
    if absent is not None:
        yield from _silent(sources, p, absent.end(), absent.span())
    yield from _neither(sources, p, low)
    asked = _ASKED.match(low)
    if asked is not None:
        yield from _evaded(sources, p, asked.end())


def _neither(sources: Sources, p: Parsed, low: str) -> Iterator[Said]:
    """Example: "Neither Yerevan nor Baku confirmed it", "Nobody in the village will say who fired": a silence."""
    match = _NEITHER.match(low)
    if match is None:
        return
    name, cue = p.text[: match.end("who")], match.span("verb")
    if " " not in name.replace("No one", "Nobody"):  # nobody at all: the outlet says so
        name = OUTLET
    told = name.split()[1:]
    kind = next((k for k in map(sources.cast.kinds.of, told) if k is not SourceType.UNKNOWN), SourceType.UNKNOWN)
    if kind is SourceType.UNKNOWN:
        places = low.startswith("neither") and any(country_of(word) or find_places(word) for word in told)
        kind = SourceType.GOVERNMENT if places else kind if low.startswith("neither") else SourceType.WITNESS
    source = sources.add(Source(name, kind, not low.startswith("neither"))) if name != OUTLET else None
    source = source or Source(OUTLET, SourceType.OUTLET)
    whole = (0, sentence_end(p))
    yield Said(p, source, (), Stance.NO_COMMENT, cue, whole, whole, subject=(0, len(name)))


def _silent(sources: Sources, p: Parsed, offset: int, cue: tuple[int, int]) -> Iterator[Said]:
    """The silence of the source whose noun phrase begins at `offset`."""
    j = next((i for i, c in enumerate(p.chunks) if p.end(c) > offset and c.kind == NP), None)
    source = sources.resolve(p, j, lenient=True) if j is not None else None
    if j is None or source is None:
        return
    points = (*cue, p.start(p.chunks[j]), p.end(p.chunks[j]))
    span = (min(points), max(*points, sentence_end(p)))
    yield Said(p, source, (), Stance.NO_COMMENT, cue, span, span)


def _evaded(sources: Sources, p: Parsed, offset: int) -> Iterator[Said]:
    """Example: "Asked who had tipped the police off, Suharsono smiled": a question, and no verb of speech after it."""
    comma = next((i for i, c in enumerate(p.chunks) if c.kind == COMMA and p.start(c) > offset), None)
    verbs = [k for k, c in enumerate(p.chunks) if comma is not None and k > comma and c.kind == VG]
    if not verbs or any(p.head(p.chunks[k]) in cue_verbs() for k in verbs) or p.quotes:
        return
    j = subject_of(p, verbs[0])
    source = sources.resolve(p, j, lenient=True) if j is not None else None
    if comma is None or source is None:
        return
    cue = (p.start(p.chunks[verbs[0]]), p.end(p.chunks[verbs[0]]))
    topic = (min(offset + 1, p.start(p.chunks[comma])), p.start(p.chunks[comma]))
    yield Said(p, source, (), Stance.NO_COMMENT, cue, topic, (0, sentence_end(p)))


def _verb_of_phrase(p: Parsed, start: int, end: int) -> int | None:
    """The first verb group of a set phrase that stands at start..end, or the one right after it."""
    k = next((i for i, chunk in enumerate(p.chunks) if p.end(chunk) > start), len(p.chunks))
    while k < len(p.chunks) and p.chunks[k].kind != VG and p.start(p.chunks[k]) < end:
        k += 1
    return k if k < len(p.chunks) and p.chunks[k].kind == VG else None


def _who(p: Parsed, k: int, stance: Stance) -> int | None:
    """Whose silence or claim it is; calls and messages are silent for whom they were meant."""
    j = subject_of(p, k)
    if stance is Stance.THREATENS and p.words[p.chunks[k].head].tag == "VBG":
        j = subject_of(p, next((i for i in range(k) if p.chunks[i].kind == VG), k))
    if p.words[p.chunks[k].head].tag == "VBG" and j is not None and (issuing := issued_at(p, j)) is not None:
        j = subject_of(p, issuing)  # "posted a video claiming responsibility"
    if j is not None and p.head(p.chunks[j]) in _CALLS:
        j = governed_by(p, j, frozenset({"to"}), reach=3) or j
    if j is None or p.head(p.chunks[j]) in _NOBODY or p.words[p.chunks[j].a].low == "no":
        return None
    quoted = p.quoted(p.start(p.chunks[k])) and p.words[p.chunks[j].a].low in _OURS | {"my", "his", "her", "their"}
    return None if quoted else j  # "My brother has not spoken since," he said
