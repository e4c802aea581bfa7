"""Label Studio: what goes out follows its documented schema, and comes back as it was."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from summarizer.cli import main
from summarizer.errors import UsageError
from summarizer.evaluate.echo import echo
from summarizer.evaluate.labels import Label, load_label
from summarizer.evaluate.labelstudio.form import config
from summarizer.evaluate.labelstudio.reading import read_export
from summarizer.evaluate.labelstudio.writing import digest_task, label_task
from summarizer.evaluate.scoring import score_article

Json = dict[str, Any]


def _on_one_line(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _on_one_line(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_on_one_line(item) for item in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def said(file: Path) -> Json:
    """A label's content, without keys that say nothing; quotes that an article breaks into lines read as one line."""
    data = _on_one_line(tomllib.loads(file.read_text("utf-8")))
    rows = {k: v for k, v in data.items() if isinstance(v, list)}
    full = {k: [{x: y for x, y in row.items() if y not in ("", [], False)} for row in v] for k, v in rows.items()}
    return {**data, **full}


def objections(results: list[Json], form: str, text: str) -> list[str]:
    """The documented rules: every region names a control of the form, its type and a value that control can hold."""
    root = fromstring(form)
    tags = {e.get("name"): e for e in root.iter() if e.get("toName")}
    kinds = {"Labels": ("labels", "Label"), "Choices": ("choices", "Choice"), "TextArea": ("textarea", "")}
    regions = {r["id"] for r in results if r["type"] != "relation"}
    found = []
    for r in results:
        if r["type"] == "relation":
            if not {r["from_id"], r["to_id"]} <= regions or r["direction"] not in ("left", "right", "bi"):
                found.append(f"relation {r}")
            continue
        tag, value = tags[r["from_name"]], r["value"]
        kind, child = kinds[tag.tag]
        if r["type"] != kind or r["to_name"] != tag.get("toName"):
            found.append(f"type {r}")
        if not 0 <= value["start"] < value["end"] <= len(text):
            found.append(f"place {r}")
        if child and not set(value[kind]) <= {e.get("value") for e in tag.iter(child)}:
            found.append(f"value {r}")
        if not child and not all(isinstance(item, str) for item in value["text"]):
            found.append(f"text {r}")
    return found


def test_every_label_goes_out_by_the_documented_schema(seed_labels: dict[str, Label]) -> None:
    form = config()
    for label in seed_labels.values():
        task = json.loads(json.dumps(label_task(label.path)))
        assert objections(task["annotations"][0]["result"], form, task["data"]["text"]) == []


def test_every_digest_goes_out_as_a_prediction(seed_labels: dict[str, Label]) -> None:
    form = config()
    for label in seed_labels.values():
        task = json.loads(json.dumps(digest_task(label.name, label.text, echo(label), "offline")))
        (prediction,) = task["predictions"]
        assert prediction["model_version"] == "offline"
        assert objections(prediction["result"], form, task["data"]["text"]) == []


def test_labels_come_back_as_they_went(seeds: Path, tmp_path: Path) -> None:
    assert main(["eval", "to-label-studio", str(seeds), "-o", str(tmp_path / "tasks.json")]) == 0
    assert main(["eval", "from-label-studio", str(tmp_path / "tasks.json"), str(tmp_path / "back")]) == 0
    for file in seeds.glob("*/label.toml"):
        back = tmp_path / "back" / file.parent.name
        assert said(back / "label.toml") == said(file)
        assert (back / "article.txt").read_text("utf-8").rstrip("\n") == (
            (file.parent / "article.txt").read_text("utf-8").rstrip("\n")
        )


def test_a_label_that_came_back_scores_as_before(porta: Label, tmp_path: Path) -> None:
    (back,) = read_export(json.loads(json.dumps([label_task(porta.path)])))
    folder = tmp_path / "back"
    folder.mkdir()
    (folder / "article.txt").write_text(back.article, "utf-8")
    (folder / "label.toml").write_text(back.label, "utf-8")
    score = score_article(load_label(folder), echo(porta))
    assert score.faults == ()


def test_offsets_that_count_utf_16_units_are_put_right(write: Callable[..., Path]) -> None:
    article = "\U0001f4f7 Two \U0001f4f7 soldiers died.\n"
    label = (
        'schema = 1\narticle = "article.txt"\nlabeller = "t"\nreviewed = true\n\n[[event]]\nid = "e1"\n'
        'type = "attack"\nstatus = "completed"\nquotes = ["soldiers died"]\n'
    )
    task = label_task(write(label=label, article=article))
    value = task["annotations"][0]["result"][0]["value"]
    value["start"], value["end"] = value["start"] + 2, value["end"] + 2
    (back,) = read_export(task)
    assert tomllib.loads(back.label)["event"][0]["quotes"] == ["soldiers died"]


@pytest.mark.parametrize("task", [{}, {"data": {}}, {"data": {"text": "x"}, "annotations": [{"result": [{}]}]}])
def test_a_task_of_another_form_is_refused_with_its_number(task: Json) -> None:
    with pytest.raises(UsageError, match="task 1 is not of this form"):
        list(read_export([task]))


def test_labels_that_are_there_are_never_overwritten(seeds: Path, tmp_path: Path) -> None:
    tasks = tmp_path / "tasks.json"
    assert main(["eval", "to-label-studio", str(seeds / "raqqa-offensive"), "-o", str(tasks)]) == 0
    assert main(["eval", "from-label-studio", str(tasks), str(tmp_path / "back")]) == 0
    assert main(["eval", "from-label-studio", str(tasks), str(tmp_path / "back")]) == 2
