"""Runs of text in an element tree: what is read as one paragraph, with places to put something.

ElementTree keeps the text before the first child in `text` and the text after a child in that
child's `tail`. A run reads them as one string, in which each place of the tree has its offset.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from markdown.util import HTML_PLACEHOLDER_RE

_INLINE = {
    *("a", "abbr", "b", "br", "code", "em", "i", "img", "kbd", "small", "span", "strong", "sub"),
    *("sup", "time", "wbr"),
}
_WHOLE = {"a", "abbr", "code", "kbd", "sub", "sup", "time"}
"""Nothing is put inside these, only after them."""
_PLACEHOLDER = re.compile("\x02[^\x03]*\x03")
_UNSEEN = "\u2060"
"""A word joiner stands for what has no width: tags, and the rest of a placeholder."""
_PUNCTUATION = re.compile(r"[.,;:!?)]")
_BREAK = re.compile(r"<br\b", re.IGNORECASE)


@dataclass(slots=True)
class _Place:
    """Where a stretch of text is kept: after the child at `index - 1`, or before the first one."""

    parent: Element
    index: int

    @property
    def text(self) -> str:
        kept = self.parent[self.index - 1].tail if self.index else self.parent.text
        return kept or ""

    @text.setter
    def text(self, words: str) -> None:
        if self.index:
            self.parent[self.index - 1].tail = words
        else:
            self.parent.text = words


@dataclass
class Run:
    """Text with the elements inside it, and the elements of `tag` that are no text, by offset."""

    raw: Callable[[str], str]
    """The HTML or the character that a placeholder of Python-Markdown stands for."""
    tag: str
    text: str = ""
    found: list[tuple[int, Element]] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    """Where a line is broken by hand."""
    _places: list[tuple[int, _Place]] = field(default_factory=list)
    _above: dict[Element, _Place] = field(default_factory=dict)
    """The place right after an element, by the element."""

    def add(self, place: _Place) -> None:
        """Read on at a place."""
        self._places.append((len(self.text), place))
        self.text += _PLACEHOLDER.sub(self._seen, place.text)

    def take(self, child: Element, after: _Place) -> None:
        """Read an inline element and what follows it."""
        self._above[child] = after
        if child.tag == self.tag:
            self.found.append((len(self.text), child))
        elif child.tag == "br":
            self.breaks.append(len(self.text))
        else:
            self.add(_Place(child, 0))
            for index, inner in enumerate(list(child), 1):
                self.take(inner, _Place(child, index))
        self.add(after)

    def put(self, element: Element, at: int) -> None:
        """Put an element at an offset, after what closes there; later offsets are void then."""
        start, place = next(
            (start, place) for start, place in self._places if at <= start + len(place.text)
        )
        cut = at - start
        while place.parent in self._above and (
            place.parent.tag in _WHOLE or not self._goes_on(place, cut)
        ):
            place, cut = self._above[place.parent], 0
        kept = place.text
        place.text, element.tail = kept[:cut], kept[cut:]
        place.parent.insert(place.index, element)

    def take_out(self) -> None:
        """Take what was found out of the tree; the text around it joins, no gap before a stop."""
        for _, element in self.found:
            parent = self._above[element].parent
            at = list(parent).index(element)
            before, rest = _Place(parent, at), element.tail or ""
            words = before.text.rstrip() if _PUNCTUATION.match(rest) else before.text
            before.text = words + rest
            parent.remove(element)

    def _goes_on(self, place: _Place, cut: int) -> bool:
        """True if the element that the place is in has more after it than what was looked for."""
        rest = place.parent[place.index :]
        return bool(place.text[cut:] or any(one.tag != self.tag or one.tail for one in rest))

    def _seen(self, placeholder: re.Match[str]) -> str:
        """As many characters as the placeholder has, the first of them the one that is seen."""
        stands_for = self.raw(placeholder[0])
        if _BREAK.match(stands_for):
            self.breaks.append(len(self.text) + placeholder.start())
        first = _UNSEEN if stands_for.startswith("<") else html.unescape(stands_for)[:1]
        return first.ljust(len(placeholder[0]), _UNSEEN)


def parts(block: Element, raw: Callable[[str], str], tag: str) -> Iterator[Run | Element]:
    """The runs of a block element and the block elements between them, in reading order."""
    run = Run(raw, tag)
    run.add(_Place(block, 0))
    for child in list(block):
        index = list(block).index(child) + 1  # asked anew: the tree changes on the way
        if child.tag in _INLINE or child.tag == tag:
            run.take(child, _Place(block, index))
        else:
            yield run
            yield child
            run = Run(raw, tag)
            run.add(_Place(block, list(block).index(child) + 1))
    yield run


def stashed(blocks: Sequence[object]) -> Callable[[str], str]:
    """What placeholders stand for, given what Python-Markdown has stashed of raw HTML."""

    def raw(placeholder: str) -> str:
        number = HTML_PLACEHOLDER_RE.fullmatch(placeholder)
        return str(blocks[int(number[1])]) if number else "&"

    return raw
