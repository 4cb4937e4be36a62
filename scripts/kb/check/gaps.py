"""What a reader would come to and find nothing: pictures without words, headings without text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kb.check import check, check_alone
from kb.finding import Finding, Rule
from kb.model import markdown
from kb.model.catalogue import Catalogue
from kb.model.outline import OPEN
from kb.model.page import Heading, Page

_IMAGE = re.compile(r"!\[\s*\]\(\s*<?([^)\s>]+)|<img\b(?![^>]*\salt=)[^>]*>")
_COMMENT = re.compile(r"<!--(?!\s*kb:(?!ok\b)).*?-->", re.DOTALL)
_NO_PARAGRAPH = re.compile(r"#{1,6}\s|[-*+]\s|\d+[.)]\s|[|!>]|```|~~~|<(?!https?:)")

IMAGE_WITHOUT_ALT = Rule.error(
    "image-without-alt",
    "Kuvalla ”{image}” ei ole tekstivastinetta. Kirjoita hakasulkeisiin, mitä kuva kertoo: "
    "![Perhekeskuksen aula](aula.jpg).",
    "Bilden ”{image}” har ingen alternativtext. Skriv inom hakparenteserna vad bilden berättar: "
    "![Familjecentrets aula](aula.jpg).",
)


@check_alone
def image_without_alt(catalogue: Catalogue) -> Iterator[Finding]:
    """An image that a reader who does not see it hears nothing of; `alt=""` says it is decoration.

    Bad: `![](aula.jpg)`. Good: `![Perhekeskuksen aula](aula.jpg)`.
    """
    for page in catalogue.pages():
        for line, text in markdown.prose_lines(page.body, page.body_line):
            for found in _IMAGE.finditer(markdown.without_code(text)):
                yield IMAGE_WITHOUT_ALT.at(page.path, line, image=found[1] or found[0])


EMPTY_SECTION = Rule.warning(
    "empty-section",
    "Otsikon ”{heading}” alla ei ole mitään. Kirjoita osio tai poista otsikko.",
    "Det finns inget under rubriken ”{heading}”. Skriv avsnittet eller ta bort rubriken.",
    gives_way=True,
    may_stay=True,
)


@check_alone
def empty_section(catalogue: Catalogue) -> Iterator[Finding]:
    """A heading with neither text nor a deeper heading under it.

    Bad: two headings of one level in a row. Good: a sentence between them.
    """
    for page in catalogue.pages():
        end = Heading(1, "", "", page.body_line + page.body.count("\n") + 1)
        for heading, following in pairwise((*page.headings, end)):
            if following.level <= heading.level > 1 and not _between(page, heading, following):
                yield EMPTY_SECTION.at(page.path, heading.line, heading=heading.text)


MISSING_LEAD = Rule.warning(
    "missing-lead",
    "Otsikon ”{title}” alta puuttuu johdanto. Kirjoita siihen sivun ydin yhtenä kappaleena.",
    "Ingressen under rubriken ”{title}” saknas. Skriv där sidans viktigaste budskap i ett stycke.",
    may_stay=True,
)
_SHORT_DESCRIPTION = MISSING_LEAD.saying(
    "Kuvaus ”{title}” ei kerro, mihin sivu vastaa. Kirjoita kenttään ”description” yksi virke, "
    "esimerkiksi: Mikä perhekeskus on ja kuka siinä työskentelee.",
    "Beskrivningen ”{title}” berättar inte vad sidan svarar på. Skriv en mening i fältet "
    "”description”, till exempel: Vad ett familjecenter är och vem som arbetar där.",
)
_SHORTEST = 20
"""Characters of a sentence about a page."""


@check
def missing_lead(catalogue: Catalogue) -> Iterator[Finding]:
    """A page that does not begin with a paragraph, or that says less of itself than a sentence.

    Bad: `# Raha`, then `## Haku`. Good: `# Raha`, a sentence or two, then `## Haku`.
    """
    for page in catalogue.pages():
        about = page.front.description
        if catalogue.has_data and about and about != OPEN and len(about) < _SHORTEST:
            line = page.front.place.line_of("description")
            yield _SHORT_DESCRIPTION.at(page.path, line, title=about)
        title = next((heading for heading in page.headings if heading.level == 1), None)
        if title and _NO_PARAGRAPH.match(_after(page, title)):
            yield MISSING_LEAD.at(page.path, title.line, title=title.text)


def _after(page: Page, title: Heading) -> str:
    lines = page.body.split("\n")[title.line - page.body_line + 1 :]
    return _COMMENT.sub("", "\n".join(lines)).lstrip()


def _between(page: Page, heading: Heading, following: Heading) -> str:
    lines = page.body.split("\n")
    first = page.body_line
    return "".join(lines[heading.line - first + 1 : following.line - first]).strip()
