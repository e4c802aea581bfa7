"""Writes evals/recordings/by-hand: for each labelled seed, its label as the reply of a model that makes no mistake.

These replies were made by hand, by way of the labels. They show what the program makes of right words, and say nothing
about any model. Run it again after a change of prompt, schema or label: python evals/recordings/make_by_hand.py
With --check nothing is written, and the exit status is 1 where the folder is behind the labels or the prompt.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from summarizer.articles import load_article
from summarizer.engines.exchange import ModelSettings
from summarizer.engines.llm import request_for
from summarizer.engines.replay import recording_of, save

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).parent / "by-hand"
MODEL = "hand-written from a label, no model"


def main() -> int:
    if "--check" in sys.argv[1:]:
        return check()
    for old in FOLDER.glob("*.json"):
        old.unlink()
    for name, path in write(FOLDER):
        print(name, path.name)
    return 0


def check() -> int:
    with TemporaryDirectory() as folder:
        fresh = {path.name: path.read_bytes() for _, path in write(Path(folder))}
    kept = {path.name: path.read_bytes() for path in FOLDER.glob("*.json")}
    behind = sorted(name for name in fresh.keys() | kept.keys() if fresh.get(name) != kept.get(name))
    for name in behind:
        print(
            f"evals/recordings/by-hand/{name} is behind the labels or the prompt: python {sys.argv[0]}", file=sys.stderr
        )
    return 1 if behind else 0


def write(target: Path) -> Iterator[tuple[str, Path]]:
    labels = _labels()
    for folder in sorted(path.parent for path in (ROOT / "seeds").glob("*/label.toml")):
        label = labels.read_label(folder)
        published = labels.published_of(label)
        article = load_article(str(folder / "article.txt"), published=published, outlet=label.get("outlet"))
        reply = labels.draft_from_label(article, label).model_dump_json()
        request = request_for(article, ModelSettings(name="any"))
        yield folder.name, save(recording_of(request, True, reply, MODEL, "by hand"), target)


def _labels() -> Any:
    spec = importlib.util.spec_from_file_location("drafts_from_labels", ROOT / "tests" / "drafts_from_labels.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main())
