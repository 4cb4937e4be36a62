"""Addresses of a site that readers trust, which lead on to another by what stands in them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from kb.check import check_alone
from kb.check.lying_links import LYING_LINK
from kb.finding import Finding
from kb.model import markdown
from kb.model.catalogue import Catalogue
from kb.model.fields import FieldType, field_list
from kb.text import Lang, Text
from kb.words.hosts import hides_target, is_program, leads_on, poses_as, site_of
from kb.words.web_addresses import Fault, fault

_ADDRESS = re.compile(r"https?:[/\\]{2}[^\s<>\"'”)\]|]+", re.IGNORECASE)
_Place = tuple[str, int, str]
_LEADS_ON = LYING_LINK.saying(
    "Osoite alkaa sivustosta ”{shown}”, mutta siinä on toinen osoite, johon se voi viedä lukijan: "
    "{host}. Kirjoita suoraan sen sivun osoite, jota tarkoitat.",
    "Adressen börjar med webbplatsen ”{shown}”, men i den finns en annan adress dit den kan leda "
    "läsaren: {host}. Skriv direkt adressen till den sida som du avser.",
)


_HIDES = LYING_LINK.saying(
    "Osoitteesta ”{host}” ei näe, minne se vie. Avaa se, ja kirjoita sen sivun oma osoite.",
    "Av adressen ”{host}” syns inte vart den leder. Öppna den, och skriv den sidans egen adress.",
)
_POSES = LYING_LINK.saying(
    "Osoite alkaa kuin sivuston ”{shown}” osoite, mutta vie sivustolle {host}. Kirjoita sen "
    "sivuston osoite, jota tarkoitat.",
    "Adressen börjar som en adress till ”{shown}” men leder till webbplatsen {host}. Skriv "
    "adressen till den webbplats som du avser.",
)
_PROGRAM = LYING_LINK.saying(
    "Linkki ”{host}” lataisi lukijan laitteelle ohjelman. Linkitä sivuun, joka kertoo ohjelmasta.",
    "Länken ”{host}” skulle ladda ner ett program till läsarens enhet. Länka till en sida som "
    "berättar om programmet.",
)


@check_alone
def lying_link(catalogue: Catalogue) -> Iterator[Finding]:
    """An address that names another site to go on to, on a page or in data.

    Bad: `https://thl.fi/login?next=//evil.example`. Good: `https://thl.fi/`.
    """
    for path, line, address in (*_on_pages(catalogue), *_in_data(catalogue)):
        may_lead = "?" in address or "#" in address or "%" in address or "//" in address[8:]
        if may_lead and not _is_gateway(address) and (host := leads_on(address)):
            yield _LEADS_ON.at(path, line, shown=site_of(address), host=host)
        elif hides_target(address):
            yield _HIDES.at(path, line, host=address)
        elif shown := poses_as(address):
            yield _POSES.at(path, line, shown=shown, host=site_of(address))
        elif is_program(address):
            yield _PROGRAM.at(path, line, host=address)


def _is_gateway(address: str) -> bool:
    """True for what comes from somebody's mail, of which another rule tells where it leads."""
    found = fault(address)
    return found is not None and found[0] is Fault.GATEWAY


def _on_pages(catalogue: Catalogue) -> Iterator[_Place]:
    for page in catalogue.pages():
        lines = html.unescape(page.body).split("\n") if "http" in page.body.lower() else []
        for line, text in enumerate(lines, page.body_line):
            for address in _ADDRESS.findall(markdown.without_code(text)):
                yield page.path, line, address


def _in_data(catalogue: Catalogue) -> Iterator[_Place]:
    for records in catalogue.records.values():
        for record in records.values():
            for key, field in field_list(type(record)).items():
                if field.type in (FieldType.ADDRESS, FieldType.ADDRESSES):
                    value, place = getattr(record, key), record.place
                    sides = [value[lang] for lang in Lang] if isinstance(value, Text) else [value]
                    yield from ((place.path, place.line_of(key), one) for one in sides if one)
