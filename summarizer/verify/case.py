"""The working state of one verification: draft records that still stand, and what was found about them.

Rules read and change a `Case`; nothing of it outlives `verify`. A record is named by its handle ("casualty/3": kind and
place in the draft) until ids are issued, because the engine's own keys may repeat.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from summarizer.records.article import Article, Span
from summarizer.records.draft import DraftActor, DraftCasualty, DraftClaim, DraftEvent, DraftEvidence
from summarizer.records.values import Actor, Count
from summarizer.records.verified import Evidence
from summarizer.verify.folding import shown
from summarizer.verify.harmed import Harmed
from summarizer.verify.quotes import Found, Locator

D = TypeVar("D", DraftEvent, DraftCasualty, DraftClaim)


class Remark(NamedTuple):
    """What a rule has to say; the rule's id and severity are added by the caller."""

    message: str
    handle: str | None = None
    start: int | None = None
    end: int | None = None


class Quoted(NamedTuple):
    """A drafted quote and where it was found."""

    draft: DraftEvidence
    found: Found


@dataclass(slots=True, eq=False)
class Open(Generic[D]):
    """A record under verification. `draft` is replaced, never changed, as fields are repaired or emptied."""

    handle: str
    draft: D
    quotes: list[Quoted]
    evidence: tuple[Evidence, ...] = ()

    @property
    def start(self) -> int:
        """Where its first evidence begins."""
        return min((e.start for e in self.evidence), default=0)

    def set(self, **fields: object) -> None:
        """Replace fields of the draft."""
        changed = {name: value for name, value in fields.items() if getattr(self.draft, name) != value}
        if changed:
            self.draft = self.draft.model_copy(update=changed)


@dataclass(slots=True, eq=False)
class OpenEvent(Open[DraftEvent]):
    """An event under verification."""


@dataclass(slots=True, eq=False)
class OpenCasualty(Open[DraftCasualty]):
    """A casualty under verification. `span` is where its count phrase stands in the article."""

    count: Count | None = None
    span: tuple[int, int] = (0, 0)


@dataclass(slots=True, eq=False)
class OpenClaim(Open[DraftClaim]):
    """A claim under verification."""


AnyOpen = OpenEvent | OpenCasualty | OpenClaim


@dataclass(slots=True)
class Case:
    """One article and what still stands of its draft."""

    article: Article
    locator: Locator
    drafted_actors: tuple[DraftActor, ...]
    events: list[OpenEvent]
    casualties: list[OpenCasualty]
    claims: list[OpenClaim]
    keys: dict[str, str]
    """Handle -> the engine's own key."""
    actors: list[Actor] = field(default_factory=list)
    """Actors that stand in the article."""
    planted: tuple[tuple[Span, str], ...] = ()
    """Spans of the article that are no evidence, each with the reason."""
    uncovered: list[Harmed] | None = None
    """Numbers that read as people harmed and are in no record; None until the coverage rules look."""
    names: dict[str, str] = field(default_factory=dict)
    """Folded name or alias -> the actor's name."""
    merged: dict[str, str] = field(default_factory=dict)
    """Handle of a record -> handle of the record it was merged into."""

    def records(self) -> list[AnyOpen]:
        """All records that still stand, as a list of its own: rules may refuse records while they go through it."""
        return [*self.events, *self.casualties, *self.claims]

    def planted_at(self, start: int, end: int) -> str | None:
        """Why [start, end) is no evidence; None when it is clean."""
        return next((reason for span, reason in self.planted if span.start < end and start < span.end), None)

    def refuse(self, record: AnyOpen, message: str) -> Remark:
        """Take a record out of the case; the remark says why."""
        match record:
            case OpenEvent():
                self.events.remove(record)
            case OpenCasualty():
                self.casualties.remove(record)
            case OpenClaim():
                self.claims.remove(record)
        return Remark(f"{name_of(record)} refused: {message}", record.handle, *_place(record))


def remark(record: AnyOpen, message: str) -> Remark:
    """A remark on a record that stays, placed at its first evidence."""
    return Remark(message, record.handle, *_place(record))


def name_of(record: AnyOpen) -> str:
    """How messages call a record: kind and the engine's own key."""
    return f"{record.handle.partition('/')[0]} {shown(record.draft.key, 20)}"


def _place(record: AnyOpen) -> tuple[int | None, int | None]:
    first = min(record.evidence, key=lambda e: e.start, default=None)
    return (first.start, first.end) if first else (None, None)
