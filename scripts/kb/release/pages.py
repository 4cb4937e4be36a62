"""The pages of a built site as a reader follows them: their links, and the places in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

_LINKS = {"href", "src", "action", "poster", "data"}
_INDEX = "index.html"
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)"')


@dataclass(slots=True)
class Links:
    """What a page leads to, as written, and the ids that links may lead to."""

    urls: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = Links()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value and name in _LINKS:
                self.found.urls.append(value)
            elif value and name == "id":
                self.found.ids.add(value)


def links_of(html: str) -> Links:
    """The links and ids of a page."""
    reader = _Reader()
    reader.feed(html)
    return reader.found


def addresses(names: Iterator[str] | frozenset[str]) -> set[str]:
    """The addresses of the pages among the files: `teemat/`, and `''` for the home page."""
    return {
        name.removesuffix(_INDEX) for name in names if name == _INDEX or name.endswith(f"/{_INDEX}")
    }


def site_url(home: str) -> str:
    """The site's public address, from the canonical one of its home page; '' if it has none."""
    found = _CANONICAL.search(home)
    return found[1] if found else ""


def broken(site: Path, names: frozenset[str], url: str) -> Iterator[tuple[str, str]]:
    """Each page with a link inside the site `url` that leads to no file or place, with the link."""
    pages = {name: links_of((site / name).read_text("utf-8")) for name in names if _is_page(name)}
    for page, links in sorted(pages.items()):
        base = url + page.removesuffix(_INDEX)
        for link in links.urls:
            target, anchor = urldefrag(urljoin(base, link))
            if not target.startswith(url):
                continue
            path = unquote(urlsplit(target.removeprefix(url)).path)
            name = f"{path}{_INDEX}" if path == "" or path.endswith("/") else path
            ids = pages[name].ids if name in pages else None
            if name not in names or (anchor and ids is not None and unquote(anchor) not in ids):
                yield page, link


def _is_page(name: str) -> bool:
    return name.endswith(".html")
