"""Findings at the top of a page that its writer is looking at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kb.finding import Finding, errors
from kb.report.report import guide_address
from kb.text import Lang, Text

_NOT_SHOWN = Text(
    "Viimeksi tallennettu ei vielä näy, koska tiedostoissa on virheitä. Sivu on entisellään.",
    "Det senast sparade syns inte ännu, eftersom det finns fel i filerna. Sidan är som förut.",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One finding: the file and the line, what is wrong, and where the guide tells of it."""

    where: str
    message: str
    guide: str


@dataclass(frozen=True, slots=True)
class Broken:
    """Why the page is not what its file says now."""

    why: str
    lines: tuple[Line, ...]


def broken(findings: Iterable[Finding], lang: Lang, site_url: str) -> Broken | None:
    """What a page of a language tells of the errors; None if there are none."""
    lines = tuple(
        Line(f"{f.path}:{f.line}", f.message[lang], guide_address(site_url, f.rule.id, lang))
        for f in errors(findings)
    )
    return Broken(_NOT_SHOWN[lang], lines) if lines else None
