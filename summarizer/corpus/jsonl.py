"""Articles in JSON lines: `text`, and optionally `id`, `published`, `outlet`, `title`, `url`. Other fields are ignored.

A line that is no article is named by its number and costs no other line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import Any, BinaryIO

from summarizer.corpus.rows import ArticleRow, safe_id
from summarizer.errors import ArticleTooLarge, ArticleUnreadable
from summarizer.records.failing import failure_of

ESCAPED = 6
"""Bytes that JSON may take for one character, as in \\u0041."""
EXTRA = 65_536
"""Bytes of a line for everything but the text."""
_BLANK = b" \t\r\n\0"
_BOM = b"\xef\xbb\xbf"
_STRINGS = ("outlet", "title", "url")


def rows_of_lines(file: BinaryIO, name: str, max_bytes: int) -> Iterator[ArticleRow]:
    """A row for every line that is not empty. `name` is how the file is called."""
    longest = ESCAPED * max_bytes + EXTRA
    number = 0
    while line := file.readline(longest):
        number += 1
        place = f"{name}:{number}"
        whole = line.endswith(b"\n") or len(line) < longest
        while not whole:  # skip the rest of it, piece by piece
            rest = file.readline(longest)
            whole = not rest or rest.endswith(b"\n")
            line = b""
        if line == b"":
            yield _fault(place, ArticleTooLarge(f"{place}: a line of over {longest:,} bytes", hint="split the article"))
        elif line.strip(_BLANK):
            yield _row(line.removeprefix(_BOM) if number == 1 else line, place)


def _row(line: bytes, place: str) -> ArticleRow:
    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        return _fault(place, _wrong(place, "not JSON"))
    if not isinstance(given, dict):
        return _fault(place, _wrong(place, "not a JSON object"))
    text = given.get("text")
    if not isinstance(text, str):
        return _fault(place, _wrong(place, 'there is no "text" that is a string'))
    name = given.get("id")
    if name is not None and (isinstance(name, bool) or not isinstance(name, str | int) or name == ""):
        return _fault(place, _wrong(place, '"id" is neither a string nor a whole number'))
    for field in _STRINGS:
        if not isinstance(given.get(field), str | None):
            return _fault(place, _wrong(place, f'"{field}" is not a string'))
    try:
        day = _day(given.get("published"))
    except ValueError:
        return _fault(place, _wrong(place, '"published" is not a day as YYYY-MM-DD'))
    return ArticleRow(
        id=_place_id(line, place) if name is None else safe_id(str(name)),
        source=place,
        content=text,
        published=day,
        outlet=_clean(given.get("outlet")),
        title=_clean(given.get("title")),
        url=_clean(given.get("url")),
    )


def _place_id(line: bytes, place: str) -> str:
    """A line without an id goes by its place; of standard input, which is another one each time, by what it says."""
    return f"-:{sha256(line.strip(_BLANK)).hexdigest()[:16]}" if place.startswith("-:") else place


def _day(given: Any) -> date | None:
    """A day, or the day of a time; None where none is given."""
    if given is None or given == "":
        return None
    if not isinstance(given, str) or (len(given) > 10 and given[10] not in "T "):
        raise ValueError
    return date.fromisoformat(given[:10])


def _clean(text: str | None) -> str | None:
    """Without half characters, which no file can hold; None for nothing."""
    return text.encode("utf-8", "replace").decode("utf-8") if text else None


def _wrong(place: str, what: str) -> ArticleUnreadable:
    return ArticleUnreadable(
        f"{place}: {what}", hint='one JSON object a line: {"text": "...", "id": "...", "published": "YYYY-MM-DD"}'
    )


def _fault(place: str, error: ArticleTooLarge | ArticleUnreadable) -> ArticleRow:
    return ArticleRow(place, place, fault=failure_of(place, error))
