"""Words, and their parts of speech.

The word list is the one of Brill's tagger (Penn Treebank tags; words_build.py); contextual rules are few and local.
Offsets are code points into the sentence's text.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple, cast

from summarizer.engines.offline.lexicon import tag_overrides, words
from summarizer.engines.offline.neighbours import MAY_CORRECT, OPEN_AFTER, after_words, in_context
from summarizer.engines.offline.word_list import WordList, word_list
from summarizer.normalize.harm import harm_states, person_nouns
from summarizer.normalize.places import country_of

if TYPE_CHECKING:
    from collections.abc import Callable

_WORD = (
    r"[^\W_]+(?:(?<=[A-Z]{2})/(?=[A-Z]{2,}\b)[A-Z]+|[-‐‑][^\W_]+|(?<=[a-z])–(?=[A-Z])[^\W_]+"
    r"|['’](?![sS]\b)[^\W\d_]+|['’]s-[^\W_]+)*"
)
_BEFORE_WORD = (
    r"(?=[A-Z])(?:(?:[A-Z]\.){2,}(?:-[^\W\d_]+)*|[A-Z]\.(?=\s[A-Z])"
    r"|(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Capt|Maj|Sgt|Brig|Insp|Supt|Rev|Prof|Gov|Sen|Rep|St|Cpl|Pvt|Pfc|Spc|Cdr|Cmdr|Adm|Hon"
    r"|Jr|Sr|Mt|Ft|Atty|Engr|Det|Amb"
    r"|MR|MRS|DR|GEN|COL|LT|CAPT|MAJ|SGT|BRIG|CPL|ADM|REV|PROF|GOV|SEN"
    r"|Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec|Brgy|No)\.)"
    r"|['’][sS]\b|\d+(?:[.,:]\d+)*(?:[-–]?[^\W\d_]+)*"
)
_MARK = r"\.\.\.|--|''|``|\S"
_TOKEN = re.compile(rf"{_BEFORE_WORD}|{_WORD}|{_MARK}")
# "did" and "n't" of "didn't": looking for the second at each letter of each word is dear, so only where there is one.
_TOKEN_WITH_NOT = re.compile(rf"{_BEFORE_WORD}|n['’]t\b|[^\W\d_]+?(?=n['’]t\b)|{_WORD}|{_MARK}")
_STATES = frozenset(harm_states())
_KEPT_CAPITALISED = words("tagger", "kept_capitalised")
_NOMINAL = frozenset({"NN", "NNS", "NNP", "JJ", "JJR", "VB", "VBP", "FW", "RB"})
_PUNCTUATION = {",": ",", ".": ".", "?": ".", "!": ".", ";": ":", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")"}
_QUOTES = frozenset({*'"“”„«»', "''", "``"})
_DASHES = frozenset({"--", "—", "–", "-", "..."})
_IN_SINGLE = re.compile(r"(?<![\w'’])['‘]\w[^'’‘]{1,60}?['’](?!\w)")
# 'We ran,' said the mayor; the mayor said: 'We ran.'
_SINGLE = frozenset("'‘’")
_BEFORE_MARK = frozenset(",.?!")
_OPENERS = frozenset(",:")
_ENDS_DATE = _DASHES | {":"}
_ARTICLES_OF_NAMES = words("tagger", "articles_of_names")
_SUFFIXES = (
    ("ing", "VBG"),
    ("ed", "VBN"),
    ("ly", "RB"),
    ("ous", "JJ"),
    ("ful", "JJ"),
    ("ss", "NN"),
    ("s", "NNS"),
)


_ODD_NAMES = frozenset(
    {
        "Save the Children",
        "Doctors Without Borders",
        "Reporters Without Borders",
        "Action Against Hunger",
        "Group to Support Islam and Muslims",
    }
)
_FIRST_OF_NAMES = frozenset(name.partition(" ")[0] for name in _ODD_NAMES)
_PERIODS = ("year", "month", "week", "day", "night", "morning", "afternoon", "evening", "summer", "winter", "spring")
_BY_NEXT = {
    "think": dict.fromkeys(("tank", "tanks"), "NN"),
    "nursing": dict.fromkeys(
        ("bullet", "gunshot", "wounds", "injuries", "burns", "stab", "shrapnel", "serious"), "VBG"
    ),
    "leaves": dict.fromkeys(("was", "were"), "NNS"),  # "a woman collecting tea leaves was hit"
    "lay": dict.fromkeys(("dead", "dying", "wounded", "injured"), "VBP"),  # "soon all eight lay dead"
    "nearby": dict.fromkeys(("killed", "wounded", "injured", "hit", "struck", "exploded", "destroyed", "left"), "RB"),
    "either": dict.fromkeys(
        ("killed", "wounded", "injured", "captured", "missing", "dead", "arrested", "burned"), "RB"
    ),
    "that": dict.fromkeys(_PERIODS, "DT"),  # "in August that year, eight were killed"
}


_COMPASS = frozenset(
    f"{first}{join}{second}" for first in ("north", "south") for second in ("east", "west") for join in ("", "-")
) | {"north", "south", "east", "west"}
_EMPHATIC = frozenset({"claim", "report", "attack", "release", "blame"})

_GIVEN_NAMES = words("tagger", "given_names")
"""First words that a list of words knows as verbs, adjectives or nouns: names where another name follows."""


class Word(NamedTuple):
    """One token. `tag` is a Penn Treebank tag; past tense and past participle are both VBN: a verb group decides."""

    text: str
    low: str
    tag: str
    start: int
    end: int


_word = cast("Callable[[tuple[str, str, str, int, int]], Word]", partial(tuple.__new__, Word))
"""A Word from its five fields, in half the time of its constructor: an article has a thousand."""


def words_of(text: str, *, capitals: bool = False) -> list[Word]:
    """Tokens of one sentence with tags. `capitals`: the article is written in capitals throughout."""
    lows: list[str] = []
    tags: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    tokens: list[str] = (_TOKEN_WITH_NOT if "n't" in text or "n’t" in text else _TOKEN).findall(text)
    previous, end = "", 0
    opens, singles = _opening(tokens), _paired(text)
    named = _named(tokens)
    for i, token in enumerate(tokens):
        start, before = text.find(token, end), end  # only white space lies between two tokens
        end = start + len(token)
        low, tag = _alone(token, i == opens or (not i and not _dated(tokens)), capitals)
        if low in _LOOKED_AT:
            tag = _beside(low, tag, tokens[i + 1].lower() if i + 1 < len(tokens) else "", lows, tags)
        given = low in _GIVEN_NAMES and token.istitle() and i + 1 < len(tokens) and tokens[i + 1].istitle()
        if given or i in named or (previous == "NNP" and _ends_outlet(tokens, i)):
            tag = "NNP"
        if token in _SINGLE and (start in singles or _is_quotation(tokens, i, glued=start == before)):
            tag = '"'
        if tag in MAY_CORRECT and i:
            tag = after_words(lows, tags, tag, low, glued=start == before)
        if tag in OPEN_AFTER.get(previous, ()):
            tag = in_context(tag, low, previous, lows, tags)
        lows.append(low)
        tags.append(tag)
        starts.append(start)
        ends.append(end)
        previous = tag
    return list(map(_word, zip(tokens, lows, tags, starts, ends, strict=True)))


_LOOKED_AT = _BY_NEXT.keys() | _EMPHATIC | _COMPASS | {"more", "remains", "killing"}


def _beside(low: str, tag: str, after: str, lows: list[str], tags: list[str]) -> str:
    """The tag of a word of these few by the word after it and those before, whose tags are `tags`."""
    previous = tags[-1] if tags else ""
    tag = _BY_NEXT.get(low, {}).get(after, tag)
    if low == "more" and lows[-1:] == ["once"]:
        return "RB"
    if low in _EMPHATIC and "did" in (lows[-1:] + lows[-4:-3]) and (previous != "," or tags[-2:-1] == ["RB"]):
        return "VB"  # "did, however, claim"
    if low == "remains" and previous in {"PRP", "NN", "NNP", ","} and after in {"in", "under", "at"}:
        return "VBZ"  # "one of them remains in critical condition"
    if low in _COMPASS and previous in {"NNS", "NNP", "NN"} and after == "of":
        return "RB"  # "killed nine farmers northeast of Goma"
    if low == "killing" and previous in {"CC", ","} and "VBG" in tags and after in {'"', "“"}:
        return "VBG"  # 'destroying ten vehicles and killing "dozens of rebels"'
    return tag


def _named(tokens: list[str]) -> frozenset[int]:
    """Indexes of the words of names whose words are no nouns: "Save the Children", "Doctors Without Borders"."""
    first = [i for i, token in enumerate(tokens) if token in _FIRST_OF_NAMES]
    named = ((i, len(name.split())) for i in first for name in _ODD_NAMES if name.startswith(tokens[i]))
    spans = (range(i, i + size) for i, size in named if " ".join(tokens[i : i + size]) in _ODD_NAMES)
    return frozenset(j for span in spans for j in span)


def _ends_outlet(tokens: list[str], i: int) -> bool:
    """Example: "told Myanmar Now", "told France 24", "told Channel 12": the word at i ends the name of an outlet."""
    if tokens[i] == "Now" or not tokens[i].isdigit():
        return tokens[i] == "Now"
    return tokens[i - 1] in {"Channel", "Rescue"} or (
        tokens[i] == "24" and tokens[i - 2 : i - 1] in (["told"], ["to"], ["by"])
    )


def _paired(text: str) -> frozenset[int]:
    """Offsets of single marks that quote a few words: "'neutralised' 40 militants"; not those of a genitive."""
    if "'" not in text and "‘" not in text:
        return frozenset()
    return frozenset(at for match in _IN_SINGLE.finditer(text) for at in (match.start(), match.end() - 1))


def _is_quotation(tokens: list[str], i: int, *, glued: bool) -> bool:
    """Is the single mark at i a quotation mark: at the head, behind a comma or a colon, or glued to the stop before?"""
    return not i or tokens[i - 1] in (_BEFORE_MARK if glued else _OPENERS)


def _opening(tokens: list[str]) -> int:
    """The index of the first word behind a quotation mark or a date: "May 11 - Gunmen seize"."""
    if _dated(tokens):
        return next((i + 1 for i, token in enumerate(tokens[:5]) if token in _ENDS_DATE), 0)
    return 1 if tokens and tokens[0] in _QUOTES else 0


def _dated(tokens: list[str]) -> bool:
    """Does a day of a month and a mark open the line, as in a chronology?"""
    return len(tokens) > 3 and tokens[1].isdigit() and tokens[0].isalpha() and not _ENDS_DATE.isdisjoint(tokens[2:5])


@lru_cache(maxsize=8192)
def _alone(token: str, first: bool, capitals: bool) -> tuple[str, str]:
    """A token in lower case, and its tag before its neighbours are looked at. `first`: it opens the sentence."""
    people, low = person_nouns(), token.lower()
    if token in {"Said", "May"} and not first and not capitals:  # the name and the month; the verbs have no capital
        return low, "NNP"
    tag = tag_overrides().get(low, "") if capitals or not _is_acronym(token) else "NNP"
    tag = tag or _word_tag(token, low, word_list(), first=first, capitals=capitals)
    named = tag == "NNP" and token[0].isupper() and not capitals
    if tag in _NOMINAL and low in people and low not in _STATES and not named:
        tag = "NNS" if people[low].plural else "NN"
    return low, "VBN" if tag == "VBD" else tag


def _is_acronym(token: str) -> bool:
    return len(token) > 1 and token.isalpha() and token.isupper()


def _word_tag(token: str, low: str, lexicon: WordList, *, first: bool, capitals: bool) -> str:
    """The tag of a word by itself, from the word list or from its shape."""
    head = token[0]
    if head.isdigit():
        return "NNS" if low.endswith("-olds") else "JJ" if token[-1].isalpha() and "-" in token else "CD"
    if not head.isalnum():
        return _punctuation(token)
    if not capitals and not (first and head.isupper()):
        found = lexicon.get(token)
        if found and head.isupper() and found not in _KEPT_CAPITALISED:
            return "NNP"
        return found or _guess(token, low, head.isupper())
    found = lexicon.get(low) or lexicon.get(token.capitalize())
    if first and not capitals and not lexicon.get(low):
        found = found if found in _KEPT_CAPITALISED else None
        return found or _guess(token, low, capital=True)
    if first and not capitals and found in {"NN", "NNS"} and country_of(token) is not None:
        return "NNP"  # "China", "Turkey" at the head of a sentence
    return found or _guess(token, low, capital=capitals or head.isupper())


def _punctuation(token: str) -> str:
    if token in _PUNCTUATION:
        return _PUNCTUATION[token]
    if token in _QUOTES:
        return '"'
    if token in _DASHES:
        return "--"
    if token in {"'s", "’s", "'S", "’S"}:
        return "POS"
    if token in {"n't", "n’t"}:
        return "RB"
    if token == "%":
        return "NN"
    return "'" if token in {"'", "’", "‘"} else "SYM"


def _guess(token: str, low: str, capital: bool) -> str:
    """The tag of a word that the list does not know."""
    if capital:
        return "NNP"
    if "-" in low and low.partition("-")[0] in _ARTICLES_OF_NAMES and not token.islower():
        return "NNP"
    if "-" in low:
        return "JJ" if low.endswith(("ed", "old", "ing", "held", "backed", "led", "run")) else "NN"
    for suffix, tag in _SUFFIXES:
        if low.endswith(suffix) and len(low) > len(suffix) + 2:
            return tag
    return "NN"
