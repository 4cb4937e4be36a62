"""A picture is one value: its name, what it shows and how that is laid out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kb.directives.directive import Context
from kb.model.catalogue import Catalogue
from kb.model.page import Page
from kb.model.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawing, worded by `picture-<name>.html` and the interface's words `picture-<name>-…`."""

    name: str
    records: Callable[[Catalogue], Sequence[Record]]
    """What it shows and cites."""
    kind: type[Record]
    """The data that it is drawn from and links to."""
    draw: Callable[[Catalogue, Page], Context | None]
    """Its layout as `picture` and what its text lists; None if there is nothing to draw."""
