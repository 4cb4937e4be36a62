"""What readers call the things of the site: abbreviations, everyday words, English."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from kb.model import fields
from kb.model.record import NotPublished, Record
from kb.text import Lang, Text


@dataclass(frozen=True, kw_only=True)
class OtherWords(Record):
    """Words that readers type for a thing that the pages call something else."""

    kind: ClassVar[str] = "other_words"
    label: ClassVar[Text] = Text("lukijan sana", "läsarens ord")
    open_data: ClassVar[Text | NotPublished] = NotPublished("the search's own words")
    about: ClassVar[Text] = Text(
        "Lukijan sanoilla haku löytää asian, jolla on sivuilla toinen nimi.",
        "Med läsarens ord hittar sökningen en sak som har ett annat namn på sidorna.",
    )

    id: str = fields.identity("Rivin tunnus", "Radens id")
    means: Text = fields.bilingual(
        "Sana tai nimi, jota sivut käyttävät", "Ordet eller namnet på sidorna", required=True
    )
    words_fi: tuple[str, ...] = fields.lines(
        "Muut sanat samalle asialle suomeksi", "Andra ord för samma sak på finska"
    )
    words_sv: tuple[str, ...] = fields.lines(
        "Muut sanat ruotsiksi", "Andra ord för samma sak på svenska"
    )
    words_both: tuple[str, ...] = fields.lines(
        "Englanniksi ja muut, joita kirjoitetaan kummallakin kielellä",
        "På engelska och annat som skrivs på båda språken",
    )

    def words(self, lang: Lang) -> Iterator[str]:
        """Every other word in a language."""
        yield from self.words_fi if lang is Lang.FI else self.words_sv
        yield from self.words_both
