"""Clients side by side against one model server in a process of its own: CPU, how near to ideal, faults, memory.

The server is pinned to one core, the client to another. `raw` is openai alone with the reply validated; what is ours is
measured up to the records ("asking"), with every quote located ("checked"), and to the digest ("whole").
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from measure import Row, at_least, at_most, ratio

HERE = Path(__file__).parent
WAYS = ("raw", "asking", "checked", "whole")
SERVER_CORE, CLIENT_CORE = 0, 1
ROUNDS = 3
MODEL_SECONDS = 3.0

Figures = dict[str, Any]


def rows() -> list[Row]:
    """All figures."""
    with serving() as server:
        found = [*_cpu(server), *_near_ideal(server), *_realistic(server), *_faults(server), *_memory(server)]
    return [*found, load()]


def load() -> Row:
    """How busy the machine was; under load the shares of ideal say little but beside those of openai alone."""
    return Row(f"load of the machine, {os.cpu_count()} cores, last minute", f"{os.getloadavg()[0]:.1f}")


class Server:
    """The server of `model_server.py`."""

    def __init__(self, port: int) -> None:
        self.port = port

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}/{path}/v1"

    def client(self, way: str, path: str, concurrency: int, number: int, *core: int) -> subprocess.Popen[bytes]:
        """A client process at work."""
        given = map(str, (way, self.url(path), concurrency, number, *core))
        return subprocess.Popen([sys.executable, HERE / "asking_client.py", *given], stdout=subprocess.PIPE)

    def run(self, way: str, path: str, concurrency: int, number: int) -> Figures:
        """What one client took, and how often it asked."""
        self.asked()
        found = result(self.client(way, path, concurrency, number, CLIENT_CORE))
        return {**found, "asked": self.asked() - 1}  # the first request warms up

    def asked(self) -> int:
        """Requests since the last look."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/counts") as answer:
            return int(json.load(answer)["asked"])


def result(client: subprocess.Popen[bytes]) -> Figures:
    """What a client process printed."""
    out, _ = client.communicate()
    found: Figures = json.loads(out)
    return found


@contextmanager
def serving() -> Iterator[Server]:
    """The server, for as long as it is needed."""
    process = subprocess.Popen(
        [sys.executable, HERE / "model_server.py", str(SERVER_CORE)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        yield Server(int(process.stdout.readline()))
    finally:
        process.kill()
        process.wait()


def _cpu(server: Server) -> list[Row]:
    """P1: CPU of the client, ways in turn, medians of the rounds."""
    found: dict[str, list[float]] = {way: [] for way in WAYS}
    for _ in range(ROUNDS):
        for way in WAYS:
            found[way].append(server.run(way, "0", 10, 150)["cpu"])
    cpu = {way: statistics.median(values) for way, values in found.items()}
    return [
        Row("client CPU per article, openai alone, reply validated", f"{cpu['raw'] * 1000:.1f} ms"),
        ratio("P1 our asking, records read / openai alone", cpu["asking"] / cpu["raw"], 1.3),
        ratio("P1 the same, and every quote located / openai alone", cpu["checked"] / cpu["raw"], 1.3),
        ratio("the whole way to a digest, all rules and the summary / openai alone", cpu["whole"] / cpu["raw"], 1.3),
    ]


def _near_ideal(server: Server) -> list[Row]:
    """P2: 300 ms of latency."""
    made = []
    for concurrency, number, goal in ((50, 300, 0.70), (10, 100, 0.95)):
        share = {}
        for way in ("raw", "checked", "whole"):
            wall = statistics.median(server.run(way, "300", concurrency, number)["wall"] for _ in range(3))
            share[way] = 0.3 * number / concurrency / wall
        made.append(Row(f"300 ms, c={concurrency}: openai alone, of ideal", f"{share['raw']:.2f}"))
        for way, what in (("checked", "asking, quotes located"), ("whole", "the whole way")):
            made.append(at_least(f"P2 300 ms, c={concurrency}: {what}, of ideal", share[way], "", goal))
    added = {way: server.run(way, "300", 1, 15)["p50"] - 0.3 for way in ("raw", "whole")}
    made.append(ratio("P2 c=1: p50 added, the whole way / openai alone", added["whole"] / added["raw"], 2.0))
    return made


def _realistic(server: Server) -> list[Row]:
    """P3, P4, P5: 3 s of latency, 200 at a time."""
    ideal = MODEL_SECONDS * 3
    raw, whole = (server.run(way, "3000", 200, 600) for way in ("raw", "whole"))
    pair = [result(each) for each in [server.client("whole", "3000", 100, 300) for _ in range(2)]]
    return [
        Row("3 s, c=200: openai alone, of ideal; peak memory", f"{ideal / raw['wall']:.2f}; {raw['peak']:.0f} MB"),
        at_least("P3 3 s, c=200, the whole way, one process, of ideal", ideal / whole["wall"], "", 0.80),
        at_least("P3 the same, two processes", ideal / max(each["wall"] for each in pair), "", 0.95),
        at_most("P4 p99 added at c=200", whole["p99"] - MODEL_SECONDS, "s", 2 * MODEL_SECONDS),
        at_most("P5 requests per article without faults", whole["asked"] / 600, "", 1.0),
        at_most("P10 peak memory, c=200", whole["peak"], "MB", 130),
    ]


def _faults(server: Server) -> list[Row]:
    """P6: a tenth 500, a twentieth broken connections, a twentieth cut off, a tenth another shape."""
    found = server.run("whole", "0-faulty", 20, 400)
    return [
        at_most("P6 articles lost of 400, with faults in 30 % of the answers", found["lost"], "", 0),
        at_most("P6 requests per article", found["asked"] / 400, "", 1.35),
    ]


def _memory(server: Server) -> list[Row]:
    """P10: ten times the articles, read as they are wanted."""
    few, many = (server.run("whole", "0", 200, number)["peak"] for number in (300, 3000))
    return [ratio("P10 peak memory, 3,000 articles / 300", many / few, 1.1)]


if __name__ == "__main__":
    print(*rows(), sep="\n")
