"""Extracts from a rendered page the text that search reads, section by section."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_SKIPPED_TAGS = {"script", "style", "nav", "form", "svg", "code", "h1"}
"""The title in `h1` is a field of its own."""
_SKIPPED_CLASSES = {
    *("marks", "page-sources", "term-notes", "evidence"),
    *("language-note", "in-step", "as-data", "every-municipality"),
}
"""What many pages have alike, or what belongs to a source and not to the page."""
_VOID = {"br", "img", "hr", "wbr", "input"}
_HEADINGS = {"h2", "h3"}
_ITEMS = {"li", "td", "th", "dt", "dd", "tr"}
_BLOCKS = {"br", "p", "div", "summary", "figcaption"} | _ITEMS | _HEADINGS
_SEAM = "\x1f"
"""Stands between two items until all the text is there: only then is it known whether the first
ended with a mark and whether the second is empty."""
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
    """The title of the front page above it."""
    description: str = ""
    phases: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    """The page's `search_words`: what readers type for it and the page does not say."""
    places: tuple[str, ...] = ()
    """The municipalities that the page answers for, in both languages."""
    prior: float = 1.0
    """Factor of all its weights: how likely the page is meant whatever is asked."""
    sections: tuple[IndexedSection, ...] = field(default=())


def sections_of(html: str, lang: str) -> tuple[IndexedSection, ...]:
    """The sections of a rendered page, in its own language; the page title itself is left out."""
    parser = _SectionParser(lang)
    parser.feed(html)
    for section in parser.sections:
        section.text = _joined(section.text)
        section.heading = " ".join(section.heading.split())
    return tuple(s for s in parser.sections if s.text or s.heading)


def _joined(text: str) -> str:
    """The text in one line; items that end without a mark are kept apart by a dot."""
    text = _SEAMS.sub(lambda seam: f"{seam['end']} " if seam["end"] else " · ", text)
    return " ".join(text.split()).strip("· ")


class _SectionParser(HTMLParser):
    def __init__(self, lang: str) -> None:
        super().__init__()
        self._lang = lang
        self.sections = [IndexedSection()]
        self._hidden = 0
        """How many open elements there are from the outermost that is skipped."""
        self._heading = ""
        """The tag of the heading that is open; its text is no text of the section."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self._add(" ")
            return
        attributes = dict(attrs)
        classes = set((attributes.get("class") or "").split())
        is_foreign = attributes.get("lang") not in (None, self._lang)
        if self._hidden or is_foreign or tag in _SKIPPED_TAGS or classes & _SKIPPED_CLASSES:
            self._hidden += 1
            return
        if tag in _HEADINGS:
            self.sections.append(IndexedSection(anchor=attributes.get("id") or ""))
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


# A word with inner hyphens and apostrophes, the case ending of an abbreviation after a colon, and
# the hyphen of an unfinished compound, which `tokens` completes.
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*(?::[^\W\d_]{1,4})?-?")
_CONJUNCTIONS = ("ja", "och", "sekä", "eller", "tai")


def tokens(text: str) -> list[str]:
    """The words in lower case, abbreviations without their ending: `STM:n` is `stm`.

    An unfinished compound comes with the word that finishes it, a zero byte between them: from
    `äitiys- ja lastenneuvola` come `äitiys` + `lastenneuvola`, `ja` and `lastenneuvola`.
    """
    words = [word.partition(":")[0].lower() for word in _WORD.findall(text)]
    for at, word in enumerate(words[:-2]):
        if word.endswith("-") and words[at + 1] in _CONJUNCTIONS:
            words[at] = word[:-1] + "\0" + words[at + 2]
    return [word.strip("-") for word in words if word.strip("-")]
