"""What is somebody's own, and addresses of e-mail that nobody can use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.check import check_alone
from kb.check.typed_links import NOT_A_LINK
from kb.finding import Finding, Rule
from kb.model import markdown
from kb.model.addresses import plain_letters
from kb.model.catalogue import Catalogue
from kb.model.fields import FieldType, field_list
from kb.model.page import Page
from kb.model.passages import Passage
from kb.model.people import Contact
from kb.model.record import Record
from kb.read.personal import personal
from kb.text import Lang, Text
from kb.words.personal import details

_CALLS = re.compile(r"//(?:wa\.me|[\w.]*whatsapp\.com|t\.me|signal\.me|viber\.\w+)/", re.IGNORECASE)
"""Addresses that are somebody's number."""


@check_alone
def personal_detail(catalogue: Catalogue) -> Iterator[Finding]:
    """A mobile number, a home address or somebody's own mailbox, on a page or in data.

    Bad: `040 123 4567`. Good: `029 524 6000`.
    """
    for page in catalogue.pages():
        text = "\n".join(map(markdown.without_code, page.body.split("\n")))
        yield from _details(text, page.path, page.body_line)
    for records in catalogue.records.values():
        for record in records.values():
            for line, words in record_texts(record):
                yield from _details(words, record.place.path, line)


def record_texts(record: Record) -> Iterator[tuple[int, str]]:
    """Each text of a record but web addresses, whatever its field holds, with its line."""
    for key, one in field_list(type(record)).items():
        value = getattr(record, key)
        if one.type in (FieldType.ADDRESS, FieldType.ADDRESSES) and not _CALLS.search(str(value)):
            continue  # figures of an address are no number
        if isinstance(value, Text):
            yield from ((record.place.line_of(f"{key}.{lang}"), value[lang]) for lang in Lang)
        else:
            for words in value if isinstance(value, tuple) else (value,):
                if isinstance(words, str):
                    yield record.place.line_of(key), words


def _details(text: str, path: str, first_line: int) -> Iterator[Finding]:
    for detail, line, mark in details(text):
        yield personal(detail, path, first_line + line, mark)


OTHER_MAILBOX = Rule.warning(
    "other-mailbox",
    "Osoite ”{email}” näyttää olevan jonkun muun kuin henkilön {name}. Tarkista osoite lähteestä.",
    "Adressen ”{email}” verkar höra till någon annan än {name}. Kontrollera adressen i källan.",
    may_stay=True,
)
_OF_A_PERSON = re.compile(r"([a-z]{2,}(?:-[a-z]+)*)\.([a-z]{2,}(?:-[a-z]+)*)@")
_ROLES = re.compile(
    r"kirjaamo|neuvonta|info|asiakas|palvelu|viestint|toimisto|lape|registra|rådgiv|kundtj"
)


@check_alone
def other_mailbox(catalogue: Catalogue) -> Iterator[Finding]:
    """The address of a person has the name of another.

    Bad: `maija.virtanen@thl.fi` of Hanne Kalmari. Good: `hanne.kalmari@thl.fi`.
    """
    for contact in catalogue.all(Contact).values():
        found = _OF_A_PERSON.match((contact.email or "").lower())
        if not found or contact.type != "person" or _ROLES.search(found[0]):
            continue
        name = plain_letters(contact.name)
        if not any(part in name for part in re.split(r"[.-]", found[0].rstrip("@"))):
            at = contact.place.path, contact.place.line_of("email")
            yield OTHER_MAILBOX.at(*at, email=contact.email or "", name=contact.name)


_AT = r"\s?(?:[(\[{<]\s?(?:at|ät|a|@|miukumauku|snabel-a)\s?[)\]}>])\s?"
_DOT = r"(?:\.|\s?[(\[]\s?(?:dot|piste|punkt)\s?[)\]]\s?|\s(?:dot|piste|punkt)\s)"
_HIDDEN = re.compile(
    rf"(?<![\w.+-])([\w.+-]{{1,64}}?){_AT}([\w-]+(?:{_DOT}[\w-]+)+)", re.IGNORECASE
)


@check_alone
def not_a_link(catalogue: Catalogue) -> Iterator[Finding]:
    """An e-mail address that is hidden from machines, and so from readers.

    Bad: `maija(at)thl.fi`. Good: `[maija@thl.fi](mailto:maija@thl.fi)`.
    """
    for one in catalogue.passages():
        for found in _HIDDEN.finditer(one.words):
            better = _as_link(found, one)
            yield NOT_A_LINK.at(one.path, one.line, mark=found[0], better=better)


def _as_link(found: re.Match[str], one: Passage) -> str:
    address = f"{found[1]}@{re.sub(_DOT, '.', found[2], flags=re.IGNORECASE)}"
    return f"[{address}](mailto:{address})" if isinstance(one.said_by, Page) else address
