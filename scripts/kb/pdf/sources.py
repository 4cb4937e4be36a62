"""The sources of all pages as one list at the document's end, to which every mark leads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

LIST = "page-sources"
"""The class of a page's own list."""
_MARK = "marks"


@dataclass
class Bibliography:
    """The sources by the id of their entry, in the order in which the document cites them."""

    used: dict[str, dict[str, None]] = field(default_factory=dict)
    """The addresses of the pages that cite each."""
    _numbers: dict[str, int] = field(default_factory=dict)

    def take(self, content: Element, address: str) -> None:
        """Let the marks of a page name their sources by their numbers in this list.

        A page in easy language has empty marks; all sources of its own list are cited.
        """
        own = [entry.get("id", "") for entry in _entries(content)]
        marks = [one for one in content.iter("span") if one.get("class") == _MARK and len(one)]
        for mark in marks:
            self._number(mark, [own[at - 1] for at in _places(mark)], address)
        for id in own if not marks else ():
            self._cite(id, address)

    def _number(self, mark: Element, entries: list[str], address: str) -> None:
        tail = mark.tail
        mark.clear()
        mark.tag, mark.tail = "sup", tail
        for number, id in sorted((self._cite(id, address), id) for id in entries):
            link = SubElement(mark, "a", {"href": f"#{id}"})
            link.text, link.tail = str(number), ", "
        mark[-1].tail = ""

    def _cite(self, id: str, address: str) -> int:
        """The source's number, with the page among those that cite it."""
        self.used.setdefault(id, {})[address] = None
        return self._numbers.setdefault(id, len(self._numbers) + 1)


def _entries(content: Element) -> Iterator[Element]:
    for block in content.iter("details"):
        if block.get("class") == LIST:
            yield from block.iterfind("ol/li")


def _places(mark: Element) -> list[int]:
    """The numbers of the mark's sources in the list of its page."""
    return [int(number) for number in mark[0].get("data-n", "").split(",")]
