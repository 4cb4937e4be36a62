"""The steps that an edit is made of, on a copy of `docs/`, and what editors write with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

Step = Callable[[Path], None]


def replace(file: str, old: str, new: str) -> Step:
    """The first `old` of a file becomes `new`."""

    def step(docs: Path) -> None:
        text = (docs / file).read_text("utf-8")
        assert old in text, f"{file}: {old}"
        (docs / file).write_text(text.replace(old, new, 1), "utf-8")

    return step


def add(file: str, text: str) -> Step:
    """`text` at the end of a file, which may be new."""

    def step(docs: Path) -> None:
        (docs / file).parent.mkdir(parents=True, exist_ok=True)
        with (docs / file).open("a", encoding="utf-8") as written:
            written.write(text)

    return step


def store(file: str, data: bytes) -> Step:
    """The whole file, in bytes."""
    return lambda docs: (docs / file).write_bytes(data) and None


def recode(file: str, change: Callable[[bytes], bytes]) -> Step:
    """The bytes of a file, changed."""
    return lambda docs: (docs / file).write_bytes(change((docs / file).read_bytes())) and None


def rename(old: str, new: str) -> Step:
    """A file under another name."""
    return lambda docs: (docs / old).rename(docs / new) and None


def windows(data: bytes) -> bytes:
    """The line ends that Windows writes."""
    return data.replace(b"\n", b"\r\n")


def decomposed(data: bytes) -> bytes:
    """Each letter and its dots as characters of their own, as a Mac may copy them."""
    return normalize("NFD", data.decode()).encode()


FI, SV = "teemat/perhekeskus.fi.md", "teemat/perhekeskus.sv.md"
END_FI, END_SV = "tulokset.fi.md", "tulokset.sv.md"
ADDRESSES, MENU = "_data/addresses.yml", "_data/menu.yml"
THEME, CALL = "_data/themes/perhekeskus.yml", "_data/timeline/haku-2020.yml"
NEW_FACT, NEW_EVENT = "_data/facts/S-999.yml", "_data/timeline/uusi-tapahtuma.yml"
NEW_PAGE = (
    "---\ndescription: {about}\n{slug}checked: 2026-11-23\n---\n\n# {title}\n\n{text}[^S-045]\n"
)
NEW_FI = NEW_PAGE.format(
    about="Mistä perhe saa apua.", slug="", title="Apua perheelle", text="Perhekeskus auttaa."
)
NEW_SV = NEW_PAGE.format(
    about="Var familjen får hjälp.",
    slug="slug: hjalp\n",
    title="Hjälp för familjen",
    text="Familjecentret hjälper.",
)
FACT = """id: S-999
text:
  fi: Perhekeskus auttaa perhettä.
  sv: Familjecentret hjälper familjen.
sources: [L-01]
"""
EVENT = """id: uusi-tapahtuma
date: 2017-03
phase: phase-1
status: done
title:
  fi: Työpaja
  sv: Workshop
facts: [S-045]
"""
CONTACT = """id: H-99
type: mailbox
name: Kirjaamo
role:
  fi: kirjaamo
  sv: registratur
as_of: 2020-01-20
phone: "029 516 001"
facts: [S-160]
sources: [L-01]
"""
