"""Markdown is enough: HTML only where it has no word for a thing, and never a script."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.check import check
from kb.finding import Finding, Rule
from kb.model import markdown
from kb.model.catalogue import Catalogue

ALLOWED = frozenset({"abbr", "br", "kbd", "sub", "sup", "details", "summary", "wbr"})
"""Elements that Markdown cannot write and that cannot do any harm."""
_CODE = re.compile(r"(`+).*?\1")
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)(\s[^<>]*)?/?>")
_ACTIVE = re.compile(r"\b(on\w+|style|srcdoc|formaction)\s*=", re.IGNORECASE)
_SCRIPT = re.compile(r"\]\(\s*<?\s*((?:javascript|data|vbscript):)", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"\{:?([^{}]*=[^{}]*)\}")

RAW_HTML = Rule.error(
    "raw-html",
    "HTML-merkintää ”{tag}” ei käytetä sivuilla. Kirjoita asia Markdownilla; sallittuja ovat "
    "vain: {allowed}.",
    "HTML-koden ”{tag}” används inte på sidorna. Skriv samma sak med Markdown; tillåtna är bara: "
    "{allowed}.",
)
_ACTIVE_ATTRIBUTE = RAW_HTML.saying(
    "Määritettä ”{name}” ei käytetä sivuilla: tyylit ja toiminnot tulevat sivupohjasta. Poista se.",
    "Attributet ”{name}” används inte på sidorna: stil och funktioner kommer från sidmallen. Ta "
    "bort det.",
)
_SCRIPT_LINK = RAW_HTML.saying(
    "Linkin alku ”{scheme}” ei ole verkko-osoite. Kirjoita osoite, joka alkaa https://.",
    "Länkens början ”{scheme}” är ingen webbadress. Skriv en adress som börjar med https://.",
)


@check
def raw_html(catalogue: Catalogue) -> Iterator[Finding]:
    """HTML or a script in a page, outside a small list of harmless elements.

    Bad: `<div style="color: red">`. Good: `H<sub>2</sub>O`.
    """
    for page in catalogue.pages():
        for line, text in markdown.prose_lines(page.body, page.body_line):
            if "<" in text or "{" in text or ":" in text:
                for rule, values in _wrong(_CODE.sub("", text)):
                    yield rule.at(page.path, line, **values)


def _wrong(text: str) -> Iterator[tuple[Rule, dict[str, str]]]:
    for found in _TAG.finditer(text):
        active = _ACTIVE.search(found[2] or "")
        if found[1].lower() not in ALLOWED:
            allowed = ", ".join(sorted(ALLOWED))
            yield RAW_HTML, {"tag": f"<{found[1]}>", "allowed": allowed}
        elif active:
            yield _ACTIVE_ATTRIBUTE, {"name": active[1]}
    for attributes in _ATTRIBUTES.finditer(text):
        if active := _ACTIVE.search(attributes[1]):
            yield _ACTIVE_ATTRIBUTE, {"name": active[1]}
    if script := _SCRIPT.search(text):
        yield _SCRIPT_LINK, {"scheme": script[1]}
