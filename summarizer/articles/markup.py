"""Text out of a web page: what a reader would see, and only what the page states about itself.

Measurements behind the choice of parser: docs/decisions/010-selectolax-for-html.md.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from summarizer.articles.elements import BREAKS, FURNITURE, NEVER_TEXT, VOID
from summarizer.articles.page_facts import stated_dates, stated_title
from summarizer.articles.rules import remark
from summarizer.errors import ArticleNotText
from summarizer.records.finding import Finding

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

DEEPEST = 25_000
"""Nesting beyond which a page is refused: the parser needs time with the square of the depth."""
_MOST_ATTRIBUTES = 2_000

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:[^-]++|-(?!->))*+-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_BLOCKS = re.compile(r"</(?:p|div|h[1-6]|li|ul|article|section|td)\s*>|<br\s*/?>", re.IGNORECASE)
_ELEMENT = re.compile(
    r"<!--|<(?P<name>span|div|p|b|i|u|em|strong|a|font|small|sup|sub|script|style|template|noscript|h[1-6]|ul|ol|li"
    r"|blockquote|article|section|table|details|iframe|object|svg|textarea|title|q|cite|mark|abbr|time)(?=[\s>/])[^<>]{0,2000}>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,20})")
# Comments, scripts and whole tags, each taken in one go: whatever stands in the text, a match cannot fail half-way, so
# the scan is linear.
_TOKEN = re.compile(
    r"<!--(?:[^-]++|-(?!->))*+"
    r"|<(?:script|style)\b[^>]*+>(?:[^<]++|<(?!/(?:script|style)))*+"
    r"|<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?:[^>=]++|=\s*+(?:\"[^\"]*+\"?|'[^']*+'?)?+)*+",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"=\s*(?:\"[^\"]*\"?|'[^']*'?)")
_ATTRIBUTE = re.compile(r"[\s/]+[^\s/>=]")
_UNSEEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)"
    r"|font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)|(?:text-indent|left|top)\s*:\s*-\d{3,}",
    re.IGNORECASE,
)
_SPACE = re.compile(r"[ \t\n\r\f]+")


class Page(NamedTuple):
    """The text of a page and what it states about itself; None where it states nothing."""

    text: str
    title: str | None
    published: date | None
    findings: tuple[Finding, ...]


def looks_like_markup(text: str) -> bool:
    """Is this a web page, or text with elements or comments in it?"""
    return "<" in text and (_is_page(text) or _fragment_spots(text) != [])


def read_markup(text: str, source: str) -> Page:
    """The visible text. Raises ArticleNotText for a page that hides everything or is nested beyond reason.

    In a page white space is folded and each block is a line of its own, with a blank line between; in plain text with
    a few elements in it line ends stay. No entity beyond HTML's own is expanded and nothing is fetched.
    """
    page = _is_page(text)
    whole = text if page else _only_whole_elements(text)
    _refuse_traps(whole, source)
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(whole)
    walk = _Walk(keep_lines=not page)
    body = tree.body or tree.root
    if body is not None:
        walk.through(_story(tree, body) if page else body)
    if not walk.text.strip():
        raise ArticleNotText(f"{source}: the page shows no text", hint="Pass the text of the article.")
    dates = stated_dates(tree) if page else []
    return Page(
        walk.text,
        stated_title(tree) if page else None,
        dates[0] if len(dates) == 1 else None,
        (*walk.findings(len(text)), *_dates_disagree(dates)),
    )


def _dates_disagree(dates: list[date]) -> tuple[Finding, ...]:
    if len(dates) < 2:
        return ()
    return (remark("A11", f"{', '.join(str(day) for day in dates)}; none is taken"),)


def _is_page(text: str) -> bool:
    return _PAGE.match(text) is not None or len(_BLOCKS.findall(text[:200_000])) >= 3


def _fragment_spots(text: str) -> list[int]:
    """Offsets at which a comment or an element begins that is also closed."""
    last_close: dict[str, int] = {}
    for tag in _TAG.finditer(text):
        if tag["close"]:
            last_close[tag["name"].lower()] = tag.start()
    comment_end = text.rfind("-->")
    return [
        spot.start()
        for spot in _ELEMENT.finditer(text)
        if spot.start() < (last_close.get(spot["name"].lower(), -1) if spot["name"] else comment_end)
    ]


def _only_whole_elements(text: str) -> str:
    """Plain text in which "<" is markup only where an element is opened and closed: nothing can swallow the rest."""
    whole = set(_fragment_spots(text))
    return re.sub(r"<(?!/[a-zA-Z])", lambda at: "<" if at.start() in whole else "&lt;", text)


def _refuse_traps(text: str, source: str) -> None:
    """Refuse what no page of news has and what would keep the parser busy for minutes."""
    depth = deepest = 0
    opened: dict[str, int] = {}
    for tag in _TOKEN.finditer(text):
        name = (tag["name"] or "")[:20].lower()
        step = -1 if tag["close"] else 1
        if tag.end() - tag.start() > _MOST_ATTRIBUTES and _is_crowded(tag[0]):
            deepest = DEEPEST + 1
        if not name or name in VOID or (step < 0 and not opened.get(name)):
            continue
        opened[name] = opened.get(name, 0) + step
        depth += step
        deepest = max(deepest, depth)
    if deepest > DEEPEST:
        raise ArticleNotText(
            f"{source}: the markup is nested or crowded beyond anything a browser shows",
            hint="Pass the text of the article.",
        )


def _is_crowded(tag: str) -> bool:
    if tag[:7].lower() in {"<script", "<style>", "<style "} or tag.startswith("<!--"):
        return False
    return len(_ATTRIBUTE.findall(_QUOTED.sub("= ", tag))) > _MOST_ATTRIBUTES


def _story(tree: LexborHTMLParser, body: LexborNode) -> LexborNode:
    """The one article element, or the one main element, else the whole body."""
    for name in ("article", "main"):
        found = tree.css(name)
        if len(found) == 1 and len(found[0].text(deep=True).strip()) >= 200:
            return found[0]
    return body


class _Walk:
    """Collects what is visible, node by node, without recursion."""

    def __init__(self, *, keep_lines: bool) -> None:
        self._keep_lines = keep_lines
        self._parts: list[str] = []
        self._hidden = 0
        self.text = ""

    def through(self, root: LexborNode) -> None:
        node: LexborNode | None = root
        while node is not None:
            inside = self._enter(node)
            below = node.child if inside else None
            node = below or self._onward(node, root)
        joined = "".join(self._parts)
        self.text = joined if self._keep_lines else _tidy(joined)

    def _onward(self, node: LexborNode, root: LexborNode) -> LexborNode | None:
        """The next node that is not below this one, closing blocks on the way up."""
        at: LexborNode | None = node
        while at is not None and at.mem_id != root.mem_id:
            if at.tag in BREAKS:
                self._break()
            if at.next is not None:
                return at.next
            at = at.parent
        return None

    def _enter(self, node: LexborNode) -> bool:
        """Take in one node; True when what is below it is visible as well."""
        name = node.tag or ""
        if name == "-text":
            content = node.text_content or ""
            self._parts.append(content if self._keep_lines else _SPACE.sub(" ", content))
            return False
        if name == "-comment" or _is_hidden(node):
            self._hidden += len((node.comment_content if name == "-comment" else node.text(deep=True)) or "")
            return False
        if name in NEVER_TEXT or (name in FURNITURE and not self._keep_lines):
            return False
        if name in BREAKS:
            self._break()
        return True

    def _break(self) -> None:
        if not self._keep_lines:
            self._parts.append("\n")

    def findings(self, size: int) -> tuple[Finding, ...]:
        removed = remark("A7", f"{len(self.text)} of {size} characters are text; offsets refer to that text")
        if not self._hidden:
            return (removed,)
        return removed, remark("A14", f"{self._hidden} characters in comments or hidden elements")


def _is_hidden(node: LexborNode) -> bool:
    traits = node.attributes
    if not traits:
        return False
    style = traits.get("style")
    return (
        "hidden" in traits
        or (traits.get("aria-hidden") or "").lower() == "true"
        or (style is not None and _UNSEEN_STYLE.search(style) is not None)
    )


def _tidy(text: str) -> str:
    """One blank line between blocks, no space at the ends of lines."""
    lines = (line.strip() for line in text.split("\n"))
    return "\n\n".join(line for line in lines if line)
