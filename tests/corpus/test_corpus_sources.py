"""What may stand in a corpus: broken lines, odd ids, links, pipes, giants; none of them costs another article."""

from __future__ import annotations

import json
import os
import subprocess
import time
import unicodedata
from pathlib import Path
from typing import Any

TEXT = "Two people were killed in a blast in Baghdad on Friday, police said.\n"


def written(path: Path, *rows: Any) -> Path:
    """A JSONL file; strings go in as they are."""
    path.write_text("".join(row if isinstance(row, str) else json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def test_broken_lines_are_named_and_cost_no_other(process: Any, ask: Any, tmp_path: Path) -> None:
    rows = [
        {"id": "good", "text": TEXT},
        "{broken\n",
        '["text"]\n',
        {"id": "no text"},
        {"text": 5},
        {"text": TEXT + "One.", "published": "Friday"},
        {"text": TEXT + "Two.", "outlet": ["x"]},
        {"text": TEXT + "Three.", "id": True},
        "\n",
        {"text": TEXT + "Four.", "published": "2016-06-04T10:30:00Z", "more": {"is": "ignored"}},
        '{"text": "cut in the mid',
    ]
    written(tmp_path / "c.jsonl", *rows)
    ended = process("corpus", "c.jsonl", "--store", "runs.db")
    assert ended.code == 8
    for line in (2, 3, 4, 5, 6, 7, 8, 11):
        assert f"summarize: c.jsonl:{line}: " in ended.err
    assert ask("SELECT id FROM articles JOIN outcomes USING (key) WHERE state = 'done'") == ["good", "c.jsonl:10"]
    assert ask("SELECT published FROM articles WHERE id = 'c.jsonl:10'") == ["2016-06-04"]
    assert process("corpus", "c.jsonl", "--store", "runs.db").code == 8


def test_a_repaired_line_takes_the_place_of_the_broken_one(process: Any, ask: Any, tmp_path: Path) -> None:
    written(tmp_path / "c.jsonl", {"id": "a", "text": TEXT}, "{broken\n")
    assert process("corpus", "c.jsonl", "--store", "runs.db").code == 8
    written(tmp_path / "c.jsonl", {"id": "a", "text": TEXT}, {"id": "b", "text": TEXT + "More."})
    assert process("corpus", "c.jsonl", "--store", "runs.db").code == 0
    assert ask("SELECT id FROM articles ORDER BY id") == ["a", "b"]
    assert ask("SELECT count(*) FROM failures") == [0]


def test_the_same_article_twice_is_counted_and_another_with_its_id_is_refused(
    process: Any, ask: Any, tmp_path: Path
) -> None:
    same = {"id": "a", "text": TEXT}
    written(tmp_path / "c.jsonl", same, same, {"id": "a", "text": TEXT + "Another."}, {"id": "b", "text": TEXT})
    ended = process("corpus", "c.jsonl", "--store", "runs.db", "--json")
    told = json.loads(ended.out)
    assert ended.code == 8
    assert (told["done"] + told["elsewhere"], told["repeated"], told["failed"]) == (2, 1, 1)
    assert "c.jsonl:3: another article of this run has the id a" in ended.err
    assert ask("SELECT id FROM articles ORDER BY id") == ["a", "b"]
    assert ask("SELECT count(*), sum(attempts) FROM outcomes") == [(1, 1)]


def test_odd_ids_stay_inside_the_store(process: Any, ask: Any, tmp_path: Path) -> None:
    ids = ["../../etc/passwd", "/abs", "a\0b", "CON", "x" * 300, "x" * 299 + "y", "\x1b[2J", "a\nb", "\u202eevil",
           "\ud800", unicodedata.normalize("NFC", "é"), unicodedata.normalize("NFD", "é"), 7]  # fmt: skip
    written(tmp_path / "c.jsonl", *({"id": name, "text": f"{TEXT}{n} fled."} for n, name in enumerate(ids)))
    (tmp_path / "inner").mkdir()
    assert process("corpus", "c.jsonl", "--store", "runs.db").code == 0
    kept = ask("SELECT id FROM articles")
    assert len(kept) == len(ids)
    assert all(name.isprintable() and len(name) <= 200 for name in kept)
    assert process("store", "export", "runs.db", "-f", "csv", "-o", "inner/tables").code == 0
    assert sorted(path.name for path in (tmp_path / "inner" / "tables").iterdir()) == [
        "casualties.csv", "claims.csv", "events.csv", "failures.csv",
    ]  # fmt: skip


def test_links_pipes_and_giants_in_a_folder_are_failures_of_their_own(process: Any, ask: Any, tmp_path: Path) -> None:
    folder = tmp_path / "wire"
    (folder / "deep").mkdir(parents=True)
    (folder / "good.txt").write_text(TEXT, "utf-8")
    (folder / "deep" / "good.txt").write_text(TEXT + "More.", "utf-8")
    (folder / "deep" / "loop").symlink_to(folder)
    (folder / "dangling.txt").symlink_to(folder / "nowhere")
    os.mkfifo(folder / "pipe.txt")
    os.mkfifo(folder / "pipe.jsonl")
    with (folder / "giant.txt").open("wb") as file:
        file.truncate(3_000_000_000)
    (folder / "empty.txt").touch()
    (folder / ".hidden.txt").write_text(TEXT, "utf-8")
    ended = process("corpus", "wire", "--store", "runs.db", timeout=30)
    assert ended.code == 8
    assert ask("SELECT article, reason FROM failures ORDER BY article") == [
        ("wire/dangling.txt", "ArticleNotFound"),
        ("wire/empty.txt", "ArticleNotText"),
        ("wire/giant.txt", "ArticleTooLarge"),
        ("wire/pipe.jsonl", "ArticleUnreadable"),
        ("wire/pipe.txt", "ArticleUnreadable"),
    ]
    assert ask("SELECT id FROM articles JOIN outcomes USING (key) WHERE state = 'done' ORDER BY id") == [
        "wire/deep/good.txt",
        "wire/good.txt",
    ]


def test_sources_that_lead_nowhere_are_told(process: Any) -> None:
    ended = process("corpus", "missing.txt", "*.nothing", "none.jsonl", "--store", "runs.db")
    assert ended.code == 8
    assert "missing.txt: no such file" in ended.err
    assert "*.nothing: nothing matches this pattern" in ended.err
    assert "none.jsonl: no such file" in ended.err


def test_an_endless_line_is_passed_over_within_little_memory(begin: Any, ask: Any, tmp_path: Path) -> None:
    with (tmp_path / "c.jsonl").open("wb") as file:
        file.write(b'{"id": "giant", "text": "' + b"x" * 400_000_000 + b'"}\n')
        file.write(json.dumps({"id": "good", "text": TEXT}).encode() + b"\n")
    running = begin("corpus", "c.jsonl", "--store", "runs.db", preexec_fn=_at_most_600_megabytes)
    _, err = running.communicate(timeout=60)
    assert running.returncode == 8, err
    assert ask("SELECT article, reason FROM failures") == [("c.jsonl:1", "ArticleTooLarge")]
    assert ask("SELECT count(*) FROM outcomes WHERE state = 'done'") == [1]


def _at_most_600_megabytes() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (600_000_000, 600_000_000))


def test_standard_input_is_read_as_it_comes(begin: Any, ask: Any, tmp_path: Path) -> None:
    running = begin("corpus", "-", "--store", "runs.db", stdin=subprocess.PIPE)
    for number in range(2):
        running.stdin.write(json.dumps({"id": f"a{number}", "text": f"{TEXT}{number} fled."}) + "\n")
        running.stdin.flush()
        end = time.monotonic() + 20
        while not (tmp_path / "runs.db").exists() or done(ask) <= number:
            assert time.monotonic() < end
            time.sleep(0.05)
    running.send_signal(2)  # while it waits for more, and goes on waiting: communicate() would end the input
    assert running.wait(timeout=20) == 130
    assert "2 of 2 done" in running.communicate()[1]


def test_what_came_through_standard_input_before_stays(begin: Any, ask: Any) -> None:
    def fed(*rows: Any) -> int:
        running = begin("corpus", "-", "--store", "runs.db", stdin=subprocess.PIPE)
        running.communicate("".join(json.dumps(row) + "\n" for row in rows), timeout=60)
        return int(running.returncode)

    assert fed({"id": "a", "text": TEXT}, {"text": TEXT + "One."}) == 0
    assert fed({"id": "b", "text": TEXT}, {"text": TEXT + "Two."}) == 0
    names = ask("SELECT id FROM articles ORDER BY id DESC")
    assert names[:2] == ["b", "a"]
    assert len(names) == 4


def test_sources_without_an_article_are_told(process: Any, begin: Any, tmp_path: Path) -> None:
    (tmp_path / "wire").mkdir()
    (tmp_path / "wire" / "notes.md").write_text(TEXT, "utf-8")
    ended = process("corpus", "wire", "--store", "runs.db")
    assert ended.code == 3
    assert "no articles" in ended.err
    closed = begin("corpus", "-", "--store", "runs.db", stdin=None, preexec_fn=lambda: os.close(0))
    assert "standard input cannot be read" in closed.communicate(timeout=60)[1]
    assert closed.returncode == 8


def test_a_failure_of_the_same_content_elsewhere_is_no_success(process: Any, tmp_path: Path) -> None:
    (tmp_path / "wire").mkdir()
    for number in range(3):
        (tmp_path / "wire" / f"{number}.txt").touch()
    ended = process("corpus", "wire", "--store", "runs.db", "--json")
    told = json.loads(ended.out)
    assert (ended.code, told["failed"], told["kept_failed"], told["elsewhere"]) == (8, 1, 2, 0)


def done(ask: Any) -> int:
    """How many outcomes there are; 0 before there is a table for them."""
    tables: int = ask("SELECT count(*) FROM sqlite_master WHERE name = 'outcomes'")[0]
    return int(ask("SELECT count(*) FROM outcomes")[0]) if tables else 0


def test_shards_together_are_one_run_byte_for_byte(seeds: Path, process: Any) -> None:
    def exported(store: str) -> list[str]:
        rows = [json.loads(line) for line in process("store", "export", store).out.splitlines()]
        for row in rows:
            del row["provenance"]["created"], row["provenance"]["seconds"]
        return [json.dumps(row) for row in rows]

    articles = str(seeds / "*" / "article.txt")
    assert process("corpus", articles, "--store", "one.db").code == 0
    for part in (1, 2, 3):
        assert process("corpus", articles, "--store", f"part{part}.db", "--shard", f"{part}/3").code == 0
    parts = [exported(f"part{part}.db") for part in (1, 2, 3)]
    assert all(parts)
    assert sorted(row for part in parts for row in part) == sorted(exported("one.db"))
