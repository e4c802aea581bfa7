"""The loopback server, engines that ask it, and replies made by hand from labels."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from summarizer.articles import article_from_text
from summarizer.engines.llm import LanguageModel
from summarizer.engines.llm_making import make_language_model
from summarizer.pipeline import asummarize
from summarizer.records.article import Article
from summarizer.records.digest import Digest
from summarizer.settings import Settings

HERE = Path(__file__).parent
ROOT = HERE.parents[2]


@pytest.fixture(scope="session")
def seed(labels: ModuleType) -> Callable[[str], tuple[Article, str]]:
    """A labelled article, and its label as the reply of a perfect model."""

    def load(name: str) -> tuple[Article, str]:
        folder = ROOT / "seeds" / name
        label = labels.read_label(folder)
        published = labels.published_of(label)
        article = article_from_text((folder / "article.txt").read_text("utf-8"), published=published)
        return article, labels.draft_from_label(article, label).model_dump_json()

    return load


Model = Callable[..., LanguageModel]


@pytest.fixture
def model() -> Model:
    """An engine that asks this server; retries do not wait."""

    def make(server: Any, *, waits: bool = False, **settings: Any) -> LanguageModel:
        given = {"model": "openai/m", "base_url": server.url, "api_key": "canary-key-3141", "timeout": 20, **settings}
        return make_language_model(Settings(**given), waits=waits)

    return make


def digest_of(article: Article, engine: LanguageModel) -> Digest:
    """What the article becomes; the engine is closed."""

    async def run() -> Digest:
        try:
            return await asummarize(article, engine)
        finally:
            await engine.aclose()

    return asyncio.run(run())


@pytest.fixture
def digest() -> Callable[[Article, LanguageModel], Digest]:
    """Run one article through the whole flow."""
    return digest_of


@pytest.fixture
def environ(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Set what the command line reads: a server and settings."""

    def put(server: Any, **settings: Any) -> None:
        given = {"model": "openai/m", "base_url": server.url, "engine": "llm", "timeout": 20, **settings}
        for name, value in given.items():
            monkeypatch.setenv(f"SUMMARIZER_{name.upper()}", str(value))
        monkeypatch.setenv("OPENAI_API_KEY", "canary-key-3141")

    return put


TEXT = (
    "TORKECH - Shells killed at least 11 villagers on Friday, the clinic said.\n\n"
    "The army denied the attack. A rebel spokesman said it was the work of government troops."
)


def reply_to(_: Article) -> dict[str, Any]:
    """A right and complete reply for TEXT."""
    event = {
        "key": "e1", "type": "shelling", "status": "completed", "actors": [], "supporters": [],
        "targets": ["villagers"], "location": None, "place": None, "admin1": None, "country": None,
        "time": "on Friday", "weapon": "Shells",
        "evidence": [{"sentence": 1, "quote": "Shells killed at least 11 villagers on Friday"}],
    }  # fmt: skip
    casualty = {
        "key": "c1", "event": "e1", "harm": "killed", "count": "at least 11", "number": 11, "victims": "villagers",
        "victim_status": "civilian", "victim_side": None, "attributed_to": [], "scope": "incident", "subset_of": None,
        "claims": ["k1"], "evidence": [{"sentence": 1, "quote": "killed at least 11 villagers"}],
    }  # fmt: skip

    def claim(key: str, who: str, kind: str, stance: str, quote: str, content: str, sentence: int) -> dict[str, Any]:
        return {
            "key": key, "chain": [{"name": who, "type": kind}], "anonymous": False, "stance": stance, "cue": None,
            "content": content, "about": ["e1"], "time": None, "evidence": [{"sentence": sentence, "quote": quote}],
        }  # fmt: skip

    claims = [
        claim("k1", "the clinic", "medical_rescue", "asserts", "the clinic said", "Shells killed at least 11", 1),
        claim("k2", "The army", "military", "denies", "The army denied the attack", "the attack", 2),
        claim("k3", "A rebel spokesman", "armed_group", "asserts", "A rebel spokesman said it", "it was the work", 3),
    ]  # fmt: skip
    return {
        "actors": [{"name": "villagers", "type": "civilians", "aliases": []}],
        "events": [event],
        "casualties": [casualty],
        "claims": claims,
        "summary": {
            "headline": "Shelling at Torkech",
            "sentences": [
                {"text": "Shells killed at least 11 villagers, the clinic said.", "records": ["c1", "e1", "k1"]}
            ],
        },
    }


@pytest.fixture
def article() -> Article:
    """A short article with one toll and a denial."""
    return article_from_text(TEXT)


@pytest.fixture
def good(article: Article) -> dict[str, Any]:
    """A right and complete reply for `article`."""
    return reply_to(article)


@pytest.fixture
def good_text(good: dict[str, Any]) -> str:
    """The same as text."""
    return json.dumps(good)
