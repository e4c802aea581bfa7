"""People harmed, sentence by sentence: one small function per family of wording, each with an example.

A rule looks at one chunk and yields groups; `harmed_in` runs over a sentence those that can find something there
(`needs.py`) and settles overlaps. Rules never
look at other sentences: what a bare number stands for, whose side it is and which toll replaces which is settled in
tolls.py.
"""

from __future__ import annotations

import re

from summarizer.engines.offline import (
    counted_displaced,
    harm_anaphors,
    harm_care,
    harm_figures,
    harm_idioms,
    harm_loose,
    harm_phrases,
    harm_remains,
    harm_terse,
    uprooted,
)
from summarizer.engines.offline.accusations import accused_of
from summarizer.engines.offline.captivity import held, in_their_hands, set_free, still_held
from summarizer.engines.offline.chunks import NP, VG
from summarizer.engines.offline.frames import governed_by, subject_of
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.harm_losses import failed_to_survive, fallen, loss_of_life
from summarizer.engines.offline.harm_nouns import (
    noun_of_harm,
    state_of_harm,
    wounded_people,
)
from summarizer.engines.offline.harm_shares import among_the_dead, those_of_us
from summarizer.engines.offline.harm_tolls import brought_to, toll
from summarizer.engines.offline.harm_unquantified import unharmed, unquantified
from summarizer.engines.offline.harm_verbs import (
    blame,
    gerund_of_harm,
    shot_dead,
    verb_of_harm,
)
from summarizer.engines.offline.needs import Asked, Rule
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.takings import (
    as_shields,
    made_off_with,
    missing,
    taken,
    taken_along,
    took_from,
    were_taken,
)
from summarizer.engines.offline.wounds import admitted, hit, hit_by, in_hospital, suffering
from summarizer.records.vocabulary import Harm

# In order of precedence: of two rules that read the same number phrase at one chunk the first wins.
_OF_VERBS: tuple[Rule, ...] = (
    shot_dead,
    verb_of_harm,
    loss_of_life,
    suffering,
    failed_to_survive,
    taken,
    took_from,
    missing,
    held,
    set_free,
    in_their_hands,
    still_held,
    taken_along,
    as_shields,
    brought_to,
    harm_remains.buried,
    hit_by,
    hit,
    were_taken,
    made_off_with,
    fallen,
    in_hospital,
    admitted,
    state_of_harm,
    unharmed,
    *harm_care.OF_VERBS,
    *harm_idioms.OF_VERBS,
    *harm_phrases.OF_VERBS,
    *harm_figures.OF_VERBS,
    *harm_remains.OF_VERBS,
    *harm_loose.OF_VERBS,
    *harm_anaphors.OF_VERBS,
    *uprooted.OF_VERBS,
)
_OF_NOUNS: tuple[Rule, ...] = (
    *harm_terse.OF_NOUNS,
    harm_figures.among_people,
    gerund_of_harm,
    harm_figures.no_losses,
    unquantified,
    toll,
    among_the_dead,
    harm_remains.buried,
    wounded_people,
    those_of_us,
    in_hospital,
    state_of_harm,
    noun_of_harm,
    *harm_care.OF_NOUNS,
    *harm_idioms.OF_NOUNS,
    *harm_phrases.OF_NOUNS,
    *harm_figures.OF_NOUNS,
    *harm_remains.OF_NOUNS,
    *harm_loose.OF_NOUNS,
    *harm_anaphors.OF_NOUNS,
    *counted_displaced.OF_NOUNS,
)
RULES: tuple[Rule, ...] = tuple(dict.fromkeys((*_OF_VERBS, *_OF_NOUNS)))
_ASKED_OF_VERBS, _ASKED_OF_NOUNS = Asked(_OF_VERBS), Asked(_OF_NOUNS)


_BY_ITS_SUBJECT = frozenset(
    {
        "captors took", "taken", "took from", "picked up", "took away",
        "made off with", "at gunpoint", "taken alive", "taken along",
        "out of action", "shot dead", "hit",
    }
)  # fmt: skip
"""Rules of verbs whose subject did it, and that do not say so themselves."""
_GRAVER = {
    **dict.fromkeys((Harm.INJURED, Harm.CAPTURED, Harm.OTHER), frozenset({Harm.KILLED})),
    Harm.DISPLACED: frozenset({Harm.KILLED, Harm.INJURED, Harm.CAPTURED, Harm.MISSING, Harm.CASUALTIES}),
}
"""Of two harms of the same people the graver counts, where it is told later in the sentence."""
_BODIES = frozenset({"bodies", "corpses", "remains", "cadavers", "body", "corpse"})
_OF_THE_LIVING = frozenset({Harm.INJURED, Harm.CAPTURED, Harm.DISPLACED})


_DIED = re.compile(
    r"[^;.]{0,80}[;,] (?:adding |saying )?(?:and |but |that )?(?:he|she) "
    r"(?:(?:later|subsequently|also|has since|since) )?(?:died|succumbed)\b"
)
"""Example: "was shot in the stomach; he later died": behind the only one hurt."""


_OF_RAPE = re.compile(r" of (?:gang[- ]?)?(?:rape|sexual (?:violence|assault|abuse))\b")
"""Example: "treated 14 survivors of rape": no injured of an attack."""


def harmed_in(p: Parsed) -> list[Group]:
    """Every group of people the sentence reports as harmed, in order of text; one for each number phrase."""
    found: dict[tuple[int, int], Group] = {}
    of_verbs, of_nouns = _ASKED_OF_VERBS.possible(p.vocabulary), _ASKED_OF_NOUNS.possible(p.vocabulary)
    for k in range(len(p.chunks)):
        kind = p.chunks[k].kind
        for rule in of_verbs if kind == VG else of_nouns if kind == NP else ():
            for group in rule(p, k):
                if group.head in _BODIES and group.harm in _OF_THE_LIVING:
                    continue
                if group.agent_at < 0 and kind == VG and group.rule in _BY_ITS_SUBJECT:
                    blame(group, _agent_of(p, k, group))
                first = found.setdefault(group.count, group)
                if first.rule == "wounded people" or group.harm in _GRAVER.get(first.harm, ()):
                    found[group.count] = group
    for group in found.values():
        if group.harm is Harm.INJURED and not group.plural and _DIED.match(p.text, group.end):
            group.harm = Harm.KILLED
        if group.harm is Harm.INJURED and _OF_RAPE.match(p.text, group.end):
            group.harm = Harm.OTHER
        if group.zero and (group.rule == "lost men" or _says_hurt(group)):
            group.harm = Harm.CASUALTIES
    return sorted(found.values(), key=lambda g: g.count)


def _agent_of(p: Parsed, k: int, group: Group) -> int | None:
    """Who did it: the subject before an active verb ("it took six soldiers prisoner"), "by ..." after a passive one."""
    if p.chunks[k].passive:
        return governed_by(p, k, frozenset({"by"}))
    if group.start < p.end(p.chunks[k]):
        return None
    accused = accused_of(p, k)  # "accused the gang of seizing a trader and shooting dead his driver"
    return accused if accused is not None else subject_of(p, k)


def _says_hurt(group: Group) -> bool:
    """ "Nobody was hurt": dead and wounded alike (codebook, counting: "none hurt")."""
    return group.p.text[slice(*group.site)].lower().endswith(("hurt", "harmed", "hit"))
