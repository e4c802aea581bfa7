"""The HTTP client under openai: aiohttp carries it, no redirect is followed, and no body is held beyond a limit.

openai reads the body of an error whole, however long it is, and unpacks what is packed without a limit. So bodies are
read here, whatever the status, and openai is handed responses that are short already (docs/decisions/065).
"""

from __future__ import annotations

import zlib
from contextlib import aclosing
from typing import Any

import httpx2
import openai

from summarizer.errors import AnswerError

MOST_BYTES = 8_000_000
"""Longest body of an answer, unpacked."""
MOST_ERROR_BYTES = 100_000
"""So much is read of the body of an error; its code and message stand at the beginning."""
HIDDEN = b"[key]"
SHORTEST_SECRET = 8
"""A shorter key is none, and would be found in words."""
ENCODINGS = "gzip, deflate"
"""What is asked for: packings that can be undone piece by piece."""

_EITHER = 47
"""zlib: gzip or zlib, told apart by the header."""


class BoundedClient(openai.DefaultAioHttpClient):
    """Sends as its base does and reads at most MOST_BYTES of an answer, MOST_ERROR_BYTES of an error.

    An endpoint that repeats the key in what it says does not get it into a message, a log or a recording.
    """

    def __init__(self, timeout: openai.Timeout, secret: str) -> None:
        self._secret = secret if len(secret) >= SHORTEST_SECRET else ""
        super().__init__(follow_redirects=False, timeout=timeout, headers={"Accept-Encoding": ENCODINGS})

    async def send(self, request: httpx2.Request, **how: Any) -> httpx2.Response:
        """The response with its body in it. Raises AnswerError where an answer is longer than the limit."""
        response = await super().send(request, **{**how, "stream": True})
        try:
            body = await _bounded(response, MOST_BYTES if response.is_success else MOST_ERROR_BYTES)
        finally:
            await response.aclose()
        if body is None and response.is_success:
            raise AnswerError(
                f"the answer of {request.url.netloc.decode()} is larger than {MOST_BYTES // 1_000_000} MB"
            )
        kept = [
            (name, self._hidden(value)) for name, value in response.headers.multi_items() if name not in _OF_THE_BODY
        ]
        told = (body or b"").replace(self._secret.encode(), HIDDEN) if self._secret else body or b""
        return httpx2.Response(response.status_code, headers=kept, content=told, request=request)

    def _hidden(self, text: str) -> str:
        return text.replace(self._secret, HIDDEN.decode()) if self._secret else text


_OF_THE_BODY = frozenset(("content-encoding", "content-length", "transfer-encoding"))


async def _bounded(response: httpx2.Response, most: int) -> bytes | None:
    """The body, unpacked; None where it is longer than `most` bytes."""
    packed = response.headers.get("content-encoding", "").lower() in {"gzip", "x-gzip", "deflate"}
    unpack = zlib.decompressobj(_EITHER) if packed else None
    parts, left = [], most
    async with aclosing(response.aiter_raw()) as pieces:
        async for piece in pieces:
            part = unpack.decompress(piece, left + 1) if unpack else piece
            left -= len(part)
            if left < 0:
                return None
            parts.append(part)
    return b"".join(parts)
