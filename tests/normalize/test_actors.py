"""Well-known parties and sources by any of their names."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.normalize import actors
from summarizer.normalize.actors import all_actors, canonical, find_known, known_actor
from summarizer.normalize.countries import country_codes
from summarizer.records.vocabulary import ActorType as A
from summarizer.records.vocabulary import SourceType as S

NAMES = [
    ("IS", "Islamic State"), ("ISIS", "Islamic State"), ("ISIL", "Islamic State"), ("Daesh", "Islamic State"),
    ("Da'esh", "Islamic State"), ("the Islamic State group", "Islamic State"), ("Islamic State", "Islamic State"),
    ("IS'", "Islamic State"), ("Boko Haram", "Boko Haram"), ("ISWAP", "Islamic State West Africa Province"),
    ("al-Shabaab", "Al-Shabaab"), ("Al Shabaab", "Al-Shabaab"), ("al Shabab", "Al-Shabaab"), ("Shebab", "Al-Shabaab"),
    ("Taliban", "Taliban"), ("the Taliban", "Taliban"), ("TTP", "Tehrik-i-Taliban Pakistan"), ("Houthis", "Houthis"),
    ("the Houthis", "Houthis"), ("Houthi movement", "Houthis"), ("Ansar Allah", "Houthis"), ("Ansarullah", "Houthis"),
    ("RSF", "Rapid Support Forces"), ("PKK", "Kurdistan Workers' Party"),
    ("Kurdistan Workers Party", "Kurdistan Workers' Party"),
    ("YPG", "People's Protection Units"), ("SDF", "Syrian Democratic Forces"), ("FARC", "FARC"), ("ELN", "ELN"),
    ("Sendero Luminoso", "Shining Path"), ("SHINING PATH", "Shining Path"), ("FMLN", "FMLN"),
    ("Farabundo Martí National Liberation Front", "FMLN"), ("M-19", "M-19"), ("M19", "M-19"),
    ("Al Nusra", "Al-Nusra Front"),
    ("Jabhat al-Nusra", "Al-Nusra Front"), ("HTS", "Hay'at Tahrir al-Sham"), ("Hamas", "Hamas"),
    ("Hizbollah", "Hezbollah"),
    ("Qassam Brigades", "Izz ad-Din al-Qassam Brigades"), ("LTTE", "Liberation Tigers of Tamil Eelam"),
    ("KIA", "Kachin Independence Army"),
    ("Tatmadaw", "Tatmadaw"), ("UN", "United Nations"), ("the U.N.", "United Nations"), ("OCHA", "OCHA"),
    ("Syrian Observatory for Human Rights", "Syrian Observatory for Human Rights"),
    ("SOHR", "Syrian Observatory for Human Rights"),
    ("Syrian Observatory", "Syrian Observatory for Human Rights"), ("TASS news agency", "TASS"),
    ("PressTV", "Press TV"),
    ("Medecins Sans Frontieres", "Doctors Without Borders"), ("Médecins sans frontières", "Doctors Without Borders"),
    ("MSF", "Doctors Without Borders"), ("ICRC", "International Committee of the Red Cross"),
    ("AFP", "Agence France-Presse"),
    ("B'Tselem", "B'Tselem"), ("B’Tselem", "B'Tselem"), ("HRW", "Human Rights Watch"), ("Al Jazeera", "Al Jazeera"),
    ("Saudi state news agency SPA", "SPA"), ("Wagner Group", "Wagner Group"), ("Reuters", "Reuters"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_every_usual_name_leads_to_one_canonical_name(name: str, expected: str) -> None:
    assert canonical(name) == expected


@pytest.mark.parametrize(
    "name",
    [
        "is",
        "who",
        "the army",
        "the militants",
        "",
        "The Observatory",
        "Sana'a",
        "amnesty",
        "site",
        "un",
        "Wagner",
        "x" * 500,
    ],
)
def test_words_and_descriptions_are_no_names_of_the_table(name: str) -> None:
    assert known_actor(name) is None


@pytest.mark.parametrize(("name", "kind", "source", "country"), [
    ("IS", A.REBEL_GROUP, S.ARMED_GROUP, None), ("TASS", A.MEDIA, S.STATE_MEDIA, "RUS"),
    ("SANA", A.MEDIA, S.STATE_MEDIA, "SYR"),
    ("Reuters", A.MEDIA, S.NEWS_MEDIA, None), ("UN", A.INTL_ORGANISATION, S.INTL_ORGANISATION, None),
    ("ICRC", A.INTL_ORGANISATION, S.INTL_ORGANISATION, None), ("MSF", A.MONITOR_NGO, S.MONITOR_NGO, None),
    ("SOHR", A.MONITOR_NGO, S.MONITOR_NGO, None), ("Red Crescent", A.MONITOR_NGO, S.MEDICAL_RESCUE, None),
    ("Tatmadaw", A.STATE_FORCES, S.MILITARY, "MMR"), ("Anadolu", A.MEDIA, S.STATE_MEDIA, "TUR"),
    ("Al Masirah", A.MEDIA, S.ARMED_GROUP, None), ("NATO", A.EXTERNAL_FORCES, S.MILITARY, None),
    ("Granma", A.MEDIA, S.STATE_MEDIA, "CUB"), ("KCNA", A.MEDIA, S.STATE_MEDIA, "PRK"),
    ("MRTV", A.MEDIA, S.STATE_MEDIA, "MMR"),
])  # fmt: skip
def test_an_entry_says_what_kind_of_party_and_source_it_is(name: str, kind: A, source: S, country: str | None) -> None:
    actor = known_actor(name)
    assert actor is not None
    assert (actor.type, actor.source_type, actor.country) == (kind, source, country)


FOUND = [
    ("at least 26 IS militants had been killed", ["IS"]),
    ("the army is near and IS fled", ["IS"]),
    ("who is the WHO to say", ["WHO"]),
    ("THE ARMY IS NEAR AND WHO KNOWS THE SITE", []),
    ("THE FARABUNDO MARTI NATIONAL LIBERATION FRONT [FMLN] AND THE ELN",
     ["FARABUNDO MARTI NATIONAL LIBERATION FRONT", "FMLN", "ELN"]),
    ("the U.N. mission said", ["U.N."]),
    ("the UN's humanitarian office", ["UN's humanitarian office"]),
    ("Human Rights Watch's report", ["Human Rights Watch"]),
    ("al-Shabaab fighters and al Qaeda", ["al-Shabaab", "al Qaeda"]),
    ("TASS news agency quoted Al Nusra militants", ["TASS news agency", "Al Nusra"]),
    ("the so-called Islamic State", ["so-called Islamic State"]),
    ("Doctors without wives", []),
    ("a red cross on a white helmet", []),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), FOUND)
def test_names_are_found_as_they_are_written(text: str, names: list[str]) -> None:
    assert [found.text for found in find_known(text)] == names


def test_no_name_belongs_to_two_actors() -> None:
    table = tomllib.loads((Path(actors.__file__).parent / "lexicons" / "actors.toml").read_text("utf-8"))
    owner: dict[str, str] = {}
    for entries in table.values():
        for name, (_, _, _, _, *aliases) in entries.items():
            for alias in (name, *aliases):
                plain = alias.removesuffix("!")
                assert canonical(plain) == name, f"{plain} leads to {canonical(plain)}, not to {name}"
                assert owner.setdefault(plain, name) == name


def test_every_entry_has_a_source_note_and_a_real_country() -> None:
    assert len(all_actors()) >= 150
    for actor in all_actors():
        assert actor.note
        assert actor.country is None or actor.country in country_codes()


PIECES = st.sampled_from(
    ["IS", "the", "Al", "Nusra", "al-Shabaab", "UN", "U.N.", "'s", ",", "FMLN", "[", "Red", "Cross", "so-called"]
)


@given(st.lists(PIECES, max_size=12).map(" ".join) | st.text(max_size=80))
def test_found_names_stand_where_they_say_and_are_known(text: str) -> None:
    end = 0
    for found in find_known(text):
        assert text[found.start : found.end] == found.text
        assert found.start >= end
        end = found.end
        assert found.actor in all_actors()


@given(st.text(max_size=60))
def test_asking_for_any_name_is_harmless(name: str) -> None:
    actor = known_actor(name)
    assert actor is None or canonical(name) == actor.canonical
