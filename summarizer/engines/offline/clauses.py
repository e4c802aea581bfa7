"""What the rules of harm ask of a clause: who stands before and after its verb, and whether it is asserted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summarizer.engines.offline.asides import counted_as, named_before_asides
from summarizer.engines.offline.chunks import ADV, CC, COMMA, NP, REL, STOP, SUB, THAT, VG, P
from summarizer.engines.offline.clause_marks import names_nobody, tells_when
from summarizer.engines.offline.cues import cue_verbs
from summarizer.engines.offline.frames import object_of, sharing, subject_of
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.habits import almost, is_habit
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.lists import list_left, list_right
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.victims import group_at
from summarizer.normalize.counts import read_count
from summarizer.normalize.harm import harm_states, other_heads, person_noun
from summarizer.normalize.places import find_places
from summarizer.records.vocabulary import Harm

_DENIED = words("clauses", "denied")
_REALISED = words("clauses", "realised")


def site_of(p: Parsed, k: int) -> tuple[int, int]:
    """The characters of the chunk at k, as the words of harm."""
    return p.start(p.chunks[k]), p.end(p.chunks[k])


def site_with_next(p: Parsed, k: int) -> tuple[int, int]:
    """The characters of the chunk at k and of the word after it ("shot dead", "took away")."""
    return p.start(p.chunks[k]), p.words[min(p.chunks[k].b, len(p.words) - 1)].end


_HURT = frozenset({Harm.KILLED, Harm.INJURED})
_SPANS = frozenset({"hours", "hour", "days", "minutes", "weeks"})
_REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself"})


def groups_at(
    p: Parsed, indexes: list[int], harm: Harm, site: tuple[int, int], rule: str, *, strict: bool = False
) -> Iterator[Group]:
    """The people at these chunks; none at all when the first of them is not people, or taken along as hurt already.

    `strict`: only nouns known to mean people.
    """
    found: list[Group] = []
    if harm is Harm.CAPTURED and indexes and harm_states().get(p.head(p.chunks[indexes[0]])) in _HURT:
        return  # "carried away 15 wounded"
    if "neither" in p.vocabulary and indexes and names_nobody(p, indexes[-1]):
        return  # "neither soldiers nor civilians were killed"
    for j in indexes:
        group = group_at(p, j, harm, site, strict=strict)
        if group is not None and group.named and harm is Harm.CAPTURED and _is_town(p.slice(p.chunks[j])):
            break  # "captured El Fasher"
        if group is not None and found and _speaks_next(p, j, group):
            break
        if group is not None and found and (apposed(p, j, group, found[-1]) or _shares(p, j, group, found[-1])):
            continue
        if group is not None and not (found and joined_kin(p, j, group, found[-1])):
            group.rule = rule
            if harm is Harm.CASUALTIES and group.victims.lower() == "the dead":
                group.harm = Harm.KILLED  # "of the dead, eleven had been burned or beheaded"
            found.append(group)
            if group.zero:
                break  # "no soldiers or nurses were hurt"
        elif group is None and found and not p.chunks[j].det and now_holds(p, j, found[-1]):
            continue
        elif (
            group is None
            and j == indexes[0]
            and p.chunks[j].det != "prp"
            and not (len(indexes) > 1 and (rule == "death of" or _counted_things(p, j)))
        ):
            break
    yield from found


def _counted_things(p: Parsed, j: int) -> bool:
    """Example: "killing three cows and a farmer", "53 clashes, 37 guerrillas and 12 soldiers killed"."""
    return p.chunks[j].count is not None and p.head(p.chunks[j]) in other_heads()


def _is_town(text: str) -> bool:
    """Is the whole name that of a place?"""
    return any((f.start, f.end) == (0, len(text)) for f in find_places(text))


def apposed(p: Parsed, j: int, group: Group, last: Group) -> bool:
    """Example: "a village chief, Idi Bako, and his brother", "one man, a corporal, in": told again after a comma."""
    if p.chunks[j - 1].kind != COMMA:
        return False
    if group.count_text.lower() == "both" and last.value == group.value:
        return True  # "the two bombers, both girls of about 15"
    other = p.chunks[j - 2]
    single = any(w.low in {"single", "lone"} for w in p.words[other.a : other.b])  # "a single fighter, a woman"
    one = (other.det == "poss" or single) and not last.plural
    if one and p.chunks[j].det in {"a", "an"} and not (group.numbered or group.plural):
        after = j + 1 + (j + 1 < len(p.chunks) and p.chunks[j + 1].kind == COMMA)
        if after >= len(p.chunks) or p.chunks[after].kind in {STOP, VG, P}:
            return True  # "his father, a former mayor", "his brother, a bandit leader, in a raid"
    if last.plural:
        return False
    if group.named:
        return not (last.numbered or last.named)
    told = {"a", "an", "the"} if last.named else {"a", "an"}
    lone = (last.numbered or last.named) and not group.numbered and not group.plural and p.chunks[j].det in told
    return lone and not (j + 1 < len(p.chunks) and p.chunks[j + 1].kind == CC)


def _speaks_next(p: Parsed, j: int, group: Group) -> bool:
    """Example: "wounding three more, the officer, Captain Saadi, said": one who is known, after a comma, told it."""
    single = not (group.numbered or group.plural or group.named) and p.chunks[j].det == "the"
    if not single or p.chunks[j - 1].kind != COMMA:
        return False
    after = j + 1
    if after + 1 < len(p.chunks) and p.chunks[after].kind == COMMA and p.chunks[after + 1].kind == NP:
        after += 2  # his name
    after += after < len(p.chunks) and p.chunks[after].kind == COMMA
    return after < len(p.chunks) and p.chunks[after].kind == VG and p.head(p.chunks[after]) in cue_verbs()


def _shares(p: Parsed, j: int, group: Group, last: Group) -> bool:
    """Example: "five drivers and apprentices": one number for both."""
    bare = group.plural and not (group.numbered or group.zero or group.named) and not p.chunks[j].det
    return bare and last.numbered and last.plural and p.chunks[j - 1].kind == CC


def joined_kin(p: Parsed, j: int, group: Group, last: Group) -> bool:
    """Example: "a beekeeper and his nephew": kin in one phrase are one record; true when `last` now holds both."""
    if group.numbered or group.named or group.plural or p.chunks[j].det != "poss":
        return False
    return now_holds(p, j, last)


def now_holds(p: Parsed, j: int, last: Group) -> bool:
    """Does the one person of `last` make one phrase of kin with the chunk at j: "his wife and infant daughter"?"""
    single = not (last.numbered or last.named or last.plural)
    if not single or p.chunks[j - 1].kind != CC or last.end != p.end(p.chunks[j - 2]):
        return False
    end = p.end(p.chunks[j])
    text = p.text[last.start : end]
    read = read_count(text)
    if read is None or not read.derived:
        return False
    last.end, last.count, last.victims = end, (last.start, end), text
    last.value, last.plural, last.numbered = read.value, True, True
    return True


def numbered(groups: Iterable[Group]) -> Iterator[Group]:
    """The groups that have a number."""
    return (group for group in groups if group.numbered)


def subjects_of(p: Parsed, k: int) -> list[int]:
    """The coordinated noun phrases that are the subject of the verb group at k."""
    if named := named_before_asides(p, k):
        return named
    j = subject_of(p, k)
    found = list_left(p, j) if j is not None else []
    counted = counted_as(p, found) if len(found) > 1 else None
    return found if counted is None else [counted]


def objects_of(p: Parsed, k: int) -> list[int]:
    """The coordinated noun phrases that are the object of the verb group at k."""
    j = object_of(p, k)
    if j is None:
        j = _after_time(p, k) or _after_aside(p, k)
    if j is None and following(p, k, 2)[1:] == ["and"] and following(p, k, 1)[0] in _REFLEXIVE:
        j = k + 3 if k + 3 < len(p.chunks) and p.chunks[k + 3].kind == NP else None  # "killing himself and four others"
    return list_right(p, j) if j is not None else []


def _after_time(p: Parsed, k: int) -> int | None:
    """Example: "killed on Monday three guards", "killed in 48 hours a judge": people behind a time phrase."""
    if k + 3 >= len(p.chunks) or p.chunks[k + 1].kind != P or p.chunks[k + 2].kind != NP:
        return None
    if not (tells_when(p, k + 2) or p.head(p.chunks[k + 2]) in _SPANS):
        return None
    people = p.chunks[k + 3]
    known = person_noun(p.head(people)) is not None or p.words[people.head].tag == "NNP"
    ends = k + 4 >= len(p.chunks) or p.chunks[k + 4].kind != VG
    return k + 3 if people.kind == NP and known and ends else None


def _after_aside(p: Parsed, k: int) -> int | None:
    """Example: "they murdered, at gunpoint, a soldier": one person or counted people behind a phrase in commas."""
    if k + 5 >= len(p.chunks) or [c.kind for c in p.chunks[k + 1 : k + 6]] != [COMMA, P, NP, COMMA, NP]:
        return None
    people = p.chunks[k + 5]
    known = person_noun(p.head(people)) is not None and (people.count is not None or people.det in {"a", "an"})
    ends = k + 6 >= len(p.chunks) or p.chunks[k + 6].kind != VG
    return k + 5 if known and ends else None


def patients_of(p: Parsed, k: int) -> list[int]:
    """Whom the verb at k befalls: its objects, or its subjects where it is passive or has no object."""
    return ([] if p.chunks[k].passive else objects_of(p, k)) or subjects_of(p, k)


def right_of(p: Parsed, k: int) -> list[int]:
    """The noun phrases to the right of chunk k, past prepositions and adverbs."""
    j = k + 1
    while j < len(p.chunks) and p.chunks[j].kind in {P, ADV} and p.head(p.chunks[j]) != "by":
        j += 1
    return list_right(p, j) if j < len(p.chunks) and p.chunks[j].kind == NP else []


def following(p: Parsed, k: int, size: int) -> list[str]:
    """Up to `size` words after chunk k, in lower case."""
    end = p.chunks[k].b
    return [word.low for word in p.words[end : end + size]]


def is_reduced(p: Parsed, k: int) -> bool:
    """Example: "1,340 persons taken away": a bare participle after the noun phrase that it is about."""
    chunk = p.chunks[k]
    bare = not chunk.passive and all(w.tag in {"VBN", "RB"} for w in p.words[chunk.a : chunk.b])
    return bare and k > 0 and p.chunks[k - 1].kind == NP


def joins_active(p: Parsed, k: int) -> bool:
    """Example: "the invaders came in their hundreds and shot": a bare form that goes on from an active verb."""
    chunk = p.chunks[k]
    bare = chunk.b - chunk.a == 1 and p.words[chunk.head].tag == "VBN" and k > 1 and p.chunks[k - 1].kind == CC
    if not bare:
        return False
    back = range(k - 2, max(-1, k - 24), -1)
    at = next((i for i in back if p.chunks[i].kind in {VG, STOP, SUB, THAT, REL}), None)
    if at is None or (p.headline and _is_reduced(p, at)):
        return False
    before = p.chunks[at]
    return before.kind == VG and not (before.passive or before.infinitive or before.modal)


def _is_reduced(p: Parsed, i: int) -> bool:
    """Example: "Nine labourers abducted and killed": a headline's participle without an object befell them."""
    verb = p.chunks[i]
    bare = verb.kind == VG and verb.b - verb.a == 1 and p.words[verb.head].tag == "VBN"
    return bare and object_of(p, i) is None and p.head(verb) not in cue_verbs()


def unreal(p: Parsed, k: int) -> bool:
    """Not asserted: a modal without "have", an infinitive of purpose, a negation, a habit, a question reported."""
    chunk = p.chunks[k]
    if "whether" in p.vocabulary and _asked(p, k):
        return True
    if is_habit(p, k) or ("until" in p.vocabulary and _awaited(p, k)):
        return True
    if chunk.negated or (chunk.modal and not chunk.perfect) or chunk.modal in {"would", "could", "should"}:
        return True
    if almost(p, k):
        return True  # "eleven people nearly died"
    if (first := sharing(p, k)) is not None:
        return unreal(p, first)
    if p.words[chunk.head].tag == "VBG" and k and p.head(p.chunks[k - 1 - _after_of(p, k)]) in _DENIED:
        return True
    return chunk.infinitive and not chunk.perfect and p.words[chunk.head].tag == "VB" and not _realised(p, k)


def _awaited(p: Parsed, k: int) -> bool:
    """Example: "the operation would continue until the last rebel was killed": not so "fought until he was killed"."""
    until = next((j for j in range(k - 1, max(-1, k - 8), -1) if p.head(p.chunks[j]) == "until"), None)
    main = next((c for c in reversed(p.chunks[:until]) if c.kind == VG), None) if until is not None else None
    return main is not None and (bool(main.modal) or main.infinitive)


def _after_of(p: Parsed, k: int) -> int:
    """Example: "the risk of harming civilians": 1 where the gerund at k stands behind "of"."""
    return int(k > 1 and p.chunks[k - 1].kind == P and p.head(p.chunks[k - 1]) == "of")


def _asked(p: Parsed, k: int) -> bool:
    """Example: "refused to say whether any of his men were missing": no verb between "whether" and the one at k."""
    for chunk in reversed(p.chunks[max(0, k - 8) : k]):
        if chunk.kind == VG:
            return False
        if p.head(chunk) == "whether":
            return True
    return False


def _realised(p: Parsed, k: int) -> bool:
    """Example: "managed to kill", "are believed to have": the verb before says that it came true."""
    if not k or p.head(p.chunks[k - 1]) not in _REALISED:
        return False
    if p.head(p.chunks[k - 1]) == "able":
        verb = p.chunks[k - 2] if k > 1 else None
        return verb is not None and verb.kind == VG and not verb.modal and not verb.negated  # "were able to kill"
    return p.chunks[k - 1].kind == VG or p.head(p.chunks[k - 1]) == "possible"  # "made it possible to"
