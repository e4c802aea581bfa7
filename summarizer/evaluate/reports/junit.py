"""The verdict as JUnit XML: one test case per article and group of records.

A wrong record is a failure; an article that could not be run is an error, so that no tool counts it as wrong.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from summarizer.evaluate.faults import Fault, Wrong
from summarizer.evaluate.gate import Verdict
from summarizer.evaluate.reports.safe import storable
from summarizer.evaluate.scoring import ArticleScore

_GROUPS = {"events": "event", "casualties": "casualty", "claims": "claim"}


def render(verdict: Verdict) -> str:
    """The XML document."""
    root = Element("testsuites", name=f"summarizer eval {verdict.engine}")
    for article in verdict.suite.articles:
        _article(root, article)
    for failure in verdict.suite.failures:
        suite = SubElement(root, "testsuite", name=storable(failure.name), tests="1", failures="0", errors="1")
        case = SubElement(suite, "testcase", classname=storable(failure.name), name="run")
        SubElement(case, "error", type=storable(failure.reason), message=storable(failure.message))
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _article(root: Element, article: ArticleScore) -> None:
    groups = {name: [f for f in article.faults if f.kind == kind and _counts(f)] for name, kind in _GROUPS.items()}
    groups["grounding"] = [f for f in article.faults if f.wrong == Wrong.UNGROUNDED]
    failed = str(sum(map(bool, groups.values())))
    suite = SubElement(root, "testsuite", name=article.name, tests=str(len(groups)), failures=failed, errors="0")
    for name, faults in groups.items():
        case = SubElement(suite, "testcase", classname=article.name, name=name)
        if faults:
            message = f"{len(faults)} wrong records: {', '.join(sorted({f.wrong for f in faults}))}"
            failure = SubElement(case, "failure", message=message)
            failure.text = storable("\n".join(f"{f.wrong}: {f.gold} | {f.said} | {f.quote}" for f in faults))


def _counts(fault: Fault) -> bool:
    return fault.wrong not in (Wrong.UNGROUNDED, Wrong.SPAN_ONLY)
