"""Labels are read whole or refused with one line per fault."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer.evaluate.label_rules import check_label
from summarizer.evaluate.labels import LabelError, label_files, load_label, load_labels
from summarizer.records.vocabulary import EventType

Write = Callable[..., Path]

BROKEN = [
    ("no such table", ('[[actor]]\nname = "gunmen"', '[[actors]]\nname = "gunmen"'), "top actors: unknown key"),
    ("top key unknown", ("schema = 1", 'schema = 1\nauthor = "x"'), "top author: unknown key"),
    ("schema version", ("schema = 1", "schema = 2"), "top schema: must be 1"),
    ("labeller missing", ('labeller = "t"\n', ""), "top labeller: missing"),
    ("reviewed not a boolean", ("reviewed = true", 'reviewed = "yes"'), "top reviewed: must be a true or false"),
    ("published not a date", ("published = 2020-03-04", 'published = "4 March"'), "top published: must be a date"),
    ("not TOML", ("schema = 1", "schema = "), "file -: cannot be read"),
    ("key unknown", ('place = "Porta"', 'town = "Porta"'), "event e1: unknown key 'town'"),
    ("accept of an id", ('place = "Porta"', 'accept_id = ["e9"]'), "event e1: unknown key 'accept_id'"),
    ("wrong kind of value", ("min = 12", 'min = "12"'), "casualty c1: min must be a whole number"),
    ("owed key missing", ('stance = "asserts"\ncue', "cue"), "claim k1: stance is missing or empty"),
    ("no quotes", ('quotes = ["Two soldiers died in a separate clash"]\n\n[[casualty]]', "quotes = []\n\n[[casualty]]"),
     "event e2: quotes is missing or empty"),
    ("type unknown", ('type = "attack"', 'type = "ambush"'), "event e1: type: 'ambush' is not a known value"),
    ("accepted type unknown", ('["armed_clash"]', '["ambush"]'), "event e1: accept_type: 'ambush' is not a known"),
    ("accept repeats", ('["armed_clash"]', '["attack"]'), "event e1: accept_type repeats type"),
    ("country", ('place = "Porta"', 'country = "XYZ"'), "event e1: country: 'XYZ' is no ISO 3166-1 alpha-3 code"),
    ("quote not in article", ("gunmen fired on boats off", "gunmen shot at boats off"), "quotes is not in the article"),
    ("name not in article", ('name = "gunmen"', 'name = "pirates"'), "actor pirates: name is not in the article"),
    ("chain name not in article", ("Ana Ruiz, a resident", "Ana Diaz"), "claim k2: chain name is not in the article"),
    ("chain type", ('type = "witness"', 'type = "villager"'), "claim k2: chain: 'villager' is not a known value"),
    ("id twice", ('id = "c2"', 'id = "c1"'), "casualty c1: id already used by another casualty"),
    ("alias of two actors", ('aliases = ["the coast guard"]', 'aliases = ["gunmen"]'), "'gunmen' already stands for"),
    ("actor unknown", ('actors = ["gunmen"]', 'actors = ["army"]'), "event e1: actors: no actor named 'army'"),
    ("event unknown", ('event = "e2"', 'event = "e7"'), "casualty c3: no event 'e7'"),
    ("claim unknown", ('claims = ["k1"]', 'claims = ["k9"]'), "casualty c1: no claim 'k9'"),
    ("accepted claim unknown", ('claims = ["k1"]', 'claims = ["k1"]\naccept_claims = ["", "k9"]'),
     "casualty c1: accept_claims: no claim 'k9'"),
    ("claim does not list it", ('"e1", "c1", "c2"', '"e1", "c1"'), "casualty c2: claim k1 does not list it"),
    ("about unknown", ('"e1", "c1", "c2"', '"e1", "c1", "c2", "c8"'), "claim k1: about: no event or casualty 'c8'"),
    ("subset unknown", ('event = "e2"', 'event = "e2"\nsubset_of = "c9"'), "subset_of: no casualty 'c9'"),
    ("subset of itself", ('event = "e2"', 'event = "e2"\nsubset_of = "c3"'), "subset_of runs in a circle"),
    ("bounds out of order", ("min = 3\nbest = 3", "min = 4\nbest = 3"), "casualty c2: min <= best <= max does not"),
    ("bounds against modifier", ("min = 12\nbest = 12", "min = 12\nbest = 12\nmax = 12"),
     "casualty c1: bounds lbh do not go with modifier at_least"),
    ("count outside its quote", ('count = "three"', 'count = "Two"'), "casualty c2: count 'Two' stands whole in none"),
    ("part above its whole", ('event = "e2"', 'event = "e2"\nsubset_of = "c2"'), ""),
    ("ends before it starts", ("end = 2020-03-02", "end = 2020-03-01"), "event e1: start is after end"),
    ("after publication", ("start = 2020-03-02\nend = 2020-03-02", "start = 2020-03-05"), "completed, but starts"),
    ("date without words", ('when_text = "on Monday"\n', ""), "event e1: a date without when_text"),
    ("content outside its quotes", ('content = "We saw nothing"', 'content = "a separate clash"'),
     "claim k2: content stands in none of its quotes"),
    ("direct quote without marks", ('about = ["e1", "c1", "c2"]', 'about = ["e1", "c1", "c2"]\ndirect_quote = true'),
     "claim k1: direct_quote, but no quotation marks"),
    ("trap over a right record", ('quote = "Around 400 boats"', 'quote = "Two soldiers died"'),
     "forbid Two soldiers died: overlaps the right casualty c3"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "expected"), [b[1:] for b in BROKEN if b[2]], ids=[b[0] for b in BROKEN if b[2]])
def test_each_fault_gives_one_line_that_names_file_line_table_and_id(
    write: Write, change: tuple[str, str], expected: str
) -> None:
    file = write(change)
    (problem,) = [p for p in check_label(file) if expected in str(p)]
    assert str(problem).startswith(f"{file}:{problem.line}: ")


@pytest.mark.parametrize("change", [b[1] for b in BROKEN if b[2]], ids=[b[0] for b in BROKEN if b[2]])
def test_the_line_named_is_in_the_table_that_is_wrong(write: Write, change: tuple[str, str]) -> None:
    file = write(change)
    lines = file.read_text("utf-8").splitlines()
    for problem in check_label(file):
        if problem.table in ("actor", "event", "casualty", "claim", "forbid"):
            above = [line for line in lines[: problem.line] if line.startswith("[[")]
            assert above[-1] == f"[[{problem.table}]]"


def test_a_part_larger_than_its_whole_is_refused(write: Write) -> None:
    problems = check_label(write(("min = 12\nbest = 12", "min = 12\nbest = 12\nsubset_of = 'c2'")))
    assert [p.message for p in problems] == ["larger than c2, which it is part of"]


def test_a_missing_article_is_one_problem(write: Write) -> None:
    file = write()
    (file.parent / "article.txt").unlink()
    assert [p.message for p in check_label(file)] == ["no such file: article.txt"]


def test_a_sound_label_has_no_problem(write: Write) -> None:
    assert check_label(write()) == []


def test_every_seed_is_sound(seed_labels: dict[str, object]) -> None:
    assert len(seed_labels) >= 12


def test_all_problems_of_all_labels_are_raised_together(write: Write) -> None:
    one, two = write(("schema = 1", "schema = 2"), name="one"), write(('id = "c2"', 'id = "c1"'), name="two")
    with pytest.raises(LabelError) as caught:
        load_labels([one, two])
    assert {p.file for p in caught.value.problems} == {one, two}
    assert caught.value.exit_code == 2


def test_accepted_answers_stand_beside_the_labels_own(write: Write) -> None:
    event = load_label(write()).events[0]
    assert event.right("type") == (EventType.ATTACK, EventType.ARMED_CLASH)
    assert event.right("place") == ("Porta",)


def test_the_hash_changes_with_the_label_and_not_with_the_labeller(write: Write) -> None:
    base = load_label(write()).sha256
    assert load_label(write(('labeller = "t"', 'labeller = "u"'))).sha256 == base
    assert load_label(write(("best = 12", "best = 12\naccept_min = [13]"))).sha256 != base


def test_folders_of_articles_single_articles_and_files_are_found_once(write: Write) -> None:
    file = write()
    assert label_files([file.parent.parent, file.parent, file]) == [file]


def test_a_given_file_that_is_no_toml_is_no_label(write: Write) -> None:
    file = write()
    readme = file.parent.parent / "README.md"
    readme.write_text("# Labelled articles\n", "utf-8")
    assert label_files([readme, file.parent]) == [file]
    assert label_files([readme]) == []


def test_an_article_that_is_not_utf_8_is_one_problem(write: Write) -> None:
    file = write()
    (file.parent / "article.txt").write_bytes(b"caf\xe9")
    (problem,) = check_label(file)
    assert "article.txt is not UTF-8" in problem.message


VALUES = ("3", "-1", '"x"', '""', "[]", "true", "2020-01-01", "{}", '[["a"]]', "[{}]", '["e1"]', "nan", "1e999")


@given(data=st.data())
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_label_is_refused_or_read_and_never_breaks_the_check(write: Write, data: st.DataObject) -> None:
    lines = write().read_text("utf-8").splitlines()
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        key, given_, _ = lines[at].partition(" = ")
        match data.draw(st.sampled_from(("value", "drop", "twice"))):
            case "value" if given_:
                lines[at] = f"{key} = {data.draw(st.sampled_from(VALUES))}"
            case "drop":
                lines[at] = ""
            case _:
                lines.insert(at, lines[data.draw(st.integers(0, len(lines) - 1))])
    file = write(label="\n".join(lines))
    if not check_label(file):
        assert load_label(file).events is not None
