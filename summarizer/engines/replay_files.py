"""Requests and replies as files, in the format of the OpenAI Batch API: for batches at half price, for models behind an
air gap, for whoever wants to see what is sent.

A request names itself by its content (`custom_id` ends in the first digits of its key), so a reply finds its request in
any order and in any of several files. Articles travel in a file beside the requests: no provider takes fields of ours.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from pydantic import ValidationError

from summarizer.engines.exchange import Mode, ModelRequest, ModelSettings, Reply, Unreadable
from summarizer.engines.llm import LanguageModel, Limits
from summarizer.engines.llm_answer import completion_of
from summarizer.engines.llm_asking import Asked, Asker, Question
from summarizer.errors import AnswerError, ArticleUnreadable, ConfigurationError, ProviderError
from summarizer.prompting import compact
from summarizer.records.article import Article
from summarizer.records.draft import DraftRecords

if TYPE_CHECKING:
    from summarizer.engines.pricing import Price
    from summarizer.settings import Settings

URL: Final = "/v1/chat/completions"
KEY_DIGITS = 24
MOST_BYTES = 500_000_000


def custom_id(request: ModelRequest, source: str) -> str:
    """What a request is called: something of the article's name for people, the key for us."""
    name = re.sub(r"[^a-z0-9]+", "-", Path(source).stem.lower()).strip("-")[:30]
    return f"{name or 'article'}.{'repair.' if len(request.messages) > 2 else ''}{request.key[:KEY_DIGITS]}"


def batch_line(request: ModelRequest, source: str) -> str:
    """One line of a Batch API input file."""
    return (
        compact({"custom_id": custom_id(request, source), "method": "POST", "url": URL, "body": request.body()}) + "\n"
    )


class Collector:
    """Asks nobody: keeps the requests. Each gets an empty reply, so that all parts of a long article are seen."""

    def __init__(self) -> None:
        self.requests: list[ModelRequest] = []

    async def ask(self, question: Question) -> Asked:
        """Keep the request."""
        self.requests.append(question.request)
        return Asked(reply=Reply(records=DraftRecords()), text="")

    async def aclose(self) -> None:
        """Nothing is open."""


class Rows(Protocol):
    """Replies by the first digits of the key of their request."""

    def get(self, key: str, /) -> dict[str, Any] | None:
        """The row of a file, or None."""
        ...


class FileAsker:
    """Answers from files of replies. A repair without a reply is kept in `wanted`: the next round of requests."""

    def __init__(self, replies: Rows) -> None:
        self.replies = replies
        self.wanted: list[ModelRequest] = []

    async def ask(self, question: Question) -> Asked | None:
        """The reply in the files; None for a repair that is not there. Raises ProviderError and AnswerError."""
        row = self.replies.get(question.request.key[:KEY_DIGITS])
        if row is None:
            if len(question.request.messages) > 2:
                self.wanted.append(question.request)
                return None
            raise AnswerError(
                "the files hold no reply to the request for this article", hint="is it of the same version?"
            )
        return self._read(row, question)

    def _read(self, row: dict[str, Any], question: Question) -> Asked:
        response = row.get("response") if isinstance(row.get("response"), dict) else {}
        assert isinstance(response, dict)
        status = response.get("status_code")
        if status != 200:
            raise ProviderError(
                f"the batch gives status {status if isinstance(status, int) else 'none'} for this request"
            )
        completion = completion_of(compact(response.get("body")).encode("utf-8", "replace"), called=False)
        if completion is None:
            raise AnswerError("the reply is no chat completion")
        question.spent += completion.spent.model_copy(update={"requests": 1})
        completion.raise_refusals(question.request.settings.name)
        try:
            reply = question.read(completion.text, completion.complete)
        except Unreadable as fault:
            raise AnswerError(f"the reply is not in the form asked for: {fault}") from None
        return Asked(reply=reply, text=completion.text, model=completion.model)

    async def aclose(self) -> None:
        """Nothing is open."""


def engine_of(asker: Asker, settings: ModelSettings, limits: Limits, *, price: Price | None = None) -> LanguageModel:
    """The engine that makes the same requests as a live one, with files for an endpoint."""
    return LanguageModel(asker, settings, limits, name="batch", price=price)


def shape_of(settings: Settings) -> tuple[ModelSettings, Limits]:
    """What shapes requests that are written to files. Nobody is there to be tried out, so the mode is the usual one.

    Raises ConfigurationError where no model is named.
    """
    if not settings.model:
        raise ConfigurationError("no model is named", hint="give --model NAME, or set SUMMARIZER_MODEL")
    shape = ModelSettings(
        name=settings.model_name,
        mode=Mode(settings.mode) if settings.mode else Mode.JSON_SCHEMA,
        max_output=settings.max_output,
        temperature=settings.temperature,
    )
    return shape, Limits(part_chars=settings.part_chars, repair=settings.repair)


def read_replies(paths: Iterable[Path]) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """The rows of Batch API output files by key, and what is wrong with lines that cannot be used."""
    rows: dict[str, dict[str, Any]] = {}
    faults: list[str] = []
    for path in paths:
        for number, row in _rows(path):
            name = row.get("custom_id") if isinstance(row, dict) else None
            if isinstance(row, dict) and isinstance(name, str):
                rows[name.rpartition(".")[2]] = row
            else:
                faults.append(f"{path.name}, line {number}: not a reply of a batch")
    return rows, faults


def read_settings(path: Path) -> ModelSettings:
    """What shaped the requests of a file: the model, which a reply names only by its full version."""
    for _, row in _rows(path):
        body = row.get("body") if isinstance(row, dict) else None
        if isinstance(body, dict) and isinstance(body.get("model"), str):
            return ModelSettings(name=body["model"][:200])
    raise ArticleUnreadable(
        f"{path}: not a file of requests", hint="make one with: summarize requests ARTICLE... -o FILE"
    )


def articles_beside(requests: Path) -> Path:
    """Where the articles of a file of requests lie."""
    return requests.with_name(f"{requests.name}.articles")


def read_articles(requests: Path) -> Iterator[tuple[Article, Limits]]:
    """The articles beside a file of requests, with the bounds that shaped their requests. Raises ArticleUnreadable."""
    path = articles_beside(requests)
    for number, row in _rows(path):
        try:
            yield Article.model_validate(row["article"]), Limits.model_validate(row["limits"])
        except (ValidationError, TypeError, KeyError):
            raise ArticleUnreadable(f"{path}, line {number}: not an article") from None


def article_line(article: Article, limits: Limits) -> str:
    """One line of the file of articles."""
    return compact({"limits": limits.model_dump(), "article": article.model_dump(mode="json")}) + "\n"


def _rows(path: Path) -> Iterator[tuple[int, Any]]:
    """The lines of a JSONL file with their numbers; what is no JSON comes as None. Raises ArticleUnreadable."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ArticleUnreadable(f"{path}: larger than {MOST_BYTES // 1_000_000} MB")
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip(b" \t\r\n\0"):
                    yield number, _loaded(line)
    except OSError as error:
        raise ArticleUnreadable(f"{path}: {(error.strerror or 'cannot be read').lower()}") from error


def _loaded(line: bytes) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None
