"""Claims made by a verb of speech: who its speaker is, who passed it on."""

from __future__ import annotations

from summarizer.engines.offline.chunks import ADJ, ADV, CC, COMMA, NP, QUOTE, REL, SUB, THAT, VG, P
from summarizer.engines.offline.content import Speech, content_of
from summarizer.engines.offline.cues import cue_verbs
from summarizer.engines.offline.frames import governed_by, object_of, subject_of
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.said import Said, claim
from summarizer.engines.offline.sources import Source, Sources
from summarizer.engines.offline.spans import before_marks, np_end, sentence_end, skip_marks
from summarizer.engines.offline.stance import stance_of
from summarizer.records.vocabulary import SourceType, Stance

_PLAIN_SPEECH = words("speech", "plain")
_LABELS = words("speech", "labels")
# Verbs that speak only together with one of these words.
_NEEDED = {
    "hold": frozenset({"responsible", "accountable", "liable"}),
    **dict.fromkeys(("lay", "put", "pin", "place"), frozenset({"blame"})),
    "point": frozenset({"out", "finger", "fingers", "to"}),
    "attribute": frozenset({"to"}),
    "find": frozenset({"that", "credible", "evidence"}),
    "speak": frozenset({"of"}),
    "rule": frozenset({"that"}),
    "hear": frozenset({"that"}),
    "see": frozenset({"that"}),
}
_CARRIED = frozenset({"distributed", "carried", "broadcast", "published", "aired", "relayed", "circulated", "run"})
_MEDIA_TYPES = frozenset({SourceType.STATE_MEDIA, SourceType.NEWS_MEDIA, SourceType.ARMED_GROUP})


def spoken(sources: Sources, cue: Speech) -> Said | None:
    """The claim that a verb of speech makes, None when it makes none here.

    Example: "the army said that ...", "..., said Lam Tut Chuol", "Four, she added, were boys".
    """
    p, k, group, base = cue
    chunk = p.chunks[k]
    if chunk.infinitive and p.head(chunk) != "say":
        return None
    if chunk.passive:
        return _dismissed(sources, p, k) if group == "denies" else None
    bare = p.words[chunk.head].tag == "VB" and not chunk.modal and not chunk.negated and chunk.a == chunk.head
    if bare and (base != "say" or not k or p.chunks[k - 1].kind not in {COMMA, QUOTE}):
        return None
    if group == "quotes":
        return _relayed(sources, p, k)
    inverted = _inverted(p, k) if group == "asserts" and p.words[chunk.head].tag != "VBG" else None
    subject = inverted if inverted is not None else _speaker(p, k)
    if subject is None or _is_echo(p, k, base) or _is_circumstantial(p, subject, base):
        return None
    source = _compound(sources, p, subject) or sources.resolve(p, subject, lenient=base in _PLAIN_SPEECH)
    if source is None or _is_restrictive(p, k) or not _speaks(p, k, base):
        return None
    if group == "shows" and source.type is SourceType.UNKNOWN:
        return None
    if subject > 1 and p.chunks[subject - 1].kind == CC and p.chunks[subject - 2].kind == NP:
        subject -= 2
    content = content_of(cue, subject, inverted=inverted is not None)
    if content is None or content[1] - content[0] < (10 if group == "reacts" or not _has_figure(p, content) else 6):
        return None
    if base == "call" and p.words[chunk.b].low not in {"on", "for", "upon"}:
        group = "reacts"
    stance = stance_of(p, content, (group, base), source.type)
    verb = (p.start(chunk), p.end(chunk))
    return claim(p, source, verb, content, stance=stance, relays=_media(p, k), subject=subject)


def _speaker(p: Parsed, k: int) -> int | None:
    """The chunk of the speaker before the verb at k; a participle has that of the main verb ("he said, adding")."""
    if p.words[p.chunks[k].head].tag == "VBG" and k and p.chunks[k - 1].kind in {COMMA, QUOTE, CC}:
        return _main_subject(p, k)
    return subject_of(p, k)


def _main_subject(p: Parsed, k: int) -> int | None:
    """The subject of the last main verb before the participle at k, behind that verb where it is inverted."""
    for i in range(k - 1, -1, -1):
        verb = p.chunks[i]
        if verb.kind != VG or verb.infinitive or p.words[verb.head].tag == "VBG":
            continue
        found = subject_of(p, i)
        if found is None and p.head(verb) in cue_verbs() and p.chunks[i + 1].kind == NP:
            return i + 1
        return found
    return None


def _inverted(p: Parsed, k: int) -> int | None:
    """Example: "..., said Lam Tut Chuol": the subject after the verb."""
    if k == 0 or not _after_pause(p, k):
        return None
    j = k + 1
    if j >= len(p.chunks) or p.chunks[j].kind != NP or p.chunks[j].count is not None:
        return None
    if p.chunks[j].det == "prp" and p.head(p.chunks[j]) not in {"he", "she", "they", "it"}:
        return None
    after = np_end(p, j)
    if after < len(p.chunks) and p.chunks[after].kind == VG and not p.chunks[after].infinitive:
        return None
    # "The ministry, said ..." has its speaker first.
    if k > 1 and p.chunks[k - 1].kind == COMMA and p.chunks[k - 2].kind == NP and p.start(p.chunks[k - 2]) == 0:
        return None
    return j


def _after_pause(p: Parsed, k: int) -> bool:
    """Does a comma or a quotation mark stand before the verb at k, perhaps with an adverb between?"""
    before = p.chunks[k - 1].kind
    if before == ADV and k > 1:
        before = p.chunks[k - 2].kind
    return before in {COMMA, QUOTE}


def _is_echo(p: Parsed, k: int, base: str) -> bool:
    """Example: "was quoted as saying": the claim belongs to another verb."""
    if base not in {"say", "tell", "report"} or p.head(p.chunks[k]) != "saying":
        return False
    return k > 0 and p.head(p.chunks[k - 1]) == "as"


def _is_circumstantial(p: Parsed, subject: int, base: str) -> bool:
    """Example: "as they describe it": a pronoun in a clause of circumstance, with a verb that need not mean speech."""
    if not subject or p.chunks[subject].det != "prp" or base in _PLAIN_SPEECH:
        return False
    return p.chunks[subject - 1].kind in {SUB, P}


def _is_restrictive(p: Parsed, k: int) -> bool:
    """Example: "a man who said he was a rebel": the clause tells which man, it makes no claim."""
    return bool(k) and p.chunks[k - 1].kind == REL and not (k > 1 and p.chunks[k - 2].kind == COMMA)


def _speaks(p: Parsed, k: int, base: str) -> bool:
    """Is the verb used of speech? "asked not to be named" and "a place called X" are not."""
    chunk = p.chunks[k]
    after = [w.low for w in p.words[chunk.b : chunk.b + 6]]
    if base == "ask":
        return {"named", "name", "anonymity", "identified", "anonymous"}.isdisjoint(after)
    if base in _LABELS:
        return _is_labelled(p, k, base)
    if base in {"appeal", "press", "plead"}:
        return after[:1] in (["on"], ["for"], ["to"], ["upon"])
    if (needed := _NEEDED.get(base)) is not None:
        return not needed.isdisjoint(w.low for w in p.words[chunk.b : chunk.b + 16])
    if base == "claim":
        return {"lives", "life", "responsibility", "credit"}.isdisjoint(after)
    return True


def _is_labelled(p: Parsed, k: int, base: str) -> bool:
    """Example: "called the raid a crime", "termed it unfortunate"; "called police" labels nothing."""
    after = [w.low for w in p.words[p.chunks[k].b : p.chunks[k].b + 1]]
    if base == "call" and after[:1] in (["on"], ["for"], ["upon"]):
        return True
    j = object_of(p, k)
    if j is None or (base == "call" and p.text[p.start(p.chunks[j])].isupper()):
        return False
    while j + 2 < len(p.chunks) and p.chunks[j + 1].kind == P and p.head(p.chunks[j + 1]) != "as":
        j += 2
    following = p.chunks[j + 1] if j + 1 < len(p.chunks) else None
    return following is not None and (following.kind in {NP, QUOTE, ADJ} or p.head(following) == "as")


def _compound(sources: Sources, p: Parsed, j: int) -> Source | None:
    """Example: "rebels and two residents said": one source as written, typed by its first part."""
    if j < 2 or p.chunks[j - 1].kind != CC or p.chunks[j - 2].kind != NP or p.chunks[j].det == "prp":
        return None
    first, second = Sources().resolve(p, j - 2), Sources().resolve(p, j)
    if first is None or second is None or (first.person and second.person):
        return None
    return sources.add(
        Source(
            p.text[p.start(p.chunks[j - 2]) : p.end(p.chunks[j])],
            first.type,
            anonymous=first.anonymous and second.anonymous,
            plural=True,
            words=first.words | second.words,
        )
    )


def _dismissed(sources: Sources, p: Parsed, k: int) -> Said | None:
    """Example: "That was dismissed by Suharsono as a story": the denier stands after "by"."""
    by = governed_by(p, k, frozenset({"by"}), reach=2)
    source = sources.resolve(p, by) if by is not None else None
    if by is None or source is None:
        return None
    near = p.chunks[by + 1 : by + 4]
    label = next((p.end(chunk) for chunk in near if p.head(chunk) == "as"), None)
    if label:
        content = (skip_marks(p.text, label), sentence_end(p))
    else:
        content = (p.start(p.chunks[subject_of(p, k) or 0]), p.start(p.chunks[k]) - 1)
    cue = (p.start(p.chunks[k]), p.end(p.chunks[k]))
    return claim(p, source, cue, content, stance=Stance.DENIES, subject=by)


def _relayed(sources: Sources, p: Parsed, k: int) -> Said | None:
    """Example: "TASS quoted an official as saying ...", "..., MRTV quoted the defence command as saying"."""
    j = object_of(p, k)
    if j is None or p.chunks[k].passive:
        return None
    subject = subject_of(p, k)
    relay = sources.resolve(p, subject) if subject is not None else None
    source = sources.resolve(p, j)
    if source is None:
        return None
    saying = next(
        (i for i in range(j, min(j + 12, len(p.chunks))) if p.head(p.chunks[i]) in {"saying", "telling"}), None
    )
    content = _relayed_content(p, subject, (saying if saying is not None else j) + 1)
    if content is None:
        return None
    cue = (p.start(p.chunks[k]), p.end(p.chunks[saying if saying is not None else k]))
    return claim(p, source, cue, content, relays=(relay,) if relay is not None and relay is not source else ())


def _relayed_content(p: Parsed, subject: int | None, after: int) -> tuple[int, int] | None:
    """What was quoted: from chunk `after` on, or what stands before the medium that quotes it."""
    if after < len(p.chunks) and p.chunks[after].kind == THAT:
        after += 1
    end = sentence_end(p)
    start = p.start(p.chunks[after]) if after < len(p.chunks) else end
    before = after < len(p.chunks) and p.chunks[after].kind == P and subject is not None and subject > 1
    if end - start >= 12 and not before:
        return start, end
    return (skip_marks(p.text, 0), before_marks(p, p.start(p.chunks[subject]))) if subject is not None else None


def _media(p: Parsed, k: int) -> tuple[Source, ...]:
    """Example: "told state television", "in a video carried by Amaq": the medium is a link of the chain."""
    for i in range(k + 1, min(k + 9, len(p.chunks) - 2)):
        carried = p.chunks[i].kind == VG and p.head(p.chunks[i]) in _CARRIED
        if carried and p.head(p.chunks[i + 1]) in {"by", "on", "in"}:
            relay = Sources().resolve(p, i + 2)
            if relay is not None and relay.type in _MEDIA_TYPES and not relay.person:
                return (relay,)
    j = object_of(p, k) if cue_verbs().get(p.head(p.chunks[k]), ("", ""))[0] == "tells" else None
    told = Sources().resolve(p, j) if j is not None and p.chunks[j].det != "prp" else None
    if told is None or told.type not in {SourceType.STATE_MEDIA, SourceType.NEWS_MEDIA}:
        return ()
    return () if told.anonymous or told.plural else (told,)


def _has_figure(p: Parsed, content: tuple[int, int]) -> bool:
    """Example: "nine died": short, but a toll."""
    return any(content[0] <= found.start < content[1] for found in p.counts)
