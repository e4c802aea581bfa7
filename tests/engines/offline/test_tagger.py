"""Words and their tags, on the wordings where a general word list misleads."""

from __future__ import annotations

import pytest

from summarizer.engines.offline.tagger import words_of


def _texts(text: str) -> list[str]:
    return [word.text for word in words_of(text)]


def _tag(text: str, wanted: str, *, capitals: bool = False) -> str:
    return next(word.tag for word in words_of(text, capitals=capitals) if word.text == wanted)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("The mayor's car burned.", ["The", "mayor", "'s", "car", "burned", "."]),
        ("The mayor’s car burned.", ["The", "mayor", "’s", "car", "burned", "."]),
        ("They didn't shoot.", ["They", "did", "n't", "shoot", "."]),
        ("Gen. Bako left.", ["Gen.", "Bako", "left", "."]),
        ("U.S. planes came", ["U.S.", "planes", "came"]),
        ("about 1,200 men", ["about", "1,200", "men"]),
        ("a 12-year-old boy", ["a", "12-year-old", "boy"]),
        ("pro-government fighters", ["pro-government", "fighters"]),
        ("the Prisoners' Club", ["the", "Prisoners", "'", "Club"]),
        ("at 10:30 (local)", ["at", "10:30", "(", "local", ")"]),
        ("“Run,” he said — twice", ["“", "Run", ",", "”", "he", "said", "—", "twice"]),
        ("", []),
        ("   ", []),
    ],
)
def test_a_text_is_cut_into_words(text: str, tokens: list[str]) -> None:
    assert _texts(text) == tokens


def test_words_carry_their_offsets() -> None:
    text = "Two  nurses,\tsaid Gen. Bako, didn't run."
    assert all(text[w.start : w.end] == w.text and w.low == w.text.lower() for w in words_of(text))


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("Shelling of the port went on.", "Shelling", "NN"),
        ("A militant fired.", "militant", "NN"),
        ("The rebels fled.", "rebels", "NNS"),
        ("The clashes went on.", "clashes", "NNS"),
        ("They killed a cook.", "killed", "VBN"),
        ("The bus left at noon.", "left", "VBN"),
        ("They said that it rained.", "that", "THAT"),
        ("The army wanted to attack the port.", "attack", "VB"),
        ("The army will raid the port.", "raid", "VB"),
        ("The attack failed.", "attack", "NN"),
        ("Nine died.", "died", "VBN"),
        ("in Marawi city", "Marawi", "NNP"),
        ("Ziguinchor was calm.", "Ziguinchor", "NNP"),
        ("The JNIM fled.", "JNIM", "NNP"),
        ("Unharmed, they returned.", "Unharmed", "JJ"),
        ("a 12-year-old boy", "12-year-old", "JJ"),
        ("about 1,200 men", "1,200", "CD"),
        ("the rebels' camp", "'", "POS"),
        ("a grenade-rigged car", "grenade-rigged", "JJ"),
        ("the zorbled pipes", "zorbled", "VBN"),
        ("a villager", "villager", "NN"),
        ("two constables", "constables", "NNS"),
    ],
)
def test_a_word_of_wire_copy_gets_its_tag(text: str, word: str, tag: str) -> None:
    assert _tag(text, word) == tag


def test_past_tense_is_tagged_as_participle() -> None:
    assert {w.tag for w in words_of("They took, sold, wrote, shot and bought it.") if w.tag.startswith("VB")} == {"VBN"}


@pytest.mark.parametrize("word", ["SOLDIERS", "KILLED", "THE", "NEAR"])
def test_capitals_throughout_do_not_make_names(word: str) -> None:
    tag = _tag("THREE SOLDIERS WERE KILLED NEAR THE DAM", word, capitals=True)
    assert tag == _tag(word.lower() if word != "THE" else "the", word.lower())


@pytest.mark.parametrize("text", ["'", "n't", "’s", "...", "--", "((((", "\ud800", "٣٤", "é́", "🚒🚒", "a" * 5000])
def test_any_characters_have_words_inside_the_text(text: str) -> None:
    assert all(text[w.start : w.end] == w.text for w in words_of(text))
