"""The counting table of docs/records.md, row by row."""

from __future__ import annotations

import pytest

from summarizer.normalize.counts import find_counts, read_count
from summarizer.records.values import Count
from summarizer.records.vocabulary import CountModifier, CountUnit

# wording, value, min, max, best, modifier: the rows of the table in its order
TABLE = [
    ("26", 26, 26, 26, 26, "exact"),
    ("nine", 9, 9, 9, 9, "exact"),
    ("a soldier", 1, 1, 1, 1, "exact"),
    ("one man", 1, 1, 1, 1, "exact"),
    ("at least 26", 26, 26, None, 26, "at_least"),
    ("no fewer than 26", 26, 26, None, 26, "at_least"),
    ("26 or more", 26, 26, None, 26, "at_least"),
    ("a minimum of 26", 26, 26, None, 26, "at_least"),
    ("more than 40", 40, 40, None, 40, "more_than"),
    ("over 40", 40, 40, None, 40, "more_than"),
    ("upwards of 40", 40, 40, None, 40, "more_than"),
    ("40-plus", 40, 40, None, 40, "more_than"),
    ("about 100", 100, None, None, 100, "about"),
    ("around 100", 100, None, None, 100, "about"),
    ("some 100", 100, None, None, 100, "about"),
    ("roughly 100", 100, None, None, 100, "about"),
    ("approximately 100", 100, None, None, 100, "about"),
    ("an estimated 100", 100, None, None, 100, "about"),
    ("around a hundred", 100, None, None, 100, "about"),
    ("nearly 50", 50, None, 50, 50, "nearly"),
    ("almost 50", 50, None, 50, 50, "nearly"),
    ("close to 50", 50, None, 50, 50, "nearly"),
    ("up to 30", 30, None, 30, None, "up_to"),
    ("as many as 30", 30, None, 30, None, "up_to"),
    ("a maximum of 30", 30, None, 30, None, "up_to"),
    ("fewer than 10", 10, None, 10, None, "fewer_than"),
    ("under 10", 10, None, 10, None, "fewer_than"),
    ("between 10 and 15", None, 10, 15, None, "range"),
    ("10 to 15", None, 10, 15, None, "range"),
    ("10-15", None, 10, 15, None, "range"),
    ("26 or 27", None, 26, 27, None, "range"),
    ("at least 10, and possibly as many as 15", 10, 10, 15, 10, "range"),
    ("tens", None, 10, None, None, "vague"),
    ("dozens", None, 12, None, None, "vague"),
    ("a few dozen", None, 12, None, None, "vague"),
    ("two dozen", 24, 24, 24, 24, "exact"),
    ("half a dozen", 6, 6, 6, 6, "exact"),
    ("a dozen", 12, 12, 12, 12, "exact"),
    ("about a dozen", 12, None, None, 12, "about"),
    ("scores", None, 20, None, None, "vague"),
    ("hundreds", None, 100, None, None, "vague"),
    ("thousands", None, 1000, None, None, "vague"),
    ("tens of thousands", None, 10000, None, None, "vague"),
    ("several hundred", None, 300, None, None, "vague"),
    ("several dozen", None, 36, None, None, "vague"),
    ("several", None, 3, None, None, "vague"),
    ("a few", None, 3, None, None, "vague"),
    ("a handful", None, 3, None, None, "vague"),
    ("a couple of", 2, 2, 2, 2, "exact"),
    ("both", 2, 2, 2, 2, "exact"),
    ("a pair", 2, 2, 2, 2, "exact"),
    ("a number of", None, 2, None, None, "vague"),
    ("many", None, 2, None, None, "vague"),
    ("multiple", None, 2, None, None, "vague"),
    ("heavy casualties", None, None, None, None, "unquantified"),
    ("losses", None, None, None, None, "unquantified"),
    ("casualties were reported", None, None, None, None, "unquantified"),
    ("an unknown number", None, None, None, None, "unquantified"),
    ("no casualties", 0, 0, 0, 0, "exact"),
    ("none hurt", 0, 0, 0, 0, "exact"),
    ("11 people", 11, 11, 11, 11, "exact"),
    ("five dead", 5, 5, 5, 5, "exact"),
    ("26 militants", 26, 26, 26, 26, "exact"),
    ("nine from the Syrian and allied forces", 9, 9, 9, 9, "exact"),
    ("killed and wounded 30", 30, 30, 30, 30, "exact"),
    ("30 casualties", 30, 30, 30, 30, "exact"),
    ("40 killed or injured", 40, 40, 40, 40, "exact"),
    ("including 12 children", 12, 12, 12, 12, "exact"),
    ("among them two medics", 2, 2, 2, 2, "exact"),
    ("3,000 have died", 3000, 3000, 3000, 3000, "exact"),
    ("bringing the toll of the war to 50", 50, 50, 50, 50, "exact"),
    ("another 6", 6, 6, 6, 6, "exact"),
    ("6 more", 6, 6, 6, 6, "exact"),
    ("one more", 1, 1, 1, 1, "exact"),
    ("the other two", 2, 2, 2, 2, "exact"),
    ("two score", 40, 40, 40, 40, "exact"),
    ("hundreds of thousands displaced", None, 100000, None, None, "vague"),
    ("more than 2,000 militants", 2000, 2000, None, 2000, "more_than"),
]


def fields(count: Count | None) -> tuple[int | None, int | None, int | None, int | None, str] | None:
    return None if count is None else (count.value, count.min, count.max, count.best, str(count.modifier))


@pytest.mark.parametrize(("phrase", "value", "low", "high", "best", "modifier"), TABLE, ids=[row[0] for row in TABLE])
def test_each_wording_of_the_table_reads_as_the_table_says(phrase, value, low, high, best, modifier):
    count = read_count(phrase)
    assert fields(count) == (value, low, high, best, modifier)
    assert count is not None
    assert count.text == phrase
    assert count.unit is CountUnit.PEOPLE
    assert not count.derived


@pytest.mark.parametrize(("phrase", "value", "low", "high", "best", "modifier"), TABLE, ids=[row[0] for row in TABLE])
def test_capitals_change_nothing(phrase, value, low, high, best, modifier):
    assert fields(read_count(phrase.upper())) == (value, low, high, best, modifier)


@pytest.mark.parametrize(
    ("phrase", "value", "modifier", "unit"),
    [
        ("two families", 2, "exact", "families"),
        ("three households", 3, "exact", "households"),
        ("some 320 households", 320, "about", "households"),
        ("more than 1,200 displaced families", 1200, "more_than", "families"),
        ("10 to 15 families", 10, "at_least", "families"),
        ("dozens of families", None, "vague", "families"),
        ("no families", 0, "exact", "families"),
    ],
)
def test_families_and_households_keep_their_figure_and_never_bound_people(phrase, value, modifier, unit):
    count = read_count(phrase)
    assert count is not None
    assert fields(count) == (value, None, None, None, modifier)
    assert count.unit == unit


@pytest.mark.parametrize("phrase", ["14 bodies", "14 charred bodies", "14 corpses", "fourteen unidentified bodies"])
def test_bodies_are_counted_as_bodies(phrase):
    count = read_count(phrase)
    assert fields(count) == (14, 14, 14, 14, "exact")
    assert count is not None
    assert count.unit is CountUnit.BODIES


@pytest.mark.parametrize(
    ("phrase", "total"),
    [
        ("a couple and their three children", 5),
        ("his wife and two sons", 3),
        ("my father and four brothers", 5),
        ("her husband, a son and two daughters", 4),
        ("his parents and a sister", 3),
        ("a woman and her two sons", 3),
        ("a father and son", 2),
        ("a mother and two children", 3),
        ("a man, his wife and their four daughters", 6),
        ("a 34-year-old woman and her baby", 2),
        ("an elderly couple and their grandson", 3),
        ("a farmer, Ann Lee, and her son", 2),
        ("a village elder, Musa Al-Haji, his wife and their two daughters", 4),
        ("a man, his wife, and his son", 3),
        ("two brothers and their father", 3),
        ("A COUPLE AND TWO OF THEIR CHILDREN", 4),
    ],
)
def test_kin_in_one_phrase_are_added_up_and_marked_derived(phrase, total):
    count = read_count(phrase)
    assert fields(count) == (total, total, total, total, "exact")
    assert count is not None
    assert count.derived


@pytest.mark.parametrize(
    "phrase",
    [
        "five people and a teacher",
        "26 militants along with nine from the Syrian and allied forces",
        "at least 26 soldiers and nine civilians",
        "half a dozen geologists, a driver and a cook",
        "17 people, six of them women",
        "soldiers and two civilians",
        "a couple and their children",
        "from 30 to 45, revised",
    ],
)
def test_several_counts_in_one_phrase_are_not_one_count(phrase):
    count = read_count(phrase)
    assert count is None or count.modifier is CountModifier.RANGE


@pytest.mark.parametrize(
    "phrase",
    [
        "the mayor and his two bodyguards",
        "a passer-by and a schoolgirl",
        "one of its commanders and his bodyguard",
        "her uncle, her brother and the two guards",
        "two soldiers and their commander",
        "three officers and their local driver",
        "his wife and children",
        "his brother and two soldiers",
    ],
)
def test_a_number_that_leaves_people_out_is_not_the_count_of_the_phrase(phrase):
    """N4: three people must not be read as two."""
    assert read_count(phrase) is None


@pytest.mark.parametrize(
    "phrase", ["no reports of casualties", "No injuries were reported", "no immediate word on casualties"]
)
def test_absence_of_a_report_is_not_zero(phrase):
    assert read_count(phrase) is None


def test_a_revised_toll_is_two_figures_and_no_range():
    found = find_counts("The toll was revised up from 30 to 45.")
    assert [(f.count.value, str(f.count.modifier)) for f in found] == [(30, "exact"), (45, "exact")]


@pytest.mark.parametrize(
    "phrase", ["the third soldier to die this month", "third offensive", "40 km", "the 14th victim"]
)
def test_ordinals_and_distances_are_no_counts(phrase):
    assert read_count(phrase) is None
    assert find_counts(phrase) == ()


def test_a_toll_that_has_gone_up_to_a_figure_is_no_ceiling():
    """A movement, as with "went up to"."""
    for verb in ("went", "has gone"):
        (found,) = find_counts(f"The number of dead {verb} up to 41.")
        assert fields(found.count) == (41, 41, 41, 41, "exact")


@pytest.mark.parametrize("text", ["He killed 15, perhaps in error.", "It hit 15, perhaps the worst toll yet."])
def test_perhaps_that_opens_a_new_clause_is_no_hedge(text):
    (found,) = find_counts(text)
    assert fields(found.count) == (15, 15, 15, 15, "exact")


def test_nil_in_a_result_is_no_count():
    assert [f.count.text for f in find_counts("They won three-nil on Sunday.") if f.count.value == 0] == []
    assert [f.count.value for f in find_counts("They put their own dead at nil.")] == [0]


@pytest.mark.parametrize(
    "text",
    ["the toll since October 2023 to 62,614", "the toll since 2023 to 62,614", "the toll since October 27 to 284"],
)
def test_a_date_before_a_figure_opens_no_range(text: str) -> None:
    (found,) = find_counts(text)
    assert (found.count.modifier, found.count.text) == ("exact", text.rpartition(" ")[2])
