"""One SQLite file: opened, checked, brought to the present schema, and its errors in our words."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tenacity import Retrying, retry_if_exception, stop_after_delay, wait_random

from summarizer.errors import StorageError, UsageError

BUSY_SECONDS = 30.0
SMALL = 32_000_000
"""Bytes up to which a file is read through for damage when it is opened."""
NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "ceph", "lustre", "glusterfs",
                     "fuse.glusterfs", "afs"})  # fmt: skip
"""File systems that several machines may share."""
_SCHEMA = Path(__file__).with_name("schema")
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


class Damaged(StorageError):
    """The file is no database, or no longer one."""


def connect(path: Path, application: int, migrations: list[str], *, create: bool = True, vfs: str = "") -> Opened:
    """The database in `path`, at the newest schema. A file that is made is for its owner alone (0600).

    `application` tells our files from others. Raises UsageError (a folder, not there and not to be made), Damaged, and
    StorageError where it cannot be written, belongs to something else, or to a newer version.
    """
    with translated(path):
        if path.is_dir():
            raise UsageError(f"{path}: this is a folder", hint="name a file")
        if not path.exists():
            if not create:
                raise UsageError(
                    f"{path}: no such store", hint="make one with: summarize corpus SOURCE... --store FILE"
                )
            _create(path)
        database = sqlite3.connect(
            f"{path.absolute().as_uri()}{f'?vfs={vfs}' if vfs else ''}",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            wal = _prepare(database, path, application, migrations)
        except BaseException:
            database.close()
            raise
    return Opened(database, wal)


class Opened:
    """A connection. `wal`: whether readers and a writer can work at the same time."""

    def __init__(self, database: sqlite3.Connection, wal: bool) -> None:
        self.database, self.wal = database, wal


def schema(name: str = "") -> list[str]:
    """The migrations `1.sql`, `2.sql` ... of a folder under schema/, in order."""
    folder = _SCHEMA / name if name else _SCHEMA
    return [path.read_text("utf-8") for path in sorted(folder.glob("*.sql"), key=lambda path: int(path.stem))]


def _create(path: Path) -> None:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        pass
    except FileNotFoundError:
        raise StorageError(f"{path}: there is no folder {path.parent}", hint="make the folder first") from None


def _prepare(database: sqlite3.Connection, path: Path, application: int, migrations: list[str]) -> bool:
    found, version, holds = _header(database)
    if holds and found != application:
        raise StorageError(f"{path}: this database belongs to another program", hint="name another file")
    if version > len(migrations):
        raise StorageError(
            f"{path}: made by a newer version of summarizer (schema {version}, known {len(migrations)})",
            hint="upgrade with: pip install --upgrade summarizer",
        )
    if holds and path.stat().st_size <= SMALL:
        verdict = database.execute("PRAGMA quick_check(1)").fetchone()[0]
        if verdict != "ok":
            raise _damaged(path)
    wal = _journal(database, path)
    database.execute("PRAGMA foreign_keys = ON")
    if version < len(migrations):
        _migrate(database, application, migrations)
    return wal


def _header(database: sqlite3.Connection) -> tuple[int, int, int]:
    """Whose file it is, its schema and how much it holds, as of one moment: another process may be making it."""
    database.execute("BEGIN")
    try:
        asked = ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
        found, version, holds = (int(database.execute(each).fetchone()[0]) for each in asked)
        return found, version, holds
    finally:
        database.execute("COMMIT")


def _journal(database: sqlite3.Connection, path: Path) -> bool:
    """Write-ahead logging where the file system can do it, a rollback journal elsewhere.

    The log needs memory that all processes share, which those of several machines do not (https://sqlite.org/wal.html).
    """
    if file_system(path.absolute(), _mounts()) not in NETWORK:
        try:
            if _asked_journal(database, "WAL") == "wal":
                return True
        except sqlite3.OperationalError as error:
            if _busy(error):
                raise
    _asked_journal(database, "TRUNCATE")
    return False


def _asked_journal(database: sqlite3.Connection, mode: str) -> str:
    """The journal in use after asking for `mode`.

    SQLite does not wait on a lock here: of two processes that make one store the second would be told that it is busy,
    and must not take that for a file system without a log.
    """
    patient = Retrying(
        retry=retry_if_exception(_busy), stop=stop_after_delay(BUSY_SECONDS), wait=wait_random(0, 0.05), reraise=True
    )
    return str(patient(lambda: database.execute(f"PRAGMA journal_mode = {mode}").fetchone()[0]))


def _busy(error: BaseException) -> bool:
    return isinstance(error, sqlite3.OperationalError) and error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY


def _mounts() -> str:
    with suppress(OSError):
        return Path("/proc/self/mounts").read_text("utf-8", "replace")
    return ""


def file_system(path: Path, mounts: str) -> str:
    """The type of the file system that holds an absolute path, by a table such as /proc/mounts; "" where unknown."""
    found = (line.split()[1:3] for line in mounts.splitlines() if len(line.split()) > 2)
    holding = [(where, kind) for where, kind in found if path.is_relative_to(where.replace("\\040", " "))]
    return max(holding, key=lambda mount: len(mount[0]))[1] if holding else ""


def _migrate(database: sqlite3.Connection, application: int, migrations: list[str]) -> None:
    with writing(database):
        version = database.execute("PRAGMA user_version").fetchone()[0]  # another process may have been faster
        for script in migrations[version:]:
            for statement in filter(str.strip, script.split(";\n")):
                database.execute(statement)
        database.execute(f"PRAGMA application_id = {application}")
        database.execute(f"PRAGMA user_version = {len(migrations)}")


@contextmanager
def writing(database: sqlite3.Connection, *, durable: bool = True) -> Iterator[None]:
    """A transaction that takes the write lock at once. `durable`: it is on the disk when this ends."""
    database.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            database.execute("ROLLBACK")
        raise


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Errors of SQLite and of the file system as ours. The file is never changed by an error."""
    try:
        yield
    except sqlite3.Error as error:
        raise _told(path, error) from error
    except OSError as error:
        raise StorageError(f"{path}: {(error.strerror or 'cannot be used').lower()}", hint=_HINT) from error


_HINT = "name a file in a folder you may write to, with space left"


def _damaged(path: Path) -> Damaged:
    return Damaged(
        f"{path}: this is no store of summarizer, or a damaged one; it is left as it is",
        hint='put a copy in its place, or save what can be read: sqlite3 FILE ".recover"',
    )


def _told(path: Path, error: sqlite3.Error) -> StorageError:
    code = (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
    if code in _DAMAGE:
        return _damaged(path)
    if code == sqlite3.SQLITE_FULL:
        return StorageError(f"{path}: no space left on the disk", hint="make room and run the same command again")
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return StorageError(
            f"{path}: locked by another process for more than {BUSY_SECONDS:.0f} s", hint="end it, and run again"
        )
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_AUTH}:
        return StorageError(f"{path}: cannot be opened for writing", hint=_HINT)
    if code == sqlite3.SQLITE_IOERR:
        return StorageError(f"{path}: the disk does not take it: {error}", hint=_HINT)
    return StorageError(f"{path}: {error}", hint=_HINT)
