"""Two processes that make one store at the same moment."""

from __future__ import annotations

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from summarizer.corpus.database import connect

SCRIPT = "CREATE TABLE kept (id INTEGER PRIMARY KEY);"


def test_a_store_that_another_process_is_making_is_waited_for(tmp_path: Path) -> None:
    """The lock that changing the journal takes is not one that SQLite waits for: it must not read as "no log here"."""
    path = tmp_path / "runs.db"
    first = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    first.execute("PRAGMA journal_mode = DELETE")
    first.execute("BEGIN IMMEDIATE")
    first.execute("CREATE TABLE other (id INTEGER)")
    freed = threading.Timer(0.3, first.execute, ["ROLLBACK"])
    freed.start()
    opened = connect(path, 7, [SCRIPT])
    freed.join()
    assert opened.wal
    first.close()


def test_many_that_make_one_store_all_find_it_theirs(tmp_path: Path) -> None:
    """Whose it is and what it holds are read as of one moment; read apart, 73 of 100 such rounds failed."""
    for number in range(15):
        together = threading.Barrier(8)

        def make(path: Path = tmp_path / f"{number}.db", together: threading.Barrier = together) -> bool:
            together.wait()
            return connect(path, 7, [SCRIPT]).wal

        with ThreadPoolExecutor(8) as pool:
            made = [pool.submit(make) for _ in range(8)]
        assert all(each.result() for each in made)
