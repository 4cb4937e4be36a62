"""The text that search looks through: a page's title, headings and words, without its notes."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from html.parser import HTMLParser

_SKIPPED = {"script", "style", "sup", "nav", "svg"}
_BLOCKS = {
    "br",
    "p",
    "li",
    "td",
    "th",
    "dt",
    "dd",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "div",
    "summary",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One page as search knows it; `url` is below the site's root."""

    url: str
    title: str
    section: str
    headings: str
    text: str


def entry(url: str, title: str, section: str, html: str) -> Entry:
    """The search entry of a rendered page."""
    reader = _Words()
    reader.feed(html)
    return Entry(url, title, section, _joined(reader.headings), _joined(reader.words))


def as_json(entries: list[Entry]) -> str:
    """The index file's content: the same entries always give the same bytes."""
    return json.dumps(
        [asdict(entry) for entry in entries], ensure_ascii=False, separators=(",", ":")
    )


def _joined(words: list[str]) -> str:
    return " ".join("".join(words).split())


class _Words(HTMLParser):
    """Visible words of a page; footnotes and navigation are left out."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.headings: list[str] = []
        self._skip_until: list[str] = []
        self._in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter a tag; a skipped one hides everything inside it."""
        if self._skip_until:
            if tag == self._skip_until[0]:
                self._skip_until.append(tag)
        elif tag in _SKIPPED or ("class", "footnote") in attrs or ("class", "term-notes") in attrs:
            self._skip_until = [tag]
        elif tag in ("h2", "h3"):
            self._in_heading = True
        if tag in _BLOCKS:
            self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """Leave a tag."""
        if self._skip_until:
            if tag == self._skip_until[0]:
                self._skip_until.pop()
        elif tag in ("h2", "h3"):
            self._in_heading = False
            self.headings.append(" ")
        if tag in _BLOCKS:
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        """Keep words that are shown."""
        if not self._skip_until:
            self.words.append(data)
            if self._in_heading:
                self.headings.append(data)
