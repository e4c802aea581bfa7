"""The stance of a claim, from its cue and from what it says."""

from __future__ import annotations

import re

from summarizer.engines.offline.cues import STANCES
from summarizer.engines.offline.lexicon import one_of
from summarizer.engines.offline.parsed import Parsed
from summarizer.records.vocabulary import SourceType, Stance

# Patterns below read lower-cased text, _MODAL the text as it stands.
_OURS = (
    r"(?:its|his|their|our|her) (?:own )?(?:men|fighters|forces|troops|soldiers|units|members|people|planes|aircraft)"
)
_OWN_DEED = re.compile(
    rf"^(?:that )?(?:it|they|we|{_OURS}|a unit of (?:its|our) fighters) (?:had |have |has |was |were )?(?:also )?"
    r"(?:sent|carried out|planted|behind|ambushed|attacked|killed|shot|executed|detonated|bombed"
    r"|responsible|blew up|blown up|fired|launched|raided|assassinated|targeted|struck|hit"
    r"|shelled|destroyed|staged|mounted|downed)\b(?! (?:no|nobody|none|nothing|neither)\b)"
)
_NEGATIVE = re.compile(
    r"^(?:none of (?:its|his|their|our)|it (?:had|has|did|does) not(?! just| only| yet)"
    r"|there (?:was|is) no question of (?!(?:who|what|whose|how|why|when)\b)"
    r"|it (?:was|is) not (?:so|true|us|them|its|our|involved|responsible|behind|aware|the case)"
    r"|they (?:had|have|did|do|were|are) not"
    r"|not (?:so|true)|no such|there (?:was|were|had been) (?:no such|not (?:one|a single|any))|we (?:did|do|have) not"
    r"(?! (?:agree|accept|support|condone|tolerate|want|believe|know|understand|see|think|need|expect))"
    r"|(?:the )?(?:reports?|claims?|allegations?|accusations?|videos?) (?:were|was|is|are)"
    r" (?:false|baseless|fabricated|untrue)|nothing of the kind"
    r"|there (?:was|were) no (?:attempt|truth|attack|raid|strike|operation|order|clash|fighting)|never\b"
    rf"|(?:{_OURS}|it|they|we|he|she|i)(?:,[^,]{{1,30}},)? (?:had |have |has |were |was )?never\b"
    rf"|(?:{_OURS}) (?:do|did|does|had|have|has|were|was|are) not\b"
    r"|(?:i|we) (?:do|did|have)n['’]t\b|(?:no|none of (?:its|our|his|their|the)) [^,.;]{2,40}?"
    r"(?:involved|targeted|took part|came under|attacked|bombed|shelled|entered|was present|were present)\b"
    rf"|(?:{_OURS}|it|they|we) (?:had |have |has )?"
    r"(?:carried out|fired|launched|killed|hit|shot|targeted|attacked|struck)"
    r" (?:no|nobody|none|nothing)\b(?! (?:less|fewer) than)"
    r"|not (?:one|a single) [^,.;]{2,40}? (?:has|have|had|was|were|is|are)\b"
    r"|it had nothing to do|(?:it|they|he|she|we|i) (?:had|have) nothing to do with)"
)
_FABLE = re.compile(
    r"^there (?:was|were|had been) never\b|"
    r"\b(?:was|were|is|are) (?:\w+ly )?(?:a )?(?:pure |complete |total |outright |deliberate )?"
    r"(?:fable|figment|lie|lies|fabrications?|fabricated|false|baseless|untrue|propaganda|nonsense|invention|invented"
    r"|fake)\b"
)
_WRONG = re.compile(
    r"(?:(?:(?:the|these|those|such|this|that|their|its|any|all) )?(?:[\w-]+ ){0,2}"
    r"(?:figures?|tolls?|numbers?|claims?|reports?|accounts?|counts?|allegations?|statements?|tally|version) )?"
    r"(?:was|were|is|are) (?:\w+ly )?"
    r"(?:wrong|incorrect|inaccurate|exaggerated|inflated|overstated|not true|not correct)\b(?! (?:to|and|but)\b)"
)
"""Example: "a figure he said was wrong", "the toll was exaggerated"."""
_INVENTED = re.compile(
    r"\b(?:lies?|fabrications?|fabricated|false|baseless|untrue|propaganda|nonsense|inventions?|invented|fake|slander"
    r"|figment|fairy tales?|myths?|hearsay|exaggerat\w+|fantasy|fiction|disinformation|misinformation|rumou?rs?"
    r"|malicious|ridiculous|absurd|unfounded|hoax)\b"
)
_PLEAS = {"not": Stance.DENIES, "innocent": Stance.DENIES, "guilty": Stance.CLAIMS_RESPONSIBILITY}
ACCOUNT = re.compile(
    r"(?:the|this|that|these|those|such|any|all|his|her|its|their|[\w-]+['’]s?) (?:\w+ )?"
    r"(?:reports?|claims?|versions?|accounts?|allegations?|accusations?|charges?|story|stories|rumou?rs?|estimates?"
    r"|suggestions?)\b(?! (?:credible|accurate|true|plausible|serious|alarming|shocking))"
)
"""What somebody said, spoken of without saying what it was: "the accusation", "Kyiv's claims"."""
_NO_PART = re.compile(r"(?:[\w'’-]+ ){1,4}(?:had|has|have) (?:had )?nothing to do with\b")
_CONDITION = re.compile(r"(?:if|unless|should) [^.;]{3,120}?\b(?:will|would|shall)\b")
_CONDEMNED = re.compile(
    r"(?:(?:the|this|these|any|all|such|an?|every|yesterday['’]s) )?(?:(?!of )[\w-]+ ){0,2}"
    r"(?:attacks?|violence|massacres?|killings?"
    r"|murders?|bombings?|terrorism|aggression|crimes?|assassinations?|bloodshed|acts? of [\w ]{3,20})"
    r"(?! (?:claims?|charges?|allegations?|reports?))\b"
)
_WE_WILL = re.compile(
    r"(?:if|unless) [^;.]{3,120}?, we (?:will|shall|would)\b"
    r"(?! (?:be (?!forced)|have to (?:leave|flee)|need|see|know|die|lose|help|support|welcome|talk|discuss|consider"
    r"|spend|pay|find|provide|build|continue))"
)
_WE_PROMISE = re.compile(
    r"(?:if|unless) [^;.]{3,120}?, we (?:will|shall|would) (?:recommend|file|open (?!fire)|investigate|review"
    r"|publish|vote|comply|cooperate)\b"
)
"""No threat: "if there is evidence, we will recommend an investigation"."""
_CANNOT_SAY = re.compile(
    r"(?:he|she|it|they|we|i|the \w+) (?:was|were|is|are) (?:not in a position|unable|not able) to"
    r" (?:\w+ly )?(?:confirm|verify|corroborate)\b"
)
_AGAINST = re.compile(r"^(?:[\w'’-]+ ){0,4}against (?!him\b|her\b|them\b|the threat|a )")
_OWN_THREAT = re.compile(r"(?:if|unless) [^;]{3,120}?, (?:they|we|it|he|she) (?:will|would)\b")
_MAY_COME = re.compile(r"\b(?:could|may|might|risks?|risked)\b")
_FORESEEN = re.compile(
    r"\b(?:food|water|fuel|supplies|stocks|medicine|blood|hospitals?|rivers?|floods?|prices|aid|shelters?) "
    r"(?:[\w-]+ ){0,3}(?:will|would) (?:soon )?(?:run|be exhausted|last|collapse|rise|dry|overflow)\b"
)
"""What an official foresees, and does to nobody: "warned that food will run out"."""
_ENDURED = re.compile(
    r"\b(?:(?!we\b|they\b)[a-z]+) (?:will|would) (?:\w+ )?(?:leave|flee|die|starve|suffer|desert|collapse|perish)\b"
)
"""What would befall others: "if nobody comes, the last inhabitants will leave"."""
_SHALL = re.compile(r"\b(?:will|would|shall|must|['’]ll)\b")
_MODAL = re.compile(
    r"\b(?:may have|might have|may|might|probably|possibly|likely|appears? to|appeared to|seems? to|seemed to"
    r"|could have|must have|is believed to|are believed to|was believed to|were believed to"
    r"|(?<!before they )(?<!before he )(?<!before she )"
    r"could (?:be (?!heard|seen|felt|smelt)|lead|take|rise|reach|become|face|trigger|spread|happen|climb|run|set))\b"
)
_RELATIVE = re.compile(r", (?:who|which|whose)\b")
_PLEA = re.compile(r"(?:[\w'’-]+ ){0,3}(?:calls?|demands?|appeals?|requests?|pleas?) (?:for|to|that|on)\b")
_COMES = (
    r"(?:will|would|shall|['’]ll|(?:is|are) to"
    r"|(?:is|are|was|were) (?:going|ready|prepared|planning|about) to)"
)
_PLANS = (
    r"(?:plan(?:s|ned)? to|intend(?:s|ed)? to|aim(?:s|ed)? to|hope(?:s|d)? to|had no plans to|ha(?:s|ve) no plans to)"
)
_OWN_PLAN = re.compile(
    r"^(?:that )?(?:it|they|he|she|we|i|"
    + _OURS
    + r"|(?:the |its |his |their |our )?"
    + one_of("stance", "actors")
    + r")"
    rf" (?:\w+ly |also |now |soon )?(?:{_COMES}|{_PLANS}) (?:not |also |soon |never )?"
    r"(?!be (?:a|an|the|too|very|no|more|less|difficult|hard|impossible|able|clear|safe)\b"
    r"|say\b|like\b|call\b|think\b|expect\b|prefer\b|argue\b|have\b|know\b|need\b|seem\b|mean\b"
    r"|appear\b|be dead|be killed|take (?:days|weeks|months|years|time)|remain\b|cost\b|become\b|rise\b|run out"
    r"|last (?:a|as)\b)"
)
_PEACEFUL = re.compile(
    r"(?:that (?:it|he|she|they) would |to )(?:go ahead|bring|achieve|uphold|hold|rebuild|reform|protect|help"
    r"|support|work|improve|restore"
    r"|continue (?!the (?:war|fight|offensive|attack))|investigate|return|remain|stay|cooperate|negotiate|find|ensure)"
)
_MENACE = re.compile(
    r"\breserves? the right to (?!reply|appeal|comment|speak)"
    r"|\b(?:would|will) be (?:considered|(?:treated|regarded) as|deemed) (?:an? )?(?:legitimate |military )*targets?\b"
    r"|\bat a time and (?:a )?place of (?:our|its|their|his|her) (?:own )?choosing\b"
    r"|\b(?:response|retaliation|answer|revenge|reply)\W{1,3}(?:will|would) (?:not be long|be (?:swift|crushing|severe"
    r"|harsh|painful|devastating|firm))"
    r"|\b(?:will|would) not go (?:unanswered|unpunished)\b"
    r"|\bwould (?:sink|strike|shoot|burn|shell|kill|attack|destroy) any\b"
    r"|\bdays are numbered\b|\bgoing to meet a (?:rifle|bullet)\b|\bwill (?:not )?(?:be spared|live to regret)\b"
)
_CLOSED_FOR = re.compile(r"\b(?:will|would) (?:remain|stay|be) (?:shut|closed|suspended)\b")
_TO_BE_DONE = re.compile(r"\b(?:will|would) (?:soon |now |also )?be " + one_of("stance", "measures") + r"\b")
_WILL_ACT = re.compile(r"^[^,;\"“]{2,70}? (?:will|would) (?:also |soon |now |not )?" + one_of("stance", "acts") + r"\b")
_RETALIATION = re.compile(
    r"\b(?:will|would|shall|['’]ll) (?:\w+ly )?(?:be )?"
    r"(?:avenge|retaliate|respond (?:in kind|with force|harshly)|kill|execute|attack|strike|burn|punish|destroy|hunt"
    r"|behead|pay (?:(?:a|the) (?:\w+ )?price|dearly"
    r"|for (?!(?:[\w'’-]+ ){0,3}(?:funerals?|burials?|damages?|repairs?|treatment|care|costs?|fees?|compensation|food"
    r"|fuel|reconstruction|medicines?|hospitals?|schools?|transport|rebuilding|losses)\b))"
    r"|answer (?:in kind|with)|a (?:legitimate )?target|legitimate targets?|targets"
    r"|treated as|shot\b|crush|regret|met with (?:fire|force|bullets|lead|an iron fist))\b"
)
_WILL = re.compile(r"\b(?:would|will)\b")
_TO_COME = re.compile(r"\b(?:would|will|shall|to|could|may|might|risk|risks|risked)\b")
_ORDER = re.compile(r"^to \w+|^(?:all |the )?\w+(?: \w+){0,2} (?:not )?to \w+")
_MUST = re.compile(
    r"^[^,;]{2,60}? (?:must|should|ought to) (?!have|be (?:a|an|the|able)\b)(?:not |now |immediately )?\w+"
)
_IMPERATIVE = re.compile(
    r"^(?:let (?:the|them|him|her|us|it)|stop|leave|release|free|send|bring|give (?:us|me|back)|tell)\b"
)
_NO_DEAL = re.compile(
    r"(?:that )?there (?:would|will|could|can) be no (?:[\w-]+ )?"
    r"(?:deal|talks|truce|peace|agreement|ceasefire|dialogue) (?:unless|without)\b"
)
_WE_DEMAND = re.compile(r"we (?:demand|call on|urge|insist that)\b")
_MARKS = str.maketrans("", "", '"“”')
_COERCIVE = frozenset({SourceType.ARMED_GROUP, SourceType.GOVERNMENT, SourceType.MILITARY, SourceType.DOCUMENT})
_ONLOOKERS = frozenset({SourceType.WITNESS, SourceType.MEDICAL_RESCUE, SourceType.EXPERT, SourceType.MONITOR_NGO})
_PARTIAL = frozenset({SourceType.UNKNOWN, SourceType.MONITOR_NGO})
_PLANNING = frozenset(SourceType) - {SourceType.WITNESS, SourceType.EXPERT, SourceType.NEWS_MEDIA, SourceType.DOCUMENT}


def stance_of(p: Parsed, content: tuple[int, int], cue: tuple[str, str], source: SourceType) -> Stance:
    """The stance of what is said at `content` by a source of this type; `cue` is (group, base verb)."""
    group, base = cue
    text = _bare(p.text[content[0] : content[1]])
    others = text.startswith("they") and p.quoted(content[0] + 1)  # "They shot first," said the rebel
    if group == "denies" or (group == "demands" and base != "ask"):
        condemns = base in {"reject", "repudiate"} and _CONDEMNED.match(text)
        return Stance.ASSERTS if condemns else STANCES[group]  # "denied that its forces had killed" claims no deed
    if source is SourceType.ARMED_GROUP and _OWN_DEED.match(text) and not others:
        return Stance.CLAIMS_RESPONSIBILITY
    if base == "warn":
        return _warning(text, source)
    if base == "ask" and (text.startswith(("why", "how", "whether", "who ", "what")) or text.endswith("?")):
        return Stance.ASSERTS
    if base in {"repeat", "reiterate", "renew"} and _PLEA.match(text):
        return Stance.DEMANDS
    if base == "plead":
        return (
            Stance.CLAIMS_RESPONSIBILITY
            if text.startswith("guilty")
            else _PLEAS.get(text.split(" ")[0], Stance.DEMANDS)
        )
    if group == "reacts" and ACCOUNT.match(text) and base in {"call", "describe", "term", "brand", "label"}:
        return Stance.DENIES
    if group == "reacts":
        return Stance.DENIES if _INVENTED.search(text) else Stance.ASSERTS
    if group not in {"asserts", "tells"}:
        peaceful = base in {"vow", "swear"} and _PEACEFUL.match(text)  # "vowed to go ahead with the vote"
        return Stance.INTENDS if peaceful else STANCES[group]
    return _content_stance(p, content, base, source)


_REBUTTAL = re.compile(
    r"(?:no, )?(?:that|this|it|these|those|they)(?: is| was| are|['’]s|['’]re) (?:simply |just |all |totally "
    r"|completely )?"
    r"(?:not true|not so|false|untrue|(?:a |an )?(?:pure |complete |total |outright )?(?:lies?|fabrications?"
    r"|inventions?"
    r"|nonsense|fiction|propaganda|rubbish))[.!]?$"
    r"|(?:not true|nonsense|lies|rubbish)[.!]?$"
)


def is_rebuttal(text: str) -> bool:
    """Is a whole sentence of a quotation a flat denial: "That is false."?"""
    return _REBUTTAL.match(_bare(text).strip()) is not None


def _bare(text: str) -> str:
    """In lower case and without quotation marks."""
    return text.lower().translate(_MARKS).lstrip("'‘ ")


def _warning(text: str, source: SourceType) -> Stance:
    """A party that warns of what it will do threatens; others only foresee, or call on people to take care."""
    if _AGAINST.match(text):
        return Stance.THREATENS if source in _COERCIVE else Stance.DEMANDS
    if not _TO_COME.search(text):
        return Stance.ASSERTS
    if _MAY_COME.search(text) and not _SHALL.search(text):
        return Stance.SUGGESTS  # "warned that the number could double"
    condition = re.search(r"\b(?:if|unless|until)\b", text)
    if source is SourceType.GOVERNMENT and _FORESEEN.search(text) and not condition:
        return Stance.ASSERTS
    if source not in _COERCIVE and (_FORESEEN.search(text) or _ENDURED.search(text)):
        return Stance.SUGGESTS
    conditional = source in _PARTIAL and condition
    if source in _COERCIVE or conditional or _OWN_THREAT.match(text):
        return Stance.THREATENS
    return Stance.DEMANDS if _ORDER.match(text) else Stance.SUGGESTS


def _content_stance(p: Parsed, content: tuple[int, int], base: str, source: SourceType) -> Stance:
    text = _bare(p.text[content[0] : content[1]])
    rebuts = source not in _ONLOOKERS and _NEGATIVE.search(text)
    if rebuts or _FABLE.search(text) or _WRONG.match(text) or _NO_PART.match(text):
        return Stance.DENIES
    if _CONDITION.match(text) and (source is SourceType.ARMED_GROUP or _WE_WILL.match(text)):
        fights = source in {SourceType.ARMED_GROUP, SourceType.MILITARY}
        return Stance.INTENDS if _WE_PROMISE.match(text) and not fights else Stance.THREATENS
    if _CANNOT_SAY.match(text):
        return Stance.CANNOT_VERIFY
    if source in _COERCIVE and (_RETALIATION.search(text) or _MENACE.search(text)):
        return Stance.THREATENS
    if source in _PLANNING and any(
        (_OWN_PLAN.match(text), _TO_BE_DONE.search(text), _WILL_ACT.match(text), _CLOSED_FOR.search(text))
    ):
        return Stance.INTENDS
    told = _RELATIVE.split(p.text[content[0] : content[1]][:80])[0]  # "raiders, who were believed to be ..."
    if base != "confirm" and _MODAL.search(told):
        return Stance.SUGGESTS
    if base in {"announce", "promise"} and _WILL.search(text):
        return Stance.INTENDS
    if base == "tell" and text.startswith("to "):
        return Stance.DEMANDS
    ordered = base in {"say", "tell", "add"} and (_MUST.match(text) or _IMPERATIVE.match(text))
    return Stance.DEMANDS if ordered or _NO_DEAL.match(text) or _WE_DEMAND.match(text) else Stance.ASSERTS
