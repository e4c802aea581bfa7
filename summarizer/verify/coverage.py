"""Rules on coverage (C): is every number that reads as people harmed in a casualty record? Reasons: rules.toml."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.records.values import Count
from summarizer.records.vocabulary import Harm
from summarizer.verify.case import Case, OpenCasualty, Remark
from summarizer.verify.folding import shown
from summarizer.verify.harmed import Harmed, harmed_numbers


def numbers_uncovered(case: Case) -> Iterator[Remark]:
    """C1: a number that reads as people harmed and is in no casualty record."""
    for number in _missing(case):
        if _twin(case, number) is None:
            said = f'"{_shown(case, number)}" reads as people {number.harm}, but no record has it'
            yield Remark(said, None, number.start, number.end)


def numbers_repeated(case: Case) -> Iterator[Remark]:
    """C2: a number that repeats, outside the quotes of a record, its figure and harm."""
    for number in _missing(case):
        if twin := _twin(case, number):
            said = f'"{_shown(case, number)}" repeats the figure of this record elsewhere'
            yield Remark(said, twin.handle, number.start, number.end)


def _missing(case: Case) -> list[Harmed]:
    """Numbers that no record covers; looked up once, as nothing is merged or refused after the coverage rules begin."""
    if case.uncovered is None:
        paragraph, near = case.locator.paragraph, _by_paragraph(case)
        case.uncovered = [
            number
            for number in harmed_numbers(case.locator)
            if not case.planted_at(number.start, number.end)
            and not any(_covers(record, number) for record in near.get(paragraph(number.start), ()))
        ]
    return case.uncovered


def _by_paragraph(case: Case) -> dict[int, list[OpenCasualty]]:
    """The casualties by the paragraphs in which their words stand; no quote runs over two."""
    found: dict[int, list[OpenCasualty]] = {}
    for record in case.casualties:
        starts = (record.span[0], *(e.start for e in record.evidence))
        for paragraph in {case.locator.paragraph(start) for start in starts}:
            found.setdefault(paragraph, []).append(record)
    return found


def _covers(record: OpenCasualty, number: Harmed) -> bool:
    """Its own words, or inside one of its quotes with its figure."""
    if record.span[0] < number.end and number.start < record.span[1]:
        return True
    return _equal(record.count, number.count) and any(
        e.start <= number.start and number.end <= e.end for e in record.evidence
    )


def _twin(case: Case, number: Harmed) -> OpenCasualty | None:
    """A record of the same harm and figure."""
    for record in case.casualties:
        same_harm = number.harm is record.draft.harm or Harm.CASUALTIES in {number.harm, record.draft.harm}
        if same_harm and _equal(record.count, number.count):
            return record
    return None


def _equal(one: Count | None, two: Count) -> bool:
    return one is not None and (one.value, one.min) in {(two.value, two.min), (two.value, one.min)}


def _shown(case: Case, number: Harmed) -> str:
    return shown(case.article.text[number.start : number.end])
