"""What runs the coroutines of a command."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Coroutine, Generator
from pathlib import Path
from typing import Any

import pytest

from summarizer.cli.loops import Straight, event_loop, loop_for
from summarizer.cli.stopping import Stopped, answering_signals
from summarizer.settings import Settings


async def _seven() -> int:
    return 7


class _Turn:
    def __await__(self) -> Generator[None, None, None]:
        yield


async def _waits() -> None:
    await _Turn()


async def _fails() -> int:
    raise KeyError("gone")


def test_coroutines_that_never_wait_need_no_loop() -> None:
    with loop_for(Settings(engine="offline")) as loop:
        assert isinstance(loop, Straight)
        assert loop.run(_seven()) == 7
        with pytest.raises(KeyError, match="gone"):
            loop.run(_fails())


def test_what_waits_is_refused_rather_than_lost() -> None:
    with pytest.raises(RuntimeError, match="waits"):
        Straight().run(_waits())


def test_an_engine_that_asks_somebody_has_an_event_loop() -> None:
    with loop_for(Settings(engine="llm", model="m", api_key="k")) as loop:
        assert not isinstance(loop, Straight)
        assert loop.run(asyncio.sleep(0, 7)) == 7


async def _asks_through_a_library_that_hides_what_it_was_interrupted_by(number: int, steps: list[str]) -> None:
    left = True
    for _ in range(2):
        try:
            steps.append("asked")
            try:
                left = False
                signal.raise_signal(number)
                left = True
                await asyncio.sleep(20)
            finally:
                if not left:
                    raise RuntimeError("left a scope that is not the last one entered")
        except Exception:
            steps.append("taken for a lost connection")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_no_library_can_take_a_signal_for_a_lost_connection(number: int, code: int) -> None:
    steps: list[str] = []
    with event_loop() as loop, answering_signals():
        with pytest.raises(Stopped) as stopped:
            loop.run(_asks_through_a_library_that_hides_what_it_was_interrupted_by(number, steps))
        assert loop.run(_seven()) == 7  # what is open can be closed on it
    assert (steps, stopped.value.status) == (["asked"], code)


def test_a_signal_that_comes_as_the_last_thing_is_not_forgotten() -> None:
    async def last() -> None:
        signal.raise_signal(signal.SIGTERM)

    with event_loop() as loop, answering_signals(), pytest.raises(Stopped):
        loop.run(last())


def test_between_coroutines_a_signal_raises_at_once() -> None:
    with event_loop() as loop, answering_signals():
        loop.run(_seven())
        with pytest.raises(Stopped):
            signal.raise_signal(signal.SIGTERM)


def test_an_offline_run_imports_no_event_loop(root: Path) -> None:
    code = "import sys; from summarizer.cli import main; main(sys.argv[1:]); sys.exit('asyncio' in sys.modules)"
    article = root / "seeds" / "raqqa-offensive" / "article.txt"
    done = subprocess.run([sys.executable, "-c", code, str(article)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_coroutine_that_never_began_does_not_run_while_things_are_closed() -> None:
    ran: list[str] = []

    async def asks() -> None:
        ran.append("asked")

    with event_loop() as loop, answering_signals():
        original = asyncio.Runner.run

        def signalled(runner: asyncio.Runner, coro: Coroutine[Any, Any, Any]) -> Any:
            asyncio.Runner.run = original  # type: ignore[method-assign]
            signal.raise_signal(signal.SIGTERM)
            return original(runner, coro)

        asyncio.Runner.run = signalled  # type: ignore[assignment,method-assign]
        with pytest.raises(Stopped):
            loop.run(asks())
        assert loop.run(_seven()) == 7
    assert ran == []


def test_a_loop_in_another_thread_is_told_of_no_signal() -> None:
    results: list[int] = []

    def work() -> None:
        with event_loop() as loop:
            results.append(loop.run(asyncio.sleep(0.2, 7)))

    with event_loop() as loop, answering_signals():
        thread = threading.Thread(target=work)
        thread.start()
        time.sleep(0.05)
        with pytest.raises(Stopped):
            signal.raise_signal(signal.SIGTERM)
        thread.join()
        assert loop.run(_seven()) == 7
    assert results == [7]
