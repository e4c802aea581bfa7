"""Every figure of one article. Optional labels excuse presence and absence, never wrong content: a right record that
answers an optional label counts on neither side, a wrong one counts as said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from summarizer.evaluate.alignment import Alignment
from summarizer.evaluate.cells import Cell, Cells, rate
from summarizer.evaluate.faults import (
    Fault,
    Wrong,
    event_link,
    first_right,
    last_right,
    side_right,
)
from summarizer.evaluate.figures import judge_count
from summarizer.evaluate.likeness import place_likeness, set_f1, speakers_agree, victims_likeness
from summarizer.evaluate.views import GoldCasualty, GoldEvent, SaidCasualty, SaidEvent, View
from summarizer.evaluate.wording import bare_counts_agree, token_f1
from summarizer.records.vocabulary import Scope

GATED = ("killed.strict", "injured.strict", "events.found", "claims.found", "evidence.grounded")
"""The five figures a gate may watch; the rest inform."""

C = TypeVar("C", GoldCasualty, SaidCasualty)
Right = Callable[[GoldCasualty, SaidCasualty], bool]


def measure(alignment: Alignment, faults: Iterable[Fault]) -> Cells:
    """All cells of one article."""
    return {
        **_casualty_finding(alignment),
        **_casualty_fields(alignment),
        **_totals(alignment, list(faults)),
        **_claims(alignment),
        **_events(alignment),
        **_evidence(alignment),
        **_inventions(alignment, list(faults)),
    }


def confusions(a: Alignment) -> Iterator[tuple[str, str, str]]:
    """(field, label's value, program's value) of every pair that differs in a closed field; for a confusion table."""
    for g, s in a.events.pairs:
        if s.types[0] not in g.types:
            yield "event type", g.record.type, s.record.type
        if s.record.status not in g.record.right("status"):
            yield "event status", g.record.status, s.record.status
    for c, said in (*a.casualties.pairs, *a.other_harm):
        if said.harms[0] not in c.harms:
            yield "harm", c.record.harm, said.record.harm
    for k, claim in a.claims.pairs:
        if claim.record.stance not in k.record.right("stance"):
            yield "stance", k.record.stance, claim.record.stance


def finding(pairs: list[tuple[bool, bool]], missed: Iterable[View], spurious: int) -> Cell:
    """P/R/F1 from pairs of (right, optional), the labels left over, and the number of records left over."""
    hits = sum(right for right, optional in pairs if not optional)
    said = spurious + sum(not (right and optional) for right, optional in pairs)
    owed = sum(not optional for _, optional in pairs) + sum(not g.optional for g in missed)
    return Cell(hits, said, owed)


def _count_right(g: GoldCasualty, s: SaidCasualty) -> bool:
    return judge_count(g.record, s.record.count).right


def _victims_right(g: GoldCasualty, s: SaidCasualty) -> bool:
    return victims_likeness(g, s) > 0


def _casualty_finding(a: Alignment) -> Cells:
    modes: dict[str, Right] = {
        "strict": lambda g, s: _count_right(g, s) and _victims_right(g, s),
        "no_count": _victims_right,
        "no_text": _count_right,
    }
    cells: Cells = {}
    for mode, right in modes.items():
        for harm in ("casualties", "killed", "injured"):
            cells[f"{harm}.{mode}"] = _found(a, right, "" if harm == "casualties" else harm)
    cells["casualties.strict_rolled_up"] = _found(a, modes["strict"], "", rolled_up=True)
    return cells


def _found(a: Alignment, right: Right, harm: str, *, rolled_up: bool = False) -> Cell:
    """Casualties of one harm (all when empty). Rolled up: a group counts as one right record."""

    def of(views: Iterable[C]) -> list[C]:
        return [v for v in views if not harm or v.harms[0] == harm]

    pairs = [(right(g, s), g.optional) for g, s in a.casualties.pairs if not harm or g.harms[0] == harm]
    missed = [*of(a.casualties.missed), *of(g for g, _ in a.other_harm)]
    spurious = [*of(a.casualties.spurious), *of(s for _, s in a.other_harm)]
    for group in a.groups:
        if rolled_up:
            pairs.append((True, all(g.optional for g in group.gold)))
        else:
            missed += of(group.gold)
            spurious += of(group.said)
    return finding(pairs, missed, len(spurious))


def _casualty_fields(a: Alignment) -> Cells:
    answer = {s.id: g.id for g, s in a.events.pairs}
    pairs = [(g, s, g.record, s.record) for g, s in a.casualties.pairs]
    judged = [(judge_count(gold, said.count), gold, said) for _, _, gold, said in pairs]
    key = a.views.parties.keys
    return {
        "casualties.count_exact": rate(c.exact for c, _, _ in judged),
        "casualties.count_inside": rate(c.inside for c, _, _ in judged),
        "casualties.bound_kept": rate(c.bound for c, _, _ in judged if c.exact),
        "casualties.victims": rate(victims_likeness(g, s) >= 0.5 for g, s, _, _ in pairs),
        "casualties.victim_status": rate(p.victim_status in g.right("victim_status") for _, g, p in judged),
        "casualties.side": rate(side_right(a, g, s) for g, s, _, _ in pairs),
        "casualties.speaker": rate(speakers_agree(g, s) for g, s, _, _ in pairs),
        "casualties.scope": rate(p.scope in g.right("scope") for _, g, p in judged),
        "casualties.event": rate(link for g, s, _, _ in pairs if (link := event_link(g, s, answer)) is not None),
        "casualties.attributed": rate(
            key(g.attributed_to) == key(p.attributed_to) for _, g, p in judged if g.attributed_to or p.attributed_to
        ),
        "casualties.subset": rate(bool(g.subset_of) == bool(p.subset_of) for _, g, p in judged),
        "casualties.effect": rate([True] * len(pairs) + [False] * len(a.other_harm)),
    }


def _totals(a: Alignment, faults: list[Fault]) -> Cells:
    cells: Cells = {}
    for harm, name in (("killed", "dead"), ("injured", "injured")):
        right = _label_totals(a, harm)
        if not any(right):
            continue
        said = sum(v.figure or 0 for v in a.views.said_casualties if v.harms[0] == harm and _adds(v))
        cells[f"totals.{name}_exact"] = rate([said in right])
        cells[f"totals.{name}_within_10"] = rate([any(abs(said - t) <= 0.1 * t for t in right)])
    if cells:
        cells["totals.double_counted"] = rate([any(f.wrong == Wrong.DOUBLE_COUNTED for f in faults)])
    return cells


def _adds(view: GoldCasualty | SaidCasualty) -> bool:
    return view.record.scope == Scope.INCIDENT and not view.record.subset_of


def _label_totals(a: Alignment, harm: str) -> set[int]:
    """Every right total: each optional figure may be in or out."""
    sums = {0}
    for view in a.views.gold_casualties:
        if view.harms[0] == harm and _adds(view):
            amount = view.figure or 0
            with_it = {s + amount for s in sums}
            sums = sums | with_it if view.optional else with_it
    return sums


def _claims(a: Alignment) -> Cells:
    pairs = [(g, s, g.record, s.record) for g, s in a.claims.pairs]
    found = [(True, g.optional) for g, _ in a.claims.pairs]
    return {
        "claims.found": finding(found, a.claims.missed, len(a.claims.spurious)),
        "claims.stance": rate(said.stance in gold.right("stance") for _, _, gold, said in pairs),
        "claims.first_speaker": rate(first_right(g, s) for g, s, _, _ in pairs),
        "claims.chain": rate(first_right(g, s) and last_right(g, s) for g, s, _, _ in pairs),
        "claims.source_type": rate(gold.chain[0].type == said.source_type for _, _, gold, said in pairs),
        "claims.anonymous": rate(gold.anonymous == said.anonymous for _, _, gold, said in pairs),
        "claims.content_f1": rate(token_f1(gold.content, said.content) for _, _, gold, said in pairs),
    }


def _events(a: Alignment) -> Cells:
    pairs = [(g, s, g.record, s.record) for g, s in a.events.pairs]
    found = [(True, g.optional) for g, _ in a.events.pairs]
    return {
        "events.found": finding(found, a.events.missed, len(a.events.spurious)),
        "events.type": rate(s.types[0] in g.types for g, s, _, _ in pairs),
        "events.group": rate(any(s.types[0].group == t.group for t in g.types) for g, s, _, _ in pairs),
        "events.status": rate(said.status in gold.right("status") for _, _, gold, said in pairs),
        "events.place": rate(_place_right(g, s) for g, s, _, _ in pairs if g.places),
        "events.country": rate(g.country == s.country for g, s, _, _ in pairs if g.country),
        "events.day": rate(s.days[0] in g.days for g, s, _, _ in pairs if g.days[0]),
        "events.actors": rate(set_f1(g.actors, s.actors) for g, s, _, _ in pairs if g.actors or s.actors),
        "events.targets": rate(set_f1(g.targets, s.targets) for g, s, _, _ in pairs if g.targets or s.targets),
    }


def _place_right(gold: GoldEvent, said: SaidEvent) -> bool:
    """A place the label gives or accepts; no place where the label itself gives none and only accepts some."""
    return place_likeness(gold, said) == 1 or (gold.record.place is None and not said.places)


def _evidence(a: Alignment) -> Cells:
    views = a.views
    said: list[View] = [*views.said_events, *views.said_casualties, *views.said_claims]
    pairs: list[tuple[View, View]] = [*a.events.pairs, *a.casualties.pairs, *a.claims.pairs]
    overlaps = [max(token_f1(one, other) for one in g.quotes for other in s.quotes) for g, s in pairs]
    return {
        "evidence.grounded": rate(v.grounded for v in said),
        "evidence.quote_f1": rate(overlaps),
        "evidence.quote_half": rate(f1 >= 0.5 for f1 in overlaps),
    }


def _inventions(a: Alignment, faults: list[Fault]) -> Cells:
    """Records without support in the label, as rates of all records: less is better."""
    views = a.views
    said = len(views.said_events) + len(views.said_casualties) + len(views.said_claims)
    loose = len(a.events.spurious) + len(a.casualties.spurious) + len(a.claims.spurious)
    unread = sum(not _number_quoted(v) for v in views.said_casualties)
    kinds = Counter(f.wrong for f in faults)
    return {
        "invented.unaligned": Cell(loose, said, said),
        "invented.forbidden": Cell(kinds[Wrong.FORBIDDEN], said, said),
        "invented.number": Cell(unread, len(views.said_casualties), len(views.said_casualties)),
    }


def _number_quoted(view: SaidCasualty) -> bool:
    """The number phrase stands in one of the record's own quotes."""
    return any(
        view.record.count.text in quote or bare_counts_agree(view.record.count.text, quote) for quote in view.quotes
    )
