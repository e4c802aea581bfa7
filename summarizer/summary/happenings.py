"""Events as clauses: who did what to whom, where and when, in the past tense and as real as their status."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.records.vocabulary import EventStatus, EventType
from summarizer.summary.naming import Names, listed

if TYPE_CHECKING:
    from summarizer.records.verified import Event


class Form(NamedTuple):
    """How one type of event is told. `{a}` actor, `{t}` target, `{n}` noun, `{be}` was or were.

    `nouns` are tried on the event's quotes in order; the first found is the article's own word, else `noun`.
    """

    both: str
    actor: str
    target: str
    bare: str
    noun: str
    nouns: str = ""


_HIT = "{n} {be} reported"
_AGAINST = "{a} carried out {n} against {t}"
_BY = "{a} carried out {n}"
_ON = "{n} hit {t}"
FORMS = {
    EventType.ARMED_CLASH: Form(
        "{a} fought {t}",
        "{a} took part in {n}",
        "{t} came under fire",
        _HIT,
        "fighting",
        r"clash(?:es)?|ambush|gun duel|battle",
    ),
    EventType.OFFENSIVE: Form(
        "{a} pressed {n} against {t}",
        "{a} pressed {n}",
        "{n} against {t} was reported",
        _HIT,
        "an offensive",
        r"offensive|siege|assault|operation|push",
    ),
    EventType.TERRITORY_CHANGE: Form(
        "{a} took ground from {t}", "{a} took ground", "{t} lost ground", "ground changed hands", "ground"
    ),
    EventType.ATTACK: Form(
        "{a} attacked {t}",
        "{a} carried out {n}",
        "{t} came under attack",
        _HIT,
        "an attack",
        r"attack|raid|shooting|stabbing|execution|assassination|ambush|massacre|killing",
    ),
    EventType.AIR_DRONE_STRIKE: Form(
        "{a} carried out {n} on {t}",
        _BY,
        _ON,
        _HIT,
        "an air strike",
        r"drone strikes?|air ?strikes?|airstrikes?|air raids?|strikes?|bombing",
    ),
    EventType.SHELLING: Form("{a} shelled {t}", "{a} carried out {n}", _ON, _HIT, "shelling"),
    EventType.BOMBING: Form(
        _AGAINST,
        _BY,
        _ON,
        _HIT,
        "a bombing",
        r"car bomb(?:ing)?s?|roadside bombs?|bomb attacks?|bombings?|blasts?|explosions?",
    ),
    EventType.SUICIDE_ATTACK: Form(
        _AGAINST, _BY, _ON, _HIT, "a suicide attack", r"suicide (?:car )?bombings?|suicide attacks?"
    ),
    EventType.CHEMICAL_ATTACK: Form(_AGAINST, _BY, _ON, _HIT, "a chemical attack"),
    EventType.ABDUCTION: Form("{a} abducted {t}", _BY, "the abduction of {t} was reported", _HIT, "an abduction"),
    EventType.SEXUAL_VIOLENCE: Form(_AGAINST, _BY, "{n} against {t} was reported", _HIT, "sexual violence"),
    EventType.ARREST: Form(
        "{a} detained {t}", "{a} made arrests", "arrests of {t} were reported", "arrests were made", "arrests"
    ),
    EventType.RELEASE: Form(
        "{a} freed {t}", "{a} freed captives", "the release of {t} was reported", "captives were freed", "releases"
    ),
    EventType.DESTRUCTION: Form(_AGAINST, _BY, _ON, _HIT, "destruction", r"looting|arson|sabotage|demolition"),
    EventType.TROOP_MOVEMENT: Form(
        "{n} by {a} {be} reported", "{n} by {a} {be} reported", _HIT, _HIT, "troop movements"
    ),
    EventType.WITHDRAWAL: Form(
        "{a} withdrew", "{a} withdrew", "a withdrawal was reported", "a withdrawal was reported", "a withdrawal"
    ),
    EventType.DISRUPTED_WEAPONS: Form(
        "{a} seized or intercepted weapons of {t}",
        "{a} seized or intercepted weapons",
        "weapons were seized or intercepted",
        "weapons were seized or intercepted",
        "weapons",
    ),
    EventType.PROTEST: Form(
        "{a} protested against {t}", "{a} protested", "{n} against {t} was reported", _HIT, "a protest"
    ),
    EventType.RIOT: Form("{a} rioted", "{a} rioted", _HIT, _HIT, "rioting"),
    EventType.AGREEMENT: Form(
        "{a} and {t} reached {n}",
        "{a} reached {n}",
        "{n} with {t} was reached",
        "{n} was reached",
        "an agreement",
        r"ceasefire|truce|peace deal|prisoner swap|deal|accord",
    ),
    EventType.TALKS: Form(
        "{a} and {t} held talks", "{a} held talks", "talks were held with {t}", "talks were held", "talks"
    ),
    EventType.RESTRICTION: Form(
        "{a} imposed {n} on {t}",
        "{a} imposed {n}",
        "{n} {be} imposed on {t}",
        "{n} {be} imposed",
        "restrictions",
        r"sanctions|blockade|curfew|ban|embargo",
    ),
    EventType.HUMANITARIAN: Form(
        _HIT, _HIT, _HIT, _HIT, "a humanitarian emergency", r"evacuations?|aid deliver(?:y|ies)"
    ),
    EventType.OTHER: Form(_HIT, _HIT, _HIT, _HIT, "an incident", r"explosion|blast|accident|fire|collapse"),
}
BETWEEN = frozenset({EventType.ARMED_CLASH, EventType.AGREEMENT, EventType.TALKS})
OF = {EventType.ARREST: "of", EventType.ABDUCTION: "of", EventType.RELEASE: "of", EventType.RESTRICTION: "on"}
UNCOUNTED = frozenset({"looting", "arson", "sabotage", "shelling", "fighting"})
UNREAL = frozenset({EventStatus.HYPOTHETICAL, EventStatus.NEGATED, EventStatus.BACKGROUND, EventStatus.PLANNED})
PLACE_WORDS = r"(?:in|at|near|outside|around|inside|on|off|over|across|along|north of|south of|east of|west of)"
TIME_OPENERS = re.compile(
    r"(?i)(?:on|in|at|by|since|before|after|during|over|overnight|late|early|within|last|this|earlier|yesterday|today|"
    r"shortly|an?|between|from|until|for|about|around|just|the)\b"
)
DAY = re.compile(r"(?i)(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:[A-Z][a-z]+\.? \d)")
LONGEST_PLACE = 8
LONGEST_TIME = 6


def told(event: Event, names: Names) -> str:
    """One clause without attribution and without a full stop: "the Syrian army pressed an offensive against IS"."""
    form, noun = FORMS[event.type], noun_of(event)
    agents, targets = (listed([names.phrase(name) for name in side]) for side in _sides(event))
    if event.type is EventType.TERRITORY_CHANGE and agents and (place := _place(event)):
        return f"{agents} took {names.place(place)}{when(event, names)}"
    template = form.both if agents and targets else form.actor if agents else form.target if targets else form.bare
    if event.type is EventType.ARMED_CLASH and len(event.actors) > 1 and not targets:
        template = "{a} fought each other"
    if event.status is EventStatus.ATTEMPTED:
        template = (
            "{a} attempted {n}" + (" against {t}" if targets else "") if agents else "an attempt at {n} was reported"
        )
    words = template.format(a=agents, t=targets, n=noun, be="were" if _plural(noun) else "was")
    if event.type is EventType.ABDUCTION and re.search(r"(?i)captur|prisoner", _quotes(event)):
        words = words.replace("abducted", "captured")
    return words + where(event, names) + when(event, names)


def agents_of(event: Event, names: Names) -> str:
    """The actors as they open the clause of `told`."""
    return listed([names.phrase(name) for name in event.actors[:2]])


def titles(event: Event, names: Names) -> list[str]:
    """Noun phrases for a headline, the fullest first: "offensive by Syrian army against IS in Raqqa province"."""
    agents, targets = ([names.bare(name) for name in side] for side in _sides(event))
    place, noun = _place(event), re.sub(r"^an? ", "", noun_of(event))
    scene = where(event, names)
    if event.type is EventType.TERRITORY_CHANGE and place:
        noun, scene = f"capture of {names.place(place)}", ""
    by = f" by {listed(agents)}" if agents else ""
    against = f" {OF.get(event.type, 'against')} {listed(targets)}" if targets else ""
    if event.type in BETWEEN and len(agents + targets) > 1:
        by, against = f" between {listed([*agents, *targets])}", ""
    if event.type is EventType.TERRITORY_CHANGE:
        against = ""
    return [noun + by + against + scene, noun + by + scene, noun + by + against, noun + scene, noun]


_NOT_HARMED_IN = {"a killing": "an attack", "killings": "attacks"}
"""Nobody is "killed in a killing"."""


def nominal(event: Event, names: Names, harmed: frozenset[str] = frozenset()) -> str:
    """The event as something people were harmed in: "an air strike by Russian forces in Hama province".

    `harmed`: whose people they were. A side alone is not named as the one who harmed its own.
    """
    agents = [names.phrase(name) for name in event.actors[:2]]
    if event.type is EventType.TERRITORY_CHANGE:
        return (
            "the fight for ground" if not event.location.place else f"the fight for {names.place(event.location.place)}"
        )
    if event.type in BETWEEN and len(agents) > 1:
        return f"{noun_of(event)} between {listed(agents)}{where(event, names)}"
    agents = [names.phrase(name) for name in event.actors[:2] if name not in harmed]
    noun = _NOT_HARMED_IN.get(noun_of(event), noun_of(event))
    return noun + (f" by {listed(agents)}" if agents else "") + where(event, names)


def where(event: Event, names: Names) -> str:
    """ " in Raqqa province", with the article's own preposition where its quotes show one."""
    phrase = _place(event)
    if not phrase:
        return ""
    if re.match(rf"{PLACE_WORDS}\b", phrase, re.I):
        return f" {phrase[0].lower()}{phrase[1:]}"
    if event.type is EventType.WITHDRAWAL:
        return f" from {names.place(names.phrase(phrase))}"
    for evidence in event.evidence:
        told = phrase.lower() in evidence.quote.lower()  # spares compiling a pattern for each place
        found = told and re.search(rf"(?i)\b({PLACE_WORDS} (?:the |a |an )?){re.escape(phrase)}(?!\w)", evidence.quote)
        if found:
            return f" {found[1].lower()}{names.place(phrase)}"
    return f" in {names.place(names.phrase(phrase))}"


def when(event: Event, names: Names) -> str:
    """ " on Friday": the article's own words, never a date that it does not have."""
    text = re.sub(r"['’]s$", "", event.time.text or "")
    if not text or len(text.split()) > LONGEST_TIME or text.lower().startswith("since"):
        return ""
    if TIME_OPENERS.match(text):
        return f" {text if DAY.match(text) else text[0].lower() + text[1:]}"
    return f" on {text}" if DAY.match(text) else ""


def _place(event: Event) -> str | None:
    text, place = event.location.text, event.location.place
    if text and place and place in text and len(text.split()) <= LONGEST_PLACE:
        return text
    return place


def _sides(event: Event) -> tuple[list[str], list[str]]:
    """At most two names a side."""
    return list(event.actors[:2]), [name for name in event.targets if name not in event.actors][:2]


def noun_of(event: Event) -> str:
    """The article's own noun for the event where it is a known one, with its article."""
    form = FORMS[event.type]
    found = re.search(rf"(?i)\b(?:{form.nouns})\b", _quotes(event)) if form.nouns else None
    if not found:
        return form.noun
    noun = found[0].lower()
    return noun if _plural(noun) or noun in UNCOUNTED else f"{_article(noun)} {noun}"


def _quotes(event: Event) -> str:
    return " ".join(evidence.quote for evidence in event.evidence)


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeiou" else "a"


def _plural(noun: str) -> bool:
    return noun.endswith("s") and not noun.startswith(("a ", "an "))
