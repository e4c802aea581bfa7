"""Asking a live endpoint over the OpenAI protocol, driven by instructor: modes, response model, asking again.

instructor builds nothing anew for a call: its response model is `Answered`, made once, whose schema is a constant and
whose validation is our own tolerant reader. Each HTTP call it makes goes through `_send`, which puts the request that
`build_request` made on the wire, retries, counts, and reads the body under a size limit (docs/decisions/061).
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import httpx2
import instructor
import openai
from instructor.core import IncompleteOutputException, InstructorRetryException, ResponseParsingError
from openai.types import CompletionUsage

from summarizer.engines.exchange import Mode, ModelRequest, Reply, Unreadable
from summarizer.engines.exchange_schema import NAME, wire_schema
from summarizer.engines.llm_answer import Completion, completion_of
from summarizer.engines.llm_asking import Asked, ModeUnsupported, Question, Spent
from summarizer.engines.llm_errors import Endpoint, not_a_completion, translated
from summarizer.engines.pricing_ledger import Ledger
from summarizer.engines.retry import Again, Policy, persist
from summarizer.engines.traffic import Traffic, noted
from summarizer.errors import AnswerError, ConfigurationError, ProviderError, SummarizerError

RE_ASKS = 1
FALLBACK = {Mode.JSON_SCHEMA: Mode.TOOLS, Mode.TOOLS: Mode.JSON}
MODES = {
    Mode.JSON_SCHEMA: instructor.Mode.JSON_SCHEMA,
    Mode.TOOLS: instructor.Mode.TOOLS,
    Mode.JSON: instructor.Mode.MD_JSON,
}

logging.getLogger("instructor").addHandler(
    logging.NullHandler()
)  # it logs inputs as errors; nothing of that is for a user


@dataclass(slots=True)
class _Talk:
    """One question while it is asked: the request in its present form, and the last answer."""

    question: Question
    request: ModelRequest
    last: Completion | None = None
    reply: Reply | None = None
    fault: str = ""


_NAMED_SCHEMA = {"title": NAME, **wire_schema()}
_TALK: ContextVar[_Talk] = ContextVar("talk")


class Answered(instructor.ResponseSchema):
    """The response model: a schema made once, validation by the reader of replies."""

    @classmethod
    def model_json_schema(cls, *_: Any, **__: Any) -> dict[str, Any]:
        """The schema of a reply, as sent."""
        return _NAMED_SCHEMA

    @classmethod
    def model_validate_json(cls, *_: Any, **__: Any) -> Answered:
        """Read the answer at hand. A ResponseParsingError makes instructor ask once more, with its text."""
        talk = _TALK.get()
        assert talk.last is not None
        try:
            talk.reply = talk.question.read(talk.last.text, talk.last.complete)
        except Unreadable as fault:
            talk.fault = str(fault)
            raise ResponseParsingError(talk.fault, mode="", raw_response=None) from None
        if not talk.reply.complete and talk.last.complete:
            raise ResponseParsingError("the JSON is cut; send it again, whole", mode="", raw_response=None)
        return cls.model_construct()


_NO_USAGE = CompletionUsage(prompt_tokens=0, completion_tokens=0, total_tokens=0)
"""What instructor adds up; without it, it looks for the package of another provider each time. We count in `Spent`."""
_AS_JSON: Any = {"headers": {"Content-Type": "application/json"}}
OPENING = 2
"""Messages that instructor is given to begin with; what it adds after them asks again."""


def _opening(request: ModelRequest) -> list[dict[str, Any]]:
    """The request as instructor sees it. What is sent is our own, plus what it adds after these."""
    first, *others = (message.content for message in request.messages)
    return [{"role": "system", "content": first}, {"role": "user", "content": "\n\n".join(others)}]


class LiveAsker:
    """Asks one model of one endpoint. The mode that it accepts is found once and remembered."""

    def __init__(
        self,
        client: openai.AsyncOpenAI,
        endpoint: Endpoint,
        policy: Policy,
        ledger: Ledger,
        *,
        mode: Mode | None = None,
        traffic: Traffic | None = None,
    ) -> None:
        self.endpoint, self.policy, self.ledger = endpoint, policy, ledger
        self.traffic = traffic or Traffic()
        self._client = client
        self._fixed = mode is not None
        self.mode = mode or Mode.JSON_SCHEMA
        self._create: dict[Mode, Callable[..., Any]] = {}

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.close()

    async def ask(self, question: Question) -> Asked:
        """Ask in the mode at hand, once more in the next where the endpoint does not know that. Errors as `Asker`."""
        mode = self.mode
        try:
            return await self._ask(question, mode)
        except ModeUnsupported:
            if self._fixed or mode not in FALLBACK:
                raise self._unsupported(mode) from None
        self.mode = FALLBACK[mode]
        try:
            return await self._ask(question, self.mode)
        except ModeUnsupported:
            raise self._unsupported(mode, self.mode) from None

    def _unsupported(self, *modes: Mode) -> ConfigurationError:
        return ConfigurationError(
            f"{self.endpoint.host} does not take requests in mode {' or '.join(modes)}",
            hint="set SUMMARIZER_MODE to json_schema, tools or json",
        )

    async def _ask(self, question: Question, mode: Mode) -> Asked:
        talk = _Talk(question, question.request.with_settings(mode=mode))
        try:
            async with asyncio.timeout(question.deadline.left()):
                return await self._talk(talk)
        except TimeoutError:
            raise ProviderError(
                f"{self.endpoint.host} did not answer within the {question.deadline.seconds:g} s an article may take",
                hint="raise --timeout, or try later",
            ) from None

    async def _talk(self, talk: _Talk) -> Asked:
        """One conversation; a reply cut at our own limit is asked for once more with twice the limit."""
        limit = talk.request.settings.max_output
        reply = await self._conversation(talk)
        if reply is None and limit is not None and self._may_ask(talk):
            talk.request = talk.request.with_settings(max_output=limit * 2)
            reply = await self._conversation(talk)
        last = talk.last
        assert last is not None
        return Asked(reply=reply or self._salvaged(talk), text=last.text, model=last.model)

    async def _conversation(self, talk: _Talk) -> Reply | None:
        """What instructor makes of it: a reply, or None where the answer was cut at a limit."""
        talk.reply = None
        token = _TALK.set(talk)
        try:
            await self._creator(talk.request.settings.mode)(
                response_model=Answered,
                max_retries=RE_ASKS if talk.question.spent.requests + 1 < self.policy.attempts else 0,
                messages=_opening(talk.request),
            )
        except IncompleteOutputException:
            return None
        except InstructorRetryException as error:
            if isinstance(error.__cause__, SummarizerError | ModeUnsupported):
                raise error.__cause__ from None
            return self._salvaged(talk)
        finally:
            _TALK.reset(token)
        return talk.reply

    def _salvaged(self, talk: _Talk) -> Reply:
        """The whole records of an answer that stayed incomplete; AnswerError where there are none."""
        assert talk.last is not None
        reply = None
        with suppress(Unreadable):
            reply = talk.question.read(talk.last.text, False)
        if reply is None or not (reply.records.events or reply.records.casualties or reply.records.claims):
            fault = "it was cut off" if not talk.last.complete else talk.fault or "it holds no records"
            raise AnswerError(f'the answer of "{self.endpoint.model}" is not in the form asked for: {fault}')
        return reply

    def _may_ask(self, talk: _Talk) -> bool:
        return talk.question.spent.requests < self.policy.attempts

    def _creator(self, mode: Mode) -> Callable[..., Any]:
        """instructor's function for a mode, made once."""
        if mode not in self._create:
            self._create[mode] = instructor.patch(create=self._send, mode=MODES[mode])
        return self._create[mode]

    async def _send(self, **given: Any) -> Completion:
        """What instructor calls to reach the model: our request, with whatever it added to ask again."""
        talk = _TALK.get()
        further = given["messages"][OPENING:]
        left = max(1, self.policy.attempts - talk.question.spent.requests)

        async def once() -> Completion:
            return await self._call(talk, further)

        talk.last = await persist(once, self.policy.model_copy(update={"attempts": left}), talk.question.deadline)
        return talk.last

    async def _call(self, talk: _Talk, further: list[Any]) -> Completion:
        """One HTTP request, let out by the traffic and entered in the ledger."""
        await self.traffic.admit(talk.request)
        try:
            request, aside = self.ledger.book(talk.request)
            spent = talk.question.spent
            talk.question.spent += Spent(requests=1, retries=1 if spent.requests else 0)
            completion = await self._post(request, further)
        except BaseException as fault:
            noted(fault, self.traffic)
            if isinstance(fault, Again) and self.traffic.is_hopeless:
                raise fault.error from fault
            raise
        self.traffic.answered(completion.spent)
        talk.question.spent += completion.spent
        self.ledger.settle(aside, completion.spent)
        completion.raise_refusals(self.endpoint.model)
        return completion

    async def _post(self, request: ModelRequest, further: list[Any]) -> Completion:
        """Send and read; every error of the libraries below becomes one of ours here."""
        try:
            response = await self._client.post(
                "/chat/completions", cast_to=httpx2.Response, content=request.wire(further), options=_AS_JSON
            )
        except Exception as error:
            found = translated(error, self.endpoint)
            if found is error:
                raise
            raise found from error
        completion = completion_of(response.content, called=request.settings.mode is Mode.TOOLS)
        if completion is None:
            raise not_a_completion(self.endpoint.host)
        completion.usage = _NO_USAGE
        return completion
