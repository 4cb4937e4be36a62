"""What search reads of a rendered page: its fields, section by section, without its notes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_SKIPPED_TAGS = {"script", "style", "sup", "nav", "form", "svg", "code", "h1"}
_SKIPPED_CLASSES = {
    *("footnote", "term-notes", "address", "evidence"),
    *("language-note", "in-step"),
}
_VOID = {"br", "img", "hr", "wbr", "input"}
_HEADINGS = {"h2", "h3"}
_ITEMS = {"li", "td", "th", "dt", "dd", "tr"}
_BLOCKS = {"br", "p", "div", "summary", "figcaption"} | _ITEMS | _HEADINGS
_SEAM = "\x1f"
"""Stands between two items until the whole text is there."""
_SEAMS = re.compile(rf"(?P<end>[.!?:;,]?)\s*{_SEAM}[{_SEAM}\s]*")


@dataclass(slots=True)
class IndexedSection:
    """A heading with what follows it; the first of a page has neither anchor nor heading."""

    anchor: str = ""
    heading: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One page as search knows it; `url` is below the site's root."""

    key: str
    url: str
    title: str
    crumb: str
    description: str
    phases: tuple[str, ...]
    themes: tuple[str, ...]
    asked: tuple[str, ...] = ()
    """Words that readers look for the page with, given by its editor."""
    prior: float = 1.0
    """How much likelier than others the page is meant: one that many pages lead to."""
    sections: tuple[IndexedSection, ...] = field(default=())


def sections_of(html: str, lang: str) -> tuple[IndexedSection, ...]:
    """The sections of a rendered page, in its own language; the page title itself is left out."""
    reader = _Sections(lang)
    reader.feed(html)
    for section in reader.sections:
        section.text = _joined(section.text)
        section.heading = " ".join(section.heading.split())
    return tuple(s for s in reader.sections if s.text or s.heading)


def _joined(text: str) -> str:
    """The text in one line; items that end without a mark are kept apart by a dot."""
    text = _SEAMS.sub(lambda seam: f"{seam['end']} " if seam["end"] else " · ", text)
    return " ".join(text.split()).strip("· ")


class _Sections(HTMLParser):
    def __init__(self, lang: str) -> None:
        super().__init__()
        self._lang = lang
        self.sections = [IndexedSection()]
        self._hidden = 0
        self._heading = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self._add(" ")
            return
        given = dict(attrs)
        classes = set((given.get("class") or "").split())
        foreign = given.get("lang") not in (None, self._lang)
        if self._hidden or foreign or tag in _SKIPPED_TAGS or classes & _SKIPPED_CLASSES:
            self._hidden += 1
            return
        if tag in _HEADINGS:
            self.sections.append(IndexedSection(anchor=given.get("id") or ""))
            self._heading = tag
        elif tag in _BLOCKS:
            self._add(_SEAM if tag in _ITEMS else " ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if self._hidden:
            self._hidden -= 1
        elif tag == self._heading:
            self._heading = ""
        elif tag in _BLOCKS:
            self._add(_SEAM if tag in _ITEMS else " ")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._add(data)

    def _add(self, text: str) -> None:
        if self._heading:
            self.sections[-1].heading += text
        else:
            self.sections[-1].text += text


_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*(?::[^\W\d_]{1,4})?-?")


def tokens(text: str) -> list[str]:
    """The words in lower case; `STM:n` is stm, `äitiys- ja lastenneuvola` two compounds."""
    found = [word.partition(":")[0].lower() for word in _WORD.findall(text)]
    for at, word in enumerate(found):
        if (
            word.endswith("-")
            and at + 2 < len(found)
            and found[at + 1] in ("ja", "och", "sekä", "eller", "tai")
        ):
            found[at] = word[:-1] + "\0" + found[at + 2]
    return [word.strip("-") for word in found if word.strip("-")]
