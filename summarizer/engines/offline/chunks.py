"""Shallow chunks of a sentence: noun phrases, verb groups and what stands between them.

The grammar is a small cascade in the manner of FASTUS: words -> chunks -> frames. A chunk never crosses punctuation.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from summarizer.engines.offline.brackets import aside, bracket_step, closing, is_aside, is_figure_again
from summarizer.engines.offline.date_phrases import ages_end, date_size, is_date_word, stamp_size
from summarizer.engines.offline.days import is_day, opens_time
from summarizer.engines.offline.institutions import joins_causes
from summarizer.engines.offline.lexicon import table, words
from summarizer.engines.offline.number_words import by_first_word
from summarizer.engines.offline.tagger import Word
from summarizer.normalize.counts import FoundCount

NP, VG, P, CC, COMMA, REL = "NP", "VG", "P", "CC", ",", "REL"
THAT, ADV, QUOTE, SUB, STOP, ADJ = "THAT", "ADV", '"', "SUB", ".", "ADJ"
_BE, _HAVE = words("chunks", "be"), frozenset({"have", "has", "had", "having"})
_AUXILIARY = _BE | _HAVE | {"do", "does", "did"}
_NOT = frozenset({"not", "cannot", "n't", "n’t", "never", "neither", "nor", "hardly"})
_NOUN = frozenset({"NN", "NNS", "NNP", "NNPS", "FW"})
_PRE, _VERB = frozenset({"JJ", "JJR", "JJS", "CD"}), frozenset({"VB", "VBP", "VBZ", "VBN", "VBG", "MD"})
_CLAUSE, _CALENDAR = words("chunks", "clause"), words("chunks", "calendar")
_STATE_HEADS, _OFFICE_HOLDERS = words("chunks", "state_heads"), words("chunks", "office_holders")
_AIRCRAFT = (["jet", "fighter"], ["jet", "fighters"])  # their head is the jet: nobody who fights
_ATTRIBUTIVE, _PREDICATIVE = words("chunks", "attributive"), words("chunks", "predicative")
_FURTHER, _ASSERTIONS = words("chunks", "further"), words("chunks", "assertions")
_SUSPECTED, _BEFORE_NAMED = words("chunks", "suspected"), frozenset({"DT", "PRP$", "POS"})
_BEFALLEN, _DEEDS, _JAILED = words("chunks", "befallen"), words("chunks", "deeds"), words("chunks", "jailed")
_AS_CAPTIVES, _SPEAKING_OF = words("chunks", "as_captives"), words("chunks", "speaking_of")
_INSTITUTIONS = frozenset(table("grammar")["institutions"]["words"])
_MARKS = {"IN": P, "CC": CC, ",": COMMA, "WP": REL, "WDT": REL, "WRB": SUB, '"': QUOTE, "THAT": THAT, "RP": ADV}


@dataclass(slots=True, eq=False)
class Chunk:
    """Words `a` up to `b` (exclusive) of a sentence; `head` is the index of the head word.

    NP: `count` is the number phrase it opens with, `det` its determiner in lower case.
    VG: `passive`, `negated`, `modal`, `infinitive`, `perfect` describe the group; its head is the main verb.
    """

    kind: str
    a: int
    b: int
    head: int
    count: FoundCount | None = None
    det: str = ""
    passive: bool = False
    negated: bool = False
    modal: str = ""
    infinitive: bool = False
    perfect: bool = False


class Chunker:
    """Chunks one sentence. Use `chunks_of`."""

    def __init__(self, words: list[Word], counts: dict[int, tuple[FoundCount, int]]) -> None:
        self.words = words
        self.counts = counts
        self.tags = [w.tag for w in words]
        self.lows = [w.low for w in words]
        self.size = len(words)

    def run(self) -> list[Chunk]:
        """All chunks in order."""
        i = stamp_size(self.lows)
        out = [Chunk(STOP, 0, 1, 0)][:i]
        while i < self.size:
            out.append(self._next(i))
            i = out[-1].b
        return out

    def _next(self, i: int) -> Chunk:
        tag = self.tags[i]
        if tag == "(" and (close := closing(self.tags, i)) is not None:
            return Chunk(ADV, i, close + 1, i)
        if i in self.counts and (tag != "RB" or self.lows[i] not in {"both", "each"}):
            return self._noun_phrase(i)
        if self.lows[i] == "both" and self._tag(i + 1) in {"DT", "PRP$"}:
            return Chunk(ADV, i, i + 1, i)  # "both the driver and his passenger"
        if tag in _VERB and not self._is_modifier(i):
            ages = ages_end(self.tags, i) if self.lows[i] == "aged" else 0
            return Chunk(ADV, i, ages, i) if ages else self._verb_group(i)
        if self.lows[i : i + 2] == ["as", "many"]:
            return replace(self._noun_phrase(i + 1), a=i)  # "three soldiers and as many civilians"
        if tag == "TO":
            return self._verb_group(i) if self._verb_follows(i + 1) else Chunk(P, i, i + 1, i)
        if tag == "RB":
            return self._adverb(i)
        if tag in {"PRP", "EX"}:
            return Chunk(NP, i, i + 1, i, det="prp")
        if tag in _NOUN or tag in {"DT", "PRP$", "PDT", "VBG", "VBN"} or tag in _PRE:
            return self._noun_phrase(i)
        return Chunk(SUB if self.lows[i] in _CLAUSE else _MARKS.get(tag, STOP), i, i + 1, i)

    def _adverb(self, i: int) -> Chunk:
        j = i
        while j < self.size and self.tags[j] == "RB":
            j += 1
        if j < self.size and self.tags[j] in _VERB and not self._is_modifier(j) and j not in self.counts:
            return self._verb_group(i)
        return Chunk(ADV, i, i + 1, i)

    def _is_modifier(self, i: int) -> bool:
        """A participle that opens a noun phrase: "wounded soldiers were", "armed men"; never after a noun."""
        if self.tags[i] not in {"VBN", "VBG"} or i + 1 >= self.size or self.lows[i] in _PREDICATIVE:
            return False
        before = self.tags[i - 1] if i else ""
        if before == "CD" and i > 1 and is_date_word(self.lows[i - 2]):
            return False  # "on Sept. 11 urged partners"
        if self.lows[i] in _SUSPECTED and self.tags[i + 1] in {"NNS", "NNP", "JJ", "NNPS"}:
            return before not in {"VBZ", "VBN", "VBP"} or self._acts(i - 1)
        if self.lows[i] in _BEFALLEN and before == "VBN" and self._acts(i - 1):
            return self.tags[i + 1] == "NNS"  # "troops rescued kidnapped schoolgirls"
        if before == "IN" and self.lows[i - 1] in _SPEAKING_OF and self.lows[i] in _STATE_HEADS:
            return self.tags[i + 1] not in {"DT", "PRP$", "CD", "PRP"}  # "a number of wounded", "about captured men"
        if before == "IN" and self.lows[i] in _JAILED and self.tags[i + 1] in {"NNS", "NN", "JJ"}:
            return True  # "the release of jailed leaders"
        if before in {"VB", "VBG"} and self.tags[i : i + 2] == ["VBN", "NNS"] and self.lows[i - 1] not in _AUXILIARY:
            return True  # "officers pursuing stolen animals", "must treat captured fighters humanely"
        return before in {"DT", "PRP$", "CD", "JJ"} and self.tags[i + 1] in _NOUN

    def _acts(self, i: int) -> bool:
        """Does the object of a verb come next: "killed", "rescued", no "was killed"?"""
        return self.lows[i] in _DEEDS and (i == 0 or self.lows[i - 1] not in _AUXILIARY)

    def _verb_follows(self, i: int) -> bool:
        while i < self.size and self.tags[i] == "RB":
            i += 1
        return i < self.size and self.tags[i] in {"VB", "VBP"}

    def _verb_group(self, i: int) -> Chunk:
        infinitive = self.tags[i] == "TO"
        verbs: list[int] = []
        j, negated, modal = i + infinitive, False, ""
        while j < self.size:
            low, tag = self.lows[j], self.tags[j]
            if tag == "RB" or low in _NOT:
                if not self._continues(j):
                    break
                negated = negated or low in _NOT
            elif tag == "MD" and not verbs:
                modal = low
            elif tag in _VERB and tag != "MD" and self._joins(j, verbs):
                verbs.append(j)
            elif verbs and is_aside(self.lows, self.tags, j, verbs[-1]):
                j += 2
            elif (tag == '"' or low in {"since", "first"}) and self._tag(j + 1) == "VBN":
                if not verbs or self.lows[verbs[-1]] not in _AUXILIARY:
                    break  # unlike had been "martyred", six have since died, had first reported two deaths
            else:
                break
            j += 1
        head = verbs[-1] if verbs else max(j - 1, i)
        helpers = [self.lows[a] for a, b in pairwise(verbs) if self.tags[b] == "VBN"]
        return Chunk(
            VG,
            i,
            max(j, i + 1),
            head,
            passive=bool(helpers) and helpers[-1] in _BE,
            negated=negated,
            modal=modal,
            infinitive=infinitive,
            perfect=not _HAVE.isdisjoint(helpers),
        )

    def _joins(self, j: int, verbs: list[int]) -> bool:
        """Does the verb at j belong to the group that `verbs` have begun, the last of them an auxiliary?"""
        return j not in self.counts and (not verbs or self.lows[verbs[-1]] in _AUXILIARY)

    def _continues(self, j: int) -> bool:
        """Does a verb of the same group follow the adverbs that start at j?"""
        while j < self.size and (self.tags[j] == "RB" or self.lows[j] in _NOT):
            j += 1
        return j < self.size and self.tags[j] in _VERB and j not in self.counts and not self._is_modifier(j)

    def _noun_phrase(self, i: int) -> Chunk:
        if i not in self.counts and (size := date_size(self.lows, self.tags, i)) and i + size not in self.counts:
            return Chunk(NP, i, i + size, i)
        j, head, count, det = i, -1, None, ""
        if self.tags[j] in {"DT", "PRP$", "PDT"} and j not in self.counts:
            det = "poss" if self.tags[j] == "PRP$" else self.lows[j]
            j += 1
            j += j < self.size and self.tags[j] in {"DT", "PRP$"} and j not in self.counts
        while j < self.size and not (j > i and j in self.counts and self.tags[j] in {"VBN", "VBZ"}):
            record = self.lows[j - 2 : j] == ["a", "record"]  # "displaced a record 1.4 million people"
            if j in self.counts and count is None and (head < 0 or record or self.tags[j - 1] == "POS"):
                det = "poss" if head >= 0 and not record else det  # "the hospital's 40 doctors"
                (count, j), head = self.counts[j], -1
                j += self.lows[j - 1] == "both" and self._tag(j) == "PRP$"  # "both her sons"
                continue
            step = self._phrase_step(j, i, head)
            dated = head == i and self.lows[i] in _CALENDAR and self.lows[j] not in _CALENDAR  # "since May UNHCR has"
            if step == 0 or (dated and self.tags[j] in {"NNP", "NNPS"}):
                break
            if self.tags[j + step - 1] in _NOUN and self.lows[j - 1 : j + 1] not in _AIRCRAFT:
                head = j + step - 1
            j += step
        j = max(j, i + 1)
        return Chunk(NP, i, j, head if head >= 0 else j - 1, count=count, det=det)

    def _phrase_step(self, j: int, start: int, head: int) -> int:
        """How many words from j belong to the noun phrase that began at `start` (0 = it ends here)."""
        tag = self.tags[j]
        if tag in _NOUN:
            captive = head >= 0 and self.lows[j] in _AS_CAPTIVES and self._tag(j + 1) not in _NOUN  # "17 crew hostage"
            ended = captive or self._claims(j, start, head) or (head >= 0 and j in self.counts)
            return int(not ended and not ((head >= 0 or start in self.counts) and is_day(self.lows, j)))
        if tag == "RB":
            only = j == start + 1 and self.lows[j] == "only" and self._tag(j + 1) in _NOUN | _PRE
            return int((head < 0 and j > start and (only or self._qualifies(j))) or self.tags[j - 1] == "POS")
        if tag in _PRE:
            return int(self._takes_adjective(j, start, head))
        if tag in {"VBN", "VBG"}:
            return int(self._takes_participle(j, start, head))
        if (head < 0 or self.lows[j - 1] == "other") and tag in {"(", '"'} and j > start and start in self.counts:
            return 3 if is_figure_again(self.tags, j, start) else aside(self.tags, j)
        if head < 0:
            return int(tag == "CC" and self._takes_and(j, start))
        if tag in {"POS", '"'}:  # "six "Indian-sponsored" terrorists"
            inside = tag == "POS" or (start in self.counts and tag in self.tags[start:j])
            return int(inside and (self._tag(j + 1) in _NOUN | _PRE | {"VBN", "VBG"} or self._qualifies(j + 1)))
        if tag == "(":
            return bracket_step(self.tags, j, counted=start in self.counts or self.lows[start] in {"a", "an"})
        if tag == "IN" and self.words[head].text[0].isupper() and self.lows[j] in {"of", "for", "on"}:
            return self._institution_step(j, head)
        return 2 * (tag == "CC" and joins_causes(self.words[start : j + 2]))

    def _claims(self, j: int, start: int, head: int) -> bool:
        """Example: "a claim residents dispute", "a claim Moscow denied"."""
        named = head == j - 1 and self.lows[head] in _ASSERTIONS
        return named and self.tags[j] in {"NNS", "NNP"} and self.lows[start] in {"a", "an"}

    def _qualifies(self, j: int) -> bool:
        """Example: "the newly appointed secretary", "the town's only hospital": an adverb inside a noun phrase."""
        if self._tag(j + 1) in _NOUN and self.lows[j] == "only":
            return True
        follows = self._tag(j + 1) in {"VBN", "JJ"} and self._tag(j + 2) in _NOUN
        return follows and self._tag(j) == "RB" and self.lows[j].endswith("ly")

    def _tag(self, j: int) -> str:
        return self.tags[j] if j < self.size else ""

    def _takes_adjective(self, j: int, start: int, head: int) -> bool:
        following = self._tag(j + 1)
        if j > start and self.tags[j - 1] == "VBN" and opens_time(self.lows, j):
            return False  # "two were killed and six wounded late Monday"
        if self.tags[j - 1] == "POS" and self.lows[j] in _STATE_HEADS:
            return True  # "the army's dead"
        if head >= 0 and self.tags[head] not in {"NNP", "NN", "JJ"} and self.tags[j - 1] != "POS":
            return False
        if head >= 0 and ((following not in _NOUN and following not in _PRE) or opens_time(self.lows, j)):
            return False
        dated = head >= 0 and self.tags[j] == "CD" and is_date_word(self.lows[j + 1])  # "The UN 30 July said"
        return not dated and (j not in self.counts or j <= start)

    def _takes_participle(self, j: int, start: int, head: int) -> bool:
        """Example: "wounded soldiers", "the army's wounded", "US backed rebels"."""
        tag, low, following = self.tags[j], self.lows[j], self._tag(j + 1)
        if tag == "VBN" and low in _ATTRIBUTIVE and following in _NOUN and head >= 0 and self.tags[head][:3] == "NNP":
            return True
        owned = self.tags[j - 1] == "POS" or (self.tags[j - 1] == "RB" and self.tags[j - 2] == "POS")
        ended = head >= 0 or self.lows[j - 1] in {"families", "households"}  # "900 families left er-Rahad"
        noun = low == "claimed" and (self.tags[j - 1] in _BEFORE_NAMED or following == "NNS")
        if (ended and not owned) or (j > start and low in _PREDICATIVE and not noun):
            return False
        if tag == "VBG" and j == start + 1 and self.lows[start] == "the" and self.lows[j + 1 : j + 2] == ["of"]:
            return True  # "the beginning of the war"
        third = tag == "VBN" and j == start + 2 and following not in _NOUN and self.lows[j - 1] in _FURTHER
        if third or (tag == "VBN" and following == "CD" and j > start and self.tags[j - 1] in {"JJ", "VBN"}):
            return False  # "the dead included 11 children", "two were killed and a third injured"
        return following in _NOUN or following in _PRE or (tag == "VBN" and j > start and low in _STATE_HEADS)

    def _takes_and(self, j: int, start: int) -> bool:
        """Example: "dead and wounded soldiers": the conjunction joins two adjectives."""
        if j == start or self.lows[j] != "and" or self._tag(j + 1) not in {"JJ", "VBN"}:
            return False
        return self._tag(j + 2) in _NOUN and self.tags[j - 1] in {"JJ", "VBN"}

    def _institution_step(self, j: int, head: int) -> int:
        """Example: "Ministry of the Interior": the preposition and the name after it, where the head takes one."""
        after = j + 2 if self.lows[j + 1 : j + 2] == ["the"] else j + 1
        dated = after < self.size and is_date_word(self.lows[after])
        if dated or (self.words[head].text.isupper() and self.lows[head] in _OFFICE_HOLDERS):
            return 0  # in copy in capitals "THE MAYOR OF SAN ISIDRO" is a man, not an office
        if self.lows[head] in _INSTITUTIONS and after < self.size and self.words[after].text[0].isupper():
            return after - j + 1
        return 0


def chunks_of(words: list[Word], counts: tuple[FoundCount, ...]) -> list[Chunk]:
    """Chunk a sentence. `counts` are the number phrases found in its text."""
    return Chunker(words, by_first_word(words, counts)).run()
