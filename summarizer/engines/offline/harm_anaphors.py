"""People harmed who stand at the verb before: "stopped a lorry, pulled two traders out and beat them to death"."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.engines.offline.chunks import ADV, CC, COMMA, NP, REL, STOP, SUB, THAT, VG
from summarizer.engines.offline.clauses import following, groups_at, objects_of, site_of, site_with_next, unreal
from summarizer.engines.offline.cues import cue_verbs
from summarizer.engines.offline.frames import object_of, subject_of
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.harm_verbs import blame, outcome
from summarizer.engines.offline.needs import needs
from summarizer.engines.offline.parsed import Parsed
from summarizer.normalize.harm import harm_verbs, person_noun
from summarizer.records.vocabulary import Harm

_ONE = frozenset({"him", "her"})
_HE = frozenset({"he", "she"})
_SELVES = frozenset({"himself", "herself", "themselves"})
_TIMES = frozenset({"before", "after", "then"})
_REACH = 12
_UNTIL = frozenset({"before", "until"})
_DOERS = frozenset(
    {"gunman", "attacker", "assailant", "shooter", "bomber", "militant", "suspect", "knifeman", "terrorist", "hijacker"}
)
_COUNTED = frozenset({Harm.KILLED, Harm.INJURED})


@needs(_ONE | {"them"})
def at_the_verb_before(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "pulled two men off a bus and beat them to death", "stopped a trader and shot him dead"."""
    chunk = p.chunks[k]
    whom = object_of(p, k) if chunk.kind == VG and not chunk.passive else None
    if whom is None or unreal(p, k):
        return
    pronoun = p.slice(p.chunks[whom]).lower()
    if pronoun not in _ONE | {"them"}:
        return
    verb = harm_verbs().get(p.head(chunk))
    dead = following(p, k, 2)[1:] == ["dead"]  # "shot them dead"
    harm = Harm.KILLED if dead else outcome(p, k) or (verb.harm if verb is not None and verb.transitive else None)
    before = _joined_to(p, k)
    if harm not in _COUNTED or before is None:
        return
    site = p.start(chunk), p.end(p.chunks[whom])
    for group in groups_at(p, objects_of(p, before), harm, site, "them", strict=True):
        one = not group.plural
        if one is (pronoun in _ONE) and (one or group.numbered) and not group.zero:
            blame(group, subject_of(p, before))
            yield group


def _joined_to(p: Parsed, k: int) -> int | None:
    """The active verb group before the one at k, which goes on from it: with "and", a comma, "then" or "before"."""
    j = k - 1
    while j > 0 and (p.chunks[j].kind in {CC, COMMA, ADV} or p.head(p.chunks[j]) in _TIMES):
        j -= 1
    if j == k - 1:
        return None
    for i in range(j, max(-1, k - _REACH), -1):
        other = p.chunks[i]
        if other.kind in {STOP, SUB, REL, THAT}:
            return None
        if other.kind == VG:
            return None if other.passive or other.negated or unreal(p, i) else i
    return None


@needs(_ONE)
def the_doer(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "a gunman killed four people before police shot him dead"."""
    chunk = p.chunks[k]
    whom = object_of(p, k) if chunk.kind == VG and not chunk.passive else None
    if whom is None or k < 4 or p.slice(p.chunks[whom]).lower() not in _ONE or unreal(p, k):
        return
    dead = following(p, k, 2)[1:] == ["dead"] or outcome(p, k) is Harm.KILLED or p.head(chunk) in {"killed", "shot"}
    if not dead or p.chunks[k - 1].kind != NP or p.head(p.chunks[k - 2]) not in _UNTIL:
        return
    main = next((i for i in range(k - 3, max(-1, k - _REACH), -1) if p.chunks[i].kind == VG), None)
    doer = subject_of(p, main) if main is not None and not p.chunks[main].passive else None
    if doer is not None and p.head(p.chunks[doer]) in _DOERS:
        for group in groups_at(p, [doer], Harm.KILLED, (p.start(chunk), p.end(p.chunks[whom])), "him", strict=True):
            blame(group, k - 1)
            yield group


@needs(_HE)
def doer_in_turn(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "the attacker wounded four people before he was shot dead": who is one where those he hurt are many."""
    chunk = p.chunks[k]
    if chunk.kind != VG or not chunk.passive or k < 5 or p.head(p.chunks[k - 1]) not in _HE or unreal(p, k):
        return
    verb = harm_verbs().get(p.head(chunk))
    dead = outcome(p, k) is Harm.KILLED or (verb is not None and verb.harm is Harm.KILLED)
    main = next((i for i in range(k - 3, max(-1, k - _REACH), -1) if p.chunks[i].kind == VG), None)
    if not dead or main is None or p.head(p.chunks[k - 2]) not in _UNTIL or p.chunks[main].passive:
        return
    did = harm_verbs().get(p.head(p.chunks[main]))
    if did is None or did.harm not in {Harm.KILLED, Harm.INJURED, Harm.CASUALTIES}:
        return  # "released two videos of the hostage before he was beheaded"
    whom, doer = object_of(p, main), subject_of(p, main)
    many = whom is not None and (p.chunks[whom].count is not None or p.words[p.chunks[whom].head].tag == "NNS")
    if many and doer is not None:
        for group in groups_at(p, [doer], Harm.KILLED, site_of(p, k), "he", strict=True):
            if not group.plural:
                yield group


@needs(_ONE)
def by_others(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "my husband turned back and they shot him dead": the one person whom the clause before is about."""
    chunk = p.chunks[k]
    whom = object_of(p, k) if chunk.kind == VG and not chunk.passive else None
    if whom is None or k < 4 or p.slice(p.chunks[whom]).lower() not in _ONE or unreal(p, k):
        return
    dead = following(p, k, 2)[1:] == ["dead"] or outcome(p, k) is Harm.KILLED or p.head(chunk) == "killed"
    if not dead or p.chunks[k - 1].kind != NP or p.chunks[k - 2].kind != CC:
        return
    main = next((i for i in range(k - 3, max(-1, k - _REACH), -1) if p.chunks[i].kind == VG), None)
    one = subject_of(p, main) if main is not None and p.head(p.chunks[main]) not in cue_verbs() else None
    known = person_noun(p.head(p.chunks[one])) if one is not None else None
    if main is not None and object_of(p, main) is not None:
        return  # "a guard chased a robber and police killed him"
    if one is not None and known is not None and not known.plural and p.chunks[one].det in {"poss", "a", "an"}:
        for group in groups_at(p, [one], Harm.KILLED, (p.start(chunk), p.end(p.chunks[whom])), "him", strict=True):
            blame(group, k - 1)
            yield group


@needs(_SELVES)
def then_himself(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "a gunman killed five people before killing himself": the gerund is a noun behind its preposition."""
    chunk = p.chunks[k]
    if p.head(chunk) not in {"killing", "shooting"} or not k or p.head(p.chunks[k - 1]) not in _UNTIL | {"after"}:
        return
    main = next((i for i in range(k - 2, max(-1, k - _REACH), -1) if p.chunks[i].kind == VG), None)
    if main is None or p.chunks[main].passive or not _SELVES.intersection(following(p, k, 1)):
        return
    doer = subject_of(p, main)
    if doer is not None:
        yield from groups_at(p, [doer], Harm.KILLED, site_with_next(p, k), "himself", strict=True)


OF_NOUNS = (then_himself,)
OF_VERBS = (at_the_verb_before, the_doer, doer_in_turn, by_others)
