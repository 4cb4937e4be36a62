"""What a reader would not see, or would take for something else, in any text of the folder."""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Iterator

from kb.finding import Finding, Rule
from kb.words.letters import FONT_BULLETS, is_plain, look_alikes, other_digits, unseen

INVISIBLE_CHARACTER = Rule.error(
    "invisible-character",
    "Kohdassa ”{where}” on merkki, jota lukija ei näe tai joka kääntää tekstin suunnan "
    "({characters}). Poista koko kohta ja kirjoita se uudelleen näppäimistöllä.",
    "I stället ”{where}” finns ett tecken som läsaren inte ser eller som vänder textens riktning "
    "({characters}). Ta bort hela stället och skriv det på nytt med tangentbordet.",
)
LOOK_ALIKE = Rule.error(
    "look-alike",
    "Sanassa ”{word}” on kirjaimia, jotka vain näyttävät tutuilta. Kirjoita sana uudelleen "
    "näppäimistöllä.",
    "Ordet ”{word}” har bokstäver som bara ser bekanta ut. Skriv ordet på nytt med tangentbordet.",
)

_OTHER_DIGITS = LOOK_ALIKE.saying(
    "Kohdassa ”{word}” on numeroita, jotka vain näyttävät tavallisilta. Kirjoita ne uudelleen "
    "näppäimistöllä.",
    "I ”{word}” finns siffror som bara ser ut som vanliga. Skriv dem på nytt med tangentbordet.",
)


_NUMBERED = re.compile(r"&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));?", re.IGNORECASE)
_BULLET = re.compile(rf"^\s*[{FONT_BULLETS}](?=\s)")
_NEAR = 15
"""Letters shown on both sides of a character that nobody sees."""


def odd_characters(text: str, path: str, first_line: int = 1) -> Iterator[Finding]:
    """What deceives the eye, line by line; in a page an entity is the character that it names."""
    if is_plain(text) and "&" not in text:
        return
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), first_line):
        # Of a word processor's bullet on a page another rule tells what to write.
        typed = _BULLET.sub("", line) if path.endswith(".md") else line
        shown = html.unescape(_NUMBERED.sub(_named, typed))
        if is_plain(shown):
            continue
        if characters := unseen(shown):
            where = _around(shown, chr(int(characters[0].removeprefix("U+"), 16)))
            listed = ", ".join(characters)
            yield INVISIBLE_CHARACTER.at(path, number, where=where, characters=listed)
        for word in look_alikes(shown):
            yield LOOK_ALIKE.at(path, number, word=word)
        for word in other_digits(shown):
            yield _OTHER_DIGITS.at(path, number, word=word)


def _named(reference: re.Match[str]) -> str:
    """The character of a reference by number; Python's own reading leaves some of them out."""
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    return chr(number) if 0 < number <= sys.maxunicode else reference[0]


def _around(line: str, character: str) -> str:
    """The words on both sides of the first such character."""
    before, _, after = line.partition(character)
    return f"{before[-_NEAR:]}{after[:_NEAR]}".strip()
