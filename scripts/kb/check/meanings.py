"""Readers' other words lead to what the pages have, by the name that it has there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.check import check
from kb.finding import Finding, Rule, hint
from kb.model.catalogue import Catalogue
from kb.model.evidence import Source
from kb.model.interface import MenuGroup
from kb.model.other_words import OtherWords
from kb.text import Lang, Text

UNKNOWN_MEANING = Rule.error(
    "unknown-meaning",
    "Lukijan sanat johtavat nimeen ”{means}”, jota millään sivulla, otsikolla tai termillä ei ole, "
    "joten haku ei löydä mitään. {hint}",
    "Läsarens ord leder till namnet ”{means}”, som ingen sida, rubrik eller term har, så sökningen "
    "hittar ingenting. {hint}",
)
_CHECK_NAME = Text(
    "Kirjoita se nimi, joka sivulla nyt on.", "Skriv det namn som sidan har i dag."
)


@check
def unknown_meaning(catalogue: Catalogue) -> Iterator[Finding]:
    """Other words that mean something which nothing is called any more.

    A name with a capital is that of a record or in the title of a page; another word is one that
    the pages use.

    Bad: `means: Rahoitus`, and the page is now called Varat. Good: `means: Varat`.
    """
    if catalogue.misread:
        return  # what cannot be read may have the name
    for lang in Lang:
        names = {name.casefold(): name for name in _names(catalogue, lang)}
        titles = "\n".join(
            title for page in catalogue.pages(lang) for title in (page.title, page.short_title)
        )
        texts = "\n".join(page.body for page in catalogue.pages(lang)).casefold()
        for listed in catalogue.all(OtherWords).values():
            means = listed.means[lang]
            word = re.compile(rf"\b{re.escape(means)}", re.IGNORECASE)
            is_used = word.search(titles if means[0].isupper() else texts)
            if not is_used and means.casefold() not in names:
                line = listed.place.line_of(f"means.{lang}")
                advice = hint(means.casefold(), names, _CHECK_NAME, shown=names.__getitem__)
                yield UNKNOWN_MEANING.at(listed.place.path, line, means=means, hint=advice)


def _names(catalogue: Catalogue, lang: Lang) -> Iterator[str]:
    """What pages and records are called; not the parts of the menu, which search does not know."""
    for page in catalogue.pages(lang):
        yield from (page.title, page.short_title)
    for kind, records in catalogue.records.items():
        for record in records.values() if kind not in (MenuGroup.kind, Source.kind) else ():
            for key in ("name", "term", "title", "abbreviation"):
                text = getattr(record, key, None)
                if isinstance(text, Text):
                    yield text[lang].replace("\u00ad", "")
