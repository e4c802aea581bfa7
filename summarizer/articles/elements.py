"""HTML elements by what they mean for the text of a page. Source: the HTML standard and browsers' own style sheets."""

from __future__ import annotations

# fmt: off
VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
})
"""Never closed (HTML standard, void elements)."""

NEVER_TEXT = frozenset({
    "script", "style", "template", "noscript", "head", "title", "iframe", "object", "embed", "svg", "math",
    "canvas", "audio", "video", "select", "textarea", "button", "datalist", "dialog", "map", "noframes",
    "-comment", "!doctype",
})
"""What stands in them is not shown as text of the page."""

FURNITURE = frozenset({
    "nav", "footer", "aside", "form", "menu",
})
"""Around the story on every page of a site."""

BREAKS = frozenset({
    "p", "div", "br", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "table", "tr", "article", "section",
    "main", "header", "figure", "figcaption", "blockquote", "pre", "hr", "dl", "dt", "dd", "address", "details",
    "summary", "fieldset", "td", "th", "body",
})
"""Begin and end a line of their own."""
# fmt: on
