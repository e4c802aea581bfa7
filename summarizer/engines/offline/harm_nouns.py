"""People harmed, told by a noun or a state of harm. Each rule reads one chunk; see casualties.py."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.engines.offline.chunks import ADJ, ADV, CC, COMMA, NP, STOP, VG, P
from summarizer.engines.offline.clause_marks import tells_when
from summarizer.engines.offline.clauses import following, groups_at, site_of, subjects_of, unreal
from summarizer.engines.offline.frames import subject_of
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.lists import list_left, list_right
from summarizer.engines.offline.needs import needs
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.spared import COSTING, REMAINS, came_about, comes_free, given_back, is_place_struck
from summarizer.engines.offline.victims import group_at, is_living, victim_status
from summarizer.normalize.harm import harm_nouns, harm_states, harm_verbs, other_heads, person_noun
from summarizer.records.vocabulary import CountModifier, Harm, VictimStatus

# "No body was found" says nothing of who died.
_COPULA, _FOUND = words("harm_nouns", "copula"), words("harm_nouns", "found")
# "The slain duo", "two captive birds": people told of before, or no deed at all.
_ATTRIBUTES = frozenset({"captive", "slain"})
_WHEN_OR_WHERE = frozenset({"in", "on", "at", "near", "outside", "during", "within", "over"})
_CIRCUMSTANCES = frozenset({"hours", "days", "weeks", "months", "years", "custody", "prison", "detention", "jail"})
_RESULTING = frozenset({("resulting", "in"), ("resulted", "in"), ("ended", "with"), ("ending", "with")})
_LEAVE = frozenset({"left", "leaving", "leaves", "leave", "found"})
_SO_MADE, _SUFFERED = _LEAVE | {"shot"}, words("harm_nouns", "suffered")
_BLOWS = frozenset({"stabbing", "shooting", "beating", "bludgeoning", "knifing", "shelling"})
_FATAL = frozenset({"fatal", "deadly", "lethal"})
_BEFORE_STATE, _HELD = words("harm_nouns", "before_state"), words("harm_nouns", "held")
_OR_HURT = re.compile(r" (?:or|and) (?:wounded|injured|hurt)\b", re.IGNORECASE)
_SENTENCING = frozenset({"jailed", "sentenced", "sentencing", "convicted", "trial", "tried", "court", "tribunal"})
_NO_NUMBER = re.compile(r"\b(?:(?:19|20)\d\d|multiple)$")
_EXCHANGED, _SWAPPING = words("harm_nouns", "exchanged"), words("harm_nouns", "swapping")


@needs(harm_states())
def state_of_harm(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "left nine people dead", "12 dead", "three are missing", "was found dead", "26 dead, 30 hurt"."""
    chunk = p.chunks[k]
    word = p.words[chunk.head]
    counted = chunk.kind == NP and chunk.count is not None
    if counted and word.low in harm_states() and word.tag in {"VBN", "JJ", "NN", "NNS"}:
        for group in _state(p, [k], word.low, site_of(p, k)):
            group.owner = _left_behind_by(p, k)
            yield group
        return
    if counted and (end := _past_including(p, k)) is not None:
        yield from _state(p, [k], _state_word(p, end), site_of(p, end))
        return
    j = _state_after(p, k)
    if j is None:
        return
    low = _state_word(p, j)
    if chunk.kind == NP and j == k + 1 and p.chunks[j].kind in {NP, ADV, VG, ADJ} and p.chunks[j].count is None:
        if p.chunks[j].kind != VG or low not in harm_verbs():
            yield from _state(p, _left_so(p, k), low, site_of(p, j))
    elif k > 1 and p.head(chunk) in _FOUND and chunk.a == chunk.head and p.head(p.chunks[k - 2]) == "with":
        yield from _state(p, list_left(p, k - 1), low, (p.start(chunk), p.end(p.chunks[j])))  # "with 12 confirmed dead"
    elif chunk.kind == VG and _says_state(p, k) and not unreal(p, k):
        people = [k - 1] if _is_told_so(p, k) else subjects_of(p, k)
        yield from _state(p, people, low, (p.start(chunk), p.end(p.chunks[j])))


_OF_THEM = frozenset({"including", "them", "whom"})


def _past_including(p: Parsed, k: int) -> int | None:
    """Example: "left six, including a commander, dead", "left ten, most of them women, dead": the state behind it."""
    if k + 4 >= len(p.chunks) or not k or p.head(p.chunks[k - 1]) not in _LEAVE or p.chunks[k + 1].kind != COMMA:
        return None
    closing = (j for j in range(k + 3, min(k + 12, len(p.chunks) - 1)) if p.chunks[j].kind == COMMA)
    end = next(closing, None)
    if end is None or _OF_THEM.isdisjoint(p.head(c) for c in p.chunks[k + 2 : end]):
        return None
    return next((j + 1 for j in (end, *closing) if _state_word(p, j + 1) in harm_states()), None)


def _is_told_so(p: Parsed, k: int) -> bool:
    """Example: "(account for) 23 people reported missing": a bare participle behind people who are counted."""
    bare = p.chunks[k].b - p.chunks[k].a == 1 and p.head(p.chunks[k]) in {"reported", "listed", "declared", "feared"}
    return bare and k > 0 and p.chunks[k - 1].kind == NP and p.chunks[k - 1].count is not None


def _left_behind_by(p: Parsed, k: int) -> int | None:
    """Example: "the attackers left behind 19 dead", "left 19 dead behind": the chunk of those whose dead these are.

    Also who suffers them: "killed nine soldiers and suffered three dead and five wounded".
    """
    if k > 1 and p.chunks[k - 1].kind == CC and p.head(p.chunks[k - 2]) in harm_states():
        return _left_behind_by(p, k - 2)
    if k and p.chunks[k - 1].kind == VG and p.head(p.chunks[k - 1]) in _SUFFERED:
        return subject_of(p, k - 1)
    after = following(p, k, 1) == ["behind"]
    j = k - 1 if after else k - 2
    if j < 0 or p.chunks[j].kind != VG or p.head(p.chunks[j]) not in _LEAVE:
        return None
    if not after and p.head(p.chunks[k - 1]) != "behind":
        return None
    before = next((i for i in range(j - 1, -1, -1) if p.chunks[i].kind in {VG, STOP}), j)
    who = subject_of(p, j if p.head(p.chunks[j]) != "leaving" else before)
    return who if who is not None and person_noun(p.head(p.chunks[who])) else None


def _state_after(p: Parsed, k: int) -> int | None:
    """Index of the state of harm that follows chunk k, an adverb or "as" between them at most."""
    j = k + 1
    while j < min(k + 3, len(p.chunks)) and p.chunks[k].kind == VG and p.head(p.chunks[j]) in _BEFORE_STATE:
        j += 1
    if j >= len(p.chunks) or p.chunks[j].b - p.chunks[j].a > 2:
        return None
    return j if _state_word(p, j) in harm_states() else None


def _state_word(p: Parsed, j: int) -> str:
    """The word of chunk j that can be a state of harm: the first, or after "newly" and the like the second."""
    first = p.chunks[j].a
    late = p.words[first].low in _BEFORE_STATE and p.chunks[j].b - first == 2
    return p.words[first + late].low


def _says_state(p: Parsed, k: int) -> bool:
    """Example: "are", "lay", "were found", "have been declared": verbs that a state of harm completes."""
    head = p.head(p.chunks[k])
    return head in _COPULA or (p.chunks[k].passive and head in _FOUND)


def _left_so(p: Parsed, k: int) -> list[int]:
    """Example: "left the mayor and four guards dead": the noun phrases before a state, back to the verb of leaving."""
    found = list_left(p, k)
    first = found[0]
    if k > 1 and p.head(p.chunks[k - 1]) == "of" and p.chunks[k - 2].kind == NP and p.chunks[k - 2].count is not None:
        return [j for j in _left_so(p, k - 2) if is_living(p, j)]  # "left the mayor and two of his guards dead"
    if len(found) == 1 and first > 1 and p.chunks[first - 1].kind == CC:
        other = list_left(p, first - 2) if p.chunks[first - 2].kind == NP else []
        if other and other[0] and (p.head(p.chunks[other[0] - 1]) in _SO_MADE or _results(p, other[0])):
            return [*other, *found]
    return found


def _results(p: Parsed, first: int) -> bool:
    """Example: "clashed, resulting in five rebels and one soldier dead", "a clash that ended with six dead"."""
    return first > 1 and (p.head(p.chunks[first - 2]), p.head(p.chunks[first - 1])) in _RESULTING


def _is_whose_dead(p: Parsed, j: int) -> bool:
    """Example: "put its own civilian dead at ten": of what kind the dead are."""
    chunk = p.chunks[j]
    return chunk.det in {"poss", "the"} and p.head(chunk) in {"civilian", "military", "police"} and chunk.count is None


def _state(p: Parsed, indexes: list[int], low: str, site: tuple[int, int]) -> Iterator[Group]:
    """The groups of which the state `low` is said; for "twelve were unhurt" see `unharmed`."""
    harm = harm_states()[low]
    if low == "dead" and len(indexes) == 1 and _is_whose_dead(p, indexes[0]):
        return
    if harm is Harm.MISSING and not all(person_noun(p.head(p.chunks[j])) for j in indexes):
        indexes = indexes[-1:]  # in "hearings, witnesses and a file that went missing" only the last did
    if harm is Harm.KILLED and _OR_HURT.match(p.text, site[1]):
        harm = Harm.CASUALTIES  # "leaving scores of them dead or injured"
    for group in groups_at(p, indexes, harm, site, "state") if harm is not None else ():
        if group.numbered or group.head not in harm_states():
            yield group


@needs(harm_nouns(), {"loss", "life"}, _BLOWS)
def noun_of_harm(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "the deaths of 12 people", "the bodies of 20 fighters", "212 civilian deaths", "no casualties"."""
    chunk, head = p.chunks[k], p.head(p.chunks[k])
    left = head == "remains" and k > 0 and p.head(p.chunks[k - 1]) == "what"  # "a blow to what remains of the group"
    if chunk.kind != NP or left:
        return
    if head == "loss" and _has_of(p, k):
        for group in groups_at(p, list_right(p, k + 2), Harm.KILLED, site_of(p, k), "loss of", strict=True):
            if group.numbered or (not group.plural and group.status is VictimStatus.COMBATANT):
                yield group
    if head == "life" and k and p.head(p.chunks[k - 1]) in COSTING:
        if chunk.count is not None:
            yield from filter(None, [_nominal(p, k, Harm.KILLED)])
        elif chunk.det == "the" and _has_of(p, k):
            yield from groups_at(p, list_right(p, k + 2), Harm.KILLED, site_of(p, k), "life of")
    if head == "life" and k + 1 < len(p.chunks) and p.head(p.chunks[k + 1]) == "lost":
        yield from filter(None, [_nominal(p, k, Harm.KILLED)])  # "no life was lost"
    harm = harm_nouns().get(head)
    if head in _BLOWS and not _FATAL.isdisjoint(w.low for w in p.words[chunk.a : chunk.head]):
        harm = Harm.KILLED  # "the fatal stabbing of a teacher"
    if harm is None or (chunk.count is not None and chunk.count.count.modifier is CountModifier.UNQUANTIFIED):
        return
    if head == "lives" and k > 1 and p.chunks[k - 2].count is not None and p.head(p.chunks[k - 1]) == "of":
        yield from groups_at(p, [k - 2], harm, site_of(p, k), "of lives")
    elif chunk.count is None and head not in {"losses", "injuries"} and (of := _of_whom(p, k)) and came_about(p, k):
        people = list_right(p, of)  # in "the bodies of seven rebels, six firearms" more may be things
        sure = 1 + (len(people) > 1 and p.chunks[people[1]].det == "poss")  # "of a woman and her daughter"
        if not (given_back(p, k) or is_place_struck(p, k, of)):
            yield from groups_at(p, people[:sure], harm, site_of(p, k), "death of")
            yield from groups_at(p, people[sure:], harm, site_of(p, k), "death of", strict=True)
    elif chunk.count is not None and head not in harm_states():
        yield from _counted_harm(p, k, harm)


def _has_of(p: Parsed, k: int) -> bool:
    """Does "of" and a noun phrase follow chunk k?"""
    if k + 2 >= len(p.chunks):
        return False
    return p.chunks[k + 1].kind == P and p.head(p.chunks[k + 1]) == "of" and p.chunks[k + 2].kind == NP


def _of_whom(p: Parsed, k: int) -> int | None:
    """The noun phrase behind the "of" of chunk k, past a day or a place: "the killing on Monday in Jos of a judge"."""
    i = k + 1
    for _ in range(2):
        j = i + (i < len(p.chunks) and p.chunks[i].kind == P and p.head(p.chunks[i]) in _WHEN_OR_WHERE)
        if j >= len(p.chunks) or p.chunks[j].kind != NP:
            break
        when = tells_when(p, j) or p.head(p.chunks[j]) in _CIRCUMSTANCES
        if not when and not (j > i and p.words[p.chunks[j].head].tag in {"NNP", "CD"}):
            break
        i = j + 1
    return i + 1 if _has_of(p, i - 1) else None


def _counted_harm(p: Parsed, k: int, harm: Harm) -> Iterator[Group]:
    """Example: "recovered 41 bodies", "five injuries", "ten hostages"."""
    chunk = p.chunks[k]
    none_of = chunk.count is not None and chunk.count.count.value == 0 and p.head(chunk) in REMAINS
    if p.head(chunk) == "losses" or none_of or _of_others(p, k) or given_back(p, k) or not came_about(p, k):
        return
    if harm is Harm.CAPTURED and "political" in {w.low for w in p.words[chunk.a : chunk.b]}:
        return
    if harm is Harm.CAPTURED and not (_held(p, k) or p.words[chunk.a].low == "no"):
        return
    said = chunk.count.count.text if chunk.count is not None else ""
    deeds = p.words[chunk.head].tag == "NN" and _NO_NUMBER.search(said.lower())
    if p.head(chunk).startswith("massacre") or deeds:
        return  # "one massacre too many", "convicted over 1992 village killing", "wanted for multiple murder"
    group = group_at(p, k, harm, site_of(p, k)) or _nominal(p, k, harm)
    if group is not None:
        group.rule = "counted noun"
        yield group


def _of_others(p: Parsed, k: int) -> bool:
    """Example: "40 deaths of cattle": the noun of harm is of things or animals."""
    return _has_of(p, k) and p.head(p.chunks[k + 2]) in other_heads()


def _held(p: Parsed, k: int) -> bool:
    """Hostages count as taken only where the clause says they were taken or are held."""
    near = p.chunks[max(0, k - 3) : k + 4]
    return any(chunk.kind == VG and p.head(chunk) in _HELD for chunk in near)


def _nominal(p: Parsed, k: int, harm: Harm) -> Group | None:
    """The people behind a counted noun of harm, called by that noun: "212 civilian deaths"."""
    chunk = p.chunks[k]
    if chunk.count is None:
        return None
    count = chunk.count.count
    start = next((w.start for w in p.words[chunk.a : chunk.b] if w.start >= chunk.count.end), p.start(chunk))
    value = count.value if count.value is not None else count.min
    return Group(
        p,
        harm,
        start=p.start(chunk),
        end=p.end(chunk),
        count=(chunk.count.start, chunk.count.end),
        victims=p.text[start : p.end(chunk)],
        head=p.head(chunk),
        plural=True,
        status=victim_status(p, chunk, p.head(chunk)),
        value=value,
        site=site_of(p, k),
        zero=value == 0,
    )


@needs(harm_states())
def wounded_people(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "received 19 wounded persons", "two kidnapped engineers": the harm stands before the noun."""
    chunk = p.chunks[k]
    j = k if k < 2 or chunk.count is not None or p.head(p.chunks[k - 1]) != "of" else k - 2
    if chunk.kind != NP or p.chunks[j].count is None or (j == k and chunk.b - chunk.a < 3):
        return
    if k > 1 and p.head(p.chunks[k - 1]) == "of" and p.head(p.chunks[k - 2]) in {"number", "toll", "total", "count"}:
        return  # "the number of neutralized terrorists had climbed to 17"
    if p.head(chunk) in _EXCHANGED and not _SWAPPING.isdisjoint(p.vocabulary):
        return  # "are due to exchange 25 seriously wounded prisoners"
    for word in p.words[chunk.a : chunk.head]:
        harm = harm_states().get(word.low)
        if harm is Harm.CAPTURED and (not _SENTENCING.isdisjoint(p.vocabulary) or (j < k and comes_free(p, k))):
            continue  # "a court jailed three captured fighters": the capture is no news
        found = chunk.count
        if found is not None and word.start < found.start and k and p.chunks[k - 1].kind == CC:
            continue  # "killed or maimed 121 children"
        if harm is not None and word.low not in _ATTRIBUTES:
            yield from groups_at(p, [j], harm, (word.start, word.end), "wounded people", strict=True)
