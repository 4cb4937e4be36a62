"""The pictures that `<!-- kb:picture show=… -->` draws: each is laid out by pure geometry."""

from __future__ import annotations

from collections.abc import Mapping

from kb.directives.arguments import Arguments, OneOf
from kb.directives.context import RenderContext
from kb.directives.directive import Context, Directive
from kb.directives.pictures import centres, columns, money, timeline
from kb.directives.pictures.picture import Picture
from kb.model.catalogue import Catalogue
from kb.model.interface import Word
from kb.model.page import Page
from kb.model.record import Record
from kb.text import Text

PICTURES: Mapping[str, Picture] = {
    value.name: value
    for module in (timeline, money, columns, centres)
    for value in vars(module).values()
    if isinstance(value, Picture)
}
"""Every picture by name: to declare one in these modules is all it needs."""

_SHOW = OneOf(
    name="show",
    about=Text("kuvan nimi", "bildens namn"),
    words=tuple(PICTURES),
    required=True,
)


def _records(catalogue: Catalogue, arguments: Arguments) -> list[Record]:
    """What the picture shows, with the sentences of its caption, which cite facts, too."""
    picture = PICTURES.get(arguments[_SHOW])
    if picture is None:
        return []
    words = catalogue.all(Word).values()
    own = [word for word in words if word.id.startswith(f"picture-{picture.name}-")]
    return [*own, *picture.records(catalogue)]


def _context(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    picture = PICTURES[arguments[_SHOW]]
    drawn = picture.draw(context.catalogue, page) or {"picture": None}
    return {"show": picture.name, "kind": picture.kind.kind, **drawn}


PICTURE = Directive(
    name="picture",
    about=Text(
        "Kuva, joka piirretään tietotiedostoista", "Bild som ritas utgående från datafilerna"
    ),
    arguments=(_SHOW,),
    records=_records,
    context=_context,
)
