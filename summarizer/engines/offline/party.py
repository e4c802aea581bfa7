"""One party of an article, and which nouns go with it."""

from __future__ import annotations

from dataclasses import dataclass, field

from summarizer.engines.offline.chunks import Chunk
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.records.vocabulary import ActorType

SOLDIERS = words("party", "soldiers")
POLICE = words("party", "police")
CIVIL = words("party", "civil")
MACHINES = words("party", "machines")
APART = words("party", "apart")
SINGULAR = {
    **dict.fromkeys(words("party", "of_state_forces"), ActorType.STATE_FORCES),
    **dict.fromkeys(words("party", "of_rebel_groups"), ActorType.REBEL_GROUP),
    **dict.fromkeys(words("party", "of_unidentified"), ActorType.UNIDENTIFIED_ARMED),
    "vigilante": ActorType.MILITIA,
    "militiaman": ActorType.MILITIA,
    "peacekeeper": ActorType.EXTERNAL_FORCES,
}


@dataclass(slots=True, eq=False)
class Party:
    """One party. `head` is the noun of its name; `forms` every way it was called, verbatim."""

    name: str
    type: ActorType
    head: str
    forms: list[str] = field(default_factory=list)
    canonical: str | None = None
    generic: bool = False
    """Known by a plain noun only: "gunmen"."""
    seen: list[int] = field(default_factory=list)
    """Numbers of the sentences that mention it."""

    def note(self, form: str, number: int) -> None:
        """It was called `form` in the sentence of this number."""
        if form not in self.forms:
            self.forms.append(form)
        self.seen.append(number)


def is_clerk(p: Parsed, chunk: Chunk) -> bool:
    """Example: "a ship's second officer", "the electoral officers": not every officer is police."""
    before = p.words[chunk.head - 1].low if chunk.head > chunk.a else ""
    return p.head(chunk) in {"officer", "officers"} and before in CIVIL


def alike(party: Party, head: str) -> bool:
    """Soldiers are an army's, officers a police force's."""
    if party.head in APART or party.name.lower().endswith(("air force", "navy")):
        return False
    police = "police" in party.name.lower() or party.head in POLICE
    return police or party.head == "force" if head in POLICE else head in SOLDIERS and not police


def latest(parties: list[Party], number: int) -> Party | None:
    """The party mentioned last up to this sentence, else the first of the article."""
    last = [max(filter(number.__ge__, x.seen), default=0) for x in parties]
    before = [(seen, -i, x) for i, (seen, x) in enumerate(zip(last, parties, strict=True)) if seen]
    if before:
        return max(before, key=lambda row: (row[0], row[1]))[2]
    return parties[0] if parties else None
