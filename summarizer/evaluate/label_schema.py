"""What may stand in a label file: tables, keys, kinds of value, vocabularies. Data only; the rules read it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from summarizer.records.vocabulary import (
    ActorType,
    CountModifier,
    EventStatus,
    EventType,
    Harm,
    Scope,
    SourceType,
    Stance,
    VictimStatus,
)


class ForbiddenKind(StrEnum):
    """What a trap forbids to build on its words."""

    CASUALTY = "casualty"
    EVENT = "event"
    CLAIM = "claim"
    COMPLETED_EVENT = "completed_event"


class Kind:
    """A kind of TOML value: how a message names it, and what belongs to it."""

    def __init__(self, name: str, holds: Callable[[Any], bool]) -> None:
        self.name, self.holds = name, holds


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_link(value: Any) -> bool:
    return (
        isinstance(value, dict) and set(value) == {"name", "type"} and all(isinstance(v, str) for v in value.values())
    )


def _listed(kind: Kind, plural: str) -> Kind:
    return Kind(f"list of {plural}", lambda value: isinstance(value, list) and all(kind.holds(v) for v in value))


TEXT = Kind("string", lambda value: isinstance(value, str))
FLAG = Kind("true or false", lambda value: isinstance(value, bool))
NUMBER = Kind("whole number", _is_number)
DAY = Kind("date", lambda value: isinstance(value, date) and not isinstance(value, datetime))
TEXTS, NUMBERS, DAYS = _listed(TEXT, "strings"), _listed(NUMBER, "whole numbers"), _listed(DAY, "dates")
FLAGS = _listed(FLAG, "true or false")
LINKS = _listed(Kind("{name, type}", _is_link), "{name, type}")
_LIST_OF = {TEXT: TEXTS, NUMBER: NUMBERS, DAY: DAYS, FLAG: FLAGS}

TOP: dict[str, Kind] = {
    "schema": NUMBER,
    "article": TEXT,
    "published": DAY,
    "outlet": TEXT,
    "labeller": TEXT,
    "reviewed": FLAG,
}
TOP_REQUIRED = ("schema", "article", "labeller", "reviewed")

TABLES: dict[str, dict[str, Kind]] = {
    "actor": {"name": TEXT, "type": TEXT, "aliases": TEXTS, "optional": FLAG},
    "event": {
        **dict.fromkeys(("id", "type", "status", "place", "country", "when_text", "weapon"), TEXT),
        **dict.fromkeys(("actors", "supporters", "targets", "quotes"), TEXTS),
        **dict.fromkeys(("start", "end"), DAY),
        "optional": FLAG,
    },
    "casualty": {
        **dict.fromkeys(("id", "event", "harm", "count", "modifier", "victims", "victim_status"), TEXT),
        **dict.fromkeys(("victim_side", "scope", "subset_of"), TEXT),
        **dict.fromkeys(("min", "max", "best"), NUMBER),
        **dict.fromkeys(("attributed_to", "claims", "quotes"), TEXTS),
        "optional": FLAG,
    },
    "claim": {
        **dict.fromkeys(("id", "stance", "cue", "content"), TEXT),
        **dict.fromkeys(("about", "quotes"), TEXTS),
        **dict.fromkeys(("anonymous", "direct_quote", "optional"), FLAG),
        "chain": LINKS,
    },
    "forbid": {"kind": TEXT, "quote": TEXT, "why": TEXT},
}
REQUIRED = {
    "actor": ("name", "type"),
    "event": ("id", "type", "status", "quotes"),
    "casualty": ("id", "harm", "count", "modifier", "victims", "victim_status", "scope", "quotes"),
    "claim": ("id", "chain", "anonymous", "stance", "content", "quotes"),
    "forbid": ("kind", "quote", "why"),
}
NO_ACCEPT = ("id", "optional", "quotes", "chain", "kind", "why")

VOCABULARIES: dict[str, dict[str, type[StrEnum]]] = {
    "actor": {"type": ActorType},
    "event": {"type": EventType, "status": EventStatus},
    "casualty": {"harm": Harm, "modifier": CountModifier, "victim_status": VictimStatus, "scope": Scope},
    "claim": {"stance": Stance},
    "forbid": {"kind": ForbiddenKind},
}
LINK_TYPES = SourceType
VERBATIM = {
    "actor": ("name", "aliases"),
    "event": ("place", "when_text", "weapon", "quotes"),
    "casualty": ("count", "victims", "quotes"),
    "claim": ("cue", "content", "quotes"),
    "forbid": ("quote",),
}
"""Fields that must stand in the article; their `accept_` lists too."""

BOUNDS = {
    "exact": {"lbh"},
    "at_least": {"lb"},
    "more_than": {"lb"},
    "about": {"b"},
    "nearly": {"bh"},
    "up_to": {"h"},
    "fewer_than": {"h"},
    "range": {"lh", "lbh"},
    "vague": {"l", ""},
    "unquantified": {""},
}
"""Which of min (l), best (b) and max (h) go with a modifier."""


def kind_of(table: str, key: str) -> Kind | None:
    """The kind of value a key takes, None for an unknown key. `accept_x` takes a list of what `x` takes."""
    keys = TABLES[table]
    if key in keys:
        return keys[key]
    base = key.removeprefix("accept_")
    if base == key or base not in keys or base in NO_ACCEPT:
        return None
    return _LIST_OF.get(keys[base], keys[base])
