"""How long it takes from a save to the page that is served: `make serve` with generated pages.

    make bench-saves PAGES_SERVED="100 1000"

A browser is played: it asks for news of a page, and loads it again when there are some. Seconds by
the clock, medians of the rounds; a machine with other work shows more.
"""

from __future__ import annotations

import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path
from urllib.request import Request, urlopen

from builds import EDITED, changed, prepare

SAVES = int(os.environ.get("ROUNDS", "5"))
PATIENCE = 600
_EPOCH = re.compile(r"livereload\((\d+), (\d+)\)")


class Browser:
    """One page that somebody looks at."""

    def __init__(self, address: str, page: str) -> None:
        self._address, self._page = address, page

    def load(self) -> str:
        """The page as it is served."""
        with urlopen(f"{self._address}{self._page}", timeout=PATIENCE) as answer:
            return str(answer.read().decode())

    def until(self, word: str, shown: str) -> str:
        """Load again at each piece of news until a word stands on the page."""
        while word not in shown:
            epoch, request = _EPOCH.findall(shown)[-1]
            news = Request(f"{self._address}livereload/{epoch}/{request}")
            news.add_header("Referer", f"{self._address}{self._page}")
            with urlopen(news, timeout=PATIENCE) as answer:
                answer.read()
            shown = self.load()
        return shown


def served(project: Path, docs: Path) -> tuple[subprocess.Popen[bytes], str]:
    """A server of the pages on a free port, once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    settings = {**os.environ, "KB_DOCS": str(docs), "SITE_URL": address}
    server = subprocess.Popen(
        command, cwd=project, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        with suppress(OSError, HTTPException), urlopen(address, timeout=PATIENCE):
            return server, address
        time.sleep(0.2)
    raise RuntimeError("the server does not answer")


def main(sizes: list[int]) -> None:
    """Print a table."""
    print(f"{'pages':>6} {'what is saved':16} {'seconds':>8}  range")
    for pages in sizes:
        with tempfile.TemporaryDirectory() as folder:
            prepare(Path(folder), pages)
            docs = Path(folder, "pages/docs")
            server, address = served(Path(folder, "ours"), docs)
            try:
                for name, taken in saves(docs, address).items():
                    span = f"{min(taken):.2f}–{max(taken):.2f}"
                    print(f"{pages:6} {name:16} {statistics.median(taken):8.2f}  {span}")
            finally:
                server.terminate()
                server.wait()


def saves(docs: Path, address: str) -> dict[str, list[float]]:
    """The seconds of each save, by what was saved."""
    page, fact = docs / EDITED, docs / "_data/facts/S-001.yml"
    browser = Browser(address, EDITED.removesuffix(".fi.md") + "/")
    steps: dict[str, Callable[[str], None]] = {
        "a body": lambda word: changed(page, "Huomio ", f"Huomio {word} "),
        "a title": lambda word: changed(page, "# ", f"# {word} "),
        "a record": lambda word: changed(fact, "fi: ", f"fi: {word} "),
    }
    found: dict[str, list[float]] = {}
    for name, step in steps.items():
        for number in range(SAVES):
            word, shown = f"sana{len(found)}x{number}", browser.load()
            begun = time.monotonic()
            step(word)
            browser.until(word, shown)
            found.setdefault(name, []).append(time.monotonic() - begun)
            time.sleep(1)  # somebody goes on writing while all pages are built
    return found


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [100, 1000])
