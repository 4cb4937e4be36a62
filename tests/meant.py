"""What mistakes are made of: pages to write on, files and the ways to edit them."""

from __future__ import annotations

from io import BytesIO

from builders import PROJECT
from edits import FI, SV, Step, add, replace, store
from kb.text import Lang
from mistakes import Mistake
from PIL import Image

BEGAN, CENTRE = "_data/timeline/haku-2020.yml", "_data/terms/perhekeskus.yml"
LEADER, MINISTRY = "_data/contacts/H-05.yml", "_data/organisations/stm.yml"
BIRKALAND, MONEY = "_data/regions/pirkanmaa.yml", "_data/funding/lastensuojelu.yml"
RATED, FACT, WORDS = (
    "_data/funding/maakunnalliset-hankkeet.yml",
    "_data/facts/P-077.yml",
    "_data/strings.yml",
)
SOURCE, ORGANISER = "_data/sources/L-69.yml", "_data/organisers/pirkanmaa.yml"
GOALS_FI, GOALS_SV = "mika-lape-on/tavoitteet.fi.md", "mika-lape-on/tavoitteet.sv.md"
STEER_FI, STEER_SV = "hallinto/ohjausryhmat.fi.md", "hallinto/ohjausryhmat.sv.md"
FLOW_FI, FLOW_SV = "teemat/tiedonkulku.fi.md", "teemat/tiedonkulku.sv.md"
LONG = "Haku " + "auttaa ja tukee ja kuulee ja neuvoo ja ohjaa " * 4 + "perhettä."


_CITED = {
    f"rahoitus/{name}.{lang}.md"
    for name in ("haku-2020", "lastensuojelu-2020", "taydentava-haku-2021")
    for lang in Lang
}
_USED = {*_CITED, FI, SV, GOALS_FI, GOALS_SV, STEER_FI, STEER_SV, FLOW_FI, FLOW_SV}
_FREE = {
    lang: iter(
        name
        for file in sorted((PROJECT / "docs").rglob(f"*.{lang}.md"))
        if (name := file.relative_to(PROJECT / "docs").as_posix()) not in _USED
    )
    for lang in Lang
}
"""Pages to write on, each for one mistake."""
_ARTICLES = iter(
    ("rahoitus/haku-2020", "rahoitus/lastensuojelu-2020", "rahoitus/taydentava-haku-2021")
)
"""Articles whose figures have their sources."""


def said(name: str, lang: Lang, text: str, rule: str) -> Mistake:
    """A paragraph at the end of a page of its own, told at its line."""
    file = next(_FREE[lang])
    return Mistake(name, (add(file, f"\n{text}\n"),), rule, file, text.partition("\n")[0])


def swapped(name: str, file: str, old: str, new: str, rule: str, at: str = "") -> Mistake:
    """Some words of a file for others, told at their line."""
    return Mistake(name, (replace(file, old, new),), rule, file, at or new.partition("\n")[0])


def uncited(name: str, fi: str, sv: str) -> Mistake:
    """A figure at the end of both languages of a page of its own, told in Finnish at least."""
    file = next(_ARTICLES)
    both = (add(f"{file}.fi.md", f"\n{fi}\n"), add(f"{file}.sv.md", f"\n{sv}\n"))
    return Mistake(name, both, "uncited-figure", f"{file}.fi.md", fi)


def picture(size: tuple[int, int]) -> bytes:
    """A picture of one colour: of few bytes, whatever its size."""
    made = BytesIO()
    Image.new("1", size).save(made, "PNG")
    return made.getvalue()


def stored(name: str, file: str, data: bytes, rule: str, *more: Step) -> Mistake:
    """A file as somebody has it."""
    return Mistake(name, (store(file, data), *more), rule, file)


EVENT = """id: {id}
date: {date}
phase: {phase}
status: {status}
title:
  fi: Työpaja
  sv: Workshop
facts: [S-045]
"""


def event(id: str, at: str, **values: str) -> Mistake:
    """An event of the timeline with something that cannot be."""
    known = {"id": id, "date": "2017-03", "phase": "phase-1", "status": "done"} | values
    rule = known.pop("rule")
    file = f"_data/timeline/{id}.yml"
    return Mistake(f"the event {id}", (add(file, EVENT.format(**known)),), rule, file, at)
