"""Words that a rule needs: a rule that is not asked about a sentence would have found nothing in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.articles import load_article
from summarizer.engines.offline.casualties import RULES
from summarizer.engines.offline.needs import Asked
from summarizer.engines.offline.parsed import parse_article

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*/article.txt"))


@pytest.mark.parametrize("path", [pytest.param(path, id=path.parent.name) for path in SEEDS])
def test_a_rule_that_is_not_asked_finds_nothing(path: Path) -> None:
    asked = Asked(RULES)
    for p in parse_article(load_article(path)):
        spared = [rule for rule in RULES if rule not in asked.possible(p.vocabulary)]
        found = [(rule.__name__, group) for rule in spared for k in range(len(p.chunks)) for group in rule(p, k)]
        assert found == [], p.text


def test_most_rules_are_spared_where_nobody_is_harmed() -> None:
    asked = Asked(RULES).possible(frozenset({"the", "minister", "opened", "a", "bridge", "and", "praised"}))
    assert len(asked) < len(RULES) / 4
