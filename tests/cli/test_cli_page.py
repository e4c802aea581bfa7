"""docs/cli.md and the command line say the same."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from summarizer import errors
from summarizer.cli.commands import COMMANDS, DEFAULT
from summarizer.cli.entry import CLOSED_PIPE
from summarizer.cli.running import PARTIAL

MODULES = {"ARTICLE...": DEFAULT, **{name: command.module for name, command in COMMANDS.items()}}


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "docs" / "cli.md").read_text("utf-8")


def section(page: str, command: str) -> str:
    """The part of the page that is about a command."""
    found = re.search(rf"^## `summarize {re.escape(command)}.*?(?=^## |\Z)", page, re.M | re.S)
    assert found, f"no section for {command}"
    return found[0]


def options(command: str) -> set[str]:
    """All options of a command and its sub-commands."""
    return {"--help", "-h", *_options(typer.main.get_command(importlib.import_module(MODULES[command]).app))}


def _options(command: Any) -> Iterator[str]:
    for param in command.params:
        yield from (*param.opts, *param.secondary_opts) if param.param_type_name == "option" else ()
    for each in getattr(command, "commands", {}).values():
        yield from _options(each)


@pytest.mark.parametrize("command", MODULES)
def test_every_option_of_every_command_is_documented(page: str, command: str) -> None:
    assert [option for option in sorted(options(command)) if f"`{option}`" not in section(page, command)] == []


@pytest.mark.parametrize("command", MODULES)
def test_no_option_is_documented_that_is_not_there(page: str, command: str) -> None:
    documented = re.findall(r"^\|[^|]*", section(page, command), re.M)
    named = {name for row in documented for name in re.findall(r"`(--?[a-z-]+)`", row)}
    assert named <= options(command)


def test_every_exit_code_is_documented_and_no_other(page: str) -> None:
    raised = {each.exit_code for each in vars(errors).values() if hasattr(each, "exit_code")}
    table = page.split("## Exit codes")[1].split("\n## ", maxsplit=1)[0]
    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", table, re.M)}
    assert documented == {0, *raised, PARTIAL, CLOSED_PIPE, 130, 143}


def test_only_one_module_prints(root: Path) -> None:
    printing = re.compile(r"\bprint\(|\bs?echo\(|std(?:out|err)\.write\(|import logging|import rich|from rich")
    found = {}
    for path in (root / "summarizer" / "cli").rglob("*.py"):
        code = re.sub(r'""".*?"""', "", path.read_text("utf-8"), flags=re.S)
        found[path.name] = printing.findall(code)
    drawing = found.pop("board.py")  # figures of our own, on a terminal, through rich
    assert all("rich" in call for call in drawing)
    assert {name for name, calls in found.items() if calls} == set()
