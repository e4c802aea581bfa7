"""Invented sentences in the manner of many desks, with the records that they owe (wire_sentences.toml)."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from summarizer.evaluate.wording import phrase_likeness
from summarizer.normalize.counts import read_count, read_noun_phrase
from summarizer.records.draft import DraftRecords

Draft = Callable[[str], DraftRecords]
SENTENCES = Path(__file__).with_name("wire_sentences.toml")


def _rows() -> Iterator[ParameterSet]:
    for group in tomllib.loads(SENTENCES.read_text("utf-8"))["group"]:
        for text, *owed in group["rows"]:
            yield pytest.param(text, owed, id=f"{group['style']}: {text[:60]}")


def _figure(count: str) -> object:
    read = read_count(count) or read_noun_phrase(count)
    return (read.value, read.min, read.max, read.best) if read is not None else count.lower()


def _unmatched(found: DraftRecords, owed: list[str]) -> Counter[str]:
    """What is owed and not found, and what is found and not owed: harm, figure, and the head of who they were."""
    left = [(c.harm.value, c.count, c.victims) for c in found.casualties]
    out: Counter[str] = Counter()
    for row in owed:
        harm, count, victims = row.split("|")
        same = (
            r for r in left if r[0] == harm and _figure(r[1]) == _figure(count) and phrase_likeness(victims, r[2]) > 0
        )
        hit = next(same, None)
        if hit is None:
            out[f"missed {row}"] += 1
        else:
            left.remove(hit)
    return out + Counter(f"invented {row}" for row in left)


@pytest.mark.parametrize(("text", "owed"), list(_rows()))
def test_a_sentence_gives_the_records_that_it_owes(draft: Draft, text: str, owed: list[str]) -> None:
    assert _unmatched(draft(text), owed) == Counter()
