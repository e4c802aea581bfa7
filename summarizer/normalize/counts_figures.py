"""What stands for a number at one place: a numeral, a vague lexeme, a word for nobody, or harm without a number."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from summarizer.normalize.counts_lexicon import Kind, Lexicon
from summarizer.normalize.counts_numbers import LIMIT, read_number
from summarizer.normalize.counts_tokens import DASHES, Tokens
from summarizer.records.vocabulary import CountModifier

VAGUE, UNQUANTIFIED = CountModifier.VAGUE, CountModifier.UNQUANTIFIED


class Figure(NamedTuple):
    """Tokens `start` to `end` (exclusive). `value`: the number, or the floor of a vague lexeme, or None.

    `kind`: EXACT, ABOUT ("a couple of hundred"), VAGUE or UNQUANTIFIED; `scale` as in `Number`;
    `plain`: a word that takes no hedge ("nobody", "another").
    """

    start: int
    end: int
    value: int | None
    kind: CountModifier = CountModifier.EXACT
    scale: int = 1
    plain: bool = False


Reader = Callable[[Tokens, int, int, Lexicon], Figure | None]


def read_figure(t: Tokens, i: int, floor: int, kind: Kind, lex: Lexicon) -> Figure | None:
    """The figure anchored at token i, None when the word means no number here. It never begins before `floor`."""
    return _READERS[kind](t, i, floor, lex)


def begins_number(t: Tokens, i: int, lex: Lexicon) -> bool:
    """Token i opens a numeral or a vague lexeme."""
    word = t.words[i]
    if word in ("a", "an"):
        return t.words[i + 1] in lex.article_openers
    return word[:1].isdecimal() or word in lex.openers


def _article(t: Tokens, i: int, floor: int) -> int:
    """The index of the article before token i, else i."""
    return i - 1 if i > floor and t.words[i - 1] in ("a", "an") else i


def _number(t: Tokens, i: int, floor: int, lex: Lexicon) -> Figure | None:
    number = read_number(t, i, lex)
    if number is None:
        return None
    return Figure(number.start, number.end, number.value, scale=number.scale)


def _scale(t: Tokens, i: int, floor: int, lex: Lexicon) -> Figure | None:
    before = t.words[i - 1]
    if before == "per" or before in lex.scales or before in lex.numbers or before[:1].isdecimal():
        return None  # what stands before has been refused, so this is no number of its own
    return _number(t, _article(t, i, floor), floor, lex)


def _plural_scale(t: Tokens, i: int, floor: int, lex: Lexicon) -> Figure | None:
    value, end = _plural_chain(t, i, lex)
    rest = t.words[i - 1] == "of" and t.words[i - 2] in lex.plural_scales
    if value >= LIMIT or rest or t.words[end][:1].isdecimal():
        return None
    return Figure(i, _alternatives(t, end, lex), value, VAGUE)


def _plural_chain(t: Tokens, i: int, lex: Lexicon) -> tuple[int, int]:
    """ "tens of thousands": the product of the units, and the end."""
    value, end = lex.plural_scales[t.words[i]], i + 1
    for _ in range(2):
        factor = lex.plural_scales.get(t.words[end + 1], 0) if t.words[end] == "of" else 0
        if factor <= 1:
            break
        value, end = value * factor, end + 2
    return value, end


_CONNECTORS = (
    ("if", "not"),
    ("or", "even"),
    ("or",),
    ("perhaps",),
    ("possibly",),
    ("to",),
    ("and", "possibly"),
    ("and", "perhaps"),
    ("and",),
    ("upon",),
)


def _alternatives(t: Tokens, end: int, lex: Lexicon) -> int:
    """The end of ", if not thousands" behind "hundreds": the second word asserts nothing more."""
    j = end + 1 if t.words[end] == "," else end
    for connector in _CONNECTORS:
        k = j + len(connector)
        if tuple(t.words[j:k]) == connector and t.words[k] in lex.plural_scales:
            if connector in (("and",), ("upon",)) and t.words[k] != t.words[end - 1]:
                continue
            return _plural_chain(t, k, lex)[1]
    return end


def _vague(t: Tokens, i: int, floor: int, lex: Lexicon) -> Figure | None:
    word, start = t.words[i], _article(t, i, floor)
    if word in lex.multipliers:
        figure = _multiplied(t, i, start, lex)
        if figure is not None or t.words[i + 1] in lex.plural_scales or t.words[i + 1] in lex.scales:
            return figure
    if word not in lex.vague or (word in ("few", "lot") and start == i):
        return None
    return Figure(start, i + 1, lex.vague[word], VAGUE)


def _multiplied(t: Tokens, i: int, start: int, lex: Lexicon) -> Figure | None:
    """ "several hundred", "a few dozen", "many thousands"."""
    by = lex.multipliers[t.words[i]]
    word = t.words[i + 1]
    if word in lex.plural_scales:
        value, end = _plural_chain(t, i + 1, lex)
        return Figure(start, end, by * value, VAGUE) if by * value < LIMIT else None
    if word not in lex.scales:
        return None
    value, end = lex.scales[word], i + 2
    if t.words[end] in lex.scales and lex.scales[t.words[end]] >= 1000 > value:
        value, end = value * lex.scales[t.words[end]], end + 1
    return Figure(start, end, by * value, VAGUE) if by * value < LIMIT else None


def _group(t: Tokens, i: int, floor: int, lex: Lexicon) -> Figure | None:
    value, start = lex.groups[t.words[i]], _article(t, i, floor)
    j = i + 2 if t.words[i + 1] == "of" else i + 1
    scale = lex.scales.get(t.words[j], 0)
    if t.words[i] == "couple" and scale:
        return Figure(start, j + 1, value * scale, CountModifier.ABOUT, scale)
    return Figure(start, i + 1, value)


def _no(t: Tokens, i: int, floor: int, lex: Lexicon) -> Figure | None:
    """ "no one", "no civilian": zero, unless it is the absence of a report, or no noun follows."""
    if t.words[i - 1] in ("almost", "nearly", "virtually", "practically", "yes"):
        return None
    hyphen = 1 if t.words[i + 1] == "-" and t.glued(i) else 0
    if t.words[i + 1 + hyphen] == "one":
        end = i + 2 + hyphen
        return None if _absence_of_report(t, end, lex) else Figure(i, end, 0, plain=True)
    if t.size == 1:
        return Figure(i, 1, 0, plain=True)
    following = t.words[i + 1]
    if (
        not following.isalpha()
        or following in lex.not_after_no
        or not lex.report_nouns.isdisjoint(t.words[i + 1 : i + 4])
    ):
        return None
    end = _noun_end(t, i + 1, lex)
    return None if _absence_of_report(t, end, lex) else Figure(i, end, 0, plain=True)


def _noun_end(t: Tokens, i: int, lex: Lexicon) -> int:
    """Behind the first plural, or before the first word that ends a noun phrase; four words at most."""
    for j in range(i, i + 4):
        word = t.words[j]
        if j > i and (not word.isalpha() or word in lex.phrase.ends or word.endswith("ed")):
            return j
        if word in lex.phrase.plurals or (word.endswith("s") and not word.endswith("ss")):
            return j + 1
    return i + 1


_HARMED = frozenset(("killed", "dead", "hurt", "wounded", "injured", "missing"))
_HAVE_BEEN = frozenset(("was", "were", "has", "have", "had"))


def _absence_of_report(t: Tokens, i: int, lex: Lexicon) -> bool:
    """ "No injuries were reported", "no injuries or damage reported": silence, not zero."""
    if t.words[i] in ("or", "and"):
        i += 1 + t.words[i + 1 : i + 4].index(heard) if (heard := _heard(t, i + 1, lex)) else 0
    if t.words[i] in lex.reported:
        return t.words[i + 1] not in _HARMED
    window = t.words[i : i + 5]
    if not window or window[0] not in _HAVE_BEEN:
        return False
    return not lex.reported.isdisjoint(window[1:]) and _HARMED.isdisjoint(t.words[i + 2 : i + 4])


def _heard(t: Tokens, i: int, lex: Lexicon) -> str:
    """The first of three words from i on that is a verb of report or opens one: "were", "reported"."""
    return next((w for w in t.words[i : i + 3] if w in _HAVE_BEEN or w in lex.reported), "")


def _nobody(t: Tokens, i: int, floor: int, lex: Lexicon) -> Figure | None:
    """ "nobody", "nil": not a result ("three-nil")."""
    result = t.words[i - 1] in DASHES and t.glued(i - 1)
    return None if result or t.words[i + 1] == "other" else Figure(i, i + 1, 0, plain=True)


def _not(t: Tokens, i: int, floor: int, lex: Lexicon) -> Figure | None:
    """ "not one", "not a single soldier"."""
    if t.words[i + 1] == "one" and not {"but", "not"}.intersection(t.words[i + 2 : i + 4]):
        return Figure(i, i + 2, 0, plain=True)
    if t.words[i + 1 : i + 3] == ["a", "single"]:
        return Figure(i, i + 3, 0, plain=True)
    return _none_suffered(t, i, lex) if t.words[i + 1] in lex.suffering else None


def _without(t: Tokens, i: int, floor: int, lex: Lexicon) -> Figure | None:
    """ "without causing any human casualties", "without loss of life"."""
    return _none_suffered(t, i, lex)


def _none_suffered(t: Tokens, i: int, lex: Lexicon) -> Figure | None:
    """Zero from the negation at i to the noun of harm: "not suffer any losses"; None where another noun follows."""
    j = i + 1 + (t.words[i + 1] in lex.suffering)
    while j < i + 5 and (t.words[j] in lex.loss_adjectives or t.words[j] in ("any", "human", "further", "civilian")):
        j += 1
    if t.words[j] == "loss" and t.words[j + 1 : j + 3] == ["of", "life"]:
        return Figure(i, j + 3, 0, plain=True)
    return Figure(i, j + 1, 0, plain=True) if t.words[j] in ("casualties", "losses", "injuries", "fatalities") else None


_FILLERS = frozenset(("very", "as", "yet", "still", "so", "far", "equally", "quite"))


def _number_of(t: Tokens, i: int, floor: int, lex: Lexicon) -> Figure | None:
    """ "an as yet unknown number", "large numbers", "a number": not "the number"."""
    if t.words[i + 1][:1].isdecimal():
        return None
    j, adjectives = i - 1, 0
    while (
        j >= floor
        and i - j <= 4
        and (t.words[j] in _FILLERS or t.words[j] in lex.unquantified_numbers or t.words[j] in lex.vague_numbers)
    ):
        adjectives, j = adjectives + 1, j - 1
    article = j >= floor and t.words[j] in ("a", "an")
    if not lex.unquantified_numbers.isdisjoint(t.words[j + 1 : i]):
        return Figure(j if article else j + 1, i + 1, None, UNQUANTIFIED)
    if (article and t.words[i] == "number") or (adjectives and t.words[i] == "numbers" and t.words[j] != "the"):
        return Figure(j if article else j + 1, i + 1, 2, VAGUE)
    return None


def _losses(t: Tokens, i: int, floor: int, lex: Lexicon) -> Figure | None:
    """ "heavy casualties", "losses": unless a number, a report or a negation stands before it."""
    end = i + 1
    if t.words[i] == "loss":
        if t.words[i + 1 : i + 3] != ["of", "life"]:
            return None
        end = i + 3
    j = i
    while j > floor and i - j < 4 and t.words[j - 1] in lex.loss_adjectives:
        j -= 1
    counted = 0 < floor <= j <= floor + 4 and _same_phrase(t, floor, j, lex)
    if (
        counted
        or (j == i and t.words[j - 1] == "of")
        or not {"no", "any", "without"}.isdisjoint(t.words[max(j - 4, 0) : j])
    ):
        return None
    return Figure(_article(t, j, floor), end, None, UNQUANTIFIED)


def _same_phrase(t: Tokens, i: int, j: int, lex: Lexicon) -> bool:
    """Tokens i to j, after an "of" perhaps, hold nothing that ends a noun phrase."""
    i = i + 1 if t.words[i] == "of" and i < j else i
    return all(w.isalpha() and w not in lex.phrase.ends for w in t.words[i:j])


def _another(t: Tokens, i: int, floor: int, lex: Lexicon) -> Figure | None:
    """ "another soldier" is one; before a number, hedged or not, "another" belongs to it."""
    j = i + 1
    while j < i + 4 and t.words[j] in lex.hedge_words and not begins_number(t, j, lex):
        j += 1
    if begins_number(t, j, lex) or t.words[j] in lex.groups or t.words[i - 1] in ("one", "after"):
        return None
    return Figure(i, i + 1, 1, plain=True)


_READERS: dict[Kind, Reader] = {
    Kind.NUMBER: _number, Kind.SCALE: _scale, Kind.HALF: _scale, Kind.PLURAL_SCALE: _plural_scale, Kind.VAGUE: _vague,
    Kind.GROUP: _group, Kind.NO: _no, Kind.NOBODY: _nobody, Kind.NOT: _not, Kind.WITHOUT: _without,
    Kind.NUMBER_OF: _number_of,
    Kind.LOSSES: _losses, Kind.ANOTHER: _another,
}  # fmt: skip
