"""Numbers that are dates, hours and ages."""

from __future__ import annotations

from summarizer.normalize.counts_hedges import Reading
from summarizer.normalize.counts_lexicon import Lexicon
from summarizer.normalize.counts_tokens import Tokens
from summarizer.normalize.harm import person_noun
from summarizer.records.vocabulary import CountModifier as M


def age(t: Tokens, r: Reading, lex: Lexicon) -> bool:
    """ "aged 34", "the ages of 8 and 12", "a girl of 12", "children under five", "16 or older"."""
    o, before = lex.other, t.words[r.start - 1] if r.start else ""
    if before == "of" and r.start > 1 and _one_person(t.words[r.start - 2], lex):
        return True
    if before in o.ages_before or (before == "of" and t.words[r.start - 2] in o.ages_before):
        return True
    if before in o.aged_people and t.words[r.head_start - 1] in ("under", "over", "above", "below"):
        return True
    after = t.words[r.head_end : r.head_end + 3]
    return " ".join(after[:2]) in o.ages_after and not any(
        w[0].isdigit() or w in lex.numbers for w in after[2:]
    )  # "two and over 20 hurt" are no ages


def _one_person(word: str, lex: Lexicon) -> bool:
    """ "girl", "mother"; not "crew", "family" or "group", of which there can be twelve."""
    noun = person_noun(word)
    return noun is not None and not noun.plural and word not in lex.of_several


_PLACING = frozenset(
    {"in", "on", "at", "near", "by", "from", "across", "around", "outside", "inside", "along", "between", "and", "or"}
)


def is_month(t: Tokens, i: int, lex: Lexicon) -> bool:
    """Token i names a month; "may" and "march" only when capitalised."""
    word = t.words[i]
    if word not in lex.other.months or not 0 <= i < t.size:
        return False
    if word not in lex.other.ambiguous_months:
        return True
    return t.capital(i) and t.words[i + 1] not in ("have", "be", "also", "not", "yet")


def day_of_month(t: Tokens, r: Reading, lex: Lexicon) -> bool:
    """ "June 14", "14-16 June", "Jan. 3"; not "since January 3,000" nor "in May 20 people"."""
    value = r.value if r.value is not None else r.max
    if value is None or value > 99 or r.start != r.head_start:
        return False
    if is_month(t, r.start - 1, lex) and t.words[r.start - 2].isdecimal():
        return True  # "30 Nov 89"
    if value > 31:
        return False
    if is_month(t, r.end, lex) or (t.words[r.end] == "of" and is_month(t, r.end + 1, lex)):
        return True
    if _second_day(t, r, lex):
        return True
    i = r.head_start - 2 if t.words[r.head_start - 1] == "." else r.head_start - 1
    if i < 0 or not is_month(t, i, lex):
        return False
    return not (
        t.words[i - 1] in lex.other.month_alone_after
        and t.words[r.end].isalpha()
        and t.words[r.end] not in ("and", "to")
    )


def _second_day(t: Tokens, r: Reading, lex: Lexicon) -> bool:
    """ "between August 9 and 16 in several towns"; not "on August 9 and 16 people died"."""
    i = r.head_start - 3
    if i < 0 or t.words[i + 2] not in ("and", "to", "or") or not t.words[i + 1].isdecimal():
        return False
    following = t.words[r.end]
    return (not following.isalpha() or following in _PLACING) and is_month(t, i - (t.words[i] == "."), lex)


def year(t: Tokens, r: Reading, lex: Lexicon) -> bool:
    """ "in 2014", "the 2014 offensive", "2014 to 2016"; not "more than 2000 people" nor "killed 2000 people"."""
    first = t.words[r.head_start]
    if len(first) != 4 or not first.isdecimal() or not 1800 <= int(first) <= 2099:
        return False
    if r.modifier is M.RANGE:
        return (r.max or 0) <= 2099
    if r.modifier not in (M.EXACT, M.ABOUT):
        return False
    following = t.words[r.end]
    noun = following.isalpha() and following not in lex.phrase.ends and following not in lex.phrase.not_first
    if not noun:
        return True
    if r.start < r.head_start:
        return False
    before = t.words[r.start - 1] if r.start else ""
    return before in lex.other.year_after or before in lex.other.months or before in ("'", "’", ",")


def named_year(t: Tokens, r: Reading, lex: Lexicon) -> bool:
    """ "in 2014", "June 2014" and nothing behind it, even as a phrase on its own."""
    if r.end < t.size or r.start == 0:
        return False
    before = t.words[r.start - 1]
    opened = before in ("in", "since", "until", "during", "late", "early") or is_month(t, r.start - 1, lex)
    return opened and year(t, r, lex)


def clock(t: Tokens, r: Reading, lex: Lexicon) -> bool:
    """ "at about six in the morning", "half past seven", "at 1835"."""
    first = t.words[r.head_start]
    if t.words[r.start - 1] == "at" and len(first) == 4 and first.isdecimal():
        return int(first) < 2400 and int(first[2:]) < 60 and t.words[r.start - 2] not in lex.other.stands_at
    if r.value is None or r.value > 24:
        return False
    if t.words[r.start - 1] == "past" and t.words[r.start - 2] in ("half", "quarter"):
        return True
    if t.words[r.end : r.end + 2] == ["at", "night"]:
        return True
    if t.words[r.end : r.end + 2] != ["in", "the"] or t.words[r.start - 1] not in (
        "at",
        "by",
        "until",
        "before",
        "after",
        "from",
        "since",
        "and",
    ):
        return False
    return not lex.other.day_parts.isdisjoint(t.words[r.end + 2 : r.end + 4])


def apposed_age(t: Tokens, r: Reading, lex: Lexicon) -> bool:
    """ "Smith, 34, said", "the driver (34)"."""
    i = r.head_start
    if r.start != i or r.end != r.head_end or r.value is None or r.value > 120 or not t.words[i].isdecimal():
        return False
    if t.words[i - 2 : i] in (["who", "is"], ["who", "was"]):
        return not t.words[r.end].isalpha()
    if t.words[i - 1] == "(" and i > 1:
        return t.words[r.end] == ")"
    if i < 2 or t.words[i - 1] != "," or not t.words[i - 2].isalpha() or t.words[i - 2] in lex.numbers:
        return False
    if t.words[r.end] == ",":
        return t.words[r.end + 1] not in lex.other.after_age and t.words[r.end + 1 : r.end + 3] not in (
            ["of", "whom"],
            ["of", "them"],
        )
    one = t.words[i - 3] in ("a", "an") and i > 2
    return t.words[r.end] in (".", ";", ")", "") and (one or t.capital(i - 2))
