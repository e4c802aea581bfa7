"""Rules on coverage, C1 and C2."""

from __future__ import annotations

import pytest

from summarizer.verify.harmed import harmed_numbers
from summarizer.verify.quotes import Locator


def found(bench, text):
    """(words, harm) of every number that reads as people harmed."""
    return [(number.count.text, str(number.harm)) for number in harmed_numbers(Locator(bench(text).article))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 26 militants had been killed.", [("At least 26", "killed")]),
        ("The blast killed 12 people.", [("12", "killed")]),
        ("A mine went off, killing at least nine soldiers.", [("at least nine", "killed")]),
        ("Officials said 31 were wounded.", [("31", "injured")]),
        ("The raid left 14 dead and 31 wounded.", [("14", "killed"), ("31", "injured")]),
        ("Eleven civilians, four of them children, perished.", [("Eleven", "killed"), ("four", "killed")]),
        ("The bomb killed three soldiers and nine civilians.", [("three", "killed"), ("nine", "killed")]),
        ("Three soldiers and nine civilians were killed.", [("Three", "killed"), ("nine", "killed")]),
        ("The group documented 212 civilian deaths.", [("212", "killed")]),
        ("The death toll rose to 38.", [("38", "killed")]),
        ("The attack claimed eight lives.", [("eight", "killed")]),
        ("Forty people lost their lives.", [("Forty", "killed")]),
        ("Gunmen abducted more than 40 students.", [("more than 40", "captured")]),
        ("Dozens were injured.", [("Dozens", "injured")]),
        ("About 20,000 people were displaced.", [("About 20,000", "displaced")]),
        ("Police found 17 bodies.", [("17 bodies", "killed")]),
        ("He put the number of soldiers taken prisoner at 167.", [("167", "captured")]),
        ("Six people were missing.", [("Six", "missing")]),
        ("More than 2,000 militants have gathered in the north.", []),
        ("12,500 peacekeepers will be deployed after the killings.", []),
        ("The town, some 40 km away, was shelled and fighters were killed.", []),
        ("A 26-year-old man was killed.", []),
        ("The army sent 500 men after rebels killed a mayor.", []),
        ("The blast destroyed 12 houses and killed a woman.", []),
        ("Roughly 30 goats and six donkeys also perished.", []),
        ("Two brigades took part in the battle in which the general was killed.", []),
        ("The killing, on May 14, shocked 26 countries.", []),
        ("It was the third attack in 10 days to kill a policeman.", []),
        ("The judge received another death threat, and no one has been arrested since the killing.", []),
        ("One group murdered the priests and another that murdered two maids.", [("two", "killed")]),
        ("The amnesty covers more than 1,000 prisoners.", []),
        ("The blast injured no one.", [("no one", "injured")]),
        ("Nine witnesses told the court how the man was killed.", []),
    ],
)
def test_scanner_reads_people_harmed_and_nothing_else(bench, text, expected):
    """A number is bound to a word of harm inside its clause, or it is left alone."""
    assert found(bench, text) == expected


def test_number_in_no_record_is_a_warning_with_its_place(bench):
    """C1: what no record holds is named."""
    text = "The blast killed 12 people. It wounded 30."
    b = bench(text)
    b.run(b.casualty("c", "12", "killed 12 people"))
    (finding,) = b.findings
    assert (finding.rule, finding.severity, text[finding.start : finding.end]) == ("C1", "warning", "30")


def test_recorded_numbers_give_no_finding(bench):
    """C1 is silent when each number is inside a quote of a record with its figure."""
    b = bench("The raid left 14 dead and 31 wounded.")
    b.run(
        b.casualty("a", "14", "The raid left 14 dead"),
        b.casualty("b", "31", "14 dead and 31 wounded", harm="injured"),
    )
    assert b.findings == ()


def test_number_inside_a_quote_but_with_another_figure_is_uncovered(bench):
    """C1: standing in some record's quote is not enough."""
    b = bench("The raid left 14 dead and 31 wounded.")
    b.run(b.casualty("a", "14", "The raid left 14 dead and 31 wounded"))
    assert [finding.message for finding in b.findings] == ['"31" reads as people injured, but no record has it']


def test_refused_record_covers_nothing(bench):
    """C1 names the number of a record that was refused."""
    b = bench("The raid left 14 dead.")
    b.run(b.casualty("a", "14", "The raid left 14 people dead", sentence=1))
    assert [finding.rule for finding in b.findings] == ["Q2", "Q8", "C1"]


def test_figure_told_again_is_an_information(bench):
    """C2: the same figure and harm in another sentence points at the record."""
    b = bench("The raid killed 14 people. Rain fell. Of the 14 killed, none was armed.")
    b.run(b.casualty("a", "14", "The raid killed 14 people"))
    (finding,) = b.said("C2")
    assert (finding.record, finding.severity) == ("c1", "info")
    assert b.said("C1") == []


def test_same_figure_of_another_harm_is_no_repetition(bench):
    """C1: fourteen killed do not cover fourteen wounded."""
    b = bench("The raid killed 14 people. Elsewhere 14 were wounded.")
    b.run(b.casualty("a", "14", "The raid killed 14 people"))
    assert [finding.rule for finding in b.findings] == ["C1"]
