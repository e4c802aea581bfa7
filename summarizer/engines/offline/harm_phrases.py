"""Set phrases of harm: "paid the ultimate price", "was riddled with bullets". See casualties.py.

The phrases are data (lexicons/words.toml, harm_phrases): words from the main verb on, "*" for a possessive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.engines.offline.chunks import ADV, NP, QUOTE, VG
from summarizer.engines.offline.clauses import (
    following,
    groups_at,
    numbered,
    objects_of,
    patients_of,
    site_of,
    subjects_of,
    unreal,
)
from summarizer.engines.offline.frames import governed_by
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.lists import list_right
from summarizer.engines.offline.needs import needs
from summarizer.engines.offline.no_such_deed import BY_FRIENDS
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.wounds import names_body_part
from summarizer.records.vocabulary import Harm, VictimStatus

_LONGEST = 7
_PAST_ONLY = words("frames", "past_only")
_OWN = frozenset({"his", "her", "their", "its", "our", "my"})


def _by_first(listed: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """First word of a phrase -> the phrases that begin with it."""
    out: dict[str, list[str]] = {}
    for phrase in listed:
        out.setdefault(phrase.partition(" ")[0], []).append(phrase)
    return {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in out.items()}


_DYING = _by_first(words("harm_phrases", "dying"))
_SLAYING = _by_first(words("harm_phrases", "slaying"))
_OF_ILLS = frozenset(
    {"addiction", "drug", "drugs", "malaria", "cholera", "torture", "migrants", "malnutrition", "prisoners"}
)
_HURT = _by_first(words("harm_phrases", "hurt"))
_GONE = _by_first(words("harm_phrases", "gone"))
_SEIZING = _by_first(words("harm_phrases", "seizing"))
_ALSO_DONE = frozenset({"burned", "burnt", "starved", "bled", "froze"})
_FIGHTS = words("harm_phrases", "fights")


def _phrase_at(p: Parsed, k: int, known: dict[str, tuple[str, ...]]) -> int | None:
    """How many words the phrase at the main verb of chunk k has; None when there is none."""
    first = p.chunks[k].head
    phrases = known.get(p.words[first].low)
    if phrases is None:
        return None
    text = "".join("* " if w.low in _OWN else w.low + " " for w in p.words[first : first + _LONGEST])
    return next((phrase.count(" ") + 1 for phrase in phrases if text.startswith(phrase + " ")), None)


def _site(p: Parsed, k: int, length: int) -> tuple[int, int]:
    last = min(p.chunks[k].head + length, len(p.words)) - 1
    return p.start(p.chunks[k]), p.words[last].end


_SURVIVED = re.compile(
    r" (?:the|a|his|her|their|its) \w+ on (?:him|her|them)sel(?:f|ves)\b"
    r"[^.;]*\b(?:surviv\w+|wound\w+|injur\w+|hospital)\b"
)
"""Behind the verb: "(turned) the gun on himself but survived"."""


@needs(_DYING)
def dying(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "two porters paid the ultimate price", "a ranger breathed his last", "blew himself up"."""
    if p.chunks[k].kind != VG or (length := _phrase_at(p, k, _DYING)) is None or unreal(p, k):
        return
    people = subjects_of(p, k)
    if _SURVIVED.match(p.text, p.end(p.chunks[k])) is not None:
        return
    if not p.chunks[k].passive and p.words[p.chunks[k].head].low in _ALSO_DONE:
        people = _beyond(p, k, length) or people  # "burned to death three men"
    yield from groups_at(p, people, Harm.KILLED, _site(p, k, length), "dying")


@needs(_SLAYING)
def slaying(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "riddled two constables with bullets", "a clerk was done to death", "wiped out a family of six"."""
    if p.chunks[k].kind != VG or (length := _phrase_at(p, k, _SLAYING)) is None or unreal(p, k):
        return
    objects = [] if p.chunks[k].passive else _beyond(p, k, length) or objects_of(p, k)
    yield from groups_at(p, objects or subjects_of(p, k), Harm.KILLED, _site(p, k, length), "slaying")


def _beyond(p: Parsed, k: int, length: int) -> list[int]:
    """The noun phrases that begin after the phrase at chunk k."""
    after = p.chunks[k].head + length
    marks = {QUOTE}  # "had "wiped out" the crew"
    j = next((i for i in range(k + 1, len(p.chunks)) if p.chunks[i].a >= after and p.chunks[i].kind not in marks), None)
    return list_right(p, j) if j is not None and p.chunks[j].kind == NP else []


@needs(_HURT, {"lost", "broke", "fractured", "without"})
def maimed(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "a porter took a bullet in the arm", "the boy lost both legs", "two guards broke ribs"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or unreal(p, k):
        return
    length = _phrase_at(p, k, _HURT)
    if length is not None and p.head(chunk) == "received" and not _OF_ILLS.isdisjoint(p.vocabulary):
        return  # "received treatment for drug addiction"
    if length is None and p.head(chunk) in {"lost", "broke", "fractured"}:
        limb = objects_of(p, k)
        length = 3 if limb and names_body_part([p.head(p.chunks[limb[0]])]) else None
    if length is not None and not chunk.passive:
        yield from groups_at(p, subjects_of(p, k), Harm.INJURED, _site(p, k, length), "maimed", strict=True)
    found = objects_of(p, k) if p.head(chunk) in {"left", "leaving"} else []
    if found and following(p, found[-1], 1) == ["without"] and names_body_part(following(p, found[-1], 4)):
        yield from groups_at(p, found, Harm.INJURED, site_of(p, k), "left maimed", strict=True)


@needs(_GONE)
def not_come_back(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "two more men had failed to return", "three boys have not been seen since", "never came back"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or chunk.modal:
        return
    length = _phrase_at(p, k, _GONE)
    if (
        length is None
        or _has_object(p, chunk.head + length)
        or not (chunk.negated or p.head(chunk) in {"failed", "dropped", "nowhere", "is", "are", "were"})
    ):
        return
    for group in groups_at(p, subjects_of(p, k), Harm.MISSING, _site(p, k, length), "not come back", strict=True):
        vague = group.count_text.lower() == "many"  # "many of those who fled have not come back"
        if (group.numbered and not vague) or not (group.plural or group.named):
            yield group


def _has_object(p: Parsed, after: int) -> bool:
    """Example: "did not return calls", "did not return the body": what begins at word `after` is no circumstance."""
    if p.words[after - 1].tag in {"IN", "RB"}:
        return False
    return any(c.kind in {NP, VG} and c.a == after and c.count is None for c in p.chunks)


@needs({"whereabouts", "fate", "news", "word", "trace", "sign"})
def whereabouts(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "the whereabouts of seven fishermen are unknown", "there was no trace of two pilots"."""
    chunk = p.chunks[k]
    if chunk.kind != NP or p.head(chunk) not in {"whereabouts", "fate", "news", "word", "trace", "sign"}:
        return
    if p.head(chunk) not in {"whereabouts", "fate"} and p.words[chunk.a].low != "no":
        return
    if k + 2 < len(p.chunks) and p.head(p.chunks[k + 1]) in {"of", "about"} and p.chunks[k + 2].kind == NP:
        if p.head(chunk) == "fate" and not {"unknown", "unclear", "uncertain"} & {w.low for w in p.words[chunk.b :]}:
            return
        site = (p.start(chunk), p.end(p.chunks[k + 2]))
        people = groups_at(p, list_right(p, k + 2), Harm.MISSING, site, "whereabouts", strict=True)
        yield from (g for g in people if (g.numbered or not g.plural) and g.head not in {"suspects", "suspect"})


@needs(_SEIZING)
def carried_off(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "drove off with the chief and his son", "35 girls were carried off"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or (length := _phrase_at(p, k, _SEIZING)) is None or unreal(p, k):
        return
    people = [] if chunk.passive else _beyond(p, k, length)
    if p.head(chunk) not in _PAST_ONLY:
        people = people or patients_of(p, k)  # "whom the rebels took with them": not the rebels
    for group in groups_at(p, people, Harm.CAPTURED, _site(p, k, length), "carried off", strict=True):
        if group.victims.partition(" ")[0].lower() in _OWN and p.head(chunk) == "fled":
            continue  # "fled with her mother"
        if BY_FRIENDS.match(p.text, group.site[1]):
            continue  # "the wounded were carried away by their comrades"
        if p.head(chunk) != "picked" or _is_prize(p, k, group):
            yield group


def _is_prize(p: Parsed, k: int, group: Group) -> bool:
    """Example: "had picked up 19 soldiers": soldiers in enemy hands, not suspects in those of the police."""
    return not p.chunks[k].passive and group.status is VictimStatus.COMBATANT and not group.head.startswith("suspect")


@needs({"fell", "fallen"})
def fell_in(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "three peacekeepers fell in the attack", "17 fighters fell in combat"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in {"fell", "fallen"} or chunk.negated or k + 2 >= len(p.chunks):
        return
    at = governed_by(p, k, frozenset({"in", "during"}), reach=6)
    after = k + 1 + (p.chunks[k + 1].kind == ADV)  # "fell heroically in the fighting"
    if at is None or p.head(p.chunks[at]) not in _FIGHTS or p.head(p.chunks[after]) not in {"in", "during", "with"}:
        return
    company = [k + 2] if p.head(p.chunks[k + 1]) == "with" and p.chunks[k + 2].count is not None else []
    for people in (subjects_of(p, k), company):
        yield from groups_at(p, people, Harm.KILLED, (p.start(chunk), p.end(p.chunks[at])), "fell in", strict=True)


@needs({"killed", "wounded", "injured", "slain", "hurt"})
def named_first(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "Killed were two cooks and a driver", "Also wounded was a councilman": the state stands first."""
    chunk = p.chunks[k]
    if chunk.kind != VG or k > 2 or p.words[chunk.head].low not in {"killed", "wounded", "injured", "slain", "hurt"}:
        return
    before = p.words[: chunk.head]
    opening = all(w.low in {"also", "among", "those", "the"} or not w.low.isalpha() for w in before)
    be = next((j for j in range(k + 1, min(k + 5, len(p.chunks) - 1)) if p.chunks[j].kind == VG), None)
    if not opening or be is None or p.head(p.chunks[be]) not in {"was", "were", "are"} or p.chunks[be + 1].kind != NP:
        return
    harm = Harm.KILLED if p.head(chunk) in {"killed", "slain"} else Harm.INJURED
    for group in groups_at(p, list_right(p, be + 1), harm, (p.start(chunk), p.end(p.chunks[be])), "named first"):
        group.part = bool(before)
        yield group


@needs({"captivity", "hands"})
def remaining_captive(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "leaving seven in captivity", "still holds nine hostages", "leaving two in rebel hands"."""
    chunk = p.chunks[k]
    if chunk.kind == NP and chunk.count is not None and k + 2 < len(p.chunks) and p.head(p.chunks[k + 1]) == "in":
        site = (p.start(p.chunks[k + 1]), p.end(p.chunks[k + 2]))
        if p.head(p.chunks[k + 2]) in {"captivity", "hands"}:
            yield from numbered(groups_at(p, [k], Harm.CAPTURED, site, "remaining captive"))


OF_VERBS = (dying, slaying, maimed, not_come_back, carried_off, fell_in, named_first)
OF_NOUNS = (whereabouts, remaining_captive)
