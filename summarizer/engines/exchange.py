"""One exchange with a model, without the network: the request for an article, and the records of a reply.

Live calls, batches of requests in files and replayed recordings all go through `build_request` and `read_reply`, so a
request is the same bytes wherever it is sent from, and a reply is read the same way wherever it comes from.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Any

from summarizer.engines.exchange_records import REFERENCE_MARK, Reading
from summarizer.engines.exchange_schema import NAME, wire_schema
from summarizer.engines.exchange_strict import read_strictly
from summarizer.engines.exchange_text import Unreadable, answers_in
from summarizer.prompting import Prompt, compact, numbered
from summarizer.records.article import Article, Sentence, SentenceKind
from summarizer.records.base import Record
from summarizer.records.digest import PromptInfo
from summarizer.records.draft import DraftRecords
from summarizer.records.finding import Finding

__all__ = ["Message", "Mode", "ModelRequest", "ModelSettings", "Reply", "Unreadable", "build_request", "read_reply"]


class Mode(StrEnum):
    """How a model is held to the schema."""

    JSON_SCHEMA = "json_schema"
    """Constrained decoding: the reply obeys the schema."""
    TOOLS = "tools"
    """One function that the model must call."""
    JSON = "json"
    """Any JSON object; the schema stands in the instructions."""


class ModelSettings(Record):
    """What shapes a request. `name` is the model as the endpoint calls it."""

    name: str
    mode: Mode = Mode.JSON_SCHEMA
    max_output: int | None = None
    """Most tokens of a reply; None leaves it to the endpoint."""
    output_field: str = "max_completion_tokens"
    """What the endpoint calls that limit: older ones say `max_tokens`."""
    temperature: float | None = None
    """None: not sent, as some models refuse any value."""


class Message(Record):
    """One message of a conversation."""

    role: str
    content: str


class ModelRequest(Record):
    """One request, ready to send: `body()` is the JSON of a Chat Completions call."""

    settings: ModelSettings
    messages: tuple[Message, ...]
    prompt: PromptInfo

    def body(self) -> dict[str, Any]:
        """The whole request. Everything but the last messages is the same for every article, byte for byte."""
        settings = self.settings
        body: dict[str, Any] = {"model": settings.name, **_shape(settings.mode)}
        if settings.temperature is not None:
            body["temperature"] = settings.temperature
        if settings.max_output is not None:
            body[settings.output_field] = settings.max_output
        messages = [message.model_dump() for message in self.messages]
        if settings.mode is Mode.JSON:
            messages[0]["content"] += f"\n\n# JSON Schema of the answer\n{compact(wire_schema())}"
        return {**body, "messages": messages}

    def wire(self, further: Sequence[object] = ()) -> bytes:
        """The bytes of `body()`, with messages added at its end. What is the same for every article is made once."""
        added = [message.model_dump() for message in self.messages[1:]] + list(further)
        text = ",".join((_fixed(self.settings, self.messages[0], self.prompt), *map(compact, added)))
        return f"{text}]}}".encode("utf-8", "replace")

    @property
    def key(self) -> str:
        """SHA-256 of what is asked, messages and schema: the same in every mode, for every model."""
        asked = [[message.role, message.content] for message in self.messages]
        return hashlib.sha256(compact([wire_schema(), asked]).encode("utf-8", "replace")).hexdigest()

    def with_settings(self, **changes: Any) -> ModelRequest:
        """The same question in another mode or with another limit."""
        return self.model_copy(update={"settings": self.settings.model_copy(update=changes)})


@lru_cache(maxsize=64)
def _fixed(settings: ModelSettings, first: Message, prompt: PromptInfo) -> str:
    """A request up to its second message."""
    return compact(ModelRequest(settings=settings, messages=(first,), prompt=prompt).body()).removesuffix("]}")


class Reply(Record):
    """A reply as records nobody trusts yet. `complete`: it was not cut."""

    records: DraftRecords
    findings: tuple[Finding, ...] = ()
    complete: bool = True


def build_request(
    article: Article,
    prompt: Prompt,
    settings: ModelSettings,
    *,
    sentences: Sequence[Sentence] | None = None,
    parties: Sequence[str] = (),
    further: Sequence[Message] = (),
) -> ModelRequest:
    """The request that asks for the records of `article`.

    `sentences`: only these, for a part of a long article (their numbers stay those of the article), with the `parties`
    and the headline from elsewhere in it. `further`: messages after the article, as a repair has them.
    """
    messages = (
        Message(role="system", content=prompt.text),
        Message(role="user", content=show(article, sentences, parties)),
        *further,
    )
    return ModelRequest(settings=settings, messages=messages, prompt=prompt.info)


def read_reply(
    article: Article, reply: str, *, settled: frozenset[str] = frozenset(), series: str = "", complete: bool = True
) -> Reply:
    """The records in a reply, read with tolerance and record by record; nothing of them is trusted.

    `settled`: keys of records that stand already and may be referred to. `series`: put before the numbers of new keys,
    so that the replies to the parts of an article do not clash. `complete=False`: the endpoint says the reply was cut.
    Raises Unreadable when there is no answer in it.
    """
    if complete and (records := read_strictly(reply, settled, series)) is not None:
        return Reply(records=records)
    answers = answers_in(reply)
    if not complete:
        answers = answers._replace(complete=False)
    reading = Reading(settled, series, marked=REFERENCE_MARK in reply)
    records = reading.read(answers)
    return Reply(records=records, findings=tuple(reading.findings), complete=answers.complete)


def show(article: Article, sentences: Sequence[Sentence] | None = None, parties: Sequence[str] = ()) -> str:
    """The article as a model sees it: between two markers that it cannot contain, sentences numbered, one to a line.

    The text of a sentence is what the loader found, unchanged. A dateline is no part of a sentence and stands above.
    """
    nonce = nonce_of(article)
    chosen = article.sentences if sentences is None else sentences
    lines = [f"<<<ARTICLE {nonce}>>>"]
    lines += [f"dateline: {dateline.text}" for dateline in article.datelines]
    if sentences is not None:
        lines += _context(article, chosen, parties)
    paragraph = 0
    for sentence in chosen:
        if sentence.paragraph != paragraph and paragraph:
            lines.append("")
        paragraph = sentence.paragraph
        if sentence.stamp:
            lines.append(f"at {sentence.stamp}:")
        lines.append(numbered([(sentence.number, sentence.text)]))
    return "\n".join([*lines, f"<<<END {nonce}>>>"])


def nonce_of(article: Article) -> str:
    """Twelve digits of the hash of the text: always the same for it, and nothing that the text can hold."""
    return hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _context(article: Article, chosen: Sequence[Sentence], parties: Sequence[str]) -> list[str]:
    """What a part of a long article has to know of the rest; without numbers, so that it is no evidence here."""
    shown = {sentence.number for sentence in chosen}
    headline = [s.text for s in article.sentences if s.kind is SentenceKind.HEADLINE and s.number not in shown]
    lines = [f"headline, as context only: {text}" for text in headline]
    return [*lines, f"part of a longer article; parties named in it: {'; '.join(parties) or 'none'}"]


def _shape(mode: Mode) -> dict[str, Any]:
    match mode:
        case Mode.JSON_SCHEMA:
            held = {"name": NAME, "strict": True, "schema": wire_schema()}
            return {"response_format": {"type": "json_schema", "json_schema": held}}
        case Mode.TOOLS:
            function = {"name": NAME, "strict": True, "parameters": wire_schema()}
            choice = {"type": "function", "function": {"name": NAME}}
            return {"tools": [{"type": "function", "function": function}], "tool_choice": choice}
        case Mode.JSON:
            return {"response_format": {"type": "json_object"}}
