"""Shares of a total that is called by its number: "two of the nine were brothers", "four of the nine were shot"."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.whose import noun_of
from summarizer.normalize.counts import FoundCount
from summarizer.records.vocabulary import Harm

_OF_THE = frozenset({" of the ", " of those ", " of these "})
_DEAD = frozenset({"dead", "victims", "killed", "slain", "fatalities", "deaths"})
_BE = frozenset({"were", "was", "are", "had", "have"})
_BY_FORCE = frozenset({"shot", "stabbed", "hit", "struck", "hacked", "beaten", "burned", "burnt", "knifed"})
"""Verbs that leave it open whether the people died."""
_FAR = 12
"""Sentences back at most in which the total is told."""


def how_many_of(group: Group) -> int | None:
    """The nine of "four of the nine": of how many the figure is a share; None where the text does not say it."""
    whole = _whole_told(group)
    return whole.count.value if whole is not None and group.numbered and not group.zero else None


def _whole_told(group: Group) -> FoundCount | None:
    rest = (f for f in group.p.counts if f.start > group.count[1])
    return next((f for f in rest if group.p.text[group.count[1] : f.start].lower() in _OF_THE), None)


def _same_people(group: Group, whole: Group) -> bool:
    """Is it "of the nine", "of the nine dead" or the noun that the total had; not "three of the five officers"?"""
    told = _whole_told(group)
    behind = [w for w in group.p.words if told is not None and w.start >= told.end][:2]
    if not behind or not behind[0].tag.startswith(("NN", "JJ", "VBN")) or behind[0].low in _DEAD:
        return True
    return behind[0].low == noun_of(whole) and behind[-1].low in _BE


def of_that_many(number: int, group: Group, told: Sequence[Group]) -> Group | None:
    """The total of so many people told last before the group; None where those were a part themselves."""
    near = (g for g in reversed(told) if g.numbered and g.value == number)
    whole = next(near, None)
    if whole is None or group.p.number - whole.p.number > _FAR or number <= (group.value or 1):
        return None
    alike = _same_people(group, whole) and whole.parent is None
    return whole if alike and not whole.part else None


def take_share(group: Group, whole: Group, *, vague: bool) -> None:
    """Nine were killed, and "four of the nine were shot in the head": killed as well, and part of the nine.

    `vague`: the words of the group tell of no harm ("were brothers").
    """
    to_death = group.harm is Harm.INJURED and whole.harm is Harm.KILLED
    if vague or (to_death and not _BY_FORCE.isdisjoint(group.p.text[slice(*group.site)].lower().split())):
        group.harm = whole.harm
    if group.harm is whole.harm:
        group.part, group.parent = True, whole
        group.victims = group.victims or whole.victims
