"""One party of an article, and which nouns go with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from summarizer.engines.offline.chunks import Chunk
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.party_names import (
    ARMED,
    OFFSHOOTS,
    PLAIN_NOUNS,
    REBEL,
    STATE,
    is_capital,
    is_mission,
    land_of,
)
from summarizer.normalize.places import country_of
from summarizer.records.vocabulary import ActorType

SOLDIERS = words("party", "soldiers")
POLICE, CIVIL = words("party", "police"), words("party", "civil")
MACHINES = words("party", "machines")
APART = words("party", "apart")
SINGULAR = {
    **dict.fromkeys(words("party", "of_state_forces"), ActorType.STATE_FORCES),
    **dict.fromkeys(words("party", "of_rebel_groups"), ActorType.REBEL_GROUP),
    **dict.fromkeys(words("party", "of_unidentified"), ActorType.UNIDENTIFIED_ARMED),
    "vigilante": ActorType.MILITIA,
    "militiaman": ActorType.MILITIA,
    "peacekeeper": ActorType.EXTERNAL_FORCES,
}
_OF_STATES = frozenset({ActorType.STATE_FORCES, ActorType.EXTERNAL_FORCES})
_WHOLE_FORCES = ("army", "military", "forces", "armed forces", "defense forces", "defence forces")
_ARMY_NOUNS = SOLDIERS - {"force", "forces", "personnel"}
_ARMY_WORDS = words("party", "army_words")
_GUARDS = frozenset({"guard", "guards"})
BY_DEED = words("party", "by_deed")
_LOCAL = frozenset({"vigilantes", "tribesmen", "clansmen", "pastoralists"})
_LEVELS = frozenset({"federal", "provincial", "regional", "municipal", "coalition", "local"})
_CREEDS = words("party", "creeds")
_OF_JIHAD = frozenset({"islamist", "jihadist", "jihadi", "islamic"})
SERVICES = ("air force", "navy")
_HOME = frozenset({"government", "regime", "junta", "national", "loyalist"})
_FOR_STATE = frozenset({"pro-government", "pro-regime", "government", "loyalist"})
_AUXILIARY, _BESIDE_ARMIES = words("party", "auxiliary"), words("party", "beside_armies")
"""Before plain words for fighters: none of the armed groups that the article names."""
_SECURITY = frozenset({"forces", "personnel"})
_BODIES = frozenset({"army", "military", "police", "navy"})
_MEMBERS = frozenset(
    {"soldiers", "troops", "jets", "warplanes", "aircraft", "policemen", "officers", "drones", "fighters"}
)
_MILITIAS = frozenset({"militia", "militias", "militiamen"})
_FOES = frozenset({"militants", "militant", "insurgents", "terrorists", "extremists", "jihadists", "rebels", "rebel"})


@dataclass(slots=True, eq=False)
class Party:
    """One party. `head` is the noun of its name; `forms` every way it was called, verbatim."""

    name: str
    type: ActorType
    head: str
    forms: list[str] = field(default_factory=list)
    canonical: str | None = None
    generic: bool = False
    """Known by a plain noun only: "gunmen"."""
    seen: list[int] = field(default_factory=list)
    """Numbers of the sentences that mention it."""
    allied: bool = field(init=False, default=False)
    """It fights beside the state's forces, so that "the militants" are not its men."""
    remote: bool = False
    """Named only as whom another group belongs to: "a branch of al-Qaeda", so that "the jihadists" are not its men."""
    claims: bool = False
    """It claims a deed, so that "the assailants" can be its men before it is named."""
    denies: bool = False
    """It denies responsibility, so that plain words of others ("insurgents") do not mean it."""

    def __post_init__(self) -> None:
        beside = self.name.startswith("allied ") or (self.canonical or "").lower() in _BESIDE_ARMIES
        self.allied = beside or self.name.lower().startswith(tuple(_FOR_STATE))

    def note(self, form: str, number: int) -> None:
        """It was called `form` in the sentence of this number; a body's name takes the place of its members'."""
        if form not in self.forms:
            self.forms.append(form)
        last, own = form.lower().rpartition(" ")[2], self.name.lower().rpartition(" ")[2]
        if last in _BODIES and own in _MEMBERS:
            self.name = form  # the "army" speaks, not its "Indian soldiers"
        self.seen.append(number)


def whole_force(parties: list[Party], word: str) -> Party | None:
    """Example: the "Israeli military" for "Israeli air strikes": the army that the article names by that adjective."""
    names = {f"{word.lower()} {force}" for force in _WHOLE_FORCES}
    return next((x for x in parties if x.type in _OF_STATES and x.name.lower() in names), None)


def of_that_land(parties: list[Party], text: str) -> Party | None:
    """Example: "Sri Lankan troops" are the "Sri Lanka army"'s, "Israeli jets" the "Israel Defense Forces"'."""
    noun, land = text.rpartition(" ")[2].lower(), land_of(text)
    if land is None or noun not in SOLDIERS | MACHINES:
        return None
    own = (x for x in parties if x.type in STATE and not x.generic and x.head in SOLDIERS | MACHINES | {""})
    own = (x for x in own if noun in MACHINES or not x.name.lower().endswith(SERVICES))  # the military is more
    return next((x for x in own if land_of(x.name) == land), None)


def of_that_name(parties: list[Party], text: str) -> Party | None:
    """Example: "Kachin forces" are the "Kachin Independence Army", "Jalisco gunmen" the "Jalisco Cartel"."""
    *names, noun = text.split()
    if noun.lower() in OFFSHOOTS:
        return None
    if (
        noun.lower() not in PLAIN_NOUNS - {"army", "military"}
        or not names
        or any(country_of(w) or not is_capital(w) for w in names)
    ):
        return None
    bearers = [x for x in parties if not x.generic and x.type in ARMED and set(names) <= set(x.name.split())]
    return bearers[0] if len(bearers) == 1 else None


def of_bare_name(parties: list[Party], text: str) -> Party | None:
    """Example: "the Wazalendo" are the "pro-government Wazalendo militia"; not the "Shiite militia" any Shiites."""
    name = _own_name(text)
    if not name or text.rpartition(" ")[2] in OFFSHOOTS:
        return None
    armed = (x for x in parties if x.type in REBEL and not x.generic)
    return next((x for x in armed if any(_own_name(form) == name for form in x.forms)), None)


@lru_cache(maxsize=2048)
def _own_name(text: str) -> str:
    """The proper name in what a militia is called, empty where it is no name or one of a people."""
    names = text.removeprefix("the ").removeprefix("The ").split()
    while len(names) > 1 and names[0].islower():
        names.pop(0)
    if len(names) > 1 and names[-1].lower() in _MILITIAS:
        names.pop()
    plain = any(not is_capital(w) or country_of(w) or w.lower() in _CREEDS or w.lower().endswith("an") for w in names)
    return "" if plain or " ".join(names).lower() in PLAIN_NOUNS else " ".join(names)


def mission_of(parties: list[Party]) -> Party | None:
    """The one peacekeeping mission of the article, whose the peacekeepers of any nation are."""
    missions = [x for x in parties if x.type in STATE and is_mission(x.canonical or x.name)]
    return missions[0] if len({x.canonical or x.name for x in missions}) == 1 else None


def is_clerk(p: Parsed, chunk: Chunk) -> bool:
    """Example: "a ship's second officer", "the electoral officers": not every officer is police."""
    before = p.words[chunk.head - 1].low if chunk.head > chunk.a else ""
    return p.head(chunk) in {"officer", "officers"} and before in CIVIL


def alike(party: Party, head: str) -> bool:
    """Soldiers are an army's, officers a police force's."""
    if party.head in APART or party.name.lower().endswith(SERVICES):
        return False
    if (party.head in _GUARDS) is not (head in _GUARDS):
        return False  # a policeman is no security guard
    if head in _ARMY_NOUNS and not _is_army(party):
        return False  # "soldiers" are no coalition's, border guard's or foreign corps' unless it is called an army
    police = "police" in party.name.lower() or party.head in POLICE
    return police or (party.head == "force" and party.generic) if head in POLICE else head in SOLDIERS and not police


def _is_army(party: Party) -> bool:
    """An army by its name ("Sudanese Armed Forces"), a state ("Israel"), or soldiers of a land."""
    called = f"{party.name} {party.canonical or ''}".lower().replace("-", " ").split()
    return not party.head or ("security" not in called and not _ARMY_WORDS.isdisjoint(called))


def latest(parties: list[Party], number: int) -> Party | None:
    """The party mentioned last up to this sentence, else the one mentioned next."""
    last = [max(filter(number.__ge__, x.seen), default=0) for x in parties]
    before = [(seen, -i, x) for i, (seen, x) in enumerate(zip(last, parties, strict=True)) if seen]
    if before:
        return max(before, key=lambda row: (row[0], row[1]))[2]
    return min(parties, key=lambda x: min(x.seen, default=number), default=None)


def meant(
    parties: list[Party], head: str, kind: ActorType | None, number: int, *, ahead: bool = True, harmed: bool = False
) -> Party | None:
    """The party a generic noun means: the latest of its noun and type, else the latest named one of its side.

    `harmed`: whose losses are told, not who did it, so that a denial says nothing.
    `ahead`: it may be another state's army that is named only later; not while the article's own are still unread.
    """
    parties = [x for x in parties if not _is_of_another_land(x) or _met(x, number)]
    same = [x for x in parties if x.head == head and x.type == kind and not x.remote]
    if kind is ActorType.UNIDENTIFIED_ARMED:
        same = [x for x in same if x.generic]  # "gunmen" are nobody known, not the "Jalisco gunmen"
    if same:
        return latest(same, number)
    if head in _LOCAL:
        return None
    if head in MACHINES:
        owners = [x for x in parties if x.type in STATE and x.head not in APART and x.head not in POLICE]
        return owners[0] if len(owners) == 1 else None
    if kind in STATE:
        near = [x for x in parties if x.type in STATE and alike(x, head)]
        own = [x for x in near if x.type == kind and x.head]
        abroad = [x for x in near if not x.generic and (ahead or _met(x, number))] if head != "forces" else []
        called = [x for x in abroad if x.head == head in _WHOLE_FORCES]  # "the army" is Israel's, no "special forces"
        return latest([x for x in own if not x.generic] or called or own or abroad, number)
    if kind is ActorType.UNIDENTIFIED_ARMED:
        return _attackers(parties, head, number)
    if kind in REBEL:
        # "Insurgents" are nobody who denies it, "militants" none of the army's allies.
        rebels = [x for x in parties if x.type in REBEL and not x.remote]
        rebels = [x for x in rebels if not ((x.denies and not harmed) or (x.allied and head in _FOES))]
        wider = rebels if kind is not ActorType.MILITIA else []  # "paramilitaries" are no jihadists
        named = [x for x in rebels if x.type == kind and not x.generic] or [x for x in wider if not x.generic]
        if head == "terrorists":
            named = [x for x in named if x.claims or _met(x, number)]  # an army's word for nobody in particular
        militia = kind is ActorType.MILITIA
        unnamed = [x for x in rebels if (x.type is ActorType.MILITIA) is militia] if head in PLAIN_NOUNS else []
        if head == "terrorists":
            unnamed = [x for x in unnamed if x.head != "men"] or unnamed  # "jihadists" before "armed men"
        told = [x for x in unnamed if x.generic and _met(x, number)]
        if told and not any(_met(x, number) for x in named):
            return latest(told, number)  # the "suspected jihadists" told of, not a group that comes later
        return latest(named or unnamed, number)
    return None


def _is_of_another_land(party: Party) -> bool:
    """Example: "French troops", "Russian fighters": nobody's "soldiers" or "fighters" before they are told of."""
    plain = not party.generic and party.head in PLAIN_NOUNS - _BODIES and party.canonical is None
    return plain and party.type is not ActorType.STATE_FORCES and land_of(party.name) is not None


def _met(party: Party, number: int) -> bool:
    return min(party.seen, default=number) <= number


def _is_unit(party: Party) -> bool:
    """A named part of a state's forces ("CTS soldiers", "CRPF"), no army and no other state's."""
    whole = _is_army(party) and (party.canonical is not None or land_of(party.name) is not None)
    return not (party.generic or whole)


def _with_police(parties: list[Party], army: Party) -> bool:
    """Does an article that names the army tell of police as well, who may be the "security forces" it means?"""
    own = [x for x in parties if x.type is army.type is ActorType.STATE_FORCES]
    return _is_army(army) and any("police" in x.name.lower() or x.head in POLICE for x in own)


def _attackers(parties: list[Party], head: str, number: int) -> Party | None:
    """Example: "the attackers" are the gunmen told before, else the armed group; "gunmen" are nobody known."""
    unknown = [x for x in parties if x.type is ActorType.UNIDENTIFIED_ARMED]
    if head not in BY_DEED:
        nameless = [x for x in unknown if x.head in PLAIN_NOUNS and x.generic]
        return latest(nameless, number) if head in PLAIN_NOUNS else None
    known = [x for x in parties if x.type in REBEL and not (x.allied or x.remote or x.denies)]
    known = [x for x in known if x.claims or _met(x, number)]
    met = [x for x in unknown if _met(x, number)]
    if head == "suspects":
        return latest(met, number) if met else None  # whom police seize are not the group that somebody blames
    unknown = met or (unknown if not any(_met(x, number) for x in known) else [])
    fighters = [x for x in known if x.type is not ActorType.MILITIA]  # before the auxiliaries that the state arms
    known = fighters or known
    return latest(unknown or [x for x in known if not x.generic] or known, number)


def suits(parties: list[Party], party: Party, text: str) -> bool:
    """Can the phrase mean the party? "Islamist rebels" name nobody where several groups of rebels have names."""
    said = set(text.lower().split())
    called = {w for form in (party.name, *party.forms) for w in form.lower().split()}
    if party.type is ActorType.EXTERNAL_FORCES and not _HOME.isdisjoint(said - called):
        return False  # "government troops" are not the "Saudi soldiers"
    if party.type in REBEL and not {"unknown", "unidentified"}.isdisjoint(said - called):
        return False  # "unknown assailants" are no group told of before
    if party.type in REBEL and not (_FOR_STATE | _AUXILIARY).isdisjoint(said - called):
        return False  # "pro-government fighters" are no rebels
    security = "security" in said - called and not said.isdisjoint(_SECURITY)
    if security and (_is_unit(party) or "personnel" in said - called or _with_police(parties, party)):
        return False  # "security forces" are more than one unit of them, "security personnel" more than the army
    if party.type in STATE and "police" in said - called and _is_army(party):
        return False  # "11 police personnel" are not the "Nepali Army"'s
    if party.type in STATE and not party.generic:
        return _LEVELS.isdisjoint(said - called)  # "federal forces" are not the "OMON troops"
    creed = _CREEDS & said
    if party.type is ActorType.MILITIA and not party.generic and creed & _OF_JIHAD:
        return not creed.isdisjoint(called)  # "Islamist militants" are not the auxiliaries whom they killed
    if not creed or party.generic or party.type not in REBEL:
        return True
    named = [x for x in parties if x.type in REBEL and not x.generic]
    return len(named) < 2 or not creed.isdisjoint(called)


def plural_of(noun: str) -> str:
    """The plural under which a noun for soldiers or police is known: "policemen", "soldiers"."""
    return f"{noun[:-2]}en" if noun.endswith("man") else f"{noun}s"
