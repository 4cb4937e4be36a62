"""Pictures that editors put on a page: fetched when they come near, their room kept for them.

A paragraph of a picture with its words on the next line becomes a figure with its caption. Words
of a title (`![…](a.png "…")`) would be a caption that neither spelling nor the translation status
sees, so they are left alone.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from urllib.parse import unquote
from xml.etree.ElementTree import Element, SubElement

Sizes = Callable[[str], tuple[int, int] | None]
"""The width and height of the picture at a path inside the content folder, if it has any."""


def unhurried(root: Element, folder: str, sizes: Sizes) -> None:
    """Let each picture of a page in `folder` wait, its room kept; before links are resolved."""
    for image in root.iter("img"):
        image.set("loading", "lazy")
        path = posixpath.normpath(posixpath.join(folder, unquote(image.get("src", ""))))
        if size := sizes(path):
            image.set("width", str(size[0]))
            image.set("height", str(size[1]))


def framed(root: Element) -> None:
    """Make a figure of each paragraph that is a picture, or a picture with words below it."""
    for paragraph in list(root.iter("p")):
        image = paragraph[0] if len(paragraph) else None
        if image is None or image.tag != "img" or (paragraph.text or "").strip():
            continue
        words = image.tail or ""
        if words.startswith("\n"):
            _caption(paragraph, image)
        elif words.strip() or len(paragraph) > 1:
            continue
        paragraph.tag = "figure"
        paragraph.set("class", "image")


def _caption(paragraph: Element, image: Element) -> None:
    rest = list(paragraph)[1:]
    for element in rest:
        paragraph.remove(element)
    caption = SubElement(paragraph, "figcaption")
    caption.text, image.tail = (image.tail or "").lstrip(), None
    caption.extend(rest)
