"""S-rules: what a summary sentence may say. Each rule is one function: a sentence and its records in, a complaint out.

They judge the sentences an engine writes and those composed here alike. Source: docs/records.md, summary.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from summarizer.records.article import Article
from summarizer.records.digest import SummarySentence
from summarizer.records.finding import Finding, Severity
from summarizer.records.verified import Casualty, Claim, Event, VerifiedRecords
from summarizer.records.vocabulary import CountModifier, EventStatus, Support
from summarizer.tables import read_table
from summarizer.verify.rules import Rule

LONGEST_SENTENCE = 60


_DATA = read_table(Path(__file__).with_suffix(".toml"))
RULES = tuple(
    Rule(name, row["name"], Severity(row["severity"]), row["statement"], row["reason"])
    for name, row in _DATA["rules"].items()
)
"""The S-rules as docs/rules.md shows them."""
OPENERS = frozenset(_DATA["words"]["openers"].split())
NUMBER = re.compile(rf"(?i)\b\d[\d,.]*\d\b|\b\d+\b|\b(?:{'|'.join(_DATA['words']['numbers'].split())})\b")
NOT_A_COUNT = re.compile(r"(?i)\b(?:no one|one another|each one|one of (?!them\b))")
SPEAKING = re.compile(
    r"(?i)\b(?:said|says|saying|according to|reported(?:ly)?|told|quoted|put the|claimed|confirmed|announced|"
    r"alleged\w*|spoke of|suggested|estimated|revised|counted|listed|denied|disputed|wrote|stated)\b"
)
UNREAL = frozenset({EventStatus.HYPOTHETICAL, EventStatus.BACKGROUND, EventStatus.NEGATED, EventStatus.PLANNED})
DISTANCING = re.compile(
    r"(?i)\b(?:if|could|would|should|may|might|plan\w*|intend\w*|threat\w*|warned|vowed|earlier|previous\w*|had|ago|"
    r"not|denied|disputed|in \d{4}|last (?:year|month))\b"
)
DISPUTING = re.compile(
    r"(?i)\b(?:den(?:y|ied|ies)|disput\w+|reject\w+|contest\w+|differ\w*|while|but|however|conflicting|blam\w+|;)|;"
)
CAPITAL = re.compile(r"(?<![\w'’.-])[A-Z][\w'’-]*(?:\.[A-Z])*")
LINK = re.compile(r"(?i)https?://|www\.|\]\(|<[a-z/]")


class Named(NamedTuple):
    """A sentence with the records it names, and the article they come from."""

    text: str
    events: tuple[Event, ...]
    casualties: tuple[Casualty, ...]
    claims: tuple[Claim, ...]
    article: Article

    @property
    def words(self) -> str:
        """Every count, quote and name of the named records: "Densus 88" is a name, not a figure."""
        located = [r.evidence for r in self.events] + [r.evidence for r in self.casualties]
        located += [r.evidence for r in self.claims]
        quotes = [evidence.quote for evidences in located for evidence in evidences]
        parties = [name for event in self.events for name in (*event.actors, *event.targets)]
        sources = [link.name for claim in self.claims for link in claim.chain]
        return " ".join([*quotes, *parties, *sources, *(c.count.text for c in self.casualties)]).casefold()


Judge = Callable[[Named], str | None]


def names_a_record(sentence: Named) -> str | None:
    """S1: a summary sentence names at least one verified record."""
    return None if sentence.events or sentence.casualties or sentence.claims else "names no verified record"


def numbers_are_recorded(sentence: Named) -> str | None:
    """S2: every number of the sentence stands in the count or the quote of a record that it names."""
    words = sentence.words
    for number in NUMBER.findall(NOT_A_COUNT.sub("", sentence.text)):
        if not (stands(number.casefold(), words) or stands(number.replace(",", ""), words.replace(",", ""))):
            return f"{number!r} is in no record that it names"
    return None


def hedges_are_kept(sentence: Named) -> str | None:
    """S3: a hedged count is told with its hedge."""
    told = sentence.text.casefold()
    for casualty in sentence.casualties:
        if casualty.count.modifier in {CountModifier.EXACT, CountModifier.UNQUANTIFIED, CountModifier.VAGUE}:
            continue
        numbers = NUMBER.findall(casualty.count.text)
        if any(stands(number.casefold(), told) for number in numbers) and casualty.count.text.casefold() not in told:
            return f"{casualty.count.text!r} has lost its hedge"
    return None


def figures_have_a_source(sentence: Named) -> str | None:
    """S4: a casualty figure carries its source or "reportedly"."""
    told = sentence.text.casefold()
    figure = any(casualty.count.text.casefold() in told for casualty in sentence.casualties)
    return "gives a figure without its source" if figure and not SPEAKING.search(sentence.text) else None


def names_are_the_articles(sentence: Named) -> str | None:
    """S5: no proper noun that the article does not have."""
    known = _casefolded(sentence.article.text)
    for match in CAPITAL.finditer(sentence.text):
        parts = re.findall(r"\w+", re.sub(r"['’]s?$", "", match[0]).casefold())
        opens = match.start() == 0 or sentence.text[: match.start()].rstrip().endswith((".", ":", '"', "“"))
        if not all(stands(part, known) for part in parts) and not (opens and parts[0] in OPENERS):
            return f"{match[0]!r} is not in the article"
    return None


def unreal_is_not_news(sentence: Named) -> str | None:
    """S6: what is planned, hypothetical, denied or history is never told as news."""
    unreal = [event for event in sentence.events if event.status in UNREAL]
    if unreal and not DISTANCING.search(sentence.text):
        return f"tells {unreal[0].id} ({unreal[0].status}) as news"
    return None


def disputes_are_told(sentence: Named) -> str | None:
    """S7: a contested event is told as somebody's account."""
    contested = [event for event in sentence.events if event.support is Support.CONTESTED]
    if contested and not (SPEAKING.search(sentence.text) or DISPUTING.search(sentence.text)):
        return f"tells {contested[0].id} as a fact though it is contested"
    return None


def plain_prose(sentence: Named) -> str | None:
    """S8: one readable sentence, without links or markup."""
    if LINK.search(sentence.text):
        return "has a link or markup"
    return "is too long" if len(sentence.text.split()) > LONGEST_SENTENCE else None


JUDGES: dict[str, Judge] = {
    "S1": names_a_record,
    "S2": numbers_are_recorded,
    "S3": hedges_are_kept,
    "S4": figures_have_a_source,
    "S5": names_are_the_articles,
    "S6": unreal_is_not_news,
    "S7": disputes_are_told,
    "S8": plain_prose,
}


def check_sentence(sentence: SummarySentence, records: VerifiedRecords, article: Article) -> tuple[Finding, ...]:
    """What is wrong with a summary sentence, one finding per broken rule; empty = it may be printed."""
    return tuple(_findings(named(sentence, records, article)))


def named(sentence: SummarySentence, records: VerifiedRecords, article: Article) -> Named:
    """The sentence with the records behind its ids; an id that leads nowhere counts for nothing."""
    ids = set(sentence.records)
    inside = tuple(c for c in records.casualties if c.id in ids or c.subset_of in ids)
    events = tuple(event for event in records.events if event.id in ids)
    claims = tuple(claim for claim in records.claims if claim.id in ids)
    return Named(sentence.text, events, inside, claims, article)


def _findings(sentence: Named) -> Iterator[Finding]:
    for rule in RULES:
        if complaint := JUDGES[rule.id](sentence):
            message = f"summary sentence {complaint}: {sentence.text}"
            yield Finding(rule=rule.id, severity=rule.severity, message=message)


@lru_cache(maxsize=2)
def _casefolded(text: str) -> str:
    return text.casefold()


def stands(word: str, text: str) -> bool:
    """Whether the word, or several, stand in the text as whole words, both in lower case."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (text[max(at - 1, 0) : at].isalnum() or text[end : end + 1].isalnum()):
            return True
        at = text.find(word, at + 1)
    return False
