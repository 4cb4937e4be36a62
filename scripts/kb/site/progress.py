"""How far a build is, on a terminal only."""

from __future__ import annotations

import time
from typing import TextIO

from kb.text import LANGUAGE_NAMES, Lang, Text

_FIRST = Text(
    "Ensimmäinen rakentaminen on hitain: kaikki sivut tehdään ja niiden sanat tutkitaan. "
    "Seuraavilla kerroilla tehdään vain se, mikä on muuttunut.",
    "Det första bygget tar längst tid: alla sidor görs och deras ord undersöks. Följande gånger "
    "görs bara det som har ändrats.",
)
_PAGES = Text("{language}: sivu {number}/{count}", "{language}: sida {number}/{count}")
_WORDS = Text(
    "{language}: haku, {count} sivun sanat", "{language}: sökningen, orden på {count} sidor"
)
_NOT_OFTENER = 0.1
"""Seconds."""
_CLEAR = "\r\x1b[K"


class Progress:
    """One line that says how far a build is; nothing where nobody looks."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream if stream.isatty() else None
        self._said = 0.0
        self._number = 0

    def begin(self, *, is_first: bool) -> None:
        """Say why the first build takes longer."""
        if is_first and self._stream:
            self._stream.write(f"{_FIRST.both}\n")

    def page(self, lang: Lang, count: int) -> None:
        """One page more, of so many."""
        self._number = self._number % count + 1
        if time.monotonic() > self._said + _NOT_OFTENER or self._number == count:
            self._line(_PAGES, lang, count)

    def words(self, lang: Lang, count: int) -> None:
        """All pages are converted, and search begins."""
        self._line(_WORDS, lang, count)

    def end(self) -> None:
        """Leave nothing on the line."""
        if self._stream:
            self._stream.write(_CLEAR)
            self._stream.flush()

    def _line(self, said: Text, lang: Lang, count: int) -> None:
        if self._stream:
            self._said = time.monotonic()
            language, number = LANGUAGE_NAMES[lang], self._number
            text = said.format(language=language, number=number, count=count)
            self._stream.write(f"{_CLEAR}{text.both}")
            self._stream.flush()
