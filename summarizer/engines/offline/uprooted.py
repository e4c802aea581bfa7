"""People driven out, sheltered or on the move. Each rule reads one chunk; see casualties.py."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.engines.offline.chunks import COMMA, NP, VG
from summarizer.engines.offline.clauses import (
    following,
    groups_at,
    numbered,
    objects_of,
    patients_of,
    site_of,
    subjects_of,
    unreal,
)
from summarizer.engines.offline.counted_displaced import FEW, MANY, UPROOTED
from summarizer.engines.offline.frames import governed_by, subject_of
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.lists import list_left
from summarizer.engines.offline.naming import ON_THE_MOVE
from summarizer.engines.offline.needs import needs
from summarizer.engines.offline.parsed import Parsed
from summarizer.normalize.places import country_of
from summarizer.records.vocabulary import CountUnit, Harm, Scope, VictimStatus

_HOMES = words("uprooted", "homes")
_LEAVING = words("uprooted", "leaving")
_SHELTERS, _ROOMS = words("uprooted", "shelters"), words("uprooted", "rooms")
_CAMPS = words("uprooted", "camps")
_LIVING = words("uprooted", "living")
_MOVING = words("uprooted", "moving")
_LED = words("uprooted", "led")
_ROUTED = frozenset({"group", "movement", "rebels", "militants", "fighters", "insurgents", "jihadists"})
"""Driven out, they lost a battle, not their homes."""
_EMPTYING = frozenset({"emptied", "emptying", "empties"})
_FORCING = frozenset({"forced", "forces", "drives", "drove", "driven", "forcing", "driving", "chased", "pushed"})
_PROMPTING = frozenset({"caused", "causing", "prompted", "prompting", "compelled", "compelling", "obliged"})
_ESCAPE = frozenset({"flee", "abandon"})
_LODGING = frozenset({"sheltering", "hosting", "sheltered", "hosts"})
_EXPELLING = frozenset({"expelled", "expelling", "deported"})
_BEREFT = frozenset({"roof", "roofs", "home", "homes", "shelter"})
_TO_THE_WILDS = [
    ["to", "the", wild] for wild in ("hills", "bush", "forest", "mountains", "woods", "fields", "road", "roads")
]
_UPHEAVALS = frozenset(
    {
        "clashes", "clash", "fighting", "violence", "floods", "flood", "attack", "attacks", "killing", "killings",
        "raid", "raids", "offensive", "shelling", "war", "conflict", "storm", "unrest", "bombardment", "assault",
        "strikes",
    }
)  # fmt: skip
_SHARES = frozenset({"many", "most", "some", "several"})
"""Of those told before: "800 families fled, many of them sleeping in the bush"."""
_STANDING = frozenset({"live", "lives", "remain", "remains"})
_FAMILIES = frozenset({CountUnit.FAMILIES, CountUnit.HOUSEHOLDS})
_RESIDENTS = frozenset({"residents", "villagers", "inhabitants", "townspeople", "islanders", "townsfolk"})
_PLAIN = frozenset({"people", "persons", "civilians"})
_PIOUS = frozenset({"mecca", "pilgrimage", "hajj", "umrah"})
_REHOUSED = frozenset({"registered", "relocated", "resettled", "rehoused", "accommodated", "housed"})
_ARRIVING = frozenset({"walked", "trekked", "reached", "arrived", "headed", "travelled", "traveled"})
_KEEPERS = frozenset({"migration", "iom", "unhcr", "ocha", "displacement", "displaced", "refugee"})
"""Words of who counts the displaced: "6,300 people left the city in a week, the UN's migration agency said"."""


@needs(_FORCING, _PROMPTING, _LEAVING, _LODGING, _EXPELLING, _EMPTYING)
def driven_out(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "some 320 households have crossed over", "20,000 people left their homes", "forced 5,000 to flee"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or unreal(p, k):
        return
    head = p.head(chunk)
    if head in _PROMPTING and not _ESCAPE.isdisjoint(following(p, k, 14)):
        for group in _unarmed(p, patients_of(p, k), site_of(p, k), "driven out"):
            if (group.value or 0) >= FEW:
                yield group  # "caused 3,000 residents to flee"
    elif head in _FORCING and (not _HOMES.isdisjoint(following(p, k, 14)) or _from_a_town(p, k)):
        for group in groups_at(p, patients_of(p, k), Harm.DISPLACED, site_of(p, k), "driven out", strict=True):
            if group.head not in _ROUTED if not group.numbered else group.status is not VictimStatus.COMBATANT:
                yield group
    elif head in _EXPELLING:
        for group in _unarmed(p, patients_of(p, k), site_of(p, k), "expelled"):
            if (group.value or 0) >= 2 * FEW:
                yield group  # fewer are diplomats or pupils
    elif head in _LODGING and objects_of(p, k):
        yield from numbered(groups_at(p, objects_of(p, k), Harm.DISPLACED, site_of(p, k), "sheltering", strict=True))
    elif head in _EMPTYING and (told := governed_by(p, k, frozenset({"of"}), reach=4)) is not None:
        yield from _unarmed(p, [told], site_of(p, k), "emptied")  # "emptied three camps of some 32,000 residents"
    elif head in _LEAVING and _leaves_home(p, k):
        yield from _unarmed(p, subjects_of(p, k), site_of(p, k), "crossed")


@needs({"left"})
def left_for(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "hundreds of residents had left for Kayes", "some 90 families have left for the capital"."""
    chunk = p.chunks[k]
    if chunk.kind == VG and p.head(chunk) == "left" and following(p, k, 1) == ["for"] and not unreal(p, k):
        if not _PIOUS.isdisjoint(following(p, k, 8)):
            return
        for group in _unarmed(p, subjects_of(p, k), site_of(p, k), "left for"):
            if group.head in _RESIDENTS or _is_families(group):
                yield group


def _from_a_town(p: Parsed, k: int) -> bool:
    """Example: "the attacks had driven more than 3,700 people from Decayette", "drove 2,000 into Bangladesh"."""
    found = objects_of(p, k)
    if not found or p.chunks[found[-1]].count is None or found[-1] + 2 >= len(p.chunks):
        return False
    after = p.chunks[found[-1] + 2]
    out = following(p, found[-1], 1)
    named = after.kind == NP and p.words[after.head].tag == "NNP"
    return named and (out == ["from"] or (out == ["into"] and country_of(p.slice(after)) is not None))


def _unarmed(p: Parsed, indexes: list[int], site: tuple[int, int], rule: str) -> Iterator[Group]:
    """The counted groups at these chunks, armed men left out: those march, they are not driven out."""
    for group in numbered(groups_at(p, indexes, Harm.DISPLACED, site, rule, strict=True)):
        if group.status is not VictimStatus.COMBATANT and group.plural and group.count_text.lower() not in _SHARES:
            yield group


_PARTS_OF_LAND = frozenset({"district", "town", "region", "province", "area", "city", "county", "valley", "territory"})


def _leaves_home(p: Parsed, k: int) -> bool:
    """Do the words after a verb of leaving say that people left for good?"""
    head, after = p.head(p.chunks[k]), set(following(p, k, 10))
    if head == "moved":
        families = any(p.head(p.chunks[j]) in {"families", "households"} for j in subjects_of(p, k))
        many = any(
            (c.count.count.value or 0) >= MANY and p.head(c) in _RESIDENTS | _PLAIN
            for j in subjects_of(p, k)
            if (c := p.chunks[j]).count is not None
        )
        to_a_town = many and following(p, k, 1) == ["to"] and p.words[p.chunks[k].b + 1].tag == "NNP"
        taken = many and p.chunks[k].passive and following(p, k, 1) == ["from"]
        taken = taken or (many and following(p, k, 1) in (["to"], ["into"]) and bool(_ROOMS & set(following(p, k, 6))))
        return families or to_a_town or taken or bool({"out", "camps", "camp"} & set(following(p, k, 3)))
    if head in {"left", "abandoned"}:
        families = any(p.head(p.chunks[j]) in {"families", "households"} for j in subjects_of(p, k))
        counted = not _KEEPERS.isdisjoint(p.vocabulary) and bool(after & {"city", "town", "village", "area", "camp"})
        heads = {p.head(p.chunks[j]) for j in subjects_of(p, k)}
        fleeing = (
            heads <= _RESIDENTS | {"people"}
            and p.chunks[k].perfect
            and "since" in after
            and bool(after & _PARTS_OF_LAND)
        )
        return families or counted or fleeing or bool(after & {"homes", "villages", "houses"})
    if head in _LODGING:
        return "in" in after
    if head == "evacuated":
        return not p.chunks[k].passive and "to" in after
    if head in {"spent", "sleeping", "slept"}:
        return bool((head != "spent" or {"night", "nights"} & after) and after & _SHELTERS)
    if head in {"took", "taken", "taking"}:
        families = any(p.head(p.chunks[j]) in {"families", "households"} for j in subjects_of(p, k))
        to_the_road = following(p, k, 3) in _TO_THE_WILDS or (families and following(p, k, 2) == ["the", "road"])
        return to_the_road or bool({"refuge", "shelter"} & set(following(p, k, 2)))
    if head == "arrived" and any(p.head(p.chunks[j]) in UPROOTED for j in subjects_of(p, k)):
        return True
    if head in {"waded", "swam", "trekked", "rowed"}:
        return bool({"across", "into", "over"} & set(following(p, k, 2)))
    if head in {"sought", "escaped", "arrived"}:
        return bool(after & {"refuge", "shelter", "camp", "camps", "schools"})
    return True


@needs(_LIVING)
def living_in_camps(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "80,000 people live in camps", "some 1,900 people are camped at the mission", "are housed in tents"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in _LIVING or unreal(p, k):
        return
    head, after = p.head(chunk), following(p, k, 7)
    if head in {"camped", "encamped"}:
        told = after[:1] in (["at"], ["in"], ["on"], ["outside"], ["around"], ["near"])
    else:
        told = not _CAMPS.isdisjoint(after)
    for group in _unarmed(p, subjects_of(p, k), site_of(p, k), "living in camps") if told else ():
        if head in _STANDING:
            group.scope = Scope.CUMULATIVE
        yield group


@needs({"homeless", "without"})
def without_a_roof(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "left 250 families without a roof", "900 people were made homeless"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in {"left", "leaving", "made", "making", "rendered"} or unreal(p, k):
        return
    found = objects_of(p, k)
    if chunk.passive:
        told = following(p, k, 1) == ["homeless"]
        yield from _unarmed(p, subjects_of(p, k) if told else [], site_of(p, k), "without a roof")
    elif found and following(p, found[-1], 1) == ["without"] and not _BEREFT.isdisjoint(following(p, found[-1], 4)):
        yield from _unarmed(p, found, site_of(p, k), "without a roof")


@needs({"flee", "abandon", "leave"})
def had_to_flee(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "more than 3,800 had to flee", "close to 1,200 have had to abandon their homes"."""
    chunk = p.chunks[k]
    had = k > 0 and p.slice(p.chunks[k - 1]).lower() in {"had", "have had"}
    out = p.head(chunk) == "flee" or (p.head(chunk) in {"abandon", "leave"} and "homes" in following(p, k, 3))
    if chunk.kind == VG and out and chunk.infinitive and had:
        yield from _unarmed(p, subjects_of(p, k - 1), site_of(p, k), "had to flee")


@needs({"sent", "sending", "sends"})
def sent_to_camps(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "the clashes sent around 1,000 people to relief camps"."""
    chunk, found = p.chunks[k], objects_of(p, k)
    by = subject_of(p, k)
    violence = by is not None and p.head(p.chunks[by]) in _UPHEAVALS
    if chunk.kind == VG and p.head(chunk) in {"sent", "sending", "sends"} and violence and found and not unreal(p, k):
        after = following(p, found[-1], 5)
        camps = not ({"camps", "shelters"} | _BEREFT).isdisjoint(after)
        if after[:1] in (["fleeing"], ["streaming"], ["running"]) or (after[:1] in (["to"], ["into"]) and camps):
            yield from _unarmed(p, found, site_of(p, k), "sent to camps")


@needs(_MOVING)
def on_the_move(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "a further 90 families walked over to kin", "the largest group, 8,400 people, reached the port".

    Of others than families only where the article speaks of displacement; that is settled in naming.py.
    """
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in _MOVING or unreal(p, k) or chunk.passive:
        return
    for group in _unarmed(p, _apposed(p, k) or subjects_of(p, k), site_of(p, k), "families moved"):
        if not _is_families(group):
            if p.head(chunk) not in _ARRIVING:
                continue
            group.rule = ON_THE_MOVE
        if group.value is None or group.value >= FEW or _is_families(group):
            yield group


def _apposed(p: Parsed, k: int) -> list[int]:
    """Example: "the largest group, 24,300, reached": the figure between commas that says how large the subject is."""
    if k < 4 or p.chunks[k - 1].kind != COMMA or p.chunks[k - 3].kind != COMMA:
        return []
    return [k - 2] if p.chunks[k - 2].kind == NP and p.chunks[k - 2].count is not None else []


def _is_families(group: Group) -> bool:
    found = (f for f in group.p.counts if (f.start, f.end) == group.count)
    return any(f.count.unit in _FAMILIES for f in found)


@needs(_LED)
def led_out(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "led 45 families out of the quarter", "moved 300 residents to safety"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in _LED or unreal(p, k):
        return
    found = patients_of(p, k)
    after = set(following(p, max(k, found[-1]) if found else k, 4))
    moved_out = chunk.passive and following(p, k, 1) == ["from"] and bool({"villages", "homes", "houses"} & after)
    if moved_out:
        for group in _unarmed(p, found, site_of(p, k), "led out"):
            if _is_families(group) or group.head in _RESIDENTS | _PLAIN:
                yield group  # "9,000 people had been moved from villages"
    elif {"out", "safety"} & after:
        for group in _unarmed(p, found, site_of(p, k), "led out"):
            if _is_families(group) or group.head in _RESIDENTS:
                yield group


@needs(_REHOUSED)
def registered(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "had registered 417 families by lunch", "620 families had been relocated to a fairground"."""
    chunk = p.chunks[k]
    if chunk.kind == VG and p.head(chunk) in _REHOUSED and not unreal(p, k):
        for group in _unarmed(p, patients_of(p, k), site_of(p, k), "registered"):
            if _is_families(group):
                yield group


@needs({"fled", "left", "gone"})
def all_fled(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "the town's 6,000 inhabitants have all fled": "all" stands inside the verb."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) != "fled" or k < 3 or p.chunks[k - 2].kind != VG:
        return
    if p.slice(p.chunks[k - 1]).lower() in {"all", "both"} and p.chunks[k - 3].kind == NP:
        yield from _unarmed(p, list_left(p, k - 3), site_of(p, k), "all fled")


OF_VERBS = (
    driven_out, had_to_flee, left_for, living_in_camps, sent_to_camps, without_a_roof, on_the_move, led_out,
    registered, all_fled,
)  # fmt: skip
