"""Prompts: versioned files of `prompts/`, with the vocabularies and worked examples put in by plain replacement.

No text of an article ever passes through here: the article is a message of its own (engines/exchange.py).
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from summarizer.errors import ConfigurationError
from summarizer.records import vocabulary
from summarizer.records.base import Record
from summarizer.records.digest import PromptInfo

_HERE = Path(__file__).parent
FOLDERS = (_HERE / "_prompts", _HERE.parent / "prompts")
"""Where prompt files lie: inside an installed wheel, or beside the package in a checkout."""

_MARKER = re.compile(r"\{\{(?:vocabulary (\w+)|(examples))\}\}")


class Prompt(Record):
    """A prompt as it is sent. `info.sha256` is that of `text`: it changes with a definition or an example, too."""

    info: PromptInfo
    text: str


class Example(Record):
    """A worked example: sentences as shown to the model, and the reply as compact JSON."""

    sentences: tuple[str, ...]
    reply: str


@cache
def load_prompt(name: str, version: int = 1) -> Prompt:
    """The prompt `NAME.vVERSION.md`. Raises ConfigurationError when there is none."""
    source = _file(f"{name}.v{version}.md")
    text = _MARKER.sub(lambda found: _terms(found[1]) if found[1] else _examples(version), source).strip()
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return Prompt(info=PromptInfo(id=name, version=version, sha256=digest), text=text)


@cache
def load_examples(version: int = 1) -> tuple[Example, ...]:
    """The worked examples of a prompt version, in the order in which they are shown."""
    rows = (json.loads(line) for line in _file(f"examples.v{version}.jsonl").splitlines())
    return tuple(Example(sentences=tuple(row["sentences"]), reply=compact(row["reply"])) for row in rows)


def numbered(lines: Iterable[tuple[int, str]]) -> str:
    """Sentences as the model sees them: `[3] text`, one to a line."""
    return "\n".join(f"[{number}] {text}" for number, text in lines)


def compact(value: object) -> str:
    """JSON without a space too many: what is sent is paid for."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _terms(name: str) -> str:
    terms: type[vocabulary.Term] = getattr(vocabulary, name)
    return "\n".join(f"- {term}: {term.definition}" for term in terms)


def _examples(version: int) -> str:
    shown = (f"{numbered(enumerate(e.sentences, 1))}\n->\n{e.reply}" for e in load_examples(version))
    return "\n\n".join(shown)


def _file(name: str) -> str:
    for folder in FOLDERS:
        if (folder / name).is_file():
            return (folder / name).read_text("utf-8")
    raise ConfigurationError(f"no prompt file {name}", hint="the installation is incomplete; install the package again")
