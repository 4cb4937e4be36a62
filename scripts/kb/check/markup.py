"""Markdown is enough: HTML only where it has no word for a thing, and never a script."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.check import check, each_page
from kb.check.rendered import Fault, Places, Verdict, verdicts
from kb.finding import Finding, Rule
from kb.model import markdown
from kb.model.markup import TYPED, scheme
from kb.model.page import Page

_LONGEST_SHOWN = 60

RAW_HTML = Rule.error(
    "raw-html",
    "HTML-merkintää ”{tag}” ei käytetä sivuilla. Kirjoita asia Markdownilla, esimerkiksi "
    "**lihavointi** tai *korostus*; HTML:stä sallittuja ovat vain: {allowed}.",
    "HTML-koden ”{tag}” används inte på sidorna. Skriv samma sak med Markdown, till exempel "
    "**fetstil** eller *betoning*; av HTML är bara dessa tillåtna: {allowed}.",
)
_ATTRIBUTE = RAW_HTML.saying(
    "Määritettä ”{name}” ei käytetä sivuilla: tyylit ja toiminnot tulevat sivupohjasta. Poista se.",
    "Attributet ”{name}” används inte på sidorna: stil och funktioner kommer från sidmallen. Ta "
    "bort det.",
)
_VARIABLE = RAW_HTML.saying(
    "Merkintä ”{name}” ei tee sivulla mitään, vaan näkyy lukijalle. Poista se tai kirjoita se "
    "takahipsuihin.",
    "Koden ”{name}” gör ingenting på sidan utan syns för läsaren. Ta bort den eller skriv den inom "
    "grava accenter.",
)
UNSAFE_LINK = Rule.error(
    "unsafe-link",
    "Linkin alku ”{scheme}” ei ole verkko-osoite. Kirjoita osoite, joka alkaa https://.",
    "Länkens början ”{scheme}” är ingen webbadress. Skriv en adress som börjar med https://.",
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


@check
@each_page
def raw_html(page: Page) -> Iterator[Finding]:
    """HTML or a script in what Markdown makes of a page, outside a small list of harmless elements.

    Bad: `<div style="color: red">`. Good: `H<sub>2</sub>O`.
    """
    if found := verdicts(page.body):
        places = Places(page.body, page.body_line)
        lines = page.body.split("\n")
        for verdict in found:
            rule, values = _told(verdict)
            line = places.line(verdict)
            if not _is_of_notice(verdict, lines[line - page.body_line]):
                yield rule.at(page.path, line, **values)


def _is_of_notice(verdict: Verdict, line: str) -> bool:
    """True for a notice of a kind that there is not, of which another rule tells."""
    return verdict.fault is Fault.CLASS and line.lstrip().startswith("!!!")


def _told(verdict: Verdict) -> tuple[Rule, dict[str, str]]:
    shown = verdict.shown[:_LONGEST_SHOWN]
    match verdict.fault:
        case Fault.ELEMENT:
            return RAW_HTML, {"tag": f"<{shown}>", "allowed": ", ".join(sorted(TYPED))}
        case Fault.TARGET:
            return UNSAFE_LINK, {"scheme": scheme(verdict.shown)[:_LONGEST_SHOWN]}
        case Fault.PICTURE:
            return REMOTE_IMAGE, {"image": shown}
        case Fault.ID:
            return TAKEN_ID, {"id": shown}
        case Fault.ID_AGAIN:
            return _ID_AGAIN, {"id": shown}
        case Fault.VARIABLE:
            return _VARIABLE, {"name": shown}
        case _:
            return _ATTRIBUTE, {"name": shown}


OPEN_CODE = Rule.error(
    "open-code",
    "Koodilohko alkaa merkeillä ”{mark}”, mutta sitä ei lopeteta. Kirjoita samat merkit yksin "
    "riville lohkon jälkeen.",
    "Kodblocket börjar med ”{mark}” men avslutas inte. Skriv samma tecken ensamma på en rad efter "
    "blocket.",
)
_COMMENT = OPEN_CODE.saying(
    "Huomautus alkaa merkeillä ”{mark}”, mutta sitä ei lopeteta. Kirjoita sen loppuun -->.",
    "Kommentaren börjar med ”{mark}” men avslutas inte. Skriv --> i slutet av den.",
)
_DETAILS = OPEN_CODE.saying(
    "Sivulla on eri määrä merkintöjä ”{mark}” ja </details>. Lopeta jokainen kohta, jonka avaat.",
    "Sidan har olika många ”{mark}” och </details>. Avsluta varje ställe som du öppnar.",
)
_DETAILS_TAG = re.compile(r"<(/?)details\b", re.IGNORECASE)


@check
@each_page
def open_code(page: Page) -> Iterator[Finding]:
    """A fence or a comment that nothing closes, so that the rest of the page is not read.

    Bad: three backticks once. Good: three backticks before and after the code.
    """
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
