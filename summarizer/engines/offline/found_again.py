"""People told of as missing, taken or dead who turned up, or of whom the sentence says that they never were."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.records.vocabulary import Harm

_BE = r"(?:is|are|was|were|be|been|being)(?: (?:in fact|actually|later|since|all|both|still))?"
_WELL = r"(?:alive|safe|unharmed|unhurt|uninjured|well|hiding|sheltering)\b"
TURNED_UP = re.compile(
    rf"\b(?:{_BE} {_WELL}"
    rf"|(?:found|located|traced|discovered|pulled|brought|dug|rescued|recovered|turned up|emerged|surfaced)"
    rf" (?:[\w-]+ ){{0,4}}?{_WELL}(?! (?:to death|and \w+ed to))"
    r"|(?:returned|come|came|got|made it|gone|went|arrived) (?:back )?home\b"
    r"|walked (?:back |out |free |into (?!an? ))|(?:re-?appeared|re-?surfaced|turned up(?! (?:neither|nowhere|dead|no))"
    r"|re-?emerged|rejoined|reunited|returned to (?:his|her|their) famil\w+|walked free|traced to)\b"
    r"|(?:been|were|was|all) accounted for)"
)
"""Lower-cased words that tell of people who are well."""
_HEARSAY = re.compile(
    r"\b(?:reported|listed|counted|feared|believed|thought|presumed|registered|declared|assumed|rumou?red|considered"
    r"|mistakenly|wrongly|said(?= to )) (?:as |to be |to have been |to have |that (?:[\w-]+ ){1,4})?(?:been )?(?:[\w-]+"
    r" ){0,3}$"
)
"""Before the words of harm: "reported dead", "listed as abducted"."""
_REPORTING = words("found_again", "reporting")
_NEVER = re.compile(
    r"^[^;.]{0,80}?\b(?:had|have|has|was|were|is|are)(?:n[’']t| not| never)(?: in fact| actually)? (?:been )?"
    r"(?:taken|abducted|kidnapped|seized|captured|killed|murdered|dead|missing|died|among the (?:dead|missing))\b"
)
_OTHERS = re.compile(r"\b(?:of (?:them|whom|those|these)|others?|another|except|but (?:for|one|two|three)|the rest)\b")
_NEW_SUBJECT = re.compile(
    r"\b(?:and|but|while|before|after|as|when|where|whose)\b (?!(?:he|she|they|both|all|each|later|then|now|was|were"
    r"|had|has|have"
    r"|since|in fact|who|the (?:man|woman|boy|girl|two|three|four|five|six|pair|others))\b)"
)
"""Between people and who is well: others, of whom that is told ("were killed and their relatives are safe")."""
_NEXT = re.compile(r";(?! (?:he|she|they|the|both|all)\b)")
"""Where a sentence turns to other people."""
_DEED = re.compile(r" (?:since|after|in) (?:(?!\band\b|,)[^;.])*$")
"""Behind the missing, since when they are: "missing after Monday's attack on the mine were found alive"."""
_SOON = 4
"""Sentences on, in which somebody reported dead is told to be alive."""
_ALIVE = re.compile(
    r"\b(?:he|she|they|her son|his son|the (?:boy|girl|man|woman|student|child))"
    r" (?:is|are|was|were) (?:very much |still |in fact |actually )?alive\b"
)


def well_after_all(group: Group) -> bool:
    """Example: "four miners reported missing were found alive", "pupils feared abducted had not been taken"."""
    if group.zero or group.harm not in {Harm.MISSING, Harm.KILLED, Harm.CAPTURED}:
        return False
    if group.harm is not Harm.MISSING and _REPORTING.isdisjoint(group.p.vocabulary):
        return False
    last, text = max(group.site[1], group.end), group.p.text.lower()
    hearsay = _is_hearsay(group, text)
    if not hearsay and group.harm is not Harm.MISSING:
        return False
    after = _NEXT.split(text[last:])[0]
    if hearsay and _NEVER.match(after):
        return True
    told = TURNED_UP.search(after)
    if told is None or _OTHERS.search(after[: told.end()]):
        return False
    between = after[: told.start()]
    if _NEW_SUBJECT.search(between) and not (group.harm is Harm.MISSING and _DEED.match(between)):
        return False
    return not any(last <= found.start < last + told.start() for found in group.p.counts)


def _is_hearsay(group: Group, text: str) -> bool:
    """Do the words of harm, or those right before them, say that it was only reported? `text`: lower case."""
    before, _, _ = text[max(0, group.site[0] - 50) : group.site[1]].rpartition(" ")
    return any(_HEARSAY.search(x) is not None for x in (f"{before} ", text[: group.site[0]]))


def alive_later(group: Group, sentences: Sequence[Parsed]) -> bool:
    """Example: "a student who was reported dead ... "He is alive," she said": one person, some sentences on."""
    if group.harm is not Harm.KILLED or group.plural or group.numbered:
        return False
    if not _is_hearsay(group, group.p.text.lower()):
        return False
    at = group.p.number
    return any(_ALIVE.search(p.text.lower()) for p in sentences if at < p.number <= at + _SOON)
