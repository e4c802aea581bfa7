"""The dead that are found, laid out or exhumed, and people under rubble. Rules read one chunk; see casualties.py."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.engines.offline.chunks import CC, NP, VG
from summarizer.engines.offline.clauses import (
    following,
    groups_at,
    numbered,
    objects_of,
    site_of,
    site_with_next,
    subjects_of,
    unreal,
)
from summarizer.engines.offline.frames import governed_by
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.lists import list_right
from summarizer.engines.offline.needs import needs
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.victims import group_at, victim_status
from summarizer.normalize.harm import person_noun
from summarizer.records.vocabulary import Harm

_NOUNS_OF_KILLING = frozenset({"murder", "assassination", "killing", "slaying", "execution", "death", "martyrdom"})
_BE = frozenset({"was", "were", "is", "are"})
_RECOVERED = frozenset({"found", "recovered", "discovered", "pulled", "retrieved"})
_RESTING = frozenset({"morgue", "mortuary", "pit", "grave", "graves", "coffins", "shrouds", "ditch"})
_RUBBLE = frozenset({"rubble", "debris", "ruins", "wreckage", "mud", "landslide", "concrete", "masonry"})
_CAUGHT = frozenset({"trapped", "believed", "thought", "feared", "still", "buried", "remain", "remained"})
_JUDGED = frozenset({"found", "declared", "pronounced", "certified"})
_BODIES = frozenset({"bodies", "body", "corpses", "corpse", "remains"})


@needs(_BODIES)
def bodies_were(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "the bodies were those of two students"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in _BE or chunk.negated or k + 3 >= len(p.chunks):
        return
    if p.head(p.chunks[k + 1]) not in {"those", "that"} or p.head(p.chunks[k + 2]) != "of":
        return
    bodies = {p.head(p.chunks[j]) for j in subjects_of(p, k)}
    if bodies & _BODIES:
        yield from groups_at(p, list_right(p, k + 3), Harm.KILLED, site_of(p, k), "bodies were")


@needs(_RESTING)
def in_a_grave(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "counted 28 drivers laid in a single pit", "74 had been found in two other graves"."""
    chunk = p.chunks[k]
    if chunk.kind == NP and chunk.count is not None:
        people = [k]
    elif chunk.kind == VG and p.head(chunk) in {"found", "laid", "discovered", "located", "dumped"}:
        people = subjects_of(p, k) if chunk.passive else objects_of(p, k)
    else:
        return
    ahead = p.words[chunk.b : chunk.b + 8]
    at = next((i for i, w in enumerate(ahead) if w.low in _RESTING), None)
    if at is None or not any(w.low in {"in", "at"} for w in ahead[:at]):
        return
    if any(w.tag in {",", ".", ":"} or w.low in {"or", "which", "who", "to"} for w in ahead[:at]):
        return
    site = (chunk.kind == VG and p.start(chunk)) or ahead[0].start, ahead[at].end
    yield from numbered(groups_at(p, people, Harm.KILLED, site, "in a grave", strict=True))


@needs(_RUBBLE)
def under_rubble(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "another nine people were trapped under the rubble", "60 people are believed to be under the debris"."""
    chunk = p.chunks[k]
    if chunk.kind != NP or chunk.count is None:
        return
    ahead = [w.low for w in p.words[chunk.b : chunk.b + 9]]
    at = next((i for i, low in enumerate(ahead) if low in _RUBBLE), None)
    if at is None or not _CAUGHT & set(ahead[:at]) or not {"under", "beneath", "in", "inside"} & set(ahead[:at]):
        return
    if not {",", ".", ";", "and", "alive", "rescued", "pulled", "bodies"} & set(ahead[:at]):
        yield from numbered(groups_at(p, [k], Harm.MISSING, site_of(p, k), "under rubble", strict=True))


@needs({"body", "corpse"})
def one_body(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "a third body has been found", "another corpse was pulled out": one more dead, nameless."""
    chunk = p.chunks[k]
    if chunk.kind != NP or p.head(chunk) not in {"body", "corpse"} or chunk.det not in {"a", "another"}:
        return
    verb = p.chunks[k + 1] if k + 1 < len(p.chunks) else None
    if verb is None or verb.kind != VG or p.head(verb) not in _RECOVERED or any(of_somebody(p, k)):
        return
    group = group_at(p, k, Harm.KILLED, site_of(p, k + 1)) if chunk.count is not None else None
    yield group or Group(
        p,
        Harm.KILLED,
        start=p.start(chunk),
        end=p.end(chunk),
        count=(p.start(chunk), p.end(chunk)),
        victims=p.slice(chunk),
        head=p.head(chunk),
        plural=False,
        status=victim_status(p, chunk, p.head(chunk)),
        value=1,
        site=site_of(p, k + 1),
        numbered=False,
        rule="one body",
    )


@needs(_JUDGED)
def later_found(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "were abducted and later found dead", "was hit and declared dead": the verb "were" is of that before."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in _JUDGED or chunk.passive or k < 2 or p.chunks[k - 1].kind != CC:
        return
    after = following(p, k, 2)
    if (after[1:] if after[:1] == ["brought"] else after)[:1] not in (["dead"], ["murdered"], ["slain"]):
        return
    if not _passive_before(p, k):
        return
    yield from groups_at(p, subjects_of(p, k), Harm.KILLED, site_with_next(p, k), "found dead", strict=True)


def _passive_before(p: Parsed, k: int) -> bool:
    before = next((c for c in reversed(p.chunks[max(0, k - 8) : k]) if c.kind == VG), None)
    return before is not None and before.passive


_THROATS = re.compile(r"[^.;]{0,60}\bwith (?:his|her|their) throats? (?:cut|slit|slashed)\b")


@needs({"throat", "throats"})
def throats_cut(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "two men were found on Sunday with their throats cut"."""
    chunk = p.chunks[k]
    found = _THROATS.match(p.text, p.end(chunk)) if chunk.kind == VG and chunk.passive else None
    if found is not None and p.head(chunk) in _RECOVERED:
        for group in groups_at(p, subjects_of(p, k), Harm.KILLED, (p.start(chunk), found.end()), "throats cut"):
            if group.numbered or not group.plural:
                yield group


def _is_found(p: Parsed, k: int) -> bool:
    """Is a body at chunk k one that was found?"""
    verb = p.chunks[k + 1] if k + 1 < len(p.chunks) else None
    found = verb is not None and verb.kind == VG and verb.passive and p.head(verb) in _RECOVERED and not verb.negated
    return found and p.head(p.chunks[k]) in {"body", "corpse"}


@needs(_NOUNS_OF_KILLING, {"body", "corpse"})
def of_somebody(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "Monsignor Tobar's assassination", "the mayor's body was found": who is dead stands before the noun."""
    chunk = p.chunks[k]
    if chunk.kind != NP or chunk.count is not None or not (p.head(chunk) in _NOUNS_OF_KILLING or _is_found(p, k)):
        return
    at = next((i for i in range(chunk.a, chunk.b) if p.words[i].tag == "POS"), None)
    if at is None or at == chunk.a or at != chunk.head - 1:
        return
    if k + 1 < len(p.chunks) and p.head(p.chunks[k + 1]) == "of":
        return  # "the soldier's killing of a teacher"
    name = p.words[chunk.a : at]
    known = person_noun(name[-1].low) is not None or name[-1].text in p.surnames
    if sum(w.tag in {"NNP", "NNPS"} for w in name) < 2 and not known:
        return
    text = p.text[name[0].start : name[-1].end]
    yield Group(
        p,
        Harm.KILLED,
        start=name[0].start,
        end=p.end(chunk),
        count=(name[0].start, name[-1].end),
        victims=text,
        head=name[-1].low,
        plural=False,
        status=victim_status(p, chunk, name[-1].low),
        value=1,
        site=site_of(p, k),
        numbered=False,
        named=True,
        rule="of somebody",
    )


OF_VERBS = (in_a_grave, bodies_were, later_found, throats_cut)
OF_NOUNS = (of_somebody, one_body, under_rubble, in_a_grave)


_THE_N = re.compile(r"[Tt]he \w+ (?:were|was) ")


@needs({"buried", "bury", "burying", "graves", "funerals", "funeral", "burial", "burials"})
def buried(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "dig graves for 17 people", "buried 12 villagers"."""
    chunk = p.chunks[k]
    dead: list[int] = []
    if chunk.kind == VG and p.head(chunk) in {"buried", "bury", "burying"} and not (chunk.passive or unreal(p, k)):
        dead = objects_of(p, k)
    elif chunk.kind == VG and p.head(chunk) == "buried" and chunk.passive and not chunk.modal:
        dead = subjects_of(p, k)
    elif chunk.kind == NP and p.head(chunk) in {"graves", "funerals", "funeral", "burial", "burials"}:
        j = governed_by(p, k, frozenset({"for", "of"}), reach=2)
        dead = list_right(p, j) if j is not None else []
    burying = chunk.kind == VG and p.head(chunk) == "burying" and chunk.b - chunk.a > 1  # "we were burying one man"
    for group in numbered(groups_at(p, dead, Harm.KILLED, site_of(p, k), "buried", strict=True)):
        if burying and group.value == 1:
            continue
        if group.zero or (not group.victims and _THE_N.match(p.text, group.start)):
            continue  # "nobody had yet been buried", "the three were buried on Sunday"
        if p.text[group.count[1] :].lower().startswith((" of the victims", " of the dead", " of them", " of those")):
            continue  # "buried five of the victims": of those counted elsewhere
        yield group
