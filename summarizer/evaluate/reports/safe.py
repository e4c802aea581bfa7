"""Text of articles and models on its way into a report: nothing that acts, hides, or cannot be stored."""

from __future__ import annotations

import re

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def storable(text: str) -> str:
    """Text without the characters that XML and UTF-8 cannot hold."""
    return _NOT_XML.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Text on one line, what cannot be seen made visible as U+FFFD."""
    return "".join(c if c.isprintable() else "\ufffd" for c in " ".join(text.split()))
