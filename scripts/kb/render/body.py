"""A page's Markdown made whole: what stands at its opening, its directives, its sources."""

from __future__ import annotations

from itertools import pairwise

from kb.directives import DIRECTIVES
from kb.directives.arguments import Arguments
from kb.directives.context import RenderContext
from kb.model import markdown
from kb.model.excuses import without_excuses
from kb.model.page import HOME, Page, once_a_page
from kb.model.previewed import previewed
from kb.render.admonitions import titled
from kb.render.citations import with_sources
from kb.render.key_facts import key_facts
from kb.render.language_notes import with_language_notes
from kb.render.seal import SEAL
from kb.render.words import words_of

OURS_STAND_HERE = f"<!-- {SEAL} -->"
"""Where the template puts what is its own: search below the home page's lead, what is related
between the text of other pages and its sources. Nobody else can write it.
"""


def markdown_of(page: Page, context: RenderContext) -> str:
    """All that Markdown is to make of a page."""
    noted = with_language_notes(page, _laid_out(page), context)
    head, rest = opening(expand(page, titled(noted, context.catalogue, page.lang), context))
    if page.key == HOME:
        whole = f"{head}\n\n{OURS_STAND_HERE}\n\n{parted(rest)}\n"
    else:
        rows = key_facts(context.catalogue, page)
        below = _fragment("key-facts", page, context, rows=rows) if rows else ""
        whole = f"{head}\n\n{below}\n\n{rest}\n\n{OURS_STAND_HERE}\n"
    return with_sources(page, whole, context)


@once_a_page
def _laid_out(page: Page) -> str:
    """The page's text as Python-Markdown is to read it."""
    return previewed(without_excuses(page.body.lstrip("\n")))


def expand(page: Page, text: str, context: RenderContext) -> str:
    """The page's Markdown with every directive replaced by what it shows."""
    lines = text.split("\n")
    for use in markdown.directives(text):
        if directive := DIRECTIVES.get(use.name):
            values = directive.context(context, page, Arguments.of(use))
            lines[use.line - 1] = f"\n{_fragment(directive.name, page, context, **values)}\n"
    return "\n".join(lines)


def opening(text: str) -> tuple[str, str]:
    """The page's title with its lead, and the rest; a lead is a plain paragraph below the title."""
    blocks = text.lstrip("\n").split("\n\n")
    if not blocks[0].startswith("# "):
        return "", text
    size = 1
    while size < len(blocks) and blocks[size].lstrip().startswith("<"):
        size += 1  # a note about the other language
    has_lead = size < len(blocks) and blocks[size].strip()[:1].isalnum()
    if "\n" in blocks[0].strip() or not has_lead:
        return blocks[0], "\n\n".join(blocks[1:])
    return "\n\n".join(blocks[: size + 1]), "\n\n".join(blocks[size + 1 :])


def parted(text: str) -> str:
    """The text with each of its sections in an element of its own, what is before them as well."""
    lines = text.split("\n")
    starts = [heading.line - 1 for heading in markdown.headings(text) if heading.level == 2]
    parts = [lines[start:end] for start, end in pairwise([0, *starts, len(lines)])]
    return "\n\n".join(
        f'<div class="part" markdown="block">\n\n{inside}\n\n</div>'
        for part in parts
        if (inside := "\n".join(part).strip())
    )


def _fragment(name: str, page: Page, context: RenderContext, **values: object) -> str:
    template = context.fragments.get_template(f"{name}.html")
    return template.render(lang=page.lang, seal=SEAL, **words_of(page, context), **values).strip()
