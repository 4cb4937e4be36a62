"""What stands above the title of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.check import check_alone
from kb.finding import Finding, Rule
from kb.model.blocks import blocks
from kb.model.catalogue import Catalogue
from kb.model.fields import field_list
from kb.model.page import FrontMatter

TEXT_BEFORE_TITLE = Rule.error(
    "text-before-title",
    "Ennen pääotsikkoa on tekstiä: ”{shown}”. Siirrä se otsikon alle tai poista se.",
    "Före huvudrubriken finns det text: ”{shown}”. Flytta den under rubriken eller ta bort den.",
)
_DATA = TEXT_BEFORE_TITLE.saying(
    "Tieto ”{shown}” näkyisi lukijalle, koska sen ympäriltä puuttuvat viivat. Kirjoita --- omalle "
    "rivilleen ennen tietoja ja niiden jälkeen.",
    "Uppgiften ”{shown}” skulle synas för läsaren eftersom strecken omkring saknas. Skriv --- på "
    "egna rader före och efter uppgifterna.",
)

_KEY = re.compile(r"([a-z_]+):(?:\s|$)")
_SHOWN = 60


@check_alone
def text_before_title(catalogue: Catalogue) -> Iterator[Finding]:
    """Text above the title of a page, where its data may be without their dashes.

    Bad: `Huomio: luonnos` above `# Rahoitus`. Good: the same below it.
    """
    keys = field_list(FrontMatter).keys() | FrontMatter.elsewhere
    for page in catalogue.pages():
        title = next((one.line for one in page.headings if one.level == 1), None)
        first = next((block[0] for block in blocks(page)), None)
        is_open = page.body.startswith("---")  # of data without an end another rule tells
        if title and first and first.number < title and not is_open:
            key = _KEY.match(first.text)
            rule = _DATA if key and key[1] in keys else TEXT_BEFORE_TITLE
            yield rule.at(page.path, first.number, shown=first.typed.strip()[:_SHOWN])
