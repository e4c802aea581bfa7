"""What all sentences of an article say of a party: its initials, its denials, whose ally or branch it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from summarizer.engines.offline.chunks import COMMA, REL, STOP, SUB, THAT, VG, Chunk
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.party import Party
from summarizer.engines.offline.party_names import ARMED, initials_of, seat_of
from summarizer.normalize.places import country_of
from summarizer.records.vocabulary import ActorType

_CLAIMING = frozenset({"claimed", "claims", "claiming"})
_CLAIM = re.compile(
    r"(?: has| have| had| later| also| itself)*,? (?:claimed|claims|claiming) (?!no\b|not\b)", re.IGNORECASE
)
_DENYING = frozenset({"denied", "denies", "denying", "deny"})
_DENIAL = re.compile(
    r"\b(?:has |have |had )?den(?:y|ies|ied|ying) (?:any |all )?"
    r"(?:responsibility|involvement|(?:firing|killing|attacking|carrying|planting|shelling|bombing|targeting"
    r"|staging)\b)"
)
_BESIDE = frozenset({"allied", "backed", "supported", "aided", "assisted", "alongside", "pro-government", "pro-junta"})
_ALLIED = re.compile(
    r"\b(?:(?:army|military|troops|soldiers|police|forces|government|junta)\b[^.;]{0,30}\b"
    r"(?:(?:backed|supported|aided|assisted) by|alongside) (?:the |local |allied )?"
    r"|(?:allied|pro-government|pro-junta) )"
)
_CLAUSE = re.compile(r"[,;:]|\b(?:as|said|says|that|while|when|after|and|but)\b")


def mark(parties: list[Party], sentences: Sequence[Parsed], country: str | None) -> None:
    """Note of the parties that have names whatever the sentences say of them; `country` is the article's (alpha-3)."""
    _abbreviate(parties, sentences)
    _mark_denials(parties, sentences)
    _mark_claims(parties, sentences)
    _mark_allies(parties, sentences, country)
    _mark_remote(parties, sentences)
    _mark_late(parties, sentences)


def _abbreviate(parties: list[Party], sentences: Iterable[Parsed]) -> None:
    """Example: "the PDF" for the "People's Defense Force": initials that the article writes alone."""
    short: dict[str, list[int]] = {}
    for p in sentences if any(initials_of(x.name) for x in parties) else ():
        for word in p.words if not p.text.isupper() else ():
            if len(word.text) > 2 and word.text.isupper():
                short.setdefault(word.text, []).append(p.number)
    for party in parties:
        initials = initials_of(party.name)
        if initials in short and party.type in ARMED and not any(initials in x.forms for x in parties):
            party.forms.append(initials)
            party.seen += short[initials]


def _is_foreign(before: str, country: str | None) -> bool:
    """Does the text before "troops" name another land alone: "Rwandan (troops alongside)", "Kigali has (troops"?"""
    names = [w.strip(",.'’") for w in _CLAUSE.split(before)[-1].split() if w[:1].isupper()]
    lands = {country_of(name) or seat_of(name) for name in names} - {None}
    return country is not None and bool(lands) and country not in lands


def _mark_allies(parties: list[Party], sentences: Iterable[Parsed], country: str | None) -> None:
    """Example: "the army, backed by local Hunsa fighters", "allied Zafrani fighters": no foes of the state.

    `country` is the article's (ISO alpha-3): whoever fights beside another state's troops is no ally of its army.
    """
    for p in sentences:
        if _BESIDE.isdisjoint(p.vocabulary):
            continue
        before = {m.end() for m in _ALLIED.finditer(p.text) if not _is_foreign(p.text[: m.start()], country)}
        for party in parties if before else ():
            party.allied = party.allied or any(p.text.startswith(form, at) for form in party.forms for at in before)


def _mark_denials(parties: list[Party], sentences: Iterable[Parsed]) -> None:
    """Example: "the Taliban denied responsibility": the party whose name stands before."""
    for before in _before(sentences, _DENYING, _DENIAL):
        for party in parties:
            party.denies = party.denies or any(before.endswith(form.lower()) for form in party.forms)


def _mark_claims(parties: list[Party], sentences: Iterable[Parsed]) -> None:
    """Example: "JNIM claimed the attack": the party whose name stands before."""
    for before in _before(sentences, _CLAIMING, _CLAIM):
        for party in parties:
            party.claims = party.claims or any(before.endswith(form.lower()) for form in party.forms)


def _before(sentences: Iterable[Parsed], words: frozenset[str], pattern: re.Pattern[str]) -> Iterator[str]:
    """What stands before the pattern, in lower case, in the sentences that have one of the words."""
    for p in sentences:
        found = pattern.search(p.text) if not words.isdisjoint(p.vocabulary) else None
        if found is not None and found.start():
            yield p.text[: found.start()].lower().rstrip()


_BELONGING = re.compile(
    r"(?:\b(?:linked|loyal|affiliated|allied|tied|close|aligned|allegiance|ties|links|sympathetic|fealty) (?:to|with)"
    r"|\b(?:branch(?:es)?|affiliates?|arm|wing|offshoot|franchise|faction|remnants?|followers|subsidiary) of)"
    r"(?: the| both)?(?: [\w'’-]+ (?:or|and)(?: the)?)?(?: so-called)? $",
    re.IGNORECASE,
)


_UMBRELLAS = frozenset({"Al-Qaeda", "Islamic State"})
"""Whose branches have names of their own."""


def _mark_remote(parties: list[Party], sentences: Iterable[Parsed]) -> None:
    """Example: "JNIM, the Sahel branch of al-Qaeda": groups that are named only to say whose others are."""
    told = {p.number: p.text for p in sentences}
    groups = [x for x in parties if x.type is ActorType.REBEL_GROUP and not x.generic]
    for party in groups if len(groups) > 1 else ():
        if party.canonical not in _UMBRELLAS:
            continue
        before = [text[:at] for n in set(party.seen) for text in [told[n]] for at in _places(party.forms, text)]
        party.remote = bool(before) and all(_BELONGING.search(text) or text.endswith("-") for text in before)


_BEHIND_IT = re.compile(
    r"\b(?:claim|blame|accus|responsib|suspect|behind|said|says|told|spokes|statement|attributed|attack|kill"
    r"|fighters?\b)"
)


_LONG = 12
"""Sentences: a shorter article has no background part."""


def _mark_late(parties: list[Party], sentences: Sequence[Parsed]) -> None:
    """Example: "violence has risen since the TTP called off its truce": a group named only as the history of the news.

    Whoever is named in the second half alone, and neither claims nor is blamed there, is not the "militants" before.
    """
    if len(sentences) < _LONG:
        return
    half = len(sentences) / 2
    told = {p.number: p.text.lower() for p in sentences}
    for party in parties:
        late = party.type is ActorType.REBEL_GROUP and not party.generic and min(party.seen, default=0) > half
        party.remote = party.remote or (late and not any(_BEHIND_IT.search(told[n]) for n in party.seen))


def _places(forms: list[str], text: str) -> list[int]:
    """Where the text names a party by one of its forms."""
    return [match.start() for form in forms if form in text for match in re.finditer(re.escape(form), text)]


_BLOWS = frozenset(
    {
        "attacked", "raided", "stormed", "ambushed", "killed", "shelled", "overran", "seized", "captured", "targeted",
        "hit", "struck", "bombed", "fought", "beheaded", "executed", "abducted", "kidnapped", "shot", "attack", "raid",
        "storm", "ambush", "kill", "shell", "overrun", "seize", "bomb", "fight",
    }
)  # fmt: skip


def struck_by(parties: list[Party], p: Parsed, chunk: Chunk) -> list[Party]:
    """Example: "Rebels raided an RSF base": those whom plain fighters, or troops loyal to a man, strike."""
    k = bisect_left(p.chunks, chunk.a, key=lambda c: c.a) + 1
    if [p.head(c) for c in p.chunks[k : k + 2]] == ["loyal", "to"]:
        k += 3
    if k < len(p.chunks) and p.chunks[k].kind == REL:
        k += 1  # "terrorists who shot dead two members of the Basij militia"
    if k >= len(p.chunks) or p.chunks[k].kind != VG or p.chunks[k].passive or p.head(p.chunks[k]) not in _BLOWS:
        return []
    ends = (c for c in p.chunks[k + 1 :] if c.kind in {STOP, SUB, COMMA, REL, THAT})
    end = next((p.start(c) for c in ends), len(p.text))
    told = f" {p.text[p.end(p.chunks[k]) : end]} "
    told = told.replace("'s ", " ").replace("’s ", " ")
    named = (x for x in parties if x.type in ARMED and not x.generic)
    return [x for x in named if any(f" {form} " in told for form in x.forms)]
