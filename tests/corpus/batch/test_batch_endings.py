"""However a batch ends, what was answered is kept and the rest is asked again, within bounds."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

KEY = "canary-key-3141"
SUBMIT = ("batch", "submit", "corpus.jsonl", "--store", "runs.db")
COLLECT = ("batch", "collect", "--store", "runs.db")
STATUS = ("batch", "status", "--store", "runs.db")
DONE = "SELECT count(*) FROM outcomes WHERE state = 'done'"


def test_what_expires_is_asked_again_and_what_was_answered_is_not(
    server: Any, batch: Any, lines: Any, ask: Any, batches_module: Any
) -> None:
    lines(6)
    server.ends = [batches_module.End("expired", answers=lambda number: number % 2 == 0)]
    batch(*SUBMIT)
    first = batch(*COLLECT)
    assert first.code == 0
    assert "expired; what got no reply is asked again" in first.err
    assert "3 done, cost unknown, 3 further requests sent, 3 wait" in first.err
    assert batch(*COLLECT).code == 0
    assert ask(DONE) == [6]
    assert sorted(Counter(server.asked).values()) == [1, 1, 1, 2, 2, 2]


def test_what_never_gets_a_reply_fails_after_three_batches(
    server: Any, batch: Any, lines: Any, ask: Any, batches_module: Any
) -> None:
    lines(2)
    server.ends = [batches_module.End("expired", answers=bool)] * 9
    batch(*SUBMIT)
    codes = [batch(*COLLECT).code for _ in range(3)]
    assert codes == [0, 0, 8]
    assert ask("SELECT reason, message FROM failures") == [("ProviderError", "corpus.jsonl:1: no reply in 3 batches")]
    assert len(server.batches) == 3


@pytest.mark.parametrize(("status", "batches"), [(500, 2), (429, 2), (400, 1)])
def test_requests_in_the_error_file_cost_no_other(
    server: Any, batch: Any, lines: Any, ask: Any, batches_module: Any, status: int, batches: int
) -> None:
    lines(5)
    server.ends = [batches_module.End(answers=lambda number: number > 1, errors=status)]
    batch(*SUBMIT)
    first = batch(*COLLECT)
    assert ask(DONE) == [3]
    assert len(server.batches) == batches
    last = batch(*COLLECT)
    if batches == 2:  # what may pass is asked again
        assert (first.code, last.code, ask(DONE)) == (0, 0, [5])
    else:
        assert first.code == 8
        assert ask("SELECT DISTINCT reason FROM failures") == ["ProviderError"]
        batch(*SUBMIT)
        assert batch(*COLLECT).code == 0
        assert ask(DONE) == [5]


def test_replies_under_ids_of_others_are_passed_over(
    server: Any, batch: Any, lines: Any, ask: Any, batches_module: Any
) -> None:
    lines(3)
    server.ends = [batches_module.End(answers=lambda number: number != 1, wrong=2)]
    batch(*SUBMIT)
    first = batch(*COLLECT)
    assert "2 lines answer nothing that was asked; passed over" in first.err
    assert "2 done" in first.err
    assert batch(*COLLECT).code == 0
    assert ask(DONE) == [3]


def test_a_file_that_the_provider_refuses_is_told_by_code_and_line_and_can_be_sent_again(
    server: Any, batch: Any, lines: Any, ask: Any, batches_module: Any
) -> None:
    lines(3)
    fault = {"code": "invalid_json_line", "line": 2, "message": "villagers in Torkech", "param": None}
    server.ends = [batches_module.End("failed", faults=[fault])]
    batch(*SUBMIT)
    first = batch(*COLLECT)
    assert first.code == 8
    assert "the provider says failed (invalid_json_line line 2); articles to do again: 3" in first.err
    assert "Torkech" not in first.err
    assert batch(*SUBMIT).code == 0
    assert batch(*COLLECT).code == 0
    assert ask(DONE) == [3]


def test_a_cancelled_batch_keeps_what_it_answered_and_the_rest_is_to_do_again(
    server: Any, batch: Any, lines: Any, ask: Any, batches_module: Any
) -> None:
    lines(4)
    server.ends = [batches_module.End("cancelled", answers=lambda number: number == 0)]
    batch(*SUBMIT)
    first = batch(*COLLECT)
    assert first.code == 8
    assert "3 articles to do again: summarize batch submit" in first.err
    assert ask(DONE) == [1]
    batch(*SUBMIT)
    assert batch(*COLLECT).code == 0
    assert sorted(Counter(server.asked).values()) == [1, 2, 2, 2]


def test_an_article_whose_parts_are_answered_in_different_batches_is_asked_for_what_is_missing(
    server: Any, batch: Any, ask: Any, tmp_path: Path, monkeypatch: Any, batches_module: Any, text_of: Any
) -> None:
    monkeypatch.setenv("SUMMARIZER_PART_CHARS", "500")
    monkeypatch.setenv("SUMMARIZER_REPAIR", "false")
    text = "\n\n".join(map(text_of, range(30)))
    (tmp_path / "corpus.jsonl").write_text(json.dumps({"id": "long", "text": text}) + "\n", "utf-8")
    server.ends = [batches_module.End("expired", answers=lambda number: number != 2)]
    batch(*SUBMIT)
    parts = len(server.requests)
    assert parts > 3
    batch(*COLLECT)
    assert len(server.requests) == parts + 1
    batch(*COLLECT)
    assert (len(server.requests), ask("SELECT requests FROM outcomes")) == (parts + 1, [parts])


def test_a_cancelled_article_whose_replies_are_all_there_is_not_asked_again(
    server: Any, batch: Any, lines: Any, ask: Any, batches_module: Any, tmp_path: Path
) -> None:
    lines(4)
    server.ends = [batches_module.End("cancelled", answers=lambda number: number == 0), batches_module.End(running=9)]
    batch(*SUBMIT, "--max-requests", "3")
    batch(*COLLECT)
    with sqlite3.connect(tmp_path / "runs.db") as store:  # as if its outcome had been lost
        store.execute("DELETE FROM outcomes")
    store.close()
    batch(*SUBMIT)
    assert batch(*COLLECT).code == 0
    assert Counter(Counter(server.asked).values()) == {1: 2, 2: 2}
    server.ends[1].running = 0
    batch(*COLLECT)
    assert ask(DONE) == [4]


def test_words_of_another_version_are_not_asked_again_unless_told(
    server: Any, batch: Any, lines: Any, ask: Any, tmp_path: Path
) -> None:
    lines(2)
    batch(*SUBMIT)
    with sqlite3.connect(tmp_path / "runs.db.batch") as known:  # what another version would have asked
        known.execute(
            "UPDATE asked SET request = '0' || substr(request, 2) WHERE article IN (SELECT min(key) FROM waiting)"
        )
        known.execute(
            "UPDATE waiting SET requests = '0' || substr(requests, 2) WHERE key IN (SELECT min(key) FROM waiting)"
        )
    known.close()
    told = batch(*COLLECT)
    assert told.code == 4
    assert "1 article asked about by a version with other prompts" in told.err
    assert (ask(DONE), len(server.batches)) == ([1], 1)
    assert batch(*COLLECT, "--reask").code == 8
    batch(*SUBMIT)
    assert batch(*COLLECT).code == 0
    assert ask(DONE) == [2]


def test_what_cannot_be_read_is_asked_again_only_where_a_retry_is_ordered(
    server: Any, batch: Any, reply: Any, lines: Any, ask: Any, batches_module: Any
) -> None:
    server.reply = lambda body: "no" if "at least 11 " in body["messages"][1]["content"] else reply(body)
    server.ends = [batches_module.End(), batches_module.End(), batches_module.End(running=3)]
    lines(3)
    batch(*SUBMIT, "--max-requests", "2")
    assert batch(*COLLECT).code == 8
    assert ask("SELECT article, reason FROM failures") == [("a000", "AnswerError")]
    assert ask("SELECT requests, input_tokens FROM outcomes WHERE state = 'failed'") == [(1, 1000)]
    batch(*SUBMIT)
    assert len(server.requests) == 3
    server.reply = reply
    assert batch("store", "retry", "runs.db").code == 0
    batch(*SUBMIT)
    assert len(server.requests) == 4
    assert batch(*COLLECT, "--wait", "60").code == 0
    assert ask(DONE) == [3]


def test_articles_are_read_as_they_were_submitted_whatever_is_set_meanwhile(
    server: Any, batch: Any, lines: Any, ask: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines(2)
    batch(*SUBMIT)
    monkeypatch.setenv("SUMMARIZER_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("SUMMARIZER_MODEL", "another")
    monkeypatch.setenv("SUMMARIZER_PART_CHARS", "500")
    assert batch(*COLLECT).code == 0
    assert ask("SELECT DISTINCT model FROM outcomes") == ["m"]
