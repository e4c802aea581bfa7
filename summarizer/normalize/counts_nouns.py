"""Counts that a noun phrase gives without a numeral: one person, a plural, kin added up in one phrase."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.normalize.counts_hedges import Reading, bounds
from summarizer.normalize.counts_lexicon import Lexicon, lexicon
from summarizer.normalize.counts_numbers import read_number
from summarizer.normalize.counts_tokens import Tokens
from summarizer.normalize.harm import person_nouns
from summarizer.records.vocabulary import CountModifier as M
from summarizer.records.vocabulary import CountUnit, VictimStatus


class Kin(NamedTuple):
    """A phrase of kin, tokens `start` to `end` (exclusive), and its sum."""

    start: int
    end: int
    value: int


def kin_phrases(t: Tokens, lex: Lexicon) -> list[Kin]:
    """Every "a couple and their three children" of the text, in order, none inside another."""
    found: list[Kin] = []
    if lex.phrase.kin.isdisjoint(t.words):
        return found
    i = 0
    while i < t.size:
        phrase = _kin_phrase(t, i, lex) if _may_open(t, i, lex) else None
        if phrase is not None:
            found.append(phrase)
        i = phrase.end if phrase else i + 1
    return found


def _may_open(t: Tokens, i: int, lex: Lexicon) -> bool:
    """A determiner, a word for several, or a number that is no age."""
    word = t.words[i]
    if word in ("a", "an") and i > 1 and t.words[i - 1] == "of" and t.words[i - 2] in person_nouns():
        return False  # "the president of a village council and his two brothers"
    if word in ("a", "an", "the", "one") or word in lex.groups or word in lex.phrase.possessives:
        return True
    return (word[0].isdecimal() or word in lex.numbers) and _past_age(t, i + 1) == i + 1


def kin_reading(kin: Kin) -> Reading:
    """The derived, exact reading of a phrase of kin."""
    low, high, best = bounds(kin.value, M.EXACT)
    return Reading(kin.start, kin.end, kin.start, kin.end, kin.value, low, high, best, M.EXACT, derived=True)


def _kin_phrase(t: Tokens, i: int, lex: Lexicon) -> Kin | None:
    first = _opening(t, i, lex)
    if first is None:
        return None
    total, j, end, last = first.value, _apposition(t, first, lex), 0, ""
    headed = t.words[first.end - 1] in lex.phrase.kin_heads
    for _ in range(4):
        k = j + 1 if t.words[j] == "," else j
        last = t.words[k] if t.words[k] in ("and", "with") else ""
        k = k + 1 if last else k
        part = _member(t, k, lex, kin_head=headed) if k > j else None
        if part is None:
            break
        headed = True
        total, j, end = total + part.value, part.end, part.end
        if last:
            return Kin(i, end, total)
    return None


def _apposition(t: Tokens, first: Kin, lex: Lexicon) -> int:
    """Behind the name in "a farmer, Ann Lee, and her son": one person named twice, not two."""
    j = first.end + 1
    while j < first.end + 6 and (t.original(j).istitle() or t.words[j] in "-."):
        j += 1
    named = first.value == 1 and t.words[first.end] == "," and j > first.end + 1
    goes_on = t.words[j + 1] in ("and", "with") or t.words[j + 1] in lex.phrase.possessives
    return j if named and t.words[j] == "," and goes_on else first.end


def _opening(t: Tokens, i: int, lex: Lexicon) -> Kin | None:
    """ "a couple", "a 34-year-old man", "two women", "his wife": up to the joint."""
    if t.words[i] in lex.phrase.possessives:
        return _own(t, i, lex)
    number = read_number(t, i, lex)
    j = number.end if number else i + 1
    value = number.value if number else 1
    if t.words[i] == "the" and t.words[i + 1] not in lex.groups:
        return None
    for _ in range(7):
        word = t.words[j]
        if word in ("and", ",", "with"):
            noun = t.words[j - 1]
            value = lex.groups[noun] if number is None and noun in lex.groups else value
            return (
                Kin(i, j, value) if (j > i and noun.isalpha() and noun not in lex.kinds) or noun in lex.groups else None
            )
        if word in lex.phrase.ends or not (word.isalnum() or word == "-"):
            return None
        j += 1
    return None


def _own(t: Tokens, i: int, lex: Lexicon) -> Kin | None:
    """ "his wife", "her elder sister", "my parents": kin of somebody named before, who is not counted."""
    aged = t.words[i + 1][:1].isdecimal() or t.words[i + 1] in lex.numbers
    j = _past_age(t, i + 2) if aged else i + 1
    for k in (j, j + 1):
        word = t.words[k]
        if word in lex.phrase.kin:
            value = lex.kin_groups.get(word, 0 if is_plural(t, k, lex) else 1)
            return Kin(i, k + 1, value) if value and t.words[k + 1] in ("and", ",", "with") else None
        if not word.isalpha() or word in lex.phrase.ends:
            return None
    return None


def _member(t: Tokens, i: int, lex: Lexicon, *, kin_head: bool) -> Kin | None:
    """ "their three children", "two of her sons", and after a kin head "three children" or "child"."""
    possessive = t.words[i] in lex.phrase.possessives
    j = i + 1 if possessive else i
    number = read_number(t, j, lex)
    article = number is None and t.words[j] in ("a", "an")
    j = number.end if number else j + 1 if article else j
    if t.words[j] == "of" and t.words[j + 1] in lex.phrase.possessives and number is not None:
        possessive, j = True, j + 2
    if not possessive and not kin_head:
        return None
    aged = number is not None and t.words[j] == "-" and t.glued(j)  # "her 12-year-old daughter"
    if aged:
        j, number = _past_age(t, j), None
    for k in range(j, j + 3):
        word = t.words[k]
        if word in lex.phrase.kin:
            value = number.value if number else lex.kin_groups.get(word, 1)
            plural = number is None and word not in lex.kin_groups and is_plural(t, k, lex)
            return None if plural else Kin(i, k + 1, value)
        if not word.isalpha() or word in lex.phrase.ends or (number is None and not possessive and not article):
            return None
    return None


def _past_age(t: Tokens, hyphen: int) -> int:
    """Behind "-year-old"."""
    aged = t.words[hyphen : hyphen + 4] in (["-", "year", "-", "old"], ["-", "month", "-", "old"])
    return hyphen + 4 if aged else hyphen


def is_plural(t: Tokens, i: int, lex: Lexicon) -> bool:
    """Token i is a plural noun."""
    word, p = t.words[i], lex.phrase
    if word in p.plurals or (word in lex.units and word.endswith("ies")) or word in p.plural_names:
        return True
    if word.endswith(tuple(p.plural_endings)):
        return len(word) > 5 or word in p.plurals
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in p.singular_s


_NATIONS = ("ians", "eans", "icans", "ese", "anis", "alis")


def is_plural_name(word: str) -> bool:
    """Does a lower-case word mean the members of a nation, people or faith ("israelis", "syrians")?"""
    return word in lexicon().phrase.plural_names or word.endswith(_NATIONS)


def noun_phrase(t: Tokens, lex: Lexicon) -> Reading | None:
    """One person, a vague plural, or None when the tokens are no noun phrase. Numerals are the caller's."""
    p = lex.phrase
    first = t.words[0]
    if not first or not first[0].isalpha() or first in p.not_first:
        return None
    determined = first in p.determiners or first in p.possessives
    head = _head(t, 1 if determined else 0, lex)
    if head is None or t.words[head] in lex.proportions or t.words[head] in ("lot", "number"):
        return None
    if any(_numeral(t, k, lex) for k in range(1, head + 1)):
        return None
    if t.words[head] in lex.collectives:
        return _collective(t, head, lex)
    if _joined(t, head, lex):
        return _plural(t) if is_plural(t, head, lex) else None
    if t.words[head] in lex.units:
        return _unit(t, head, lex)
    if first in p.many_determiners or _plural_head(t, head, determined, lex):
        return _plural(t)
    return _one(t) if determined or _nominal(t, head) else None


def _head(t: Tokens, i: int, lex: Lexicon) -> int | None:
    """The last word before a preposition, a relative pronoun, a verb or a comma."""
    j = i + 1 if i and t.words[i] in lex.phrase.plurals else i
    while j < t.size and not _ends(t, j, lex) and (t.words[j][0].isalpha() or _inner(t, j)):
        j += 1
    while j > i and not t.words[j - 1][0].isalpha():
        j -= 1
    return j - 1 if j > i else None


def _ends(t: Tokens, j: int, lex: Lexicon) -> bool:
    """A word that ends a noun phrase, unless a hyphen binds it: "a passer-by and a cook"."""
    bound = t.words[j] == "by" and j > 0 and t.words[j - 1] == "-" and t.glued(j - 1)
    if t.words[j] in _OF_WHAT and t.words[j + 1] not in ("of", "by", "in"):
        return False  # "a suspected rebel"; not "a man suspected of spying"
    return t.words[j] in lex.phrase.ends and not bound


_OF_WHAT = ("suspected", "accused")
"""Participles that end a noun phrase only where they say of what, or by whom."""


def _numeral(t: Tokens, i: int, lex: Lexicon) -> bool:
    """Token i is a number that is no part of a compound ("34-year-old")."""
    word = t.words[i]
    number = word[0].isdecimal() or word in lex.numbers or word in lex.scales or word in lex.vague
    return number and not (t.words[i + 1] == "-" and t.glued(i))


def _inner(t: Tokens, i: int) -> bool:
    """Hyphens, apostrophes, initials and abbreviated titles do not end a noun phrase; quotation marks do not either."""
    mark = t.words[i]
    if mark == ".":
        return 0 < len(t.words[i - 1]) <= 4 and t.capital(i - 1)
    if mark[0].isdecimal():
        return t.words[i + 1] == "-" and t.glued(i)
    return mark in "-'’‘“”\""


def _joined(t: Tokens, head: int, lex: Lexicon) -> bool:
    """Two noun phrases: "a driver and a cook", "Ali, 19, and Omar", "the imam of our mosque and my brother"."""
    after = head + 1
    if t.words[after] == "," and t.words[after + 1].isdecimal() and t.words[after + 2] == ",":
        after += 3
    if t.words[after] == "and":
        return True
    return any(
        word == "and"
        and t.words[i + 1] in lex.phrase.possessives
        and not lex.phrase.kin.isdisjoint(t.words[i + 2 : i + 4])
        for i, word in enumerate(t.words[after : t.size], start=after)
    )


def _plural_head(t: Tokens, head: int, determined: bool, lex: Lexicon) -> bool:
    word, p = t.words[head], lex.phrase
    if not is_plural(t, head, lex) or (word == "youth" and t.words[0] in ("a", "another")):
        return False
    if determined or not t.capital(head) or word in p.plurals or word in p.plural_names:
        return True
    known = person_nouns().get(word)
    apart = head == 0 or (known is not None and known.status is VictimStatus.COMBATANT and t.words[0] not in p.titles)
    if known is not None and known.plural and apart:
        return True  # "Villagers were killed", "Azov Fighters Killed"; not "John Parsons"
    if t.original(head).isupper() and len(word) > 1:
        return head == 0 or p.titles.isdisjoint(t.words[:head])
    return word.endswith(tuple(p.plural_name_endings)) and head == 0


def _nominal(t: Tokens, head: int) -> bool:
    """A bare singular: a name, or a word that has no look of an adverb or a verb."""
    if t.capital(head):
        return True
    return not t.words[head].endswith(("ly", "ed", "ing"))


def _one(t: Tokens) -> Reading:
    return Reading(0, t.size, 0, t.size, 1, 1, 1, 1, M.EXACT)


def _plural(t: Tokens) -> Reading:
    return Reading(0, t.size, 0, t.size, None, 2, None, None, M.VAGUE)


def _collective(t: Tokens, head: int, lex: Lexicon) -> Reading:
    """ "a group of soldiers" is a plural; "a patrol" one of something that is not people."""
    if t.words[head + 1] == "of":
        return _plural(t)
    return Reading(0, t.size, 0, t.size, 1, None, None, None, M.EXACT, CountUnit.OTHER)


def _unit(t: Tokens, head: int, lex: Lexicon) -> Reading:
    unit = lex.units[t.words[head]]
    if is_plural(t, head, lex) or t.words[head] == "remains":
        return Reading(0, t.size, 0, t.size, None, 2 if unit is CountUnit.BODIES else None, None, None, M.VAGUE, unit)
    if unit is CountUnit.BODIES:
        return _one(t)._replace(unit=unit)
    return _one(t)._replace(min=None, max=None, best=None, unit=unit)
