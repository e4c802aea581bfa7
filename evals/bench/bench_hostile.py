"""Time of a whole digest against length, on patterns that make readers slow: one piece of text, again and again.

A reader that compares each sentence, figure or name with all others takes 16 times as long for a text 4 times as
long. Each pattern is read at two lengths; the ratio of times per character is to stay near 1.
"""

from __future__ import annotations

import gc
from functools import partial

from bench_offline import digest
from measure import Row, cpu, ratio

from summarizer.normalize.counts import find_counts
from summarizer.normalize.dates_find import find_times
from summarizer.normalize.places_find import find_places

SHORT, LONG = 8_000, 32_000
"""Characters."""
PATTERNS = {
    "list of victims": "nine soldiers, ",
    "list of people": "a cook and two guards and ",
    "quotations that never close": '"He said ',
    "who said that who said": "the mayor said the army said ",
    "numbers": "10 to 15 or 20, ",
    "phrases within phrases": "of the house in the town of ",
    "one word": "a",
    "brackets": "((",
    "braces": '{"a": [',
    "tags": "<b><a ",
    "one name": "Abu Sarr Keita ",
    "according to": "according to ",
    "relative clauses": "who said that ",
    "verbs of harm": "killed and ",
    "parts of parts": "nine men, including ",
    "hyphens": "a-",
    "apostrophes": "'s ",
    "digits": "1,",
    "full stops": ". ",
    "blanks": " \n",
    "short paragraphs": "x\n\n",
    "dates": "on 3 May, ",
    "one claim again": "The army said on Monday that nine soldiers were killed in Homs.\n\n",
    "new figures": "The army said {n} soldiers were killed and {n} wounded in Homs on {n} May.\n\n",
    "new parties": "The Movement of Group{n} attacked Brigade{n} near Homs.\n\n",
}


def rows() -> list[Row]:
    """One row for each pattern: time per character of the long text over that of the short one."""
    gc.collect()
    gc.freeze()  # what other benchmarks left in memory is not to be looked through for garbage again and again
    try:
        return [_row(name, pattern) for name, pattern in PATTERNS.items()]
    finally:
        gc.unfreeze()


def _row(name: str, pattern: str) -> Row:
    short, long = _text(pattern, SHORT), _text(pattern, LONG)
    per_short, per_long = (cpu(partial(_afresh, text), 5) / len(text) for text in (short, long))
    told = ratio(f"{name}: time per character, {LONG:,} / {SHORT:,} characters", per_long / per_short, 1.3)
    return told._replace(figure=f"{told.figure} ({per_long * len(long) * 1000:,.0f} ms)")


def _afresh(text: str) -> None:
    for scan in (find_counts, find_places, find_times):  # what is remembered of a text once read would help the short
        scan.cache_clear()
    digest(text)


def _text(pattern: str, size: int) -> str:
    pieces: list[str] = []
    length = 0
    while length < size:
        pieces.append(pattern.replace("{n}", str(len(pieces) + 2)))
        length += len(pieces[-1])
    return f"Gunmen {''.join(pieces)}."


if __name__ == "__main__":
    print(*rows(), sep="\n")
