"""`summarize eval` as a user runs it: exit codes, planted regressions, reports, drafts."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import parse

import pytest

from summarizer.cli import main
from summarizer.evaluate.echo import echo
from summarizer.evaluate.labels import Label, load_label
from summarizer.evaluate.runs import ArticleRun, Run, save_run
from summarizer.records.values import Count
from summarizer.records.verified import VerifiedRecords
from summarizer.records.vocabulary import CountModifier

Rewrite = Callable[[VerifiedRecords], VerifiedRecords]
Plant = Callable[[VerifiedRecords, Label], VerifiedRecords]
TARGET = "raqqa-offensive"
KINDS = ("events", "casualties", "claims")


@pytest.fixture
def keep(seed_labels: dict[str, Label], tmp_path: Path, make_run: Callable[..., Run]) -> Callable[..., Path]:
    """Keep a run in which the target article was read as `plant` says and every other one perfectly."""

    def kept(plant: Plant | None = None, name: str = "run.json", fail: bool = False) -> Path:
        records = {n: echo(label) for n, label in seed_labels.items()}
        if plant:
            records[TARGET] = plant(records[TARGET], seed_labels[TARGET])
        run = make_run(seed_labels, records)
        if fail:
            broken = ArticleRun(
                name=TARGET,
                label_sha256="",
                text_sha256=seed_labels[TARGET].text_sha256,
                failures=("ProviderError: no answer",),
            )
            run = run.model_copy(update={"articles": tuple(broken if a.name == TARGET else a for a in run.articles)})
        save_run(run, tmp_path / name)
        return tmp_path / name

    return kept


@pytest.fixture
def blessed(keep: Callable[..., Path], tmp_path: Path, seeds: Path) -> Path:
    """A folder with the baseline of the perfect run."""
    assert main(["eval", "bless", str(seeds), "--run", str(keep()), "--baselines", str(tmp_path / "baselines")]) == 0
    return tmp_path / "baselines"


def score(run: Path, seeds: Path, baselines: Path, *more: str) -> int:
    return main(["eval", "score", str(run), str(seeds), "--baselines", str(baselines), *more])


def changed(records: VerifiedRecords, at: int, **fields: Any) -> VerifiedRecords:
    rows = list(records.casualties)
    rows[at] = rows[at].model_copy(update=fields)
    return records.model_copy(update={"casualties": tuple(rows)})


def _no_hedge(r: VerifiedRecords, _: Label) -> VerifiedRecords:
    return changed(r, 0, count=Count(text="26", value=26, min=26, best=26, max=26, modifier=CountModifier.EXACT))


def _sides_swapped(r: VerifiedRecords, _: Label) -> VerifiedRecords:
    return changed(changed(r, 0, victim_side="Syrian army"), 1, victim_side="IS")


def _speaker_lost(r: VerifiedRecords, _: Label) -> VerifiedRecords:
    return changed(r, 0, claim_ids=())


def _death_missed(r: VerifiedRecords, _: Label) -> VerifiedRecords:
    return r.model_copy(update={"casualties": r.casualties[1:]})


def _forbidden(r: VerifiedRecords, label: Label) -> VerifiedRecords:
    quote = "more than 2,000 militants have gathered in northern Aleppo"
    start = label.text.index(quote)
    piece = r.casualties[0].evidence[0].model_copy(update={"quote": quote, "start": start, "end": start + len(quote)})
    count = Count(text="more than 2,000", min=2000, best=2000, modifier=CountModifier.MORE_THAN)
    false = r.casualties[0].model_copy(update={"id": "c9", "count": count, "evidence": (piece,)})
    return r.model_copy(update={"casualties": (*r.casualties, false)})


def _ungrounded(r: VerifiedRecords, _: Label) -> VerifiedRecords:
    piece = r.casualties[0].evidence[0].model_copy(update={"quote": "nobody wrote this", "start": 0, "end": 17})
    return changed(r, 0, evidence=(piece,))


REGRESSIONS: dict[str, tuple[Plant, str]] = {
    "at least dropped": (_no_hedge, "bound_lost"),
    "sides swapped": (_sides_swapped, "wrong_side"),
    "speaker lost": (_speaker_lost, "wrong_source"),
    "forbidden record": (_forbidden, "forbidden"),
    "grounding broken": (_ungrounded, "ungrounded"),
    "death missed": (_death_missed, "missed"),
}


@pytest.mark.parametrize("name", REGRESSIONS)
def test_a_planted_regression_fails_with_its_class(
    name: str, keep: Callable[..., Path], blessed: Path, seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plant, wrong = REGRESSIONS[name]
    capsys.readouterr()
    assert score(keep(plant, "worse.json"), seeds, blessed) == 1
    out = capsys.readouterr().out
    assert out.startswith("FAIL offline (")
    assert any(line.startswith(f"{TARGET} {wrong} [casualty] ") for line in out.splitlines())


def test_the_blessed_run_passes(keep: Callable[..., Path], blessed: Path, seeds: Path) -> None:
    assert score(keep(), seeds, blessed) == 0


def test_reordered_and_reworded_but_equal_output_passes(keep: Callable[..., Path], blessed: Path, seeds: Path) -> None:
    def reworded(r: VerifiedRecords, _: Label) -> VerifiedRecords:
        chance = random.Random(3)
        r = changed(r, 1, victims="nine from the Syrian and allied forces")
        r = changed(r, 0, victims="the IS militants")
        return r.model_copy(
            update={
                k: tuple(chance.sample(getattr(r, k), len(getattr(r, k)))) for k in ("events", "casualties", "claims")
            }
        )

    assert score(keep(reworded, "same.json"), seeds, blessed) == 0


def test_an_incomplete_run_ends_with_3(keep: Callable[..., Path], blessed: Path, seeds: Path) -> None:
    assert score(keep(fail=True, name="cut.json"), seeds, blessed) == 3


def test_an_incomplete_run_is_not_blessed(
    keep: Callable[..., Path], seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "none"
    assert main(["eval", "bless", str(seeds), "--run", str(keep(fail=True)), "--baselines", str(target)]) == 2
    assert "cannot be blessed" in capsys.readouterr().err
    assert not target.exists()


def test_without_a_baseline_a_run_ends_with_3(keep: Callable[..., Path], seeds: Path, tmp_path: Path) -> None:
    assert score(keep(), seeds, tmp_path / "none") == 3


def test_a_bad_label_ends_with_2_before_anything_runs(
    write: Callable[..., Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(("best = 12", "best = 11"))
    assert main(["eval", "check", str(file.parent)]) == 2
    assert f"{file}:" in capsys.readouterr().out
    assert main(["eval", "run", str(file.parent)]) == 2
    assert "min <= best <= max" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["eval", "run", "nowhere"],
        ["eval", "check", "nowhere"],
        ["eval", "run", "SEEDS", "--only", "nobody"],
        ["eval", "run", "SEEDS", "--report", "word=x"],
        ["eval", "score", "nowhere.json", "SEEDS"],
    ],
)
def test_a_call_that_makes_no_sense_ends_with_2(words: list[str], seeds: Path) -> None:
    assert main([str(seeds / TARGET) if w == "SEEDS" else w for w in words]) == 2


def test_the_seeds_pass_the_check(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "check", str(seeds)]) == 0
    assert capsys.readouterr().out.endswith(" 0 problems\n")


def test_every_report_is_written_from_one_verdict(
    keep: Callable[..., Path], blessed: Path, seeds: Path, tmp_path: Path
) -> None:
    names = {kind: tmp_path / f"report.{kind}" for kind in ("markdown", "junit", "html", "json")}
    reports = [word for kind, file in names.items() for word in ("--report", f"{kind}={file}")]
    assert score(keep(_death_missed, "worse.json"), seeds, blessed, *reports) == 1
    data = json.loads(names["json"].read_text("utf-8"))
    assert (data["outcome"], data["exit_code"]) == ("failed", 1)
    assert [c["fact"] for c in data["newly_failed"]] == ["casualty c1"]
    failures = parse(names["junit"]).findall(".//failure")
    assert [f.get("message") for f in failures] == ["1 wrong records: missed"]
    assert names["markdown"].read_text("utf-8").startswith("## FAIL offline")
    assert "<!doctype html>" in names["html"].read_text("utf-8")


def test_an_article_that_failed_is_an_error_in_junit_and_no_failure(
    keep: Callable[..., Path], blessed: Path, seeds: Path, tmp_path: Path
) -> None:
    file = tmp_path / "report.xml"
    assert score(keep(fail=True), seeds, blessed, "--report", f"junit={file}") == 3
    tree = parse(file)
    assert [e.get("type") for e in tree.findall(".//error")] == ["ProviderError"]
    assert tree.findall(".//failure") == []


def test_comparing_a_run_with_itself_shows_no_difference(
    keep: Callable[..., Path], seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["eval", "compare", str(keep()), str(keep(name="again.json")), str(seeds)]) == 0
    out = capsys.readouterr().out
    assert "right in B only: 0" in out
    assert "right in A only: 0" in out


def test_comparing_names_the_fact_that_flipped(
    keep: Callable[..., Path], seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["eval", "compare", str(keep()), str(keep(_death_missed, "worse.json")), str(seeds)]) == 0
    assert f"{TARGET} casualty c1: right -> missed" in capsys.readouterr().out


def test_a_draft_is_a_sound_label_that_is_not_reviewed(seeds: Path, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    (folder / "article.txt").write_bytes((seeds / TARGET / "article.txt").read_bytes())
    file = folder / "label.toml"
    assert main(["eval", "draft", str(folder / "article.txt"), "-o", str(file), "--published", "2016-06-04"]) == 0
    label = load_label(file)
    assert not label.reviewed
    assert label.casualties
    assert main(["eval", "draft", str(folder / "article.txt"), "-o", str(file)]) == 2


def test_a_draft_from_a_digest_says_what_the_digest_says(
    keep: Callable[..., Path], seeds: Path, tmp_path: Path, seed_labels: dict[str, Label]
) -> None:
    run = json.loads(keep().read_text("utf-8"))
    digest = next(a["digests"][0] for a in run["articles"] if a["name"] == TARGET)
    (tmp_path / "digest.json").write_text(json.dumps(digest), "utf-8")
    folder = tmp_path / "new"
    folder.mkdir()
    (folder / "article.txt").write_bytes((seeds / TARGET / "article.txt").read_bytes())
    words = ["eval", "draft", str(folder / "article.txt"), "--from", str(tmp_path / "digest.json")]
    assert main([*words, "-o", str(folder / "label.toml")]) == 0
    drafted = load_label(folder / "label.toml")
    assert echo(drafted).casualties == echo(seed_labels[TARGET]).casualties


def test_the_installed_command_runs_the_offline_engine_and_judges_it(seeds: Path, tmp_path: Path) -> None:
    words = [sys.executable, "-m", "summarizer.cli", "eval"]
    one = [str(seeds / TARGET), "--baselines", str(tmp_path)]
    assert subprocess.run([*words, "bless", *one], capture_output=True, check=False).returncode == 0
    done = subprocess.run([*words, "run", *one, "--all"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.split()[0]) == (0, "PASS")
