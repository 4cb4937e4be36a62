"""Headings that are none to a reader's eye: a space is missing, or the marks are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kb.check import check_alone
from kb.finding import Finding, Rule
from kb.model.blocks import Line, blocks
from kb.model.catalogue import Catalogue

NOT_A_HEADING = Rule.error(
    "not-a-heading",
    "Otsikkomerkin ”{mark}” jälkeen puuttuu välilyönti. Kirjoita: {better} – tai jos rivi ei ole "
    "otsikko: {plain}",
    "Efter rubrikmärket ”{mark}” saknas ett mellanslag. Skriv: {better} – eller om raden inte är "
    "någon rubrik: {plain}",
)
_NO_MARK = NOT_A_HEADING.saying(
    "Rivillä on otsikon tunnus ”{mark}”, mutta rivi ei ole otsikko, joten tunnus näkyy lukijalle. "
    "Kirjoita: {better}",
    "På raden finns en rubriks id ”{mark}”, men raden är ingen rubrik, så id:t syns för läsaren. "
    "Skriv: {better}",
)

_WRONG_ID = replace(
    NOT_A_HEADING.saying(
        "Otsikon tunnus ”{mark}” on kirjoitettu väärin. Kirjoita: {better}",
        "Rubrikens id ”{mark}” är felskrivet. Skriv: {better}",
    ),
    gives_way=True,
)

_BOLD = NOT_A_HEADING.saying(
    "Lihavoitu rivi ”{mark}” on kuin otsikko, mutta se ei näy sisällysluettelossa, eikä "
    "ruudunlukija löydä sitä. Kirjoita: {better}",
    "Den feta raden ”{mark}” ser ut som en rubrik men syns inte i innehållsförteckningen, och en "
    "skärmläsare hittar den inte. Skriv: {better}",
)

UNMARKED_ID = re.compile(
    r"^\s{0,3}#{1,6}\s.*?\s*"
    r"(?!\{#[\w-]+\}\s*$)(?P<mark>\{\s*#?\s*(?P<id>[a-z][a-z0-9-]*)\s*\}?"
    r"|[(\[]#(?P<other>[a-z][a-z0-9-]*)[)\]])\s*$"
)
"""A heading whose id has lost its mark, or stands in other brackets."""
_ALL_BOLD = re.compile(r"(?P<mark>\*{2,3}|__)(?P<words>[^*_]*[^*_.:!?…\s])\s*(?P=mark)\s*$")
_TIGHT = re.compile(r"\s{0,3}(#{1,6})([^\s#].*)")
_ID = re.compile(r"^(?![#|!:>])\S.*\s(\{#[\w-]+\})\s*$")


@check_alone
def not_a_heading(catalogue: Catalogue) -> Iterator[Finding]:
    """A heading without the space after its marks, or without the marks of it or of its id.

    Bad: `##Raha`, `Raha {#raha}`, `**Raha**` alone in a paragraph. Good: `## Raha {#raha}`.
    """
    for page in catalogue.pages():
        for block in blocks(page):
            if len(block) == 1 and (bold := _ALL_BOLD.match(block[0].text)):
                values = {"mark": bold["words"], "better": f"## {bold['words'].strip()}"}
                yield _BOLD.at(page.path, block[0].number, **values)
            for line in block:
                if "#" in line.text and (found := _wrong(line)):
                    rule, values = found
                    yield rule.at(page.path, line.number, **values)


def _wrong(line: Line) -> tuple[Rule, dict[str, str]] | None:
    if bare := UNMARKED_ID.match(line.text):
        words = line.typed[: bare.start("mark")].rstrip()
        better = f"{words} {{#{bare['id'] or bare['other']}}}"
        return _WRONG_ID, {"mark": bare["mark"], "better": better}
    if tight := _TIGHT.match(line.text):
        marks, words = tight[1], line.typed.strip()[len(tight[1]) :]
        better, plain = f"{marks} {words}", f"\\{marks}{words}"
        return NOT_A_HEADING, {"mark": marks, "better": better, "plain": plain}
    if (id := _ID.match(line.text)) and "[" not in line.text:
        return _NO_MARK, {"mark": id[1], "better": f"## {line.typed.strip()}"}
    return None
