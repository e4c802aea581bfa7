"""What may be typed, and what the answer is."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, get_args

import pytest

from summarizer import __version__
from summarizer.cli.commands import COMMANDS
from summarizer.cli.progress import Progress
from summarizer.cli.running import exit_code, failure, outcomes
from summarizer.cli.summarize import EngineChoice
from summarizer.errors import ArticleNotText, ConfigurationError, ProviderError
from summarizer.records.digest import Digest
from summarizer.records.failing import described
from summarizer.settings import EngineName, Settings


def test_articles_need_no_command(article: Path, call: Callable[..., Any]) -> None:
    ended = call(article)
    assert (ended.code, ended.err) == (0, "")
    assert "CASUALTIES" in ended.out


def test_an_article_may_be_named_like_a_command(
    article: Path, tmp_path: Path, call: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in COMMANDS:
        article.with_name(name).write_bytes(article.read_bytes())
        for words in ([f"./{name}"], ["--", name], ["--quiet", name]):
            assert "CASUALTIES" in call(*words).out


def test_an_article_may_begin_with_a_dash(
    article: Path, tmp_path: Path, call: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    article.rename(tmp_path / "-x.txt")
    assert call("--", "-x.txt").code == 0
    assert call("./-x.txt").code == 0


def test_the_schema_is_that_of_the_output(call: Callable[..., Any]) -> None:
    assert set(json.loads(call("schema").out)["properties"]) == set(Digest.model_fields)
    assert "exit_code" in json.loads(call("schema", "failure").out)["properties"]


@pytest.mark.parametrize("words", [["--help"], ["-h"], *([name, "--help"] for name in COMMANDS)])
def test_help_is_plain_and_fits_80_columns(words: list[str], call: Callable[..., Any]) -> None:
    ended = call(*words)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.isascii()
    assert max(map(len, ended.out.splitlines())) <= 80


def test_help_names_every_command(call: Callable[..., Any]) -> None:
    shown = " ".join(call("--help").out.split())
    assert [name for name, command in COMMANDS.items() if f"{name}: {command.does}" not in shown] == []


def test_the_version(call: Callable[..., Any]) -> None:
    assert call("--version").out == f"summarize {__version__}\n"


@pytest.mark.parametrize(
    "words",
    [
        ["--format", "xml", "a"],
        ["--engine", "magic", "a"],
        ["--published", "4 June 2016", "a"],
        ["--published", "2016-02-30", "a"],
        ["--published", "20160604", "a"],
        ["--max-bytes", "0", "a"],
        ["--max-bytes", "many", "a"],
        ["--nope", "a"],
        ["--title", "x", "a", "b"],
        ["--json", "--format", "jsonl", "a"],
        ["-", "-"],
        ["schema", "nothing"],
        ["schema", "digest", "failure"],
    ],
)
def test_a_call_that_makes_no_sense_is_one_line_and_code_2(words: list[str], call: Callable[..., Any]) -> None:
    ended = call(*words)
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)


def test_what_the_caller_knows_stands_in_the_digest(article: Path, call: Callable[..., Any]) -> None:
    known = json.loads(call("--json", "--published", "2016-06-04", "--outlet", "AP", "--title", "T", article).out)
    assert [known["article"][name] for name in ("published", "outlet", "title")] == ["2016-06-04", "AP", "T"]


def test_without_a_day_of_publication_times_stay_words(article: Path, call: Callable[..., Any]) -> None:
    times = [event["time"] for event in json.loads(call("--json", article).out)["events"]]
    assert times
    assert {time["start"] for time in times} == {None}


@pytest.mark.parametrize("words", [[], ["-"]])
def test_piped_text_is_read(words: list[str], article: Path, process: Callable[..., Any]) -> None:
    ended = process("--json", *words, stdin=article.read_bytes())
    assert json.loads(ended.stdout)["article"]["source"] == "-"


def test_an_engine_that_is_not_to_be_had_stops_the_run(article: Path, call: Callable[..., Any]) -> None:
    ended = call("--engine", "llm", article, article)
    assert (ended.code, ended.out, ended.err.count("\n")) == (4, "", 1)


def test_a_wrong_setting_is_named_and_its_value_is_not_shown(
    article: Path, call: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZER_ENGINE", "canary-value")
    ended = call(article)
    assert (ended.code, ended.err.count("\n")) == (4, 1)
    assert "SUMMARIZER_ENGINE" in ended.err
    assert "canary-value" not in ended.err


def test_an_option_wins_over_the_environment(
    article: Path, call: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZER_ENGINE", "llm")
    assert call("--engine", "offline", article).code == 0


def test_the_choices_and_defaults_in_help_are_those_of_the_settings(call: Callable[..., Any]) -> None:
    assert get_args(EngineChoice) == tuple(EngineName)
    assert str(Settings().max_bytes) in call("--help").out


@pytest.mark.parametrize(
    ("codes", "code"), [([0], 0), ([3], 3), ([0, 0], 0), ([3, 3], 3), ([0, 3], 8), ([3, 5], 8), ([0, 3, 5], 8)]
)
def test_several_articles_end_with_their_common_code_or_with_8(codes: list[int], code: int) -> None:
    assert exit_code(codes) == code


ERRORS = {
    "bug": ValueError("sk-canary and text of the article"),
    "net": ProviderError("gave up", hint="try later"),
    "x": ArticleNotText("x: this is noise"),
}


def read(source: str) -> Digest:
    raise ERRORS[source]


def test_an_unforeseen_error_costs_one_article_and_shows_neither_text_nor_key(
    capsys: pytest.CaptureFixture[str],
) -> None:
    done = list(outcomes(["bug", "net", "x"], read, Progress(3), verbose=True))
    err = capsys.readouterr().err
    assert [each.exit_code for each in done] == [1, 5, 3]  # type: ignore[union-attr]
    assert "summarize: bug: internal error: ValueError in test_calls.py" in err
    assert "summarize: net: gave up. Try later.\n" in err
    assert "summarize: x: this is noise.\n" in err
    assert "canary" not in err
    assert "canary" not in repr(done)


def test_what_would_hit_every_article_stops_the_run() -> None:
    def refuse(_source: str) -> Digest:
        raise ConfigurationError("key rejected")

    with pytest.raises(ConfigurationError):
        list(outcomes(["a", "b"], refuse, Progress(2)))


def test_where_memory_ran_out_is_said() -> None:
    assert failure("x", MemoryError()).message == "x: internal error: out of memory"
    assert described(KeyError("secret")) == "internal error: KeyError"


def test_progress_shows_on_a_terminal_only_and_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = io.StringIO()
    screen = SimpleNamespace(isatty=lambda: True, write=terminal.write, flush=lambda: None, encoding="utf-8")
    monkeypatch.setattr("sys.stderr", screen)
    progress = Progress(2)
    for source in ("a\x1b[2J", "b"):
        progress.begin(source)
        progress.step()
    assert terminal.getvalue() == "\r\x1b[K1 of 2  a\\x1b[2J\r\x1b[K\r\x1b[K2 of 2  b\r\x1b[K"


def test_progress_is_silent_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    Progress(2).begin("a")
    Progress(1, verbose=True).begin("a")
    assert capsys.readouterr().err == "1 of 1  a\n"
