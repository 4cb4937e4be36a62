"""Directives become Markdown: records chosen by `choosers`, worded by `overrides/fragments`."""

from __future__ import annotations

from kb.model import markdown
from kb.model.directives import DIRECTIVES
from kb.model.page import Directive, Page
from kb.render.choosers import CHOOSERS
from kb.render.context import RenderContext
from kb.render.words import words_of


def expand(page: Page, text: str, context: RenderContext) -> str:
    """The page's Markdown with every directive replaced by what it shows."""
    lines = text.split("\n")
    for directive in markdown.directives(text):
        if directive.name in DIRECTIVES:
            lines[directive.line - 1] = _expansion(page, directive, context)
    return "\n".join(lines)


def _expansion(page: Page, directive: Directive, context: RenderContext) -> str:
    arguments = dict(directive.arguments)
    shown = CHOOSERS[directive.name](context, page, arguments)
    template = context.fragments.get_template(f"{directive.name}.html")
    return "\n" + template.render(lang=page.lang, **words_of(page, context), **shown).strip() + "\n"
