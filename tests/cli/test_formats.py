"""The shapes of the results, and what becomes of failures among them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer.cli.formats import as_json, as_jsonl
from summarizer.records.digest import Digest, Failure


def test_one_article_is_an_object(article: Path, call: Callable[..., Any]) -> None:
    assert Digest.model_validate_json(call("--json", article).out).article.source == str(article)


def test_several_articles_are_an_array_in_order(article: Path, tmp_path: Path, call: Callable[..., Any]) -> None:
    missing = tmp_path / "missing"
    ended = call("--format", "json", article, missing, article)
    first, second, third = json.loads(ended.out)
    assert ended.code == 8
    assert [first["article"]["source"], second["source"], third["article"]["source"]] == list(
        map(str, [article, missing, article])
    )


def test_a_failure_stands_in_the_place_of_its_digest(article: Path, tmp_path: Path, call: Callable[..., Any]) -> None:
    ended = call("-f", "jsonl", tmp_path / "missing", article)
    failed, done = ended.out.splitlines()
    failure = Failure.model_validate_json(failed)
    assert (failure.reason, failure.exit_code) == ("ArticleNotFound", 3)
    assert Digest.model_validate_json(done)
    assert ended.err.count("\n") == 1
    assert failure.message.rstrip(".") in ended.err


def test_several_articles_as_text_stand_under_their_names(
    article: Path, tmp_path: Path, call: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ended = call("article.txt", "missing")
    assert "── article.txt ─" in ended.out
    assert "not summarised" in ended.out
    assert ended.code == 8


def test_a_line_separator_inside_stays_inside(samples: Any) -> None:
    hostile = samples.digest(claims=(samples.claim(content="a\u2028b\u2029c\x85d\x0be\nf"),))
    (line,) = as_jsonl([hostile], "utf-8")
    assert line.splitlines() == [line[:-1]]
    assert Digest.model_validate_json(line) == hostile


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1"])
def test_json_for_a_stream_that_is_not_utf8_is_ascii(samples: Any, encoding: str) -> None:
    original = samples.digest(claims=(samples.claim(content="東京 “quote” \U0001f600"),))
    text = "".join(as_json([original], encoding, several=False))
    assert text.isascii()
    assert Digest.model_validate_json(text) == original


def test_no_outcome_is_an_empty_array() -> None:
    assert json.loads("".join(as_json([], "utf-8", several=True))) == []
