"""The documentation says what the code does: no field, value, rule, variable or link is missing or stale."""

from __future__ import annotations

import importlib.util
import json
import re
from enum import StrEnum
from pathlib import Path
from types import ModuleType

import pytest
from pydantic import BaseModel

from summarizer.records import digest, finding, values, verified, vocabulary
from summarizer.records.vocabulary import Term
from summarizer.settings import variables

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "seeds").glob("*.md")])
PUBLIC_MODELS = [
    model
    for module in (digest, finding, values, verified)
    for model in vars(module).values()
    if isinstance(model, type) and issubclass(model, BaseModel) and model.__module__ == module.__name__
    if model is not verified.VerifiedRecords  # not part of the public JSON
]
VOCABULARIES = [term for term in vars(vocabulary).values() if isinstance(term, type) and issubclass(term, Term)]


@pytest.fixture(scope="module")
def render() -> ModuleType:
    spec = importlib.util.spec_from_file_location("render", ROOT / "docs" / "render.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _timeless(text: str) -> str:
    """Without the one thing that differs from run to run: how long it took."""
    return re.sub(r"\d+\.\d+ s\b", "0.00 s", text)


def test_pages_made_from_the_code_are_up_to_date(render: ModuleType) -> None:
    """The README's output block is what the command prints now."""
    behind = [path.name for path, text in render.pages() if _timeless(path.read_text("utf-8")) != _timeless(text)]
    assert behind == [], "run: make docs"


def test_the_readme_shows_real_output_on_80_columns() -> None:
    blocks = re.findall(r"```console\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S)
    assert len(blocks) == 1
    assert len(blocks[0].splitlines()) > 20
    assert max(len(line) for line in blocks[0].splitlines()) <= 80


def test_the_schema_names_every_field_of_a_digest(render: ModuleType) -> None:
    schema = json.loads(render.schema())
    assert set(schema["properties"]) == set(digest.Digest.model_fields)
    assert schema["additionalProperties"] is False


@pytest.mark.parametrize("model", PUBLIC_MODELS, ids=lambda model: model.__name__)
def test_every_field_of_a_record_is_documented(model: type[BaseModel]) -> None:
    page = (ROOT / "docs" / "records.md").read_text("utf-8")
    missing = [name for name in model.model_fields if f"`{name}`" not in page]
    assert missing == []


@pytest.mark.parametrize("terms", [t for t in VOCABULARIES if t is not Term], ids=lambda terms: terms.__name__)
def test_every_value_of_a_vocabulary_is_documented(terms: type[StrEnum]) -> None:
    page = (ROOT / "docs" / "records.md").read_text("utf-8")
    assert f"<!-- vocabulary {terms.__name__} -->" in page
    assert [term for term in terms if f"`{term}`" not in page] == []


def test_every_variable_is_documented() -> None:
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    assert [name for name in variables() if name not in page] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_inside_the_project_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?://|#|mailto:)([^)#\s]+)", page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_pages_hold_no_path_of_a_developers_machine(page: Path) -> None:
    text = page.read_text("utf-8")
    assert re.findall(r"(?:/home/|/Users/|/root/|/work/|/tmp/|file://|localhost:)\S*", text) == []
