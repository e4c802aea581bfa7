"""Short passages in many styles, each with every claim that a careful reader finds in it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.records.draft import DraftClaim, DraftRecords
from summarizer.records.vocabulary import SourceType, Stance

Draft = Callable[[str], DraftRecords]
PASSAGES = tomllib.loads(Path(__file__).with_name("passages.toml").read_text("utf-8"))["passage"]


def _bare(name: str) -> str:
    low = name.lower()
    return next((low.removeprefix(article) for article in ("the ", "a ", "an ") if low.startswith(article)), low)


def _names(claim: DraftClaim) -> str:
    return " < ".join(_bare(link.name) for link in claim.chain)


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda row: row["text"][:60])
def test_a_passage_has_these_claims(draft: Draft, passage: dict[str, object]) -> None:
    found = sorted(
        (_names(claim), claim.chain[0].type.value, bool(claim.anonymous), claim.stance.value)
        for claim in draft(str(passage["text"])).claims
    )
    due = sorted((row["chain"], row["type"], row["anonymous"], row["stance"]) for row in passage["claims"])  # type: ignore[attr-defined]
    assert found == due


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda row: row["text"][:60])
def test_the_claims_hold_these_words(draft: Draft, passage: dict[str, object]) -> None:
    contents = [claim.content for claim in draft(str(passage["text"])).claims]
    words = [row["words"] for row in passage["claims"] if row["words"]]  # type: ignore[attr-defined]
    assert [w for w in words if not any(w in content for content in contents)] == []


def test_kinds_and_stances_are_known() -> None:
    rows = [row for passage in PASSAGES for row in passage["claims"]]
    assert {row["type"] for row in rows} <= {kind.value for kind in SourceType}
    assert {row["stance"] for row in rows} == {stance.value for stance in Stance}
