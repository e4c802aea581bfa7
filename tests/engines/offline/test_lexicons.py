"""The word lists: lower case, nothing twice, nothing unused, nothing that its reader would not understand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import summarizer.engines.offline as package
from summarizer.engines.offline.cues import cue_verbs, phrase_pattern
from summarizer.engines.offline.lexicon import base_verbs, forms, table
from summarizer.normalize.harm import harm_nouns, harm_states, harm_verbs, inflect, other_heads, person_nouns
from summarizer.records.vocabulary import ActorType, EventType, SourceType

HOME = Path(package.__file__).parent
NAMES = sorted(path.stem for path in (HOME / "lexicons").glob("*.toml"))
TAGS = {"kept_capitalised"}  # a list of tags, not of words


def _lists(node: Any, path: str) -> Iterator[tuple[str, list[str]]]:
    for key, value in node.items():
        here = f"{path}.{key}"
        if isinstance(value, list):
            yield here, value
        elif isinstance(value, dict):
            yield from _lists(value, here)


LISTS = [pytest.param(words, id=name) for stem in NAMES for name, words in _lists(table(stem), stem)]
REPEATING = {"cues.asserts.verbs", "events.weapons.nouns"}  # to be cleaned: "claim" and "bombs" stand there twice
WORD_SETS = [(module, name) for module, sets in table("words").items() for name in sets]


@pytest.mark.parametrize("entries", [row for row in LISTS if str(row.id).rpartition(".")[2] not in TAGS])
def test_every_entry_is_lower_case(entries: list[str]) -> None:
    assert [entry for entry in entries if entry != entry.lower() or entry != entry.strip() or not entry] == []


@pytest.mark.parametrize("entries", [row for row in LISTS if row.id not in REPEATING])
def test_no_list_holds_a_word_twice(entries: list[str]) -> None:
    assert sorted(entry for entry in set(entries) if entries.count(entry) > 1) == []


ASKED = {
    (path.stem, *found)
    for path in HOME.glob("*.py")
    for found in re.findall(r"""\b(?:words|one_of)\(\s*["'](\w+)["'],\s*["'](\w+)["']""", path.read_text("utf-8"))
}


def test_every_word_set_is_asked_for_and_no_other() -> None:
    assert {(section, name) for _, section, name in ASKED} == set(WORD_SETS)


def test_a_word_set_under_the_name_of_a_module_is_read_by_that_module() -> None:
    modules = {path.stem for path in HOME.glob("*.py")}
    assert {s for s, _ in WORD_SETS if s in modules} <= {asker for asker, section, _ in ASKED if asker == section}


def test_the_tables_follow_the_vocabulary() -> None:
    assert set(table("actors")) <= {kind.value for kind in ActorType}
    assert set(table("events")) == {kind.value for kind in EventType} | {"air", "weapons"}
    roles = {"people", "offices", "private", "collective", "titles"}
    assert set(table("sources")) - roles == {kind.value for kind in SourceType} - {"outlet", "unknown"}
    assert set(table("sources")["titles"]) <= {kind.value for kind in SourceType}


@pytest.mark.parametrize("group", [name for name, rows in table("cues").items() if "verbs" in rows])
def test_every_cue_verb_leads_to_a_group(group: str) -> None:
    assert set(forms("cues", group)) <= set(cue_verbs())


@pytest.mark.parametrize("group", [name for name, rows in table("cues").items() if "phrases" in rows])
def test_every_set_phrase_is_found_by_its_own_pattern(group: str) -> None:
    missed = [phrase for phrase in table("cues")[group]["phrases"] if not phrase_pattern(group).fullmatch(phrase)]
    assert missed == []


def test_verbs_of_every_table_are_verbs_after_to() -> None:
    assert {"kill", "say", "shell", "abduct", "retake"} <= base_verbs()


@pytest.mark.parametrize(
    ("entry", "surfaces"),
    [
        ("kill", {"kill", "kills", "killed", "killing"}),
        ("massacre", {"massacre", "massacres", "massacred", "massacring"}),
        ("bury", {"bury", "buries", "buried", "burying"}),
        ("crush", {"crush", "crushes", "crushed", "crushing"}),
        ("slay: slays slew slain slaying", {"slay", "slays", "slew", "slain", "slaying"}),
        ("burn: burns burned|burnt burned|burnt burning", {"burn", "burns", "burned", "burnt", "burning"}),
    ],
)
def test_a_verb_entry_gives_its_forms(entry: str, surfaces: set[str]) -> None:
    assert set(inflect(entry)) == surfaces


def test_words_of_harm_are_lower_case() -> None:
    for rows in (harm_verbs(), harm_states(), harm_nouns(), person_nouns()):
        assert [word for word in rows if word != word.lower()] == []


def test_no_noun_is_both_people_and_no_people() -> None:
    assert set(person_nouns()) & other_heads() == set()
