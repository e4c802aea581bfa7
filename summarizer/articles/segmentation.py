"""Where sentences end: one pass over the full stops of a paragraph, a few questions about each.

Rules, in the order asked: docs/decisions/011-own-segmentation.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_lowercase, ascii_uppercase

from summarizer.articles.lexicon import Lexicon, lexicon

LONGEST = 1000
"""Code points after which a sentence without a full stop is cut."""

_CLOSERS = r"(?:[\"'”’»)\]]|\[\d{1,3}\])*+"
_STOP = ".!?…؟。！？"
# The pattern starts with a plain character class, which the engine can look for fast; the look-behind then keeps a run
# of full stops from being tried at each of its members.
_BOUNDARY = re.compile(
    rf"[{_STOP}](?<![{_STOP}]{{2}})(?:"
    rf"(?P<more>[{_STOP}]*+)(?P<close>{_CLOSERS})(?=\s++(?P<next>\S{{1,16}}))"
    r"|(?<=[a-z][a-z)][.!?])(?P<glued>[\"”’)]*+)(?=[\"“‘(]?[A-Z][a-z])"
    r"|(?<=[。！？])[。！？]*+[”」』）]*+)"
)
_TOKEN = re.compile(r"[^\s\"'“”‘’(\[/—–]+$")
_ON_X = re.compile(r"\b(?:on|to|via|platform|network) X$")
"""Before a full stop: the site, no initial ("the mayor said on X. Residents fled")."""
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_PREFIXED_NAME = re.compile(r"(?:al|el|as|an|ad|at|ar|ash|az|de|von|van)[- ][A-Z]")
_OPENERS = "\"'“”‘’«([<*•-–—¿¡"
_UPPER, _LOWER = ascii_uppercase.encode(), ascii_lowercase.encode()
_SOFT = re.compile(r"[;:,](?=\s)|\s")


class Style:
    """How a text uses capitals, which decides what a lower-case letter after a full stop means."""

    def __init__(self, text: str) -> None:
        sample = text[:4000].encode("ascii", "ignore")
        upper = len(sample) - len(sample.translate(None, _UPPER))
        lower = len(sample) - len(sample.translate(None, _LOWER))
        self.all_caps = upper > 9 * lower and upper > 20
        self.no_caps = lower > 60 and upper * 100 < lower
        self.words: Lexicon = lexicon(self.all_caps)


def sentences(text: str, start: int, end: int, style: Style) -> Iterator[tuple[int, int]]:
    """Spans of the sentences in the paragraph [start, end), without white space around them. Linear in its length."""
    begin = start
    for mark in _BOUNDARY.finditer(text, start, end):
        if _breaks(text, begin, mark, style):
            yield from _cut(text, begin, mark.end())
            begin = _skip_space(text, mark.end(), end)
    if begin < end:
        yield from _cut(text, begin, end)


def _skip_space(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _breaks(text: str, begin: int, mark: re.Match[str], style: Style) -> bool:
    following = mark["next"]
    if following is None:
        return mark["glued"] is None or not _address(text, begin, mark.start())
    stop = text[mark.start()] + mark["more"]
    opener = following.lstrip(_OPENERS)
    if opener and opener[0] in _STOP:
        return False
    if not opener or opener[0].islower():
        return not mark["close"] and _breaks_before_small(opener, text[mark.start()] + mark["more"], style)
    if stop != ".":
        return stop.strip(".…") != "" or _after_ellipsis(opener, style)
    if mark["close"].strip(")"):
        return True
    token = _TOKEN.search(text, max(begin, mark.start() - 24), mark.start())
    if token is None or _ON_X.search(text, max(begin, token.start() - 12), token.end()):
        return True
    return _after_word(token[0], opener, style)


def _address(text: str, begin: int, at: int) -> bool:
    """Is the full stop inside something like www.Example.org?"""
    token = text[max(begin, at - 40) : at].rsplit(None, 1)[-1:]
    return bool(token) and ("/" in token[0] or "@" in token[0] or token[0].startswith("www"))


def _breaks_before_small(opener: str, stop: str, style: Style) -> bool:
    """A small letter goes on with the sentence, unless the text has no capitals or an Arabic article stands there."""
    if not opener or len(stop) > 1:
        return False
    return style.no_caps or (stop == "." and bool(_PREFIXED_NAME.match(opener)))


def _after_ellipsis(opener: str, style: Style) -> bool:
    if style.all_caps:
        return _first_word(opener) in style.words.openers
    return opener[0].isupper()


def _after_word(token: str, opener: str, style: Style) -> bool:
    """Does the full stop after `token` end a sentence, given what follows?"""
    words = style.words
    if token in words.titles:
        return False
    if token in words.before_figure:
        return not opener[0].isdigit()
    if _DOTTED.fullmatch(token):
        return _after_dotted(token.lower(), _first_word(opener), style)
    if token in words.enders or (len(token) == 1 and token.isalpha()):
        return _first_word(opener) in words.openers
    return token.rpartition("-")[2] not in words.titles


def _after_dotted(token: str, word: str, style: Style) -> bool:
    if token in style.words.titles:
        return False
    if token in {"a.m", "p.m"}:
        return word not in style.words.after_clock
    return word in style.words.openers


def _first_word(opener: str) -> str:
    cut = re.match(r"[^\W\d_]+", opener)
    return cut[0].lower() if cut else ""


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span itself, or parts of at most LONGEST code points, cut after a semicolon, comma or space."""
    while end - start > LONGEST:
        at = _soft_place(text, start + LONGEST // 2, start + LONGEST)
        stop = at
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        yield start, stop
        start = _skip_space(text, at, end)
    if start < end:
        yield start, end


def _soft_place(text: str, low: int, high: int) -> int:
    best, rank = high, 0
    for found in _SOFT.finditer(text, low, high):
        weight = {";": 3, ":": 2, ",": 2}.get(found[0], 1)
        if weight >= rank:
            best, rank = found.end(), weight
    return best
