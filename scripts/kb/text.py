"""Two languages as one value: a text that lacks either cannot be made."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import category

_PLACE = re.compile(r"\{(\w+)\}")


class Lang(StrEnum):
    """A language of the site; the value is its BCP 47 tag."""

    FI = "fi"
    SV = "sv"

    @property
    def other(self) -> Lang:
        """The other of the two languages."""
        return Lang.SV if self is Lang.FI else Lang.FI


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Finnish and in Swedish; ValueError if either is empty."""

    fi: str
    sv: str

    def __post_init__(self) -> None:
        if not self.fi.strip() or not self.sv.strip():
            raise ValueError(f"a Text needs both languages: {self.fi!r} / {self.sv!r}")

    def __getitem__(self, lang: str) -> str:
        return self.fi if Lang(lang) is Lang.FI else self.sv

    @property
    def both(self) -> str:
        """The two on one line, for a reader whose language is not known."""
        return f"{self.fi} / {self.sv}"

    @classmethod
    def of(cls, words: Callable[[Lang], str]) -> Text:
        """The text whose words a function gives, language by language."""
        return cls(words(Lang.FI), words(Lang.SV))

    def format(self, **values: Text | str | int) -> Text:
        """The text with its {names} filled in; a Text fills each language with its own words."""
        return Text.of(lambda lang: self[lang].format(**_in(lang, values)))

    def filled(self, **values: Text | str | int) -> Text:
        """The same for words that an editor wrote: see the function `filled`."""
        return Text.of(lambda lang: filled(self[lang], _in(lang, values)))


def _in(lang: Lang, values: Mapping[str, Text | str | int]) -> dict[str, str | int]:
    return {name: v[lang] if isinstance(v, Text) else v for name, v in values.items()}


def filled(template: str, values: Mapping[str, object]) -> str:
    """The template with each {name} that has a value filled in and all else as it is.

    Unlike with `str.format`, nothing that an editor writes makes it fail, or grow.
    """
    return _PLACE.sub(lambda place: str(values.get(place[1], place[0])), template)


def places(template: str) -> frozenset[str]:
    """The {names} that the template has places for."""
    return frozenset(_PLACE.findall(template))


LANGUAGE_NAMES = {Lang.FI: Text("suomi", "finska"), Lang.SV: Text("ruotsi", "svenska")}


def printable(text: str) -> str:
    """The text on one line, safe for any terminal or log: what is not seen is told by its number.

    GitHub takes `##[…]` for a command wherever it stands in a line.
    """
    return "".join(map(_spelled, text)).replace("##[", "# #[")


def _spelled(letter: str) -> str:
    if letter.isprintable() or category(letter) == "Zs":
        return letter
    return letter.encode("unicode_escape").decode()
