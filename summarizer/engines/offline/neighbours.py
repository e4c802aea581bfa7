"""What the words beside a word say of its part of speech. See tagger.py."""

from __future__ import annotations

from summarizer.engines.offline.lexicon import base_verbs, words

_DETERMINING = frozenset({"DT", "PRP$", "JJ", "CD", "POS", "JJS"})
_COMPASS = ("north", "south", "east", "west")
_BE = frozenset({"was", "were", "is", "are", "been"})
_NO_DOING = frozenset({"nothing", "something", "everything", "anything", "building", "evening", "morning", "king"})
_AFTER_WHOM = frozenset({"others", "troops", "forces", "soldiers", "rebels", "residents", "people"})
"""Subjects right behind "whom" or "which", no verbs: "a town which rebels in the north had taken"."""
_OPENS_DOING = frozenset({"NNP", "DT", "PRP$"})
_DO = frozenset({"did", "do", "does"})
_VERBAL = words("tagger", "gerunds")
_OF_A_PERSON = frozenset(
    {"lives", "works", "leads", "heads", "runs", "chairs", "needs", "plays", "drives", "farms", "fishes"}
)
_SLAYING = frozenset({"killing", "kidnapping", "shooting", "beheading"})
_GERUNDS = words("tagger", "gerunds") | words("tagger", "occupations")
# Example: ", killing three" against "the killing of three": what may follow the verb, not the noun.
_OPENS_OBJECT = frozenset({"CD", "DT", "PRP$", "JJ", "JJR", "RBR", "NNP", "NNS", "JJS"})
_HEDGES = frozenset({"at", "about", "around", "over", "up", "between", "under", "as", "nearly", "almost", "some"})
_NOMINAL = frozenset({"NN", "JJ"})
_SELVES = frozenset({"himself", "herself", "themselves"})
_AFTER_MARKS = frozenset({",", "CC", "VBN", '"'})
# Example: "attacked a bank in San Jose killing two guards": no comma before the participle.
_BEFORE_GERUND = dict.fromkeys(("killing", "kidnapping"), _AFTER_MARKS | {"NN", "NNS", "NNP", "RB"})
_BEFORE_GERUND |= dict.fromkeys(words("tagger", "occupations"), _AFTER_MARKS | {"NNS"})  # "17 workers building a road"
_OPENS_STATE = frozenset({"VBN", "JJ", "IN", "RB", "DT"})
_COUNTS_OFF = frozenset({"lists", "reports", "claims", "counts", "records"})
_SPEAKS = frozenset({"reports", "claims", "states", "notes"})
MAY_CORRECT = _OPENS_OBJECT | _OPENS_STATE | {"CC", "'", "POS", ".", "THAT", "PRP", ":", "EX", "TO", "VBP", "VBG"}
# Tag of a word -> tags of the next word that `in_context` may change.
OPEN_AFTER = {
    **dict.fromkeys(_DETERMINING, frozenset({"VB", "VBP", "VBZ"})),
    **dict.fromkeys(("TO", "MD", "RB"), frozenset({"NN", "VBP", "JJ", "VBN"})),
    **dict.fromkeys(("NN", "NNP"), frozenset({"VB", "NNS"})),
    **dict.fromkeys(("NNS", "NNPS"), frozenset({"NN", "VB"})),
    "DT": frozenset({"VB", "VBP", "VBZ", "RB"}),
    "PRP": frozenset({"NN", "VB", "NNS"}),
    "IN": frozenset({"THAT"}),
    "WP": frozenset({"NNS"}),
}
# Nouns that are verbs between a speaker and "that", an article or a pronoun: "residents fear that", "the UN estimates".
_SAY_PLURAL = words("tagger", "say_plural")
_SAY_SINGULAR = words("tagger", "say_singular")
_SAY_APART = _SAY_SINGULAR | {"quotes", "rejects", "accuses"}
_GIVES_FIGURES = frozenset({"estimates", "estimate", "report", "claim"})
_DEEDS = words("tagger", "deeds")
"""Verbs of violence that the word list knows as nouns, or not at all."""
_EXPLOSIVE = words("tagger", "explosive")
_ACCUSES = frozenset({"accused", "accuses", "accuse", "accusing"})
_ACCUSED_OF = frozenset({"NNS", "NNP", "CD", "DT", "PRP$", "JJ"})
_FLOATING = frozenset({"both", "each"})
_OPENS_FIGURE = frozenset({"CD", "DT"})
_OPENS_CLAUSE = frozenset({"THAT", "DT", "PRP", "PRP$", "EX"})
_FINITE = words("tagger", "finite")
# Example: "seven remain in hospital", "the dead include nine children": no nouns.
_AFTER_FIGURES = frozenset({"remain", "include", "die", "survive", "suffer", "flee", "tell", "say"})


def after_words(lows: list[str], tags: list[str], tag: str, after: str, *, glued: bool) -> str:
    """The tag of the word `after` these; a genitive mark or a number may correct the tag of the word before.

    `glued`: no space stands between the two.
    """
    low, before = lows[-1], tags[-1]
    if tag in {"'", "POS"} and glued:
        tag = "POS" if tag == "POS" or low.endswith("s") else tag
        if tag == "POS" and before == "RB":
            tags[-1] = "NN"
    _mark_gerund_before_least(lows, tags)
    gerund = _is_gerund(lows, tags, tag, after)
    slaying = tags[-2:] == ["IN", "NN"] and low in _SLAYING and (tag == "NNP" or after == "former")
    slaying = slaying or (tag in _ACCUSED_OF and _is_accused_of(lows, tags))
    if gerund or slaying or (tag in _OPENS_DOING and _is_doing(lows, tags)):
        tags[-1] = "VBG"  # "for killing Gustavo Alvarez"
    if before in {"NN", "NNS"} and len(tags) > 1 and (_speaks(tags, low, tag) or _is_relative(lows, tags, tag)):
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
    noun_before = len(tags) > 1 and tags[-2].startswith("NN")
    floats = low in _FLOATING and tag in {"VBN", "VBP"} and before == "DT" and noun_before
    if floats or (tag == "CD" and low == "dead" and lows[-2:-1] == ["shot"]):
        tags[-1] = "RB"  # "shot dead 15", "the Taliban and Islamic State both claimed"
    if tag == "TO" and low == "close" and (before != "NN" or lows[-2:-1] == ["source"]):
        tags[-1] = "JJ"  # "a source close to the command said"
    latest = low == "last" and tag == "VBN" and noun_before  # "The ELN last freed captives"
    if latest or (tag == "TO" and low == "next"):
        tags[-1] = "RB"  # "found next to the body"
    if tag == "NNP" and before == "RB" and (tags == ["RB"] or tags[-2:-1] == ["IN"]) and low.endswith(_COMPASS):
        tags[-1] = "NNP" if len(tags) == 1 and low in _COMPASS else "JJ"  # "North Korea", "in northwest Pakistan"
    counted = low == "wound" and (tag == "CD" or after in _HEDGES)  # "to kill one and wound at least 12"
    joins = tags[-2:] == ["CC", "NN"] and ((tag in {"DT", "PRP$"} and low in base_verbs()) or counted)
    if joins and ("MD" in tags or ("TO" in tags and "VB" in tags)):
        tags[-1] = "VB"  # "to enter the city and attack the palace"
    if low == "wounds" and (tag == "CD" or after in _HEDGES) and tags[-2:-1] in ([","], ["CC"]) and "VBZ" in tags:
        tags[-1] = "VBZ"  # "kills three, wounds 12"
    if tag == "CD" and low in _COUNTS_OFF and len(tags) > 1 and before == "NNS":
        tags[-1] = "VBZ"
    return tag


def _is_accused_of(lows: list[str], tags: list[str]) -> bool:
    """Example: "accused Congo of firing" rockets: no noun."""
    of = tags[-2:] == ["IN", "NN"] and lows[-2] == "of" and lows[-1].endswith("ing")
    return of and not _ACCUSES.isdisjoint(lows[-10:-2])


def _is_relative(lows: list[str], tags: list[str], tag: str) -> bool:
    """Is the last word, a noun by its shape, the verb of "who studies the war", or after it: "..., fears that"?"""
    if tag == "THAT":
        return tags[-2] == "," and lows[-1] in _SAY_SINGULAR and "WP" in tags[-16:]
    return (
        tags[-1] == "NNS"
        and lows[-2] in {"who", "which"}
        and tag in _OPENS_OBJECT | {"IN"}
        and lows[-1] not in _AFTER_WHOM
    )


def _is_doing(lows: list[str], tags: list[str]) -> bool:
    """Example: "was planning General Noriega's murder": the progressive of a verb that the word list has as a noun."""
    progressive = tags[-1] == "NN" and lows[-1].endswith("ing") and lows[-1] not in _NO_DOING
    return progressive and len(lows) > 1 and lows[-2] in _BE


def _acts(lows: list[str], tags: list[str], low: str) -> bool:
    """Example: "Gunmen abduct 46", "A jet bombs a gathering": nouns by their shape, verbs before an object."""
    if tags[-1] == "NN":
        return tags[-2] == "NNS" and low in _DEEDS and not any(tag.startswith("VB") for tag in tags)
    lone = tags[-1] == "NNS" and tags[-2] in {"NN", "NNP"} and lows[-2] not in _EXPLOSIVE
    return lone and low in _DEEDS and not any(tag.startswith("VB") for tag in tags)


def _is_gerund(lows: list[str], tags: list[str], tag: str, after: str) -> bool:
    """Example: ", killing three", ", killing at least nine", "and killing about nine": the last word is no noun."""
    if len(tags) < 2 or tags[-1] not in _NOMINAL or lows[-1] not in _GERUNDS:
        return False
    joined = tags[-2] == "," and (tag in {"CC", "PRP"} or after in _HEDGES | _SELVES)
    joined = joined or (tags[-2] == "CC" and after in _HEDGES - {"at", "under"})
    return (tag in _OPENS_OBJECT or joined) and tags[-2] in _BEFORE_GERUND.get(lows[-1], _AFTER_MARKS)


def _mark_gerund_before_least(lows: list[str], tags: list[str]) -> None:
    """Example: "and killing at least nine": a noun before "at", until "least" is read."""
    if lows[-2:] == ["at", "least"] and tags[-4:-3] == ["CC"] and tags[-3] in _NOMINAL and lows[-3] in _GERUNDS:
        tags[-3] = "VBG"


def _speaks(tags: list[str], low: str, tag: str) -> bool:
    """Is the last noun a verb of speech before a word of this `tag`: "fear that", ", the agency estimates."?"""
    if tags[-2:] == [",", "NNS"] and low in _SAY_APART and (tag in _OPENS_CLAUSE or low == "quotes"):
        return True  # "Its mayor, Ana Ruiz, disputes the toll"
    if low == "show" and (tag == "THAT" or (tag in {".", ":"} and "," in tags[-10:-2])):
        return True
    if low == "show" and tags[-2] == "NNS" and tag == "CD":
        return True  # "ministry figures show 512 soldiers killed"
    singular = low in _SAY_SINGULAR and (tags[-2] in {"NN", "NNP"} or (tags[-2] == ")" and tag == "."))
    singular = singular or (low in _SAY_SINGULAR and tag == "THAT" and tags[-2] == "CC")  # "and estimates that"
    if not singular and not (low in _SAY_PLURAL and tags[-2] in {"NNS", "NNPS"}):
        return False
    if tag == ".":
        return "," in tags[-12 if tags[-2] == ")" else -8 : -2]
    return tag in _OPENS_CLAUSE or (tag == "CD" and low in _GIVES_FIGURES)


def in_context(tag: str, low: str, previous: str, lows: list[str], tags: list[str]) -> str:
    """The tag of a word after `lows`, tagged `tags`; `previous` is the last of these before the word corrected it."""
    if tag == "NN" and previous in {"NNS", "NNPS"} and low.endswith("ing") and low in _VERBAL:
        return "VBG"
    if previous in {"WP", "IN"}:
        return "DT" if tag == "THAT" else "VBZ" if low in _OF_A_PERSON else tag
    if previous in _DETERMINING:
        return _determined(tag, low, previous, lows[-1])
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


def _determined(tag: str, low: str, previous: str, last: str) -> str:
    """The tag of a word after an article, a number, a genitive or an adjective, `last` of the tag `previous`."""
    if tag == "RB":
        return "NN" if low.endswith(_COMPASS) else tag  # "in the north"
    if tag in {"VB", "VBP"} and low not in _FINITE:
        return tag if low in _AFTER_FIGURES and previous in {"CD", "JJ"} else "NN"
    named = tag == "VBZ" and low not in _FINITE and last not in {"that", "all", "both", "this", "one"}
    return "NNS" if named else tag
