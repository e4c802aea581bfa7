"""The command line: parse, build settings, call, print, exit code.

Nothing is imported here: `summarize --help` and `--version` must not pay for what they do not use.
"""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line on `arguments` (default: those of the process) and return the exit code (docs/cli.md)."""
    from summarizer.cli.entry import run
    from summarizer.cli.stopping import Stopped, answering_signals

    try:
        with answering_signals():
            return run(arguments)
    except Stopped as stopped:
        return stopped.status
