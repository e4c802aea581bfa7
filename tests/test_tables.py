"""Tables read from the JSON made at build time are what their TOML says, and never older than it."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from zlib import crc32

import pytest

from summarizer.tables import SUFFIX, read_table

TABLES = sorted((Path(__file__).parents[1] / "summarizer").rglob("*.toml"))
SOURCE = '[people]\ncivilian = ["porter", "cook"]\n'


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem + "/" + path.parent.name) for path in TABLES])
def test_a_table_is_what_its_toml_says(path: Path) -> None:
    assert read_table(path) == tomllib.loads(path.read_text("utf-8"))


def _table(folder: Path, made: str | None) -> Path:
    path = folder / "words.toml"
    path.write_text(SOURCE, "utf-8")
    if made is not None:
        path.with_suffix(SUFFIX).write_text(made, "utf-8")
    return path


@pytest.mark.parametrize(
    "made",
    [
        None,
        "",
        "{",
        "[]",
        "7",
        "{}",
        json.dumps({"checksum": crc32(b"another edition"), "table": {"people": {"civilian": ["miner"]}}}),
        json.dumps({"checksum": None, "table": {}}),
        json.dumps({"checksum": crc32(SOURCE.encode())}),
    ],
)
def test_without_its_json_the_toml_is_read(tmp_path: Path, made: str | None) -> None:
    assert read_table(_table(tmp_path, made)) == {"people": {"civilian": ["porter", "cook"]}}


def test_the_json_of_the_same_edition_is_read(tmp_path: Path) -> None:
    made = json.dumps({"checksum": crc32(SOURCE.encode()), "table": {"from": "json"}})
    assert read_table(_table(tmp_path, made)) == {"from": "json"}
