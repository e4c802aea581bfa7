"""Rules on planted evidence (I): text that is in the article but is not its report.

Two kinds: blocks no reader of the page sees as prose (comments, hidden elements, code, finished JSON answers, chat
templates), and sentences that address a reading machine. Sources: docs/decisions/032-planted-text.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from summarizer.records.article import Article, Span
from summarizer.tables import read_table
from summarizer.verify.case import Case, Remark, name_of
from summarizer.verify.folding import fold, fold_text, shown
from summarizer.verify.quotes import Found

_STOP = r"\n\s*\n|\Z"  # a block that is never closed ends with its paragraph
_BLOCKS = re.compile(
    rf"<!--.*?(?:-->|{_STOP})"
    r"|<(?P<tag>script|style|template|noscript|system|assistant|tool\w*|function\w*)\b[^<>]{0,300}>"
    rf".*?(?:</(?P=tag)\s*>|{_STOP})"
    r"|<(?P<hidden>\w+)\b[^<>]{0,300}?(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|\bhidden\b)[^<>]{0,300}>"
    rf".*?(?:</(?P=hidden)\s*>|{_STOP})"
    rf"|```.*?(?:```|{_STOP})|~~~.*?(?:~~~|{_STOP})"
    rf"|<\|(?!\w*(?:end|eot))[\w ]{{1,30}}\|>.*?(?=<\|[\w ]{{1,30}}\|>|{_STOP})"
    rf"|\[INST\].*?(?:\[/INST\]|{_STOP})|<<SYS>>.*?(?:<</SYS>>|{_STOP})"
    r"|\[(?:tool|system|function|assistant)[ _-]?\w{0,20}\][^\n]*",
    re.DOTALL | re.IGNORECASE,
)
_JSON_START = re.compile(r"""[{\[]\s{0,20}(?:[{\[]\s{0,20}){0,3}["“][\w -]{1,40}["”]\s*:""")
_BRACKET = re.compile(r"[{}\[\]]")
_PARAGRAPH_END = re.compile(r"\n\s*\n")
_MAY_HOLD_BLOCK = re.compile(r"<[!|<\w]|```|~~~|\[(?:INST|tool|system|function|assistant)|[{\[]", re.IGNORECASE)


_FIRST_COMPATIBLE = "\ufb00"
"""Ligatures and full-width letters begin here: only they hide a word from a search in lower case."""


class _Pattern(NamedTuple):
    needs: tuple[tuple[str, ...], ...]
    """Plain strings; lower-case text that the pattern matches holds one of each group."""
    regex: str


def hidden_blocks(text: str) -> tuple[Span, ...]:
    """Spans of `text` that are markup, code, a finished answer or a chat template, in reading order."""
    if not _MAY_HOLD_BLOCK.search(text):
        return ()
    blocks = [Span(start=m.start(), end=m.end()) for m in _BLOCKS.finditer(text)]
    return tuple(sorted([*blocks, *_json_blocks(text)], key=lambda span: span.start))


def _json_blocks(text: str) -> Iterator[Span]:
    """From each `{"key":` to the bracket that closes it, or to the end of the paragraph when none does."""
    at = 0
    while start := _JSON_START.search(text, at):
        stop = _PARAGRAPH_END.search(text, start.end())
        at = _closing_bracket(text, start.start(), stop.start() if stop else len(text))
        yield Span(start=start.start(), end=at)


def _closing_bracket(text: str, start: int, stop: int) -> int:
    depth = 0
    for bracket in _BRACKET.finditer(text, start, stop):
        depth += 1 if bracket.group() in "[{" else -1
        if depth == 0:
            return bracket.end()
    return stop


def addresses_machine(sentence: str) -> bool:
    """Whether a sentence tells a reading machine what to do with the text."""
    return _addresses(sentence, _possible(sentence, _patterns()))


def _addresses(sentence: str, patterns: tuple[_Pattern, ...]) -> bool:
    lowered = fold(sentence).lower() if patterns else ""
    return any(_compiled(pattern.regex).search(lowered) for pattern in _needed(lowered, patterns))


def _possible(text: str, patterns: tuple[_Pattern, ...]) -> tuple[_Pattern, ...]:
    folded = fold_text(text).text if max(text, default="") >= _FIRST_COMPATIBLE else text
    return _needed(" ".join(folded.lower().split()), patterns)


def _needed(lowered: str, patterns: tuple[_Pattern, ...]) -> tuple[_Pattern, ...]:
    """The patterns of whose strings lower-case text has one of each group; many patterns share a group."""
    held: dict[tuple[str, ...], bool] = {}

    def holds(group: tuple[str, ...]) -> bool:
        if group not in held:
            held[group] = any(word in lowered for word in group)
        return held[group]

    return tuple(pattern for pattern in patterns if all(map(holds, pattern.needs)))


def planted_spans(article: Article) -> tuple[tuple[Span, str], ...]:
    """Everything of the article that is no evidence, with the reason, in reading order."""
    spans = [(block, "a block of markup, code or machine text") for block in hidden_blocks(article.text)]
    patterns = _possible(" ".join(sentence.text for sentence in article.sentences), _patterns())
    for sentence in article.sentences if patterns else ():
        if _addresses(sentence.text, patterns):
            spans.append((Span(start=sentence.start, end=sentence.end), "a sentence that addresses a reading machine"))
    return tuple(sorted(spans, key=lambda entry: entry[0].start))


def planted_evidence(case: Case) -> Iterator[Remark]:
    """I1: a quote that touches planted text is no evidence."""
    for record in case.records():
        for index, quoted in enumerate(record.quotes):
            found = quoted.found.evidence
            reason = found and case.planted_at(found.start, found.end)
            if found and reason:
                record.quotes[index] = quoted._replace(found=Found(None))
                said = f'{name_of(record)}: quote refused, it stands in {reason}: "{shown(found.quote)}"'
                yield Remark(said, record.handle, found.start, found.end)


def planted_text(case: Case) -> Iterator[Remark]:
    """I2: the article holds planted text, whether or not an engine fell for it."""
    for span, reason in case.planted:
        excerpt = shown(case.article.text[span.start : span.end])
        yield Remark(f'the article holds {reason}: "{excerpt}"', None, span.start, span.end)


@cache
def _patterns() -> tuple[_Pattern, ...]:
    data = read_table(Path(__file__).with_name("lexicons") / "machine.toml")
    return tuple(
        _Pattern(tuple(map(tuple, row["needs"])), _filled(row["regex"], data["fragments"])) for row in data["pattern"]
    )


@cache
def _compiled(regex: str) -> re.Pattern[str]:
    """A pattern is compiled when a text first has the strings it needs: most never do."""
    return re.compile(regex)


def _filled(pattern: str, fragments: dict[str, str]) -> str:
    for name, fragment in fragments.items():
        pattern = pattern.replace(f"<{name}>", fragment)
    return pattern
