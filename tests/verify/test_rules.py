"""The table of rules, the order they run in, the page made from them, and their tests agree."""

from __future__ import annotations

import re

import pytest

from summarizer.articles.rules import RULES as ARTICLE_RULES
from summarizer.engines.exchange_rules import RULES as REPLY_RULES
from summarizer.verify.order import ORDER
from summarizer.verify.rules import RULES, Rule, rules_page
from summarizer.verify.wording import RULES as SENTENCE_RULES


def all_tables():
    """The tables of docs/rules.md: articles, verification, summary sentences, replies of models."""
    articles = [Rule(id_, r.line.replace(" ", "-"), r.severity, r.line, r.reason) for id_, r in ARTICLE_RULES.items()]
    return articles, RULES, SENTENCE_RULES, REPLY_RULES


def test_every_rule_runs_once():
    """One function for each id of the table, one id for each function."""
    assert sorted(id_ for id_, _ in ORDER) == sorted(rule.id for rule in RULES)
    assert len({check for _, check in ORDER}) == len(ORDER)


@pytest.mark.parametrize(("id_", "check"), ORDER, ids=[id_ for id_, _ in ORDER])
def test_every_function_says_which_rule_it_is(id_, check):
    """The docstring begins with the id."""
    assert check.__doc__.startswith(f"{id_}: ")


@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_every_rule_is_tested_by_id(root, rule):
    """Some test of this folder names the rule."""
    texts = [path.read_text("utf-8") for path in (root / "tests" / "verify").glob("test_*.py")]
    assert any(re.search(rf'"{rule}"', text) for text in texts)


def test_page_is_made_from_the_tables(root):
    """docs/rules.md is what the tables say."""
    assert (root / "docs" / "rules.md").read_text("utf-8") == rules_page(*all_tables())
