"""Shares of a total that is called by its number: "two of the nine were brothers", "four of the nine were shot"."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.engines.offline.groups import Group
from summarizer.records.vocabulary import Harm

_OF_THE = frozenset({" of the ", " of those ", " of these "})
_FAR = 12
"""Sentences back at most in which the total is told."""


def how_many_of(group: Group) -> int | None:
    """The nine of "four of the nine": of how many the figure is a share; None where the text does not say it."""
    rest = (f for f in group.p.counts if f.start > group.count[1])
    whole = next((f for f in rest if group.p.text[group.count[1] : f.start].lower() in _OF_THE), None)
    return whole.count.value if whole is not None and group.numbered and not group.zero else None


def of_that_many(number: int, group: Group, told: Sequence[Group]) -> Group | None:
    """The total of so many people told last before the group; None where those were a part themselves."""
    near = (g for g in reversed(told) if g.numbered and g.value == number)
    whole = next(near, None)
    if whole is None or group.p.number - whole.p.number > _FAR or number <= (group.value or 1):
        return None
    return whole if whole.parent is None and not (whole.part or whole.zero) else None


def take_share(group: Group, whole: Group, *, vague: bool) -> None:
    """Nine were killed, and "four of the nine were shot in the head": killed as well, and part of the nine.

    `vague`: the words of the group tell of no harm ("were brothers").
    """
    if vague or (group.harm is Harm.INJURED and whole.harm is Harm.KILLED):
        group.harm = whole.harm
    if group.harm is whole.harm:
        group.part, group.parent = True, whole
        group.victims = group.victims or whole.victims
