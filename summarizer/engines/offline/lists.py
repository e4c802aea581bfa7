"""Coordinated noun phrases: "a cook, two guards and a priest", to the right and to the left of one of them."""

from __future__ import annotations

from summarizer.engines.offline import semicolons
from summarizer.engines.offline.chunks import ADV, CC, COMMA, NP, QUOTE, REL, VG, P
from summarizer.engines.offline.clause_marks import (
    BEFALLING,
    is_age,
    is_second_town,
    modifies,
    opens_clause,
    tells_when,
)
from summarizer.engines.offline.cues import cue_verbs
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.list_members import (
    is_gerund,
    past_bracket,
    past_gerund,
    past_relative,
    phrase_end,
    phrase_start,
    relative_at,
)
from summarizer.engines.offline.parentheses import DASHES, including_at, opening_of
from summarizer.engines.offline.parsed import Parsed
from summarizer.normalize.harm import person_noun

_INTRANSITIVE = words("lists", "intransitive")
_PRONOUNS = frozenset({"them", "whom", "those", "these"})
_SUMS = frozenset({"figure", "toll", "number", "claim", "total", "record", "tally", "rise", "increase"})
_WHERE = frozenset({"in", "at", "near", "outside", "around", "across"})


def list_right(p: Parsed, j: int) -> list[int]:
    """The noun phrases coordinated with the one at j, to its right: "a, b and c". None is the subject of a verb."""
    chunks, out = p.chunks, [j]
    if ";" in p.text and (more := semicolons.behind(p, j)):
        return [j, *more]
    told = _is_subject(p, j)
    i = phrase_end(p, j)
    while i < len(chunks):
        if p.slice(chunks[i]) == ";" and i + 1 < len(chunks) and is_age(p, i - 1):
            i += 1 + (chunks[i + 1].kind == CC)  # "Ana Ruiz, 42; Pilar Ruiz, 19; and a guard"
            if i >= len(chunks) or chunks[i].kind != NP or chunks[i].det == "prp":
                break
            out.append(i)
            i = phrase_end(p, i)
            continue
        sep = i = past_gerund(p, past_relative(p, i))
        while i < len(chunks) and chunks[i].kind in {COMMA, CC, ADV} and i - sep < 3:
            if chunks[i].kind == ADV and p.head(chunks[i]) not in {"also", "then", "even"}:
                break
            if p.head(chunks[i]) == "but" and chunks[i - 1].kind == COMMA:
                return out  # "the death of five soldiers, but its chief said"
            i += 1
        if (
            i > sep
            and i < len(chunks)
            and chunks[i - 1].kind == CC
            and p.head(chunks[i]) == "of" == p.head(chunks[j - 1])
        ):
            i += 1  # "the murder of a judge and of his clerk"
        if i == sep or i >= len(chunks) or chunks[i].kind != NP or chunks[i].det == "prp":
            break
        if is_second_town(p, i):
            break  # "the killing of civilians in Ituri and North Kivu"
        if p.head(chunks[i]) in _SUMS and chunks[i].det in {"a", "the"}:
            break  # "killed 1,000 jihadists, a figure that was questioned"
        end = phrase_end(p, i)
        fatally = end < len(chunks) and p.words[chunks[end].a].low == "fatally"  # "shot four, one fatally"
        if _opens_clause(p, i, end, whole_is_subject=told) or _of_pronoun(p, i) or fatally:
            break
        if chunks[i - 1].kind == COMMA and _is_apposition(p, out[-1], i, end):
            i = end
            continue
        begun = chunks[i].count or chunks[i].det in {"a", "an"}
        if chunks[i - 1].kind == COMMA and ((not begun and not _closes_list(p, end)) or _speaks(p, end)):
            break
        out.append(i)
        i = end
    return out


def _opens_clause(p: Parsed, i: int, end: int, *, whole_is_subject: bool) -> bool:
    """Is the noun phrase at i, which ends before `end`, the subject of a verb of its own, and no member?"""
    if end >= len(p.chunks) or not _is_finite(p, end):
        return False
    chunk = p.chunks[i]
    says = p.head(p.chunks[end]) in cue_verbs() and not p.chunks[end].passive  # "a bishop said, shocked the town"
    bare = chunk.count is None and not chunk.det and p.words[chunk.head].tag == "NN"
    kin = bare and p.chunks[i - 1].kind == CC  # "a father and son"
    return not ((whole_is_subject and not says) or kin)


def _is_subject(p: Parsed, j: int) -> bool:
    """Example: "The murder of six priests and two maids shocked the country": what follows the list is its verb."""
    if j < 2 or p.head(p.chunks[j - 1]) != "of" or p.chunks[j - 2].kind != NP:
        return False
    return all(c.kind in {CC, QUOTE} for c in p.chunks[: j - 2])


def _is_apposition(p: Parsed, name: int, i: int, end: int) -> bool:
    """Example: "Carlos Perez, a union leader, ...": what the person named is, and no second one."""
    chunk, whom = p.chunks[i], p.chunks[name]
    named = whom.count is None and p.words[whom.head].tag == "NNP" and whom.det in {"", "the"}
    one = chunk.count is None and chunk.det in {"a", "an", "the"} and p.words[chunk.head].tag == "NN"
    return named and one and (end >= len(p.chunks) or p.chunks[end].kind != CC)


def _of_pronoun(p: Parsed, i: int) -> bool:
    """Example: "four of them", "nineteen of whom": a part of what came before, not a further member of the list."""
    return i + 2 < len(p.chunks) and p.head(p.chunks[i + 1]) == "of" and p.head(p.chunks[i + 2]) in _PRONOUNS


def _speaks(p: Parsed, i: int) -> bool:
    """Example: "raids on two villages, a local official and a priest said": what follows a comma are the speakers.

    Also with their names: "killed ten, the head of a village, Ali Noor, said".
    """
    end, _ = _list_end(p, i)
    if end == i:
        return False
    end += end < len(p.chunks) and p.chunks[end].kind == COMMA
    return end < len(p.chunks) and p.chunks[end].kind == VG and p.head(p.chunks[end]) in cue_verbs()


def _list_end(p: Parsed, i: int) -> tuple[int, bool]:
    """Index after the noun phrases that follow the one that ends at i, and whether an "and" joins the last of them."""
    while i + 1 < len(p.chunks) and p.chunks[i].kind in {CC, COMMA}:
        last = CC in {p.chunks[i].kind, p.chunks[i + 1].kind}
        following = i + 1 + (p.chunks[i + 1].kind == CC)
        if following >= len(p.chunks) or p.chunks[following].kind != NP:
            break
        i = phrase_end(p, following)
        if last:
            return i, True
    return i, False


def _closes_list(p: Parsed, i: int) -> bool:
    """Do members follow, the last behind "and", none the subject of a verb ("41 others, police and doctors said")?"""
    end, joined = _list_end(p, i)
    return joined and (end >= len(p.chunks) or not _is_finite(p, end))


def list_left(p: Parsed, j: int) -> list[int]:
    """The noun phrases coordinated with the one at j, to its left, in order of text, j last."""
    chunks, out = p.chunks, [j]
    if ";" in p.text and (more := semicolons.before(p, j)):
        return [*more, j]
    i = j - 1
    i -= i > 0 and chunks[i].kind == QUOTE and chunks[i - 1].kind == CC  # '40 servicemen and "specialists"'
    while i > 0:
        sep = i
        while i >= 0 and chunks[i].kind in {COMMA, CC}:
            i -= 1
        aside = i > 1 and p.words[chunks[i].a].low == "aged" and chunks[i - 1].kind == COMMA
        i -= 2 * aside  # "two brothers, aged 9 and 11, and their grandmother"
        if i > 0 and p.slice(p.chunks[i]) in DASHES and (dash := opening_of(p, i)) is not None:
            i, aside = dash - 1, True  # "six priests -- five of them Spaniards -- and two women"
        opening = (including_at(p, i + 1) or relative_at(p, i)) if i < sep and chunks[i + 1].kind == COMMA else None
        if opening is not None:
            i, aside = opening - 1, True  # "three rebels, including a woman, and a guard"
        i -= 0 < i < sep and past_bracket(p, i) > i  # "the Army (ELN) and four"
        if i == sep or i < 0 or chunks[i].kind != NP or chunks[i].det == "prp" or tells_when(p, i):
            break
        start = phrase_start(p, i)
        lone = not start or chunks[start - 1].kind != COMMA
        if len(out) == 1 and not aside and (chunks[sep].kind == COMMA or (chunks[sep - 1].kind == COMMA and lone)):
            break  # "11 were hurt in the port, and two died" has two clauses, not a list
        if start and chunks[start - 1].kind == P and not _lists_after(p, start, sep):
            break
        if start > 2 and chunks[start - 2].kind == REL and chunks[start - 1].kind == VG and _is_new(p, start - 3):
            start = phrase_start(p, start - 3)  # "two women who sold cakes and a teacher were"
        verb = start - 1 - (start > 1 and chunks[start - 1].kind == ADV)  # "laid down their lives and four were hurt"
        if start and chunks[verb].kind == VG:
            befell = p.head(chunks[verb]) in BEFALLING or p.slice(chunks[start - 1]) == "down"
            if befell or not (modifies(p, verb) or _says(p, verb)):
                break
        if start > 1 and is_gerund(p, start - 1) and _is_new(p, start - 2):
            start = phrase_start(p, start - 2)  # "six soldiers escorting the vehicles and four drivers died"
        if _tells_of_place(p, start) or _of_pronoun(p, start):
            break  # "killed, most of them with machetes, and 12 others injured"
        out.insert(0, start)
        i = start - 1
    return out


def _is_new(p: Parsed, j: int) -> bool:
    """Are people brought in at chunk j: "six soldiers (escorting)", "a woman (selling tea)"?"""
    chunk = p.chunks[j]
    one = chunk.det in {"a", "an"} and person_noun(p.head(chunk)) is not None
    return chunk.kind == NP and (chunk.count is not None or one)


def _tells_of_place(p: Parsed, j: int) -> bool:
    """Example: "In Catatumbo, a coca-growing region, 18 rebels and four soldiers died": what a place is, nobody."""
    if (
        j < 3
        or p.chunks[j].det not in {"a", "an", "the"}
        or p.chunks[j - 1].kind != COMMA
        or p.chunks[j - 2].kind != NP
    ):
        return False
    named = p.words[p.chunks[j - 2].head].tag == "NNP" and p.chunks[j - 3].kind == P
    return named and p.head(p.chunks[j - 3]) in _WHERE and person_noun(p.head(p.chunks[j])) is None


def _says(p: Parsed, j: int) -> bool:
    """Example: "the army said ten rebels and two soldiers died": what follows begins a clause."""
    return p.head(p.chunks[j]) in cue_verbs() and not p.chunks[j].passive


def _lists_after(p: Parsed, start: int, sep: int) -> bool:
    """Example: "after two cooks, a maid and a nurse died"; but not in "before Monday, a maid and a nurse had died"."""
    if not opens_clause(p, start - 1):
        return False
    first = p.chunks[start]
    people = bool(first.det) and person_noun(p.head(first)) is not None  # not "since the 2021 coup, 174 students"
    return p.chunks[sep].kind != COMMA or first.count is not None or people


def _is_finite(p: Parsed, i: int) -> bool:
    chunk, tag = p.chunks[i], p.words[p.chunks[i].head].tag
    if chunk.kind != VG or chunk.infinitive or tag == "VBG":
        return False
    bare = tag == "VBN" and chunk.b - chunk.a == 1 and p.head(chunk) not in _INTRANSITIVE
    return not (bare and i + 1 < len(p.chunks) and p.chunks[i + 1].kind == P)
