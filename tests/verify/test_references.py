"""Rules on references, verbatim fields and duplicates, R1 to R11 and D1; and what the program fills in."""

from __future__ import annotations

from datetime import date

import pytest

from summarizer.records.values import Link

TEXT = (
    "GAO, Mali: The Malian army shelled the town of Ansongo on Friday, the Coordination Council said.\n\n"
    "Army spokesmen denied the shelling. The council said nine herders were killed by mortar fire, six of them boys. "
    "The Malian army said nine rebels were killed. A doctor, Amina Touré, told Radio Gao that 17 people had died.\n\n"
    "Nine herders were killed, a relative said. Neither account could be verified. A truce was signed in 2014."
)


@pytest.fixture
def gao(bench):
    """The bench of this module's article."""
    return bench(TEXT, published=date(2024, 3, 3))


ARMY, COUNCIL = "Malian army", "Coordination Council"


def test_actor_that_is_not_in_the_article_is_refused(gao):
    """R1: names and aliases are verbatim; what is not in the article goes, the rest stays."""
    records = gao.run(gao.actor(ARMY, "army", "Wagner Group"), gao.actor("Azawad Front"))
    assert [(actor.name, actor.aliases) for actor in records.actors] == [(ARMY, ("army",))]
    assert gao.rules() == ["R1", "R1"]
    assert {finding.severity for finding in gao.said("R1")} == {"error"}


def test_actor_lives_on_under_an_alias(gao):
    """R1: an invented full name gives way to an alias that is in the article."""
    records = gao.run(
        gao.actor("Armed Forces of the Republic of Mali", "the Malian army"),
        gao.event("e", "shelled the town of Ansongo", actors=("Armed Forces of the Republic of Mali",)),
    )
    assert records.actors[0].name == "The Malian army"
    assert records.events[0].actors == ("The Malian army",)


def test_reference_by_alias_leads_to_the_name(gao):
    """R3: an alias, another case or a leading article lead to the actor."""
    records = gao.run(
        gao.actor(COUNCIL, "council"),
        gao.actor(ARMY, "Army"),
        gao.event("e", "shelled the town of Ansongo", actors=("the army",), targets=("The Council",)),
        gao.claim("k", "The council", "nine herders were killed"),
    )
    assert (records.events[0].actors, records.events[0].targets) == ((ARMY,), (COUNCIL,))
    assert records.claims[0].source == COUNCIL
    assert gao.rules() == []


def test_party_without_an_actor_record_is_kept_as_other(gao):
    """R2: a verbatim party that is not described becomes an actor."""
    records = gao.run(gao.event("e", "nine rebels were killed", targets=("rebels",)))
    assert [(actor.name, actor.type) for actor in records.actors] == [("rebels", "other")]
    assert records.events[0].targets == ("rebels",)
    assert gao.rules() == ["R2"]


def test_unknown_parties_are_cut(gao):
    """R3: a reference to nobody in the article is cut, with a warning, and the record stays."""
    records = gao.run(
        gao.actor(ARMY),
        gao.event("e", "shelled the town of Ansongo", actors=(ARMY, "Wagner")),
        gao.casualty("c", "nine", "nine herders were killed", victim_side="a9", attributed_to=("e77", ARMY)),
    )
    assert records.events[0].actors == (ARMY,)
    assert (records.casualties[0].victim_side, records.casualties[0].attributed_to) == (None, (ARMY,))
    assert gao.rules() == ["R3", "R3", "R3"]


def test_repeated_key_leads_to_the_first(gao):
    """R4: two events with one key are two events; the casualty hangs on the first."""
    records = gao.run(
        gao.event("e", "shelled the town of Ansongo"),
        gao.event("e", "A truce was signed", type="agreement"),
        gao.casualty("c", "nine", "nine herders were killed", event="e"),
    )
    assert [event.id for event in records.events] == ["e1", "e2"]
    assert records.casualties[0].event_id == "e1"
    assert gao.rules() == ["R4"]


def test_fields_that_are_not_in_the_article_are_emptied(gao):
    """R5: invented words end here; victims and content fall back to the record's own words."""
    records = gao.run(
        gao.event("e", "shelled the town of Ansongo", place="Kidal", weapon="napalm", time="on Monday", location="X"),
        gao.casualty("c", "nine", "nine herders were killed", victims="nine nomads"),
        gao.claim("k", "council", "nine herders were killed", content="ten herders", cue="swore"),
    )
    event, casualty, claim = records.events[0], records.casualties[0], records.claims[0]
    assert (event.location.place, event.location.text, event.weapon, event.time.text) == (None, None, None, None)
    assert casualty.victims == "nine"
    assert (claim.content, claim.cue) == ("nine herders were killed", None)
    assert gao.rules() == ["R5"] * 7


def test_fields_take_the_articles_own_characters(gao):
    """R5: a field that differs in typography or case alone is kept as the article has it."""
    records = gao.run(gao.claim("k", "amina touré", "17 people had died", cue="told  Radio\u00a0Gao"))
    assert (records.claims[0].source, records.claims[0].cue) == ("Amina Touré", "told Radio Gao")
    assert gao.rules() == []


def test_chain_link_that_is_not_in_the_article_is_cut(gao):
    """R6: the rest of the chain stays; "(outlet)" needs no words."""
    doctor, wire, outlet = (Link(name=n, type=t) for n, t in _LINKS)
    records = gao.run(
        gao.claim("k", "", "17 people had died", chain=(doctor, wire)),
        gao.claim("o", "", "Neither account could be verified", chain=(outlet,), stance="cannot_verify"),
    )
    assert [claim.source for claim in records.claims] == ["Amina Touré", "(outlet)"]
    assert [len(claim.chain) for claim in records.claims] == [1, 1]
    assert gao.rules() == ["R6"]


_LINKS = (("Amina Touré", "medical_rescue"), ("Example Wire", "news_media"), ("(outlet)", "outlet"))


def test_outlet_is_no_name_for_a_witness(gao):
    """R6: "(outlet)" stands for the outlet, not for any source."""
    chain = (Link(name="(outlet)", type="witness"),)
    assert gao.run(gao.claim("k", "", "17 people had died", chain=chain)).claims == ()
    assert gao.rules() == ["R6", "R7"]


def test_claim_without_a_source_is_refused(gao):
    """R7: an empty chain."""
    assert gao.run(gao.claim("k", "", "17 people had died", chain=())).claims == ()
    assert gao.rules() == ["R7"]


def test_dangling_references_are_cut(gao):
    """R8: a refused or missing record is no target; the record that points at it stays."""
    records = gao.run(
        gao.event("bad", "invented words", sentence=1),
        gao.casualty("c", "nine", "nine herders were killed", event="bad", subset_of="c9", claims=("k9",)),
        gao.claim("k", "council", "nine herders were killed", about=("bad", "c")),
    )
    casualty = records.casualties[0]
    assert (casualty.event_id, casualty.subset_of, casualty.claim_ids) == (None, None, ("k1",))
    assert records.claims[0].about == ("c1",)
    assert gao.rules() == ["Q2", "Q8", "R8", "R8", "R8", "R8"]


def test_circles_of_parts_are_cut(gao):
    """R9: a part of itself, directly or over others, is cut loose."""
    records = gao.run(
        gao.casualty("a", "nine", "nine herders were killed", subset_of="b"),
        gao.casualty("b", "nine", "nine rebels were killed", subset_of="a", victims="rebels"),
        gao.casualty("c", "17", "17 people had died", subset_of="c"),
    )
    assert [casualty.subset_of for casualty in records.casualties] == [None, "c1", None]
    assert gao.rules() == ["R9", "R9"]


def test_denials_are_about_a_figure_and_do_not_stand_behind_it(gao):
    """R10: the denial moves to `about`; about and claim_ids agree on both sides."""
    records = gao.run(
        gao.casualty("c", "nine", "nine herders were killed", claims=("k", "d")),
        gao.casualty("c2", "17", "17 people had died"),
        gao.claim("k", "council", "nine herders were killed by mortar fire"),
        gao.claim("d", "Army spokesmen", "Army spokesmen denied the shelling", stance="denies"),
        gao.claim("m", "Amina Touré", "told Radio Gao that 17 people had died", about=("c2",)),
    )
    denial, council, doctor = records.claims
    assert [casualty.claim_ids for casualty in records.casualties] == [(council.id,), (doctor.id,)]
    assert (denial.about, council.about) == (("c1",), ("c1",))
    assert gao.rules() == ["R10"]


def test_country_outside_the_list_is_emptied(gao):
    """R11: the one field an engine may infer is checked against ISO 3166."""
    records = gao.run(
        gao.event("a", "shelled the town of Ansongo", country="MLI"),
        gao.event("b", "A truce was signed", type="agreement", country="XXX"),
        gao.event("c", "Army spokesmen denied", type="talks", country="mlI"),
    )
    assert [event.location.country for event in records.events] == ["MLI", None, None]
    assert gao.rules() == ["R11", "R11"]


def test_country_given_by_name_or_seldom_code_is_read(gao):
    """R11: "Mali" is MLI, and a code outside the news table is still a code."""
    records = gao.run(
        gao.event("a", "shelled the town of Ansongo", country="Mali"),
        gao.event("b", "A truce was signed", type="agreement", country="ATF"),
    )
    assert [event.location.country for event in records.events] == ["MLI", "ATF"]
    assert gao.rules() == []


def test_same_event_told_twice_is_one(gao):
    """D1: same type, status, place and parties; quotes and references are joined."""
    records = gao.run(
        gao.actor(ARMY),
        gao.event("a", "shelled the town of Ansongo", type="shelling", actors=(ARMY,), place="Ansongo"),
        gao.event("b", "mortar fire", type="shelling", actors=(ARMY,), place="Ansongo", weapon="mortar"),
        gao.event("x", "denied the shelling", type="shelling", actors=(ARMY,), place="Gao"),
        gao.casualty("c", "nine", "nine herders were killed", event="b"),
    )
    assert [event.weapon for event in records.events] == ["mortar", None]
    assert len(records.events[0].evidence) == 2
    assert records.casualties[0].event_id == "e1"
    assert gao.rules() == ["D1"]


def test_same_figure_from_two_sources_is_one_casualty_with_both_claims(gao):
    """D1: nine herders, said twice; nine rebels are others."""
    records = gao.run(
        gao.event("e", "shelled the town of Ansongo"),
        gao.casualty("a", "nine", "nine herders were killed", event="e", victims="herders", claims=("k",)),
        gao.casualty("b", "Nine", "Nine herders were killed", event="e", victims="herders", claims=("r",)),
        gao.casualty("x", "nine", "nine rebels were killed", event="e", victims="rebels"),
        gao.claim("k", "council", "nine herders were killed by mortar fire"),
        gao.claim("r", "a relative", "Nine herders were killed, a relative said"),
    )
    assert [casualty.victims for casualty in records.casualties] == ["herders", "rebels"]
    assert records.casualties[0].claim_ids == ("k1", "k2")
    assert records.casualties[0].support == "multi_source"
    assert gao.rules() == ["D1"]


@pytest.mark.parametrize(("claims", "number"), [(("k", "r"), 2), (("k", "k"), 1)])
def test_a_woman_and_a_woman_of_two_claims_are_two(bench, claims, number):
    """D1: what may be two people stays two, where each is new ("a woman") and told by a claim of its own."""
    text = "A missile killed a 72-year-old woman in Kharkiv, one said. A woman was killed in Belgorod, another said."
    b = bench(text)
    one, two = "killed a 72-year-old woman", "A woman was killed"
    records = b.run(
        b.event("e", "A missile killed a 72-year-old woman"),
        b.casualty("a", "a 72-year-old woman", one, event="e", victims="a 72-year-old woman", claims=claims[:1]),
        b.casualty("b", "A woman", two, event="e", victims="A woman", claims=claims[1:]),
        b.claim("k", "one", "A missile killed a 72-year-old woman in Kharkiv"),
        b.claim("r", "another", "A woman was killed in Belgorod"),
    )
    assert len(records.casualties) == number


@pytest.mark.parametrize(
    ("text", "one", "two"),
    [
        (
            "Two soldiers were killed. Another two soldiers were killed later.",
            ("Two", "Two soldiers were killed"),
            ("two", "Another two soldiers were killed later"),
        ),
        (
            "A raid hurt nine soldiers, and two of them were killed. The lynching of two soldiers followed.",
            ("two", "two of them were killed"),
            ("two", "The lynching of two soldiers"),
        ),
        (
            "Gunmen killed two soldiers in Gao and two soldiers in Kidal.",
            ("two", "two soldiers in Gao"),
            ("two", "two soldiers in Kidal"),
        ),
    ],
)
def test_further_victims_and_two_places_in_one_sentence_stay_apart(bench, text, one, two):
    """D1 never merges what the words set apart."""
    b = bench(text)
    records = b.run(
        b.event("e", text.partition(" in ")[0].partition(".")[0]),
        b.casualty("a", *one, event="e", victims="soldiers"),
        b.casualty("b", *two, event="e", victims="soldiers"),
    )
    assert len(records.casualties) == 2


@pytest.mark.parametrize(("status", "number"), [("combatant", 2), ("civilian", 1)])
def test_a_jawan_and_a_civilian_are_two(bench, status, number):
    """D1: "civilian" says little of who he was, and yet he is no soldier: a soldier hides no civilian."""
    b = bench("A raid hit the camp; a farmer was killed there, officials said. A civilian was killed in that raid.")
    records = b.run(
        b.event("e", "A raid hit the camp"),
        b.casualty("a", "a farmer", "a farmer was killed", event="e", victims="a farmer", victim_status=status),
        b.casualty(
            "b", "A civilian", "A civilian was killed", event="e", victims="A civilian", victim_status="civilian"
        ),
    )
    assert len(records.casualties) == number


def test_same_claim_twice_is_one(gao):
    """D1: one claim per source and proposition."""
    records = gao.run(
        gao.claim("a", "council", "nine herders were killed", about=()),
        gao.claim("b", "The council", "nine herders were killed by mortar fire", content="nine herders were killed"),
    )
    assert [len(claim.evidence) for claim in records.claims] == [2]
    assert gao.rules() == ["D1"]


def test_ids_follow_first_evidence(gao):
    """Ids are issued anew in order of first evidence; findings use them."""
    records = gao.run(
        gao.event("z", "A truce was signed in 2014", type="agreement", status="background", time="in 2014"),
        gao.event("y", "shelled the town of Ansongo", sentence=3),
    )
    assert [(event.id, event.type) for event in records.events] == [("e1", "attack"), ("e2", "agreement")]
    assert gao.said("Q5")[0].record == "e1"


def test_program_fills_what_is_computed(gao):
    """Dates, country, canonical names, reported_by, direct quotes, support and tags."""
    records = gao.run(
        gao.actor(ARMY),
        gao.event(
            "e", "shelled the town of Ansongo on Friday", actors=(ARMY,), time="on Friday", place="Ansongo"
        ),
        gao.casualty("c", "six", "six of them boys", victims="boys", event="e"),
        gao.claim("k", COUNCIL, "the Coordination Council said", content="shelled the town of Ansongo", about=("e",)),
        gao.claim("d", "Army spokesmen", "Army spokesmen denied the shelling", stance="denies", about=("e",)),
        gao.claim("o", "", "Neither account could be verified", chain=(Link(name="(outlet)", type="outlet"),),
                  stance="cannot_verify", about=("e",)),
    )  # fmt: skip
    event = records.events[0]
    assert event.time.start == date(2024, 3, 1)
    assert event.reported_by == ("k1", "k2", "k3")
    assert (event.support, event.unverified) == ("contested", True)
    assert (records.casualties[0].tags, records.casualties[0].support) == (("children",), "outlet_voice")
    assert all(claim.source_type == claim.chain[0].type for claim in records.claims)
