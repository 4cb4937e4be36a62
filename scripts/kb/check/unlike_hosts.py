"""Addresses whose host is a slip of one that the site knows well."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kb.check import check
from kb.check.unlike_names import UNLIKE_NAMES
from kb.finding import Finding
from kb.model import markdown
from kb.model.catalogue import Catalogue
from kb.model.fields import FieldType, field_list
from kb.model.people import Contact, Organisation
from kb.text import Text

_SLIP = UNLIKE_NAMES.saying(
    "Osoitteessa on ”{here}”, mutta muualla ”{there}” ({where}). Tarkista, kumpi on oikein, ja "
    "korjaa toinen.",
    "I adressen står ”{here}” men på andra ställen ”{there}” ({where}). Kontrollera vilket som är "
    "rätt och rätta det andra.",
)
_HOST = re.compile(r"(?:https?://(?:www\.)?|@)((?:[\w-]+\.)+[a-z]{2,})", re.IGNORECASE)
_ADDRESSES = (FieldType.ADDRESS, FieldType.ADDRESSES, FieldType.EMAIL, FieldType.BILINGUAL)
_KNOWN_WELL = 3
_SHORTEST = 5
"""Letters of a host, its ending with it; of shorter ones many are alike."""
_Place = tuple[str, int, str]


@check
def unlike_names(catalogue: Catalogue) -> Iterator[Finding]:
    """A host that stands once and is like one that stands often; mail of another than one's own.

    Bad: `maija@tlh.fi` of somebody at `thl.fi`. Good: `maija@thl.fi`.
    """
    every = [*_on_pages(catalogue), *_in_data(catalogue)]
    count = Counter(host for *_, host in every)
    first = {host: (path, line) for path, line, host in reversed(every)}
    theirs = dict(_of_organisations(catalogue))
    for path, line, host in every:
        own = theirs.get((path, line), host)
        if not f".{host}".endswith(f".{own}"):
            meant = own
        elif count[host] < _KNOWN_WELL:
            meant = next((one for one in count if _is_slip(host, one, count)), "")
        else:
            meant = ""
        if meant:
            where = "{}:{}".format(*first[meant])
            yield _SLIP.at(path, line, here=host, there=meant, where=where)


def _is_slip(host: str, known: str, count: Counter[str]) -> bool:
    """True for one letter more, less, other or in another place, and for another ending."""
    if count[known] < _KNOWN_WELL or len(host) < _SHORTEST or host[0] != known[0]:
        return False
    (name, _, end), (other, _, ends) = host.rpartition("."), known.rpartition(".")
    if name == other:
        return end != ends
    start = next(
        (i for i, pair in enumerate(zip(host, known, strict=False)) if len({*pair}) > 1), 0
    )
    one, there = host[start:], known[start:]
    swapped = one[:2] == there[1::-1] and one[2:] == there[2:]
    return swapped or one[1:] == there or one == there[1:] or one[1:] == there[1:]


def _on_pages(catalogue: Catalogue) -> Iterator[_Place]:
    for page in catalogue.pages():
        if "://" in page.body or "@" in page.body:
            for line, text in markdown.prose_lines(page.body, page.body_line):
                for host in _HOST.findall(markdown.without_code(text)):
                    yield page.path, line, host.lower()


def _in_data(catalogue: Catalogue) -> Iterator[_Place]:
    for records in catalogue.records.values():
        for record in records.values():
            for key, field in field_list(type(record)).items():
                value = getattr(record, key) if field.type in _ADDRESSES else None
                sides = {"fi": value.fi, "sv": value.sv} if isinstance(value, Text) else {"": value}
                for side, text in sides.items():
                    for host in _HOST.findall(text or ""):
                        yield record.place.path, record.place.line_of(f"{key}.{side}"), host.lower()


def _of_organisations(catalogue: Catalogue) -> Iterator[tuple[tuple[str, int], str]]:
    """Where the mail of somebody stands, and the host of the organisation."""
    known = catalogue.all(Organisation)
    for contact in catalogue.all(Contact).values():
        body = known.get(contact.organisation or "")
        found = _HOST.match(body.contact_page.fi) if body and body.contact_page else None
        if found and contact.email:
            at = contact.place.path, contact.place.line_of("email")
            yield at, found[1].lower()
