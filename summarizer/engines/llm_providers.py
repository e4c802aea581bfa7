"""Asking providers that do not speak the OpenAI protocol, through instructor's provider strings (`anthropic/NAME`).

The provider's own package carries the call. The schema, the reader of replies, the deadline and the retries are ours;
mode and message shapes are instructor's.
"""

from __future__ import annotations

import asyncio
import logging
import re
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import instructor
from instructor.core import IncompleteOutputException, InstructorRetryException, ResponseParsingError

from summarizer.engines.exchange import Reply, Unreadable
from summarizer.engines.exchange_schema import NAME, wire_schema
from summarizer.engines.llm_asking import Asked, Question, Spent
from summarizer.engines.llm_errors import Endpoint, translated
from summarizer.engines.pricing_ledger import Ledger
from summarizer.engines.retry import Policy, persist
from summarizer.engines.traffic import Traffic, noted
from summarizer.errors import AnswerError, ConfigurationError, ProviderError, SummarizerError
from summarizer.prompting import compact

OWN_RETRIES_OFF = frozenset({"anthropic", "groq"})
"""Providers whose client takes `max_retries`; the retries of others cannot be switched off from here."""
USUAL_OUTPUT = 16_000
_INSTALL = re.compile(r"pip install [\"'`]?([\w\[\]-]+)")
_NAMED_SCHEMA = {"title": NAME, **wire_schema()}

logging.getLogger("instructor").addHandler(logging.NullHandler())


@dataclass(slots=True)
class _Talk:
    question: Question
    text: str = ""
    reply: Reply | None = None


_TALK: ContextVar[_Talk] = ContextVar("provider_talk")


class Given(instructor.ResponseSchema):
    """The response model: a schema made once, validation by the reader of replies."""

    @classmethod
    def model_json_schema(cls, *_: Any, **__: Any) -> dict[str, Any]:
        """The schema of a reply, as sent."""
        return _NAMED_SCHEMA

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **_: Any) -> Given:
        """Read the text of an answer."""
        return cls._read(json_data if isinstance(json_data, str) else bytes(json_data).decode("utf-8", "replace"))

    @classmethod
    def model_validate(cls, obj: Any, **_: Any) -> Given:
        """Read an answer that the provider's package has parsed already."""
        return cls._read(compact(obj))

    @classmethod
    def _read(cls, text: str) -> Given:
        talk = _TALK.get()
        talk.text = text
        try:
            talk.reply = talk.question.read(text, True)
        except Unreadable as fault:
            raise ResponseParsingError(str(fault), mode="", raw_response=None) from None
        return cls.model_construct()


class ProviderAsker:
    """Asks through an instructor client of any provider."""

    def __init__(
        self, client: Any, endpoint: Endpoint, policy: Policy, ledger: Ledger, traffic: Traffic | None = None
    ) -> None:
        self.client, self.endpoint, self.policy, self.ledger = client, endpoint, policy, ledger
        self.traffic = traffic or Traffic()
        client.on("completion:response", _count)

    async def ask(self, question: Question) -> Asked:
        """Errors as `Asker`."""
        talk = _Talk(question)
        token = _TALK.set(talk)
        try:
            async with asyncio.timeout(question.deadline.left()):
                await persist(lambda: self._call(talk), self.policy, question.deadline)
        except TimeoutError:
            raise ProviderError(f"{self.endpoint.host} did not answer within {question.deadline.seconds:g} s") from None
        finally:
            _TALK.reset(token)
        assert talk.reply is not None
        return Asked(reply=talk.reply, text=talk.text, model=self.endpoint.model)

    async def _call(self, talk: _Talk) -> None:
        await self.traffic.admit(talk.question.request)
        before = talk.question.spent
        try:
            await self._send(talk)
        except BaseException as fault:
            noted(fault, self.traffic)
            raise
        self.traffic.answered(since(before, talk.question.spent))

    async def _send(self, talk: _Talk) -> None:
        request, aside = self.ledger.book(talk.question.request)
        before = talk.question.spent
        talk.question.spent += Spent(retries=1 if before.requests else 0)
        try:
            await self.client.create(
                response_model=Given,
                messages=[message.model_dump() for message in request.messages],
                max_retries=1,
                max_tokens=request.settings.max_output or USUAL_OUTPUT,
            )
        except IncompleteOutputException:
            raise AnswerError(f'the answer of "{self.endpoint.model}" was cut off') from None
        except InstructorRetryException as error:
            raise self._translated(error.__cause__) from None
        self.ledger.settle(aside, since(before, talk.question.spent))

    def _translated(self, cause: BaseException | None) -> Exception:
        if isinstance(cause, SummarizerError):
            return cause
        found = translated(cause, self.endpoint) if isinstance(cause, Exception) else None
        if found is None or found is cause:
            return AnswerError(f'the answer of "{self.endpoint.model}" is not in the form asked for')
        return found

    async def aclose(self) -> None:
        """Close the provider's client where it can be."""
        inner = getattr(self.client, "client", None)
        if close := getattr(inner, "close", None):
            closing = close()
            if asyncio.iscoroutine(closing):
                await closing


def since(before: Spent, after: Spent) -> Spent:
    """What was spent in between."""
    known = None not in {before.input, before.output, after.input, after.output}
    if not known:
        return Spent(input=None, output=None)
    return Spent(input=(after.input or 0) - (before.input or 0), output=(after.output or 0) - (before.output or 0))


def _count(response: Any) -> None:
    """Tokens of one call, before instructor adds them up."""
    talk, usage = _TALK.get(), getattr(response, "usage", None)

    def tokens(*names: str) -> int | None:
        return next((v for name in names if isinstance(v := getattr(usage, name, None), int)), None)

    sent, received = tokens("prompt_tokens", "input_tokens"), tokens("completion_tokens", "output_tokens")
    talk.question.spent += Spent(requests=1, input=sent, output=received)


def provider_client(provider: str, model: str, key: str | None) -> Any:
    """instructor's client for a provider string. Raises ConfigurationError that names what is missing."""
    extra: dict[str, Any] = {"max_retries": 0} if provider in OWN_RETRIES_OFF else {}
    try:
        return instructor.from_provider(f"{provider}/{model}", async_client=True, api_key=key, **extra)
    except Exception as error:
        told = f"{error} {error.__cause__ or ''}"
        if package := _INSTALL.search(told):
            raise ConfigurationError(
                f'"{provider}/{model}" needs a package that is not installed',
                hint=f"install it with: pip install {package[1]}",
            ) from None
        if "nsupported provider" in told:
            raise ConfigurationError(
                f'no provider is called "{provider}"', hint="give --base-url for an OpenAI-compatible endpoint"
            ) from None
        raise ConfigurationError(
            f'"{provider}/{model}" cannot be set up ({type(error).__name__})', hint="is its key in the environment?"
        ) from None
