"""The place of an event: the article's words, looked up by the place reader in the context of the whole article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.normalize.countries import country_codes
from summarizer.normalize.places import country_context, country_of, locate
from summarizer.records.values import Location
from summarizer.verify.case import Case, OpenEvent, Remark, remark
from summarizer.verify.folding import shown


def location_of(event: OpenEvent, context: Sequence[str]) -> Location:
    """Where an event happened."""
    draft = event.draft
    found = locate(draft.place, draft.admin1, draft.country, context)
    return found.model_copy(update={"text": draft.location})


def context_of(case: Case) -> tuple[str, ...]:
    """The countries the article is about; not looked up when every place has its country."""
    if all(event.draft.country or not event.draft.place for event in case.events):
        return ()
    return country_context(sentence.text for sentence in case.article.sentences)


def country_unknown(case: Case) -> Iterator[Remark]:
    """R11: a country is one of ISO 3166; a name in its place is read, what cannot be read is emptied."""
    for event in case.events:
        given = event.draft.country
        if given is None or given in country_codes():
            continue
        code = given if _is_code(given) else country_of(given)
        if code is None:
            yield remark(event, f'country "{shown(given, 30)}" is not known: emptied')
        event.set(country=code)


def _is_code(code: str) -> bool:
    """Whether ISO 3166-1 has this alpha-3 code; the country table holds only those of the news."""
    from pycountry import countries  # slow to import, and seldom needed

    return len(code) == 3 and code.isascii() and code.isupper() and countries.get(alpha_3=code) is not None
