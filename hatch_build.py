"""Build hook: makes the place index that the package ships (summarizer/normalize/gazetteer.bin)."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PlaceIndexHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs the index builder by path, since the package itself is not installed yet."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the index once per tree; remove the file to make it anew."""
        folder = Path(self.root, "summarizer", "normalize")
        if self.target_name == "wheel" and not (folder / "gazetteer.bin").exists():
            runpy.run_path(str(folder / "gazetteer_build.py"), run_name="__main__")
