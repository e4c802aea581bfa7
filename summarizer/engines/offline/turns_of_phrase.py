"""Events that a turn of phrase tells, of which no single word does: "came under fire", "ordered residents to leave"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from summarizer.engines.offline.chunks import NP
from summarizer.engines.offline.lexicon import one_of, words
from summarizer.engines.offline.parsed import Parsed
from summarizer.normalize.harm import person_nouns
from summarizer.records.vocabulary import EventType


class _Turn(NamedTuple):
    """A pattern, and the words (lower case) of which a sentence must have one for it to fit."""

    type: EventType
    needs: frozenset[str]
    pattern: re.Pattern[str]
    before: re.Pattern[str] | None = None
    """What must stand right before it."""


_TURNS = (
    _Turn(
        EventType.ARMED_CLASH,
        frozenset({"under"}),
        re.compile(
            r"\b(?:came|come|comes|coming) under (?:[\w-]+ ){0,3}?(?:fire|attack|shelling|bombardment|gunfire)\b",
            re.IGNORECASE,
        ),
    ),
    _Turn(
        EventType.RESTRICTION,
        frozenset({"streets", "indoors", "inside", "home", "homes"}),
        re.compile(
            r"\b(?:ordered|told|confined|instructed|directed)\s+(?:[\w'’-]+ ){1,4}?"
            r"(?:off the streets|to stay (?:indoors|inside|off the streets|at home)|to remain (?:indoors|inside)"
            r"|to their homes)\b",
            re.IGNORECASE,
        ),
    ),
    _Turn(
        EventType.RESTRICTION,
        frozenset({"leave", "evacuate", "flee"}),
        re.compile(
            r"\b(?:ordered|told|warned|instructed|urged)\s+(?:[\w'’-]+ ){0,3}?"
            r"(?:residents|people|inhabitants|villagers|civilians)\b[^,;.]{0,50}? to (?:leave|evacuate|flee)\b",
            re.IGNORECASE,
        ),
    ),
    _Turn(
        EventType.TROOP_MOVEMENT,
        frozenset({"dispatch", "sending", "arrival"}),
        re.compile(
            r"\b(?:dispatch|sending|arrival) of (?:[\w,-]+ ){0,4}?"
            r"(?:troops|soldiers|battalions?|police officers|policemen|reinforcements|marines|brigades?"
            r"|peacekeepers)\b",
            re.IGNORECASE,
        ),
    ),
    _Turn(
        EventType.TROOP_MOVEMENT,
        frozenset({"sent", "moved", "flown", "arrive", "dispatched", "transferred"}),
        re.compile(
            r"\b(?:will|would|are to|were to)(?: also| soon)?"
            r" (?:be (?:sent|moved|flown|dispatched|transferred)|arrive)\b"
            r"(?= (?:to|in|at|by|on|this|next|there|from)\b)",
            re.IGNORECASE,
        ),
        re.compile(
            r"^(?!.*\b(?:bodies|remains|coffins|captured|wounded|injured|freed)\b).*"
            r"\b(?:troops|soldiers|guards|police|(?:army|police) units?|contingents?|battalions?"
            r"|(?:more|additional|\d+|two|three|several) compan(?:y|ies)"
            r"|brigades?|policemen|police officers|commandos|marines|special forces|reinforcements|peacekeepers"
            r"|gendarmes|national guard(?: members)?"
            r"|(?:members|elements|agents) of the (?:[\w-]+ ){0,3}(?:guard|police|army|forces))"
            r"(?: (?:of|from) [^,;.]{2,40}?)?(?:, [^;.]{2,60}, who)? $",
            re.IGNORECASE,
        ),
    ),
    _Turn(
        EventType.TROOP_MOVEMENT,
        frozenset({"patrols", "patrolling", "patrol"}),
        re.compile(
            r"\b(?:stepp(?:ed|ing)|step|steps) up (?:[\w-]+ )?patrol(?:s|ling)?\b"
            r"|\b(?:intensif|reinforc|increas)(?:ied|ed|ying|ing) (?:[\w-]+ )?patrol(?:s|ling)\b",
            re.IGNORECASE,
        ),
    ),
    _Turn(
        EventType.DESTRUCTION,
        frozenset({"fire", "ablaze", "alight"}),
        re.compile(r"\bset(?:s|ting)? (?:[\w’'-]+ ){1,5}(?:on fire|ablaze|alight)\b", re.IGNORECASE),
    ),
    _Turn(
        EventType.DESTRUCTION,
        frozenset({"into"}),
        re.compile(
            r"\b(?:broke|break|breaking|broken) into (?:the |their |several |some |\w+ )?"
            r"(?:shops|homes|houses|stores|warehouses|offices)\b",
            re.IGNORECASE,
        ),
    ),
    _Turn(
        EventType.HUMANITARIAN,
        frozenset({"mission", "convoy", "distribution", "airdrop"}),
        re.compile(
            r"\b(?:assessment|aid|relief|humanitarian|food|un|u\.n\.)[ -](?:[\w-]+ )?"
            r"(?:mission|convoy|distribution|airdrop)s?"
            r"(?= (?:(?:to|in|for|from) [^,;.]{2,40} )?(?:is|are|was|were) (?:planned|scheduled|due|expected)\b)",
            re.IGNORECASE,
        ),
    ),
    _Turn(
        EventType.RELEASE,
        frozenset({"over"}),
        re.compile(
            r"\b(?:turned|turn|handed|hand|delivered) over to the (?:[\w-]+ ){0,3}(?:red cross|red crescent|icrc)\b",
            re.IGNORECASE,
        ),
    ),
    _Turn(
        EventType.BOMBING,
        frozenset({"off"}),
        re.compile(
            r"\bset(?:s|ting)? off (?:an?|the|another) (?:[\w-]+ ){0,3}?"
            r"(?:explosive device|ied|mine|landmine|bomb|roadside bomb|booby trap)\b",
            re.IGNORECASE,
        ),
    ),
    _Turn(
        EventType.PROTEST,
        frozenset({"marched"}),
        re.compile(
            r"\b(?:students|people|residents|workers|women|relatives|mourners|farmers|teachers|supporters|villagers"
            r"|activists|families|hundreds|thousands|youths|lawyers|miners) (?:had )?marched"
            r"(?= (?:to|in|through|towards?|past|from|outside|along|down)\b)",
            re.IGNORECASE,
        ),
    ),
    _Turn(
        EventType.TALKS,
        frozenset({"round", "cycle"}),
        re.compile(
            r"\b(?:next|new|second|third|fourth|fifth|further) (?:round|cycle)\b"
            r"(?= (?:is|was|had been|has been|will be) (?:\w+ )?(?:scheduled|planned|set|due|expected|held)\b)",
            re.IGNORECASE,
        ),
    ),
    _Turn(
        EventType.TALKS,
        frozenset({"meet"}),
        re.compile(
            r"\b(?:(?:due|expected|scheduled|set|plan|planned|planning|agreed|going) to|(?:are|were) to|will|would)"
            r" (?P<at>meet)\b(?= (?:again|next|this|later|on|with|in [A-Z]\w+|to discuss|for (?:talks|a))\b)"
        ),
        re.compile(
            r"\b(?:[Cc]hiefs|[Ll]eaders|[Mm]inisters|[Pp]residents|[Ee]nvoys|[Nn]egotiators|[Oo]fficials|[Dd]elegations"
            r"|[Ss]ides|[Pp]arties|[Gg]overnments|[Cc]ountries|[Aa]llies|[Gg]enerals|[Cc]ommanders|[Dd]iplomats|[Cc]abinet"
            r"|[A-Z][\w'’-]+ and (?:the )?[A-Z][\w'’-]+)(?: (?:of|from) [^,;.]{2,40}?)? (?:(?:is|are|was|were) )?$"
        ),
    ),
    _Turn(
        EventType.TALKS,
        frozenset({"meet"}),
        re.compile(
            r"\b(?:will|would|(?:is|was) (?:due|expected|scheduled|set) to) (?P<at>meet)\b"
            r"(?= (?:with )?(?:[A-Z][a-z]|the \w+ (?:president|minister|leader|envoy|premier|chancellor|king)\b)"
            r"[^.;]* (?:in|on)\b)"
        ),
        re.compile(r"\b(?:[Pp]resident|[Mm]inister|[Ee]nvoy|[Ll]eader|[Pp]remier|[A-Z][a-z]\w+)(?: [A-Z][\w'-]+)* $"),
    ),
    _Turn(
        EventType.TALKS,
        frozenset({"delegation", "envoy", "envoys", "mediators", "minister", "negotiators"}),
        re.compile(
            r"\b(?:delegation|envoys?|mediators|[Mm]inister|negotiators)\b[^;.]{0,50}?"
            r" (?:(?:is|are|was|were) (?:due|expected|set|scheduled)(?: to (?:travel|fly|arrive|visit|go))?(?: to| in)?"
            r"|(?:will|would) (?:travel|fly|go) to) (?=[A-Z])"
        ),
    ),
    _Turn(
        EventType.TALKS,
        frozenset({"meeting"}),
        re.compile(
            r"\bmeeting\b(?=(?: (?:of|between|with) [^,;.]{3,60}?)? (?:(?:is|was|had been|has been) )?(?:\w+ )?"
            r"(?:scheduled|planned|due|will be held|is expected|to be held)\b)",
            re.IGNORECASE,
        ),
    ),
)
_CHECKED = re.compile(
    r"\b(?:from|den(?:y|ied|ies)|ruled out|rules? out|opposed?|condemn(?:ed|s)?|prevent(?:ed|s)?|against|criticised) "
    r"(?:having |the |any )?$",
    re.IGNORECASE,
)
"""Before a turn of phrase: what was prevented, denied or only spoken of."""
_SCARE = re.compile(r"[ -](?:scare|alert|threat|hoax|disposal)", re.IGNORECASE)
_WILDS = words("triggers", "wilds")
_GONE_WITH = re.compile(
    r"\b(?:went|fled|left|withdrew|retreated|returned|vanished|disappeared|escaped|rode|drove|melted)"
    rf" (?:back |off |away )?(?:in)?to the {one_of('triggers', 'wilds')} with\b",
    re.IGNORECASE,
)


def _is_checked(p: Parsed, start: int, end: int) -> bool:
    """Example: "stopped a man from setting off a bomb", "ruled out sending of troops", "set off a bomb scare"."""
    return _CHECKED.search(p.text[:start]) is not None or _SCARE.match(p.text, end) is not None


def turns_of_phrase(p: Parsed) -> Iterator[tuple[EventType, int, int]]:
    """Type, start and end of each turn of phrase of a sentence that tells of an event."""
    for turn in _TURNS:
        if not turn.needs.isdisjoint(p.vocabulary):
            yield from (
                (turn.type, *match.span("at" if "at" in turn.pattern.groupindex else 0))
                for match in turn.pattern.finditer(p.text)
                if turn.before is None or turn.before.search(p.text[: match.start()]) is not None
                if not _is_checked(p, *match.span())
            )
    if not _WILDS.isdisjoint(p.vocabulary):
        yield from _gone_with(p)


def _gone_with(p: Parsed) -> Iterator[tuple[EventType, int, int]]:
    """Example: "fled into the bush with a number of girls": people carried off, where it is no booty."""
    for match in _GONE_WITH.finditer(p.text):
        j = next((j for j, c in enumerate(p.chunks) if c.kind == NP and p.start(c) >= match.end()), None)
        after = p.chunks[j + 2] if j is not None and j + 2 < len(p.chunks) and p.head(p.chunks[j + 1]) == "of" else None
        if any(c is not None and p.head(c) in person_nouns() for c in (p.chunks[j] if j is not None else None, after)):
            yield EventType.ABDUCTION, *match.span()
