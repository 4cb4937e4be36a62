"""Headings that are none to a reader's eye: a space is missing, or the marks are."""

from __future__ import annotations

import re
from collections.abc import Iterator

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

_TIGHT = re.compile(r"\s{0,3}(#{1,6})([^\s#].*)")
_ID = re.compile(r"^(?![#|!:>])\S.*\s(\{#[\w-]+\})\s*$")


@check_alone
def not_a_heading(catalogue: Catalogue) -> Iterator[Finding]:
    """A heading without the space after its marks, or without the marks.

    Bad: `##Raha`, `Raha {#raha}`. Good: `## Raha {#raha}`.
    """
    for page in catalogue.pages():
        for block in blocks(page):
            for line in block:
                if "#" in line.text and (found := _wrong(line)):
                    rule, values = found
                    yield rule.at(page.path, line.number, **values)


def _wrong(line: Line) -> tuple[Rule, dict[str, str]] | None:
    if tight := _TIGHT.match(line.text):
        marks, words = tight[1], line.typed.strip()[len(tight[1]) :]
        better, plain = f"{marks} {words}", f"\\{marks}{words}"
        return NOT_A_HEADING, {"mark": marks, "better": better, "plain": plain}
    if (id := _ID.match(line.text)) and "[" not in line.text:
        return _NO_MARK, {"mark": id[1], "better": f"## {line.typed.strip()}"}
    return None
