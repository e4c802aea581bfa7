"""Locales, closed pipes, wrong settings, clocks, loops that go already, and programs that have changed."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from summarizer.corpus.plan import Totals
from summarizer.corpus.running import Order, arun, run
from summarizer.corpus.sources import Sources
from summarizer.corpus.watch import Watch
from summarizer.settings import Settings


@pytest.mark.parametrize(
    "environ", [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "cp1252"}], ids=str
)
def test_no_locale_makes_a_run_fail(environ: dict[str, str], begin: Any, tmp_path: Path) -> None:
    row = {"id": "名-Kirkūk", "text": "“At least 14 people were killed in Kirkūk 東京,” police said – on Friday."}
    (tmp_path / "名.jsonl").write_text(json.dumps(row, ensure_ascii=False) + "\n{\n", "utf-8")
    ended = begin("corpus", "名.jsonl", "--store", "runs.db", environ=environ, stdin=subprocess.DEVNULL)
    _, err = ended.communicate(timeout=60)
    assert ended.returncode == 8, err
    assert "Traceback" not in err
    exported = begin("store", "export", "runs.db", "-o", "out.jsonl", environ=environ, stdin=subprocess.DEVNULL)
    exported.communicate(timeout=60)
    assert exported.returncode == 0
    assert "名-Kirkūk" in (tmp_path / "out.jsonl").read_text("utf-8")


@pytest.mark.parametrize("words", [["store", "export", "runs.db"], ["store", "show", "runs.db"]])
def test_a_reader_that_leaves_is_met_with_silence(words: list[str], process: Any, lines: Any, tmp_path: Path) -> None:
    process("corpus", lines(20), "--store", "runs.db", "-e", "offline")
    command = [sys.executable, "-m", "summarizer.cli", *words]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        err = running.stderr.read()
    assert (running.returncode, err) == (141, b"")


def test_a_wrong_setting_is_named_without_its_value_before_anything_is_made(
    web: ModuleType, right: Any, lines: Any, process: Any, tmp_path: Path
) -> None:
    environ = {"SUMMARIZER_TIMEOUT": "secret-soon", "SUMMARIZER_NONSENSE": "secret-1"}
    with web.serving(right()) as server:
        ended = process("corpus", lines(2), "--store", "runs.db", server=server, environ=environ)
        assert (ended.code, len(server.calls)) == (4, 0)
    assert "SUMMARIZER_TIMEOUT" in ended.err
    assert "secret" not in ended.err
    assert not (tmp_path / "runs.db").exists()


@pytest.mark.parametrize("shift", ["+1 day", "-1 day"])
def test_a_clock_that_was_set_makes_nothing_stale(
    shift: str, web: ModuleType, right: Any, lines: Any, process: Any, tmp_path: Path
) -> None:
    words = ("corpus", lines(5), "--store", "runs.db")
    with web.serving(right()) as server:
        process(*words, server=server)
        for name, column in (("runs.db", "outcomes SET finished"), ("runs.db.replies", "replies SET received")):
            database = sqlite3.connect(tmp_path / name)
            database.execute(f"UPDATE {column} = datetime('now', '{shift}')")
            database.commit()
            database.close()
        assert process(*words, server=server).code == 0
        assert len(server.calls) == 5


def test_a_run_works_on_a_loop_that_goes_already_and_in_a_thread(seeds: Path, tmp_path: Path) -> None:
    def order(name: str) -> tuple[Order, Sources]:
        sources = Sources([str(seeds / "avdiivka-*" / "article.txt")], max_bytes=1_000_000)
        return Order(tmp_path / name, Settings()), sources

    async def notebook() -> Totals:
        totals = Totals()
        await arun(*order("loop.db"), Watch(), totals)
        return totals

    found: list[Totals] = [asyncio.run(notebook())]

    def thread() -> None:
        found.append(Totals())
        run(*order("thread.db"), totals=found[-1])

    worker = threading.Thread(target=thread)
    worker.start()
    worker.join(60)
    assert [each.done for each in found] == [1, 1]


def test_a_changed_prompt_model_or_parameter_is_asked_anew_and_changed_code_reads_kept_replies(
    web: ModuleType, right: Any, lines: Any, tmp_path: Path, root: Path, ask: Any
) -> None:
    for name in ("summarizer", "prompts"):
        shutil.copytree(root / name, tmp_path / "src" / name, ignore=shutil.ignore_patterns("__pycache__"))
    lines(3)

    def calls(**environ: str) -> int:
        before = len(server.calls)
        settings = {"SUMMARIZER_MODEL": "openai/m", "SUMMARIZER_BASE_URL": server.url, "OPENAI_API_KEY": "k", **environ}
        command = [sys.executable, "-m", "summarizer.cli", "corpus", "../corpus.jsonl", "--store", "../runs.db"]
        ended = subprocess.run(
            command, cwd=tmp_path / "src", env={**os.environ, **settings}, capture_output=True, text=True, check=False
        )
        assert ended.returncode == 0, ended.stderr
        return len(server.calls) - before

    def changed(path: str, more: str) -> None:
        with (tmp_path / "src" / path).open("a", encoding="utf-8") as file:
            file.write(more)

    with web.serving(right()) as server:
        assert calls() == 3
        assert calls() == 0
        assert calls(SUMMARIZER_MODEL="openai/n") == 3
        assert calls(SUMMARIZER_TEMPERATURE="0.5") == 3
        changed("summarizer/verify/quotes.py", "\n# another program\n")
        assert calls() == 0
        assert ask("SELECT count(*) FROM outcomes") == [12]
        changed("prompts/extract.v1.md", "\nBe careful.\n")
        assert calls() == 3
