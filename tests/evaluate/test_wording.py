"""Wordings are compared by head and content words, quotes by place and words."""

from __future__ import annotations

import pytest

from summarizer.evaluate.wording import fold, locate, name_likeness, phrase, phrase_likeness, token_f1


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("at least 26 IS militants", "militant"),
        ("the members of the council", "member"),
        ("two policemen", "policeman"),
        ("a couple and their three children", "child"),
        ("the bodies of four men", "body"),
        ("nine", ""),
    ],
)
def test_the_head_is_the_last_content_word_before_a_break(text: str, head: str) -> None:
    assert phrase(text).head == head


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("IS militants", "the IS militants", 1.0),
        ("IS militants", "militants", 0.8),
        ("the Syrian and allied forces", "forces", 0.8),
        ("staff of the clinic", "clinic workers", 0.0),
        ("people", "the dead", 0.3),
        ("people", "soldiers", 0.0),
        ("nine", "nine", 1.0),
        ("nine", "eight", 0.3),
        ("soldiers", "civilians", 0.0),
    ],
)
def test_victims_are_as_alike_as_their_words(one: str, other: str, likeness: float) -> None:
    assert phrase_likeness(one, other) == likeness
    assert phrase_likeness(other, one) == likeness


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("the health ministry", "Health Ministry", 1.0),
        ("Colonel Ay Sun, an army spokesman", "Colonel Ay Sun", 0.8),
        ("army spokesman", "rebel spokesman", 0.5),
        ("the army", "the police", 0.0),
    ],
)
def test_names_are_alike_when_one_holds_the_others_words(one: str, other: str, likeness: float) -> None:
    assert name_likeness(one, other) == likeness


def test_folding_makes_marks_dashes_and_spaces_plain() -> None:
    assert fold("“We\n saw”  –  ‘nothing’") == "\"We saw\" - 'nothing'"


def test_a_quote_is_found_through_other_marks_and_line_breaks() -> None:
    text = "He said: “We\n  saw nothing” – and left."
    ((start, end),) = locate('"We saw nothing" - and', text)
    assert text[start:end] == "“We\n  saw nothing” – and"


def test_every_occurrence_of_a_quote_is_found_and_an_empty_one_nowhere() -> None:
    assert locate("ab", "ab ab") == ((0, 2), (3, 5))
    assert locate("", "ab") == ()
    assert locate("cd", "ab") == ()


def test_token_f1_counts_repeated_words() -> None:
    assert token_f1("a b c", "a b c") == 1.0
    assert token_f1("war war", "war") == pytest.approx(2 / 3)
    assert token_f1("war", "peace") == 0.0
