"""The gate: fact by fact for a deterministic engine, by intervals for a live one, and "not comparable" apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from summarizer.errors import UsageError
from summarizer.evaluate.baseline import Baseline, load_baseline, make_baseline, save_baseline
from summarizer.evaluate.cells import Cell
from summarizer.evaluate.echo import echo
from summarizer.evaluate.faults import Wrong
from summarizer.evaluate.gate import Gates, Mode, Outcome, Verdict, judge, load_gates
from summarizer.evaluate.labels import Label
from summarizer.evaluate.runs import Run, load_run, save_run, score_run
from summarizer.evaluate.scoring import ArticleFailure, ArticleScore, SuiteScore, average, score_article
from summarizer.records.verified import VerifiedRecords

FAST = Gates(draws=200)


@pytest.fixture
def run(seed_labels: dict[str, Label], make_run: Callable[..., Run]) -> Run:
    return make_run(seed_labels, {name: echo(label) for name, label in seed_labels.items()})


@pytest.fixture
def suite(seed_labels: dict[str, Label]) -> SuiteScore:
    return SuiteScore(tuple(score_article(label, echo(label)) for label in seed_labels.values()))


@pytest.fixture
def baseline(run: Run, suite: SuiteScore) -> Baseline:
    return make_baseline(run, suite, date(2020, 1, 1))


def with_article(suite: SuiteScore, name: str, change: Callable[[ArticleScore], ArticleScore]) -> SuiteScore:
    return replace(suite, articles=tuple(change(a) if a.name == name else a for a in suite.articles))


def failing(article: ArticleScore, fact: str = "casualty c1", wrong: Wrong = Wrong.MISSED) -> ArticleScore:
    return replace(article, facts={**article.facts, fact: (wrong,)})


def verdict(suite: SuiteScore, baseline: Baseline | None, mode: Mode = Mode.DETERMINISTIC) -> Verdict:
    return judge(suite, baseline, FAST, engine="offline", mode=mode)


def test_the_run_that_was_blessed_passes(suite: SuiteScore, baseline: Baseline) -> None:
    result = verdict(suite, baseline)
    assert result.outcome is Outcome.PASSED
    assert result.reasons == ()


def test_one_newly_failed_fact_fails_the_run_and_is_named(suite: SuiteScore, baseline: Baseline) -> None:
    result = verdict(with_article(suite, "raqqa-offensive", failing), baseline)
    assert result.outcome is Outcome.FAILED
    (change,) = result.broken
    assert (change.article, change.fact, change.new) == ("raqqa-offensive", "casualty c1", "missed")


def test_a_mended_fact_is_listed_and_passes(run: Run, suite: SuiteScore) -> None:
    worse = make_baseline(run, with_article(suite, "raqqa-offensive", failing), date(2020, 1, 1))
    result = verdict(suite, worse)
    assert result.outcome is Outcome.PASSED
    assert [(m.fact, m.old) for m in result.mended] == [("casualty c1", "missed")]


def test_a_fact_that_failed_before_may_go_on_failing(run: Run, suite: SuiteScore) -> None:
    broken = with_article(suite, "raqqa-offensive", failing)
    assert verdict(broken, make_baseline(run, broken, date(2020, 1, 1))).outcome is Outcome.PASSED


def test_a_forbidden_record_more_than_before_fails(suite: SuiteScore, baseline: Baseline) -> None:
    result = verdict(with_article(suite, "raqqa-offensive", lambda a: replace(a, forbidden=1)), baseline)
    assert result.outcome is Outcome.FAILED
    assert "1 forbidden records, 0 in the baseline" in result.reasons[0]


def test_a_floor_holds_whatever_the_baseline_says(run: Run, suite: SuiteScore) -> None:
    loose = with_article(
        suite, "raqqa-offensive", lambda a: replace(a, cells={**a.cells, "evidence.grounded": Cell(9, 10, 10)})
    )
    result = verdict(loose, make_baseline(run, loose, date(2020, 1, 1)))
    assert result.outcome is Outcome.FAILED
    assert "evidence.grounded" in result.reasons[0]


def test_an_article_that_failed_to_run_is_not_comparable_and_no_wrong_answer(
    suite: SuiteScore, baseline: Baseline
) -> None:
    cut = SuiteScore(suite.articles[1:], (ArticleFailure(suite.articles[0].name, "ProviderError", "no answer"),))
    result = verdict(cut, baseline)
    assert result.outcome is Outcome.NOT_COMPARABLE
    assert result.broken == ()


def test_without_a_baseline_a_run_is_not_comparable(suite: SuiteScore) -> None:
    assert verdict(suite, None).outcome is Outcome.NOT_COMPARABLE


def test_a_changed_label_is_not_comparable_and_the_rest_still_gates(suite: SuiteScore, baseline: Baseline) -> None:
    moved = with_article(suite, "raqqa-offensive", lambda a: replace(a, label_sha256="other"))
    assert verdict(moved, baseline).outcome is Outcome.NOT_COMPARABLE
    assert verdict(with_article(moved, "zazzaga-raid", failing), baseline).outcome is Outcome.FAILED


def test_an_article_new_since_the_baseline_is_remarked_and_passes(suite: SuiteScore, baseline: Baseline) -> None:
    smaller = baseline.model_copy(
        update={"articles": {n: a for n, a in baseline.articles.items() if n != "raqqa-offensive"}}
    )
    result = verdict(suite, smaller)
    assert result.outcome is Outcome.PASSED
    assert "raqqa-offensive: not in the baseline yet" in result.remarks


def test_a_label_that_is_not_reviewed_never_gates(suite: SuiteScore, baseline: Baseline) -> None:
    draft = with_article(suite, "raqqa-offensive", lambda a: replace(failing(a), reviewed=False))
    result = verdict(draft, baseline)
    assert result.outcome is Outcome.PASSED
    assert any("not reviewed" in remark for remark in result.remarks)


def test_a_live_run_may_lose_a_fact_by_chance(suite: SuiteScore, baseline: Baseline) -> None:
    assert verdict(with_article(suite, "wedding-bombing", failing), baseline, Mode.LIVE).outcome is Outcome.FAILED
    some = with_article(
        suite, "wedding-bombing", lambda a: replace(a, facts={**a.facts, "casualty c1": (None, Wrong.MISSED)})
    )
    some = replace(some, articles=tuple(_twice(a) for a in some.articles))
    assert verdict(some, baseline, Mode.LIVE).outcome is Outcome.PASSED


def _twice(article: ArticleScore) -> ArticleScore:
    return replace(article, facts={f: fate * 2 if len(fate) == 1 else fate for f, fate in article.facts.items()})


def test_a_live_run_fails_when_the_paired_interval_lies_below_the_tolerance(
    suite: SuiteScore, baseline: Baseline
) -> None:
    worse = replace(
        suite,
        articles=tuple(
            replace(a, cells={**a.cells, "killed.strict": replace(a.cells["killed.strict"], hits=0)})
            for a in suite.articles
        ),
    )
    result = verdict(worse, baseline, Mode.LIVE)
    assert result.outcome is Outcome.FAILED
    assert "killed.strict is worse by" in result.reasons[0]


def test_repeats_are_averaged_inside_the_article(porta: Label) -> None:
    right = score_article(porta, echo(porta))
    wrong = score_article(porta, VerifiedRecords())
    both = average([right, wrong])
    assert both.cells["casualties.strict"] == Cell(1.5, 1.5, 3)
    assert both.facts["casualty c1"] == (None, Wrong.MISSED)


def test_a_baseline_survives_the_file(baseline: Baseline, tmp_path: Path) -> None:
    path = tmp_path / "b" / "offline.json"
    save_baseline(baseline, path)
    first = path.read_bytes()
    assert load_baseline(path) == baseline
    save_baseline(baseline, path)
    assert path.read_bytes() == first
    assert [p.name for p in path.parent.iterdir()] == ["offline.json"]


def test_an_incomplete_run_cannot_be_blessed(run: Run, suite: SuiteScore) -> None:
    cut = SuiteScore(suite.articles[1:], (ArticleFailure("x", "ProviderError", "no answer"),))
    with pytest.raises(UsageError, match="cannot be blessed"):
        make_baseline(run, cut, date(2020, 1, 1))


def test_a_kept_run_survives_the_file(run: Run, tmp_path: Path) -> None:
    save_run(run, tmp_path / "run.json")
    assert load_run(tmp_path / "run.json") == run


@pytest.mark.parametrize(
    "text",
    ["metrics = 3", "[floors]\nx = 'high'", "unknown = 1", "metrics = ['a','b','c','d','e','f']", "= "],
)
def test_thresholds_that_make_no_sense_are_refused_with_the_files_name(tmp_path: Path, text: str) -> None:
    path = tmp_path / "gates.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(UsageError, match=r"gates\.toml"):
        load_gates(path)


def test_a_kept_run_of_another_text_cannot_be_scored(run: Run, seed_labels: dict[str, Label]) -> None:
    label = seed_labels["raqqa-offensive"]
    edited = label.model_copy(update={"text": label.text + " Edited."})
    result = score_run(run, [edited])
    assert result.articles == ()
    assert [f.reason for f in result.failures] == ["the article changed since the run"]
