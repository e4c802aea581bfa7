"""Lines of a given width out of pieces of text: safe, measured in terminal cells, styled last."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any, NamedTuple, TextIO
from unicodedata import category, east_asian_width

from summarizer.cli.printing import one_line

NARROWEST, WIDEST, DEFAULT = 60, 100, 80
_LEAST_START = 24
"""A long piece starts on a line that has so many cells left; otherwise on the next."""


class Look(Enum):
    """What a piece is to the eye."""

    PLAIN = "plain"
    STRONG = "strong"
    DIM = "dim"
    HEADING = "heading"
    ALERT = "alert"
    ERROR = "error"


_STYLES: dict[Look, dict[str, Any]] = {
    Look.PLAIN: {},
    Look.STRONG: {"bold": True},
    Look.DIM: {"dim": True},
    Look.HEADING: {"bold": True, "fg": "cyan"},
    Look.ALERT: {"bold": True, "fg": "yellow"},
    Look.ERROR: {"bold": True, "fg": "red"},
}


class Piece(NamedTuple):
    """Words that stay together on a line where they fit. `joint` parts it from the piece before on the same line."""

    text: str
    look: Look = Look.PLAIN
    joint: str = " · "


class Signs(NamedTuple):
    """The few signs of the view that are not ASCII."""

    dot: str = "·"
    opening: str = "“"
    closing: str = "”"
    at_least: str = "≥"
    at_most: str = "≤"
    rule: str = "─"
    cut: str = "…"


_ASCII = Signs(dot="-", opening='"', closing='"', at_least=">=", at_most="<=", rule="-", cut="...")


class Page:
    """Lays out lines of at most `width` cells for a stream of `encoding`."""

    def __init__(self, width: int = DEFAULT, *, colour: bool = False, encoding: str = "utf-8") -> None:
        self.width = width
        self._colour = colour
        self._encoding = encoding
        self.signs = Signs() if _can_encode("".join(Signs()), encoding) else _ASCII

    def flow(self, pieces: Iterable[Piece], first: str = "", rest: str = "") -> Iterator[str]:
        """The pieces one after the other; `first` and `rest`, safe already and equally wide, open the lines."""
        room = self.width - cells(rest)
        lines: list[str] = [""]
        used = 0
        for piece in pieces:
            joint = piece.joint.replace("·", self.signs.dot) if used else ""
            text = self._encodable(one_line(piece.text))
            if used and _opens_line(cells(text), used + cells(joint), room):
                lines, used, joint = [*lines, ""], 0, ""
            for index, part in enumerate(wrapped(text, room, used + cells(joint))):
                if index:
                    lines, used = [*lines, ""], 0
                else:
                    lines[-1] += joint
                    used += cells(joint)
                lines[-1] += self.paint(part, piece.look)
                used += cells(part)
        return (f"{rest if index else first}{line}" for index, line in enumerate(lines))

    def quote(self, words: str, indent: str, most: int = 0) -> Iterator[str]:
        """Words of the article between quotation marks; cut off visibly where `most` lines do not hold them."""
        room = self.width - cells(indent)
        lines = wrapped(self._encodable(f"{self.signs.opening}{one_line(words)}{self.signs.closing}"), room)
        if most and len(lines) > most:
            end = f" {self.signs.cut}{self.signs.closing}"
            kept = wrapped(lines[most - 1], room - cells(end))[0]
            lines = [*lines[: most - 1], kept + end]
        return (f"{indent}{line}" for line in lines)

    def heading(self, text: str, note: str = "") -> Iterator[str]:
        """A blank line and a section title, with a remark in small print behind it."""
        yield ""
        yield from self.flow([Piece(text, Look.HEADING), *([Piece(note, Look.DIM, "  ")] if note else [])])

    def rule(self, text: str) -> str:
        """A line across the page with a title in it."""
        title = self._encodable(one_line(text))
        if cells(title) > self.width - 8:
            title = f"{title[: self.width // 2 - 8]}{self.signs.cut}{title[-(self.width // 2 - 8) :]}"
        lead = self.signs.rule * 2
        return self.paint(f"{lead} {title} ".ljust(self.width, self.signs.rule), Look.STRONG)

    def paint(self, text: str, look: Look) -> str:
        """`text`, which is safe already, in colour where the page has colour."""
        if not self._colour or look is Look.PLAIN:
            return text
        from typer import style

        return style(text, **_STYLES[look])

    def _encodable(self, text: str) -> str:
        """What the stream cannot encode, as escapes: here, so that it is measured as it will be printed."""
        return text.encode(self._encoding, "backslashreplace").decode(self._encoding)


def page_for(terminal: TextIO | None, encoding: str) -> Page:
    """The page that suits the place where it is shown: `terminal`, or None for a file or a pipe."""
    forced = bool(os.environ.get("FORCE_COLOR"))
    dumb = terminal is None or os.environ.get("TERM") == "dumb"
    colour = not os.environ.get("NO_COLOR") and (forced or not dumb)
    width = DEFAULT if terminal is None else shutil.get_terminal_size((DEFAULT, 24)).columns
    return Page(max(NARROWEST, min(width, WIDEST)), colour=colour, encoding=encoding)


def cells(text: str) -> int:
    """How many columns of a terminal `text` takes: two for wide characters of East Asia, none for combining ones."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def _cells_of(char: str) -> int:
    if category(char) in {"Mn", "Me"}:
        return 0
    return 2 if east_asian_width(char) in {"W", "F"} else 1


def wrapped(text: str, room: int, used: int = 0) -> list[str]:
    """`text` in lines of at most `room` cells, of which the first line has `used` already. Never empty."""
    lines = [""]
    left = room - used
    for word in text.split():
        gap = " " if lines[-1] else ""
        if cells(gap + word) > left and (lines[-1] or (len(lines) == 1 and used)):
            lines, left, gap = [*lines, ""], room, ""
        for part in _chopped(word, room):
            if cells(part) > left and lines[-1]:
                lines, left, gap = [*lines, ""], room, ""
            lines[-1] += gap + part
            left -= cells(gap + part)
            gap = ""
    return lines


def _chopped(word: str, room: int) -> Iterator[str]:
    """A word that no line can hold, in parts that fit."""
    if cells(word) <= room:
        yield word
        return
    part, used = "", 0
    for char in word:
        if used + _cells_of(char) > room:
            yield part
            part, used = "", 0
        part += char
        used += _cells_of(char)
    yield part


def _opens_line(length: int, used: int, room: int) -> bool:
    """Whether a piece goes to a new line: it fits there but not here, or too little is left to begin here."""
    if used + length <= room:
        return False
    return length <= room or room - used < _LEAST_START


def _can_encode(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
