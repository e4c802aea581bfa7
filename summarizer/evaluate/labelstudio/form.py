"""The labelling form: which field of a record is asked for in which control, and the XML that says so.

A record is a text span labelled with its table. Its closed fields are choices, its open ones text areas with one item
per line, both on that span; further quotes are spans tied to the first by a relation. What has no control of its own
(`accept_` lists, `optional`) stands in the text area `more` as lines of TOML.
"""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from summarizer.evaluate import label_schema as schema

SPANS, TEXT, SAME = "record", "text", "further quote of"


class Control(NamedTuple):
    """One control: its name (`casualty_harm`), the field, its choices (none for text), and whether it takes a list."""

    name: str
    field: str
    choices: tuple[str, ...]
    many: bool


def controls(table: str) -> tuple[Control, ...]:
    """The controls of a table, in the order of the label file. Quotes are the spans themselves."""
    made = []
    for field, kind in schema.TABLES[table].items():
        if field in ("quotes", "optional") or (table == "forbid" and field == "quote"):
            continue
        vocabulary = schema.VOCABULARIES[table].get(field)
        closed = tuple(vocabulary) if vocabulary else ("true", "false") if kind is schema.FLAG else ()
        many = kind in (schema.TEXTS, schema.LINKS)
        made.append(Control(f"{table}_{field}", field, tuple(map(str, closed)), many))
    return (*made, Control(f"{table}_more", "more", (), True))


def config() -> str:
    """The labelling configuration as XML."""
    root = Element("View")
    labels = SubElement(root, "Labels", name=SPANS, toName=TEXT)
    for table in schema.TABLES:
        SubElement(labels, "Label", value=table)
    relations = SubElement(root, "Relations")
    SubElement(relations, "Relation", value=SAME)
    SubElement(root, "Text", name=TEXT, value="$text")
    for table in schema.TABLES:
        part = SubElement(root, "View", visibleWhen="region-selected", whenTagName=SPANS, whenLabelValue=table)
        for control in controls(table):
            _control(part, control)
    indent(root)
    return tostring(root, encoding="unicode") + "\n"


def _control(part: Element, control: Control) -> None:
    SubElement(part, "Header", value=control.field.replace("_", " "))
    common = {"name": control.name, "toName": TEXT, "perRegion": "true"}
    if control.choices:
        choices = SubElement(part, "Choices", {**common, "choice": "single"})
        for value in control.choices:
            SubElement(choices, "Choice", value=value)
    else:
        SubElement(part, "TextArea", {**common, "maxSubmissions": "0" if control.many else "1", "editable": "true"})
