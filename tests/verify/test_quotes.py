"""Rules on quotes, Q1 to Q8."""

from __future__ import annotations

import pytest

TEXT = (
    "Shells hit a camp near Aleppo on Friday, killing at least 26 people, the ministry said.\n\n"
    "“They hit us at dawn – nobody was warned,” a resident of the camp’s north side said. The army denied it.\n\n"
    "At least 26 people died, the ministry repeated, and 1,260 left the unkilled\u00a0quarter… for good."
)


def evidence(bench, quote, sentence=None):
    """The located quote of one event."""
    b = bench(TEXT)
    records = b.run(b.event("e", quote, sentence=sentence))
    return b, records.events[0].evidence[0] if records.events else None


def test_exact_quote_keeps_its_offsets(bench):
    """A quote found character for character is exact and slices to itself."""
    b, found = evidence(bench, "killing at least 26 people")
    assert TEXT[found.start : found.end] == found.quote == "killing at least 26 people"
    assert (found.match, found.sentence, b.rules()) == ("exact", 1, [])


def test_quote_may_run_on_into_the_next_sentence_of_its_paragraph(bench):
    """A quote may run over the end of a sentence."""
    b, found = evidence(bench, "north side said. The army denied it")
    assert found.sentence == 2
    assert b.rules() == []


@pytest.mark.parametrize(
    "quote",
    [
        '"They hit us at dawn - nobody was warned," a resident',
        "They hit us at dawn—nobody was warned",
        "They hit us at  dawn\n– nobody was warned",
        "They hit us at dawn –\u200b nobody was\u00ad warned",
        "the camp's north side",
        "the unkilled quarter... for good",
        "died, the ministry repeated, and １,２６０ left",
    ],
)
def test_folded_quote_is_stored_in_the_articles_characters(bench, quote):
    """Q6: quotation marks, dashes, spaces, ellipsis, invisible and full-width characters are folded, and said so."""
    b, found = evidence(bench, quote)
    assert TEXT[found.start : found.end] == found.quote != quote
    assert found.match == "normalised"
    assert "Q6" in b.rules()


@pytest.mark.parametrize(
    "quote",
    [
        "killing at least 62 people",
        "killing at least 26 persons",
        "Killing at least 26 people",
        "They hit us at dawn nobody was warned",
        "at least 26 people died",
        "zero people",
    ],
)
def test_invented_quote_drops_the_record(bench, quote):
    """Q2, Q8: a changed digit, word, mark or case is no match, and the record is refused by name."""
    b, found = evidence(bench, quote, sentence=1)
    assert found is None
    assert b.rules() == ["Q2", "Q8"]
    assert quote in b.said("Q8")[0].message
    assert {(f.record, f.severity) for f in b.findings if f.rule[0] == "Q"} == {("e", "error")}


@pytest.mark.parametrize("quote", ["", "   ", "…", '"', "-- . --"])
def test_quote_without_words_is_no_evidence(bench, quote):
    """Q1: an empty quote or one of marks alone."""
    b, found = evidence(bench, quote, sentence=1)
    assert found is None
    assert b.rules() == ["Q1", "Q8"]


@pytest.mark.parametrize("quote", ["260 left", "killed\u00a0quarter", "killing at leas", "1,26", "mp near Aleppo"])
def test_quote_does_not_cut_words_or_numbers(bench, quote):
    """Q3: a quote that stands only inside a word or number is refused."""
    b, found = evidence(bench, quote, sentence=1)
    assert found is None
    assert b.rules() == ["Q3", "Q8"]


def test_quote_over_a_paragraph_end_is_refused(bench):
    """Q4: a quote is at most one paragraph."""
    b, found = evidence(bench, "the ministry said.\n\n“They hit us", sentence=1)
    assert found is None
    assert b.rules() == ["Q4", "Q8"]


@pytest.mark.parametrize("sentence", [2, 3, 99, 0, -7, 10**30])
def test_quote_in_another_sentence_is_moved(bench, sentence):
    """Q5: a wrong sentence number, in the article or beyond it, costs nothing but a remark."""
    b, found = evidence(bench, "killing at least 26 people", sentence=sentence)
    assert found.sentence == 1
    assert b.rules() == ["Q5"]


def test_of_several_places_the_named_sentence_wins_and_then_the_nearest(bench):
    """A repeated phrase is taken where the engine points, else as near to it as it stands."""
    text = "Two men died.\n\nRain fell.\n\nSun shone.\n\nTwo men died.\n\nTwo men died."
    for sentence, expected in ((1, 1), (4, 4), (5, 5), (2, 1), (3, 4)):
        b = bench(text)
        records = b.run(b.event("e", "Two men died", sentence=sentence))
        assert records.events[0].evidence[0].sentence == expected


def test_one_good_quote_of_two_keeps_the_record(bench):
    """A bad quote is dropped, the record lives on the good one."""
    b = bench(TEXT)
    records = b.run(b.event("e", "The army denied it", "The army admitted it"))
    assert [e.quote for e in records.events[0].evidence] == ["The army denied it"]
    assert b.rules() == ["Q2"]


def test_at_most_three_different_quotes(bench):
    """Q7: repeated quotes are one, and the first three stay."""
    b = bench(TEXT)
    quotes = ("Shells hit a camp", "Shells hit a camp", "on Friday", "The army denied it", "At least 26 people died")
    records = b.run(b.event("e", *quotes))
    assert [e.quote for e in records.events[0].evidence] == ["Shells hit a camp", "on Friday", "The army denied it"]
    assert b.rules() == ["Q7"]


def test_hostile_quote_is_shown_escaped_and_short(bench):
    """Findings carry no control characters, whatever the engine sent."""
    b, _ = evidence(bench, "\x1b[31mred\u202e" + "x" * 5000 + "\ud800", sentence=1)
    assert all(finding.message.isprintable() for finding in b.findings)
    assert all(len(finding.message) < 500 for finding in b.findings)


def test_quote_with_invisible_characters_in_the_article(bench):
    """What engines see without zero-width characters is found, and stored with them."""
    text = "A blast killed four\u200bteen men, and at\u00adleast one dog, on Monday."
    b = bench(text)
    records = b.run(b.event("e", "A blast killed fourteen men"))
    found = records.events[0].evidence[0]
    assert text[found.start : found.end] == found.quote == "A blast killed four\u200bteen men"
    assert found.match == "normalised"


def test_accents_composed_or_not_are_one(bench):
    """A letter with a separate accent is the letter."""
    b = bench("Troops left Le\u0301re\u0301 on Monday, they said.")
    records = b.run(b.event("e", "Troops left Léré on Monday"))
    assert records.events[0].evidence[0].quote == "Troops left Le\u0301re\u0301 on Monday"


def test_scripts_without_spaces_may_be_quoted_anywhere(bench):
    """Where words are not spaced, no quote is inside a word."""
    b = bench("炸弹袭击造成至少二十六人死亡。")
    assert b.run(b.event("e", "至少二十六人死亡", sentence=1)).events


def test_quote_of_the_dateline_belongs_to_the_sentence_after_it(bench):
    """A quote that takes the dateline along is evidence."""
    text = "AMMAN, June 4 (Example Wire) - Rebels shot two men on Friday, police said."
    b = bench(text)
    records = b.run(b.event("e", "AMMAN, June 4 (Example Wire) - Rebels shot two men", sentence=1))
    assert records.events[0].evidence[0].sentence == 1
