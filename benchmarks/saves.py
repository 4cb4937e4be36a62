"""How long it takes from a save to the page that is served: `make serve` with generated pages.

    make bench-saves PAGES_SERVED="100 1000"

A browser is played: it asks for news of a page, and loads it again when there are some. Seconds by
the clock, medians of the rounds; a machine with other work shows more.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from builds import EDITED, changed, prepare
from previewing import Browser, served

SAVES = int(os.environ.get("ROUNDS", "5"))


def main(sizes: list[int]) -> None:
    """Print a table."""
    print(f"{'pages':>6} {'what is saved':16} {'seconds':>8}  range")
    for pages in sizes:
        with tempfile.TemporaryDirectory() as folder:
            prepare(Path(folder), pages)
            docs = Path(folder, "pages/docs")
            with served(Path(folder, "ours"), docs) as address:
                for name, taken in saves(docs, address).items():
                    span = f"{min(taken):.2f}–{max(taken):.2f}"
                    print(f"{pages:6} {name:16} {statistics.median(taken):8.2f}  {span}")


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
