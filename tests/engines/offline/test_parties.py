"""Parties: one for each side, however it is called, and of the right kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.engines.offline.actors import Parties
from summarizer.engines.offline.parsed import Parsed
from summarizer.records.draft import DraftRecords
from summarizer.records.vocabulary import ActorType

ParseAll = Callable[[str], list[Parsed]]
Draft = Callable[[str], DraftRecords]


def _scanned(sentences: list[Parsed], country: str | None = None) -> Parties:
    parties = Parties(country)
    parties.scan(sentences)
    return parties


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The army spoke.", "army", ActorType.STATE_FORCES),
        ("The peacekeepers spoke.", "peacekeepers", ActorType.EXTERNAL_FORCES),
        ("The rebels spoke.", "rebels", ActorType.REBEL_GROUP),
        ("The rebel forces spoke.", "rebel forces", ActorType.REBEL_GROUP),
        ("The tribal militia spoke.", "tribal militia", ActorType.MILITIA),
        ("The masked gunmen spoke.", "masked gunmen", ActorType.UNIDENTIFIED_ARMED),
        ("The demonstrators spoke.", "demonstrators", ActorType.PROTESTERS),
        ("The looters spoke.", "looters", ActorType.RIOTERS),
        ("The villagers spoke.", "villagers", ActorType.CIVILIANS),
        ("The foreign ministry spoke.", "foreign ministry", ActorType.GOVERNMENT),
        ("The Kandor Army spoke.", "Kandor Army", ActorType.STATE_FORCES),
        ("The Kandor Liberation Front spoke.", "Kandor Liberation Front", ActorType.REBEL_GROUP),
    ],
)
def test_what_kind_a_party_is(sentences: ParseAll, text: str, name: str, kind: ActorType) -> None:
    assert [(party.name, party.type) for party in _scanned(sentences(text)).all] == [(name, kind)]


@pytest.mark.parametrize("text", ["The baker spoke.", "It spoke.", "The 40 rebels spoke."])
def test_what_is_no_party(sentences: ParseAll, text: str) -> None:
    assert _scanned(sentences(text)).all == []


def test_troops_of_another_country_are_external(sentences: ParseAll) -> None:
    parties = _scanned(sentences("Chadian troops fought with Nigerian troops."), "NGA")
    assert {party.name: party.type for party in parties.all} == {
        "Chadian troops": ActorType.EXTERNAL_FORCES,
        "Nigerian troops": ActorType.STATE_FORCES,
    }


@pytest.mark.parametrize(
    ("text", "name", "forms"),
    [
        (
            "The Syrian army fought in Raqqa. The army advanced.",
            "Syrian army",
            ["Syrian army", "army"],
        ),
        (
            "Islamic State militants fought in Raqqa. The militants fled.",
            "Islamic State",
            ["Islamic State", "Islamic State militants", "militants"],
        ),
        (
            "The Kachin Independence Army (KIA) fired. KIA fighters fled.",
            "Kachin Independence Army",
            ["Kachin Independence Army", "KIA", "KIA fighters"],
        ),
        (
            "The Kandor Liberation Front fired. The rebels fled.",
            "Kandor Liberation Front",
            ["Kandor Liberation Front", "rebels"],
        ),
    ],
)
def test_one_party_has_many_forms(sentences: ParseAll, text: str, name: str, forms: list[str]) -> None:
    assert [(party.name, party.forms) for party in _scanned(sentences(text)).all] == [(name, forms)]


def test_two_armies_stay_two(sentences: ParseAll) -> None:
    parties = _scanned(sentences("The Syrian army met the Turkish army near Kobani. The two armies fought."), "SYR")
    assert [party.name for party in parties.all] == ["Syrian army", "Turkish army"]


@pytest.mark.parametrize("last", ["Kandor Liberation Front", "Harim Liberation Front"])
def test_a_noun_means_the_side_spoken_of_last(draft: Draft, last: str) -> None:
    first = {"Kandor Liberation Front", "Harim Liberation Front"} - {last}
    text = f"The {first.pop()} came to Kaya. The {last} came to Gao. The rebels killed four nurses."
    (casualty,) = draft(text).casualties
    assert casualty.attributed_to == (last,)


def test_the_victims_name_their_side(draft: Draft) -> None:
    text = "The Kandor Liberation Front fought the Kandor Army. The rebels killed four soldiers."
    (casualty,) = draft(text).casualties
    assert (casualty.victim_side, casualty.attributed_to) == ("Kandor Army", ("Kandor Liberation Front",))


def test_only_parties_of_records_are_drafted(draft: Draft) -> None:
    found = draft("Rebels attacked a camp in Kaya. The peacekeepers watched.")
    assert [(actor.name, actor.type) for actor in found.actors] == [("Rebels", ActorType.REBEL_GROUP)]


def test_an_adjective_names_the_state_behind_a_strike(draft: Draft) -> None:
    found = draft("Two Turkish air strikes hit Aleppo. It rained in Syria.")
    assert {event.actors for event in found.events} == {("Turkish",)}
    assert [(a.name, a.type) for a in found.actors] == [("Turkish", ActorType.EXTERNAL_FORCES)]
