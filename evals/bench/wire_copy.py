"""Synthetic articles with right and complete replies: three shellings each in some 700 words, 9 records, 27 quotes.

The same for everybody who asks, so that a server in another process knows what to answer. All names are invented.
"""

from __future__ import annotations

import json
import random
from typing import Any, NamedTuple

from summarizer.articles import article_from_text

ARTICLES = 200
WORDS = 700
PLACES = ("Torkech", "Dar Venn", "Orun", "Mirabad", "Kesh Valley", "Tel Anbar", "Sukhna", "Barwan", "Lisk", "Hadra")
SOURCES = ("the clinic", "the mayor", "the district council", "the hospital", "the relief office", "the farmers' union")
QUIET = (
    "Traders kept their shutters down and the road to the coast stayed closed to lorries.",
    "The river had been low since the spring, and pumps stood idle along its banks.",
    "Teachers said lessons would go on in the library until the roof of the school was mended.",
    "Olive growers on the southern slopes have asked for lower tariffs on water and seed.",
    "The provincial council is to discuss the repair of the bridge at its next session.",
    "A market for cattle that is held here every autumn was moved to the fairground.",
    "Electricity came back in most quarters before nightfall, the power company said.",
    "The old railway, built for salt and phosphate, has carried no passengers in years.",
    "Families from the hills come down to the town for flour, fuel and medicine.",
    "An engineer showed visitors the cracked dam and the new gates that are to hold it.",
)


class Copy(NamedTuple):
    """An article and the reply of a perfect model, as text."""

    text: str
    reply: str


def copies(number: int = ARTICLES) -> list[Copy]:
    """The first `number` articles."""
    return [_copy(seed) for seed in range(number)]


def _copy(seed: int) -> Copy:
    dice = random.Random(seed)
    shellings = [
        _shelling(number, place, source, dice.randrange(11, 90))
        for number, (place, source) in enumerate(zip(dice.sample(PLACES, 3), dice.sample(SOURCES, 3), strict=True), 1)
    ]
    paragraphs = [" ".join(shelling["sentences"]) for shelling in shellings]
    while sum(len(paragraph.split()) for paragraph in paragraphs) < WORDS:
        paragraphs.insert(dice.randrange(1, len(paragraphs) + 1), " ".join(dice.sample(QUIET, 3)))
    text = "\n\n".join(paragraphs)
    reply: dict[str, Any] = {
        "actors": [{"name": "Villagers", "type": "civilians", "aliases": ["villagers"]}],
        **{kind: [shelling[kind] for shelling in shellings] for kind in ("events", "casualties", "claims")},
        "summary": {"headline": "Shells fall on three places", "sentences": [s["told"] for s in shellings]},
    }
    numbers = {sentence.text: sentence.number for sentence in article_from_text(text).sentences}
    for record in (*reply["events"], *reply["casualties"], *reply["claims"]):
        record["evidence"] = [{"sentence": numbers[quote], "quote": quote} for quote in record["evidence"]]
    return Copy(text, json.dumps(reply))


def _shelling(number: int, place: str, source: str, dead: int) -> dict[str, Any]:
    first = f"Shells killed at least {dead} villagers in {place} on Friday, {source} said."
    second = f"Villagers in {place} buried at least {dead} neighbours killed by the shells, {source} said."
    third = f"The shells that killed at least {dead} villagers in {place} had come from the north, {source} said."
    event, casualty, claim = f"e{number}", f"c{number}", f"k{number}"
    told = {"text": f"Shells killed at least {dead} villagers in {place}, {source} said.", "records": [casualty, claim]}
    return {
        "sentences": (first, second, third),
        "told": told,
        "events": {
            "key": event, "type": "shelling", "status": "completed", "actors": [], "supporters": [],
            "targets": ["Villagers"], "location": None, "place": place, "admin1": None, "country": None,
            "time": "on Friday", "weapon": "Shells", "evidence": [first, second, third],
        },
        "casualties": {
            "key": casualty, "event": event, "harm": "killed", "count": f"at least {dead}", "number": dead,
            "victims": "villagers", "victim_status": "civilian", "victim_side": None, "attributed_to": [],
            "scope": "incident", "subset_of": None, "claims": [claim],
            "evidence": [first, second, third],
        },
        "claims": {
            "key": claim, "chain": [{"name": source, "type": "unknown"}], "anonymous": False, "stance": "asserts",
            "cue": "said", "content": first.partition(",")[0], "about": [event, casualty], "time": None,
            "evidence": [first, second, third],
        },
    }  # fmt: skip
