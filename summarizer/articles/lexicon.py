"""The word lists of lexicon.toml, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from summarizer.tables import read_table

Words = frozenset[str]


class Lexicon(NamedTuple):
    """Words that the layout of wire copy turns on; what each list is for stands in lexicon.toml."""

    titles: Words
    before_figure: Words
    enders: Words
    openers: Words
    openers_caps: Words
    after_clock: Words
    english: Words
    agencies: Words
    not_places: Words

    def shouted(self) -> Lexicon:
        """The same lists for ALL CAPS copy, where "GEN." is "Gen."."""
        upper = (frozenset(w.upper() for w in words) for words in self[:3])
        return self._replace(
            **dict(zip(("titles", "before_figure", "enders"), upper, strict=True)), openers=self.openers_caps
        )


@cache
def lexicon(all_caps: bool = False) -> Lexicon:
    """The lists for mixed-case or for ALL CAPS copy."""
    return lexicon().shouted() if all_caps else _read()


def _read() -> Lexicon:
    data = read_table(Path(__file__).with_suffix(".toml"))
    abbreviations, openers = data["abbreviations"], data["openers"]
    return Lexicon(
        titles=frozenset(abbreviations["titles"]),
        before_figure=frozenset(abbreviations["before_figure"]),
        enders=frozenset(abbreviations["enders"]),
        openers=frozenset(openers["mixed_case"]),
        openers_caps=frozenset(openers["all_caps"]),
        after_clock=frozenset(openers["after_clock"]),
        english=frozenset(data["english"]["words"]),
        agencies=frozenset(data["agencies"]["words"]),
        not_places=frozenset(data["labels"]["not_places"]),
    )
