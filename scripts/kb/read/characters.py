"""What a reader would not see, or would take for something else, in any text of the folder."""

from __future__ import annotations

import html
from collections.abc import Iterator

from kb.finding import Finding, Rule
from kb.words.letters import is_plain, look_alikes, unseen

INVISIBLE_CHARACTER = Rule.error(
    "invisible-character",
    "Rivillä on merkki, jota lukija ei näe tai joka kääntää tekstin suunnan ({characters}). "
    "Kirjoita rivi uudelleen näppäimistöllä.",
    "På raden finns ett tecken som läsaren inte ser eller som vänder textens riktning "
    "({characters}). Skriv raden på nytt med tangentbordet.",
)
LOOK_ALIKE = Rule.error(
    "look-alike",
    "Sanassa ”{word}” on kirjaimia, jotka vain näyttävät tutuilta. Kirjoita sana uudelleen "
    "näppäimistöllä.",
    "Ordet ”{word}” har bokstäver som bara ser bekanta ut. Skriv ordet på nytt med tangentbordet.",
)


def odd_characters(text: str, path: str, first_line: int = 1) -> Iterator[Finding]:
    """What deceives the eye, line by line; in a page an entity is the character that it names."""
    if is_plain(text) and "&" not in text:
        return
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), first_line):
        shown = html.unescape(line)
        if is_plain(shown):
            continue
        if characters := unseen(shown):
            yield INVISIBLE_CHARACTER.at(path, number, characters=", ".join(characters))
        for word in look_alikes(shown):
            yield LOOK_ALIKE.at(path, number, word=word)
