"""What directives show of those who did the work: organisations and persons."""

from __future__ import annotations

from kb.directives.arguments import Arguments, IdOf
from kb.directives.context import RenderContext
from kb.directives.directive import Context, Directive, all_of
from kb.model.catalogue import Catalogue
from kb.model.formats import sort_key
from kb.model.page import Page
from kb.model.people import Contact, Organisation
from kb.text import Text

_ORGANISATION = IdOf(
    name="organisation",
    about=Text("vain tämä organisaatio", "bara den här organisationen"),
    kind="organisations",
)


def _chosen(catalogue: Catalogue, arguments: Arguments) -> list[Contact]:
    contacts = catalogue.all(Contact).values()
    return [one for one in contacts if arguments[_ORGANISATION] in ("", one.organisation)]


def _contacts(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    contacts = _chosen(context.catalogue, arguments)
    people: dict[str, list[Contact]] = {}
    for contact in sorted(contacts, key=lambda c: c.as_of.first_day):
        people.setdefault(contact.name, []).append(contact)
    current = {
        contact.id: contact.type == "mailbox"
        or contact.is_current(context.today, context.contact_years)
        for contact in contacts
    }
    return {
        "people": sorted(people.items(), key=lambda item: sort_key(item[0].rpartition(" ")[2])),
        "organisations": context.catalogue.all(Organisation),
        "current": current,
    }


CONTACTS = Directive(
    name="contacts",
    about=Text("Yhteyshenkilöt", "Kontaktpersoner"),
    arguments=(_ORGANISATION,),
    records=_chosen,
    context=_contacts,
    lists=Contact,
)

ORGANISATIONS = all_of(
    Organisation,
    Text("Organisaatiot ja niiden yhteystietosivut", "Organisationer och deras kontaktsidor"),
)
