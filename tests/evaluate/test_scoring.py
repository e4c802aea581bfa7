"""Scores mean what they say: properties over the labelled articles, and one planted error of every class."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.evaluate.cells import Cell
from summarizer.evaluate.echo import echo
from summarizer.evaluate.faults import Wrong
from summarizer.evaluate.labels import Label
from summarizer.evaluate.scoring import ArticleScore, score_article
from summarizer.records.values import Count, Location, TimeReference
from summarizer.records.verified import VerifiedRecords
from summarizer.records.vocabulary import CountModifier, EventStatus, EventType, Harm, Scope, Stance

KINDS = ("events", "casualties", "claims")
FOUND = {"events": "events.found", "casualties": "casualties.strict", "claims": "claims.found"}


def wrongs(score: ArticleScore) -> list[tuple[str, Wrong]]:
    return [(f.kind, f.wrong) for f in score.faults]


def without(records: VerifiedRecords, kind: str, at: int) -> VerifiedRecords:
    rows = getattr(records, kind)
    return records.model_copy(update={kind: rows[:at] + rows[at + 1 :]})


def changed(records: VerifiedRecords, kind: str, at: int, **fields: Any) -> VerifiedRecords:
    rows = list(getattr(records, kind))
    rows[at] = rows[at].model_copy(update=fields)
    return records.model_copy(update={kind: tuple(rows)})


def added(records: VerifiedRecords, kind: str, record: object) -> VerifiedRecords:
    return records.model_copy(update={kind: (*getattr(records, kind), record)})


# ---------------------------------------------------------------- properties


def test_a_label_scored_against_itself_is_right_everywhere(seed_labels: dict[str, Label]) -> None:
    for label in seed_labels.values():
        score = score_article(label, echo(label))
        assert score.faults == ()
        assert set(score.facts.values()) <= {(None,)}
        for name, cell in score.cells.items():
            lower_is_better = name.startswith("invented.") or name == "totals.double_counted"
            assert cell.value in (None, 0.0 if lower_is_better else 1.0), (label.name, name)


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_records_never_matters(seed_labels: dict[str, Label], seed: int) -> None:
    chance = random.Random(seed)
    for label in seed_labels.values():
        records = spoiled(label, chance)
        shuffled = records.model_copy(
            update={kind: tuple(chance.sample(getattr(records, kind), len(getattr(records, kind)))) for kind in KINDS}
        )
        one, other = score_article(label, records), score_article(label, shuffled)
        assert one.cells == other.cells
        assert one.facts == other.facts
        assert sorted(map(repr, one.faults)) == sorted(map(repr, other.faults))


def spoiled(label: Label, chance: random.Random) -> VerifiedRecords:
    """The label's own records with one figure changed and one event dropped."""
    records = echo(label)
    at = chance.randrange(len(records.casualties))
    records = changed(records, "casualties", at, count=Count(text="7", min=7, best=7, max=7, modifier="exact"))
    return without(records, "events", chance.randrange(len(records.events)))


def _without_optional_neighbours(records: VerifiedRecords, label: Label, kind: str) -> VerifiedRecords:
    """The records that are owed: an optional one may answer in the place of a deleted one beside it."""
    optional = {row.id for row in getattr(label, kind) if row.optional}
    return records.model_copy(update={kind: tuple(r for r in getattr(records, kind) if r.id not in optional)})


@given(data=st.data())
@settings(max_examples=60)
def test_deleting_a_record_lowers_recall_only(seed_labels: dict[str, Label], data: st.DataObject) -> None:
    label = seed_labels[data.draw(st.sampled_from(sorted(seed_labels)))]
    kind = data.draw(st.sampled_from(KINDS))
    at = data.draw(st.integers(0, len(getattr(label, kind)) - 1))
    owed = not getattr(label, kind)[at].optional
    records = _without_optional_neighbours(without(echo(label), kind, at), label, kind)
    cell = score_article(label, records).cells[FOUND[kind]]
    assert cell.precision in (None, 1.0)
    assert (cell.recall is not None and cell.recall < 1.0) == owed


@given(data=st.data())
@settings(max_examples=60)
def test_a_false_record_lowers_precision_only(seed_labels: dict[str, Label], data: st.DataObject) -> None:
    label = seed_labels[data.draw(st.sampled_from(sorted(seed_labels)))]
    records = echo(label)
    like = data.draw(st.sampled_from(records.casualties))
    false = like.model_copy(
        update={
            "id": "c99",
            "victims": "zebras",
            "count": Count(text="7777", min=7777, best=7777, max=7777, modifier=CountModifier.EXACT),
        }
    )
    cell = score_article(label, added(records, "casualties", false)).cells["casualties.strict"]
    assert cell.recall in (None, 1.0)
    assert cell.precision is not None
    assert cell.precision < 1.0


def test_no_place_is_right_where_the_label_gives_none_and_only_accepts_some(porta: Label) -> None:
    def place_cell(**place: Any) -> Cell:
        first = porta.events[0].model_copy(update=place)
        label = porta.model_copy(update={"events": (first, *porta.events[1:])})
        location = echo(porta).events[0].location.model_copy(update={"place": None, "text": None})
        return score_article(label, changed(echo(label), "events", 0, location=location)).cells["events.place"]

    assert place_cell(place=None, accept={"place": ("Porta",)}).value == 1.0
    assert place_cell(place="Porta").value == 0.0


# ---------------------------------------------------------------- one planted error of every class


def exact(n: int) -> Count:
    return Count(text=str(n), value=n, min=n, best=n, max=n, modifier=CountModifier.EXACT)


def _moved(records: VerifiedRecords, at: int, quote: str, label: Label) -> tuple[Any, ...]:
    start = label.text.index(quote)
    piece = records.casualties[at].evidence[0]
    return (piece.model_copy(update={"quote": quote, "start": start, "end": start + len(quote)}),)


def _ungrounded(records: VerifiedRecords, label: Label) -> VerifiedRecords:
    piece = records.casualties[0].evidence[0].model_copy(update={"quote": "nobody wrote this", "start": 0, "end": 17})
    return changed(records, "casualties", 0, evidence=(piece,))


def _forbidden(records: VerifiedRecords, label: Label) -> VerifiedRecords:
    quote = "more than 2,000 militants have gathered in northern Aleppo"
    count = Count(text="more than 2,000", min=2000, best=2000, modifier=CountModifier.MORE_THAN)
    false = records.casualties[0].model_copy(
        update={"id": "c9", "count": count, "evidence": _moved(records, 0, quote, label)}
    )
    return added(records, "casualties", false)


def _span_only(records: VerifiedRecords, label: Label) -> VerifiedRecords:
    return changed(records, "casualties", 0, evidence=_moved(records, 0, "AMMAN/MOSCOW", label))


def _grouped(records: VerifiedRecords, label: Label) -> VerifiedRecords:
    both = changed(records, "casualties", 0, count=exact(35), victims="people")
    return without(both, "casualties", 1)


Plant = Callable[[VerifiedRecords, Label], VerifiedRecords]

PLANTED: dict[str, tuple[Plant, list[tuple[str, Wrong]]]] = {
    "quote not in the article": (_ungrounded, [("casualty", Wrong.UNGROUNDED)]),
    "force size as victims": (_forbidden, [("casualty", Wrong.FORBIDDEN)]),
    "history told as news": (
        lambda r, _: changed(r, "events", 6, status=EventStatus.COMPLETED),
        [("event", Wrong.FORBIDDEN)],
    ),
    "two sides in one figure": (_grouped, [("casualty", Wrong.GROUPING), ("casualty", Wrong.GROUPING)]),
    "same victims twice": (
        lambda r, _: added(r, "casualties", r.casualties[0].model_copy(update={"id": "c9"})),
        [("casualty", Wrong.DOUBLE_COUNTED)],
    ),
    "sum of two figures beside them": (
        lambda r, _: added(r, "casualties", r.casualties[0].model_copy(update={"id": "c9", "count": exact(35)})),
        [("casualty", Wrong.DOUBLE_COUNTED)],
    ),
    "hung on another event": (
        lambda r, _: changed(r, "casualties", 0, event_id="e2"),
        [("casualty", Wrong.WRONG_EVENT)],
    ),
    "killed read as injured": (
        lambda r, _: changed(r, "casualties", 0, harm=Harm.INJURED),
        [("casualty", Wrong.WRONG_EFFECT)],
    ),
    "a digit too many": (
        lambda r, _: changed(
            r, "casualties", 0, count=Count(text="at least 26", min=260, best=260, modifier=CountModifier.AT_LEAST)
        ),
        [("casualty", Wrong.WRONG_COUNT)],
    ),
    "hedge dropped": (
        lambda r, _: changed(r, "casualties", 0, count=exact(26)),
        [("casualty", Wrong.BOUND_LOST)],
    ),
    "floor read as ceiling": (
        lambda r, _: changed(r, "casualties", 0, count=Count(text="at least 26", max=26, modifier=CountModifier.UP_TO)),
        [("casualty", Wrong.BOUND_LOST)],
    ),
    "other victims": (
        lambda r, _: changed(r, "casualties", 0, victims="Iraqi soldiers"),
        [("casualty", Wrong.WRONG_VICTIMS)],
    ),
    "running toll as incident": (
        lambda r, _: changed(r, "casualties", 0, scope=Scope.CUMULATIVE),
        [("casualty", Wrong.WRONG_SCOPE)],
    ),
    "sides swapped": (
        lambda r, _: changed(changed(r, "casualties", 0, victim_side="Syrian army"), "casualties", 1, victim_side="IS"),
        [("casualty", Wrong.WRONG_SIDE), ("casualty", Wrong.WRONG_SIDE)],
    ),
    "attacker and target swapped": (
        lambda r, _: changed(r, "events", 1, actors=("IS",), targets=("Russian",)),
        [("event", Wrong.WRONG_SIDE)],
    ),
    "speaker lost": (
        lambda r, _: changed(r, "casualties", 0, claim_ids=()),
        [("casualty", Wrong.WRONG_SOURCE)],
    ),
    "chain shortened": (
        lambda r, _: changed(r, "claims", 10, chain=r.claims[10].chain[:1]),
        [("claim", Wrong.WRONG_SOURCE)],
    ),
    "silence read as assertion": (
        lambda r, _: changed(r, "claims", 2, stance=Stance.ASSERTS),
        [("claim", Wrong.WRONG_STANCE)],
    ),
    "other type": (
        lambda r, _: changed(r, "events", 1, type=EventType.TALKS),
        [("event", Wrong.WRONG_TYPE)],
    ),
    "plan instead of fact": (
        lambda r, _: changed(r, "events", 4, status=EventStatus.PLANNED),
        [("event", Wrong.WRONG_STATUS)],
    ),
    "quote of another sentence": (_span_only, [("casualty", Wrong.SPAN_ONLY)]),
    "a death missed": (lambda r, _: without(r, "casualties", 0), [("casualty", Wrong.MISSED)]),
    "an event invented": (
        lambda r, _: added(r, "events", r.events[1].model_copy(update={"id": "e99", "type": EventType.PROTEST})),
        [("event", Wrong.SPURIOUS)],
    ),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_error_is_named_once_by_its_class(seed_labels: dict[str, Label], name: str) -> None:
    plant, expected = PLANTED[name]
    label = seed_labels["raqqa-offensive"]
    assert wrongs(score_article(label, plant(echo(label), label))) == expected


def test_every_error_class_is_planted_somewhere() -> None:
    assert {wrong for _, expected in PLANTED.values() for _, wrong in expected} == set(Wrong)


@pytest.mark.parametrize("name", PLANTED)
def test_no_wrong_record_is_named_twice(seed_labels: dict[str, Label], name: str) -> None:
    plant, _ = PLANTED[name]
    label = seed_labels["raqqa-offensive"]
    faults = score_article(label, plant(echo(label), label)).faults
    said = [(f.kind, f.said_id) for f in faults if f.said_id]
    gold = [(f.kind, f.gold_id) for f in faults if f.gold_id]
    assert len(said) == len(set(said))
    assert len(gold) == len(set(gold))


# ---------------------------------------------------------------- rules of their own


def test_a_failed_record_fails_its_fact_and_a_poor_quote_does_not(seed_labels: dict[str, Label]) -> None:
    label = seed_labels["raqqa-offensive"]
    dropped = score_article(label, without(echo(label), "casualties", 0))
    assert [f for f, fate in dropped.facts.items() if fate != (None,)] == ["casualty c1"]
    poor = score_article(label, _span_only(echo(label), label))
    assert set(poor.facts.values()) == {(None,)}


def test_grouping_costs_the_strict_figure_and_not_the_rolled_up_one(seed_labels: dict[str, Label]) -> None:
    label = seed_labels["raqqa-offensive"]
    cells = score_article(label, _grouped(echo(label), label)).cells
    assert cells["casualties.strict"].value == pytest.approx(6 / 9)
    assert cells["casualties.strict_rolled_up"].value == 1.0


def test_a_figure_split_where_the_label_has_one_is_grouping_too(porta: Label) -> None:
    records = echo(porta)
    parts = [
        records.casualties[0].model_copy(update={"id": "c8", "count": exact(5)}),
        records.casualties[0].model_copy(update={"id": "c9", "count": exact(7)}),
    ]
    split = records.model_copy(update={"casualties": (*parts, *records.casualties[1:])})
    assert wrongs(score_article(porta, split)) == [("casualty", Wrong.GROUPING)] * 2


def test_an_optional_record_is_neither_missed_nor_spurious(porta: Label) -> None:
    casualties = (porta.casualties[0].model_copy(update={"optional": True}), *porta.casualties[1:])
    label = porta.model_copy(update={"casualties": casualties})
    present, absent = echo(label), without(echo(label), "casualties", 0)
    assert (
        score_article(label, present).cells["casualties.strict"]
        == score_article(label, absent).cells["casualties.strict"]
    )
    assert wrongs(score_article(label, absent)) == []


def test_an_optional_record_with_a_wrong_figure_is_wrong(porta: Label) -> None:
    casualties = (porta.casualties[0].model_copy(update={"optional": True}), *porta.casualties[1:])
    label = porta.model_copy(update={"casualties": casualties})
    score = score_article(label, changed(echo(label), "casualties", 0, count=exact(120)))
    assert wrongs(score) == [("casualty", Wrong.WRONG_COUNT)]
    assert score.cells["casualties.strict"].precision == pytest.approx(2 / 3)
    assert score.cells["casualties.strict"].recall == 1.0


def test_accepted_answers_are_as_right_as_the_labels_own(seed_labels: dict[str, Label]) -> None:
    label = seed_labels["raqqa-offensive"]
    nine = Count(text="nine", min=9, best=9, modifier=CountModifier.AT_LEAST)
    assert wrongs(score_article(label, changed(echo(label), "casualties", 1, count=nine))) == []


def test_events_are_recognised_by_their_dead(porta: Label) -> None:
    """An event told with other words, another place and no parties is found through the casualties on it."""
    nothing = {"location": Location(), "time": TimeReference(), "actors": ()}
    vague = changed(echo(porta), "events", 0, type=EventType.OTHER, **nothing)
    quote = porta.text.index("fired on boats")
    event = vague.events[0]
    piece = event.evidence[0].model_copy(update={"quote": "fired on boats", "start": quote, "end": quote + 14})
    score = score_article(porta, changed(vague, "events", 0, evidence=(piece,)))
    assert ("event", Wrong.WRONG_TYPE) in wrongs(score)
    assert ("event", Wrong.MISSED) not in wrongs(score)


def test_an_article_with_nothing_to_find_and_nothing_said_has_no_figure(porta: Label) -> None:
    empty = porta.model_copy(update={"events": (), "casualties": (), "claims": ()})
    cells = score_article(empty, VerifiedRecords()).cells
    assert cells["casualties.strict"].value is None
    assert cells["evidence.grounded"].value is None


def test_a_speaker_known_by_an_alias_is_the_same_speaker(seed_labels: dict[str, Label]) -> None:
    label = seed_labels["raqqa-offensive"]
    records = echo(label)
    link = records.claims[5].chain[0].model_copy(update={"name": "The war monitor"})
    renamed = changed(records, "claims", 5, chain=(link,), source="The war monitor")
    assert wrongs(score_article(label, renamed)) == []


def test_a_label_may_accept_that_nobody_is_named(porta: Label) -> None:
    at = next(i for i, c in enumerate(porta.casualties) if c.claims)
    bare = changed(echo(porta), "casualties", at, claim_ids=())
    assert (("casualty", Wrong.WRONG_SOURCE)) in wrongs(score_article(porta, bare))
    casualty = porta.casualties[at]
    free = casualty.model_copy(update={"accept": {**casualty.accept, "claims": ("",)}})
    rows = tuple(free if i == at else c for i, c in enumerate(porta.casualties))
    label = porta.model_copy(update={"casualties": rows})
    assert wrongs(score_article(label, bare)) == []
    assert wrongs(score_article(label, echo(porta))) == []
