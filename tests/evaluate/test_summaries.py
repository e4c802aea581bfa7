"""What the figures of a summary count as known."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from summarizer.evaluate.summaries import summary_cells
from summarizer.records.digest import ArticleInfo, Digest, Provenance, Summary, SummarySentence

_TEXT = "The Rapid Support Forces lost eight men in Sudan, they said."


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("Eight of the Rapid Support Forces' men died in Sudan's south.", True),
        ("Eight of the Libyan Army's men died in Sudan.", False),
    ],
)
def test_a_genitive_is_the_name(said: str, right: bool) -> None:
    digest = Digest(
        article=ArticleInfo(id="0" * 64, source="s", chars=len(_TEXT), sentences=1),
        summary=Summary(headline="", sentences=(SummarySentence(text=said, records=("c1",)),)),
        provenance=Provenance(
            engine="offline", package_version="0", created=datetime(2020, 1, 1, tzinfo=UTC), seconds=0.1
        ),
    )
    told = summary_cells(digest, _TEXT)["summary.names"]
    assert (told == summary_cells(digest, f"{_TEXT} {said}")["summary.names"]) is right
