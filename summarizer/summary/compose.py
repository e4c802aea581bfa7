"""Sentences from records: the lead, its toll, who disputes it, what else happened."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.records.digest import SummarySentence
from summarizer.records.vocabulary import EventGroup, EventType, Stance
from summarizer.summary import choice, figures, happenings
from summarizer.summary.lead import own_words
from summarizer.summary.naming import Names, capitalised, listed
from summarizer.summary.sources import AFFIRMING, is_outlet, reported, source_phrase, sources
from summarizer.verify.wording import stands

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        news = self.chosen.news
        if news:
            titles = happenings.titles(news[0], self.names)
            title = next((title for title in titles if len(title) <= HEADLINE_LENGTH), titles[-1])
            return capitalised(_fitting(title, self._headline_tolls(news[0])))
        for casualty in self.records.casualties[:1]:
            return capitalised(_fitting("", [self._clause([casualty])]))
        return capitalised(_fitting("", [f"statement by {self.names.bare(c.source)}" for c in self.records.claims[:1]]))

    def _headline_tolls(self, event: Event) -> list[str]:
        """What could follow the headline, the fullest first."""
        groups = self.chosen.tolls(event.id)
        if choice.rivals(groups):
            return ["; tolls differ"]
        if not groups or groups[0][0].count.value == 0 or len({c.victim_side for c in groups[0]}) > 1:
            return []
        first = groups[0][:1]
        full = re.sub(r"\bw(?:as|ere) (?=reportedly )", "", figures.clause(first, self.names, {}, "reportedly"))
        return [f"; {full}"]

    def sentences(self) -> Iterator[SummarySentence]:
        """Every sentence that could be told, in order of worth."""
        news = self.chosen.news
        lead, others = news[:1], news[1:]
        harmful = self.chosen.harmful(others)
        tolls: Iterator[SummarySentence] = iter(())
        for event in lead:
            told, first = self._opening(event)
            yield from first
            tolls = self._tolls(self._untold(event, told))
            yield from islice(tolls, 1)
            yield from self._reactions(event, (Stance.CLAIMS_RESPONSIBILITY,))
        for event in harmful:
            yield from self._with_toll(event)
        yield from tolls
        for event in lead:
            yield from self._tolls(self.chosen.displaced(event.id))
            yield from self._reactions(event, (Stance.CANNOT_VERIFY,))
        yield from self._tolls(self.chosen.tolls(None))
        for event in others:
            if event not in harmful and (event.actors or event.targets or event.location.place):
                yield from self._event(event)
        for event in lead:
            yield from self._vague(self.chosen.tolls(event.id))
            yield from self._reactions(event, (Stance.NO_COMMENT,))
        yield from self._statements()

    def _opening(self, event: Event) -> tuple[list[Casualty], Iterator[SummarySentence]]:
        """The first sentence, in the article's own words where they stand alone, and the figures it gives away."""
        own = own_words(self.article, event, self.records, self.names)
        told = [c for group in self.chosen.tolls(event.id) for c in group if own and _mentions(own, c)]
        if own and all(casualty.claim_ids for casualty in told):
            ids = [event.id, *(casualty.id for casualty in told), *event.reported_by[:1]]
            return told, iter([self._disputed(own, event, ids, own.rpartition(",")[2])])
        return [], self._event(event)

    def _untold(self, event: Event, told: list[Casualty]) -> list[list[Casualty]]:
        rest = [[casualty for casualty in group if casualty not in told] for group in self.chosen.tolls(event.id)]
        return [group for group in rest if group]

    def _event(self, event: Event) -> Iterator[SummarySentence]:
        """One event with who reports it and, when it is contested, who disputes it."""
        if event.type in SHAPELESS:
            if own := own_words(self.article, event, self.records, self.names, early=False):
                yield _sentence(own, [event.id, *event.reported_by[:1]])
            return
        affirming = [c for c in self.chosen.distinct(event.reported_by, event.evidence) if c.stance in AFFIRMING]
        said, agents = sources(affirming, self.names, most=1), happenings.agents_of(event, self.names)
        clause = happenings.told(event, self.names)
        words = reported(clause, said)
        if said and said == agents and clause.startswith(agents):
            words = f"{agents} said {_pronoun(agents)}{clause.removeprefix(agents)}"
        yield self._disputed(words, event, [event.id, *(c.id for c in affirming[:1] if said)], said)

    def _disputed(self, words: str, event: Event, ids: list[str], said: str) -> SummarySentence:
        """With the side that disputes it, unless that is the side that says it."""
        denial = self._denial(event)
        if denial and not _significant(denial.source) & _significant(said):
            words += f"; {source_phrase(denial, self.names, relay=False)} disputed that account"
            ids = [*ids, denial.id]
        return _sentence(words, ids)

    def _denial(self, event: Event) -> Claim | None:
        denials = (c for c in self.records.claims if c.stance is Stance.DENIES and event.id in c.about)
        return next((claim for claim in denials if not is_outlet(claim)), None)

    def _with_toll(self, event: Event) -> Iterator[SummarySentence]:
        """One event and the first source's figures for it."""
        if choice.vague(self.chosen.tolls(event.id)[0][0]):
            yield from self._vague(self.chosen.tolls(event.id))
            return
        group = self.chosen.tolls(event.id)[0][:FIGURES_PER_SOURCE]
        scene = happenings.where(event, self.names)
        if event.type.group in {EventGroup.GROUND, EventGroup.REMOTE}:
            sides = frozenset(c.victim_side for c in group if c.victim_side)
            scene = f" in {happenings.nominal(event, self.names, sides)}"
        words = self._attributed(self._clause(group) + scene, group)
        yield self._disputed(words, event, [event.id, *(c.id for c in group)], self._said(group))

    def _tolls(self, groups: list[list[Casualty]]) -> Iterator[SummarySentence]:
        """The figures of one incident: rivals side by side, the others source by source."""
        groups = [group for group in groups if not choice.vague(group[0])]
        rivals = choice.rivals(groups)[:SOURCES_PER_TOLL]
        if rivals:
            parts = [self._by_source(group[:FIGURES_PER_SOURCE]) for group in rivals]
            yield _sentence(f"tolls differ: {'; '.join(parts)}", [c.id for g in rivals for c in g[:FIGURES_PER_SOURCE]])
        for group in groups:
            if group not in rivals:
                told = group[:FIGURES_PER_SOURCE]
                yield _sentence(self._attributed(self._clause(told), told), [c.id for c in told])

    def _vague(self, groups: list[list[Casualty]]) -> Iterator[SummarySentence]:
        """Harm without a number: "state media reported heavy casualties among the militants"."""
        for casualty in (group[0] for group in groups if choice.vague(group[0])):
            words, said = figures.figure(casualty, self.names), self._said([casualty])
            if words.done == "reported":
                spoken = f"{said} reported {words.people}" if said else f"{words.people} were reported"
            else:
                spoken = self._attributed(self._clause([casualty]), [casualty])
            yield _sentence(spoken, [casualty.id])

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

    def _attributed(self, clause: str, group: list[Casualty]) -> str:
        said = self._said(group)
        return f"{clause.rstrip(',')}, according to {said}" if said else clause

    def _reactions(self, event: Event, stances: tuple[Stance, ...]) -> Iterator[SummarySentence]:
        """Who owns up to it, who disputes it, who keeps silent, that it could not be checked: one claim a stance."""
        related = {event.id, *(c.id for c in self.records.casualties if c.event_id == event.id)}
        for stance in stances:
            found = [c for c in self.records.claims if c.stance is stance and related & set(c.about)]
            spoken = [c for c in found if not is_outlet(c)]
            if spoken:
                told = list({claim.source: claim for claim in reversed(spoken)}.values())[::-1][:2]
                names = listed([source_phrase(claim, self.names, relay=False) for claim in told])
                yield _sentence(f"{names} {REACTIONS[stance]}", [claim.id for claim in told])
            elif found:
                yield _sentence(OUTLET_REACTIONS[stance], [found[0].id])

    def _statements(self) -> Iterator[SummarySentence]:
        """Where nothing happened and nobody was harmed: what was said, in quotation marks."""
        if not self.chosen.news and not self.records.casualties:
            for claim in self.records.claims:
                if claim.stance is Stance.ASSERTS and not is_outlet(claim):
                    words = claim.content.strip(' ."“”')
                    yield _sentence(f'{source_phrase(claim, self.names)} said: "{words}"', [claim.id])


def _sentence(words: str, ids: list[str]) -> SummarySentence:
    tidy = re.sub(r",(?=[,.;:])", "", re.sub(r"\s+", " ", words)).strip().rstrip(".,")
    return SummarySentence(text=f"{capitalised(tidy)}.", records=tuple(dict.fromkeys(ids)))


def _mentions(words: str, casualty: Casualty) -> bool:
    return stands(casualty.count.text.casefold(), words.casefold())


def _fitting(title: str, additions: list[str]) -> str:
    """The title with the first addition that fits; cut at a word where even the title alone does not."""
    for addition in [*additions, ""]:
        whole = " ".join((title + addition).split())
        if whole and len(whole) <= HEADLINE_LENGTH:
            return whole
    return " ".join([title, *additions]).strip()[:HEADLINE_LENGTH].rsplit(" ", 1)[0] if title or additions else ""


def _significant(words: str) -> set[str]:
    """Words by which one party is known again: "the army" in "army spokesman Brigadier Aleu"."""
    return {word.casefold() for word in re.findall(r"\w{4,}", words)} - {"said", "according", "spokesman", "that"}


def _pronoun(agents: str) -> str:
    many = (agents.endswith("s") and not agents.endswith(("'s", "’s", "ss"))) or " and " in agents
    return "they" if many or agents.rsplit(maxsplit=1)[-1] in {"police", "people", "gunmen", "men"} else "it"
