"""The worked example on a local Ray cluster: complete although a worker is killed, and equal to one machine."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

ARTICLES = 200
WORDS = 700
COLUMNS = "key, id, o.state, o.again, o.exit_code, o.reason, o.attempts, o.engine, o.requests, o.cost_usd, o.body"
TIMES = re.compile(r'"created":"[^"]*","seconds":[0-9.e-]+')


def test_the_extra_is_named_where_ray_is_missing(process: Any, root: Path) -> None:
    code = (
        "import sys; sys.modules['ray'] = None\n"
        "from pathlib import Path\n"
        "from summarizer.corpus.distributed import run_on_ray\n"
        "from summarizer.corpus.running import Order\n"
        "from summarizer.errors import ConfigurationError\n"
        "from summarizer.settings import Settings\n"
        "try: run_on_ray(Order(Path('runs.db'), Settings()), [], workers=2)\n"
        "except ConfigurationError as error: print(error.message, error.hint)\n"
    )
    ended = process(command=[sys.executable, "-c", code])
    assert 'pip install "summarizer[ray]"' in ended.out, ended.err


@pytest.fixture(scope="module")
def corpus(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles made of paragraphs of the seeds, two lines that are none, and one that has no text."""
    spec = importlib.util.spec_from_file_location("measure", root / "evals" / "bench" / "measure.py")
    assert spec
    assert spec.loader
    measure = importlib.util.module_from_spec(spec)
    sys.modules["measure"] = measure
    spec.loader.exec_module(measure)
    path = tmp_path_factory.mktemp("ray") / "corpus.jsonl"
    rows = [
        {"id": f"a{number:03}", "text": text, "published": "2016-06-04" if number % 3 else None}
        for number, text in enumerate(measure.articles(ARTICLES, WORDS, seed=7))
    ]
    lines = [*map(json.dumps, rows), "not json", '{"id": "blank", "text": " "}']
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def outcomes(store: Path) -> list[Any]:
    """All that is kept of each article but when it was made, by id."""
    with sqlite3.connect(store) as database:
        rows = database.execute(f"SELECT a.{COLUMNS} FROM articles a JOIN outcomes o ON o.key = a.key ORDER BY id")
        found = [(*row[:-1], TIMES.sub("", row[-1])) for row in rows]
    database.close()
    return found


def workers(mark: str) -> list[int]:
    """The processes that read articles for the run with this mark in its environment."""
    return [pid for pid, title in _processes(mark) if title.startswith("ray::") and "Reader" in title]


def _processes(mark: str) -> Iterator[tuple[int, str]]:
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (folder / "environ").read_bytes():
                yield int(folder.name), (folder / "cmdline").read_bytes().decode("utf-8", "replace")
        except OSError:  # it has ended meanwhile
            continue


def nothing_is_left_of(mark: str) -> bool:
    """Whether the processes of the run have ended, if need be after a while."""
    until = time.monotonic() + 60
    while left := list(_processes(mark)):
        if time.monotonic() > until:
            return not left
        time.sleep(0.2)
    return True


def listening(mark: str) -> set[str]:
    """Addresses, as the kernel writes them, at which processes of the run can be reached over a network."""
    sockets = {socket for pid, _ in _processes(mark) for socket in _sockets(Path("/proc") / str(pid) / "fd")}
    rows = [line.split() for name in ("tcp", "tcp6") for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]]
    return {row[1].partition(":")[0] for row in rows if row[3] == "0A" and row[9] in sockets}


def _sockets(folder: Path) -> Iterator[str]:
    for link in folder.glob("*"):
        with suppress(OSError):  # closed meanwhile
            if (target := str(link.readlink())).startswith("socket:["):
                yield target.removeprefix("socket:[").rstrip("]")


LOOPBACK = {"0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000"}


def stored(store: Path) -> int:
    try:
        with sqlite3.connect(f"file:{store}?mode=ro", uri=True) as database:
            return int(database.execute("SELECT count(*) FROM outcomes").fetchone()[0])
    except sqlite3.OperationalError:  # not made yet
        return 0


def kill_a_worker(running: subprocess.Popen[str], store: Path, mark: str) -> int:
    """Kill a reading process once outcomes have come in; how many there were."""
    until = time.monotonic() + 120
    while time.monotonic() < until and running.poll() is None:
        if (count := stored(store)) and (alive := workers(mark)):
            assert listening(mark) <= LOOPBACK
            os.kill(alive[0], signal.SIGKILL)
            return count
        time.sleep(0.02)
    raise AssertionError(f"no worker to kill: {running.communicate()}")


@pytest.mark.slow
def test_a_killed_worker_costs_nothing_and_the_outcomes_are_those_of_one_machine(
    corpus: Path, process: Any, begin: Any, root: Path, tmp_path: Path
) -> None:
    words = ("corpus", str(corpus), "-s", "one.db", "-e", "offline", "-q")
    assert process(*words, timeout=300).code == 8
    mark = f"on-ray-{uuid4().hex}"
    running = begin(
        str(corpus), "--store", "ray.db", "--workers", "2", "--batch", "4",
        command=[sys.executable, root / "docs" / "corpus_on_ray.py"],
        environ={"SUMMARIZER_ENGINE": "offline", "RUN_MARK": mark},
    )  # fmt: skip
    at_kill = kill_a_worker(running, tmp_path / "ray.db", mark)
    _, err = running.communicate(timeout=300)
    assert running.returncode == 8, err
    assert 0 < at_kill < ARTICLES + 2
    assert len(outcomes(tmp_path / "ray.db")) == ARTICLES + 2
    assert outcomes(tmp_path / "ray.db") == outcomes(tmp_path / "one.db")
    assert "Traceback" not in err
    assert nothing_is_left_of(mark)


@pytest.mark.slow
def test_each_worker_asks_for_several_articles_at_once_and_a_rejected_key_ends_the_run(
    web: Any, right: Any, lines: Any, process: Any, root: Path, tmp_path: Path
) -> None:
    words = [str(lines(32)), "--store", "runs.db", "--workers", "2", "--concurrency", "8"]
    command = [sys.executable, root / "docs" / "corpus_on_ray.py"]
    with web.serving(web.error(401)) as server:
        rejected = process(*words, command=command, server=server, timeout=300)
    assert (rejected.code, stored(tmp_path / "runs.db")) == (4, 0)
    assert "rejected the key" in rejected.err
    assert "canary-key" not in rejected.out + rejected.err
    with web.serving(right(1.0)) as server:
        ended = process(*words, command=command, server=server, timeout=300)
        assert (ended.code, len(server.calls)) == (0, 32), ended.err
        assert server.peak >= 4  # of one worker; how far two overlap is up to the machine
    assert stored(tmp_path / "runs.db") == 32


@pytest.mark.slow
def test_what_a_worker_has_done_before_the_key_is_rejected_is_kept(
    web: Any, right: Any, lines: Any, process: Any, root: Path, tmp_path: Path
) -> None:
    words = [str(lines(12)), "--store", "runs.db", "--workers", "1", "--concurrency", "1"]
    command = [sys.executable, root / "docs" / "corpus_on_ray.py"]
    with web.serving(*[right()] * 5, web.error(401)) as server:
        ended = process(*words, command=command, server=server, timeout=300)
        assert (ended.code, len(server.calls)) == (4, 6), ended.err
    assert stored(tmp_path / "runs.db") == 5
