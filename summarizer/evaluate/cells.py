"""The one shape of every figure: hits among what was said and what was due."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """`hits` right ones, of `said` by the program and `due` by the label.

    For an accuracy or a rate `said` equals `due`, and precision, recall and F1 are that rate. Cells add up.
    """

    hits: float = 0
    said: float = 0
    due: float = 0

    def __add__(self, other: Cell) -> Cell:
        return Cell(self.hits + other.hits, self.said + other.said, self.due + other.due)

    @property
    def precision(self) -> float | None:
        """Share of what was said that is right; None when nothing was said."""
        return self.hits / self.said if self.said else None

    @property
    def recall(self) -> float | None:
        """Share of what was due that was said; None when nothing was due."""
        return self.hits / self.due if self.due else None

    @property
    def value(self) -> float | None:
        """F1, or the rate; None when nothing was said and nothing due."""
        total = self.said + self.due
        return 2 * self.hits / total if total else None


Cells = dict[str, Cell]


def rate(right: Iterable[bool | float]) -> Cell:
    """The cell of an accuracy over judgements."""
    judged = list(right)
    return Cell(sum(judged), len(judged), len(judged))


def total(parts: Iterable[Mapping[str, Cell]]) -> Cells:
    """Micro sum, name by name."""
    summed: Cells = {}
    for part in parts:
        for name, cell in part.items():
            summed[name] = summed[name] + cell if name in summed else cell
    return summed
