"""Pictures of the real content as their tests look at them: as geometry, as HTML, as XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any
from xml.etree import ElementTree

from builders import html, real_content, setting
from kb.directives.drawing.shapes import Box
from kb.directives.pictures import PICTURES
from kb.publish.sanitiser import sanitised
from kb.render.body import OURS_STAND_HERE, expand
from kb.render.citations import with_sources
from kb.render.extension import PageExtension
from kb.text import Lang

ALL = [(show, lang) for show in PICTURES for lang in Lang]
TOUCH = 0.5


def drawing(show: str, lang: Lang) -> Any:
    """The geometry of a picture of the real content."""
    here = real_content().page("index", lang)
    assert here
    drawn = PICTURES[show].draw(real_content(), here)
    assert drawn
    return drawn["picture"]


def parts(thing: object, kind: type) -> Iterator[Any]:
    """Every label or box inside a drawing."""
    if isinstance(thing, kind):
        yield thing
    elif isinstance(thing, tuple | list):
        for one in thing:
            yield from parts(one, kind)
    elif is_dataclass(thing):
        for one in fields(thing):
            yield from parts(getattr(thing, one.name), kind)


def within(inner: Box, outer: Box) -> bool:
    return (
        inner.x >= outer.x - TOUCH
        and inner.y >= outer.y - TOUCH
        and inner.right <= outer.right + TOUCH
        and inner.bottom <= outer.bottom + TOUCH
    )


def rendered(show: str, lang: Lang) -> str:
    """The picture as HTML on a page of the real site, as it is published."""
    key = next(
        p.key
        for p in real_content().pages(lang)
        for d in p.directives
        if d.name == "picture" and dict(d.arguments)["show"] == show
    )
    here = real_content().page(key, lang)
    assert here
    known = setting(real_content())
    text = f"<!-- kb:picture show={show} -->\n"
    extension = PageExtension(known, here, lambda path: None)
    whole = with_sources(here, expand(here, text, known), known)
    return sanitised(html(whole, extension), OURS_STAND_HERE)


def svg(text: str) -> ElementTree.Element:
    """The drawing as XML; an error if it is not well formed."""
    found = re.search(r"<svg.*?</svg>", text, re.DOTALL)
    assert found
    return ElementTree.fromstring(found[0])
