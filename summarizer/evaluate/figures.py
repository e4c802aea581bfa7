"""Judge a count against the label's: the same figure, the same bounds, within the stated range."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.evaluate.label_schema import BOUNDS
from summarizer.evaluate.labels import LabelCasualty
from summarizer.evaluate.wording import tokens
from summarizer.records.values import Count

_LETTER = {"min": "l", "best": "b", "max": "h"}


class Figure(NamedTuple):
    """`exact`: the figure is the label's, whatever the bounds; `bound`: the bounds are; `inside`: within the range."""

    exact: bool
    bound: bool
    inside: bool

    @property
    def right(self) -> bool:
        """Figure and bounds as the label has them."""
        return self.exact and self.bound


def single(count: Count) -> int | None:
    """The single figure of a count: best, else min, else max; null when the words give no number of people."""
    return next((v for v in (count.best, count.min, count.max) if v is not None), None)


def judge_count(gold: LabelCasualty, count: Count) -> Figure:
    """How a count stands to the label's. Right answers are the label's own and those of its `accept_` lists."""
    bound = (count.min, count.best, count.max) == (gold.min, gold.best, gold.max)
    bound = bound or (bool(gold.accept) and all(_bound_right(gold, count, name) for name in _LETTER))
    if gold.figure is None:
        exact = single(count) is None and (count.modifier in gold.right("modifier") or _same_words(gold, count))
        return Figure(exact, bound, exact)
    exact = single(count) in _figures(gold) or (gold.min == count.min and gold.max == count.max)
    return Figure(exact, bound, exact or _inside(gold, count))


def _figures(gold: LabelCasualty) -> set[int]:
    return {gold.figure, *(v for name in _LETTER for v in gold.accept.get(name, ()))} - {None}


def _bound_right(gold: LabelCasualty, count: Count, name: str) -> bool:
    said = getattr(count, name)
    if said in gold.right(name):
        return True
    if count.modifier == gold.modifier or count.modifier not in gold.accept.get("modifier", ()):
        return False
    given = any(_LETTER[name] in shape for shape in BOUNDS[count.modifier])
    return said == gold.figure if given else said is None


def _same_words(gold: LabelCasualty, count: Count) -> bool:
    return bool(set(tokens(gold.count)) & set(tokens(count.text)))


def _inside(gold: LabelCasualty, count: Count) -> bool:
    said = single(count)
    low, high = gold.min, gold.max
    if said is None or (low is None and high is None):
        return False
    return (low is None or low <= said) and (high is None or said <= high)
