"""Whatever an engine says, verification never raises, and what it lets through holds."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from summarizer.articles import article_from_text
from summarizer.records.draft import (
    DraftActor,
    DraftCasualty,
    DraftClaim,
    DraftEvent,
    DraftEvidence,
    DraftRecords,
)
from summarizer.records.values import Link
from summarizer.records.vocabulary import (
    ActorType,
    EventStatus,
    EventType,
    Harm,
    Scope,
    SourceType,
    Stance,
    VictimStatus,
)
from summarizer.verify import verify

TEXT = (Path(__file__).parents[2] / "seeds" / "raqqa-offensive" / "article.txt").read_text("utf-8")
ARTICLE = article_from_text(TEXT)
KEYS = st.sampled_from(["e1", "e2", "c1", "c2", "k1", "", "x"])


@st.composite
def slices(draw, longest=160):
    """Words of the article, cut anywhere; sometimes damaged."""
    start = draw(st.integers(0, len(TEXT) - 1))
    words = TEXT[start : start + draw(st.integers(0, longest))]
    return draw(
        st.sampled_from([words, words.upper(), words.replace("'", "\u2019"), words.replace(" ", "\u00a0"), words + "x"])
    )


WORDS = st.one_of(
    slices(), slices(30), st.text(max_size=40), st.sampled_from(["at least 26", "nine", "IS", "army", "\ud800"])
)
NUMBERS = st.one_of(st.integers(-5, 400), st.sampled_from([10**30, -(10**30), 10**5000]))
QUOTES = st.lists(st.builds(DraftEvidence, sentence=NUMBERS, quote=WORDS), max_size=4).map(tuple)
MANY = st.lists(WORDS, max_size=2).map(tuple)
REFERENCES = st.lists(KEYS, max_size=3).map(tuple)
MAYBE = st.none() | WORDS

ACTORS = st.builds(DraftActor, name=WORDS, type=st.sampled_from(ActorType), aliases=MANY)
EVENTS = st.builds(
    DraftEvent,
    key=KEYS,
    type=st.sampled_from(EventType),
    status=st.sampled_from(EventStatus),
    actors=MANY,
    supporters=MANY,
    targets=MANY,
    location=MAYBE,
    place=MAYBE,
    admin1=MAYBE,
    country=st.none() | st.sampled_from(["SYR", "syria", "XX", ""]),
    time=MAYBE,
    weapon=MAYBE,
    evidence=QUOTES,
)
CASUALTIES = st.builds(
    DraftCasualty,
    key=KEYS,
    event=st.none() | KEYS,
    harm=st.sampled_from(Harm),
    count=WORDS,
    number=st.none() | NUMBERS,
    victims=WORDS,
    victim_status=st.sampled_from(VictimStatus),
    victim_side=MAYBE,
    attributed_to=MANY,
    scope=st.sampled_from(Scope),
    subset_of=st.none() | KEYS,
    claims=REFERENCES,
    evidence=QUOTES,
)
LINKS = st.builds(Link, name=WORDS | st.just("(outlet)"), type=st.sampled_from(SourceType))
CLAIMS = st.builds(
    DraftClaim,
    key=KEYS,
    chain=st.lists(LINKS, max_size=3).map(tuple),
    anonymous=st.booleans(),
    stance=st.sampled_from(Stance),
    cue=MAYBE,
    content=WORDS,
    about=REFERENCES,
    time=MAYBE,
    evidence=QUOTES,
)
DRAFTS = st.builds(
    DraftRecords,
    actors=st.lists(ACTORS, max_size=3).map(tuple),
    events=st.lists(EVENTS, max_size=3).map(tuple),
    casualties=st.lists(CASUALTIES, max_size=3).map(tuple),
    claims=st.lists(CLAIMS, max_size=3).map(tuple),
)


@given(DRAFTS)
def test_any_draft_is_judged_and_what_stands_holds(draft):
    """Never raises; evidence slices; counts lie in quotes; references resolve; nothing is lost silently."""
    records, findings = verify(ARTICLE, draft)
    events, casualties, claims = ([r.id for r in kind] for kind in (records.events, records.casualties, records.claims))
    for letter, ids in (("e", events), ("c", casualties), ("k", claims)):
        assert ids == [f"{letter}{number}" for number in range(1, len(ids) + 1)]
    names = {actor.name for actor in records.actors}
    for record in (*records.events, *records.casualties, *records.claims):
        assert all(TEXT[e.start : e.end] == e.quote for e in record.evidence)
        assert all(e.sentence == ARTICLE.sentences[e.sentence - 1].number for e in record.evidence)
    for event in records.events:
        assert names.issuperset((*event.actors, *event.supporters, *event.targets))
        assert set(event.reported_by) <= set(claims)
    for casualty in records.casualties:
        assert any(casualty.count.text in e.quote for e in casualty.evidence)
        assert casualty.event_id is None or casualty.event_id in events
        assert casualty.subset_of is None or casualty.subset_of in casualties
        assert set(casualty.claim_ids) <= set(claims)
        assert casualty.victim_side is None or casualty.victim_side in names
    for claim in records.claims:
        assert set(claim.about) <= {*events, *casualties}
        assert claim.content in TEXT
    assert all(finding.message.isprintable() for finding in findings)
    drafted = len(draft.events) + len(draft.casualties) + len(draft.claims)
    told = sum(f.rule == "D1" or " refused: " in f.message for f in findings)
    assert drafted == len(events) + len(casualties) + len(claims) + told


@given(DRAFTS)
def test_verification_is_a_function_of_its_arguments(draft):
    """Two runs over one draft agree in every record and finding."""
    assert verify(ARTICLE, draft) == verify(ARTICLE, draft)


@given(slices(), st.integers(0, 40))
def test_a_whole_word_slice_is_always_found(quote, sentence):
    """Words copied from one paragraph are exact evidence, wherever the engine says they are."""
    words = " ".join(quote.split(" ")[1:-1])
    whole = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", TEXT) is not None
    if words.strip() and whole and "\n" not in words and any(c.isalnum() for c in words):
        event = _event(DraftEvidence(sentence=sentence, quote=words))
        records, _ = verify(ARTICLE, DraftRecords(events=(event,)))
        assert records.events[0].evidence[0].quote == words.strip()


def _event(evidence):
    return DraftEvent(
        key="e",
        type=EventType.OTHER,
        status=EventStatus.COMPLETED,
        actors=(),
        supporters=(),
        targets=(),
        location=None,
        place=None,
        admin1=None,
        country=None,
        time=None,
        weapon=None,
        evidence=(evidence,),
    )
