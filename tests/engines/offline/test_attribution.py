"""Who says what: cue, source, stance and the stretch of text that is claimed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.engines.offline.lexicon import table
from summarizer.records.draft import DraftClaim, DraftRecords
from summarizer.records.vocabulary import SourceType, Stance

Draft = Callable[[str], DraftRecords]

# group of cues.toml -> (sentence, source, stance, cue, content)
BY_CUE: dict[str, list[tuple[str, str, str, str, str]]] = {
    "asserts": [
        ("Three boats sank, the harbour master said.", "harbour master", "asserts", "said", "Three boats sank"),
        ("The ministry announced that nine men died.", "ministry", "asserts", "announced", "nine men died"),
        ("The commander insisted that the town was calm.", "commander", "asserts", "insisted", "the town was calm"),
        ("Police say two men fled.", "Police", "asserts", "say", "two men fled"),
    ],
    "tells": [
        (
            "The governor told reporters in Kolda that the road was open.",
            "governor",
            "asserts",
            "told",
            "the road was open",
        ),
    ],
    "shows": [
        ("A survey showed that 40 villages had no water.", "A survey", "asserts", "showed", "40 villages had no water"),
    ],
    "suggests": [
        (
            "Residents believe the bridge was mined at night.",
            "Residents",
            "suggests",
            "believe",
            "the bridge was mined at night",
        ),
        ("The council hinted that the tax might end.", "council", "suggests", "hinted", "the tax might end"),
    ],
    "denies": [
        (
            "The army denied that its men burned the clinic.",
            "army",
            "denies",
            "denied",
            "its men burned the clinic",
        ),
    ],
    "demands": [
        (
            "The United Nations urged both sides to stop the fighting.",
            "United Nations",
            "demands",
            "urged",
            "both sides to stop the fighting",
        ),
        (
            "The envoy called on both sides to lay down arms.",
            "envoy",
            "demands",
            "called",
            "both sides to lay down arms",
        ),
    ],
    "threatens": [
        (
            "The ministry warned that roads would be closed.",
            "ministry",
            "threatens",
            "warned",
            "roads would be closed",
        ),
        ("The rebels vowed to retake the port.", "rebels", "threatens", "vowed", "to retake the port"),
    ],
    "intends": [
        (
            "The governor promised to rebuild the market.",
            "governor",
            "intends",
            "promised",
            "to rebuild the market",
        ),
    ],
    "reacts": [
        (
            "The foreign ministry condemned the attack on the embassy.",
            "foreign ministry",
            "asserts",
            "condemned",
            "the attack on the embassy",
        ),
        (
            "The mayor accused the rebels of burning the school.",
            "mayor",
            "asserts",
            "accused",
            "the rebels of burning the school",
        ),
    ],
    "quotes": [
        (
            "The daily cited a police officer as saying the gang had fled.",
            "a police officer",
            "asserts",
            "cited a police officer as saying",
            "the gang had fled",
        ),
    ],
    "exclusion": [
        (
            "Kyiv has ruled out handing over land it controls.",
            "Kyiv",
            "denies",
            "ruled out",
            "handing over land it controls",
        ),
    ],
    "ultimatum": [
        (
            "The rebels gave the garrison two days to lay down its arms.",
            "rebels",
            "threatens",
            "gave the garrison two days to",
            "The rebels gave the garrison two days to lay down its arms",
        ),
    ],
    "silence": [
        (
            "The defence ministry declined to comment on the raid.",
            "defence ministry",
            "no_comment",
            "declined to comment",
            "on the raid",
        ),
        (
            "The president's office had no comment on the strike.",
            "president's office",
            "no_comment",
            "had no comment",
            "on the strike",
        ),
        (
            "The ministry could not be reached for comment.",
            "ministry",
            "no_comment",
            "could not be reached",
            "for comment",
        ),
    ],
    "unverifiable": [
        (
            "The number of dead could not be independently verified.",
            "(outlet)",
            "cannot_verify",
            "could not be independently verified",
            "The number of dead could not be independently verified",
        ),
        (
            "There was no independent confirmation of the toll.",
            "(outlet)",
            "cannot_verify",
            "no independent confirmation",
            "There was no independent confirmation of the toll",
        ),
    ],
    "responsibility": [
        (
            "The Harim Front claimed responsibility for the ambush.",
            "Harim Front",
            "claims_responsibility",
            "claimed responsibility",
            "The Harim Front claimed responsibility for the ambush",
        ),
    ],
}


def _only(found: DraftRecords) -> DraftClaim:
    (claim,) = found.claims
    return claim


def _told(claim: DraftClaim) -> tuple[str, str, str | None, str]:
    return claim.chain[0].name, claim.stance.value, claim.cue, claim.content


def test_every_group_of_cues_has_an_example() -> None:
    assert set(BY_CUE) == set(table("cues"))


@pytest.mark.parametrize(
    ("text", "told"),
    [pytest.param(row[0], row[1:], id=f"{group}: {row[0]}") for group, rows in BY_CUE.items() for row in rows],
)
def test_a_cue_takes_its_source_and_its_content(draft: Draft, text: str, told: tuple[str, ...]) -> None:
    claim = _only(draft(text))
    assert _told(claim) == told
    assert claim.content in claim.evidence[0].quote


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "According to the health ministry, nine men died.",
            "health ministry",
            "According to the health ministry",
            "nine men died",
        ),
        (
            "Nine men died, according to the health ministry.",
            "health ministry",
            "according to the health ministry",
            "Nine men died",
        ),
        ("The police chief put the dead at nine.", "police chief", "put", "the dead at nine"),
        ("By the mayor's count, eleven houses burned.", "mayor", "By the mayor's count", "eleven houses burned"),
        ('"The ferry never left," said Lamine Diop, the pilot.', "Lamine Diop", "said", "The ferry never left"),
        ("Nobody hurt - police in Lome", "police", "police in Lome", "Nobody hurt"),
        (
            "The governor said in a statement that the curfew had been lifted.",
            "governor",
            "said",
            "the curfew had been lifted",
        ),
        (
            "A witness who asked not to be named said the gunmen wore uniforms.",
            "A witness",
            "said",
            "the gunmen wore uniforms",
        ),
        ("THE MAYOR SAID THE ROAD WAS CUT.", "MAYOR", "SAID", "THE ROAD WAS CUT"),
        ("The claims were dismissed by General Okoye as a fable.", "General Okoye", "were dismissed", "a fable"),
    ],
)
def test_other_wordings_that_name_a_source(draft: Draft, text: str, source: str, cue: str, content: str) -> None:
    claim = _only(draft(text))
    assert (claim.chain[0].name, claim.cue, claim.content) == (source, cue, content)


@pytest.mark.parametrize(
    "text",
    [
        "The attack claimed 12 lives.",
        "He called his brother.",
        "The clerk asked to leave.",
        "Nobody knows why.",
        "The radio broke.",
        "The men were told to wait.",
        "They came at dawn.",
        "The town called Bel Air burned.",
    ],
)
def test_sentences_in_the_outlets_own_voice(draft: Draft, text: str) -> None:
    assert draft(text).claims == ()


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "State television quoted an unnamed officer as saying that three tanks had been lost.",
            [("an unnamed officer", "military"), ("State television", "state_media")],
        ),
        (
            "A police officer told state radio that two men had been held.",
            [("A police officer", "military"), ("state radio", "state_media")],
        ),
        (
            "A rebel commander told Reuters by telephone that the camp was theirs.",
            [("A rebel commander", "armed_group"), ("Reuters", "news_media")],
        ),
        ("The governor told reporters that the road was open.", [("governor", "government")]),
    ],
)
def test_a_chain_runs_from_the_originator_to_the_outlet(draft: Draft, text: str, chain: list[tuple[str, str]]) -> None:
    assert [(link.name, link.type.value) for link in _only(draft(text)).chain] == chain


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The ministry said the road was cut.", SourceType.GOVERNMENT),
        ("The army said the road was cut.", SourceType.MILITARY),
        ("The rebels said the road was cut.", SourceType.ARMED_GROUP),
        ("The United Nations said the road was cut.", SourceType.INTL_ORGANISATION),
        ("The Lakes Observatory said the road was cut.", SourceType.MONITOR_NGO),
        ("Hospital staff said the road was cut.", SourceType.MEDICAL_RESCUE),
        ("Residents said the road was cut.", SourceType.WITNESS),
        ("State media said the road was cut.", SourceType.STATE_MEDIA),
        ("A Kolda newspaper said the road was cut.", SourceType.NEWS_MEDIA),
        ("A Telegram post said the road was cut.", SourceType.SOCIAL_MEDIA),
        ("Analysts said the road was cut.", SourceType.EXPERT),
        ("A leaflet said the road was cut.", SourceType.DOCUMENT),
        ("It was not immediately clear who fired.", SourceType.OUTLET),
        ("The coach said the road was cut.", SourceType.UNKNOWN),
    ],
)
def test_what_kind_of_source_it_is(draft: Draft, text: str, kind: SourceType) -> None:
    assert _only(draft(text)).chain[0].type is kind


@pytest.mark.parametrize(
    ("text", "anonymous"),
    [
        ("A police officer said the road was cut.", True),
        ("Residents said the road was cut.", True),
        ("The governor said the road was cut.", False),
        ("The ministry said the road was cut.", False),
        ("Awa Keita, a nurse, said the road was cut.", False),
        ("The army spokesman, Colonel Adama Keita, said the road was cut.", False),
    ],
)
def test_who_is_anonymous(draft: Draft, text: str, anonymous: bool) -> None:
    assert _only(draft(text)).anonymous is anonymous


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The army said it was not responsible.", Stance.DENIES),
        ("The army said there was no such raid.", Stance.DENIES),
        ("The army said the reports were false.", Stance.DENIES),
        ("The ministry said the man may have fled abroad.", Stance.SUGGESTS),
        ("The junta announced it would hold elections.", Stance.INTENDS),
        ("The ministry warned that roads were bad.", Stance.ASSERTS),
        ("The rebels said they had carried out the raid on the camp.", Stance.CLAIMS_RESPONSIBILITY),
        ("Residents said they had carried out the repairs.", Stance.ASSERTS),
    ],
)
def test_the_content_may_change_the_stance(draft: Draft, text: str, stance: Stance) -> None:
    assert _only(draft(text)).stance is stance


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            "Kadra Nur, a nurse, said nine boys were hurt. She said two had died.",
            ["Kadra Nur", "Kadra Nur"],
        ),
        (
            "Residents said the well was dry. They said the pump had burned.",
            ["Residents", "Residents"],
        ),
        (
            "The Lakes Observatory, a war monitor, said six men died. The monitor said nine were hurt. "
            "It added that the toll might rise.",
            ["Lakes Observatory"] * 3,
        ),
        (
            "The governor, Musa Bello, said the road was open. The governor said schools would reopen.",
            ["Musa Bello", "Musa Bello"],
        ),
        ("Awa Keita, a nurse, said the ward was full. Keita said six were boys.", ["Awa Keita", "Awa Keita"]),
        ("The army said the road was cut. The rebels said the sun shone.", ["army", "rebels"]),
    ],
)
def test_who_a_pronoun_or_a_role_means(draft: Draft, text: str, sources: list[str]) -> None:
    assert [claim.chain[0].name for claim in draft(text).claims] == sources


def test_a_pronoun_without_a_speaker_before_it_says_nothing(draft: Draft) -> None:
    assert draft('"The men left at dawn," she said.').claims == ()


def test_two_parties_of_one_sentence_say_each_their_part(draft: Draft) -> None:
    found = draft("The army said nine rebels had died, but the rebels said they had lost one man.")
    assert [_told(claim) for claim in found.claims] == [
        ("army", "asserts", "said", "nine rebels had died"),
        ("rebels", "asserts", "said", "they had lost one man"),
    ]
    nine, one = found.casualties
    assert (nine.claims, one.claims) == (("k1",), ("k2",))


def test_residents_and_rebels_together_are_one_source(draft: Draft) -> None:
    claim = _only(draft("Rebels and two residents said the road was cut."))
    assert (claim.chain[0].name, claim.chain[0].type) == ("Rebels and two residents", SourceType.ARMED_GROUP)


def test_a_quotation_before_its_cue_may_run_over_sentences(draft: Draft) -> None:
    text = '"We heard three shots. The windows shook. Then the lights went out," said Ama Boateng, a teacher.'
    claim = _only(draft(text))
    assert claim.content == "We heard three shots. The windows shook. Then the lights went out"
    assert claim.evidence[0].sentence == 1


def test_a_quotation_after_its_cue_may_run_over_sentences(draft: Draft) -> None:
    text = '"They came at dawn," Oumar Sy said. "They took the cattle. They burned the school."'
    assert [e.sentence for e in _only(draft(text)).evidence] == [1, 2, 3]


def test_a_quotation_ends_with_its_paragraph(draft: Draft) -> None:
    text = 'Oumar Sy said the mill was gone.\n\n"They took the cattle," a boy said.'
    assert [claim.chain[0].name for claim in draft(text).claims] == ["Oumar Sy", "a boy"]


def test_a_headline_that_the_body_attributes_is_no_claim_of_its_own(draft: Draft) -> None:
    text = "Road to Kolda open - governor\n\nThe road to Kolda is open, the governor said on Monday."
    assert [e.sentence for e in _only(draft(text)).evidence] == [2]


def test_when_it_was_said_is_not_when_it_happened(draft: Draft) -> None:
    claim = _only(draft("The ministry said on Tuesday that its planes had hit a depot on Sunday."))
    assert (claim.time, claim.content) == ("on Tuesday", "its planes had hit a depot on Sunday")


def test_a_claim_is_about_what_its_content_holds(draft: Draft) -> None:
    text = "A bomb killed nine traders in Kaya, police said. Two porters drowned, residents said."
    first, second = draft(text).claims
    assert {"e1", "c1"} == set(first.about)
    assert "c2" in second.about
    assert [c.claims for c in draft(text).casualties] == [("k1",), ("k2",)]


def test_a_denied_toll_is_told_by_nobody(draft: Draft) -> None:
    found = draft("The army denied that nine soldiers were killed.")
    assert not found.casualties
    assert _only(found).stance is Stance.DENIES


def test_a_film_is_no_source(draft: Draft) -> None:
    assert not draft("The film tells the story of miners who fled.").claims
    assert draft("The mayor tells the story of miners who fled.").claims


def test_a_denied_toll_that_another_tells_stands_on_the_other(draft: Draft) -> None:
    found = draft("A medic said nine soldiers were killed. The army denied that nine soldiers were killed.")
    assert [(c.count, c.claims) for c in found.casualties] == [("nine", ("k1",))]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"They shot the chief," a resident, who simply identified himself as Bashiru, said.', "Bashiru"),
        ("The acting Director of Army Relations, Col. Idris Bawa, said troops had killed nine.", "Col. Idris Bawa"),
        ("A relative of the bride, who asked not to be named, said the men had asked for money and threatened him.",
         "A relative of the bride"),
        ("The lawmaker for the area, Sani Gatawa, faulted the police figures of nine dead.", "Sani Gatawa"),
        ("Zaki Orduen, the village head, who had the dead laid out in the school, says they were 52.", "Zaki Orduen"),
        ("Hara Chai, who studies the revolt at a university, fears that younger men are slipping away.", "Hara Chai"),
        ("A 3R commander denied by telephone that the group had lost any men there.", "A 3R commander"),
        ("A shopkeeper who lives nearby and who wished to stay unnamed said that she had called the police.",
         "A shopkeeper"),
        ("Six people were hurt, including a child, head of the oblast Oleh Mrozov said.", "Oleh Mrozov"),
        ("The blast killed a trader, Rescue 1122 spokesperson Aizaz Mahmood said.", "Aizaz Mahmood"),
        ('"We saw eight bodies," said one of the residents, a teacher who asked not to be named.', "a teacher"),
        ('"They were made to kneel," the activist Liza Manahan said, citing the account of a cousin of the men.',
         "a cousin of the men"),
        ("A Wagner unit is accused by rights groups of having executed 300 civilians in 2022.", "rights groups"),
        ("Two workers died, the National News Agency (NNA) reports.", "National News Agency"),
        ("The front, in a statement posted on Facebook, admitted the loss of three men but said it had killed seven.",
         "front"),
    ],
)  # fmt: skip
def test_speakers_behind_what_is_told_of_them(draft: Draft, text: str, speaker: str) -> None:
    assert {c.chain[0].name.removeprefix("The ") for c in draft(text).claims} == {speaker}


def test_whose_words_a_denial_is_of(draft: Draft) -> None:
    found = draft("The Arakan Army denied a report by MRTV that its artillery had killed three civilians.")
    told = [(c.chain[0].name, c.stance) for c in found.claims]
    assert told == [("Arakan Army", Stance.DENIES), ("MRTV", Stance.ASSERTS)]


def test_one_of_them_is_one_of_those_who_spoke(draft: Draft) -> None:
    found = draft("Residents said the army was bombing. One of them, reached by telephone, said four herders had died.")
    assert [c.chain[0].name for c in found.claims] == ["Residents", "One of them"]


def test_no_less_than_seven_denies_nothing(draft: Draft) -> None:
    (claim,) = draft("The group said it had killed no less than seven soldiers.").claims
    assert claim.stance is not Stance.DENIES


def test_a_place_is_no_man_who_speaks_on(draft: Draft) -> None:
    found = draft(
        'The minister, Esteban Larrea, offered to send 300 officers to El Oro. "We will go house by house," he warned.'
    )
    assert {c.chain[0].name for c in found.claims} == {"Esteban Larrea"}


def test_a_bare_number_is_a_claim_of_its_own(draft: Draft) -> None:
    found = draft("The opposition puts the dead at 90; the government says 34.")
    assert [(c.chain[0].name, c.content) for c in found.claims] == [
        ("opposition", "the dead at 90"),
        ("government", "the government says 34"),
    ]


def test_rumours_that_are_dismissed_are_claims(draft: Draft) -> None:
    found = draft("The army dismissed reports circulating on social media that a dozen fishermen were killed.")
    told = [(c.chain[0].name, c.stance) for c in found.claims]
    assert told == [("army", Stance.DENIES), ("reports circulating on social media", Stance.ASSERTS)]
