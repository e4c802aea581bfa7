"""From the words of the command line to an exit code."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from itertools import pairwise

import typer

from summarizer.cli.commands import COMMANDS, DEFAULT
from summarizer.cli.printing import ClosedPipe, complain, log_as, tell
from summarizer.cli.running import show_frames
from summarizer.cli.stopping import Stopped
from summarizer.errors import StorageError, SummarizerError

CLOSED_PIPE = 141


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the first word names, or summarise; print what went wrong; return the exit code.

    Only the very first word can be a command: `./schema`, or anything after `--`, is an article.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    log_as("json" if ("--log-format", "json") in pairwise(words) or "--log-format=json" in words else "text")
    name, module = "summarize", DEFAULT
    if words and words[0] in COMMANDS:
        name, module = f"summarize {words[0]}", COMMANDS[words[0]].module
        words = words[1:]
    try:
        app = importlib.import_module(module).app
        code = app(words, prog_name=name, standalone_mode=False)
        return code if isinstance(code, int) else 0
    except ClosedPipe:
        _forget_output()
        return CLOSED_PIPE
    except Stopped as stopped:
        return stopped.status
    except SystemExit:  # how typer ends when help meets a closed pipe
        _forget_output()
        return CLOSED_PIPE
    except OSError as error:  # help meets a full disk; whatever else prints goes through printing.py
        complain(f"standard output: {error.strerror or type(error).__name__}".lower())
        return StorageError.exit_code
    except SummarizerError as error:
        complain(error.message, error.hint)
        return error.exit_code
    except typer.TyperException as error:
        _complain_of_usage(error.format_message(), name)
        return error.exit_code
    except Exception as error:
        from summarizer.records.failing import REPORT_HINT, described

        complain(described(error), REPORT_HINT)
        if {"--verbose", "-v"} & set(words):
            show_frames(error)
        return 1


def _complain_of_usage(message: str, name: str) -> None:
    if message.startswith("Usage:"):  # typer's answer to a command that lacks its sub-command is the help text
        for line in message.splitlines():
            tell(line)
    else:
        plain = message.replace("Value error, ", "")
        complain(plain[:1].lower() + plain[1:], f"see {name} --help")


def _forget_output() -> None:
    """Let the interpreter flush what is left into nowhere: the reader of the pipe has gone."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
