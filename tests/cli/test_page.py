"""Lines: never wider than the page, nothing lost, the same without colour."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.cli.view.page import Look, Page, Piece, cells, page_for, wrapped

WORDS = st.text(st.sampled_from("ab cdé東京́—1 "), max_size=200)


@given(st.lists(WORDS, max_size=6), st.integers(60, 100))
def test_no_line_is_wider_than_the_page(texts: list[str], width: int) -> None:
    lines = list(Page(width).flow([Piece(text) for text in texts], "  c1  ", "      "))
    assert max(map(cells, lines)) <= width


@given(WORDS, st.integers(4, 40))
def test_wrapping_loses_no_character(text: str, room: int) -> None:
    assert "".join(wrapped(text, room)).replace(" ", "") == text.replace(" ", "")


@given(st.lists(st.tuples(WORDS, st.sampled_from(Look)), max_size=6))
def test_colour_changes_nothing_but_colour(parts: list[tuple[str, Look]]) -> None:
    pieces = [Piece(text, look) for text, look in parts]
    coloured = "\n".join(Page(colour=True).flow(pieces))
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == "\n".join(Page().flow(pieces))


def test_wide_characters_take_two_cells_and_marks_none() -> None:
    assert (cells("東京"), cells("e\u0301"), cells("abc")) == (4, 1, 3)


def test_a_number_of_five_thousand_digits_is_chopped_into_lines() -> None:
    lines = list(Page(80).flow([Piece("9" * 5000)], "", ""))
    assert len(lines) == 63


def test_a_piece_that_fits_a_line_is_not_broken() -> None:
    lines = list(Page(60).flow([Piece("a" * 40), Piece("says the war monitor in London")]))
    assert lines == ["a" * 40, "says the war monitor in London"]


@given(WORDS, st.integers(60, 100), st.integers(1, 3), st.sampled_from(["utf-8", "ascii"]))
def test_a_long_quote_is_cut_visibly_and_within_its_lines(text: str, width: int, most: int, encoding: str) -> None:
    page = Page(width, encoding=encoding)
    whole, cut = list(page.quote(text * 3, "      ")), list(page.quote(text * 3, "      ", most))
    assert max(map(cells, cut)) <= width
    assert len(cut) == min(len(whole), most)
    assert cut[-1].endswith(page.signs.closing)
    assert (page.signs.cut + page.signs.closing in cut[-1]) == (len(whole) > most)


def test_a_stream_of_ascii_gets_ascii_signs_and_keeps_to_the_width() -> None:
    page = Page(60, encoding="ascii")
    lines = [*page.quote("“dead” " * 30, "  "), *page.flow([Piece("a"), Piece("b")]), page.rule("x.txt")]
    assert "a - b" in lines
    assert all(line.isascii() and len(line) <= 60 for line in lines)


def test_the_styled_text_was_escaped_before() -> None:
    line = next(Page(colour=True).flow([Piece("\x1b[31mred", Look.STRONG)]))
    assert line == "\x1b[1m\\x1b[31mred\x1b[0m"


@pytest.mark.parametrize(
    ("environ", "terminal", "coloured"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"TERM": "dumb"}, True, False),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
    ],
)
def test_colour_is_for_terminals_and_can_be_refused_or_forced(
    environ: dict[str, str], terminal: bool, coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"TERM": "xterm", **environ}.items():
        monkeypatch.setenv(name, value)
    page = page_for(io.StringIO() if terminal else None, "utf-8")
    assert (page.paint("x", Look.STRONG) != "x") == coloured


@pytest.mark.parametrize(("columns", "width"), [("40", 60), ("72", 72), ("200", 100)])
def test_the_width_of_a_terminal_is_used_within_reason(
    columns: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert page_for(io.StringIO(), "utf-8").width == width
    assert page_for(None, "utf-8").width == 80
