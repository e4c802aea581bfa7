"""From a bare figure to a reading: hedges on both sides, ranges, second bounds and the unit."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.normalize.counts_figures import Figure, begins_number
from summarizer.normalize.counts_lexicon import Lexicon
from summarizer.normalize.counts_numbers import Number, read_number
from summarizer.normalize.counts_tokens import DASHES, HYPHENS, Tokens
from summarizer.records.vocabulary import CountModifier as M
from summarizer.records.vocabulary import CountUnit


class Reading(NamedTuple):
    """A count in tokens: `start`..`end` with hedges, `head_start`..`head_end` the bare number.

    The rest as in `Count`.
    """

    start: int
    end: int
    head_start: int
    head_end: int
    value: int | None
    min: int | None
    max: int | None
    best: int | None
    modifier: M
    unit: CountUnit = CountUnit.PEOPLE
    derived: bool = False


def qualify(t: Tokens, figure: Figure, floor: int, lex: Lexicon) -> Reading | None:
    """The figure with all that qualifies it; None for figures joined by a dash that fall or repeat ("3-1")."""
    if figure.plain or figure.kind is M.UNQUANTIFIED:
        return _with_unit(t, _plain(figure, figure.start, figure.end, figure.kind, figure.value), lex)
    start, hedges = hedge_before(t, figure.start, floor, lex)
    if hedges and t.words[start : start + 2] == ["up", "to"] and _movement(t, figure, start, floor, lex):
        start, hedges = figure.start, []
    if figure.kind is M.VAGUE:
        return _with_unit(t, _vague(t, figure, start, hedges, lex), lex)
    if figure.kind is M.ABOUT:
        hedges.append(M.ABOUT)
    elif t.words[figure.end] in _RANGE_WORDS:
        if _falls(t, figure, lex):
            return None
        ranged = _range(t, figure, start, floor, hedges, lex)
        if ranged is not None:
            return _with_unit(t, ranged, lex)
    return _with_unit(t, _single(t, figure, start, hedges, lex), lex)


def bounds(value: int, modifier: M) -> tuple[int | None, int | None, int | None]:
    """(min, max, best) that a hedge asserts about one figure: the counting table."""
    low = value if modifier in (M.EXACT, M.AT_LEAST, M.MORE_THAN) else None
    high = value if modifier in (M.EXACT, M.NEARLY, M.UP_TO, M.FEWER_THAN) else None
    best = None if modifier in (M.UP_TO, M.FEWER_THAN) else value
    return low, high, best


def hedge_before(t: Tokens, i: int, floor: int, lex: Lexicon) -> tuple[int, list[M]]:
    """Where the hedges before token i begin, and which they are, the nearest first."""
    found: list[M] = []
    for _ in range(3):
        node, j, best = lex.before, i - 1, i
        modifier = M.EXACT
        while j >= floor and t.words[j] in node:
            node = node[t.words[j]]
            if "" in node:
                best, modifier = j, node[""]
            j -= 1
        if best == i or (t.words[best:i] == ["over"] and _is_verbs_own(t, best, i, lex)):
            break
        i = best
        found.append(modifier)
    return i, found


def _is_verbs_own(t: Tokens, over: int, i: int, lex: Lexicon) -> bool:
    """ "handed over two engineers"; not "taking over 400 passengers hostage", where it bounds the number."""
    return t.words[over - 1] in lex.other.over_verbs and lex.other.as_captives.isdisjoint(t.words[i + 1 : i + 5])


def _strongest(hedges: list[M]) -> M:
    """A bounding hedge wins over an approximation, the nearest over the farther; floor and ceiling leave neither."""
    bounding = [m for m in hedges if m not in (M.EXACT, M.ABOUT)]
    if 0 < sum(m in (M.AT_LEAST, M.MORE_THAN) for m in bounding) < len(bounding):
        return M.ABOUT
    if bounding:
        return bounding[0]
    return M.ABOUT if M.ABOUT in hedges else M.EXACT


def _plain(figure: Figure, start: int, end: int, modifier: M, value: int | None) -> Reading:
    low, high, best = (None, None, None) if value is None else bounds(value, modifier)
    return Reading(start, end, figure.start, figure.end, value, low, high, best, modifier)


def _single(t: Tokens, figure: Figure, start: int, hedges: list[M], lex: Lexicon) -> Reading:
    end, after = _hedge_after(t, figure.end, lex)
    modifier = _strongest([*hedges, *after])
    assert figure.value is not None
    reading = _plain(figure, start, end, modifier, figure.value)
    return reading if end > figure.end else _second_bound(t, reading, lex)


def _vague(t: Tokens, figure: Figure, start: int, hedges: list[M], lex: Lexicon) -> Reading:
    """A vague lexeme keeps its floor unless the hedge is a ceiling."""
    end, after = _hedge_after(t, figure.end, lex)
    ceiling = _strongest([*hedges, *after]) in (M.NEARLY, M.UP_TO, M.FEWER_THAN)
    return Reading(start, end, figure.start, figure.end, None, None if ceiling else figure.value, None, None, M.VAGUE)


def _hedge_after(t: Tokens, i: int, lex: Lexicon) -> tuple[int, list[M]]:
    node, j, best, modifier = lex.after, i, i, M.EXACT
    while True:
        word = "-" if t.words[j] in HYPHENS else t.words[j]
        if word not in node or not word:
            break
        if word in "-+" and not t.glued(j - 1):
            break
        node = node[word]
        j += 1
        if "" in node:
            best, modifier = j, node[""]
    if best == i or _belongs_to_next(t, i, best, lex):
        return i, []
    return best, [modifier]


def _belongs_to_next(t: Tokens, i: int, end: int, lex: Lexicon) -> bool:
    """ "26, at least nine of them", "26 plus the bomber", "six more than on Monday", "12, and more than 30 hurt"."""
    following = t.words[end]
    if t.words[end - 1] == "more" and following == "than":
        return True  # "killed 12 and more than 30 were hurt"
    if t.words[end - 1] in ("plus", "+"):
        return (
            following in lex.other.determiners
            or begins_number(t, end, lex)
            or (t.glued(end - 1) and following.isalnum())
        )
    if t.words[end - 1] == "perhaps":
        return following[:1].isalnum()
    if t.words[i] == "more" or t.words[end - 1] in ("odd", "some"):
        return following == "than" or (t.glued(end - 1) and following in HYPHENS)
    return begins_number(t, end, lex) or following in ("a", "an", "some")


_RANGE_WORDS = frozenset(("to", "or", "and")) | DASHES


def _next_number(t: Tokens, figure: Figure, lex: Lexicon) -> Number | None:
    return read_number(t, figure.end + 1, lex) if begins_number(t, figure.end + 1, lex) else None


def _falls(t: Tokens, figure: Figure, lex: Lexicon) -> bool:
    """ "3-1", "2003-04", "2016-06-04": results, seasons and dates."""
    if t.words[figure.end] not in DASHES or not t.glued(figure.end - 1) or not t.glued(figure.end):
        return False
    second = _next_number(t, figure, lex)
    if second is None:
        return t.words[figure.end + 1][:1].isdecimal()
    third = t.words[second.end] in HYPHENS and t.words[second.end + 1][:1].isdecimal()
    assert figure.value is not None
    return third or _scaled(figure, second) >= second.value


def _scaled(figure: Figure, second: Number) -> int:
    """The first figure in the scale of the second where it shares it ("10 to 15 thousand")."""
    value = figure.value or 0
    if figure.scale == 1 and second.scale > 1 and 0 < value * second.scale < second.value:
        return value * second.scale
    return value


def _range(t: Tokens, figure: Figure, start: int, floor: int, hedges: list[M], lex: Lexicon) -> Reading | None:
    second = _next_number(t, figure, lex)
    if second is None:
        return None
    low, high = _scaled(figure, second), second.value
    opened = _opening(t, start, floor, t.words[figure.end], lex)
    if low >= high or opened is None or _since_a_date(t, start, figure, (low, high), lex):
        return None
    if t.words[figure.end] in DASHES and not (t.glued(figure.end - 1) and t.glued(figure.end)):
        return None
    end, after = _hedge_after(t, second.end, lex)
    whole = figure._replace(end=second.end)
    return _ranged(whole, opened, end, (low, high), _strongest([*hedges, *after]))


def _since_a_date(t: Tokens, start: int, figure: Figure, pair: tuple[int, int], lex: Lexicon) -> bool:
    """ "took the losses since October 27 to 284", "since October 2023 to 62,614": a date and a figure."""
    before, to = t.words[start - 1], t.words[figure.end] == "to"
    of_year = len(t.words[start]) == 4 and 1900 <= pair[0] <= 2099 < pair[1]
    dated = of_year or (pair[0] <= 31 < pair[1] and before != "since")
    return to and dated and (before in lex.other.months or before == "since")


def _opening(t: Tokens, start: int, floor: int, joint: str, lex: Lexicon) -> int | None:
    """Where a range begins, None when the words are two figures: "rose from 30 to 45", "30 and 45"."""
    before = t.words[start - 1] if start > floor else ""
    if joint == "and" and before != "between":
        return None
    if joint == "to" and _changes(t, start, floor, before, lex):
        return None
    if before in ("between", "from"):
        start -= 1
        if start > floor and t.words[start - 1] in ("anywhere", "somewhere", "ranging"):
            start -= 1
    return start


_TOLLS = frozenset(
    ("toll", "figure", "number", "total", "count", "estimate", "tally", "dead", "deaths", "injured", "casualties")
)


def _changes(t: Tokens, start: int, floor: int, before: str, lex: Lexicon) -> bool:
    if before == "from" and not lex.changes.isdisjoint(t.words[max(start - 4, floor) : start - 1]):
        return True
    reach = 8 if before == "from" else 6  # "revised the number of dead and missing from 27 to 33"
    window = t.words[max(start - reach, floor) : start]
    return not _TOLLS.isdisjoint(window) and not lex.changes.isdisjoint(window)


def _movement(t: Tokens, figure: Figure, start: int, floor: int, lex: Lexicon) -> bool:
    """ "revised up to 38 from 31", "the toll went up to 38": a change, no ceiling."""
    if t.words[figure.end] == "from" and begins_number(t, figure.end + 1, lex):
        return True
    return start > floor and (t.words[start - 1] in lex.changes or _changes(t, start, floor, "", lex))


def _ranged(whole: Figure, start: int, end: int, pair: tuple[int, int], modifier: M) -> Reading:
    """Two figures; a hedge that bounds them leaves the outer figure only ("up to 10 or 15": 15)."""
    low, high = pair
    if modifier in (M.AT_LEAST, M.MORE_THAN):
        return _plain(whole, start, end, modifier, low)
    if modifier in (M.UP_TO, M.FEWER_THAN, M.NEARLY):
        return _plain(whole, start, end, M.UP_TO if modifier is M.NEARLY else modifier, high)
    return Reading(start, end, whole.start, whole.end, None, low, high, None, M.RANGE)


_CEILINGS = (
    ("as", "many", "as"), ("no", "more", "than"), ("not", "more", "than"), ("a", "maximum", "of"), ("up", "to"),
    ("at", "most"), ("fewer", "than"), ("less", "than"), ("under",), ("below",),
)  # fmt: skip


def _second_bound(t: Tokens, first: Reading, lex: Lexicon) -> Reading:
    """ "at least 10, and possibly as many as 15"."""
    if first.modifier not in (M.EXACT, M.AT_LEAST, M.MORE_THAN, M.ABOUT) or first.value is None:
        return first
    j = first.end + 1 if t.words[first.end] == "," else first.end
    j = j + 1 if t.words[j] in lex.joints else j
    joined, adverb = j > first.end, j
    while j < adverb + 2 and t.words[j] in lex.adverbs:
        j += 1
    sure = j > adverb
    ceiling = next((c for c in _CEILINGS if tuple(t.words[j : j + len(c)]) == c), ())
    if not joined or not (sure or (ceiling and first.modifier in (M.AT_LEAST, M.MORE_THAN))):
        return first
    second = read_number(t, j + len(ceiling), lex)
    if second is None or second.value <= first.value or t.words[second.end] in ("more", "other", "others"):
        return first
    return first._replace(end=second.end, max=second.value, modifier=M.RANGE)


def _with_unit(t: Tokens, r: Reading, lex: Lexicon) -> Reading:
    """The reading with its unit; families and the like stretch it to their noun and take the bounds away."""
    found = _unit(t, r, lex)
    if found is None:
        return r
    end, unit = found
    r = r._replace(end=max(end, r.end), unit=unit)
    if unit is CountUnit.BODIES:
        return r
    if r.modifier is M.RANGE:
        return r._replace(value=r.value or r.min, min=None, max=None, best=None, modifier=M.AT_LEAST)
    return r._replace(min=None, max=None, best=None)


def _unit(t: Tokens, r: Reading, lex: Lexicon) -> tuple[int, CountUnit] | None:
    """The end and kind of the unit noun: at most four words on, before anything that ends the noun phrase."""
    j = r.head_start + 1 if r.value == 0 and t.words[r.head_start] == "no" else r.end
    if t.words[j] == "of":
        j += 1
    for k in range(j, j + 4):
        word = t.words[k]
        if word == "remains" and r.value == 1:
            return None  # "one soldier remains missing": a verb
        if word in lex.units and t.words[k + 1] not in lex.people_after:
            unit, following = lex.units[word], t.words[k + 1]
            compound = unit is CountUnit.OTHER and following.isalpha() and following not in lex.phrase.ends
            genitive = following in ("'", "’")  # "15,000 of the group's fighters"
            return None if compound or genitive else (k + 1, unit)
        if not word.isalpha() or word in lex.phrase.ends or word in lex.people_after:
            return None
    return None
