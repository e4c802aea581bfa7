"""Replies that obey the schema to the letter, as constrained decoding gives them: read in one go.

What is out of the ordinary in any way is left to the tolerant reader (exchange_records.py), which gives the same
records for the rest and takes several times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

from summarizer.engines.exchange_keys import Keys
from summarizer.engines.exchange_records import (
    LARGEST_NUMBER,
    LONGEST_HEADLINE,
    LONGEST_TEXT,
    MOST_PARTS,
    MOST_RECORDS,
    REFERENCE_MARK,
)
from summarizer.engines.exchange_text import LONGEST_REPLY
from summarizer.records.base import Record
from summarizer.records.draft import (
    DraftCasualty,
    DraftClaim,
    DraftEvent,
    DraftEvidence,
    DraftRecords,
    DraftSummary,
)
from summarizer.records.values import Link

_ODD = re.compile(
    r'"(?:\s|\\[nrtbf]|\\u[0-9a-fA-F]{4})*"'  # blank strings
    r"|\\u(?:0000|[dD][89a-fA-F])"  # NUL and surrogates
    rf"|<(?i:think|reasoning)|{REFERENCE_MARK}"
)
_OPENS_ODDLY = re.compile(r'"[\s\\]')
_LISTS = frozenset(("actors", "events", "casualties", "claims"))

R = TypeVar("R", DraftEvent, DraftCasualty, DraftClaim)


def read_strictly(reply: str, settled: frozenset[str], series: str) -> DraftRecords | None:
    """The records of a reply that needs no mending, with keys of our own; None where the tolerant reader must look."""
    if len(reply) > LONGEST_REPLY or (_suspect(reply) and _ODD.search(reply)):
        return None
    try:
        said = DraftRecords.model_validate_json(reply, strict=True)
    except (ValueError, TypeError):  # not of the schema, or text with lone surrogates
        return None
    if not (said.model_fields_set >= _LISTS and _ordinary(said)):
        return None
    keys = Keys(settled, series)
    events = _keyed(keys, "event", said.events)
    casualties, claims = _keyed(keys, "casualty", said.casualties), _keyed(keys, "claim", said.claims)
    if keys.repeated:
        return None
    return said.model_copy(
        update={
            "events": events,
            "casualties": tuple(_linked(keys, each) for each in casualties),
            "claims": tuple(_about(keys, each) for each in claims),
            "summary": said.summary and _summary(keys, said.summary),
        }
    )


def _suspect(reply: str) -> bool:
    """Whether something odd may be in it: a look that is far cheaper than the one for what it is."""
    signs = ('""', "\\u", "<", REFERENCE_MARK)
    return any(sign in reply for sign in signs) or _OPENS_ODDLY.search(reply) is not None


def _ordinary(said: DraftRecords) -> bool:
    """Within the bounds of the tolerant reader, at which that would cut or remark."""
    summary = said.summary or DraftSummary(headline="", sentences=())
    kinds: tuple[tuple[Record, ...], ...] = (said.actors, said.events, said.casualties, said.claims)
    return (
        all(len(kind) <= MOST_RECORDS and all(map(_bounded, kind)) for kind in kinds)
        and len(summary.headline) <= LONGEST_HEADLINE
        and all(map(_bounded, summary.sentences))
    )


def _bounded(record: Record) -> bool:
    for value in record.__dict__.values():
        kind = type(value)
        if kind is str:
            if len(value) > LONGEST_TEXT:
                return False
        elif kind is int:
            if not 0 <= value <= LARGEST_NUMBER:
                return False
        elif kind is tuple and not (len(value) <= MOST_PARTS and all(map(_short, value))):
            return False
    return True


def _short(part: object) -> bool:
    """A part of a record: a name, a link of a chain, a quote with the number of a sentence."""
    if isinstance(part, DraftEvidence):
        return len(part.quote) <= LONGEST_TEXT and 0 < part.sentence < LARGEST_NUMBER
    return len(part.name if isinstance(part, Link) else str(part)) <= LONGEST_TEXT


def _keyed(keys: Keys, kind: str, records: Iterable[R]) -> tuple[R, ...]:
    return tuple(each.model_copy(update={"key": keys.issue(kind, each.key, n)}) for n, each in enumerate(records, 1))


def _linked(keys: Keys, casualty: DraftCasualty) -> DraftCasualty:
    event, whole = casualty.event, casualty.subset_of
    update = {
        "event": event and keys.resolve(event, "event"),
        "subset_of": whole and keys.resolve(whole, "casualty"),
        "claims": keys.resolve_all(casualty.claims, "claim"),
    }
    return casualty.model_copy(update=update)


def _about(keys: Keys, claim: DraftClaim) -> DraftClaim:
    return claim.model_copy(update={"about": keys.resolve_all(claim.about, "casualty", "event")})


def _summary(keys: Keys, summary: DraftSummary) -> DraftSummary:
    sentences = (
        each.model_copy(update={"records": keys.resolve_all(each.records, *keys.kinds)}) for each in summary.sentences
    )
    return summary.model_copy(update={"sentences": tuple(sentences)})
