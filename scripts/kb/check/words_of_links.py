"""Links as a reader meets them: their words with what stands beside them, and hosts they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from unicodedata import normalize
from xml.etree.ElementTree import Element

from kb.check.rendered import rendered

DOTS = (
    "\u00b7\u0387\u0660\u06d4\u06f0\u0701\u0702\u16eb\u2022\u2024\u2027\u2219\u22c5\u2e3c\u3002"
    "\u30fb\ua4f8\ua60e\ufe52\uff0e\uff61\uff65\U00010a50\U0001d16d"
)
"""What looks like a dot."""
_NARROW = "\u00ad\u2000-\u200f\u202f\u205f-\u2064\ufeff"
"""Too narrow to part a word for a reader."""
_FILES = "md|pdf|docx?|xlsx?|pptx?|odt|ods|odp|csv|json|ya?ml|txt|html?|xml|png|jpe?g|gif|svg|webp"
_ENDINGS = "fi|ax|com|org|net|info|eu|se|no|dk|ee|uk|de|fr|ru|io|gov|edu|int|app|dev|me|co|cc|xyz"
_SHOWN = re.compile(
    rf"(?<![\w.-])(?:(?:[\w-]+(?: \. ?|[\[(]?\.[\])]?))+(?i:{_ENDINGS})"
    r"|(?:(?<=//)|(?<![^\s(\[\"'”]))[\w-]{2,}(?:\.[\w-]+)*\."  # whatever a host's name ends in
    rf"(?!(?i:{_FILES})\b)(?:[a-z]{{2,}}|[A-Z]{{2,}})"
    r"|\d{1,3}(?:\.\d{1,3}){3})(?![\w@]|\.\w)"
)
_LONGEST = 100
"""Characters beside a link that are looked at."""
_BESIDE = re.compile(rf"[\w.:/@{DOTS}{_NARROW}-]*")
_GAPS = ("img", "br")
"""What parts words; a picture says its own in between."""
_ADDRESS_BEGUN = re.compile(r"(?:https?:/*|www\.)[\w-]", re.IGNORECASE)
"""An address that the words of a link would go on, as nothing parts them."""
_SCHEME = re.compile(r"\bhttps?\Z", re.IGNORECASE)
_BESIDE_BEFORE = re.compile(rf"{_BESIDE.pattern}\Z")


@dataclass(frozen=True, slots=True)
class Link:
    """A link, and what stands beside its words without a gap: a reader takes it all for one."""

    words: str
    target: str
    before: str = ""
    after: str = ""

    @property
    def hosts(self) -> list[str]:
        """The hosts that the words name, or take part in naming."""
        words, before = plain(self.words), plain(self.before)
        after = plain(self.after)
        start = len(before) - words.startswith(("/", ":", "?", "#"))
        start = -1 if _ADDRESS_BEGUN.match(before) else start
        named = _SHOWN.finditer(before + words + after)
        end = len(before) + len(words)
        end += len(after) if _SCHEME.search(words) and after.startswith(":") else 0
        return [one[0] for one in named if one.end() > start and one.start() < end]


def links(text: str) -> Iterator[Link]:
    """Each link that Markdown makes of the text."""
    page, _ = rendered(text)
    read = _Read()
    read.element(page)
    shown = "".join(read.pieces)
    for element, start, end in read.spans:
        before = _BESIDE_BEFORE.search(shown[max(0, start - _LONGEST) : start])
        after = _BESIDE.match(shown[end : end + _LONGEST])
        beside = (found[0] if found else "" for found in (before, after))
        yield Link(shown[start:end], element.get("href", ""), *beside)
        titled = Link(element.get("title", ""), element.get("href", ""))
        if titled.hosts:
            yield titled


@dataclass(slots=True)
class _Read:
    """The words of a page as a reader sees them, and where in them its links are."""

    pieces: list[str] = field(default_factory=list)
    spans: list[tuple[Element, int, int]] = field(default_factory=list)
    _length: int = 0

    def element(self, element: Element) -> None:
        start = self._length
        self._add(element.text or "")
        if element.tag in _GAPS:
            self._add(f" {element.get('alt', '')} ")
        for child in element:
            if isinstance(child.tag, str):
                self.element(child)
            self._add(child.tail or "")
        if element.tag == "a":
            self.spans.append((element, start, self._length))

    def _add(self, words: str) -> None:
        self.pieces.append(words)
        self._length += len(words)


def plain(words: str) -> str:
    """The words as a reader takes them: any dot is a dot."""
    return re.sub(f"[{DOTS}]", ".", normalize("NFKC", re.sub(f"[{_NARROW}]", "", words)))
