"""What a page gives to those who share it: Open Graph and linked data."""

from __future__ import annotations

from dataclasses import dataclass

from kb.model.page import HOME
from kb.render.linked_data import Node, as_script
from kb.render.view import View
from kb.text import Lang

_LOCALES = {Lang.FI: "fi_FI", Lang.SV: "sv_FI"}


@dataclass(frozen=True, slots=True)
class Sharing:
    """The head's part for sharing."""

    kind: str
    locale: str
    other_locale: str
    data: str
    """JSON-LD that is safe inside a script element."""


def sharing(view: View, nodes: list[Node]) -> Sharing:
    """What the partial `sharing.html` shows besides the view itself."""
    return Sharing(
        kind="article" if view.key not in ("", HOME) else "website",
        locale=_LOCALES[view.lang],
        other_locale="" if view.missing else _LOCALES[view.lang.other],
        data=as_script(nodes),
    )
