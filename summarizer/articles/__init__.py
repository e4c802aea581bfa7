"""Articles: a path, standard input or a text becomes numbered sentences with offsets.

`load_article` and `article_from_text` are imported when first asked for, so that importing the package stays cheap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.articles.assembly import article_from_text
    from summarizer.articles.loading import DEFAULT_MAX_BYTES, load_article

__all__ = ["DEFAULT_MAX_BYTES", "article_from_text", "load_article"]


def __getattr__(name: str) -> Any:
    match name:
        case "article_from_text":
            from summarizer.articles.assembly import article_from_text

            return article_from_text
        case "load_article" | "DEFAULT_MAX_BYTES":
            from summarizer.articles import loading

            return getattr(loading, name)
        case _:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
