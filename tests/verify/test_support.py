"""How records bear each other out: support, parties, tags."""

from __future__ import annotations

import pytest

from summarizer.records.values import Link
from summarizer.verify.tags import tags_of

TEXT = (
    "Rebels shelled the town of Orun on Monday. The Defence Ministry said 14 people were killed. "
    "A doctor said 17 people were killed. The governor also said 14 people had died. "
    "Army spokesmen denied that the army shelled Orun. The rebel command said its gunners shelled Orun. "
    "Residents said the army did it. It was not possible to check the accounts."
)


@pytest.fixture
def orun(bench):
    """The bench of this module's article."""
    return bench(TEXT)


def said(orun, key, source, quote, kind="government", **fields):
    """A claim of one source about the event "e" unless told otherwise."""
    chain = (Link(name=source, type=kind),)
    return orun.claim(key, source, quote, chain=chain, **({"about": ("e",)} | fields))


def shelling(orun, **fields):
    """The event of this module's article."""
    return orun.event("e", "Rebels shelled the town of Orun", type="shelling", **fields)


def support(orun, *drafts):
    """Support of the only event."""
    return str(orun.run(*drafts).events[0].support)


def test_outlets_own_voice(orun):
    """No claim at all, or silences alone: the outlet states it."""
    assert support(orun, shelling(orun)) == "outlet_voice"
    silent = said(orun, "k", "Army spokesmen", "It was not possible", stance="no_comment")
    assert support(orun, shelling(orun), silent) == "outlet_voice"


def test_mentions_of_one_source_are_one_source(orun):
    """Distinct originators count, not claims; aliases are one."""
    army = orun.actor("Army", "Army spokesmen")
    one = said(orun, "a", "Army", "Rebels shelled the town")
    two = said(orun, "b", "Army spokesmen", "the town of Orun", content="Orun")
    assert support(orun, army, shelling(orun), one, two) == "single_source"


def test_two_sources(orun):
    """Two originators, no conflict."""
    claims = (said(orun, "a", "The governor", "Rebels shelled"), said(orun, "b", "Residents", "shelled the town"))
    assert support(orun, shelling(orun), *claims) == "multi_source"


def test_party_that_owns_up(orun):
    """Acknowledged: the attacker itself says so."""
    rebels = orun.actor("Rebels", "The rebel command", kind="rebel_group")
    claim = said(orun, "k", "The rebel command", "its gunners shelled Orun", "armed_group")
    assert support(orun, rebels, shelling(orun, actors=("Rebels",)), claim) == "acknowledged"


def test_denial_beside_an_assertion_is_contested_and_alone_negates(orun):
    """Contested: one asserts, another denies. Negated: only denials."""
    denial = said(orun, "d", "Army spokesmen", "denied that the army shelled Orun", "military", stance="denies")
    assert support(orun, shelling(orun), denial) == "negated"
    assert support(orun, shelling(orun), denial, said(orun, "a", "Residents", "Rebels shelled")) == "contested"


def test_rival_figures_are_contested_and_equal_ones_are_not(orun):
    """Counts of two sources that do not overlap contest each other; nothing is adjudicated."""
    records = orun.run(
        shelling(orun),
        orun.casualty("a", "14", "14 people were killed", event="e", victims="people", claims=("m",)),
        orun.casualty("b", "17", "17 people were killed", event="e", victims="people", claims=("d",)),
        said(orun, "m", "The Defence Ministry", "said 14 people were killed"),
        said(orun, "d", "A doctor", "said 17 people were killed", "medical_rescue"),
    )
    assert [str(casualty.support) for casualty in records.casualties] == ["contested", "contested"]


def test_figures_of_two_groups_are_no_rivals(orun):
    """One source's two figures stand side by side."""
    records = orun.run(
        shelling(orun),
        orun.casualty("a", "14", "14 people were killed", event="e", victims="people", claims=("m",)),
        orun.casualty("b", "17", "17 people were killed", event="e", victims="people", claims=("m",)),
        said(orun, "m", "The Defence Ministry", "said 14 people were killed"),
    )
    assert [str(casualty.support) for casualty in records.casualties] == ["single_source", "single_source"]


@pytest.mark.parametrize(
    ("source", "kind", "party"),
    [
        ("Army spokesmen", "military", True),
        ("The rebel command", "armed_group", True),
        ("Residents", "witness", False),
        ("The governor", "government", None),
    ],
)
def test_party_is_told_from_bystander(orun, source, kind, party):
    """An actor's own voice is a party; an office that may or may not be the actor's is left open."""
    records = orun.run(
        orun.actor("Army"),
        orun.actor("Rebels", "The rebel command", kind="rebel_group"),
        shelling(orun, actors=("Rebels",), targets=("Army",)),
        said(orun, "k", source, "denied that the army shelled Orun", kind),
    )
    assert records.claims[0].party is party


def test_claim_about_nothing_has_no_party(orun):
    """Without an event in `about` nothing can be told."""
    assert orun.run(said(orun, "k", "Residents", "the army did it", "witness", about=())).claims[0].party is None


def test_news_agency_named_for_a_country_is_no_party(bench):
    """ "Russian news agencies" do not speak for the Russian forces."""
    b = bench("Russian jets bombed Orun, Russian news agencies said. The Russian defence ministry said so too.")
    records = b.run(
        b.actor("Russian", kind="external_forces"),
        b.event("e", "Russian jets bombed Orun", actors=("Russian",)),
        b.claim("a", "", "bombed Orun", chain=(Link(name="Russian news agencies", type="news_media"),), about=("e",)),
        b.claim(
            "b", "", "said so too", chain=(Link(name="The Russian defence ministry", type="military"),), about=("e",)
        ),
    )
    assert [claim.party for claim in records.claims] == [False, True]


@pytest.mark.parametrize(
    ("victims", "tags"),
    [
        ("six of them boys", ("children",)),
        ("two policewomen and a nurse", ("women", "medic", "police")),
        ("U.N. staff", ("un_staff",)),
        ("un hombre", ()),
        ("aid workers", ("aid_worker",)),
        ("soldiers", ()),
        ("womanly", ()),
    ],
)
def test_tags_by_the_words_of_the_victims(victims, tags):
    """Protected groups by keyword, whole words only."""
    assert tags_of(victims, None) == tags


def test_named_person(bench):
    """One victim called by name is tagged; a group is not."""
    b = bench("Gunmen shot Amina Touré, a nurse, and Malian Army soldiers.")
    records = b.run(
        b.casualty("a", "Amina Touré", "Gunmen shot Amina Touré"),
        b.casualty("b", "soldiers", "Malian Army soldiers"),
    )
    assert [casualty.tags for casualty in records.casualties] == [("named_person",), ()]


def test_direct_quote_needs_quotation_marks(bench):
    """Double marks make a direct quote; an apostrophe does not."""
    b = bench("\"We saw it,\" the mayor's aide said. The aide's wife said she didn't see it.")
    records = b.run(b.claim("a", "the mayor's aide", "We saw it"), b.claim("b", "The aide's wife", "she didn't see it"))
    assert [claim.direct_quote for claim in records.claims] == [True, False]
