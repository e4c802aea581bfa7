"""Runs every benchmark, or those whose titles begin as asked for, and keeps the tables in RESULTS.md.

    python evals/bench/run.py [offline asking ...]

Times differ between machines and moments; ratios inside one run are what to compare. Goals are those the project set
itself; a goal that is not met is shown, not hidden.
"""

from __future__ import annotations

import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import bench_asking
import bench_corpus
import bench_hostile
import bench_offline
import bench_requests
import bench_scoring
import bench_startup
import bench_verify
from measure import Row

import summarizer

BENCHES = {
    "Start-up": bench_startup,
    "Offline engine": bench_offline,
    "Time against length, a whole digest": bench_hostile,
    "Verification": bench_verify,
    "Requests to a model": bench_requests,
    "Asking a model": bench_asking,
    "Corpus runs": bench_corpus,
    "Scoring": bench_scoring,
}
HEAD = (
    "# Benchmarks\n\nWritten by `make bench`, each table when it says. Wall times are medians of interleaved rounds,\n"
    "the others CPU time of one process."
)
RESULTS = Path(__file__).with_name("RESULTS.md")


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table."""
    lines = ["| what | measured | goal | met |", "|---|---|---|---|"]
    verdict = {True: "yes", False: "no", None: ""}
    return "\n".join([*lines, *(f"| {row.what} | {row.figure} | {row.goal} | {verdict[row.met]} |" for row in rows)])


def main(*wanted: str) -> None:
    """Measure, print, keep. Tables that were not asked for stay as they are."""
    kept = _kept()
    for title, bench in BENCHES.items():
        if not wanted or title.lower().startswith(tuple(word.lower() for word in wanted)):
            kept[title] = f"{_when()}\n\n{table(bench.rows())}"
            print(f"## {title}\n\n{kept[title]}", end="\n\n", flush=True)
            parts = [HEAD, *(f"## {each}\n\n{kept[each]}" for each in BENCHES if each in kept)]
            RESULTS.write_text("\n\n".join(parts) + "\n", "utf-8")


def _when() -> str:
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, version {summarizer.__version__}, Python {platform.python_version()}, "
        f"{platform.system()} {platform.machine()}."
    )


def _kept() -> dict[str, str]:
    """What RESULTS.md holds, by title."""
    text = RESULTS.read_text("utf-8") if RESULTS.exists() else ""
    found = (part.partition("\n") for part in text.split("\n## ")[1:])
    return {title: body.strip() for title, _, body in found}


if __name__ == "__main__":
    main(*sys.argv[1:])
