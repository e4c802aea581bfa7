"""A Chat Completions answer as we use it: read with care, and in the shape in which instructor looks at it."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

from summarizer.engines.exchange_schema import NAME
from summarizer.engines.llm_asking import Spent
from summarizer.errors import AnswerFiltered, AnswerRefused


class Completion:
    """What one call gave. `text` is the answer wherever it stood; `choices` and `usage` are what instructor reads."""

    def __init__(self, text: str, finish: str, refusal: str | None, spent: Spent, model: str | None) -> None:
        self.text, self.finish, self.refusal, self.spent, self.model = text, finish, refusal, spent, model
        self.choices: list[Any] = []
        self.usage: Any = None

    @property
    def complete(self) -> bool:
        """Whether the model came to an end by itself."""
        return self.finish != "length"

    def raise_refusals(self, model: str) -> None:
        """Raise AnswerRefused or AnswerFiltered where this is no answer at all."""
        if self.refusal is not None:
            shown = "".join(char if char.isprintable() else " " for char in self.refusal[:200])
            raise AnswerRefused(f'"{model}" declined: {shown}')
        if self.finish == "content_filter":
            raise AnswerFiltered(f'the content filter of the provider withheld the answer of "{model}"')


class _Message:
    """An assistant's message in the shape that instructor reads and sends back when it asks again."""

    role = "assistant"
    refusal = None
    function_call = None

    def __init__(self, content: str, calls: list[dict[str, Any]] | None) -> None:
        self.content = content
        self.calls = calls
        self.tool_calls = (
            [SimpleNamespace(id=c["id"], function=SimpleNamespace(**c["function"])) for c in calls] if calls else None
        )

    def model_dump(self) -> dict[str, Any]:
        """The calls as they go back to the model."""
        return {"tool_calls": self.calls, "function_call": None}


def completion_of(raw: bytes, *, called: bool) -> Completion | None:
    """The completion in a body; None where the body is none. `called`: a tool was to be called."""
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    if not isinstance(body, dict) or not isinstance(body.get("choices"), list | None) or "choices" not in body:
        return None
    choices = body["choices"] or [{}]
    choice = choices[0] if isinstance(choices[0], dict) else {}
    message: dict[str, Any] = choice["message"] if isinstance(choice.get("message"), dict) else {}
    refusal = message.get("refusal")
    completion = Completion(
        text=_text(message),
        finish=str(choice.get("finish_reason") or ""),
        refusal=refusal if isinstance(refusal, str) and refusal else None,
        spent=_spent(body.get("usage")),
        model=body["model"][:200] if isinstance(body.get("model"), str) else None,
    )
    completion.choices = [_choice(completion, message, called=called)]
    return completion


def _text(message: dict[str, Any]) -> str:
    """The arguments of our tool, several joined as a list; else the content."""
    calls = [_arguments(call) for call in _calls(message) if _function(call).get("name") == NAME]
    if calls:
        return calls[0] if len(calls) == 1 else f"[{','.join(calls)}]"
    content = message.get("content")
    if isinstance(content, list):  # some endpoints answer in parts
        content = "".join(
            part["text"] for part in content if isinstance(part, dict) and isinstance(part.get("text"), str)
        )
    return content if isinstance(content, str) else ""


def _calls(message: dict[str, Any]) -> list[dict[str, Any]]:
    given = message.get("tool_calls")
    return [call for call in given if isinstance(call, dict)] if isinstance(given, list) else []


def _function(call: dict[str, Any]) -> dict[str, Any]:
    function = call.get("function")
    return function if isinstance(function, dict) else {}


def _arguments(call: dict[str, Any]) -> str:
    given = _function(call).get("arguments")
    return given if isinstance(given, str) else json.dumps(given)


def _choice(completion: Completion, message: dict[str, Any], *, called: bool) -> Any:
    calls = [
        {
            "id": str(call.get("id") or f"call_{number}"),
            "type": "function",
            "function": {"name": str(_function(call).get("name")), "arguments": _arguments(call)},
        }
        for number, call in enumerate(_calls(message))
    ]
    if called and not calls:  # an answer in the content is read all the same
        calls = [{"id": "call_0", "type": "function", "function": {"name": NAME, "arguments": completion.text}}]
    said = _Message(completion.text if not calls else "", calls or None)
    return SimpleNamespace(finish_reason=completion.finish, message=said)


def _spent(usage: Any) -> Spent:
    """What the endpoint says it took; None where it does not say."""
    if not isinstance(usage, dict):
        return Spent(input=None, output=None)
    details = usage.get("prompt_tokens_details")
    cached = _whole(details.get("cached_tokens")) if isinstance(details, dict) else None
    return Spent(
        input=_whole(usage.get("prompt_tokens")), cached=cached or 0, output=_whole(usage.get("completion_tokens"))
    )


def _whole(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
