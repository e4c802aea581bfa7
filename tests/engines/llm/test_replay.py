"""Recordings and files of requests and replies: the same path as live, without an endpoint."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from summarizer.articles import article_from_text
from summarizer.cli import main
from summarizer.engines.replay import NoRecording, Recordings, make_replay
from summarizer.errors import ConfigurationError
from summarizer.pipeline import asummarize
from summarizer.records.article import Article
from summarizer.settings import Settings

Run = Callable[..., Any]


def replayed(article: Article, folder: Path) -> Any:
    return asyncio.run(asummarize(article, make_replay(Settings(recordings=str(folder)))))


@pytest.fixture
def recorded(tmp_path: Path, web: ModuleType, model: Run, digest: Run, article: Article, good: dict[str, Any]) -> Path:
    """A folder with a draft and a repair, and the digest they became."""
    bad = {**good, "casualties": [{**good["casualties"][0], "count": "at least 99"}], "note": "canary-key-3141"}
    with web.serving(web.says(json.dumps(bad)), web.says(json.dumps({**good, "claims": [], "events": []}))) as server:
        digest(article, model(server, record=str(tmp_path / "rec")))
    return tmp_path / "rec"


def test_a_recording_plays_as_it_was(recorded: Path, article: Article) -> None:
    """Records and findings are the same again, repair included; nothing was asked or paid."""
    result = replayed(article, recorded)
    assert result.provenance.engine == "replay"
    assert (result.provenance.requests, result.provenance.repairs, result.provenance.cost_usd) == (0, 0, 0)
    assert [c.count.text for c in result.casualties] == ["at least 11"]


def test_a_recording_says_who_made_it_and_holds_no_key(recorded: Path) -> None:
    texts = [path.read_text("utf-8") for path in recorded.glob("*.json")]
    assert sorted(json.loads(text)["repair"] for text in texts) == [False, True]
    assert {json.loads(text)["made"] for text in texts} == {"by a model"}
    assert not [text for text in texts if "canary" in text or "Bearer" in text]


def test_a_request_without_a_recording_is_a_failure_that_names_the_nearest(recorded: Path, article: Article) -> None:
    other = article_from_text(f"{article.text} It rained.")
    with pytest.raises(
        NoRecording, match=r"no recording has the key [0-9a-f]{12}; the nearest is [0-9a-f]{12}, for"
    ) as caught:
        replayed(other, recorded)
    assert caught.value.exit_code == 4


def test_a_missing_repair_is_a_failure_too(recorded: Path, article: Article) -> None:
    for path in recorded.glob("*.json"):
        if json.loads(path.read_text("utf-8"))["repair"]:
            path.unlink()
    with pytest.raises(NoRecording, match="for another request"):
        replayed(article, recorded)


@pytest.mark.parametrize("folder", [None, "nowhere"])
def test_recordings_that_are_not_there_are_a_matter_of_settings(tmp_path: Path, folder: str | None) -> None:
    with pytest.raises(ConfigurationError, match="folder"):
        make_replay(Settings(recordings=str(tmp_path / folder) if folder else None))


def test_a_file_that_is_no_recording_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}")
    with pytest.raises(ConfigurationError, match=r"x\.json: not a recording"):
        _ = Recordings(tmp_path).all


def test_the_recordings_of_the_project_say_that_they_were_made_by_hand(root: Path) -> None:
    found = Recordings(root / "evals" / "recordings" / "by-hand").all.values()
    assert found
    assert {(r.made, r.model) for r in found} == {("by hand", "hand-written from a label, no model")}


# --------------------------------------------------------------------------- files


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, article: Article) -> Path:
    """A folder with two articles and the requests for them."""
    monkeypatch.chdir(tmp_path)
    Path("one.txt").write_text(article.text, "utf-8")
    Path("two.txt").write_text("Nasir, March 3 - Talks went on in Juba on Monday, the mediator said.", "utf-8")
    assert main(["requests", "one.txt", "two.txt", "-o", "requests.jsonl", "--model", "openai/m", "-q"]) == 0
    return tmp_path


def lines(path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]


def replies(name: str, requests: str, *texts: str | dict[str, Any]) -> None:
    """A Batch API output file, last line first, as batches come in any order."""
    rows = []
    for line, text in zip(lines(requests), texts, strict=False):
        message = {"role": "assistant", "content": text}
        body = {"choices": [{"index": 0, "finish_reason": "stop", "message": message}], "model": "m-1",
                "usage": {"prompt_tokens": 10, "completion_tokens": 5}}  # fmt: skip
        response = {"status_code": 200, "request_id": "r", "body": body} if isinstance(text, str) else text
        rows.append({"id": "b", "custom_id": line["custom_id"], "response": response, "error": None})
    Path(name).write_text("".join(json.dumps(row) + "\n" for row in reversed(rows)), "utf-8")


NOTHING = '{"actors":[],"events":[],"casualties":[],"claims":[],"summary":null}'


def test_requests_are_lines_of_the_batch_api(
    files: Path, web: ModuleType, model: Run, digest: Run, good_text: str
) -> None:
    """The body is what a live endpoint gets, byte for byte, but for the name of the limit."""
    first, second = lines("requests.jsonl")
    assert set(first) == {"custom_id", "method", "url", "body"}
    assert (first["method"], first["url"]) == ("POST", "/v1/chat/completions")
    assert first["custom_id"].startswith("one.")
    assert first["custom_id"] != second["custom_id"]
    with web.serving(web.says(good_text)) as server:
        digest(article_from_text(Path("one.txt").read_text("utf-8")), model(server))
        assert first["body"] == server.calls[0]


def test_replies_become_the_digests_a_live_run_gives(
    files: Path,
    capsys: pytest.CaptureFixture[str],
    web: ModuleType,
    model: Run,
    digest: Run,
    article: Article,
    good_text: str,
) -> None:
    replies("replies.jsonl", "requests.jsonl", good_text, NOTHING)
    code = main(["replies", "requests.jsonl", "replies.jsonl", "--format", "json", "-q"])
    first, second = json.loads(capsys.readouterr().out)
    with web.serving(web.says(good_text)) as server:
        live = json.loads(digest(article, model(server)).model_dump_json())
    kinds = ("summary", "actors", "events", "casualties", "claims")
    assert code == 0
    assert {kind: first[kind] for kind in kinds} == {kind: live[kind] for kind in kinds}
    assert (first["provenance"]["engine"], first["provenance"]["model"]) == ("batch", "m-1")
    assert first["provenance"]["tokens"]["input"] == 10
    assert second["article"]["source"] == "two.txt"


def test_a_second_round_carries_the_repairs(
    files: Path, capsys: pytest.CaptureFixture[str], good: dict[str, Any]
) -> None:
    bad = {**good, "casualties": [{**good["casualties"][0], "count": "at least 99"}]}
    replies("replies.jsonl", "requests.jsonl", json.dumps(bad), NOTHING)
    main(["replies", "requests.jsonl", "replies.jsonl", "--repairs", "round2.jsonl", "--format", "json"])
    first = json.loads(capsys.readouterr().out)[0]
    assert "L12" in {f["rule"] for f in first["findings"]}
    assert lines("round2.jsonl")[0]["custom_id"].startswith("one.repair.")
    mended = {**good["casualties"][0], "key": "casualty-1", "event": "event-1", "claims": ["claim-1"]}
    replies("replies2.jsonl", "round2.jsonl", json.dumps({**json.loads(NOTHING), "casualties": [mended]}))
    main(["replies", "requests.jsonl", "replies.jsonl", "replies2.jsonl", "--format", "json", "-q"])
    first = json.loads(capsys.readouterr().out)[0]
    assert [c["count"]["text"] for c in first["casualties"]] == ["at least 11"]
    assert "L12" not in {f["rule"] for f in first["findings"]}


def test_what_a_batch_could_not_do_fails_its_article_alone(
    files: Path, capsys: pytest.CaptureFixture[str], good_text: str
) -> None:
    replies("replies.jsonl", "requests.jsonl", good_text, {"status_code": 500, "body": {}})
    with Path("replies.jsonl").open("a") as file:
        file.write('{"broken": \n"not a row"\n')
    code = main(["replies", "requests.jsonl", "replies.jsonl", "--format", "json", "-q"])
    out, err = capsys.readouterr()
    first, second = json.loads(out)
    assert code == 8
    assert len(first["casualties"]) == 1
    assert (second["reason"], second["exit_code"]) == ("ProviderError", 5)
    assert "replies.jsonl, line 3" in err
    assert "replies.jsonl, line 4" in err


def test_a_missing_reply_is_said(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("replies.jsonl").write_text("")
    assert main(["replies", "requests.jsonl", "replies.jsonl"]) == 6
    assert "hold no reply" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [["requests", "a.txt", "-o", "-"], ["requests", "a.txt", "-o", "x"], ["replies", "no", "no"]]
)
def test_calls_that_make_no_sense_are_one_line(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(words) in {2, 3, 4}
    assert capsys.readouterr().err.count("\n") == 1
