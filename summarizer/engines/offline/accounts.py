"""Claims without a verb of speech: "according to", "by Israel's count", a figure given, a source set off by a mark."""

from __future__ import annotations

from summarizer.engines.offline.chunks import CC, COMMA, NP, QUOTE, REL, STOP, THAT, VG, P
from summarizer.engines.offline.documents import issuer_at, owner_of, possessor
from summarizer.engines.offline.frames import object_of, subject_of
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.said import Said, claim
from summarizer.engines.offline.source import Source
from summarizer.engines.offline.source_kinds import is_collective
from summarizer.engines.offline.sources import Sources
from summarizer.engines.offline.spans import (
    after_marks,
    before_marks,
    content_end,
    sentence_end,
    skip_marks,
    source_end,
)
from summarizer.engines.offline.stance import stance_of
from summarizer.normalize.places import find_places
from summarizer.records.vocabulary import SourceType, Stance

FIGURE_VERBS = words("accounts", "figure_verbs")
"""Verbs that give a figure: "put the injured at 64"."""
_FIGURES = words("accounts", "figures")
_PUTS = words("accounts", "puts")
_OWN_FIGURES = words("accounts", "own_figures")
_GIVES = frozenset({"gave", "gives", "given", "giving"})
_ACCOUNTS = words("accounts", "accounts")
_SUBJECT_FORMS = {"his": "he", "her": "she", "its": "it", "their": "they"}
_SITES = (".com", ".net", ".org", ".ph", ".in")
_SUMS = frozenset({"count", "tally", "toll", "database", "calculation", "calculations"})
_MARKS = frozenset({"-", "--", "–", "—", ":"})


def according(sources: Sources, p: Parsed, k: int) -> Said | None:
    """The claim of "according to" or "(as) per", which stands at k."""
    j = k + 2 if k + 2 < len(p.chunks) and p.words[p.chunks[k + 1].a].low == "to" else k + 1
    if j >= len(p.chunks) or p.chunks[j].kind != NP or _is_own_count(sources, p, j):
        return None
    source = sources.resolve(p, j, lenient=True)
    if source is None:
        return None
    cue = (p.start(p.chunks[k]), p.end(p.chunks[j]))
    first = k - 1 if k and p.head(p.chunks[k - 1]) == "as" else k
    content = _according_content(p, first, j)
    menace = stance_of(p, content, ("asserts", "say"), source.type) is Stance.THREATENS
    return claim(p, source, cue, content, stance=Stance.THREATENS if menace else Stance.ASSERTS)


def _is_own_count(sources: Sources, p: Parsed, j: int) -> bool:
    """Example: "according to an AFP tally", told by AFP: the outlet's own sum is nobody's claim (codebook 4a.19)."""
    inside = {w.text.strip("'’s") for w in p.words[p.chunks[j].a : p.chunks[j].head]}
    return p.head(p.chunks[j]) in _SUMS and bool(sources.outlet) and sources.outlet in inside


def is_per(p: Parsed, k: int) -> bool:
    """Example: "As per police, four died", "Per the ministry"; not "20 per cent", "one per family"."""
    if p.chunks[k].kind != P or p.head(p.chunks[k]) != "per":
        return False
    return k == 0 or p.head(p.chunks[k - 1]) == "as" or p.chunks[k - 1].kind == COMMA


def _according_content(p: Parsed, k: int, j: int) -> tuple[int, int]:
    """What is so according to the source at chunk j: what follows a phrase that opens a clause, else what precedes."""
    end = source_end(p, issuer_at(p, j) or j)
    before = [chunk.kind for chunk in p.chunks[:k]][-2:]
    if k == 0 or before[-1] in {STOP, CC} or before == [QUOTE]:
        return after_marks(p, end), sentence_end(p)
    if before[-1] == REL or (len(before) > 1 and before[1] == COMMA and before[0] in {REL, THAT}):
        comma = p.text.find(",", end)
        return after_marks(p, end), comma if comma > 0 else content_end(p, j)
    start = skip_marks(p.text, 0)
    if end < sentence_end(p) - 12 and p.text[end : end + 1] == "," and _before_main_verb(p, k):
        return start, sentence_end(p)
    return start, before_marks(p, p.start(p.chunks[k]))


def _before_main_verb(p: Parsed, k: int) -> bool:
    """Is the attribution set into its sentence before the main verb came?"""
    return not any(chunk.kind == VG and not chunk.infinitive for chunk in p.chunks[:k])


def figures(sources: Sources, p: Parsed, k: int) -> Said | None:
    """Example: "He put the injured at 64", "the ministry gave different figures", "gave a toll of 13"."""
    j = object_of(p, k)
    if j is None or p.chunks[k].passive or not (p.head(p.chunks[j]) in _FIGURES or _puts_at(p, k, j)):
        return None
    subject = subject_of(p, k)
    lenient = subject is not None and is_collective(p.head(p.chunks[subject]))
    source = sources.resolve(p, subject, lenient=lenient) if subject is not None else None
    if source is None:
        return None
    cue = (p.start(p.chunks[k]), p.end(p.chunks[k]))
    adding = next((p.start(c) for c in p.chunks[k + 1 :] if c.kind == VG and p.words[c.head].tag == "VBG"), len(p.text))
    if p.head(p.chunks[k]) in _GIVES and not any(cue[1] <= found.start < adding for found in p.counts):
        return None  # "gave a higher count, saying it had buried 61"
    own = subject if subject is not None and not any(c.kind in {VG, REL} for c in p.chunks[subject:k]) else None
    return claim(p, source, cue, (p.start(p.chunks[j]), sentence_end(p)), subject=own)


def own_figure(sources: Sources, p: Parsed) -> Said | None:
    """Example: "The ministry's figure is 157", "His count went from 16 to 21", "The town's list carries 34 names"."""
    chunk = p.chunks[0]
    if chunk.kind != NP or p.head(chunk) not in _OWN_FIGURES:
        return None
    verb = next((k for k, c in enumerate(p.chunks) if c.kind == VG), None)
    if verb is None or all(found.start < p.end(p.chunks[verb]) for found in p.counts):
        return None
    owner, form = owner_of(p, 0), possessor(p, 0)
    source = sources.named(owner) if owner else sources.pronoun(form)
    return claim(p, source, (0, p.end(chunk)), (0, sentence_end(p))) if source is not None else None


def _puts_at(p: Parsed, k: int, j: int) -> bool:
    """Example: "puts the remaining strength at no more than 60", "put its own losses at nil"."""
    if p.head(p.chunks[k]) not in _PUTS:
        return False
    for i in range(j + 1, min(j + 10, len(p.chunks) - 1)):
        if p.chunks[i].kind in {STOP, REL} or (p.chunks[i].kind == VG and i > j + 1):
            return False  # but "put the number arrested at 22"
        if p.head(p.chunks[i]) == "at" and p.chunks[i].kind == P:
            figure = next(chunk for chunk in p.chunks[i + 1 :] if chunk.kind != QUOTE)
            return figure.count is not None or p.head(figure) in {"nil", "zero", "none"} or figure.kind == P
    return False


def account(sources: Sources, p: Parsed) -> Said | None:
    """Example: "In his telling, ...", "By Israel's count ...", "..., by the reckoning of the Prisoners' Club"."""
    for k, chunk in enumerate(p.chunks):
        if not k or chunk.kind != NP or p.head(chunk) not in _ACCOUNTS:
            continue
        if p.head(p.chunks[k - 1]) not in {"in", "by", "on"}:
            continue
        source, end = _accountant(sources, p, k)
        if source is None:
            continue
        cue = (p.start(p.chunks[k - 1]), end)
        opens = k == 1
        content = (after_marks(p, end), sentence_end(p)) if opens else (skip_marks(p.text, 0), before_marks(p, cue[0]))
        return claim(p, source, cue, content)
    return None


def _accountant(sources: Sources, p: Parsed, k: int) -> tuple[Source | None, int]:
    """Whose telling, count or reckoning it is, and where the phrase ends."""
    chunk = p.chunks[k]
    if chunk.det == "poss":
        return sources.pronoun(_SUBJECT_FORMS.get(p.words[chunk.a].low, "")), p.end(chunk)
    if k + 2 < len(p.chunks) and p.head(p.chunks[k + 1]) == "of" and p.chunks[k + 2].kind == NP:
        return sources.resolve(p, k + 2, lenient=True), p.end(p.chunks[k + 2])
    owner = next((i for i in range(chunk.a, chunk.b) if p.words[i].tag == "POS"), None)
    if owner is None or p.words[chunk.a].low in {"this", "our"}:  # "by this newspaper's count": nobody but the outlet
        return None, 0
    name = p.text[p.start(chunk) : p.words[owner - 1].end]
    return sources.named(name.removeprefix("the ").removeprefix("The ")), p.end(chunk)


def labelled(sources: Sources, p: Parsed) -> Said | None:
    """Flash style, the source set off by a mark: "Nobody hurt - maritime centre in Brest", "Police: Suspect fled"."""
    marks = [k for k, c in enumerate(p.chunks) if c.kind == STOP and p.words[c.a].text in _MARKS]
    if not marks:
        return None
    told = bool(p.quotes) or any(c.kind == VG for c in p.chunks[: marks[-1]]) or any(p.counts)
    if told and (source := _label_after(sources, p, marks[-1])) is not None:
        cue = (p.start(p.chunks[marks[-1] + 1]), p.end(p.chunks[-1]))
        return claim(p, source, cue, (skip_marks(p.text, 0), before_marks(p, p.start(p.chunks[marks[-1]]) - 1)))
    return _label_before(sources, p, marks[0])


def _label_before(sources: Sources, p: Parsed, mark: int) -> Said | None:
    """Example: "Kyma: 'No demand'", "Police: Suspect fled"; a time of day may go before it."""
    first = int(mark == 2 and p.words[p.chunks[0].a].tag == "CD")
    if mark != first + 1 or p.words[p.chunks[mark].a].text != ":" or p.chunks[first].kind != NP:
        return None
    source = sources.resolve(p, first, lenient=bool(p.quotes))
    if source is not None and source.name.isupper() and source.type is SourceType.UNKNOWN:
        return None  # "FLASH: "
    if source is None or find_places(source.name) or not (p.quotes or _is_told(p, source, mark)):
        return None
    cue = (p.start(p.chunks[first]), p.end(p.chunks[first]))
    return claim(p, source, cue, (skip_marks(p.text, p.end(p.chunks[mark])), sentence_end(p)))


def _is_told(p: Parsed, source: Source, mark: int) -> bool:
    """Does a sentence follow the label of somebody known to speak? "Police: Suspect fled", not "Army: 12 dead"."""
    spoken = any(chunk.kind == VG and not chunk.infinitive for chunk in p.chunks[mark + 1 :])
    return spoken and source.type not in {SourceType.UNKNOWN, SourceType.DOCUMENT} and not source.name.isupper()


def _label_after(sources: Sources, p: Parsed, mark: int) -> Source | None:
    """The source named by the few words after the mark at chunk `mark`."""
    tail = p.chunks[mark + 1 :]
    if not tail or len(p.words) - p.chunks[mark].b >= 9:
        return None
    if tail[0].kind != NP or any(chunk.kind not in {NP, P, STOP} for chunk in tail):
        return None
    if p.text.rstrip(". ").endswith(_SITES):
        return None  # "– Rappler.com": the outlet's own mark
    source = sources.resolve(p, mark + 1)
    if source is None or (source.type is SourceType.UNKNOWN and not source.name[0].isupper()):
        return None
    if p.words[p.chunks[mark].a].text != ":":
        return source
    return source if source.type is not SourceType.UNKNOWN and len(tail) < 4 and tail[0].count is None else None
