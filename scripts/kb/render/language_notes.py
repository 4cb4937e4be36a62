"""The honest note at a section that lags behind its other language; none where they are in step."""

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
        one.anchor: note
        for one in context.catalogue.comparisons.get(page.key, ())
        if (note := _note(page, one, context))
    }
    if not notes:
        return text
    lines = text.split("\n")
    for heading in markdown.headings(text):
        anchor = LEAD if heading.level == 1 else heading.anchor
        if note := notes.pop(anchor, ""):
            lines[heading.line - 1] += f"\n\n{note}\n"
    return "\n".join(lines)


def _note(page: Page, one: Comparison, context: RenderContext) -> str:
    name = _name(page, one)
    other = context.catalogue.page(page.key, page.lang.other)
    section = one.sides.get(page.lang.other)
    if not name or not other or not section:
        return ""
    url = relative(address(context.catalogue, other), address(context.catalogue, page))
    changed = context.changed(other, (section.line, section.last_line))
    day = PartialDate(changed.year, changed.month, changed.day) if changed else None
    template = context.fragments.get_template("language-note.html")
    return template.render(
        name=name,
        day=day if name == _LAGS else None,
        url=url if one.anchor == LEAD else f"{url}#{one.anchor}",
        other=other.lang,
        **words_of(page, context),
    ).strip()


def _name(page: Page, one: Comparison) -> str:
    """The word that says how this side stands; empty if there is nothing to say on it."""
    if one.state is State.BOTH_CHANGED:
        return _BOTH
    if one.fresher is not page.lang.other:
        return ""
    return _MISSES if one.is_one_sided else _LAGS
