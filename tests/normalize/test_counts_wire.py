"""Count phrases as wire copy words them, beyond the table: what each asserts, and what is no count."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from summarizer.normalize.counts import read_count

WIRE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def test_the_wire_table_is_as_large_as_promised():
    assert sum(map(len, WIRE.values())) >= 300


@pytest.mark.parametrize(("phrase", "value"), WIRE["exact"], ids=repr)
def test_an_unhedged_number_is_exact(phrase, value):
    count = read_count(phrase)
    assert count is not None
    assert (count.value, count.min, count.max, count.best, str(count.modifier)) == (value, value, value, value, "exact")


@pytest.mark.parametrize(("phrase", "modifier", "value"), WIRE["hedged"], ids=repr)
def test_a_hedge_decides_the_bounds(phrase, modifier, value):
    count = read_count(phrase)
    assert count is not None
    assert (count.value, str(count.modifier)) == (value, modifier)
    assert count.min == (value if modifier in ("at_least", "more_than") else None)
    assert count.max == (value if modifier in ("nearly", "up_to", "fewer_than") else None)
    assert count.best == (None if modifier in ("up_to", "fewer_than") else value)


@pytest.mark.parametrize(("phrase", "low", "high"), WIRE["ranges"], ids=repr)
def test_two_figures_are_a_range(phrase, low, high):
    count = read_count(phrase)
    assert count is not None
    assert (count.value, count.min, count.max, count.best, str(count.modifier)) == (None, low, high, None, "range")


@pytest.mark.parametrize(("phrase", "low", "high"), WIRE["two_bounds"], ids=repr)
def test_a_floor_with_a_second_bound_keeps_its_figure(phrase, low, high):
    count = read_count(phrase)
    assert count is not None
    assert (count.value, count.min, count.max, count.best, str(count.modifier)) == (low, low, high, low, "range")


@pytest.mark.parametrize(("phrase", "floor"), WIRE["vague"], ids=repr)
def test_a_vague_lexeme_asserts_a_floor_only(phrase, floor):
    count = read_count(phrase)
    assert count is not None
    assert (count.value, count.min, count.max, count.best, str(count.modifier)) == (None, floor, None, None, "vague")


@pytest.mark.parametrize("phrase", WIRE["unquantified"])
def test_harm_without_a_number_never_becomes_a_number(phrase):
    count = read_count(phrase)
    assert count is not None
    assert (count.value, count.min, count.max, count.best, str(count.modifier)) == (None,) * 4 + ("unquantified",)


@pytest.mark.parametrize("phrase", WIRE["no_count"], ids=repr)
def test_what_counts_nobody_is_not_recognised(phrase):
    assert read_count(phrase) is None


@pytest.mark.parametrize("phrase", ["up to several dozen", "fewer than a handful"])
def test_a_ceiling_takes_the_floor_of_a_vague_lexeme_away(phrase):
    count = read_count(phrase)
    assert count is not None
    assert (count.value, count.min, count.max, count.best, str(count.modifier)) == (None,) * 4 + ("vague",)


@pytest.mark.parametrize("digits", [11, 400, 5000, 100_000])
def test_a_number_of_more_than_ten_digits_is_not_recognised(digits):
    assert read_count("5" * digits) is None
    assert read_count("1" + ",000" * (digits // 2)) is None
    assert read_count("at least " + "9" * digits + " people") is None


def test_an_empty_phrase_is_not_recognised():
    assert read_count("") is None
