"""What reaches a terminal: nothing that acts, nothing that hides, nothing lost."""

from __future__ import annotations

import io
import json
import sys
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.cli.printing import ClosedPipe, complain, log, log_as, one_line, safe_json, tell, visible, write
from summarizer.errors import StorageError

ANY_TEXT = st.text(st.characters(), max_size=60)  # lone surrogates included
ACTING = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(ANY_TEXT)
def test_nothing_visible_can_act_or_hide(text: str) -> None:
    assert not {unicodedata.category(char) for char in visible(text)} & ACTING


@given(ANY_TEXT)
def test_what_is_visible_stays_as_it_is(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),
        ("\x1b]52;c;aGk=\x07", r"\x1b]52;c;aGk=\x07"),
        ("9\rkilled 900", r"9\rkilled 900"),
        ("41\u202e41", r"41\u202e41"),
        ("kill\u200bed", r"kill\u200bed"),
        ("\x9b31m", r"\x9b31m"),
        ("\udc9b", r"\udc9b"),
        ("\U000e0041", r"\U000e0041"),
        ("line\u2028break", r"line\u2028break"),
        ("a\u00a0b", "a b"),
        ("[bold]not markup[/bold]", "[bold]not markup[/bold]"),
        ("na\u00efve \u201cquote\u201d \u6771\u4eac", "na\u00efve \u201cquote\u201d \u6771\u4eac"),
        ("e\u0301", "e\u0301"),
        ("e" + "\u0301" * 5, "e" + "\u0301" * 3 + r"\u0301" * 2),
    ],
)
def test_escapes_are_shown(raw: str, shown: str) -> None:
    assert visible(raw) == shown


def test_line_breaks_of_an_article_are_spaces_but_a_lone_carriage_return_is_shown() -> None:
    assert one_line("a\r\nb\nc\td\re") == r"a b c d\re"


@given(ANY_TEXT.filter(lambda text: text.isprintable() or not any("\ud800" <= c <= "\udfff" for c in text)))
def test_json_reads_the_same_after_escaping(text: str) -> None:
    safe = safe_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(safe) == text
    assert not {unicodedata.category(char) for char in safe} & ACTING


def test_the_pattern_for_json_covers_the_characters_of_this_python() -> None:
    every = map(chr, [*range(0x7F, 0xD800), *range(0xE000, sys.maxunicode + 1)])
    acting = [char for char in every if unicodedata.category(char) in ACTING]
    assert [hex(ord(char)) for char in acting if safe_json(char) == char] == []


def test_a_stream_that_cannot_encode_gets_escapes() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="cp1252", newline="\n")
    write(stream, "“quote” ≥ 東\n")
    assert stream.buffer.getvalue() == b"\x93quote\x94 \\u2265 \\u6771\n"  # type: ignore[attr-defined]


class _Failing(io.StringIO):
    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error

    def write(self, text: str) -> int:
        raise self.error


def test_a_reader_that_left_is_no_error_of_storage() -> None:
    with pytest.raises(ClosedPipe):
        write(_Failing(BrokenPipeError()), "text")


def test_a_full_disk_is_named() -> None:
    with pytest.raises(StorageError, match="no space left on device"):
        write(_Failing(OSError(28, "No space left on device")), "text")


def test_a_closed_standard_output_is_named() -> None:
    with pytest.raises(StorageError, match="closed"):
        write(None, "text")


def test_a_complaint_is_one_safe_line(capsys: pytest.CaptureFixture[str]) -> None:
    complain("x\x1b[2J\n.txt: no such file", "check the name.")
    assert capsys.readouterr().err == "summarize: x\\x1b[2J\\n.txt: no such file. Check the name.\n"


@pytest.fixture
def json_log() -> Iterator[None]:
    log_as("json")
    yield
    log_as("text")


@given(ANY_TEXT)
def test_a_line_of_the_json_log_holds_any_text_and_stays_one_line(text: str) -> None:
    shown, log_file = sys.stderr, io.StringIO()
    sys.stderr = log_file
    log_as("json")
    try:
        log("article.failed", level="warning", article=text, model=None)
    finally:
        sys.stderr = shown
        log_as("text")
    written = log_file.getvalue()
    assert written.endswith("\n")
    assert len(written.splitlines()) == 1
    assert not {unicodedata.category(char) for char in written[:-1]} & ACTING
    told = json.loads(written)
    assert (told["level"], told["event"], told["article"]) == ("warning", "article.failed", text)
    assert "model" not in told


@pytest.mark.usefixtures("json_log")
def test_what_is_told_to_people_is_an_event_in_the_json_log(capsys: pytest.CaptureFixture[str]) -> None:
    tell("summarize: 3 of 5 done")
    complain("no.txt: no such file", "check the name")
    first, second = map(json.loads, capsys.readouterr().err.splitlines())
    assert (first["level"], first["event"], first["message"]) == ("info", "message", "3 of 5 done")
    assert (second["level"], second["message"], second["hint"]) == ("error", "no.txt: no such file", "check the name")


def test_events_are_not_told_to_people(capsys: pytest.CaptureFixture[str]) -> None:
    log("article.done", article="a1")
    assert capsys.readouterr().err == ""
