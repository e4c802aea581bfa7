"""Reports: the same verdict in every shape, safe with hostile text, and a page that works in a real browser."""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from xml.etree.ElementTree import fromstring

import pytest

from summarizer.evaluate.echo import echo
from summarizer.evaluate.faults import Fault, Wrong
from summarizer.evaluate.gate import Gates, Verdict, judge
from summarizer.evaluate.labels import Label
from summarizer.evaluate.reports import data, html, junit, markdown, terminal
from summarizer.evaluate.runs import Run, score_run
from summarizer.evaluate.scoring import ArticleFailure, SuiteScore, score_article

HOSTILE = "<script>alert(1)</script> | `x` [a](http://b) \x1b[31m \x00 \ud800 ](javascript:x) &amp; *b*"


SHOWN = "[...document.querySelectorAll('article')].filter(e => e.offsetHeight).map(e => e.id).join(' ')"
ROWS = "[...document.querySelectorAll('tr[data-class]')].filter(e => e.offsetHeight).map(e => e.dataset.class).join()"
MARKED = (
    "[...document.querySelectorAll('#raqqa-offensive .gold mark.wrong:not(.faded)')].map(e => e.innerText).join(' ')"
)


@pytest.fixture
def run(seed_labels: dict[str, Label], make_run: Callable[..., Run]) -> Run:
    """A run in which one article lost a death and another a claim."""
    records = {name: echo(label) for name, label in seed_labels.items()}
    raqqa, zazzaga = records["raqqa-offensive"], records["zazzaga-raid"]
    records["raqqa-offensive"] = raqqa.model_copy(update={"casualties": raqqa.casualties[1:]})
    stance = zazzaga.claims[0].model_copy(update={"stance": "demands"})
    records["zazzaga-raid"] = zazzaga.model_copy(update={"claims": (stance, *zazzaga.claims[1:])})
    return make_run(seed_labels, records)


@pytest.fixture
def verdict(run: Run, seed_labels: dict[str, Label]) -> Verdict:
    return judge(score_run(run, list(seed_labels.values())), None, Gates(draws=100), engine="offline")


@pytest.fixture
def hostile(porta: Label) -> Verdict:
    score = score_article(porta, echo(porta))
    fault = Fault("claim", Wrong.SPURIOUS, None, "k9", HOSTILE, HOSTILE, HOSTILE)
    suite = SuiteScore((replace(score, faults=(fault,)),), (ArticleFailure("x", "Error", HOSTILE),))
    return judge(suite, None, Gates(draws=100), engine="offline")


def test_the_terminal_begins_with_the_verdict_and_lists_each_wrong_record_on_a_line(
    verdict: Verdict, seed_labels: dict[str, Label]
) -> None:
    lines = list(terminal.render(verdict))
    assert lines[0].startswith(f"NOT COMPARABLE offline ({len(seed_labels)} articles): no baseline")
    wrong = [line for line in lines if line.startswith(("raqqa-offensive missed", "zazzaga-raid wrong_stance"))]
    assert len(wrong) == 2
    assert all(line.count(" | ") == 2 for line in wrong)


def test_a_run_in_which_all_fails_has_each_reason_on_a_line_of_its_own() -> None:
    suite = SuiteScore((), tuple(ArticleFailure(f"a{i}", "Error", "broken") for i in range(40)))
    verdict = judge(suite, None, Gates(draws=100), engine="offline")
    lines = list(terminal.render(verdict))
    assert len(lines[0]) < 200
    assert lines[0].endswith(f"; and {len(verdict.reasons) - 3} more")
    for shown in (chr(10).join(lines), markdown.render(verdict), html.render(verdict, [])):
        assert all(f"a{i} could not be scored" in shown for i in range(40))


def test_every_gated_figure_has_its_n(verdict: Verdict, seed_labels: dict[str, Label]) -> None:
    rows = [line for line in terminal.render(verdict) if line.startswith("killed.strict")]
    assert rows[0].split()[-1] == str(len(seed_labels))


def test_json_holds_every_article_figure_and_wrong_record(verdict: Verdict) -> None:
    told = json.loads(data.render(verdict))
    assert len(told["articles"]) == len(verdict.suite.articles)
    assert told["exit_code"] == int(verdict.outcome)
    wrong = {a["name"]: [w["wrong"] for w in a["wrong_records"]] for a in told["articles"] if a["wrong_records"]}
    assert wrong == {"raqqa-offensive": ["missed"], "zazzaga-raid": ["wrong_stance"]}


def test_markdown_escapes_what_articles_and_models_say(hostile: Verdict) -> None:
    text = markdown.render(hostile)
    assert "<script>" not in text
    assert "](http" not in text
    assert all("\x1b" not in line or "`" not in line for line in text.splitlines())
    (row,) = [line for line in text.splitlines() if line.startswith("| spurious")]
    assert row.replace("\\|", "").count("|") == 5


def test_markdown_is_cut_below_900_kib_with_a_pointer(hostile: Verdict) -> None:
    article = hostile.suite.articles[0]
    many = replace(hostile, suite=replace(hostile.suite, articles=(replace(article, faults=article.faults * 5000),)))
    text = markdown.render(many)
    assert len(text.encode("utf-8", "replace")) <= markdown.LIMIT
    assert "artifact" in text.splitlines()[-1]


def test_junit_is_xml_whatever_was_said(hostile: Verdict) -> None:
    root = fromstring(junit.render(hostile))
    assert [e.get("type") for e in root.iter("error")] == ["Error"]
    (failure,) = root.iter("failure")
    assert failure.text is not None
    assert "spurious: <script>" in failure.text


def test_html_escapes_what_articles_and_models_say(hostile: Verdict, porta: Label, run: Run) -> None:
    page = html.make_page(porta, echo(porta), hostile.suite.articles[0])
    text = html.render(hostile, [page])
    assert "<script>alert" not in text
    assert text.count("<script>") == 1


def load_browser() -> ModuleType:
    spec = importlib.util.spec_from_file_location("browser", Path(__file__).with_name("browser.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["browser"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
def test_the_page_filters_by_error_class_in_a_real_browser(
    verdict: Verdict, run: Run, seed_labels: dict[str, Label], tmp_path: Path
) -> None:
    browser = load_browser()
    program = browser.find()
    if program is None and "CI" not in os.environ:
        pytest.skip("no Chromium on this machine: install one, or name it in CHROMIUM")
    assert program, "in CI this is never skipped"
    page = tmp_path / "report.html"
    page.write_text(html.render(verdict, html.make_pages(seed_labels.values(), run, verdict.suite)), "utf-8")
    with browser.Browser(program, tmp_path / "profile") as chromium:
        chromium.open(page)
        assert chromium.run(SHOWN).split() == list(seed_labels)
        assert chromium.run(ROWS) == "missed,wrong_stance"
        chromium.click('button[value="missed"]')
        assert chromium.run(SHOWN) == "raqqa-offensive"
        assert chromium.run(ROWS) == "missed"
        assert "at least 26 IS militants had been killed" in chromium.run(MARKED)
        chromium.click('button[value=""]')
        assert chromium.run(SHOWN).split() == list(seed_labels)
        assert chromium.errors == []
        assert [url for url in chromium.requests if not url.startswith("file:")] == []
