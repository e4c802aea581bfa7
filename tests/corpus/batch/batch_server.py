"""An endpoint with files and batches on loopback, as OpenAI's has them: real HTTP, faults by script, calls counted.

A batch ends when it is looked at for the first time, in the way that `ends` says for it: all answered, if nothing.
"""

from __future__ import annotations

import json
import re
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

Row = dict[str, Any]
USAGE = {"prompt_tokens": 1000, "completion_tokens": 200, "total_tokens": 1200}
PAGE = 2
"""Batches on a page of the list, few so that looking through them takes several."""


@dataclass
class End:
    """How a batch ends. `answers` says which of its requests, by number, are answered; `errors` the rest with a status.

    `wrong`: replies under ids that nobody used. `running`: looks at which it is still in progress.
    """

    status: str = "completed"
    answers: Callable[[int], bool] = lambda _: True
    errors: int | None = None
    wrong: int = 0
    running: int = 0
    faults: list[Row] = field(default_factory=list)


@dataclass
class Fault:
    """What happens to the next request to a path: `before` it takes effect, or after, with its answer lost."""

    status: int = 500
    before: bool = True
    hold: threading.Event | None = None
    """Set once the request has taken effect; the answer never comes."""


class BatchServer:
    """`files`, `batches`: what it holds. `calls`: how often each method and path was called."""

    def __init__(self, reply: Callable[[Row], str]) -> None:
        self.reply = reply
        self.files: dict[str, Row] = {}
        self.batches: dict[str, Row] = {}
        self.ends: list[End] = []
        self.faults: dict[str, list[Fault]] = {}
        self.calls: Counter[str] = Counter()
        self.headers: list[Any] = []
        self._lock = threading.Lock()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._http.daemon_threads = True

    @property
    def url(self) -> str:
        """The base URL for a client."""
        return f"http://127.0.0.1:{self._http.server_port}/v1"

    @property
    def requests(self) -> list[Row]:
        """All lines of the files of all batches."""
        return [line for batch in self.batches.values() for line in self.lines(batch["input_file_id"])]

    @property
    def asked(self) -> list[str]:
        """What was asked in all batches, by the key of the request."""
        return [line["custom_id"].rpartition(".")[2] for line in self.requests]

    def lines(self, file: str) -> list[Row]:
        """The lines of a file."""
        return [json.loads(line) for line in self.files[file]["content"].splitlines()]

    def __enter__(self) -> BatchServer:
        threading.Thread(target=self._http.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                outer._answer(self, "GET", b"")

            def do_POST(self) -> None:
                outer._answer(self, "POST", self.rfile.read(int(self.headers.get("Content-Length", 0))))

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        return Handler

    def _answer(self, handler: Any, method: str, body: bytes) -> None:
        parts = urlsplit(handler.path)
        path = parts.path.removeprefix("/v1")
        name = f"{method} {re.sub('(?<=/)(file|batch)_[0-9]+', 'ID', path)}"
        with self._lock:
            self.calls[name] += 1
            self.headers.append(handler.headers)
            fault = self.faults[name].pop(0) if self.faults.get(name) else None
            if fault and fault.before:
                status, answer = fault.status, _error(fault.status)
            else:
                status, answer = self._act(method, path, parse_qs(parts.query), body, handler.headers)
        if fault and not fault.before:
            if fault.hold:
                fault.hold.set()
                threading.Event().wait(20)
            handler.close_connection = True
            handler.connection.close()
            return
        raw = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        handler.send_response(status)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(raw)))
        handler.end_headers()
        handler.wfile.write(raw)

    def _act(self, method: str, path: str, query: Any, body: bytes, headers: Any) -> tuple[int, Any]:
        match method, path.strip("/").split("/"):
            case "POST", ["files"]:
                return 200, _shown(self._upload(body, headers["Content-Type"]))
            case "GET", ["files"]:
                return 200, {"object": "list", "data": [_shown(f) for f in self.files.values()], "has_more": False}
            case "GET", ["files", name, "content"] if name in self.files:
                return 200, self.files[name]["content"]
            case "POST", ["batches"]:
                return 200, self._create(json.loads(body))
            case "GET", ["batches"]:
                return 200, self._page(query.get("after", [None])[0])
            case "GET", ["batches", name] if name in self.batches:
                return 200, self._looked_at(self.batches[name])
            case "POST", ["chat", "completions"]:
                return 200, self._completion(json.loads(body))
        return 404, _error(404)

    def _upload(self, body: bytes, kind: str) -> Row:
        boundary = b"--" + kind.split("boundary=")[1].strip('"').encode()
        fields = {}
        for part in body.split(boundary)[1:-1]:
            head, _, content = part.strip(b"\r\n").partition(b"\r\n\r\n")
            fields[re.search(rb'name="([^"]*)"', head)[1].decode()] = (head, content)  # type: ignore[index]
        head, content = fields["file"]
        assert fields["purpose"][1] == b"batch"
        named = re.search(rb'filename="([^"]*)"', head)[1].decode()  # type: ignore[index]
        return self._file(content + b"\n", named)

    def _file(self, content: bytes, name: str) -> Row:
        file = {
            "id": f"file_{len(self.files) + 1}",
            "object": "file",
            "bytes": len(content),
            "created_at": 1,
            "filename": name,
            "purpose": "batch",
            "status": "processed",
            "content": content,
        }
        self.files[file["id"]] = file
        return file

    def _create(self, given: Row) -> Row:
        assert given["endpoint"] == "/v1/chat/completions"
        assert given["completion_window"] == "24h"
        names = [line["custom_id"] for line in self.lines(given["input_file_id"])]
        assert len(names) == len(set(names))
        batch = {
            "id": f"batch_{len(self.batches) + 1}",
            "object": "batch",
            "created_at": 1,
            "status": "validating",
            "request_counts": {"total": len(names), "completed": 0, "failed": 0},
            **given,
        }
        self.batches[batch["id"]] = batch
        return batch

    def _page(self, after: str | None) -> Row:
        newest = list(self.batches.values())[::-1]
        at = next((n + 1 for n, batch in enumerate(newest) if batch["id"] == after), 0)
        return {"object": "list", "data": newest[at : at + PAGE], "has_more": at + PAGE < len(newest)}

    def _looked_at(self, batch: Row) -> Row:
        if batch["status"] not in {"validating", "in_progress"}:
            return batch
        number = int(batch["id"].removeprefix("batch_")) - 1
        end = self.ends[number] if number < len(self.ends) else End()
        if end.running:
            end.running -= 1
            batch["status"] = "in_progress"
            return batch
        batch["status"] = end.status
        if end.faults:
            batch["errors"] = {"object": "list", "data": end.faults}
            return batch
        self._end(batch, end)
        return batch

    def _end(self, batch: Row, end: End) -> None:
        done, failed = [], []
        for number, line in enumerate(self.lines(batch["input_file_id"])):
            if end.answers(number):
                done.append(self._row(line["custom_id"], 200, self._completion(line["body"])))
            elif end.errors:
                failed.append(self._row(line["custom_id"], end.errors, _error(end.errors)))
            elif end.status == "expired":
                expired = {"code": "batch_expired", "message": "This request could not be executed before expiry."}
                failed.append({"id": "r", "custom_id": line["custom_id"], "response": None, "error": expired})
        done += [self._row(f"other.{number:024x}", 200, {}) for number in range(end.wrong)]
        batch["request_counts"] |= {"completed": len(done), "failed": len(failed)}
        for kind, rows in (("output_file_id", done[::-1]), ("error_file_id", failed)):  # in no order, as theirs
            if rows:
                content = "".join(json.dumps(row) + "\n" for row in rows).encode()
                batch[kind] = self._file(content, f"{batch['id']}_{kind}.jsonl")["id"]

    @staticmethod
    def _row(name: str, status: int, body: Row) -> Row:
        return {
            "id": f"req_{name}",
            "custom_id": name,
            "response": {"status_code": status, "request_id": "r", "body": body},
            "error": None,
        }

    def _completion(self, body: Row) -> Row:
        message = {"role": "assistant", "content": self.reply(body)}
        choice = {"index": 0, "finish_reason": "stop", "message": message}
        return {"id": "x", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice], "usage": USAGE}


def _shown(file: Row) -> Row:
    return {name: value for name, value in file.items() if name != "content"}


def _error(status: int) -> Row:
    return {"error": {"message": f"status {status}", "type": "error", "code": None, "param": None}}
