"""Words of violence and unrest that tell of nothing by the words beside them: similes, audiences, loads, aims."""

from __future__ import annotations

import re

from summarizer.engines.offline.chunks import NP, VG
from summarizer.engines.offline.frames import governed_by, subject_of
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.records.vocabulary import EventGroup, EventType

# Each pattern reads the lower-cased text before a trigger, up to it.
_LIKE = re.compile(
    r"\b(?:like|as if|as though|akin to|resembl\w+|compared to) (?:it were |this was )?(?:an? |the )?(?:\w+ )?$"
)
_AUDIENCE = re.compile(
    r"\b(?:told|tells|assured|promised|address\w*|(?:spoke|speaking|speech) (?:at|to)|urged|campaign|election"
    r"|victory|party) (?:an? |the |\w+ )?(?:\w+ )?$"
)
_NONE_FIRED = re.compile(
    r"\b(?:not (?:a|one) (?:single )?(?:shot (?:was|had been) )?"
    r"|no (?:more )?\w+ (?:was|were|has been|had been) (?:ever )?|without (?:a|an?y) (?:single )?(?:shots? being )?)$"
)
_BROKEN_OFF = re.compile(
    r"\b(?:end(?:ed|s|ing)|br(?:oke|oken|eaking)|scrapp(?:ed|ing)|abandon(?:ed|ing)|tore up|call(?:ed|ing) off"
    r"|(?:walk|pull|withdr)\w+ (?:away |out )?(?:from|of)) (?:an?|the|its|their|that|this) (?:[\w-]+ ){0,3}$"
)
"""Before a truce or a deal that is no more."""
_LULL = re.compile(
    r"\b(?:pause|lull|halt|end|break|let-up|respite) (?:in|to|from) (?:the |its |their |all )?(?:[\w-]+ )?$"
)
"""Before "fighting" or "attacks": "a pause in the"."""
_EXPECTED = re.compile(r"\b(?:expect(?:s|ed)?|fear(?:s|ed)?|foresee[sn]?) (?:more|further) (?:[\w-]+ )?$")
"""Before "attacks": deeds of no place or day."""
_NOTHING_TO = re.compile(r"\b(?:nothing|no one|nobody|little)\b[^,;.]{0,25}\bto $")
_MATTER = re.compile(
    r"\b(?:(?:talks|negotiations|discussions|consultations)(?: (?:in|between|with)\b[^,;.]{0,50})?"
    r" (?:on|about|over|towards)"
    r"|to (?:mediate|broker|negotiate|secure|seek|discuss|arrange)"
    r"|to (?:accept|embrace|consider|support|back|agree(?: up)?on|agree to|commit to)"
    r"|no (?:new |fixed |firm )?(?:date|timetable|schedule|plans?|time) (?:has been set |was set |set )?for"
    r"|(?:offers?|prospects?|hopes?|lack) of|calls? for|appeals? for|proposals? (?:for|on))"
    r" (?:(?:next |new )?round of |(?!of |in |on |by |with |from |after |to |for |that )[\w-]+ ){0,4}$"
)
_REFUSED = re.compile(r"\b(?:turned down|rejected|refused|rebuffed|spurned|dismissed|ignored)\b")
_UNDER = re.compile(
    r"\b(?:no|none of) (?:[\w.'’-]+ ){1,4}(?:came|come|comes) under (?:\w+ )?(?:attack|fire|gunfire|shelling)$"
)
_LOADS = frozenset({"carrying", "bringing", "delivering", "transporting"})
_LOST = re.compile(
    r"\b(?:destroyed|burn(?:ed|t|s)?|torched|looted|hit|struck|attacked|ambushed|set (?:on fire|ablaze|alight)|blown up"
    r"|hijacked|seized|bombed|shelled|overturned|crashed)\b"
)
_BULLET = re.compile(r"\s+(?:\w+ )?by (?:an? |the )?(?:\w+ )?(?:bullets?|splinters?|shrapnel|fragments?)\b")
_ENCOUNTERS = frozenset({"in an encounter", "encounter between", "encounter with", "encounter broke out"})
_ARMED = words("unmeant", "armed")
_WITH_WORDS = re.compile(
    r"^\s+(?:[\w'’-]+\s+){1,4}?with (?:[\w'’-]+\s+){0,2}?(?:questions?|letters?|e-?mails?|calls?|messages?|notices?"
    r"|complaints?|requests?|petitions?|demands|insults|praise|criticism|leaflets|pamphlets|texts|papers|queries)\b",
    re.IGNORECASE,
)
_PARTICLES = frozenset({"out", "off", "up"})
_FOR_SIDE = re.compile(r"\s+(?:for|alongside|with) (?:the )?[A-Z]")
_ENDED = re.compile(r"\b(?:there (?:is|was|were|are|has been) )?no (?:more|further) (?:\w+ )?$")
_NOT_BEEN = re.compile(r"\b(?:that|which) (?:had|have|has) not (?:yet )?been $")
_MAY = re.compile(r"\b(?:may|might|could) $")
_ACCIDENT = re.compile(r"\b(?:gas|boiler|transformer|fireworks?|kitchen|cylinder|mining|factory|furnace|refinery) $")
_SOUGHT = re.compile(
    r"\b(?:(?:leading|leads?|led) to|calls? for|called for|calling for|demand\w*|seek\w*|sought|reward for"
    r"|evad\w+|avoid\w*|escap\w+|resist\w*|fear(?:s|ed|ing)?(?: of)?|facing"
    r"|order(?:ed|s|ing)?|urged|immune from|request\w*)"
    r" (?:an? |the |his |her |their |its |immediate )*$"
)
_SAID_TO = re.compile(
    r"\b(?:that|which) (?!the |it |he |she |they )(?:[\w'’-]+ ){1,4}(?:said|says|say) $", re.IGNORECASE
)
"""Before a verb: "an assault that a rights group said killed 25"."""
_MARCHERS = frozenset(
    {"protesters", "protestors", "demonstrators", "students", "pupils", "mourners", "marchers", "workers"}
)
_LED_OFF = frozenset({"carried off", "driven off"})
_NO_CAPTIVES = frozenset(
    {"vehicles", "cars", "trucks", "lorries", "cattle", "goats", "herds", "bodies", "dead", "lost", "wounded"}
)
"""Beside "carried off" and "driven off": booty, or the fighters' own dead."""
_ARMED_WITH = re.compile(r"\b(?:armed|equipped) with [^,;.]*$")
_PEOPLE_WERE = re.compile(
    r"\b(?:attackers|assailants|gunmen|men|militants|rebels|soldiers|policemen|officers|fighters|protesters|people"
    r"|them)"
    r" (?:were|was|had been) $"
)
"""Before "shot down": no aircraft."""
_TREATED = re.compile(r"\b(?:treat(?:ed|ing|s)?|admitted|received|operated on)\b[^.;]{0,30}$")
"""Before "protesters": patients of a hospital."""
_MADE_FROM = re.compile(r"\b(?:fashioned|made|rigged|built|assembled|improvised) (?:from|of|out of|with) [^,;.]*$")
"""Before "mortar shell": what a bomb is made of."""
_BOMBS = frozenset({"bomb", "bombs", "explosives", "explosive", "device", "sappers"})
_WE = re.compile(r"\b(?:we|they|you|i) $")
_COMING = re.compile(
    r"\b(?:carrying|bringing|awaiting|requested|requesting|called for|calling for|when|until|before|as) (?:\w+ )?$"
)
"""Before "reinforcements": what a lorry had on board, or when something else was."""
_BLOCKED = frozenset({"blocked the road", "blocked roads"})
_FORCES_BEFORE = re.compile(
    r"\b(?:army|troops|soldiers|police|militants|gunmen|rebels|fighters|bandits|forces|militiamen)\b[^,;.]*$"
)
"""Before "blocked the road": no protest."""
_IS_WHEN = re.compile(r" (?:is|are|means?) when\b")
_IS_CRIME = re.compile(
    r"[^,;.]{0,70}? (?:is|are|constitutes?|amounts? to|would be|can be|may be|may amount to|may constitute)"
    r" (?:an? |always )*(?:\w+ )?"
    r"(?:war crimes?|crimes? against|violations? of|terrorism|prohibited|forbidden|illegal|unlawful)\b"
)
_REWARD = re.compile(r"\b(?:reward|bounty)\b[^,;.]{0,40}\bfor (?:the )?$")
_KILLS = frozenset({"killed", "kills", "killing", "kill"})
ACCIDENTS = words("unmeant", "accidents")
_MISHAP = re.compile(
    r"\b(?:helicopters?|planes?|aircraft|jets?|trucks?|bus|buses|minibus|cars?|vans?|vehicles?|lorry|lorries|boats?"
    r"|ferry"
    r"|ship|vessel|train|motorcycle|mine|building|bridge|roof|stand) (?:\w+ ){0,4}?"
    r"(?:crashed|overturned|capsized|sank|plunged|collided|derailed|skidded|veered|rolled over)\b",
    re.IGNORECASE,
)
_HIT = re.compile(
    r"\b(?:attack(?:ed)?|gunm[ae]n|fired|shot|bomb(?:ed|ing|er)?|struck|missile|drone|rebels?|militants?|ambush(?:ed)?"
    r"|explosion|exploded|blast|rammed|rocket|shell(?:ed|ing)?|strike|raid|pursu\w+|clash\w*|fighting)\b",
    re.IGNORECASE,
)
"""With one of these a vehicle that crashed may have been brought to it."""
_PHASE = re.compile(r"\b(?:phase|stage|leg|part) of (?:its|the|their|an?|this) (?:\w+ )?$")
"""Before "offensive": the verb tells, "would begin a new"."""
_NEARLY = re.compile(r"\b(?:close to|(?:verge|brink|point|edge|risk|danger) of|near|from|avoid|prevent|total) $")
"""Before "collapse": "appeared close to"."""
_CHARRED = frozenset({"burned", "burnt", "looted", "torched"})
_AMID = re.compile(r"\b(?:with|of|amid|among|past|beside|the|an?|several|some) $")
"""Before "burned blankets" and "looted goods": things, no deed."""
_CONDITION = re.compile(r"\b(?:if|unless)\b[^,;.]*$")
"""Before a withdrawal: what is asked for is a condition, no event of its own."""
_UNUSED = re.compile(
    r" [^;.]{0,50}?\b(?:was|were) (?:[\w-]+ )?(?:defused|found|seized|recovered|disarmed|removed|discovered)\b"
)
"""After an explosive belt or vest: it killed nobody."""
_WORN = (" belt", " vest")
_WORDS_BEFORE = {
    EventType.WITHDRAWAL: _CONDITION,
    EventType.ARREST: _SOUGHT,
    EventType.BOMBING: _ACCIDENT,
    EventType.SHELLING: _ARMED_WITH,
}
_SKYWARD = re.compile(r"[\w ]{0,30}?\b(?:in(?:to)? the (?:air|sky)|skywards?)\b")
"""After shots that were to warn, or to cheer."""
_ALIVE = re.compile(r"\s+(?:to death|alive|beyond (?:all )?recognition)\b", re.IGNORECASE)
_MURDERED = re.compile(r"\s[^,;.]{0,40}\b(?:murdered|killed|slain|massacred|dead|missing)\b", re.IGNORECASE)
_OWN_DEAD = re.compile(r" (?!and\b)(?:with them )?(?:[\w-]+ ){0,3}(?:dead|wounded|bodies|casualties)\b", re.IGNORECASE)
"""After "took" and "carried off": the fighters' own dead."""
_DYING = re.compile(r"\b(?:succumbed|died|dying)\b")


def _of_nobody(p: Parsed, start: int, k: int) -> bool:
    """Is the verb one of what somebody says killed, or of an accident?"""
    accident = p.head(p.chunks[k]) in _KILLS and by_accident(p, k)
    return accident or _SAID_TO.search(p.text[max(0, start - 60) : start]) is not None


_DIED = frozenset({"died", "perished", "die", "dies"})


def by_accident(p: Parsed, k: int) -> bool:
    """Example: "a bus crash killed 14", "were killed by floods": nobody attacked them."""
    at = (
        governed_by(p, k, frozenset({"by", "in", "of", "from"}), reach=4)
        if p.chunks[k].passive or p.head(p.chunks[k]) in _DIED
        else subject_of(p, k)
    )
    return (at is not None and p.head(p.chunks[at]) in ACCIDENTS) or is_mishap(p)


def is_mishap(p: Parsed) -> bool:
    """Example: "five marines were killed when their helicopter crashed": no deed, unless something hit it."""
    return _MISHAP.search(p.text) is not None and _HIT.search(p.text) is None


def is_law(p: Parsed, end: int) -> bool:
    """Example: "the killing of civilians is a war crime": what the law says of such deeds, read from `end` on."""
    return _IS_CRIME.match(p.text, end) is not None


def unmeant(p: Parsed, kind: EventType, start: int, end: int, k: int) -> bool:
    """Do the words beside a trigger, at these characters and in chunk k, show that it tells of no event?"""
    if "encounter" in p.vocabulary and p.text[start:end].lower() in _ENCOUNTERS and _ARMED.isdisjoint(p.vocabulary):
        return True
    verb = p.chunks[k].kind == VG
    if _of_nobody(p, start, k) if verb else is_law(p, end):
        return True
    low, before, after = p.text[start:end].lower(), p.text[max(0, start - 100) : start].lower(), p.text[end : end + 60]
    if _is_only_named(p, kind, low, before, after) or _LULL.search(before) or _EXPECTED.search(before):
        return True
    if kind is EventType.AGREEMENT and _BROKEN_OFF.search(before):
        return True
    if kind.group is EventGroup.DIPLOMACY:
        if low.startswith("met") and before.endswith(("be ", "been ", "was ", "were ")):
            return True  # "would be met with an answer"
        return bool((_MATTER.search(before) and not _REFUSED.search(before)) or _NOTHING_TO.search(before))
    if kind is EventType.PROTEST:
        return _no_protest(p, low, before)
    if kind is EventType.HUMANITARIAN:
        return _no_relief(p, low, before, after)
    if kind.group is EventGroup.REMOTE and p.chunks[k].kind == VG and _WITH_WORDS.match(after):
        return True
    return bool(
        _REWARD.search(before) or _ENDED.search(before) or _NOT_BEEN.search(before) or _LIKE.search(before)
    ) or _no_blow(p, low, before, after, k)


_NOTES = re.compile(
    r"\b(?:lodge[ds]?|filed?|submitted|delivered|handed|registered|sent) (?:over )?(?:an? |its |their )(?:[\w-]+"
    r" ){0,2}$"
    r"|\b(?:notes?|letters?) of $|\bdiplomatic $"
    r"|\b(?:summon(?:ed|s|ing)|called in)\b[^.;]{0,50} (?:to|in) $"
)
"""Before a protest that states make in words: "summoned the envoy to protest the shelling"."""


def _no_protest(p: Parsed, low: str, before: str) -> bool:
    """A road that soldiers block, patients who protested, water turned on a bomb, a party's rally."""
    if low.startswith("protest") and _NOTES.search(before) and _MARCHERS.isdisjoint(p.vocabulary):
        return True
    if low in _BLOCKED:
        return _FORCES_BEFORE.search(before) is not None
    if _TREATED.search(before) or (low == "water cannon" and not _BOMBS.isdisjoint(p.vocabulary)):
        return True
    return low in {"rally", "rallies"} and _AUDIENCE.search(before) is not None


def _is_only_named(p: Parsed, kind: EventType, low: str, before: str, after: str) -> bool:
    """Booty driven off, what "a riot is when" explains, withdrawals that are a condition, arrests wanted, accidents."""
    if _IS_WHEN.match(after) or (low == "march on" and not _MARCHERS.isdisjoint(p.vocabulary)):
        return True
    if (low == "shot down" and _PEOPLE_WERE.search(before)) or (low.endswith(_WORN) and _UNUSED.match(after)):
        return True
    if (
        (kind is EventType.OFFENSIVE and _PHASE.search(before))
        or (low == "collapse" and _NEARLY.search(before))
        or (low.endswith("sent to") and after.startswith(" hell"))
    ):
        return True
    if low == "reinforcements" and _COMING.search(before):
        return True
    if kind in _WORDS_BEFORE and _WORDS_BEFORE[kind].search(before):
        return True
    if kind is EventType.SHELLING and _MADE_FROM.search(before):
        return True
    if low == "fight" and _WE.search(before):
        return True  # "we fight soldiers, not passengers": what one does, not what was done
    if kind is EventType.ABDUCTION and _OWN_DEAD.match(after):
        return True
    if kind is EventType.DESTRUCTION:
        return _ALIVE.match(after) is not None or (low in _CHARRED and _AMID.search(before) is not None)
    return kind is EventType.ABDUCTION and low in _LED_OFF and not _NO_CAPTIVES.isdisjoint(p.vocabulary)


def _no_blow(p: Parsed, low: str, before: str, after: str, k: int) -> bool:
    """Example: "struck out the line", "no shot was fired", "hit by a stray bullet", "a man fighting for the Guard"."""
    if low in {"struck", "strike", "strikes", "striking"}:
        following = after.split()[:1]
        return bool(following and following[0].strip(",.") in _PARTICLES) or _BULLET.match(after) is not None
    if low == "fought" and p.words[p.chunks[k].a].low == "having":
        return True  # "Sepoy Khan, having fought gallantly, embraced martyrdom"
    if low == "fighting" and _one_man(p, k):
        return _FOR_SIDE.match(after) is not None
    if _SKYWARD.match(after) and low.startswith(("fired", "opened", "open")):
        return True
    if low in {"shot", "fired"}:
        return _NONE_FIRED.search(before) is not None
    return _UNDER.search(f"{before}{low}") is not None


def _one_man(p: Parsed, k: int) -> bool:
    """Is the one who fights, in chunk k or before it, one man: "a Belgian fighting for", not "rebels fighting for"?"""
    return any(c.kind == NP and c.det in {"a", "an"} and c.b - c.a > 1 for c in p.chunks[max(0, k - 1) : k + 1])


def _no_relief(p: Parsed, low: str, before: str, after: str) -> bool:
    """Neither what lost lorries had on board, nor a dying man flown out, nor one who may have crossed is relief."""
    if low == "registered" and _MURDERED.match(after):
        return True
    if low.startswith("have ") and _MAY.search(before):
        return True
    text = p.text.lower()
    return (low in _LOADS and _LOST.search(text) is not None) or (
        low == "airlifted" and _DYING.search(text) is not None
    )
