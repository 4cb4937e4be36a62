"""A built site as its readers meet it: page by page as trees, and over HTTP on this machine."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property, partial
from html.parser import HTMLParser
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

from kb.publish.policy import header_policy

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}


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
        wanted = {name.replace("_", "-"): value for name, value in attributes.items()}
        return [
            e
            for e in self.walk()
            if tag in ("", e.tag)
            and (not cls or cls in e.get("class").split())
            and (not wanted or all(e.get(name) == value for name, value in wanted.items()))
        ]

    def one(self, tag: str = "", cls: str = "", **attributes: str) -> Element:
        """The only such element inside."""
        found = self.every(tag, cls, **attributes)
        assert len(found) == 1, f"{len(found)} × <{tag} class={cls!r} {attributes}>, wanted one"
        return found[0]

    def walk(self) -> Iterator[Element]:
        """The elements inside in document order, at any depth without a step for each level."""
        left = self.children[::-1]
        while left:
            child = left.pop()
            if isinstance(child, Element):
                yield child
                left.extend(reversed(child.children))

    def values(self, but: tuple[str, ...] = ()) -> list[str]:
        """The values of all attributes inside, but for those names."""
        return [
            value for e in self.walk() for name, value in e.attributes.items() if name not in but
        ]

    @property
    def text(self) -> str:
        """The words a reader sees, with single spaces."""
        return " ".join("".join(self._words()).split())

    @property
    def lang(self) -> str:
        """The language in force here."""
        return self.get("lang") or (self.parent.lang if self.parent else "")

    def _words(self) -> Iterator[str]:
        left = self.children[::-1]
        while left:
            child = left.pop()
            if isinstance(child, str):
                yield child
            elif child.tag not in ("script", "style"):
                left.extend(reversed(child.children))


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

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

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
    """A built site: `pages` by address (`""`, `sv/`, `teemat/perhekeskus/`), 404 left out and what
    only leads on from an old address."""

    root: Path
    warnings: tuple[str, ...] = ()

    @cached_property
    def pages(self) -> dict[str, Element]:
        found = {
            file.parent.relative_to(self.root).as_posix() + "/": file
            for file in sorted(self.root.rglob("index.html"))
        }
        made = {a.removeprefix("./"): tree(f.read_text("utf-8"), a) for a, f in found.items()}
        return {a: page for a, page in made.items() if not page.every("meta", http_equiv="refresh")}

    @cached_property
    def not_found(self) -> Element:
        return tree(self.files["404.html"].decode(), "404.html")

    @cached_property
    def files(self) -> dict[str, bytes]:
        every = sorted(f for f in self.root.rglob("*") if f.is_file())
        return {f.relative_to(self.root).as_posix(): f.read_bytes() for f in every}

    def asset(self, name: str) -> str:
        """The address of a file that every page shares, known by its name: `site.css`."""
        (found,) = [
            one for one in self.files if re.fullmatch(rf"assets/[0-9a-f]{{12}}/{name}", one)
        ]
        return found

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


Build = Callable[[Path, Path], Built]
"""A folder of pages, and where it is built."""


def internal(page: Element) -> list[str]:
    """The addresses inside the site that a page names; canonical ones are absolute and skipped."""
    named = [
        element[name]
        for element in page.every()
        for name in ("href", "src", "action", "data-index", "data-root")
        if name in element.attributes
    ]
    return [url for url in named if not urlsplit(url).scheme]


OUR_HEADERS: Mapping[str, str] = {"Content-Security-Policy": header_policy()}


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, headers: Mapping[str, str], **kwargs: Any) -> None:
        self._more = headers
        super().__init__(*args, **kwargs)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        # LinkChecker asks at most ten times a second of a host that does not send its header.
        self.send_header("LinkChecker", "welcome")
        for name, value in self._more.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: test output is for failures."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing: a browser that closes a connection early is no failure."""


@contextmanager
def serving(root: Path, headers: Mapping[str, str] = OUR_HEADERS) -> Iterator[str]:
    """The address, ending in a slash, at which the folder is served while the block runs."""
    handler = partial(_Handler, directory=str(root), headers=headers)
    server = _Server(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
