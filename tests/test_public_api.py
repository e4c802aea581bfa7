"""The public API: what is listed, that it works in every surrounding, and that importing it is cheap."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

import summarizer

NAMES = [
    "Article",
    "Casualty",
    "Claim",
    "Count",
    "Digest",
    "Event",
    "Failure",
    "Finding",
    "Settings",
    "SummarizerError",
    "__version__",
    "asummarize",
    "load_article",
    "summarize",
]


def test_the_public_names_are_these_and_no_others() -> None:
    assert summarizer.__all__ == NAMES
    assert dir(summarizer) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_leads_somewhere_and_is_documented(name: str, root: Path) -> None:
    thing = getattr(summarizer, name)
    assert thing is getattr(summarizer, name)
    assert name == "__version__" or thing.__doc__
    assert f"`{name}" in (root / "docs" / "api.md").read_text("utf-8")


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        summarizer.Nothing  # noqa: B018


def test_summarize_gives_the_digest_of_a_file(seeds: Path) -> None:
    path = seeds / "raqqa-offensive" / "article.txt"
    digest = summarizer.summarize(path)
    assert isinstance(digest, summarizer.Digest)
    assert digest.article.source == str(path)
    assert digest.provenance.engine == "offline"
    assert digest.provenance.package_version == summarizer.__version__


def test_an_article_or_its_path_give_the_same_records(seeds: Path) -> None:
    path = seeds / "raqqa-offensive" / "article.txt"
    one, other = summarizer.summarize(path), summarizer.summarize(summarizer.load_article(path))
    assert one.model_dump(exclude={"provenance"}) == other.model_dump(exclude={"provenance"})


def test_summarize_works_inside_a_running_event_loop(seeds: Path) -> None:
    async def notebook() -> summarizer.Digest:
        return summarizer.summarize(seeds / "raqqa-offensive" / "article.txt")

    assert asyncio.run(notebook()).article.sentences > 0


def test_asummarize_can_be_awaited_for_several_articles_at_once(seeds: Path) -> None:
    async def both() -> list[summarizer.Digest]:
        paths = [seeds / name / "article.txt" for name in ("raqqa-offensive", "nasir-ceasefire")]
        return await asyncio.gather(*(summarizer.asummarize(path) for path in paths))

    first, second = asyncio.run(both())
    assert first.article.id != second.article.id


def test_a_missing_file_is_an_article_error_inside_and_outside_of_a_loop(tmp_path: Path) -> None:
    async def notebook() -> None:
        summarizer.summarize(tmp_path / "nothing.txt")

    with pytest.raises(summarizer.SummarizerError) as outside:
        summarizer.summarize(tmp_path / "nothing.txt")
    with pytest.raises(summarizer.SummarizerError) as inside:
        asyncio.run(notebook())
    assert type(inside.value) is type(outside.value)
    assert outside.value.exit_code == 3


def test_settings_are_read_from_the_environment_at_the_call(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_ENGINE", "llm")
    with pytest.raises(summarizer.SummarizerError) as caught:
        summarizer.summarize(seeds / "raqqa-offensive" / "article.txt")
    assert caught.value.exit_code == 4
    assert "offline" in (caught.value.hint or "")


def test_given_settings_take_the_place_of_the_environment(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_ENGINE", "llm")
    digest = summarizer.summarize(seeds / "raqqa-offensive" / "article.txt", settings=summarizer.Settings())
    assert digest.provenance.engine == "offline"


def test_importing_the_package_imports_no_library() -> None:
    code = "import sys; before = set(sys.modules); import summarizer; print(*sorted(set(sys.modules) - before))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {name.split(".")[0] for name in loaded} - set(sys.stdlib_module_names) == {"summarizer"}
    assert "asyncio" not in loaded
