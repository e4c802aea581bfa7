"""A loopback endpoint in a process of its own: the same right reply for every article after a fixed time, or limited.

    python corpus_server.py REPLY_FILE SECONDS [window|refill ALLOWED]

Prints its port. GET /calls answers with the seconds at which requests came and whether each was let through.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path


class Endpoint:
    """Counts and answers. `window`: so many requests in a minute by the clock; `refill`: they come back one by one."""

    def __init__(self, reply: str, seconds: float, kind: str, allowed: float) -> None:
        body = {
            "id": "x", "object": "chat.completion", "created": 1, "model": "m",
            "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": reply}}],
            "usage": {"prompt_tokens": 2200, "completion_tokens": 900, "total_tokens": 3100},
        }  # fmt: skip
        self.answer = _http(200, json.dumps(body).encode())
        self.seconds, self.kind, self.allowed = seconds, kind, allowed
        self.calls: list[tuple[float, bool]] = []
        self.began: float | None = None
        self.room, self.refilled = min(allowed, 5.0), 0.0
        self.window, self.taken = -1, 0

    def wait(self) -> float:
        """Seconds to wait before asking again; 0 where the request is taken."""
        now = time.monotonic()
        self.began = self.began or now
        since = now - self.began
        if self.kind == "window":
            if self.window != int(since // 60):
                self.window, self.taken = int(since // 60), 0
            self.taken += 1
            return 0.0 if self.taken <= self.allowed else 60 - since % 60
        if self.kind == "refill":
            self.room = min(5.0, self.room + (since - self.refilled) * self.allowed / 60)
            self.refilled = since
            if self.room < 1:
                return (1 - self.room) * 60 / self.allowed
            self.room -= 1
        return 0.0

    async def connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """All requests of a connection."""
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).lower()
                length = head.partition(b"content-length: ")[2].partition(b"\r")[0]
                await reader.readexactly(int(length or 0))
                if head.startswith(b"get /calls"):
                    writer.write(_http(200, json.dumps(self.calls).encode()))
                    continue
                wait = self.wait()
                self.calls.append((round(time.monotonic() - (self.began or 0), 2), not wait))
                if wait:
                    writer.write(_http(429, b'{"error": {"message": "slower"}}', f"Retry-After: {wait:.2f}\r\n"))
                else:
                    await asyncio.sleep(self.seconds)
                    writer.write(self.answer)
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            writer.close()


def _http(status: int, body: bytes, more: str = "") -> bytes:
    head = f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\n{more}Content-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


async def main(reply: Path, seconds: float, kind: str, allowed: float) -> None:
    """Serve until killed."""
    endpoint = Endpoint(reply.read_text("utf-8"), seconds, kind, allowed)
    server = await asyncio.start_server(endpoint.connection, "127.0.0.1", 0, backlog=1000)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    given = [*sys.argv[1:], "", "0"][:4]
    asyncio.run(main(Path(given[0]), float(given[1]), given[2], float(given[3] or 0)))
