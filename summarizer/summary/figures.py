"""Casualty figures in words: the count as worded, the people, and what was done to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.records.vocabulary import CountModifier, Harm
from summarizer.summary.naming import Names, listed
from summarizer.verify.wording import stands

if TYPE_CHECKING:
    from summarizer.records.verified import Casualty

NUMBER = re.compile(
    r"(?i)\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|dozens?|scores?|tens|several|few|handful|couple|both|"
    r"many|number|another|more|no|none|nobody)\b"
)
HARM_WORDS = re.compile(
    r"(?i)\b(?:the )?(?:dead|killed|deaths?|fatalit(?:y|ies)|lives|wounded|injured|hurt|injuries|missing|casualties"
    r"|slain)\b"
)
HARM_AFTER = re.compile(rf"(?i)\s*{HARM_WORDS.pattern[4:]}")
NEEDS_OF = re.compile(r"(?i)\b(?:tens|dozens|scores|hundreds|thousands|millions|number|couple|handful|pair)$")
DEFINITE = re.compile(r"(?i)(?:the|these|those|them|whom|his|her|its|their)\b|[\w ]+['’]s? ")
OWNER = re.compile(r"(?i)^(his|her|its|their|our|my) (?:own )?")
APOSTROPHE = "'"
PARTICIPLES = {
    Harm.KILLED: "killed",
    Harm.INJURED: "injured",
    Harm.CASUALTIES: "killed or injured",
    Harm.MISSING: "missing",
    Harm.CAPTURED: "captured",
    Harm.DISPLACED: "displaced",
    Harm.OTHER: "harmed",
}
# The article's own word is kept where it is one of these.
OWN_WORDS = {
    Harm.KILLED: re.compile(r"(?i)\b(killed|shot dead|executed|beheaded|stabbed to death|assassinated)\b"),
    Harm.INJURED: re.compile(r"(?i)\b(injured|wounded|hurt)\b"),
    Harm.CAPTURED: re.compile(
        r"(?i)\b(kidnapped|abducted|captured|seized|taken hostage|taken prisoner|taken captive)\b"
    ),
    Harm.DISPLACED: re.compile(r"(?i)\b(displaced|uprooted|evacuated)\b"),
}
DIED = re.compile(r"(?i)\b(?:died?|dies|perish\w*|succumb\w*|lost (?:their|his|her) li\w+|not survive|perished)\b")


_CRIMES = re.compile(r"(?i)\b(?:murders|killings|homicides|executions|abductions|kidnappings)$")
"""Counted themselves, and not people: nobody says that murders were killed."""


class Figure(NamedTuple):
    """One casualty as subject and verb: "at least 26 IS militants", "were", "killed"."""

    people: str
    verb: str
    done: str


def figure(casualty: Casualty, names: Names) -> Figure:
    """The words for one casualty record; the count phrase is never changed but for a capital."""
    quotes = " ".join(evidence.quote for evidence in casualty.evidence)
    if casualty.count.value == 0:
        if re.match(r"(?i)no ", casualty.count.text) and _counts_harm(casualty):
            return Figure(names.decapitalised(casualty.count.text), "were", "reported")
        return Figure(_nobody(casualty, names), "was", "killed" if casualty.harm is Harm.KILLED else "hurt")
    unquantified = casualty.count.modifier is CountModifier.UNQUANTIFIED
    if unquantified and _counts_harm(casualty):
        among = "" if HARM_WORDS.search(casualty.victims) else f" among {_victims(casualty, names)}"
        return Figure(names.decapitalised(casualty.count.text) + among, "were", "reported")
    people = _people(casualty, names)
    if _CRIMES.search(people):
        return Figure(people, "were", "reported")
    if re.search(r"(?i)\b(?:bod(?:y|ies)|corpses?|remains)\b", people):
        done = re.search(r"(?i)\b(?:recovered|counted|buried|gathered|pulled out)\b", quotes)
        return Figure(people, _was(casualty), done[0].lower() if done else "found")
    if casualty.harm is Harm.KILLED and DIED.search(quotes) and "kill" not in quotes.lower():
        return Figure(people, "", "died")
    own = OWN_WORDS[casualty.harm].search(quotes) if casualty.harm in OWN_WORDS else None
    return Figure(people, _was(casualty), own[1].lower() if own else PARTICIPLES[casualty.harm])


def _counts_harm(casualty: Casualty) -> bool:
    """ "heavy casualties", "no losses": the words of number name the harm, and nobody."""
    return HARM_WORDS.search(casualty.count.text) is not None or "losses" in casualty.count.text


def clause(casualties: list[Casualty], names: Names, subsets: dict[str, list[Casualty]], adverb: str = "") -> str:
    """Several figures of one source in one clause; figures with the same verb share it."""
    groups: dict[str, list[str]] = {}
    verbs: dict[str, str] = {}
    plain = {c.harm for c in casualties if len({figure(d, names).done for d in casualties if d.harm is c.harm}) > 1}
    sides = {casualty.victim_side for casualty in casualties}
    previous = ""
    for casualty in casualties:
        words = figure(casualty, names)
        people = words.people
        if previous and people == f"{names.decapitalised(casualty.count.text)} {previous}":
            people = people.removesuffix(f" {previous}")
        previous = casualty.victims
        if len(sides) > 1:
            people += _side(casualty, people, names)
        people += _including(subsets.get(casualty.id, []), casualty, names)
        if casualty.harm in plain and casualty.count.value != 0 and words.done != "reported":
            words = Figure(people, _was(casualty), PARTICIPLES[casualty.harm])
        groups.setdefault(words.done, []).append(people)
        verbs[words.done] = words.verb
    return listed([_told(people, verbs[done], done, adverb) for done, people in groups.items()])


def _told(people: list[str], verb: str, done: str, adverb: str) -> str:
    plural = "were" if verb == "was" and len(people) > 1 else verb
    adverb = "" if done == "reported" else adverb
    return " ".join(part for part in (listed(people), plural, adverb, done) if part)


def _side(casualty: Casualty, people: str, names: Names) -> str:
    """ " of the KIA" where a sentence counts the dead of two sides and the words do not show which is which."""
    side = casualty.victim_side
    if not side or names.adjectival(side) or (side.islower() and " " not in side):
        return ""  # "14 militants" are no clearer as those "of terrorists"
    stems = {word[:5].casefold() for word in re.findall(r"\w{2,}", side)}
    known = {word[:5].casefold() for word in re.findall(r"\w{2,}", people)}
    return "" if stems & known else f" of {names.phrase(side)}"


def _including(subsets: list[Casualty], parent: Casualty, names: Names) -> str:
    inside = [
        subset
        for subset in subsets
        if subset.harm is parent.harm and subset.claim_ids == parent.claim_ids and subset.victims != parent.victims
        if subset.victims and not HARM_WORDS.fullmatch(subset.victims)  # "one", of whom no more is told
    ]
    if not inside:
        return ""
    return f", including {listed([_people(subset, names) for subset in inside])},"


def _people(casualty: Casualty, names: Names) -> str:
    count, victims = casualty.count.text, _victims(casualty, names)
    if not NUMBER.search(count) or _holds(count, victims):
        return _without_harm(names.decapitalised(count))
    if _holds(victims, count):
        return _without_harm(names.decapitalised(victims))
    if not victims or HARM_WORDS.fullmatch(victims):
        victims = "person" if casualty.count.best == 1 else "people"
    if NUMBER.search(victims.split(" ")[0]):
        victims = f"the {victims}"
    if DEFINITE.match(victims) or (NEEDS_OF.search(count) and not victims.startswith("of ")):
        victims = f"of {victims}"
    return f"{names.decapitalised(count)} {victims}"


def _victims(casualty: Casualty, names: Names) -> str:
    """The victims with a pronoun's owner put in its place, where the record knows the side."""
    victims = names.decapitalised(casualty.victims)
    owner = OWNER.match(victims)
    if not owner:
        return victims
    noun = victims[owner.end() :]
    if not casualty.victim_side or names.adjectival(casualty.victim_side) or len(casualty.victim_side.split()) > 4:
        own = any(casualty.victims in evidence.quote for evidence in casualty.evidence)
        spoken = own and casualty.claim_ids and owner[1].lower() not in {"my", "our"}
        return victims if spoken else noun
    side = names.phrase(casualty.victim_side)
    return f"{side}{APOSTROPHE if side.endswith('s') else APOSTROPHE + 's'} {noun}"


def _without_harm(phrase: str) -> str:
    """ "35 killed" -> "35 people"; "seven guests" stays."""
    trimmed = HARM_AFTER.sub("", phrase).strip()
    if trimmed == phrase:
        return phrase
    return f"{trimmed} people" if NUMBER.search(trimmed.split(" ")[-1]) else trimmed or phrase


def _nobody(casualty: Casualty, names: Names) -> str:
    """ "no one", "no civilian", "none of the suspects"."""
    count, victims = names.decapitalised(casualty.count.text), names.decapitalised(casualty.victims)
    if re.match(r"(?i)no (?!one\b)\w", victims):
        return victims
    if re.match(r"(?i)no (?!one\b)\w", count):
        return count
    if count == "no" and victims and not HARM_WORDS.search(victims):
        return f"no {victims}"
    if count == "none" and re.match(r"(?i)(?:the|its|his|her|their) ", victims):
        return f"none of {_victims(casualty, names)}"
    return "no one"


def _was(casualty: Casualty) -> str:
    return "was" if casualty.count.value == 1 and not casualty.count.derived else "were"


def _holds(outer: str, inner: str) -> bool:
    return bool(inner) and stands(inner.casefold(), outer.casefold())
