"""Outcomes as text, JSON or JSON lines: pieces of output in order, made while articles are still being read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from summarizer.cli.printing import safe_json
from summarizer.cli.view.page import Look, Page, Piece

if TYPE_CHECKING:
    from summarizer.records.digest import Outcome


def as_jsonl(outcomes: Iterable[Outcome], encoding: str) -> Iterator[str]:
    """One line per article, a Digest or a Failure; no character inside can end a line."""
    return (_dumped(outcome, encoding, None) + "\n" for outcome in outcomes)


def as_json(outcomes: Iterable[Outcome], encoding: str, *, several: bool) -> Iterator[str]:
    """An object for one article; an array, in the order given, for several."""
    if not several:
        return (_dumped(outcome, encoding, 2) + "\n" for outcome in outcomes)
    return _array(_dumped(outcome, encoding, 2) for outcome in outcomes)


def _array(items: Iterable[str]) -> Iterator[str]:
    opening = "["
    for item in items:
        yield f"{opening}\n{item}"
        opening = ","
    yield "\n]\n" if opening == "," else "[]\n"


def _dumped(outcome: Outcome, encoding: str, indent: int | None) -> str:
    ascii_only = encoding.lower().replace("_", "-") not in {"utf-8", "utf8", "cp65001"}
    return safe_json(outcome.model_dump_json(indent=indent, ensure_ascii=ascii_only))


def as_text(outcomes: Iterable[Outcome], page: Page, *, several: bool, verbose: bool) -> Iterator[str]:
    """The view of each article; with several, each under a line with its name, failures included."""
    for number, outcome in enumerate(outcomes):
        title = [*([""] if number else []), page.rule(_source(outcome))] if several else []
        lines = [*title, *_body(outcome, page, several=several, verbose=verbose)]
        yield "".join(f"{line}\n" for line in lines)


def _body(outcome: Outcome, page: Page, *, several: bool, verbose: bool) -> Iterator[str]:
    from summarizer.cli.view.digest import digest_lines
    from summarizer.records.digest import Digest

    if isinstance(outcome, Digest):
        yield from digest_lines(outcome, page, verbose=verbose)
    elif several:
        yield from page.flow([Piece("not summarised", Look.ERROR), Piece(outcome.message, joint="  ")])


def _source(outcome: Outcome) -> str:
    from summarizer.records.digest import Digest

    return outcome.article.source if isinstance(outcome, Digest) else outcome.source
