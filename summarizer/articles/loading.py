"""The one way in: a path, standard input or a text becomes an Article."""

from __future__ import annotations

import os
from datetime import date
from typing import BinaryIO

from summarizer.articles.assembly import assemble
from summarizer.articles.decoding import Decoded, decode
from summarizer.articles.markup import looks_like_markup, read_markup
from summarizer.articles.reading import read_path, read_stream, shown, too_large
from summarizer.errors import ArticleTooLarge, UsageError
from summarizer.records.article import Article

DEFAULT_MAX_BYTES = 1_000_000
"""About 170,000 words: no article of a wire is a hundredth of it."""


def load_article(
    source: str | os.PathLike[str] | None = None,
    *,
    text: str | None = None,
    published: date | None = None,
    outlet: str | None = None,
    title: str | None = None,
    max_bytes: int = DEFAULT_MAX_BYTES,
    stdin: BinaryIO | None = None,
) -> Article:
    """Read one article: from a path, from standard input ("-"), or from `text`.

    A string given as `source` is always a path: a mistyped name is never taken for an article. HTML is reduced to its
    visible text, to which all offsets then refer; any other text stays as decoded (line ends as they are, a leading
    byte order mark gone). `published`, `outlet` and `title` are what the caller knows; a web page's own title and date
    fill in only where it states them. `max_bytes` bounds the input (UTF-8 bytes for `text`); `stdin` replaces standard
    input. Raises UsageError (not exactly one of `source` and `text`), ArticleNotFound, ArticleUnreadable,
    ArticleTooLarge, ArticleNotText.
    """
    if (source is None) == (text is None):
        raise UsageError("name either a source or a text", hint='load_article("story.txt") or load_article(text=...)')
    if source is not None:
        name = os.fsdecode(source)
        read = _decoded(name, max_bytes, stdin)
    else:
        name, read = "(text)", _given(text or "", max_bytes)
    return _article(read, name, published=published, outlet=outlet, title=title)


def article_from_content(
    content: bytes | str,
    *,
    source: str,
    published: date | None = None,
    outlet: str | None = None,
    title: str | None = None,
    max_bytes: int = DEFAULT_MAX_BYTES,
) -> Article:
    """The article in a content that was read already, as `load_article` makes it of a file; `source` is only its name.

    Raises ArticleTooLarge, ArticleNotText.
    """
    if isinstance(content, bytes):
        if len(content) > max_bytes:
            raise too_large(shown(source), f"{len(content):,}", max_bytes)
        read = decode(content, shown(source))
    else:
        read = _given(content, max_bytes, shown(source))
    return _article(read, source, published=published, outlet=outlet, title=title)


def _article(read: Decoded, name: str, *, published: date | None, outlet: str | None, title: str | None) -> Article:
    label, findings = shown(name), read.findings
    if looks_like_markup(read.text):
        page = read_markup(read.text, label)
        read = read._replace(text=page.text)
        findings += page.findings
        title, published = title or page.title, published or page.published
    return assemble(
        read.text,
        source=name,
        published=published,
        outlet=outlet,
        title=title,
        encoding=read.encoding,
        findings=findings,
    )


def _decoded(name: str, max_bytes: int, stdin: BinaryIO | None) -> Decoded:
    data = read_stream(stdin, max_bytes) if name == "-" else read_path(name, max_bytes)
    return decode(data, shown(name))


def _given(text: str, max_bytes: int, source: str = "(text)") -> Decoded:
    """A text that is already decoded; a leading byte order mark is dropped as it is from a file."""
    if len(text) > max_bytes or len(text.encode("utf-8", "surrogatepass")) > max_bytes:
        raise ArticleTooLarge(f"{source}: over the limit of {max_bytes:,} bytes", hint="Pass one article at a time.")
    return Decoded(text.removeprefix("\ufeff"), "utf-8")
