"""Which runs are alive: each holds a lock on a file of its own, which the system lets go when the process ends, however
it ends. No clock and no process number is asked, so a wrong clock and a number used again do no harm.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout


def _path(store: Path, run: int) -> Path:
    return store.with_name(f"{store.name}.run{run}.lock")


class Lease:
    """The sign that a run is alive. Keep it until the run ends."""

    def __init__(self, store: Path, run: int) -> None:
        self._path = _path(store, run)
        self._lock = FileLock(self._path, timeout=0, thread_local=False, mode=0o600)
        self._lock.acquire()

    def release(self) -> None:
        """The run has ended."""
        self._lock.release()
        with suppress(OSError):
            self._path.unlink(missing_ok=True)


def is_alive(store: Path, run: int) -> bool:
    """Whether a run of this store still goes on; the lock file of one that does not is removed."""
    path = _path(store, run)
    if not path.exists():
        return False
    lock = FileLock(path, timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        return True
    lock.release()
    with suppress(OSError):
        path.unlink(missing_ok=True)
    return False
