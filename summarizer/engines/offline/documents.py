"""Whose words a document holds: "figures from the ministry", "their daily report", "the statement" issued before."""

from __future__ import annotations

from summarizer.engines.offline.chunks import ADV, COMMA, NP, VG, P
from summarizer.engines.offline.clause_marks import tells_when
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.source_kinds import source_type
from summarizer.records.vocabulary import SourceType

_DOCUMENTS = words("documents", "documents")
_DATA = words("documents", "data")
_ISSUED = words("documents", "issued")
NO_ISSUER = frozenset({SourceType.UNKNOWN, SourceType.DOCUMENT, SourceType.SOCIAL_MEDIA})
"""Kinds of sources that issue no documents in anybody's name."""
_SUBJECT_FORMS = {"his": "he", "her": "she", "its": "it", "their": "they"}


def is_document(head: str) -> bool:
    """Does the noun mean something that is issued: "statement", "report"?"""
    return head in _DOCUMENTS


def issuer_at(p: Parsed, j: int) -> int | None:
    """Who issued the document at chunk j ("a communiqué from the general staff"); None when it names nobody."""
    head = p.head(p.chunks[j])
    if head in {"edition", "issue"} and j + 2 < len(p.chunks) and p.head(p.chunks[j + 1]) == "of":
        return j + 2  # "Friday's edition of the daily"
    if head not in _DOCUMENTS and head not in _DATA:
        return None
    i = j + 1
    if i < len(p.chunks) and p.chunks[i].kind == COMMA:
        i += 1
    if _is_issued(p, i + 2) and p.head(p.chunks[i]) == "of":
        i += 2  # "a list of names compiled by Amnesty International"
    issued = _is_issued(p, i)
    i += issued
    if issued and i < len(p.chunks) and (p.chunks[i].kind == ADV or tells_when(p, i)):
        i += 1  # "a study published this month by researchers"
    if i + 1 >= len(p.chunks) or p.chunks[i].kind != P or p.chunks[i + 1].kind != NP:
        return None
    links = {"by", "from"} | ({"of"} if head in _DATA else set()) | ({"to"} if issued else set())
    if p.head(p.chunks[i]) not in links or (i == j + 2 and not issued and p.head(p.chunks[i]) != "by"):
        return None
    named = p.words[p.chunks[i + 1].head].tag == "NNP" and p.head(p.chunks[i]) == "by"
    return i + 1 if named or source_type(p.slice(p.chunks[i + 1])) not in NO_ISSUER else None


def _is_issued(p: Parsed, i: int) -> bool:
    return i < len(p.chunks) and p.chunks[i].kind == VG and p.head(p.chunks[i]) in _ISSUED


def issued_at(p: Parsed, j: int) -> int | None:
    """Example: "posted a video on social media claiming": the verb that gives out the document up to chunk j."""
    while j > 2 and p.chunks[j - 1].kind == P and p.head(p.chunks[j]) not in _DOCUMENTS:
        j -= 2
    document = p.head(p.chunks[j]) in _DOCUMENTS and p.chunks[j].det in {"a", "an"}
    given = document and j > 1 and p.chunks[j - 1].kind == VG and not p.chunks[j - 1].passive
    return j - 1 if given and p.head(p.chunks[j - 1]) in _ISSUED else None


def owner_of(p: Parsed, j: int) -> str:
    """The name of whose document it is: "Protection Cluster figures", "the army's statement"; empty without one."""
    chunk = p.chunks[j]
    head = p.head(chunk)
    if head not in _DOCUMENTS and head not in _DATA:
        return ""
    first = chunk.a + (chunk.det in {"the", "a", "an"})
    mark = next((i for i in range(chunk.a, chunk.b) if p.words[i].tag == "POS"), None)
    if mark is not None and mark > first:
        return p.text[p.words[first].start : p.words[mark - 1].end]
    last = chunk.head - 1
    if head in _DATA and last >= first and p.words[last].tag in {"NNP", "NNPS"}:
        return p.text[p.words[first].start : p.words[last].end]
    return ""


def possessor(p: Parsed, j: int) -> str:
    """The pronoun of whose document it is, as a subject: "their daily report" -> "they"; empty without one."""
    chunk = p.chunks[j]
    if chunk.det != "poss" or (p.head(chunk) not in _DOCUMENTS and p.head(chunk) not in _DATA):
        return ""
    return _SUBJECT_FORMS.get(p.words[chunk.a].low, "")
