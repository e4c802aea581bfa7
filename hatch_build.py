"""Build hook: makes the data files that the package ships from the data packages it is built with."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_TABLES = "summarizer/tables.py"
_MADE = (
    ("summarizer/normalize/gazetteer_build.py", "gazetteer.bin"),
    ("summarizer/engines/offline/words_build.py", "words.bin"),
)
_OUTDATED = ("summarizer/engines/offline/words.txt",)
"""Made by earlier versions of this hook; a tree that has them builds without."""


class DataFilesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs each builder by path, since the package itself is not installed yet."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make each file once per tree (remove a file to make it anew), and the JSON of the tables each time."""
        for outdated in _OUTDATED:
            Path(self.root, outdated).unlink(missing_ok=True)
        if self.target_name == "wheel":
            runpy.run_path(str(Path(self.root, _TABLES)), run_name="__main__")
        for builder, made in _MADE:
            script = Path(self.root, builder)
            if self.target_name == "wheel" and not script.with_name(made).exists():
                runpy.run_path(str(script), run_name="__main__")
