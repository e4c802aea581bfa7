"""A corpus on a Ray cluster: python docs/corpus_on_ray.py SOURCE... --store runs.db --workers 2

Without --address a cluster of this machine alone is begun, on loopback; with it, one that stands already is joined.
Settings come from the environment (SUMMARIZER_*), as for `summarize corpus`. Needs: pip install "summarizer[ray]"
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import tempfile
from pathlib import Path

# Read by Ray when it is imported: no reports to its makers; without a cluster to join, no address but loopback.
os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
if not any(word.startswith("--address") for word in sys.argv):
    os.environ.setdefault("RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER", "0")

import ray
from ray.data import DataContext

from summarizer.corpus.distributed import run_on_ray
from summarizer.corpus.running import Order
from summarizer.corpus.sources import Sources
from summarizer.errors import ConfigurationError, SummarizerError
from summarizer.settings import Settings


def main() -> int:
    parser = argparse.ArgumentParser(description="Read a corpus into a store on a Ray cluster.")
    parser.add_argument("sources", nargs="+")
    parser.add_argument("--store", required=True, type=Path)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--batch", type=int, default=16, help="articles that a worker is given at once")
    parser.add_argument("--concurrency", type=int, help="requests at once, of all workers together")
    parser.add_argument("--address", help="a cluster that stands already, such as auto")
    words = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ray-", ignore_cleanup_errors=True) as scratch:
        try:
            settings = Settings.read(os.environ)
            order = Order(store=words.store, settings=settings, concurrency=words.concurrency)
            rows = Sources(words.sources, max_bytes=settings.max_bytes)
            join(words.address, words.workers, scratch)
            totals = run_on_ray(order, rows, workers=words.workers, batch=words.batch)
        except SummarizerError as error:
            print(f"{error.message}: {error.hint}", file=sys.stderr)
            return error.exit_code
        except KeyboardInterrupt:
            print("interrupted; what was done is stored: run the same command to go on", file=sys.stderr)
            return 130
        finally:
            ray.shutdown()
    print(f"{totals.before:,} done before, {totals.done:,} done, {totals.failed:,} failed", file=sys.stderr)
    return 8 if totals.failed or totals.kept_failed else 0


def join(address: str | None, workers: int, scratch: str) -> None:
    """The cluster named, or one of this machine: a core for each worker, and one for what Ray does besides."""
    DataContext.get_current().enable_progress_bars = False
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    alone = {"num_cpus": workers + 1, "include_dashboard": False, "_temp_dir": scratch}
    try:
        ray.init(address=address, logging_level="ERROR", log_to_driver=False, **({} if address else alone))
    except ConnectionError:
        raise ConfigurationError(f"no cluster at {address}", hint="begin one, or leave --address out") from None


if __name__ == "__main__":
    sys.exit(main())
