"""The only place that prints. What comes from an article, a file name or a model never reaches a terminal raw.

Control characters, ANSI and OSC escapes, carriage returns, bidirectional and zero-width characters and lone
surrogates are shown as escapes (`\\x1b`, `\\u202e`). JSON keeps them as JSON escapes, which lose nothing.
"""

from __future__ import annotations

import errno
import json
import re
import sys
from contextlib import suppress
from datetime import UTC, datetime
from typing import Literal, TextIO
from unicodedata import category, combining

from summarizer.errors import StorageError

MOST_MARKS = 3
"""So many combining marks may stand on one letter; what piles up higher would cover the lines above."""

# General categories Cc, Cf, Zl and Zp, less what JSON escapes by itself. A test compares this with unicodedata.
_UNSAFE_IN_JSON = re.compile(
    "[\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0001\U000e0020-\U000e007f]"
)
_BREAKS = re.compile(r"\r?\n|\t")


class ClosedPipe(Exception):
    """Nobody reads our output any more, as after `| head`."""


def visible(text: str) -> str:
    """`text` as it may be sent to a terminal: one line, everything that could act or hide shown as an escape."""
    if text.isprintable() and text.isascii():
        return text
    shown, marks = [], 0
    for char in text:
        marks = marks + 1 if combining(char) else 0
        shown.append(_shown(char) if marks <= MOST_MARKS else ascii(char)[1:-1])
    return "".join(shown)


def _shown(char: str) -> str:
    if char.isprintable():
        return char
    return " " if category(char) == "Zs" else ascii(char)[1:-1]


def one_line(text: str) -> str:
    """`visible`, with line breaks and tabs as spaces: for words quoted from an article."""
    return visible(_BREAKS.sub(" ", text))


def safe_json(dumped: str) -> str:
    """JSON in which the characters that `visible` would show are JSON escapes; U+2028 cannot split a line."""
    return _UNSAFE_IN_JSON.sub(_json_escape, dumped)


def _json_escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def write(stream: TextIO | None, text: str) -> None:
    """Send `text`, which is safe already, in whatever encoding the stream has.

    Raises ClosedPipe when the reader has gone, StorageError when the stream takes no more.
    """
    if stream is None:
        raise StorageError("standard output is closed", hint="Use --output FILE.")
    encoding = stream.encoding or "utf-8"
    try:
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()
    except BrokenPipeError as error:
        raise ClosedPipe from error
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise ClosedPipe from error
        raise StorageError(f"standard output: {(error.strerror or 'cannot be written').lower()}") from error


LogFormat = Literal["text", "json"]
_log_format: LogFormat = "text"


def log_as(form: LogFormat) -> None:
    """How everything that is told from now on is told: to people, or as one JSON object a line."""
    global _log_format  # noqa: PLW0603 - of the process, like the stream it is about
    _log_format = form


def logs_json() -> bool:
    """Whether a machine reads what is told."""
    return _log_format == "json"


def log(event: str, *, level: Literal["info", "warning", "error"] = "info", **fields: object) -> None:
    """An event, told only where the log is JSON: time, level, event, and `fields` that are known."""
    if logs_json():
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        known = {name: value for name, value in fields.items() if value is not None}
        line = {"time": now, "level": level, "event": event, **known}
        send_aside(safe_json(json.dumps(line, default=str)) + "\n")


def complain(message: str, hint: str | None = None) -> None:
    """One line on standard error: what is wrong, where, and what to do."""
    if logs_json():
        log("complaint", level="error", message=message, hint=hint)
        return
    line = f"summarize: {message.rstrip('.')}."
    tell(f"{line} {hint[:1].upper()}{hint[1:].rstrip('.')}." if hint else line)


def tell(line: str) -> None:
    """One line on standard error. Where nobody listens, nothing is said."""
    if logs_json():
        log("message", message=line.removeprefix("summarize: ").strip())
        return
    send_aside(visible(line) + "\n")


def send_aside(text: str) -> None:
    """Safe text to standard error."""
    with suppress(ClosedPipe, StorageError):
        write(sys.stderr, text)
