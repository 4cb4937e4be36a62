"""Extracts from a rendered page the text that search reads, section by section."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from kb.words.numbers import MONTHS

_SKIPPED_TAGS = {"script", "style", "nav", "form", "svg", "code", "h1"}
"""The title in `h1` is a field of its own."""
_SKIPPED_CLASSES = {
    *("marks", "page-sources", "term-notes", "evidence"),
    *("language-note", "in-step", "edit", "as-data", "every-municipality", "found-elsewhere"),
}
"""What many pages have alike, what belongs to a source and not to the page, or what search
finds on another page."""
_VOID = {"br", "img", "hr", "wbr", "input"}
_NAMES = {"em", "span", "cite", "i", "q", "a"}
"""What may be in the other language in the midst of a text: the name of a thing."""
_HEADINGS = {"h2", "h3"}
_ITEMS = {"li", "td", "th", "dt", "dd", "tr"}
_BLOCKS = {"br", "p", "div", "summary", "figcaption"} | _ITEMS | _HEADINGS
_SEAM = "\x1f"
"""Stands between two items until all the text is there: only then is it known whether the first
ended with a mark and whether the second is empty."""
_NOTHING = "–"
"""A table's empty cell."""
_SEAMS = re.compile(rf"(?P<end>[.!?:;,]?)\s*{_SEAM}[{_SEAM}\s]*")


@dataclass(slots=True)
class IndexedSection:
    """A heading with what follows it; the first of a page has neither anchor nor heading."""

    anchor: str = ""
    heading: str = ""
    text: str = ""
    foreign: tuple[str, ...] = ()
    """Words of the text that are in the other language: shown, but its search finds them."""

    @property
    def own(self) -> str:
        """The text without what is in the other language."""
        text = self.text
        for words in self.foreign:
            text = text.replace(words, " ")
        return text


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
    """The region and the municipalities that the page answers for, in both languages."""
    prior: float = 1.0
    """Factor of all its weights: how likely the page is meant whatever is asked."""
    sections: tuple[IndexedSection, ...] = field(default=())


def sections_of(html: str, lang: str) -> tuple[IndexedSection, ...]:
    """The sections of a rendered page, in its own language; the page title itself is left out."""
    parser = _SectionParser(lang)
    parser.feed(html)
    for section in parser.sections:
        section.text = _joined(section.text)
        section.foreign = tuple(" ".join(words.split()) for words in section.foreign)
        section.heading = " ".join(section.heading.split())
    return tuple(s for s in parser.sections if s.text or s.heading)


def _joined(text: str) -> str:
    """The text in one line; items that end without a mark are kept apart by a dot."""
    text = _SEAMS.sub(lambda seam: f"{seam['end']} " if seam["end"] else " · ", text)
    items = (" ".join(item.split()) for item in text.split(" · "))
    return " · ".join(item for item in items if item and not item.endswith(_NOTHING)).strip("· ")


class _SectionParser(HTMLParser):
    def __init__(self, lang: str) -> None:
        super().__init__()
        self._lang = lang
        self.sections = [IndexedSection()]
        self._hidden = 0
        """How many open elements there are from the outermost that is skipped."""
        self._heading = ""
        """The tag of the heading that is open; its text is no text of the section."""
        self._heads: list[str] = []
        """What the columns of the table are headed by."""
        self._is_head = False
        self._column = 0
        self._is_foreign = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self._add(" ")
            return
        attributes = dict(attrs)
        classes = set((attributes.get("class") or "").split())
        is_foreign = attributes.get("lang") not in (None, self._lang)
        self._is_foreign = is_foreign
        is_foreign &= tag not in _NAMES
        if self._hidden or is_foreign or tag in _SKIPPED_TAGS or classes & _SKIPPED_CLASSES:
            self._hidden += 1
            return
        if tag in _HEADINGS:
            self.sections.append(IndexedSection(anchor=attributes.get("id") or ""))
            self._heading = tag
        elif tag in _BLOCKS:
            self._add(_SEAM if tag in _ITEMS else " ")
        self._enter_cell(tag)

    def _enter_cell(self, tag: str) -> None:
        """Note where in a table the text is; a cell says its column's head but for the first."""
        if tag == "thead":
            self._heads, self._is_head = [], True
        elif tag == "tr":
            self._column = 0
        elif tag == "th" and self._is_head:
            self._heads.append("")
        elif tag in ("td", "th"):
            if 0 < self._column < len(self._heads) and (head := self._heads[self._column].strip()):
                self._add(f"{head}: ")
            self._column += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        self._is_foreign = False
        if self._hidden:
            self._hidden -= 1
        elif tag == self._heading:
            self._heading = ""
        elif tag == "thead":
            self._is_head = False
        elif tag == "table":
            self._heads = []
        elif tag == "dt":
            self._add(f":{_SEAM}")
        elif tag in _BLOCKS:
            self._add(_SEAM if tag in _ITEMS else " ")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._add(data)
            if self._is_foreign and not self._heading and data.strip():
                self.sections[-1].foreign += (data,)

    def _add(self, text: str) -> None:
        if self._is_head:
            if self._heads:
                self._heads[-1] += text.replace(_SEAM, " ")
        elif self._heading:
            self.sections[-1].heading += text
        else:
            self.sections[-1].text += text


# A number with its parts is one thing: a date, a sum with its thousands apart, `170/2021`. A word
# comes with inner hyphens and apostrophes, the case ending of an abbreviation after a colon, and
# the hyphen of an unfinished compound, which `tokens` completes. `words` in engine.js has the same.
_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,/]\d+)+"
_WORD = re.compile(rf"{_NUMBER}|[^\W_]+(?:[-’'][^\W_]+)*(?::[^\W\d_]{{1,4}})?-?")
_MONTHS = {name: number for names in MONTHS.values() for number, name in enumerate(names, 1)}
_DATE = re.compile(rf"\b(?:(\d{{1,2}})\.?\s)?({'|'.join(_MONTHS)})\w*(?:\s(\d{{4}}))?\b")
_CONJUNCTIONS = ("ja", "och", "sekä", "eller", "tai")


def tokens(text: str) -> list[str]:
    """The words in lower case, abbreviations without their ending: `STM:n` is `stm`.

    Unfinished compounds come with the word that finishes them, a zero byte between them: from
    `äitiys- ja lastenneuvola` come `äitiys` + `lastenneuvola`, `ja` and `lastenneuvola`. A date in
    words comes in figures, too: `den 3 december 2020` has `3.12.2020`.
    """
    words = _words(text)
    finished = ""
    for at in range(len(words) - 3, -1, -1):
        if not words[at].endswith("-"):
            finished = ""
            continue
        if words[at + 1] in _CONJUNCTIONS:
            finished = words[at + 2]
        if finished:
            words[at] = words[at][:-1] + "\0" + finished
    words += filter(None, (_date(*found.groups()) for found in _DATE.finditer(text.lower())))
    return [word.strip("-") for word in words if word.strip("-")]


def name_of(text: str) -> str:
    """The words of a title or another name, joined by `_`, which no word has."""
    return "_".join(word.strip("-") for word in _words(text))


def numbers_in(word: str) -> list[str]:
    """The parts of a number that has several, such as those of a date; none of other words."""
    parts = re.split(r"[._/]", word) if re.fullmatch(r"\d+(?:[._/]\d+)+", word) else []
    return [*parts, ".".join(parts[1:])] if len(parts) == 3 else parts


def _date(day: str | None, month: str, year: str | None) -> str:
    return ".".join(filter(None, (day, str(_MONTHS[month]), year))) if day or year else ""


def _words(text: str) -> list[str]:
    """The words as the index has them: 1 400,5 is `1400_5`, as commas separate forms there."""
    found = (word.partition(":")[0].lower() for word in _WORD.findall(text))
    return [re.sub(r"\s", "", word).replace(",", "_") for word in found]
