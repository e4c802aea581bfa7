"""Two processes that make one store at the same moment."""

from __future__ import annotations

import sqlite3
import threading
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
