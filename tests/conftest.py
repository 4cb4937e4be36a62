"""What the site tests share: a build of the real configuration, its pages as trees, a browser."""

from __future__ import annotations

import logging
import os
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from serve import serving

ROOT = Path(__file__).resolve().parent.parent
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
SETTINGS = ("SITE_URL", "REPO_URL", "KB_DOCS", "SITE", "PYTHON", "MAKEFLAGS", "MFLAGS", "MAKELEVEL")

# The tests state their own settings; what `make test` or a shell has set must not leak in.
for name in SETTINGS:
    os.environ.pop(name, None)
os.environ["NO_MKDOCS_2_WARNING"] = os.environ["DISABLE_MKDOCS_2_WARNING"] = "1"
os.environ["SOURCE_DATE_EPOCH"] = str(int(time.time()))


@dataclass(eq=False)
class Element:
    """An HTML element; text nodes are plain strings among the children."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")

    def every(self, tag: str = "", cls: str = "", **attributes: str) -> list[Element]:
        """The elements inside with that tag, class and attributes, in document order."""
        return [
            e
            for e in self.walk()
            if tag in ("", e.tag)
            and (not cls or cls in e.get("class").split())
            and all(e.get(name.strip("_")) == value for name, value in attributes.items())
        ]

    def one(self, tag: str = "", cls: str = "", **attributes: str) -> Element:
        """The only such element inside."""
        found = self.every(tag, cls, **attributes)
        assert len(found) == 1, f"{len(found)} × <{tag} class={cls!r} {attributes}>, wanted one"
        return found[0]

    def walk(self) -> Iterator[Element]:
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.walk()

    @property
    def text(self) -> str:
        """The words a reader sees, with single spaces."""
        return " ".join("".join(self._words()).split())

    @property
    def lang(self) -> str:
        """The language in force here."""
        return self.get("lang") or (self.parent.lang if self.parent else "")

    def _words(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in ("script", "style"):
                yield from child._words()


class _Builder(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.root = self.at = Element("")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.at)
        self.at.children.append(element)
        if tag not in VOID:
            self.at = element

    def handle_endtag(self, tag: str) -> None:
        where = f"/{self.address}:{self.getpos()[0]}"
        assert tag == self.at.tag, f"{where}: </{tag}> closes <{self.at.tag}>"
        assert self.at.parent is not None
        self.at = self.at.parent

    def handle_data(self, data: str) -> None:
        self.at.children.append(data)


def tree(html: str, address: str = "") -> Element:
    """The document; an AssertionError names the first tag that is not closed in order."""
    builder = _Builder(address)
    builder.feed(html)
    builder.close()
    return builder.root


@dataclass(frozen=True)
class Built:
    """A built site: `pages` by address (`""`, `sv/`, `teemat/perhekeskus/`), 404 left out."""

    root: Path
    warnings: tuple[str, ...] = ()

    @cached_property
    def pages(self) -> dict[str, Element]:
        found = {
            file.parent.relative_to(self.root).as_posix() + "/": file
            for file in sorted(self.root.rglob("index.html"))
        }
        return {a.removeprefix("./"): tree(f.read_text("utf-8"), a) for a, f in found.items()}

    @cached_property
    def files(self) -> dict[str, bytes]:
        every = sorted(f for f in self.root.rglob("*") if f.is_file())
        return {f.relative_to(self.root).as_posix(): f.read_bytes() for f in every}

    @cached_property
    def ids(self) -> dict[str, set[str]]:
        return {
            a: {e["id"] for e in page.every() if "id" in e.attributes}
            for a, page in self.pages.items()
        }

    def broken(self) -> list[str]:
        """Every link, anchor, picture and form of every page that leads nowhere inside the site."""
        return [
            f"/{address}: {url}"
            for address, page in self.pages.items()
            for url in internal(page)
            if not self._leads_somewhere(address, url)
        ]

    def _leads_somewhere(self, address: str, url: str) -> bool:
        target, anchor = urldefrag(urljoin(f"http://x/{address}", url))
        path = urlsplit(target).path.removeprefix("/")
        if path == "" or path.endswith("/"):
            return path in self.pages and (not anchor or anchor in self.ids[path])
        return path in self.files and not anchor


def internal(page: Element) -> list[str]:
    """The addresses inside the site that a page names; canonical ones are absolute and skipped."""
    named = [
        element[name]
        for element in page.every()
        for name in ("href", "src", "action", "data-index", "data-root")
        if name in element.attributes
    ]
    return [url for url in named if not urlsplit(url).scheme]


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def build(docs: Path, out: Path) -> Built:
    """A strict build of the folder with the project's own configuration."""
    listener = _Listener()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(listener)
    config = load_config(
        str(ROOT / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(out), strict=True
    )
    try:
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()
        logger.removeHandler(listener)
    return Built(out, tuple(listener.lines))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The project's own pages, built once."""
    return build(ROOT / "docs", tmp_path_factory.mktemp("real") / "site")


@pytest.fixture(scope="session")
def served(site: Built) -> Iterator[str]:
    """The address of the project's own pages."""
    with serving(site.root) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One headless Chromium that talks to nobody by itself."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    assert chromium, "Install Chromium for the browser tests (on Debian: apt install chromium)."
    quiet = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ]
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=quiet)
        yield running
        running.close()
