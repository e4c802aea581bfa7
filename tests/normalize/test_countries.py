"""Countries by name, variant and demonym."""

from __future__ import annotations

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.normalize.countries import country_codes, country_of, naming_words

NAMES = [
    ("Syria", "SYR"), ("SYRIA", "SYR"), ("syria", "SYR"), ("Syrian", "SYR"), ("Syrians", "SYR"), ("Syria's", "SYR"),
    ("U.S.", "USA"), ("US", "USA"), ("the U.S.", "USA"), ("USA", "USA"), ("United States", "USA"), ("American", "USA"),
    ("UK", "GBR"), ("U.K.", "GBR"), ("Britain", "GBR"), ("British", "GBR"), ("Northern Ireland", "GBR"),
    ("Ivory Coast", "CIV"), ("Côte d'Ivoire", "CIV"), ("Burma", "MMR"), ("Myanmar", "MMR"), ("Burmese", "MMR"),
    ("DR Congo", "COD"), ("the Congo", "COD"), ("Democratic Republic of the Congo", "COD"),
    ("Congo-Brazzaville", "COG"),
    ("North Korea", "PRK"), ("South Korea", "KOR"), ("Gaza", "PSE"), ("the West Bank", "PSE"), ("Palestinian", "PSE"),
    ("Iraqi", "IRQ"), ("Ukrainian", "UKR"), ("Lebanese", "LBN"), ("Israeli", "ISR"), ("Afghan", "AFG"),
    ("Afghans", "AFG"),
    ("Saudi", "SAU"), ("Emirati", "ARE"), ("Filipino", "PHL"), ("Dutch", "NLD"), ("the Netherlands", "NLD"),
    ("Niger", "NER"), ("Nigerien", "NER"), ("Nigeria", "NGA"), ("Nigerian", "NGA"), ("Sudan", "SDN"),
    ("South Sudan", "SSD"),
    ("Turkey", "TUR"), ("Türkiye", "TUR"), ("Soviet", "RUS"), ("Salvadoran", "SLV"), ("Singapore", "SGP"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "code"), NAMES)
def test_a_name_or_demonym_stands_for_its_country(name: str, code: str) -> None:
    assert country_of(name) == code


@pytest.mark.parametrize(
    "name", ["us", "uk", "it", "", "Kosovo", "Georgia", "Korea", "Dominican", "Damascus", "Moscow", "polish x"]
)
def test_what_is_no_country_or_two_is_not_guessed(name: str) -> None:
    assert country_of(name) is None


def test_every_code_is_one_of_iso_3166() -> None:
    assert country_codes() <= {country.alpha_3 for country in pycountry.countries}


def test_the_usual_english_name_of_every_country_in_the_table_is_known() -> None:
    for country in pycountry.countries:
        usual = getattr(country, "common_name", country.name)
        if country.alpha_3 in country_codes() and usual != "Georgia" and not set(",(") & set(usual):
            assert country_of(usual) in (country.alpha_3, "COD"), usual


def test_no_name_stands_for_two_countries_unless_the_table_says_so() -> None:
    unclear = {word for word, named in naming_words().items() if len(named.countries) > 1}
    assert {word for word in unclear if not word.isupper()} == {
        "Georgia", "Dominican", "Dominicans", "Korea", "Korean", "Koreans"
    }  # fmt: skip


@given(st.text(max_size=30))
def test_any_text_is_a_known_code_or_nothing(text: str) -> None:
    code = country_of(text)
    assert code is None or code in country_codes()
