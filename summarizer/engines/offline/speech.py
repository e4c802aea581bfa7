"""Claims made by a verb of speech: who its speaker is, who passed it on."""

from __future__ import annotations

from summarizer.engines.offline.by_phrases import accused, claimed_by, dismissed
from summarizer.engines.offline.chunks import CC, COMMA, NP, QUOTE, REL, STOP, SUB, THAT, VG, P
from summarizer.engines.offline.clause_marks import names_nobody, tells_when
from summarizer.engines.offline.content import Speech, content_of
from summarizer.engines.offline.frames import governed_by, object_of, subject_of
from summarizer.engines.offline.joint_speakers import compound
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.relays import media_of, relayed
from summarizer.engines.offline.said import Said, claim
from summarizer.engines.offline.source import Source
from summarizer.engines.offline.source_kinds import is_collective
from summarizer.engines.offline.sources import OUTLET, Sources
from summarizer.engines.offline.spans import sentence_end, skip_marks
from summarizer.engines.offline.speakers import GOING_ON, accused_before, is_call, speaker_after, speaker_of
from summarizer.engines.offline.speech_verbs import LISTING, keeps_count, means_speech
from summarizer.engines.offline.stance import stance_of
from summarizer.normalize.harm import person_nouns
from summarizer.records.vocabulary import SourceType, Stance

_PERSON_ENDINGS = tuple(sorted(words("speech", "person_endings")))
_INVERTING = frozenset({"asserts", "threatens", "suggests", "demands"})
_BY_WIRE = frozenset({"telephone", "phone", "email", "e-mail", "text", "letter", "radio"})
"""How somebody denied, not who: "denied by telephone that"."""
_PLAIN_SPEECH = words("speech", "plain")


def spoken(sources: Sources, cue: Speech) -> Said | None:
    """The claim that a verb of speech makes, None when it makes none here.

    Example: "the army said that ...", "..., said Lam Tut Chuol", "Four, she added, were boys".
    """
    p, k, group, base = cue
    chunk = p.chunks[k]
    goes_on = k > 0 and p.head(p.chunks[k - 1]) in GOING_ON
    if chunk.infinitive and p.head(chunk) != "say" and not (goes_on or is_call(p, k)):
        return None
    if chunk.passive and base == "accuse":
        return accused(sources, p, k)
    if (
        base == "claim"
        and p.words[chunk.head].tag == "VBN"
        and (chunk.passive or not chunk.perfect)
        and (by := governed_by(p, k, frozenset({"by"}), reach=1)) is not None
        and not tells_when(p, by)
    ):
        return claimed_by(sources, p, k)
    if (chunk.passive and group != "quotes") or (group == "denies" and _rejected_by(p, k)):
        return dismissed(sources, p, k) if group == "denies" else None
    if (p.quoted(p.start(chunk)) and _is_inside(p, k)) or _is_bare(p, k, base):
        return None
    if group == "quotes":
        return relayed(sources, p, k)
    if chunk.negated and chunk.modal in {"could", "can"} and base in {"confirm", "verify"}:
        return None  # "could not independently confirm": set_phrases.py reads the doubt
    if _is_echo(p, k, base) or _is_restrictive(p, k) or not means_speech(p, k, base):
        return None
    return _stated(sources, cue)


def _stated(sources: Sources, cue: Speech) -> Said | None:
    """The claim of a verb that does mean speech: who makes it, what it is, and in which stance."""
    p, k, group, base = cue
    subject, source, inverted = _who(sources, cue)
    if subject is not None and _is_nobody(p, subject) and group in {"asserts", "tells"}:
        return _untold(p, k)
    if subject is None or source is None or (base == "tell" and source.type is SourceType.UNKNOWN and _orders(p, k)):
        return None
    if base == "recall" and source.type is SourceType.DOCUMENT:
        return None  # "the images recalled the bombing of 2015"
    if group == "shows" and not keeps_count(p, subject, source, base):
        return None
    if subject > 1 and p.chunks[subject - 1].kind == CC and p.chunks[subject - 2].kind == NP:
        subject -= 2
    content = _content(cue, subject, inverted=inverted)
    if content is None or _leaves_quotation(p, k, content):
        return None
    if base == "call" and p.words[p.chunks[k].b].low not in {"on", "for", "upon"}:
        group = "reacts"
    if source.person and " " not in source.name and p.text[content[0] : content[0] + 3].lower() in {"it ", "its"}:
        source.person = False  # "Amal said it had no information"
    stance = stance_of(p, content, (group, base), source.type)
    if p.chunks[k].negated and base in {"name", "identify"}:
        return None  # "a prison official it did not name"
    if p.chunks[k].negated and group in {"asserts", "tells"} and stance is not Stance.DENIES:
        stance = Stance.NO_COMMENT
    verb = (p.start(p.chunks[k]), p.end(p.chunks[k]))
    relays = tuple(relay for relay in media_of(sources, p, k) if relay.name != source.name)
    return claim(p, source, verb, content, stance=stance, relays=relays, subject=subject)


def _is_nobody(p: Parsed, j: int) -> bool:
    chunk = p.chunks[j]
    placed = j + 1 < len(p.chunks) and p.chunks[j + 1].kind == P
    return names_nobody(p, j) or (p.head(chunk) in {"nobody", "no-one"} and not placed)


def _untold(p: Parsed, k: int) -> Said:
    """Example: "No group has said that it planted the device": the outlet says that nobody speaks."""
    whole = (skip_marks(p.text, 0), sentence_end(p))
    source = Source(OUTLET, SourceType.OUTLET)
    return Said(p, source, (), Stance.NO_COMMENT, (p.start(p.chunks[k]), p.end(p.chunks[k])), whole, whole)


def _orders(p: Parsed, k: int) -> bool:
    """Example: "told them to go home": an order, whose giver must be known to make it a claim."""
    return "to" in [w.low for w in p.words[p.chunks[k].b : p.chunks[k].b + 3]]


def _who(sources: Sources, cue: Speech) -> tuple[int | None, Source | None, bool]:
    """The speaker's chunk and source, and whether the speaker stands after the verb."""
    p, k, group, base = cue
    inverting = group in _INVERTING and base != "call" and p.words[p.chunks[k].head].tag != "VBG"
    inverting = inverting and not (group == "demands" and _is_addressed(p, k))
    after = speaker_after(p, k) if inverting else None
    if after is not None and (source := _speaking(sources, p, after, base)) is not None:
        return after, source, True
    before = speaker_of(p, k)
    before = accused_before(p, before) if group == "denies" and before is not None else before
    return before, _speaking(sources, p, before, base) if before is not None else None, False


def _is_addressed(p: Parsed, k: int) -> bool:
    """Example: ", Eleonore Blanc, urged residents not to": behind the verb stands who is asked, not who asks."""
    j = object_of(p, k)
    behind = p.words[p.chunks[j].b :][:3] if j is not None else []
    after = [w.low for w in behind if w.tag != '"'][:2]  # 'has urged both sides "not to let one morning undo it"'
    return after[:1] == ["to"] or after == ["not", "to"]


def _content(cue: Speech, subject: int, *, inverted: bool) -> tuple[int, int] | None:
    """What was said, None where it is nothing or next to nothing."""
    p, k, group, base = cue
    content = content_of(cue, subject, inverted=inverted) or _rejected(p, k, subject, group)
    if content is not None and not _is_statement(p, k, content, (group, base)):
        return None
    if group == "denies" and (content is None or content[1] - content[0] < 8) and subject < k:
        return p.start(p.chunks[subject]), sentence_end(p)  # "Myanmar has denied it"
    if content is None:
        return None
    least = 8 if group == "reacts" or not _has_figure(p, content) else 6
    least = {"blame": 3, "speak": 4}.get(base, least)  # "Baghdad blamed Turkey", "the opposition spoke of 60"
    bare = base == "say" and any(found.start == content[0] for found in p.counts)  # "protesters say four"
    if bare and content[1] - content[0] < 4 and subject < k:
        return p.start(p.chunks[subject]), sentence_end(p)  # "The agency says 38."
    return content if content[1] - content[0] >= (4 if bare else least) else None


def _is_bare(p: Parsed, k: int, base: str) -> bool:
    """Is it a form that no subject goes with: a base form, "over planned talks"?

    Not in a headline: "No survivors, say rescuers".
    """
    chunk = p.chunks[k]
    alone = chunk.a == chunk.head and not chunk.modal and not chunk.negated
    if alone and k and p.chunks[k - 1].kind == P and p.words[chunk.head].tag == "VBN":
        return True  # "protests over planned tax hikes"
    bare = alone and p.words[chunk.head].tag == "VB"
    return bare and (base != "say" or not k or p.chunks[k - 1].kind not in {COMMA, QUOTE})


def _leaves_quotation(p: Parsed, k: int, content: tuple[int, int]) -> bool:
    """Example: "a survivor said, "They came, shouting"": a verb inside a quotation, with words before it."""
    at = p.start(p.chunks[k])
    return any(a <= at < b and content[1] <= a for a, b in p.quotes)


def _is_inside(p: Parsed, k: int) -> bool:
    """Is the speaker of the verb at k named inside the same quotation? Then the quoted person tells of him."""
    subject = subject_of(p, k)
    start, end = next((a, b) for a, b in p.quotes if a <= p.start(p.chunks[k]) < b)
    return subject is None or start <= p.start(p.chunks[subject]) < end


def _rejected_by(p: Parsed, k: int) -> bool:
    """Example: "an allegation, rejected again by Bangkok": a participle that tells who denies."""
    chunk = p.chunks[k]
    bare = chunk.a == chunk.head and p.words[chunk.head].tag == "VBN" and k and p.chunks[k - 1].kind in {NP, COMMA}
    after = [w.low for w in p.words[chunk.b : chunk.b + 3]]
    return bool(bare) and "by" in after[:2] and _BY_WIRE.isdisjoint(after)


def _is_statement(p: Parsed, k: int, content: tuple[int, int], cue: tuple[str, str]) -> bool:
    """Can the words be what was stated? Not "told me his blood group", "counted the steps"."""
    group, base = cue
    aside = k > 1 and p.chunks[k - 1].kind == REL and p.chunks[k - 2].kind == COMMA
    bare = group != "reacts" and not _has_verb(p, content) and not _has_figure(p, content)
    if aside and content[0] >= p.end(p.chunks[k]) and bare:
        return False  # "who disclosed this to journalists, said ..."
    if base not in LISTING and group != "tells":
        return True
    follows = content[0] >= p.end(p.chunks[k])
    if not follows or _has_figure(p, content) or any(a < content[1] and b > content[0] for a, b in p.quotes):
        return True
    if p.chunks[min(k + 1, len(p.chunks) - 1)].kind == THAT:
        return True
    return group == "tells" and _has_verb(p, content)


def _has_verb(p: Parsed, content: tuple[int, int]) -> bool:
    return any(c.kind == VG and content[0] <= p.start(c) < content[1] for c in p.chunks)


def _rejected(p: Parsed, k: int, subject: int, group: str) -> tuple[int, int] | None:
    """Example: "a toll the military dismissed as a lie": the noun before the speaker is what he denies."""
    told = subject - 1
    if group != "denies" or told < 1 or p.chunks[told].kind != NP or p.chunks[told - 1].kind not in {COMMA, STOP}:
        return None
    return p.start(p.chunks[told]), sentence_end(p)


def _speaking(sources: Sources, p: Parsed, j: int, base: str) -> Source | None:
    """The source at chunk j, None where it can be none of a verb with this base form."""
    if _is_circumstantial(p, j, base):
        return None
    head = p.head(p.chunks[j])
    if base == "read" and head == "it" and (issuer := sources.last_issuer()) is not None:
        return issuer  # "the statement said. ..., it read in part"
    person = head in person_nouns() or head.endswith(_PERSON_ENDINGS)
    lenient = base in _PLAIN_SPEECH or person or is_collective(head)
    return compound(sources, p, j) or sources.resolve(p, j, lenient=lenient)


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
    """Example: "a man who said he was a rebel", "residents whom they accused": which man, no claim."""
    if k > 1 and p.chunks[k - 1].det == "prp" and p.head(p.chunks[k - 2]) == "whom":
        return True
    return bool(k) and p.chunks[k - 1].kind == REL and not (k > 1 and p.chunks[k - 2].kind == COMMA)


def _has_figure(p: Parsed, content: tuple[int, int]) -> bool:
    """Example: "nine died": short, but a toll."""
    return any(content[0] <= found.start < content[1] for found in p.counts)
