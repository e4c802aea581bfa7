"""The MUC-4 adapter and scorer, on made-up keys and articles: no text of the corpus is stored here."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from evals.muc4 import adapter, keys, scores
from evals.muc4.corpus import CorpusAbsent, read_set
from summarizer.records.values import Count, Location, TimeReference
from summarizer.records.verified import Casualty, Event, Evidence, VerifiedRecords
from summarizer.records.vocabulary import (
    CountModifier,
    EventStatus,
    EventType,
    EvidenceMatch,
    Harm,
    Scope,
    VictimStatus,
)

KEY = """
0.  MESSAGE: ID                    TST9-MUC4-0001
1.  MESSAGE: TEMPLATE              1
4.  INCIDENT: TYPE                 BOMBING / ATTACK
18. HUM TGT: NAME                  "ANA RUIZ"
19. HUM TGT: DESCRIPTION           "MAYOR OF TOCA" / "MAYOR": "ANA RUIZ"
                                   "FARM WORKERS" / "WORKERS"
                                   ? "BYSTANDERS"
20. HUM TGT: TYPE                  CIVILIAN: "ANA RUIZ"
21. HUM TGT: NUMBER                1: "ANA RUIZ"
                                   6 -: "FARM WORKERS" / "WORKERS"
                                   PLURAL: "BYSTANDERS"
23. HUM TGT: EFFECT OF INCIDENT    DEATH: "ANA RUIZ"
                                   DEATH: "FARM WORKERS" / "WORKERS"
                                   ? INJURY: "BYSTANDERS"
24. HUM TGT: TOTAL NUMBER          -

0.  MESSAGE: ID                    TST9-MUC4-0002
1.  MESSAGE: TEMPLATE              *
4.  INCIDENT: TYPE                 *
23. HUM TGT: EFFECT OF INCIDENT    *

0.  MESSAGE: ID                    TST9-MUC4-0003
1.  MESSAGE: TEMPLATE              1 (OPTIONAL)
4.  INCIDENT: TYPE                 ARSON
23. HUM TGT: EFFECT OF INCIDENT    NO INJURY OR DEATH: "-"
"""
TEXTS = """
TST9-MUC4-0001

   TOCA, 3 FEB 90 (EXAMPLE) -- [TEXT] SIX FARM WORKERS WERE KILLED
WHEN A BOMB WENT OFF.

   THE MAYOR DIED LATER.

TST9-MUC4-0002

   TOCA, 4 FEB 90 -- NOTHING HAPPENED.
"""
PIECE = Evidence(sentence=1, quote="words", start=0, end=5, match=EvidenceMatch.EXACT)


def event(**fields: Any) -> Event:
    given = {"id": "e1", "type": EventType.ATTACK, "status": EventStatus.COMPLETED, "evidence": (PIECE,)}
    return Event(**{**given, "time": TimeReference(start=date(1990, 2, 1)), **fields})


def casualty(victims: str = "FARM WORKERS", n: int = 6, **fields: Any) -> Casualty:
    count = Count(text=str(n), value=n, min=n, best=n, max=n, modifier=CountModifier.EXACT)
    given = {"id": "c1", "event_id": "e1", "harm": Harm.KILLED, "count": count, "victims": victims}
    status = {"victim_status": VictimStatus.CIVILIAN, "evidence": (PIECE,)}
    return Casualty(**{**given, **status, **fields})


def said(*records: Event | Casualty) -> list[dict[str, Any]]:
    events = tuple(r for r in records if isinstance(r, Event))
    casualties = tuple(r for r in records if isinstance(r, Casualty))
    return adapter.incidents(VerifiedRecords(events=events, casualties=casualties), date(1990, 2, 3))


def test_a_key_reads_as_templates_with_facts() -> None:
    gold = keys.parse_templates(KEY)
    assert [len(gold[d]) for d in sorted(gold)] == [1, 0, 1]
    assert gold["TST9-MUC4-0003"][0].optional
    mayor, workers, others = gold["TST9-MUC4-0001"][0].facts
    assert mayor.counts == [(1, 1)]
    assert "MAYOR" in mayor.texts
    assert workers.counts == [(6, None)]
    assert others.optional


@pytest.mark.parametrize(
    ("text", "count"),
    [("5", (5, 5)), ("6 -", (6, None)), ("6 - 8", (6, 8)), ("- 12", (1, 12)), ("~100", (100, 100)),
     ("PLURAL", (2, None)), ("FIFTEEN", (15, 15)), ("SOME", None)],
)  # fmt: skip
def test_a_count_of_the_key_reads_as_bounds(text: str, count: tuple[int, int | None] | None) -> None:
    assert keys.parse_count(text) == count


def test_an_answer_made_from_the_key_scores_one() -> None:
    gold = keys.parse_templates(KEY)
    victims = [
        {"text": "ANA RUIZ", "effect": "DEATH", "min": 1, "max": 1},
        {"text": "WORKERS", "effect": "DEATH", "min": 6, "max": None},
    ]
    prediction = {"doc": "TST9-MUC4-0001", "incidents": [{"type": "BOMBING", "victims": victims}]}
    total, _ = scores.evaluate(gold, {"TST9-MUC4-0001": prediction})
    assert total["death strict"] == (2, 0, 0)
    assert total["incident type"] == (1, 0, 0)
    assert total["doc relevance"] == (1, 0, 0)


def test_a_folder_without_the_corpus_is_said_and_skipped(tmp_path: Path) -> None:
    with pytest.raises(CorpusAbsent, match="not part of this project"):
        read_set(tmp_path, "dev")
    done = subprocess.run(
        [sys.executable, "-m", "evals.muc4", str(tmp_path)],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout.split(":")[0]) == (0, "skipped")


def test_a_set_reads_as_unwrapped_dated_articles(tmp_path: Path) -> None:
    home = tmp_path / "tst9"
    home.mkdir()
    (home / "key-tst9.v1").write_text(KEY, "latin-1")
    (home / "tst9-muc4").write_text(TEXTS, "latin-1")
    corpus = read_set(tmp_path, "tst9")
    first = corpus.documents[0]
    assert first.published == date(1990, 2, 3)
    assert first.text.splitlines()[2] == "THE MAYOR DIED LATER."
    assert "SIX FARM WORKERS WERE KILLED WHEN A BOMB WENT OFF." in first.text
    assert "[TEXT]" not in first.text


def test_an_attack_with_its_dead_is_an_incident_with_victims() -> None:
    assert said(event(), casualty()) == [
        {"type": "ATTACK", "victims": [{"text": "FARM WORKERS", "effect": "DEATH", "min": 6, "max": 6}]}
    ]


IRRELEVANT: dict[str, tuple[Event | Casualty, ...]] = {
    "clash between armed sides": (event(type=EventType.ARMED_CLASH), casualty("SOLDIERS")),
    "older than two months": (event(time=TimeReference(start=date(1989, 11, 1))), casualty()),
    "history": (event(status=EventStatus.BACKGROUND, time=TimeReference(start=date(1989, 11, 1))), casualty()),
    "running toll": (event(time=TimeReference()), casualty(scope=Scope.CUMULATIVE)),
    "part of a toll": (event(time=TimeReference()), casualty(subset_of="c9")),
    "fighters as victims": (event(time=TimeReference()), casualty("GUERRILLAS")),
    "nobody hurt": (event(time=TimeReference()), casualty(n=0)),
    "attacks in general": (event(time=TimeReference()),),
    "casualties without an event": (casualty(event_id=None),),
}


@pytest.mark.parametrize("name", IRRELEVANT)
def test_what_the_task_calls_irrelevant_is_left_out(name: str) -> None:
    assert said(*IRRELEVANT[name]) == []


def test_the_murder_behind_a_funeral_is_an_incident_while_it_is_young() -> None:
    (incident,) = said(event(status=EventStatus.BACKGROUND), casualty())
    assert (incident["type"], len(incident["victims"])) == ("ATTACK", 1)


def test_a_killing_told_beside_the_protest_against_it_is_an_attack() -> None:
    (incident,) = said(event(type=EventType.PROTEST), casualty())
    assert (incident["type"], len(incident["victims"])) == ("ATTACK", 1)


def test_civilians_killed_in_a_clash_are_targets_of_an_attack() -> None:
    (incident,) = said(event(type=EventType.ARMED_CLASH), casualty("JOURNALISTS"))
    assert (incident["type"], len(incident["victims"])) == ("ATTACK", 1)


def test_a_victim_told_twice_is_one_victim() -> None:
    (incident,) = said(
        event(), casualty("SENATOR GALA", 1), casualty("GALA", 1, id="c2"), casualty("GUARDS", 1, id="c3")
    )
    assert [v["text"] for v in incident["victims"]] == ["SENATOR GALA", "GUARDS"]


@pytest.mark.parametrize(
    ("quote", "kind"),
    [("THEY SET FIRE TO A BUS", "ARSON"), ("THEY DYNAMITED A BRIDGE", "BOMBING"), ("THEY WRECKED IT", "ATTACK")],
)
def test_destruction_is_typed_by_its_words(quote: str, kind: str) -> None:
    piece = Evidence(sentence=1, quote=quote, start=0, end=len(quote), match=EvidenceMatch.EXACT)
    (incident,) = said(event(type=EventType.DESTRUCTION, evidence=(piece,), location=Location(place="TOCA")))
    assert incident["type"] == kind
