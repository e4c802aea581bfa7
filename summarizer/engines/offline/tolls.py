"""Figures across sentences: what a bare number counts, parts and totals, running tolls, replaced tolls, repeated figures."""

from __future__ import annotations

import re

from summarizer.engines.offline.chunks import COMMA, NP, VG, P
from summarizer.engines.offline.frames import list_right, subject_of
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.victims import Group, group_at
from summarizer.normalize.harm import harm_nouns, harm_states, person_nouns
from summarizer.records.article import SentenceKind
from summarizer.records.vocabulary import Harm, Scope, VictimStatus

_CUMULATIVE = re.compile(
    r"\bsince (?:the (?:start|beginning|war|coup|conflict|uprising|invasion)|early|late|mid|last (?:year|month)|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|(?:19|20)\d\d)|\b(?:so far )?this (?:year|month)\b|\bin (?:just )?(?:the )?(?:past|last) (?:\w+ )?(?:weeks|months|years|days|year|month)"
    r"|\bover the (?:past|last)|\bto date\b|\bbetween (?:january|february|march|april|may|june|july|august|september|october|november|december|(?:19|20)\d\d)"
    r"|\b(?:war|conflict|insurgency|campaign|uprising|violence|fighting)\b[^.;]{0,60}\bha(?:s|ve|d) (?:now )?(?:killed|cost|claimed|left|displaced|driven|forced)"
    r"|\bsince then\b|\bin all\b|\byears of (?:war|conflict|fighting)|\bha(?:s|ve) (?:been killed|died|lost their lives) in (?:the|a) (?:war|conflict|insurgency|uprising)"
)
_REPLACED = re.compile(
    r"\b(?:from|up from|down from|earlier|initially|previous(?:ly)?|had (?:earlier )?(?:spoken|put|said|reported|given)|first (?:spoke|said|put)|first confused hours)\b"
)
_EARLIER = re.compile(
    r"\b(?:earlier|initial|initially|first|preliminary|previous|original|originally|at first)\b[^.;]{0,50}"
    r"\b(?:spoken of|spoke of|put|said|reported|gave|given|toll|figure|count|counted|bulletin|tally|estimate|estimated)\b[^.;]{0,25}$"
)
_REVISED = re.compile(r"\b(?:revis|rose|risen|rais|climb|updat|correct|increas|lower|lift|jump|up to|death toll)\w*")


def parts(p: Parsed, groups: list[Group]) -> list[Group]:
    """ "including 12 children", "among them two medics", "four of them children", "nineteen of whom were moved": parts of a group."""
    out: list[Group] = []
    for k, chunk in enumerate(p.chunks):
        low = p.words[chunk.a].low
        parent = _parent_before(p, groups, chunk.a)
        if parent is None and low != "among":
            continue
        if chunk.kind == VG and low == "including":
            indexes = list_right(p, k + 1) if k + 1 < len(p.chunks) and p.chunks[k + 1].kind == NP else []
        elif (
            chunk.kind == P and low == "among" and k + 2 < len(p.chunks) and p.head(p.chunks[k + 1]) in {"them", "whom"}
        ):
            start = k + 2
            while start < len(p.chunks) and p.chunks[start].kind in {VG, COMMA} and start < k + 4:
                start += 1
            indexes = (
                list_right(p, start)
                if parent is not None and start < len(p.chunks) and p.chunks[start].kind == NP
                else []
            )
        elif chunk.kind == NP and low == "all" and parent is not None and not parent.victims and _of_them(p, k):
            _all_of_them(p, k, parent)
            continue
        elif chunk.kind == NP and chunk.count is not None and _of_them(p, k):
            out += _of_group(p, k, parent, groups) if parent is not None else []
            continue
        elif (
            chunk.kind == P
            and low == "among"
            and k
            and p.chunks[k - 1].kind == VG
            and p.head(p.chunks[k - 1]) in {"were", "was", "are"}
        ):
            out += _subject_part(p, k, groups)
            continue
        else:
            continue
        for j in indexes if parent is not None else ():
            child = group_at(p, j, parent.harm, parent.site)
            if child is not None and not any(g.count == child.count for g in groups):
                out.append(_as_part(child, parent))
    return out


def _subject_part(p: Parsed, k: int, groups: list[Group]) -> list[Group]:
    """ "five of its staff were among nine people who did not come out alive": the subject is a part of the group after "among"."""
    whole = next((g for g in groups if k + 1 < len(p.chunks) and g.start == p.start(p.chunks[k + 1])), None)
    j = subject_of(p, k - 1)
    if whole is None or j is None or any(g.start == p.start(p.chunks[j]) for g in groups):
        return []
    child = group_at(p, j, whole.harm, whole.site)
    return [_as_part(child, whole)] if child is not None and child.numbered else []


def _all_of_them(p: Parsed, k: int, group: Group) -> None:
    """ "a toll of 13, all of them civilians": who the bare figure counts."""
    whole = group_at(p, k + 3, group.harm, group.site) if k + 3 < len(p.chunks) else None
    if whole is not None:
        group.victims, group.status, group.head = whole.victims, whole.status, whole.head


def _of_them(p: Parsed, k: int) -> bool:
    return (
        k + 2 < len(p.chunks)
        and p.chunks[k + 1].kind == P
        and p.head(p.chunks[k + 1]) == "of"
        and p.head(p.chunks[k + 2]) in {"them", "whom", "those"}
    )


def _of_group(p: Parsed, k: int, parent: Group, groups: list[Group]) -> list[Group]:
    chunk = p.chunks[k]
    own = next(
        (
            g
            for g in groups
            if g.count[0] == p.start(chunk) or (chunk.count and g.count == (chunk.count.start, chunk.count.end))
        ),
        None,
    )
    if own is not None:
        if own.harm is parent.harm or p.head(p.chunks[k + 2]) == "whom":
            own.parent = parent if own.harm is parent.harm else None
        own.victims = own.victims or parent.victims
        return []
    after = k + 3
    while after < len(p.chunks) and p.chunks[after].kind == VG and p.head(p.chunks[after]) in {"were", "was", "are"}:
        after += 1
    follow = p.chunks[min(after, len(p.chunks) - 1)]
    if follow.kind == NP and (p.head(follow) in person_nouns()) and chunk.count is not None:
        child = group_at(p, after, parent.harm, parent.site)
        count = chunk.count.count
        made = Group(
            p,
            parent.harm,
            p.start(chunk),
            p.end(follow),
            (chunk.count.start, chunk.count.end),
            p.slice(follow),
            p.head(follow),
            plural=True,
            status=child.status if child else VictimStatus.UNKNOWN,
            value=count.value,
            site=parent.site,
        )
        return [_as_part(made, parent)]
    if chunk.count is not None and parent.numbered and chunk.count.count.value is not None:
        span = (p.start(chunk), p.end(p.chunks[k + 2]))
        made = Group(
            p,
            parent.harm,
            *span,
            (chunk.count.start, chunk.count.end),
            parent.victims or p.text[parent.start : parent.end],
            parent.head,
            plural=True,
            status=parent.status,
            value=chunk.count.count.value,
            site=parent.site,
        )
        return [_as_part(made, parent)]
    return []


def _as_part(child: Group, parent: Group) -> Group:
    child.parent, child.rule = parent, "part"
    child.agent, child.agent_at = parent.agent, parent.agent_at
    if child.status is VictimStatus.UNKNOWN and parent.status is not VictimStatus.UNKNOWN:
        child.status = parent.status
    return child


def _parent_before(p: Parsed, groups: list[Group], a: int) -> Group | None:
    """The last main group that ends before word a, in this sentence."""
    offset = p.words[a].start
    before = [g for g in groups if g.end <= offset and g.parent is None and g.plural]
    if before:
        return before[-1]
    return None


_SUPPOSED = re.compile(r"^[\s\"“'‘]*(?:if|unless|should)\b", re.IGNORECASE)


def _asserted(group: Group) -> bool:
    """Not a bare plural of a headline or of somebody's quoted rhetoric, nor part of a supposition."""
    if not group.numbered and _SUPPOSED.match(group.p.text):
        return False
    loose = not group.numbered and group.plural
    return not (loose and (group.p.sentence.kind is SentenceKind.HEADLINE or group.p.quoted(group.start)))


def settle(groups: list[Group]) -> list[Group]:
    """Groups of the whole article in order, with victims, scope and parents settled and repeated figures merged."""
    groups = [g for g in groups if _asserted(g)]
    _name_the_unnamed(groups)
    for group in groups:
        _scope(group)
    _dead_among(groups)
    return _without_repeats(groups)


def _name_the_unnamed(groups: list[Group]) -> None:
    last: Group | None = None
    for group in groups:
        if not group.victims or group.head in {"others", "more"}:
            source = group.borrowed or (last.victims if last is not None and _near(last, group) else "")
            if source:
                group.victims = source
                if group.status is VictimStatus.UNKNOWN and last is not None and not group.borrowed:
                    group.status = last.status
            elif not group.victims:
                group.victims = group.p.text[group.start : group.end]
        elif (
            group.numbered
            and group.parent is None
            and group.head not in harm_nouns()
            and group.head not in harm_states()
            and not group.zero
        ):
            last = group


def _near(a: Group, b: Group) -> bool:
    return 0 <= b.p.number - a.p.number <= 3


def _scope(group: Group) -> None:
    low = group.p.text.lower()
    if group.numbered and _EARLIER.search(low[max(0, group.start - 90) : group.start]):
        group.scope = Scope.SUPERSEDED
        return
    if group.rule == "toll from" or (
        _REPLACED.search(low[max(0, group.start - 60) : group.start]) and _REVISED.search(low) and group.numbered
    ):
        group.scope = Scope.SUPERSEDED
        if group.rule != "toll from" and not re.search(
            r"(?:from|had (?:earlier )?(?:spoken|put|said|reported))\b[^,;]*$",
            low[max(0, group.start - 40) : group.start],
        ):
            group.scope = Scope.INCIDENT
    if group.scope is Scope.INCIDENT and group.rule == "brought to":
        group.scope = Scope.CUMULATIVE
    if group.scope is Scope.INCIDENT and group.numbered and _CUMULATIVE.search(low) and group.parent is None:
        start, end = group.quote
        if _CUMULATIVE.search(low[max(0, start - 90) : end + 90]):
            group.scope = Scope.CUMULATIVE


def _dead_among(groups: list[Group]) -> None:
    """ "eleven children were among the dead": part of the latest larger toll of the same harm."""
    for i, group in enumerate(groups):
        if not group.tags.get("part") or group.parent is not None:
            continue
        for other in reversed(groups[:i]):
            if (
                other.harm is group.harm
                and other.parent is None
                and other.scope is Scope.INCIDENT
                and (other.value or 0) > (group.value or 1)
                and not other.tags.get("part")
            ):
                group.parent = other
                break


def _without_repeats(groups: list[Group]) -> list[Group]:
    kept: list[Group] = []
    for group in groups:
        first = next((g for g in kept if _repeats(g, group)), None)
        if first is None:
            kept.append(group)
            continue
        winner, loser = (group, first) if _better(group, first) else (first, group)
        extra = winner.tags.setdefault("more", [])
        assert isinstance(extra, list)
        extra.append(loser)
        if winner is group:
            kept[kept.index(first)] = group
        for other in groups:
            if other.parent is loser:
                other.parent = winner
    return kept


def _repeats(a: Group, b: Group) -> bool:
    if a.harm is not b.harm or a.value != b.value or a.zero != b.zero or a.value is None or b.tags.get("no repeat"):
        return False
    headline = a.p.sentence.kind is SentenceKind.HEADLINE
    same_words = _noun(a) == _noun(b)
    if not a.numbered or not b.numbered or (a.value or 0) <= 2:
        return same_words and (headline or a.p.sentence.paragraph != b.p.sentence.paragraph or a.named)
    if a.scope is not b.scope and not headline:
        return False
    return headline or same_words or _noun(a) in _PLAIN or _noun(b) in _PLAIN


_PLAIN = frozenset({"people", "persons", "bodies", "corpses", "dead", "victims", "others", ""})


def _noun(group: Group) -> str:
    words = group.victims.lower().split()
    known = person_nouns().get(words[-1]) if words else None
    return known.singular if known else (words[-1] if words else "")


def _better(new: Group, old: Group) -> bool:
    """The body's wording wins over the headline's, a hedged figure over a bare one."""
    if old.p.sentence.kind is SentenceKind.HEADLINE and new.p.sentence.kind is not SentenceKind.HEADLINE:
        return True
    return (
        len(new.count_text) > len(old.count_text) + 3 and new.numbered and old.p.sentence.kind is SentenceKind.HEADLINE
    )


def harm_of(group: Group) -> Harm:
    """The harm recorded for a group."""
    return group.harm
