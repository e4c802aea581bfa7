"""Which record answers which: one hand-made case for every rule."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer.evaluate.alignment import Alignment, align
from summarizer.evaluate.echo import echo
from summarizer.evaluate.faults import Wrong, find_faults
from summarizer.evaluate.labels import Label, load_label
from summarizer.evaluate.traps import sprung
from summarizer.evaluate.views import prepare
from summarizer.records.values import Count, Link, Location, TimeReference
from summarizer.records.verified import VerifiedRecords
from summarizer.records.vocabulary import CountModifier, EventStatus, EventType, Harm, SourceType, Stance


def aligned(label: Label, records: VerifiedRecords) -> Alignment:
    return align(prepare(label, records))


def pairs(label: Label, records: VerifiedRecords, kind: str = "casualties") -> set[tuple[str, str]]:
    return {(g.id, s.id) for g, s in getattr(aligned(label, records), kind).pairs}


def wrong(label: Label, records: VerifiedRecords) -> list[tuple[str, str]]:
    return [(f.kind, str(f.wrong)) for f in find_faults(aligned(label, records))]


def changed(records: VerifiedRecords, kind: str, at: int, **fields: Any) -> VerifiedRecords:
    rows = list(getattr(records, kind))
    rows[at] = rows[at].model_copy(update=fields)
    return records.model_copy(update={kind: tuple(rows)})


def accepting(label: Label, kind: str, at: int, **accept: tuple[object, ...]) -> Label:
    rows = list(getattr(label, kind))
    rows[at] = rows[at].model_copy(update={"accept": accept})
    return label.model_copy(update={kind: tuple(rows)})


def exact(n: int) -> Count:
    return Count(text=str(n), value=n, min=n, best=n, max=n, modifier=CountModifier.EXACT)


ACCEPTED: dict[str, tuple[str, dict[str, tuple[object, ...]], dict[str, Any]]] = {
    "another harm": ("casualties", {"harm": ("injured",)}, {"harm": Harm.INJURED}),
    "another floor": (
        "casualties",
        {"min": (13,)},
        {"count": Count(text="12", min=13, best=None, modifier=CountModifier.MORE_THAN)},
    ),
    "another wording of the victims": ("casualties", {"victims": ("boats",)}, {"victims": "boats"}),
    "another side": ("casualties", {"victim_side": ("coast guard",)}, {"victim_side": "coast guard"}),
    "another scope": ("casualties", {"scope": ("cumulative",)}, {"scope": "cumulative"}),
    "another event": ("casualties", {"event": ("e2",)}, {"event_id": "e2"}),
    "another type": ("events", {"type": ("talks",)}, {"type": EventType.TALKS}),
    "another status": ("events", {"status": ("planned",)}, {"status": EventStatus.PLANNED}),
    "another stance": ("claims", {"stance": ("denies",)}, {"stance": Stance.DENIES}),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_an_accepted_answer_is_right_and_would_be_wrong_without(name: str, porta: Label) -> None:
    kind, accept, fields = ACCEPTED[name]
    records = changed(echo(porta), kind, 0, **fields)
    best = {"best": (None,)} if "min" in accept else {}
    assert wrong(accepting(porta, kind, 0, **accept, **best), records) == []
    plain = accepting(porta, kind, 0)
    assert [w for _, w in wrong(plain, records)] != []


def test_equal_figures_are_told_apart_by_their_victims(porta: Label) -> None:
    """Two records of two dead each: each answers the one with its own victims, in either order."""
    one = porta.casualties[2]
    twin = one.model_copy(update={"id": "c9", "victims": "fishermen", "quotes": porta.casualties[0].quotes})
    label = porta.model_copy(update={"casualties": (one, twin)})
    records = echo(label)
    assert pairs(label, records) == {("c3", "c3"), ("c9", "c9")}
    turned = records.model_copy(update={"casualties": records.casualties[::-1]})
    assert pairs(label, turned) == {("c3", "c3"), ("c9", "c9")}


def test_a_figure_hung_on_the_right_event_is_preferred(porta: Label) -> None:
    """The same figure twice, on two events: each answers the one on its own event."""
    one = porta.casualties[0]
    twin = one.model_copy(update={"id": "c9", "event": "e2"})
    label = porta.model_copy(update={"casualties": (one, twin)})
    said = echo(label)
    assert pairs(label, said.model_copy(update={"casualties": said.casualties[::-1]})) == {("c1", "c1"), ("c9", "c9")}


def test_a_wrong_event_link_is_one_error(porta: Label) -> None:
    assert wrong(porta, changed(echo(porta), "casualties", 0, event_id="e2")) == [("casualty", "wrong_event")]


def test_a_link_to_an_event_that_answers_none_is_that_events_error_alone(porta: Label) -> None:
    records = echo(porta)
    elsewhere = porta.text.index("Around 400")
    piece = (
        records.events[0]
        .evidence[0]
        .model_copy(update={"quote": "Around 400 boats", "start": elsewhere, "end": elsewhere + 16})
    )
    stray = records.events[0].model_copy(
        update={
            "id": "e9",
            "type": EventType.TALKS,
            "evidence": (piece,),
            "actors": (),
            "location": Location(),
            "time": TimeReference(),
        }
    )
    moved = changed(records.model_copy(update={"events": (*records.events, stray)}), "casualties", 1, event_id="e9")
    assert wrong(porta, moved) == [("event", "spurious")]


def test_type_and_party_alone_recognise_no_event(porta: Label) -> None:
    """Nothing of the words, the place, the day or the dead is shared: one missed, one spurious."""
    records = echo(porta)
    elsewhere = porta.text.index("The army could")
    piece = (
        records.events[0]
        .evidence[0]
        .model_copy(update={"quote": "The army could attack", "start": elsewhere, "end": elsewhere + 21})
    )
    nothing = {"location": Location(), "time": TimeReference(), "evidence": (piece,)}
    moved = changed(records, "events", 0, **nothing).model_copy(update={"casualties": ()})
    missed = {("event", "missed"), ("event", "forbidden")}
    assert missed <= set(wrong(porta, moved))


def test_parts_of_two_events_are_no_group(porta: Label) -> None:
    """12 dead on one event and 2 on the other never make 14 of one."""
    records = echo(porta)
    total = records.casualties[0].model_copy(update={"id": "c9", "count": exact(14), "victims": "soldiers"})
    assert aligned(porta, records.model_copy(update={"casualties": (total,)})).groups == ()


def test_parts_of_two_harms_are_no_group(porta: Label) -> None:
    records = echo(porta)
    total = records.casualties[0].model_copy(update={"id": "c9", "count": exact(15), "victims": "zebras"})
    assert aligned(porta, records.model_copy(update={"casualties": (total,)})).groups == ()


def test_a_middle_link_more_or_less_is_accepted(seed_labels: dict[str, Label]) -> None:
    label = seed_labels["raqqa-offensive"]
    chain = echo(label).claims[10].chain
    without = changed(echo(label), "claims", 10, chain=(chain[0], chain[2]))
    assert wrong(label, without) == []
    more = (chain[0], chain[1], Link(name="State media", type=SourceType.STATE_MEDIA), chain[2])
    assert wrong(label, changed(echo(label), "claims", 10, chain=more)) == []


def test_two_claims_of_one_sentence_are_told_apart_by_stance_and_content(seed_labels: dict[str, Label]) -> None:
    label = seed_labels["raqqa-offensive"]
    records = echo(label)
    turned = records.model_copy(update={"claims": records.claims[::-1]})
    assert {(g, s) for g, s in pairs(label, turned, "claims") if g in ("k5", "k6")} == {("k5", "k5"), ("k6", "k6")}


def test_an_owed_record_comes_before_an_optional_one(porta: Label) -> None:
    """One record could answer two equal labels: the one that is owed gets it, so nothing is missed."""
    spare = porta.casualties[0].model_copy(update={"id": "c0", "optional": True})
    label = porta.model_copy(update={"casualties": (spare, *porta.casualties)})
    assert wrong(label, echo(porta)) == []


@pytest.mark.parametrize(
    ("quote", "falls"),
    [("Around 400 boats", True), ("Around 400 boats use the harbour", True), ("use the harbour", False)],
)
def test_a_trap_springs_when_the_number_stands_in_its_words(porta: Label, quote: str, falls: bool) -> None:
    start = porta.text.index(quote)
    records = echo(porta)
    piece = (
        records.casualties[0].evidence[0].model_copy(update={"quote": quote, "start": start, "end": start + len(quote)})
    )
    number = "Around 400" if "400" in quote else "harbour"
    count = Count(text=number, best=400, modifier=CountModifier.ABOUT)
    said = changed(records, "casualties", 0, evidence=(piece,), count=count)
    view = prepare(porta, said).said_casualties[0]
    assert bool(sprung(porta, "casualty", view)) == falls


def test_a_plan_told_as_a_plan_springs_no_trap(porta: Label) -> None:
    start = porta.text.index("The army could attack")
    records = echo(porta)
    piece = (
        records.events[0]
        .evidence[0]
        .model_copy(update={"quote": "The army could attack the gunmen's base", "start": start, "end": start + 39})
    )
    for status, falls in ((EventStatus.HYPOTHETICAL, False), (EventStatus.COMPLETED, True)):
        said = changed(records, "events", 1, evidence=(piece,), status=status)
        assert bool(sprung(porta, "event", prepare(porta, said).said_events[1])) == falls


def test_a_quote_at_another_place_with_the_same_words_counts(write: Callable[..., Path]) -> None:
    """A headline repeated in the body: either is good evidence."""
    article = "Two soldiers died in a clash\n\nTwo soldiers died in a clash on Monday, the army said.\n"
    label = (
        'schema = 1\narticle = "article.txt"\nlabeller = "t"\nreviewed = true\n\n[[casualty]]\nid = "c1"\n'
        'harm = "killed"\ncount = "Two"\nmin = 2\nbest = 2\nmax = 2\nmodifier = "exact"\nvictims = "soldiers"\n'
        'victim_status = "combatant"\nscope = "incident"\nquotes = ["Two soldiers died in a clash on Monday"]\n'
    )
    own = load_label(write(label=label, article=article))
    records = echo(own)
    piece = (
        records.casualties[0]
        .evidence[0]
        .model_copy(update={"quote": "Two soldiers died in a clash", "start": 0, "end": 28})
    )
    assert wrong(own, changed(records, "casualties", 0, evidence=(piece,))) == []
    assert Wrong.SPAN_ONLY not in {w for _, w in wrong(own, records)}
