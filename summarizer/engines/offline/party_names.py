"""What a noun phrase says of a party: its name, its kind, the country its words tell of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from summarizer.engines.offline.chunks import Chunk
from summarizer.engines.offline.lexicon import table, words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.word_list import word_list
from summarizer.normalize.actors import known_actor
from summarizer.normalize.countries import Naming, naming_words
from summarizer.normalize.places import country_of
from summarizer.records.vocabulary import ActorType, SourceType

STATE = frozenset({ActorType.STATE_FORCES, ActorType.EXTERNAL_FORCES})
"""Types of parties that are forces of a state."""
REBEL = frozenset({ActorType.REBEL_GROUP, ActorType.MILITIA, ActorType.UNIDENTIFIED_ARMED})
"""Types of armed parties that are not."""
ARMED = STATE | REBEL
"""Types of parties that bear arms."""
PLAIN_NOUNS = words("party_names", "plain_nouns")
"""Nouns that name no party of their own: they mean the side mentioned last."""

UNITS = frozenset({"battalion", "brigade", "company", "platoon", "unit", "squad", "regiment", "division", "section"})
"""Words before a rank that name no side: "a battalion commander"."""
_QUANTIFIERS = words("party_names", "quantifiers")
_REBELLIOUS = words("party_names", "rebellious")
_FOREIGN = words("party_names", "foreign")
_CAUSES = words("party_names", "causes")
_ARMIES = frozenset({"army", "military", "navy"})
_IRREGULAR = frozenset({"kurdish", "allied", "tribal", "self-defence", "self-defense", "vigilante", "volunteer"})


@cache
def party_nouns() -> dict[str, ActorType]:
    """Head noun of a party's name -> its type."""
    return {word: ActorType(kind) for kind, rows in table("actors").items() for word in rows["words"]}


@cache
def _phrases() -> dict[str, ActorType]:
    return {phrase: ActorType(kind) for kind, rows in table("actors").items() for phrase in rows["phrases"]}


@cache
def _last_words() -> frozenset[str]:
    return frozenset(phrase.rpartition(" ")[2] for phrase in _phrases())


def core_of(p: Parsed, chunk: Chunk) -> str:
    """The noun phrase without determiner and number, a known name also without whose it is."""
    a = chunk.a
    while a < chunk.head and (
        (p.words[a].low in _QUANTIFIERS and not _opens_name(p, a))
        or (p.words[a].tag in {"DT", "PRP$", "PDT", "CD"} and not _is_numbered(p, a))
        or p.words[a].tag == '"'
        or (chunk.count and p.words[a].start < chunk.count.end)
    ):
        a += 1
    while _is_told_of(p, a, chunk.head) or (a < chunk.head and p.words[a].low in _BEFALLEN):
        a += 1
    core = p.text[p.words[a].start : p.words[chunk.head].end]
    match = _COUNTRYS.match(core)
    return core[match.end() :] if match is not None and known_actor(core[match.end() :]) else core


_BEFALLEN = words("party_names", "befallen")
"""What befell people is no part of their name."""
_COUNTRYS = re.compile(r"[A-Z][\w.]+(?: [A-Z]\w+)?['’]s (?:[a-z][\w-]* ){1,2}(?=[A-Z])")
"""Example: the beginning of "Sudan's paramilitary Rapid Support Forces"."""


def _is_numbered(p: Parsed, a: int) -> bool:
    """Example: "33rd Front", "103rd Infantry Brigade": an ordinal that opens a name."""
    return p.words[a].text[0].isdigit() and p.words[a].text[-1].isalpha() and p.words[a + 1].text[0].isupper()


def _is_told_of(p: Parsed, a: int, head: int) -> bool:
    """Example: "paramilitary Rapid Support Forces", "Israeli-backed South Lebanon Army": no part of the name."""
    if not 2 <= head - a <= _LONGEST or not all(
        w.text[0].isupper() or w.low in _INSIDE for w in p.words[a + 1 : head + 1]
    ):
        return False
    return p.words[a].text[0].islower() or p.words[a].low.endswith(_BESIDE)


def _opens_name(p: Parsed, a: int) -> bool:
    """Example: "New People's Army": a quantifier's capital inside a name, not at the head of a sentence."""
    if not (p.words[a].text[0].isupper() and p.words[a + 1].text[0].isupper()):
        return False
    return a > 0 or country_of(f"{p.words[a].text} {p.words[a + 1].text}") is not None  # "South Sudanese army"


_BESIDE = ("-backed", "-linked", "-aligned", "-affiliated", "-allied", "-supported", "-sponsored", "-inspired")
_OFFICERS = frozenset({"commissioner", "chief", "inspector", "inspector-general", "superintendent", "director", "head"})
_LONGEST = 8
"""Words of a name."""
_INSIDE = frozenset({"of", "the", "for", "and", "'s", "’s"})
OFFSHOOTS = frozenset({"dissidents", "dissident", "splinter", "breakaway", "offshoot"})
"""Words for those who left a group, beside its name: "FARC dissidents", "a splinter group of the Taliban"."""
_EXERTED = words("party_names", "exerted")
"""Before "force", nobody's force but what is done by force: "police used lethal force"."""
_NUMBERED_FRONT = re.compile(r"(?:\d+(?:st|nd|rd|th)|[IVXL]{1,6}) (?:and \d+\w\w )?[Ff]ront$")
_DEFENDERS = re.compile(r"\S defen[cs]e forces?$")
_OWN_UNITS = re.compile(r"(?!air )\S.* (?:resistance|protection|defen[cs]e|mobili[sz]ation) (?:units|brigades|squads)$")


def _is_capitalised(core: str) -> bool:
    """Is the phrase a name, not plain words ("local defence forces")?"""
    return core[:1].isupper() and core.rsplit(maxsplit=1)[-1][:1].isupper()


def kind_of(p: Parsed, chunk: Chunk, country: str | None) -> ActorType | None:
    """The type of the party that a noun phrase names, None when it names none.

    `country` is where the article's events happen (ISO alpha-3): forces of another state are external there.
    """
    core = core_of(p, chunk)
    known = known_actor(core) or (known_actor(proper_part(core)) if core[:1].islower() else None)
    if known is not None:
        return known.type
    low = core.lower()
    names = low.split()
    kind = None
    if names[-1:] and names[-1] in _last_words():
        kind = next((k for size in (3, 2) if (k := _phrases().get(" ".join(names[-size:])))), None)
    kind = kind or party_nouns().get(p.head(chunk))
    if p.head(chunk) in OFFSHOOTS:
        return _armed_word(core)  # "FARC dissidents"; "dissidents" alone bear no arms
    if kind is None and p.head(chunk) == "front" and _NUMBERED_FRONT.match(core):
        return ActorType.REBEL_GROUP  # "33rd Front"
    if kind is None and _OWN_UNITS.match(low) and _is_capitalised(core):
        return ActorType.MILITIA  # "Sinjar Resistance Units"
    if p.head(chunk) == "force" and names[0] in _EXERTED:
        return None
    if names[1:2] == ["of"] and names[0] in _OFFICERS:
        return None  # "the Commissioner of Police"
    if kind in STATE and (group := _armed_word(core)) is not None:
        return group
    if kind in STATE and _DEFENDERS.search(low) and _land(names) is None and _is_capitalised(core):
        return ActorType.REBEL_GROUP  # "Karenni Nationalities Defence Force": the force of no state
    if kind in STATE and (_is_own_army(core, names) or _are_of_no_state(core, names)):
        return ActorType.REBEL_GROUP
    return _qualified(names, kind, country) if kind in STATE else kind


def _are_of_no_state(core: str, low: list[str]) -> bool:
    """Example: "Tigrayan forces", "Amhara fighters": of a people or a man, by a word that is no other."""
    if len(low) != 2 or low[1] not in _MEN or not core.split(maxsplit=1)[0].istitle() or low[0] in _CONTINENTS:
        return False
    return _land(low) is None and (word_list().get(low[0]) is None or low[0] == "chin")


_MEN = frozenset({"forces", "fighters", "troops", "soldiers"})
_CONTINENTS = frozenset({"african", "european", "arab", "asian", "american", "western", "nato"})


def _is_own_army(core: str, low: list[str]) -> bool:
    """Example: "Gaitanist Army", "Free Liberation Army": named for a cause, not for a state."""
    named = len(low) > 1 and low[-1] == "army" and all(w[0].isupper() for w in core.split())
    cause = not _CAUSES.isdisjoint(low) or any(w.endswith("ist") for w in low)
    return named and cause and _land(low) is None


def _armed_word(core: str) -> ActorType | None:
    """Example: "Taliban border forces": the kind of a known armed group whose name opens the phrase."""
    first = core.split(maxsplit=1)[0]
    known = known_actor(first) if first[0].isupper() and " " in core else None
    return known.type if known is not None and known.type in REBEL else None


def _qualified(low: list[str], kind: ActorType | None, country: str | None) -> ActorType | None:
    """The type of a state's forces after a look at the words that go before the noun: "rebel forces"."""
    if not _REBELLIOUS.isdisjoint(low):
        return ActorType.REBEL_GROUP
    if not _IRREGULAR.isdisjoint(low) and "and" not in low:
        return ActorType.MILITIA
    if not _FOREIGN.isdisjoint(low):
        return ActorType.EXTERNAL_FORCES
    land = _land(low)
    return ActorType.EXTERNAL_FORCES if land is not None and country is not None and land != country else kind


def proper_part(core: str) -> str:
    """A name without the plain words before it: "local People's Defense Forces"."""
    names = core.split()
    while len(names) > 2 and names[0].islower():
        names.pop(0)
    return " ".join(names)


def seat_of(name: str) -> str | None:
    """The country whose government a capital stands for ("Ankara"), None for other names and shared ones."""
    named = naming_words().get(name)
    seat = named is not None and named.naming is Naming.SEAT and len(named.countries) == 1
    return named.countries[0] if named is not None and seat else None


def land_of(name: str) -> str | None:
    """The country (alpha-3) whose forces a name names: "Israeli fighter jets", "Israel Defense Forces"."""
    known = known_actor(name)
    return (known.country if known is not None else None) or _land(name.lower().split())


def _land(low: list[str]) -> str | None:
    """The country a name's words give, two words ("South Sudan") before one."""
    bare = [w.removesuffix("'s").removesuffix("’s") for w in low]
    for size in (2, 1):
        for i in range(len(bare) - size + 1):
            if (country := country_of(" ".join(bare[i : i + size]))) is not None:
                return country
    return None


def organisation_of(p: Parsed, chunk: Chunk) -> str | None:
    """The known organisation before a plain noun for its people: "IS" of "IS militants"."""
    if p.head(chunk) not in PLAIN_NOUNS or p.head(chunk) in OFFSHOOTS:
        return None  # "FARC dissidents" are not the FARC
    for a in range(chunk.a, chunk.head):
        name = p.text[p.words[a].start : p.words[chunk.head - 1].end]
        name = name.partition(" (")[0].strip("()")  # "Jaish-e-Mohammed (JeM) terrorists"
        known = known_actor(name) if is_capital(p.words[a].text) else None
        if known is not None and known.type in ARMED:
            return name
    return None


def is_capital(word: str) -> bool:
    """Does the word begin a name: "Shabab", "al-Shabab", not "insurgents"?"""
    return word.removeprefix("al-")[:1].isupper()


def acronym_of(p: Parsed, chunk: Chunk) -> str:
    """The capitals in brackets after a name, empty when there are none: "Kachin Independence Army (KIA)"."""
    if chunk.b + 2 < len(p.words) and p.words[chunk.b].text == "(" and p.words[chunk.b + 2].text == ")":
        inside = p.words[chunk.b + 1].text
        return inside if inside.removesuffix("s").isupper() and len(inside) > 1 else ""  # "(CNTs)"
    return ""


def armies_in(p: Parsed, chunk: Chunk, country: str | None) -> Iterator[tuple[str, ActorType]]:
    """Example: "a Cameroonian army vehicle": the armies named before the head of a noun phrase, and their types."""
    for a in range(chunk.a, chunk.head - 1):
        land = country_of(p.words[a].text) if p.words[a + 1].low in _ARMIES else None
        if land is not None:
            kind = ActorType.STATE_FORCES if land == country else ActorType.EXTERNAL_FORCES
            yield p.text[p.words[a].start : p.words[a + 1].end], kind


@lru_cache(maxsize=512)
def initials_of(name: str) -> str:
    """The first letters of three capitalised words or more: "People's Defense Force" -> "PDF"."""
    letters = [word[0] for word in name.split() if word[0].isupper()]
    return "".join(letters) if len(letters) > 2 else ""


def is_mission(name: str) -> bool:
    """Is it the name of a peacekeeping mission: "MINUSCA", "African Union Mission in Somalia"?"""
    known = known_actor(name)
    organised = known is not None and known.source_type is SourceType.INTL_ORGANISATION
    return organised and known is not None and known.type is ActorType.EXTERNAL_FORCES


def has_left(p: Parsed, chunk: Chunk) -> bool:
    """Example: "a splinter group (of the Taliban)": no Taliban; "dissidents (of the 33rd Front)" are that front."""
    return not OFFSHOOTS.isdisjoint(w.low for w in p.words[chunk.a : chunk.head])


def has_name(p: Parsed, chunk: Chunk) -> bool:
    """Does the noun phrase hold a proper name or a capitalised adjective?"""
    inside = p.words[chunk.a : chunk.b]
    return any(w.tag in {"NNP", "NNPS"} or (w.tag == "JJ" and w.text[0].isupper()) for w in inside)


def counts_nameless(p: Parsed, chunk: Chunk) -> bool:
    """Is it a number of people without a name after it: "12 rebels", not "12 Hamas fighters"?"""
    if chunk.count is None:
        return False
    after = chunk.count.end
    return not any(w.start >= after and w.tag in {"NNP", "NNPS"} for w in p.words[chunk.a : chunk.b])


@lru_cache(maxsize=2048)
def bare_party(low: str) -> str:
    """A name in lower case without articles, "of" and genitive endings, a country's name and adjective as one."""
    kept = [w for w in low.replace("'s", "").replace("’s", "").split() if w not in {"the", "of"}]
    return " ".join(country_of(w) or w for w in kept) if len(kept) > 1 else " ".join(kept)


_LEADERS = frozenset({"leader", "boss", "chief", "commander", "kingpin", "warlord", "lord", "chieftain", "ringleader"})


def leads_some(p: Parsed, chunk: Chunk) -> bool:
    """Example: "a massacre ordered by a gang leader": of a gang that nobody has named."""
    named = any(w.text[0].isupper() for w in p.words[chunk.a : chunk.b])
    return chunk.det in {"a", "an"} and p.head(chunk) in _LEADERS and not named
