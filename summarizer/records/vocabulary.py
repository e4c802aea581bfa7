"""The closed vocabularies of the codebook (docs/records.md), one sentence per value.

The sentence under each member is its definition: prompts and docs render it (`definition`), so code, prompt and
documentation cannot disagree.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Term(StrEnum):
    """A value of a closed vocabulary with its one-line definition."""

    definition: str

    def __new__(cls, value: str, definition: str = "") -> Self:
        """Attach the definition to the member."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.definition = definition
        return member


class ActorType(Term):
    """What kind of party an actor is."""

    STATE_FORCES = "state_forces", "military, police or intelligence of the state on whose territory the event is"
    EXTERNAL_FORCES = (
        "external_forces",
        "forces of a state acting outside its own territory, coalitions, peacekeepers, private security",
    )
    REBEL_GROUP = "rebel_group", "armed organisation opposing a state, designated terrorist groups included"
    MILITIA = (
        "militia",
        "armed group not aimed at replacing the state: political, communal, tribal, pro-government",
    )
    PROTESTERS = "protesters", "unarmed demonstrators"
    RIOTERS = "rioters", "demonstrators or mobs using violence"
    CIVILIANS = "civilians", "unarmed people not taking part"
    GOVERNMENT = "government", "civil authority: ministers, officials, parliament"
    INTL_ORGANISATION = "intl_organisation", "UN, AU, EU, ICRC and the like"
    MONITOR_NGO = "monitor_ngo", "casualty monitors, rights groups, aid organisations"
    MEDIA = "media", "outlets and agencies"
    UNIDENTIFIED_ARMED = "unidentified_armed", "gunmen, unknown attackers"
    OTHER = "other", "anything else"


class EventGroup(StrEnum):
    """The dashboard family of an event type."""

    GROUND = "ground"
    REMOTE = "remote"
    PERSONS = "persons"
    PROPERTY = "property"
    POSTURE = "posture"
    UNREST = "unrest"
    DIPLOMACY = "diplomacy"
    PRESSURE = "pressure"
    AID = "aid"
    OTHER = "other"


class EventType(Term):
    """What happened."""

    group: EventGroup

    def __new__(cls, value: str, definition: str = "", group: EventGroup = EventGroup.OTHER) -> Self:
        """Attach definition and group to the member."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.definition = definition
        member.group = group
        return member

    ARMED_CLASH = (
        "armed_clash",
        "fighting between two armed sides, including an ambush of armed forces",
        EventGroup.GROUND,
    )
    OFFENSIVE = (
        "offensive",
        "named or multi-day ground operation, advance or siege, single clashes not itemised",
        EventGroup.GROUND,
    )
    TERRITORY_CHANGE = (
        "territory_change",
        "one side takes, retakes or hands over a named place",
        EventGroup.GROUND,
    )
    ATTACK = (
        "attack",
        "one-sided direct violence on unarmed or off-duty people: shooting, stabbing, execution, assassination",
        EventGroup.GROUND,
    )
    AIR_DRONE_STRIKE = (
        "air_drone_strike",
        "bombs or missiles from aircraft, helicopter or drone",
        EventGroup.REMOTE,
    )
    SHELLING = "shelling", "artillery, mortar, rocket or surface missile fire", EventGroup.REMOTE
    BOMBING = (
        "bombing",
        "planted bomb, IED, mine, grenade or car bomb with no suicide attacker",
        EventGroup.REMOTE,
    )
    SUICIDE_ATTACK = "suicide_attack", "the attacker dies by design", EventGroup.REMOTE
    CHEMICAL_ATTACK = "chemical_attack", "chemical, biological or radiological weapon used", EventGroup.REMOTE
    ABDUCTION = (
        "abduction",
        "kidnapping, hostage taking, capture of fighters, disappearance",
        EventGroup.PERSONS,
    )
    SEXUAL_VIOLENCE = "sexual_violence", "rape and other sexual violence", EventGroup.PERSONS
    ARREST = "arrest", "detention by a state or de facto authority", EventGroup.PERSONS
    RELEASE = "release", "captives freed, rescued or exchanged", EventGroup.PERSONS
    DESTRUCTION = (
        "destruction",
        "looting, arson, demolition or sabotage with no attack type given",
        EventGroup.PROPERTY,
    )
    TROOP_MOVEMENT = (
        "troop_movement",
        "deployment, build-up, advance or massing without fighting",
        EventGroup.POSTURE,
    )
    WITHDRAWAL = "withdrawal", "forces leave a place", EventGroup.POSTURE
    DISRUPTED_WEAPONS = "disrupted_weapons", "interception, defusing, weapons seized", EventGroup.POSTURE
    PROTEST = "protest", "demonstration, including the police response to it", EventGroup.UNREST
    RIOT = "riot", "violent demonstration or mob violence", EventGroup.UNREST
    AGREEMENT = (
        "agreement",
        "ceasefire, truce, deal or prisoner-swap deal signed or in force",
        EventGroup.DIPLOMACY,
    )
    TALKS = "talks", "meeting, visit, negotiation", EventGroup.DIPLOMACY
    RESTRICTION = (
        "restriction",
        "sanctions, blockade, curfew, expulsion, ban, cut supplies",
        EventGroup.PRESSURE,
    )
    HUMANITARIAN = "humanitarian", "aid delivery, evacuation, displacement, access", EventGroup.AID
    OTHER = "other", "security-relevant, none of the above", EventGroup.OTHER


class EventStatus(Term):
    """How real an event is at the time of writing."""

    COMPLETED = "completed", "reported as having happened"
    ONGOING = "ongoing", "under way when reported"
    ATTEMPTED = "attempted", "tried and failed, foiled, or outcome not stated"
    PLANNED = "planned", "announced, ordered, intended or threatened future"
    HYPOTHETICAL = "hypothetical", "if, should or could: conditional or speculative"
    NEGATED = "negated", "reported not to have happened, or denied by all sources given"
    BACKGROUND = "background", "history given as context, not news"


class Harm(Term):
    """What was done to the people counted."""

    KILLED = "killed", "dead"
    INJURED = "injured", "wounded, hurt"
    CASUALTIES = "casualties", "killed or injured, not told apart"
    MISSING = "missing", "unaccounted for"
    CAPTURED = "captured", "taken alive by an armed party: prisoners, hostages, kidnapped people"
    DISPLACED = "displaced", "driven from home"
    OTHER = "other", "harmed in another way"


class VictimStatus(Term):
    """Whether the victims took part, as the source describes them."""

    COMBATANT = "combatant", "soldiers, police, guards, fighters"
    CIVILIAN = "civilian", "people described as civilians or plainly such"
    MIXED = "mixed", "both in one figure"
    UNKNOWN = "unknown", "not said; plain people and persons"


class Scope(Term):
    """Whether a figure belongs to one incident."""

    INCIDENT = "incident", "the toll of one incident"
    CUMULATIVE = "cumulative", "a running total of a war, a period or several places"
    SUPERSEDED = "superseded", "an earlier figure that the text withdraws or replaces"


class CountModifier(Term):
    """The hedge on a count."""

    EXACT = "exact", "the number itself"
    AT_LEAST = "at_least", "a floor that may be met"
    MORE_THAN = "more_than", "a floor that is exceeded"
    ABOUT = "about", "an approximation, no bound"
    NEARLY = "nearly", "a ceiling that is approached"
    UP_TO = "up_to", "a ceiling"
    FEWER_THAN = "fewer_than", "a ceiling that is not met"
    RANGE = "range", "two figures"
    VAGUE = "vague", "a plural or round lexeme that implies only a floor"
    UNQUANTIFIED = "unquantified", "harm without any number"


class CountUnit(Term):
    """What one unit of the count is."""

    PEOPLE = "people", "persons"
    FAMILIES = "families", "families; never multiplied into people"
    HOUSEHOLDS = "households", "households; never multiplied into people"
    BODIES = "bodies", "bodies, corpses, remains"
    OTHER = "other", "another unit"


class Stance(Term):
    """How a source stands to what is claimed."""

    ASSERTS = "asserts", "presents as fact"
    SUGGESTS = "suggests", "hedged or speculative"
    DENIES = "denies", "says it did not happen, or not by them, or disputes another's account"
    CLAIMS_RESPONSIBILITY = "claims_responsibility", "says its own side did it"
    INTENDS = "intends", "states its own plan or expectation"
    THREATENS = "threatens", "coercive warning"
    DEMANDS = "demands", "calls on others to act"
    NO_COMMENT = "no_comment", "silent, unavailable, gave no figure"
    CANNOT_VERIFY = "cannot_verify", "outlet or source says it cannot be checked"


class SourceType(Term):
    """What kind of source stands behind a claim."""

    GOVERNMENT = "government", "ministers, ministries, presidency, diplomats, local authorities"
    MILITARY = (
        "military",
        "state forces, police, coalition commands, their spokesmen and military-run centres",
    )
    ARMED_GROUP = "armed_group", "rebels, militias, their media arms"
    INTL_ORGANISATION = "intl_organisation", "UN bodies, OSCE, AU, ICRC"
    MONITOR_NGO = "monitor_ngo", "casualty monitors, rights groups, NGOs"
    MEDICAL_RESCUE = "medical_rescue", "hospitals, medics, civil defence, rescue"
    WITNESS = "witness", "residents, survivors, relatives, journalists as witnesses"
    STATE_MEDIA = "state_media", "media owned or run by a state"
    NEWS_MEDIA = "news_media", "other outlets and agencies"
    SOCIAL_MEDIA = "social_media", "posts, videos, channels with no better owner"
    EXPERT = "expert", "analysts, academics, think tanks"
    DOCUMENT = "document", "report, court file, statement with no agent named"
    OUTLET = "outlet", "the article's own voice"
    UNKNOWN = "unknown", "'reports said', implicit source"


class Support(Term):
    """How a record is borne out inside the article; computed, never asked for."""

    OUTLET_VOICE = "outlet_voice", "no claim; the outlet states it itself"
    SINGLE_SOURCE = "single_source", "one distinct originator"
    MULTI_SOURCE = "multi_source", "two or more distinct originators, no conflict"
    ACKNOWLEDGED = "acknowledged", "the party said to be responsible asserts or claims it"
    CONTESTED = (
        "contested",
        "one asserts and another denies, or attributions differ, or counts do not overlap",
    )
    NEGATED = "negated", "only denials"


class ViolenceType(Term):
    """UCDP type of violence of an event; computed from its actors."""

    STATE_BASED = "state_based", "a state's forces against an armed organisation"
    NON_STATE = "non_state", "two armed organisations, none a state"
    ONE_SIDED = "one_sided", "the target is civilians"


class TimeRelation(Term):
    """How an event stands to the time named: "by Friday" is not "on Friday"."""

    ON = "on", "on that day"
    BY = "by", "on or before"
    SINCE = "since", "from then on"
    WITHIN = "within", "inside the period, or before its end"
    IN = "in", "in that month, year or season"
    REPORTED_ON = "reported_on", "the day it was reported"
    AT = "at", "at that hour"


class TimePrecision(Term):
    """How fine a date is."""

    DAY = "day", "one day, or a few named days"
    WEEK = "week", "a week"
    MONTH = "month", "a month"
    YEAR = "year", "a year or longer"
    UNKNOWN = "unknown", "not resolved"


class EvidenceMatch(Term):
    """How a quote was found in the article."""

    EXACT = "exact", "character for character"
    NORMALISED = "normalised", "after folding white space, quotation marks, dashes and invisible characters"
