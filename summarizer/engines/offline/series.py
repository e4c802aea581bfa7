"""Further figures of a sentence that has told its harm once: "15 died in Homs, ten in Hama and three in Deraa"."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.engines.offline.chunks import ADV, CC, COMMA, NP, STOP, VG, Chunk, P
from summarizer.engines.offline.clause_marks import tells_when
from summarizer.engines.offline.cues import cue_verbs
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.lists import list_right
from summarizer.engines.offline.parentheses import DASHES
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.source_kinds import is_collective, source_type
from summarizer.engines.offline.victims import group_at
from summarizer.normalize.counts import FoundCount
from summarizer.normalize.harm import harm_nouns, harm_states, person_noun
from summarizer.records.vocabulary import CountUnit, Harm, SourceType

_OPENINGS = DASHES | {":"}
_WHERE = frozenset({"in", "on", "at", "near", "outside", "from", "during", "around"})
_ALL_TOLD = ("all told", "in all", "in total")
_GRAVELY = frozenset({"critically", "seriously", "severely", "gravely", "badly", "critical", "serious"})
_CARED_FOR = frozenset(
    {"hospital", "hospitals", "clinics", "care", "surgery", "custody", "captivity", "hiding", "shock"}
)
_ONE_MORE = frozenset({"another", "one"})
_CARE = frozenset({"condition", "coma", "care"})
_UNITS = frozenset({CountUnit.FAMILIES, CountUnit.HOUSEHOLDS})
SERIES = "series"
"""Rule of a figure that repeats the harm of the one before it, of another place or time."""
_SHARE = "share"
"""Rule of a figure that may be a share of the one before: "three by stones"."""
_IN_SERIES = frozenset({Harm.KILLED, Harm.INJURED, Harm.MISSING, Harm.CAPTURED, Harm.DISPLACED})


def series(p: Parsed, groups: list[Group]) -> list[Group]:
    """Figures that repeat the harm of one of the sentence's `groups` without saying it again."""
    out: list[Group] = []
    told = {g.count for g in groups}
    for k, chunk in enumerate(p.chunks if groups else ()):
        before = [g for g in (*groups, *out) if g.numbered and g.end <= p.start(chunk) and not g.zero]
        whole = max(before, key=lambda g: g.end, default=None)
        if whole is None or (whole.harm not in _IN_SERIES and chunk.kind != ADV):
            continue
        if chunk.kind == STOP and p.slice(chunk) == ":" and 0 <= p.start(chunk) - whole.end < 3:
            out += _broken_down(p, k, whole, told)
        elif chunk.kind == NP and chunk.count is not None and (chunk.count.start, chunk.count.end) not in told:
            out += _elsewhere(p, k, whole)
            out += _by_another(p, k, whole)
            out += _lost_by_others(p, k, whole)
            out += _made_up_of(p, k, whole)
        elif chunk.kind == ADV and p.words[chunk.a].tag == "(":
            out += _in_brackets(p, k, whole, told)
    return _added_up(groups, out)


def _added_up(groups: list[Group], found: list[Group]) -> list[Group]:
    """Example: "19 died: 12 in Lome, five in Kara and two in Sokode": figures that add up to the one before are parts.

    Shares by a cause ("five were hurt, three by stones and two by bullets") count only where they do add up.
    """
    loose = [g for g in (*groups, *found) if g.rule in {"label", SERIES, _SHARE} and g.parent is None]
    for whole in groups if len(loose) > 1 else ():
        after = [g for g in loose if g.start > whole.end and g.harm is whole.harm]
        if whole.numbered and len(after) > 1 and sum(g.value or 0 for g in after) == whole.value:
            for group in after:
                group.parent, group.rule = whole, SERIES
                group.victims = group.victims or whole.victims
    return [g for g in found if g.rule != _SHARE]


def _broken_down(p: Parsed, k: int, whole: Group, told: set[tuple[int, int]]) -> Iterator[Group]:
    """Example: "29: ten soldiers and 19 gunmen": the parts of a total after a colon."""
    first = k + 1
    members = list_right(p, first) if first < len(p.chunks) and p.chunks[first].kind == NP else []
    parts = [group_at(p, j, whole.harm, whole.site, strict=True) for j in members]
    if len(parts) < 2:
        return
    for part in parts:
        if part is not None and part.numbered and part.victims and part.count not in told:
            part.parent, part.rule = whole, "broken down"
            yield part


def _elsewhere(p: Parsed, k: int, whole: Group) -> Iterator[Group]:
    """Example: ", ten in Hama", "and 15 on Wednesday", "or 1,700 persons": the figure at chunk k."""
    chunk, before = p.chunks[k], p.chunks[k - 1] if k else None
    if before is None or chunk.count is None:
        return
    told = max(whole.end, whole.site[1])
    if p.headline and any(c.kind == VG and told <= p.start(c) and p.head(c) not in cue_verbs() for c in p.chunks[:k]):
        return  # "kill nine, abduct bride, 30 others"
    opens = p.slice(before) in _OPENINGS  # "four died — three in Lome and one in Kara"
    if not opens and before.kind not in {COMMA, CC}:
        return
    if k + 2 < len(p.chunks) and p.head(p.chunks[k + 2]) in _CARE:
        return  # "five killed and two in critical condition"
    if whole.harm is Harm.INJURED and k + 1 < len(p.chunks) and p.words[p.chunks[k + 1].a].low in _GRAVELY:
        graver = group_at(p, k, whole.harm, whole.site)
        if graver is not None and not (graver.victims or graver.zero):
            graver.victims, graver.parent, graver.rule = whole.victims, whole, SERIES
            yield graver
        return
    if chunk.count.count.unit is CountUnit.OTHER and _unit(whole) is not CountUnit.OTHER:
        return  # "many were abducted when bandits stormed Layi and Lamido, two communities in Faskari"
    families = _unit(whole) in _UNITS, chunk.count.count.unit in _UNITS
    said_anew = p.head(before) == "or" or (
        before.kind == COMMA and k + 1 < len(p.chunks) and p.chunks[k + 1].kind == COMMA
    )
    persons = said_anew and families == (True, False)
    extra = chunk.b - chunk.a - _width(p, chunk.count)
    bare = chunk.head == chunk.b - 1 and (extra == 0 or (extra == 1 and p.head(chunk) in {"more", "others"}))
    persons = persons or (
        _unit(whole) in _UNITS and " ".join(w.low for w in p.words[chunk.b : chunk.b + 2]) in _ALL_TOLD
    )
    cared_for = k + 2 < len(p.chunks) and p.head(p.chunks[k + 2]) in _CARED_FOR
    if cared_for and _beside(p, k, whole):
        if bare and p.head(p.chunks[k + 2]) in {"hospital", "hospitals"}:
            yield from _in_hospital(p, k, whole)
        return  # "fourteen dead and 41 in hospital"
    closed = bare and _closed(p, k)
    share = bare and not closed and k + 1 < len(p.chunks) and p.head(p.chunks[k + 1]) == "by"
    share = share or (closed and (opens or whole.rule == _SHARE))
    in_families = said_anew and families == (False, True) and _unit(whole) is CountUnit.PEOPLE
    if not (persons or closed or share or in_families):
        return
    group = group_at(p, k, whole.harm, whole.site, strict=persons)
    if group is None:
        return
    group.agent, group.agent_at, group.rule = whole.agent, whole.agent_at, _SHARE if share else SERIES
    group.victims = group.victims or whole.victims
    if in_families:
        group.parent, group.victims = whole, p.words[chunk.head].text
    elif persons:
        whole.parent = group
    group.part = group.part or cared_for  # "five soldiers died, one in hospital"
    yield group


def _beside(p: Parsed, k: int, whole: Group) -> bool:
    """Does the figure at chunk k stand beside `whole`, and is no share of it ("12 died, ten at the market and two")?"""
    between = [c for c in p.chunks[:k] if p.start(c) >= max(whole.end, whole.site[1])]
    plain = [c.kind for c in between] == [CC] and p.words[p.chunks[k].a].low not in _ONE_MORE
    return plain and all(c.count is None or p.start(c) <= whole.start for c in p.chunks[:k])


def _in_hospital(p: Parsed, k: int, whole: Group) -> Iterator[Group]:
    """Example: "fourteen dead and 41 in hospital": those hurt beside the dead."""
    group = group_at(p, k, Harm.INJURED, (p.start(p.chunks[k]), p.end(p.chunks[k + 2])))
    if group is not None and whole.harm is Harm.KILLED:
        group.victims, group.rule = group.victims or whole.victims, SERIES
        yield group


def _by_another(p: Parsed, k: int, whole: Group) -> Iterator[Group]:
    """Example: "the observatory counted 23 dead, the ministry 15", "the Red Cross of 65": a rival source's figure."""
    chunk = p.chunks[k]
    by = k - 2 if k > 1 and p.head(p.chunks[k - 1]) == "of" else k - 1
    if by < 1 or chunk.count is None or p.end(chunk) != chunk.count.end or p.chunks[by].kind != NP:
        return
    source, before = p.chunks[by], p.chunks[by - 1]
    apart = before.kind in {COMMA, CC} or p.slice(before) == ";"
    closed = k + 1 >= len(p.chunks) or p.chunks[k + 1].kind in {COMMA, STOP}
    spoken = source_type(p.slice(source)) is not SourceType.UNKNOWN or is_collective(p.head(source))
    if not (apart and closed and spoken) or source.count is not None:
        return
    group = group_at(p, k, whole.harm, (p.start(source), p.end(chunk)))
    if group is not None and group.value != whole.value:
        group.rule, group.victims, group.head, group.status = SERIES, whole.victims, whole.head, whole.status
        yield group


def _lost_by_others(p: Parsed, k: int, whole: Group) -> Iterator[Group]:
    """Example: "the rebels lost 30 fighters and the army 12 soldiers": the second verb is left out."""
    named = k > 1 and p.chunks[k - 1].kind == NP and p.chunks[k - 1].count is None
    if whole.rule != "lost men" or not named or p.chunks[k - 2].kind not in {COMMA, CC}:
        return
    if tells_when(p, k - 1) or p.chunks[k - 1].det in {"this", "that"}:
        return  # "lost 40 men and Monday three officers"
    closed = k + 1 >= len(p.chunks) or p.chunks[k + 1].kind in {COMMA, STOP, P}
    group = group_at(p, k, whole.harm, (p.start(p.chunks[k - 1]), p.end(p.chunks[k])), strict=True)
    if closed and group is not None and group.victims:
        group.rule, group.owner = whole.rule, k - 1
        yield group


def _made_up_of(p: Parsed, k: int, whole: Group) -> Iterator[Group]:
    """Example: "the toll was 29: 10 soldiers and 19 suspected criminals": the list after a colon, as parts."""
    colon = next((j for j in range(k, 0, -1) if p.slice(p.chunks[j]) == ":"), None)
    if colon != k - 1 or whole.end > p.start(p.chunks[k]) or (whole.value or 0) < 2:
        return
    if any(c.kind == VG for c in p.chunks[k:]) or not p.chunks[k].count:
        return
    found = [g for j in list_right(p, k) if (g := group_at(p, j, whole.harm, whole.site)) is not None]
    if sum(g.value or 0 for g in found) == whole.value and all(g.victims for g in found):
        for group in found:
            group.parent, group.rule = whole, "made up of"
            yield group


def _width(p: Parsed, found: FoundCount) -> int:
    return sum(found.start <= w.start < found.end for w in p.words)


def _unit(group: Group) -> CountUnit | None:
    return next((f.count.unit for f in group.p.counts if (f.start, f.end) == group.count), None)


def _closed(p: Parsed, k: int) -> bool:
    """Does a place or a time follow the figure at chunk k, and no verb of its own?"""
    after = p.chunks[k + 1 : k + 6]
    if len(after) < 2 or after[0].kind != P or p.head(after[0]) not in _WHERE or after[1].kind != NP:
        return False
    for chunk in after[2:]:
        if chunk.kind in {COMMA, CC, STOP}:
            return True
        if chunk.kind == VG:
            return False
    return True


def _split(p: Parsed, chunk: Chunk, whole: Group, inside: list[FoundCount]) -> Iterator[Group]:
    """Example: "164 civilian casualties (41 killed and 123 injured)"."""
    for found in inside:
        word = next((w for w in p.words[chunk.a : chunk.b] if w.start >= found.end), None)
        harm = harm_states().get(word.low) or harm_nouns().get(word.low) if word is not None else None
        kind = person_noun(word.low) if word is not None else None
        if word is None or (harm is None and kind is None):
            continue
        harm = harm or whole.harm
        part = Group(
            p,
            harm,
            start=found.start,
            end=word.end,
            count=(found.start, found.end),
            victims=word.text if kind is not None and word.low not in harm_states() else whole.victims,
            head=whole.head,
            plural=True,
            status=whole.status,
            value=found.count.value,
            site=(word.start, word.end),
            rule=SERIES,
        )
        part.parent = whole
        yield part


def _in_brackets(p: Parsed, k: int, whole: Group, told: set[tuple[int, int]]) -> Iterator[Group]:
    """Example: "(20,700 individuals)" after households, "(three critically)" after the wounded."""
    chunk = p.chunks[k]
    start, end = p.start(chunk), p.end(chunk)
    inside = [f for f in p.counts if start <= f.start and f.end <= end and (f.start, f.end) not in told]
    if inside and start - whole.end < 3 and (whole.harm is Harm.CASUALTIES or len(inside) > 1):
        yield from _split(p, chunk, whole, inside)
        return
    if len(inside) != 1 or p.chunks[k - 1].b != chunk.a or whole.end > start or start - whole.end > 40:
        return
    found = inside[0]
    lows = {w.low for w in p.words[chunk.a : chunk.b]}
    value = found.count.value
    persons = (_unit(whole) in _UNITS) != (found.count.unit in _UNITS)
    if not persons and not (lows & _GRAVELY and whole.harm is Harm.INJURED):
        return
    made = Group(
        p,
        whole.harm,
        start=found.start,
        end=end - 1,
        count=(found.start, found.end),
        victims=(p.text[found.end : end - 1].strip() or p.text[found.start : end - 1].split()[-1])
        if persons
        else whole.victims,
        head=whole.head,
        plural=True,
        status=whole.status,
        value=value,
        site=whole.site,
        rule=SERIES,
    )
    if _unit(whole) in _UNITS:
        whole.parent = made
    else:
        made.parent = whole
    yield made
