"""Readers' other words lead to what the pages have, by the name that it has there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from kb.check import check
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.evidence import Source
from kb.model.interface import MenuGroup
from kb.model.other_words import OtherWords
from kb.model.page import HOME, Page, Pair
from kb.model.translations import State
from kb.text import Lang, Text

UNKNOWN_MEANING = Rule.warning(
    "unknown-meaning",
    "Lukijan sanat johtavat nimeen ”{means}”, jota sivuilla ei enää ole, joten haku ei löydä "
    "asiaa niillä. {advice}",
    "Läsarens ord leder till namnet ”{means}”, som inte längre finns på sidorna, så sökningen "
    "hittar inte saken med dem. {advice}",
)
_RENAMED = UNKNOWN_MEANING.saying(
    "Sivun nimi on muuttunut, mutta lukijan sanat johtavat yhä nimeen ”{means}” ({where}), joten "
    "haku ei löydä sivua niillä. Korjaa otsikko, tai kirjoita uusi nimi sinnekin.",
    "Sidans namn har ändrats, men läsarens ord leder ännu till namnet ”{means}” ({where}), så "
    "sökningen hittar inte sidan med dem. Rätta rubriken, eller skriv det nya namnet även där.",
)
_WRITE = Text(
    "Sivun nimi on nyt ”{title}”: kirjoita se tähän.",
    "Sidan heter nu ”{title}”: skriv det här.",
)
_CHECK_NAME = Text("Kirjoita se nimi, joka sivulla nyt on.", "Skriv det namn som sidan har i dag.")


@check
def unknown_meaning(catalogue: Catalogue) -> Iterator[Finding]:
    """Other words that mean something which nothing is called any more.

    A name with a capital is that of a record or in the title of a page; another word is one that
    the pages use.

    Bad: `means: Rahoitus`, and the page is now called Varat. Good: `means: Varat`.
    """
    if catalogue.misread or not all(_is_titled(page) for page in catalogue.pages()):
        return  # what cannot be read, or has lost its title, may have the name
    used = {lang: _Used.of(catalogue, lang) for lang in Lang}
    for listed in catalogue.all(OtherWords).values():
        unused = [lang for lang in Lang if not used[lang].has(listed.means[lang])]
        pair = _meant(catalogue, listed) if unused else None
        # A page that one language lacks is told by another rule.
        gone = [lang for lang in unused if pair is None or pair[lang]]
        if gone:
            means = "”, ”".join(listed.means[lang] for lang in gone)
            path, line = listed.place.path, listed.place.line_of(f"means.{gone[0]}")
            if page := pair and _renamed(catalogue, pair, gone[0]):
                where = f"{path}:{line}"
                yield _RENAMED.at(page.path, page.headings[0].line, means=means, where=where)
            else:
                advice = _advice(pair, gone)
                yield UNKNOWN_MEANING.at(path, line, means=means, advice=advice)


def _renamed(catalogue: Catalogue, pair: Pair, lang: Lang) -> Page | None:
    """The page, if what has changed is its opening since both languages were in step."""
    opening = next(iter(catalogue.comparisons.get(pair.key, ())), None)
    is_changed = opening and opening.declared and opening.state is not State.IN_STEP
    return pair[lang] if is_changed else None


def _is_titled(page: Page) -> bool:
    return any(heading.level == 1 for heading in page.headings)


def _meant(catalogue: Catalogue, listed: OtherWords) -> Pair | None:
    """The page that the entry has its id from, if there is one."""
    for key, pair in catalogue.pairs.items():
        if listed.id in (key.removesuffix(f"/{HOME}"), key.rpartition("/")[2]):
            return pair
    return None


def _advice(pair: Pair | None, gone: Sequence[Lang]) -> Text:
    """What the page is called now."""
    if pair is None:
        return _CHECK_NAME
    titles = [page.title for lang in gone if (page := pair[lang])]
    return _WRITE.format(title="”, ”".join(titles))


@dataclass(frozen=True)
class _Used:
    """What a language of the site calls things by."""

    names: frozenset[str]
    titles: str
    texts: str

    @classmethod
    def of(cls, catalogue: Catalogue, lang: Lang) -> Self:
        pages = list(catalogue.pages(lang))
        names = frozenset(name.casefold() for name in _names(catalogue, lang))
        titles = "\n".join(f"{page.title}\n{page.short_title}" for page in pages)
        return cls(names, titles, "\n".join(page.body for page in pages).casefold())

    def has(self, means: str) -> bool:
        if means.casefold() in self.names:
            return True
        if not means[:1].isupper():
            return means.casefold() in self.texts
        return re.search(rf"\b{re.escape(means)}", self.titles, re.IGNORECASE) is not None


def _names(catalogue: Catalogue, lang: Lang) -> Iterator[str]:
    """What records are called; not the parts of the menu, which search does not know."""
    for kind, records in catalogue.records.items():
        for record in records.values() if kind not in (MenuGroup.kind, Source.kind) else ():
            for key in ("name", "term", "title", "abbreviation"):
                text = getattr(record, key, None)
                if isinstance(text, Text):
                    yield text[lang].replace("\u00ad", "")
