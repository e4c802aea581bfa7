"""Figures without a verb of harm: tables, bulletins, and who the dead turned out to be. See casualties.py."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.engines.offline.chunks import ADV, CC, COMMA, NP, STOP, VG, P
from summarizer.engines.offline.clauses import groups_at, numbered, objects_of, site_of, subjects_of, unreal
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.harm_tolls import of_ages
from summarizer.engines.offline.harm_unquantified import is_given
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.lists import list_right
from summarizer.engines.offline.needs import needs
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.victims import group_at, victim_status
from summarizer.normalize.harm import harm_nouns, harm_states, person_noun
from summarizer.records.vocabulary import Harm

_ARMIES = frozenset({"army", "forces", "military", "side", "ranks", "population", "police"})
_HARMS = {
    **dict.fromkeys(("casualties", "casualty", "losses"), Harm.CASUALTIES),
    **dict.fromkeys(("deaths", "fatalities", "death", "fatality"), Harm.KILLED),
    **dict.fromkeys(("injuries", "injury", "wounded"), Harm.INJURED),
}
_INJURIES = frozenset({"injuries", "injury", "wounds", "burns"})
_BE = frozenset({"was", "were", "is", "are"})
_HOLDERS = words("takings", "takers") | words("harm_figures", "holders")
_LABELS = words("harm_figures", "labels")
_WHOLES = {
    **dict.fromkeys(
        ("dead", "victims", "deceased", "fatalities", "slain", "killed", "bodies", "corpses", "martyrs"), Harm.KILLED
    ),
    **dict.fromkeys(("wounded", "injured"), Harm.INJURED),
    "missing": Harm.MISSING,
    "hostages": Harm.CAPTURED,
    "captives": Harm.CAPTURED,
}


_SUFFERED = frozenset({"suffered", "suffering", "sustained", "took", "taken", "had", "have", "has", "reported"})
_NO_LOSSES = frozenset({"casualties", "losses", "casualty"})


@needs(_LABELS)
def label(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "Killed: 12", "Number of people injured: 31", "Death toll now 33": a figure after its label."""
    chunk = p.chunks[k]
    if chunk.kind != NP or chunk.count is None or not k or p.head(chunk) in _WHOLES:
        return
    before = p.chunks[k - 1]
    if p.slice(before) not in {":", "|", "-", "–", "="} and not (before.kind == ADV and p.head(before) == "now"):
        return
    first = max(before.a - 7, 0)
    told = [w for w in p.words[first : before.a] if w.tag not in {",", ".", ":"}]
    named = next((w for w in reversed(told) if w.low in _LABELS), None)
    if named is None or any(w.tag == "VBZ" for w in told):
        return
    group = group_at(p, k, Harm(_harm_of(named.low, told[-1].low)), (named.start, named.end))
    if group is not None and (not group.victims or group.head in harm_states()):
        people = next((w.text for w in told if person_noun(w.low) and w.low not in _LABELS), named.text)
        group.borrowed, group.rule, group.victims = people, "label", ""
        yield group


def _harm_of(low: str, last: str) -> Harm:
    if low == "toll":
        return Harm.KILLED
    if low == "casualties" and last != low:
        return Harm.CASUALTIES
    return harm_states().get(low) or harm_nouns().get(low) or Harm.KILLED


@needs(_WHOLES)
def were_these(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "the victims were eight men and a child", "of the dead, 14 were soldiers and six were nurses"."""
    chunk = p.chunks[k]
    definite = chunk.det in {"the", "poss"} or p.words[chunk.a].low == "the"
    harm = _WHOLES.get(p.head(chunk)) if chunk.kind == NP and definite else None
    if harm is None or k + 2 >= len(p.chunks) or of_ages(p, k):
        return
    if k and p.head(p.chunks[k - 1]) == "of" and (k == 1 or p.chunks[k - 2].kind != NP):
        yield from _shares(p, k, harm)
    elif (
        chunk.count is None
        and p.head(chunk) in {"victims", "deceased", "fatalities", "martyrs"}
        and p.head(p.chunks[k + 1]) in _BE
    ):
        members = objects_of(p, k + 1)
        if members and p.chunks[members[0]].count is not None:
            yield from _parts_of(p, members, harm, (p.start(chunk), p.end(p.chunks[k + 1])))


def _shares(p: Parsed, k: int, harm: Harm) -> Iterator[Group]:
    """Example: ", 14 were soldiers and six civilians", after "of the dead" at chunk k."""
    for j in range(k + 1, min(k + 14, len(p.chunks))):
        here = p.chunks[j]
        if here.kind == STOP:
            return
        if here.kind != NP or here.count is None or p.chunks[j - 1].kind not in {COMMA, CC}:
            continue
        noun = j + 2 if j + 2 < len(p.chunks) and p.head(p.chunks[j + 1]) in _BE else j
        if person_noun(p.head(p.chunks[noun])) is None:
            continue
        for group in groups_at(p, [j], harm, site_of(p, k), "share of"):
            group.victims, group.part = p.slice(p.chunks[noun]) if noun != j else group.victims, True
            group.end = max(group.end, p.end(p.chunks[noun]))
            group.status = victim_status(p, p.chunks[noun], p.head(p.chunks[noun]))
            group.noun = ""
            yield group


def _parts_of(p: Parsed, members: list[int], harm: Harm, site: tuple[int, int]) -> Iterator[Group]:
    for group in groups_at(p, members, harm, site, "were these"):
        group.part = True
        yield group


@needs({"only", "sole", "lone"})
def only_one(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "the bomber was the only person killed", "a cook was the sole casualty"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in _BE or chunk.negated or k + 1 >= len(p.chunks):
        return
    target = p.chunks[k + 1]
    lows = [w.low for w in p.words[target.a : target.b + 2]]
    if target.kind != NP or not {"only", "sole", "lone"} & set(lows):
        return
    told = (harm_states().get(low) or harm_nouns().get(low) for low in lows)
    harm = next((h for h in told if h is not None), None)
    if harm is not None:
        for group in groups_at(p, subjects_of(p, k), harm, (p.start(chunk), p.end(target)), "only one"):
            if not group.plural:
                yield group


@needs(_INJURIES)
def injuries_to(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "caused injuries to 43 more"."""
    chunk = p.chunks[k]
    if chunk.kind != NP or p.head(chunk) not in _INJURIES or k + 2 >= len(p.chunks):
        return
    if chunk.count is None and p.head(p.chunks[k + 1]) == "to" and p.chunks[k + 2].kind == NP:
        yield from numbered(groups_at(p, list_right(p, k + 2), Harm.INJURED, site_of(p, k), "injuries to"))


@needs({"fatally"})
def fatally(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "nine had been shot, three fatally", "four were wounded, none fatally"."""
    chunk = p.chunks[k]
    if chunk.kind != NP or chunk.count is None or k + 1 >= len(p.chunks) or p.words[p.chunks[k + 1].a].low != "fatally":
        return
    group = group_at(p, k, Harm.KILLED, site_of(p, k + 1))
    if group is not None:
        group.rule, group.part = "fatally", not group.zero
        yield group


@needs({"holding", "hold", "holds"})
def they_have(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "the rebels are holding 12 policemen", "pirates still hold a captain and two mates"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in {"holding", "hold", "holds"} or chunk.negated or chunk.modal:
        return
    holders = subjects_of(p, k)
    if holders and p.chunks[holders[0]].det == "prp":
        holders = [j for j in range(holders[0]) if p.chunks[j].kind == NP]  # "the militia said it was holding"
    if any(p.head(p.chunks[j]) in _HOLDERS for j in holders):
        for group in groups_at(p, objects_of(p, k), Harm.CAPTURED, site_of(p, k), "they have", strict=True):
            if group.numbered or not group.plural:
                yield group


@needs(_HARMS)
def among_people(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "17 casualties among the insurgents", "no losses among its men": whose they were follows the noun."""
    chunk = p.chunks[k]
    if chunk.kind != NP or chunk.count is None or p.head(chunk) not in _HARMS or k + 2 >= len(p.chunks):
        return
    if chunk.count.count.value is None and k and p.chunks[k - 1].kind == VG and unreal(p, k - 1):
        return  # "did not mention casualties among its men", "there could be more casualties on their side"
    after = p.chunks[k + 2]
    if chunk.count.count.value is None and is_given(p, p.end(after)):
        return
    if p.chunks[k + 1].kind != P or p.head(p.chunks[k + 1]) not in {"among", "amongst", "on", "to"}:
        return
    ours = after.det == "poss" and p.head(after) == "own"
    if after.kind != NP or not (ours or person_noun(p.head(after)) or p.head(after) in _ARMIES):
        return
    count = chunk.count.count
    yield Group(
        p,
        _HARMS[p.head(chunk)],
        start=p.start(chunk),
        end=p.end(after),
        count=(chunk.count.start, chunk.count.end),
        victims=p.slice(after),
        head=p.head(after),
        plural=True,
        status=victim_status(p, after, p.head(after)),
        value=count.value if count.value is not None else count.min,
        site=site_of(p, k),
        zero=count.value == 0,
        rule="among people",
    )


@needs({"casualties", "losses", "casualty", "injuries", "fatalities", "loss"})
def no_losses(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "federal troops suffered no losses": whose they would be is the subject."""
    chunk = p.chunks[k]
    if chunk.kind != NP or p.head(chunk) not in _NO_LOSSES | _INJURIES | {"fatalities", "loss"}:
        return
    if chunk.count is None or p.words[chunk.a].low == "without":
        yield from _none_suffered(p, k)
        return
    if chunk.count.count.value != 0 or p.head(chunk) not in _NO_LOSSES:
        return
    verb = p.chunks[k - 1] if k else None
    if verb is None or verb.kind != VG or p.head(verb) not in _SUFFERED:
        return
    for j in subjects_of(p, k - 1)[-1:]:
        if p.chunks[j].det != "prp":
            whose = p.chunks[j]
            yield Group(
                p,
                Harm.CASUALTIES,
                start=p.start(whose),
                end=p.end(chunk),
                count=(chunk.count.start, chunk.count.end),
                victims=p.slice(whose),
                head=p.head(whose),
                plural=True,
                status=victim_status(p, whose, p.head(whose)),
                value=0,
                site=site_of(p, k - 1),
                zero=True,
                rule="no losses",
            )


def _none_suffered(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "without causing any human casualties", "the army did not suffer any losses"."""
    chunk = p.chunks[k]
    found = next((f for f in p.counts if f.count.value == 0 and f.start <= p.start(chunk) < f.end), None)
    if found is None:
        return
    verb = k - 1 if k and p.chunks[k - 1].kind == VG and p.chunks[k - 1].negated else None
    whose = subjects_of(p, verb)[-1:] if verb is not None else []
    people = p.chunks[whose[0]] if whose and p.chunks[whose[0]].det != "prp" else chunk
    named = p.words[chunk.head].start if people is chunk else p.start(people)
    yield Group(
        p,
        _HARMS.get(p.head(chunk), Harm.KILLED),
        start=min(named, found.start),
        end=found.end,
        count=(found.start, found.end),
        victims=p.text[named : p.end(people)],
        head=p.head(people),
        plural=True,
        status=victim_status(p, people, p.head(people)),
        value=0,
        site=(found.start, found.end),
        zero=True,
        rule="none suffered",
    )


OF_VERBS = (only_one, they_have)
OF_NOUNS = (fatally, label, were_these, injuries_to)
