"""An OpenAI-compatible server on loopback, real HTTP, scripted per request: Chat Completions, tools and json_schema.

A script is a list of answers; the last is given for ever. An answer is bytes on a connection, so every fault of a real
network or provider can be told. The server counts the calls and keeps their bodies.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import threading
import zlib
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

Body = dict[str, Any]
TOOL = "records"


@dataclass
class Answer:
    """What goes back. `act` takes the connection over instead, for faults below HTTP."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "application/json"})
    act: Callable[[asyncio.StreamWriter], Awaitable[None]] | None = None
    delay: float = 0.0


Scripted = Answer | Callable[[Body], Answer]


class Server:
    """Listens on a free port in a thread of its own. `calls` holds the body of every request, in order."""

    def __init__(self, *script: Scripted) -> None:
        self.script = list(script)
        self.calls: list[Body] = []
        self.sent: list[bytes] = []
        self.headers: list[dict[str, str]] = []
        self.peak = self._now = 0
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._stop: asyncio.Event | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)

    @property
    def url(self) -> str:
        """The base URL for a client."""
        return f"http://127.0.0.1:{self.port}/v1"

    def __enter__(self) -> Server:
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        assert self._stop is not None
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        with suppress(asyncio.CancelledError):
            self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        server = await asyncio.start_server(self._connection, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stop.wait()
        server.close()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await self._exchange(reader, writer):
                pass
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """One request on a connection; whether it stays open."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = dict(line.lower().split(": ", 1) for line in head[1:] if ": " in line)
        raw = await reader.readexactly(int(headers.get("content-length", 0)))
        answer = self._next(headers, raw)
        self._now += 1
        self.peak = max(self.peak, self._now)
        try:
            if answer.delay:
                await asyncio.sleep(answer.delay)
            if answer.act:
                await answer.act(writer)
                return False
            writer.write(_http(answer))
            await writer.drain()
        finally:
            self._now -= 1
        return True

    def _next(self, headers: dict[str, str], raw: bytes) -> Answer:
        self.headers.append(headers)
        self.sent.append(raw)
        self.calls.append(json.loads(raw))
        scripted = self.script[min(len(self.calls), len(self.script)) - 1]
        return scripted if isinstance(scripted, Answer) else scripted(self.calls[-1])


def _http(answer: Answer) -> bytes:
    headers = {"Content-Length": str(len(answer.body)), **answer.headers}
    lines = [f"HTTP/1.1 {answer.status} X", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + answer.body


USAGE = {
    "prompt_tokens": 1000,
    "completion_tokens": 200,
    "total_tokens": 1200,
    "prompt_tokens_details": {"cached_tokens": 400},
}


def completion(message: Body | None, *, finish: str | None = "stop", **more: Any) -> Answer:
    """A chat completion with this message; `usage=None` leaves the usage out."""
    choices = (
        [] if message is None else [{"index": 0, "finish_reason": finish, "message": {"role": "assistant", **message}}]
    )
    body = {
        "id": "x",
        "object": "chat.completion",
        "created": 1,
        "model": "m",
        "choices": choices,
        "usage": USAGE,
        **more,
    }
    return Answer(body=json.dumps({name: value for name, value in body.items() if value is not None}).encode())


def says(text: str | None, **more: Any) -> Scripted:
    """The text as the request asks for it: the arguments of the tool, or the content."""

    def answer(body: Body) -> Answer:
        if "tools" in body and text is not None:
            return calls((TOOL, text), **more)
        return completion({"content": text}, **more)

    return answer


def calls(*named: tuple[str, str], **more: Any) -> Answer:
    """Calls of functions: (name, arguments)."""
    made = [
        {"id": f"call_{n}", "type": "function", "function": {"name": name, "arguments": arguments}}
        for n, (name, arguments) in enumerate(named)
    ]
    return completion({"content": None, "tool_calls": made}, finish=more.pop("finish", "tool_calls"), **more)


def error(
    status: int, message: str = "it is so", *, code: str | None = None, kind: str = "error", **headers: str
) -> Answer:
    """An error in the shape that OpenAI has; header names with underscores for dashes."""
    body = {"error": {"message": message, "type": kind, "code": code, "param": None}}
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, json.dumps(body).encode(), {"Content-Type": "application/json", **named})


def page(status: int = 200, html: bytes = b"<html><body>canary-page</body></html>") -> Answer:
    """What a web server says that is no model endpoint."""
    return Answer(status, html, {"Content-Type": "text/html"})


def redirect(to: str) -> Answer:
    """A redirect that keeps the method."""
    return Answer(307, b"", {"Location": to})


def hang() -> Answer:
    """Never a byte."""

    async def act(_: asyncio.StreamWriter) -> None:
        await asyncio.sleep(60)

    return Answer(act=act)


def drip() -> Answer:
    """A byte every fifth of a second, for a minute."""

    async def act(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: 300\r\n\r\n{")
        for _ in range(300):
            await asyncio.sleep(0.2)
            writer.write(b" ")
            await writer.drain()

    return Answer(act=act)


def reset() -> Answer:
    """The connection breaks before an answer."""

    async def act(writer: asyncio.StreamWriter) -> None:
        writer.transport.abort()

    return Answer(act=act)


def half_body() -> Answer:
    """The connection breaks in the middle of an answer."""

    async def act(writer: asyncio.StreamWriter) -> None:
        writer.write(
            b'HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: 3000\r\n\r\n{"id": "x", "choi'
        )
        await writer.drain()
        writer.transport.abort()

    return Answer(act=act)


def bomb(megabytes: int = 300) -> Answer:
    """A small gzip body that unpacks to a great one."""
    pack = zlib.compressobj(9, zlib.DEFLATED, 31)
    packed = b"".join(pack.compress(b" " * 1_000_000) for _ in range(megabytes)) + pack.flush()
    return Answer(200, packed, {"Content-Type": "application/json", "Content-Encoding": "gzip"})


def giant(megabytes: int = 30) -> Answer:
    """A great body as it is."""
    return Answer(200, b'{"id": "' + b"x" * megabytes * 1_000_000 + b'"}')


def flood(status: int, taken: list[int]) -> Answer:
    """A body without an end; `taken` gets the bytes that went out."""

    async def act(writer: asyncio.StreamWriter) -> None:
        writer.write(f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\n\r\n".encode())
        while True:
            writer.write(b" " * 100_000)
            await writer.drain()
            taken.append(100_000)

    return Answer(act=act)


def packed(answer: Answer) -> Answer:
    """The same answer, compressed."""
    return Answer(answer.status, gzip.compress(answer.body), {**answer.headers, "Content-Encoding": "gzip"})


@contextmanager
def serving(*script: Scripted) -> Iterator[Server]:
    """A server for the time of a test."""
    with Server(*script) as server:
        yield server
