"""The store by itself: journals, attempts that add up, leases of dead runs, views, and a pool whose process dies."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import stat
from pathlib import Path
from typing import Any

from summarizer.corpus.database import file_system
from summarizer.corpus.keys import engine_mark, work_of
from summarizer.corpus.pool import WORTH_IT, Pool
from summarizer.corpus.rows import ArticleRow, OutcomeRow, State, Work
from summarizer.corpus.store import Standing, Store
from summarizer.corpus.work import read_partition
from summarizer.engines import make_engine
from summarizer.settings import Settings

TEXT = "Two people were killed in a blast in Baghdad on Friday, police said.\n"


def works(number: int) -> list[Work]:
    """Work on as many articles."""
    mark = engine_mark(make_engine(Settings()))
    return [work_of(ArticleRow(f"a{n}", f"a{n}", f"{TEXT}Group {n} fled."), mark) for n in range(number)]


def failed(work: Work, exit_code: int, cost: float = 0.25) -> OutcomeRow:
    """An outcome that is a failure."""
    body = {"source": work.row.id, "reason": "X", "message": "x", "hint": None, "exit_code": exit_code}
    row = (work.key, work.row.id, work.row.id, State.FAILED, json.dumps(body), "X", exit_code)
    return OutcomeRow(*row, "llm", "m", 2, 1, 10, 0, 5, cost)


def begun(path: Path, **more: Any) -> Store:
    store = Store(path, **more)
    store.begin("offline", None, "mark")
    return store


def test_where_no_write_ahead_log_can_be_a_rollback_journal_is_used(tmp_path: Path) -> None:
    """`unix-dotfile` is SQLite's own way for disks without shared memory."""
    [work] = works(1)
    with begun(tmp_path / "runs.db", vfs="unix-dotfile") as store:
        assert not store.wal
        assert store.enter([work]) == [Standing.TO_DO]
        assert store.claim([work.key]) == [True]
        store.save([failed(work, 6)])
    with Store(tmp_path / "runs.db", create=False) as again:
        assert again.wal
        assert again.standing([work.key]) == [Standing.FAILED]


def test_a_network_disk_is_known_by_its_mount() -> None:
    mounts = "/dev/a / ext4 rw 0 0\nhost:/x /data nfs4 rw 0 0\nhost:/y /data/my\\040disk cifs rw 0 0\n"
    found = [file_system(Path(path), mounts) for path in ("/data/runs.db", "/data/my disk/a.db", "/home/a.db")]
    assert found == ["nfs4", "cifs", "ext4"]


def test_attempts_and_costs_of_an_article_add_up(tmp_path: Path) -> None:
    [work] = works(1)
    for attempt in (1, 2):
        with begun(tmp_path / "runs.db") as store:
            assert store.enter([work]) == [Standing.TO_DO]
            assert store.claim([work.key]) == [True]
            store.save([failed(work, 5)])
            found = store.database.execute("SELECT attempts, requests, cost_usd FROM failures").fetchone()
            assert found == (attempt, 2 * attempt, 0.25 * attempt)


def test_an_unknown_cost_makes_the_sum_unknown_and_never_zero(tmp_path: Path) -> None:
    one, two = works(2)
    with begun(tmp_path / "runs.db") as store:
        store.enter([one, two])
        store.save([failed(one, 6), OutcomeRow(**{**failed(two, 6).as_dict(), "cost_usd": None})])
        assert store.database.execute("SELECT requests, cost_usd FROM costs").fetchone() == (4, None)


def test_what_a_living_run_has_claimed_is_refused_and_what_a_dead_one_had_is_granted(tmp_path: Path) -> None:
    [work] = works(1)
    first, second = begun(tmp_path / "runs.db"), begun(tmp_path / "runs.db")
    first.enter([work])
    assert (first.claim([work.key]), second.claim([work.key])) == ([True], [False])
    child = os.fork()
    if not child:  # dies with a claim
        dying = begun(tmp_path / "runs.db")
        first.release([work.key])
        dying.claim([work.key])
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert second.claim([work.key]) == [True]
    first.close()
    second.close()
    assert [path.name for path in tmp_path.glob("*.lock")] == []


def test_the_views_are_those_that_are_documented(tmp_path: Path, root: Path) -> None:
    page = (root / "docs" / "corpus.md").read_text("utf-8")
    with begun(tmp_path / "runs.db") as store:
        named = dict(store.database.execute("SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view')"))
        del named["sqlite_sequence"]
        assert [name for name in named if f"`{name}`" not in page] == []
        examples = page.split("```sql")[1].split("```")[0]
        for question in filter(str.strip, examples.split(";")):
            store.database.execute(question)


def test_rows_survive_a_table_of_scalars() -> None:
    rows = [work.row for work in works(2)]
    assert [ArticleRow.from_dict(row.as_dict()) for row in rows] == rows
    outcomes = read_partition(rows, Settings())
    assert [OutcomeRow.from_dict(json.loads(json.dumps(outcome.as_dict()))) for outcome in outcomes] == outcomes
    assert [outcome.state for outcome in outcomes] == [State.DONE, State.DONE]


def test_a_process_of_the_pool_that_is_killed_costs_no_article() -> None:
    async def run() -> list[OutcomeRow]:
        pool = Pool(Settings(), make_engine(Settings()), 2)
        done: list[OutcomeRow] = []
        units = [works(8) for _ in range(WORTH_IT + 4)]
        for unit in units[: WORTH_IT + 1]:
            done += await pool.do(unit)
        assert pool._pool is not None
        for pid in list(pool._pool._processes):
            os.kill(pid, signal.SIGKILL)
        for unit in units[WORTH_IT + 1 :]:
            done += await pool.do(unit)
        await pool.aclose()
        return done

    found = asyncio.run(run())
    assert len(found) == 8 * (WORTH_IT + 4)
    assert {outcome.state for outcome in found} == {State.DONE}


def test_only_the_owner_may_read_a_new_store_whatever_the_mask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with begun(tmp_path / "runs.db") as store:
            store.enter(works(1))
            modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    finally:
        os.umask(before)
    assert set(modes.values()) == {0o600}, modes
