"""What the words beside a name say of it: a people, a place that is struck."""

from __future__ import annotations

import re

_OF_PEOPLE = re.compile(r" (?:tribe|clan|sub-clan|ethnic|tribesmen|communit(?:y|ies))\b")
_IN_THE = re.compile(r"\b(?:in|at|near) the $", re.IGNORECASE)


def is_of_people(text: str, start: int, end: int) -> bool:
    """ "from the Murle community": a people; not "in the Zurmi community", "raided Zurmi community"."""
    match = _OF_PEOPLE.match(text, end)
    if match is None or not match[0].startswith(" commun"):
        return match is not None
    return text[:start].casefold().endswith("the ") and _IN_THE.search(text, max(0, start - 9), start) is None


_STRUCK = re.compile(
    r"\b(?:air ?strikes?|airstrikes?|strikes?|shelling|bombardments?|air raids?|bombing raids?|rocket fire) "
    r"(?:on|of|in|targeting|hit) (?:the )?$"
)
"""Before a name: "a strike on Bint Jbeil"; few people that are struck are named."""


def is_struck(text: str, start: int) -> bool:
    """ "a strike on Bint Jbeil": does the name at `start` stand behind words for fire from afar?"""
    return _STRUCK.search(text, max(0, start - 40), start) is not None


_PREMISES = re.compile(r" (?:military |army )?(?:base|camp|outpost|post|barracks|checkpoint|convoy|position)\b")


def owns_premises(text: str, start: int, end: int) -> bool:
    """ "a Wagner base", "an RSF camp": whose they are, not where; "a base in Wagner" is another thing."""
    return _PREMISES.match(text, end) is not None and text[max(0, start - 3) : start].lower().endswith((" a ", "an "))
