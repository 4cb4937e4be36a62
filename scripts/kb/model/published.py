"""The one list of what is published of a content folder, for reading, checking and building alike.

Pages, pictures and documents of these kinds, anywhere but where the site keeps files of its own.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from kb.text import Lang

PAGE = ".md"
PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
DOCUMENTS = (".pdf",)
DATA = "_data"
NOT_READ = "_"
"""How the name of a file or folder begins that is neither read nor published."""
OWN_PLACES = frozenset({"assets", "data", "search", "toimitus"})
"""Folders at the site's root that the build writes."""


class Kind(Enum):
    """What a file of the content folder is."""

    PAGE = auto()
    PICTURE = auto()
    DOCUMENT = auto()
    DATA = auto()
    NOT_READ = auto()
    IN_OWN_PLACE = auto()
    """Where the site keeps something of its own."""
    OTHER = auto()


MEDIA = (Kind.PICTURE, Kind.DOCUMENT)


_LANGUAGE = re.compile(r"(.+)\.([a-z]{2})\.md")


def other_language(file: str) -> tuple[str, str] | None:
    """The stem and the language of a page in a language that the site does not have."""
    found = _LANGUAGE.fullmatch(file)
    return (found[1], found[2]) if found and found[2] not in list(Lang) else None


def dotted_folder(file: str) -> str:
    """The first folder above a file whose name the site could have for a file: `index.html`."""
    return next((folder for folder in file.split("/")[:-1] if "." in folder), "")


def kind_of(file: str) -> Kind:
    """The kind of a file by its path inside the content folder."""
    first, *_ = parts = file.split("/")
    if first == DATA:
        return Kind.DATA
    if any(part.startswith(NOT_READ) for part in parts):
        return Kind.NOT_READ
    if first.lower() in OWN_PLACES or dotted_folder(file):
        return Kind.IN_OWN_PLACE
    if file.endswith(PAGE) and not other_language(file):
        return Kind.PAGE
    if file.endswith(PICTURES):
        return Kind.PICTURE
    return Kind.DOCUMENT if file.endswith(DOCUMENTS) else Kind.OTHER
