"""Who says so, as a desk would write it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from summarizer.records.vocabulary import SourceType, Stance
from summarizer.summary.naming import COUNTED, Names, lexicon, listed

if TYPE_CHECKING:
    from summarizer.records.values import Link
    from summarizer.records.verified import Claim

AFFIRMING = frozenset({Stance.ASSERTS, Stance.SUGGESTS, Stance.CLAIMS_RESPONSIBILITY})
LONGEST_ROLE = 9
WINDOW = 120
RELAYED = ", as quoted by "
RELAYS = frozenset({SourceType.NEWS_MEDIA, SourceType.STATE_MEDIA, SourceType.SOCIAL_MEDIA, SourceType.ARMED_GROUP})


def is_outlet(claim: Claim) -> bool:
    """Whether nobody but the outlet itself stands behind the claim."""
    return claim.source_type in {SourceType.OUTLET, SourceType.UNKNOWN} and claim.source.startswith("(")


def source_phrase(claim: Claim, names: Names, *, relay: bool = True) -> str:
    """The originator with the role the article gives, and with `relay` the medium that passed the words on.

    An apposition is closed by a comma, which the end of a sentence takes away again.
    """
    origin = _introduced(claim.chain[0], claim, names)
    last = claim.chain[-1]
    if relay and len(claim.chain) > 1 and last.type in RELAYS and last.name != claim.source:
        return f"{origin.rstrip(',')}{RELAYED}{names.phrase(last.name)},"
    return origin


def _introduced(link: Link, claim: Claim, names: Names) -> str:
    """The name, at its first mention with its role."""
    phrase = names.phrase(link.name)
    if claim.anonymous or not link.name[:1].isupper() or link.name in names.introduced:
        return phrase
    names.introduced.add(link.name)
    return _role_before(link.name, names) or _role_after(link.name, names) or phrase


def _role_before(name: str, names: Names) -> str | None:
    """ "army spokesman Brigadier Aleu", "the charity's director, Nabil al-Ahdal,"."""
    for at in names.places(name):
        window = names.text[max(at - WINDOW, 0) : at]
        found = _patterns().before.search(window) if _has_role(window) else None
        if found:
            if "," in found["domain"] and " and " in name:
                continue  # "killed a local official, state media and the ministry said": the last of the dead
            words = _patterns().leading.split(found["role"])[-1]
            if COUNTED.match(words):
                continue  # "leaving one survivor, Defense Secretary Pete Hegseth said"
            close = "," if "," in found["domain"] else ""
            return f"{names.decapitalised(words)}{found['domain']}{found['rank']}{name}{close}"
    return None


def _has_role(window: str) -> bool:
    lowered = window.lower()
    return any(role in lowered for role in lexicon("roles"))


def _role_after(name: str, names: Names) -> str | None:
    """ "Lam Tut Chuol, a spokesman for the rebels,"."""
    for at in names.places(name):
        found = _patterns().after.match(names.text[at + len(name) : at + len(name) + WINDOW])
        if found and len(found["role"].split()) <= LONGEST_ROLE:
            return f"{name}, {found['role']},"
    return None


def sources(claims: list[Claim], names: Names, most: int = 2) -> str:
    """Distinct originators, at most `most`, as one phrase; empty when only the outlet speaks."""
    first = {claim.source: claim for claim in reversed(claims) if not is_outlet(claim)}
    chosen = [claim for claim in claims if first.get(claim.source) is claim][:most]
    return listed([source_phrase(claim, names) for claim in chosen]) if chosen else ""


def reported(clause: str, said: str) -> str:
    """The clause with its source behind it: "..., the ministry said", "..., according to X, as quoted by Y"."""
    if not said:
        return clause
    return f"{clause}, according to {said}" if RELAYED in said else f"{clause}, {said} said"


class _Patterns(NamedTuple):
    before: re.Pattern[str]
    after: re.Pattern[str]
    leading: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    role = f"(?:{'|'.join(sorted(lexicon('roles')))})"
    domain = r"(?P<domain>, | (?:(?:in|of|for|at) (?:the )?(?:\w+ ){0,3}\w+, )?)"
    words = r"(?:\b(?:[Tt]he|[Aa]n?) )?(?:\b[\w'’-]+ ){0,3}"
    text = r"(?:\b(?:Dr|Mr|Mrs|Ms|Gen|Col|Lt|Sgt|St)\.|[^,.;\"“”])"
    return _Patterns(
        before=re.compile(rf"(?P<role>{words}(?i:{role})){domain}(?P<rank>(?:[A-Z][\w.]* ){{0,3}})$"),
        after=re.compile(rf", (?P<role>(?!who\b|which\b|whose\b){text}*?\b{role}\b{text}*)[,.;]"),
        leading=re.compile(
            r"\b(?:leaving|killing|wounding|including|and|but|said|says|that|as|while|when|told|by|from|to|according|urged)\s"
        ),
    )
