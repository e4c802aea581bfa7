"""`--otel` on the command line: what reaches a collector, and what happens where there is none."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

ARTICLE = "At least 14 people were killed in a car bomb attack in Baghdad on Friday, police said.\n"


@pytest.fixture
def collector() -> Iterator[SimpleNamespace]:
    """A collector on loopback that keeps what it is sent, by path."""
    got: dict[str, bytes] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            got[self.path] = got.get(self.path, b"") + self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield SimpleNamespace(url=f"http://127.0.0.1:{server.server_port}", got=got)
        server.shutdown()


@pytest.fixture
def summarise(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run `summarize` on a small article as a process; Python `code` instead of the usual start where given."""
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")

    def run(*words: str, code: str = "", **environ: str) -> subprocess.CompletedProcess[str]:
        start = ["-c", code] if code else ["-m", "summarizer.cli"]
        return subprocess.run(
            [sys.executable, *start, *words, "article.txt"],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env={**os.environ, "OPENAI_API_KEY": "canary-key-3141", **environ},
            timeout=60,
            check=False,
        )

    return run


def test_spans_and_figures_reach_the_collector_before_the_command_ends(collector: Any, summarise: Any) -> None:
    ended = summarise("--otel", OTEL_EXPORTER_OTLP_ENDPOINT=collector.url)
    assert (ended.returncode, ended.stderr) == (0, "")
    traces, metrics = collector.got["/v1/traces"], collector.got["/v1/metrics"]
    assert b"article.txt" in traces
    assert b"summarizer.articles" in metrics
    for word in (b"Baghdad", b"canary-key"):
        assert word not in traces + metrics


def test_the_setting_does_what_the_option_does_and_a_name_can_be_given(collector: Any, summarise: Any) -> None:
    summarise(SUMMARIZER_TELEMETRY="otel", OTEL_EXPORTER_OTLP_ENDPOINT=collector.url, OTEL_SERVICE_NAME="night-desk")
    assert b"night-desk" in collector.got["/v1/traces"]


def test_nothing_is_sent_unless_asked_for(collector: Any, summarise: Any) -> None:
    assert summarise(OTEL_EXPORTER_OTLP_ENDPOINT=collector.url).returncode == 0
    assert collector.got == {}


def test_a_collector_that_is_not_there_costs_a_line_and_no_article(summarise: Any) -> None:
    ended = summarise("--otel", OTEL_EXPORTER_OTLP_ENDPOINT="http://127.0.0.1:9")
    assert ended.returncode == 0
    assert "14 killed" in ended.stdout
    assert ended.stderr == (
        "summarize: traces and metrics could not be delivered. Check OTEL_EXPORTER_OTLP_ENDPOINT.\n"
    )


def test_without_the_package_the_command_says_what_to_install(summarise: Any) -> None:
    code = "import sys; sys.modules['opentelemetry'] = None; import summarizer.cli; sys.exit(summarizer.cli.main())"
    ended = summarise("--otel", code=code)
    assert (ended.returncode, ended.stderr) == (
        4,
        "summarize: telemetry needs OpenTelemetry, which is not installed. "
        'Install it with: pip install "summarizer[otel]".\n',
    )
