"""Makes words.txt, the word list of the tagger, when the package is built.

Source: the lexicon of Brill's part-of-speech tagger (MIT licence, 1993), as the `textblob` package carries it. Names
are left out: an unknown capitalised word is one anyway. One line a tag: the tag, then its words.
"""

from __future__ import annotations

from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path

FILE = Path(__file__).with_name("words.txt")
_NAMES = frozenset({"NNP", "NNPS", "FW", "SYM", ":", "."})


def main() -> None:
    """Read the installed package's lexicon without importing the package, and write words.txt."""
    spec = find_spec("textblob")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("the package 'textblob' is needed to build summarizer")
    source = Path(spec.submodule_search_locations[0], "en", "en-lexicon.txt")
    words: dict[str, list[str]] = defaultdict(list)
    for line in source.read_text("utf-8").splitlines():
        word, _, tag = line.partition(" ")
        tag = tag.partition("|")[0]
        if tag and tag not in _NAMES and word[:1].isalpha():
            words[tag].append(word)
    FILE.write_text("".join(f"{tag} {' '.join(sorted(words[tag]))}\n" for tag in sorted(words)), "utf-8")


if __name__ == "__main__":
    main()
