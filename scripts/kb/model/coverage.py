"""Facts that no page uses, each with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kb.model import fields
from kb.model.record import Record
from kb.text import Text


@dataclass(frozen=True, kw_only=True)
class Unused(Record):
    """A fact that is left out on purpose; the list is part of what readers can check."""

    kind: ClassVar[str] = "unused"
    label: ClassVar[Text] = Text("käyttämätön tieto", "oanvänt faktum")
    about: ClassVar[Text] = Text(
        "Käyttämätön tieto on tosiasia, joka on tarkoituksella jätetty pois sivuilta.",
        "Ett oanvänt faktum har med avsikt lämnats bort från sidorna.",
    )

    id: str = fields.reference("Tosiasian tunnus", "Faktumets id", "facts", required=True)
    reason: Text = fields.bilingual(
        "Miksi tietoa ei käytetä", "Varför faktumet inte används", required=True
    )
