"""A page that was begun from its outline has words in every place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.check import check_alone
from kb.finding import Finding, Rule
from kb.model import markdown
from kb.model.catalogue import Catalogue
from kb.model.outline import OPEN

_ALONE = re.compile(rf"(?:#{{1,6}}\s+)?{OPEN}(?:\[\^[^\]]+\])*(?:\s*\{{[^}}]*\}})?\s*")

OPEN_PLACE = Rule.error(
    "open-place",
    "Kohta on vielä auki: siinä on vain ”…”. Kirjoita teksti sen tilalle tai poista rivi.",
    "Här saknas text: det står bara ”…”. Skriv texten i stället eller ta bort raden.",
)


@check_alone
def open_place(catalogue: Catalogue) -> Iterator[Finding]:
    """A place where the outline's `…` still waits for words.

    Bad: `## … {#raha}`. Good: `## Raha {#raha}`.
    """
    for page in catalogue.pages():
        if page.front.description == OPEN:
            line = page.front.place.line_of("description")
            yield OPEN_PLACE.at(page.path, line)
        for line, text in markdown.prose_lines(page.body, page.body_line):
            if OPEN in text and _ALONE.fullmatch(text):
                yield OPEN_PLACE.at(page.path, line)
