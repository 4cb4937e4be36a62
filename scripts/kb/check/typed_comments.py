"""Kb lines and comments whose marks are not those that a program knows."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from kb.check import check_alone
from kb.finding import Finding
from kb.model.blocks import blocks
from kb.model.catalogue import Catalogue
from kb.model.prose import LONGEST_TYPED
from kb.read.pages import BAD_DIRECTIVE

_DAMAGED = BAD_DIRECTIVE.saying(
    "Kohta ”{mark}” näkyy lukijalle tekstinä, koska sen alku tai loppu on kirjoitettu väärin. "
    "Kirjoita se yksin omalle rivilleen näin: {better}",
    "Stället ”{mark}” syns för läsaren som text, eftersom dess början eller slut är felskrivet. "
    "Skriv det ensamt på en egen rad så här: {better}",
)
_DASH = "[-\u00ad\u2010-\u2015\u2212]"
_OPENS = rf"(?:[<‹«]\s*!\s*{_DASH}+|[<‹«]\s*{_DASH}{{2,}}|[\[{{(<‹«]{{1,3}}\s{{0,3}}(?=/?kb:))"
_CLOSES = rf"(?:{_DASH}*\s*[>›»\]}})]+)"
_MARK = re.compile(rf"{_OPENS}\s*(?P<said>.*?)\s*(?:{_CLOSES}|$)")
_BARE = re.compile(r"(?<![\w:/.])(?P<said>kb:[a-z][a-z-]*(?:\s+[a-z]+=\S+)*)")
_QUOTES = re.compile("[”“„'\"‘’»«]")


@check_alone
def bad_directive(catalogue: Catalogue) -> Iterator[Finding]:
    """A kb line or a comment whose marks a word processor has changed, or that has lost them.

    Bad: `<!– kb:timeline –>`. Good: `<!-- kb:timeline -->`.
    """
    for page in catalogue.pages():
        for block in blocks(page):
            for line in block:
                text = html.unescape(line.text)[:LONGEST_TYPED]
                if found := _MARK.search(text) or _BARE.search(text):
                    said = " ".join(_QUOTES.sub("", found["said"]).split())
                    values = {"mark": found[0].strip(), "better": f"<!-- {said} -->"}
                    yield _DAMAGED.at(page.path, line.number, **values)
