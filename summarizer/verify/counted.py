"""Counts that are words and no numerals ("his bodyguard", a name): who is counted by them? Reasons: rules.toml."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.normalize.counts import find_counts, read_count
from summarizer.records.vocabulary import CountUnit, Harm
from summarizer.verify.case import Case, OpenCasualty, Remark, remark
from summarizer.verify.folding import fold, shown
from summarizer.verify.names import name_key
from summarizer.verify.numbers import phrase_spans, words

_WORD = re.compile(r"\w+")
_BODIES = frozenset(("bodies", "corpses", "remains", "cadavers", "skeletons", "corpse", "cadaver", "skeleton"))
_OF_THE_LIVING = frozenset((Harm.INJURED, Harm.CAPTURED, Harm.DISPLACED))
_JOINING = frozenset(("a", "an", "the", "this", "that", "his", "her", "their", "its", "my", "our", "of", "and", "s"))
"""Words that determine and join: they name nobody."""


def count_phrase_cut(case: Case) -> Iterator[Remark]:
    """N12: of words that name the victims, a count is not the last one alone."""
    for record in case.casualties:
        phrase = words(case, record.span)
        if _is_count(phrase) or not _bare(phrase):
            continue
        whole = next(
            (span for span in _victims(record) if span[0] < record.span[0] and record.span[1] <= span[1]), None
        )
        if whole is not None:
            record.span = whole
            yield remark(record, f'count "{shown(phrase)}" completed to "{shown(words(case, whole))}"')


def _victims(record: OpenCasualty) -> list[tuple[int, int]]:
    """Where the words for the victims stand in its quotes."""
    return [span for e in record.evidence for span in phrase_spans(e.quote, e.start, record.draft.victims)]


def count_of_others(case: Case) -> Iterator[Remark]:
    """N10: a party that is not the victims, or a bare piece of a phrase, counts none of them."""
    for record in list(case.casualties):
        phrase = words(case, record.span)
        if _other_words(record, phrase) and (_bare(phrase) or name_key(phrase) in case.names):
            yield case.refuse(record, _said(record, phrase))


def count_named_otherwise(case: Case) -> Iterator[Remark]:
    """N11: a count without a numeral is the words for the people harmed."""
    for record in case.casualties:
        phrase = words(case, record.span)
        if _other_words(record, phrase):
            yield remark(record, _said(record, phrase))


def bodies_not_dead(case: Case) -> Iterator[Remark]:
    """N14: bodies are of the dead, whatever stands beside them."""
    for record in list(case.casualties):
        last = fold(record.draft.victims).lower().split()[-1:]
        counts_bodies = record.count is not None and record.count.unit is CountUnit.BODIES
        if record.draft.harm in _OF_THE_LIVING and (counts_bodies or not _BODIES.isdisjoint(last)):
            phrase = shown(words(case, record.span))
            yield case.refuse(record, f'"{phrase}" counts bodies, which were not {record.draft.harm}')


def _said(record: OpenCasualty, phrase: str) -> str:
    return f'count "{shown(phrase)}" is no numeral and not the words for "{shown(record.draft.victims)}"'


def _other_words(record: OpenCasualty, phrase: str) -> bool:
    """No numeral, and no word in common with the victims."""
    return not _is_count(phrase) and _naming(phrase).isdisjoint(_naming(record.draft.victims))


def _is_count(phrase: str) -> bool:
    """A phrase with a numeral, or a word that says none ("unharmed")."""
    read = read_count(phrase)
    return bool(find_counts(phrase)) or (read is not None and read.value == 0)


def _bare(phrase: str) -> bool:
    """ "army" without its determiner: no name and no whole phrase."""
    first = fold(phrase).partition(" ")[0]
    return first.islower() and first not in _JOINING


def _naming(phrase: str) -> set[str]:
    return set(_WORD.findall(fold(phrase).lower())) - _JOINING
