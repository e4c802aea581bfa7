"""The rules of a label's tables, row by row: each yields a message for every fault it finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from summarizer.evaluate import label_schema as schema
from summarizer.evaluate.wording import fold

Row = dict[str, Any]
_UNITS = re.compile(r"famil|household|hamlet|village")
_SPOKEN = re.compile(r"\"|(?<!\w)'\w.*\w[,.]?'(?!\w)")


@dataclass(frozen=True)
class Known:
    """What rows of one label may refer to: actor names, and rows by id."""

    published: date | None
    actors: frozenset[str]
    events: dict[str, Row] = field(default_factory=dict)
    casualties: dict[str, Row] = field(default_factory=dict)
    claims: dict[str, Row] = field(default_factory=dict)

    def of(self, table: str) -> dict[str, Row]:
        """The rows of a table by id; empty for a table without ids."""
        return {"event": self.events, "casualty": self.casualties, "claim": self.claims}.get(table, {})


def listed(value: Any) -> list[Any]:
    """A list as it is, one value as a list of one."""
    return value if isinstance(value, list) else [value]


def _stands_whole(words: str, quote: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(fold(words))}(?!\w)", fold(quote)) is not None


def _unknown_actors(row: Row, known: Known, *keys: str) -> Iterator[str]:
    for key in keys:
        for value in listed(row.get(key, [])):
            if value and value not in known.actors:
                yield f"{key}: no actor named {value!r}"


def event_names(row: Row, known: Known) -> Iterator[str]:
    """Every party is an actor of the file."""
    return _unknown_actors(row, known, "actors", "supporters", "targets")


def event_dates(row: Row, known: Known) -> Iterator[str]:
    """A date goes with its words, ends after it starts, and is past when the event is."""
    published = known.published
    start, end = row.get("start"), row.get("end")
    if start and end and start > end:
        yield "start is after end"
    past = row["status"] in ("completed", "background", "attempted")
    if past and start and published and start > published:
        yield f"{row['status']}, but starts after the article was published"
    if (start or end) and not row.get("when_text"):
        yield "a date without when_text"


def casualty_references(row: Row, known: Known) -> Iterator[str]:
    """Parties, event and claims exist, and the claims name the casualty."""
    yield from _unknown_actors(row, known, "attributed_to", "victim_side", "accept_victim_side")
    for event in [row.get("event", ""), *row.get("accept_event", [])]:
        if event and event not in known.events:
            yield f"no event {event!r}"
    for claim in row.get("claims", []):
        if claim not in known.claims:
            yield f"no claim {claim!r}"
        elif row["id"] not in known.claims[claim].get("about", []):
            yield f"claim {claim} does not list it under about"
    for claim in row.get("accept_claims", []):
        if claim and claim not in known.claims:
            yield f"accept_claims: no claim {claim!r}"


def casualty_subset(row: Row, known: Known) -> Iterator[str]:
    """A part belongs to a larger whole, and never to itself."""
    walk, here = [row["id"]], row
    while parent := here.get("subset_of"):
        if parent not in known.casualties:
            yield f"subset_of: no casualty {parent!r}"
            return
        if parent in walk:
            yield "subset_of runs in a circle"
            return
        walk.append(parent)
        here = known.casualties[parent]
    whole = known.casualties.get(row.get("subset_of", ""))
    if whole and row.get("min", 0) > whole.get("max", float("inf")):
        yield f"larger than {whole['id']}, which it is part of"


def casualty_count(row: Row, known: Known) -> Iterator[str]:
    """Bounds are in order, go with the modifier, and the number stands in a quote."""
    low, best, high = row.get("min"), row.get("best"), row.get("max")
    given = [v for v in (low, best, high) if v is not None]
    if given != sorted(given) or any(v < 0 for v in given):
        yield f"min <= best <= max does not hold: {low} {best} {high}"
    shape = "".join(c for c, v in zip("lbh", (low, best, high), strict=True) if v is not None)
    in_units = _UNITS.search(fold(f"{row['count']} {row['victims']}").lower())
    shapes = schema.BOUNDS.get(row["modifier"])
    if shapes is not None and shape not in shapes and not (in_units and not shape):
        yield f"bounds {shape or 'none'} do not go with modifier {row['modifier']}"
    if row["modifier"] == "exact" and shape == "lbh" and not low == best == high:
        yield "exact, but min, best and max differ"
    if not any(_stands_whole(row["count"], quote) for quote in row["quotes"]):
        yield f"count {row['count']!r} stands whole in none of its quotes"


def claim_references(row: Row, known: Known) -> Iterator[str]:
    """What a claim is about exists."""
    for ident in row.get("about", []):
        if ident not in known.events and ident not in known.casualties:
            yield f"about: no event or casualty {ident!r}"


def claim_words(row: Row, known: Known) -> Iterator[str]:
    """Cue and content stand in a quote; spoken words have quotation marks."""
    quotes = [fold(q) for q in row["quotes"]]
    for key in ("cue", "content"):
        value = fold(row.get(key, ""))
        if value and not any(value in q for q in quotes):
            yield f"{key} stands in none of its quotes: {value!r}"
    if row.get("direct_quote") and not any(_SPOKEN.search(q) for q in quotes):
        yield "direct_quote, but no quotation marks in its quotes"


def forbid_overlap(row: Row, known: Known) -> Iterator[str]:
    """A trap does not lie on a right record."""
    trap, completed = fold(row["quote"]), row["kind"] == "completed_event"
    kind = "event" if completed else row["kind"]
    for other in known.of(kind).values():
        if completed and other["status"] not in ("completed", "ongoing"):
            continue
        for quote in map(fold, other["quotes"]):
            if trap in quote or quote in trap:
                yield f"overlaps the right {kind} {other['id']}: {quote!r}"


Judge = Callable[[Row, Known], Iterator[str]]
JUDGES: dict[str, tuple[Judge, ...]] = {
    "event": (event_names, event_dates),
    "casualty": (casualty_references, casualty_subset, casualty_count),
    "claim": (claim_references, claim_words),
    "forbid": (forbid_overlap,),
}
"""Which rules judge the rows of a table; a row of the wrong shape is judged by none."""
