"""Labels for tests: the seeds, and small invented ones written to a folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from summarizer.evaluate.labels import Label, load_label, load_labels
from summarizer.evaluate.runs import ArticleRun, Run
from summarizer.records.digest import ArticleInfo, Digest, Provenance, Summary
from summarizer.records.verified import VerifiedRecords

SEEDS = Path(__file__).parents[2] / "seeds"

ARTICLE = (
    "PORTA (Example Wire) - At least 12 fishermen were killed and three wounded when gunmen fired on boats"
    " off Porta on Monday, the coast guard said.\n\n"
    "Two soldiers died in a separate clash. \u201cWe saw nothing,\u201d said Ana Ruiz, a resident.\n\n"
    "Around 400 boats use the harbour. The army could attack the gunmen's base next week.\n"
)

LABEL = """\
schema = 1
article = "article.txt"
published = 2020-03-04
labeller = "t"
reviewed = true

[[actor]]
name = "gunmen"
type = "unidentified_armed"

[[actor]]
name = "coast guard"
type = "state_forces"
aliases = ["the coast guard"]

[[event]]
id = "e1"
type = "attack"
accept_type = ["armed_clash"]
status = "completed"
actors = ["gunmen"]
place = "Porta"
when_text = "on Monday"
start = 2020-03-02
end = 2020-03-02
quotes = ["gunmen fired on boats off Porta on Monday"]

[[event]]
id = "e2"
type = "armed_clash"
status = "completed"
quotes = ["Two soldiers died in a separate clash"]

[[casualty]]
id = "c1"
event = "e1"
harm = "killed"
count = "At least 12"
min = 12
best = 12
modifier = "at_least"
victims = "fishermen"
victim_status = "civilian"
scope = "incident"
claims = ["k1"]
quotes = ["At least 12 fishermen were killed and three wounded"]

[[casualty]]
id = "c2"
event = "e1"
harm = "injured"
count = "three"
min = 3
best = 3
max = 3
modifier = "exact"
victims = "fishermen"
victim_status = "civilian"
scope = "incident"
claims = ["k1"]
quotes = ["At least 12 fishermen were killed and three wounded"]

[[casualty]]
id = "c3"
event = "e2"
harm = "killed"
count = "Two"
min = 2
best = 2
max = 2
modifier = "exact"
victims = "soldiers"
victim_status = "combatant"
scope = "incident"
quotes = ["Two soldiers died in a separate clash"]

[[claim]]
id = "k1"
chain = [{ name = "coast guard", type = "military" }]
anonymous = false
stance = "asserts"
cue = "said"
content = "At least 12 fishermen were killed and three wounded"
about = ["e1", "c1", "c2"]
quotes = [
    "three wounded when gunmen fired on boats off Porta on Monday, the coast guard said.",
    "At least 12 fishermen were killed and three wounded",
]

[[claim]]
id = "k2"
chain = [{ name = "Ana Ruiz, a resident", type = "witness" }]
anonymous = false
stance = "asserts"
content = "We saw nothing"
about = ["e1"]
direct_quote = true
quotes = ['"We saw nothing," said Ana Ruiz, a resident']

[[forbid]]
kind = "casualty"
quote = "Around 400 boats"
why = "boats, not people"

[[forbid]]
kind = "completed_event"
quote = "The army could attack the gunmen's base"
why = "hypothetical"
"""


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write an article and a label (with words of the sound one replaced) and give the label's path."""

    def written(*changes: tuple[str, str], label: str = LABEL, article: str = ARTICLE, name: str = "porta") -> Path:
        for old, new in changes:
            assert old in label, f"the label has no {old!r}"
            label = label.replace(old, new, 1)
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        (folder / "article.txt").write_text(article, "utf-8")
        (folder / "label.toml").write_text(label, "utf-8")
        return folder / "label.toml"

    return written


@pytest.fixture
def porta(write: Callable[..., Path]) -> Label:
    """The sound small label."""
    return load_label(write())


@pytest.fixture(scope="session")
def make_run() -> Callable[..., Run]:
    """A run of the offline engine in which each article was read as these records say."""
    now = datetime(2020, 1, 1, tzinfo=UTC)

    def made(labels: Mapping[str, Label], records: Mapping[str, VerifiedRecords]) -> Run:
        def digest(label: Label, said: VerifiedRecords) -> Digest:
            return Digest(
                article=ArticleInfo(id="0" * 64, source="s", chars=len(label.text), sentences=1),
                summary=Summary(headline=""),
                provenance=Provenance(engine="offline", package_version="0", created=now, seconds=0.1),
                **{kind: getattr(said, kind) for kind in ("actors", "events", "casualties", "claims")},
            )

        def read(label: Label, said: VerifiedRecords) -> ArticleRun:
            hashes = {"label_sha256": label.sha256, "text_sha256": label.text_sha256}
            return ArticleRun(name=label.name, digests=(digest(label, said),), **hashes)

        articles = tuple(read(label, records[name]) for name, label in labels.items())
        return Run(engine="offline", fingerprint="f", package_version="0", created=now, articles=articles)

    return made


@pytest.fixture(scope="session")
def seed_labels() -> dict[str, Label]:
    """Every labelled article of the project, by name."""
    return {label.name: label for label in load_labels([SEEDS])}
