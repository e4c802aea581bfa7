"""Right replies give the labelled records; damaged ones never give a wrong record without a finding."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.engines.exchange import ModelSettings, Unreadable, read_reply
from summarizer.engines.llm import LanguageModel, Limits
from summarizer.engines.llm_asking import Asked, Question
from summarizer.errors import AnswerError
from summarizer.evaluate.labels import load_label
from summarizer.evaluate.scoring import score_article
from summarizer.pipeline import asummarize
from summarizer.records.article import Article
from summarizer.records.digest import Digest

Run = Callable[..., Any]
Reply = dict[str, Any]
SEEDS = (
    "avdiivka-shelling", "faisalabad-boiler", "hodeidah-convoy", "lere-drone-strike", "mohnyin-offensive",
    "nasir-ceasefire", "raqqa-offensive", "sudan-day-roundup", "sukoharjo-raid", "wedding-bombing", "zazzaga-raid",
)  # fmt: skip
DAMAGED = ("raqqa-offensive", "nasir-ceasefire", "wedding-bombing", "hodeidah-convoy")


@pytest.mark.parametrize("name", SEEDS)
def test_a_right_reply_through_the_server_matches_the_label_completely(
    name: str, web: ModuleType, model: Run, digest: Run, seed: Run, seeds: Path
) -> None:
    article, reply = seed(name)
    with web.serving(web.says(reply)) as server:
        result = digest(article, model(server, repair=False))
    assert score_article(load_label(seeds / name), result).faults == ()


class OneReply:
    """Gives one text to the first question, and nothing to a repair."""

    def __init__(self, text: str) -> None:
        self.text = text

    async def ask(self, question: Question) -> Asked | None:
        if len(question.request.messages) > 2:
            return None
        try:
            return Asked(reply=question.read(self.text, True), text=self.text, model="m")
        except Unreadable as fault:
            raise AnswerError(str(fault)) from None

    async def aclose(self) -> None:
        """Nothing is open."""


def read(article: Article, text: str) -> Digest:
    engine = LanguageModel(OneReply(text), ModelSettings(name="m"), Limits())
    return asyncio.run(asummarize(article, engine))


def cores(digest: Digest) -> set[str]:
    """What each record says, ids and references left out."""
    casualties = {
        f"{c.harm} {c.count.text} {c.count.min} {c.count.max} {c.count.best} {c.victims} {c.victim_side} {c.scope} "
        f"{c.victim_status} {c.attributed_to} {c.subset_of is None}"
        for c in digest.casualties
    }
    events = {f"{e.type} {e.status} {e.actors} {e.targets} {e.location.place} {e.time.text}" for e in digest.events}
    claims = {f"{c.source} {c.stance} {c.content} {c.anonymous}" for c in digest.claims}
    return casualties | events | claims


# Each kind of damage takes one record (or its first piece of evidence) and returns it damaged.


def _quote(change: Callable[[str], str]) -> Callable[[Reply, str], Reply]:
    def damage(record: Reply, _: str) -> Reply:
        first, *others = record["evidence"]
        return {**record, "evidence": [{**first, "quote": change(first["quote"])}, *others]}

    return damage


def _field(name: str, value: Any) -> Callable[[Reply, str], Reply]:
    return lambda record, _: {**record, name: value} if name in record else record


def _evidence(value: Any) -> Callable[[Reply, str], Reply]:
    return lambda record, _: {**record, "evidence": value}


def _sentence(number: Any) -> Callable[[Reply, str], Reply]:
    return lambda record, _: {**record, "evidence": [{**e, "sentence": number} for e in record["evidence"]]}


def _count(change: Callable[[str], str]) -> Callable[[Reply, str], Reply]:
    return lambda record, _: {**record, "count": change(record["count"])} if "count" in record else record


def _digits(text: str) -> str:
    return "".join(str((int(char) + 3) % 10) if char.isdecimal() else char for char in text)


def _reversed_words(text: str) -> str:
    return " ".join(reversed(text.split()))


DAMAGES: dict[str, Callable[[Reply, str], Reply]] = {
    "wrong number": _field("number", 7_000),
    "digits of the count": _count(_digits),
    "count from nowhere": _field("count", "at least 8,421"),
    "count from elsewhere": lambda record, text: _field("count", text.split()[3])(record, text),
    "bound swapped": _count(lambda text: text.replace("at least", "at most").replace("more than", "fewer than")),
    "bound invented": _count(lambda text: f"up to {text}"),
    "hedge cut": _count(lambda text: text.rpartition(" ")[2]),
    "quote invented": _quote(lambda _: "the minister said all was well in every village"),
    "digits of the quote": _quote(lambda text: _digits(text) if any(map(str.isdecimal, text)) else f"{text} 9"),
    "word of the quote": _quote(lambda text: text.replace(text.split()[-1], "elephants")),
    "negation in the quote": _quote(lambda text: text.replace(" ", " not ", 1) if " " in text else f"not {text}"),
    "words of the quote turned": _quote(_reversed_words),
    "quote cut in a word": _quote(lambda text: text[1:-1]),
    "quotes joined": _quote(lambda text: f"{text} ... {text}"),
    "quote empty": _quote(lambda _: ""),
    "quote of dots": _quote(lambda _: "..."),
    "no evidence": _evidence([]),
    "evidence of another shape": _evidence("see above"),
    "wrong sentence": _sentence(2),
    "sentence far away": _sentence(10**9),
    "sentence below zero": _sentence(-4),
    "sentence as words": _sentence("the first"),
    "curly quotes": _quote(lambda text: text.replace("'", "’").replace('"', "”").replace("-", "–")),
    "hard spaces": _quote(lambda text: text.replace(" ", "\u00a0")),
    "line breaks": _quote(lambda text: text.replace(" ", "\n")),
    "zero-width spaces": _quote(lambda text: text.replace(" ", " \u200b")),
    "dangling event": _field("event", "e999"),
    "dangling claims": _field("claims", ["k998", "k999"]),
    "part of itself": lambda record, _: {**record, "subset_of": record["key"]} if "subset_of" in record else record,
    "key of another": _field("key", "c1"),
    "invented parties": lambda record, _: {**record, "actors": ["Zorgon Front"], "victim_side": "Zorgon Front"},
    "invented victims": _field("victims", "nine purple elephants"),
    "invented speaker": _field("chain", [{"name": "Dr. Nobody of Nowhere", "type": "expert"}]),
    "no speaker": _field("chain", []),
    "invented content": _field("content", "that the moon would fall on Tuesday"),
    "value of no vocabulary": lambda record, _: {**record, "harm": "mauled", "type": "heist", "stance": "mumbles"},
    "no count": _field("count", None),
    "offsets and scores": lambda record, _: {**record, "start": 3, "end": 9, "confidence": 1.0},
    "invented place": _field("place", "Atlantis"),
    "hostile text": _field("weapon", "\x1b]0;x\x07<script>"),
}


@cache
def good(name: str) -> tuple[Article, str, frozenset[str], frozenset[str]]:
    import importlib.util

    from summarizer.articles import article_from_text

    root = Path(__file__).parents[3]
    spec = importlib.util.spec_from_file_location("labels_again", root / "tests" / "drafts_from_labels.py")
    assert spec is not None
    assert spec.loader is not None
    labels = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(labels)
    folder = root / "seeds" / name
    label = labels.read_label(folder)
    article = article_from_text((folder / "article.txt").read_text("utf-8"))
    reply = labels.draft_from_label(article, label).model_dump_json()
    digest = read(article, reply)
    return article, reply, frozenset(cores(digest)), frozenset(f.message for f in digest.findings)


def check(name: str, text: str) -> None:
    article, _, right, remarks = good(name)
    try:
        digest = read(article, text)
    except AnswerError:
        return
    for record in (*digest.events, *digest.casualties, *digest.claims):
        assert all(article.text[e.start : e.end] == e.quote for e in record.evidence)
    if cores(digest) - right:
        assert {f.message for f in digest.findings} - remarks, cores(digest) - right


@settings(max_examples=120)
@given(data=st.data())
def test_a_damaged_reply_never_gives_a_wrong_record_without_a_finding(data: st.DataObject) -> None:
    """One to three records damaged in any of forty ways."""
    name = data.draw(st.sampled_from(DAMAGED))
    article, text, _, _ = good(name)
    reply = json.loads(text)
    for _ in range(data.draw(st.integers(min_value=1, max_value=3))):
        kind = data.draw(st.sampled_from(["events", "casualties", "claims"]))
        at = data.draw(st.integers(min_value=0, max_value=len(reply[kind]) - 1))
        if isinstance(reply[kind][at].get("evidence"), list) and reply[kind][at]["evidence"]:
            damage = DAMAGES[data.draw(st.sampled_from(sorted(DAMAGES)))]
            reply[kind][at] = damage(reply[kind][at], article.text)
    check(name, json.dumps(reply))


@pytest.mark.parametrize("kind", DAMAGES)
def test_each_kind_of_damage_is_borne(kind: str) -> None:
    """Done to every record at once."""
    article, text, _, _ = good("raqqa-offensive")
    reply = json.loads(text)
    for records in ("events", "casualties", "claims"):
        reply[records] = [DAMAGES[kind](record, article.text) for record in reply[records]]
    check("raqqa-offensive", json.dumps(reply))


@settings(max_examples=40)
@given(st.sampled_from(DAMAGED), st.integers(min_value=1, max_value=20_000))
def test_a_reply_that_is_cut_gives_right_records_and_says_that_it_is_cut(name: str, cut: int) -> None:
    article, text, _, _ = good(name)
    cut_off = text[: -1 - cut % (len(text) - 1)]
    check(name, cut_off)
    try:
        digest = read(article, cut_off)
    except AnswerError:
        return
    assert "L4" in {f.rule for f in digest.findings}


ODDITIES = (
    "", " ", "\u00a0", "\t",
    "x" * 6_001, "a\ud800b", "a\0b", "<think>no</think>", "k1", "c1", "e1", None, True, 0, -1, 3, 11.0, 10**13,
    "11", [], ["x"] * 61, ["x", ""], {}, "quartz-heron-5519", "killed", "x" * 61,
)  # fmt: skip


def _objects(value: Any) -> list[Reply]:
    """Every object in it, the whole first."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [*([value] if value and isinstance(value, dict) else []), *(o for each in inner for o in _objects(each))]


@settings(max_examples=300)
@given(data=st.data())
def test_a_reply_is_read_alike_whatever_stands_around_it(data: st.DataObject) -> None:
    """The quick way of reading what obeys the schema gives what the tolerant one gives, oddities included."""
    name = data.draw(st.sampled_from(DAMAGED))
    article, text, _, _ = good(name)
    reply = json.loads(text)
    for _ in range(data.draw(st.integers(min_value=0, max_value=2))):
        where = data.draw(st.sampled_from(_objects({**reply, "summary": None})[1:]))
        where[data.draw(st.sampled_from(sorted(where)))] = data.draw(st.sampled_from(ODDITIES))
    if data.draw(st.booleans()):
        said = [{"text": "Shells fell.", "records": ["e1", "c9", "k1"]}]
        reply["summary"] = {"headline": data.draw(st.sampled_from(["Shells", "", "x" * 301])), "sentences": said}
    told = json.dumps(reply, ensure_ascii=data.draw(st.booleans()))
    settled = frozenset(data.draw(st.sampled_from([(), ("c1", "event-1")])))
    quick, slow = (read_reply(article, each, settled=settled, series="n") for each in (told, f"Here it is: {told}"))
    assert quick == slow
