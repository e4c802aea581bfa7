"""What an analyst sees of a digest."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from summarizer.cli.view import wording
from summarizer.cli.view.digest import digest_lines
from summarizer.cli.view.page import Page, Signs
from summarizer.records.finding import Finding, Severity
from summarizer.records.values import Link, Location, TimeReference
from summarizer.records.vocabulary import (
    CountModifier,
    CountUnit,
    EventStatus,
    EventType,
    Harm,
    Scope,
    SourceType,
    Stance,
    Support,
    TimePrecision,
    TimeRelation,
)

M = CountModifier
PEOPLE, MEN = "people", "men"
FAMILIES, HOUSEHOLDS, BODIES = CountUnit.FAMILIES, CountUnit.HOUSEHOLDS, CountUnit.BODIES
DAY, WEEK, MONTH, YEAR = TimePrecision.DAY, TimePrecision.WEEK, TimePrecision.MONTH, TimePrecision.YEAR


def view(digest: Any, **options: Any) -> str:
    return "\n".join(digest_lines(digest, Page(80), **options))


def test_the_view_of_a_digest(samples: Any) -> None:
    assert (
        view(samples.digest())
        == """\
Syrian army enters Raqqa province
AMMAN/MOSCOW · publication date not given: times stay as worded

At least 26 IS militants were killed. [c1 e1]

CASUALTIES
  c1  at least 26 killed  IS militants · combatant
      says Syrian Observatory for Human Rights · e1
      “at least 26 IS militants had been killed”

EVENTS
  e1  [ONGOING] offensive · Syrian army (supported by Russian) · against IS
      Raqqa province, SYR · on Friday · one source (k1)
      “The Syrian army has crossed the boundary of Raqqa province”

CLAIMS
  k1  Syrian Observatory for Human Rights said · monitor or NGO · about e1, c1
      “at least 26 IS militants had been killed”

offline · 0.02 s · 1 casualty, 1 event, 1 claim, 0 findings"""
    )


@pytest.mark.parametrize(
    ("harm", "count", "victims", "shown"),
    [
        (Harm.INJURED, {"text": "a hundred", "best": 100, "modifier": M.ABOUT}, MEN, "a hundred injured (~100)"),
        (Harm.KILLED, {"text": "dozens", "low": 24, "modifier": M.VAGUE}, MEN, "dozens killed (≥24)"),
        (Harm.KILLED, {"text": "nearly fifty", "high": 50, "modifier": M.NEARLY}, MEN, "nearly fifty killed (≤50)"),
        (Harm.KILLED, {"text": "nine", "low": 9, "high": 9}, MEN, "nine killed"),
        (Harm.KILLED, {"text": "two score", "low": 40, "high": 40}, MEN, "two score killed (40)"),
        (Harm.KILLED, {"text": "six or so", "low": 6, "high": 7, "modifier": M.RANGE}, MEN, "six or so killed (6-7)"),
        (Harm.CASUALTIES, {"text": "heavy casualties", "modifier": M.UNQUANTIFIED}, MEN, "heavy casualties"),
        (Harm.CASUALTIES, {"text": "30", "low": 30, "high": 30}, MEN, "30 killed or injured"),
        (Harm.KILLED, {"text": "civilians", "modifier": M.UNQUANTIFIED}, "civilians", "killed, no number given"),
        (Harm.DISPLACED, {"text": "340", "low": 340, "high": 340, "unit": FAMILIES}, "families", "340 displaced"),
        (Harm.DISPLACED, {"text": "340", "low": 340, "high": 340, "unit": HOUSEHOLDS}, MEN, "340 households displaced"),
        (Harm.KILLED, {"text": "14 bodies", "low": 14, "high": 14, "unit": BODIES}, MEN, "14 bodies, killed"),
        (Harm.KILLED, {"text": "41 corpses", "low": 41, "high": 41, "unit": BODIES}, MEN, "41 corpses, killed"),
        (Harm.KILLED, {"text": "41", "low": 41, "high": 41, "unit": BODIES}, MEN, "41 bodies, killed"),
        (Harm.KILLED, {"text": "a couple", "low": 5, "high": 5, "derived": True}, PEOPLE, "a couple killed (5 in all)"),
    ],
)
def test_harm_stands_with_its_count_and_hedge(
    samples: Any, harm: Harm, count: dict[str, Any], victims: str, shown: str
) -> None:
    record = samples.casualty(harm=harm, count=samples.count(**count), victims=victims)
    assert wording.harm_with_count(record, Signs()) == shown


def test_victims_named_by_the_count_are_not_named_twice(samples: Any) -> None:
    words = "a couple and their three children"
    record = samples.casualty(count=samples.count(words, 5, 5, 5, derived=True), victims=words)
    assert view(samples.digest(casualties=(record,))).count(words) == 1


@pytest.mark.parametrize(
    ("changes", "tag"),
    [
        ({"scope": Scope.SUPERSEDED}, "[SUPERSEDED]"),
        ({"scope": Scope.CUMULATIVE}, "[RUNNING TOTAL]"),
        ({"subset_of": "c9"}, "[PART OF c9]"),
        ({"support": Support.CONTESTED}, "[CONTESTED]"),
        ({"support": Support.NEGATED}, "[ONLY DENIED]"),
        ({"unverified": True}, "[NOT VERIFIED]"),
    ],
)
def test_a_count_that_is_no_plain_toll_is_tagged(samples: Any, changes: dict[str, Any], tag: str) -> None:
    assert f"  c1  {tag} at least 26 killed" in view(samples.digest(casualties=(samples.casualty(**changes),)))


@pytest.mark.parametrize(
    "status", [EventStatus.BACKGROUND, EventStatus.PLANNED, EventStatus.HYPOTHETICAL, EventStatus.NEGATED]
)
def test_what_is_not_news_stands_apart_and_so_do_its_casualties(samples: Any, status: EventStatus) -> None:
    shown = view(samples.digest(events=(samples.event(status=status),)))
    assert f"[{status.value.upper()}] offensive" in shown.split("NOT NEWS")[1]
    assert f"[{status.value.upper()}] at least 26 killed" in shown
    assert "EVENTS  none found" in shown


def test_a_completed_event_carries_no_tag(samples: Any) -> None:
    assert "  e1  offensive" in view(samples.digest(events=(samples.event(status=EventStatus.COMPLETED),)))


def test_a_chain_of_sources_reads_from_the_originator_to_the_outlet(samples: Any) -> None:
    chain = tuple(Link(name=name, type=SourceType.NEWS_MEDIA) for name in ["an official", "TASS"])
    shown = view(samples.digest(claims=(samples.claim(chain=chain, anonymous=True, stance=Stance.DENIES),)))
    assert "  k1  an official, via TASS, DENIED · monitor or NGO · unnamed" in shown


def test_a_casualty_without_claims_is_in_the_outlets_own_voice(samples: Any) -> None:
    assert "outlet's own voice" in view(samples.digest(casualties=(samples.casualty(claim_ids=()),)))


def test_every_stance_and_support_has_words(samples: Any) -> None:
    for stance in Stance:
        assert "Observatory" in wording.source_said(samples.claim(stance=stance))
    assert set(wording.SUPPORTS) == set(Support)


def time(text: str | None, start: str | None = None, end: str | None = None, **more: Any) -> TimeReference:
    days = {name: date.fromisoformat(day) for name, day in [("start", start), ("end", end)] if day}
    return TimeReference(text=text, **days, **{"precision": DAY, **more})


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        (TimeReference(text="on Friday"), "on Friday"),
        (TimeReference(), ""),
        (time("by Friday", end="2016-06-03", relation=TimeRelation.BY), "by Friday (by 2016-06-03)"),
        (time("since May", "2016-05-01", relation=TimeRelation.SINCE), "since May (since 2016-05-01)"),
        (time("last year", "2015-01-01", "2015-12-31", precision=YEAR), "last year (2015)"),
        (time("in 2014", "2014-01-01", "2014-12-31", precision=YEAR), "in 2014"),
        (time("last month", "2016-05-01", "2016-05-31", precision=MONTH), "last month (2016-05)"),
        (time("this week", "2016-05-30", "2016-06-05", precision=WEEK), "this week (2016-05-30 to 2016-06-05)"),
    ],
)
def test_times_keep_their_words_and_show_what_they_resolve_to(when: TimeReference, shown: str) -> None:
    assert wording.when(when) == shown


def test_a_place_is_the_most_specific_one_with_its_country() -> None:
    assert wording.where(Location(text="near Raqqa", place="Raqqa", country="SYR")) == "Raqqa, SYR"
    assert wording.where(Location(text="the border")) == "the border"


def finding(severity: Severity, message: str = "something") -> Finding:
    return Finding(rule="C1", severity=severity, record="c1", message=message, start=3, end=9)


def test_errors_come_before_warnings_and_notes_are_counted(samples: Any) -> None:
    found = (finding(Severity.INFO), finding(Severity.WARNING), finding(Severity.ERROR))
    lines = view(samples.digest(findings=found)).split("FINDINGS\n")[1].splitlines()
    assert lines[2] == "  1 more, shown by --verbose"
    assert [line.split()[0] for line in lines[:2]] == ["error", "warning"]


def test_many_findings_are_no_wall_of_text(samples: Any) -> None:
    shown = view(samples.digest(findings=tuple(finding(Severity.WARNING) for _ in range(30))))
    assert "22 more, shown by --verbose" in shown
    assert shown.count("something") == 8


def test_verbose_shows_every_quote_with_its_place_and_every_finding(samples: Any) -> None:
    quotes = (*samples.evidence("first words"), *samples.evidence("second words"))
    shown = view(
        samples.digest(casualties=(samples.casualty(evidence=quotes),), findings=(finding(Severity.INFO),)),
        verbose=True,
    )
    assert "“first words”\n      sentence 1, characters 0-11, exact" in shown
    assert "“second words”" in shown
    assert "info     C1  c1  something · characters 3-9" in shown


def test_nothing_found_is_said(samples: Any) -> None:
    shown = view(samples.digest(events=(), casualties=(), claims=()))
    assert "CASUALTIES  none found\n\nEVENTS  none found\n\nCLAIMS  none found" in shown


def test_a_model_run_shows_its_requests_and_an_unknown_price_is_not_zero(samples: Any) -> None:
    plain = samples.digest()
    source = plain.provenance.model_copy(update={"engine": "llm", "model": "m-1", "requests": 2})
    assert "llm m-1 · 0.02 s" in view(plain.model_copy(update={"provenance": source}))
    assert "2 requests, cost unknown" in view(plain.model_copy(update={"provenance": source}))


HOSTILE = "\x1b]0;owned\x07[bold]red[/bold]\r900 killed\u202e"


def test_hostile_words_in_every_field_are_shown_and_never_sent(samples: Any) -> None:
    chain = (Link(name=HOSTILE, type=SourceType.NEWS_MEDIA),)
    quotes = samples.evidence(HOSTILE)
    hostile = samples.digest(
        events=(samples.event(actors=(HOSTILE,), weapon=HOSTILE, location=Location(place=HOSTILE), evidence=quotes),),
        casualties=(samples.casualty(victims=HOSTILE, victim_side=HOSTILE, evidence=quotes),),
        claims=(samples.claim(chain=chain, content=HOSTILE, evidence=quotes),),
        findings=(finding(Severity.ERROR, HOSTILE),),
    )
    for verbose in (False, True):
        shown = view(hostile, verbose=verbose)
        assert samples.raw_controls(shown) == []
        assert "[bold]red[/bold]" in shown


def test_silence_is_shown_with_the_words_around_it(samples: Any) -> None:
    words = "spokesmen were not immediately available for comment"
    silent = samples.claim(stance=Stance.NO_COMMENT, content="for comment", evidence=samples.evidence(words))
    assert f"“{words}”" in view(samples.digest(claims=(silent,)))


def test_every_value_has_a_wording_without_underscores() -> None:
    assert [each for each in (*EventType, *SourceType) if "_" in wording.term(each)] == []


def test_notes_alone_are_counted(samples: Any) -> None:
    assert "FINDINGS\n  2 notes, shown by --verbose" in view(samples.digest(findings=(finding(Severity.INFO),) * 2))


def test_a_claim_about_an_acknowledged_event_is_not_said_to_acknowledge_it(samples: Any) -> None:
    """Police tell of the deed and only the accused own up to it: the claims that tell of it are named as such."""
    acknowledged = samples.event(support=Support.ACKNOWLEDGED, reported_by=("k1", "k2"))
    shown = " ".join(view(samples.digest(events=(acknowledged,))).split())
    assert "acknowledged by the accused; told in k1, k2" in shown
    assert "accused (k1" not in shown
