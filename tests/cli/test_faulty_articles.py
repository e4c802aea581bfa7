"""Inputs that go wrong, as the command line answers them: the code, one line, nothing raw, nothing lost."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FACT = "At least 14 people were killed in a car bomb attack in Baghdad on Friday, police said."

UNUSABLE = {
    "empty": b"",
    "blank": b" \n\t\n",
    "byte order mark only": b"\xef\xbb\xbf",
    "binary": bytes(range(256)) * 8,
    "PNG": b"\x89PNG\r\n\x1a\n" + bytes(64),
    "PDF": b"%PDF-1.7\n%\xe2\xe3\n1 0 obj\n",
    "gzip": gzip.compress(FACT.encode() * 100),
    "gzip bomb": gzip.compress(bytes(50_000_000), 9),
}

UNUSUAL = {
    "invalid UTF-8": FACT.encode() + b" \xff\xfe\xfd broken.\n",
    "cut multibyte": FACT.encode() + "…".encode()[:2],
    "encoded surrogate": FACT.encode() + b" \xed\xa0\x80.",
    "cp1252": f"“{FACT}” – café".encode("cp1252"),
    "UTF-16 with mark": FACT.encode("utf-16"),
    "UTF-8 with mark": FACT.encode("utf-8-sig"),
    "NUL and C0": FACT.encode() + b"\x00\x07 More.",
    "C1": f"{FACT} \x9b31m\x85 More.".encode(),
    "U+2028": f"{FACT}\u2028More was said.\u2029The end.".encode(),
    "CR": f"{FACT}\rMore.\r".encode(),
    "CRLF": f"{FACT}\r\nMore.\r\n".encode(),
    "zero width": FACT.replace("people", "pe\u200bople").encode(),
    "bidi": FACT.replace("14", "\u202e41\u202c").encode(),
    "tags": f"{FACT}\U000e0049\U000e0047".encode(),
    "zalgo": ("Z" + "\u0301" * 40 + "algo. " + FACT).encode(),
    "HTML": f"<html><script>alert(1)</script><p>{FACT}</p></html>".encode(),
    "deep HTML": ("<div>" * 20_000 + FACT).encode(),
    "headline only": b"Car bomb kills 14 in Baghdad",
    "off topic": b"The bakery on the corner opens at six. Its bread is good.",
    "not English": "Au moins 14 personnes ont été tuées vendredi à Bagdad, selon la police.".encode(),
    "capitals": FACT.upper().encode(),
    "no punctuation": FACT.replace(".", "").replace(",", "").lower().encode(),
    "OCR": FACT.replace("14", "l4").encode(),
    "two articles": f"BAGHDAD (AP) - {FACT}\n\nKABUL (AP) - {FACT}".encode(),
    "5000 digits": f"{'9' * 5000} people died. {FACT}".encode(),
    "Arabic digits": f"{FACT} ١٤ more died.".encode(),
    "escapes": f"{FACT} \x1b]52;c;aGk=\x07\x1b[2J\x1b]8;;http://x\x1b\\link\r900 dead".encode(),
    "rich markup": f"[bold red]{FACT}[/] [link=x]y[/link]".encode(),
    "secret-like": f"{FACT} The key was sk-abcdefghijklmnop1234567890, police said.".encode(),
}


@pytest.mark.parametrize("name", UNUSABLE)
def test_what_is_no_text_is_refused_by_kind(name: str, tmp_path: Path, call: Callable[..., Any]) -> None:
    path = tmp_path / "input.txt"
    path.write_bytes(UNUSABLE[name])
    ended = call(path)
    assert (ended.code, ended.out) == (3, "")
    assert ended.err.startswith(f"summarize: {path}: ")
    assert ended.err.count("\n") == 1
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("form", ["text", "jsonl"])
@pytest.mark.parametrize("name", UNUSUAL)
def test_unusual_text_is_read_and_nothing_raw_is_printed(
    name: str, form: str, tmp_path: Path, call: Callable[..., Any], samples: Any
) -> None:
    path = tmp_path / "input.txt"
    path.write_bytes(UNUSUAL[name])
    ended = call("--format", form, "--verbose", path)
    assert ended.code == 0, ended.err
    assert samples.raw_controls(ended.out + ended.err) == []
    if form == "jsonl":
        assert ended.out.count("\n") == 1
        assert json.loads(ended.out)["schema_version"] == "1"


def test_evidence_in_json_is_the_text_of_the_article_control_characters_included(
    tmp_path: Path, call: Callable[..., Any]
) -> None:
    text = "\u200bPolice said at least 14 pe\u200bople were killed in Baghdad.\u2028More \x9b31m later.\n"
    path = tmp_path / "input.txt"
    path.write_text(text, "utf-8")
    digest = json.loads(call("--json", path).out)
    quotes = [e for kind in ("events", "casualties", "claims") for record in digest[kind] for e in record["evidence"]]
    assert quotes
    assert all(text[e["start"] : e["end"]] == e["quote"] for e in quotes)


@pytest.fixture
def special(tmp_path: Path) -> Path:
    """A folder with things that are not files."""
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "dangling").symlink_to(tmp_path / "gone")
    (tmp_path / "unreadable").symlink_to("/proc/self/mem")  # a regular file that not even root can read from its start
    return tmp_path


@pytest.mark.parametrize("name", ["folder", "fifo", "loop", "dangling", "unreadable", "missing", "x" * 300])
def test_what_is_no_file_is_refused_without_hanging(name: str, special: Path, call: Callable[..., Any]) -> None:
    ended = call(special / name)
    assert (ended.code, ended.out, ended.err.count("\n")) == (3, "", 1)


def test_too_large_an_input_is_refused_by_its_size(tmp_path: Path, call: Callable[..., Any]) -> None:
    path = tmp_path / "giant.txt"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    ended = call(path)
    assert (ended.code, ended.err.count("\n")) == (3, 1)
    assert "1,000,000" in ended.err


def test_the_limit_can_be_set(article: Path, call: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    assert call("--max-bytes", 20, article).code == 3
    monkeypatch.setenv("SUMMARIZER_MAX_BYTES", "20")
    assert call(article).code == 3
    assert call("--max-bytes", 2000, article).code == 0


HOSTILE_NAMES = [
    "\x1b[31mred\x1b[0m",
    "\x1b]0;owned\x07",
    "a\rb",
    "a\nb",
    "\u202etxt.exe",
    "[bold]x",
    "\udcff",
    "ünï",
]


@pytest.mark.parametrize("name", HOSTILE_NAMES)
@pytest.mark.parametrize("form", ["text", "json"])
def test_hostile_file_names_are_shown_and_never_sent(
    name: str, form: str, tmp_path: Path, call: Callable[..., Any], samples: Any
) -> None:
    (tmp_path / name).write_text(FACT, "utf-8")
    missing = call("-f", form, tmp_path / f"{name}.missing")
    assert (missing.code, missing.err.count("\n")) == (3, 1)
    there = call("-f", form, "--verbose", tmp_path / name, tmp_path / name)
    assert there.code == 0
    for ended in (missing, there):
        assert samples.raw_controls(ended.out + ended.err) == []


def test_hostile_words_in_options_are_shown_and_never_sent(
    article: Path, call: Callable[..., Any], samples: Any
) -> None:
    ended = call("--outlet", "\x1b[31mAP", "--title", "\x1b]0;x\x07", article)
    assert ended.code == 0
    for words in (["--format", "\x1b[31m"], ["--\x1b[31m"], ["--published", "\x1b[2J"], ["-o", f"\x1b/{'x' * 9}"]):
        wrong = call(*words, article)
        assert (wrong.code in {2, 7}, wrong.out, wrong.err.count("\n")) == (True, "", 1)
        assert samples.raw_controls(wrong.err) == []
