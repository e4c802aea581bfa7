"""Keys of a reply: issued anew ("casualty-2"), so that nothing a model calls its records can clash with ids."""

from __future__ import annotations

from collections.abc import Iterable

LONGEST_KEY = 60


class Keys:
    """The keys given to the records of one reply.

    `settled`: keys of records that stand already and may be referred to. `series`: put before the numbers of new ones.
    """

    kinds = ("event", "casualty", "claim")

    def __init__(self, settled: frozenset[str], series: str) -> None:
        self.settled, self.series = settled, series
        self.repeated: list[tuple[str, str]] = []
        """What a reply calls two of its records, and the key of the second."""
        self._known: dict[str, dict[str, str]] = {kind: {} for kind in self.kinds}

    def issue(self, kind: str, given: str, number: int) -> str:
        """The key for the record that a reply calls `given`, the `number`-th of its kind."""
        given = given[:LONGEST_KEY]
        new = given if given in self.settled else f"{kind}-{self.series}{number}"
        known = self._known[kind]
        if given and given in known:
            self.repeated.append((given, new))
        known.setdefault(given, new)
        return new

    def resolve(self, key: str, *kinds: str) -> str:
        """The key issued for the record that a reply calls `key`; one that leads nowhere is marked as such."""
        if key in self.settled:
            return key
        return next((self._known[kind][key] for kind in kinds if key in self._known[kind]), f"?{key}"[:LONGEST_KEY])

    def resolve_all(self, keys: Iterable[str], *kinds: str) -> tuple[str, ...]:
        """As `resolve`, for a list."""
        return tuple(self.resolve(key, *kinds) for key in keys)
