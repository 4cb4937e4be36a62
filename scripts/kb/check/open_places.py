"""A page that was begun from its outline has words in every place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.check import check_alone
from kb.finding import Finding, Rule
from kb.model import markdown
from kb.model.catalogue import Catalogue
from kb.model.outline import OPEN
from kb.model.page import Page
from kb.model.passages import spelt_words
from kb.model.prose import LONGEST_TYPED

_ALONE = re.compile(rf"(?:#{{1,6}}\s+)?{OPEN}(?:\[\^[^\]]+\])*(?:\s*\{{[^}}]*\}})?\s*")

OPEN_PLACE = Rule.error(
    "open-place",
    "Kohta on vielä auki: siinä on vain ”…”. Kirjoita teksti sen tilalle tai poista rivi.",
    "Här saknas text: det står bara ”…”. Skriv texten i stället eller ta bort raden.",
    may_stay=True,
)
_OWN_NOTE = OPEN_PLACE.saying(
    "”{mark}” näyttää muistiinpanolta, joka ei ole lukijalle. Kirjoita asia valmiiksi tai poista "
    "se.",
    "”{mark}” ser ut som en anteckning som inte är för läsaren. Skriv saken färdig eller ta bort "
    "den.",
)
_NO_WORDS = OPEN_PLACE.saying(
    "Kentässä ”{key}” on vain merkki ”{mark}”. Kirjoita teksti sen tilalle.",
    "I fältet ”{key}” står det bara tecknet ”{mark}”. Skriv texten i stället.",
)
_LATER = r"vielä|myöhemmin|ennu|ännu|senare"
_TASK = (
    r"tarkist(?:a|etaan|ettava)|varmist(?:a|etaan)|täyden(?:nä|netään)|lisätään|päivit(?:ä|etään)|"
    r"korja(?:a|taan)|kysy|selvitä|kolla|kontrollera(?:s)?|komplettera(?:s)?|uppdatera(?:s)?|"
    r"lägg till|fyll i|fråga|ändra|rätta"
)
_NAMES = (
    r"nimi|nimet|luku|luvut|määrä|summa|päivä|pvm|vuosi|linkki|lähde|teksti|osoite|paikka|namn|siffra|"
    r"antal|belopp|datum|år|länk|källa|text|adress|ort"
)
_NOTE = re.compile(
    rf"\b(?:TODO|TBD|FIXME|XX+|YY+|NN)\b|\b(?:xx+|\d{{1,2}}\.xx?)\b|(?<![\w?])\?{{2,}}|\(\?\)|_{{3,}}"
    rf"|[(\[]\s*(?i:{_TASK})\b[^)\]:]*[)\]]|\b(?i:{_TASK}) (?i:{_LATER})\b"
    rf"|^(?i:lisää tähän|lägg till här|fyll i här)\b"
    r"|\b(?i:muista|kom ihåg att) (?i:tarkistaa|lisätä|päivittää|korjata|varmistaa|kontrollera|"
    r"lägga till|uppdatera|rätta|kolla)\b"
    rf"|[(\[]\s*(?i:{_NAMES}|kesken|luonnos|utkast|ofärdig|puuttuu|saknas)"
    rf"(?: puuttuu| saknas)?\s*\??\s*[)\]](?!\()"
    r"|(?i:\blorem ipsum\b[a-z ,]*|\bkolla upp\b)"
    r"|^(?i:kesken|ej klar|ofärdig)\b[.!]?\s*$"
    r"|(?i:\b(?:osio|kappale|kohta|sivu|teksti|luettelo) on (?:vielä )?kesken\b)"
    r"|(?i:\b(?:avsnittet|stycket|sidan|texten|listan) är (?:ännu )?"
    r"(?:inte (?:klar|färdig)\w*|ofärdig\w*))"
    r"|(?<!\S)(?:==+>|<==+)"
)
"""What somebody writes to herself, and places to fill in."""


@check_alone
def open_place(catalogue: Catalogue) -> Iterator[Finding]:
    """A place where the outline's `…` still waits for words.

    So must a note to oneself, wherever it stands.

    Bad: `## … {#raha}`, `Keskuksia on XX (tarkista vielä).` Good: `## Raha {#raha}`.
    """
    for one in catalogue.passages():
        if not one.is_name and (found := _NOTE.search(spelt_words(one.words[:LONGEST_TYPED]))):
            yield _OWN_NOTE.at(one.path, one.line, mark=found[0].strip())
    for one in catalogue.passages_of_data:
        if not any(map(str.isalnum, one.words)):
            yield _NO_WORDS.at(one.path, one.line, key=one.key, mark=one.words)
    for page in catalogue.pages():
        yield from _open_on(page)


def _open_on(page: Page) -> Iterator[Finding]:
    if page.front.description == OPEN:
        yield OPEN_PLACE.at(page.path, page.front.place.line_of("description"))
    for line, text in markdown.prose_lines(page.body, page.body_line):
        if OPEN in text and _ALONE.fullmatch(text):
            yield OPEN_PLACE.at(page.path, line)
