"""Rows of the results table, medians of repeated runs, and the synthetic articles that are measured."""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
REPEATS = 9
WORDS = 700


class Row(NamedTuple):
    """One figure. `goal` says what it should be, empty where nothing is promised; `met` is None then."""

    what: str
    figure: str
    goal: str = ""
    met: bool | None = None


def ratio(what: str, value: float, goal: float) -> Row:
    """A ratio that should not be over its goal."""
    return Row(what, f"{value:.2f} x", f"<= {goal:.2f} x", value <= goal)


def at_least(what: str, value: float, unit: str, goal: float) -> Row:
    """A rate that should not be under its goal."""
    return Row(
        what, f"{value:,.2f} {unit}" if value < 10 else f"{value:,.0f} {unit}", f">= {goal:g} {unit}", value >= goal
    )


def at_most(what: str, value: float, unit: str, goal: float) -> Row:
    """A cost that should not be over its goal."""
    return Row(what, f"{value:,.2f} {unit}", f"<= {goal:g} {unit}", value <= goal)


def walls(commands: dict[str, list[str]], repeats: int = REPEATS) -> dict[str, float]:
    """Median wall milliseconds of each command; rounds are interleaved, so that a busy moment hits all alike."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(repeats + 1):
        for name, command in commands.items():
            started = time.perf_counter()
            subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, env=usual)
            times[name].append((time.perf_counter() - started) * 1000)
    return {name: statistics.median(found[1:]) for name, found in times.items()}


def cpu(work: Callable[[], object], repeats: int = 5) -> float:
    """Median CPU seconds of this process for one call, after one call that is not counted."""
    work()
    found = []
    for _ in range(repeats):
        started = time.process_time()
        work()
        found.append(time.process_time() - started)
    return statistics.median(found)


def articles(number: int, words: int = WORDS, seed: int = 1) -> list[str]:
    """Texts of about `words` words, made of paragraphs of the seed articles in random order."""
    paragraphs = [
        paragraph.strip()
        for path in sorted((ROOT / "seeds").glob("*/article.txt"))
        for paragraph in path.read_text("utf-8").split("\n")
        if len(paragraph.split()) > 8
    ]
    rng = random.Random(seed)
    return [_article(rng, paragraphs, words) for _ in range(number)]


def _article(rng: random.Random, paragraphs: list[str], words: int) -> str:
    chosen: list[str] = []
    while sum(len(paragraph.split()) for paragraph in chosen) < words:
        chosen.append(rng.choice(paragraphs))
    return "\n\n".join(chosen)


def peak() -> float:
    """Peak memory of this process in MB: of its own image where the system tells, for what getrusage tells may be
    the peak of the process that started this one."""
    import resource

    status = Path("/proc/self/status")
    for line in status.read_text("ascii", "replace").splitlines() if status.exists() else ():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def python(code: str) -> list[str]:
    """The command that runs this code in a new interpreter."""
    return [sys.executable, "-c", code]
