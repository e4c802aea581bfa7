"""What only a real process shows: pipes, signals, terminals, locales."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

COMMAND = [sys.executable, "-m", "summarizer.cli"]


@pytest.mark.parametrize("words", [["--json"], [], ["-f", "jsonl"]])
def test_a_reader_that_leaves_is_met_with_silence(words: list[str], article: Path) -> None:
    with subprocess.Popen([*COMMAND, *words, article], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        err = running.stderr.read()
    assert (running.returncode, err) == (141, b"")


@pytest.mark.parametrize("words", [["--help"], ["schema"]])
def test_the_same_for_what_is_printed_at_once(words: list[str]) -> None:
    with subprocess.Popen([*COMMAND, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        err = running.stderr.read()
    assert (running.returncode, err) == (141, b"")


@pytest.mark.parametrize("words", [["--help"], ["schema"], ["--version"]])
def test_a_full_disk_behind_standard_output_is_one_line_and_code_7(words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run([*COMMAND, *words], stdout=full, stderr=subprocess.PIPE, check=False)
    assert (ended.returncode, ended.stderr.count(b"\n")) == (7, 1)
    assert b"no space left" in ended.stderr


@pytest.mark.parametrize(
    ("number", "code", "word"), [(signal.SIGINT, 130, b"interrupted"), (signal.SIGTERM, 143, b"terminated")]
)
def test_a_signal_ends_the_run_in_good_order(
    number: int, code: int, word: bytes, article: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("old")
    running = subprocess.Popen(
        [*COMMAND, "-v", "-f", "jsonl", "-o", out, article, "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with running:
        assert running.stderr
        while not running.stderr.readline().startswith(b"2 of 2"):  # it reads standard input from here on
            pass
        time.sleep(0.3)  # a signal just before the system call that reads would be seen only after it
        running.send_signal(number)
        err = running.stderr.read()
    assert running.returncode == code
    stopped, kept = err.splitlines()
    assert stopped == b"summarize: %s: 1 of 2 articles done; %s is left as it was" % (word, bytes(out))
    assert kept == b"summarize: what was finished before is in %s.partial" % bytes(out)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article.txt", "out.jsonl", "out.jsonl.partial"]
    assert out.read_text() == "old"
    assert len((tmp_path / "out.jsonl.partial").read_text().splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "environ"),
    [
        ([], {"LC_ALL": "C"}),
        ([], {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
        ([], {"PYTHONIOENCODING": "cp1252"}),
        (["--json"], {"PYTHONIOENCODING": "cp1252"}),
    ],
    ids=["C", "C without UTF-8", "cp1252", "JSON in cp1252"],
)
def test_no_locale_makes_printing_fail(
    words: list[str], environ: dict[str, str], tmp_path: Path, process: Callable[..., Any], samples: Any
) -> None:
    text = "“At least 14 people were killed in Kirkūk 東京,” police said – \x9bon Friday.\n"
    (tmp_path / "名\udcff.txt").write_text(text, "utf-8")
    ended = process(*words, os.fsencode("名\udcff.txt"), "missing-東.txt", environ=environ)
    assert ended.returncode == 8, ended.stderr
    assert ended.stderr.count(b"\n") == 1
    encoding = "cp1252" if "PYTHONIOENCODING" in environ else "utf-8"
    assert samples.raw_controls(ended.stdout.decode(encoding)) == []


def on_a_terminal(*words: str | Path, environ: dict[str, str] | None = None) -> tuple[int, str]:
    """Run with all three streams on a terminal of 80 columns; exit code and what was shown."""
    master, slave = pty.openpty()
    clean = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "TERM"}}
    running = subprocess.Popen(
        [*COMMAND, *words],
        stdin=slave, stdout=slave, stderr=slave,
        env={**clean, "TERM": "xterm", "COLUMNS": "70", **(environ or {})},
    )  # fmt: skip
    os.close(slave)
    shown = b""
    with os.fdopen(master, "rb", buffering=0) as screen:
        try:
            while part := screen.read(65536):
                shown += part
        except OSError:  # Linux: the last writer has gone
            pass
    return running.wait(), shown.decode()


def test_a_terminal_without_an_article_gets_help_and_no_hang() -> None:
    code, shown = on_a_terminal()
    assert code == 2
    assert "no article given" in shown
    assert "summarize FILE" in shown


def test_a_terminal_gets_its_width_and_colour(article: Path) -> None:
    code, shown = on_a_terminal(article)
    assert code == 0
    assert "\x1b[1m" in shown
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert max(map(len, plain.splitlines())) <= 70
    assert "\x1b" not in plain


def test_several_articles_on_a_terminal_are_counted(article: Path) -> None:
    _, shown = on_a_terminal("-f", "jsonl", "-o", os.devnull, article, article)
    assert "1 of 2" in shown
    assert shown.endswith("\r\x1b[K")


MODULES = "import sys; from summarizer.cli import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"


@pytest.mark.parametrize(
    ("words", "absent"),
    [
        (["--help"], {"rich", "pydantic", "asyncio", "summarizer.records"}),
        (["--version"], {"rich", "pydantic", "asyncio", "summarizer.records"}),
        (["article.txt"], {"rich", "openai", "instructor"}),
        (["--nope"], {"rich"}),
    ],
)
def test_nothing_is_imported_that_is_not_used(words: list[str], absent: set[str], article: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", MODULES, *words], cwd=article.parent, capture_output=True, text=True, check=True
    )
    assert absent & set(ended.stderr.split()) == set()
