"""Which section of a page was meant by a link to an id that no section has."""

from __future__ import annotations

from collections.abc import Iterator

from markdown.extensions.toc import slugify

from kb.finding import hint
from kb.model import markdown
from kb.model.links import page_link
from kb.model.page import Page
from kb.text import Text

_MEANT = Text("Tarkoititko ”#{id}”?", "Menade du ”#{id}”?")
_THERE = Text("Sivun kohdat ovat: {ids}.", "Sidans avsnitt är: {ids}.")
_NONE_THERE = Text(
    "Sivun otsikoilla ei ole tunnuksia. Poista linkistä ”#{id}”, tai anna otsikolle tunnus näin: "
    "## Otsikko {{#{id}}}",
    "Sidans rubriker har inga id. Ta bort ”#{id}” ur länken, eller ge rubriken ett id så här: "
    "## Rubrik {{#{id}}}",
)
_FEWEST = 4
"""Letters that an id and what was typed must share to be taken for one."""


def likely_anchor(typed: str, there: Page, page: Page, other: Page | None) -> Text:
    """The id that was meant, or all that there are.

    An id that is a part of what was typed or the words of a heading in place of its id; then the
    one section that only the page's other language leads to; then an id that is spelt nearly so.
    """
    ids = {heading.anchor: heading.text for heading in there.headings if heading.anchor}
    if not ids:
        return _NONE_THERE.format(id=typed)
    theirs = [id for id in _of_other(page, other, there) if id in ids]
    for id in (*_alike(typed, ids), *(theirs if len(theirs) == 1 else ())):
        return _MEANT.format(id=id)
    listed = ", ".join(f"#{id} ({words})" for id, words in ids.items())
    return hint(typed, ids, _THERE.format(ids=listed), shown="#{}".format)


def _of_other(page: Page, other: Page | None, there: Page) -> Iterator[str]:
    """The sections of that page to which the other language leads, and this one does not."""
    own = set(_leading(page, there))
    if other:
        yield from (id for id in _leading(other, there) if id not in own)


def _leading(page: Page, there: Page) -> Iterator[str]:
    for mention in markdown.targets(page.body):
        link = page_link(mention.target, page.folder)
        if link and link.key == there.key and link.anchor:
            yield link.anchor
        elif page.key == there.key and mention.target.startswith("#"):
            yield mention.target[1:]


def _alike(typed: str, ids: dict[str, str]) -> Iterator[str]:
    for id, words in ids.items():
        shorter = min(len(id), len(typed))
        is_part = id.startswith(typed) or typed.startswith(id) or f"-{id}" in typed
        if (is_part and shorter >= _FEWEST) or slugify(words, "-") == typed:
            yield id
