"""Recordings in the evals: made of a live run, filled up, played without an endpoint, stale when nobody asks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from summarizer.articles import article_from_text
from summarizer.cli import main

Write = Callable[..., Path]


@pytest.fixture
def reply(labels: ModuleType, write: Write) -> str:
    """The reply of a model that says what the small label says."""
    text = (write().parent / "article.txt").read_text("utf-8")
    text = text.replace("\u201c", '"').replace("\u201d", '"')  # as the label has it: a draft here is not folded
    folder = write(article=text).parent
    article = article_from_text(text)
    return str(labels.draft_from_label(article, labels.read_label(folder)).model_dump_json())


@pytest.fixture
def ask(web: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., int]:
    """`summarize eval WORDS` on the small article with a server that says these texts; the number of calls it got."""

    def asked(*texts: str, words: tuple[str, ...], code: int = 0) -> int:
        with web.serving(*(web.says(text) for text in texts)) as server:
            monkeypatch.setenv("SUMMARIZER_MODEL", "openai/m")
            monkeypatch.setenv("SUMMARIZER_BASE_URL", server.url)
            monkeypatch.setenv("SUMMARIZER_REPAIR", "false")
            assert main(["eval", *words[:1], str(tmp_path / "porta"), *words[1:]]) == code
        return len(server.calls)

    return asked


@pytest.fixture
def recordings(ask: Callable[..., int], reply: str, tmp_path: Path) -> Path:
    """A recording of the small article."""
    folder = tmp_path / "recordings"
    assert ask(reply, words=("record", "--recordings", str(folder))) == 1
    return folder


def play(tmp_path: Path, recordings: Path, command: str = "run") -> int:
    baselines = str(tmp_path / "baselines")
    words = ["--engine", "replay", "--recordings", str(recordings), "--baselines", baselines]
    return main(["eval", command, str(tmp_path / "porta"), *words])


def test_a_replayed_run_is_judged_fact_by_fact_without_an_endpoint(
    recordings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert play(tmp_path, recordings, "bless") == 0
    capsys.readouterr()
    assert play(tmp_path, recordings) == 0
    assert capsys.readouterr().out.startswith("PASS replay-m (1 article)")


def test_what_is_recorded_is_not_asked_for_again(
    ask: Callable[..., int], recordings: Path, reply: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert ask(reply, words=("record", "--recordings", str(recordings))) == 0
    assert "1 articles recorded, 0 requests made" in capsys.readouterr().out


def test_an_article_that_changed_misses_its_recording_and_is_not_comparable(
    recordings: Path, tmp_path: Path, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (tmp_path / "porta" / "article.txt").read_text("utf-8")
    write(article=text + "\nIt rained.\n")
    assert play(tmp_path, recordings) == 3
    told = capsys.readouterr()
    assert "no recording has the key" in told.out
    assert "stale recording" in told.err


def test_a_recording_that_could_not_be_made_is_named_and_ends_with_3(
    ask: Callable[..., int], write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write()
    ask("no JSON", words=("record", "--recordings", str(tmp_path / "none")), code=3)
    assert "porta could not be recorded: AnswerError" in capsys.readouterr().out


@pytest.mark.parametrize(("texts", "share"), [((), "1.000  (1 of 1)"), (("no JSON",), "0.000  (0 of 1)")])
def test_a_first_reply_that_breaks_the_schema_is_counted(
    ask: Callable[..., int],
    reply: str,
    texts: tuple[str, ...],
    share: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ("run", "--engine", "llm", "--all", "--baselines", str(tmp_path))
    ask(*texts, reply, words=words, code=3)
    lines = [line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines() if "run." in line]
    figures = dict(lines)
    assert figures["run.schema_first_try"] == share
    assert figures["run.abstained"] == "0.000  (0 of 1)"


def test_a_model_that_says_nothing_abstains(
    ask: Callable[..., int], write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write()
    empty = '{"actors": [], "events": [], "casualties": [], "claims": [], "summary": null}'
    ask(empty, words=("run", "--engine", "llm", "--all", "--baselines", str(tmp_path)), code=3)
    assert "run.abstained                  1.000  (1 of 1)" in capsys.readouterr().out


def test_replay_without_a_folder_of_recordings_is_a_matter_of_settings(
    write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write()
    assert main(["eval", "run", str(tmp_path / "porta"), "--engine", "replay"]) == 4
    assert "no folder of recordings" in capsys.readouterr().err
