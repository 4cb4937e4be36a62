"""Markdown is enough: HTML only where it has no word for a thing, and never a script."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.check import check_alone
from kb.check.rendered import Fault, Places, Verdict, verdicts
from kb.check.typed_headings import UNMARKED_ID
from kb.finding import Finding, Rule
from kb.model import markdown
from kb.model.addresses import address_word
from kb.model.catalogue import Catalogue
from kb.model.markup import TYPED, scheme
from kb.model.page import Page
from kb.words.web_addresses import Fault as Own
from kb.words.web_addresses import fault

_LONGEST_SHOWN = 60

RAW_HTML = Rule.error(
    "raw-html",
    "Koodia ”{tag}” ei käytetä sivuilla. Kirjoita lihavointi **näin** ja korostus *näin*. "
    "Koodista käyvät vain: {allowed}.",
    "Koden ”{tag}” används inte på sidorna. Skriv fetstil **så här** och betoning *så här*. Av "
    "kod är bara dessa tillåtna: {allowed}.",
)
_ATTRIBUTE = RAW_HTML.saying(
    "Koodissa on ”{name}”, jota ei käytetä: ulkoasu ja toiminnot tulevat sivupohjasta. Poista se.",
    "I koden finns ”{name}”, som inte används: utseende och funktioner kommer från sidmallen. Ta "
    "bort det.",
)
_VARIABLE = RAW_HTML.saying(
    "Merkintä ”{name}” ei tee sivulla mitään, vaan näkyy lukijalle. Poista se, tai jos kerrot "
    "siitä, kirjoita se näin: `{name}`",
    "Koden ”{name}” gör ingenting på sidan utan syns för läsaren. Ta bort den, eller om du "
    "berättar om den, skriv den så här: `{name}`",
)
UNSAFE_LINK = Rule.error(
    "unsafe-link",
    "Linkin alku ”{scheme}” ei ole verkko-osoite. Kirjoita osoite, joka alkaa https://, "
    "esimerkiksi [THL](https://thl.fi/).",
    "Länkens början ”{scheme}” är ingen webbadress. Skriv en adress som börjar med https://, "
    "till exempel [THL](https://thl.fi/sv/).",
)
_OWN_COMPUTER = UNSAFE_LINK.saying(
    "Linkki ”{scheme}” vie omalle koneellesi, eikä lukija pääse sinne. Jos asiakirja on verkossa, "
    "kirjoita sen osoite https://… Muuten tallenna se PDF-tiedostona kansioon docs sivun viereen "
    "ja kirjoita linkkiin sen nimi: {better}",
    "Länken ”{scheme}” leder till din egen dator, dit läsaren inte kommer. Om dokumentet finns på "
    "nätet, skriv dess adress https://… Spara det annars som PDF i mappen docs bredvid sidan och "
    "skriv dess namn i länken: {better}",
)
REMOTE_IMAGE = Rule.error(
    "remote-image",
    "Kuva ”{image}” ladattaisiin toiselta sivustolta, joka saisi tietää lukijasta. Tallenna kuva "
    "sivun viereen ja kirjoita sen tiedostonimi: ![Piha](piha.jpg).",
    "Bilden ”{image}” skulle hämtas från en annan webbplats, som då får veta om läsaren. Spara "
    "bilden bredvid sidan och skriv dess filnamn: ![Gården](gard.jpg).",
)
TAKEN_ID = Rule.error(
    "taken-id",
    "Tunnusta ”{id}” ei voi käyttää: sivupohja tai selain käyttää sitä itse, tai siinä on muita "
    "merkkejä kuin a–z, 0–9 ja yhdysviiva. Anna toinen tunnus, esimerkiksi {{#tavoitteet}}.",
    "Id:t ”{id}” går inte att använda: sidmallen eller webbläsaren använder det själv, eller så "
    "innehåller det andra tecken än a–z, 0–9 och bindestreck. Ge ett annat id, till exempel "
    "{{#tavoitteet}}.",
)
_ID_AGAIN = TAKEN_ID.saying(
    "Tunnus ”{id}” on tällä sivulla kahdesti, joten linkki ei tiedä, kumpaan se vie. Anna toiselle "
    "oma tunnus.",
    "Id:t ”{id}” finns två gånger på sidan, så en länk vet inte vart den ska leda. Ge det ena ett "
    "eget id.",
)


@check_alone
def raw_html(catalogue: Catalogue) -> Iterator[Finding]:
    """HTML or a script in what Markdown makes of a page, outside a small list of harmless elements.

    Bad: `<div style="color: red">`. Good: `H<sub>2</sub>O`.
    """
    for page in catalogue.pages():
        if found := verdicts(page.body):
            places = Places(page.body, page.body_line)
            lines = page.body.split("\n")
            for verdict in found:
                rule, values = _told(verdict)
                line = places.line(verdict)
                if not _is_told_elsewhere(verdict, lines[line - page.body_line]):
                    yield rule.at(page.path, line, **values)


def _is_told_elsewhere(verdict: Verdict, line: str) -> bool:
    """True for a notice of a kind that there is not, and for an id without its mark."""
    if verdict.fault is Fault.CLASS and line.lstrip().startswith("!!!"):
        return True
    is_id = verdict.fault in (Fault.ATTRIBUTE, Fault.VARIABLE) and UNMARKED_ID.match(line)
    return bool(is_id) or (verdict.fault is Fault.ID and not verdict.shown)


def _told(verdict: Verdict) -> tuple[Rule, dict[str, str]]:
    shown = verdict.shown[:_LONGEST_SHOWN]
    match verdict.fault:
        case Fault.ELEMENT:
            return RAW_HTML, {"tag": f"<{shown}>", "allowed": ", ".join(sorted(TYPED))}
        case Fault.TARGET:
            return _target(verdict.shown)
        case Fault.PICTURE:
            return REMOTE_IMAGE, {"image": shown}
    by_name = {Fault.VARIABLE: (_VARIABLE, "name"), Fault.ID: (TAKEN_ID, "id")}
    by_name[Fault.ID_AGAIN] = (_ID_AGAIN, "id")
    rule, name = by_name.get(verdict.fault, (_ATTRIBUTE, "name"))
    return rule, {name: shown}


def _target(address: str) -> tuple[Rule, dict[str, str]]:
    found = fault(address)
    if found and found[0] is Own.OWN_COMPUTER:
        own = address[:_LONGEST_SHOWN]
        return _OWN_COMPUTER, {"scheme": own, "better": _file_name(found[1])}
    return UNSAFE_LINK, {"scheme": scheme(address)[:_LONGEST_SHOWN]}


def _file_name(name: str) -> str:
    """The name in the letters of file names."""
    stem, _, ending = name.rpartition(".")
    return f"{address_word(stem)}.{ending.lower()}" if stem else address_word(name)


OPEN_CODE = Rule.error(
    "open-code",
    "Merkit ”{mark}” aloittavat koodin, jota ei lopeteta, joten loput sivusta näkyisi koodina. "
    "Kirjoita samat merkit yksin riville koodin jälkeen, tai poista ne.",
    "Tecknen ”{mark}” börjar kod som inte avslutas, så resten av sidan skulle visas som kod. "
    "Skriv samma tecken ensamma på en rad efter koden, eller ta bort dem.",
)
_COMMENT = OPEN_CODE.saying(
    "Piilotettu teksti alkaa merkeillä ”{mark}”, mutta sitä ei lopeteta, joten loput sivusta "
    "jäisi piiloon. Kirjoita sen loppuun -->.",
    "Dold text börjar med ”{mark}” men avslutas inte, så resten av sidan skulle döljas. Skriv "
    "--> i slutet av den.",
)
_DETAILS = OPEN_CODE.saying(
    "Sivulla on eri määrä merkintöjä ”{mark}” ja </details>. Lopeta jokainen kohta, jonka avaat.",
    "Sidan har olika många ”{mark}” och </details>. Avsluta varje ställe som du öppnar.",
)
_DETAILS_TAG = re.compile(r"<(/?)details\b", re.IGNORECASE)


@check_alone
def open_code(catalogue: Catalogue) -> Iterator[Finding]:
    """A fence or a comment that nothing closes, so that the rest of the page is not read.

    Bad: three backticks once. Good: three backticks before and after the code.
    """
    for page in catalogue.pages():
        if fence := markdown.open_fence(page.body, page.body_line):
            yield OPEN_CODE.at(page.path, fence[0], mark=fence[1])
        if "<!--" in page.body and (line := _open_comment(page.body, page.body_line)):
            yield _COMMENT.at(page.path, line, mark="<!--")
        if "details" in page.body and (line := _open_details(page)):
            yield _DETAILS.at(page.path, line, mark="<details>")


def _open_details(page: Page) -> int | None:
    """The line of the last tag of a page on which they do not come in pairs."""
    tags = [
        (line, bool(tag[1]))
        for line, text in markdown.prose_lines(page.body, page.body_line)
        for tag in _DETAILS_TAG.finditer(markdown.without_code(text))
    ]
    ends = sum(ends for _, ends in tags)
    return tags[-1][0] if tags and 2 * ends != len(tags) else None


def _open_comment(text: str, first_line: int) -> int | None:
    """The line where a comment begins that does not end, if there is any."""
    begun = None
    for number, line in markdown.prose_lines(text, first_line):
        rest = markdown.without_code(line)
        while (at := rest.find("-->" if begun else "<!--")) >= 0:
            begun, rest = (None, rest[at + 3 :]) if begun else (number, rest[at + 4 :])
    return begun
