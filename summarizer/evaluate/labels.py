"""The label: what a careful reader records for one article, read from `NAME/label.toml` beside `NAME/article.txt`.

No offsets: labels carry quotes. `accept` of a record maps a field to further right answers (`accept_<field>` in the
file). Format and rules: docs/evals.md.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import Field

from summarizer.errors import UsageError
from summarizer.evaluate.label_rules import Problem, check_label
from summarizer.records.base import Record
from summarizer.records.values import Link
from summarizer.records.vocabulary import (
    ActorType,
    CountModifier,
    EventStatus,
    EventType,
    Harm,
    Scope,
    Stance,
    VictimStatus,
)

Accepted = dict[str, tuple[Any, ...]]


class LabelError(UsageError):
    """A label breaks the rules; `problems` has one entry per fault, each naming file, line, table and id."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(p) for p in self.problems))


class _Row(Record):
    accept: Accepted = Field(default_factory=dict)
    optional: bool = False

    def right(self, field: str) -> tuple[Any, ...]:
        """Every right answer for a field: the label's own first, then the accepted ones."""
        own, others = getattr(self, field), self.accept.get(field, ())
        return (own, *(type(own)(v) for v in others)) if isinstance(own, StrEnum) else (own, *others)


class LabelActor(_Row):
    """A party or source of the article."""

    name: str
    type: ActorType
    aliases: tuple[str, ...] = ()


class LabelEvent(_Row):
    """An event; `optional` never counts as missed and, when matched, never as spurious."""

    id: str
    type: EventType
    status: EventStatus
    actors: tuple[str, ...] = ()
    supporters: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    place: str | None = None
    country: str | None = None
    when_text: str | None = None
    start: date | None = None
    end: date | None = None
    weapon: str | None = None
    quotes: tuple[str, ...]


class LabelCasualty(_Row):
    """People harmed: the number as worded, its bounds (null = the words give none), whose, and who says so."""

    id: str
    event: str | None = None
    harm: Harm
    count: str
    min: int | None = None
    max: int | None = None
    best: int | None = None
    modifier: CountModifier
    victims: str
    victim_status: VictimStatus
    victim_side: str | None = None
    attributed_to: tuple[str, ...] = ()
    scope: Scope
    subset_of: str | None = None
    claims: tuple[str, ...] = ()
    quotes: tuple[str, ...]

    @property
    def figure(self) -> int | None:
        """The single figure: best, else min, else max."""
        return next((v for v in (self.best, self.min, self.max) if v is not None), None)


class LabelClaim(_Row):
    """Who says what, originator first."""

    id: str
    chain: tuple[Link, ...]
    anonymous: bool
    stance: Stance
    cue: str | None = None
    content: str
    about: tuple[str, ...] = ()
    direct_quote: bool = False
    quotes: tuple[str, ...]


class Forbidden(Record):
    """A trap: a record built on these words is wrong."""

    kind: str
    quote: str
    why: str


class Label(Record):
    """One labelled article: its text, what the reader is told about it, and what should be recorded."""

    name: str
    path: Path
    text: str
    published: date | None = None
    outlet: str | None = None
    labeller: str
    reviewed: bool
    actors: tuple[LabelActor, ...] = ()
    events: tuple[LabelEvent, ...] = ()
    casualties: tuple[LabelCasualty, ...] = ()
    claims: tuple[LabelClaim, ...] = ()
    forbidden: tuple[Forbidden, ...] = ()

    @property
    def article_path(self) -> Path:
        """The article beside the label."""
        return self.path.parent / "article.txt"

    @property
    def text_sha256(self) -> str:
        """Of the article's text alone."""
        return sha256(self.text.encode()).hexdigest()

    @property
    def sha256(self) -> str:
        """What makes two scores of this article comparable: the label's content and the article's text."""
        return sha256(self.model_dump_json(exclude={"path", "labeller"}).encode()).hexdigest()


def load_label(path: Path) -> Label:
    """The label in this folder or file. Raises LabelError with every problem found, not only the first."""
    file = path / "label.toml" if path.is_dir() else path
    problems = check_label(file)
    if problems:
        raise LabelError(problems)
    data = tomllib.loads(file.read_text("utf-8"))
    article = file.parent / data.get("article", "article.txt")
    return Label(
        name=file.parent.name,
        path=file,
        text=article.read_bytes().decode("utf-8"),
        **{k: data[k] for k in ("published", "outlet", "labeller", "reviewed") if k in data},
        actors=tuple(LabelActor(**_row(r)) for r in data.get("actor", [])),
        events=tuple(LabelEvent(**_row(r)) for r in data.get("event", [])),
        casualties=tuple(LabelCasualty(**_row(r)) for r in data.get("casualty", [])),
        claims=tuple(LabelClaim(**_row(r)) for r in data.get("claim", [])),
        forbidden=tuple(Forbidden(**r) for r in data.get("forbid", [])),
    )


def load_labels(folders: Iterable[Path]) -> list[Label]:
    """Every label under the folders, in order of name. Raises LabelError with the problems of all of them."""
    labels: list[Label] = []
    problems: list[Problem] = []
    for file in label_files(folders):
        try:
            labels.append(load_label(file))
        except LabelError as error:
            problems += error.problems
    if problems:
        raise LabelError(problems)
    return labels


def label_files(folders: Iterable[Path]) -> list[Path]:
    """The label files of labelled articles, or of folders of them; each once, in order of name.

    A file that is no TOML is no label and passed over: a shell's `seeds/*` names their README too.
    """
    found: dict[Path, None] = {}
    for folder in folders:
        if folder.is_file():
            found.update({folder: None} if folder.suffix == ".toml" else {})
        elif (folder / "label.toml").is_file():
            found[folder / "label.toml"] = None
        else:
            found.update(dict.fromkeys(sorted(folder.glob("*/label.toml"))))
    return list(found)


def _row(row: dict[str, Any]) -> dict[str, Any]:
    """Split a table row into its own fields and `accept`; an empty string means nothing was said."""
    fields = {k: v for k, v in row.items() if not k.startswith("accept_") and v != ""}
    accept = {k.removeprefix("accept_"): tuple(v) for k, v in row.items() if k.startswith("accept_")}
    return {**fields, "accept": accept}
