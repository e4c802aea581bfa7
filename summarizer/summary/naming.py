"""Names of records as they stand inside a running sentence, with the article's own determiners and capitals."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.records.vocabulary import ActorType
from summarizer.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.records.article import Article
    from summarizer.records.values import Actor

FORCES = frozenset({ActorType.STATE_FORCES, ActorType.EXTERNAL_FORCES, ActorType.GOVERNMENT})
DEMONYM = re.compile(r"(?:[A-Z]\w+(?:an|ish|ese|i|ch)|U\.?S\.?|British|Dutch)")
COUNTED = re.compile(
    r"(?i)(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh"
    r"|nine)"
    r"ty(?:-\w+)?|dozens?|scores|tens|hundreds?|thousands?|both|half|about|fewer|less|nobody|none|roughly|almost"
    r"|many)\b"
)


@cache
def lexicon(table: str) -> frozenset[str]:
    """The words of one table of naming.toml."""
    data = read_table(Path(__file__).with_suffix(".toml"))
    return frozenset(data[table].split())


class Names:
    """How one article writes the names that its records use."""

    def __init__(self, article: Article, actors: tuple[Actor, ...] = ()) -> None:
        self.text = article.text
        self.introduced: set[str] = set()
        self.actors = {name: actor for actor in actors for name in (actor.name, *actor.aliases)}

    def place(self, name: str) -> str:
        """A place as in running text; a dateline's capitals are taken down."""
        return name.title() if name.isupper() and len(name) > 3 and "." not in name else name

    def bare(self, name: str) -> str:
        """The name as headlines have it, without a determiner."""
        return re.sub(r"^(?:the|a|an) ", "", self.phrase(name))

    def phrase(self, name: str) -> str:
        """The name as a noun phrase in the middle of a sentence: "Syrian army" -> "the Syrian army"."""
        core = re.sub(r"^(?:the|a|an) ", "", name, flags=re.I)
        if self.adjectival(core):
            return f"{core} forces"
        determiner = self._determiner(core) or (name[: -len(core)].lower() if core != name else "")
        return determiner + self.decapitalised(core)

    def adjectival(self, name: str) -> bool:
        """Whether a state's forces are named by an adjective only: "Russian" in "Russian air strikes"."""
        actor = self.actors.get(name)
        return bool(actor and actor.type in FORCES and DEMONYM.fullmatch(name))

    def decapitalised(self, phrase: str) -> str:
        """Without the capital that only the start of a sentence gave it."""
        first = phrase.split(" ", 1)[0]
        known = first.lower() in lexicon("common") or COUNTED.fullmatch(first)
        plain = first.istitle() and (known or next(self.places(first.lower()), None) is not None)
        return phrase[0].lower() + phrase[1:] if plain and not self._proper(phrase) else phrase

    def _proper(self, phrase: str) -> bool:
        """Whether the second word shows that the first is part of a proper name: "State Department"."""
        words = phrase.split(" ")
        if (
            len(words) > 2
            and words[1] in {"for", "of"}
            and any(self.text[at - 2 : at - 1].isalnum() for at in self.places(phrase))
        ):
            return True  # "the Al-Qaeda-affiliated Group for the Support of Islam and Muslims"
        return (
            len(words) > 1
            and words[1][:1].isupper()
            and not {words[0].lower()} & lexicon("common")
            and not COUNTED.match(phrase)
        )

    def _determiner(self, core: str) -> str:
        """The determiner that most often stands before this name in the article, with its space."""
        before = Counter(self._before(at) for at in self.places(core) if not self._joined(at + len(core)))
        if not before or (core.lower() == "police" and not before["the "]):
            return ""  # "a police officer" is not "a police"
        best = max(before, key=lambda kind: (before[kind], not kind))  # "the Kyiv regime" once, and "Kyiv" once
        if core[:1].islower() and before["the "] + before["a "] + before["an "]:
            best = max(("the ", "a ", "an "), key=lambda kind: before[kind])
        return "" if best in {"a ", "an "} and core[:1].isupper() and " " not in core else best

    def places(self, words: str) -> Iterator[int]:
        """Every offset at which these words stand as whole words."""
        at = self.text.find(words)
        while at >= 0:
            end = at + len(words)
            if not (self.text[max(at - 1, 0) : at].isalnum() or self.text[end : end + 1].isalnum()):
                yield at
            at = self.text.find(words, at + 1)

    def _before(self, at: int) -> str:
        lead = self.text[max(at - 4, 0) : at].lower()
        return next((kind for kind in ("the ", "an ", "a ") if lead == kind or lead.endswith(f" {kind}")), "")

    def _joined(self, end: int) -> bool:
        """Whether the name goes on: "IS-held", "IS's"."""
        return self.text[end : end + 1] in {"-", "'", "’"} and self.text[end + 1 : end + 2].isalnum()


def capitalised(sentence: str) -> str:
    """With a capital first letter, whatever opens the sentence."""
    return sentence[:1].upper() + sentence[1:]


def listed(items: list[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    if not items:
        return ""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
