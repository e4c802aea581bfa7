"""How alike two wordings are: folding, the head of a noun phrase, the overlap of two quotes.

Pure functions over strings; nothing here knows about records. Words are compared lower case and in a crude singular.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_DOUBLE, _SINGLE, _DASHES = "“”„‟«»″〝〞", "‘’‚‛′`´‹›", "‐‑‒–—―−"
_MARKS = {ord(c): '"' for c in _DOUBLE} | {ord(c): "'" for c in _SINGLE} | {ord(c): "-" for c in _DASHES}
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")

_LEXICON = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
_FILLERS, _BREAKS = frozenset(_LEXICON["fillers"]), frozenset(_LEXICON["breaks"])
_GENERIC, _IRREGULAR = frozenset(_LEXICON["people"]), _LEXICON["singular"]


class Phrase(NamedTuple):
    """A noun phrase: its head word and all its content words, in the crude singular."""

    head: str
    words: frozenset[str]


def fold(text: str) -> str:
    """White space, quotation marks and dashes made plain; case kept."""
    return " ".join(text.translate(_MARKS).split())


def stem(word: str) -> str:
    """The crude singular of a lower-case word."""
    if word in _IRREGULAR:
        return str(_IRREGULAR[word])
    if word.endswith("men") and len(word) > 4:
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def tokens(text: str) -> list[str]:
    """Lower-case words and numbers of a text, possessive endings removed."""
    return [w.removesuffix("'s") for w in _WORD.findall(text.translate(_MARKS).lower())]


@lru_cache(maxsize=65536)
def phrase(text: str) -> Phrase:
    """Head (the last content word before a comma or preposition) and content words of a noun phrase."""
    words = tokens(text.split(",", maxsplit=1)[0]) or tokens(text)
    core: list[str] = []
    for word in words:
        if word in _BREAKS and core:
            break
        if word not in _FILLERS and word not in _BREAKS and not word[0].isdigit():
            core.append(stem(word))
    every = frozenset(stem(w) for w in tokens(text) if w not in _FILLERS and w not in _BREAKS and not w[0].isdigit())
    return Phrase(core[-1] if core else "", every)


@lru_cache(maxsize=65536)
def phrase_likeness(one: str, other: str) -> float:
    """1 same words, 0.8 same head, 0.5 one head inside the other phrase, 0.3 both mean just people, else 0."""
    if one == other:
        return 1.0
    a, b = phrase(one), phrase(other)
    if not a.words or not b.words:
        return 1.0 if bare_counts_agree(one, other) else _generic_likeness(a, b)
    if a.words == b.words:
        return 1.0
    if a.head and a.head == b.head:
        return 0.8
    if (a.head and a.head in b.words) or (b.head and b.head in a.words):
        return 0.5
    return _generic_likeness(a, b)


def bare_counts_agree(one: str, other: str) -> bool:
    """Whether two phrases that hold nothing but numbers or fillers ("nine", "the others") share a word."""
    return bool(set(tokens(one)) & set(tokens(other)))


def _generic_likeness(a: Phrase, b: Phrase) -> float:
    generic = all(not p.words or p.head in _GENERIC for p in (a, b))
    return 0.3 if generic else 0.0


@lru_cache(maxsize=65536)
def name_likeness(one: str, other: str) -> float:
    """Of two names of a party or source: 1 same words, 0.8 one's words inside the other's, 0.5 same head, else 0."""
    a, b = phrase(one), phrase(other)
    if fold(one).lower() == fold(other).lower() or (a.words and a.words == b.words):
        return 1.0
    if a.words and b.words and (a.words <= b.words or b.words <= a.words):
        return 0.8
    return 0.5 if a.head and a.head == b.head else 0.0


def token_f1(one: str, other: str) -> float:
    """F1 of the words of two texts, counted with repetition."""
    (a, size), (b, other_size) = _bag(one), _bag(other)
    if len(b) < len(a):
        a, b = b, a
    shared = sum(min(n, b[word]) for word, n in a.items() if word in b)
    return 2 * shared / (size + other_size) if shared else 0.0


def word_f1(one: str, other: str) -> float:
    """F1 of the different words of two texts: rougher than `token_f1`, and quick."""
    a, b = _words(one), _words(other)
    shared = len(a & b)
    return 2 * shared / (len(a) + len(b)) if shared else 0.0


@lru_cache(maxsize=8192)
def _words(text: str) -> frozenset[str]:
    return frozenset(tokens(text))


@lru_cache(maxsize=8192)
def _bag(text: str) -> tuple[Counter[str], int]:
    words = tokens(text)
    return Counter(words), len(words)


@lru_cache(maxsize=4096)
def _pattern(quote: str) -> re.Pattern[str]:
    folded = re.escape(fold(quote))
    spaced = folded.replace(r"\ ", r"\s+").replace('"', f'["{_DOUBLE}]').replace("'", f"['{_SINGLE}]")
    return re.compile(spaced.replace(r"\-", f"[-{_DASHES}]"))


def locate(quote: str, text: str) -> tuple[tuple[int, int], ...]:
    """Every place (code points, end exclusive) where the quote stands in the text, after folding; at most 20."""
    if not quote.strip():
        return ()
    found: list[tuple[int, int]] = []
    start = text.find(quote)
    while start >= 0 and len(found) < 20:
        found.append((start, start + len(quote)))
        start = text.find(quote, start + 1)
    if found:
        return tuple(found)
    return tuple(match.span() for match, _ in zip(_pattern(quote).finditer(text), range(20), strict=False))
