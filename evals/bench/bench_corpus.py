"""Corpus runs: throughput against a loopback endpoint, a rate-limited endpoint, offline corpora, and runs over a
finished store. Server and client are processes of their own, on a core each where there are two.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from measure import ROOT, Row, articles

from summarizer.articles import load_article
from summarizer.engines.exchange import ModelSettings
from summarizer.engines.llm import request_for

HERE = Path(__file__).parent
SEED = "raqqa-offensive"
LATENCY = 0.3
ROUNDS = {1: 20, 10: 20, 50: 20, 200: 10}
"""Concurrency -> articles for each request under way."""
GOALS = {10: 0.95, 50: 0.70}
FIRST_GOAL = 0.05
FLAT = 1.10


def rows() -> list[Row]:
    """All figures."""
    with tempfile.TemporaryDirectory() as folder:
        return [*_throughput(Path(folder)), *_limited(Path(folder)), *_offline(Path(folder))]


def _reply(folder: Path) -> Path:
    """The right reply for the seed, as a file."""
    article = load_article(str(ROOT / "seeds" / SEED / "article.txt"))
    key = request_for(article, ModelSettings(name="m")).key
    recorded = ROOT / "evals" / "recordings" / "by-hand" / f"{key[:16]}.json"
    path = folder / "reply.json"
    path.write_text(json.loads(recorded.read_text("utf-8"))["reply"], "utf-8")
    return path


def _seeds(folder: Path, number: int) -> Path:
    """The seed so many times, with a line at its end that makes it another article and changes no record."""
    text = (ROOT / "seeds" / SEED / "article.txt").read_text("utf-8")
    path = folder / f"seeds{number}.jsonl"
    lines = (json.dumps({"id": f"a{n}", "text": f"{text}\n\nEdition {n:05}."}) + "\n" for n in range(number))
    path.write_text("".join(lines), "utf-8")
    return path


@contextmanager
def _endpoint(folder: Path, *limit: str) -> Iterator[str]:
    command = [*_core(0), sys.executable, str(HERE / "corpus_server.py"), str(_reply(folder)), str(LATENCY), *limit]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        try:
            yield f"http://127.0.0.1:{server.stdout.readline().strip()}/v1"
        finally:
            server.kill()


def _core(number: int) -> list[str]:
    return ["taskset", "-c", str(number)] if (os.cpu_count() or 1) > 1 and sys.platform == "linux" else []


def _client(kind: str, url: str, path: Path, concurrency: int, store: Path) -> dict[str, Any]:
    command = [*_core(1), sys.executable, str(HERE / "corpus_client.py"), kind, url, str(path), str(concurrency)]
    ended = subprocess.run([*command, str(store)], stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT)
    found: dict[str, Any] = json.loads(ended.stdout)
    return found


def _throughput(folder: Path) -> Iterator[Row]:
    with _endpoint(folder) as url:
        for concurrency, rounds in ROUNDS.items():
            number = concurrency * rounds
            path = _seeds(folder, number)
            raw = _client("raw", url, path, concurrency, folder / "none.db")
            ours = _client("corpus", url, path, concurrency, folder / f"c{concurrency}.db")
            ideal = LATENCY * rounds
            share, theirs = ideal / ours["wall"], ideal / raw["wall"]
            added = (
                f"{(each['p50'] - LATENCY) * 1000:.0f} / {(each['p99'] - LATENCY) * 1000:.0f}" for each in (ours, raw)
            )
            goal = GOALS.get(concurrency)
            yield Row(
                f"{number} articles, {concurrency} at once, {LATENCY * 1000:.0f} ms: of the ideal; bare client",
                f"{share:.2f} ({number / ours['wall']:.0f}/s); {theirs:.2f}",
                f">= {goal:.2f}" if goal else "",
                share >= goal if goal else None,
            )
            yield Row("  added milliseconds at p50 / p99; bare client", "; ".join(added))
            yield Row(
                "  CPU of an article; peak memory", f"{ours['cpu'] / number * 1000:.1f} ms; {ours['megabytes']:.0f} MB"
            )


def _added(seconds: float) -> str:
    return f"{(seconds - LATENCY) * 1000:.0f}"


def _cost(found: dict[str, Any], number: int) -> str:
    return f"{found['cpu'] / number * 1000:.1f} ms; {found['megabytes']:.0f} MB"


def _limited(folder: Path) -> Iterator[Row]:
    """60 articles against an endpoint that takes 30 requests a minute, in two ways of counting."""
    path = _seeds(folder, 60)
    for kind, means in (("window", "counted by the minute"), ("refill", "one every two seconds")):
        with _endpoint(folder, kind, "30") as url:
            ours = _client_limited(url, path, folder / f"{kind}.db")
            with urllib.request.urlopen(f"{url}/calls".replace("/v1", "")) as answer:
                calls = json.load(answer)
        tens: dict[int, list[int]] = {}
        for at, passed in calls:
            tens.setdefault(int(at // 10), [0, 0])[not passed] += 1
        told = ", ".join(f"{10 * ten}s: {taken}+{refused}" for ten, (taken, refused) in sorted(tens.items()))
        yield Row(
            f"60 articles, 30 requests a minute, {means}: calls; seconds",
            f"{len(calls)}; {ours:.0f}",
            "<= 66",
            len(calls) <= 66,
        )
        yield Row("  taken + refused, by ten seconds", told)


def _client_limited(url: str, path: Path, store: Path) -> float:
    begun = time.perf_counter()
    environ = {**os.environ, "SUMMARIZER_MODEL": "openai/m", "SUMMARIZER_BASE_URL": url, "OPENAI_API_KEY": "k"}
    command = [sys.executable, "-m", "summarizer.cli", "corpus", str(path), "--store", str(store), "-q"]
    subprocess.run(command, env=environ, check=True)
    return time.perf_counter() - begun


def _offline(folder: Path) -> Iterator[Row]:
    """1,000 and 10,000 articles recombined from the seeds' own paragraphs, on all cores, and once more."""
    peaks: dict[int, float] = {}
    for number in (1_000, 10_000):
        path = folder / f"offline{number}.jsonl"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps({"id": f"a{n}", "text": text}) + "\n" for n, text in enumerate(articles(number)))
        first, peaks[number], tree = _watched(path, folder / f"offline{number}.db")
        again, _, _ = _watched(path, folder / f"offline{number}.db")
        yield Row(
            f"{number:,} offline articles, {os.cpu_count()} cores: articles/s; peak of one process; of all",
            f"{number / first:.0f}; {peaks[number]:.0f} MB; {tree:.0f} MB",
        )
        share = again / first
        yield Row(
            "  the same command again, of the first run",
            f"{share:.1%} ({again:.1f} s, {again / number * 1000:.2f} ms an article)",
            f"<= {FIRST_GOAL:.0%}",
            share <= FIRST_GOAL,
        )
    growth = peaks[10_000] / peaks[1_000]
    yield Row("peak of one process, 10,000 articles / 1,000", f"{growth:.2f} x", f"<= {FLAT:.2f} x", growth <= FLAT)


def _watched(path: Path, store: Path) -> tuple[float, float, float]:
    """Seconds, and the greatest memory of one process and of all together (MB)."""
    command = [
        sys.executable,
        "-m",
        "summarizer.cli",
        "corpus",
        str(path),
        "--store",
        str(store),
        "-e",
        "offline",
        "-q",
    ]
    begun = time.perf_counter()
    one = tree = 0.0
    with subprocess.Popen(command, cwd=ROOT, start_new_session=True) as running:
        while running.poll() is None:
            sizes = list(_sizes(running.pid))
            one, tree = max(one, *sizes, 0.0), max(tree, sum(sizes))
            time.sleep(0.05)
        if running.returncode:
            raise SystemExit(f"ended with {running.returncode}")
    return time.perf_counter() - begun, one, tree


def _sizes(session: int) -> Iterator[float]:
    """Resident megabytes of the processes of a session."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session:
            yield int(fields[21]) * 4096 / 1e6


if __name__ == "__main__":
    wanted = set(sys.argv[1:])
    with tempfile.TemporaryDirectory() as made:
        for name, part in (("throughput", _throughput), ("limited", _limited), ("offline", _offline)):
            for row in part(Path(made)) if not wanted or name in wanted else ():
                print(row.what, row.figure, row.goal, {True: "met", False: "NOT MET", None: ""}[row.met], flush=True)
