"""The words that introduce what somebody said: verbs by the stance they show, and set phrases."""

from __future__ import annotations

import re
from functools import cache

from summarizer.engines.offline.chunks import VG
from summarizer.engines.offline.lexicon import alternatives, forms, table
from summarizer.engines.offline.parsed import Parsed
from summarizer.records.vocabulary import Stance

STANCES = {
    "asserts": Stance.ASSERTS,
    "tells": Stance.ASSERTS,
    "suggests": Stance.SUGGESTS,
    "denies": Stance.DENIES,
    "demands": Stance.DEMANDS,
    "threatens": Stance.THREATENS,
    "intends": Stance.INTENDS,
    "reacts": Stance.ASSERTS,
    "shows": Stance.ASSERTS,
}
"""Group of cue verbs -> the stance it shows where the content says nothing else."""


@cache
def cue_verbs() -> dict[str, tuple[str, str]]:
    """Inflected form -> (group, base verb)."""
    out: dict[str, tuple[str, str]] = {}
    for group in (*STANCES, "quotes"):
        for form, base in forms("cues", group).items():
            out.setdefault(form, (group, base))
    return out


@cache
def phrase_pattern(group: str) -> re.Pattern[str]:
    """The set phrases and patterns of a group, as one pattern over lower-cased text."""
    rows = table("cues")[group]
    return re.compile(rf"(?<!\w)(?:{'|'.join([*rows['patterns'], alternatives(rows['phrases'])])})(?!\w)")


def cue_near(p: Parsed, k: int) -> bool:
    """Does a verb of speech stand at chunk k or in the three chunks after it?"""
    near = (c for c in p.chunks[k : k + 4] if c.kind == VG and not c.infinitive and not c.passive)
    return any(p.head(chunk) in cue_verbs() for chunk in near)
