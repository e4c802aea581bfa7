"""A process that has imported everything and forks a child for each call of the command line.

Importing the libraries of a model takes seconds; a test that kills twenty processes cannot pay that twenty times. The
children are processes like any other: their own memory, files, locks, signals, and exit codes.

Started by conftest.py. Takes JSON lines on standard input: {"start": {...}} or {"wait": PID}; answers with numbers.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import sys
from typing import Any

LOADED = (
    "summarizer.cli.corpus_report",
    "summarizer.cli.corpus_watch",
    "summarizer.cli.entry",
    "summarizer.cli.store_view",
    "summarizer.corpus.running",
    "summarizer.engines.llm_live",
    "summarizer.engines.llm_making",
    "summarizer.engines.offline.reading",
    "summarizer.pipeline",
)


def main() -> None:
    for name in LOADED:
        importlib.import_module(name)
    for line in sys.stdin:
        wanted = json.loads(line)
        print(_start(**wanted["start"]) if "start" in wanted else _wait(wanted["wait"]), flush=True)


def _start(words: list[str], cwd: str, environ: dict[str, str], out: str, err: str) -> int:
    pid = os.fork()
    if pid:
        return pid
    try:
        _become(cwd, environ, out, err)
        from summarizer.cli import main as command

        code = command(words)
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    finally:
        os._exit(99)


def _become(cwd: str, environ: dict[str, str], out: str, err: str) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environ)
    for descriptor, path in ((1, out), (2, err)):
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(handle, descriptor)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)


def _wait(pid: int) -> Any:
    """The exit code, -1000 while it runs."""
    ended, status = os.waitpid(pid, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if ended else -1000


main()
