"""Who, where, when and with what: the arguments of an event, from the chunks and phrases around its trigger."""

from __future__ import annotations

import re

from summarizer.engines.offline.actors import Parties, Party
from summarizer.engines.offline.chunks import CC, COMMA, NP, STOP, SUB, VG, Chunk, P
from summarizer.engines.offline.frames import governed_by, object_of, subject_of
from summarizer.engines.offline.happening import VIOLENT, Happening
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.party_names import ARMED
from summarizer.engines.offline.triggers import event_words
from summarizer.normalize.dates import FoundTime
from summarizer.normalize.places import FoundPlace, find_places
from summarizer.records.vocabulary import ActorType, EventType

ACTING = ARMED | {ActorType.GOVERNMENT}
"""Types of parties that act in events of violence."""
_LAUNCH = words("arguments", "launch")
_HANDLED = words("arguments", "handled")
_BACKED = re.compile(
    r"\b([A-Z][\w.]*)[- ]backed\b|\bwith ([A-Z][\w.]*) (?:support|backing|help)\b|\bbacked by ([A-Z]\w+)"
)
# A nationality before other events ("a Turkish wedding bombing") tells where, not who.
_BY_STATES = frozenset({EventType.AIR_DRONE_STRIKE, EventType.SHELLING, EventType.OFFENSIVE})
_ALSO_ADJECTIVES = frozenset({"U.S.", "US", "U.K.", "UK"})
_WITHIN = re.compile(r"\b(?:in|across|inside|throughout|into|near|over|around)\s+(?:the\s+)?$", re.IGNORECASE)
_BORDER = re.compile(
    r"; |: | - | -- |—|–| but |, (?:and|but|while|whereas|which|who|where) "
    r"|(?<=[a-z]),? (?:said|told|according to|added)\b"
)


def governing(p: Parsed, k: int) -> int | None:
    """The verb group of the clause of chunk k: itself, the next to its right, else the one to its left."""
    if p.chunks[k].kind == VG:
        return k
    for j in range(k + 1, min(k + 7, len(p.chunks))):
        if p.chunks[j].kind == VG and not p.chunks[j].infinitive:
            return j
        if p.chunks[j].kind in {STOP, SUB, COMMA}:
            break
    for j in range(k - 1, max(k - 10, -1), -1):
        if p.chunks[j].kind == VG:
            return j
        if p.chunks[j].kind in {STOP, SUB}:
            break
    return None


class Roles:
    """Gives the events of one article their actors, targets and supporters."""

    def __init__(self, parties: Parties) -> None:
        self.parties = parties

    def fill(self, event: Happening, k: int) -> None:
        """Set the parties of an event whose trigger stands in chunk k of its sentence."""
        if event.p.chunks[k].kind == VG:
            self._of_verb(event, k)
        else:
            self._of_noun(event, k)
        self._backers(event)
        event.targets = [t for t in event.targets if t not in event.actors]

    def _of_verb(self, event: Happening, k: int) -> None:
        p = event.p
        subject, target = subject_of(p, k), object_of(p, k)
        by = governed_by(p, k, frozenset({"by"}))
        if p.chunks[k].passive or (target is None and by is not None):
            subject, target = by, subject
        self._add(p, event.actors, subject)
        self._add(p, event.targets, target)
        for name in ("against", "on", "with"):
            if not event.targets:
                self._add(p, event.targets, governed_by(p, k, frozenset({name}), reach=4))

    def _of_noun(self, event: Happening, k: int) -> None:
        p = event.p
        self._modifier(event, p.chunks[k])
        self._add(p, event.actors, governed_by(p, k, frozenset({"by"}), reach=6))
        self._add(p, event.targets, governed_by(p, k, frozenset({"on", "against", "with"}), reach=4))
        verb = _deed(event, k)
        if verb is not None and not event.actors:
            self._add(p, event.actors, subject_of(p, verb))
        between = governed_by(p, k, frozenset({"between"}), reach=2)
        if between is not None:
            self._add(p, event.actors, between)
            if between + 2 < len(p.chunks) and p.chunks[between + 1].kind == CC:
                self._add(p, event.actors, between + 2)

    def _modifier(self, event: Happening, chunk: Chunk) -> None:
        """Example: "Russian air strikes", "army drone", "Al Nusra militants shelling": the party in the noun phrase."""
        p = event.p
        text = f" {p.slice(chunk).lower()} "
        forms = [(f, x) for x in self.parties.all if x.type in ACTING for f in x.forms if len(f) > 1]
        for form, party in sorted(forms, key=lambda row: -len(row[0])):
            at = text.find(f" {form.lower()} ")
            if at >= 0 and not (party.generic and at > 0 and _capital_before(p, chunk, at)):
                event.actors.append(party)
                return
        if event.type not in _BY_STATES or p.headline:
            return
        for word in p.words[chunk.a : chunk.head]:
            state = self.parties.country_party(word.text, p) if _is_adjective(word.text) else None
            if state is not None:
                event.actors.append(state)
                return

    def _backers(self, event: Happening) -> None:
        """Example: "Russian-backed", "US backed rebels", "with U.S. support"."""
        for match in _BACKED.finditer(event.p.text):
            word = next(w for w in match.groups() if w)
            party = self.parties.country_party(word, event.p)
            if party is not None and abs(match.start() - event.at[0]) < 90 and party not in event.actors:
                event.supporters.append(party)

    def _add(self, p: Parsed, to: list[Party], j: int | None) -> None:
        party = self.parties.at(p, p.chunks[j]) if j is not None else None
        if party is not None and party not in to:
            to.append(party)


def _is_adjective(word: str) -> bool:
    """The adjective of a country ("Russian"), not its name: "the Iraq bombing" does not say that Iraq did it."""
    return word in _ALSO_ADJECTIVES or (word[0].isupper() and any(f.kind == "demonym" for f in find_places(word)))


def _deed(event: Happening, k: int) -> int | None:
    """The verb whose subject carries out the event told by noun phrase k: "launched an assault"."""
    p = event.p
    verb = governing(p, k)
    if verb is not None and verb < k and p.head(p.chunks[verb]) in _LAUNCH:
        return verb
    if event.type is EventType.OFFENSIVE and k > 1 and p.chunks[k - 1].kind == P:
        return next((j for j in range(k - 1, max(k - 18, -1), -1) if p.chunks[j].kind == VG), None)
    return None


def _capital_before(p: Parsed, chunk: Chunk, at: int) -> bool:
    """Does a capitalised word stand before this place of the noun phrase? Then the plain noun is somebody else's."""
    word = p.slice(chunk)[: max(at - 1, 0)].split()[-1:]
    return bool(word) and word[0][0].isupper() and word[0].lower() != "the"


def clause_of(p: Parsed, start: int, end: int) -> tuple[int, int]:
    """The stretch around a trigger between strong borders: semicolons, dashes, quotation marks, ", and/but"."""
    a, b = 0, len(p.text)
    for match in _BORDER.finditer(p.text):
        if match.end() <= start:
            a = match.end()
        elif match.start() >= end:
            b = match.start()
            break
    while b > a and p.text[b - 1] in ' .,"“”':
        b -= 1
    while a < b and p.text[a] in " ,\"“”'‘-–—":
        a += 1
    return (a, b) if b - a <= 320 else _at_spaces(p.text, max(a, start - 140), min(b, end + 160), (start, end))


def _at_spaces(text: str, a: int, b: int, at: tuple[int, int]) -> tuple[int, int]:
    """A cut-out of a long clause that does not cut a word."""
    left, right = text.find(" ", a, at[0]), text.rfind(" ", at[1], b + 1)
    return (left + 1 if a and left > 0 else a), (right if b < len(text) and right > at[1] else b)


def nearest_place(
    text: str, places: tuple[FoundPlace, ...], at: tuple[int, int], clause: tuple[int, int]
) -> FoundPlace | None:
    """The place of an event: the first named after its trigger in the clause, else the last before it.

    A country counts only where nothing smaller is named and a preposition of place stands before it.
    """
    inside = [f for f in places if clause[0] <= f.start < clause[1]] or list(places)
    named = [f for f in inside if f.kind in {"city", "admin1", "feature"}]
    pool = named or [f for f in inside if f.kind == "country" and _WITHIN.search(text[: f.start])]
    start, end = at
    return min(
        pool,
        key=lambda f: (False, abs(f.start - end)) if f.start >= start else (True, start - f.end),
        default=None,
    )


def nearest_time(times: tuple[FoundTime, ...], at: tuple[int, int], clause: tuple[int, int]) -> str | None:
    """The time phrase of the clause that stands nearest to the trigger."""
    inside = [t for t in times if clause[0] <= t.start < clause[1]]
    if not inside:
        return None
    return min(inside, key=lambda t: min(abs(t.start - at[1]), abs(at[0] - t.end))).text


def weapon_in(p: Parsed, kind: EventType, clause: tuple[int, int]) -> str | None:
    """The weapon that the clause names as such: "with mortars", "fired rockets"."""
    if kind.group not in VIOLENT or kind is EventType.SUICIDE_ATTACK:
        return None
    for j, chunk in enumerate(p.chunks):
        if (
            j
            and chunk.kind == NP
            and clause[0] <= p.start(chunk) < clause[1]
            and p.head(chunk) in event_words("weapons")
        ):
            before = p.chunks[j - 1]
            if before.kind in {P, VG} and p.head(before) in _HANDLED:
                return p.slice(chunk)
    return None
