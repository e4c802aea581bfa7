"""Makes words.bin, the word list of the tagger, when the package is built.

Source: the lexicon of Brill's part-of-speech tagger (MIT licence, 1993), as the `textblob` package carries it. Names
are left out: an unknown capitalised word is one anyway. Imports nothing of this package, so that a build environment
can run it by path. Layout: word_list.py.
"""

from __future__ import annotations

import struct
from array import array
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

FILE = Path(__file__).with_name("words.bin")
MAGIC = b"WORDS001"
HEAD = struct.Struct("<8sII")
_NAMES = frozenset({"NNP", "NNPS", "FW", "SYM", ":", "."})


def key_of(word: str) -> int:
    """64 bits that stand for a word: chance agreement with one of the list is beyond one in 10^14."""
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def main() -> None:
    """Read the installed package's lexicon without importing the package, and write words.bin."""
    spec = find_spec("textblob")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("the package 'textblob' is needed to build summarizer")
    source = Path(spec.submodule_search_locations[0], "en", "en-lexicon.txt")
    tag_of: dict[str, str] = {}
    for line in source.read_text("utf-8").splitlines():
        word, _, tag = line.partition(" ")
        tag = tag.partition("|")[0]
        if tag and tag not in _NAMES and word[:1].isalpha():
            tag_of[word] = max(tag, tag_of.get(word, ""))
    FILE.write_bytes(_packed(tag_of))


def _packed(tag_of: dict[str, str]) -> bytes:
    tags = sorted(set(tag_of.values()))
    listed = " ".join(tags).encode()
    rows = sorted((key_of(word), tags.index(tag)) for word, tag in tag_of.items())
    listed += b" " * (-(HEAD.size + len(listed)) % 8)  # keys begin at a multiple of their size
    head = HEAD.pack(MAGIC, len(rows), len(listed))
    return head + listed + array("Q", [key for key, _ in rows]).tobytes() + bytes(tag for _, tag in rows)


if __name__ == "__main__":
    main()
