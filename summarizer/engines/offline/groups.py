"""People harmed, as one phrase of one sentence names them."""

from __future__ import annotations

from dataclasses import dataclass, field

from summarizer.engines.offline.parsed import Parsed
from summarizer.records.vocabulary import Harm, Scope, VictimStatus

LOOK_BACK = 40
"""Groups that a rule looks back on at most, so that an article of tolls alone does not take its length squared."""


@dataclass(slots=True, eq=False)
class Group:
    """People harmed, as one phrase of one sentence names them. Offsets are characters of the sentence's text."""

    p: Parsed
    harm: Harm
    start: int
    end: int
    """The whole noun phrase."""
    count: tuple[int, int]
    """The number phrase, or the noun phrase itself where one person or a bare plural is meant."""
    victims: str
    """Empty when the phrase names none ("wounding nine")."""
    head: str
    plural: bool
    status: VictimStatus
    value: int | None
    site: tuple[int, int]
    """The words of harm."""
    numbered: bool = True
    zero: bool = False
    named: bool = False
    bare: bool = False
    """The phrase itself did not say who they are."""
    definite: bool = False
    """People without a number that are taken as known ("the villagers")."""
    agent: str | None = None
    agent_at: int = -1
    parent: Group | None = None
    scope: Scope = Scope.INCIDENT
    rule: str = ""
    """The wording that told of them, for those who read the output of rules."""
    noun: str = ""
    """The words after a number that name nobody by themselves ("others", "wounded")."""
    borrowed: str = ""
    """Words that name the people where the counted phrase does not ("put the number of prisoners at 40")."""
    owner: int | None = None
    """Chunk of the party whose people these are, where the sentence says so ("the army lost 31 men")."""
    part: bool = False
    """Said to be among the dead, the wounded or the missing told elsewhere."""
    beside: list[Group] = field(default_factory=list)
    """Others of the same harm that its sentence counts."""
    more: list[Group] = field(default_factory=list)
    """Other phrases of the article that give the same figure again."""

    @property
    def count_text(self) -> str:
        """The number phrase, verbatim."""
        return self.p.text[self.count[0] : self.count[1]]

    @property
    def quote(self) -> tuple[int, int]:
        """The shortest span that holds number, victims and harm."""
        points = [self.start, self.end, *self.site, *self.count]
        return min(points), max(points)
