"""People killed, hurt or driven off by a verb of harm. Each rule reads one chunk; see casualties.py."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.engines.offline.accusations import accused_of
from summarizer.engines.offline.chunks import ADV, CC, COMMA, NP, QUOTE, VG, P
from summarizer.engines.offline.clauses import (
    following,
    groups_at,
    joins_active,
    objects_of,
    patients_of,
    right_of,
    site_of,
    site_with_next,
    subjects_of,
    unreal,
)
from summarizer.engines.offline.frames import governed_by, object_of, subject_of
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.lists import list_left, list_right
from summarizer.engines.offline.needs import needs
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.wounds import names_body_part
from summarizer.normalize.harm import VerbForm, harm_states, harm_verbs, person_noun
from summarizer.records.vocabulary import Harm, VictimStatus

_DAYS = words("harm_verbs", "days")
_NO_DEATH = words("harm_verbs", "no_death")
_INTO = tuple(f"{at} {what}" for at in ("in", "through") for what in ("the", "his", "her", "their", "both", "one"))
_CARE = frozenset({"alive", "hospital", "hospitals", "medical", "clinic", "casualties", "wounded", "injured"})
_PARTICLES = frozenset({"off", "back"})
"""Behind a verb of harm, nobody is harmed: "wounds off", "were beaten back", "hit back"."""
_SCREENS = frozenset({"radar", "radars", "screens"})
_BUILDINGS = words("harm_verbs", "buildings")
_LOOSE = words("harm_verbs", "loose")
_BEATEN = words("harm_verbs", "beaten")
_RAISING = words("frames", "raising")
_NOT_OWNED = words("harm_verbs", "not_owned")
_NATURAL = re.compile(
    r" (?:suddenly |peacefully |(?:on|last|in) \w+ )?"
    r"(?:of|from|after) (?:an? |the )?(?:\w+ )?(?:heart attack|cardiac arrest|stroke|cancer"
    r"|natural causes"
    r"|old age|illness|covid(?:-19)?|pneumonia|diabetes|kidney failure)\b",
    re.IGNORECASE,
)
"""Behind "died": nobody harmed him."""
_SIGHTED = frozenset({"seen", "spotted", "caught", "sighted", "observed", "filmed"})
_ALSO_OF_THINGS = frozenset({Harm.CAPTURED, Harm.DISPLACED, Harm.MISSING})  # a mine is captured, a plane is missing


@needs(harm_verbs())
def verb_of_harm(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "gunmen killed three soldiers and a cook", "26 militants had been killed", "five soldiers died"."""
    chunk = p.chunks[k]
    verb = harm_verbs().get(p.head(chunk)) if chunk.kind == VG else None
    if verb is None or unreal(p, k) or _PARTICLES.intersection(following(p, k, 1)):
        return
    natural = verb.base == "die" and _NATURAL.match(p.text, p.end(chunk)) is not None
    to_death = not chunk.passive and chunk.perfect and following(p, k, 2) == ["to", "death"]
    if natural or to_death:  # "had beaten to death a soldier": see `shot_dead`
        return
    harm, site = verb.harm, site_of(p, k)
    cared_for = not _CARE.isdisjoint(following(p, k, 10))
    if verb.base == "mutilate" and k and p.head(p.chunks[k - 1]) == "found" and not cared_for:
        harm = Harm.KILLED  # "six were found mutilated by a road"
    harm = Harm.INJURED if verb.base == "evacuate" and cared_for else harm
    objects = [] if chunk.passive else objects_of(p, k)
    either = _either(p, k, verb.harm)
    if either is not None:
        harm, site = Harm.CASUALTIES, (site[0], p.end(p.chunks[either]))
        objects = objects or ([] if chunk.passive else objects_of(p, either))
    if verb.transitive and not objects and not chunk.passive:
        objects = _shared_objects(p, k)
    strict = verb.harm in _ALSO_OF_THINGS or verb.base in _LOOSE
    if verb.transitive and objects and p.head(p.chunks[objects[0]]) not in _DAYS:
        accused = accused_of(p, k)
        agent = accused if accused is not None else subject_of(p, k)
        found = [
            *groups_at(p, objects, harm, site, "active", strict=strict),
            *with_company(p, objects[-1], harm, site),
        ]
    elif not verb.transitive or "participle" in verb.forms:
        agent = governed_by(p, k, frozenset({"by"})) if verb.transitive else None
        found = [*with_company(p, k, harm, site), *_befallen(p, k, verb, harm, site, strict=strict)]
    else:
        return
    for group in found:
        if harm is Harm.DISPLACED and not _is_uprooted(group, p.head(p.chunks[k - 1]) if k else ""):
            continue  # "three men seen fleeing", "two managed to flee"
        if verb.base == "evacuate" and not (_BUILDINGS | {"helicopter"}).isdisjoint(following(p, k, 8)):
            continue
        if verb.base == "burn" and group.numbered and not (group.victims or group.noun):
            continue  # "130 were burnt": houses as well as people
        blame(group, agent)
        yield group


_MANY = 100
"""People who "managed to flee" a place, and not a fight."""


def _is_uprooted(group: Group, before: str) -> bool:
    sighted = before in _SIGHTED or (before == "managed" and not group.victims and (group.value or 0) < _MANY)
    return not sighted and group.numbered and not group.zero and group.status is not VictimStatus.COMBATANT


def _shared_objects(p: Parsed, k: int) -> list[int]:
    """Example: "kidnapped and later killed the mayor": the objects of the verb that the one at k is joined to."""
    j = k + 1
    if j >= len(p.chunks) or p.head(p.chunks[j]) != "and":
        return []
    j += 1 + (j + 1 < len(p.chunks) and p.chunks[j + 1].kind == ADV)
    if j >= len(p.chunks) or p.chunks[j].kind != VG or p.chunks[j].passive:
        return []
    to_death = [w.low for w in p.words[p.chunks[j].b : p.chunks[j].b + 2]] == ["to", "death"]
    if p.head(p.chunks[j]) not in harm_verbs() and not to_death:
        return []
    return right_of(p, j + 2) if to_death else objects_of(p, j)  # "stoned and burned to death three men"


def _befallen(p: Parsed, k: int, verb: VerbForm, harm: Harm, site: tuple[int, int], *, strict: bool) -> Iterator[Group]:
    """Subjects of a passive or intransitive verb; before a bare participle the phrase itself ("the ten men killed")."""
    rule = "passive" if verb.transitive else "intransitive"
    if harm is Harm.MISSING and not _SCREENS.isdisjoint(following(p, k, 4)):
        return iter(())  # "27 disappeared from radar"
    found = objects_of(p, k) if not verb.transitive and p.head(p.chunks[k]) == "disappeared" else []
    if found and person_noun(p.head(p.chunks[found[0]])) is not None:
        return groups_at(p, found, harm, site, "active", strict=True)  # "soldiers forcibly disappeared nine men"
    chunk = p.chunks[k]
    if verb.transitive and joins_active(p, k):
        return iter(())  # "the rebels came at night and killed"
    joined = verb.transitive and k > 1 and chunk.a == chunk.head and p.chunks[k - 1].kind == CC
    if joined and p.head(p.chunks[k - 2]) in harm_states() and p.chunks[k - 2].kind != VG:
        return iter(())  # "left several soldiers dead and wounded"
    j = k - 1 if k and p.chunks[k - 1].kind != ADV else k - 2
    if j > 1 and p.head(p.chunks[j]) in _RAISING and p.head(p.chunks[j - 2]) == "with":
        j -= 1  # "with at least 40 soldiers reported killed"
    bare = verb.transitive and not chunk.passive and all(w.tag in {"VBN", "RB"} for w in p.words[chunk.a : chunk.b])
    reduced = bare and j >= 0 and p.chunks[j].kind == NP
    people = list_left(p, _number_of(p, j)) if reduced else subjects_of(p, k)
    if len(people) > 1 and p.chunks[people[0]].count is None and p.head(p.chunks[people[0]]) in harm_states():
        people = people[1:]  # "left 17 people dead and 40 others wounded"
    return groups_at(p, people, harm, site, rule, strict=strict)


def _number_of(p: Parsed, j: int) -> int:
    """Example: "and two of his colleagues injured": the bare number whose "of" governs the noun phrase at chunk j."""
    part = j > 1 and p.head(p.chunks[j - 1]) == "of" and p.chunks[j - 2].count is not None
    return j - 2 if part and p.words[p.chunks[j - 2].head].tag == "CD" else j


def blame(group: Group, agent: int | None) -> None:
    """The group's perpetrator is the noun phrase at chunk `agent`."""
    if agent is not None:
        group.agent, group.agent_at = group.p.slice(group.p.chunks[agent]), agent


def _either(p: Parsed, k: int, harm: Harm) -> int | None:
    """Example: "killed or hurt", "killed and wounded 30": the second verb, when the two harms share one figure."""
    if k + 2 >= len(p.chunks) or p.chunks[k + 1].kind != CC or p.chunks[k + 2].kind != VG:
        return None
    other = harm_verbs().get(p.head(p.chunks[k + 2]))
    if other is None or {harm, other.harm} != {Harm.KILLED, Harm.INJURED}:
        return None
    if not other.transitive and p.head(p.chunks[k + 1]) == "and":
        return None  # "was wounded and died in hospital": first the one, then the other
    return k + 2 if p.head(p.chunks[k + 1]) == "or" or object_of(p, k) is None else None


def with_company(p: Parsed, k: int, harm: Harm, site: tuple[int, int]) -> Iterator[Group]:
    """Example: "26 were killed along with nine allies", "a Briton is among the dead, along with two Germans"."""
    i = k + 1
    while i + 1 < len(p.chunks) and p.chunks[i].kind == P and p.chunks[i + 1].kind == NP and i < k + 7:
        if p.head(p.chunks[i]) in {"along", "together", "by", "of"} or p.chunks[i + 1].count is not None:
            break
        i += 2  # "ninety civilians died in the attack, along with 79 soldiers"
    if [c.kind for c in p.chunks[i : i + 3]] == [COMMA, NP, COMMA] and p.chunks[i + 1].count is None:
        i += 2  # "killed Abu Yusuf, a commander, along with three guards"
    i += i < len(p.chunks) and p.chunks[i].kind == COMMA
    if (first := _behind_with(p, i)) is not None:
        for group in groups_at(p, list_right(p, first), harm, site, "along with"):
            single = p.chunks[first].det in {"a", "an", "the", "poss"} and person_noun(group.head) is not None
            if (group.numbered or (single and not group.plural)) and not _is_harmed_otherwise(p, group, harm):
                yield group


def _is_harmed_otherwise(p: Parsed, group: Group, harm: Harm) -> bool:
    """Example: "six were killed, as well as 20 injured", "along with 12 people abducted": the company's own harm."""
    behind = [w.low for w in p.words if w.start >= group.count[0]][:6]
    told = next((w for w in behind if w in harm_states() or (w in harm_verbs() and w.endswith(("ed", "ing")))), "")
    own = harm_states().get(told) or (harm_verbs()[told].harm if told in harm_verbs() else None)
    return own is not None and own is not harm


def _behind_with(p: Parsed, i: int) -> int | None:
    """The noun phrase behind "along with", "together with" or "as well as" at chunk i."""
    words = [w.low for c in p.chunks[i : i + 3] for w in p.words[c.a : c.b]]
    first = i + 3 if words[:3] == ["as", "well", "as"] else i + 2
    with_them = words[:2] in (["along", "with"], ["together", "with"]) or words[:3] == ["as", "well", "as"]
    return first if with_them and first < len(p.chunks) and p.chunks[first].kind == NP else None


@needs(w for w, verb in harm_verbs().items() if "gerund" in verb.forms)
def gerund_of_harm(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "the army reported killing more than 60 rebels": a gerund that stands as a noun."""
    chunk = p.chunks[k]
    verb = harm_verbs().get(p.head(chunk)) if chunk.kind == NP and chunk.b - chunk.a == 1 and k else None
    if verb is None or "gerund" not in verb.forms or not verb.transitive or k + 1 >= len(p.chunks):
        return
    before = p.chunks[k - 1]
    opened = p.chunks[k + 1].kind == QUOTE and k + 2 < len(p.chunks)  # killing "no fewer than 20" soldiers
    first = k + 1 + opened
    goes_on = before.kind == CC and any(c.kind == VG and p.head(c).endswith("ing") for c in p.chunks[max(0, k - 4) : k])
    joins = before.kind in {VG, P} or (opened and (before.kind == COMMA or goes_on))
    if p.chunks[first].kind != NP or not joins or before.negated or p.head(before) in _NOT_OWNED:
        return
    strict = verb.harm in _ALSO_OF_THINGS or verb.base in _LOOSE
    for group in groups_at(p, list_right(p, first), verb.harm, site_of(p, k), "gerund", strict=strict):
        if verb.harm is not Harm.DISPLACED and (group.numbered or not group.plural):
            blame(group, subject_of(p, k - 1) if before.kind == VG else accused_of(p, k))
            yield group


@needs(_BEATEN, {"gunned", "mowed", "blown", "death", "fatally", "mortally"})
def shot_dead(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "was shot dead", "beaten to death", "gunned down two officers", "was shot in the leg"."""
    if p.chunks[k].kind != VG or unreal(p, k):
        return
    harm = outcome(p, k)
    if harm is not None:
        down = p.head(p.chunks[k]) == "shot" and following(p, k, 1) == ["down"]  # drones are shot down as well
        for group in groups_at(p, _shot(p, k), harm, site_with_next(p, k), "shot dead", strict=down):
            if not down or group.victims:
                yield group


def _shot(p: Parsed, k: int) -> list[int]:
    """Whom the verb at k befalls; in "shot dead a guard" the object stands after the state."""
    if k + 2 < len(p.chunks) and p.slice(p.chunks[k + 1]).lower() in {"dead", "down"} and not p.chunks[k].passive:
        return list_right(p, k + 2) if p.chunks[k + 2].kind == NP else subjects_of(p, k)
    victim = _after_death(p, k) if not p.chunks[k].passive else None
    if victim is not None:
        return list_right(p, victim)  # "hacked to death a passenger"
    if p.head(p.chunks[k]) == "blown" and p.chunks[k].perfect and not p.chunks[k].passive:
        return right_of(p, k)  # "its fighters had blown up a house"
    aside = k > 1 and p.chunks[k - 1].kind == COMMA and p.chunks[k - 2].kind == NP
    if aside and p.chunks[k].b - p.chunks[k].a == 1 and not objects_of(p, k):
        return [k - 2]  # "its driver, shot in the hand, drove on"
    return patients_of(p, k)


def _after_death(p: Parsed, k: int) -> int | None:
    """The noun phrase right after "to death": "hacked to death a passenger", "stoned and burned to death three men"."""
    after = following(p, k, 5)
    if "death" not in after or after[0] not in {"to", "and"}:
        return None
    at = p.chunks[k].b + after.index("death") + 1
    return next((i for i in range(k + 1, len(p.chunks)) if p.chunks[i].a == at and p.chunks[i].kind == NP), None)


def outcome(p: Parsed, k: int) -> Harm | None:
    """What the words after a verb of shooting or beating say became of the victim."""
    head, after = p.head(p.chunks[k]), following(p, k, 6)
    tail = " ".join(after[:3])
    if p.words[p.chunks[k].head - 1].low in {"fatally", "mortally"} and p.chunks[k].head > p.chunks[k].a:
        return Harm.KILLED
    if _to_death(after) and head not in _NO_DEATH:
        return Harm.KILLED
    if head in {"gunned", "mowed", "blown"} and after[:1] in (["down"], ["up"]):
        return Harm.KILLED
    if head not in _BEATEN:
        return None
    if (
        after[:1] == ["dead"]
        or (head == "shot" and after[:1] == ["down"])
        or (head in {"burned", "burnt", "buried", "burning"} and "alive" in after[:4])
    ):
        return Harm.KILLED
    inside = tail.startswith(_INTO) and not tail.startswith("in the early")
    return Harm.INJURED if head == "shot" and inside and names_body_part(after) else None


def _to_death(after: list[str]) -> bool:
    """Example: "(beat him) to death", "(bled) to death": within the object's reach."""
    return any(after[i : i + 2] == ["to", "death"] for i in range(5))
