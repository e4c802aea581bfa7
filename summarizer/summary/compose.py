"""Sentences from records: the lead, its toll, who disputes it, what else happened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.records.digest import SummarySentence
from summarizer.records.vocabulary import CountModifier, EventType, Stance
from summarizer.summary import choice, figures, happenings
from summarizer.summary.lead import own_words
from summarizer.summary.naming import Names, capitalised, listed
from summarizer.summary.sources import AFFIRMING, is_outlet, source_phrase, sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from summarizer.records.article import Article
    from summarizer.records.verified import Casualty, Claim, Event, VerifiedRecords

HEADLINE_LENGTH = 90
FIGURES_PER_SOURCE = 3
SOURCES_PER_TOLL = 2
# Types whose name says too little: told in the article's own words or not at all.
SHAPELESS = frozenset({EventType.OTHER, EventType.HUMANITARIAN})
REACTIONS = {
    Stance.CLAIMS_RESPONSIBILITY: "claimed responsibility",
    Stance.DENIES: "disputed that account",
    Stance.CANNOT_VERIFY: "could not verify the account",
    Stance.NO_COMMENT: "did not comment",
}
OUTLET_REACTIONS = {
    Stance.NO_COMMENT: "there was no claim of responsibility",
    Stance.CANNOT_VERIFY: "the accounts could not be verified",
    Stance.DENIES: "that account was disputed",
}


class Composer:
    """Offers template sentences, the most telling first; the caller takes as many as fit."""

    def __init__(self, article: Article, records: VerifiedRecords) -> None:
        self.article = article
        self.records = records
        self.names = Names(article, records.actors)
        self.chosen = choice.Selection(records)

    def headline(self) -> str:
        """What the lead is, with a figure where one fits."""
        news = self.chosen.news()
        if news:
            title = happenings.titled(news[0], self.names)
            return capitalised(_fitting(title, self._headline_tolls(news[0])))
        for casualty in self.records.casualties[:1]:
            return capitalised(_fitting("", [self._clause([casualty])]))
        return capitalised(_fitting("", [f"statement by {self.names.bare(c.source)}" for c in self.records.claims[:1]]))

    def _headline_tolls(self, event: Event) -> list[str]:
        """What could follow the headline, the fullest first."""
        groups = self.chosen.tolls(event.id)
        if choice.rivals(groups):
            return ["; tolls differ"]
        if not groups or len({casualty.victim_side for casualty in groups[0]}) > 1:
            return []
        first = groups[0][:1]
        full = figures.clause(first, self.names, {}, "reportedly").replace("was reportedly ", "reportedly ")
        words = figures.figure(first[0], self.names)
        return [
            f"; {full.replace('were reportedly ', 'reportedly ')}",
            f"; {first[0].count.text} reportedly {words.done}",
        ]

    def sentences(self) -> Iterator[SummarySentence]:
        """Every sentence that could be told, in order of worth."""
        news = self.chosen.news()
        lead, others = news[:1], news[1:]
        harmful = [event for event in others if self.chosen.tolls(event.id)]
        harmless = [event for event in others if event not in harmful]
        tellers: list[Callable[[], Iterator[SummarySentence]]] = [
            *(lambda event=event: self._lead(event) for event in lead),
            *(
                lambda event=event: self._reactions(event, (Stance.CLAIMS_RESPONSIBILITY, Stance.CANNOT_VERIFY))
                for event in lead
            ),
            *(lambda event=event: self._with_toll(event) for event in harmful),
            lambda: self._tolls(self.chosen.tolls(None)),
            *(lambda event=event: self._event(event) for event in harmless),
            *(lambda event=event: self._reactions(event, (Stance.NO_COMMENT,)) for event in lead),
            self._statements,
        ]
        for tell in tellers:
            yield from tell()

    def _lead(self, event: Event) -> Iterator[SummarySentence]:
        own = own_words(self.article, event, self.records, self.names)
        groups = self.chosen.tolls(event.id)
        told = [c for group in groups for c in group if own and _mentions(own, c)]
        if own and all(casualty.claim_ids for casualty in told):
            yield _sentence(own, [event.id, *(c.id for c in told), *event.reported_by[:1]])
            yield from self._reactions(event, (Stance.DENIES,))
        else:
            told = []
            yield from self._event(event)
        rest = [[c for c in group if c not in told] for group in groups]
        yield from self._tolls([group for group in rest if group])

    def _event(self, event: Event) -> Iterator[SummarySentence]:
        """One event with who reports it and, when it is contested, who disputes it."""
        if event.type in SHAPELESS:
            if own := own_words(self.article, event, self.records, self.names, early=False):
                yield _sentence(own, [event.id, *event.reported_by[:1]])
            return
        affirming = [c for c in self.chosen.distinct(event.reported_by, event.evidence) if c.stance in AFFIRMING]
        said, clause = sources(affirming, self.names, most=1), happenings.told(event, self.names)
        ids = [event.id, *(c.id for c in affirming[:1] if said)]
        words = f"{clause}, {said} said" if said else clause
        if denial := self._denial(event):
            words += f"; {source_phrase(denial, self.names)} disputed that account"
            ids.append(denial.id)
        yield _sentence(words, ids)

    def _denial(self, event: Event) -> Claim | None:
        denials = (c for c in self.records.claims if c.stance is Stance.DENIES and event.id in c.about)
        return next((claim for claim in denials if not is_outlet(claim)), None)

    def _with_toll(self, event: Event) -> Iterator[SummarySentence]:
        """One event and the first source's figures for it."""
        group = self.chosen.tolls(event.id)[0][:FIGURES_PER_SOURCE]
        scene = happenings.where(event, self.names)
        if event.type.group in choice.VIOLENT - {choice.EventGroup.PERSONS}:
            scene = f" in {happenings.nominal(event, self.names)}"
        yield self._attributed(self._clause(group) + scene, [event.id], group)

    def _tolls(self, groups: list[list[Casualty]]) -> Iterator[SummarySentence]:
        """The figures of one incident: rivals side by side, the others source by source, vague ones last."""
        rivals = choice.rivals(groups)[:SOURCES_PER_TOLL]
        if rivals:
            parts = [self._by_source(group[:FIGURES_PER_SOURCE]) for group in rivals]
            yield _sentence(f"tolls differ: {'; '.join(parts)}", [c.id for g in rivals for c in g[:FIGURES_PER_SOURCE]])
        for group in groups:
            if group not in rivals:
                told = group[:FIGURES_PER_SOURCE]
                yield self._attributed(self._clause(told), [], told)

    def _by_source(self, group: list[Casualty]) -> str:
        said = self._said(group)
        return f"{said} said {self._clause(group)}" if said else self._clause(group)

    def _clause(self, group: list[Casualty]) -> str:
        return figures.clause(group, self.names, self.chosen.subsets, "" if self._speaks(group) else "reportedly")

    def _speaks(self, group: list[Casualty]) -> list[Claim]:
        ids = tuple(claim for casualty in group for claim in casualty.claim_ids)
        return [claim for claim in self.chosen.claims_of(ids) if not is_outlet(claim)]

    def _said(self, group: list[Casualty]) -> str:
        return sources(self._speaks(group), self.names)

    def _attributed(self, clause: str, ids: list[str], group: list[Casualty]) -> SummarySentence:
        said = self._said(group)
        words = f"{clause.rstrip(',')}, according to {said}" if said else clause
        return _sentence(words, [*ids, *(casualty.id for casualty in group)])

    def _reactions(self, event: Event, stances: tuple[Stance, ...]) -> Iterator[SummarySentence]:
        """Who owns up to it, who disputes it, who keeps silent, that it could not be checked: one claim a stance."""
        related = {event.id, *(c.id for c in self.records.casualties if c.event_id == event.id)}
        for stance in stances:
            found = [c for c in self.records.claims if c.stance is stance and related & set(c.about)]
            spoken = [c for c in found if not is_outlet(c)]
            if spoken:
                names = listed([source_phrase(claim, self.names) for claim in spoken[:2]])
                yield _sentence(f"{names} {REACTIONS[stance]}", [claim.id for claim in spoken[:2]])
            elif found:
                yield _sentence(OUTLET_REACTIONS[stance], [found[0].id])

    def _statements(self) -> Iterator[SummarySentence]:
        """Where nothing happened and nobody was harmed: what was said, in quotation marks."""
        if not self.chosen.news() and not self.records.casualties:
            for claim in self.records.claims:
                if claim.stance is Stance.ASSERTS and not is_outlet(claim):
                    words = claim.content.strip(' ."“”')
                    yield _sentence(f'{source_phrase(claim, self.names)} said: "{words}"', [claim.id])


def _sentence(words: str, ids: list[str]) -> SummarySentence:
    tidy = re.sub(r",(?=[,.;:])", "", re.sub(r"\s+", " ", words)).strip().rstrip(".,")
    return SummarySentence(text=f"{capitalised(tidy)}.", records=tuple(dict.fromkeys(ids)))


def _mentions(words: str, casualty: Casualty) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(casualty.count.text)}(?!\w)", words, re.I))


def _fitting(title: str, additions: list[str]) -> str:
    """The title with the first addition that fits; cut at a word where even the title alone does not."""
    for addition in [*additions, ""]:
        if len(title + addition) <= HEADLINE_LENGTH:
            return title + addition
    return (title or additions[0])[:HEADLINE_LENGTH].rsplit(" ", 1)[0]


def vague(casualty: Casualty) -> bool:
    """Whether a figure is no figure."""
    return casualty.count.modifier is CountModifier.UNQUANTIFIED
