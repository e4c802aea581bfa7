"""Find texts and keys in a folder of the corpus, and turn a text into an article that the program can read.

The folder is named by the caller and may be absent. Texts are upper case and hard-wrapped, and open with a dateline:
"BOGOTA, 3 JAN 90 (AFP) -- [TEXT] ...".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evals.muc4 import keys

SETS = ("dev", "tst1", "tst2")
_MONTHS = {
    m: n for n, m in enumerate(["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"], 1)
}
_HEAD = re.compile(r"^(.{0,200}?)--", re.DOTALL)
_DATE = re.compile(r"\b(\d{1,2}) ([A-Z]{3}) (\d{2})\b")
_TAG = re.compile(r"\[(?:[A-Z -]*)(?:TEXT|REPORT|ARTICLE|EDITORIAL|COMMENTARY|EXCERPT|COMMUNIQUE)[^\]]{0,80}\]")
_DOC = re.compile(r"^\s{0,4}\(NOSC\)\s*")


class CorpusAbsent(Exception):
    """The folder, or the set inside it, is not there."""


@dataclass(frozen=True)
class Document:
    """One article of the corpus. `text` has unwrapped paragraphs; `published` is the day of its dateline."""

    id: str
    text: str
    published: date | None


@dataclass(frozen=True)
class Corpus:
    """One set: its documents in order of id, and the templates of its key."""

    name: str
    documents: tuple[Document, ...]
    gold: dict[str, list[keys.Template]]


def read_set(folder: Path, name: str) -> Corpus:
    """Read `folder/name`. Raises CorpusAbsent when there is no such folder or no key in it."""
    home = folder / name
    key_files = sorted(home.glob("key-*"))
    text_files = [f for f in sorted(home.glob("*-muc[34]*")) if f not in key_files]
    if not key_files or not text_files:
        raise CorpusAbsent(f"no texts and keys in {home}: the corpus is not part of this project")
    gold: dict[str, list[keys.Template]] = {}
    for file in key_files:
        gold.update(keys.parse_templates(keys.read(file)))
    bodies: dict[str, str] = {}
    for file in text_files:
        bodies.update(keys.parse_texts(keys.read(file)))
    documents = tuple(_document(doc, body) for doc, body in sorted(bodies.items()) if doc in gold)
    return Corpus(name, documents, gold)


def _document(doc: str, body: str) -> Document:
    body = _DOC.sub("", body)
    head = _HEAD.match(body)
    found = _DATE.search(head[1]) if head else None
    paragraphs = [" ".join(p.split()) for p in re.split(r"\n\s*\n", _TAG.sub(" ", body))]
    return Document(doc, "\n\n".join(p for p in paragraphs if p), _day(found))


def _day(found: re.Match[str] | None) -> date | None:
    if found is None or found[2] not in _MONTHS:
        return None
    try:
        return date(1900 + int(found[3]), _MONTHS[found[2]], int(found[1]))
    except ValueError:
        return None
