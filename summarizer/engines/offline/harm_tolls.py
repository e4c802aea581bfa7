"""Tolls and shares of tolls: "the death toll rose to 38". Each rule reads one chunk; see casualties.py."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from summarizer.engines.offline.chunks import CC, COMMA, NP, QUOTE, STOP, SUB, VG, Chunk, P
from summarizer.engines.offline.clauses import site_of, unreal
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.nations import is_adjective
from summarizer.engines.offline.needs import needs
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.victims import group_at
from summarizer.normalize.harm import harm_states, harm_verbs, other_heads, person_noun
from summarizer.records.vocabulary import CountModifier, Harm

_AT = frozenset({"at", "to", "of", "from", "above", "past", "beyond"})
_BRINGING = frozenset(
    {
        "bring", "brought", "bringing", "brings", "takes", "take", "took", "taking", "taken", "raising", "raised",
        "raises", "pushing", "pushed", "pushes",
    }
)  # fmt: skip
_BE = frozenset({"was", "were", "is", "are"})
DEAD_AND_HURT = {
    "dead": Harm.KILLED,
    "killed": Harm.KILLED,
    "slain": Harm.KILLED,
    "wounded": Harm.INJURED,
    "injured": Harm.INJURED,
    "hurt": Harm.INJURED,
    "missing": Harm.MISSING,
    "victims": Harm.KILLED,
    "hostages": Harm.CAPTURED,
    "captives": Harm.CAPTURED,
    "abducted": Harm.CAPTURED,
    "displaced": Harm.DISPLACED,
}
# Nouns and verbs after "the number of" that tell what is counted, where they are not states of harm.
_NUMBER_OF = {
    **dict.fromkeys(("prisoner", "prisoners", "hostage", "hostages"), Harm.CAPTURED),
    "casualties": Harm.CASUALTIES,
    **dict.fromkeys(("displaced", "refugees", "idps", "homeless", "evacuees"), Harm.DISPLACED),
}
_BLOWS = words("events", "blows")
_PUTTING = frozenset({"put", "puts", "putting", "placed", "places", "estimated", "estimates", "gave", "gives"})
_PUT_AT = {
    **dict.fromkeys(("deaths", "fatalities", "dead"), Harm.KILLED),
    **dict.fromkeys(("injuries", "wounded", "injured"), Harm.INJURED),
    "losses": Harm.KILLED,  # with a figure a side counts its dead
    "casualties": Harm.CASUALTIES,
}
_AGES = frozenset(
    {"youngest", "oldest", "eldest", "age", "ages", "majority", "most", "many", "half", "some", "average", "names"}
)
_HEAVY = 100
_OTHER_TOLLS = frozenset({"number", "toll", "figure"})
_KILLED = frozenset({"killed", "deaths", "fatalities", "drowned", "slain", "martyrs", "bodies", "corpses"})
_REVISING = frozenset({"raised", "revised", "lowered", "corrected", "increased", "updated", "cut", "reduced"})


@needs(DEAD_AND_HURT, _PUT_AT, {"toll", "number"})
def toll(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "the death toll rose to 38", "put the injured at 64", "a toll of 13"."""
    chunk = p.chunks[k]
    if chunk.kind != NP or (chunk.count is not None and p.head(chunk) != "losses"):
        return
    low = [w.low for w in p.words[chunk.a : chunk.b]]
    harm = _toll_harm(p, k, low)
    if harm is None or of_ages(p, k):
        return
    for j in range(k + 1, min(k + 20, len(p.chunks) - 1)):
        here = p.chunks[j]
        if here.kind in {STOP, SUB} and p.words[here.a].text in {";", "."}:
            return
        if here.kind == VG and (unreal(p, j) or p.head(here) in {"expected", "feared"}):
            return  # "the toll could reach 100"
        if here.kind == NP and p.head(here) in _OTHER_TOLLS and p.head(p.chunks[j - 1]) == "and":
            return  # "put the toll at six and the number of missing at 21"
        if here.kind == NP and here.count is None and _is_other_toll(p, j):
            return  # "the number of martyrs rose to 43,922 and the wounded to 103,898"
        at = j + 1 + (p.chunks[j + 1].kind == QUOTE)
        if here.kind == VG and p.head(here) in _BE and p.head(chunk) in {"number", "toll"}:
            yield from _is_and_is_not(p, j + 1, harm, k)
            return
        if (
            here.kind == P
            and (p.head(here) in _AT or _as_bare(p, j))
            and at < len(p.chunks)
            and p.chunks[at].kind == NP
        ):
            group = group_at(p, at, harm, site_of(p, k))
            if group is None or not group.numbered:
                continue
            if p.head(here) == "of" and j > k + 1:
                return  # "the wounded, a girl of 12"
            group.harm = _told_after(p, at) or harm
            if p.head(chunk) == "losses" and (group.value or 0) >= _HEAVY:
                group.harm = Harm.CASUALTIES  # the losses of an army are not its dead alone
            replaced, goes_on = _is_replaced(p, here, at)
            group.rule = "toll from" if replaced else "toll"
            if j > k + 2 and p.words[p.chunks[j - 1].a].tag == "POS" and p.chunks[j - 2].kind == NP:
                group.owner = j - 2  # "put its own losses at 11 and the army's at 60"
            elif "people" not in low:
                group.borrowed = _toll_noun(p, k)
            yield group
            if replaced and not goes_on:
                return


def of_ages(p: Parsed, k: int) -> bool:
    """Example: "the youngest of the victims was 15": the noun phrase at k, of which no number of people is told."""
    return k > 1 and p.head(p.chunks[k - 1]) == "of" and p.head(p.chunks[k - 2]) in _AGES


def _is_other_toll(p: Parsed, j: int) -> bool:
    """Is the noun phrase at chunk j, behind a conjunction, a word for those harmed in another way?"""
    behind = p.chunks[j - 1].kind in {CC, COMMA} or (
        p.head(p.chunks[j - 1]) == "of" and p.head(p.chunks[j - 2]) == "that"
    )
    return behind and p.head(p.chunks[j]) in _PUT_AT.keys() | DEAD_AND_HURT.keys()


def _told_after(p: Parsed, j: int) -> Harm | None:
    """Example: "a toll of one person wounded": the harm that stands right after the figure at chunk j."""
    after = p.chunks[j + 1] if j + 1 < len(p.chunks) else None
    return harm_states().get(p.head(after)) if after is not None and after.b - after.a == 1 else None


def _is_replaced(p: Parsed, here: Chunk, at: int) -> tuple[bool, bool]:
    """Does the figure at chunk `at`, behind the preposition `here`, give way to another, and does that one follow?"""
    found = p.chunks[at].count
    ranging = found is not None and found.count.modifier is CountModifier.RANGE
    if _now_stands(p, at):
        return True, True
    replaced = (p.head(here) == "from" and not ranging) or (p.head(here) == "of" and _revised_next(p, at))
    return replaced, _goes_on(p, at)


def _is_and_is_not(p: Parsed, j: int, harm: Harm, k: int) -> Iterator[Group]:
    """Example: "(the number of drowned was) 12 and not 21": the figure that stands, then the one it corrects."""
    for at, rule in ((j, "toll"), (j + 3, "toll from")):
        if rule == "toll from" and (at >= len(p.chunks) or p.head(p.chunks[at - 1]) != "not"):
            return
        if at >= len(p.chunks) or p.chunks[at].count is None:
            return
        group = group_at(p, at, harm, site_of(p, k))
        if group is None or group.victims:
            return
        group.rule, group.borrowed = rule, _toll_noun(p, k)
        yield group


def _as_bare(p: Parsed, j: int) -> bool:
    """Example: "gave the number of dead as eight": a number alone after "as" at chunk j."""
    found = p.chunks[j + 1].count
    return p.head(p.chunks[j]) == "as" and found is not None and found.end == p.end(p.chunks[j + 1])


def _revised_next(p: Parsed, j: int) -> bool:
    """Example: "a toll of 13 was raised to 18": does the figure at chunk j give way to another?"""
    after = p.chunks[j + 1 : j + 3]
    return len(after) == 2 and p.head(after[0]) in _REVISING and p.head(after[1]) in {"to", "from"}


def _now_stands(p: Parsed, j: int) -> bool:
    """Example: "put at 34 on Monday, now stands at 41": another figure takes the place of the one at chunk j."""
    if "now" not in p.vocabulary:
        return False
    now = next((i for i in range(j + 1, len(p.chunks) - 2) if "now" in p.slice(p.chunks[i]).lower().split()), None)
    return now is not None and any(p.head(c) == "at" and d.count for c, d in pairwise(p.chunks[now : now + 4]))


def _goes_on(p: Parsed, j: int) -> bool:
    """Example: "rose from 12 to 15": does the new figure follow the replaced one?"""
    for i in range(j + 1, min(j + 5, len(p.chunks) - 1)):
        if p.head(p.chunks[i]) == "to" and p.chunks[i + 1].count is not None:
            return True
    return False


def _toll_harm(p: Parsed, k: int, low: list[str]) -> Harm | None:
    """The harm that the noun phrase at k, whose words are `low`, gives a toll of; None when it is no toll."""
    head, det = low[-1] if low else "", p.chunks[k].det
    if head == "toll":
        return Harm.INJURED if "injury" in low else Harm.KILLED
    if head == "losses" and det in {"poss", "the"}:
        return Harm.KILLED
    if head in _PUT_AT and k and p.head(p.chunks[_first_of_noun(p, k) - 1]) in _PUTTING:
        return _PUT_AT[head]
    if head in _PUT_AT and _shares_rise(p, k):
        return _PUT_AT[head]
    if head in DEAD_AND_HURT and (low[0] == "the" or det == "poss" or _first_of_noun(p, k) < k):
        return harm_states().get(head) or Harm.KILLED
    if head == "number" and k + 2 < len(p.chunks) and p.head(p.chunks[k + 1]) == "of":
        return _counted_as(p, k + 2)
    return None


def _shares_rise(p: Parsed, k: int) -> bool:
    """Example: "deaths rose to 12 and injuries to 40": a figure follows, of the same verb."""
    after = p.chunks[k + 1 : k + 3]
    figure = len(after) == 2 and p.head(after[0]) in {"to", "at"} and after[1].count is not None
    return figure and k > 0 and p.chunks[k - 1].kind == CC


def _first_of_noun(p: Parsed, k: int) -> int:
    """Index of the chunk before k that only says whose: "enemy" of "enemy dead", "THE ARMY'S" of "THE ARMY'S DEAD"."""
    before = p.chunks[k - 1] if k else None
    owner = before is not None and before.kind == NP and before.count is None and before.det != "prp"
    return k - 1 if owner else k


def _counted_as(p: Parsed, k: int) -> Harm | None:
    """The harm that the words of "the number of ..." from chunk k on name first."""
    if any(c.kind == NP and p.head(c) in other_heads() for c in p.chunks[k : k + 2]):
        return None  # "the number of burned houses"
    if p.head(p.chunks[k]) in _BLOWS:
        return None  # "the number of assaults beaten back"
    for word in p.words[p.chunks[k].a : p.chunks[k].b + 4]:
        if word.low in _NUMBER_OF:
            return _NUMBER_OF[word.low]
        if word.low in harm_states():
            return harm_states()[word.low]
        if word.low in _KILLED:
            return Harm.KILLED
        verb = harm_verbs().get(word.low)
        if verb is not None and "participle" in verb.forms:
            return verb.harm
    return None


def _toll_noun(p: Parsed, k: int) -> str:
    """Who a toll counts, where its own words say so: "the number of prisoners", "the dead among the guards"."""
    chunk, first = p.chunks[k], _first_of_noun(p, k)
    if p.words[chunk.b - 1].low in _PUT_AT and (first < k or chunk.det == "poss" or _names_owner(p, chunk)):
        return p.text[p.start(p.chunks[first]) : p.end(chunk)]
    if chunk.det == "poss":
        return p.slice(chunk)
    if k + 2 >= len(p.chunks) or (p.chunks[k + 2].kind not in {NP, QUOTE} and p.head(p.chunks[k + 2]) not in _KILLED):
        return ""
    named = p.head(p.chunks[k]) == "number" or p.head(p.chunks[k + 1]) == "among"
    noun = k + 2 + (p.chunks[k + 2].kind == QUOTE)  # the number of "crusaders"
    return p.slice(p.chunks[noun]) if named and noun < len(p.chunks) else ""


def _names_owner(p: Parsed, chunk: Chunk) -> bool:
    """Example: "the army's dead", "army deaths", "ELN losses", "Chinese deaths"."""
    return any(w.tag == "POS" or w.tag.startswith("NN") or is_adjective(w.text) for w in p.words[chunk.a : chunk.b - 1])


_SLAYINGS = frozenset({"homicides", "murders", "killings", "deaths", "fatalities"})


@needs(_BRINGING)
def brought_to(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "brought to 212 the number of persons killed", "would bring to more than 700 the troops captured"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in _BRINGING:
        return
    if k + 3 >= len(p.chunks) or p.head(p.chunks[k + 1]) != "to" or p.chunks[k + 2].count is None:
        return
    harm = _first_harm(p, p.chunks[k + 3].a)
    group = group_at(p, k + 2, harm, site_of(p, k)) if harm is not None else None
    if group is not None:
        noun = k + 5 if p.head(p.chunks[k + 3]) in {"number", "total"} and k + 5 < len(p.chunks) else k + 3
        told = p.head(p.chunks[noun])
        group.borrowed = p.slice(p.chunks[noun]) if person_noun(told) or told in harm_states() else ""
        group.rule = "brought to"
        group.site = (group.site[0], p.end(p.chunks[noun]))
        yield group


def _first_harm(p: Parsed, first: int) -> Harm | None:
    """The harm of the first state or verb of harm among the fourteen words from `first` on."""
    for word in p.words[first : first + 14]:
        if word.low in harm_states() or word.low in harm_verbs():
            verb = harm_verbs().get(word.low)
            return harm_states().get(word.low) or (verb.harm if verb is not None else None)
        if word.low in _SLAYINGS:
            return Harm.KILLED
    return None
