"""A corpus run from the outside: what it reads, what it does again, what it costs, how it ends."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any


def test_a_run_reads_everything_and_the_same_command_again_asks_nothing(
    web: ModuleType, right: Any, lines: Any, process: Any, ask: Any
) -> None:
    with web.serving(right()) as server:
        first = process("corpus", lines(12), "--store", "runs.db", server=server)
        calls = len(server.calls)
        second = process("corpus", "corpus.jsonl", "--store", "runs.db", server=server)
        assert (first.code, second.code) == (0, 0), first.err
        assert (calls, len(server.calls)) == (12, 12)
    assert "done before" in second.err
    assert ask("SELECT count(*), min(article), max(best) FROM casualties") == [(12, "a000", 22)]
    assert ask("SELECT sum(requests), sum(attempts) FROM outcomes") == [(12, 12)]


def test_an_offline_run_reads_folders_files_and_patterns(process: Any, ask: Any, root: Path, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "one.txt").write_text("Two people were killed in a blast in Baghdad, police said.\n", "utf-8")
    (tmp_path / "more" / "notes.pdf").write_bytes(b"%PDF-1.4")
    seeds = root / "seeds" / "avdiivka-*" / "article.txt"
    ended = process("corpus", "more", str(seeds), "--store", "runs.db", "--json")
    told = json.loads(ended.out)
    assert (ended.code, told["listed"], told["done"], told["failed"]) == (0, 2, 2, 0)
    assert ask("SELECT id FROM articles ORDER BY id LIMIT 1 OFFSET 1") == ["more/one.txt"]
    assert ask("SELECT DISTINCT engine FROM outcomes") == ["offline"]


def test_only_the_owner_can_read_the_store_and_it_holds_no_key(
    web: ModuleType, right: Any, lines: Any, process: Any, tmp_path: Path
) -> None:
    with web.serving(right()) as server:
        process("corpus", lines(2), "--store", "runs.db", server=server)
    for path in tmp_path.glob("runs.db*"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert b"canary-key" not in path.read_bytes()


def test_an_export_holds_a_digest_or_a_failure_for_every_article(
    process: Callable[..., Any], lines: Any, tmp_path: Path
) -> None:
    path = lines(3)
    with path.open("a", encoding="utf-8") as file:
        file.write('{"id": "=cmd", "text": "   "}\nnot json\n')
    ended = process("corpus", path.name, "--store", "runs.db", "--engine", "offline")
    assert ended.code == 8
    exported = process("store", "export", "runs.db")
    rows = [json.loads(line) for line in exported.out.splitlines()]
    assert [row.get("source") or row["article"]["source"] for row in rows] == ["=cmd", "a000", "a001", "a002",
                                                                              "corpus.jsonl:5"]  # fmt: skip
    assert process("store", "export", "runs.db", "-f", "csv", "-o", "tables").code == 0
    assert "\n'=cmd," in (tmp_path / "tables" / "failures.csv").read_text("utf-8")


MODULES = "import sys; from summarizer.cli import main; main(sys.argv[1:]); print(*sys.modules)"


def test_a_run_that_finds_everything_done_imports_no_library_of_a_model(
    web: ModuleType, right: Any, lines: Any, process: Any, tmp_path: Path
) -> None:
    with web.serving(right()) as server:
        process("corpus", lines(2), "--store", "runs.db", server=server)
        ended = subprocess.run(
            [sys.executable, "-c", MODULES, "corpus", "corpus.jsonl", "--store", "runs.db", "-q"],
            env={**os.environ, "SUMMARIZER_MODEL": "openai/m", "SUMMARIZER_BASE_URL": server.url},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        )
    assert "summarizer.corpus.store" in ended.stdout.split()
    assert {"openai", "instructor", "rich"} & set(ended.stdout.split()) == set()
