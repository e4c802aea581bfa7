"""Tolls in the shorthand of security briefs: "6 x SNA KIA, 11 x WIA", "SNA KIA: at least 61". See casualties.py."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.engines.offline.chunks import NP, VG, Chunk
from summarizer.engines.offline.clauses import site_of
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.needs import needs
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.victims import victim_status
from summarizer.records.vocabulary import Harm

_STATES = {
    **dict.fromkeys(("kia", "killed", "dead"), Harm.KILLED),
    **dict.fromkeys(("wia", "injured", "wounded"), Harm.INJURED),
    "mia": Harm.MISSING,
}
_SHORT = frozenset({"kia", "wia", "mia"})
_TIMES = frozenset({"x", "×"})
_AT = frozenset({":", "at"})


@needs(_SHORT, _TIMES)
def counted_so(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "6 x SNA KIA", "11 WIA", "3 x AS killed"."""
    chunk = p.chunks[k]
    if chunk.kind != NP or chunk.count is None:
        return
    rest = [i for i in range(chunk.a, chunk.b) if p.words[i].start >= chunk.count.end]
    times = bool(rest) and p.words[rest[0]].low in _TIMES
    after = p.chunks[k + 1] if k + 1 < len(p.chunks) else None
    last = p.words[rest[-1]].low if rest else ""
    in_verb = after is not None and after.kind == VG and not after.passive and p.head(after) in _STATES
    if last in _STATES and (times or (last in _SHORT and _is_brief(p, rest[:-1], k))):
        yield from _group(p, chunk, chunk, rest[times:-1], _STATES[last], site_of(p, k))
    elif in_verb and after is not None and times:
        yield from _group(p, chunk, chunk, rest[1:], _STATES[p.head(after)], site_of(p, k + 1))


def _is_brief(p: Parsed, whose: list[int], k: int) -> bool:
    """Is it a brief's shorthand: "SNA 6 KIA, 11 WIA"? Not "detained 15 KIA", of the Kachin Independence Army."""
    if k and p.chunks[k - 1].kind == VG and not p.chunks[k - 1].passive:
        return False
    return bool(whose) or len(_SHORT & p.vocabulary) > 1


@needs(_SHORT)
def listed_so(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "SNA KIA: at least 61", "assesses SNA KIA at 15-20"."""
    chunk = p.chunks[k]
    if chunk.kind != NP or chunk.count is None or k < 2 or p.chunks[k - 2].kind != NP:
        return
    name = p.chunks[k - 2]
    if p.slice(p.chunks[k - 1]) in _AT and p.head(name) in _SHORT and p.end(chunk) == chunk.count.end:
        whose = [i for i in range(name.a, name.head) if p.words[i].text.isupper()]
        yield from _group(p, chunk, name, whose, _STATES[p.head(name)], site_of(p, k - 2))


def _group(
    p: Parsed, chunk: Chunk, named: Chunk, whose: list[int], harm: Harm, site: tuple[int, int]
) -> Iterator[Group]:
    """The people counted at `chunk`, called by the words `whose`, or by the shorthand itself."""
    if chunk.count is None:
        return
    count = chunk.count.count
    victims = p.text[p.words[whose[0]].start : p.words[whose[-1]].end] if whose else ""
    value = count.value if count.value is not None else count.min
    head = p.words[whose[-1]].low if whose else p.head(named)
    yield Group(
        p,
        harm,
        start=min(p.start(chunk), p.start(named)),
        end=max(p.end(chunk), p.end(named)),
        count=(chunk.count.start, chunk.count.end),
        victims=victims,
        head=head,
        plural=value != 1,
        status=victim_status(p, named, head),
        value=value,
        site=site,
        zero=count.value == 0,
        noun="" if victims else p.text[slice(*site)],
        rule="terse",
    )


OF_NOUNS = (counted_so, listed_so)
