"""Which claims give a figure: those that hold it, else the one that its clause goes on from.

A figure in a sentence without a claim is nobody's, whoever speaks before and after: crediting the sentences between two
claims of one source, or those with "of them", "another" or "had been", was wrong more often than right.
"""

from __future__ import annotations

from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.said import Said
from summarizer.engines.offline.spokesmen import ASSERTING
from summarizer.records.vocabulary import SourceType, Stance


class Credits:
    """Finds the claims of an article that give its figures."""

    def __init__(self, said: list[Said]) -> None:
        self._in: dict[Parsed, list[tuple[int, Said]]] = {}
        for i, claim in enumerate(said, 1):
            for p in claim.sentences:
                self._in.setdefault(p, []).append((i, claim))

    def of(self, group: Group) -> tuple[int, ...]:
        """Numbers of the claims that give the figure, where it stands first and where it is given again."""
        numbers = [i for g in (group, *group.more) for i in self._giving(g.p, g.count[0])]
        if not numbers:
            numbers = self._after_semicolon(group.p, group.count[0])
        return tuple(dict.fromkeys(numbers))

    def _giving(self, p: Parsed, at: int) -> list[int]:
        return [i for i, s in self._in.get(p, ()) if s.stance in ASSERTING and s.holds(p, at)]

    def _after_semicolon(self, p: Parsed, at: int) -> list[int]:
        """Example: "Nobody was killed, said the governor; two cooks were treated for burns"."""
        mark = p.text.rfind(";", 0, at)
        if mark < 0 or p.quoted(mark) or "," in p.text[mark:at]:
            return []
        claims = [(i, s) for i, s in self._in.get(p, ()) if s.p is p]
        if not claims or any(s.span[1] > mark + 1 for _, s in claims):
            return []
        number, last = claims[-1]
        return [number] if last.stance is Stance.ASSERTS and last.source.type is not SourceType.OUTLET else []
