"""CI's command: the pages that are due, as Markdown, from what a check found.

    check.py --format json | reviews.py

Nothing is printed if no page is due. What is due is decided by the check alone.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import TextIO

from kb.check.dates import REVIEW_OVERDUE
from kb.text import Lang, Text

HEADING = Text("Tarkistettavia sivuja: {count}", "Sidor att granska: {count}")
ADVICE = Text(
    "Lue sivu ja sen lähteet. Kun tiedot ovat ajan tasalla, kirjoita päivä sivun alkuun riville "
    "`checked`, molempiin kieliin samana päivänä.",
    "Läs sidan och dess källor. När uppgifterna är aktuella, skriv datumet överst på sidan på "
    "raden `checked`, samma dag på båda språken.",
)


def main(check: TextIO) -> int:
    """Print the list, each page once, in the order of the check."""
    if due := _due(json.load(check)):
        print(as_markdown(due))
    return 0


def as_markdown(due: list[str]) -> str:
    """The pages as a list below what is to be done, in both languages."""
    said = [f"## {HEADING[lang].format(count=len(due))}\n\n{ADVICE[lang]}\n" for lang in Lang]
    return "\n".join([*said, *(f"- `{path}`" for path in due)])


def _due(findings: Iterable[dict[str, str]]) -> list[str]:
    return list(dict.fromkeys(one["path"] for one in findings if one["rule"] == REVIEW_OVERDUE.id))


if __name__ == "__main__":
    sys.exit(main(sys.stdin))
