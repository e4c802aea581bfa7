"""People told of as missing, taken or dead who are well, and harm that somebody only wished for or took back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.records.draft import DraftRecords
from summarizer.records.vocabulary import EventStatus, EventType, Harm, Scope

Draft = Callable[[str], DraftRecords]


@pytest.mark.parametrize(
    "text",
    [
        "Four miners reported missing after Monday's attack on the mine were found alive on Wednesday.",
        "Twelve fishermen listed as kidnapped last week have returned home; they had lost their way in a storm.",
        "The 23 pupils feared abducted from the school had not been taken by gunmen but had fled into the bush.",
        "Gunmen raided the mine. Local media had reported a geologist killed; the man was in fact hiding and unharmed.",
        'The mother of a student who was reported dead in the raid wept. "He missed the bus. He is alive," she said.',
        'He told an informant that he wanted "at least fifty dead".',
        "The army held an exercise. In the scenario, 30 soldiers were wounded and evacuated by helicopter.",
    ],
)
def test_nobody_came_to_harm(draft: Draft, text: str) -> None:
    assert draft(text).casualties == ()


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Four miners were reported missing after the attack. Two others were found alive.", [("Four", Harm.MISSING)]),
        ("Four miners are missing, and two of them turned up dead on Friday.", [("Four", Harm.MISSING)]),
        ("Three people are missing whose names had turned up neither here nor there.", [("Three", Harm.MISSING)]),
        ("Ten farmers were reported killed in the raid; two others walked back home.", [("Ten", Harm.KILLED)]),
        ("Five guards were abducted and later returned home.", [("Five", Harm.CAPTURED)]),
        (
            "Rescuers dug for six people believed to be under the rubble; four of them were pulled out alive.",
            [("six", Harm.MISSING)],
        ),
    ],
)
def test_others_did(draft: Draft, text: str, due: list[tuple[str, Harm]]) -> None:
    assert [(c.count, c.harm) for c in draft(text).casualties][: len(due)] == due


def test_a_statement_taken_back(draft: Draft) -> None:
    found = draft(
        "The ministry corrected its earlier statement that 14 people had died in the strike on the market, saying on"
        " Sunday that the number of dead was 9."
    )
    assert [(c.count, c.scope) for c in found.casualties] == [("14", Scope.SUPERSEDED), ("9", Scope.INCIDENT)]


def test_listed_as_abducted_is_passive(draft: Draft) -> None:
    found = draft("Troops found the body of a fisherman who had been listed as abducted.")
    assert all(e.actors == () for e in found.events if e.type is EventType.ABDUCTION)
    assert [c.attributed_to for c in found.casualties] == [()]


def test_a_deed_of_may_is_history(draft: Draft) -> None:
    found = draft("Rebels raided the village on Monday. In May, they burned the school of Damba.")
    assert [e.status for e in found.events if e.type is EventType.DESTRUCTION] == [EventStatus.BACKGROUND]


@pytest.mark.parametrize(
    "text",
    [
        "A UN report said the movement's forces had killed 218 former soldiers since taking power.",
        "Families of the 1,469 people who disappeared under Pinochet marched on Monday.",
    ],
)
def test_tolls_of_a_rule(draft: Draft, text: str) -> None:
    assert [c.scope for c in draft(text).casualties] == [Scope.CUMULATIVE]


def test_a_deed_of_years_ago_is_history(draft: Draft) -> None:
    found = draft("Ten years after gunmen killed 130 people in Paris, survivors gathered at the Bataclan on Thursday.")
    assert [e.status for e in found.events] == [EventStatus.BACKGROUND]


def test_what_is_speculated_about_is_no_event(draft: Draft) -> None:
    found = draft("Nine people died in the blast. Police said any speculation about a militant attack was unnecessary.")
    assert {e.status for e in found.events if e.type is EventType.ATTACK} <= {EventStatus.HYPOTHETICAL}


def test_any_troops_sent_are_none_yet(draft: Draft) -> None:
    found = draft("Moscow warned that any Western troops sent to Ukraine would be legitimate targets.")
    assert {e.status for e in found.events} <= {EventStatus.HYPOTHETICAL}


@pytest.mark.parametrize(
    "text",
    [
        "Russia and Ukraine are due to exchange 25 seriously wounded prisoners each later this week.",
        "The names of the dead were read out. The youngest of the victims was 15 and the oldest was 81.",
        "She fears four others will not survive the week.",
        "We wish to dismiss social media reports claiming that rebels killed four customs officers at the post.",
        "Had these devices exploded in the market, many lives would have been lost.",
    ],
)
def test_figures_of_nobody_harmed(draft: Draft, text: str) -> None:
    assert draft(text).casualties == ()
