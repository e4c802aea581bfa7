"""The wheel: built from the checkout, installed in a fresh environment, run from another folder."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.slow


def _pip(python: Path | str, *words: str) -> None:
    command = [str(python), "-m", "pip", "--disable-pip-version-check", "--quiet", *words]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    _pip(sys.executable, "wheel", "--no-deps", "--wheel-dir", str(folder), ".")
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a fresh environment that holds the wheel and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, with_pip=True)
    _pip(folder / "bin" / "python", "install", "--constraint", "constraints.txt", str(wheel))
    return folder / "bin"


def _clean(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    return {**kept, **more}


def test_the_wheel_holds_data_prompts_and_types(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    data = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "summarizer").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert data - names == set()
    assert {f"summarizer/_prompts/{path.name}" for path in (ROOT / "prompts").iterdir() if path.is_file()} <= names
    assert not [name for name in names if name.startswith(("tests/", "seeds/", "evals/"))]


def test_the_installed_command_reads_a_seed_from_another_folder(installed: Path, tmp_path: Path) -> None:
    article = ROOT / "seeds" / "raqqa-offensive" / "article.txt"
    command = [str(installed / "summarize"), "--json", str(article)]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, env=_clean())
    assert run.returncode == 0, run.stderr
    digest = json.loads(run.stdout)
    assert digest["schema_version"] == "1"
    assert digest["casualties"]


def test_the_installed_package_is_consistent_and_typed(installed: Path, tmp_path: Path) -> None:
    _pip(installed / "python", "check")
    code = "import summarizer, pathlib; print((pathlib.Path(summarizer.__file__).parent / 'py.typed').exists())"
    run = subprocess.run(
        [str(installed / "python"), "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True, env=_clean()
    )
    assert run.stdout.strip() == "True"


def test_a_checkout_that_was_never_installed_says_so_in_one_line(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "summarizer", tmp_path / "summarizer", ignore=shutil.ignore_patterns("words.bin"))
    (tmp_path / "a.txt").write_text("TORKECH - Shells killed 11 villagers on Friday, the clinic said.", "utf-8")
    words = [sys.executable, "-m", "summarizer.cli", "--engine", "offline", "a.txt"]
    ended = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ended.returncode == 4
    assert ended.stderr.startswith("summarize: the word list words.bin is missing")
    assert len(ended.stderr.splitlines()) == 1
