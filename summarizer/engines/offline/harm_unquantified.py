"""Harm without a number, and people who came to none. Each rule reads one chunk; see casualties.py."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.engines.offline.chunks import COMMA, NP, REL, THAT, VG
from summarizer.engines.offline.clauses import groups_at, objects_of, site_of, subjects_of
from summarizer.engines.offline.frames import governed_by, subject_of
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.needs import needs
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.victims import victim_status
from summarizer.normalize.harm import harm_states
from summarizer.records.vocabulary import Harm

_INFLICTED = words("harm_nouns", "inflicted")


@needs(w for w, harm in harm_states().items() if harm is None)
def unharmed(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "all 12 passengers walked out unhurt", "her two sons were unharmed": none of several, so count 0.

    Said of one person it is no figure (codebook, 4a.32).
    """
    chunk = p.chunks[k]
    if chunk.kind != VG or chunk.negated or chunk.modal:
        return
    j = next((i for i in range(k + 1, min(k + 4, len(p.chunks))) if p.head(p.chunks[i]) in harm_states()), None)
    if j is None or harm_states()[p.head(p.chunks[j])] is not None or any(c.kind == COMMA for c in p.chunks[k:j]):
        return
    word = p.words[p.chunks[j].head]
    if any(w.low in {"not", "never", "hardly"} for w in p.words[chunk.b : p.chunks[j].head]):
        return
    people = [] if chunk.passive else [i for i in objects_of(p, k) if i < j]  # "freed all 12 hostages unharmed"
    for group in groups_at(p, people or subjects_of(p, k), Harm.CASUALTIES, site_of(p, k), "unharmed"):
        if group.plural and not group.zero:
            group.victims = group.victims or p.text[group.start : group.end]
            group.count, group.value, group.zero = (word.start, word.end), 0, True
            yield group


@needs({"casualties", "losses"})
def unquantified(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "inflicted heavy casualties on the militants", "suffered losses": harm without a number."""
    chunk = p.chunks[k]
    if chunk.kind != NP or p.head(chunk) not in {"casualties", "losses"} or k == 0 or p.chunks[k - 1].kind != VG:
        return
    if (chunk.count is not None and chunk.count.count.value) or is_given(p, p.end(chunk)):
        return
    verb = p.head(p.chunks[k - 1])
    if p.chunks[k - 1].negated or verb not in _INFLICTED or _of_many(p, k - 1):
        return
    after = p.chunks[k + 1 : k + 3]
    if len(after) == 2 and p.head(after[0]) == "of" and after[1].count is not None:  # "losses of up to 1,500 men"
        yield from groups_at(p, [k + 2], Harm.CASUALTIES, site_of(p, k), "losses of")
    else:
        yield from _without_number(p, k, verb)


def is_given(p: Parsed, end: int) -> bool:
    """Example: "put the losses on the government side at four dead": the number follows."""
    after = (p.text[end : f.start] for f in p.counts if 0 <= f.start - end <= _NUMBER_NEAR)
    return any(text.endswith((" at ", " as ", " at about ", " at around ", " at some ")) for text in after)


_NUMBER_NEAR = 48


def _of_many(p: Parsed, k: int) -> bool:
    """Example: "recorded 264 attacks that caused casualties": what is counted are the attacks."""
    j = k - 2 if k > 1 and p.chunks[k - 1].kind in {REL, THAT} else k
    found = p.chunks[j].count if j != k else None
    return found is not None and (found.count.value or 0) > 1


def _without_number(p: Parsed, k: int, verb: str) -> Iterator[Group]:
    """The people of "casualties" or "losses" at k: those on whom they were inflicted, or who suffered them."""
    chunk = p.chunks[k]
    on = governed_by(p, k, frozenset({"on", "upon", "to", "among"}), reach=3)
    subject = subject_of(p, k - 1)
    whose = p.slice(p.chunks[on]) if on is not None else ""
    if not whose and subject is not None and verb in {"suffered", "sustained", "suffering", "took"}:
        whose = p.slice(p.chunks[subject])
    noun = p.chunks[on] if on is not None else chunk
    if not whose and verb.startswith("inflict"):
        whose = p.slice(chunk)  # on whom, is not said
    group = Group(
        p,
        Harm.CASUALTIES,
        start=p.start(chunk),
        end=p.end(noun),
        count=site_of(p, k),
        victims=whose,
        head=p.head(noun),
        plural=True,
        status=victim_status(p, noun, p.head(noun)),
        value=None,
        site=site_of(p, k - 1),
        rule="unquantified",
    )
    if chunk.count is not None and chunk.count.count.value == 0:
        if not whose or on is not None:
            return
        group.zero, group.value, group.count = True, 0, (chunk.count.start, chunk.count.end)
        group.start = min(group.start, p.start(p.chunks[subject])) if subject is not None else group.start
    if (on is not None or verb.startswith("inflict")) and subject is not None:
        group.agent, group.agent_at = p.slice(p.chunks[subject]), subject
    yield group
