"""How articles of a batch are read: requests, checks and keys of a live run, with kept replies for answers."""

from __future__ import annotations

from functools import cached_property

from summarizer.corpus.batch_jobs import BatchJobs
from summarizer.corpus.keys import engine_mark
from summarizer.corpus.replies import Replies, reply_key
from summarizer.corpus.work import TALLY
from summarizer.engines.exchange import ModelRequest
from summarizer.engines.llm import LanguageModel
from summarizer.engines.llm_asking import Asked, Asker, Question, Spent
from summarizer.engines.pricing import batch_price_of
from summarizer.engines.replay_files import KEY_DIGITS, Collector, FileAsker, engine_of, shape_of
from summarizer.records.article import Article
from summarizer.settings import Settings


class Reading:
    """Everything that decides what is asked about an article and what its outcome is kept under."""

    def __init__(self, settings: Settings) -> None:
        """Raises ConfigurationError where no model is named."""
        self.settings = settings
        self.shape, self.limits = shape_of(settings)
        self.price = None if settings.base_url else batch_price_of(settings.provider, settings.model_name)

    @cached_property
    def mark(self) -> str:
        """That of a live run: an outcome is the same thing, whichever way the model was asked."""
        return engine_mark(LanguageModel(Collector(), self.shape, self.limits))

    def engine(self, asker: Asker | None = None) -> LanguageModel:
        """An engine that asks this asker, at the prices of batches."""
        return engine_of(asker or Collector(), self.shape, self.limits, price=self.price)

    async def drafts(self, article: Article) -> list[ModelRequest]:
        """The first requests for an article: one, or one for each part."""
        collector = Collector()
        await self.engine(collector).draft(article)
        return collector.requests


class BatchAsker:
    """Answers from the replies of batches. `wanted`: the repairs for which there is none.

    What was read goes to the replies of live runs as well, which then pay for it no more.
    """

    def __init__(self, jobs: BatchJobs, replies: Replies, provider: str, article: str) -> None:
        self._files, self._jobs, self._article = FileAsker(_Rows(jobs)), jobs, article
        self._replies, self._provider = replies, provider

    @property
    def wanted(self) -> list[ModelRequest]:
        """Repairs without a reply."""
        return self._files.wanted

    async def ask(self, question: Question) -> Asked | None:
        """As `FileAsker`; what it cost is entered for the article, failed or not, and for one article only."""
        try:
            asked = await self._files.ask(question)
            if asked is not None:
                self._replies.keep(reply_key(question.request, self._provider), question, asked)
            return asked
        finally:
            if not self._jobs.is_paid_by(question.request.key[:KEY_DIGITS], self._article):
                question.spent = Spent()
            if (tally := TALLY.get()) is not None:
                tally.requests += question.spent.requests
                tally.spent.append(question.spent)

    async def aclose(self) -> None:
        """Nothing is open."""


class _Rows:
    """The kept replies, found one by one."""

    def __init__(self, jobs: BatchJobs) -> None:
        self.get = jobs.reply
