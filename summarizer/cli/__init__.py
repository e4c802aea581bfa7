"""The command line: parse, build settings, call, print, exit code.

Nothing of the program is imported here: `summarize --help` and `--version` must not pay for what they do not use.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line on `arguments` (default: those of the process) and return the exit code (docs/cli.md)."""
    from summarizer.cli.entry import run
    from summarizer.cli.stopping import Stopped, answering_signals

    # Plugins of pydantic would be looked for in the metadata of every installed package; whoever has one can say so.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        with answering_signals(), seldom_collecting():
            return run(arguments)
    except Stopped as stopped:
        return stopped.status


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Look for cyclic garbage seldom: importing makes none, but many objects, which took a tenth of each start."""
    before = gc.get_threshold()
    gc.set_threshold(50_000, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*before)
