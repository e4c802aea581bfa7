"""Counts without a numeral, N10 to N12, and counts of bodies, N14."""

from __future__ import annotations

import pytest

TEXT = (
    "The garrison lost its radio when rebels fired on the depot. The garrison shot a courier and wounded the cook, "
    "the depot's clerk said. Nils Brandt, a driver, was killed."
)


@pytest.mark.parametrize("count", ["garrison", "The garrison"])
def test_a_party_that_is_not_the_victims_counts_nobody(bench, count):
    """N10: with and without its article."""
    b = bench(TEXT)
    records = b.run(b.actor("The garrison"), b.casualty("c", count, "The garrison shot a courier", victims="a courier"))
    assert (records.casualties, b.rules()) == ((), ["N10"])


def test_a_bare_piece_of_a_phrase_counts_nobody_else(bench):
    """N10: "depot" is neither the cook nor a whole phrase."""
    b = bench(TEXT)
    records = b.run(b.casualty("c", "clerk", "wounded the cook, the depot's clerk said", victims="the cook"))
    assert (records.casualties, b.rules()) == ((), ["N10"])


def test_another_wording_for_the_victim_is_pointed_out(bench):
    """N11: a name and an office may be one person."""
    b = bench(TEXT)
    records = b.run(b.casualty("c", "a driver", "Nils Brandt, a driver, was killed", victims="Nils Brandt"))
    assert (len(records.casualties), b.rules()) == (1, ["N11"])


@pytest.mark.parametrize(("count", "victims"), [("a courier", "a courier"), ("Nils Brandt", "Nils Brandt, a driver")])
def test_the_words_for_the_victim_are_a_count(bench, count, victims):
    b = bench(TEXT)
    records = b.run(b.casualty("c", count, "The garrison shot a courier", "Nils Brandt, a driver", victims=victims))
    assert (records.casualties[0].count.value, b.rules()) == (1, [])


def test_a_numeral_needs_no_word_of_the_victims(bench):
    b = bench("Shells fell on the port. At least 26 were killed, dozens hurt.")
    assert len(b.run(b.casualty("c", "At least 26", "At least 26 were killed", victims="the port")).casualties) == 1


def test_a_cut_phrase_is_completed(bench):
    """N12: the last word of what names the victim becomes the whole of it."""
    b = bench("Gunmen shot the mayor's driver on Monday.")
    records = b.run(b.casualty("c", "driver", "Gunmen shot the mayor's driver", victims="the mayor's driver"))
    assert (records.casualties[0].count.text, b.rules()) == ("the mayor's driver", ["N12"])


@pytest.mark.parametrize(("count", "victims"), [("unharmed", "passengers"), ("Unhurt", "the crew")])
def test_a_word_for_no_harm_is_the_count_0(bench, count, victims):
    """Decision 070: of the people named none came to harm."""
    b = bench(f"The bus burned. {count} were {victims}, the police said.")
    draft = b.casualty("c", count, f"{count} were {victims}", victims=victims, harm="casualties")
    (found,) = b.run(draft).casualties
    assert (found.count.value, found.count.max, b.rules()) == (0, 0, [])


@pytest.mark.parametrize(("harm", "rules"), [("injured", ["N14"]), ("killed", [])])
def test_bodies_are_never_injured(bench, harm, rules):
    """N14: they are dead, and "300 injured" beside them says nothing of them."""
    b = bench("A medic had seen 58 bodies and about 300 injured.")
    others = b.casualty("d", "about 300", "about 300 injured", victims="injured", harm="injured")
    b.run(b.casualty("c", "58", "58 bodies", victims="bodies", harm=harm), others)
    assert b.rules() == rules
