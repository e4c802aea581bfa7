"""The provider's Batch API: files up, batches, files down. Every error of the library becomes one of ours here.

Nothing is known here of articles; what makes a step safe to repeat is `find` and `find_file`, by a name that is ours.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import openai

from summarizer.engines.batch_state import BatchState
from summarizer.engines.llm_asking import ContextTooLong, ModeUnsupported
from summarizer.engines.llm_errors import Endpoint, translated
from summarizer.engines.llm_making import CONNECT_SECONDS, READ_SECONDS, address_of
from summarizer.engines.replay_files import URL
from summarizer.engines.retry import Deadline, Policy, persist
from summarizer.errors import ConfigurationError, ProviderError, StorageError, SummarizerError
from summarizer.settings import SPEAKING_OPENAI, Settings

T = TypeVar("T")
MARK = "summarizer"
"""The key of the metadata that holds our name of a batch."""
STEP_SECONDS = 900.0
"""Longest time for one step, an upload of 200 MB included."""
MOST_FILE = 4_000_000_000
MOST_LISTED = 10_000
"""So many batches or files are looked through for ours; they come newest first."""


class NotThere(ConfigurationError):
    """The endpoint does not know a file or a batch."""


def make_batch_endpoint(settings: Settings, *, waits: bool = True) -> BatchEndpoint:
    """Batches at the endpoint that `settings` name. Raises ConfigurationError where something is missing."""
    if settings.provider not in SPEAKING_OPENAI:
        raise ConfigurationError(
            f'batches of "{settings.provider}" are not spoken here', hint="only those of OpenAI and endpoints like it"
        )
    endpoint, url, key = address_of(settings)
    bounds = openai.Timeout(READ_SECONDS, connect=CONNECT_SECONDS)
    wire = openai.DefaultAsyncHttpxClient(follow_redirects=False, timeout=bounds)
    client = openai.AsyncOpenAI(api_key=key, base_url=url, max_retries=0, timeout=bounds, http_client=wire)
    return BatchEndpoint(client, endpoint, Policy(attempts=settings.attempts, waits=waits))


class BatchEndpoint:
    """Batches at one endpoint. All methods raise ConfigurationError and ProviderError."""

    def __init__(self, client: openai.AsyncOpenAI, endpoint: Endpoint, policy: Policy) -> None:
        self.client, self.endpoint, self.policy = client, endpoint, policy

    async def aclose(self) -> None:
        """Close the connections."""
        await self.client.close()

    async def upload(self, path: Path) -> str:
        """Send a file of requests under its own name; its id."""

        async def send() -> Any:
            with path.open("rb") as file:
                return await self.client.files.create(file=(path.name, file), purpose="batch")

        return str((await self._step(send)).id)

    async def find_file(self, path: Path) -> str | None:
        """The id of a file that was sent before under this name, whole."""

        async def look() -> str | None:
            seen = 0
            async for file in self.client.files.list(purpose="batch", order="desc", limit=1000):
                seen += 1
                if file.filename == path.name and file.bytes == path.stat().st_size:
                    return file.id
                if seen >= MOST_LISTED:
                    break
            return None

        return await self._step(look)

    async def create(self, file: str, name: str) -> BatchState:
        """Begin a batch, once: before a second attempt it is looked for, as the first may have got through."""
        tried = False

        async def begin() -> BatchState:
            nonlocal tried
            if tried and (found := await self._look(name)):
                return found
            tried = True
            made = await self.client.batches.create(
                input_file_id=file, endpoint=URL, completion_window="24h", metadata={MARK: name}
            )
            return _state(made)

        return await self._step(begin)

    async def find(self, name: str) -> BatchState | None:
        """The batch that was begun before under our name for it."""
        return await self._step(lambda: self._look(name))

    async def _look(self, name: str) -> BatchState | None:
        seen = 0
        async for batch in self.client.batches.list(limit=100):
            seen += 1
            if (batch.metadata or {}).get(MARK) == name:
                return _state(batch)
            if seen >= MOST_LISTED:
                break
        return None

    async def state(self, batch: str) -> BatchState:
        """How it stands."""
        return _state(await self._step(lambda: self.client.batches.retrieve(batch)))

    async def download(self, file: str, path: Path) -> None:
        """Write a file of the provider to `path`. Raises StorageError as well."""

        async def fetch() -> None:
            async with self.client.files.with_streaming_response.content(file) as response:
                await _written(response.iter_bytes(), path, self.endpoint.host)

        await self._step(fetch)

    async def _step(self, act: Callable[[], Awaitable[T]]) -> T:
        async def once() -> T:
            with_errors = self._errors()
            async with with_errors:
                return await act()

        return await persist(once, self.policy, Deadline(STEP_SECONDS))

    @asynccontextmanager
    async def _errors(self) -> AsyncIterator[None]:
        host = self.endpoint.host
        try:
            yield
        except SummarizerError:
            raise
        except openai.NotFoundError as error:
            raise NotThere(
                f"{host} does not know the batch or a file of it",
                hint="is it the same account, and an endpoint with batches? Or give it up: --give-up BATCH",
            ) from error
        except Exception as error:
            found = translated(error, self.endpoint)
            if isinstance(found, ContextTooLong | ModeUnsupported):
                found = ConfigurationError(f"{host} refuses the file or the batch")
            if found is error:
                raise
            raise found from error


async def _written(parts: AsyncIterator[bytes], path: Path, host: str) -> None:
    size = 0
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            async for part in parts:
                size += len(part)
                if size > MOST_FILE:
                    raise ProviderError(f"a file of {host} is larger than {MOST_FILE // 1_000_000} MB")
                file.write(part)
    except OSError as error:
        if not isinstance(error, openai.OpenAIError):
            raise StorageError(f"{path}: {(error.strerror or 'cannot be written').lower()}") from error
        raise


def _state(batch: Any) -> BatchState:
    counts = batch.request_counts
    faults = (batch.errors.data or []) if batch.errors else []
    return BatchState(
        id=batch.id,
        status=batch.status,
        file=batch.input_file_id,
        output_file=batch.output_file_id,
        error_file=batch.error_file_id,
        total=counts.total if counts else 0,
        completed=counts.completed if counts else 0,
        failed=counts.failed if counts else 0,
        faults=tuple(_fault(each) for each in faults[:5]),
    )


def _fault(error: Any) -> str:
    """Code, field and line: what else it says may quote the file."""
    parts = [error.code or "error", error.param and f"in {error.param}", error.line and f"line {error.line}"]
    return "".join(c if c.isprintable() else "?" for c in " ".join(str(part) for part in parts if part)[:120])
