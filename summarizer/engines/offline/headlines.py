"""Headlines: which of their capitals are those of names, and which of their nouns are verbs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from summarizer.engines.offline.lexicon import base_verbs, words
from summarizer.engines.offline.tagger import Word
from summarizer.engines.offline.word_list import word_list
from summarizer.normalize.places import country_of

_WORD = re.compile(r"[A-Za-z][\w'’-]*")
_LONG = 4
"""Letters of a word that a headline in title case begins with a capital, and a sentence does not."""
_FEW = 3
"""A headline with fewer such words does not show its case."""
_GIVEN_NAMES = words("tagger", "given_names")
_OF_MANY = words("headlines", "of_many")
_OF_ONE = words("headlines", "of_one")
_COMPOUNDS = words("headlines", "compounds")
_NO_OBJECTS = words("headlines", "no_objects")
_FINITE = frozenset({"VBZ", "VBP", "VBN", "MD"})
_OBJECT = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "CD", "DT", "PRP$"})
_BREAKS = frozenset({",", ";", ":", ".", "--"})


def in_sentence_case(headline: str, body: Sequence[str]) -> str:
    """The headline with small letters where the body of the article, or else the word list, has them; else unchanged.

    Same length, so that offsets stay. Example: "Junta Bombs Sagaing Monastery" -> "junta bombs Sagaing monastery".
    """
    found = list(_WORD.finditer(headline))
    long = [m[0] for m in found[1:] if len(m[0]) >= _LONG]
    if len(long) < _FEW or not all(word[0].isupper() for word in long):
        return headline
    told = [_WORD.findall(text) for text in body]
    written = {word for words in told for word in words}
    if not any(word.lower() in written for word in long):
        return headline
    names = {pair for words in told for pair in pairwise(words[1:]) if all(word[0].isupper() for word in pair)}
    capitals = {i + j for i, pair in enumerate(pairwise(m[0] for m in found)) if pair in names for j in (0, 1)}
    letters = list(headline)
    for i, word in enumerate(found):
        if i not in capitals and _is_no_name(word[0], written):
            letters[word.start()] = word[0][0].lower()
    return "".join(letters)


def _is_no_name(word: str, written: set[str]) -> bool:
    low = word[0].lower() + word[1:]
    if not low.islower() or low in _GIVEN_NAMES or country_of(word) is not None:
        return False
    if low in written or word in written:
        return low in written
    forms = (low, low.removesuffix("s"), low.partition("'")[0])
    return any(form in base_verbs() or word_list().get(form) is not None for form in forms)


def with_verbs(found: list[Word]) -> list[Word]:
    """The words of a headline, where the first noun of a deed that has a subject and an object is its verb.

    Example: "Rebels attack army base", "Israel strikes Beirut suburb"; not "Israeli strikes kill nine in Beirut". So is
    one behind a comma: "kill nine, abduct 30 others".
    """
    out, first = list(found), 0
    for end in (*(i for i, word in enumerate(found) if word.tag in _BREAKS), len(found)):
        clause = range(first, end)
        goes_on = first and first + 1 < end and found[first].low in _OF_MANY | _OF_ONE
        if goes_on and found[first - 1].tag == "," and found[first + 1].tag in _OBJECT:
            out[first] = found[first]._replace(tag="VBZ" if found[first].low in _OF_ONE else "VBP")
        elif not any(_is_finite(found, i) for i in clause):
            verb = next((i for i in clause if i > first and i + 1 < end and _is_verb(*found[i - 1 : i + 2])), None)
            if verb is not None:
                out[verb] = found[verb]._replace(tag="VBZ" if found[verb].low in _OF_ONE else "VBP")
        first = end + 1
    return out


def _is_finite(found: list[Word], i: int) -> bool:
    """Is the word at i a verb with a subject: not the "displaced" of "sheltering displaced"?"""
    return found[i].tag in _FINITE and not (i and found[i].tag == "VBN" and found[i - 1].tag in {"VBG", "DT", "JJ"})


def _is_verb(before: Word, word: Word, after: Word) -> bool:
    if after.low in _NO_OBJECTS:
        return False  # "Gaza strikes toll", "Paris attacks suspect"
    if after.tag not in _OBJECT and not (word.low == "clash" and after.low == "with"):
        return False
    if word.low in _OF_MANY:
        return before.tag in {"NNS", "NNPS"}
    return word.low in _OF_ONE and before.tag in {"NN", "NNP"} and before.low not in _COMPOUNDS
