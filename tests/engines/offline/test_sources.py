"""Sources: one for each speaker, however he, she or it is called."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.engines.offline.chunks import NP
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.source import Source
from summarizer.engines.offline.source_names import proper_name, source_type
from summarizer.engines.offline.sources import Sources
from summarizer.records.draft import DraftRecords
from summarizer.records.vocabulary import SourceType, Stance

Draft = Callable[[str], DraftRecords]

Parse = Callable[[str], Parsed]


def _resolve(sources: Sources, p: Parsed, *, lenient: bool = False) -> Source | None:
    return sources.resolve(p, 0, lenient=lenient)


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("the interior ministry", SourceType.GOVERNMENT),
        ("the Ministry of Defence", SourceType.GOVERNMENT),
        ("a hospital official", SourceType.MEDICAL_RESCUE),
        ("a rights group", SourceType.MONITOR_NGO),
        ("Human Rights Watch", SourceType.MONITOR_NGO),
        ("the military council of the rebels", SourceType.ARMED_GROUP),
        ("the state-run daily", SourceType.STATE_MEDIA),
        ("an army spokesman", SourceType.MILITARY),
        ("a fisherman", SourceType.WITNESS),
        ("the mayoralty", SourceType.UNKNOWN),
        ("", SourceType.UNKNOWN),
    ],
)
def test_a_description_names_a_kind(phrase: str, kind: SourceType) -> None:
    assert source_type(phrase) is kind


@pytest.mark.parametrize(
    ("text", "name", "person", "anonymous"),
    [
        ("The army spoke.", "army", False, False),
        ("The Lakes Observatory spoke.", "Lakes Observatory", False, False),
        ("Awa Keita, a nurse, spoke.", "Awa Keita", True, False),
        ("The army spokesman, Colonel Adama Keita, spoke.", "Colonel Adama Keita", True, False),
        ("A nurse spoke.", "A nurse", True, True),
        ("Two officials spoke.", "Two officials", False, True),
        ("A clerk at the town hall spoke.", "A clerk at the town hall", True, True),
    ],
)
def test_the_name_of_a_new_source(sentence: Parse, text: str, name: str, person: bool, anonymous: bool) -> None:
    source = _resolve(Sources(), sentence(text))
    assert source is not None
    assert (source.name, source.person, source.anonymous) == (name, person, anonymous)


@pytest.mark.parametrize(
    ("text", "lenient", "found"),
    [
        ("The glazier spoke.", False, False),
        ("The glazier spoke.", True, True),
        ("Nine years passed.", True, False),
        ("The truck spoke.", True, False),
    ],
)
def test_an_unknown_noun_speaks_only_where_the_cue_is_beyond_doubt(
    sentence: Parse, text: str, lenient: bool, found: bool
) -> None:
    assert (_resolve(Sources(), sentence(text), lenient=lenient) is not None) is found


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Dr. Awa Keita spoke.", "Keita spoke.", True),
        ("Dr. Awa Keita spoke.", "Sarr spoke.", False),
        ("The Lakes Observatory spoke.", "The Observatory spoke.", True),
        ("The army spokesman spoke.", "The spokesman spoke.", True),
        ("The army spoke.", "The ministry spoke.", False),
        ("Awa Keita, a nurse, spoke.", "She spoke.", True),
        ("Awa Keita, a nurse, spoke.", "It spoke.", False),
        ("The army spoke.", "It spoke.", True),
        ("The army spoke.", "He spoke.", False),
        ("Residents spoke.", "They spoke.", True),
        ("The Lakes Observatory spoke.", "The monitor spoke.", True),
        ("The Harim Front spoke.", "The movement spoke.", True),
    ],
)
def test_later_words_for_a_known_source(sentence: Parse, first: str, second: str, same: bool) -> None:
    sources = Sources()
    one = _resolve(sources, sentence(first))
    assert one is not None
    assert (_resolve(sources, sentence(second)) is one) is same


def test_a_pronoun_fixes_the_gender_of_a_name(sentence: Parse) -> None:
    sources = Sources()
    awa = _resolve(sources, sentence("Awa Keita, a nurse, spoke."))
    assert _resolve(sources, sentence("She spoke.")) is awa
    assert _resolve(sources, sentence("He spoke.")) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Army spokesman Brigadier Jean Aleu fled.", "Brigadier Jean Aleu"),
        ("The spokesman fled.", ""),
        ("The Ministry of Defence fled.", "Ministry of Defence"),
    ],
)
def test_the_proper_name_in_a_phrase(sentence: Parse, text: str, name: str) -> None:
    p = sentence(text)
    assert proper_name(p, next(chunk for chunk in p.chunks if chunk.kind == NP)) == name


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            'Sumaia Abdelrahim fled at night.\n\n"They called the men one by one," the 34-year-old said.',
            ["Sumaia Abdelrahim"],
        ),
        ("Protesters stormed parliament over planned tax hikes.", []),
        ("The newspaper Reforma, citing an official it did not name, reported that six were dead.", ["Reforma"]),
        ("The regional operational headquarters reported four wounded.", ["regional operational headquarters"]),
        ("Eight Western embassies urged all sides to show restraint.", ["Eight Western embassies"]),
        ("A report by Beacon Hope Initiative, a local group, put the dead at 437.", ["Beacon Hope Initiative"]),
        ("A list of names compiled by Amnesty International shows that 63 people died.", ["Amnesty International"]),
        ("A study published this month by researchers in London estimated that 61,000 people died.", ["researchers"]),
        ("The country of 18 million people recorded 4,619 murders this year.", []),
    ],
)
def test_speakers_by_age_and_office(draft: Draft, text: str, speakers: list[str]) -> None:
    assert [k.chain[-1].name for k in draft(text).claims] == speakers


def test_a_press_conference_is_no_newspaper(draft: Draft) -> None:
    found = draft(
        "The minister told a press conference that gangs fought for hours.\n\nA woman was killed by a stray bullet, the"
        " newspaper reported."
    )
    assert found.claims[-1].chain[0].name == "newspaper"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('The Defence Minister condemned the attacks. "They were killed," he said.', "Defence Minister"),
        (
            "A police captain said two had died.\n\nMaliki, who flew to Washington in May, is expected to run."
            " He has promised to crush the militants.",
            "Maliki",
        ),
        (
            "The Group to Support Islam and Muslims (JNIM) said its fighters had killed 22 soldiers.",
            "Group to Support Islam and Muslims",
        ),
        ('The mayor fled.\n\nNEEDS AND RESPONSE\n\n"We were hungry," he said.', "mayor"),
    ],
)
def test_whom_he_means(draft: Draft, text: str, speaker: str) -> None:
    assert draft(text).claims[-1].chain[0].name == speaker


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("If the road stays closed, fuel stocks at the hospital will run out, partners warn.", Stance.SUGGESTS),
        ('"If nobody comes, the last 400 inhabitants will leave as well," the elder warned.', Stance.SUGGESTS),
        ("The rebels warned that soldiers would die if they came.", Stance.THREATENS),
    ],
)
def test_a_warning_of_what_would_befall_others_is_no_threat(draft: Draft, text: str, stance: Stance) -> None:
    assert [k.stance for k in draft(text).claims] == [stance]
