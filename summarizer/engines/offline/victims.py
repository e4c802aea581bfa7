"""Is this noun phrase people, how many, and what are they called?"""

from __future__ import annotations

import re
from dataclasses import replace

from summarizer.engines.offline.antecedents import noun_after_count, people_before
from summarizer.engines.offline.chunks import NP, Chunk
from summarizer.engines.offline.counted_nouns import GROUPS, numbered_later, partitive, size_of
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.party_names import ARMED, party_nouns
from summarizer.engines.offline.person_names import is_national, is_person_name
from summarizer.normalize.actors import known_actor
from summarizer.normalize.counts_nouns import is_plural_name
from summarizer.normalize.harm import harm_nouns, harm_states, other_heads, person_noun
from summarizer.records.vocabulary import Harm, VictimStatus

_SURE_ENDINGS = ("men", "women", "ists", "folk")
_PERSON_ENDINGS = tuple(sorted(words("victims", "person_endings")))
_COMBATANT_WORDS = words("victims", "combatant_words")
_CIVILIAN_WORDS = frozenset({"civilian", "civilians", "unarmed", "innocent"})
_CAPTIVE = frozenset({"prisoner", "hostage", "captive"})
_DEFENDERS, _DEFENDED = words("victims", "of_no_arms"), words("victims", "civil")
_BARE = words("victims", "bare")
_SINGLE_DETERMINERS = frozenset({"a", "an", "another", "one", "poss", "the"})
_NUMBERS = frozenset(
    {"number", "numbers", "toll", "list", "names", "percentage", "percent", "proportion", "total", "majority"}
)
_ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "other"})
_DEAD_BODIES, _HURT = frozenset({"bodies", "corpses", "remains", "body", "corpse"}), frozenset({"injured", "wounded"})
_COLLECTIVE = frozenset({"police", "people", "personnel", "staff", "crew", "family", "families"})


def group_at(p: Parsed, j: int, harm: Harm, site: tuple[int, int], *, strict: bool = False) -> Group | None:
    """The people that the noun phrase at chunk j stands for, None when it is not people.

    `strict`: only nouns known to mean people (for harms that things can suffer too).
    """
    chunk = p.chunks[j]
    if chunk.kind != NP or chunk.det == "prp" or (chunk.count is None and p.words[chunk.a].low == "as"):
        return None  # "as many civilians": how many stands elsewhere
    later = numbered_later(p, j) if chunk.count is None else None
    if later is not None:
        return _counted(p, p.chunks[later], chunk, harm, site, strict=strict)
    if (inner := size_of(p, j)) is not None:
        return _sized(p, j, inner, harm, site, strict=strict)
    target = partitive(p, j)
    noun = p.chunks[target] if target is not None else chunk
    called = _one_called(p, chunk) if chunk.count is not None else chunk
    return _uncounted(p, called, harm, site) if called else _counted(p, chunk, noun, harm, site, strict=strict)


def _one_called(p: Parsed, chunk: Chunk) -> Chunk | None:
    """Example: "abducting one Musa Ladan": his name, without the "one" before it."""
    one = chunk.b - chunk.a > 2 and p.words[chunk.a].low == "one" and p.words[chunk.head].tag == "NNP"
    called = replace(chunk, a=chunk.a + 1, count=None) if one else None
    return called if called is not None and is_person_name(p, called) and not known_actor(p.slice(called)) else None


def _sized(p: Parsed, j: int, inner: int, harm: Harm, site: tuple[int, int], *, strict: bool) -> Group | None:
    """The people of a body whose size is said: its members where they are named, else the body itself."""
    group = _counted(p, p.chunks[inner], p.chunks[inner], harm, site, strict=strict)
    if group is not None:
        group.start = p.start(p.chunks[j])
        if not group.victims:
            group.victims, group.head = p.slice(p.chunks[j]), p.head(p.chunks[j])
    return group


def _counted(p: Parsed, chunk: Chunk, noun: Chunk, harm: Harm, site: tuple[int, int], *, strict: bool) -> Group | None:
    """The people of a phrase with a number: `chunk` holds the number, `noun` says who they are."""
    if chunk.count is None:
        return None
    head, own = p.head(noun), noun_after_count(p, chunk)
    victims = own if noun is chunk else (noun_after_count(p, noun) if noun.count else p.slice(noun))
    if noun is not chunk and head == "those" and (told := _BEHIND.match(p.text, p.end(noun))) is not None:
        victims = p.text[p.start(noun) : told.end()]  # "several of those behind the ambush"
    elif noun is not chunk and (noun.det == "prp" or head == "those"):
        victims, head = people_before(p, chunk), "them"
    if not victims and chunk.count.count.derived:
        victims = chunk.count.count.text  # "a midwife and her three daughters"
    if not victims and head in _DEAD_BODIES and _names_side(p.words[noun.head - 1].low) and noun is chunk:
        victims = p.text[p.words[noun.head - 1].start : p.words[noun.head].end]  # "only two rebel bodies"
    if not victims and person_noun(head) is not None and head != "dozen":
        victims = p.words[noun.head].text
    if head == "head" or (strict and own == "" and noun is chunk and p.slice(chunk).lower() == "another"):
        return None  # "500 head of cattle", "seized another"
    if chunk.count.count.unit in GROUPS and own.lower() in harm_states():
        victims = p.text[chunk.count.start : chunk.count.end].rpartition(" ")[2]  # "2,000 families homeless"
    taken = head in _CAPTIVE and chunk.count.count.value != 1  # "taking nine prisoner"
    bare = not victims or (noun is chunk and (taken or head in _BARE or head in harm_states()))
    if not bare and head not in {"them", "those"} and not _is_people(p, noun, head, harm, strict=strict):
        return None
    count = chunk.count.count
    value = count.value if count.value is not None else count.min
    return Group(
        p,
        harm,
        start=p.start(chunk),
        end=max(p.end(chunk), p.end(noun)),
        count=(chunk.count.start, chunk.count.end),
        victims="" if bare else _trim(victims),
        head=head,
        plural=value != 1,
        status=victim_status(p, noun, head),
        value=value,
        site=site,
        zero=count.value == 0,
        noun=own if bare else "",
    )


def _names_side(word: str) -> bool:
    """Example: the "rebel" of "two rebel bodies"."""
    return word in party_nouns() or f"{word}s" in party_nouns()


_PEOPLES = frozenset({"rohingya", "lebanese", "congolese", "burmese", "sudanese", "chinese", "palestinians", "yazidi"})
"""Names of peoples that are their own plural."""


def _is_people(p: Parsed, noun: Chunk, head: str, harm: Harm, *, strict: bool) -> bool:
    if person_noun(head) is not None or (head == "own" and noun.det == "poss") or head in _HURT:
        return True  # "lost six of its own", "two of the injured died"
    if noun.b < len(p.words) and p.words[noun.b].low == "who":
        return True  # "two water carriers who"
    if head in other_heads() or head in harm_nouns():
        return head in {"dead", "wounded"}
    tag = p.words[noun.head].tag
    if strict:
        people = harm is Harm.DISPLACED and (is_national(p.words[noun.head].text) or head in _PEOPLES)
        return people or head.endswith(_SURE_ENDINGS) or (tag in {"NNP", "NNPS"} and is_plural_name(head))
    if tag in {"NNP", "NNPS"}:
        fighters = known_actor(p.words[noun.head].text)  # "five Naparama"
        ends = tag == "NNPS" or head.endswith(("s", "is", "ese"))
        return ends or (fighters is not None and fighters.type in ARMED) or is_national(p.words[noun.head].text)
    return head.endswith(_PERSON_ENDINGS) or tag == "NNS"


def _uncounted(p: Parsed, chunk: Chunk, harm: Harm, site: tuple[int, int]) -> Group | None:
    """The people of a phrase without a number: one person, or a bare plural."""
    head = p.head(chunk)
    if head in _ORDINALS and chunk.b - chunk.a == 2 and chunk.det in {"a", "the", "an"} and not _of_follows(p, chunk):
        return _one_more(p, chunk, harm, site)
    named = p.words[chunk.head].tag == "NNP" and is_person_name(p, chunk)
    known = person_noun(head)
    many = known is not None and known.plural and not named
    if not _means_people(p, chunk, head, named=named) or (many and not _is_indefinite(chunk, head)):
        return None
    if not (many or named or chunk.det in _SINGLE_DETERMINERS or _owned(p, chunk)):
        return None
    span = (p.start(chunk), p.end(chunk))
    return Group(
        p,
        harm,
        start=span[0],
        end=span[1],
        count=span,
        victims=_trim(p.slice(chunk)),
        head=head,
        plural=many,
        status=victim_status(p, chunk, head),
        value=2 if many else 1,
        site=site,
        numbered=False,
        named=named,
        definite=many and chunk.det == "the",
    )


def _of_follows(p: Parsed, chunk: Chunk) -> bool:
    return chunk.b < len(p.words) and p.words[chunk.b].low == "of"


def _one_more(p: Parsed, chunk: Chunk, harm: Harm, site: tuple[int, int]) -> Group:
    """Example: "and a fifth died", "injuring the other": one of the people told before."""
    span = (p.start(chunk), p.end(chunk))
    unknown = VictimStatus.UNKNOWN
    one = Group(p, harm, *span, span, "", "other", plural=False, status=unknown, value=1, site=site)
    one.numbered = False
    return one


def _means_people(p: Parsed, chunk: Chunk, head: str, *, named: bool) -> bool:
    """Is a phrase without a number a person's name, a noun for people, or one that looks like it ("a prospector")?"""
    if (
        head in _BARE
        or head.endswith("quarters")
        or head in harm_nouns()
        or chunk.det == "any"
        or _only_counted(p, chunk)
    ):
        return False
    if named or person_noun(head) is not None or _aged(p, chunk):
        return True
    if (
        chunk.det in {"a", "an", "another"}
        and chunk.b - chunk.a > 1
        and is_national(p.text[p.words[chunk.a + 1].start : p.end(chunk)])
    ):
        return True  # "killed a Turk", "a Sri Lankan"
    several = head.endswith("s") and chunk.det != "poss"  # "9 killed, a peace process teeters"
    one = chunk.det in {"a", "an", "poss"} and not several
    return one and head.endswith(_PERSON_ENDINGS) and head not in other_heads()


def _owned(p: Parsed, chunk: Chunk) -> bool:
    """Example: "the mayor's son", "Castillo's son", "whose elder son"."""
    whose = chunk.a > 0 and p.words[chunk.a - 1].low == "whose"
    return whose or any(w.tag == "POS" for w in p.words[chunk.a : chunk.head])


def _aged(p: Parsed, chunk: Chunk) -> bool:
    """Example: "a 58-year-old rubber tapper"."""
    return chunk.det in {"a", "an", "another"} and any(w.low.endswith("-year-old") for w in p.words[chunk.a : chunk.b])


def _only_counted(p: Parsed, chunk: Chunk) -> bool:
    """Example: "how many soldiers", "the number of soldiers", "the only man": a number that stands elsewhere."""
    if any(w.low in {"only", "sole"} for w in p.words[chunk.a : chunk.head]):
        return True
    before = [w.low for w in p.words[max(0, chunk.a - 2) : chunk.a]]
    return before[-1:] == ["how"] or (before[-1:] == ["of"] and before[0] in _NUMBERS)


def _is_indefinite(chunk: Chunk, head: str) -> bool:
    """Does a bare plural bring people into the story, rather than speak of all of them or of those told before?"""
    if head == "people" or (chunk.det == "the" and victim_status_of(head) is VictimStatus.UNKNOWN):
        return False
    return chunk.det == "poss" or head not in _COLLECTIVE


def victim_status(p: Parsed, noun: Chunk, head: str) -> VictimStatus:
    """Civilian or combatant, from the words of the noun phrase, else from what its head is known to mean."""
    for word in p.words[noun.a : noun.b]:
        if word.low in _CIVILIAN_WORDS or (head in _DEFENDERS and word.low in _DEFENDED):
            return VictimStatus.CIVILIAN
        if word.low in _COMBATANT_WORDS:
            return VictimStatus.COMBATANT
    return victim_status_of(head)


def victim_status_of(head: str) -> VictimStatus:
    """Civilian or combatant, as far as a noun for people tells by itself."""
    known = person_noun(head)
    return known.status if known else VictimStatus.UNKNOWN


_BEHIND = re.compile(r" (?:behind|responsible for|involved in) (?:the|an?|that) (?:[\w-]+ )?[\w-]+")
_OTHER = re.compile(r"^other [\"“]")  # "three other "Red fighters""
_TAKEN = re.compile(r"\s+(?:hostage|captive|prisoner|dead)$")


def _trim(phrase: str) -> str:
    if phrase.lower() in {"the dead", "the wounded"}:
        return phrase
    if phrase.startswith('"') and '"' in phrase[1:-1]:
        return phrase.strip(" ,")  # ""Indian-sponsored" terrorists"
    return _TAKEN.sub("", _OTHER.sub("", phrase.strip(" ,'\"“”")))


def is_living(p: Parsed, j: int) -> bool:
    """Are they people at chunk j, or a count, or a name, and not "a truck"?"""
    chunk = p.chunks[j]
    return chunk.count is not None or person_noun(p.head(chunk)) is not None or p.words[chunk.head].tag == "NNP"
