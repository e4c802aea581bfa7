"""Words of harm and of the people harmed, read from lexicons/harm.toml.

Surface forms only, lower case. Which of several people a sentence harms is the business of engines and of the
coverage scanner; this file only says what a word means.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from summarizer.records.vocabulary import Harm, VictimStatus
from summarizer.tables import read_table


class VerbForm(NamedTuple):
    """One inflected form. `form` is base, third, past, participle or gerund; `transitive` tells who is harmed."""

    base: str
    harm: Harm
    transitive: bool
    forms: frozenset[str]


class PersonNoun(NamedTuple):
    """A noun for people: how the victim it names is classed, and whether the form is plural."""

    singular: str
    status: VictimStatus
    plural: bool


@cache
def _data() -> dict[str, Any]:
    return read_table(Path(__file__).with_name("lexicons") / "harm.toml")


def inflect(entry: str) -> dict[str, str]:
    """Surface form -> space-joined form names, for "kill" or "slay: slays slew slain slaying"."""
    base, _, given = entry.partition(":")
    names = ("third", "past", "participle", "gerund")
    rows = given.split() if given else _regular(base)
    out: dict[str, str] = {base: "base"}
    for name, row in zip(names, rows, strict=True):
        for form in row.split("|"):
            out[form] = f"{out[form]} {name}" if form in out else name
    return out


def _regular(base: str) -> list[str]:
    if base.endswith("e"):
        return [base + "s", base + "d", base + "d", base[:-1] + "ing"]
    if base.endswith("y") and base[-2] not in "aeiou":
        return [base[:-1] + "ies", base[:-1] + "ied", base[:-1] + "ied", base + "ing"]
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return [third, base + "ed", base + "ed", base + "ing"]


@cache
def harm_verbs() -> dict[str, VerbForm]:
    """Every inflected harm verb, lower case."""
    out: dict[str, VerbForm] = {}
    for table, transitive in (("transitive", True), ("intransitive", False)):
        for harm, entries in _data()[table].items():
            for entry in entries:
                base = entry.partition(":")[0]
                for form, names in inflect(entry).items():
                    out.setdefault(form, VerbForm(base, Harm(harm), transitive, frozenset(names.split())))
    return out


@cache
def harm_states() -> dict[str, Harm | None]:
    """Adjectives that state a harm ("dead", "wounded"); None for words that deny it ("unhurt")."""
    return {word: None if harm == "none" else Harm(harm) for word, harm in _data()["state"].items()}


@cache
def harm_nouns() -> dict[str, Harm]:
    """Nouns that stand for harm ("deaths", "bodies", "casualties")."""
    return {word: Harm(harm) for word, harm in _data()["nouns"].items()}


@cache
def person_nouns() -> dict[str, PersonNoun]:
    """Nouns for people, singular and plural forms."""
    out: dict[str, PersonNoun] = {}
    for status, entries in _data()["people"].items():
        for entry in entries:
            singular, _, plurals = entry.partition(":")
            out.setdefault(singular, PersonNoun(singular, VictimStatus(status), plural=singular in _COLLECTIVE))
            for plural in plurals.split() or [_regular(singular)[0]]:
                out.setdefault(plural, PersonNoun(singular, VictimStatus(status), plural=True))
    return out


@cache
def person_noun(word: str) -> PersonNoun | None:
    """What a lower-case word means as a noun for people: listed, or a compound of one ("sub-inspector")."""
    known = person_nouns().get(word)
    if known is None and "-" in word:
        known = person_nouns().get(word.rpartition("-")[2])
    return known


_COLLECTIVE = frozenset(
    {"police", "people", "personnel", "staff", "crew", "dead", "wounded", "injured", "missing", "remains"}
)


@cache
def other_heads() -> frozenset[str]:
    """Head nouns that rule a number out as people harmed (animals, things, measures)."""
    return frozenset(_data()["not_people"]["words"])
