"""The command line in this process (`call`) and as a process of its own (`process`), and a digest made by hand."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from summarizer.cli import main
from summarizer.records.digest import ArticleInfo, Digest, Provenance, Summary, SummarySentence
from summarizer.records.values import Count, Link, Location, TimeReference
from summarizer.records.verified import Casualty, Claim, Event, Evidence
from summarizer.records.vocabulary import (
    CountModifier,
    EventStatus,
    EventType,
    EvidenceMatch,
    Harm,
    SourceType,
    Stance,
    Support,
    TimePrecision,
    TimeRelation,
    VictimStatus,
)


class Ended(NamedTuple):
    """How a call ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ended]:
    """Run the command line in this process."""

    def run(*arguments: str | Path) -> Ended:
        code = main([str(word) for word in arguments])
        return Ended(code, *capsys.readouterr())

    return run


@pytest.fixture
def process(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the command line as a process in an empty folder."""

    def run(
        *arguments: str | bytes | Path, stdin: bytes = b"", environ: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "summarizer.cli", *arguments],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env={**os.environ, **(environ or {})},
            timeout=60,
            check=False,
        )

    return run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A short article."""
    path = tmp_path / "article.txt"
    path.write_text("At least 14 people were killed in a car bomb attack in Baghdad on Friday, police said.\n", "utf-8")
    return path


def raw_controls(text: str) -> list[str]:
    """Characters that could steer a terminal or hide something, line feeds aside."""
    return re.findall(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]", text
    )


def evidence(quote: str = "at least 26 IS militants had been killed") -> tuple[Evidence, ...]:
    return (Evidence(sentence=1, quote=quote, start=0, end=len(quote), match=EvidenceMatch.EXACT),)


def count(text: str, low: int | None = None, high: int | None = None, best: int | None = None, **more: Any) -> Count:
    given = {"modifier": CountModifier.EXACT, "value": best if best is not None else low, **more}
    return Count(text=text, min=low, max=high, best=best, **given)


def casualty(**given: Any) -> Casualty:
    made: dict[str, Any] = {
        "id": "c1",
        "event_id": "e1",
        "harm": Harm.KILLED,
        "count": count("at least 26", 26, modifier=CountModifier.AT_LEAST),
        "victims": "IS militants",
        "victim_status": VictimStatus.COMBATANT,
        "claim_ids": ("k1",),
        "support": Support.SINGLE_SOURCE,
        "evidence": evidence(),
    }
    return Casualty(**{**made, **given})


def event(**given: Any) -> Event:
    made: dict[str, Any] = {
        "id": "e1",
        "type": EventType.OFFENSIVE,
        "status": EventStatus.ONGOING,
        "actors": ("Syrian army",),
        "supporters": ("Russian",),
        "targets": ("IS",),
        "location": Location(place="Raqqa province", country="SYR"),
        "time": TimeReference(text="on Friday"),
        "reported_by": ("k1",),
        "support": Support.SINGLE_SOURCE,
        "evidence": evidence("The Syrian army has crossed the boundary of Raqqa province"),
    }
    return Event(**{**made, **given})


def claim(**given: Any) -> Claim:
    made: dict[str, Any] = {
        "id": "k1",
        "source": "Syrian Observatory for Human Rights",
        "chain": (Link(name="Syrian Observatory for Human Rights", type=SourceType.MONITOR_NGO),),
        "source_type": SourceType.MONITOR_NGO,
        "anonymous": False,
        "stance": Stance.ASSERTS,
        "cue": "said",
        "content": "at least 26 IS militants had been killed",
        "about": ("e1", "c1"),
        "evidence": evidence("said at least 26 IS militants had been killed"),
    }
    return Claim(**{**made, **given})


def digest(**given: Any) -> Digest:
    made: dict[str, Any] = {
        "article": ArticleInfo(id="0", source="article.txt", datelines=("AMMAN", "MOSCOW"), chars=100, sentences=2),
        "summary": Summary(
            headline="Syrian army enters Raqqa province",
            sentences=(SummarySentence(text="At least 26 IS militants were killed.", records=("c1", "e1")),),
        ),
        "events": (event(),),
        "casualties": (casualty(),),
        "claims": (claim(),),
        "provenance": Provenance(
            engine="offline", package_version="0.1.0", created=datetime(2026, 1, 1, tzinfo=UTC), seconds=0.02
        ),
    }
    return Digest(**{**made, **given})


DAY = TimeReference(
    text="on Friday",
    relation=TimeRelation.ON,
    start=date(2016, 6, 3),
    end=date(2016, 6, 3),
    precision=TimePrecision.DAY,
)


class Samples:
    """Makers of records, for tests that build digests by hand."""

    casualty, event, claim, digest, count, evidence, day = (
        staticmethod(casualty),
        staticmethod(event),
        staticmethod(claim),
        staticmethod(digest),
        staticmethod(count),
        staticmethod(evidence),
        DAY,
    )
    raw_controls = staticmethod(raw_controls)


@pytest.fixture
def samples() -> type[Samples]:
    """Makers of records and `raw_controls`."""
    return Samples
