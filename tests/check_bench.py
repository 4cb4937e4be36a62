"""How long a check takes: the real site, thousands of generated pages, and after one change.

    make check-bench                 PAGES_CHECKED="1000 4000" for other sizes

Each figure is the wall clock of the command that an editor runs, start of Python included. The
first run of a folder also looks up its words; later runs remember them.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from search.generate import write_pages

PROJECT = Path(__file__).resolve().parent.parent
REPEATS = 3
DEFAULT = 4000
CHANGED = "Uudessa perhekeskuksessa toimivat myös yhteistyökumppanit."


def seconds(content: Path, cache: Path) -> float:
    """The wall clock of one check."""
    started = time.perf_counter()
    command = [sys.executable, PROJECT / "scripts/check.py", content, "--cache", cache]
    subprocess.run(command, capture_output=True, check=False)
    return time.perf_counter() - started


def measure(name: str, content: Path, cache: Path) -> None:
    """Print the first run, the best of the later ones, and the one after a change of a page."""
    first = seconds(content, cache)
    warm = min(seconds(content, cache) for _ in range(REPEATS))
    page = next(iter(sorted(content.rglob("*.fi.md"))))
    page.write_text(f"{page.read_text('utf-8')}\n{CHANGED}\n", "utf-8")
    changed = seconds(content, cache)
    print(f"{name:28} {first:10.2f} {warm:10.2f} {changed:10.2f}")


def main(sizes: list[int]) -> None:
    """Measure a copy of the real content and generated folders of these sizes."""
    print(f"{'seconds':28} {'first':>10} {'warm':>10} {'changed':>10}")
    with tempfile.TemporaryDirectory() as folder:
        real = Path(folder, "real", "docs")
        shutil.copytree(PROJECT / "docs", real)
        measure("real site", real, Path(folder, "cache-real"))
        for size in sizes:
            made = Path(folder, str(size), "docs")
            write_pages(PROJECT / "docs", made, size)
            measure(f"{size} generated pairs", made, Path(folder, f"cache-{size}"))


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [DEFAULT])
