"""Actors of a case and the names they go by. Rules R1-R3; reasons: rules.py."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from summarizer.normalize.actors import canonical
from summarizer.records.values import Actor
from summarizer.records.vocabulary import ActorType
from summarizer.verify.case import AnyOpen, Case, OpenCasualty, OpenEvent, Remark, remark
from summarizer.verify.folding import fold, shown

_ARTICLE = re.compile(r"^(?:the|a|an) (?=\S)")
LISTS = {"event": ("actors", "supporters", "targets"), "casualty": ("attributed_to",)}


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """A name as references are compared: folded, lower case, no leading article."""
    return _ARTICLE.sub("", fold(name).lower())


def actors_in_article(case: Case) -> Iterator[Remark]:
    """R1: an actor's name and aliases stand in the article; an actor none of whose forms does is refused."""
    for draft in case.drafted_actors:
        forms = [case.locator.field(form) for form in (draft.name, *draft.aliases)]
        known = list(dict.fromkeys(form for form in forms if form))
        for given, form in zip((draft.name, *draft.aliases), forms, strict=True):
            if form is None:
                yield Remark(f'actor name "{shown(given)}" does not stand in the article')
        if known:
            _add(case, Actor(name=known[0], type=draft.type, aliases=tuple(known[1:]), canonical=canonical_of(known)))
            case.names.setdefault(name_key(draft.name), case.names[name_key(known[0])])


def actors_undeclared(case: Case) -> Iterator[Remark]:
    """R2: a name that stands in the article but in no actor record becomes an actor of type other."""
    for record in case.records():
        for name in _references(record):
            if name_key(name) not in case.names and (form := case.locator.field(name, record.evidence)):
                _add(case, Actor(name=form, type=ActorType.OTHER, canonical=canonical_of([form])))
                case.names.setdefault(name_key(name), case.names[name_key(form)])
                yield remark(record, f'"{shown(form)}" is named as a party but not described: kept with type other')


def actors_unknown(case: Case) -> Iterator[Remark]:
    """R3: references to actors lead to the actor's name, by alias too; those that lead nowhere are cut."""
    for record in case.records():
        for field in LISTS.get(record.handle.partition("/")[0], ()):
            given: tuple[str, ...] = getattr(record.draft, field)
            known = tuple(dict.fromkeys(case.names[key] for name in given if (key := name_key(name)) in case.names))
            for name in given:
                if name_key(name) not in case.names:
                    yield remark(record, f'{field} names "{shown(name)}", who is not in the article: cut')
            if known != given:
                record.set(**{field: known})
        if isinstance(record, OpenCasualty) and record.draft.victim_side is not None:
            side = case.names.get(name_key(record.draft.victim_side))
            if side is None:
                yield remark(record, f'victim side "{shown(record.draft.victim_side)}" is not in the article: cut')
            record.set(victim_side=side)


def canonical_of(names: list[str]) -> str | None:
    """The joining name of the alias table for the first of these names it knows."""
    return next((known for name in names if (known := canonical(name))), None)


def _references(record: AnyOpen) -> Iterator[str]:
    if isinstance(record, OpenEvent):
        yield from (*record.draft.actors, *record.draft.supporters, *record.draft.targets)
    elif isinstance(record, OpenCasualty):
        yield from record.draft.attributed_to
        if record.draft.victim_side is not None:
            yield record.draft.victim_side


def _add(case: Case, actor: Actor) -> None:
    """Keep an actor; one whose name is taken adds its aliases to the first."""
    name = case.names.get(name_key(actor.name))
    at = next((i for i, known in enumerate(case.actors) if known.name == name), None)
    if at is None:
        case.actors.append(actor)
        name = actor.name
        case.names[name_key(actor.name)] = name
    else:
        old = case.actors[at]
        forms = dict.fromkeys((*old.aliases, *(n for n in (actor.name, *actor.aliases) if n != old.name)))
        case.actors[at] = old.model_copy(
            update={"aliases": tuple(forms), "canonical": old.canonical or actor.canonical}
        )
    for alias in actor.aliases:
        case.names.setdefault(name_key(alias), name or actor.name)
