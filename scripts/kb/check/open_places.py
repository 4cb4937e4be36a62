"""A page that was begun from its outline has words in every place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.check import messages
from kb.finding import Finding
from kb.model import markdown
from kb.model.catalogue import Catalogue
from kb.model.outline import OPEN

_ALONE = re.compile(rf"(?:#{{1,6}}\s+)?{OPEN}(?:\[\^[^\]]+\])*(?:\s*\{{[^}}]*\}})?\s*")


def open_place(catalogue: Catalogue) -> Iterator[Finding]:
    """A place where the outline's `…` still waits for words.

    Bad: `## … {#raha}`. Good: `## Raha {#raha}`.
    """
    for page in catalogue.pages():
        if page.front.description == OPEN:
            line = page.front.place.line_of("description")
            yield Finding(page.path, line, "open-place", messages.OPEN_PLACE)
        for line, text in markdown.prose_lines(page.body, page.body_line):
            if OPEN in text and _ALONE.fullmatch(text):
                yield Finding(page.path, line, "open-place", messages.OPEN_PLACE)
