"""Figures whose harm stands elsewhere: "an earlier figure of 11", "a list of 133 names", "two were flown out".

What the harm was is settled in naming.py, from what the article told before; see casualties.py.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.engines.offline.chunks import CC, COMMA, NP, QUOTE, STOP, VG
from summarizer.engines.offline.clauses import following, groups_at, numbered, objects_of, site_of, subjects_of, unreal
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.naming import AMONG_THEM, FIGURE, FIGURE_FROM, LISTED, MOVED_ON
from summarizer.engines.offline.needs import needs
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.victims import group_at, victim_status
from summarizer.normalize.harm import harm_states, person_noun
from summarizer.records.vocabulary import Harm

_EARLIER = frozenset({"earlier", "initial", "previous", "provisional", "first", "original", "preliminary"})
_PUTTING = frozenset({"put", "puts", "putting", "placed", "set"})
_FIGURES = frozenset({"report", "figure", "number", "tally", "count", "estimate", "toll", "total"})
_REVISED = frozenset({"revised", "corrected", "lowered", "raised", "reduced", "amended", "updated", "cut", "increased"})
_LISTS = words("harm_loose", "lists")
_SAYING = frozenset({"says", "said", "say", "speaks", "spoke"})
_ADMITTING = frozenset({"admits", "admit", "admitted", "confessed", "owned"})
_MOVED = words("harm_loose", "moved")
_TO_CARE = words("harm_loose", "to_care")
_CARRIES = frozenset({"has", "carries", "holds", "contains", "had", "carried"})
_BE = frozenset({"was", "were", "is", "are"})
_ENDS = frozenset({COMMA, CC, STOP, QUOTE})


@needs(_FIGURES)
def figure_of(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "a lower figure of 62", "an earlier count of eleven"."""
    chunk = p.chunks[k]
    if chunk.kind != NP or p.head(chunk) not in _FIGURES or k + 2 >= len(p.chunks):
        return
    if chunk.count is not None:
        return
    if at := _revised_to(p, k):
        for group in _bare(p, at, (p.start(chunk), p.end(p.chunks[at]))):
            group.rule = FIGURE
            yield group
    put = k > 0 and p.head(p.chunks[k - 1]) in _PUTTING and p.head(p.chunks[k + 1]) == "at"
    if p.head(p.chunks[k + 1]) not in {"of", "was", "is", "as"} and not (put and p.head(chunk) in {"figure", "number"}):
        return
    earlier = any(w.low in _EARLIER for w in p.words[max(0, chunk.a - 1) : chunk.b])
    if p.head(chunk) == "report" and not earlier:
        return
    for group in _bare(p, k + 2, (p.start(chunk), p.end(p.chunks[k + 2]))):
        group.rule = FIGURE_FROM if earlier else FIGURE
        yield group


def _revised_to(p: Parsed, k: int) -> int:
    """Example: "this figure is revised to 15", "lowered the figure to 95": the chunk of the new figure, 0 if none."""
    before, after, to = p.chunks[k - 1], p.chunks[k + 1], p.chunks[k + 2]
    if k and before.kind == VG and not before.passive and p.head(before) in _REVISED and p.head(after) == "to":
        return k + 2
    passive = after.kind == VG and after.passive and p.head(after) in _REVISED
    return k + 3 if passive and p.head(to) == "to" and k + 3 < len(p.chunks) else 0


@needs({"up", "down"})
def up_from(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "24 are dead, up from the 17 reported earlier": the figure that another takes the place of."""
    chunk = p.chunks[k]
    if chunk.kind != NP or chunk.count is None or k < 2 or p.head(p.chunks[k - 1]) != "from":
        return
    if p.words[p.chunks[k - 1].a - 1].low in {"up", "down"}:
        for group in _bare(p, k, (p.start(p.chunks[k - 1]), p.end(chunk))):
            group.rule = FIGURE_FROM
            yield group


def _bare(p: Parsed, k: int, site: tuple[int, int]) -> Iterator[Group]:
    """The group of a number that stands alone at chunk k."""
    group = group_at(p, k, Harm.KILLED, site) if p.chunks[k].kind == NP and p.chunks[k].count is not None else None
    if group is not None and group.numbered and not group.victims and not group.noun:
        yield group


@needs({"names", "list", "lists"})
def names_listed(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "the villagers have a list of 133 names", "the district's list has 37"."""
    chunk = p.chunks[k]
    if chunk.kind != NP or chunk.count is None or _LISTS.isdisjoint(p.vocabulary):
        return
    found = (chunk.count.start, chunk.count.end)
    carried = k > 1 and p.chunks[k - 1].kind == VG and p.head(p.chunks[k - 1]) in _CARRIES
    listed = carried and any(p.head(p.chunks[j]) in _LISTS for j in subjects_of(p, k - 1))
    if p.head(chunk) != "names" and not (listed and p.end(chunk) == found[1]):
        return
    value = chunk.count.count.value
    if value is not None:
        victims = "names" if p.head(chunk) == "names" else ""
        group = group_at(p, k, Harm.KILLED, site_of(p, k))
        if group is not None:
            group.victims, group.rule = victims, LISTED
            yield group


@needs(_SAYING, _ADMITTING, {"it"})
def says_a_number(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "the opposition puts the dead at 90; the government says 34"."""
    chunk = p.chunks[k]
    if chunk.kind != NP or chunk.count is None or k < 2:
        return
    to = p.head(p.chunks[k - 1]) == "to" and p.head(p.chunks[k - 2]) in _ADMITTING
    put = k > 2 and p.head(p.chunks[k - 1]) == "at" and p.slice(p.chunks[k - 2]).lower() == "it"
    put = put and p.head(p.chunks[k - 3]) in {"put", "puts", "placed", "estimated"}  # "a civil leader put it at 60"
    it = p.head(p.chunks[k - 1]) == "it" and p.head(p.chunks[k - 2]) in {"make", "makes", "made", "put", "puts"}
    made = put or it
    if not to and not made and p.head(p.chunks[k - 1]) not in _SAYING:
        return
    if k + 1 < len(p.chunks) and p.chunks[k + 1].kind not in _ENDS:
        return
    for group in _bare(p, k, (p.start(p.chunks[k - 1]), p.end(chunk))):
        group.rule = FIGURE
        yield group


@needs({"them"})
def among_them(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "a midwife was among them", "among them were two nuns": some of those told last."""
    chunk = p.chunks[k]
    if chunk.kind != NP or p.head(chunk) != "them" or not k or p.head(p.chunks[k - 1]) != "among":
        return
    after = k + 1 < len(p.chunks) and p.head(p.chunks[k + 1]) in _BE
    be = k + 1 if after else k - 2
    if k + 2 < len(p.chunks) and not after and following(p, k, 1) == ["now"]:
        return  # "the two are among them now": the living
    if be < 1 or p.chunks[be].kind != VG or p.head(p.chunks[be]) not in _BE or p.chunks[be].negated:
        return
    site = (min(p.start(p.chunks[be]), p.start(p.chunks[k - 1])), max(p.end(p.chunks[be]), p.end(chunk)))
    yield from _some_of_them(p, objects_of(p, be) if after else subjects_of(p, be), site)


def _some_of_them(p: Parsed, indexes: list[int], site: tuple[int, int]) -> Iterator[Group]:
    """The people at these chunks, as members of the group told last."""
    for group in groups_at(p, indexes, Harm.KILLED, site, AMONG_THEM):
        if group.numbered or not group.plural:
            yield group


@needs({"included", "include", "includes"})
def they_included(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "the victims include 11 students and a priest", "they included two nurses"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in {"included", "include", "includes"} or not k:
        return
    before = p.chunks[k - 1]
    if p.head(before) == "they" or (p.head(before) == "victims" and before.count is None):
        yield from _some_of_them(p, objects_of(p, k), site_of(p, k))


_OF_A_KIND = frozenset({"children", "women", "minors", "civilians", "girls", "boys", "infants", "foreigners"})


@needs(_BE)
def were_of_a_kind(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "two were brothers from Multan": who some of those told last were."""
    of_them = k > 2 and p.head(p.chunks[k - 1]) == "them" and p.head(p.chunks[k - 2]) == "of"  # "one of them is a boy"
    at = k - 3 if of_them else k - 1
    found = p.chunks[at].count if k else None
    if (chunk := p.chunks[k]).kind != VG or p.head(chunk) not in _BE or chunk.negated or found is None:
        return
    if p.head(chunk) == "is" and not of_them:
        return
    if p.head(chunk) == "are" and (k + 1 >= len(p.chunks) or p.head(p.chunks[k + 1]) not in _OF_A_KIND):
        return  # "two are doctors" tells of those who live
    figure, kind = p.chunks[at], p.chunks[k + 1] if k + 1 < len(p.chunks) else None
    alone = p.end(figure) == found.end and (at == 0 or p.chunks[at - 1].kind in {COMMA, CC, STOP, QUOTE})
    if kind is None or not alone or kind.kind != NP or kind.count is not None or kind.det not in {"", "a", "an", "his"}:
        return
    for group in groups_at(p, [at], Harm.KILLED, site_of(p, k), AMONG_THEM):
        if person_noun(p.head(kind)) is not None and not group.zero and group.head not in harm_states():
            group.victims, group.head, group.end = p.slice(kind), p.head(kind), p.end(kind)
            group.status = victim_status(p, kind, group.head)
            yield group


@needs(_MOVED)
def moved_on(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "two were transferred to the capital", "17 of the most serious cases were flown out by helicopter"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or not chunk.passive or p.head(chunk) not in _MOVED or unreal(p, k):
        return
    if _TO_CARE.isdisjoint(following(p, k, 8)):
        return
    for group in numbered(groups_at(p, subjects_of(p, k), Harm.INJURED, site_of(p, k), MOVED_ON)):
        if not group.victims or group.head in {"them", "cases", "patients", "wounded", "injured", "whom"}:
            yield group


OF_VERBS = (moved_on, they_included, were_of_a_kind)
OF_NOUNS = (figure_of, up_from, names_listed, says_a_number, among_them)
