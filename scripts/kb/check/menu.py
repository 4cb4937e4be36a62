"""Every page has its place in the menu."""

from __future__ import annotations

from collections.abc import Iterator

from kb.check import check
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.interface import MenuGroup
from kb.model.page import HOME

NOT_IN_MENU = Rule.warning(
    "not-in-menu",
    "Sivu ei ole valikossa, joten lukija löytää sen vain haulla. Lisää tiedostoon "
    "docs/_data/menu.yml sopivan kohdan alle rivi: - {page}",
    "Sidan finns inte i menyn, så läsaren hittar den bara med sökningen. Lägg till en rad under "
    "rätt punkt i filen docs/_data/menu.yml: - {page}",
    may_stay=True,
)


_TWICE = NOT_IN_MENU.saying(
    "Sivu ”{page}” on valikossa jo kohdassa ”{group}”. Poista toinen rivi.",
    "Sidan ”{page}” finns redan i menyn under ”{group}”. Ta bort den ena raden.",
)


@check
def not_in_menu(catalogue: Catalogue) -> Iterator[Finding]:
    """A page that no group of the menu lists, nor the front page of a folder above it.

    Bad: `uutta.fi.md`, and menu.yml does not name it. Good: `- uutta` in menu.yml.
    """
    groups = catalogue.all(MenuGroup).values()
    if not groups or not catalogue.has_all(MenuGroup.kind):
        return
    placed: dict[str, MenuGroup] = {}
    for group in groups:
        for key in group.pages:
            first = placed.setdefault(key, group)
            if first is not group and first.where == group.where:
                at = group.place.path, group.place.line_of(f"pages.{key}")
                yield _TWICE.at(*at, page=key, group=first.name)
    if not placed.keys() <= catalogue.ids("pages"):
        return  # a page may only be listed by another name, which is told
    for key, pair in catalogue.pairs.items():
        if key != HOME and key not in placed:
            yield NOT_IN_MENU.at(pair.any.path, 1, page=key)
