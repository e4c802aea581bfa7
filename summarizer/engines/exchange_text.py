"""From the text of a reply to JSON objects: fences, thinking, prose around it, several answers, a cut end.

What cannot be read raises Unreadable, whose message never holds text of the reply.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic_core import from_json

LONGEST_REPLY = 4_000_000
DEEPEST = 60
KINDS = ("actors", "events", "casualties", "claims", "summary")

_THINKING = re.compile(r"<(think|thinking|reasoning)>.*?</\1>", re.S | re.I)
_SURROGATES = re.compile("[\ud800-\udfff\x00]")
_MARK = re.compile(r'["\\{}\[\]]')

Object = dict[str, Any]


class Unreadable(ValueError):
    """The reply holds no answer. The message says why, in words that may be sent back to the model."""


class Answers(NamedTuple):
    """Objects of a reply that look like answers. `complete`: the last one is closed."""

    objects: tuple[Object, ...]
    complete: bool = True


def answers_in(text: str) -> Answers:
    """The answers in `text`. Raises Unreadable."""
    if len(text) > LONGEST_REPLY:
        raise Unreadable(f"the reply is longer than {LONGEST_REPLY:,} characters")
    text = _THINKING.sub("", text).strip()
    if not text:
        raise Unreadable("the reply is empty")
    whole = _loaded(text) if text[0] in "{[" else None
    if isinstance(whole, list):
        found = tuple(answer for each in whole if (answer := _answer(each)) is not None)
    else:
        found = (answer,) if (answer := _answer(whole)) is not None else ()
    return Answers(found) if found else _searched(text)


def _searched(text: str) -> Answers:
    """The last answer among prose; a cut one where there is no whole one."""
    last: Object | None = None
    cut: str | None = None
    for piece, closed in _pieces(text):
        if not closed:
            cut = piece
        elif (answer := _answer(_loaded(piece))) is not None:
            last = answer
    if last is not None:
        return Answers((last,))
    partial = _answer(_partial(cut)) if cut else None
    if partial is None:
        raise Unreadable(
            "the reply holds no JSON object with the lists of the schema" if cut is None else "the JSON is cut"
        )
    return Answers((partial,), complete=False)


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Outermost {...} of the text and whether each is closed. Raises Unreadable where they lie too deep."""
    depth, start, quoted, skip = 0, 0, False, -1
    for found in _MARK.finditer(text):
        mark, at = found[0], found.start()
        if at == skip or (depth == 0 and mark != "{"):
            continue
        if mark == "\\":
            skip = at + 1
        elif mark == '"':
            quoted = not quoted
        elif not quoted and mark in "{[":
            start = at if depth == 0 else start
            depth += 1
            if depth > DEEPEST:
                raise Unreadable(f"the JSON is nested more than {DEEPEST} deep")
        elif not quoted:
            depth -= 1
            if depth == 0:
                yield text[start : at + 1], True
    if depth:
        yield text[start:], False


def _depth(text: str) -> int:
    """A bound on the nesting, strings not told apart: exact enough to refuse what no answer looks like."""
    depth = deepest = 0
    for found in re.finditer(r"[{}\[\]]", text):
        depth += 1 if found[0] in "{[" else -1
        deepest = max(deepest, depth)
    return deepest


def _loaded(text: str) -> Any:
    try:
        return from_json(text)
    except (ValueError, TypeError):  # no JSON, or a lone surrogate
        pass
    if _depth(text) > DEEPEST:
        return None
    try:
        return json.loads(text, strict=False)  # lone surrogates and raw control characters, cleaned later
    except (ValueError, RecursionError):
        return None


def _partial(text: str) -> Any:
    try:
        return from_json(_SURROGATES.sub("\ufffd", text), allow_partial=True)
    except ValueError:
        return None


def _answer(value: Any, depth: int = 2) -> Object | None:
    """The object that has the lists, looked for inside a wrapper such as {"arguments": ...} as well."""
    if isinstance(value, str) and value[:1] == "{":
        value = _loaded(value)
    if not isinstance(value, dict):
        return None
    if any(isinstance(value.get(kind), list | dict) for kind in KINDS):
        return value
    inner = (_answer(each, depth - 1) for each in value.values() if depth)
    return next((each for each in inner if each is not None), None)


def clean(value: Any) -> str:
    """A value as text that any stream can carry: lone surrogates replaced, NUL taken out; what is no text is empty."""
    if isinstance(value, str) and value.isascii() and "\0" not in value:
        return value
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 10**12:
        value = f"{value:g}" if isinstance(value, float) else str(value)
    return _SURROGATES.sub(lambda found: "" if found[0] == "\0" else "�", value) if isinstance(value, str) else ""


def shown(text: str) -> str:
    """A name out of a reply as it may stand in a message."""
    return "".join(char if char.isprintable() else "?" for char in clean(text)[:40])
