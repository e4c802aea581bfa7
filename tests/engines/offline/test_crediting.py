"""Who is said to give a figure, and who is said to have done it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.records.draft import DraftRecords

Draft = Callable[[str], DraftRecords]

# text, the count of a figure in it, who gives that figure
READ = [
    ("Nobody was killed, said Pilar Osei, the mayor; two cooks were treated for burns.", "two", "Pilar Osei"),
    ("The clinic said it had counted six dead; at least nine others were hurt.", "at least nine", "clinic"),
    ("Three people were wounded, the mayor said: a monk and two nurses.", "Three", "mayor"),
    ("Forty villagers died, the court ruled: 30 at the well and 10 at the gate.", "Forty", "court"),
    ("Two students were killed, doctors say; protesters say four.", "four", "protesters"),
    ("The army's press office said 25 gunmen came. Eleven were killed, the statement said.", "Eleven", "press office"),
    (
        "The Orun Memory Centre has registered 1,340 persons taken away by men in uniform.",
        "1,340",
        "Orun Memory Centre",
    ),
    ("Peru recorded 34 murders last year, government data show.", "34", "government data"),
    (
        "A member of the Kamba PDF saw two jets. The Lotus Rescue Team said 15 people had died. "
        "The Kamba PDF put army deaths at 32. Two of its own fighters were killed, it added.",
        "Two",
        "Kamba PDF",
    ),
    (
        "Gunmen from the Red Group held the road. Three drivers died, the Delta Region's Rescue Group announced.",
        "Three",
        "Delta Region's Rescue Group",
    ),
]

# text, the count of a figure in it that no source gives
LEFT = [
    ("Some 400 people slept in cellars, the governor said; on the other bank, 90 families moved out.", "90 families"),
    ("The group last claimed an attack in May; 28 soldiers died.", "28"),
    ("The bishop denied that nine men died; four women were hurt.", "four"),
    ('"I saw it," said Omar Lund, a retired clerk, who lost two nephews.', "two"),
    ("A clinic said it took in 51 wounded people. Nine villagers were killed at the market.", "Nine"),
    ("At least 33 civilians died on Thursday, by this agency's own count.", "At least 33"),
]


def _givers(found: DraftRecords, count: str) -> list[str]:
    names = {claim.key: claim.chain[0].name for claim in found.claims}
    figure = next(c for c in found.casualties if c.count == count)
    return [names[key] for key in figure.claims]


@pytest.mark.parametrize(("text", "count", "source"), READ, ids=[row[0][:50] for row in READ])
def test_a_figure_hangs_on_who_gives_it(draft: Draft, text: str, count: str, source: str) -> None:
    (giver,) = _givers(draft(text), count)
    assert source in giver


@pytest.mark.parametrize(("text", "count"), LEFT, ids=[row[0][:50] for row in LEFT])
def test_a_figure_of_the_outlet_hangs_on_nobody(draft: Draft, text: str, count: str) -> None:
    assert _givers(draft(text), count) == []


def test_a_relative_clause_may_part_a_statement(draft: Draft) -> None:
    found = draft("Four of the dead, said Omar Lund, who runs the clinic, were boys.")
    assert [claim.content for claim in found.claims] == [
        "Four of the dead, said Omar Lund, who runs the clinic, were boys"
    ]


@pytest.mark.parametrize(
    ("text", "count", "blamed"),
    [
        ("The Kandor Liberation Front said it had taken six soldiers prisoner.", "six", ("Kandor Liberation Front",)),
        ("The rebels shot dead two soldiers.", "two", ("rebels",)),
        ("Six soldiers were taken alive by the rebels.", "Six", ("rebels",)),
        ("The hospital took in six soldiers.", "six", None),
    ],
)
def test_the_subject_of_taking_did_it(draft: Draft, text: str, count: str, blamed: tuple[str, ...] | None) -> None:
    figures = {c.count: c.attributed_to for c in draft(text).casualties}
    assert figures.get(count) == blamed
