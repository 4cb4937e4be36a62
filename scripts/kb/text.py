"""Two languages as one value: a text that lacks either cannot be made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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

    def format(self, **values: Text | str | int) -> Text:
        """The text with its {names} filled in; a Text fills each language with its own words."""

        def fill(lang: Lang) -> str:
            chosen = {k: v[lang] if isinstance(v, Text) else v for k, v in values.items()}
            return self[lang].format(**chosen)

        return Text(fill(Lang.FI), fill(Lang.SV))


LANGUAGE_NAMES = {Lang.FI: Text("suomi", "finska"), Lang.SV: Text("ruotsi", "svenska")}
