"""Replies of a model, kept by what was asked: what arrived once is never paid for again.

A file beside the store, because it may be thrown away at any time, and a damaged one must not touch the results.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from summarizer.corpus.database import Damaged, Opened, connect, schema, translated, writing
from summarizer.engines.exchange import ModelRequest, Unreadable
from summarizer.engines.llm_asking import Asked, Asker, Question
from summarizer.prompting import compact

APPLICATION = 0x53554D52
"""`SUMR`, in the header of the file."""


class Replies:
    """The replies beside a store. `remarks` says what had to be done to open them."""

    def __init__(self, store: Path) -> None:
        self.path = store.with_name(f"{store.name}.replies")
        self.remarks: list[str] = []
        try:
            opened = self._open()
        except Damaged:
            aside = self._set_aside()
            self.remarks.append(f"{self.path}: damaged; set aside as {aside.name}, and begun anew")
            opened = self._open()
        self.database = opened.database

    def _open(self) -> Opened:
        return connect(self.path, APPLICATION, schema("replies"))

    def _set_aside(self) -> Path:
        number = 0
        while (aside := self.path.with_name(f"{self.path.name}{number or ''}.bad")).exists():
            number += 1
        with translated(self.path):
            self.path.replace(aside)
            for rest in ("-wal", "-shm", "-journal"):
                self.path.with_name(self.path.name + rest).unlink(missing_ok=True)
        return aside

    def find(self, key: str) -> tuple[str, bool, str | None] | None:
        """The text of the reply, whether it came whole, and which model gave it."""
        with translated(self.path):
            found = self.database.execute(
                "SELECT reply, complete, answered_by FROM replies WHERE key = ?", (key,)
            ).fetchone()
        return (found[0], bool(found[1]), found[2]) if found else None

    def keep(self, key: str, question: Question, asked: Asked) -> None:
        """Keep a reply that could be read."""
        spent = question.spent
        row = (
            key, question.request.settings.name, asked.model, asked.reply.complete, spent.input, spent.cached,
            spent.output, datetime.now(UTC).isoformat(timespec="seconds"), asked.text,
        )  # fmt: skip
        with translated(self.path), writing(self.database, durable=False):
            self.database.execute("REPLACE INTO replies VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)

    def close(self) -> None:
        """Close the file."""
        with suppress(Exception):
            self.database.close()


def reply_key(request: ModelRequest, provider: str) -> str:
    """What a reply is kept under: all that is asked, of whom, with which parameters; never the key for the endpoint."""
    settings = request.settings
    asked = [request.key, provider, settings.name, settings.temperature, settings.max_output]
    return sha256(compact(asked).encode("utf-8", "surrogatepass")).hexdigest()


class KeptReplies:
    """Asks another asker only what is not known yet, and keeps every reply the moment it arrives."""

    def __init__(self, asker: Asker, replies: Replies, provider: str) -> None:
        self.asker, self.replies, self.provider = asker, replies, provider

    async def ask(self, question: Question) -> Asked | None:
        """The kept reply, or the answer of the asker below. Errors as that one, and StorageError."""
        key = reply_key(question.request, self.provider)
        if (kept := self.replies.find(key)) is not None:
            with suppress(Unreadable):  # by a reader that has changed: ask again
                return Asked(reply=question.read(kept[0], kept[1]), text=kept[0], model=kept[2])
        asked = await self.asker.ask(question)
        if asked is not None:
            self.replies.keep(key, question, asked)
        return asked

    async def aclose(self) -> None:
        """Close the asker below."""
        await self.asker.aclose()
