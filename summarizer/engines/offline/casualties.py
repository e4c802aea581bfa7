"""People harmed, sentence by sentence: one small function per family of wording, each with an example.

A rule looks at one chunk and yields groups; `harmed_in` runs them over a sentence and settles overlaps. Rules never look at
other sentences: what a bare number stands for, whose side it is and which toll replaces which is settled in tolls.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from summarizer.engines.offline.chunks import ADV, CC, COMMA, NP, REL, VG, P
from summarizer.engines.offline.frames import governed_by, list_left, list_right, object_of, subject_of
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.victims import Group, group_at
from summarizer.normalize.harm import harm_nouns, harm_states, harm_verbs
from summarizer.records.vocabulary import CountModifier, Harm

Rule = Callable[[Parsed, int], Iterator[Group]]

_FUTURE = words("casualties", "future")


def _site(p: Parsed, k: int) -> tuple[int, int]:
    return p.start(p.chunks[k]), p.end(p.chunks[k])


def _groups(
    p: Parsed, indexes: list[int], harm: Harm, site: tuple[int, int], rule: str, *, strict: bool = False
) -> Iterator[Group]:
    for j in indexes:
        group = group_at(p, j, harm, site, strict=strict)
        if group is not None:
            group.rule = rule
            yield group
        elif j == indexes[0]:
            return


def _subjects(p: Parsed, k: int) -> list[int]:
    j = subject_of(p, k)
    return list_left(p, j) if j is not None else []


def _objects(p: Parsed, k: int) -> list[int]:
    j = object_of(p, k)
    return list_right(p, j) if j is not None else []


def _unreal(p: Parsed, k: int) -> bool:
    """Not asserted: a modal without "have", an infinitive of purpose, a negation."""
    chunk = p.chunks[k]
    if chunk.negated or (chunk.modal and not chunk.perfect) or chunk.modal in {"would", "could", "should"}:
        return True
    return chunk.infinitive and not chunk.perfect and p.words[chunk.head].tag == "VB" and not _realised(p, k)


_REALISED = words("casualties", "realised")


def _realised(p: Parsed, k: int) -> bool:
    return k > 0 and p.chunks[k - 1].kind == VG and p.head(p.chunks[k - 1]) in _REALISED


def verb_of_harm(p: Parsed, k: int) -> Iterator[Group]:
    """ "gunmen killed three soldiers and a cook", "26 militants had been killed", "five soldiers died"."""
    chunk = p.chunks[k]
    verb = harm_verbs().get(p.head(chunk)) if chunk.kind == VG else None
    if verb is None or _unreal(p, k):
        return
    site = _site(p, k)
    objects = [] if chunk.passive else _objects(p, k)
    either, harm = _either(p, k, verb.harm), verb.harm
    if either is not None:
        harm, site = Harm.CASUALTIES, (site[0], p.end(p.chunks[either]))
        objects = objects or ([] if chunk.passive else _objects(p, either))
    strict = verb.harm in {Harm.CAPTURED, Harm.DISPLACED, Harm.MISSING} or verb.base in _LOOSE
    if verb.transitive and objects and not _is_time(p, objects[0]):
        for group in _groups(p, objects, harm, site, "active", strict=strict):
            _blame(p, k, group)
            yield group
        return
    if verb.transitive and "participle" not in verb.forms:
        return
    if not verb.transitive and verb.harm in {Harm.DISPLACED, Harm.MISSING}:
        strict = True
    found = list(_with_company(p, k, harm, site))
    found += list(
        _groups(p, _subjects(p, k), harm, site, "passive" if verb.transitive else "intransitive", strict=strict)
    )
    for group in found:
        if chunk.modal == "may" or _hedged_by_feared(p, k):
            group.uncertain = True
        if (by := governed_by(p, k, frozenset({"by"}))) is not None and verb.transitive:
            group.agent, group.agent_at = p.slice(p.chunks[by]), by
        yield group


_LOOSE = words("casualties", "loose")


def _either(p: Parsed, k: int, harm: Harm) -> int | None:
    """ "killed or hurt", "killed and wounded 30": the second verb, when the two harms share one figure."""
    if k + 2 >= len(p.chunks) or p.chunks[k + 1].kind != CC or p.chunks[k + 2].kind != VG:
        return None
    other = harm_verbs().get(p.head(p.chunks[k + 2]))
    if other is None or {harm, other.harm} != {Harm.KILLED, Harm.INJURED}:
        return None
    return k + 2 if p.head(p.chunks[k + 1]) == "or" or object_of(p, k) is None else None


def _with_company(p: Parsed, k: int, harm: Harm, site: tuple[int, int]) -> Iterator[Group]:
    """ "26 militants were killed along with nine from the allied forces": the company after the verb."""
    i = k + 1
    if i + 2 < len(p.chunks) and p.head(p.chunks[i]) in {"along", "together"} and p.head(p.chunks[i + 1]) == "with":
        for group in _groups(p, list_right(p, i + 2) if p.chunks[i + 2].kind == NP else [], harm, site, "along with"):
            if group.numbered:
                yield group


def _is_time(p: Parsed, j: int) -> bool:
    return p.head(p.chunks[j]) in _DAYS


_DAYS = words("casualties", "days")


def _hedged_by_feared(p: Parsed, k: int) -> bool:
    words = p.words[p.chunks[k].a : p.chunks[k].b]
    before = p.chunks[k - 1] if k else None
    return any(w.low in _FEARED for w in words) or (
        before is not None and before.kind == VG and p.head(before) in _FEARED
    )


_FEARED = frozenset({"feared", "presumed", "believed"})


def _blame(p: Parsed, k: int, group: Group) -> None:
    j = subject_of(p, k)
    if j is not None:
        group.agent, group.agent_at = p.slice(p.chunks[j]), j


def state_of_harm(p: Parsed, k: int) -> Iterator[Group]:
    """ "left nine people dead", "12 dead", "three are missing", "eleven wounded", "26 dead and 30 wounded"."""
    chunk = p.chunks[k]
    word = p.words[chunk.head]
    if (
        chunk.kind == NP
        and chunk.count is not None
        and word.low in harm_states()
        and word.tag in {"VBN", "JJ", "NN", "NNS"}
    ):
        yield from _state(p, [k], word.low, _site(p, k))
        return
    if k + 1 < len(p.chunks) and chunk.kind == NP:
        after = p.chunks[k + 1]
        low = p.words[after.a].low
        if (
            low in harm_states()
            and after.b - after.a <= 2
            and after.kind in {NP, ADV, VG, "ADJ"}
            and after.count is None
        ):
            if after.kind == VG and low in harm_verbs():
                return
            yield from _state(p, list_left(p, k), low, _site(p, k + 1))
    if chunk.kind == VG and p.head(chunk) in _COPULA and k + 1 < len(p.chunks) and not _unreal(p, k):
        low = p.words[p.chunks[k + 1].a].low
        if low in harm_states() and p.chunks[k + 1].b - p.chunks[k + 1].a <= 2:
            yield from _state(p, _subjects(p, k), low, (p.start(chunk), p.end(p.chunks[k + 1])))


_COPULA = words("casualties", "copula")


def _state(p: Parsed, indexes: list[int], low: str, site: tuple[int, int]) -> Iterator[Group]:
    harm = harm_states()[low]
    for group in _groups(p, indexes, harm or Harm.CASUALTIES, site, "state", strict=False):
        if harm is None:
            if not group.plural:
                continue
            group.zero, group.value = True, 0
            continue
        if not group.numbered and group.head in harm_states():
            continue
        yield group


def noun_of_harm(p: Parsed, k: int) -> Iterator[Group]:
    """ "the deaths of 12 people", "the bodies of 20 fighters", "claiming eight lives", "212 civilian deaths", "no casualties"."""
    chunk = p.chunks[k]
    if chunk.kind != NP:
        return
    harm = harm_nouns().get(p.head(chunk))
    if harm is None or (chunk.count is not None and chunk.count.count.modifier is CountModifier.UNQUANTIFIED):
        return
    if p.head(chunk) == "lives" and k > 1 and p.chunks[k - 2].count is not None and p.head(p.chunks[k - 1]) == "of":
        yield from _groups(p, [k - 2], harm, _site(p, k), "of lives")
        return
    following = p.chunks[k + 1] if k + 1 < len(p.chunks) else None
    of = (
        following is not None
        and following.kind == P
        and p.head(following) == "of"
        and p.chunks[min(k + 2, len(p.chunks) - 1)].kind == NP
    )
    if of and chunk.count is None and p.head(chunk) not in {"losses", "injuries"}:
        yield from _groups(p, list_right(p, k + 2), harm, _site(p, k), "death of")
    elif chunk.count is not None and p.head(chunk) not in harm_states():
        yield from _counted_harm(p, k, harm)


def _counted_harm(p: Parsed, k: int, harm: Harm) -> Iterator[Group]:
    chunk = p.chunks[k]
    if p.head(chunk) in {"bodies", "corpses", "remains"} and not _bodies_found(p, k):
        return
    if harm is Harm.CAPTURED and not (_held(p, k) or p.words[chunk.a].low == "no"):
        return
    if p.head(chunk) in {"injuries", "killing", "killings", "murders", "capture", "body"} and not chunk.count:
        return
    group = group_at(p, k, harm, _site(p, k))
    if group is None:
        group = _nominal(p, k, harm)
    if group is not None:
        group.rule = "counted noun"
        yield group


def _held(p: Parsed, k: int) -> bool:
    """Hostages count as taken only where the clause says they were taken or are held."""
    near = [c for c in p.chunks[max(0, k - 3) : k + 4] if c.kind == VG]
    return any(
        p.head(c) in {"held", "holding", "holds", "hold", "taken", "took", "seized", "captured", "kept"} for c in near
    )


def _nominal(p: Parsed, k: int, harm: Harm) -> Group | None:
    chunk = p.chunks[k]
    if chunk.count is None:
        return None
    count = chunk.count.count
    start = next((w.start for w in p.words[chunk.a : chunk.b] if w.start >= chunk.count.end), p.start(chunk))
    value = count.value if count.value is not None else count.min
    from summarizer.engines.offline.victims import _status

    return Group(
        p,
        harm,
        p.start(chunk),
        p.end(chunk),
        (chunk.count.start, chunk.count.end),
        p.text[start : p.end(chunk)],
        p.head(chunk),
        plural=True,
        status=_status(p, chunk, p.head(chunk)),
        value=value,
        site=_site(p, k),
        zero=value == 0,
    )


def _bodies_found(p: Parsed, k: int) -> bool:
    return True


def loss_of_life(p: Parsed, k: int) -> Iterator[Group]:
    """ "eleven persons lost their lives", "the army lost 31 men", "has cost 50 lives"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in {"lost", "lose", "losing", "loses"} or _unreal(p, k):
        return
    j = object_of(p, k)
    if j is None:
        return
    if p.head(p.chunks[j]) in {"life", "lives"} and p.chunks[j].det == "poss":
        yield from _groups(p, _subjects(p, k), Harm.KILLED, (p.start(chunk), p.end(p.chunks[j])), "lost lives")
    elif p.chunks[j].count is not None:
        for group in _groups(p, list_right(p, j), Harm.KILLED, _site(p, k), "lost men", strict=True):
            group.owner = subject_of(p, k)
            yield group


def suffering(p: Parsed, k: int) -> Iterator[Group]:
    """ "four others sustained gunshot injuries", "four of his people suffered burns", "took a bullet in the thigh"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in _SUFFER or _unreal(p, k):
        return
    j = object_of(p, k)
    if j is None:
        return
    head = p.head(p.chunks[j])
    wound = head in _WOUNDS
    if wound and p.chunks[j].count is None:
        yield from _groups(p, _subjects(p, k), Harm.INJURED, (p.start(chunk), p.end(p.chunks[j])), "suffered")


_SUFFER = words("casualties", "suffer")
_WOUNDS = words("casualties", "wounds")


def shot_dead(p: Parsed, k: int) -> Iterator[Group]:
    """ "was shot dead", "gunned down two officers", "shot and wounded a trader", "was shot in the leg", "took 12 people hostage"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or _unreal(p, k):
        return
    head = p.head(chunk)
    after = p.words[chunk.b].low if chunk.b < len(p.words) else ""
    harm = None
    if head in {
        "shot",
        "hacked",
        "stabbed",
        "beaten",
        "burned",
        "burnt",
        "clubbed",
        "stoned",
        "bludgeoned",
        "trampled",
        "crushed",
        "shoot",
    }:
        tail = " ".join(w.low for w in p.words[chunk.b : chunk.b + 3])
        if after == "dead" or tail.startswith(("to death", "to dead")):
            harm = Harm.KILLED
        elif (
            head == "shot"
            and tail.startswith(("in the", "in his", "in her", "and"))
            and not tail.startswith("in the early")
        ):
            harm = Harm.INJURED if tail.startswith("in") and _body_part(p, chunk.b) else None
    elif head in {"gunned", "mowed", "cut", "blown"} and after in {"down", "up"} and head != "cut":
        harm = Harm.KILLED
    if harm is None:
        return
    objects = [] if chunk.passive else _objects(p, k)
    yield from _groups(
        p, objects or _subjects(p, k), harm, (p.start(chunk), p.words[min(chunk.b, len(p.words) - 1)].end), "shot dead"
    )


def _body_part(p: Parsed, i: int) -> bool:
    return any(w.low in _BODY for w in p.words[i : i + 5])


_BODY = words("casualties", "body")


def failed_to_survive(p: Parsed, k: int) -> Iterator[Group]:
    """ "three of whom did not survive the night", "nine people who did not come out alive"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or not chunk.negated:
        return
    tail = " ".join(w.low for w in p.words[chunk.head : chunk.b + 3])
    if tail.startswith(("survive", "survived", "make it", "come out alive", "come back alive", "live to")):
        yield from _groups(p, _subjects(p, k), Harm.KILLED, _site(p, k), "did not survive")


def taken(p: Parsed, k: int) -> Iterator[Group]:
    """ "took 30 people hostage", "soldiers taken prisoner at 167", "took in 11 wounded", "held 12 captive"."""
    chunk = p.chunks[k]
    if (
        chunk.kind != VG
        or p.head(chunk) not in {"took", "taken", "taking", "take", "held", "holding", "seized", "seizing"}
        or _unreal(p, k)
    ):
        return
    near = [w.low for w in p.words[chunk.b : chunk.b + 8]]
    if p.head(chunk) in {"took", "take", "taking"} and not chunk.passive and _captors(p, k):
        for group in _groups(p, _objects(p, k), Harm.CAPTURED, _site(p, k), "captors took", strict=True):
            if group.numbered:
                yield group
        return
    words = {"hostage", "hostages", "prisoner", "prisoners", "captive"}
    if not words & set(near) and p.head(chunk) not in {"seized", "seizing"}:
        return
    objects = [] if chunk.passive else _objects(p, k)
    if objects and p.head(p.chunks[objects[0]]) in words and p.chunks[objects[0]].count is None:
        objects = []
    yield from _groups(p, objects or _subjects(p, k), Harm.CAPTURED, _site(p, k), "taken", strict=True)


def _captors(p: Parsed, k: int) -> bool:
    j = subject_of(p, k)
    return j is not None and p.head(p.chunks[j]) in _TAKERS


_TAKERS = frozenset(
    {
        "kidnappers",
        "pirates",
        "gunmen",
        "rebels",
        "militants",
        "attackers",
        "bandits",
        "insurgents",
        "abductors",
        "raiders",
    }
)


def driven_out(p: Parsed, k: int) -> Iterator[Group]:
    """ "some 320 households have crossed over", "20,000 people left their homes", "forced 5,000 residents to flee"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or _unreal(p, k):
        return
    head = p.head(chunk)
    after = {w.low for w in p.words[chunk.b : chunk.b + 10]}
    if head in {"forced", "drove", "driven", "forcing", "driving", "chased", "pushed"} and after & _HOMES:
        objects = [] if chunk.passive else _objects(p, k)
        yield from _groups(p, objects or _subjects(p, k), Harm.DISPLACED, _site(p, k), "driven out", strict=True)
    elif head in {"crossed", "left", "abandoned", "sought", "poured", "escaped", "arrived", "moved", "streamed"}:
        if head == "moved" and not {"out", "camps", "camp"} & set([w.low for w in p.words[chunk.b : chunk.b + 3]]):
            return
        if head in {"left", "abandoned"} and not after & {"homes", "villages", "houses"}:
            return
        if head in {"sought", "escaped", "arrived"} and not after & {"refuge", "shelter", "camp", "camps", "schools"}:
            return
        for group in _groups(p, _subjects(p, k), Harm.DISPLACED, _site(p, k), "crossed", strict=True):
            if group.numbered and group.status.value != "combatant" and group.plural:
                yield group


_HOMES = words("casualties", "homes")


def missing(p: Parsed, k: int) -> Iterator[Group]:
    """ "16 persons we still cannot account for", "were still hunting for four people", "three are unaccounted for"."""
    chunk = p.chunks[k]
    if chunk.kind != VG:
        return
    head = p.head(chunk)
    tail = [w.low for w in p.words[chunk.b : chunk.b + 2]]
    if head == "account" and chunk.negated and "for" in tail:
        j = k - 1
        while j >= 0 and not (p.chunks[j].kind == NP and p.chunks[j].count):
            j -= 1
        target = [j] if j >= 0 else _right(p, k)
        yield from _groups(p, target, Harm.MISSING, (p.start(chunk), p.words[chunk.b].end), "account for", strict=True)
    elif head in {"searching", "hunting", "looking", "searched"} and tail[:1] == ["for"]:
        for group in _groups(p, _right(p, k), Harm.MISSING, _site(p, k), "search for", strict=True):
            if group.numbered and group.status.value != "combatant" and group.head not in _WANTED:
                yield group


_WANTED = frozenset({"suspect", "suspects", "attackers", "assailants", "gunmen", "killers", "bombers", "survivors"})


def _right(p: Parsed, k: int) -> list[int]:
    j = k + 1
    while j < len(p.chunks) and p.chunks[j].kind in {P, ADV}:
        j += 1
    return list_right(p, j) if j < len(p.chunks) and p.chunks[j].kind == NP else []


def toll(p: Parsed, k: int) -> Iterator[Group]:
    """ "the death toll rose to 38", "put the injured at 64", "a toll of 13", "brought to 212 the number of persons killed"."""
    chunk = p.chunks[k]
    if chunk.kind != NP or chunk.count is not None:
        return
    words = [w.low for w in p.words[chunk.a : chunk.b]]
    harm = _toll_harm(p, k, words)
    if harm is None:
        return
    for j in range(k + 1, min(k + 20, len(p.chunks) - 1)):
        here = p.chunks[j]
        if here.kind in {".", "SUB"} and p.words[here.a].text in {";", "."}:
            return
        if (
            here.kind == P
            and p.head(here) in {"at", "to", "of", "from", "above", "past", "beyond"}
            and p.chunks[j + 1].kind == NP
        ):
            group = group_at(p, j + 1, harm, _site(p, k))
            if group is not None and group.numbered:
                group.rule = "toll from" if p.head(here) == "from" else "toll"
                if "people" not in words:
                    group.borrowed = _toll_noun(p, k)
                yield group
                if p.head(here) == "from":
                    return


def _toll_harm(p: Parsed, k: int, words: list[str]) -> Harm | None:
    head = words[-1] if words else ""
    if head == "toll":
        return Harm.INJURED if "injury" in words else Harm.KILLED
    if head == "losses" and p.chunks[k].det in {"poss", "the"} and not p.chunks[k].count:
        return Harm.KILLED if "dead" in words else Harm.CASUALTIES
    if head in {"dead", "killed", "wounded", "injured", "missing"} and (words[0] == "the" or p.chunks[k].det == "poss"):
        return harm_states().get(head) or Harm.KILLED
    if head == "number" and k + 2 < len(p.chunks) and p.head(p.chunks[k + 1]) == "of":
        for word in p.words[p.chunks[k + 2].a : p.chunks[k + 2].b + 4]:
            if word.low in {"prisoner", "prisoners", "hostage", "hostages"}:
                return Harm.CAPTURED
            if word.low in {"displaced", "refugees", "idps", "homeless", "evacuees"}:
                return Harm.DISPLACED
            if word.low in harm_states():
                return harm_states()[word.low]
            if word.low in {"killed", "deaths", "fatalities"}:
                return Harm.KILLED
    return None


def _toll_noun(p: Parsed, k: int) -> str:
    following = p.head(p.chunks[k + 1]) if k + 1 < len(p.chunks) else ""
    if p.chunks[k].det == "poss":
        return p.slice(p.chunks[k])
    if (
        (p.head(p.chunks[k]) == "number" or following == "among")
        and k + 2 < len(p.chunks)
        and p.chunks[k + 2].kind == NP
    ):
        return p.slice(p.chunks[k + 2])
    return ""


def brought_to(p: Parsed, k: int) -> Iterator[Group]:
    """ "brought to 212 the number of persons killed", "would bring to more than 700 the troops it has captured"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in {"bring", "brought", "bringing", "brings"}:
        return
    if k + 3 >= len(p.chunks) or p.head(p.chunks[k + 1]) != "to" or p.chunks[k + 2].count is None:
        return
    words = [w.low for w in p.words[p.chunks[k + 3].a : p.chunks[k + 3].a + 14]]
    harm = next(
        (
            harm_states().get(w) or (v.harm if (v := harm_verbs().get(w)) else None)
            for w in words
            if w in harm_states() or w in harm_verbs()
        ),
        None,
    )
    if harm is None:
        return
    group = group_at(p, k + 2, harm, _site(p, k))
    if group is not None:
        noun = k + 5 if p.head(p.chunks[k + 3]) in {"number", "total"} and k + 5 < len(p.chunks) else k + 3
        group.borrowed = p.slice(p.chunks[noun])
        group.rule = "brought to"
        group.site = (group.site[0], p.end(p.chunks[noun]))
        yield group


def among_the_dead(p: Parsed, k: int) -> Iterator[Group]:
    """ "eleven children were among the dead", "among the wounded were two nurses", "the victims included three medics"."""
    chunk = p.chunks[k]
    if chunk.kind != NP or chunk.count is not None or chunk.det != "the":
        return
    head = p.head(chunk)
    harm = {
        "dead": Harm.KILLED,
        "wounded": Harm.INJURED,
        "injured": Harm.INJURED,
        "missing": Harm.MISSING,
        "killed": Harm.KILLED,
    }.get(head)
    if harm is None:
        return
    before = p.chunks[k - 1] if k else None
    if before is not None and before.kind == P and p.head(before) == "among":
        indexes = _after_copula(p, k) or (_subjects(p, k - 2) if k > 1 and p.chunks[k - 2].kind == VG else [])
    elif (
        k + 1 < len(p.chunks)
        and p.chunks[k + 1].kind == VG
        and p.head(p.chunks[k + 1]) in {"included", "include", "were", "was"}
    ):
        indexes = _objects(p, k + 1)
    else:
        return
    for group in _groups(p, indexes, harm, _site(p, k), "among the dead"):
        group.tags["part"] = True
        yield group


def _after_copula(p: Parsed, k: int) -> list[int]:
    if k + 1 < len(p.chunks) and p.chunks[k + 1].kind == VG and p.head(p.chunks[k + 1]) in {"was", "were", "is", "are"}:
        return _objects(p, k + 1)
    return []


def buried(p: Parsed, k: int) -> Iterator[Group]:
    """ "dig graves for 17 people", "buried 12 villagers", "recovered 41 bodies" (the last through noun_of_harm)."""
    chunk = p.chunks[k]
    if chunk.kind == VG and p.head(chunk) in {"buried", "bury", "burying"} and not chunk.passive:
        for group in _groups(p, _objects(p, k), Harm.KILLED, _site(p, k), "buried", strict=True):
            if group.numbered:
                yield group
    elif chunk.kind == NP and p.head(chunk) in {"graves", "funerals", "funeral"}:
        j = governed_by(p, k, frozenset({"for", "of"}), reach=2)
        if j is not None:
            for group in _groups(p, list_right(p, j), Harm.KILLED, _site(p, k), "buried", strict=True):
                if group.numbered:
                    yield group


def wounded_people(p: Parsed, k: int) -> Iterator[Group]:
    """ "received 19 wounded persons", "two kidnapped engineers": the harm stands before the noun."""
    chunk = p.chunks[k]
    if chunk.kind != NP or chunk.count is None or chunk.b - chunk.a < 3:
        return
    for word in p.words[chunk.a : chunk.head]:
        harm = harm_states().get(word.low)
        if harm is not None and word.low not in {"captive", "slain"}:
            for group in _groups(p, [k], harm, (word.start, word.end), "wounded people", strict=True):
                yield group


def hit_by(p: Parsed, k: int) -> Iterator[Group]:
    """ "was hit by a stray bullet", "was struck in the head by shrapnel", "taken to hospital with a shrapnel wound"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or not chunk.passive or _unreal(p, k):
        return
    tail = [w.low for w in p.words[chunk.b : chunk.b + 12]]
    if p.head(chunk) in {"hit", "struck", "grazed", "caught"}:
        if not (_MISSILES & set(tail[:8]) or (tail[:1] == ["in"] and _BODY & set(tail[:5]))):
            return
    elif p.head(chunk) in {"taken", "admitted", "brought", "carried", "flown", "rushed", "evacuated", "airlifted"}:
        if "with" not in tail or not _WOUNDS & set(tail[tail.index("with") :]):
            return
    else:
        return
    yield from _groups(p, _subjects(p, k), Harm.INJURED, _site(p, k), "hit by", strict=True)


_MISSILES = frozenset({"bullet", "bullets", "shrapnel", "splinters", "gunfire", "fragments", "debris"})


def made_off_with(p: Parsed, k: int) -> Iterator[Group]:
    """ "took away a clerk", "made off with 11 sailors", "was taken at gunpoint", "marched off two villagers"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or _unreal(p, k):
        return
    head = p.head(chunk)
    tail = [w.low for w in p.words[chunk.b : chunk.b + 3]]
    site = (p.start(chunk), p.words[min(chunk.b, len(p.words) - 1)].end)
    if head in {"took", "taken", "taking", "whisked", "led", "dragged", "marched", "carried"} and tail[:1] == ["away"]:
        objects = [] if chunk.passive else _right(p, k)
        yield from _groups(p, objects or _subjects(p, k), Harm.CAPTURED, site, "took away", strict=True)
    elif head in {"made", "making", "disappeared"} and tail[:2] == ["off", "with"]:
        yield from _groups(p, _right(p, k), Harm.CAPTURED, site, "made off with", strict=True)
    elif head == "taken" and "gunpoint" in tail:
        yield from _groups(p, _subjects(p, k), Harm.CAPTURED, site, "at gunpoint", strict=True)


def those_of_us(p: Parsed, k: int) -> Iterator[Group]:
    """ "seven of those we have buried were vigilantes": a share of the dead, named by what they were."""
    chunk = p.chunks[k]
    if chunk.kind != NP or chunk.count is None or k + 4 >= len(p.chunks) or p.head(p.chunks[k + 1]) != "of":
        return
    whole = p.head(p.chunks[k + 2])
    verbs = [j for j in range(k + 3, min(k + 10, len(p.chunks))) if p.chunks[j].kind == VG]
    of_dead = (
        whole in {"those", "them"}
        and verbs
        and p.head(p.chunks[verbs[0]]) in {"buried", "killed", "dead", "recovered", "slain"}
    )
    if whole in {"dead", "killed", "victims", "wounded", "injured"} or of_dead:
        be = next((j for j in verbs if p.head(p.chunks[j]) in {"were", "was", "are"}), None)
        if be is None or be + 1 >= len(p.chunks) or p.chunks[be + 1].kind != NP:
            return
        harm = Harm.INJURED if whole in {"wounded", "injured"} else Harm.KILLED
        group = group_at(p, be + 1, harm, (p.start(p.chunks[k + 2]), p.end(p.chunks[be + 1])))
        if group is not None and group.plural:
            found = chunk.count
            group.start, group.count, group.numbered = p.start(chunk), (found.start, found.end), True
            group.value, group.rule = found.count.value, "of those"
            group.tags["part"] = True
            yield group


def fallen(p: Parsed, k: int) -> Iterator[Group]:
    """ "five soldiers had fallen": fell without an object, of combatants."""
    chunk = p.chunks[k]
    if chunk.kind == VG and p.head(chunk) in {"fallen", "fell"} and not chunk.negated:
        if k + 1 < len(p.chunks) and p.chunks[k + 1].kind == P:
            return
        for group in _groups(p, _subjects(p, k), Harm.KILLED, _site(p, k), "fallen", strict=True):
            if group.numbered and group.status.value == "combatant":
                yield group


def in_hospital(p: Parsed, k: int) -> Iterator[Group]:
    """ "14 were in hospital", "were taken to hospital", "are being treated", "23 people with wounds"."""
    chunk = p.chunks[k]
    if chunk.kind == VG:
        tail = [w.low for w in p.words[chunk.b : chunk.b + 4]]
        treated = p.head(chunk) in {"treated", "admitted", "hospitalised", "hospitalized"} and chunk.passive
        lying = (
            p.head(chunk) in {"were", "are", "was", "taken", "rushed", "remain", "remained"}
            and "hospital" in tail
            and tail[:1] in (["in"], ["to"])
        )
        if (treated or lying) and not _unreal(p, k):
            for group in _groups(p, _subjects(p, k), Harm.INJURED, _site(p, k), "in hospital"):
                if group.numbered and group.head not in {"bodies", "corpses", "dead"}:
                    yield group
        if (
            p.head(chunk) in {"treated", "treating", "treat", "treats", "seen"}
            and not chunk.passive
            and not _unreal(p, k)
        ):
            for group in _groups(p, _right(p, k), Harm.INJURED, _site(p, k), "treated", strict=True):
                if group.numbered:
                    yield group
    elif chunk.kind == NP and chunk.count is not None and k + 2 < len(p.chunks) and p.head(p.chunks[k + 1]) == "with":
        if p.chunks[k + 2].kind == NP and p.head(p.chunks[k + 2]) in _WOUNDS:
            yield from _groups(p, [k], Harm.INJURED, _site(p, k + 2), "with wounds")


def unquantified(p: Parsed, k: int) -> Iterator[Group]:
    """ "inflicted heavy casualties on the militants", "suffered losses": harm without a number."""
    chunk = p.chunks[k]
    if chunk.kind != NP or p.head(chunk) not in {"casualties", "losses"} or k == 0 or p.chunks[k - 1].kind != VG:
        return
    if chunk.count is not None and chunk.count.count.value is not None:
        return
    verb = p.head(p.chunks[k - 1])
    if p.chunks[k - 1].negated or verb not in {
        "inflicted",
        "inflicting",
        "suffered",
        "sustained",
        "caused",
        "causing",
        "suffering",
        "took",
        "inflict",
    }:
        return
    span = (p.start(chunk), p.end(chunk))
    on = governed_by(p, k, frozenset({"on", "upon", "to", "among"}), reach=3)
    whose = p.slice(p.chunks[on]) if on is not None else ""
    subject = subject_of(p, k - 1)
    if not whose and subject is not None and verb in {"suffered", "sustained", "suffering", "took"}:
        whose = p.slice(p.chunks[subject])
    from summarizer.engines.offline.victims import _status

    noun = p.chunks[on] if on is not None else chunk
    group = Group(
        p,
        Harm.CASUALTIES,
        span[0],
        p.end(noun),
        span,
        whose,
        p.head(noun),
        plural=True,
        status=_status(p, noun, p.head(noun)),
        value=None,
        site=_site(p, k - 1),
        numbered=True,
        rule="unquantified",
    )
    if on is not None and subject is not None:
        group.agent, group.agent_at = p.slice(p.chunks[subject]), subject
    yield group


RULES: tuple[Rule, ...] = (
    unquantified,
    verb_of_harm,
    shot_dead,
    loss_of_life,
    suffering,
    failed_to_survive,
    taken,
    driven_out,
    missing,
    toll,
    brought_to,
    among_the_dead,
    buried,
    wounded_people,
    hit_by,
    made_off_with,
    those_of_us,
    fallen,
    in_hospital,
    state_of_harm,
    noun_of_harm,
)

__all__ = ["CC", "COMMA", "REL", "RULES", "harmed_in"]


def harmed_in(p: Parsed) -> list[Group]:
    """Every group of people the sentence reports as harmed, in order of text; one per number phrase and harm."""
    taken_at: dict[tuple[int, int], Group] = {}
    for k in range(len(p.chunks)):
        for rule in RULES:
            for group in rule(p, k):
                taken_at.setdefault(group.count, group)
    return sorted(taken_at.values(), key=lambda g: g.count)
