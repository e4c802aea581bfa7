"""The coverage scanner: which numbers of the article read as people harmed.

A number does when, inside its clause, it is bound to a word of harm in one of a few plain ways: "26 soldiers were
killed", "26 dead", "killed 26", "26 deaths", "a toll of 26", "26 lost their lives", "two of them". Deterministic,
and of another build than any engine, so that it also sees what an engine was talked out of. Precise before many
(decision 034).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from summarizer.normalize.harm import harm_nouns, harm_states, harm_verbs, other_heads, person_nouns
from summarizer.records.values import Count
from summarizer.records.vocabulary import CountModifier, CountUnit, Harm
from summarizer.tables import read_table
from summarizer.verify.quotes import FoundSpan, Locator

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|[^\w\s]")
_STATED = re.compile(
    r"\b(?:death )?toll\b[^.;]{0,80}\b(?:at|to|of|from|reached|passed|was|is|stood at|:) $"
    r"|\b(?:number of (?:[\w-]+ ){0,3}|the )"
    r"(?P<harm>dead|killed|deaths|injured|wounded|missing|captured|displaced|prisoner)\b"
    r"[^.;,]{0,40}\b(?:at|to|as|was|is|reached) $"
)
REACH = 12
"""Words looked at on either side of a count, and twice as many after it where something is inserted."""

NEAR = 160
"""Code points that hold them."""


@dataclass(frozen=True, slots=True)
class Harmed:
    """A number that reads as people harmed (code points of the article)."""

    start: int
    end: int
    count: Count
    harm: Harm


class _Clause(NamedTuple):
    """The words before and after one count, lower case; `others` the first words of the sentence's other counts."""

    before: list[str]
    after: list[str]
    lead: str
    counted: frozenset[str]


def harmed_numbers(locator: Locator) -> Iterator[Harmed]:
    """Every number of the article that reads as people harmed, in reading order."""
    for sentence in locator.article.sentences:
        text = locator.text[sentence.start : sentence.end]
        counts = locator.counts_at(sentence.start)
        if not counts or _harm_words().isdisjoint(_TOKEN.findall(text.lower())):
            continue
        yield from _in_sentence(text, sentence.start, counts)


def _in_sentence(text: str, start: int, counts: list[FoundSpan]) -> Iterator[Harmed]:
    counted = frozenset(word for found in counts for word in _TOKEN.findall(found.count.text.lower())[:1])
    last: Harm | None = None
    for found in counts:
        if found.count.modifier is CountModifier.UNQUANTIFIED:
            continue
        lead = text[max(0, found.start - start - NEAR) : found.start - start].lower()
        after = text[found.end - start : found.end - start + 2 * NEAR].lower()
        clause = _Clause(_TOKEN.findall(lead)[-REACH:], _TOKEN.findall(after)[: 2 * REACH], lead, counted)
        harm = _harm_of(clause, found.count, last)
        if harm is not None:
            yield Harmed(found.start, found.end, found.count, harm)
            last = harm


def _harm_of(clause: _Clause, count: Count, last: Harm | None) -> Harm | None:
    if _things(clause.after):
        return None
    if count.unit is CountUnit.BODIES:
        return Harm.KILLED
    if last and _part_of_last(clause):
        return _harm_after(clause) or last
    return _harm_stated(clause.lead) or _harm_after(clause) or _harm_before(clause, count, last)


def _things(after: list[str]) -> bool:
    """Whether the noun counted is a thing: the first noun after the number that either list knows decides."""
    for word in after[:4]:
        if word in person_nouns() or word in harm_nouns() or word in harm_states():
            return False
        if word in other_heads():
            return True
        if not word[0].isalnum() or word in _words("auxiliary") or word in _words("stop"):
            return False
    return False


def _harm_stated(lead: str) -> Harm | None:
    """ "a death toll of 26", "put the dead at three", "the number of soldiers taken prisoner at 167"."""
    stated = _STATED.search(lead)
    if not stated:
        return None
    word = stated["harm"]
    return Harm.KILLED if word is None else Harm.CAPTURED if word == "prisoner" else _harm_words_of(word)


def _part_of_last(clause: _Clause) -> bool:
    """ "five of them", "of whom three", "including 12 children", "among them two medics"."""
    after = clause.after[:2]
    if after[:1] == ["of"] and len(after) > 1 and after[1] in _words("subset_head"):
        return True
    return any(word in _words("subset_lead") for word in clause.before[-2:]) or clause.before[-2:] == ["of", "whom"]


def _harm_after(clause: _Clause) -> Harm | None:
    """ "26 dead", "26 IS militants had been killed", "26 civilian deaths", "26 people, two of them women, died"."""
    words = _without_apposition(clause.after)[:REACH]
    passive = people = False
    for index, word in enumerate(words):
        if word in _words("stop") or (word in _words("list") and not _goes_on(clause, words, index, passive=passive)):
            return None
        if word in harm_nouns() and index <= 2:
            return _noun_harm(words, index)
        if harm := _suffered(words, index, passive=passive):
            return harm
        if (verb := harm_verbs().get(word)) and verb.transitive:
            return None
        if word in harm_states() and (index <= 1 or passive or people):
            return harm_states()[word]
        passive = passive or word in _words("auxiliary")
        people = people or word in person_nouns()
    return None


def _noun_harm(words: list[str], index: int) -> Harm | None:
    """The harm of a noun, unless it is part of another name ("death threat") or of no news ("prisoners")."""
    if words[index] in _words("ordinary") or any(word in _words("compound") for word in words[index + 1 : index + 2]):
        return None
    return harm_nouns()[words[index]]


def _without_apposition(words: list[str]) -> list[str]:
    """The words without a short insertion between commas: "11 civilians, four of them children, perished"."""
    if "," not in words[:5]:
        return words
    opened = words.index(",")
    closed = next((i for i in range(opened + 2, min(opened + 10, len(words))) if words[i] == ","), None)
    return words if closed is None else [*words[:opened], *words[closed + 1 :]]


def _goes_on(clause: _Clause, words: list[str], index: int, *, passive: bool) -> bool:
    """Whether a list goes on with another count, so that what is said after it is said of both."""
    following = words[index + 1] if index + 1 < len(words) else ""
    return not passive and (following in clause.counted or following in _words("list"))


def _suffered(words: list[str], index: int, *, passive: bool) -> Harm | None:
    """The harm that the people counted before `words[index]` suffered by this verb."""
    word, following = words[index], words[index + 1 : index + 4]
    if word in _words("loss"):
        return Harm.KILLED if any(w in {"life", "lives"} for w in following) else None
    if word in _words("own_harm"):
        return Harm.INJURED if any(w in _words("wounds") for w in following) else None
    if word == "taken" and any(w in _words("taken") for w in following):
        return Harm.CAPTURED
    verb = harm_verbs().get(word)
    if verb is None:
        return None
    if not verb.transitive:
        return verb.harm if passive or verb.forms & {"past", "participle"} else None
    closed = not following or following[0] in _words("close_after")
    bare = index <= 1 and not (following and _begins_object(following[0]))
    return verb.harm if "participle" in verb.forms and (passive or bare or closed) else None


def _begins_object(word: str) -> bool:
    """Whether a word after a verb begins what the verb acts on: "one group murdered the priests"."""
    return word in _words("determiner") or word in person_nouns() or word.isdecimal()


def _harm_before(clause: _Clause, count: Count, last: Harm | None) -> Harm | None:
    """ "killed 26", "killing at least 26 soldiers and nine civilians", "the deaths of 26", "lost 31 men"."""
    words = clause.before if count.value != 0 else clause.before[-1:]
    if any(word in _words("relative") for word in clause.after[:1]):
        return None
    listed = False
    for distance, word in enumerate(reversed(words)):
        at = len(words) - 1 - distance
        if word in harm_nouns() and distance == 1 and words[-1] == "of":
            return harm_nouns()[word]
        verb = harm_verbs().get(word)
        if verb and verb.transitive:
            return verb.harm if _acts(clause, at, verb.forms) else last if listed and last is verb.harm else None
        if word in _words("loss") and distance <= 2 and any(w in person_nouns() for w in clause.after[:2]):
            return Harm.KILLED
        if word in _words("list") and _after_people(words, at):
            listed = True
        elif distance > (REACH if listed else 3) or _parts(word, listed=listed):
            return None
    return None


def _parts(word: str, *, listed: bool) -> bool:
    """Whether a word between a verb of harm and a count keeps the two apart."""
    if word in _words("stop") or word in _words("preposition") or word == "," or word in other_heads():
        return True
    return word in person_nouns() and not listed


def _after_people(words: list[str], at: int) -> bool:
    """Whether a joining word at `at` follows the people of an earlier count, so that the list goes on."""
    return any(
        word in person_nouns() or word in _words("list") or word in harm_verbs() for word in words[max(0, at - 2) : at]
    )


def _acts(clause: _Clause, at: int, forms: frozenset[str]) -> bool:
    """Whether the verb at `at` is active, so that what follows it is harmed: "were killed", "the 14 killed" are not."""
    before = clause.before[at - 1] if at else ""
    passive = before in _words("passive") or before in clause.counted
    return not passive and bool(forms & {"past", "base", "third", "gerund"})


def _harm_words_of(word: str) -> Harm | None:
    verb = harm_verbs().get(word)
    return harm_nouns().get(word) or harm_states().get(word) or (verb.harm if verb else None)


@cache
def _harm_words() -> frozenset[str]:
    return frozenset({*harm_verbs(), *harm_states(), *harm_nouns(), "toll", "lost", "wounds", "burns", "taken"})


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_lexicon()[name].split())


@cache
def _lexicon() -> dict[str, str]:
    return read_table(Path(__file__).with_name("lexicons") / "harmed.toml")
