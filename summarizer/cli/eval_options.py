"""Options that the eval commands share, and what they stand for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.cli.printing import tell
from summarizer.cli.progress import Progress
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.engines.base import Engine
    from summarizer.evaluate.baseline import Baseline
    from summarizer.evaluate.gate import Gates, Mode
    from summarizer.evaluate.labels import Label
    from summarizer.evaluate.runs import Run

EngineChoice = Literal["offline", "llm", "replay"]

Folders = Annotated[
    list[Path], typer.Argument(metavar="FOLDER...", help="Labelled articles, or folders of them.", show_default=False)
]
Only = Annotated[str, typer.Option("--only", metavar="NAME,NAME", help="These articles alone.")]
EngineOption = Annotated[EngineChoice, typer.Option("--engine", help="Which engine reads the articles.")]
Repeats = Annotated[int, typer.Option("--repeats", min=1, max=20, help="Read every article so often (live models).")]
GatesFile = Annotated[
    Path | None, typer.Option("--gates", metavar="FILE", help="Thresholds; default evals/gates.toml, else built in.")
]
RecordingsFolder = Annotated[
    Path | None,
    typer.Option("--recordings", metavar="FOLDER", help="What the replay engine plays; SUMMARIZER_RECORDINGS."),
]
Baselines = Annotated[Path, typer.Option("--baselines", metavar="FOLDER", help="Where the baselines lie.")]
DEFAULT_BASELINES = Path("evals/baselines")
_GATES = Path("evals/gates.toml")


def chosen_labels(folders: list[Path], only: str) -> list[Label]:
    """The labels asked for. Raises UsageError when there is none, LabelError when one is wrong."""
    from summarizer.evaluate.labels import load_labels

    labels = load_labels(folders)
    wanted = [name for name in only.split(",") if name]
    unknown = sorted(set(wanted) - {label.name for label in labels})
    if unknown:
        raise UsageError(f"no labelled article named {', '.join(unknown)}")
    chosen = [label for label in labels if not wanted or label.name in wanted]
    if not chosen:
        raise UsageError("no labelled article found", hint="a labelled article is a folder with label.toml")
    return chosen


def thresholds(path: Path | None) -> Gates:
    """The thresholds of the file named, else of the project's file, else the built-in ones."""
    from summarizer.evaluate.gate import load_gates

    return load_gates(path or (_GATES if _GATES.is_file() else None))


def do_run(
    labels: list[Label], engine: EngineChoice, repeats: int, *, whole: bool = True, **settings: str | None
) -> Run:
    """Run the engine over the labelled articles. `whole`: these are all of them, so what is not played is stale."""
    import os

    from summarizer.cli.loops import loop_for
    from summarizer.engines import make_engine
    from summarizer.settings import Settings

    given = {name: value for name, value in settings.items() if value is not None}
    chosen = Settings.read(os.environ, {"engine": engine, **given})
    made = make_engine(chosen)
    counter = Progress(len(labels))

    def step(name: str) -> None:
        counter.begin(name)
        counter.step()

    with loop_for(chosen) as loop:
        done = loop.run(_run_and_close(labels, made, repeats, step))
    if whole and engine == "replay":
        _tell_stale(made)
    return done


async def _run_and_close(labels: list[Label], engine: Engine, repeats: int, step: Callable[[str], None]) -> Run:
    from summarizer.engines import close
    from summarizer.evaluate.runs import run_engine

    try:
        return await run_engine(labels, engine, repeats=repeats, progress=step)
    finally:
        await close(engine)


def _tell_stale(engine: Engine) -> None:
    from summarizer.engines.replay import unplayed

    for recording in unplayed(engine):
        tell(f'stale recording {recording.key[:16]}.json: no request asks for it ("{recording.article[:40]}")')


def mode_of(run: Run) -> Mode:
    """Live models vary; everything else is judged fact by fact."""
    from summarizer.evaluate.gate import Mode

    return Mode.LIVE if run.engine == "llm" else Mode.DETERMINISTIC


def baseline_of(run: Run, folder: Path) -> Baseline | None:
    """The baseline of this engine and model."""
    from summarizer.evaluate.baseline import baseline_path, load_baseline

    path = baseline_path(folder, run)
    baseline = load_baseline(path)
    if baseline is None:
        tell(f"no baseline at {path}: `summarize eval bless` writes one")
    return baseline
