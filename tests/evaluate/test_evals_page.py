"""docs/evals.md says what the code does: commands, error classes, figures, exit codes, an example that is sound."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer.main

from summarizer.cli.eval import app
from summarizer.cli.eval_reports import KINDS
from summarizer.evaluate.echo import echo
from summarizer.evaluate.faults import Wrong
from summarizer.evaluate.gate import Outcome, load_gates
from summarizer.evaluate.label_rules import check_label
from summarizer.evaluate.labels import Label
from summarizer.evaluate.metrics import GATED
from summarizer.evaluate.scoring import score_article

ROOT = Path(__file__).parents[2]
ARTICLE = (
    "At least 12 fishermen were killed, the coast guard said, when gunmen fired on boats off Porta."
    " Around 400 boats use the harbour.\n"
)


@pytest.fixture
def page() -> str:
    return (ROOT / "docs" / "evals.md").read_text("utf-8")


def test_every_command_report_class_and_exit_code_is_on_the_page(page: str) -> None:
    commands = [c.name or c.callback.__name__ for c in app.registered_commands if c.callback]
    assert [c for c in commands if f"summarize eval {c} " not in page] == []
    assert [k for k in KINDS if f"{k}=FILE" not in page] == []
    assert [w for w in Wrong if f"`{w}`" not in page] == []
    assert [o for o in (*map(int, Outcome), 2) if f"| {o} | " not in page] == []


def test_every_figure_is_on_the_page(page: str, porta: Label) -> None:
    names = sorted({name.partition(".") for name in score_article(porta, echo(porta)).cells})
    shown = [f"`{kind}.{field}`" in page or f"`.{field}`" in page for kind, _, field in names]
    assert [name for name, there in zip(names, shown, strict=True) if not there] == []


def test_the_example_on_the_page_is_a_sound_label(page: str, tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", page, re.S)
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "label.toml").write_text(example, "utf-8")
    assert [str(p) for p in check_label(tmp_path / "label.toml")] == []


def test_the_projects_thresholds_are_read_and_gate_the_five_figures() -> None:
    gates = load_gates(ROOT / "evals" / "gates.toml")
    assert gates.metrics == GATED
    assert gates.floors["evidence.grounded"] == 1.0


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert typer.main.get_command(app).main(["--help"], standalone_mode=False) == 0
    out = capsys.readouterr().out
    assert all(word in out for word in ("check", "run", "score", "bless", "compare", "draft", "to-label-studio"))


def test_the_workflow_to_copy_uses_commands_and_reports_that_exist() -> None:
    text = (ROOT / "evals" / "ci" / "github-workflow.yml").read_text("utf-8")
    commands = {c.name or c.callback.__name__ for c in app.registered_commands if c.callback}
    assert set(re.findall(r"summarize eval (\S+)", text)) <= commands
    assert set(re.findall(r"--report (\w+)=", text)) <= set(KINDS)
