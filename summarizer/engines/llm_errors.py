"""What an endpoint's errors mean: the one place where errors of the client libraries become ours.

Told apart by class, status and code, never by wording, save where providers have nothing else. No message holds text of
an article, of a reply or of a key: an error body may repeat any of them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from summarizer.engines.llm_asking import ContextTooLong, ModeUnsupported
from summarizer.engines.retry import Again
from summarizer.errors import AnswerError, ConfigurationError, ProviderError, SummarizerError

OFFLINE_HINT = "--engine offline works without a network"
PASSING = frozenset({408, 409, 425, 429})
LASTING = frozenset({501, 505})
"""Not implemented, version not supported: another try changes nothing."""

_QUOTA = re.compile(r"quota|credit|billing|insufficient_funds|balance", re.I)
_CONTEXT = re.compile(
    r"context.{0,20}(?:length|window|size)|maximum context|too many (?:input )?tokens|prompt is too long", re.I
)
_LIMIT = re.compile(r"(?:maximum|limit|max|window)\D{0,60}?(\d{3,8})\b", re.I)
_SCHEMA = re.compile(r"response_format|json_schema|json_object|tool|function|schema|grammar|structured|guided", re.I)
_UNKNOWN_FIELD = re.compile(r"validation error.*\b(?:response_format|tools|tool_choice)\b", re.S)
_WIRE = ("httpx", "httpx2", "httpcore", "httpcore2", "h11", "anyio", "aiohttp", "ssl")


class Endpoint(NamedTuple):
    """What messages call the other side: host, model, and the variable that holds the key."""

    host: str
    model: str
    variable: str


def translated(error: Exception, endpoint: Endpoint) -> Exception:
    """The error as ours: a SummarizerError, an Again around one, or ModeUnsupported; an unknown one as it is."""
    status = getattr(error, "status_code", None)
    if isinstance(status, int):
        return _of_status(status, error, endpoint)
    name = type(error).__name__
    if isinstance(error.__cause__, SummarizerError):  # raised under openai, which calls it a broken connection
        return error.__cause__
    broken = any(map(_broken, _causes(error)))
    if "Timeout" in name and not broken:
        return Again(ProviderError(f"{endpoint.host} did not answer in time", hint=OFFLINE_HINT))
    of_the_wire = type(error).__module__.partition(".")[0] in _WIRE
    if broken or of_the_wire or "Connection" in name or isinstance(error, OSError):
        return Again(ProviderError(f"{endpoint.host} cannot be reached{_cause(error)}", hint=OFFLINE_HINT))
    return error


def _of_status(status: int, error: Any, endpoint: Endpoint) -> Exception:
    host, model, variable = endpoint
    headers = getattr(getattr(error, "response", None), "headers", {}) or {}
    detail = _Detail.of(error)
    if 300 <= status < 400:
        target = urlsplit(headers.get("location", "")).hostname or "another address"
        return ConfigurationError(
            f"{host} redirects to {_short(target)}; not followed", hint="set --base-url to the final address"
        )
    if status in {401, 403}:
        return ConfigurationError(
            f"{host} rejected the key", hint=f"check the variable {variable}, or SUMMARIZER_API_KEY where that is set"
        )
    if status == 404:
        return ConfigurationError(f'{host} has no model "{_short(model)}"', hint="check --model and --base-url")
    if status == 402 or (status == 429 and _QUOTA.search(f"{detail.code} {detail.kind}")):
        return ConfigurationError(
            f"{host}: the quota or credit is used up; not retried", hint="run again when there is more"
        )
    if status == 500 and _UNKNOWN_FIELD.search(
        detail.message
    ):  # llama-cpp-python: its check of a request fails as a 500
        return ModeUnsupported()
    if status in PASSING or (status >= 500 and status not in LASTING):
        said = "limits the rate of requests" if status == 429 else f"answers with status {status}"
        return Again(ProviderError(f"{host} {said}", hint=OFFLINE_HINT), retry_after(headers), limited=status == 429)
    return _of_request(status, detail, endpoint)


def _of_request(status: int, detail: _Detail, endpoint: Endpoint) -> Exception:
    """What is wrong with the request itself (400, 413, 422)."""
    host, model, _ = endpoint
    if detail.code == "context_length_exceeded" or status == 413 or _CONTEXT.search(detail.message):
        limit = _LIMIT.search(detail.message)
        known = f" of {int(limit[1]):,} tokens" if limit else ""
        return ContextTooLong(f'the article is longer than the context{known} of "{_short(model)}"')
    if _SCHEMA.search(f"{detail.param} {detail.code} {detail.message}"):
        return ModeUnsupported()
    named = ", ".join(_short(each) for each in (detail.code, detail.param) if each)
    return ConfigurationError(
        f"{host} refuses the request (status {status}{', ' if named else ''}{named})", hint="is the base URL right?"
    )


class _Detail(NamedTuple):
    """What an error body says, as far as it keeps to the usual shape."""

    code: str
    kind: str
    param: str
    message: str

    @classmethod
    def of(cls, error: Any) -> _Detail:
        body = getattr(error, "body", None)
        inner = body.get("error", body) if isinstance(body, dict) else None
        given = inner if isinstance(inner, dict) else {"message": inner if isinstance(inner, str) else body}
        return cls(*(str(given.get(name) or "")[:2000] for name in ("code", "type", "param", "message")))


def retry_after(headers: Any) -> float | None:
    """Seconds that the endpoint asks to wait; None where it does not, or where the header makes no sense."""
    given = str(headers.get("retry-after") or "").strip()
    try:
        seconds = float(given)
    except ValueError:
        seconds = _until(given)
    return seconds if math.isfinite(seconds) and seconds >= 0 else None


def _until(date: str) -> float:
    """Seconds until an HTTP date; not a number where it is none or has passed."""
    from datetime import UTC, datetime

    try:
        left = (parsedate_to_datetime(date) - datetime.now(UTC)).total_seconds()
    except (ValueError, TypeError):
        return math.nan
    return left if left > 0 else math.nan


def not_a_completion(host: str) -> AnswerError:
    """The endpoint answered with something else."""
    return AnswerError(
        f"{host} did not answer with a chat completion", hint="is the base URL right? It often ends in /v1"
    )


def _cause(error: BaseException) -> str:
    """What lies under a connection error, in a word."""
    for seen in _causes(error):
        name = f"{type(seen).__name__} {seen}".lower()
        for sign, said in _SIGNS:
            if sign in name:
                return said
    return ""


_SIGNS = (
    ("certificate", ": its TLS certificate is not trusted"), ("gaierror", ": no such host"),
    ("getaddrinfo", ": no such host"), ("name or service", ": no such host"), ("refused", ": connection refused"),
    ("[ssl", ": no TLS connection can be made"),
    ("disconnected", ": it broke the connection"), ("reset", ": it broke the connection"),
)  # fmt: skip


def _broken(cause: BaseException) -> bool:
    """aiohttp's word for a connection that failed; the client above it calls every one a timeout."""
    return type(cause).__module__.startswith("aiohttp") and not isinstance(cause, TimeoutError)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and what lies under it."""
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        seen = seen.__cause__ or seen.__context__


def _short(text: str) -> str:
    return "".join(char if char.isprintable() else "?" for char in str(text)[:120])
