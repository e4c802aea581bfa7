"""Loading: every kind of input is either read or refused in one line, by the rows of the fault table."""

from __future__ import annotations

import gzip
import io
import os
from datetime import date
from pathlib import Path

import pytest

from summarizer.articles import DEFAULT_MAX_BYTES, article_from_text, load_article
from summarizer.errors import (
    ArticleError,
    ArticleNotFound,
    ArticleNotText,
    ArticleTooLarge,
    ArticleUnreadable,
    UsageError,
)
from summarizer.records.finding import Severity

BODY = "Two soldiers were killed near the town on Friday, the army said. Three others were hurt in the attack.\n"


@pytest.fixture
def put(tmp_path: Path):  # type: ignore[no-untyped-def]
    def write(data: bytes, name: str = "story.txt") -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


def rules(article) -> list[str]:  # type: ignore[no-untyped-def]
    return [finding.rule for finding in article.findings]


def refusal(error: type[ArticleError], source: object, **options: object) -> ArticleError:
    """The refusal of a source: one line that names it, and what to do about it."""
    with pytest.raises(error) as caught:
        load_article(source, **options)  # type: ignore[arg-type]
    assert "\n" not in caught.value.message
    assert caught.value.hint
    assert caught.value.exit_code == 3
    return caught.value


def test_a_path_is_read_and_named(put) -> None:  # type: ignore[no-untyped-def]
    path = put(BODY.encode())
    article = load_article(path, published=date(2016, 6, 4), outlet="Wire", title="Raid")
    assert (article.source, article.text, article.encoding) == (str(path), BODY, "utf-8")
    assert (article.published, article.outlet, article.title) == (date(2016, 6, 4), "Wire", "Raid")
    assert article.findings == ()
    assert load_article(str(path)).id == article.id


def test_a_dash_is_standard_input() -> None:
    article = load_article("-", stdin=io.BytesIO(BODY.encode()))
    assert (article.source, article.text) == ("-", BODY)


def test_a_text_is_passed_by_its_own_name() -> None:
    assert load_article(text=BODY).sentences == article_from_text(BODY).sentences


def test_exactly_one_of_source_and_text_is_needed() -> None:
    for options in ({}, {"source": "a", "text": "b"}):
        with pytest.raises(UsageError):
            load_article(**options)  # type: ignore[arg-type]


def test_a_date_in_the_text_is_never_taken_for_the_publication_date() -> None:
    assert load_article(text=f"KABUL, June 14, 2016 (Wire) - {BODY}").published is None


# D1-D8, D22: what is no text


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b" \r\n\t \n", "blank"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\xff\xfe", "empty"),
        (b"\xef\xbb\xbf \n", "blank"),
        ("\u200b\u200d\n".encode(), "blank"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (gzip.compress(BODY.encode()), "gzip"),
        (gzip.compress(b"0" * 10_000_000), "gzip"),
        (b"PK\x03\x04\x14\x00", "zip"),
        (b"{\\rtf1\\ansi Two died.}", "RTF"),
        (b"MZ\x90\x00\x03\x00\x00\x00", "program"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x00" * 4000, "binary"),
    ],
)
def test_d1_to_d8_and_d22_what_is_no_text_is_refused_by_kind(put, data: bytes, kind: str) -> None:  # type: ignore[no-untyped-def]
    path = put(data)
    message = refusal(ArticleNotText, path).message
    assert kind in message
    assert str(path) in message or "..." in message


# D9-D11: encodings


def test_d9_windows_1252_is_read_and_the_guess_reported(put) -> None:  # type: ignore[no-untyped-def]
    text = "“We buried nine,” said the mayor of Léré on Friday – the army’s figures were lower. " + BODY
    article = load_article(put(text.encode("cp1252")))
    assert article.text == text
    assert article.encoding == "cp1252"
    (finding,) = article.findings
    assert (finding.rule, finding.severity) == ("A1", Severity.WARNING)
    assert "offset 0" in finding.message


@pytest.mark.parametrize(
    ("data", "offset"),
    [
        ("Léré: ".encode() + BODY.encode() + "é".encode()[:1], None),
        ("Keïta, Léré: ".encode() + BODY.encode() + b"\xff bad.", None),
        (BODY.encode() + b"\xed\xa0\x80 end.", len(BODY)),
        (BODY.encode() + "€".encode()[:2], len(BODY)),
    ],
)
def test_d9_damaged_utf_8_shows_its_broken_places(put, data: bytes, offset: int | None) -> None:  # type: ignore[no-untyped-def]
    article = load_article(put(data))
    assert article.encoding == "utf-8"
    assert "\ufffd" in article.text
    finding = next(f for f in article.findings if f.rule == "A1")
    assert finding.start == article.text.index("\ufffd")
    if offset is not None:
        assert f"offset {offset}" in finding.message


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_d10_a_byte_order_mark_is_obeyed_and_dropped(put, encoding: str) -> None:  # type: ignore[no-untyped-def]
    article = load_article(put(BODY.encode(encoding)))
    assert article.text == BODY
    assert article.encoding == encoding.removesuffix("-sig")
    assert article.findings == ()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_d10_utf_16_without_its_mark_is_a_guess(put, encoding: str) -> None:  # type: ignore[no-untyped-def]
    article = load_article(put(BODY.encode(encoding)))
    assert (article.text, article.encoding, rules(article)) == (BODY, encoding, ["A1"])


def test_d11_nul_and_controls_are_kept_from_engines_and_reported(put) -> None:  # type: ignore[no-untyped-def]
    article = load_article(put(b"Two men\x00 died \x1b[31min Herat.\r\nThree fled.\x07\r\n" + BODY.encode()))
    assert [s.text for s in article.sentences][:2] == ["Two men died [31min Herat.", "Three fled."]
    assert article.hidden == (7, 14, 41)
    assert rules(article) == ["A2"]


# P12: size


def test_p12_a_giant_file_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "giant.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000_000)
    assert "50,000,000,000" in refusal(ArticleTooLarge, path).message


def test_p12_standard_input_is_read_only_up_to_the_limit() -> None:
    stream = io.BytesIO(b"x" * (DEFAULT_MAX_BYTES + 5000))
    refusal(ArticleTooLarge, "-", stdin=stream)
    assert stream.tell() == DEFAULT_MAX_BYTES + 1


def test_p12_a_file_of_exactly_the_limit_is_read(put) -> None:  # type: ignore[no-untyped-def]
    data = BODY.encode()
    assert load_article(put(data), max_bytes=len(data)).text == BODY
    refusal(ArticleTooLarge, put(data), max_bytes=len(data) - 1)


def test_p12_a_text_is_held_to_the_same_limit() -> None:
    with pytest.raises(ArticleTooLarge):
        load_article(text=BODY, max_bytes=10)


# P15: another locale


def test_p15_a_name_with_any_letters_is_read_and_shown(put) -> None:  # type: ignore[no-untyped-def]
    assert load_article(put(BODY.encode(), "Léré – 死者.txt")).text == BODY


# D24: what is no file


def test_d24_a_folder_is_refused(tmp_path: Path) -> None:
    assert "folder" in refusal(ArticleUnreadable, tmp_path).message


def test_d24_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "pipe" in refusal(ArticleUnreadable, tmp_path / "pipe").message


def test_d24_a_device_is_refused() -> None:
    assert "device" in refusal(ArticleUnreadable, "/dev/zero").message


def test_d24_links_that_lead_nowhere_are_not_found(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "dangling").symlink_to(tmp_path / "gone")
    assert "link" in refusal(ArticleNotFound, tmp_path / "loop").message
    assert "link" in refusal(ArticleNotFound, tmp_path / "dangling").message


def test_d24_a_file_that_may_not_be_read_is_unreadable(put) -> None:  # type: ignore[no-untyped-def]
    path = put(BODY.encode())
    path.chmod(0)
    # No permission stops root; a process's own memory is a regular file that cannot be read from its start by anyone.
    refusal(ArticleUnreadable, "/proc/self/mem" if os.geteuid() == 0 else path)


def test_a_link_to_an_article_is_followed(put, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "link").symlink_to(put(BODY.encode()))
    assert load_article(tmp_path / "link").text == BODY


@pytest.mark.parametrize("name", ["gone.txt", "a\0b", "x" * 5000, "dir/\ud800", "gone\nwith\x1b[31m lines"])
def test_d24_a_name_that_leads_nowhere_is_never_taken_for_text(name: str) -> None:
    refusal(ArticleNotFound, name)


def test_d24_an_article_passed_as_a_path_is_refused_without_repeating_it() -> None:
    error = refusal(ArticleNotFound, BODY * 30)
    assert len(error.message) < 200
    assert error.hint
    assert "text=" in error.hint


def test_d29_a_secret_in_the_article_is_left_as_it_is() -> None:
    text = "The leaked key was sk-abcdefghijklmnop0123456789 and the army denied it was theirs.\n"
    assert load_article(text=text).text == text
