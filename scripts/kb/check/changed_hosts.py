"""Addresses of a record that lead to another site than they did, or than the others of it do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kb.check import Reference, check_with_reference
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.fields import FieldType, field_list
from kb.model.markdown import prose_lines
from kb.model.page import Page
from kb.model.record import Record
from kb.model.services import Organiser
from kb.text import Lang, Text
from kb.words.hosts import site_of

_ADDRESSES = (FieldType.ADDRESS, FieldType.ADDRESSES, FieldType.EMAIL)
_LINK = re.compile(r"\[(?P<words>[^\[\]]{1,200})\]\(<?(?P<target>(?:https?:|mailto:)[^\s()<>]+)")
_Places = Mapping[str, tuple[int, str]]

CHANGED_HOST = Rule.warning(
    "changed-host",
    "Osoite vie muutoksen jälkeen sivustolle ”{now}”, ennen muutosta ”{was}”. Avaa uusi osoite, ja "
    "varmista, että sivusto on saman tahon.",
    "Adressen leder efter ändringen till webbplatsen ”{now}”, före ändringen ”{was}”. Öppna den "
    "nya adressen och kontrollera att webbplatsen är samma aktörs.",
    may_stay=True,
).guarding_readers()
_OTHER_SITE = CHANGED_HOST.saying(
    "Osoite vie sivustolle ”{now}”, mutta järjestäjän oma sivusto on ”{was}”. Avaa osoite, ja "
    "varmista, että se on järjestäjän.",
    "Adressen leder till webbplatsen ”{now}”, men anordnarens egen webbplats är ”{was}”. Öppna "
    "adressen och kontrollera att den är anordnarens.",
)


@check_with_reference
def changed_host(catalogue: Catalogue, reference: Reference) -> Iterator[Finding]:
    """An address that a change leads to a site which its record or page did not name before.

    Bad: `site: https://pohde.fi/` made `https://pohde.example/`. Good: `https://www.pohde.fi/`.
    """
    yield from _of_organisers(catalogue)
    if reference.before is None:
        return
    was = reference.before.catalogue
    for kind, records in catalogue.records.items():
        for id, record in records.items():
            if earlier := was.records.get(kind, {}).get(id):
                known = _in_record(earlier)
                yield from _changed(record.place.path, _in_record(record), known)
    for page in catalogue.pages():
        if earlier_page := was.page(page.key, page.lang):
            yield from _changed(page.path, _on_page(page), _on_page(earlier_page))


def _changed(path: str, now: _Places, was: _Places) -> Iterator[Finding]:
    """What leads elsewhere than before, and nowhere that anything beside it led before."""
    known = {site for _, site in was.values()}
    for key, (line, site) in now.items():
        if key in was and site not in known:
            yield CHANGED_HOST.at(path, line, now=site, was=was[key][1])


def _in_record(record: Record) -> _Places:
    """The site of each address of a record by its field, with its line."""
    found = {}
    for key, field in field_list(type(record)).items():
        value = getattr(record, key) if field.type in _ADDRESSES else None
        sides = {lang: value[lang] for lang in Lang} if isinstance(value, Text) else {"": value}
        for side, address in sides.items():
            if isinstance(address, str) and (site := site_of(address)):
                where = f"{key}.{side}"
                found[where] = record.place.line_of(where), site
    return found


def _on_page(page: Page) -> _Places:
    """The site of each link of a page by its words, with its line; the words may stand again."""
    found: dict[str, tuple[int, str]] = {}
    for line, text in prose_lines(page.body, page.body_line) if "](" in page.body else ():
        for link in _LINK.finditer(text):
            words, site = link["words"].strip("*_ ").casefold(), site_of(link["target"])
            if site:
                found[f"{words} {sum(one.startswith(words) for one in found)}"] = line, site
    return found


def _of_organisers(catalogue: Catalogue) -> Iterator[Finding]:
    """Pages of an organiser's services on a site that is not its own."""
    for organiser in catalogue.all(Organiser).values():
        sites = _in_record(organiser)
        own = [sites[key][1] for key in ("site.", "site_sv.") if key in sites]
        for line, site in sites.values() if own else ():
            if site not in own:
                yield _OTHER_SITE.at(organiser.place.path, line, now=site, was=own[0])
