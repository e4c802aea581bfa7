"""Shares of the dead and the hurt: "eleven were children". Each rule reads one chunk; see casualties.py."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.engines.offline.chunks import ADV, COMMA, NP, VG, P
from summarizer.engines.offline.clauses import following, groups_at, objects_of, site_of, subjects_of
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.harm_tolls import DEAD_AND_HURT
from summarizer.engines.offline.harm_verbs import with_company
from summarizer.engines.offline.lists import list_left, list_right
from summarizer.engines.offline.naming import AMONG_THEM
from summarizer.engines.offline.needs import needs
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.victims import group_at
from summarizer.records.vocabulary import Harm

_BE = frozenset({"was", "were", "is", "are"})

_OF_AGE = frozenset({"under", "over", "below", "above", "between"})
_AGES = frozenset({"age", "ages", "years", "18", "16"})


_HURT = frozenset({"injury", "injuries", "casualty", "casualties", "wounded"})
_HARM_OF = {**DEAD_AND_HURT, "toll": Harm.KILLED, "died": Harm.KILLED, "perished": Harm.KILLED}


@needs(_HARM_OF)
def among_the_dead(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "eleven children were among the dead", "among the wounded were two nurses", "the dead included two"."""
    chunk = p.chunks[k]
    next_to = k + 1 + _there(p, k + 1)
    after = p.head(p.chunks[next_to]) if next_to < len(p.chunks) else ""
    if chunk.kind != NP or chunk.det not in {"the", "those"}:
        return
    if chunk.count is not None and after not in {"included", "include"}:
        return  # but "the seven injured included three civilians"
    who = p.head(chunk) == "those" and after == "who" and k + 2 < len(p.chunks)
    after = p.head(p.chunks[k + 2]) if who else after  # "were among those who died"
    harm = _HARM_OF.get(after if p.head(chunk) == "those" else p.head(chunk))
    if harm is None:
        return
    victims = p.head(chunk) == "victims"
    hurt = p.head(chunk) == "toll" and not _HURT.isdisjoint(w.low for w in p.words[chunk.a : chunk.b])
    if hurt:
        return  # "the injury toll includes four children"
    if p.head(chunk) == "toll" and not (k + 1 < len(p.chunks) and p.chunks[k + 1].kind == VG and "includ" in after):
        return  # but "the toll includes the four attackers"
    if victims and not (k and p.head(p.chunks[k - 1]) == "among"):
        return
    rule = AMONG_THEM if victims else "among the dead"  # what befell victims was told before
    site = site_of(p, k)
    beside = with_company(p, k, harm, site) if k and p.head(p.chunks[k - 1]) == "among" else ()
    for group in (*groups_at(p, _members(p, k), harm, site, rule), *beside):
        group.part = True
        if group.numbered or not group.plural or after not in {"were", "was"}:
            yield group  # "the dead were farmers" counts nobody


def _members(p: Parsed, k: int) -> list[int]:
    """The noun phrases said to be among, or included in, "the dead" at chunk k."""
    first = k
    if p.head(p.chunks[k]) == "those":
        k += 1  # "those killed were a beekeeper and his nephew"
        k += k + 1 < len(p.chunks) and p.chunks[k + 1].kind == ADV
    k += _there(p, k + 1)
    placed = [c.kind for c in p.chunks[k + 1 : k + 4]] == [P, NP, VG] and p.head(p.chunks[k + 1]) in {"in", "at"}
    k += 2 * (placed and p.head(p.chunks[k + 3]).startswith("include"))  # "the dead in Lome include a nurse"
    if k + 4 < len(p.chunks) and p.chunks[k + 1].kind == COMMA:  # "those killed, it was learnt, include"
        closing = next((i for i in range(k + 3, min(k + 7, len(p.chunks) - 1)) if p.chunks[i].kind == COMMA), None)
        k = closing if closing is not None and p.head(p.chunks[closing + 1]).startswith("include") else k
    after = p.chunks[k + 1] if k + 1 < len(p.chunks) else None
    verb = p.head(after) if after is not None and after.kind == VG else ""
    before = p.head(p.chunks[first - 1]) if first and p.chunks[first - 1].kind == P else ""
    if before == "of":
        return []  # "two-thirds of the dead were women"
    if before == "among":
        found = objects_of(p, k + 1) if verb in _BE else []
        if not found and first > 3 and p.head(p.chunks[first - 3]) in _BE and p.head(p.chunks[first - 4]) == "there":
            return list_left(p, first - 2)  # "there were 13 children among the dead"
        return found or (subjects_of(p, first - 2) if first > 1 and p.chunks[first - 2].kind == VG else [])
    if verb and p.chunks[k].kind == COMMA:
        return list_right(p, k + 2) if k + 2 < len(p.chunks) else []
    return objects_of(p, k + 1) if verb in {"included", "include", "includes", "were", "was"} else []


def _there(p: Parsed, k: int) -> int:
    """Example: "among the dead there are two nurses": 1 where "there" stands at chunk k."""
    return int(k < len(p.chunks) and p.head(p.chunks[k]) == "there")


_WHOLES = frozenset({"dead", "killed", "victims", "fatalities", "slain", "wounded", "injured"})


@needs(_WHOLES, {"those", "them", "of"})
def those_of_us(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "seven of those we have buried were vigilantes": a share of the dead, named by what they were."""
    found = p.chunks[k].count
    if p.chunks[k].kind != NP or found is None or k + 4 >= len(p.chunks) or p.head(p.chunks[k + 1]) != "of":
        return
    if k and p.head(p.chunks[k - 1]) == "but":
        return  # "all but two of the victims were children"
    whole = p.words[p.chunks[k + 2].b - 1].low
    verbs = [j for j in range(k + 3, min(k + 10, len(p.chunks))) if p.chunks[j].kind == VG]
    counted = p.chunks[k + 2].count is not None and p.chunks[k + 2].det in {"the", "those"}
    if whole not in _WHOLES and not counted and not _of_the_dead(p, whole, verbs):
        return
    be = next((j for j in verbs if p.head(p.chunks[j]) in {"were", "was", "are"}), None)
    if be is None or be + 1 >= len(p.chunks):
        return
    harm = Harm.INJURED if whole in {"wounded", "injured"} else Harm.KILLED
    if p.chunks[be + 1].kind == P and p.head(p.chunks[be + 1]) in _OF_AGE and _AGES.intersection(following(p, be, 5)):
        yield from groups_at(p, [k], harm, (p.start(p.chunks[k + 2]), p.end(p.chunks[be])), AMONG_THEM)
        return  # "three of those killed were under the age of 18"
    if p.chunks[be + 1].kind != NP:
        return
    group = group_at(p, be + 1, harm, (p.start(p.chunks[k + 2]), p.end(p.chunks[be + 1])))
    if group is not None and found.count.value == 1 and not (group.plural or group.numbered):
        group.rule, group.part = AMONG_THEM if whole == "victims" or whole not in _WHOLES else "of those", True
        yield group  # "one of the victims was a policeman"
    elif group is not None and group.plural:
        group.start, group.count, group.numbered = p.start(p.chunks[k]), (found.start, found.end), True
        group.value, group.rule, group.part = (
            found.count.value,
            AMONG_THEM if counted and whole not in _WHOLES else "of those",
            True,
        )
        yield group  # "two of the nine were brothers"


def _of_the_dead(p: Parsed, whole: str, verbs: list[int]) -> bool:
    """Example: "those we have buried": the first of the verbs says that they are dead."""
    dead = {"buried", "killed", "dead", "recovered", "slain", "died", "perished"}
    return whole in {"those", "them"} and bool(verbs) and p.head(p.chunks[verbs[0]]) in dead
