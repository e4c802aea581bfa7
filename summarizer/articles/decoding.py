"""From bytes to text: Unicode first, a legacy encoding as a named guess, never a silent loss."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from summarizer.articles.kinds import is_binary, kind_of
from summarizer.articles.rules import remark
from summarizer.errors import ArticleNotText
from summarizer.records.finding import Finding

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HINT = "Pass the plain text or the HTML of one article."
_SAMPLE = 64_000
_DECLARED = re.compile(
    rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*(iso-8859-\d{1,2}|windows-\d{3,4}|cp\d{3,4}|koi8-[ru]|shift_jis|euc-jp|euc-kr"
    rb"|gb2312|gbk|gb18030|big5)\b",
    re.IGNORECASE,
)


class Decoded(NamedTuple):
    """Text without its byte order mark, the codec it was read with, and what had to be guessed."""

    text: str
    encoding: str
    findings: tuple[Finding, ...] = ()


def decode(data: bytes, source: str) -> Decoded:
    """Read bytes as text. Raises ArticleNotText, naming the kind of file, when they are none."""
    if not data:
        raise ArticleNotText(f"{source}: the file is empty", hint=_HINT)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding)
    kind = kind_of(data)
    if kind:
        raise ArticleNotText(f"{source}: this is {kind}, not text", hint=_HINT)
    wide = _wide_without_mark(data)
    if wide:
        return wide
    if is_binary(data):
        raise ArticleNotText(f"{source}: this is binary data, not text", hint=_HINT)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _guessed(data, error.start, source)


def _marked(data: bytes, encoding: str) -> Decoded:
    """Bytes that name their encoding by a byte order mark."""
    name = encoding.removesuffix("-sig")
    try:
        return Decoded(data.decode(encoding), name)
    except UnicodeDecodeError as error:
        text = data.decode(encoding, errors="replace")
        return Decoded(text, name, (_offending(name, error.start, text, "broken places show as U+FFFD"),))


def _wide_without_mark(data: bytes) -> Decoded | None:
    """UTF-16 whose mark is missing: every other byte of plain English is NUL."""
    sample = data[:2000]
    if len(sample) < 4 or sample.count(0) * 5 < len(sample) * 2:
        return None
    encoding = "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    if "\0" in text[:1000]:
        return None
    return Decoded(text, encoding, (_offending(encoding, 0, "", "no byte order mark"),))


def _guessed(data: bytes, first: int, source: str) -> Decoded:
    if _is_damaged_utf8(data):
        text = data.decode("utf-8", errors="replace")
        return Decoded(text, "utf-8", (_offending("utf-8", first, text, "broken places show as U+FFFD"),))
    encoding = _declared(data) or _legacy(data[max(0, first - 2000) : first + _SAMPLE], source)
    text = data.decode(encoding, errors="replace")
    return Decoded(text, encoding, (_offending(encoding, first, text, f"read as {encoding}"),))


def _is_damaged_utf8(data: bytes) -> bool:
    """UTF-8 with a few broken places (a cut character, an encoded surrogate) rather than a legacy encoding."""
    text = data.decode("utf-8", errors="surrogateescape")
    broken = sum("\udc80" <= char <= "\udcff" for char in text)
    whole = sum(char > "\x7f" for char in text) - broken
    cut_at_end = broken <= 3 and text[-broken:] == "".join(c for c in text if "\udc80" <= c <= "\udcff")
    surrogate = "\udced" in text and broken % 3 == 0 and _is_surrogates(data)
    return whole > broken or surrogate or (cut_at_end and data[-broken] >= 0xC2 and _is_cut(data[-broken:]))


def _is_surrogates(data: bytes) -> bool:
    """Nothing is wrong but halves of surrogate pairs, each encoded as if it were a character."""
    try:
        data.decode("utf-8", errors="surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _is_cut(tail: bytes) -> bool:
    """The first bytes of a longer UTF-8 character and nothing else; one byte alone is as likely a legacy letter."""
    return len(tail) >= 2 and all(0x80 <= byte <= 0xBF for byte in tail[1:])


def _declared(data: bytes) -> str | None:
    """The legacy encoding a web page states for itself, if the bytes agree."""
    stated = _DECLARED.search(data[:2048])
    if stated is None:
        return None
    name = stated[1].decode("ascii").lower()
    try:
        data.decode(name)
    except (LookupError, UnicodeDecodeError):
        return None
    return name


def _legacy(sample: bytes, source: str) -> str:
    """The likeliest legacy encoding; Windows-1252 when it is as good as any, since that is what wire desks used."""
    from charset_normalizer import from_bytes

    matches = from_bytes(sample)
    best = matches.best()
    if best is None:
        raise ArticleNotText(f"{source}: the bytes are no text in any known encoding", hint=_HINT)
    if any("cp1252" in match.could_be_from_charset for match in matches) and _is_western(sample):
        return "cp1252"
    return best.encoding


def _is_western(sample: bytes) -> bool:
    """Mostly plain letters: a legacy page of English has a few accents and quotation marks, not whole words of them."""
    high = sum(byte >= 0x80 for byte in sample)
    return high * 10 < len(sample)


def _offending(encoding: str, at: int, text: str, what: str) -> Finding:
    start = None if not text else text.find("\ufffd")
    if start is None or start < 0:
        return remark("A1", f"{what} ({encoding}); first byte that is not UTF-8 at offset {at}")
    return remark("A1", f"{what} ({encoding}); first bad byte at offset {at}", start, start + 1)
