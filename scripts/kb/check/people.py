"""What is somebody's own, and addresses of e-mail that nobody can use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.check import check_alone
from kb.check.typed_links import NOT_A_LINK
from kb.finding import Finding, Rule
from kb.model import markdown
from kb.model.catalogue import Catalogue
from kb.model.page import Page
from kb.model.passages import Passage
from kb.model.people import Contact
from kb.words.identity import as_read

_GAP = r"[ ./()\n-]{0,3}"
"""What people write between the figures of a number."""
_MOBILE = re.compile(
    rf"(?<![\d+])(?:(?:\+|00)358{_GAP}(?:\(0\) ?)?|0)(?:4\d|50)(?:{_GAP}\d){{6,8}}(?!\d)"
)
_STREET = (
    r"(?:katu|tie|polku|kuja|kaari|rinne|raitti|väylä|penger|ranta|aukio|tori|mäki|"
    r"gatan|vägen|stigen|gränden|bågen|backen|stranden|kajen)"
)
_HOME = re.compile(
    rf"\b[A-ZÅÄÖ][\w-]{{0,40}}{_STREET} \d{{1,4}}(?:–\d+)?(?: ?[A-Z]\.?| as\.?) \d{{1,3}}\b"
)
_OWN_MAILBOX = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@(?:gmail|googlemail|hotmail|outlook|live|msn|icloud|me|yahoo|proton|protonmail|"
    r"luukku|suomi24|kolumbus|elisanet|saunalahti|pp\.inet|welho)\.(?:com|fi|se|me|net)\b",
    re.IGNORECASE,
)

PERSONAL_DETAIL = Rule.error(
    "personal-detail",
    "”{mark}” on matkapuhelimen numero, joka voi olla jonkun oma. Kirjoita työpaikan vaihteen "
    "numero tai poista numero.",
    "”{mark}” är ett mobilnummer som kan vara någons eget. Skriv numret till arbetsplatsens växel "
    "eller ta bort numret.",
    may_stay=True,
)
_ADDRESS = PERSONAL_DETAIL.saying(
    "”{mark}” näyttää kotiosoitteelta. Kirjoita työpaikan osoite tai poista se.",
    "”{mark}” ser ut som en hemadress. Skriv arbetsplatsens adress eller ta bort den.",
)
_MAILBOX = PERSONAL_DETAIL.saying(
    "”{mark}” on jonkun oma sähköpostiosoite. Kirjoita työpaikan osoite tai poista se.",
    "”{mark}” är någons egen e-postadress. Skriv arbetsplatsens adress eller ta bort den.",
)
_DETAILS = ((PERSONAL_DETAIL, _MOBILE), (_ADDRESS, _HOME), (_MAILBOX, _OWN_MAILBOX))


@check_alone
def personal_detail(catalogue: Catalogue) -> Iterator[Finding]:
    """A mobile number, a home address or somebody's own mailbox, on a page or in data.

    Bad: `040 123 4567`. Good: `029 524 6000`.
    """
    for page in catalogue.pages():
        text = "\n".join(map(markdown.without_code, page.body.split("\n")))
        yield from _details(text, page.path, page.body_line)
    for one in catalogue.passages_of_data:
        yield from _details(one.words, one.path, one.line)
    for contact in catalogue.all(Contact).values():
        for key in ("phone", "email"):
            value = getattr(contact, key) or ""
            yield from _details(value, contact.place.path, contact.place.line_of(key))


def _details(text: str, path: str, first_line: int) -> Iterator[Finding]:
    shown = as_read(text)
    for rule, pattern in _DETAILS:
        for found in pattern.finditer(shown):
            line = first_line + shown.count("\n", 0, found.start())
            yield rule.at(path, line, mark=" ".join(found[0].split()))


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
_AS_IN_ADDRESS = str.maketrans("åäöéèüßñ", "aaoeeusn")


@check_alone
def other_mailbox(catalogue: Catalogue) -> Iterator[Finding]:
    """The address of a person has the name of another.

    Bad: `maija.virtanen@thl.fi` of Hanne Kalmari. Good: `hanne.kalmari@thl.fi`.
    """
    for contact in catalogue.all(Contact).values():
        found = _OF_A_PERSON.match((contact.email or "").lower())
        if not found or contact.type != "person" or _ROLES.search(found[0]):
            continue
        name = contact.name.lower().translate(_AS_IN_ADDRESS)
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
