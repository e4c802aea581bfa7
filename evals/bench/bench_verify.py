"""Verification of one article with 27 quotes: validate what an engine said, locate all of it, run every rule."""

from __future__ import annotations

from collections.abc import Callable

from measure import Row, articles, at_most, cpu

from summarizer.articles import article_from_text
from summarizer.records.article import Article
from summarizer.records.draft import DraftClaim, DraftEvidence, DraftRecords
from summarizer.records.values import Link
from summarizer.records.vocabulary import SourceType, Stance
from summarizer.verify import verify
from summarizer.verify.quotes import Locator

RECORDS, QUOTES = 9, 3
TIMES = 50


def rows() -> list[Row]:
    """Time per article where all quotes are exact, and where each needs folding."""
    article = article_from_text(articles(1)[0])
    exact = _draft(article).model_dump_json()
    folded = _draft(article).model_dump_json().replace("'", "’").replace(" the ", "  the ")
    return [
        at_most("validate 9 records and locate 27 exact quotes", _located(article, exact), "ms", 0.5),
        Row("the same, white space and quotation marks differ", f"{_located(article, folded):.2f} ms"),
        Row("the whole of verify, every rule and the coverage scan", f"{_verified(article, exact):.2f} ms"),
    ]


def _located(article: Article, answer: str) -> float:
    def once() -> None:
        locator = Locator(article)
        draft = DraftRecords.model_validate_json(answer)
        found = [locator.locate(evidence) for claim in draft.claims for evidence in claim.evidence]
        assert all(each.evidence for each in found)

    return _milliseconds(once)


def _verified(article: Article, answer: str) -> float:
    def once() -> None:
        records, _ = verify(article, DraftRecords.model_validate_json(answer))
        assert len(records.claims) > RECORDS // 2

    return _milliseconds(once)


def _milliseconds(once: Callable[[], None]) -> float:
    return cpu(lambda: [once() for _ in range(TIMES)]) / TIMES * 1000


def _draft(article: Article) -> DraftRecords:
    sentences = [s for s in article.sentences if 60 < len(s.text) < 300 and article.text.count(s.text) == 1]
    chosen = sentences[: RECORDS * QUOTES]
    groups = [chosen[start : start + QUOTES] for start in range(0, len(chosen), QUOTES)]
    return DraftRecords(
        claims=tuple(
            DraftClaim(
                key=f"k{number}",
                chain=(Link(name=" ".join(group[0].text.split()[:2]), type=SourceType.UNKNOWN),),
                anonymous=False,
                stance=Stance.ASSERTS,
                cue=None,
                content=group[0].text,
                about=(),
                time=None,
                evidence=tuple(DraftEvidence(sentence=s.number, quote=s.text) for s in group),
            )
            for number, group in enumerate(groups)
        )
    )


if __name__ == "__main__":
    print(*rows(), sep="\n")
