"""Read MUC-3/MUC-4 answer keys and article texts (standard library only).

Nothing here ships MUC data: every function takes text or a path the caller supplies.
A key filler may offer alternatives (`A / B`), be optional (`? A`), and point at a victim
(`DEATH: "A" / "B"`). A template may be `(OPTIONAL)`; `*` means the article is irrelevant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

EFFECTS = ("DEATH", "INJURY")
_SLOT = re.compile(r"^\s{0,3}(\d{1,2})\.\s+([A-Z][A-Z ]*:\s*[A-Z ]*?[A-Z])(?:\s{2,}|\t+|\s*$|\s+(?=[-*\"\d]))(.*)$")
_QUOTED = re.compile(r'"((?:\\"|[^"])*)"')
_WORDS = {
    w: i
    for i, w in enumerate(
        [
            "ZERO",
            "ONE",
            "TWO",
            "THREE",
            "FOUR",
            "FIVE",
            "SIX",
            "SEVEN",
            "EIGHT",
            "NINE",
            "TEN",
            "ELEVEN",
            "TWELVE",
            "THIRTEEN",
            "FOURTEEN",
            "FIFTEEN",
            "SIXTEEN",
            "SEVENTEEN",
            "EIGHTEEN",
            "NINETEEN",
            "TWENTY",
        ]
    )
}


@dataclass
class Filler:
    values: list[str]  # left of the colon, or the quoted alternatives themselves
    refs: list[str]  # quoted strings right of the colon (victim cross-references)
    optional: bool = False


@dataclass
class Fact:
    """One casualty statement: who (any alternative wording), what happened, how many."""

    effects: set[str]
    texts: list[str]
    counts: list[tuple[int, int | None]]  # acceptable (min, max); max None = open
    optional: bool = False


@dataclass
class Template:
    doc: str
    number: str
    optional: bool
    types: list[str]
    slots: dict[int, list[Filler]] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)


def read(path: Path) -> str:
    return path.read_text(encoding="latin-1")


def _split_top(text: str, sep: str) -> list[str]:
    """Split on `sep` outside double quotes."""
    out, cur, inside, prev = [], "", False, ""
    for ch in text:
        if ch == '"' and prev != "\\":
            inside = not inside
        if ch == sep and not inside:
            out.append(cur)
            cur = ""
        else:
            cur += ch
        prev = ch
    return [*out, cur]


def parse_filler(line: str) -> Filler | None:
    line = line.strip()
    optional = line.startswith("?")
    line = line.lstrip("? ").strip()
    if line in ("", "-", "*"):
        return None
    parts = _split_top(line, ":")
    left, right = parts[0], ":".join(parts[1:])
    refs = [r for r in _QUOTED.findall(right) if r.strip() not in ("", "-")]
    quoted = _QUOTED.findall(left)
    values = quoted or [v.strip(" ()") for v in _split_top(left, "/")]
    return Filler([v for v in (x.strip() for x in values) if v], refs, optional)


def parse_count(value: str) -> tuple[int, int | None] | None:
    v = value.strip().strip('"').upper().replace("~", "").replace(",", "").strip()
    if v == "PLURAL":
        return (2, None)
    if v in ("SING", "SINGULAR"):
        return (1, 1)
    if v in _WORDS:
        return (_WORDS[v], _WORDS[v])
    m = re.fullmatch(r"(\d+)?\s*(-)?\s*(\d+)?", v)
    if not m or not (m[1] or m[3]):
        return None
    if m[2]:
        return (int(m[1]) if m[1] else 1, int(m[3]) if m[3] else None)
    return (int(m[1] or m[3]),) * 2


def parse_templates(text: str) -> dict[str, list[Template]]:
    """doc id -> templates; an irrelevant document maps to an empty list."""
    docs: dict[str, list[Template]] = {}
    raw: dict[int, list[str]] = {}
    slot = None

    def close():
        if 0 not in raw:
            return
        doc = raw[0][0].split()[0].upper()
        bucket = docs.setdefault(doc, [])
        number = (raw.get(1) or ["*"])[0].strip()
        types = [f for line in raw.get(4, []) if (f := parse_filler(line))]
        if number.startswith("*") or not types:
            return
        tpl = Template(
            doc, number.split()[0], "OPTIONAL" in number.upper(), [v.upper() for f in types for v in f.values]
        )
        for n, lines in raw.items():
            tpl.slots[n] = [f for line in lines if (f := parse_filler(line))]
        tpl.facts = derive_facts(tpl)
        bucket.append(tpl)

    for line in text.splitlines():
        m = _SLOT.match(line)
        if m:
            slot = int(m[1])
            if slot == 0:
                close()
                raw = {}
            raw[slot] = [m[3]] if m[3].strip() else []
        elif slot is not None and line.strip() and line[0] in " \t":
            raw.setdefault(slot, []).append(line)
        elif not line.strip():
            slot = None
    close()
    return docs


def _pick(fillers: list[Filler], refs: list[str], seen: dict) -> Filler | None:
    """The filler that speaks of the same victim; the k-th identical reference pairs with the k-th."""
    want = {r.upper() for r in refs}
    same = [f for f in fillers if want & {r.upper() for r in (f.refs or f.values)}]
    if not same:
        return None
    key = (id(fillers), tuple(sorted(want)))
    k = seen.get(key, 0)
    seen[key] = k + 1
    exact = [f for f in same if {r.upper() for r in (f.refs or f.values)} == want]
    pool = exact or same
    return pool[min(k, len(pool) - 1)]


def derive_facts(tpl: Template) -> list[Fact]:
    names, descs = tpl.slots.get(18, []), tpl.slots.get(19, [])
    numbers, effects = tpl.slots.get(21, []), tpl.slots.get(23, [])
    own = [f for f in descs if not f.refs]
    seen: dict = {}
    out = []
    for eff in effects:
        wanted = {v.upper() for v in eff.values} & set(EFFECTS)
        if not wanted:
            continue
        texts = list(dict.fromkeys(eff.refs))
        number = _pick(numbers, eff.refs, seen) if eff.refs else None
        holder = (_pick(names, eff.refs, seen) or _pick(own, eff.refs, seen)) if eff.refs else None
        refs = {r.upper() for r in eff.refs}
        for d in descs:  # a title or role filed under the victim's name
            if d.refs and refs & {r.upper() for r in d.refs}:
                texts += [v for v in d.values if v not in texts]
        counts = [c for v in (number.values if number else []) if (c := parse_count(v))]
        optional = tpl.optional or eff.optional or bool(number and number.optional) or bool(holder and holder.optional)
        out.append(Fact(wanted, texts, counts, optional))
    return out


def parse_texts(text: str) -> dict[str, str]:
    """doc id -> article body, for the corpus files that open each article with its id on a line."""
    out: dict[str, str] = {}
    doc = None
    for line in text.splitlines():
        m = re.match(r"^((?:DEV|TST\d)-MUC\d-\d{4})\b", line)
        if m:
            doc = m[1]
            out[doc] = ""
        elif doc:
            out[doc] += line + "\n"
    return {k: v.strip() for k, v in out.items()}
