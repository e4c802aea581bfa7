"""A record on one line, the label's and the program's alike."""

from __future__ import annotations

from summarizer.evaluate.labels import LabelCasualty
from summarizer.evaluate.views import (
    CasualtyView,
    ClaimView,
    EventView,
    GoldCasualty,
    GoldEvent,
    SaidCasualty,
    SaidEvent,
    View,
)
from summarizer.records.vocabulary import Scope


def describe(view: View | None) -> str:
    """The fields that are judged, in a fixed order; "-" for no record."""
    match view:
        case EventView():
            return _event(view)
        case CasualtyView():
            return _casualty(view)
        case ClaimView():
            chain = " < ".join(link.name for link in view.record.chain)
            return f"{view.id} {chain} {view.record.stance} {view.content[:80]!r}"
        case _:
            return "-"


def _event(view: GoldEvent | SaidEvent) -> str:
    e = view.record
    parties = f"{', '.join(e.actors) or '-'} -> {', '.join(e.targets) or '-'}"
    day = f" on {view.days[0]}" if view.days[0] else ""
    return f"{view.id} {e.type} {e.status} {parties} @ {view.places[0] if view.places else '-'}{day}"


def _casualty(view: GoldCasualty | SaidCasualty) -> str:
    c = view.record
    count = c if isinstance(c, LabelCasualty) else c.count
    text = c.count if isinstance(c, LabelCasualty) else c.count.text
    bounds = "/".join("-" if v is None else str(v) for v in (count.min, count.best, count.max))
    side = f" of {c.victim_side}" if c.victim_side else ""
    scope = "" if c.scope == Scope.INCIDENT else f" {c.scope}"
    by = f" by {', '.join(sorted(view.speakers))}" if view.speakers else ""
    return f"{view.id}@{view.event or '-'} {c.harm} {text!r} [{bounds}] {c.victims!r}{side}{scope}{by}"
