"""Brackets and quotation marks that a noun phrase passes over. All functions look at the tags of one sentence."""

from __future__ import annotations

from collections.abc import Sequence

_REST = frozenset({"NN", "NNS", "NNP", "NNPS", "FW", "JJ", "JJR", "JJS", "CD"})


def _tag(tags: Sequence[str], j: int) -> str:
    return tags[j] if j < len(tags) else ""


def closing(tags: Sequence[str], i: int) -> int | None:
    """Index of the bracket that closes a short parenthesis opened at i, which the grammar passes over."""
    return next((j for j in range(i + 1, min(i + 12, len(tags))) if tags[j] == ")"), None)


def is_figure_again(tags: Sequence[str], j: int, start: int) -> bool:
    """Example: "ten (10) killings": the figure in brackets between the number and its noun."""
    return _tag(tags, j + 1) == "CD" and _tag(tags, j + 2) == ")" and j > start and _tag(tags, j + 3) in _REST | {"IN"}


def aside(tags: Sequence[str], j: int) -> int:
    """Example: "60 "apostates"", "seven [figure as heard] people": how many tokens stand between number and noun."""
    close = closing(tags, j) if tags[j] == "(" else j
    if close is None or close - j > 5 or _tag(tags, close + 1) not in _REST:
        return 0
    return close - j + 1


def bracket_step(tags: Sequence[str], j: int, *, counted: bool) -> int:
    """Example: "Fuerzas (FARC) Rebels", "three Frontier Corps (FC) members", "a Reserve Guard (RG) jawan".

    `counted`: the phrase begins with a number or with "a".
    """
    close = closing(tags, j)
    after = {"NNP", "NNPS", "NN", "NNS"} if counted else {"NNP", "NNPS"}
    if close is None or close - j > 4 or _tag(tags, close + 1) not in after:
        return 0
    return close - j + 2


def is_aside(lows: Sequence[str], tags: Sequence[str], j: int, verb: int) -> bool:
    """Example: "did, however, claim": does an adverb between commas, from the word at j on, part "did" and its verb?"""
    return lows[verb] == "did" and list(tags[j : j + 4]) == [",", "RB", ",", "VB"]
