"""Whatever ends a call, the next one goes on, and nothing is begun or asked twice."""

from __future__ import annotations

import random
import signal
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

KEY = "canary-key-3141"
SUBMIT = ("batch", "submit", "corpus.jsonl", "--store", "runs.db")
COLLECT = ("batch", "collect", "--store", "runs.db")
STATUS = ("batch", "status", "--store", "runs.db")
DONE = "SELECT count(*) FROM outcomes WHERE state = 'done'"


def test_an_upload_that_fails_is_made_up_for_by_the_next_call(
    server: Any, batch: Any, lines: Any, ask: Any, batches_module: Any, monkeypatch: Any
) -> None:
    monkeypatch.setenv("SUMMARIZER_ATTEMPTS", "1")
    lines(6)
    server.faults["POST /files"] = [batches_module.Fault(200, before=False), batches_module.Fault(503)]
    first = batch(*SUBMIT, "--max-requests", "2")
    assert first.code == 5
    second = batch(*SUBMIT, "--max-requests", "2")
    assert second.code == 5
    assert len(server.batches) == 1
    assert batch(*SUBMIT, "--max-requests", "2").code == 0
    assert sorted(Counter(server.asked).values()) == [1] * 6
    assert len(server.files) == 3
    assert batch(*COLLECT).code == 0
    assert ask(DONE) == [6]


@pytest.mark.parametrize("attempts", ["1", "3"])
def test_a_batch_whose_answer_was_lost_is_found_and_not_begun_again(
    server: Any, batch: Any, lines: Any, batches_module: Any, monkeypatch: Any, attempts: str
) -> None:
    monkeypatch.setenv("SUMMARIZER_ATTEMPTS", attempts)
    lines(3)
    server.batches = {f"batch_{n}": {"id": f"batch_{n}", "metadata": None} for n in range(1, 6)}  # of others
    server.faults["POST /batches"] = [batches_module.Fault(200, before=False)]
    begun = batch(*SUBMIT)
    assert begun.code == (5 if attempts == "1" else 0)
    assert batch(*SUBMIT).code == 0
    assert server.calls["POST /batches"] == 1


def test_a_process_that_is_killed_while_a_batch_begins_is_followed_by_one_that_finds_it(
    server: Any, begin: Any, process: Any, lines: Any, batches_module: Any, ask: Any
) -> None:
    lines(4)
    begun = threading.Event()
    server.faults["POST /batches"] = [batches_module.Fault(before=False, hold=begun)]
    running = begin(*SUBMIT, server=server)
    assert begun.wait(30)
    running.send_signal(signal.SIGKILL)
    running.wait(10)
    assert process(*SUBMIT, server=server).code == 0
    assert len(server.batches) == 1
    assert process(*COLLECT, server=server).code == 0
    assert ask(DONE) == [4]


def test_kill_9_at_any_moment_asks_nothing_twice_and_loses_nothing(
    server: Any, begin: Any, process: Any, lines: Any, ask: Any
) -> None:
    lines(40)
    chance = random.Random(7)
    for words in (*[(*SUBMIT, "--max-requests", "4")] * 5, *[COLLECT] * 3):
        running = begin(*words, server=server)
        calls, until = sum(server.calls.values()), time.monotonic() + 30
        wanted = chance.randrange(1, 9)
        while sum(server.calls.values()) < calls + wanted and running.poll() is None and time.monotonic() < until:
            time.sleep(0.002)
        running.kill()
        running.wait(10)
    assert process(*SUBMIT, server=server).code == 0
    assert process(*COLLECT, server=server).code == 0
    assert sorted(Counter(server.asked).values()) == [1] * 40
    assert ask(DONE) == [40]
    assert ask("SELECT sum(attempts), sum(requests) FROM outcomes") == [(40, 40)]


def test_a_rejected_key_ends_the_call_and_is_told_nowhere(
    server: Any, batch: Any, lines: Any, batches_module: Any, tmp_path: Path
) -> None:
    lines(3)
    server.faults["POST /files"] = [batches_module.Fault(401)]
    ended = batch(*SUBMIT)
    assert (ended.code, server.calls["POST /files"]) == (4, 1)
    assert "rejected the key" in ended.err
    assert "OPENAI_API_KEY" in ended.err
    assert batch(*SUBMIT).code == 0
    assert server.headers[-1]["Authorization"] == f"Bearer {KEY}"
    for path in tmp_path.iterdir():
        assert KEY.encode() not in path.read_bytes()
        assert path.name == "corpus.jsonl" or path.stat().st_mode & 0o077 == 0


def test_a_batch_that_is_gone_costs_no_other_and_can_be_given_up(server: Any, batch: Any, lines: Any, ask: Any) -> None:
    lines(4)
    batch(*SUBMIT, "--max-requests", "2")
    del server.batches["batch_1"]
    assert "does not know the batch" in batch(*STATUS).err
    first = batch(*COLLECT)
    assert first.code == 4
    assert "does not know the batch" in first.err
    assert ask(DONE) == [2]
    assert batch(*COLLECT, "--give-up", "batch_9").code == 2
    assert batch(*COLLECT, "--give-up", "batch_1").code == 8
    batch(*SUBMIT)
    assert batch(*COLLECT).code == 0
    assert ask(DONE) == [4]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_a_call_in_good_order(
    server: Any, begin: Any, process: Any, lines: Any, batches_module: Any, number: signal.Signals
) -> None:
    lines(2)
    held = threading.Event()
    server.faults["POST /files"] = [batches_module.Fault(before=False, hold=held)]
    running = begin(*SUBMIT, server=server)
    assert held.wait(30)
    running.send_signal(number)
    _, told = running.communicate(timeout=20)
    assert running.returncode == 128 + number
    assert told.endswith("what was sent is remembered: run the same command to go on\n")
    assert process(*SUBMIT, server=server).code == 0
    assert (len(server.files), len(server.batches)) == (1, 1)
