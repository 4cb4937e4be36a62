"""The file that a link to none may have meant."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from kb.finding import hint
from kb.text import Text

_CHECK_TARGET = Text("Tarkista tiedoston nimi ja kansio.", "Kontrollera filens namn och mapp.")


def near_file(file: str, known: Iterable[str], folder: str) -> Text:
    """The known file whose name is nearest, as a link from the folder, or advice to look."""
    by_name = {_name(one): posixpath.relpath(one, folder or ".") for one in known}
    return hint(_name(file), by_name, _CHECK_TARGET, shown=by_name.__getitem__)


def _name(file: str) -> str:
    return posixpath.basename(file).removesuffix(".md")
