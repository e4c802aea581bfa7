"""What goes through a run: an article as its source holds it, and what became of it. Plain values: they travel between
processes and machines.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Any, Self

from summarizer.records.digest import Digest, Failure

LONGEST_ID = 200


class State(StrEnum):
    """What became of an article."""

    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article, not yet read as one. `id` names it in the corpus, `source` says where it stands; both can be
    printed.

    `fault` is set where there is no content: the file or the line cannot be read.
    """

    id: str
    source: str
    content: bytes | str = b""
    published: date | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    fault: Failure | None = None

    @property
    def content_hash(self) -> str:
        """SHA-256 of the content as UTF-8; of the fault and its place where there is none."""
        if self.fault is not None:
            return sha256(f"{self.source}\n{self.fault.message}".encode()).hexdigest()
        content = self.content
        return sha256(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")).hexdigest()

    def as_dict(self) -> dict[str, Any]:
        """Scalars only, for tables of other engines; `from_dict` reads it back."""
        return {
            "id": self.id,
            "source": self.source,
            "content": self.content,
            "published": self.published.isoformat() if self.published else None,
            "outlet": self.outlet,
            "title": self.title,
            "url": self.url,
            "fault": self.fault.model_dump_json() if self.fault else None,
        }

    @classmethod
    def from_dict(cls, row: dict[str, Any]) -> Self:
        """The row that `as_dict` wrote."""
        day, fault = row.get("published"), row.get("fault")
        given = {name: row.get(name) for name in ("outlet", "title", "url")}
        return cls(
            id=row["id"],
            source=row["source"],
            content=row["content"],
            published=date.fromisoformat(day) if day else None,
            fault=Failure.model_validate_json(fault) if fault else None,
            **given,
        )


@dataclass(frozen=True, slots=True)
class Work:
    """An article that is to be done: the key of its outcome, and the hash of its content."""

    key: str
    content: str
    row: ArticleRow


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """What became of one article. `body` is the JSON of a Digest or a Failure; its costs count failed
    requests, too.

    `cost_usd` is None where the price is unknown.
    """

    key: str
    id: str
    source: str
    state: State
    body: str
    reason: str | None = None
    exit_code: int = 0
    engine: str = ""
    model: str | None = None
    requests: int = 0
    retries: int = 0
    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    cost_usd: float | None = 0.0
    seconds: float = 0.0

    @property
    def outcome(self) -> Digest | Failure:
        """The body as a record."""
        kind: type[Digest] | type[Failure] = Digest if self.state is State.DONE else Failure
        return kind.model_validate_json(self.body)

    def as_dict(self) -> dict[str, Any]:
        """Scalars only; `from_dict` reads it back."""
        return {**asdict(self), "state": str(self.state)}

    @classmethod
    def from_dict(cls, row: dict[str, Any]) -> Self:
        """The row that `as_dict` wrote."""
        return cls(**{**row, "state": State(row["state"])})


def safe_id(name: str) -> str:
    """A name that can be stored, printed and told from others: escapes for what acts or hides, a hash for the rest of a
    long one.
    """
    shown = name if name.isprintable() else "".join(c if c.isprintable() else ascii(c)[1:-1] for c in name)
    if len(shown) <= LONGEST_ID:
        return shown
    return f"{shown[: LONGEST_ID - 18]}~{sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
