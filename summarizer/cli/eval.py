"""`summarize eval ...`: labelled articles, scores, and the gate. Exit codes: docs/evals.md."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.eval_options import (
    DEFAULT_BASELINES,
    Baselines,
    EngineOption,
    Folders,
    GatesFile,
    Only,
    RecordingsFolder,
    Repeats,
    baseline_of,
    chosen_labels,
    do_run,
    mode_of,
    thresholds,
)
from summarizer.cli.output import opened
from summarizer.cli.printing import visible
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.evaluate.gate import Gates
    from summarizer.evaluate.labels import Label
    from summarizer.evaluate.runs import Run

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Score the program on hand-labelled articles, and gate a change on it.",
)

Report = Annotated[
    list[str],
    typer.Option("--report", metavar="KIND=FILE", help="Also write markdown, junit, html or json there. Repeatable."),
]
Keep = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Keep the run, for score, compare and bless.")]
Quiet = Annotated[bool, typer.Option("--summary", help="Leave out the list of wrong records.")]
AllFigures = Annotated[bool, typer.Option("--all", help="Every figure, not only the gated ones.")]
RunFile = Annotated[Path, typer.Argument(metavar="RUN", help="A kept run.", show_default=False)]

BAD_LABEL, INCOMPLETE = 2, 3


@app.command()
def check(folders: Folders) -> int:
    """Check labels against their articles: one line per fault, exit code 2 when there is any."""
    from summarizer.evaluate.label_rules import check_label
    from summarizer.evaluate.labels import label_files, load_label

    files = label_files(folders)
    if not files:
        raise UsageError("no labelled article found", hint="a labelled article is a folder with label.toml")
    found = 0
    with opened(None) as sink:
        for file in files:
            problems = check_label(file)
            found += len(problems)
            for problem in problems:
                sink.write(visible(str(problem)) + "\n")
            if not problems:
                sink.write(visible(_contents(load_label(file))) + "\n")
        sink.write(f"{len(files)} labels, {found} problems\n")
    return BAD_LABEL if found else 0


def _contents(label: Label) -> str:
    rows = {"events": label.events, "casualties": label.casualties, "claims": label.claims}
    counted = ", ".join(f"{len(r)} {name} ({sum(x.optional for x in r)} optional)" for name, r in rows.items())
    draft = "" if label.reviewed else ", not reviewed"
    return f"{label.name}: {counted}, {len(label.forbidden)} traps{draft}"


@app.command()
def run(  # noqa: PLR0913 (each is an option)
    folders: Folders,
    engine: EngineOption = "offline",
    only: Only = "",
    repeats: Repeats = 1,
    recordings: RecordingsFolder = None,
    out: Keep = None,
    gates: GatesFile = None,
    baselines: Baselines = DEFAULT_BASELINES,
    report: Report = [],  # noqa: B006 (typer reads the default and copies it)
    summary: Quiet = False,
    every: AllFigures = False,
) -> int:
    """Run an engine over labelled articles, score it, and judge it against the baseline."""
    from summarizer.evaluate.runs import save_run

    labels, limits = chosen_labels(folders, only), thresholds(gates)
    kept = do_run(labels, engine, repeats, whole=not only, recordings=str(recordings) if recordings else None)
    if out:
        save_run(kept, out)
    return _judged(kept, labels, limits, baselines, report, wrong=not summary, every=every)


@app.command()
def score(
    kept: RunFile,
    folders: Folders,
    only: Only = "",
    gates: GatesFile = None,
    baselines: Baselines = DEFAULT_BASELINES,
    report: Report = [],  # noqa: B006
    summary: Quiet = False,
    every: AllFigures = False,
) -> int:
    """Score and judge a kept run again, without running anything."""
    from summarizer.evaluate.runs import load_run

    labels = chosen_labels(folders, only)
    return _judged(load_run(kept), labels, thresholds(gates), baselines, report, wrong=not summary, every=every)


@app.command()
def record(
    folders: Folders,
    recordings: Annotated[Path, typer.Option("--recordings", metavar="FOLDER", help="Where the recordings lie.")],
    only: Only = "",
) -> int:
    """Ask the model for what is not recorded yet (needs a key), and keep the replies for --engine replay.

    Replies that are there are not asked for again, so a run that was stopped goes on where it was.
    """
    from summarizer.evaluate.runs import score_run

    labels = chosen_labels(folders, only)
    recordings.mkdir(parents=True, exist_ok=True)
    done = do_run(labels, "llm", 1, record=str(recordings), recordings=str(recordings))
    failures = score_run(done, labels).failures
    spent = [d.provenance.requests for d in done.digests]
    with opened(None) as sink:
        sink.write(visible(f"{recordings}: {len(spent)} articles recorded, {sum(spent)} requests made") + "\n")
        for failed in failures:
            sink.write(visible(f"{failed.name} could not be recorded: {failed.reason}: {failed.message}") + "\n")
    return INCOMPLETE if failures else 0


@app.command()
def bless(
    folders: Folders,
    kept: Annotated[Path | None, typer.Option("--run", metavar="FILE", help="A kept run; else run now.")] = None,
    engine: EngineOption = "offline",
    repeats: Repeats = 1,
    recordings: RecordingsFolder = None,
    baselines: Baselines = DEFAULT_BASELINES,
) -> int:
    """Make this run the baseline. Refused for an incomplete run, or when a label has a fault."""
    from summarizer.evaluate.baseline import baseline_path, make_baseline, save_baseline
    from summarizer.evaluate.runs import load_run, score_run

    labels = chosen_labels(folders, "")
    folder = str(recordings) if recordings else None
    done = load_run(kept) if kept else do_run(labels, engine, repeats, recordings=folder)
    path = baseline_path(baselines, done)
    save_baseline(make_baseline(done, score_run(done, labels), datetime.now(UTC).date()), path)
    with opened(None) as sink:
        sink.write(visible(f"{path}: {len(labels)} articles") + "\n")
    return 0


@app.command()
def compare(
    first: Annotated[Path, typer.Argument(metavar="A", help="A kept run.")],
    second: Annotated[Path, typer.Argument(metavar="B", help="Another.")],
    folders: Folders,
) -> int:
    """Compare two kept runs over the same articles: paired differences, facts that flipped, cost and seconds."""
    from summarizer.evaluate.compare import compare_runs, lines
    from summarizer.evaluate.runs import load_run

    labels = chosen_labels(folders, "")
    result = compare_runs(load_run(first), load_run(second), labels)
    with opened(None) as sink:
        for line in lines(result):
            sink.write(visible(line) + "\n")
    return 0 if result.n else 3


@app.command()
def draft(
    article: Annotated[Path, typer.Argument(metavar="ARTICLE", help="The article to label.")],
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write the label there; it must not exist.")
    ] = None,
    digest: Annotated[
        Path | None, typer.Option("--from", metavar="DIGEST", help="Start from this digest instead of a run.")
    ] = None,
    published: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="When the article appeared.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it.")] = None,
) -> int:
    """Write a label from current output, for a person to correct: `reviewed = false`, choices as comments."""
    from summarizer.evaluate.drafting import draft_label

    text = draft_label(article, digest=digest, published=published, outlet=outlet)
    if output not in {None, "-"} and Path(str(output)).exists():
        raise UsageError(f"{output} exists, and may hold somebody's work", hint="name another file")
    with opened(output, [str(article)]) as sink:
        sink.write(text)
    return 0


def _judged(
    done: Run, labels: list[Label], limits: Gates, baselines: Path, report: list[str], *, wrong: bool, every: bool
) -> int:
    """Score, judge, print, write the reports; the exit code is the verdict's."""
    from summarizer.cli.eval_reports import write_reports
    from summarizer.evaluate.compare import cost, cost_line
    from summarizer.evaluate.gate import judge
    from summarizer.evaluate.reports.terminal import render
    from summarizer.evaluate.runs import score_run

    verdict = judge(score_run(done, labels), baseline_of(done, baselines), limits, engine=done.name, mode=mode_of(done))
    write_reports(report, verdict, labels, done)
    with opened(None) as sink:
        for line in (*render(verdict, everything=every, wrong=wrong), "", f"run: {cost_line(cost(done))}"):
            sink.write(visible(line) + "\n")
    return int(verdict.outcome)


@app.command("to-label-studio")
def to_label_studio(
    folders: Folders,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Where the tasks go.")] = None,
    kept: Annotated[
        Path | None, typer.Option("--run", metavar="FILE", help="The digests of this run as predictions instead.")
    ] = None,
    form: Annotated[bool, typer.Option("--form", help="Print the labelling configuration instead.")] = False,
) -> int:
    """Labels as Label Studio tasks with annotations, or the digests of a kept run as predictions."""
    import json

    from summarizer.cli.printing import safe_json
    from summarizer.evaluate.labelstudio.form import config
    from summarizer.evaluate.labelstudio.writing import digest_task, label_task
    from summarizer.evaluate.runs import load_run

    labels = {label.name: label for label in chosen_labels(folders, "")}
    if kept:
        done = load_run(kept)
        read = ((a.name, a.digests[0]) for a in done.articles if a.digests and a.name in labels)
        tasks = [digest_task(name, labels[name].text, digest, done.name) for name, digest in read]
    else:
        tasks = [label_task(label.path) for label in labels.values()]
    with opened(output) as sink:
        sink.write(config() if form else safe_json(json.dumps(tasks, indent=1, ensure_ascii=False)) + "\n")
    return 0


@app.command("from-label-studio")
def from_label_studio(
    export: Annotated[Path, typer.Argument(metavar="EXPORT", help="A JSON export of Label Studio.")],
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where the labelled articles go.")],
) -> int:
    """An export as labelled articles, one folder each. A label that is there already is left, and named."""
    import json

    from summarizer.evaluate.labelstudio.reading import read_export
    from summarizer.evaluate.runs import write_atomically

    try:
        labelled = list(read_export(json.loads(export.read_text("utf-8"))))
    except (OSError, ValueError) as error:
        raise UsageError(f"{export} is no JSON export: {error}") from error
    taken = [name for name, _, _ in labelled if (folder / name / "label.toml").exists()]
    if taken:
        raise UsageError(f"{folder} already has labels for {', '.join(taken)}", hint="name another folder")
    for name, article, label in labelled:
        write_atomically(folder / name / "article.txt", article.removesuffix("\n"))
        write_atomically(folder / name / "label.toml", label.removesuffix("\n"))
    with opened(None) as sink:
        sink.write(
            visible(f"{len(labelled)} labelled articles in {folder}: check them with summarize eval check") + "\n"
        )
    return 0
