"""The words that make a figure the toll of a period or a war, and not of one incident."""

from __future__ import annotations

import re

from summarizer.engines.offline.lexicon import months, words

MONTH = months()
_NO_MONTH = "".join(f"(?<!{month} )" for month in words("calendar", "months"))
# Patterns below read lower-cased text.
PERIOD = re.compile(
    r"\bsince (?:the (?:(?:19|20)\d\d )?"
    r"(?:start|beginning|war|coup|conflict|uprising|invasion|offensive|fighting|clashes|crisis)"
    r"|early|late|mid|last (?:year|month)"
    rf"|{MONTH}|(?:19|20)\d\d)"
    rf"|(?<!earlier )(?<!later )(?<!\d[a-z]{{2}} of ){_NO_MONTH}\b(?:so far )?this (?:year|month)\b"
    rf"|\bso far in {MONTH}"
    r"|\bin (?:just )?(?:the )?(?:past|last) (?:\w+ )?(?:weeks|months|years|days|year|month)"
    rf"|\bover the (?:past|last) (?!\d+ hours|day\b)|\bto date\b|\bin the preceding (?:year|months?|weeks)\b"
    r"|\bacross\b[^.;]{0,80}\bover the (?:past|last|previous) (?:day|24 hours)\b"
    r"|\b(?:regions|oblasts|provinces|districts) (?:over|in|during) the (?:past|last) (?:day|24 hours)\b"
    r"|\bha(?:d|ve) been killed\b[^.;]{0,60}\bover the (?:past|last|previous) 24 hours\b"
    r"|\bover (?:an?|two|three|four|five|six|several|many) (?:decades?|years|months)\b|\bover the (?:years|decades)\b"
    rf"|\bbetween (?:the \w+ of )?(?:\d\d? )?(?:{MONTH}(?! \d\d? and \d)|(?:19|20)\d\d)"
    r"|\bin (?:a|the) (?:span|space|course) of (?:\w+ )?(?:days|weeks|months|years)"
    r"|\bsince (?:[\w.'’-]+ ){1,5}(?:erupted|broke out|began|started|resumed|stepped up|launched|invaded)\b"
    r"|\bsince (?:the outbreak of|the (?:[\w-]+ )?(?:truce|cease-?fire|takeover|election)\b)"
    r"|\bwar (?:of|in) (?:19|20)\d\d (?:left|killed|cost|claimed)\b"
    r"|\b(?:19|20)\d\d (?:[\w-]+ ){0,2}war (?:left|killed|cost|claimed)\b"
    r"|\b(?:war|insurgency|civil war|genocide|uprising) (?:killed|cost|claimed|displaced) (?:[a-z-]+ ){0,3}"
    r"(?:hundreds|thousands|tens|millions|\d{3,}|\d{1,3}[,.]\d)"
    r"|\b(?:weeks|months|years) of (?:[\w-]+ )?(?:war|conflict|fighting|violence|unrest)(?: \w+)?(?: that| which)?"
    r" (?:killed|left|cost|claimed|drove|displaced)\b"
    r"|\bduring (?:the )?(?:[\w-]+ )?(?:protests|demonstrations|unrest|riots|crackdown)\b[^.;]{0,60}\bha(?:s|ve) (?:now"
    r" )?(?:risen|climbed|reached|passed)\b"
    r"|\bduring the (?:[\w-]+ )?(?:war|troubles|dictatorship|occupation|insurgency)\b"
    r"|\bsince (?:taking|seizing|coming to|returning to|assuming|gaining) (?:power|office|control)\b"
    r"|\b(?:disappeared|vanished|were (?:killed|murdered|tortured)) under (?!(?:the|an?|its|his|their|fire|rubble"
    r"|torture|debris)\b)\w+"
    r"|\b(?:under|during) (?:the |his |her )?(?:[\w'’-]+ )?(?:dictatorship|military rule|rule|regime|reign)\b"
    r"|\bha(?:s|ve|d) previously (?:died|been killed|lost)\b"
    rf"|\ba total of\b[^.;]{{0,160}}\bin {MONTH}(?! \d)"
    r"|\b(?:closed|ended|finished) (?:last year|(?:19|20)\d\d) with\b"
    r"|\bthousands (?:of [\w ]+ )?ha(?:s|ve) (?:been killed|died)\b"
    r"|\b\d\d+ (?:[\w-]+ )?(?:air ?strikes|attacks|raids|incidents|bombings|ambushes|shellings)\b[^.;]{0,60}"
    rf"\b(?:last (?:month|year)|this year|in {MONTH}(?! \d))"
    r"|\b(?:war|conflict|insurgency|campaign|uprising|violence|fighting|rebellion|unrest|strife|hostilities)\b"
    r"[^.;]{0,90}\bha(?:s|ve|d) (?:now |already )?(?:killed|cost|claimed|left|displaced|driven|forced|uprooted|taken)"
    rf"|\bsince \d\d? {MONTH}(?: (?:19|20)\d\d)?\b"
    rf"|\bfrom (?:early |late |mid-?)?{MONTH} to\b|\b(?:during|over|in) (?:the same|that) (?:period|time)\b"
    r"|\bin the (?:first|second|third|last|final) (?:half|quarter|\w+ (?:weeks|months)) of\b"
    r"|\b(?:figures|data|statistics|records?|tally) (?:\w+ ){0,4}(?:shows?|showed|suggests?)\b[^.;]{0,60}"
    r"\b(?:last year|this year|in (?:19|20)\d\d)\b"
    rf"|\bin {MONTH}, (?:\w+ ){{1,4}}(?:recorded|documented|registered|verified|counted)\b"
    r"|\b(?:recorded|registered|documented|logged|tallied|saw|counted)\b[^.;]{0,60}"
    r"\b(?:last year|this year|in (?:19|20)\d\d)\b"
    r"|\bha(?:s|ve|d) (?:been|died|lost)\b[^.;]{0,120}\bsince (?:the|last) \w+"
    r"|\bha(?:s|ve) (?:killed|wounded|injured|claimed|displaced|left|driven)\b[^.;]{0,80}"
    r"\bsince (?:it|they|he|the|its|their)\b"
    r"|\b(?:toll|number) (?:in|over|after) (?:[\w-]+ ){1,2}(?:days|weeks|months)\b"
    r"|\bsince (?:[\w.'’-]+ ){1,4}(?:took (?:office|power)|came to power|seized power|assumed office)\b"
    r"|\bsince (?:the|an?|last \w+['’]s) (?:[\w'’-]+ ){1,4}(?:came into (?:force|effect)|took (?:effect|hold)|began"
    r"|started|erupted|broke out|collapsed|ended|was (?:signed|declared|imposed|announced|agreed|reached))\b"
    r"|\b(?:during|in|over) (?:the |its |their )?(?:[\w-]+ ){1,2}(?:weeks|months|years) of"
    r" (?:[\w-]+ )?(?:war|conflict|fighting|violence|hostilities|clashes|unrest|protests|siege|bombardment)\b"
    r"|\bin (?:more than |over |nearly |almost |about )?an? (?:\w+ )?(?:week|month|year|decade) of"
    r" (?:[\w-]+ )?(?:war|conflict|fighting|violence|hostilities|clashes|unrest|protests|siege|bombardment)\b"
    r"|\bsince then\b|\byears of (?:war|conflict|fighting)"
    r"|\bha(?:s|ve) (?:been killed|died|lost their lives) in (?:the|a) (?:war|conflict|insurgency|uprising|battle for)"
    r"|\bha(?:s|ve) (?:been killed|died|lost their lives) in (?:the )?(?:[\w-]+ ){0,2}"
    r"(?:clashes|violence|fighting|unrest)(?:, (?:that|which)| that| which| since)"
)
DAYS = re.compile(
    rf"\bbetween (?:the \w+ of )?(?P<a>\d\d?) and (?P<b>\d\d?) {MONTH}"
    rf"|\bbetween {MONTH} (?P<c>\d\d?) and (?P<d>\d\d?)"
)
MONTHS_ON_END = re.compile(rf"\bbetween \d\d? {MONTH} and \d\d? {MONTH}")
SENTENCE = 220
"""Characters after a figure in which such months are its own."""
AN_OPERATION = 3
"""Days that one fight may last: "killed 47 between 7 and 8 August" is no toll of a period."""
_SEVERAL = r"(?:two|three|four|five|six|seven|several|separate|multiple|various|\d+)"
_DEEDS = (
    r"(?:air ?strikes|strikes|(?:drone )?attacks|raids|operations|incidents|ambushes|bombings|clashes|engagements"
    r"|encounters)"
)
_SERIES = rf"\bin (?:(?:a|the latest) (?:string|series|spate|wave) of|{_SEVERAL} separate) (?:[\w-]+ ){{0,3}}{_DEEDS}"
_DEED = r"(?:air ?strike|strike|attack|raid|ambush|bombing|blast|explosion|shelling|shooting|assault|clash)"
SERIES = re.compile(rf"{_SERIES}|\bin an? (?:[\w-]+ ){{0,2}}{_DEED} and an? (?:[\w-]+ ){{0,2}}{_DEED}\b")
SPREAD = re.compile(
    r"\bacross (?!the (?:border|frontier|street|road|river|line|blue)\b)(?:the )?[\w-]+"
    rf"|{SERIES.pattern}"
    rf"|\b(?:in|during) {_SEVERAL} (?:[\w-]+ ){{0,3}}{_DEEDS}\b"
    r"|\bbetween them\b"
)
"""Words of a lead whose figure is the sum of several deeds: "in a string of operations", "across the Gaza Strip"."""
SEVERAL_MORE = re.compile(
    rf"\b(?:another {_SEVERAL}|at least {_SEVERAL} (?:more|other)|{_SEVERAL} (?:more|other|further|additional))"
    rf" (?:[\w-]+ ){{0,2}}(?:{_DEEDS}|blasts|explosions|shootings|assaults|car bombs|roadside bombs|bombs)\b",
    re.IGNORECASE,
)
"""Deeds beside the one told before, of which a figure is the sum: "Another four attacks killed eight"."""
BRINGING = re.compile(
    r",? (?:and )?(?:bringing|taking|raising|pushing|lifting|which (?:brought|took|raised)) (?:the|its|to)\b"
)
"""Behind a figure of one incident: the total that it makes with those before."""
RECORD = re.compile(
    r"\b(?:worst|deadliest|bloodiest|highest|heaviest|biggest|largest|lowest"
    r"|first(?! \w+ (?:weeks|months)| half| quarter))\b"
    r"[^.;]{0,50}\b(?:since|this (?:year|month)|so far|in (?:years|months|decades))\b",
    re.IGNORECASE,
)
"""Names a period that the figure is not of: "one of the deadliest attacks this year", "the worst toll since 1997"."""
IN_ONE = re.compile(
    r"[^,;.]{0,30}?\b(?:in|during|when) (?:an?|the) [^,;.]*\b(?:attack|raid|ambush|assault|battle) on\b"
)
HAVE_KILLED = re.compile(
    r"\bha(?:s|ve) (?:\w+ )?(?:killed|murdered|executed) (?:many )?(?:hundreds|thousands|tens) of $"
)
