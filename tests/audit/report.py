"""`make audit`: what a page weighs and what Lighthouse says of it, beside the stock theme.

One row for a page of one language: on our site, on Material's with the same content, and on both
grown by so many pages per language. Scores are Lighthouse's for a phone: performance,
accessibility, best practices, search engines. LCP is simulated, in seconds, TBT in milliseconds;
of several runs the one with the middle LCP counts. Bytes are 1,000s
with Brotli 11: HTML, styles, scripts, fonts, icons and whatever else a first view fetches; "next"
is what this page adds for somebody who comes from the home page (for home: from the article).
Exit status: 0, 1 if our own site misses a target, or 2 with a message if it could not be measured.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit.sites import DOCS, build_ours, build_stock, grow, stock_address
from kb.model.addresses import SEARCH, address
from kb.read import read
from kb.text import Lang
from search_eval import CannotEvaluateError

HERE = Path(__file__).resolve().parent
KEYS = {
    "home": "index",
    "article": "teemat/perhekeskus",
    "timeline": "aikajana",
    "region": "alueet/varsinais-suomi",
}
QUERY = {Lang.FI: "?q=perhekeskus", Lang.SV: "?q=familjecenter"}
HEAD = (
    f"{'site':<12}{'page':<15}{'lang':<5}{'scores':<18}{'LCP':>5}{'CLS':>6}{'TBT':>5}"
    f"{'requests':>9}{'first kB':>9}{'next kB':>8}{'JS kB':>7}{'nodes':>7}  what failed"
)


@dataclass(frozen=True)
class Row:
    """A page as it was measured; sizes in bytes by address."""

    site: str
    page: str
    lang: str
    scores: tuple[int, ...]
    lcp: float
    cls: float
    tbt: float
    failed: tuple[str, ...]
    files: dict[str, int]
    nodes: int

    @property
    def first(self) -> int:
        """Bytes of a first view."""
        return sum(self.files.values())

    @property
    def scripts(self) -> int:
        """Bytes of JavaScript in a first view, search's worker included."""
        return sum(size for url, size in self.files.items() if url.endswith(".js"))

    def after(self, before: Row) -> int:
        """Bytes that are new to a reader who has seen another page of the site."""
        return sum(size for url, size in self.files.items() if url not in before.files)

    def line(self, before: Row) -> str:
        """The row of the table."""
        return (
            f"{self.site:<12}{self.page:<15}{self.lang:<5}{'/'.join(map(str, self.scores)):<18}"
            f"{self.lcp / 1000:>5.2f}{self.cls:>6.2f}{self.tbt:>5.0f}{len(self.files):>9}"
            f"{self.first / 1000:>9.1f}{self.after(before) / 1000:>8.1f}{self.scripts / 1000:>7.1f}"
            f"{self.nodes:>7}  {' '.join(self.failed)}"
        )

    def misses(self, before: Row) -> list[str]:
        """The targets of issue 5 that the page misses; results that search shows come on top."""
        held = {
            "scores": min(self.scores) == 100,
            "LCP": self.lcp <= 1000,
            "CLS": round(self.cls, 2) == 0,
            "TBT": round(self.tbt) == 0,
        }
        if self.page == "article":
            held |= {
                "first view": self.first <= 35_000 and len(self.files) <= 8,
                "second page": self.after(before) <= 8_000,
                "scripts": self.scripts <= 10_000,
            }
        return [name for name, holds in held.items() if not holds]


def our_pages() -> dict[str, dict[str, str]]:
    """The addresses of the measured pages on our site, by page and language."""
    catalogue = read(DOCS, DOCS)
    pages = {name: {p.lang: address(catalogue, p) for p in catalogue.pairs[key].versions.values()}
             for name, key in KEYS.items()}  # fmt: skip
    results = {lang: SEARCH[lang] + QUERY[lang] for lang in Lang}
    return pages | {"search": dict(SEARCH), "search results": results}


def stock_pages() -> dict[str, dict[str, str]]:
    """The same on Material's, whose search is no page of its own."""
    catalogue = read(DOCS, DOCS)
    return {
        name: {p.lang: stock_address(p) for p in catalogue.pairs[key].versions.values()}
        for name, key in KEYS.items()
    }


def measured(port: int, runs: int, sites: Sequence[dict[str, Any]]) -> list[Row]:
    """What Lighthouse finds on the pages of each site."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or ""
    done = subprocess.run(
        ["node", HERE / "measure.mjs"],
        input=json.dumps({"port": port, "runs": runs, "sites": sites}, default=str),
        env=os.environ | {"CHROME_PATH": os.environ.get("CHROME_PATH", chromium)},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        raise CannotEvaluateError("Lighthouse could not be run; what it said stands above.")
    roots = {site["name"]: Path(site["root"]) for site in sites}
    return [
        Row(nodes=nodes(roots[found["site"]], next(iter(found["files"]))), **found)
        for found in json.loads(done.stdout)
    ]


def nodes(root: Path, url: str) -> int:
    """The elements that a page's HTML holds."""
    place = url.split("/", 3)[3].split("?", maxsplit=1)[0]
    return len(re.findall(r"<[a-z]", (root / place / "index.html").read_text("utf-8")))


def compare(folder: Path, pages: int, runs: int, port: int) -> list[Row]:
    """Build and measure the four sites."""
    base = f"http://localhost:{port}/"
    grown = grow(folder / "grown", pages)
    ours, stock = our_pages(), stock_pages()
    few = ("home", "article")
    return measured(port, runs, [
        {"name": "ours", "root": build_ours(DOCS, folder / "ours", base), "pages": ours},
        {"name": "stock", "root": build_stock(DOCS, folder / "stock", base), "pages": stock},
        {"name": f"ours+{pages}", "root": build_ours(grown, folder / "ours-grown", base),
         "pages": {name: ours[name] for name in few}},
        {"name": f"stock+{pages}", "root": build_stock(grown, folder / "stock-grown", base),
         "pages": {name: stock[name] for name in few}},
    ])  # fmt: skip


def table(rows: Sequence[Row]) -> list[str]:
    """Print the table; the targets that our own site misses."""
    places = {(row.site, row.page, row.lang): row for row in rows}
    missed = []
    print(HEAD)
    for row in rows:
        before = places[row.site, "article" if row.page == "home" else "home", row.lang]
        print(row.line(before))
        if row.site.startswith("ours"):
            missed += [f"{row.site} {row.page} {row.lang}: {m}" for m in row.misses(before)]
    return missed


def main(arguments: Sequence[str]) -> int:
    """Print the table, with sites grown by so many pages and so many runs of each page."""
    pages, runs = map(int, arguments)
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="audit-") as folder:
        try:
            missed = table(compare(Path(folder), pages, runs, port))
        except CannotEvaluateError as error:
            print(error, file=sys.stderr)
            return 2
    print(*(f"misses its target: {what}" for what in missed), sep="\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
