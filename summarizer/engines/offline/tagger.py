"""Words, and their parts of speech.

The word list is the one of Brill's tagger (Penn Treebank tags; words_build.py); contextual rules are few and local.
Offsets are code points into the sentence's text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from summarizer.engines.offline.lexicon import base_verbs, tag_overrides, words
from summarizer.engines.offline.words_build import FILE
from summarizer.normalize.harm import harm_states, person_nouns

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"
    r"|(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Capt|Maj|Sgt|Brig|Insp|Supt|Rev|Prof|Gov|Sen|Rep|St|Cpl|Adm|Hon|Jr|Sr"
    r"|Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec|Brgy|No)\."
    r"|['’]s\b|n['’]t\b"
    r"|\d+(?:[.,:]\d+)*(?:[-–]?[^\W\d_]+)*"
    r"|[^\W\d_]+?(?=n['’]t\b)"
    r"|[^\W_]+(?:[-‐‑][^\W_]+|['’](?!s\b)[^\W\d_]+|['’]s-[^\W_]+)*"
    r"|\.\.\.|--|\S"
)
_STATES = frozenset(harm_states())
_KEPT_CAPITALISED = words("tagger", "kept_capitalised")
_NOMINAL = frozenset({"NN", "NNS", "NNP", "JJ", "VB", "VBP", "FW", "RB"})
_DETERMINING = frozenset({"DT", "PRP$", "JJ", "CD", "POS", "JJS"})
_PUNCTUATION = {",": ",", ".": ".", "?": ".", "!": ".", ";": ":", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")"}
_QUOTES = frozenset('"“”„«»')
_DO = frozenset({"did", "do", "does"})
_DASHES = frozenset({"--", "—", "–", "-", "..."})
_GERUNDS = frozenset({"shelling", "bombing", "fighting", "looting", "shooting", "firing", "killing", "kidnapping"})
# Example: ", killing three" against "the killing of three": what may follow the verb, not the noun.
_OPENS_OBJECT = frozenset({"CD", "DT", "PRP$", "JJ", "NNP", "NNS", "JJS"})
_COUNTS_OFF = frozenset({"lists", "reports", "claims", "counts", "records"})
_SPEAKS = frozenset({"reports", "claims", "states", "notes"})
_FINITE = words("tagger", "finite")
_ARTICLES_OF_NAMES = words("tagger", "articles_of_names")
_SUFFIXES = (
    ("ing", "VBG"),
    ("ed", "VBN"),
    ("ly", "RB"),
    ("ous", "JJ"),
    ("ful", "JJ"),
    ("ss", "NN"),
    ("s", "NNS"),
)


class Word(NamedTuple):
    """One token. `tag` is a Penn Treebank tag; past tense and past participle are both VBN: a verb group decides."""

    text: str
    low: str
    tag: str
    start: int
    end: int


@cache
def _lexicon() -> dict[str, str]:
    """Word -> tag. Made by words_build.py when the package is built; names are not in it."""
    out: dict[str, str] = {}
    with FILE.open(encoding="utf-8") as lines:
        for line in lines:
            tag, *listed = line.split()
            out.update(dict.fromkeys(listed, tag))
    return out


def words_of(text: str, *, capitals: bool = False) -> list[Word]:
    """Tokens of one sentence with tags. `capitals`: the article is written in capitals throughout."""
    lexicon, overrides, people, verbs = _lexicon(), tag_overrides(), person_nouns(), base_verbs()
    out: list[Word] = []
    previous = ""
    for match in _TOKEN.finditer(text):
        token = match.group()
        low = token.lower()
        tag = overrides.get(low, "") if capitals or not _is_acronym(token) else "NNP"
        tag = tag or _word_tag(token, low, lexicon, first=not out, capitals=capitals)
        named = tag == "NNP" and token[0].isupper() and not capitals
        if tag in _NOMINAL and low in people and low not in _STATES and not named:
            tag = "NNS" if people[low].plural else "NN"
        if out:
            tag = _after(out, tag, match.start())
        tag = _in_context(tag, low, previous, out, verbs)
        out.append(Word(token, low, tag, match.start(), match.end()))
        previous = tag
    return out


def _is_acronym(token: str) -> bool:
    return len(token) > 1 and token.isalpha() and token.isupper()


def _after(out: list[Word], tag: str, start: int) -> str:
    """The tag of a word at `start` after the words so far; a genitive mark or a number may correct the word before."""
    before = out[-1]
    if tag in {"'", "POS"} and before.end == start:
        tag = "POS" if tag == "POS" or before.low.endswith("s") else tag
        if tag == "POS" and before.tag == "RB":
            out[-1] = before._replace(tag="NN")
    gerund = before.tag == "NN" and before.low in _GERUNDS and tag in _OPENS_OBJECT
    if gerund and len(out) > 1 and out[-2].tag in {",", "CC", "VBN", '"'}:
        out[-1] = before._replace(tag="VBG")
    if tag == "CD" and before.low in _COUNTS_OFF and len(out) > 1 and before.tag == "NNS":
        out[-1] = before._replace(tag="VBZ")
    return tag


def _word_tag(token: str, low: str, lexicon: dict[str, str], *, first: bool, capitals: bool) -> str:
    """The tag of a word by itself, from the word list or from its shape."""
    head = token[0]
    if head.isdigit():
        return "JJ" if token[-1].isalpha() and "-" in token else "CD"
    if not head.isalnum():
        return _punctuation(token)
    if not capitals and not (first and head.isupper()):
        found = lexicon.get(token)
        if found and head.isupper() and found not in _KEPT_CAPITALISED:
            return "NNP"
        return found or _guess(token, low, head.isupper())
    found = lexicon.get(low) or lexicon.get(token.capitalize())
    if first and not capitals and not lexicon.get(low):
        found = found if found in _KEPT_CAPITALISED else None
        return found or _guess(token, low, capital=True)
    return found or _guess(token, low, capital=capitals or head.isupper())


def _punctuation(token: str) -> str:
    if token in _PUNCTUATION:
        return _PUNCTUATION[token]
    if token in _QUOTES:
        return '"'
    if token in _DASHES:
        return "--"
    if token in {"'s", "’s"}:
        return "POS"
    if token in {"n't", "n’t"}:
        return "RB"
    return "'" if token in {"'", "’", "‘"} else "SYM"


def _guess(token: str, low: str, capital: bool) -> str:
    """The tag of a word that the list does not know."""
    if capital:
        return "NNP"
    if "-" in low and low.partition("-")[0] in _ARTICLES_OF_NAMES and not token.islower():
        return "NNP"
    if "-" in low:
        return "JJ" if low.endswith(("ed", "old", "ing", "held", "backed", "led", "run")) else "NN"
    for suffix, tag in _SUFFIXES:
        if low.endswith(suffix) and len(low) > len(suffix) + 2:
            return tag
    return "NN"


def _in_context(tag: str, low: str, previous: str, out: list[Word], verbs: frozenset[str]) -> str:
    """The tag of a word after those of `out`, the last of which is tagged `previous`; `verbs` are known base forms."""
    if tag == "VBD":
        tag = "VBN"
    if tag == "NN" and previous in {"NNS", "NNPS"} and low.endswith("ing") and low in _GERUNDS:
        return "VBG"
    if tag == "THAT" and previous == "IN":
        return "DT"
    if previous in _DETERMINING:
        if tag in {"VB", "VBP"} and low not in _FINITE:
            return "NN"
        if tag == "VBZ" and low not in _FINITE and out[-1].low not in {"that", "all", "both", "this", "one"}:
            return "NNS"
    helped = previous == "RB" and len(out) > 1 and (out[-2].tag == "MD" or out[-2].low in _DO)
    if previous in {"TO", "MD"} or helped:
        if tag in {"NN", "VBP", "JJ", "VBN"} and (low in verbs or previous == "MD"):
            return "VB"
    elif tag == "VB" and previous in {"NNS", "NNPS", "PRP"}:
        return "VBP"
    elif tag == "VB" and previous in {"NN", "NNP"}:
        return "NN"
    elif tag == "NNS" and previous in {"NN", "NNP"} and low in _SPEAKS:
        return "VBZ" if out[-1].low not in {"news", "press", "media"} else tag
    elif tag == "NN" and previous == "PRP" and low in verbs:
        return "VBP"
    return tag
