"""Words, and their parts of speech.

The word list is the one of Brill's tagger (Penn Treebank tags; words_build.py); contextual rules are few and local.
Offsets are code points into the sentence's text.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple, cast

from summarizer.engines.offline.lexicon import base_verbs, tag_overrides, words
from summarizer.engines.offline.word_list import WordList, word_list
from summarizer.normalize.harm import harm_states, person_nouns

if TYPE_CHECKING:
    from collections.abc import Callable

_WORD = r"[^\W_]+(?:(?<=[A-Z]{2})/(?=[A-Z]{2,}\b)[A-Z]+|[-‐‑][^\W_]+|['’](?![sS]\b)[^\W\d_]+|['’]s-[^\W_]+)*"
_BEFORE_WORD = (
    r"(?=[A-Z])(?:(?:[A-Z]\.){2,}(?:-[^\W\d_]+)*|[A-Z]\.(?=\s[A-Z])"
    r"|(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Capt|Maj|Sgt|Brig|Insp|Supt|Rev|Prof|Gov|Sen|Rep|St|Cpl|Pvt|Pfc|Spc|Cdr|Cmdr|Adm|Hon|Jr|Sr"
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
_DETERMINING = frozenset({"DT", "PRP$", "JJ", "CD", "POS", "JJS"})
_PUNCTUATION = {",": ",", ".": ".", "?": ".", "!": ".", ";": ":", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")"}
_QUOTES = frozenset({*'"“”„«»', "''", "``"})
_COMPASS = ("north", "south", "east", "west")
_DO = frozenset({"did", "do", "does"})
_VERBAL = words("tagger", "gerunds")
_OF_A_PERSON = frozenset(
    {"lives", "works", "leads", "heads", "runs", "chairs", "needs", "plays", "drives", "farms", "fishes"}
)
_DASHES = frozenset({"--", "—", "–", "-", "..."})
_IN_SINGLE = re.compile(r"(?<![\w'’])['‘]\w[^'’‘]{1,60}?['’](?!\w)")
# 'We ran,' said the mayor; the mayor said: 'We ran.'
_SINGLE = frozenset("'‘’")
_BEFORE_MARK = frozenset(",.?!")
_OPENERS = frozenset(",:")
_ENDS_DATE = _DASHES | {":"}
_GERUNDS = words("tagger", "gerunds") | words("tagger", "occupations")
# Example: ", killing three" against "the killing of three": what may follow the verb, not the noun.
_OPENS_OBJECT = frozenset({"CD", "DT", "PRP$", "JJ", "JJR", "RBR", "NNP", "NNS", "JJS"})
_HEDGES = frozenset({"at", "about", "around", "over", "up", "between", "under", "as", "nearly", "almost", "some"})
_SELVES = frozenset({"himself", "herself", "themselves"})
_AFTER_MARKS = frozenset({",", "CC", "VBN", '"'})
# Example: "attacked a bank in San Jose killing two guards": no comma before the participle.
_BEFORE_GERUND = dict.fromkeys(("killing", "kidnapping"), _AFTER_MARKS | {"NN", "NNS", "NNP", "RB"})
_BEFORE_GERUND |= dict.fromkeys(words("tagger", "occupations"), _AFTER_MARKS | {"NNS"})  # "17 workers building a road"
_OPENS_STATE = frozenset({"VBN", "JJ", "IN", "RB", "DT"})
_COUNTS_OFF = frozenset({"lists", "reports", "claims", "counts", "records"})
_SPEAKS = frozenset({"reports", "claims", "states", "notes"})
_MAY_CORRECT = _OPENS_OBJECT | _OPENS_STATE | {"CC", "'", "POS", ".", "THAT", "PRP", ":", "EX", "TO", "VBP", "VBG"}
# Tag of a word -> tags of the next word that `_in_context` may change.
_OPEN_AFTER = {
    **dict.fromkeys(_DETERMINING, frozenset({"VB", "VBP", "VBZ"})),
    **dict.fromkeys(("TO", "MD", "RB"), frozenset({"NN", "VBP", "JJ", "VBN"})),
    **dict.fromkeys(("NN", "NNP"), frozenset({"VB", "NNS"})),
    **dict.fromkeys(("NNS", "NNPS"), frozenset({"NN", "VB"})),
    "PRP": frozenset({"NN", "VB", "NNS"}),
    "IN": frozenset({"THAT"}),
    "WP": frozenset({"NNS"}),
}
# Nouns that are verbs between a speaker and "that", an article or a pronoun: "residents fear that", "the UN estimates".
_SAY_PLURAL = words("tagger", "say_plural")
_SAY_SINGULAR = words("tagger", "say_singular")
_GIVES_FIGURES = frozenset({"estimates", "estimate", "report", "claim"})
_DEEDS = words("tagger", "deeds")
"""Verbs of violence that the word list knows as nouns, or not at all."""
_EXPLOSIVE = words("tagger", "explosive")
_OPENS_FIGURE = frozenset({"CD", "DT"})
_OPENS_CLAUSE = frozenset({"THAT", "DT", "PRP", "PRP$", "EX"})
_FINITE = words("tagger", "finite")
# Example: "seven remain in hospital", "the dead include nine children": no nouns.
_AFTER_FIGURES = frozenset({"remain", "include", "die", "survive", "suffer", "flee", "tell", "say"})
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


_PERIODS = ("year", "month", "week", "day", "night", "morning", "afternoon", "evening", "summer", "winter", "spring")
_BY_NEXT = {
    "think": dict.fromkeys(("tank", "tanks"), "NN"),
    "nursing": dict.fromkeys(
        ("bullet", "gunshot", "wounds", "injuries", "burns", "stab", "shrapnel", "serious"), "VBG"
    ),
    "that": dict.fromkeys(_PERIODS, "DT"),  # "in August that year, eight were killed"
}


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
    for i, token in enumerate(tokens):
        start, before = text.find(token, end), end  # only white space lies between two tokens
        end = start + len(token)
        low, tag = _alone(token, i == opens or (not i and not _dated(tokens)), capitals)
        if low == "more" and lows[-1:] == ["once"]:
            tag = "RB"
        if low in _BY_NEXT and tokens[i + 1 : i + 2]:
            tag = _BY_NEXT[low].get(tokens[i + 1].lower(), tag)
        if token in _SINGLE and (start in singles or _is_quotation(tokens, i, glued=start == before)):
            tag = '"'
        if tag in _MAY_CORRECT and i:
            tag = _after(lows, tags, tag, low, glued=start == before)
        if tag in _OPEN_AFTER.get(previous, ()):
            tag = _in_context(tag, low, previous, lows, tags)
        lows.append(low)
        tags.append(tag)
        starts.append(start)
        ends.append(end)
        previous = tag
    return list(map(_word, zip(tokens, lows, tags, starts, ends, strict=True)))


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


def _after(lows: list[str], tags: list[str], tag: str, after: str, *, glued: bool) -> str:
    """The tag of the word `after` these; a genitive mark or a number may correct the tag of the word before.

    `glued`: no space stands between the two.
    """
    low, before = lows[-1], tags[-1]
    if tag in {"'", "POS"} and glued:
        tag = "POS" if tag == "POS" or low.endswith("s") else tag
        if tag == "POS" and before == "RB":
            tags[-1] = "NN"
    marked = len(tags) > 1 and tags[-2] == ","
    joined = marked and (tag in {"CC", "PRP"} or after in _HEDGES | _SELVES)  # ", killing at least nine"
    gerund = before == "NN" and low in _GERUNDS and (tag in _OPENS_OBJECT or joined)
    if gerund and len(tags) > 1 and tags[-2] in _BEFORE_GERUND.get(low, _AFTER_MARKS):
        tags[-1] = "VBG"
    if before in {"NN", "NNS"} and len(tags) > 1 and _speaks(tags, low, tag):
        tags[-1] = "VBZ" if low in _SAY_SINGULAR else "VBP"
    if low == "remains" and len(tags) > 1 and tags[-2] in {"NN", "NNP"} and tag in _OPENS_STATE:
        tags[-1] = "VBZ"
    if low == "there" and before == "EX" and len(tags) > 1 and tags[-2] == "NNS" and tag in {"VBP", "VBN"}:
        tags[-1] = "RB"
    if tag == "CD" and low == "may" and before == "MD" and len(tags) > 1 and tags[-2] in {"DT", "IN"}:
        tags[-1] = "NNP"  # "the May 2016 killing"
    if after == "having" and low in _SPEAKS and before in {"NNS", "NN"}:
        tags[-1] = "VBZ"  # "The hospital, however, reports having received"
    if tag in _OPENS_FIGURE and len(tags) > 1 and _acts(lows, tags, low):
        tags[-1] = "VBP" if before == "NN" else "VBZ"
    if tag == "CD" and low == "dead" and lows[-2:-1] == ["shot"]:
        tags[-1] = "RB"  # "shot dead 15"
    if tag == "TO" and low == "close" and before != "NN":
        tags[-1] = "JJ"
    if tag == "TO" and low == "next":
        tags[-1] = "RB"  # "found next to the body"
    if tag == "NNP" and tags[-2:] == ["IN", "RB"] and low.endswith(_COMPASS):
        tags[-1] = "JJ"  # "a post in northwest Pakistan"
    joins = tags[-2:] == ["CC", "NN"] and tag in {"DT", "PRP$"} and low in base_verbs()
    if joins and ("MD" in tags or ("TO" in tags and "VB" in tags)):
        tags[-1] = "VB"  # "to enter the city and attack the palace"
    if low == "wounds" and (tag == "CD" or after in _HEDGES) and marked | (tags[-2:-1] == ["CC"]) and "VBZ" in tags:
        tags[-1] = "VBZ"  # "kills three, wounds 12"
    if tag == "CD" and low in _COUNTS_OFF and len(tags) > 1 and before == "NNS":
        tags[-1] = "VBZ"
    return tag


def _acts(lows: list[str], tags: list[str], low: str) -> bool:
    """Example: "Gunmen abduct 46", "A jet bombs a gathering": nouns by their shape, verbs before an object."""
    if tags[-1] == "NN":
        return tags[-2] == "NNS" and low in _DEEDS and not any(tag.startswith("VB") for tag in tags)
    lone = tags[-1] == "NNS" and tags[-2] in {"NN", "NNP"} and lows[-2] not in _EXPLOSIVE
    return lone and low in _DEEDS and not any(tag.startswith("VB") for tag in tags)


def _speaks(tags: list[str], low: str, tag: str) -> bool:
    """Is the last noun a verb of speech before a word of this `tag`: "fear that", ", the agency estimates."?"""
    if low == "show" and (tag == "THAT" or (tag in {".", ":"} and "," in tags[-10:-2])):
        return True
    singular = low in _SAY_SINGULAR and tags[-2] in {"NN", "NNP"}
    if not singular and not (low in _SAY_PLURAL and tags[-2] in {"NNS", "NNPS"}):
        return False
    if tag == ".":
        return "," in tags[-8:-2]
    return tag in _OPENS_CLAUSE or (tag == "CD" and low in _GIVES_FIGURES)


def _word_tag(token: str, low: str, lexicon: WordList, *, first: bool, capitals: bool) -> str:
    """The tag of a word by itself, from the word list or from its shape."""
    head = token[0]
    if head.isdigit():
        return "JJ" if token[-1].isalpha() and "-" in token else "CD"
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


def _in_context(tag: str, low: str, previous: str, lows: list[str], tags: list[str]) -> str:
    """The tag of a word after `lows`, tagged `tags`; `previous` is the last of these before the word corrected it."""
    if tag == "NN" and previous in {"NNS", "NNPS"} and low.endswith("ing") and low in _VERBAL:
        return "VBG"
    if previous in {"WP", "IN"}:
        return "DT" if tag == "THAT" else "VBZ" if low in _OF_A_PERSON else tag
    if previous in _DETERMINING:
        if tag in {"VB", "VBP"} and low not in _FINITE:
            return tag if low in _AFTER_FIGURES and previous in {"CD", "JJ"} else "NN"
        if tag == "VBZ" and low not in _FINITE and lows[-1] not in {"that", "all", "both", "this", "one"}:
            return "NNS"
    helped = previous == "RB" and len(tags) > 1 and (tags[-2] == "MD" or lows[-2] in _DO)
    if previous in {"TO", "MD"} or helped:
        if tag in {"NN", "VBP", "JJ", "VBN"} and (previous == "MD" or low in base_verbs()):
            return "VB"
    elif tag == "VB" and previous in {"NNS", "NNPS", "PRP"}:
        return "VBP"
    elif tag == "VB" and previous in {"NN", "NNP"}:
        return "NN"
    elif tag == "NNS" and previous in {"NN", "NNP"} and low in _SPEAKS:
        listed = low == "states" and "DT" in tags[-3:]  # "across the Kordofan states"
        return "VBZ" if lows[-1] not in {"news", "press", "media"} and not listed else tag
    elif previous == "PRP" and ((tag == "NN" and low in base_verbs()) or (tag == "NNS" and low in _SPEAKS)):
        return "VBP" if tag == "NN" else "VBZ"
    return tag
