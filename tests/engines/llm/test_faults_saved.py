"""The same faults from the command line, met by the second of three articles: what is saved, what stops."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from summarizer.cli import main

Run = Callable[..., Any]
ATTEMPTS = 2
WEATHER = "It was dark in village number 1."


class Ended:
    """Exit code, standard error, what lies in the file and beside it, and the calls for the second article."""

    def __init__(self, code: int, err: str, folder: Path, calls: int) -> None:
        self.code, self.err, self.calls = code, err, calls
        self.rows, self.partial = (_rows(folder / name) for name in ("out.jsonl", "out.jsonl.partial"))


def _rows(path: Path) -> list[dict[str, Any]] | None:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else None


@pytest.fixture
def run(web: ModuleType, environ: Run, tmp_path: Path, good_text: str, capsys: pytest.CaptureFixture[str]) -> Run:
    """Three articles to a file of JSON lines; the second gets the faulty answer for ever."""

    def ended(faulty: Any, **settings: Any) -> Ended:
        asked = 0

        def script(body: dict[str, Any]) -> Any:
            nonlocal asked
            if WEATHER not in body["messages"][1]["content"]:
                return web.says(good_text)(body)
            asked += 1
            return faulty(body) if callable(faulty) else faulty

        names = [str(tmp_path / f"{number}.txt") for number in range(3)]
        for number, name in enumerate(names):
            told = f"TORKECH - Shells killed at least 11 villagers on Friday, the clinic said. {WEATHER}"
            Path(name).write_text(told.replace("number 1", f"number {number}"), "utf-8")
        with web.serving(script) as server:
            environ(server, repair="false", attempts=ATTEMPTS, **settings)
            code = main(["-q", "-f", "jsonl", "-o", str(tmp_path / "out.jsonl"), *names])
        out, err = capsys.readouterr()
        assert out == ""
        assert not [word for word in ("canary", "villagers", "Traceback") if word in err]
        return Ended(code, err, tmp_path, asked)

    return ended


FAILING: dict[str, tuple[Callable[[ModuleType, str], Any], str, int, int]] = {
    "N2": (lambda web, _: web.error(429), "ProviderError", 5, ATTEMPTS),
    "N3": (lambda web, _: web.error(429, retry_after="3600"), "ProviderError", 5, 1),
    "N4": (lambda web, _: web.error(429, retry_after="nan"), "ProviderError", 5, ATTEMPTS),
    "N8": (lambda web, _: web.error(400, "maximum context length is 8 tokens"), "ContextTooLong", 3, 1),
    "N10": (lambda web, _: web.error(503), "ProviderError", 5, ATTEMPTS),
    "N11": (lambda web, _: web.page(502), "ProviderError", 5, ATTEMPTS),
    "N13": (lambda web, _: web.hang(), "ProviderError", 5, 1),
    "N14": (lambda web, _: web.drip(), "ProviderError", 5, 1),
    "N15": (lambda web, _: web.reset(), "ProviderError", 5, ATTEMPTS),
    "N16": (lambda web, _: web.page(), "AnswerError", 6, 1),
    "N18": (lambda web, _: web.giant(), "AnswerError", 6, 1),
    "N19": (lambda web, good: web.says(good[:60], finish="length"), "AnswerError", 6, 1),
    "N20": (lambda web, good: web.says(good[:60]), "AnswerError", 6, 2),
    "N21": (lambda web, _: web.completion({"content": None, "refusal": "no"}), "AnswerRefused", 6, 1),
    "N22": (lambda web, good: web.says(good, finish="content_filter"), "AnswerFiltered", 6, 1),
    "N23": (lambda web, _: web.completion(None), "AnswerError", 6, 2),
    "N24": (lambda web, good: web.calls(("delete_everything", good)), "AnswerError", 6, 2),
    "N28": (lambda web, _: web.completion({"content": '{"events":' * 60_000}), "AnswerError", 6, 2),
    "N30": (
        lambda web, good: web.says(re.sub('"quote": "[^"]*"', '"quote": "no such words"', good)),
        "AnswerError",
        6,
        1,
    ),
}


@pytest.mark.parametrize("row", FAILING)
def test_a_fault_of_one_article_costs_no_other(row: str, run: Run, web: ModuleType, good_text: str) -> None:
    """Exit code 8; both others are saved, and a row says what became of the second."""
    fault, reason, code, calls = FAILING[row]
    ended = run(fault(web, good_text), timeout=5 if row in {"N13", "N14"} else 20)
    assert (ended.code, ended.calls, ended.partial) == (8, calls, None)
    first, failed, last = ended.rows
    assert [len(first["casualties"]), len(last["casualties"])] == [1, 1]
    assert (failed["reason"], failed["exit_code"]) == (reason, code)
    assert ended.err.count("\n") == 1


STOPPING: dict[str, tuple[Callable[[ModuleType], Any], str, int]] = {
    "N5": (lambda web: web.error(429, code="insufficient_quota"), "quota or credit is used up; not retried", 1),
    "N6": (lambda web: web.error(401, "canary-key-3141"), "rejected the key", 1),
    "N7": (lambda web: web.error(404), 'has no model "m"', 1),
    "N9": (lambda web: web.error(400, "tools are not supported"), "does not take requests in mode tools", 1),
    "N17": (lambda web: web.redirect("http://elsewhere.invalid/"), "redirects to elsewhere.invalid; not followed", 1),
}  # fmt: skip


@pytest.mark.parametrize("row", STOPPING)
def test_a_fault_that_would_hit_every_article_stops_the_run(row: str, run: Run, web: ModuleType) -> None:
    """Exit code 4; nothing more is asked; what was finished lies beside the file, which is left as it was."""
    fault, message, calls = STOPPING[row]
    ended = run(fault(web), mode="tools" if row == "N9" else "json_schema")
    assert (ended.code, ended.calls, ended.rows) == (4, calls, None)
    assert [len(row["casualties"]) for row in ended.partial] == [1]
    assert message in ended.err
    assert "out.jsonl.partial" in ended.err
