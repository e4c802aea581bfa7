"""What is remarked about a text: invisible characters, language, misread digits, look-alikes, addresses."""

from __future__ import annotations

import pytest

from summarizer.articles import article_from_text
from summarizer.articles.rules import RULES
from summarizer.records.article import Article

BODY = "Two soldiers were killed near the town on Friday, the army said. Three others were hurt in the attack."


def rules(article: Article) -> list[str]:
    return [finding.rule for finding in article.findings]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("At least \u202e14\u202c were ki\u200blled.", "At least 14 were killed."),
        ("At least 14\U000e0039\U000e0030\U000e0030 were killed.", "At least 14 were killed."),
        ("\u2066At least\u2069 14 were\u2060 killed.\u200f", "At least 14 were killed."),
        ("At least 14 were k\u3164illed\ufeff.", "At least 14 were killed."),
    ],
)
def test_d12_engines_never_see_invisible_characters_and_offsets_stay_those_of_the_original(
    text: str, seen: str
) -> None:
    article = article_from_text(text)
    assert article.text == text
    assert [s.text for s in article.sentences] == [seen]
    assert rules(article) == ["A3"]
    sentence = article.sentences[0]
    kept = [text[at] for at in range(sentence.start, sentence.end) if at not in article.hidden]
    assert "".join(kept) == seen


def test_d12_soft_hyphens_are_hidden_without_a_warning() -> None:
    article = article_from_text("Two sol\u00addiers were killed on Friday, the army said.")
    assert "soldiers" in article.sentences[0].text
    assert article.findings == ()


@pytest.mark.parametrize(
    "text", ["The аrmy said so.", "Two z\u0334\u0335\u0336algo men.", "Toll: \uff11\uff14 dead.", "𝟏𝟒 dead."]
)
def test_d12_look_alikes_are_remarked_and_left(text: str) -> None:
    article = article_from_text(text)
    assert article.sentences[0].text == text
    assert rules(article) == ["A9"]


@pytest.mark.parametrize("name", ["Léré", "Łódź", "Москва", "Sanaʿa", "Nguyễn Văn", "Ğ"])
def test_d12_names_in_other_alphabets_are_no_look_alikes(name: str) -> None:
    assert rules(article_from_text(f"{BODY} A man named {name} fled.")) == []


OTHERS = [
    "Zwei Soldaten wurden am Freitag in der Nähe der Stadt getötet, teilte die Armee mit. Drei wurden verletzt.",
    "Deux soldats ont été tués vendredi près de la ville, a annoncé l'armée. Trois ont été blessés.",
    "Dos soldados murieron el viernes cerca de la ciudad, informó el ejército. Otros tres fueron heridos.",
    "Twee soldaten zijn vrijdag in de buurt van de stad gedood, zei het leger. Drie anderen raakten gewond.",
    "Двое солдат были убиты в пятницу недалеко от города, сообщила армия. Ещё трое получили ранения.",
    "قتل جنديان يوم الجمعة قرب المدينة حسبما أعلن الجيش وأصيب ثلاثة آخرون بجروح في الهجوم الذي وقع صباحا",
    "军方表示,两名士兵星期五在该镇附近被打死。另有三人在袭击中受伤,没有人声称对此负责。反对派否认与此有关。",
]


@pytest.mark.parametrize("text", OTHERS)
def test_d15_another_language_is_read_with_a_warning(text: str) -> None:
    article = article_from_text(text)
    assert article.language is None
    assert "A4" in rules(article)
    assert article.sentences


@pytest.mark.parametrize(
    "text",
    [BODY, BODY.upper(), BODY.replace(".", "").replace(",", "").lower(), "Мэр said: " + BODY],
)
def test_d15_and_d16_english_is_recognised_in_any_dress(text: str) -> None:
    article = article_from_text(text)
    assert (article.language, rules(article)) == ("en", [])


@pytest.mark.parametrize("text", ["Two soldiers die", "Zwei Soldaten tot", "14"])
def test_d15_too_few_words_give_no_language_and_no_warning(text: str) -> None:
    article = article_from_text(text)
    assert (article.language, article.findings) == (None, ())


@pytest.mark.parametrize("word", ["1O", "2OO", "I4", "|2", "1OO0", "k1lled", "s0ldiers", "3I"])
def test_d16_misread_digits_are_flagged_and_left(word: str) -> None:
    article = article_from_text(f"At least {word} people were there.")
    assert rules(article) == ["A8"]
    assert word in article.sentences[0].text


@pytest.mark.parametrize(
    "word",
    [
        "M-14",
        "AK-47",
        "10km",
        "7am",
        "O2",
        "F-16s",
        "G20",
        "S-300",
        "5l",
        "1990s",
        "14th",
        "B52",
        "T-72",
        "Il-76",
        "100",
    ],
)
def test_d16_and_d18_names_and_units_with_digits_are_no_misreadings(word: str) -> None:
    assert rules(article_from_text(f"At least {word} people were there.")) == []


def test_d18_a_number_of_five_thousand_digits_is_only_text() -> None:
    article = article_from_text(f"At least {'9' * 5000} people were killed, police said.")
    assert "".join(sentence.text for sentence in article.sentences).count("9") == 5000


@pytest.mark.parametrize("text", ["https://example.org/story\n", "www.example.org"])
def test_d21_an_address_alone_is_not_fetched_but_remarked(text: str) -> None:
    article = article_from_text(text)
    assert article.text == text
    assert rules(article) == ["A13"]


def test_half_characters_become_replacement_characters() -> None:
    article = article_from_text("Two \ud83d men died.")
    assert article.text == "Two \ufffd men died."
    assert rules(article) == ["A2"]


def test_every_rule_has_one_line_and_a_reason() -> None:
    assert list(RULES) == [f"A{number}" for number in range(1, len(RULES) + 1)]
    assert all(rule.line and "\n" not in rule.line and rule.reason.endswith(".") for rule in RULES.values())
