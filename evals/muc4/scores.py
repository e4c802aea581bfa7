"""Score casualty facts and incidents against MUC-4 keys, from neutral predictions.

A prediction: {"doc": "...", "incidents": [{"type": "BOMBING", "victims":
    [{"text": "civilians", "effect": "DEATH", "min": 6, "max": 6}]}]}   ("aliases": [...] allowed)

A fact is (document, effect, count, victim), paired one to one per document; strict asks for effect, count and victim
wording. Optional templates and fillers never count as missed.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict

from evals.muc4 import keys
from summarizer.evaluate import assignment

INF = float("inf")
DROP = {
    "THE",
    "A",
    "AN",
    "SOME",
    "SEVERAL",
    "AT",
    "LEAST",
    "ABOUT",
    "MORE",
    "THAN",
    "OTHER",
    "OTHERS",
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
    "DOZEN",
    "MANY",
    "ALL",
    "HIS",
    "HER",
    "THEIR",
    "MR",
    "MRS",
    "DR",
    "THOSE",
    "THESE",
    "UP",
    "TO",
}
BREAK = {
    "OF",
    "WHO",
    "WHICH",
    "THAT",
    "IN",
    "AT",
    "FROM",
    "WITH",
    "FOR",
    "ON",
    "BY",
    "WHILE",
    "BELONGING",
    "AND",
    "NEAR",
}
PERSON = {"PERSON", "PEOPLE", "INDIVIDUAL", "VICTIM", "DEAD", "INJURED", "WOUNDED", "CASUALTY", "LIFE", "FATALITY"}
IRREGULAR = {
    "PEOPLE": "PERSON",
    "MEN": "MAN",
    "WOMEN": "WOMAN",
    "CHILDREN": "CHILD",
    "POLICEMEN": "POLICEMAN",
    "LIVES": "LIFE",
    "WIVES": "WIFE",
    "PERSONS": "PERSON",
}


def stem(w: str) -> str:
    if w in IRREGULAR:
        return IRREGULAR[w]
    if w.endswith("MEN") and len(w) > 4:
        return w[:-3] + "MAN"
    if w.endswith("IES") and len(w) > 4:
        return w[:-3] + "Y"
    return w[:-1] if w.endswith("S") and not w.endswith("SS") and len(w) > 3 else w


def words(text: str) -> list[str]:
    text = re.sub(r"'S\b", "", text.upper())
    return re.findall(r"[A-ZÀ-Þ]+", re.sub(r"[\[\]\"\\]", " ", text))


def head(text: str) -> tuple[str, set[str]]:
    """Head word of the noun phrase (last content word before a preposition or comma) and all content words."""
    first = re.split(r",", text)[0]
    toks = words(first) or words(text)
    core = []
    for t in toks:
        if t in BREAK and core:
            break
        if t not in DROP and t not in BREAK:
            core.append(stem(t))
    every = {stem(t) for t in words(text) if t not in DROP and t not in BREAK}
    return (core[-1] if core else ""), every


def text_score(pred: list[str], gold: list[str]) -> float:
    """1 same words, 0.8 same head, 0.5 one head inside the other phrase, 0.3 both generic, else 0."""
    if not gold:
        return 0.5
    best = 0.0
    for p in pred:
        ph, pw = head(p)
        for g in gold:
            gh, gw = head(g)
            if pw and pw == gw:
                return 1.0
            if ph and ph == gh:
                best = max(best, 0.8)
            elif (ph and ph in gw) or (gh and gh in pw):
                best = max(best, 0.5)
            elif ph in PERSON and gh in PERSON:
                best = max(best, 0.3)
    return best


def count_ok(pred: tuple, gold: list[tuple[int, int | None]]) -> bool:
    lo, hi = pred
    if lo is None:
        return not gold
    if not gold:
        return True
    for a, b in gold:
        if b == a:
            if lo == a:  # exact, or "at least a"
                return True
        elif b is None:
            if lo >= a:  # PLURAL = (2, open)
                return True
        elif a <= lo <= b or (hi is not None and a <= hi <= b):
            return True
    return False


def assign(score: list[list[float]]) -> list[tuple[int, int]]:
    """Maximum-score pairs; a pair scoring 0 is no pair."""
    return [(r, c) for r, c in assignment.assign(score) if score[r][c] > 0]


def tally(gold_required: list[bool], n_pred: int, pairs: list[tuple[int, int]]) -> tuple[int, int, int]:
    """(tp, fp, fn): an optional gold item counts only when it is matched."""
    hit = {g for g, _ in pairs}
    return len(pairs), n_pred - len(pairs), sum(req and i not in hit for i, req in enumerate(gold_required))


MODES = {"strict": (True, True), "no-count": (True, False), "no-text": (False, True)}


def fact_pairs(gold, pred, effect: str, mode: str):
    need_text, need_count = MODES[mode]
    g = [f for f in gold if effect in f.effects]
    p = [v for v in pred if v["effect"] == effect]
    score = []
    for f in g:
        row = []
        for v in p:
            t = text_score([v.get("text") or "", *list(v.get("aliases") or [])], f.texts)
            c = count_ok((v.get("min"), v.get("max")), f.counts)
            ok = (t > 0 or not need_text) and (c or not need_count)
            row.append(10 + (0 if f.optional else 3) + 2 * t + c if ok else 0)
        score.append(row)
    return g, p, assign(score)


def totals(facts) -> set[tuple[int, float]]:
    """Acceptable (min, max) dead totals of a document: alternatives and optional or repeated facts fan out."""
    sums = {(0, 0)}
    seen = []
    for f in facts:
        if "DEATH" not in f.effects:
            continue
        alts = {(a, INF if b is None else b) for a, b in (f.counts or [(1, None)])}
        again = any(set(f.texts) & set(s.texts) and set(f.counts) & set(s.counts) for s in seen)
        seen.append(f)
        if f.optional or again or f.effects != {"DEATH"}:
            alts = alts | {(0, 0)}
        sums = {(a + x, b + y) for a, b in sums for x, y in alts}
    return sums


def score_doc(gold, pred: dict) -> dict[str, tuple[int, int, int]]:
    """Per-document tallies by metric: (tp, fp, fn), or (right, 0, asked - right) for totals."""
    out: dict[str, tuple[int, int, int]] = {}
    inc = pred.get("incidents") or []
    required = [not t.optional for t in gold]
    if any(required) or not gold:  # documents with optional templates only are neutral
        rel, said = bool(gold), bool(inc)
        out["doc relevance"] = (int(rel and said), int(said and not rel), int(rel and not said))
    for name, typed in (("incident (any type)", False), ("incident type", True)):
        m = []
        for t in gold:
            row = []
            for i in inc:
                same = i["type"].upper() in t.types
                vic = max(
                    (text_score([v.get("text") or ""], f.texts) for v in i.get("victims") or [] for f in t.facts),
                    default=0,
                )
                row.append(0 if typed and not same else 10 + (0 if t.optional else 3) + 4 * same + 2 * vic)
            m.append(row)
        out[name] = tally(required, len(inc), assign(m))
    facts = [f for t in gold for f in t.facts]
    victims = [v for i in inc for v in i.get("victims") or []]
    for effect in keys.EFFECTS:
        for mode in MODES:
            g, p, pairs = fact_pairs(facts, victims, effect, mode)
            need = [not f.optional and f.effects == {effect} for f in g]  # "INJURY / DEATH" obliges to neither
            out[f"{effect.lower()} {mode}"] = tally(need, len(p), pairs)
    goal = totals(facts)
    dead = [v for v in victims if v["effect"] == "DEATH"]
    said = sum(v.get("min") or 1 for v in dead)
    exact = {a for a, b in goal if a == b}
    if exact and not any(b == INF for _, b in goal):
        ok, near = said in exact, any(abs(said - a) <= 0.1 * a for a in exact)
        out["dead total exact, all docs"] = (int(ok), 0, int(not ok))
        if 0 not in exact:
            out["dead total exact, docs with dead"] = (int(ok), 0, int(not ok))
            out["dead total within 10%, docs with dead"] = (int(near), 0, int(not near))
    elif goal:
        ok = any(a <= said <= b for a, b in goal)
        out["dead total bound holds, open-ended docs"] = (int(ok), 0, int(not ok))
    return out


def add(rows: list[dict]) -> dict[str, tuple[int, int, int]]:
    acc = defaultdict(lambda: [0, 0, 0])
    for r in rows:
        for k, t in r.items():
            for i in range(3):
                acc[k][i] += t[i]
    return {k: tuple(v) for k, v in acc.items()}


def prf(t) -> tuple[float, float, float]:
    tp, fp, fn = t
    p = tp / (tp + fp) if tp + fp else 0.0
    r = tp / (tp + fn) if tp + fn else 0.0
    return p, r, (2 * p * r / (p + r) if p + r else 0.0)


def value(name: str, t) -> float:
    """The one number of a metric: accuracy for totals, F1 for the rest."""
    return prf(t)[1] if name.startswith("dead total") else prf(t)[2]


def bootstrap(rows: list[dict], n=2000, seed=1, other: list[dict] | None = None):
    """95% percentile interval over documents; with `other`, of the paired difference rows - other."""
    rng = random.Random(seed)
    names = sorted({k for r in rows for k in r})
    draws = {k: [] for k in names}
    for _ in range(n):
        pick = [rng.randrange(len(rows)) for _ in rows]
        a = add([rows[i] for i in pick])
        b = add([other[i] for i in pick]) if other else None
        for k in names:
            x = value(k, a[k]) if k in a else 0.0
            draws[k].append(x - (value(k, b[k]) if b and k in b else 0.0))
    return {k: (sorted(d)[int(0.025 * n)], sorted(d)[int(0.975 * n)]) for k, d in draws.items()}


def evaluate(gold: dict, pred: dict) -> tuple[dict, list[dict]]:
    """Sums over all documents of the key, and the tallies of each; a missing document counts as "nothing said"."""
    rows = [score_doc(gold[d], pred.get(d, {"doc": d, "incidents": []})) for d in sorted(gold)]
    return add(rows), rows


def table(gold: dict, pred: dict) -> list[str]:
    """The score table, one metric per line, with bootstrap intervals over documents."""
    total, rows = evaluate(gold, pred)
    spread = bootstrap(rows)
    lines = [f"{'metric':42} {'tp':>4} {'fp':>4} {'fn':>4} {'P':>6} {'R':>6} {'F1/acc':>7}  95% interval"]
    for name, t in total.items():
        p, r, _ = prf(t)
        low, high = spread[name]
        lines.append(
            f"{name:42} {t[0]:4} {t[1]:4} {t[2]:4} {p:6.3f} {r:6.3f} {value(name, t):7.3f}  {low:.2f}-{high:.2f}"
        )
    return lines
