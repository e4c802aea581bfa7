"""`summarize batch`: articles go out in batches and come back as outcomes, as those of a live run."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer.corpus.batch_asking import Reading
from summarizer.engines.pricing import batch_price_of, price_of
from summarizer.settings import Settings

KEY = "canary-key-3141"
SUBMIT = ("batch", "submit", "corpus.jsonl", "--store", "runs.db")
COLLECT = ("batch", "collect", "--store", "runs.db")
STATUS = ("batch", "status", "--store", "runs.db")
DONE = "SELECT count(*) FROM outcomes WHERE state = 'done'"


def wrong_at_first(reply: Callable[[Any], str]) -> Callable[[Any], str]:
    """A model whose first answer quotes what is not there, and whose repair is right."""

    def answer(body: Any) -> str:
        right = reply(body)
        return right if len(body["messages"]) > 2 else right.replace("villagers", "soldiers")

    return answer


def test_articles_go_out_in_batches_within_the_limits_and_come_back_as_outcomes(
    server: Any, batch: Any, lines: Any, ask: Any
) -> None:
    lines(7)
    first = batch(*SUBMIT, "--max-requests", "3")
    assert (first.code, first.out) == (0, ""), first.err
    assert [batch["request_counts"]["total"] for batch in server.batches.values()] == [3, 3, 1]
    again = batch(*SUBMIT)
    assert "7 under way" in again.err
    assert len(server.batches) == 3
    collected = batch(*COLLECT)
    assert (collected.code, collected.err) == (0, "summarize: 7 done, cost unknown\n")
    assert ask("SELECT count(*), max(best) FROM casualties") == [(7, 17)]
    assert ask("SELECT engine, requests, input_tokens FROM costs") == [("batch", 7, 7000)]
    assert "7 done before" in batch(*SUBMIT).err
    assert len(server.batches) == 3


def test_a_file_holds_no_more_bytes_than_allowed(server: Any, batch: Any, lines: Any) -> None:
    lines(9)
    batch(*SUBMIT)
    whole = server.files["file_1"]["bytes"]
    batch("batch", "submit", "corpus.jsonl", "--store", "other.db", "--max-mb", str(whole / 3 / 1_000_000))
    sizes = [file["bytes"] for file in list(server.files.values())[1:]]
    assert len(sizes) >= 3
    assert max(sizes) <= whole / 3
    assert sum(sizes) == whole


def test_a_live_run_goes_on_where_batches_ended(server: Any, batch: Any, lines: Any) -> None:
    lines(3)
    batch(*SUBMIT)
    batch(*COLLECT)
    assert batch("corpus", "corpus.jsonl", "--store", "runs.db", "--engine", "llm").code == 0
    assert server.calls["POST /chat/completions"] == 0


def test_a_live_run_says_that_articles_wait_in_batches(server: Any, batch: Any, lines: Any) -> None:
    lines(3)
    batch(*SUBMIT)
    live = ("corpus", "corpus.jsonl", "--store", "runs.db", "--engine", "llm", "--max-articles", "1")
    assert "3 articles wait for replies of batches; this run asks about them, too" in batch(*live).err
    batch(*COLLECT)
    assert server.calls["POST /chat/completions"] == 1
    assert "wait for replies" not in batch(*live).err


def test_status_fits_80_columns_and_says_what_waits(server: Any, batch: Any, lines: Any, batches_module: Any) -> None:
    lines(4)
    server.ends = [batches_module.End(), batches_module.End(running=5)]
    batch(*SUBMIT, "--max-requests", "2")
    shown = batch(*STATUS)
    assert max(map(len, shown.out.splitlines())) <= 80
    table = [line.split() for line in shown.out.splitlines()]
    assert table[1][:5] == ["batch_1", "completed", "2", "2", "0"]
    assert table[2][:2] == ["batch_2", "in_progress"]
    assert "articles that wait for replies: 4" in shown.out
    told = json.loads(batch(*STATUS, "--json").out)
    assert (told["waiting"], [each["status"] for each in told["batches"]]) == (4, ["completed", "in_progress"])


def test_what_fails_verification_is_repaired_in_a_second_round(
    batch: Any, server: Any, reply: Any, lines: Any, ask: Any
) -> None:
    server.reply = wrong_at_first(reply)
    lines(3)
    batch(*SUBMIT)
    first = batch(*COLLECT)
    assert "0 done, 3 further requests sent, 3 wait" in first.err
    assert ask("SELECT count(*) FROM outcomes") == [0]
    assert batch(*COLLECT).code == 0
    assert ask("SELECT count(*) FROM casualties WHERE victims = 'villagers'") == [3]
    assert ask("SELECT requests, input_tokens FROM costs") == [(6, 6000)]
    assert [".repair." in line["custom_id"] for line in server.requests] == [False] * 3 + [True] * 3


def test_a_repair_that_is_not_to_be_had_costs_no_article(
    batch: Any, server: Any, reply: Any, lines: Any, ask: Any, batches_module: Any
) -> None:
    server.reply = wrong_at_first(lambda body: reply(body).replace('"victims": "villagers"', '"victims": "men"'))
    server.ends = [batches_module.End(), *[batches_module.End("expired", answers=lambda _: False)] * 5]
    lines(1)
    batch(*SUBMIT)
    for _ in range(4):
        batch(*COLLECT)
    assert len(server.batches) == 3
    assert ask("SELECT count(*) FROM outcomes") == [1]


def test_the_same_text_in_two_places_is_asked_once(server: Any, batch: Any, ask: Any, tmp_path: Path) -> None:
    text = "Shells killed at least 11 villagers in Torkech on Friday, the clinic said.\n"
    rows = [{"id": "a", "text": text, "outlet": "one"}, {"id": "b", "text": text, "outlet": "two"}]
    (tmp_path / "corpus.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    batch(*SUBMIT)
    assert len(server.requests) == 1
    batch(*COLLECT)
    assert ask("SELECT article FROM casualties ORDER BY 1") == ["a", "b"]
    assert ask("SELECT requests, input_tokens FROM costs") == [(1, 1000)]


def test_status_shows_what_is_known_where_the_endpoint_is_out(
    server: Any, batch: Any, lines: Any, batches_module: Any
) -> None:
    lines(2)
    batch(*SUBMIT)
    server.faults["GET /batches/ID"] = [batches_module.Fault(401)]
    shown = batch(*STATUS)
    assert shown.code == 4
    assert "batch_1" in shown.out
    assert "rejected the key" in shown.err


def test_lines_that_are_no_articles_fail_at_once(server: Any, batch: Any, lines: Any, ask: Any) -> None:
    with lines(2).open("a", encoding="utf-8") as file:
        file.write('not json\n{"id": "blank", "text": "  "}\n')
    ended = batch(*SUBMIT)
    assert (ended.code, len(server.requests)) == (8, 2)
    assert ask("SELECT article, reason FROM failures ORDER BY 1") == [
        ("blank", "ArticleNotText"),
        ("corpus.jsonl:3", "ArticleUnreadable"),
    ]


def test_sources_without_an_article_are_told(server: Any, batch: Any, lines: Any) -> None:
    lines(0)
    ended = batch(*SUBMIT)
    assert (ended.code, sum(server.calls.values())) == (3, 0)
    assert "no articles" in ended.err


def test_damaged_replies_are_set_aside_with_a_warning(server: Any, batch: Any, lines: Any, tmp_path: Path) -> None:
    lines(1)
    (tmp_path / "runs.db.replies").write_bytes(b"no database" * 100)
    ended = batch(*SUBMIT)
    assert ended.code == 0
    assert "runs.db.replies.bad" in ended.err


def test_waiting_is_bounded(server: Any, batch: Any, lines: Any, batches_module: Any) -> None:
    lines(1)
    server.ends = [batches_module.End(running=1000)]
    batch(*SUBMIT)
    ended = batch(*COLLECT, "--wait", "0.5")
    assert ended.code == 5
    assert "1 article still waiting after 0.5 s. Run the same command later." in ended.err
    assert server.calls["GET /batches/ID"] == 2


def test_waiting_ends_when_all_is_done(server: Any, batch: Any, lines: Any, ask: Any, batches_module: Any) -> None:
    lines(1)
    server.ends = [batches_module.End(running=1)]
    batch(*SUBMIT)
    assert batch(*COLLECT, "--wait", "60").code == 0
    assert ask(DONE) == [1]


def test_one_process_at_a_time_is_at_the_batches_of_a_store(
    server: Any, begin: Any, batch: Any, lines: Any, batches_module: Any
) -> None:
    lines(1)
    held = threading.Event()
    server.faults["POST /files"] = [batches_module.Fault(before=False, hold=held)]
    begin(*SUBMIT, server=server)
    assert held.wait(30)
    ended = batch(*COLLECT)
    assert (ended.code, ended.err) == (
        7,
        "summarize: runs.db: another process is at its batches. Wait until it ends.\n",
    )


@pytest.mark.parametrize("words", [COLLECT, STATUS])
def test_a_store_without_batches_is_told(batch: Any, words: Any) -> None:
    ended = batch(*words)
    assert (ended.code, ended.out) == (2, "")
    assert len(ended.err.splitlines()) == 1


def test_the_log_for_machines_names_articles_and_no_words_of_them(server: Any, batch: Any, lines: Any) -> None:
    lines(2)
    told = batch(*SUBMIT, "--log-format", "json").err + batch(*COLLECT, "--log-format", "json").err
    events = [json.loads(line) for line in told.splitlines()]
    assert [each["event"] for each in events] == ["batch.submitted", "article.done", "article.done", "batch.collected"]
    assert (events[0]["requests"], events[-1]["done"], events[-1]["tokens"]) == (2, 2, 2400)
    assert [word for word in ("villagers", "Torkech", KEY) if word in told] == []


def test_batches_cost_half_where_the_price_is_known() -> None:
    usual, batch = price_of("openai", "gpt-4.1-mini"), batch_price_of("openai", "gpt-4.1-mini")
    assert usual is not None
    assert batch is not None
    assert (batch.input, batch.output) == (usual.input / 2, usual.output / 2)
    assert Reading(Settings(model="openai/gpt-4.1-mini")).price == batch
    assert batch_price_of("openai", "no-such-model") is None
    assert Reading(Settings(model="gpt-4.1-mini", base_url="http://127.0.0.1:9/v1")).price is None


def test_batches_of_a_provider_that_is_not_spoken_here_are_refused(
    batch: Any, lines: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines(1)
    monkeypatch.delenv("SUMMARIZER_BASE_URL")
    ended = batch(*SUBMIT, "--model", "anthropic/m")
    assert ended.code == 4
    assert "batches of" in ended.err


def test_the_file_of_batches_is_plain_sql(batch: Any, lines: Any, tmp_path: Path) -> None:
    lines(2)
    batch(*SUBMIT)
    with sqlite3.connect(tmp_path / "runs.db.batch") as database:
        assert database.execute("SELECT count(*) FROM waiting").fetchone() == (2,)
        assert database.execute("SELECT requests, status FROM jobs").fetchone() == (2, "validating")
    database.close()
