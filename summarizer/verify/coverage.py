"""The coverage scanner (C): numbers of the article that read as people harmed, and whether a record holds them.

A number counts as people harmed when, inside its clause, it is bound to a word of harm in one of a few plain ways:
"26 soldiers were killed", "26 dead", "killed 26", "26 deaths", "a toll of 26". Deterministic, and of another build
than any engine, so that it also sees what an engine was talked out of. Precise before many (decision 034).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.normalize.harm import harm_nouns, harm_states, harm_verbs, other_heads, person_nouns
from summarizer.records.article import Sentence
from summarizer.records.values import Count
from summarizer.records.vocabulary import CountModifier, Harm
from summarizer.verify.case import Case, OpenCasualty, Remark
from summarizer.verify.folding import shown
from summarizer.verify.quotes import FoundSpan, Locator

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|[^\w\s]")
_STOPS = frozenset(
    ("; : . but while whereas although though after before when if unless since because until who which").split()
)
_AUXILIARY = frozenset("was were been being be is are got had have has also later reportedly all".split())
_SAYING = frozenset("said says told reported added according".split())
_TOLL = re.compile(
    r"\b(?:death )?toll\b[^.;]{0,40}$"
    r"|\bnumber of (?:people |those )?(?:dead|killed|deaths|injured|wounded)\b[^.;]{0,25}$"
)
_REACH = 9
"""Words looked at on either side of a count."""


@dataclass(frozen=True, slots=True)
class Harmed:
    """A number that reads as people harmed (code points of the article)."""

    start: int
    end: int
    count: Count
    harm: Harm


def harmed_numbers(locator: Locator) -> Iterator[Harmed]:
    """Every number of the article that reads as people harmed, in reading order."""
    for sentence in locator.article.sentences:
        text = locator.text[sentence.start : sentence.end]
        if not _HARM_WORD.search(text):
            continue
        for found in locator.counts_at(sentence.start):
            harm = _harm_of(text, found, sentence)
            if harm is not None and found.count.modifier is not CountModifier.UNQUANTIFIED:
                yield Harmed(found.start, found.end, found.count, harm)


def numbers_uncovered(case: Case) -> Iterator[Remark]:
    """C1: a number that reads as people harmed and is in no casualty record."""
    for number in _missing(case):
        if not any(_same_figure(number, record) for record in case.casualties):
            words = shown(case.article.text[number.start : number.end])
            yield Remark(
                f'"{words}" reads as people {number.harm}, but no record has it', None, number.start, number.end
            )


def numbers_repeated(case: Case) -> Iterator[Remark]:
    """C2: a number that repeats, outside all quotes, the figure and harm of a casualty record."""
    for number in _missing(case):
        twin = next((record for record in case.casualties if _same_figure(number, record)), None)
        if twin:
            said = (
                f'"{shown(case.article.text[number.start : number.end])}" repeats the figure of this record elsewhere'
            )
            yield Remark(said, twin.handle, number.start, number.end)


def _missing(case: Case) -> list[Harmed]:
    return [
        number
        for number in harmed_numbers(case.locator)
        if not case.planted_at(number.start, number.end) and not any(_covers(r, number) for r in case.casualties)
    ]


def _covers(record: OpenCasualty, number: Harmed) -> bool:
    """Inside one of the record's quotes, and its figure (or a part of its words: kin are added up)."""
    inside = any(e.start <= number.start and number.end <= e.end for e in record.evidence)
    overlap = record.span[0] < number.end and number.start < record.span[1]
    return overlap or (inside and _equal(record.count, number.count))


def _same_figure(number: Harmed, record: OpenCasualty) -> bool:
    same_harm = number.harm is record.draft.harm or Harm.CASUALTIES in {number.harm, record.draft.harm}
    return same_harm and _equal(record.count, number.count)


def _equal(one: Count | None, two: Count) -> bool:
    return one is not None and (one.value, one.min) in {(two.value, two.min), (two.value, one.min)}


def _harm_of(text: str, found: FoundSpan, sentence: Sentence) -> Harm | None:
    """The harm that binds a count, looking at what follows it first."""
    before, after = text[: found.start - sentence.start], text[found.end - sentence.start :]
    if _not_people(after):
        return None
    return _harm_after(_words(after)[:_REACH]) or _harm_before(_words(before)[-_REACH:], before)


def _words(text: str) -> list[str]:
    return _TOKEN.findall(text.lower())


def _not_people(after: str) -> bool:
    """Whether the noun counted is a thing: the first noun after the number that either list knows decides."""
    for word in _words(after)[:4]:
        if word in person_nouns() or word in harm_nouns() or word in harm_states():
            return False
        if word in other_heads():
            return True
        if not word[0].isalnum() or word in _AUXILIARY or word in _STOPS:
            return False
    return False


def _harm_after(words: list[str]) -> Harm | None:
    """ "26 dead", "26 IS militants had been killed", "26 civilian deaths", "26 people died"."""
    passive = people = False
    for index, word in enumerate(words):
        if word in _STOPS or word in _SAYING:
            return None
        if word in harm_nouns() and index <= 2:
            return harm_nouns()[word]
        if word in harm_states() and (index <= 1 or passive or people):
            return harm_states()[word]
        verb = harm_verbs().get(word)
        if verb and _suffered(verb.transitive, verb.forms, passive=passive, near=index <= 1, last=_ends(words, index)):
            return verb.harm
        if verb and verb.transitive:
            return None
        passive = passive or word in _AUXILIARY
        people = people or word in person_nouns()
        if word in {",", "and"}:
            return None
    return None


def _suffered(transitive: bool, forms: frozenset[str], *, passive: bool, near: bool, last: bool) -> bool:
    """Whether the people counted before this verb suffered it."""
    if not transitive:
        return "past" in forms or "participle" in forms or passive
    return "participle" in forms and (passive or near or last)


def _ends(words: list[str], index: int) -> bool:
    """Whether a bare participle is followed by something that cannot be its object: "12 people killed in"."""
    following = words[index + 1] if index + 1 < len(words) else "."
    return following in {
        "in",
        "by",
        "on",
        "at",
        "when",
        "after",
        "and",
        ",",
        ".",
        "during",
        "near",
        "since",
        "as",
        ")",
        "so",
    }


def _harm_before(words: list[str], before: str) -> Harm | None:
    """ "killed 26", "killing at least 26", "the deaths of 26", "a death toll of 26"."""
    if _TOLL.search(before.lower()):
        return Harm.KILLED
    for distance, word in enumerate(reversed(words)):
        if word in _STOPS or word in _SAYING or word in {".", "by", "from"} or distance > 4:
            return None
        if word in harm_nouns() and distance <= 1 and words[-1] == "of":
            return harm_nouns()[word]
        verb = harm_verbs().get(word)
        if verb and verb.transitive:
            return verb.harm if _acts(words, len(words) - 1 - distance, verb.forms) else None
        if word in person_nouns() or word in other_heads():
            return None
    return None


def _acts(words: list[str], index: int, forms: frozenset[str]) -> bool:
    """Whether the verb at `index` is active, so that what follows it is harmed."""
    before = words[index - 1] if index else ""
    passive = before in {"was", "were", "been", "being", "be", "is", "are", "got"}
    return not passive and bool(forms & {"past", "base", "third", "gerund"})


_HARM_WORD = re.compile(
    r"\b(?:"
    + "|".join(sorted(map(re.escape, {*harm_verbs(), *harm_states(), *harm_nouns(), "toll"}), key=len, reverse=True))
    + r")\b",
    re.IGNORECASE,
)
