"""Every fact is told somewhere or left out for a written reason; every page rests on facts."""

from __future__ import annotations

from collections.abc import Iterator

from kb.check import messages
from kb.finding import Finding, Severity
from kb.model.catalogue import Catalogue
from kb.model.evidence import Fact
from kb.model.interface import MenuGroup
from kb.model.page import HOME
from kb.model.selection import facts_of


def unused_fact(catalogue: Catalogue) -> Iterator[Finding]:
    """No page uses the fact and no reason is given.

    Bad: `S-045.yml`, and S-045 on no page. Good: cited, or `unused:` in the file tells why not.
    """
    used = {id for page in catalogue.pages() for id in facts_of(catalogue, page)}
    for fact in catalogue.all(Fact).values():
        if fact.id not in used and not fact.unused:
            message = messages.UNUSED_FACT.format(id=fact.id)
            yield Finding(fact.place.path, fact.place.line, "unused-fact", message)
        if fact.id in used and fact.unused:
            message = messages.USED_AFTER_ALL.format(id=fact.id)
            line = fact.place.line_of("unused")
            yield Finding(fact.place.path, line, "used-after-all", message)


def page_without_facts(catalogue: Catalogue) -> Iterator[Finding]:
    """A page that cites no fact; front pages and those about the site itself need none.

    Bad: three paragraphs and no `[^S-001]`. Good: each claim followed by its fact.
    """
    if not catalogue.all(Fact):
        return
    groups = catalogue.all(MenuGroup).values()
    about_site = {key for group in groups if group.where == "footer" for key in group.pages}
    for page in catalogue.pages():
        if page.key == HOME or page.key in about_site or any(facts_of(catalogue, page)):
            continue
        message = messages.PAGE_WITHOUT_FACTS
        yield Finding(page.path, page.body_line, "page-without-facts", message, Severity.WARNING)
