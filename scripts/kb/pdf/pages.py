"""One page made fit to stand among others: its ids unique, its links inside the document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote, urldefrag, urljoin
from xml.etree.ElementTree import Element, tostring

from tinyhtml5 import parse

_SCREEN_ONLY = {"nav", "form", "script", "style", "button"}
_LOADING = {"link", "base", "meta", "object", "embed", "iframe", "audio", "video"}
"""Elements that no page of ours has, and that could bring something else into the document."""
_DROPPED = ("style", "rel", "srcset")
"""Attributes that load, or that make WeasyPrint put the file a link leads to into the document."""
_ALL_SOURCES = "all-sources"
_SCREEN_ONLY_CLASSES = {
    *("term-notes", "edit", "related", "cite", "as-data"),
    *("page-sources", _ALL_SOURCES),
}
"""Explanations that open on the screen (on paper the glossary has them), ways on and out, and
sources, which stand once at the document's end."""
_ENTRY = "#lahde:"
"""How a link to the list of sources begins, which the whole document shares."""
_EXPLAINED = {"term"}
"""Links to explanations: words again, which halves the tags."""
_NO_BREAK = "\u2060"
_NAMES_IDS = ("aria-labelledby", "aria-describedby", "headers", "for")
_IN_DRAWING = re.compile(r"url\(#([^)]+)\)")


@dataclass(frozen=True)
class Bound:
    """The pages that stand in the document, by address, with the ids that each of them has."""

    site_url: str
    ids: Mapping[str, frozenset[str]]

    def destination(self, href: str, origin: str) -> str:
        """Where a link on the page at `origin` leads: `#/teemat/` inside, or a whole address."""
        if href.startswith(_ENTRY):
            return href
        target = urljoin(self.site_url + origin, href)
        if not target.startswith(self.site_url):
            return target
        address, anchor = urldefrag(target.removeprefix(self.site_url))
        if address not in self.ids:
            return target
        known = unquote(anchor) in self.ids[address]
        return "#" + quote(place(address, unquote(anchor) if known else ""))


def place(address: str, id: str = "") -> str:
    """The id in the document of a page, or of something on it: `/teemat/`, `/teemat/lahteet`."""
    return f"/{address}{id}"


def article(html: str) -> Element:
    """The page's own content, its elements without namespaces; ValueError if it has none."""
    root = parse(html, namespace_html_elements=False)
    found: Element | None = next(root.iter("article"), None)
    if found is None:
        raise ValueError("the page has no <article>")
    for element in found.iter():
        # HTML has no namespaces: what stands inside <svg> gets them back when it is read again.
        if isinstance(element.tag, str):
            element.tag = element.tag.rpartition("}")[2]
    return found


def without_screen(content: Element) -> None:
    """Take away what only a screen has use for."""
    for parent in reversed(list(content.iter())):
        for child in list(parent):
            if _is_screen_only(child):
                _take_heading(parent, child)
                _replace(parent, child, "")
            elif not _EXPLAINED.isdisjoint(_classes(child)):
                _replace(parent, child, "".join(child.itertext()))


def _take_heading(parent: Element, child: Element) -> None:
    """The heading of a list that stands at the document's end has nothing below it here."""
    at = list(parent).index(child)
    if _ALL_SOURCES in _classes(child) and at and parent[at - 1].tag == "h2":
        _replace(parent, parent[at - 1], "")


def ids(content: Element) -> frozenset[str]:
    """The ids of everything on the page."""
    return frozenset(id for element in content.iter() if (id := element.get("id")))


def joined(content: Element, address: str, bound: Bound) -> str:
    """The inside of the page's article as HTML for the document; `content` itself is changed."""
    _separate(content)
    for element in content.iter():
        for name in _DROPPED:
            element.attrib.pop(name, None)
        for name, value in element.items():
            element.set(name, _in_document(name, value, address))
        if element.tag == "details":
            element.set("open", "")
        if "src" in element.attrib:
            element.set("src", urljoin(bound.site_url + address, element.attrib["src"]))
        if element.tag == "a" and "href" in element.attrib:
            _lead(element, address, bound)
    return "".join(tostring(child, encoding="unicode", method="html") for child in content)


def _in_document(name: str, value: str, address: str) -> str:
    if name == "id":
        return place(address, value)
    if name in _NAMES_IDS:
        return " ".join(place(address, id) for id in value.split())
    return _IN_DRAWING.sub(lambda found: f"url(#{place(address, found[1])})", value)


def _lead(link: Element, address: str, bound: Bound) -> None:
    href = link.attrib["href"]
    target = bound.destination(href, address)
    link.set("href", target)
    # What is on the page itself needs no page number.
    if target.startswith("#"):
        if not href.startswith("#"):
            _mark(link, "elsewhere")
        return
    said = "".join(link.itertext()).strip()
    if "." in said and said in target:
        _mark(link, "address")


def _separate(content: Element) -> None:
    """Keep a mark's numbers on the line of their word."""
    for parent in content.iter():
        for at, element in enumerate(parent):
            if element.tag == "sup":
                _say(parent, at, _NO_BREAK)


def _mark(element: Element, name: str) -> None:
    element.set("class", f"{element.get('class', '')} {name}".strip())


def _is_screen_only(element: Element) -> bool:
    if element.tag in _LOADING:
        return True
    screen = element.tag in _SCREEN_ONLY or not _SCREEN_ONLY_CLASSES.isdisjoint(_classes(element))
    return screen and _EXPLAINED.isdisjoint(_classes(element))


def _classes(element: Element) -> list[str]:
    return element.get("class", "").split()


def _replace(parent: Element, child: Element, words: str) -> None:
    """Puts words in the place of a child; what follows it stays."""
    at = list(parent).index(child)
    _say(parent, at, words + (child.tail or ""))
    parent.remove(child)


def _say(parent: Element, at: int, words: str) -> None:
    """Adds words before the child at that place."""
    if at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + words
    else:
        parent.text = (parent.text or "") + words
