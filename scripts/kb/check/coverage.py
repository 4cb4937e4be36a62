"""Every fact is told somewhere or left out for a written reason; every page rests on facts."""

from __future__ import annotations

from collections.abc import Iterator

from kb.check import check
from kb.directives import facts_of
from kb.directives.evidence import SOURCES
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.evidence import Fact

UNUSED_FACT = Rule.error(
    "unused-fact",
    "Tietoa {id} ei kerrota millään sivulla. Kirjoita sivulle väitteen perään [^{id}], tai kerro "
    "tämän tiedoston kentässä ”unused”, miksi tietoa ei käytetä.",
    "Uppgiften {id} berättas inte på någon sida. Skriv [^{id}] efter påståendet på en sida, "
    "eller berätta i fältet ”unused” i den här filen varför uppgiften inte används.",
)
USED_AFTER_ALL = Rule.error(
    "used-after-all",
    "Tieto {id} on merkitty käyttämättömäksi, mutta jokin sivu käyttää sitä. Poista kenttä "
    "”unused”.",
    "Faktumet {id} är antecknat som oanvänt men används på någon sida. Ta bort fältet ”unused”.",
)


@check
def unused_fact(catalogue: Catalogue) -> Iterator[Finding]:
    """No page uses the fact and no reason is given.

    Bad: `S-045.yml`, and S-045 on no page. Good: cited, or `unused:` in the file tells why not.
    """
    if catalogue.misread:
        return  # what cannot be read may use it
    used = {id for page in catalogue.pages() for id in facts_of(catalogue, page)}
    for fact in catalogue.all(Fact).values():
        if fact.id not in used and not fact.unused:
            yield UNUSED_FACT.at(fact.place.path, fact.place.line, id=fact.id)
        if fact.id in used and fact.unused:
            yield USED_AFTER_ALL.at(fact.place.path, fact.place.line_of("unused"), id=fact.id)


PAGE_WITHOUT_FACTS = Rule.warning(
    "page-without-facts",
    "Sivulla ei ole yhtään lähdeviitettä. Lisää väitteiden perään niiden tunnukset, esimerkiksi "
    "[^S-045].",
    "Sidan har inga källhänvisningar. Lägg till id efter påståendena, till exempel [^S-045].",
    may_stay=True,
)


@check
def page_without_facts(catalogue: Catalogue) -> Iterator[Finding]:
    """A page that cites no fact; front pages, those about the site, lists of sources need none.

    Bad: three paragraphs and no `[^S-001]`. Good: each claim followed by its fact.
    """
    if not catalogue.all(Fact) or catalogue.misread:
        return
    for page in catalogue.pages():
        needs = catalogue.is_article(page) and not page.shows(SOURCES)
        if needs and not any(facts_of(catalogue, page)):
            yield PAGE_WITHOUT_FACTS.at(page.path, page.body_line)
