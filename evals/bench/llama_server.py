"""Asks a server that is not ours: llama-cpp-python with random weights, its replies held to the schema by its grammar.

    python -m venv OTHER && OTHER/bin/pip install "llama-cpp-python[server]" gguf      # compiles for some minutes
    python evals/bench/llama_server.py OTHER/bin/python [ROUNDS]

What comes back is nonsense in the right shape. So no record may be verified, and each must be named by a finding.
Not part of the tests: it needs an environment of its own.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from summarizer.articles import load_article
from summarizer.engines.exchange import read_reply
from summarizer.engines.replay import Recordings
from summarizer.verify import verify

ROOT = Path(__file__).parents[2]
SEEDS = ("zazzaga-raid", "lere-drone-strike", "faisalabad-boiler", "cotonou-flash")
CONTEXT = 49_152
"""Tokens; a token is a byte here, so a request has some 20,000 of them."""


def main(python: str, rounds: int = 5) -> int:
    """Ask for every article `rounds` times; 1 where something of the nonsense was believed."""
    with tempfile.TemporaryDirectory() as folder, serving(python, Path(folder)) as url:
        codes = Counter(
            summarized(url, seed, Path(folder) / seed / str(number)) for seed in SEEDS for number in range(rounds)
        )
        print(f"summarize --base-url {url}: exit codes {dict(sorted(codes.items()))}")
        drafted = verified = unnamed = 0
        for seed in SEEDS:
            for number in range(rounds):
                found = judged(seed, Path(folder) / seed / str(number))
                drafted, verified, unnamed = drafted + found[0], verified + found[1], unnamed + found[2]
    print(f"{drafted} records in the replies, {verified} verified, {unnamed} refused without a finding")
    return 0 if drafted and not verified and not unnamed else 1


@contextmanager
def serving(python: str, folder: Path) -> Iterator[str]:
    """The server, for as long as it is needed."""
    model = folder / "random.gguf"
    subprocess.run([python, Path(__file__).with_name("tiny_gguf.py"), model], check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [python, "-m", "llama_cpp.server", "--model", model, "--n_ctx", CONTEXT, "--port", port]
    with (folder / "server.log").open("wb") as log:
        server = subprocess.Popen([*map(str, command), "--chat_format", "chatml"], stdout=log, stderr=log)
    try:
        _wait(f"http://127.0.0.1:{port}/v1/models")
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        server.terminate()
        server.wait(30)


def _wait(url: str, seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(url, timeout=5).close()
            return
        time.sleep(0.5)
    raise SystemExit("the server did not start")


def summarized(url: str, seed: str, recordings: Path) -> int:
    """The exit code of the installed command, which keeps its exchanges in `recordings`."""
    set_up = {"SUMMARIZER_RECORD": str(recordings), "SUMMARIZER_TEMPERATURE": "1", "SUMMARIZER_MAX_OUTPUT": "6000"}
    command = [Path(sys.executable).with_name("summarize"), "--engine", "llm", "--model", "random", "--base-url", url]
    article = ROOT / "seeds" / seed / "article.txt"
    run = subprocess.run(
        [*command, "--timeout", "600", article], check=False, env={**os.environ, **set_up}, capture_output=True
    )
    return run.returncode


def judged(seed: str, folder: Path) -> tuple[int, int, int]:
    """Records in the recorded replies, records that verification lets stand, records that no finding names."""
    article = load_article(str(ROOT / "seeds" / seed / "article.txt"))
    drafted = verified = unnamed = 0
    for recording in Recordings(folder).all.values() if folder.is_dir() else ():
        reply = read_reply(article, recording.reply, complete=recording.complete)
        records, findings = verify(article, reply.records)
        keys = {r.key for kind in ("events", "casualties", "claims") for r in getattr(reply.records, kind)}
        named = {finding.record for finding in findings}
        kept = [*records.events, *records.casualties, *records.claims]
        drafted, verified, unnamed = drafted + len(keys), verified + len(kept), unnamed + len(keys - named) - len(kept)
        for record in kept:
            print(f"believed: {record.model_dump_json()[:300]}")
    return drafted, verified, unnamed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:])))
