"""SVG as a drawing and nothing more: no script, no style that loads, nothing from elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, ParseError

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = ("href", "{http://www.w3.org/1999/xlink}href")
_CONTAINERS = {"svg", "g", "defs", "symbol", "clipPath", "mask", "pattern", "marker"}
_SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"}
_PAINT = {"linearGradient", "radialGradient", "stop", "style"}
_ELEMENTS = _CONTAINERS | _SHAPES | _PAINT | {"title", "desc"}
"""`use` is not among them: a few lines of it can draw a thousand million times."""
_EDITORS_OWN = re.compile(
    r"\{(?:http://www\.inkscape\.org/|http://sodipodi\.|http://www\.w3\.org/1999/02/22-rdf-syntax"
    r"|http://creativecommons\.org/|http://purl\.org/dc/|http://ns\.adobe\.com/"
    r"|http://www\.bohemiancoding\.com/)|.*\}metadata$"
)
"""What drawing programs note for themselves: left out without a word."""
_LOADS = re.compile(r"url\((?!\s*['\"]?#)|@import|image-set|src\(|\\", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
_TOILS = re.compile(
    r"filter\s*:(?!\s*none\b)|animation[\w-]*\s*:|@(?!media\b)|\b(?:blur|drop-shadow)\s*\(",
    re.IGNORECASE,
)
"""Styles that move, flash, or take a browser minutes to draw."""
_FILTERS = re.compile(r"(?:.*[:-])?filter", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*>", re.IGNORECASE)
_INSTRUCTION = re.compile(r"<\?xml-stylesheet", re.IGNORECASE)
"""Brings a style sheet, or a program that makes something else of the drawing."""
_DEEPEST = 60


@dataclass(slots=True)
class Drawing:
    """A drawing that may be published, and what had to go for that."""

    svg: str = ""
    refused: list[str] = field(default_factory=list)


def drawing(data: bytes) -> Drawing:
    """The drawing in a file; what is no SVG at all is refused by that name."""
    made = Drawing()
    try:
        text = _DOCTYPE.sub("", data.decode("utf-8-sig"), count=1)
        if "<!" in re.sub(r"<!--|<!\[CDATA\[", "", text):
            return Drawing(refused=["<!…>"])
        if instruction := _INSTRUCTION.search(text):
            return Drawing(refused=[instruction[0]])
        root = ElementTree.fromstring(text)  # noqa: S314 - declares no entities, as seen above
    except (ValueError, ParseError):
        return Drawing(refused=["XML"])
    if root.tag not in ("svg", f"{_SVG}svg"):
        return Drawing(refused=[f"<{_local(root.tag)}>"])
    _clean(root, made)
    root.set("xmlns", _SVG.strip("{}"))
    made.svg = ElementTree.tostring(root, encoding="unicode")
    return made


def _clean(root: Element, made: Drawing) -> None:
    """Leave only what draws, and note what else was there."""
    waiting = [(root, 1)]
    while waiting:
        element, depth = waiting.pop()
        element.tag = _local(element.tag)
        _clean_attributes(element, made)
        if element.tag == "style" and _is_more_than_paint("".join(element.itertext())):
            made.refused.append("<style>")
            element.text = ""
        element[:] = [child for child in element if _is_kept(child, depth, made)]
        waiting += [(child, depth + 1) for child in element]


def _is_kept(element: Element, depth: int, made: Drawing) -> bool:
    """Words after an element that goes, go with it."""
    draws = element.tag.removeprefix(_SVG) in _ELEMENTS
    if not draws or depth >= _DEEPEST:
        if not _EDITORS_OWN.match(element.tag):
            made.refused.append(f"<{_local(element.tag)}>")
        return False
    return True


def _clean_attributes(element: Element, made: Drawing) -> None:
    for name, value in list(element.items()):
        if name in _HREF and value.startswith("#"):
            element.set("href", element.attrib.pop(name))
        elif name.startswith("{") or _is_active(name, value):
            del element.attrib[name]
            if not _EDITORS_OWN.match(name) and _local(name) != "space":
                made.refused.append(_local(name))


def _is_active(name: str, value: str) -> bool:
    if name in _HREF or name.lower().startswith("on"):
        return True
    if _FILTERS.fullmatch(name) and value.strip() != "none":
        return True
    return _is_more_than_paint(value) if name == "style" else bool(_LOADS.search(value))


def _is_more_than_paint(style: str) -> bool:
    return bool(_LOADS.search(style) or _TOILS.search(_COMMENT.sub(" ", style)))


def _local(name: str) -> str:
    return name.rpartition("}")[2]
