"""Counts found in running text: which numbers may count people, and where they stand."""

from __future__ import annotations

import sys
from itertools import pairwise
from types import FrameType

import pytest

from summarizer.normalize import counts
from summarizer.normalize.counts import find_counts, read_count

# sentence, then the phrases found in it with their hedges
FOUND = [
    ("At least 26 fighters died along with nine soldiers.", ["At least 26", "nine"]),
    ("More than 40 people were killed and around a hundred hurt.", ["More than 40", "around a hundred"]),
    ("On June 14, 2014, 26 people were killed in Mosul.", ["26"]),
    ("Since January 3,000 have died.", ["3,000"]),
    ("In May 20 people drowned.", ["20"]),
    ("On May 20 militants attacked the post.", []),
    ("It may kill 20 more.", ["20 more"]),
    ("The toll stood at 26, at least nine of them women.", ["26", "at least nine"]),
    ("It killed 12 and more than 30 were hurt.", ["12", "more than 30"]),
    ("In the attack of May 7, 2023, 12 died, and more than 30 were hurt.", ["12", "more than 30"]),
    ("Since May 7, 2023, and more than 30 were hurt.", ["more than 30"]),
    ("The toll was 26, at least, officials said.", ["26, at least"]),
    ("John Smith, 34, and Jane Doe, 27, were hurt with 12 others.", ["12"]),
    ("The driver (34) and 12 passengers (nine of them men) died.", ["12", "nine"]),
    ("The victims were aged 3, 5 and 7.", []),
    ("A girl of 12, a boy of six and a mother of four died with a crew of 12.", ["12"]),
    ("Children under five and men over 60 were sent home; two stayed.", ["two"]),
    ("The bride, who is 20, lost both parents.", ["both"]),
    ("One must fight, he said; one of the most dangerous roads was shut.", []),
    ("One man died and one was hurt.", ["One", "one"]),
    ("One of them died; one of the wounded was a nurse.", ["One", "one"]),
    ("One day, at one point, the one thing they had was this one.", []),
    ("No one was hurt.", ["No one"]),
    ("No civilian was harmed and nobody fled.", ["No civilian", "nobody"]),
    ("No injuries were reported and no group has claimed it.", ["no group"]),
    ("There were no immediate reports of casualties.", []),
    ("He no longer had any comment; no doubt it was No. 10.", []),
    ("They paid $5m, N30 million, 3bn euros, US$ 2,400 and 20 pounds.", []),
    ("It rained for 12 hours, three days and several weeks over 40 km and 2,000 hectares.", []),
    ("He drove 40 and 50 km (25 miles) to the 155mm guns.", []),
    ("A 34-year-old, a five-man crew and 10- and 12-year-olds.", []),
    ("At about six in the morning, at 7 am, 14:05, 7am and at 1835.", []),
    ("The toll stood at 1150.", ["1150"]),
    ("UN Resolution 2334, Flight 370, Highway 1, Unit 8200, the G7, an M-14 and phase two.", []),
    ("On the highway 12 people were shot.", ["12"]),
    ("The 2012 coup, the 2003-04 season and the years 2014 to 2016.", []),
    ("Between 2014 and 2016, 300 people died.", ["300"]),
    ("They killed 2000 people and drove out more than 2015 others.", ["2000", "more than 2015"]),
    ("The guerrillas handed over two engineers and killed over 40 men.", ["two", "over 40"]),
    ("About 2000 refugees came around 2010.", ["About 2000"]),
    ("They won 3-1, lost 2-3; the vote was 15-0.", []),
    ("Two-thirds of 12 villages, one in five people, 20 percent, 20 per cent and 5%.", ["12"]),
    ("The third attack, the 14th this year.", []),
    ("1. The army said two men died.", ["two"]),
    ("Over $16 billion went to 9/11 funds.", []),
    ("Four lorries, 30 goats and three villages burnt.", ["Four", "30", "three"]),
    ("Some 320 households and 14 bodies.", ["Some 320 households", "14 bodies"]),
    ("They took heavy casualties and an unknown number of men fled.", ["heavy casualties", "an unknown number"]),
    ("Another three army casualties, and 30 casualties since.", ["Another three", "30"]),
    ("Dozens died, scores more are missing and hundreds, if not thousands, fled.",
     ["Dozens", "scores more", "hundreds, if not thousands"]),
    ("A couple and their three children died, and two men.", ["A couple and their three children", "two"]),
    ("He revised the toll up to 38 from 31.", ["38", "31"]),
    ("It rose from 30 to 45.", ["30", "45"]),
    ("Both men died; both in Syria and in Iraq people mourn.", ["Both"]),
    ("How many died is unclear; many were hurt.", ["many"]),
    ("SAN SALVADOR, 30 NOV 89 -- 5 SOLDIERS WERE KILLED, WHILE 1 OFFICER WAS WOUNDED.", ["5", "1"]),
    ("AT LEAST 24 SOLDIERS DIED ON 2 APRIL.", ["AT LEAST 24"]),
    ("Ten or eleven shots hit between 10 and 15 men.", ["Ten or eleven", "between 10 and 15"]),
    ("Killed: 14. Wounded: 22.", ["14", "22"]),
    ("soldiers—two of them officers—fell", ["two"]),
    ("twenty‑two policemen and 2\u00a0000 troops", ["twenty‑two", "2\u00a0000"]),
    ("Another approximately 40 fled, another couple hid, another man died.",
     ["Another approximately 40", "another couple", "another"]),
    ("It killed one, injured another; one after another fell. Not one, not two, but three men.",
     ["one", "another", "two", "three"]),
    ("a number of men; the number of men; number 10", ["a number"]),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "phrases"), FOUND, ids=[text[:40] for text, _ in FOUND])
def test_only_numbers_that_may_count_people_are_found(text, phrases):
    assert [text[f.start : f.end] for f in find_counts(text)] == phrases


@pytest.mark.parametrize("text", [text for text, _ in FOUND])
def test_a_found_phrase_reads_the_same_on_its_own(text):
    for found in find_counts(text):
        assert text[found.start : found.end] == found.count.text
        assert read_count(found.count.text) == found.count
        assert found.start <= found.head_start < found.head_end <= found.end


def test_the_head_is_the_bare_number():
    text = "No fewer than 26 or so men; just over two hundred and twelve others; another 6 more."
    assert [text[f.head_start : f.head_end] for f in find_counts(text)] == ["26", "two hundred and twelve", "6"]


def test_offsets_hold_where_lower_case_changes_the_length():
    text = "İİİ İstanbul: at least 26 killed"
    (found,) = find_counts(text)
    assert text[found.start : found.end] == "at least 26"


HOSTILE = {
    "digits": "7",
    "grouped": "1,000,",
    "spaced groups": "100 ",
    "ones": "one ",
    "articles": "a ",
    "hundreds": "hundred ",
    "tens of": "tens of ",
    "and": "two and ",
    "hedges": "at least ",
    "up to": "up to 5 to ",
    "no": "no ",
    "heavy": "heavy ",
    "casualties": "casualties ",
    "hyphens": "two-",
    "ranges": "1-",
    "kin": "a man and his two ",
    "children": "a couple and their ",
    "commas": ", ",
    "spaces": "  ",
    "number": "unknown number ",
    "between": "between 5 and ",
    "ages": "aged 5, ",
    "quotes": "'",
    "or more": "5 or ",
    "half": "half a ",
    "point": "1.",
    "scales": "5 million ",
    "dashes": "—5",
}


def lines_run(text: str) -> int:
    """How many lines of the reader run for a text."""
    steps = 0
    home = counts.__name__

    def local(frame: FrameType, event: str, arg: object) -> object:
        nonlocal steps
        steps += event == "line"
        return local

    def trace(frame: FrameType, event: str, arg: object) -> object:
        return local if str(frame.f_globals.get("__name__", "")).startswith(home) else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        find_counts(text)
        read_count(text)
    finally:
        sys.settrace(before)
    return steps


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_work_grows_no_faster_than_the_text(unit):
    find_counts("one")  # the lexicon is read on first use
    short, long = lines_run(unit * 200), lines_run(unit * 800)
    assert long <= 4 * short + 2000


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts_of_fifty_thousand_characters_keep_their_offsets(unit):
    text = unit * (50_000 // len(unit))
    found = find_counts(text)
    assert all(text[f.start : f.end] == f.count.text for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
