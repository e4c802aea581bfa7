"""Signals, kill -9, and two processes at once: nothing finished is lost, nothing is paid for twice."""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

WORKERS = 4


def until(true: Callable[[], bool], seconds: float = 30) -> None:
    """Wait until it is so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never came so far"
        time.sleep(0.01)


def asked(server: Any) -> set[str]:
    """The articles that were asked for."""
    return {str(call["messages"][1]["content"]) for call in server.calls}


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_lets_finish_what_is_under_way_and_says_how_to_go_on(
    number: int, code: int, web: ModuleType, right: Any, lines: Any, begin: Any, process: Any, ask: Any
) -> None:
    words = ("corpus", lines(50), "--store", "runs.db", "-c", str(WORKERS))
    with web.serving(right(0.15)) as server:
        running = begin(*words, server=server)
        until(lambda: len(server.calls) >= 10)
        running.send_signal(number)
        _, err = running.communicate(timeout=20)
        calls = len(server.calls)
        assert running.returncode == code
        assert f"{calls} of 50 done; run the same command to go on" in err
        assert ask("SELECT count(*) FROM outcomes WHERE state = 'done'") == [calls]
        assert ask("SELECT count(*) FROM leases") == [0]
        assert process(*words, server=server).code == 0
        assert len(server.calls) == 50
    assert ask("SELECT count(*) FROM outcomes WHERE state = 'done'") == [50]


def test_what_does_not_end_within_the_grace_is_given_up_and_done_by_the_next_run(
    web: ModuleType, right: Any, lines: Any, begin: Any, process: Any, ask: Any
) -> None:
    words = ("corpus", lines(6), "--store", "runs.db", "-c", "3")
    with web.serving(right(), right(), right(), web.hang()) as server:
        running = begin(*words, server=server)
        until(lambda: len(server.calls) >= 6)
        began = time.monotonic()
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=20)
        assert time.monotonic() - began < 10
        assert running.returncode == 130
        assert "3 of 6 done" in err
        server.script = [right()]
        assert process(*words, server=server).code == 0
        assert len(server.calls) == 9
    assert ask("SELECT count(*) FROM outcomes WHERE state = 'done'") == [6]


def test_a_second_signal_ends_it_at_once(web: ModuleType, right: Any, lines: Any, begin: Any, ask: Any) -> None:
    with web.serving(right(), web.hang()) as server:
        running = begin("corpus", lines(6), "--store", "runs.db", "-c", "3", server=server)
        until(lambda: len(server.calls) >= 4)
        running.send_signal(signal.SIGINT)
        time.sleep(0.3)
        running.send_signal(signal.SIGINT)
        began = time.monotonic()
        running.communicate(timeout=20)
        assert time.monotonic() - began < 3
    assert running.returncode == -signal.SIGINT
    assert ask("SELECT count(*) FROM outcomes WHERE state = 'done'") == [1]


def test_kill_9_costs_what_was_under_way_and_no_more(
    web: ModuleType, right: Any, lines: Any, begin: Any, process: Any, ask: Any
) -> None:
    words = ("corpus", lines(50), "--store", "runs.db", "-c", str(WORKERS))
    with web.serving(right(0.2)) as server:
        running = begin(*words, server=server)
        until(lambda: len(server.calls) >= 25)
        running.kill()
        running.wait()
        saved = ask("SELECT count(*) FROM outcomes WHERE state = 'done'")[0]
        assert 25 - WORKERS <= saved <= 25
        assert process(*words, server=server).code == 0
        assert len(server.calls) <= 50 + WORKERS
    assert ask("SELECT count(*) FROM outcomes WHERE state = 'done'") == [50]


@pytest.mark.slow
def test_kill_9_at_20_random_moments(
    web: ModuleType, right: Any, lines: Any, begin: Any, process: Any, ask: Any
) -> None:
    words = ("corpus", lines(50), "--store", "runs.db", "-c", str(WORKERS))
    dice = random.Random(1)
    seen: set[tuple[str, str]] = set()
    with web.serving(right(0.15)) as server:
        for _ in range(20):
            before = len(server.calls)
            running = begin(*words, server=server)
            until(lambda before=before: len(server.calls) > before)
            time.sleep(dice.uniform(0, 0.25))
            assert running.poll() is None
            running.kill()
            running.wait()
            kept = set(ask("SELECT key, body FROM outcomes WHERE state = 'done'"))
            assert seen <= kept, "something that was finished is lost"
            assert ask("PRAGMA integrity_check") == ["ok"]
            seen = kept
        assert process(*words, server=server).code == 0
        assert len(server.calls) <= 50 + 20 * WORKERS
        assert len(asked(server)) == 50
    assert ask("SELECT count(*), count(DISTINCT key) FROM outcomes WHERE state = 'done'") == [(50, 50)]
    assert ask("SELECT count(*), count(DISTINCT article) FROM casualties") == [(50, 50)]


def test_two_processes_share_a_store_and_pay_once(
    web: ModuleType, right: Any, lines: Any, begin: Any, ask: Any
) -> None:
    words = ("corpus", lines(50), "--store", "runs.db", "-c", str(WORKERS))
    with web.serving(right(0.1)) as server:
        both = [begin(*words, server=server) for _ in range(2)]
        ended = [each.communicate(timeout=60) for each in both]
        assert [each.returncode for each in both] == [0, 0], ended
        assert len(server.calls) == 50
    assert ask("SELECT count(*) FROM outcomes WHERE state = 'done'") == [50]
    assert min(ask("SELECT count(*) FROM outcomes GROUP BY run")) > 0


def test_an_offline_run_leaves_no_process_behind_when_it_is_killed(
    seeds: Path, begin: Any, tmp_path: Path, ask: Any
) -> None:
    text = (seeds / "raqqa-offensive" / "article.txt").read_text("utf-8")
    (tmp_path / "many").mkdir()
    for number in range(400):
        (tmp_path / "many" / f"{number}.txt").write_text(f"{text}\nAbout {number} people fled.\n", "utf-8")
    running = begin("corpus", "many", "--store", "runs.db", "-c", "2", start_new_session=True)
    until(lambda: (tmp_path / "runs.db").exists() and ask("SELECT count(*) FROM sqlite_master")[0] > 5)
    until(lambda: ask("SELECT count(*) FROM outcomes")[0] >= 60)
    running.kill()
    running.wait()
    until(lambda: not processes_of(running.pid), 10)


def processes_of(session: int) -> list[str]:
    """The processes of a session that still run."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            found.append(stat.parent.name)
    return found
