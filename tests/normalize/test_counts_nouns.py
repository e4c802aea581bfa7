"""Noun phrases without a numeral, and the wording of counts."""

from __future__ import annotations

import pytest

from summarizer.normalize.counts import read_count, read_noun_phrase, render_count
from summarizer.records.values import Count
from summarizer.records.vocabulary import CountUnit


def fields(count: Count | None) -> tuple[int | None, int | None, int | None, int | None, str] | None:
    return None if count is None else (count.value, count.min, count.max, count.best, str(count.modifier))


@pytest.mark.parametrize(
    "phrase",
    [
        "his bodyguard",
        "a retired headmistress",
        "a deputy battalion commander",
        "The bride",
        "the bomber",
        "the groom's mother",
        "Col. Hassan Ali",
        "Mahmoud Ould Hamadi",
        "her seven-year-old daughter",
        "a 34-year-old man",
        "an aid worker from Kano",
        "Gen. Abbas",
        "a police officer",
        "THE BOMBER",
        "a passenger who had boarded at Kaduna",
        "soldier",
        "another soldier",
        "a man aged 34",
        "a suspected militant",
        "an accused man",
        "a man suspected of spying",
        "a teacher accused by the rebels",
    ],
)
def test_a_single_victim_without_a_numeral_is_one(phrase):
    count = read_noun_phrase(phrase)
    assert fields(count) == (1, 1, 1, 1, "exact")
    assert count is not None
    assert count.text == phrase


@pytest.mark.parametrize(
    "phrase",
    [
        "militants",
        "the troops",
        "his bodyguards",
        "Taliban militants",
        "Israelis",
        "policemen",
        "the wounded",
        "civilians in Aleppo",
        "SOLDIERS",
        "a group of soldiers",
        "some villagers",
        "members of the Bayatli family",
        "security personnel",
        "soldiers and civilians",
        "other passengers",
        "Villagers",
        "Members of Los Choneros",
        "Los Choneros",
        "Azov Fighters",
        "Volunteers for the Defense of the Fatherland (VDP) fighters",
    ],
)
def test_a_bare_plural_asserts_at_least_two(phrase):
    assert fields(read_noun_phrase(phrase)) == (None, 2, None, None, "vague")


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "   ",
        "were killed",
        "in Aleppo",
        "quickly",
        "of them",
        "most of them",
        "a third of the village",
        "and",
        "...",
        "killed",
        "a driver and a cook",
        "who died",
        "a majority of residents",
        "40 km",
        "in 2014",
        "3-1",
        "half of the crew",
    ],
)
def test_what_is_no_noun_phrase_of_one_count_is_not_recognised(phrase):
    assert read_noun_phrase(phrase) is None


@pytest.mark.parametrize("phrase", ["at least 26 IS militants", "nine people", "dozens of villagers", "no one"])
def test_a_noun_phrase_with_a_numeral_reads_as_its_count(phrase):
    assert read_noun_phrase(phrase) == read_count(phrase)


def test_a_collective_is_not_one_person():
    count = read_noun_phrase("a patrol")
    assert fields(count) == (1, None, None, None, "exact")
    assert count is not None
    assert count.unit is CountUnit.OTHER


@pytest.mark.parametrize(
    ("phrase", "wording"),
    [
        ("26", "26"),
        ("no fewer than twenty-six", "at least 26"),
        ("over 2000", "more than 2,000"),
        ("around a hundred", "about 100"),
        ("close to 50", "nearly 50"),
        ("as many as 30", "up to 30"),
        ("less than 10", "fewer than 10"),
        ("10-15", "between 10 and 15"),
        ("dozens", "dozens"),
        ("a few", "several"),
        ("several dozen", "several dozen"),
        ("tens of thousands", "tens of thousands"),
        ("nobody", "none"),
        ("losses", "an unknown number"),
        ("two families", "2 families"),
        ("one household", "1 household"),
        ("no families", "no families"),
        ("14 corpses", "14 bodies"),
        ("bare", None),
        ("at least 10, and possibly as many as 15", "at least 10 and possibly as many as 15"),
    ],
)
def test_a_count_is_worded_from_its_fields(phrase, wording):
    count = read_count(phrase)
    assert (None if count is None else render_count(count)) == wording


@pytest.mark.parametrize("phrase", ["Sergeant Ali, 33", "Ali Omar, 19, of Tyre", "a teacher, 45", "the driver (34)"])
def test_an_age_behind_one_person_is_no_number_of_people(phrase):
    assert fields(read_count(phrase)) in (None, (1, 1, 1, 1, "exact"))
    assert fields(read_noun_phrase(phrase)) == (1, 1, 1, 1, "exact")


@pytest.mark.parametrize(
    "phrase",
    ["Ali Omar, 19, and Hassan Saad", "Three women and the driver", "the imam of our mosque and my elder brother"],
)
def test_a_list_is_not_counted_by_one_of_its_members(phrase):
    assert read_count(phrase) is None
    assert read_noun_phrase(phrase) is None
