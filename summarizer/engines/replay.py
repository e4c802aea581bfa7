"""Replies played from recordings, and recordings made of live exchanges.

A recording is one JSON file: the key of the request, the text of the reply, and who gave it. Keys come from the content
of the request, so a recording goes stale with its prompt, article or schema, and a stale one is a failure, no guess.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from summarizer.engines.exchange import ModelRequest, ModelSettings, Unreadable
from summarizer.engines.llm import LanguageModel, Limits
from summarizer.engines.llm_asking import Asked, Asker, NoReply, Question
from summarizer.errors import AnswerError, ConfigurationError, StorageError
from summarizer.records.base import Record
from summarizer.records.digest import PromptInfo
from summarizer.settings import Settings


class Recording(Record):
    """One reply. `made`: by a model that was asked, or by hand from a label, which is never presented as a model's."""

    key: str
    made: Literal["by a model", "by hand"]
    model: str
    article: str
    """First words of the article, for people who look for a recording."""
    prompt: PromptInfo
    repair: bool = False
    complete: bool = True
    reply: str


class NoRecording(NoReply):
    """There is no recording for a request."""


class Recordings:
    """The recordings of a folder, sub-folders included."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.played: set[str] = set()

    @property
    def unplayed(self) -> tuple[Recording, ...]:
        """What no request has asked for so far: stale once every article of a suite has been read."""
        return tuple(r for key, r in self.all.items() if key not in self.played)

    @cached_property
    def all(self) -> dict[str, Recording]:
        """By key. Raises ConfigurationError where the folder is none, or a file in it."""
        if not self.folder.is_dir():
            raise ConfigurationError(f"{self.folder}: no such folder of recordings", hint="set SUMMARIZER_RECORDINGS")
        return {recording.key: recording for recording in self._read()}

    def _read(self) -> Iterator[Recording]:
        for path in sorted(self.folder.rglob("*.json")):
            try:
                yield Recording.model_validate_json(path.read_bytes())
            except (OSError, ValidationError):
                raise ConfigurationError(f"{path}: not a recording") from None

    def find(self, request: ModelRequest) -> Recording:
        """The recording for a request. Raises NoRecording, which names the nearest."""
        found = self.all.get(request.key)
        if found is None:
            raise NoRecording(
                f"no recording has the key {request.key[:12]}{self._nearest(request)}", hint="record it again"
            )
        self.played.add(found.key)
        return found

    def _nearest(self, request: ModelRequest) -> str:
        """The recording of the same article, or else of the same prompt."""
        words = first_words(request)
        same = [r for r in self.all.values() if r.article == words]
        other = [r for r in self.all.values() if r.prompt == request.prompt]
        if not (near := next(iter(same or other), None)):
            return ""
        reason = (
            "another article" if not same else "another prompt" if near.prompt != request.prompt else "another request"
        )
        return f"; the nearest is {near.key[:12]}, for {reason}"


class ReplayAsker:
    """Answers from recordings alone."""

    def __init__(self, recordings: Recordings) -> None:
        self.recordings = recordings

    async def ask(self, question: Question) -> Asked:
        """The recorded reply, read as a live one. Raises NoRecording and AnswerError."""
        recording = self.recordings.find(question.request)
        try:
            reply = question.read(recording.reply, recording.complete)
        except Unreadable as fault:
            raise AnswerError(f"the recording {recording.key[:12]} holds no answer: {fault}") from None
        return Asked(reply=reply, text=recording.reply, model=recording.model)

    async def aclose(self) -> None:
        """Nothing is open."""


class RecordingAsker:
    """Asks through another asker and keeps every reply. The key for the endpoint is cut out wherever it might stand."""

    def __init__(self, asker: Asker, folder: Path, secret: str) -> None:
        self.asker, self.folder, self.secret = asker, folder, secret

    async def ask(self, question: Question) -> Asked | None:
        """As the asker below. Raises StorageError as well."""
        asked = await self.asker.ask(question)
        if asked is not None:
            text = asked.text.replace(self.secret, "[key]") if self.secret else asked.text
            save(recording_of(question.request, asked.reply.complete, text, asked.model or "unknown"), self.folder)
        return asked

    async def aclose(self) -> None:
        """Close the asker below."""
        await self.asker.aclose()


class FillingAsker:
    """Plays what is recorded and asks, through a recording asker, only for what is not: nothing is paid for twice."""

    def __init__(self, recordings: Recordings, asker: RecordingAsker) -> None:
        self.played, self.asker = ReplayAsker(recordings), asker

    async def ask(self, question: Question) -> Asked | None:
        """As the two askers below."""
        try:
            return await self.played.ask(question)
        except NoRecording:
            return await self.asker.ask(question)

    async def aclose(self) -> None:
        """Close the asker below."""
        await self.asker.aclose()


def unplayed(engine: object) -> tuple[Recording, ...]:
    """The recordings that a replay engine has not been asked for; none for any other engine."""
    asker = engine.asker if isinstance(engine, LanguageModel) else None
    asker = asker.played if isinstance(asker, FillingAsker) else asker
    return asker.recordings.unplayed if isinstance(asker, ReplayAsker) else ()


def recording_of(
    request: ModelRequest, complete: bool, text: str, model: str, made: Literal["by a model", "by hand"] = "by a model"
) -> Recording:
    """A recording of this reply to this request."""
    return Recording(
        key=request.key,
        made=made,
        model=model,
        article=first_words(request),
        prompt=request.prompt,
        repair=len(request.messages) > 2,
        complete=complete,
        reply=text,
    )


def first_words(request: ModelRequest) -> str:
    """How the article of a request begins, for people."""
    lines = request.messages[1].content.splitlines()
    first = next((line for line in lines if line.startswith("[")), "")
    return first.partition("] ")[2][:80]


def save(recording: Recording, folder: Path) -> Path:
    """Write the recording as a file of its own, whole or not at all. Raises StorageError."""
    path = folder / f"{recording.key[:16]}.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=folder, suffix=".tmp")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(recording.model_dump_json(indent=1) + "\n")
        Path(temporary).replace(path)
    except OSError as error:
        raise StorageError(f"{folder}: {(error.strerror or 'cannot be written').lower()}") from error
    return path


def make_replay(settings: Settings) -> LanguageModel:
    """The engine that plays `settings.recordings`. Raises ConfigurationError where none are named."""
    if not settings.recordings:
        raise ConfigurationError("no folder of recordings is named", hint="set SUMMARIZER_RECORDINGS")
    recordings = Recordings(Path(settings.recordings))
    names = sorted({recording.model for recording in recordings.all.values()})
    shape = ModelSettings(name=", ".join(names)[:200] or "none")
    limits = Limits(timeout=settings.timeout, part_chars=settings.part_chars, repair=settings.repair)
    return LanguageModel(ReplayAsker(recordings), shape, limits, name="replay")
