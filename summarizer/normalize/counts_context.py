"""Numbers that count no people: dates, times, money, measures, ages, names, proportions and pronouns."""

from __future__ import annotations

from collections.abc import Callable

from summarizer.normalize.counts_calendar import age, apposed_age, clock, day_of_month, is_month, named_year, year
from summarizer.normalize.counts_hedges import Reading
from summarizer.normalize.counts_lexicon import Lexicon
from summarizer.normalize.counts_tokens import DASHES, HYPHENS, Tokens
from summarizer.normalize.harm import person_noun
from summarizer.records.vocabulary import CountModifier as M

Rule = Callable[[Tokens, Reading, Lexicon], bool]

_GLUE_BEFORE = frozenset("/._=@#&\\+^*|")
_GLUE_AFTER = frozenset("%°‰/_@=#&′″|\\^*²³")


def not_people(t: Tokens, r: Reading, lex: Lexicon, *, alone: bool) -> Rule | None:
    """The rule by which the words around a reading make it something else than a count; None when none does.

    `alone`: the text is a phrase cut from its sentence, so rules that rest on the sentence around it are left out.
    """
    if _unsuspicious(t, r, lex):
        return None
    for rule in _NUMERAL_RULES if t.words[r.head_start][0].isdecimal() else _WORD_RULES:
        if rule(t, r, lex):
            return rule
    if not alone:
        for rule in _SENTENCE_RULES:
            if rule(t, r, lex):
                return rule
    return None


def _unsuspicious(t: Tokens, r: Reading, lex: Lexicon) -> bool:
    """A quick look at the neighbours: no rule can apply. Most counts in running text end here."""
    words, start, end, head = t.words, r.start, r.end, r.head_start
    if (
        words[start - 1] == "of"
        or words[end] in lex.alarms_after
        or words[start - 1] in lex.alarms_before
        or words[head - 1] in lex.alarms_before
    ):
        return False
    if words[head] in _ODD_HEADS or words[r.head_end - 1] == "m" or words[end + 1] in lex.other.currencies:
        return False
    if words[head][0].isdecimal() and (len(words[head]) == 4 or words[head - 1] in ("is", "was")):
        return False
    return not t.glued(head - 1) and (not t.glued(end - 1) or words[end] == ",")


_ODD_HEADS = frozenset(("one", "both", "many", "zero"))


def glued(t: Tokens, r: Reading, lex: Lexicon) -> bool:
    """Part of a longer string: "M-14", "N30", "155mm", "26th", "34-year-old", "14:05", "9/11"."""
    return _glued_before(t, r.head_start) or _glued_after(t, r.end)


def _glued_before(t: Tokens, i: int) -> bool:
    if not t.glued(i - 1):
        return False
    mark, first = t.words[i - 1], t.words[i - 2] if t.glued(i - 2) else ""
    if mark[0].isalnum() or mark in _GLUE_BEFORE:
        return True
    if mark in HYPHENS:
        return first[:1].isalnum()
    return (mark in DASHES or mark == ":") and first[:1].isdecimal()


def _glued_after(t: Tokens, i: int) -> bool:
    if not t.glued(i - 1):
        return False
    mark, beyond = t.words[i], t.words[i + 1] if t.glued(i) else ""
    if mark[0].isalnum() or mark in _GLUE_AFTER:
        return True
    if mark in HYPHENS:
        return beyond[:1].isalnum() or t.words[i + 1] in ("and", "to", "or")
    if mark in DASHES:
        return beyond[:1].isdecimal()
    return mark in ".:" and beyond[:1].isalnum()


def money(t: Tokens, r: Reading, lex: Lexicon) -> bool:
    """ "$5m", "30 million naira", "20 US dollars"."""
    o = lex.other
    if t.words[r.head_start - 1] in o.currency_signs or t.words[r.end] in o.currency_signs:
        return True
    if r.head_start and t.words[r.head_start - 1] in o.currency_before and t.original(r.head_start - 1)[:1].isupper():
        return True
    j = _past_fillers(t, r.end, lex)
    return t.words[j] in o.currencies or (t.words[j + 1] in o.currencies and t.capital(j))


def measure(t: Tokens, r: Reading, lex: Lexicon) -> bool:
    """Distances, weights, areas, durations, percentages, clock times."""
    j = _past_fillers(t, r.end, lex)
    word = t.words[j]
    if word in lex.other.measures:
        return not (word in ("g", "m", "o", "pc", "min") and t.words[j + 1] == ".")
    if word == "and" and t.words[j + 1 : j + 3] == ["a", "half"] and t.words[j + 3] in lex.other.measures:
        return True
    if word in ("a", "p") and t.words[j + 1] == "." and t.words[j + 2] == "m":
        return True
    return _shared_measure(t, j, lex) or (word == "local" and t.words[j + 1] == "time")


def _past_fillers(t: Tokens, j: int, lex: Lexicon) -> int:
    for _ in range(3):
        if t.words[j] not in lex.other.before_measure:
            break
        j += 1
    return j


def _shared_measure(t: Tokens, j: int, lex: Lexicon) -> bool:
    """ "40 and 50 km", "14 and 15 June"."""
    if t.words[j] not in ("and", "or", "to") or not t.words[j + 1][:1].isdecimal():
        return False
    return t.words[j + 2] in lex.other.measures or is_month(t, j + 2, lex)


def metres(t: Tokens, r: Reading, lex: Lexicon) -> bool:
    """ "a 5m wall", "2m tall": the glued m of "1.2m people" is a million."""
    if t.words[r.head_end - 1] != "m" or r.end >= t.size:
        return False
    return t.words[r.end] in lex.other.glued_m_is_metres or not t.words[r.end].isalpha()


def numbered(t: Tokens, r: Reading, lex: Lexicon) -> bool:
    """ "Flight 370", "Resolution 2334", "phase two", "No. 10", "the Group of Seven"."""
    i = r.head_start - 1
    if r.start != r.head_start or i < 0:
        return False
    word, o = t.words[i], lex.other
    if word == ".":
        return t.words[i - 1] in ("no", "nos", "nr") and t.glued(i - 1)
    if word == "of":
        return (t.words[i - 1] == "group" and _title(t, i - 1) and not t.original(i + 1).islower()) or t.words[
            i - 1
        ] == "factor"
    if (word in o.numbered_names or word in o.numbered) and _title(t, i):
        return True
    if word == "france" and r.value == 24:
        return True
    if t.words[r.end] in ("has", "had", "is", "was", "'", "’") and r.value != 1 and _title(t, i):
        return True  # a name with a number takes a verb in the singular
    return word in o.numbered and o.determiners.isdisjoint(t.words[max(i - 3, 0) : i])


def _title(t: Tokens, i: int) -> bool:
    word = t.original(i)
    return word[:1].isupper() and not (len(word) > 1 and word.isupper())


def fraction(t: Tokens, r: Reading, lex: Lexicon) -> bool:
    """ "per 100", "two thirds", "a quarter of a million", "one in five", "nine out of ten"."""
    if (t.words[r.end] in lex.other.fractions and r.value != 0) or t.words[r.start - 1] == "per":
        return True
    if (
        t.words[r.start - 1] == "of"
        and t.words[r.start - 2] in lex.other.fractions
        and t.words[r.head_start] in ("a", "an")
    ):
        return True
    return _odds(t, r, lex)


def _odds(t: Tokens, r: Reading, lex: Lexicon) -> bool:
    value = r.value
    if value is None:
        return False
    j = r.end + 1 if t.words[r.end] == "in" else r.end + 2 if t.words[r.end : r.end + 2] == ["out", "of"] else 0
    if j:
        second = _plain_value(t.words[j], lex)
        return second in lex.denominators and value < second and (value == 1 or _closes(t, j + 1))
    j = r.head_start - 2 if t.words[r.head_start - 1] == "in" else r.head_start - 3
    if j < 0 or (j == r.head_start - 3 and t.words[j + 1 : j + 3] != ["out", "of"]):
        return False
    first = _plain_value(t.words[j], lex)
    return value in lex.denominators and 0 < first < value and (first == 1 or _closes(t, r.end))


def _plain_value(word: str, lex: Lexicon) -> int:
    if word.isdecimal() and len(word) <= 4:
        return int(word)
    return lex.numbers.get(word, 0)


def _closes(t: Tokens, i: int) -> bool:
    return not t.words[i].isalpha() or t.words[i] in (
        "people",
        "men",
        "women",
        "children",
        "of",
        "were",
        "was",
        "are",
        "had",
        "have",
    )


def listed(t: Tokens, r: Reading, lex: Lexicon) -> bool:
    """ "1. The army ...": the number of an item."""
    return r.head_start == 0 and t.words[1] in (".", ")") and t.glued(0)


def result(t: Tokens, r: Reading, lex: Lexicon) -> bool:
    """ "won 2-3": the result of a game or a vote."""
    return r.modifier is M.RANGE and t.words[r.start - 1] in lex.other.games and t.words[r.head_start + 1] in DASHES


def pronoun(t: Tokens, r: Reading, lex: Lexicon) -> bool:
    """ "one must", "this one", "one of the roads", "both in Syria and Iraq", "how many"."""
    word, o = t.words[r.head_start], lex.other
    before, following = t.words[r.start - 1] if r.start else "", t.words[r.end]
    if word == "one" and r.head_end == r.head_start + 1:
        return _pronoun_one(t, r, before, following, lex)
    if word == "both":
        return following in o.both_after or (following in o.determiners and "and" in t.words[r.end : r.end + 8])
    if word == "many":
        return before in o.many_before
    return word == "zero" and before == "ground"


def _pronoun_one(t: Tokens, r: Reading, before: str, following: str, lex: Lexicon) -> bool:
    o = lex.other
    # "said that one soldier", "said that one of its workers"
    told = before == "that" and following.isalpha() and (following not in lex.phrase.ends or following == "of")
    told = told or (before == "which" and t.words[r.start - 2] in ("in", "during") and following.isalpha())
    if (before in o.one_before and not told) or following in o.one_after or following in ("'", "’"):
        return True
    if t.words[r.end : r.end + 2] == ["after", "another"]:
        return True
    if following == "of" and t.words[r.end + 1] == "the":
        whole = t.words[r.end + 2]
        return not (_are_people(whole) or whole in o.one_of_the or whole[:1].isdecimal() or whole in lex.numbers)
    if before == "the":
        return following in ("who", "in", "on", "at") or not following.isalpha()
    if r.start < 2:
        return False
    return t.words[r.start - 2] in ("a", "an", "the") and before not in ("other", "hundred", "thousand", "million")


def _are_people(word: str) -> bool:
    """Example: the "marchers" of "one of the marchers"."""
    known = person_noun(word)
    return known is not None and known.plural


_WORD_RULES: tuple[Rule, ...] = (glued, money, measure, age, day_of_month, numbered, fraction, clock)
_NUMERAL_RULES: tuple[Rule, ...] = (*_WORD_RULES, metres, named_year, apposed_age)
_SENTENCE_RULES: tuple[Rule, ...] = (year, listed, result, pronoun)
