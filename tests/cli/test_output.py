"""Results reach a file whole or not at all, and everything that would prevent it is found before any work."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer.cli.output import opened
from summarizer.errors import StorageError, UsageError


def test_a_file_gets_what_standard_output_would_get(article: Path, tmp_path: Path, call: Callable[..., Any]) -> None:
    ended = call("-o", tmp_path / "out.txt", article)
    assert (ended.code, ended.out, ended.err) == (0, "", "")
    written, printed = (tmp_path / "out.txt").read_text("utf-8"), call(article).out
    assert written.splitlines()[:-1] == printed.splitlines()[:-1]  # the last line holds seconds


def test_a_new_file_has_ordinary_permissions_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.touch(0o640)
    old.chmod(0o640)
    for path in (old, new):
        with opened(str(path)) as sink:
            sink.write("text")
    mask = os.umask(0)
    os.umask(mask)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (old, new)] == [0o640, 0o666 & ~mask]


def test_after_an_error_the_old_file_is_there_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), opened(str(path)) as sink:
        sink.write(f"new {1 / 0}")
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("out", "old")]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "real").write_text("old")
    with opened(str(tmp_path / "link")) as sink:
        sink.write("new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


def test_a_folder_is_refused_before_any_work(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="folder"), opened(str(tmp_path)):
        pytest.fail("work was begun")


@pytest.mark.parametrize("name", ["missing/out", "/proc/out"])
def test_a_place_that_cannot_be_written_is_refused_before_any_work(name: str, tmp_path: Path) -> None:
    with pytest.raises(StorageError), opened(str(tmp_path / name)):
        pytest.fail("work was begun")


def test_an_article_is_never_overwritten(article: Path, call: Callable[..., Any]) -> None:
    before = article.read_bytes()
    ended = call("-o", article, article)
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert article.read_bytes() == before


def test_a_device_is_written_to_and_not_replaced(article: Path, call: Callable[..., Any]) -> None:
    assert call("-o", os.devnull, article).code == 0
    assert Path(os.devnull).is_char_device()


def test_a_full_disk_ends_with_code_7_and_one_line(article: Path, call: Callable[..., Any]) -> None:
    ended = call("-o", "/dev/full", article)
    assert (ended.code, ended.err.count("\n")) == (7, 1)
    assert "no space left on device" in ended.err


def test_when_no_article_could_be_read_the_text_of_last_time_stays(tmp_path: Path, call: Callable[..., Any]) -> None:
    out = tmp_path / "out"
    out.write_text("old")
    assert call("-o", out, tmp_path / "missing").code == 3
    assert out.read_text() == "old"


def test_json_in_a_file_tells_of_the_failure(tmp_path: Path, call: Callable[..., Any]) -> None:
    out = tmp_path / "out.json"
    assert call("--json", "-o", out, tmp_path / "missing").code == 3
    assert json.loads(out.read_text("utf-8"))["reason"] == "ArticleNotFound"


def test_files_are_utf8_whatever_the_locale(tmp_path: Path, process: Callable[..., Any]) -> None:
    (tmp_path / "in.txt").write_text("At least 14 people were killed in Kirkūk, police said.", "utf-8")
    ended = process("--json", "-o", "out.json", "in.txt", environ={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert ended.returncode == 0
    assert "Kirkūk" in (tmp_path / "out.json").read_text("utf-8")
