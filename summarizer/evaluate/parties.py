"""Which names mean the same party or source, by the label's own names and aliases."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.evaluate.labels import Label
from summarizer.evaluate.wording import fold, name_likeness
from summarizer.records.values import Actor

OUTLET = "(outlet)"
_LOOSE = 0.8
_ARTICLES = ("the ", "a ", "an ")


class Parties:
    """Resolves names, the label's and the program's, to one key per party.

    Exact forms first (case and leading article aside), then the program's own aliases, then one name's words inside
    the other's; a name that fits nothing is its own key.
    """

    def __init__(self, label: Label, actors: Iterable[Actor]) -> None:
        self._forms: dict[str, str] = {}
        for actor in label.actors:
            for form in (actor.name, *actor.aliases):
                self._forms.setdefault(plain(form), plain(actor.name))
        for claim in label.claims:
            for link in claim.chain:
                self._forms.setdefault(plain(link.name), plain(link.name))
        self._aliases = {
            plain(form): (actor.name, *actor.aliases) for actor in actors for form in (actor.name, *actor.aliases)
        }
        self._seen: dict[str, str] = {}

    def key(self, name: str) -> str:
        """The party behind a name."""
        if name not in self._seen:
            self._seen[name] = self._resolve(name)
        return self._seen[name]

    def keys(self, names: Iterable[str]) -> frozenset[str]:
        """The parties behind the names."""
        return frozenset(self.key(name) for name in names)

    def _resolve(self, name: str) -> str:
        forms = [name, *self._aliases.get(plain(name), ())]
        for form in forms:
            if plain(form) in self._forms:
                return self._forms[plain(form)]
        known = [(name_likeness(plain(form), other), other) for form in forms for other in self._forms]
        best = max(known, key=lambda pair: pair[0], default=(0.0, ""))
        return self._forms[best[1]] if best[0] >= _LOOSE else plain(name)


def plain(name: str) -> str:
    """A name without case, spacing and leading article."""
    folded = fold(name).lower()
    return next((folded.removeprefix(a) for a in _ARTICLES if folded.startswith(a)), folded)


def same_source(one: str, other: str) -> bool:
    """Whether two keys may stand for one source: equal, or one's words inside the other's."""
    return one == other or name_likeness(one, other) >= _LOOSE
