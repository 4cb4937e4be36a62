"""A link that says the title of a page leads to that page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from kb.check import check
from kb.check.lying_links import LYING_LINK
from kb.finding import Finding
from kb.model import markdown
from kb.model.catalogue import Catalogue
from kb.model.links import page_link
from kb.model.page import Page
from kb.model.prose import LONGEST_TYPED

_OTHER_PAGE = LYING_LINK.saying(
    "Linkin teksti ”{shown}” on toisen sivun nimi, mutta linkki vie sivulle ”{host}”. Kirjoita "
    "linkkiin {better}, tai vaihda sen teksti.",
    "Länkens text ”{shown}” är en annan sidas namn, men länken leder till sidan ”{host}”. Skriv "
    "{better} i länken, eller byt dess text.",
)
_LINK = re.compile(r"(?<!!)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(\s*<?([^)\s>]+)>?\s*\)")


@check
def lying_link(catalogue: Catalogue) -> Iterator[Finding]:
    """The words of a link are the title of another page than it leads to.

    Bad: `[Aikajana](tulokset.md)`. Good: `[Aikajana](aikajana.md)`.
    """
    for page in catalogue.pages():
        if "](" not in page.body:
            continue
        titled = _titled(catalogue, page)
        for line, text in markdown.prose_lines(page.body, page.body_line):
            for words, target in _LINK.findall(markdown.without_code(text[:LONGEST_TYPED])):
                shown = markdown.plain(words)
                meant = titled.get(shown)
                link = page_link(target, page.folder) if meant else None
                there = catalogue.page(link.key, page.lang) if link else None
                is_name = set(shown.split()) <= catalogue.names
                if (
                    meant
                    and not is_name
                    and there
                    and there is not meant
                    and not _says(there, shown)
                ):
                    better = posixpath.relpath(f"{meant.key}.md", page.folder or ".")
                    values = {"shown": shown, "host": there.title, "better": better}
                    yield _OTHER_PAGE.at(page.path, line, **values)


def _titled(catalogue: Catalogue, page: Page) -> dict[str, Page]:
    known = catalogue.worked_out.setdefault("pages by title", {})
    if page.lang not in known:
        known[page.lang] = {
            name: one for one in catalogue.pages(page.lang) for name in (one.short_title, one.title)
        }
    titles: dict[str, Page] = known[page.lang]
    return titles


def _says(page: Page, shown: str) -> bool:
    """True if the page is called so itself, or has a heading that is."""
    names = (page.short_title, *(heading.text for heading in page.headings))
    return shown.casefold() in map(str.casefold, names)
