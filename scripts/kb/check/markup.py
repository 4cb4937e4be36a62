"""Markdown is enough: HTML only where it has no word for a thing, and never a script."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.check import messages
from kb.finding import Finding
from kb.model import markdown
from kb.model.catalogue import Catalogue
from kb.text import Text

ALLOWED = frozenset({"abbr", "br", "kbd", "sub", "sup", "details", "summary", "wbr"})
"""Elements that Markdown cannot write and that cannot do any harm."""
_CODE = re.compile(r"(`+).*?\1")
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)(\s[^<>]*)?/?>")
_ACTIVE = re.compile(r"\b(on\w+|style|srcdoc|formaction)\s*=", re.IGNORECASE)
_SCRIPT = re.compile(r"\]\(\s*<?\s*((?:javascript|data|vbscript):)", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"\{:?([^{}]*=[^{}]*)\}")


def raw_html(catalogue: Catalogue) -> Iterator[Finding]:
    """HTML or a script in a page, outside a small list of harmless elements.

    Bad: `<div style="color: red">`. Good: `H<sub>2</sub>O`.
    """
    for page in catalogue.pages():
        for line, text in markdown.prose_lines(page.body, page.body_line):
            if "<" in text or "{" in text or ":" in text:
                for message in _wrong(_CODE.sub("", text)):
                    yield Finding(page.path, line, "raw-html", message)


def _wrong(text: str) -> Iterator[Text]:
    for found in _TAG.finditer(text):
        active = _ACTIVE.search(found[2] or "")
        if found[1].lower() not in ALLOWED:
            allowed = ", ".join(sorted(ALLOWED))
            yield messages.RAW_HTML.format(tag=f"<{found[1]}>", allowed=allowed)
        elif active:
            yield messages.ACTIVE_ATTRIBUTE.format(name=active[1])
    for attributes in _ATTRIBUTES.finditer(text):
        if active := _ACTIVE.search(attributes[1]):
            yield messages.ACTIVE_ATTRIBUTE.format(name=active[1])
    if script := _SCRIPT.search(text):
        yield messages.SCRIPT_LINK.format(scheme=script[1])
