"""`make serve` as somebody meets it who writes in one window and looks at a page in the other."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPException
from pathlib import Path
from urllib.request import Request, urlopen

PATIENCE = 600
"""Seconds, so that a server that never answers ends in an error."""
_EPOCH = re.compile(r"livereload\((\d+), (\d+)\)")
SCRIPT = re.compile(r"<script>\s*var livereload.*?</script>", re.DOTALL)
"""What MkDocs' server puts into each page."""


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


@contextmanager
def served(project: Path, docs: Path) -> Iterator[str]:
    """The address at which a server shows the pages while the block runs."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    settings = {**os.environ, "KB_DOCS": str(docs), "SITE_URL": address}
    server = subprocess.Popen(
        command, cwd=project, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait(server, address)
        yield address
    finally:
        server.terminate()
        server.wait()


def _wait(server: subprocess.Popen[bytes], address: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        with suppress(OSError, HTTPException), urlopen(address, timeout=PATIENCE):
            return
        time.sleep(0.2)
    raise RuntimeError("the server does not answer")
