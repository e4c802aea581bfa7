"""What happened: triggers by lexicon, arguments from the chunks around them, repeated mentions merged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from summarizer.engines.offline.actors import Parties, Party
from summarizer.engines.offline.chunks import NP, VG, Chunk, P
from summarizer.engines.offline.frames import governed_by, object_of, subject_of
from summarizer.engines.offline.lexicon import forms, table, words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.status import status_of
from summarizer.normalize.dates import FoundTime, find_times
from summarizer.normalize.harm import inflect, person_nouns
from summarizer.normalize.places import FoundPlace, find_places
from summarizer.records.article import SentenceKind
from summarizer.records.vocabulary import ActorType, EventGroup, EventStatus, EventType


@dataclass(slots=True, eq=False)
class Happening:
    """One event, with every mention of it. Spans are characters of the sentence's text."""

    type: EventType
    status: EventStatus
    p: Parsed
    at: tuple[int, int]
    """The trigger of the first mention."""
    actors: list[Party] = field(default_factory=list)
    supporters: list[Party] = field(default_factory=list)
    targets: list[Party] = field(default_factory=list)
    place: FoundPlace | None = None
    where: tuple[Parsed, tuple[int, int]] | None = None
    time: str | None = None
    weapon: str | None = None
    mentions: list[tuple[Parsed, tuple[int, int], tuple[int, int]]] = field(default_factory=list)
    """(sentence, trigger, quoted clause)."""
    definite: bool = False
    """Speaks of a happening already told ("the attack", a denial of it): no event of its own."""
    retold: bool = False
    """Stands in a demand, a denial or a doubt: it never makes an event by itself."""
    weak: bool = False
    """Only a verb of killing without an agent: the harm belongs to a happening told elsewhere."""
    strength: int = 0


@cache
def _types() -> tuple[EventType, ...]:
    return tuple(EventType(name) for name in table("events") if name not in {"air", "weapons"})


@cache
def _verb_triggers() -> dict[str, EventType]:
    out: dict[str, EventType] = {}
    for kind in _types():
        for form in forms("events", kind.value) if "verbs" in table("events")[kind.value] else {}:
            out.setdefault(form, kind)
    return out


@cache
def _special(kind: str, key: str) -> frozenset[str]:
    return frozenset(form for entry in table("events")[kind].get(key, ()) for form in inflect(entry))


@cache
def _noun_triggers() -> dict[str, EventType]:
    out: dict[str, EventType] = {}
    for kind in _types():
        for noun in table("events")[kind.value].get("nouns", ()):
            out.setdefault(noun, kind)
    return out


@cache
def _phrase_triggers() -> tuple[re.Pattern[str], dict[str, EventType]]:
    out: dict[str, EventType] = {}
    for kind in _types():
        for phrase in table("events")[kind.value].get("phrases", ()):
            out.setdefault(phrase, kind)
    pattern = "|".join(re.escape(x) for x in sorted(out, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)"), out


@cache
def _weapon_nouns() -> frozenset[str]:
    return frozenset(table("events")["bombing"]["weapon_nouns"])


_BLASTS = frozenset(
    {
        "exploded",
        "detonated",
        "killed",
        "killing",
        "hit",
        "ripped",
        "tore",
        "struck",
        "wounded",
        "left",
        "blew",
        "kills",
        "explodes",
        "injured",
        "went",
        "destroyed",
    }
)


@cache
def _set(group: str) -> frozenset[str]:
    return frozenset(table("events")[group]["nouns"])


class Reader:
    """Reads the events of an article. `parties` are its actors."""

    def __init__(self, parties: Parties) -> None:
        self.parties = parties

    def read(self, p: Parsed) -> list[Happening]:
        """The events that one sentence mentions, one for each type."""
        places = find_places(p.text)
        times = find_times(p.text)
        found: dict[EventType, Happening] = {}
        for kind, start, end, k in _without_shadowed(list(self._triggers(p))):
            event = self._happening(p, kind, start, end, k, places, times)
            if kind not in found:
                found[kind] = event
            elif event.strength > found[kind].strength:
                event.mentions = [*found[kind].mentions, *event.mentions]
                found[kind] = event
        return list(found.values())

    def _triggers(self, p: Parsed) -> Iterator[tuple[EventType, int, int, int]]:
        """(type, start, end, chunk index) of each trigger."""
        low = p.text.lower()
        pattern, kinds = _phrase_triggers()
        for match in pattern.finditer(low):
            yield kinds[match.group()], match.start(), match.end(), _chunk_at(p, match.start())
        air = any(w.low in _set("air") for w in p.words)
        for k, chunk in enumerate(p.chunks):
            if chunk.kind == VG:
                kind = self._verb(p, k, air)
                if kind is not None:
                    word = p.words[chunk.head]
                    yield kind, word.start, word.end, k
            elif chunk.kind == NP:
                if chunk.a and p.words[chunk.a - 1].low == "in" and p.head(chunk) == "advance":
                    continue
                if p.head(chunk) in _weapon_nouns() and self._goes_off(p, k):
                    yield EventType.BOMBING, p.words[chunk.head].start, p.words[chunk.head].end, k
                for i in range(chunk.a, chunk.b):
                    kind = _noun_triggers().get(p.words[i].low)
                    if kind is not None and (i == chunk.head or kind in _MODIFIERS):
                        yield kind, p.words[i].start, p.words[i].end, k

    def _verb(self, p: Parsed, k: int, air: bool) -> EventType | None:
        chunk = p.chunks[k]
        head = p.head(chunk)
        if air and head in _special("air_drone_strike", "air_verbs") and self._by_air(p, k):
            return EventType.AIR_DRONE_STRIKE
        if head in _special("territory_change", "place_verbs") and self._takes_place(p, k):
            return EventType.TERRITORY_CHANGE
        kind = _verb_triggers().get(head)
        if kind is None:
            return None
        if kind in {
            EventType.RELEASE,
            EventType.ABDUCTION,
            EventType.ARREST,
            EventType.ATTACK,
        } and not self._has_people(p, k):
            return None if kind in {EventType.RELEASE, EventType.ARREST} else kind
        return kind

    def _goes_off(self, p: Parsed, k: int) -> bool:
        """A bomb that does something: explodes, kills, or is what somebody was killed by."""
        if k and p.chunks[k - 1].kind == P and p.head(p.chunks[k - 1]) == "by":
            return True
        after = p.chunks[k + 1] if k + 1 < len(p.chunks) else None
        return after is not None and after.kind == VG and p.head(after) in _BLASTS

    def _by_air(self, p: Parsed, k: int) -> bool:
        subject = subject_of(p, k)
        words = p.words[p.chunks[subject].a : p.chunks[subject].b] if subject is not None else []
        return any(w.low in _set("air") for w in words) or any(
            w.low in {"missiles", "bombs", "missile"} for w in p.words[p.chunks[k].b : p.chunks[k].b + 4]
        )

    def _takes_place(self, p: Parsed, k: int) -> bool:
        j = object_of(p, k)
        if j is None and p.head(p.chunks[k]) in {"fell", "fallen", "fall", "falls"}:
            j = subject_of(p, k)
        if j is None and p.chunks[k].passive:
            j = subject_of(p, k)
        if j is None:
            return False
        chunk = p.chunks[j]
        text = p.slice(chunk)
        if chunk.det == "poss":
            return False
        if any(
            w.low
            in {
                "town",
                "city",
                "village",
                "base",
                "airport",
                "capital",
                "district",
                "province",
                "territory",
                "bridge",
                "post",
                "garrison",
                "stronghold",
            }
            for w in p.words[chunk.a : chunk.b]
        ):
            return (
                p.head(p.chunks[k]) not in {"took", "take", "taken", "taking", "lost"}
                or p.words[chunk.head].tag == "NNP"
                or chunk.det in {"the"}
            )
        return (
            any(f.kind in {"city", "admin1", "feature"} for f in find_places(text)) and p.words[chunk.head].tag == "NNP"
        )

    def _has_people(self, p: Parsed, k: int) -> bool:
        for j in (object_of(p, k), subject_of(p, k) if p.chunks[k].passive else None):
            if j is not None and (
                p.head(p.chunks[j]) in person_nouns()
                or p.chunks[j].count is not None
                or p.words[p.chunks[j].head].tag == "NNP"
                or p.chunks[j].det == "prp"
            ):
                return True
        return p.words[p.chunks[k].head].tag == "VBN" and not p.chunks[k].perfect and object_of(p, k) is None

    def _happening(
        self,
        p: Parsed,
        kind: EventType,
        start: int,
        end: int,
        k: int,
        places: tuple[FoundPlace, ...],
        times: tuple[FoundTime, ...],
    ) -> Happening:
        chunk = p.chunks[k]
        verb = _governing(p, k)
        group = p.chunks[verb] if verb is not None else None
        status = status_of(
            p,
            start,
            end,
            p.head(group) if group else "",
            modal=group.modal if group else "",
            negated=bool(group and group.negated),
            infinitive=bool(group and group.infinitive),
            perfect=bool(group and group.perfect),
        )
        event = Happening(kind, status, p, (start, end), strength=2 if chunk.kind == VG else 1)
        event.definite = chunk.kind == NP and chunk.det in {"the", "this", "these", "both", "that", "every", "any"}
        self._arguments(p, event, k)
        event.weak = chunk.kind == VG and p.head(chunk) in _KILLING and not any(x.type in _ACTING for x in event.actors)
        clause = clause_of(p, start, end)
        event.place = _nearest_place(p.text, places, start, end, clause)
        event.time = _nearest_time(times, start, end, clause)
        event.weapon = _weapon(p, kind, clause)
        event.mentions = [(p, (start, end), clause)]
        return event

    def _arguments(self, p: Parsed, event: Happening, k: int) -> None:
        chunk = p.chunks[k]
        if chunk.kind == VG:
            subject, target = subject_of(p, k), object_of(p, k)
            by = governed_by(p, k, frozenset({"by"}))
            if chunk.passive or (target is None and by is not None):
                subject, target = by, subject
            self._add(p, event.actors, subject)
            self._add(p, event.targets, target)
            for name in ("against", "on", "with"):
                if not event.targets:
                    self._add(p, event.targets, governed_by(p, k, frozenset({name}), reach=4))
        else:
            self._modifier(p, event, chunk)
            self._add(p, event.actors, governed_by(p, k, frozenset({"by"}), reach=6))
            self._add(p, event.targets, governed_by(p, k, frozenset({"on", "against", "with"}), reach=4))
            verb = _governing(p, k)
            launched = verb is not None and verb < k and p.head(p.chunks[verb]) in _LAUNCH
            moved = event.type is EventType.OFFENSIVE and k > 1 and p.chunks[k - 1].kind == P
            if moved and not launched:
                verb = next((j for j in range(k - 1, max(k - 18, -1), -1) if p.chunks[j].kind == VG), None)
            if verb is not None and not event.actors and (launched or moved):
                self._add(p, event.actors, subject_of(p, verb))
            between = governed_by(p, k, frozenset({"between"}), reach=2)
            if between is not None:
                self._add(p, event.actors, between)
                if between + 2 < len(p.chunks) and p.chunks[between + 1].kind == "CC":
                    self._add(p, event.actors, between + 2)
        self._backers(p, event)
        event.targets = [t for t in event.targets if t not in event.actors]

    def _modifier(self, p: Parsed, event: Happening, chunk: Chunk) -> None:
        """ "Russian air strikes", "army drone", "Al Nusra militants shelling": the party inside the noun phrase."""
        text = p.slice(chunk).lower()
        forms = [(f, x) for x in self.parties.all if x.type in _ACTING for f in x.forms if len(f) > 1]
        for form, party in sorted(forms, key=lambda row: -len(row[0])):
            at = f" {text} ".find(f" {form.lower()} ")
            if at >= 0 and not (party.generic and at > 0 and _capital_before(p, chunk, at)):
                event.actors.append(party)
                return
        if event.type.group in {EventGroup.REMOTE, EventGroup.GROUND}:
            for word in p.words[chunk.a : chunk.head]:
                state = self.parties.country_party(word.text, p) if word.text[0].isupper() else None
                if state is not None:
                    event.actors.append(state)
                    return

    def _backers(self, p: Parsed, event: Happening) -> None:
        """ "Russian-backed", "US backed rebels", "with U.S. support"."""
        for match in _BACKED.finditer(p.text):
            word = next(w for w in match.groups() if w)
            party = self.parties.country_party(word, p)
            if party is not None and abs(match.start() - event.at[0]) < 90 and party not in event.actors:
                event.supporters.append(party)

    def _add(self, p: Parsed, to: list[Party], j: int | None) -> None:
        if j is None:
            return
        party = self.parties.at(p, p.chunks[j])
        if party is not None and party not in to:
            to.append(party)


_ACTING = frozenset(
    {
        ActorType.STATE_FORCES,
        ActorType.EXTERNAL_FORCES,
        ActorType.REBEL_GROUP,
        ActorType.MILITIA,
        ActorType.UNIDENTIFIED_ARMED,
        ActorType.GOVERNMENT,
    }
)
_LAUNCH = words("events", "launch")
_MODIFIERS = frozenset({EventType.PROTEST, EventType.RIOT})


_BACKED = re.compile(
    r"\b([A-Z][\w.]*)[- ]backed\b|\bwith ([A-Z][\w.]*) (?:support|backing|help)\b|\bbacked by ([A-Z]\w+)"
)


def _capital_before(p: Parsed, chunk: Chunk, at: int) -> bool:
    """Does a capitalised word stand before this place of the noun phrase? Then the plain noun is somebody else's."""
    word = p.slice(chunk)[: max(at - 1, 0)].split()[-1:]
    return bool(word) and word[0][0].isupper() and word[0].lower() != "the"


def _chunk_at(p: Parsed, offset: int) -> int:
    for i, chunk in enumerate(p.chunks):
        if p.end(chunk) > offset:
            return i
    return len(p.chunks) - 1


def _governing(p: Parsed, k: int) -> int | None:
    """The verb group of the clause of chunk k: itself, the next to its right, else the one to its left."""
    if p.chunks[k].kind == VG:
        return k
    for j in range(k + 1, min(k + 7, len(p.chunks))):
        if p.chunks[j].kind == VG and not p.chunks[j].infinitive:
            return j
        if p.chunks[j].kind in {".", "SUB", ","}:
            break
    for j in range(k - 1, max(k - 10, -1), -1):
        if p.chunks[j].kind == VG:
            return j
        if p.chunks[j].kind in {".", "SUB"}:
            break
    return None


def _without_shadowed(found: list[tuple[EventType, int, int, int]]) -> list[tuple[EventType, int, int, int]]:
    """A trigger inside a longer one, or a general one beside a specific one of the same clause, is no event of its own."""
    kept = []
    for item in sorted(found, key=lambda x: (x[1], -(x[2] - x[1]))):
        kind, start, end, _ = item
        if any(a <= start and end <= b and (b - a) > (end - start) for _, a, b, _ in found):
            continue
        rivals = _SPECIFIC.get(kind, ())
        if any(other in rivals and abs(start - a) < 160 for other, a, _, _ in found):
            continue
        kept.append(item)
    return kept


_SPECIFIC: dict[EventType, tuple[EventType, ...]] = {
    EventType.ATTACK: (
        EventType.AIR_DRONE_STRIKE,
        EventType.SHELLING,
        EventType.BOMBING,
        EventType.SUICIDE_ATTACK,
        EventType.CHEMICAL_ATTACK,
        EventType.ARMED_CLASH,
        EventType.ABDUCTION,
    ),
    EventType.BOMBING: (EventType.AIR_DRONE_STRIKE, EventType.SUICIDE_ATTACK, EventType.SHELLING),
    EventType.TROOP_MOVEMENT: (EventType.OFFENSIVE,),
    EventType.OTHER: (EventType.BOMBING, EventType.SHELLING, EventType.AIR_DRONE_STRIKE),
}


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
    return (a, b) if b - a <= 320 else (max(a, start - 140), min(b, end + 160))


_BORDER = re.compile(
    r"; |: | - | -- |—|–| but |, (?:and|but|while|whereas|which|who|where) |(?<=[a-z]),? (?:said|told|according to|added)\b"
)


_WITHIN = re.compile(r"\b(?:in|across|inside|throughout|into|near|over|around)\s+(?:the\s+)?$", re.IGNORECASE)


def _nearest_place(
    text: str, places: tuple[FoundPlace, ...], start: int, end: int, clause: tuple[int, int]
) -> FoundPlace | None:
    inside = [f for f in places if clause[0] <= f.start < clause[1]] or list(places)
    named = [f for f in inside if f.kind in {"city", "admin1", "feature"}]
    pool = named or [f for f in inside if f.kind == "country" and _WITHIN.search(text[: f.start])]
    if not pool:
        return None
    return min(pool, key=lambda f: (f.start < start, abs(f.start - end)) if f.start >= start else (True, start - f.end))


def _nearest_time(times: tuple[FoundTime, ...], start: int, end: int, clause: tuple[int, int]) -> str | None:
    inside = [t for t in times if clause[0] <= t.start < clause[1]]
    if not inside:
        return None
    return min(inside, key=lambda t: min(abs(t.start - end), abs(start - t.end))).text


def _weapon(p: Parsed, kind: EventType, clause: tuple[int, int]) -> str | None:
    if kind.group not in {EventGroup.REMOTE, EventGroup.GROUND} or kind in {EventType.SUICIDE_ATTACK}:
        return None
    for j, chunk in enumerate(p.chunks):
        if chunk.kind == NP and clause[0] <= p.start(chunk) < clause[1] and p.head(chunk) in _set("weapons"):
            if (
                j
                and p.chunks[j - 1].kind in {P, VG}
                and p.head(p.chunks[j - 1])
                in {"with", "from", "by", "using", "fired", "threw", "dropped", "dropping", "used"}
            ):
                return p.slice(chunk)
    return None


def merge(events: list[Happening]) -> list[Happening]:
    """Mentions of one happening become one event. The body speaks before the headline, which repeats it."""
    out: list[Happening] = []
    for event in sorted(events, key=lambda e: e.p.sentence.kind is SentenceKind.HEADLINE):
        same = next((e for e in reversed(out) if _same(e, event)), None) or _spoken_of(out, event)
        if same is not None:
            _absorb(same, event)
        elif not (event.definite and event.retold) and not (event.weak and any(e.type.group in _VIOLENT for e in out)):
            out.append(event)
    return out


def _absorb(same: Happening, event: Happening) -> None:
    headline = event.p.sentence.kind is SentenceKind.HEADLINE
    same.mentions = (
        [*event.mentions, *same.mentions] if headline and len(same.mentions) < 2 else same.mentions + event.mentions
    )
    same.actors = same.actors or event.actors
    same.targets = same.targets or event.targets
    same.place = same.place or event.place
    same.time = same.time or event.time
    same.weapon = same.weapon or event.weapon


_VIOLENT = frozenset({EventGroup.GROUND, EventGroup.REMOTE})
_KILLING = frozenset(inflect("kill")) | frozenset(inflect("slay: slays slew slain slaying"))
_LIVE = frozenset({EventStatus.COMPLETED, EventStatus.ONGOING})
_GENERAL = frozenset({EventType.ATTACK, EventType.BOMBING, EventType.OFFENSIVE, EventType.ARMED_CLASH})


def _same(a: Happening, b: Happening) -> bool:
    if a.type is not b.type or not (a.status is b.status or {a.status, b.status} <= _LIVE):
        return False
    if b.definite or b.p.sentence.kind is SentenceKind.HEADLINE:
        return True
    near = b.p.sentence.paragraph - a.p.sentence.paragraph <= 1
    if a.type is EventType.OFFENSIVE and a.actors and set(map(id, a.actors)) & set(map(id, b.actors)):
        return True
    if a.time and b.time and a.time.lower() != b.time.lower() and _dated(a.time) and _dated(b.time):
        return False
    if a.place and b.place and a.place.text != b.place.text and not near:
        return False
    if a.actors and b.actors and not set(map(id, a.actors)) & set(map(id, b.actors)):
        return False
    return a.status in _LIVE or near


def _dated(time: str) -> bool:
    """Does the phrase name a day or a month, so that two of them can differ?"""
    return bool(_DATED.search(time))


_DATED = re.compile(
    r"day\b|\d|january|february|march|april|\bmay\b|june|july|august|september|october|november|december", re.IGNORECASE
)


def _spoken_of(out: list[Happening], event: Happening) -> Happening | None:
    """ "the attack" after a bombing, a "blast" in the headline over a suicide attack: the same happening in general words."""
    headline = event.p.sentence.kind is SentenceKind.HEADLINE
    if (
        event.type not in _GENERAL
        or event.strength > 1
        or not (event.definite or headline)
        or event.status not in _LIVE
    ):
        return None
    violent = [e for e in out if e.status in _LIVE and e.type.group in {EventGroup.GROUND, EventGroup.REMOTE}]
    if event.type is EventType.BOMBING:
        violent = [
            e for e in violent if e.type in {EventType.SUICIDE_ATTACK, EventType.AIR_DRONE_STRIKE, EventType.SHELLING}
        ]
    return (violent[0] if headline else violent[-1]) if violent else None
