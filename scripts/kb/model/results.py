"""What the programme led to, in figures that somebody counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from kb.model import fields
from kb.model.date import PartialDate
from kb.model.record import NotPublished, Record
from kb.text import Text

CENTRE_STATES: Mapping[str, Text] = {
    "working": Text("toiminnassa", "i gång"),
    "preparing": Text("valmisteilla", "under beredning"),
    "planned": Text("suunnitteilla", "planerade"),
}
"""How far a family centre had come; each is a field of `CentreCount`."""


@dataclass(frozen=True, kw_only=True)
class CentreCount(Record):
    """The number of family centres at one time, divided only as whoever counted them did."""

    kind: ClassVar[str] = "family-centres"
    label: ClassVar[Text] = Text("perhekeskusten määrä", "antal familjecenter")
    open_data: ClassVar[Text | NotPublished] = Text("Perhekeskusten määrä", "Antalet familjecenter")
    about: ClassVar[Text] = Text(
        "Määrä on perhekeskusten lukumäärä niin kuin yksi laskija sen kertoo; "
        "eri tavoin laskettuja lukuja ei vähennetä toisistaan.",
        "Ett antal är hur många familjecenter någon har räknat; "
        "siffror som har räknats på olika sätt dras inte ifrån varandra.",
    )

    id: str = fields.identity("Määrän tunnus", "Antalets id")
    date: PartialDate = fields.day("Ajankohta", "Tidpunkt", required=True)
    when: Text = fields.bilingual("Ajankohta tekstinä", "Tidpunkten som text", required=True)
    counted_by: Text = fields.bilingual("Kuka laski", "Vem som räknade", required=True)
    whole: int | None = fields.integer(
        "Määrä, jota laskija ei jakanut osiin", "Antal som inte delades upp"
    )
    approximate: bool = fields.flag("Määrä on likimääräinen", "Antalet är ungefärligt")
    working: int | None = fields.integer("Toiminnassa", "I gång")
    preparing: int | None = fields.integer("Valmisteilla", "Under beredning")
    planned: int | None = fields.integer("Suunnitteilla", "Planerade")
    counted: Text = fields.bilingual(
        "Mitä laskettiin; jos lukua ei ole, mitä sen sijaan kerrottiin",
        "Vad som räknades; om det inte finns någon siffra, vad som i stället sades",
        required=True,
    )
    facts: tuple[str, ...] = fields.facts()

    @property
    def parts(self) -> list[tuple[str, int]]:
        """The state and the size of each part that is known, the furthest first."""
        sizes = {"whole": self.whole, **{state: getattr(self, state) for state in CENTRE_STATES}}
        return [(state, size) for state, size in sizes.items() if size]
