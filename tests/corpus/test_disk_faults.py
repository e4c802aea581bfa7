"""A disk that is full, a folder that takes nothing, a store that is damaged: what was told as done stays readable."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


def mounted(path: Path, options: str) -> bool:
    """Whether a small file system could be put there; only with the rights of root."""
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(path)]
    tries = [command, ["sudo", "-n", *command]]
    return any(
        shutil.which(each[0]) and subprocess.run(each, capture_output=True, check=False).returncode == 0
        for each in tries
    )


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MB."""
    path = tmp_path / "disk"
    path.mkdir()
    if not mounted(path, "size=1m,mode=0777"):
        pytest.skip("a disk of 1 MB takes the right to mount one")
    yield path
    subprocess.run([*(["sudo", "-n"] if os.getuid() else []), "umount", "-l", str(path)], check=True)


def test_a_full_disk_ends_the_run_with_7_and_nothing_that_was_told_is_lost(
    small_disk: Path, web: ModuleType, right: Any, lines: Any, process: Any, ask: Any
) -> None:
    words = ("corpus", lines(400), "--store", small_disk / "runs.db", "-c", "4", "--json")
    with web.serving(right(0.01)) as server:
        ended = process(*words, server=server)
        assert ended.code == 7
        assert "no space left" in ended.err
        assert str(small_disk) in ended.err
        told = json.loads(ended.out)["done"]
        assert 5 < told < 400
        assert len(server.calls) <= told + 4 + 4 + 1  # under way, and waiting for the disk
        shown = json.loads(process("store", "show", small_disk / "runs.db", "--json").out)
        assert shown["done"] == told
        assert process("store", "export", small_disk / "runs.db").out.count("\n") == told
        room = small_disk / "runs.db.replies"
        room.unlink()  # room again, for the same command
        for rest in small_disk.glob("*.replies-*"):
            rest.unlink()
        assert process("store", "show", small_disk / "runs.db").code == 0


@pytest.mark.parametrize(
    ("store", "code", "said"),
    [
        ("missing/runs.db", 7, "no folder"),
        ("folder", 2, "this is a folder"),
        ("file.txt/runs.db", 7, "not a directory"),
        ("/proc/runs.db", 7, ""),
    ],
)
def test_a_store_that_cannot_be_written_is_found_before_the_first_call(
    store: str, code: int, said: str, web: ModuleType, right: Any, lines: Any, process: Any, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.txt").write_text("x")
    with web.serving(right()) as server:
        ended = process("corpus", lines(2), "--store", store, server=server)
        assert (ended.code, len(server.calls)) == (code, 0), ended.err
    assert said in ended.err
    assert "Traceback" not in ended.err


def test_a_disk_that_can_only_be_read_is_found_before_the_first_call(
    tmp_path: Path, web: ModuleType, right: Any, lines: Any, process: Any
) -> None:
    with web.serving(right()) as server:
        process("corpus", lines(2), "--store", "runs.db", server=server)
        calls = len(server.calls)
        folder = tmp_path / "readonly"
        folder.mkdir()
        shutil.copy(tmp_path / "runs.db", folder / "runs.db")
        (folder / "runs.db").chmod(0o400)
        folder.chmod(0o500)
        bound = not os.getuid() and subprocess.run(
            ["mount", "--bind", "-o", "ro", folder, folder], capture_output=True, check=False
        ).returncode == 0  # fmt: skip
        if not os.getuid() and not bound:
            pytest.skip("root writes everywhere, and may not mount here")
        try:
            ended = process("corpus", lines(3), "--store", folder / "runs.db", server=server)
        finally:
            if bound:
                subprocess.run(["umount", "-l", folder], check=True)
            folder.chmod(0o700)
        assert (ended.code, len(server.calls)) == (7, calls), ended.err
        assert "cannot be opened for writing" in ended.err


def damage(path: Path, kind: str) -> None:
    data = bytearray(path.read_bytes())
    match kind:
        case "not a database":
            data = bytearray(b"these are the minutes of a meeting\n" * 400)
        case "flipped":
            for page in range(1, len(data) // 4096):
                for at in range(24):
                    data[page * 4096 + at] ^= 0xA5
        case "truncated":
            del data[len(data) // 2 :]
        case "header":
            data[20:60] = os.urandom(40)
    path.write_bytes(data)


@pytest.mark.parametrize("kind", ["not a database", "flipped", "truncated", "header"])
def test_a_damaged_store_ends_the_run_with_7_and_is_left_as_it_is(
    kind: str, web: ModuleType, right: Any, lines: Any, process: Any, tmp_path: Path
) -> None:
    with web.serving(right()) as server:
        process("corpus", lines(20), "--store", "runs.db", server=server)
        calls, store = len(server.calls), tmp_path / "runs.db"
        damage(store, kind)
        before = store.read_bytes()
        ended = process("corpus", lines(30), "--store", "runs.db", server=server)
        assert (ended.code, len(server.calls)) == (7, calls), ended.err
        assert "runs.db" in ended.err
        assert store.read_bytes() == before
        assert process("store", "show", "runs.db").code == 7
        assert store.read_bytes() == before


@pytest.mark.parametrize("kind", ["not a database", "flipped", "truncated", "header"])
def test_damaged_replies_are_set_aside_with_one_warning(
    kind: str, web: ModuleType, right: Any, lines: Any, process: Any, tmp_path: Path
) -> None:
    with web.serving(right()) as server:
        process("corpus", lines(20), "--store", "runs.db", server=server)
        damage(tmp_path / "runs.db.replies", kind)
        ended = process("corpus", lines(22), "--store", "runs.db", server=server)
        assert (ended.code, len(server.calls)) == (0, 22), ended.err
    assert ended.err.count("set aside as runs.db.replies.bad") == 1
    assert (tmp_path / "runs.db.replies.bad").exists()


def test_a_store_that_no_disk_could_hold_is_named(process: Any, lines: Any) -> None:
    ended = process("corpus", lines(1), "--store", "x" * 300, "-e", "offline")
    assert ended.code == 7
    assert f"{'x' * 300}: file name too long" in ended.err


def test_a_database_of_another_program_is_left_alone(process: Any, lines: Any, tmp_path: Path) -> None:
    database = sqlite3.connect(tmp_path / "runs.db")
    database.execute("CREATE TABLE bookmarks (url TEXT)")
    database.commit()
    database.close()
    before = (tmp_path / "runs.db").read_bytes()
    ended = process("corpus", lines(2), "--store", "runs.db", "-e", "offline")
    assert ended.code == 7
    assert "belongs to another program" in ended.err
    assert (tmp_path / "runs.db").read_bytes() == before


def test_a_store_of_a_newer_version_is_left_alone(process: Any, lines: Any, tmp_path: Path) -> None:
    process("corpus", lines(2), "--store", "runs.db", "-e", "offline")
    database = sqlite3.connect(tmp_path / "runs.db")
    database.execute("PRAGMA user_version = 99")
    database.close()
    ended = process("corpus", lines(2), "--store", "runs.db", "-e", "offline")
    assert ended.code == 7
    assert "newer version" in ended.err
