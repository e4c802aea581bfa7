"""Summaries of texts as the offline engine reads them: wordings that once came out false or broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer import Settings, summarize
from summarizer.articles import article_from_text


def _sentences(text: str) -> str:
    digest = summarize(article_from_text(text), settings=Settings(engine="offline"))
    return " ".join(sentence.text for sentence in digest.summary.sentences)


def test_the_last_of_the_dead_is_not_the_speakers_role() -> None:
    text = (
        "An airstrike killed six people including a journalist and a local Hezbollah official, Lebanese state media "
        "and the health ministry said."
    )
    assert _sentences(text) == text


def test_who_claims_twice_claims_once() -> None:
    text = (
        "Gunmen killed three tourists in Bamiyan on Friday, the interior ministry said. Islamic State's Khorasan "
        "branch claimed the attack a day later, saying it had targeted foreigners."
    )
    assert _sentences(text).count("Khorasan branch") == 1


def test_police_speak_without_an_article() -> None:
    assert _sentences("A police officer was injured, police said.").endswith("according to police.")


def test_one_person_told_of_is_no_rival_toll() -> None:
    text = (
        "The Kenya Red Cross said 14 passengers were killed when gunmen sprayed a bus with bullets at Arabia. A "
        "survivor, John Mwangi, said he lay under the body of a colleague for two hours."
    )
    assert "differ" not in _sentences(text)


def test_losses_are_reported_not_killed() -> None:
    text = (
        "Clashes between the army and rebels in Kadugli killed 15 civilians, a doctor said. The army said it had "
        "inflicted heavy losses on the rebels."
    )
    assert "reported heavy losses among the rebels" in _sentences(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The interior ministry counted 39 murders in Guayas on Friday, the ministry said.",
            "39 murders were reported",
        ),
        ("Jets bombed Kaya on Friday, the army said. It said there were no casualties.", "No casualties were reported"),
        (
            "Rebels attacked a base in Kaya, police said. The army said it suffered no losses.",
            "No losses were reported",
        ),
    ],
)
def test_what_is_counted_and_is_nobody_is_reported(text: str, told: str) -> None:
    assert told in _sentences(text)


def test_drones_at_a_country_strike_no_one_town() -> None:
    text = (
        "In Sumy, two guided bombs killed a boy, the prosecutor's office said. Overnight Russia launched 58 drones, "
        "the air force said."
    )
    assert "Russia carried out an air strike overnight" in _sentences(text)


def test_a_part_of_whom_no_more_is_told_is_not_named(seeds: Path) -> None:
    told = _sentences((seeds / "efe-vraem" / "article.txt").read_text(encoding="utf-8"))
    assert "four other agents were reportedly wounded" in told  # not "including one people"
