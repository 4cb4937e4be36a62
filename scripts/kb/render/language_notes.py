"""Notes for readers at the sections that lag behind the other language."""

from __future__ import annotations

from kb.directives.context import RenderContext
from kb.model import markdown
from kb.model.addresses import address, relative
from kb.model.date import PartialDate
from kb.model.page import Page
from kb.model.sections import LEAD
from kb.model.translations import Comparison, State
from kb.render.words import words_of

_LAGS = "note-newer"
_MISSES = "note-missing"
_BOTH = "note-both-changed"


def with_language_notes(page: Page, text: str, context: RenderContext) -> str:
    """The page's Markdown with a note below the heading of each section that needs one."""
    notes = {
        section.anchor: note
        for section in context.catalogue.comparisons.get(page.key, ())
        if (note := _note(page, section, context))
    }
    if not notes:
        return text
    lines = text.split("\n")
    for heading in markdown.headings(text):
        anchor = LEAD if heading.level == 1 else heading.anchor
        if note := notes.pop(anchor, ""):
            lines[heading.line - 1] += f"\n\n{note}\n"
    return "\n".join(lines)


def _note(page: Page, section: Comparison, context: RenderContext) -> str:
    name = _name(page, section)
    other = context.catalogue.page(page.key, page.lang.other)
    other_side = section.sides.get(page.lang.other)
    if not name or not other or not other_side:
        return ""
    url = relative(address(context.catalogue, other), address(context.catalogue, page))
    changed = context.changed(other, (other_side.line, other_side.last_line))
    day = PartialDate(changed.year, changed.month, changed.day) if changed else None
    template = context.fragments.get_template("language-note.html")
    return template.render(
        name=name,
        day=day if name == _LAGS else None,
        url=url if section.anchor == LEAD else f"{url}#{section.anchor}",
        other=other.lang,
        **words_of(page, context),
    ).strip()


def _name(page: Page, section: Comparison) -> str:
    """The name of the note's words; empty if this side needs no note."""
    if section.state is State.BOTH_CHANGED:
        return _BOTH
    if section.fresher is not page.lang.other:
        return ""
    return _MISSES if section.is_one_sided else _LAGS
