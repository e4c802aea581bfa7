"""Rules on numbers (N): the program reads every figure from the article's words. Reasons: rules.py."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.normalize.counts import read_count, read_noun_phrase
from summarizer.records.article import Sentence
from summarizer.records.values import Count
from summarizer.records.verified import Evidence
from summarizer.records.vocabulary import CountModifier, CountUnit, Harm
from summarizer.verify.case import Case, OpenCasualty, Remark, remark
from summarizer.verify.contexts import measures, unreported, unsure
from summarizer.verify.folding import INVISIBLE, fold, fold_text, shown, shown_number
from summarizer.verify.quotes import FoundSpan, Locator, whole_words

MOST_PEOPLE = 200_000_000
"""Above the largest figure of people harmed that statistics know (all people displaced in the world: 120 million)."""

_ORDINALS = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_BELOW = {word: n for n, word in enumerate(_ORDINALS, 2)}
_ORDINAL = re.compile(rf"(?:an?|another) ({'|'.join(_BELOW)})")
_OF_SHARE = re.compile(r"\s+(?:of|were|are|have)\b")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")


def count_outside_quotes(case: Case) -> Iterator[Remark]:
    """N1: the count phrase stands inside one of the record's quotes."""
    for record in list(case.casualties):
        spans = [span for e in record.evidence for span in phrase_spans(e.quote, e.start, record.draft.count)]
        if spans:
            record.span = _nearest(spans, _victims_at(record))
        else:
            yield case.refuse(record, f'count "{shown(record.draft.count)}" does not stand in its quotes')


def count_of_something_else(case: Case) -> Iterator[Remark]:
    """N2: distances, times, ages, shares and money are no people."""
    for record in list(case.casualties):
        start, end = record.span
        text = case.article.text
        if measures(text[max(0, start - 8) : start], text[end : end + 24]):
            yield case.refuse(record, f'"{shown(text[start:end])}" counts no people here')


def hedge_cut(case: Case) -> Iterator[Remark]:
    """N3: a hedge, or the rest of a number, that the engine cut off is put back."""
    for record in case.casualties:
        whole = _whole_count(case, record.span)
        if whole == record.span:
            continue
        cut = case.article.text[slice(*record.span)]
        record.span = whole
        record.evidence = tuple(_widened(case.locator, e, whole) for e in record.evidence)
        yield remark(record, f'count "{shown(cut)}" completed to "{shown(case.article.text[slice(*whole)])}"')


def hedge_foreign(case: Case) -> Iterator[Remark]:
    """N13: words that are no hedge in their sentence ("revised up to 38 from 31") are taken off the count."""
    for record in case.casualties:
        said = next((f for f in case.locator.counts_at(record.span[0]) if _ends(record.span, f)), None)
        phrase = words(case, record.span)
        if said is not None and _figures(read_count(phrase)) not in {(), _figures(said.count)}:
            record.span = said.start, said.end
            yield remark(
                record, f'count "{shown(phrase)}" reads as "{shown(words(case, record.span))}" in its sentence'
            )


def _ends(span: tuple[int, int], found: FoundSpan) -> bool:
    """The count ends the span and does not begin it."""
    return span[0] < found.start and found.end == span[1] and not found.count.derived


def count_unreadable(case: Case) -> Iterator[Remark]:
    """N4: a count that the program cannot read is refused, whatever figure the engine gives for it."""
    for record in list(case.casualties):
        phrase = words(case, record.span)
        one = _one_person(phrase, record.draft.number) or _one_more(case, record.span)
        count = read_count(phrase) or one or read_noun_phrase(phrase)
        if count is None:
            number = record.draft.number
            said = "" if number is None else f" (the engine reads {shown_number(number)})"
            yield case.refuse(record, f'count "{shown(phrase)}" cannot be read{said}')
        else:
            record.count = count.model_copy(update={"text": case.article.text[slice(*record.span)]})


def _one_person(phrase: str, number: int | None) -> Count | None:
    """A name in capitals that ends in S cannot be told from a plural; there the engine's "one" decides."""
    if number != 1 or not phrase.isupper() or len(phrase.split()) < 2 or any(c.isdigit() for c in phrase):
        return None
    return Count(text=phrase, value=1, min=1, max=1, best=1, modifier=CountModifier.EXACT)


def _one_more(case: Case, span: tuple[int, int]) -> Count | None:
    """ "Two were killed and a third was hurt": one, where the number below it stands before and no share is meant."""
    text = case.article.text
    ordinal = _ORDINAL.fullmatch(text[slice(*span)].lower())
    sentence = case.article.sentence_at(span[0])
    if ordinal is None or sentence is None or _OF_SHARE.match(text, span[1]):
        return None
    below = _BELOW[ordinal[1]]
    if not any(f.count.value == below and f.end <= span[0] for f in case.locator.counts_at(span[0])):
        return None
    return Count(text=text[slice(*span)], value=1, min=1, max=1, best=1, modifier=CountModifier.EXACT)


def count_absurd(case: Case) -> Iterator[Remark]:
    """N5: a figure above all people ever harmed at once is refused."""
    for record in list(case.casualties):
        largest = max((n for n in _figures(record.count) if n is not None), default=0)
        if largest > MOST_PEOPLE:
            yield case.refuse(record, f'count "{shown(case.article.text[slice(*record.span)])}" is beyond belief')


def number_disagrees(case: Case) -> Iterator[Remark]:
    """N6: the engine's own reading of a count gives way to the program's."""
    for record in case.casualties:
        number, count = record.draft.number, record.count
        if number is None or count is None or number in _figures(count) or _vague_enough(count, number):
            continue
        yield remark(
            record, f'the engine reads "{shown(count.text)}" as {shown_number(number)}; its words say {_spoken(count)}'
        )


def absence_of_reports(case: Case) -> Iterator[Remark]:
    """N7: "no reports of casualties" is no zero."""
    for record in list(case.casualties):
        sentence = case.article.sentence_at(record.span[0])
        if record.count is None or sentence is None or record.count.value or record.count.min:
            continue
        start, end = record.span[0] - sentence.start, record.span[1] - sentence.start
        if unreported(case.article.text[sentence.start : sentence.end], start, end):
            phrase = shown(case.article.text[slice(*record.span)])
            yield case.refuse(record, f'"{phrase}" tells of reports not received, which is no zero')


def count_only_possible(case: Case) -> Iterator[Remark]:
    """N8: a figure that "may have been killed" is a ceiling."""
    for record in case.casualties:
        count, sentence = record.count, case.article.sentence_at(record.span[0])
        if count is None or sentence is None or count.modifier is not CountModifier.EXACT or not count.value:
            continue
        before, after = clause_around(case, sentence, record.span)
        if record.draft.harm is not Harm.MISSING and unsure(before, after):
            bounds = {"min": None, "best": None, "max": count.value, "modifier": CountModifier.UP_TO}
            record.count = count.model_copy(update=bounds)
            yield remark(record, f'"{shown(count.text)}" is said to be possible only: kept as a ceiling')


def subset_too_large(case: Case) -> Iterator[Remark]:
    """N9: a part is not larger than its whole."""
    by_handle = {record.handle: record for record in case.casualties}
    for record in case.casualties:
        parent = by_handle.get(record.draft.subset_of or "")
        if parent and parent.count and record.count and _exceeds(record.count, parent.count):
            record.set(subset_of=None)
            yield remark(
                record, f'"{shown(record.count.text)}" cannot be part of "{shown(parent.count.text)}": the link is cut'
            )


def phrase_spans(quote: str, offset: int, phrase: str) -> list[tuple[int, int]]:
    """Whole-word places of a count phrase in a quote that begins at `offset`; exact ones, else folded ones."""
    phrase = phrase.strip()
    if not any(c.isalnum() for c in phrase):
        return []
    places = [span for span in _occurrences(quote, phrase) if whole_words(quote, *span)]
    if not places:
        folded, needle = fold_text(quote), fold(phrase).lower()
        lowered = folded.text.lower() if len(folded.text.lower()) == len(folded.text) else folded.text
        found = [folded.span(*span) for span in _occurrences(lowered, needle)]
        places = [span for span in found if whole_words(quote, *span)]
    return [(start + offset, end + offset) for start, end in places]


def _occurrences(text: str, needle: str) -> Iterator[tuple[int, int]]:
    at = text.find(needle) if needle else -1
    while at >= 0:
        yield at, at + len(needle)
        at = text.find(needle, at + 1)


def words(case: Case, span: tuple[int, int]) -> str:
    """The article's words without invisible characters, for the readers."""
    return _INVISIBLE.sub("", case.article.text[slice(*span)])


def clause_around(case: Case, sentence: Sentence, span: tuple[int, int]) -> tuple[str, str]:
    """What stands before and after a count in its sentence."""
    text = case.article.text
    return text[sentence.start : span[0]], text[span[1] : sentence.end]


def _whole_count(case: Case, span: tuple[int, int]) -> tuple[int, int]:
    """The count of the sentence that the phrase is a part of, if it says another thing than the part; else the span.

    Of words without any figure ("heavy casualties") a part never says the whole.
    """
    part = read_count(words(case, span))
    for found in case.locator.counts_at(span[0]):
        overlap = found.start < span[1] and span[0] < found.end
        if overlap and (found.start < span[0] or found.end > span[1]) and not found.count.derived:
            whole = min(found.start, span[0]), max(found.end, span[1])
            read = read_count(words(case, whole))
            other = part is None or part.modifier is CountModifier.UNQUANTIFIED or _figures(read) != _figures(part)
            return whole if read and other else span
    return span


def _widened(locator: Locator, evidence: Evidence, span: tuple[int, int]) -> Evidence:
    """The evidence, made to hold the whole of a count that it holds a part of."""
    if span[0] >= evidence.end or span[1] <= evidence.start:
        return evidence
    if evidence.start <= span[0] and span[1] <= evidence.end:
        return evidence
    return locator.evidence(min(evidence.start, span[0]), max(evidence.end, span[1]), evidence.match)


def _victims_at(record: OpenCasualty) -> int | None:
    for evidence in record.evidence:
        at = evidence.quote.find(record.draft.victims) if record.draft.victims else -1
        if at >= 0:
            return evidence.start + at
    return None


def _nearest(spans: list[tuple[int, int]], target: int | None) -> tuple[int, int]:
    return spans[0] if target is None else min(spans, key=lambda span: abs(span[0] - target))


def _figures(count: Count | None) -> tuple[int | None, ...]:
    return (count.value, count.min, count.max, count.best) if count else ()


def _vague_enough(count: Count, number: int) -> bool:
    return count.modifier is CountModifier.VAGUE and count.min is not None and count.min <= number <= 9 * count.min


def _spoken(count: Count) -> str:
    figures = [n for n in _figures(count) if n is not None]
    return f"{count.modifier.replace('_', ' ')} {figures[0]}" if figures else "no figure"


def _exceeds(part: Count, whole: Count) -> bool:
    least = part.min if part.min is not None else part.best
    same = part.unit is whole.unit or CountUnit.BODIES in {part.unit, whole.unit}
    return same and least is not None and whole.max is not None and least > whole.max
