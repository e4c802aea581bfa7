"""Whom a sentence brings on stage without letting them speak: "he said" may mean them in the next one."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.engines.offline.cast import names_a_person
from summarizer.engines.offline.chunks import CC, COMMA, NP, VG, P
from summarizer.engines.offline.documents import NO_ISSUER, is_document
from summarizer.engines.offline.frames import object_of, subject_of
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.said import Said
from summarizer.engines.offline.source import Source
from summarizer.engines.offline.source_names import is_role, proper_name
from summarizer.engines.offline.sources import Sources
from summarizer.normalize.harm import harm_verbs, person_nouns
from summarizer.normalize.places import country_of
from summarizer.records.vocabulary import Harm, SourceType

_ORGANISED = frozenset(SourceType) - {SourceType.UNKNOWN, SourceType.WITNESS, SourceType.DOCUMENT, SourceType.EXPERT}
_ISSUING = words("mentions", "issuing")
_BYSTANDERS = words("mentions", "bystanders")
_ONLOOKERS = words("mentions", "onlookers")
_NO_DOING = frozenset({"was", "were", "died", "fell", "perished"})
_CORPORATE = words("mentions", "corporate")
_CONTESTED = frozenset({"contested", "disputed", "challenged", "questioned", "contradicted", "rejected", "denied"})
_PRONOUNS = frozenset({"he", "she", "his", "her", "him"})
_SINGULAR = frozenset({"the", "a", "an", "poss", "one", "another"})
_ACCOUNTS = frozenset({"account", "version", "statement", "details", "figure", "figures", "toll", "story", "picture"})


def meet(sources: Sources, p: Parsed, found: list[Said]) -> None:
    """Let later pronouns mean whom the sentence brings up; who spoke in it (`found`) comes first, then its subjects."""
    subjects = _living_subjects(p)
    speakers = [said.source for said in found]
    alone = not speakers and all(w.low not in _PRONOUNS for w in p.words)
    for j, source in _met(sources, p, subjects):
        if source in speakers:
            continue
        subject = j in subjects or (j - 2 in subjects and p.chunks[j - 1].kind == COMMA and source.person)
        told = not p.vocabulary.isdisjoint(_ACCOUNTS)  # "The defence ministry gave another account. It said"
        spoke = bool(sources.recent) and not sources.recent[0].person
        body = not source.person and source.type in _ORGANISED and (told or not spoke)
        acts = subject and not (speakers and source.person) and (body or not _is_bystander(p, j))
        if acts or (alone and source.person and proper_name(p, p.chunks[j])):
            sources.touch(source)
        else:
            sources.recall(source)
    for said in found[-1:]:
        quoting = [x for x in said.relays if p.text.find(x.name, 0, said.cue[0]) >= 0]
        sources.recent[:0] = [x for x in said.relays if x not in (*quoting, *sources.recent)]  # "told Radio Sud"
        for source in (*quoting, said.source):  # "SANA quoted an official as saying that the rebels ... It said"
            sources.touch(source)


_PLACING = frozenset({"in", "at", "near", "outside", "around", "towards", "into", "across", "inside"})
_GROUND = frozenset(
    {"area", "district", "village", "town", "city", "province", "region", "camp", "valley", "county", "hamlet"}
)


def _living_subjects(p: Parsed) -> frozenset[int]:
    """The chunks that are subjects of finite verbs, without those who die by them."""
    out: set[int] = set()
    for k, verb in enumerate(p.chunks):
        if verb.kind != VG or verb.infinitive or (verb.a == verb.head and p.words[verb.head].tag == "VBG"):
            continue
        harm = harm_verbs().get(p.head(verb))
        if harm is not None and harm.harm is Harm.KILLED and (verb.passive or not harm.transitive):
            continue
        j = subject_of(p, k)
        if j is not None and not p.quoted(p.start(p.chunks[j])):
            out.add(j)
    return frozenset(out)


def _met(sources: Sources, p: Parsed, subjects: frozenset[int]) -> Iterator[tuple[int, Source]]:
    for j, chunk in enumerate(p.chunks):
        if chunk.kind != NP or chunk.det == "prp" or p.quoted(p.start(chunk)):
            continue
        acts = j in subjects or _disputes(p, j)
        acting = acts and chunk.count is None and (_is_somebody(p, j) or _is_body(sources, p, j))
        if acting or _names_somebody(sources, p, j):
            yield from _resolved(sources, p, j)
        elif acts and _is_surname(p, j):
            name = p.slice(chunk)
            yield j, sources.named(name) or sources.newly(Source(name, SourceType.UNKNOWN, person=True))


def _disputes(p: Parsed, j: int) -> bool:
    """Example: "the official version was contested by residents. They told ...": who stands against an account."""
    by = j > 1 and p.head(p.chunks[j - 1]) == "by" and p.chunks[j - 2].passive
    return by and p.head(p.chunks[j - 2]) in _CONTESTED


def _names_somebody(sources: Sources, p: Parsed, j: int) -> bool:
    name = proper_name(p, p.chunks[j])
    if not name or _is_where(p, j):
        return False
    return names_a_person(p.chunks[j], name) or (" " not in name and sources.cast.of(name) is not None)


def _is_where(p: Parsed, j: int) -> bool:
    """Example: "in Wadi Bari", "the area of Wadi Bari": two capitals that are no man's."""
    if not j or p.chunks[j - 1].kind != P:
        return False
    of_ground = j > 1 and p.head(p.chunks[j - 1]) == "of" and p.head(p.chunks[j - 2]) in _GROUND
    out = j > 1 and p.head(p.chunks[j - 1]) == "from" and p.chunks[j - 2].kind == VG  # "reporting from Wadi Bari"
    return of_ground or out or p.head(p.chunks[j - 1]) in _PLACING


def _resolved(sources: Sources, p: Parsed, j: int) -> Iterator[tuple[int, Source]]:
    source = sources.mentioned(p, j)
    if source is not None:
        yield j, source


def _is_somebody(p: Parsed, j: int) -> bool:
    """Example: "The shepherd", "Its chairman": one person by his part or office."""
    chunk, head = p.chunks[j], p.head(p.chunks[j])
    beside = any(c.kind == CC for c in p.chunks[max(0, j - 1) : j + 2])  # "ranchers and farmers clashed"
    if head in _ONLOOKERS and chunk.det in {"", "the", "poss", "some"} and not beside:
        return True  # "Relatives of the dead tell another story. They say"
    if chunk.det not in _SINGULAR or p.words[chunk.head].tag not in {"NN", "NNP"}:
        return False
    known = person_nouns().get(head)
    return is_role(head) or (known is not None and not known.plural)


def _is_surname(p: Parsed, j: int) -> bool:
    """Example: "Maliki, who flew to Washington last month, is expected": a name of one word, and "who" behind it."""
    chunk = p.chunks[j]
    alone = chunk.b - chunk.a == 1 and p.words[chunk.a].tag == "NNP" and country_of(p.slice(chunk)) is None
    behind = [w.low for w in p.words[chunk.b : chunk.b + 3]]
    return alone and behind[:2] == [",", "who"] and behind[-1] not in _NO_DOING


def _is_bystander(p: Parsed, j: int) -> bool:
    """Example: "a man", "the attacker": nobody whom "he said" means where a speaker is known."""
    return (not proper_name(p, p.chunks[j]) and not is_role(p.head(p.chunks[j]))) or p.head(p.chunks[j]) in _BYSTANDERS


def _is_body(sources: Sources, p: Parsed, j: int) -> bool:
    """Example: "the ministry", "The Harim Front", "The National Oil Corporation": an organisation that can speak."""
    chunk = p.chunks[j]
    if chunk.det not in {"the", ""}:
        return False
    named = " " in proper_name(p, chunk) and p.head(chunk) in _CORPORATE
    return named or sources.cast.kinds.of(p.slice(chunk)) in _ORGANISED


def remember(sources: Sources, p: Parsed, found: list[Said]) -> None:
    """Keep in mind whose the documents of this sentence are: "in a statement", "published a report"."""
    for said in found:
        if said.source.type in NO_ISSUER or said.source.type is SourceType.OUTLET:
            continue
        for i, chunk in enumerate(p.chunks):
            if not i or chunk.kind != NP or not is_document(p.head(chunk)) or p.chunks[i - 1].kind != P:
                continue
            inside = said.content[0] <= p.start(chunk) < said.content[1]
            told = any(c.kind == VG and said.content[0] <= p.start(c) < p.start(chunk) for c in p.chunks)
            beside = not (inside and told) and not p.quoted(p.start(chunk))  # "disclosed the rescue in a statement"
            if beside and p.head(p.chunks[i - 1]) in {"in", "through", "via"} and chunk.det in {"a", "an", "poss", ""}:
                sources.documents[p.head(chunk)] = said.source
    _remember_speech(sources, p, found)
    for k, verb in enumerate(p.chunks):
        if verb.kind == VG and p.head(verb) in _ISSUING and not verb.passive:
            j, subject = object_of(p, k), subject_of(p, k)
            if j is None or subject is None or not is_document(p.head(p.chunks[j])):
                continue
            source = sources.mentioned(p, subject)
            if source is not None and source.type not in NO_ISSUER:
                sources.documents[p.head(p.chunks[j])] = source


def _remember_speech(sources: Sources, p: Parsed, found: list[Said]) -> None:
    """Keep in mind whose "the statement" is in the rest of a paragraph: an organisation's that spoke last."""
    bodies = [s.source for s in found if not s.source.person and s.source.type not in NO_ISSUER]
    if found:
        sources.spoke = (p.sentence.paragraph, bodies[-1]) if bodies and bodies[-1] is found[-1].source else None
