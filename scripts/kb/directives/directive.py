"""A directive is one value: its name, its arguments, what it shows and how that is worded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from kb.directives.arguments import Argument, Arguments
from kb.directives.context import RenderContext
from kb.model.catalogue import Catalogue
from kb.model.page import Page
from kb.model.record import Record
from kb.text import Text

Context = dict[str, Any]
"""What a fragment finds by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """What `<!-- kb:name … -->` puts on a page, worded by `overrides/fragments/<name>.html`."""

    name: str
    about: Text
    arguments: tuple[Argument[Any], ...]
    records: Callable[[Catalogue, Arguments], Sequence[Record]]
    """What the fragment cites; the facts of these records count as told on the page."""
    context: Callable[[RenderContext, Page, Arguments], Context]
    """What the fragment words, besides the words and links that every fragment has."""
    lists: type[Record] | None = None
    """The kind whose records stand in it each by itself, all of them if it has no arguments."""


def nothing(catalogue: Catalogue, arguments: Arguments) -> Sequence[Record]:
    """No records: the fragment cites no facts."""
    return ()


def all_of(kind: type[Record], about: Text) -> Directive:
    """A directive that shows all records of a kind and is named after it."""

    def records(catalogue: Catalogue, arguments: Arguments) -> Sequence[Record]:
        return list(catalogue.all(kind).values())

    def context(context: RenderContext, page: Page, arguments: Arguments) -> Context:
        return {kind.kind: records(context.catalogue, arguments)}

    return Directive(
        name=kind.kind, about=about, arguments=(), records=records, context=context, lists=kind
    )
