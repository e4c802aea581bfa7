"""Who an article tells dead by name: nobody whom "he said" means."""

from __future__ import annotations

import re
from collections.abc import Iterable

from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.source_names import bare_name
from summarizer.records.vocabulary import Harm

_NAMED_NEXT = re.compile(r", (?P<name>[A-Z][\w'’-]+(?: (?:[a-z]{2,3} )?[A-Z][\w'’-]+){1,3})(?=[,.;]| and\b)")
"""Behind one of the dead, his name: "a police officer, Onur Kaplan, 26"."""


def names_of_dead(groups: Iterable[Group]) -> frozenset[str]:
    """The bare names of people told killed one by one, full and by their last word."""
    names: set[str] = set()
    for group in groups:
        if group.harm is not Harm.KILLED or group.plural or group.zero:
            continue
        found = _NAMED_NEXT.match(group.p.text, group.end)
        if group.named:
            names.add(bare_name(group.victims))
        elif found is not None:
            names.add(bare_name(found["name"]))
    return frozenset(names | {name.rpartition(" ")[2] for name in names})
