"""Rules on numbers, N1 to N9 and N13."""

from __future__ import annotations

import pytest

TEXT = (
    "The monitor said at least 26 militants had been killed along with nine soldiers, some 40 km from the city. "
    "Between 10 and 15 people were hurt, dozens fled, and two families lost their homes.\n\n"
    "No deaths were reported. There were no immediate reports of casualties in the south, but no one was hurt in the "
    "north. The strike may have killed 20 fighters; 30 miners are feared dead; a 26-year-old medic died."
)


def counted(bench, count, *quotes, **fields):
    """The casualty drafted with this count."""
    b = bench(TEXT)
    records = b.run(b.casualty("c", count, *quotes, **fields))
    return b, records.casualties[0] if records.casualties else None


def figures(casualty):
    """(min, max, best, modifier)."""
    count = casualty.count
    return count.min, count.max, count.best, str(count.modifier)


def test_count_is_read_from_its_quote(bench):
    """The program computes bounds from the words."""
    b, casualty = counted(bench, "at least 26", "at least 26 militants had been killed", number=26)
    assert figures(casualty) == (26, None, 26, "at_least")
    assert b.rules() == []


@pytest.mark.parametrize("count", ["nine", "62", "6", "at least 62", "twenty-six", "", "…", "at least"])
def test_count_that_is_not_in_the_quote_is_refused(bench, count):
    """N1: another number, a cut number, another wording or nothing."""
    b, casualty = counted(bench, count, "26 militants had been killed")
    assert casualty is None
    assert b.rules() == ["N1"]
    assert b.said("N1")[0].record == "c"


@pytest.mark.parametrize("count", ["AT LEAST 26", "at\nleast  26", "at least\u00a026"])
def test_count_is_found_after_folding_and_kept_in_the_articles_characters(bench, count):
    """Case and white space of a count phrase do not matter; the article's own are stored."""
    _, casualty = counted(bench, count, "at least 26 militants had been killed")
    assert casualty.count.text == "at least 26"


def test_distance_is_no_count(bench):
    """N2: a number of kilometres is refused."""
    b, casualty = counted(bench, "40", "some 40 km from the city")
    assert casualty is None
    assert b.rules() == ["N2"]


@pytest.mark.parametrize(
    "text",
    [
        "He said 26 percent were killed.",
        "Police said 26% were killed.",
        "Rebels were killed 26 days later.",
        "They asked $26 for the dead.",
        "Rebels killed a 26-year-old.",
    ],
)
def test_shares_times_money_and_ages_are_no_counts(bench, text):
    """N2: what stands beside the number says what it measures."""
    b = bench(text)
    assert b.run(b.casualty("c", "26", text)).casualties == ()
    assert b.rules() == ["N2"]


@pytest.mark.parametrize(
    ("count", "quote", "whole", "modifier"),
    [
        ("26", "at least 26 militants had been killed", "at least 26", "at_least"),
        ("26", "26 militants had been killed", "at least 26", "at_least"),
        ("15", "15 people were hurt", "Between 10 and 15", "range"),
    ],
)
def test_cut_hedge_is_put_back(bench, count, quote, whole, modifier):
    """N3: a hedge before the count, inside or outside the quote, is restored, and the quote holds it."""
    b, casualty = counted(bench, count, quote)
    assert (casualty.count.text, str(casualty.count.modifier)) == (whole, modifier)
    assert any(whole in evidence.quote for evidence in casualty.evidence)
    assert b.rules() == ["N3"]


def test_hedge_binds_the_nearest_number_only(bench):
    """N3 gives "nine" no share in "at least 26 ... along with nine"."""
    b, casualty = counted(bench, "nine", "at least 26 militants had been killed along with nine soldiers")
    assert figures(casualty) == (9, 9, 9, "exact")
    assert b.rules() == []


def test_words_without_a_figure_are_completed_too(bench):
    """N3: of "heavy casualties" the last word alone says less."""
    b = bench("The army inflicted heavy casualties on the militants.")
    (casualty,) = b.run(b.casualty("c", "casualties", "inflicted heavy casualties", harm="casualties")).casualties
    assert casualty.count.text == "heavy casualties"
    assert b.rules() == ["N3"]


def test_unreadable_count_is_refused_whatever_the_engine_reads(bench):
    """N4: no figure without words the program can read."""
    b, casualty = counted(bench, "along with", "killed along with nine soldiers", number=9)
    assert casualty is None
    assert b.rules() == ["N4"]
    assert "9" in b.said("N4")[0].message


def test_noun_phrase_without_numeral_counts_one(bench):
    """A single victim without a numeral is one."""
    _, casualty = counted(bench, "a 26-year-old medic", "a 26-year-old medic died")
    assert figures(casualty) == (1, 1, 1, "exact")


@pytest.mark.parametrize("number", ["999999999999", "4" * 400, "4" * 6000], ids=len)
def test_absurd_figures_are_refused(bench, number):
    """N5 (or N4, when no reader takes it): more people than live, or a number of thousands of digits."""
    b = bench(f"An official said {number} people were killed.")
    assert b.run(b.casualty("c", number, f"{number} people were killed")).casualties == ()
    assert set(b.rules()) <= {"N4", "N5"}


def test_figure_just_beyond_belief(bench):
    """N5: the limit is 200 million people."""
    b = bench("The war displaced 200,000,000 people, one said; another said 200,000,001 people.")
    records = b.run(
        b.casualty("a", "200,000,000", "displaced 200,000,000 people", harm="displaced"),
        b.casualty("b", "200,000,001", "another said 200,000,001 people", harm="displaced"),
    )
    assert [casualty.count.value for casualty in records.casualties] == [200_000_000]
    assert b.rules() == ["N5"]


@pytest.mark.parametrize("number", [62, 0, -26, 10**400, 10**6000], ids=["62", "0", "-26", "400 digits", "6000 digits"])
def test_engine_figure_gives_way(bench, number):
    """N6: the parsed value stands, the disagreement is a warning."""
    b, casualty = counted(bench, "at least 26", "at least 26 militants had been killed", number=number)
    assert casualty.count.value == 26
    assert [(f.rule, f.severity) for f in b.findings if f.rule[0] == "N"] == [("N6", "warning")]


def test_engine_may_read_a_vague_word_its_own_way(bench):
    """N6 leaves 24 for "dozens" alone."""
    b, casualty = counted(bench, "dozens", "dozens fled", number=24, harm="displaced")
    assert figures(casualty) == (12, None, None, "vague")
    assert b.said("N6") == []


@pytest.mark.parametrize(
    ("count", "quote"),
    [("No deaths", "No deaths were reported"), ("no", "no immediate reports of casualties in the south")],
)
def test_absence_of_reports_is_no_zero(bench, count, quote):
    """N7: "no reports of" gives no record."""
    b, casualty = counted(bench, count, quote)
    assert casualty is None
    assert b.rules()[-1] in {"N7", "N4"}
    if count == "No deaths":
        assert b.rules() == ["N7"]


def test_no_one_was_hurt_is_zero(bench):
    """Zero is information when somebody says it."""
    _, casualty = counted(bench, "no one", "no one was hurt in the north", harm="casualties")
    assert figures(casualty) == (0, 0, 0, "exact")


@pytest.mark.parametrize(
    ("count", "quote", "value"),
    [("20", "The strike may have killed 20 fighters", 20), ("30", "30 miners are feared dead", 30)],
)
def test_possible_figures_are_ceilings(bench, count, quote, value):
    """N8: what may have happened has no floor and no best figure."""
    b, casualty = counted(bench, count, quote)
    assert figures(casualty) == (None, value, None, "up_to")
    assert b.rules() == ["N8"]


def test_possibility_of_another_verb_leaves_the_count_alone(bench):
    """N8 looks at the words that govern the count only."""
    b = bench("Police said 12 people were killed and the gunmen may have fled to Chad.")
    records = b.run(b.casualty("c", "12", "12 people were killed"))
    assert figures(records.casualties[0]) == (12, 12, 12, "exact")


def test_part_larger_than_its_whole_is_cut_loose(bench):
    """N9: 30 cannot be among 20; 12 can."""
    b = bench("A bomb killed 20 people, including 12 children. It wounded 30 others.")
    records = b.run(
        b.casualty("p", "20", "killed 20 people"),
        b.casualty("a", "12", "including 12 children", subset_of="p"),
        b.casualty("b", "30", "wounded 30 others", subset_of="p", harm="injured"),
    )
    assert [casualty.subset_of for casualty in records.casualties] == [None, "c1", None]
    assert b.rules() == ["N9"]


def test_whole_without_a_ceiling_may_have_any_part(bench):
    """N9: "at least 20" may hold 30."""
    b = bench("A bomb killed at least 20 people. Of the dead 30 were children, a medic said.")
    records = b.run(
        b.casualty("p", "at least 20", "killed at least 20 people"),
        b.casualty("a", "30", "Of the dead 30 were children", subset_of="p"),
    )
    assert records.casualties[1].subset_of == "c1"


def test_words_that_are_no_hedge_in_their_sentence_are_taken_off(bench):
    """N13: a toll that rises to a figure is no ceiling; one that may reach it is."""
    b = bench("The toll was revised up to 38 from 31 on Monday. The mine may hold up to 38 workers.")
    records = b.run(b.casualty("c", "up to 38", "The toll was revised up to 38 from 31"))
    assert figures(records.casualties[0]) == (38, 38, 38, "exact")
    assert (records.casualties[0].count.text, b.rules()) == ("38", ["N13"])
    records = b.run(b.casualty("c", "up to 38", "The mine may hold up to 38 workers"))
    assert figures(records.casualties[0]) == (None, 38, None, "up_to")


def test_families_are_never_people(bench):
    """Two families: the unit is kept, people have no bound."""
    _, casualty = counted(bench, "two families", "two families lost their homes", harm="displaced")
    assert (casualty.count.value, casualty.count.min, str(casualty.count.unit)) == (2, None, "families")
    assert casualty.count.best is None


def test_captured_people_are_counted_like_others(bench):
    """Harm does not change how a number is read."""
    b = bench("Gunmen abducted more than 40 students.")
    records = b.run(b.casualty("c", "more than 40", "abducted more than 40 students", harm="captured"))
    assert figures(records.casualties[0]) == (40, None, 40, "more_than")


def test_one_bad_count_costs_no_other_record(bench):
    """Records are judged one by one."""
    b = bench(TEXT)
    records = b.run(
        b.casualty("bad", "62", "at least 26 militants had been killed"),
        b.casualty("good", "nine", "nine soldiers"),
        b.event("e", "at least 26 militants had been killed"),
    )
    assert [casualty.count.text for casualty in records.casualties] == ["nine"]
    assert len(records.events) == 1


def test_name_in_capitals_is_one_person_where_the_engine_says_so(bench):
    """A name in capitals that ends in S is one person when the engine reads one, and vague when it says nothing."""
    for number, bounds in ((1, (1, 1, 1, "exact")), (None, (2, None, None, "vague"))):
        b = bench("SAN SALVADOR (RADIO) -- [TEXT] GILDA FLORES WAS KILLED ON MONDAY NEAR THE BORDER, THE POLICE SAID.")
        records = b.run(b.casualty("c", "GILDA FLORES", "GILDA FLORES WAS KILLED", number=number))
        assert figures(records.casualties[0]) == bounds


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Two men were killed and a third was hurt.", 1),
        ("Three women died at once; a fourth succumbed later.", 1),
        ("Two men were killed and a third of the village was burned.", None),
        ("A wall fell, and a third was hurt.", None),
        ("Of two hundred families a third were hurt.", None),
    ],
)
def test_an_ordinal_is_one_more_only_beside_the_number_below_it(bench, text, read):
    """N4: "a third" is one person after two, and a share otherwise."""
    b = bench(text)
    phrase = "a fourth" if "fourth" in text else "a third"
    records = b.run(b.casualty("c", phrase, text[:-1], harm="injured", victims=phrase, number=1))
    assert [c.count.value for c in records.casualties] == ([] if read is None else [read])
