"""Ground that changes hands: is a town or a stretch of land what a verb takes or loses?"""

from __future__ import annotations

from summarizer.engines.offline.chunks import NP, VG, P
from summarizer.engines.offline.frames import governed_by, object_of, subject_of
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.party_names import ARMED, core_of, party_nouns
from summarizer.engines.offline.person_names import is_person_name
from summarizer.normalize.actors import known_actor
from summarizer.normalize.places import find_places

_HOLDING = frozenset({"held", "controlled", "occupied", "run", "manned", "guarded", "used"})
_DRIVES = words("ground", "drives")
_PLACE_NOUNS = words("ground", "place_nouns")


def takes_place(p: Parsed, k: int) -> bool:
    """Is a town or a stretch of land what is taken or lost?"""
    verb = p.chunks[k]
    j = object_of(p, k)
    if j is None and (verb.passive or p.head(verb) in {"fell", "fallen", "fall", "falls"}):
        j = subject_of(p, k)
    if j is None or p.chunks[j].det == "poss":
        return False
    chunk = p.chunks[j]
    named = p.words[chunk.head].tag == "NNP"
    if any(w.low in _PLACE_NOUNS for w in p.words[chunk.a : chunk.b]):
        return named or chunk.det == "the" or p.head(verb) not in {"took", "take", "taken", "taking", "lost"}
    if named and any(f.kind in {"city", "admin1", "feature"} for f in find_places(p.slice(chunk))):
        return True
    name = named and not chunk.det and not chunk.count and chunk.b - chunk.a <= 2 and not is_person_name(p, chunk)
    return bool(name) and _by_army(p, k) and known_actor(p.slice(chunk)) is None


def drives_out(p: Parsed, k: int) -> bool:
    """Example: "was driven out of Mogadishu", "ousted the rebels from the town": one loses ground to another."""
    j = next((j for j in range(k + 1, min(k + 5, len(p.chunks) - 1)) if p.head(p.chunks[j]) in {"of", "from"}), None)
    if p.head(p.chunks[k]) not in _DRIVES or j is None or p.chunks[j].kind != P or p.chunks[j + 1].kind != NP:
        return False
    chunk = p.chunks[j + 1]
    named = any(f.kind in {"city", "admin1", "feature"} for f in find_places(p.slice(chunk)))
    if not (named or p.head(chunk) in _PLACE_NOUNS):
        return False
    loser = subject_of(p, k) if p.chunks[k].passive or object_of(p, k) is None else object_of(p, k)
    kind = party_nouns().get(p.head(p.chunks[loser])) if loser is not None else None
    known = known_actor(core_of(p, p.chunks[loser])) if loser is not None else None
    return kind in ARMED or (known is not None and known.type in ARMED)


def _by_army(p: Parsed, k: int) -> bool:
    """Is the subject of the verb at k, or the one before its "of", an armed party by its noun or name?"""
    j = subject_of(p, k)
    if j is None:
        return False
    kind = party_nouns().get(p.head(p.chunks[j]))
    known = known_actor(core_of(p, p.chunks[j]))
    return kind in ARMED or (known is not None and known.type in ARMED)


def holder_of(p: Parsed, j: int | None) -> int | None:
    """Example: "shelled positions held by the YPG": whoever holds what the noun phrase at chunk j names."""
    if j is None or j + 2 >= len(p.chunks) or p.chunks[j + 1].kind != VG or p.head(p.chunks[j + 1]) not in _HOLDING:
        return None
    return governed_by(p, j + 1, frozenset({"by"}), reach=2)
