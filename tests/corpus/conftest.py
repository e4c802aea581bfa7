"""A loopback endpoint that answers about any small article, corpora, and the command line as a process."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest

HERE = Path(__file__).parent
NUMBERS = count()
STILL = -1000
COMMAND = [sys.executable, "-m", "summarizer.cli"]
KEY = "canary-key-3141"


@pytest.fixture
def reply() -> Callable[[dict[str, Any]], str]:
    """The right reply to a request for any article of `text_of`."""
    return reply_for


@pytest.fixture(name="text_of")
def text_of_fixture() -> Callable[[int], str]:
    """A short article, another one for every number."""
    return text_of


def text_of(number: int) -> str:
    """A short article, another one for every number."""
    return f"Shells killed at least {number + 11} villagers in Torkech on Friday, the clinic said.\n"


def reply_for(body: dict[str, Any]) -> str:
    """A right and complete reply to the request for an article of `text_of`."""
    killed = re.findall(r"killed at least (\d+) villagers", body["messages"][1]["content"])[-1]
    event = {
        "key": "e1", "type": "shelling", "status": "completed", "actors": [], "supporters": [],
        "targets": ["villagers"], "location": "Torkech", "place": "Torkech", "admin1": None, "country": None,
        "time": "on Friday", "weapon": "Shells", "evidence": [{"sentence": 1, "quote": "Shells killed at least"}],
    }  # fmt: skip
    casualty = {
        "key": "c1", "event": "e1", "harm": "killed", "count": f"at least {killed}", "number": int(killed),
        "victims": "villagers", "victim_status": "civilian", "victim_side": None, "attributed_to": [],
        "scope": "incident", "subset_of": None, "claims": ["k1"],
        "evidence": [{"sentence": 1, "quote": f"killed at least {killed} villagers"}],
    }  # fmt: skip
    claim = {
        "key": "k1", "chain": [{"name": "the clinic", "type": "medical_rescue"}], "anonymous": False,
        "stance": "asserts", "cue": "said", "content": f"Shells killed at least {killed} villagers",
        "about": ["e1"], "time": None, "evidence": [{"sentence": 1, "quote": "the clinic said"}],
    }  # fmt: skip
    actors = [{"name": "villagers", "type": "civilians", "aliases": []}]
    return json.dumps(
        {"actors": actors, "events": [event], "casualties": [casualty], "claims": [claim], "summary": None}
    )


@pytest.fixture
def right(web: ModuleType) -> Callable[..., Any]:
    """A scripted answer that is right for every article, after `delay` seconds."""

    def make(delay: float = 0.0) -> Callable[[dict[str, Any]], Any]:
        def answer(body: dict[str, Any]) -> Any:
            given = web.completion({"content": reply_for(body)})
            given.delay = delay
            return given

        return answer

    return make


@pytest.fixture
def lines(tmp_path: Path) -> Callable[..., Path]:
    """A JSONL file of `count` articles."""

    def make(count: int, name: str = "corpus.jsonl") -> Path:
        path = tmp_path / name
        rows = ({"id": f"a{number:03}", "text": text_of(number)} for number in range(count))
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        return path

    return make


class Ended(NamedTuple):
    """How a process ended."""

    code: int
    out: str
    err: str


class Warm:
    """warm.py, and how to talk to it."""

    def __init__(self) -> None:
        environ = {name: value for name, value in os.environ.items() if not name.startswith("SUMMARIZER_")}
        self._process = subprocess.Popen(
            [sys.executable, str(HERE / "warm.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environ,
        )

    def ask(self, wanted: dict[str, Any]) -> int:
        """Send a wish; the number that comes back."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(wanted) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def close(self) -> None:
        """End it."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()


class Running:
    """A process begun by warm.py, with the methods of Popen that tests need."""

    def __init__(self, warm: Warm, words: list[str], folder: Path, environ: dict[str, str]) -> None:
        self._warm = warm
        self._files = [folder / f".{kind}{next(NUMBERS)}" for kind in ("out", "err")]
        out, err = map(str, self._files)
        given = {"words": words, "cwd": str(folder), "environ": environ, "out": out, "err": err}
        self.pid = warm.ask({"start": given})
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """The exit code; None while it runs."""
        if self.returncode is None and (code := self._warm.ask({"wait": self.pid})) != STILL:
            self.returncode = code
        return self.returncode

    def wait(self, timeout: float = 60) -> int:
        """The exit code, once it has ended."""
        end = time.monotonic() + timeout
        while (code := self.poll()) is None:
            assert time.monotonic() < end, "it does not end"
            time.sleep(0.02)
        return code

    def send_signal(self, number: int) -> None:
        """Send a signal."""
        os.kill(self.pid, number)

    def kill(self) -> None:
        """kill -9."""
        os.kill(self.pid, signal.SIGKILL)

    def communicate(self, timeout: float = 60) -> tuple[str, str]:
        """What it wrote, once it has ended."""
        self.wait(timeout)
        out, err = (path.read_text("utf-8") for path in self._files)
        return out, err


@pytest.fixture(scope="session")
def warm() -> Iterator[Warm]:
    """A process to fork from."""
    process = Warm()
    yield process
    process.close()


Begin = Callable[..., Any]


@pytest.fixture
def begin(tmp_path: Path, warm: Warm) -> Iterator[Begin]:
    """Begin the command line as a process of its own; with a `server`, it asks that. `fresh`: not forked but executed.

    What still runs at the end of a test is killed.
    """
    begun: list[Any] = []

    def start(*words: str | Path, server: Any = None, environ: dict[str, str] | None = None, **fresh: Any) -> Any:
        asked = {} if server is None else {"SUMMARIZER_BASE_URL": server.url, "SUMMARIZER_MODEL": "openai/m"}
        settings = {**os.environ, "OPENAI_API_KEY": KEY, **asked, **(environ or {})}
        if not fresh:
            begun.append(Running(warm, [str(word) for word in words], tmp_path, settings))
            return begun[-1]
        given = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **fresh}
        command = given.pop("command", COMMAND)
        begun.append(subprocess.Popen([*command, *words], text=True, cwd=tmp_path, env=settings, **given))
        return begun[-1]

    yield start
    for process in begun:
        if process.poll() is None:
            process.kill()
        process.communicate()


@pytest.fixture
def process(begin: Begin) -> Callable[..., Ended]:
    """Run the command line as a process, to its end."""

    def run(*words: str | Path, timeout: float = 60, **more: Any) -> Ended:
        running = begin(*words, **more)
        out, err = running.communicate(timeout=timeout)
        return Ended(running.returncode, out, err)

    return run


@pytest.fixture
def ask(tmp_path: Path) -> Callable[..., list[Any]]:
    """Rows of an SQL question to a store; single values come bare."""

    def rows(question: str, store: str = "runs.db") -> list[Any]:
        with sqlite3.connect(tmp_path / store) as database:
            found = database.execute(question).fetchall()
        database.close()
        return [row[0] if len(row) == 1 else row for row in found]

    return rows
