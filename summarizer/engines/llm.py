"""The engine that asks a language model: draft, and one repair. What the model says is checked like any draft.

The engine knows nothing of networks: an `Asker` does the asking, live, from recordings or from files.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.engines.base import Drafted, Usage
from summarizer.engines.exchange import ModelRequest, ModelSettings, build_request, read_reply
from summarizer.engines.exchange_rules import remark
from summarizer.engines.llm_asking import Asked, Asker, ContextTooLong, NoReply, Question, Spent
from summarizer.engines.long_articles import Part, joined, parties_of, parts_of
from summarizer.engines.pricing import Price
from summarizer.engines.repair import Wanted, mended_without, repair_messages, wanted
from summarizer.engines.repair_floor import floor_of, keys_of, worth_a_look
from summarizer.engines.repair_records import amended
from summarizer.engines.retry import Deadline
from summarizer.errors import AnswerError, ConfigurationError, ProviderError
from summarizer.prompting import load_prompt
from summarizer.records.article import Article
from summarizer.records.base import Record
from summarizer.records.digest import Tokens
from summarizer.records.draft import DraftRecords
from summarizer.records.finding import Finding
from summarizer.verify import verify

ENGINE_VERSION = "1"
SMALLEST_PART = 1_500
"""Characters; an article that does not fit in parts of this size is too long for the model."""


class Limits(Record):
    """Bounds on one article: seconds in all, characters of a part, and whether a repair is asked for."""

    timeout: float = 180.0
    part_chars: int = 24_000
    repair: bool = True


@dataclass(slots=True)
class _Open:
    """An article between draft and repair."""

    deadline: Deadline
    floor: DraftRecords | None = None
    remarks: tuple[Finding, ...] = ()


class LanguageModel:
    """Reads articles by asking a model. Close it with `aclose`."""

    def __init__(
        self, asker: Asker, settings: ModelSettings, limits: Limits, *, name: str = "llm", price: Price | None = None
    ) -> None:
        self.asker, self.settings, self.limits, self.name, self.price = asker, settings, limits, name, price
        self._extract, self._repair = load_prompt("extract"), load_prompt("repair")
        self._open: dict[str, _Open] = {}

    @property
    def fingerprint(self) -> str:
        """Changes with the model, the prompts, what is sent along, and this engine."""
        hashes = f"{self._extract.info.sha256[:12]}+{self._repair.info.sha256[:12] if self.limits.repair else 'none'}"
        sent = f"{self.settings.temperature}/{self.settings.max_output}/{self.limits.part_chars}"
        return f"{self.name}-{ENGINE_VERSION}/{self.settings.name}/{hashes}/{sent}"

    async def aclose(self) -> None:
        """Let go of connections."""
        await self.asker.aclose()

    async def draft(self, article: Article) -> Drafted:
        """Ask for all records, in parts where the article is long. Errors as `Asker.ask`."""
        state = _Open(Deadline(self.limits.timeout))
        spent: list[Spent] = []
        try:
            asked = await self._parts(article, state, self.limits.part_chars, spent)
        except ContextTooLong:
            smaller = min(self.limits.part_chars, sum(len(s.text) for s in article.sentences)) // 3
            if smaller < SMALLEST_PART:
                raise
            asked = await self._parts(article, state, smaller, spent)
        draft = joined([each.reply.records for each in asked])
        state.remarks = tuple(f for each in asked for f in each.reply.findings)
        self._open[article.id] = state
        split = (remark("L11", f"read in {len(asked)} parts"),) if len(asked) > 1 else ()
        return self._drafted(draft, asked[0].model, spent, (*state.remarks, *split))

    async def repair(self, article: Article, draft: DraftRecords, findings: tuple[Finding, ...]) -> Drafted | None:
        """Ask once for what was refused, what is uncovered, and what the offline engine reads besides.

        Raises AnswerError where nothing at all of what the model said stands.
        """
        state = self._open.pop(article.id, None) or _Open(Deadline(self.limits.timeout))
        floor = state.floor
        if floor is None:
            settled = not mended_without(draft, findings, state.remarks) and not worth_a_look(article, draft)
            floor = DraftRecords() if settled else floor_of(article)
        want = wanted(article, draft, findings, state.remarks, floor)
        if not want:
            return None
        spent: list[Spent] = []
        asked, said = await self._mend(article, draft, want, state, spent)
        whole = amended(draft, asked.reply.records) if asked else draft
        records, left = verify(article, whole)
        if keys_of(draft) and not (records.events or records.casualties or records.claims):
            raise AnswerError(
                f'nothing that "{self.settings.name}" said stands in the article: {len(keys_of(draft))} records refused'
            )
        lost = wanted(article, whole, left, (), floor).lost
        changes = asked.reply.records.model_copy(update={"summary": None}) if asked else DraftRecords()
        return self._drafted(changes, None, spent, (*said, *lost))

    async def _parts(self, article: Article, state: _Open, chars: int, spent: list[Spent]) -> list[Asked]:
        """The replies for all parts, asked for at the same time; one that fails ends the others."""
        parts = parts_of(article, chars)
        if len(parts) == 1:
            return [await self._part(article, None, (), "", state, spent)]
        state.floor = floor_of(article)
        parties = parties_of(state.floor)
        try:
            async with asyncio.TaskGroup() as group:
                tasks = [
                    group.create_task(self._part(article, part, parties, f"{number}.", state, spent))
                    for number, part in enumerate(parts, 1)
                ]
        except BaseExceptionGroup as failed:
            raise failed.exceptions[0] from None
        return [task.result() for task in tasks]

    async def _part(
        self, article: Article, part: Part | None, parties: Sequence[str], series: str, state: _Open, spent: list[Spent]
    ) -> Asked:
        request = build_request(article, self._extract, self.settings, sentences=part, parties=parties)

        question = Question(
            request, lambda text, whole: read_reply(article, text, series=series, complete=whole), state.deadline
        )
        asked = await self._ask(question, spent)
        if asked is None:
            raise AnswerError(f'there is no reply of "{self.settings.name}" for this article')
        return asked

    async def _mend(
        self, article: Article, draft: DraftRecords, want: Wanted, state: _Open, spent: list[Spent]
    ) -> tuple[Asked | None, tuple[Finding, ...]]:
        """The reply to a repair request; none and a remark where it cannot be had: the draft is worth keeping."""
        if not self.limits.repair:
            return None, ()
        further = repair_messages(article, draft, want, self._repair)
        request = build_request(article, self._extract, self.settings, further=further)
        settled = keys_of(draft)
        question = Question(
            request,
            lambda text, whole: read_reply(article, text, settled=settled, series="n", complete=whole),
            state.deadline,
        )
        try:
            asked = await self._ask(question, spent)
        except NoReply:
            raise
        except (ProviderError, AnswerError, ContextTooLong, ConfigurationError) as error:
            return None, (remark("L12", f"the repair could not be had: {error.message}"),)
        if asked is None:
            return None, (remark("L12", "there is no reply to the repair request"),)
        return asked, asked.reply.findings

    async def _ask(self, question: Question, spent: list[Spent]) -> Asked | None:
        try:
            asked = await self.asker.ask(question)
        finally:
            spent.append(question.spent)
        if asked is None or not (question.misread and question.spent.requests > 1):
            return asked
        again = remark("L13", "the first reply could not be read whole: asked again")
        return asked.model_copy(
            update={"reply": asked.reply.model_copy(update={"findings": (*asked.reply.findings, again)})}
        )

    def _drafted(
        self, records: DraftRecords, model: str | None, spent: Sequence[Spent], findings: Sequence[Finding]
    ) -> Drafted:
        total = sum(spent, Spent())
        tokens = Tokens(input=total.input or 0, cached=total.cached, output=total.output or 0)
        usage = Usage(
            requests=total.requests,
            retries=total.retries,
            tokens=tokens,
            cost_usd=self.price.cost(total) if self.price else None if total.requests else 0.0,
        )
        return Drafted(
            records=records,
            model=model or self.settings.name,
            prompt=self._extract.info,
            usage=usage,
            findings=tuple(findings),
        )


def request_for(article: Article, settings: ModelSettings) -> ModelRequest:
    """The first request for an article that is read in one piece."""
    return build_request(article, load_prompt("extract"), settings)
