"""A model endpoint of fixed latency in a process of its own, pinned to one core: Chat Completions for the articles of
`wire_copy.py`. The path says how it answers: `/300/v1` after 300 ms, `/0-faulty/v1` at once and often badly.

Prints its port, then counts; the counts of a path are at `/counts`.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import re
import sys

from wire_copy import copies

from summarizer.articles import article_from_text
from summarizer.engines.exchange import nonce_of

FAULTS = ((0.10, "500"), (0.15, "reset"), (0.20, "cut"), (0.30, "shape"))
"""Chances, each added to those before: a tenth 500, a twentieth reset, a twentieth cut off, a tenth another shape."""
_HEAD = re.compile(rb"POST /(\d+)(-faulty)?/.*?content-length: (\d+)", re.S | re.I)
_NONCE = re.compile(rb"<<<ARTICLE ([0-9a-f]{12})>>>")


class Endpoint:
    """What it answers to whom, how often it was asked, and how many at the same time."""

    def __init__(self) -> None:
        self.replies = {nonce_of(article_from_text(copy.text)).encode(): copy.reply for copy in copies()}
        self.dice = random.Random(7)
        self.asked = 0

    async def connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Requests on one connection until it ends."""
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                if head.startswith(b"GET"):
                    writer.write(_http(json.dumps({"asked": self.asked}).encode()))
                    self.asked = 0
                    continue
                found = _HEAD.match(head)
                assert found is not None
                body = await reader.readexactly(int(found[3]))
                self.asked += 1
                await asyncio.sleep(int(found[1]) / 1000)
                answer = self.answer(body, faulty=bool(found[2]))
                if answer is None:
                    writer.transport.abort()
                    return
                writer.write(answer)
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    def answer(self, body: bytes, *, faulty: bool) -> bytes | None:
        """A whole HTTP response; None breaks the connection."""
        nonce = _NONCE.findall(body)
        reply, finish = self.replies[nonce[-1]], "stop"
        if faulty:
            drawn = self.dice.random()
            match next((fault for chance, fault in FAULTS if drawn < chance), None):
                case "500":
                    return _http(b'{"error": {"message": "overloaded"}}', "500 Error")
                case "reset":
                    return None
                case "cut":
                    reply, finish = reply[: len(reply) // 2], "length"
                case "shape":
                    reply = '{"answer": "See the article."}'
        message = {"role": "assistant", "content": reply}
        usage = {"prompt_tokens": 6000, "completion_tokens": 1500, "total_tokens": 7500}
        choice = {"index": 0, "finish_reason": finish, "message": message}
        whole = {
            "id": "x",
            "object": "chat.completion",
            "created": 1,
            "model": "m",
            "choices": [choice],
            "usage": usage,
        }
        return _http(json.dumps(whole).encode())


def _http(body: bytes, status: str = "200 OK") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


async def main(core: int) -> None:
    """Serve until killed."""
    os.sched_setaffinity(0, {core})
    endpoint = Endpoint()
    server = await asyncio.start_server(endpoint.connection, "127.0.0.1", 0, limit=1_000_000, backlog=1000)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
