"""How long builds take, ours and the stock theme's in turn: the same pages, the same machine.

    make bench                      BENCH="100 1000 4000" for other sizes, ROUNDS=3 for more rounds

Sizes are pages of both languages together, always the same ones. Times are CPU seconds of the whole
command, start of Python included, and medians of the rounds; behind each stands its ratio to the
stock theme's whole build in the same round, which is all that stock has for any change. Analyses
of made-up words are known beforehand from how they were made; no page is.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from audit.sites import DOCS, PROJECT, blank, stock_project
from kb import check
from kb.finding import errors
from kb.read import read
from kb.read.cache import load, save
from kb.text import Lang
from search.generate import write_pages, writer_of

ROUNDS = int(os.environ.get("ROUNDS", "1"))
DEFAULT = (100, 1000)
MORE = {
    Lang.FI: "## Taulukko\n\n| Vuosi | Määrä |\n|---|---|\n| vuosi | määrä |\n\n"
    "!!! note\n    Huomio sivun asiasta.\n\n[Alku](index.md) kertoo lisää.[^S-001]\n",
    Lang.SV: "## Tabell\n\n| År | Antal |\n|---|---|\n| år | antal |\n\n"
    "!!! note\n    En anmärkning om saken.\n\n[Början](index.md) berättar mer.[^S-001]\n",
}
SOURCE = (
    "id: L-01\ngrade: A\npublisher:\n  fi: Kunta\n  sv: Kommunen\ntitle:\n  fi: Kirje\n  sv: Brev\n"
)
FACT = "id: S-001\ntext:\n  fi: {text}\n  sv: Sant.\nsources: [L-01]\n"
ADDRESS = "https://x.fi/"
EDITED = "osa-000/sivu-001.fi.md"


@dataclass(frozen=True)
class Used:
    """What a command used: CPU seconds and, at its peak, bytes of memory."""

    seconds: float
    memory: int


def used(command: Sequence[str | Path], folder: Path, settings: dict[str, str]) -> Used:
    """Run a command to its end; RuntimeError if it fails."""
    program = subprocess.Popen(
        [sys.executable, *command],
        cwd=folder,
        env=os.environ | settings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(program.pid, 0)
    program.returncode = os.waitstatus_to_exitcode(status)
    if status:
        raise RuntimeError(f"{command}: {program.returncode}")
    return Used(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def write_collection(docs: Path, pages: int) -> None:
    """Pages in two languages, with tables, notes, links and citations."""
    write_pages(DOCS, docs, pages // len(Lang))
    for lang in Lang:
        for file in docs.rglob(f"*.{lang}.md"):
            file.write_text(f"{file.read_text('utf-8')}\n{MORE[lang]}", "utf-8")
    for name, text in {"sources/L-01": SOURCE, "facts/S-001": FACT.format(text="Tosi.")}.items():
        file = docs / f"_data/{name}.yml"
        file.parent.mkdir(parents=True)
        file.write_text(text, "utf-8")
    for finding in errors(check.run(read(docs, DOCS))):
        blank(docs / finding.path.partition("/")[2], finding.line)


def our_project(folder: Path) -> Path:
    """The project with no page kept, and made-up words known."""
    for part in ("overrides", "styles", "scripts"):
        shutil.copytree(PROJECT / part, folder / part)
    (folder / "docs/_data").mkdir(parents=True)
    shutil.copy2(DOCS / "_data/strings.yml", folder / "docs/_data")
    shutil.copy2(PROJECT / "mkdocs.yml", folder)
    for lang in Lang:
        name = f"search.{lang}.json"
        known = writer_of(lang, DOCS).analyses() | load(PROJECT / ".cache" / name)
        save(folder / ".cache" / name, known)
    return folder


def changed(file: Path, old: str, new: str) -> None:
    """The first `old` in the file becomes `new`."""
    text = file.read_text("utf-8")
    assert old in text, f"{file}: {old}"
    file.write_text(text.replace(old, new, 1), "utf-8")


def steps(docs: Path, number: int) -> dict[str, Callable[[], object]]:
    """What is done before each of our builds, in order."""
    fact, page = docs / "_data/facts/S-001.yml", docs / EDITED
    return {
        "cold": lambda: None,
        "nothing changed": lambda: None,
        "one body": lambda: changed(page, "Huomio ", "Huomio " + "asiasta " * (number + 1)),
        "one title": lambda: changed(page, "# ", "# " + "Huomio " * (number + 1)),
        "one record": lambda: changed(fact, "fi: ", "fi: " + "Huomio " * (number + 1)),
        "one new word": lambda: changed(page, "Huomio ", f"Huomio huomio{'asia' * (number + 1)} "),
    }


def prepare(folder: Path, pages: int) -> Path:
    """Both projects; the settings of the stock one.

    In a process of its own: what a program is started by counts as its memory, too.
    """
    docs = folder / "pages/docs"
    write_collection(docs, pages)
    our_project(folder / "ours")
    return stock_project(docs, folder / "stock", ADDRESS)


def one_round(folder: Path, pages: int, number: int) -> dict[str, tuple[Used, Used]]:
    """Our builds one after another, and the stock theme's whole build beside them."""
    docs, ours = folder / "pages/docs", folder / "ours"
    with ProcessPoolExecutor(1, get_context("spawn")) as other:
        stock = other.submit(prepare, folder, pages).result()
    settings = {"KB_DOCS": str(docs), "SITE_URL": ADDRESS}
    whole = used(["-m", "mkdocs", "build", "--quiet", "-f", stock], folder, {})
    found = {}
    for name, edit in steps(docs, number).items():
        edit()
        found[name] = used(["scripts/build.py", "site"], ours, settings), whole
    return found


def main(sizes: Sequence[int]) -> None:
    """Print a table."""
    print(f"{'pages':>6} {'step':16} {'CPU s':>8} {'of stock':>9} {'MB':>6} {'stock MB':>9}")
    for pages in sizes:
        rounds = []
        for number in range(ROUNDS):
            with tempfile.TemporaryDirectory() as folder:
                rounds.append(one_round(Path(folder), pages, number))
        for name in rounds[0]:
            pairs = [one[name] for one in rounds]
            seconds = statistics.median(ours.seconds for ours, _ in pairs)
            ratio = statistics.median(ours.seconds / stock.seconds for ours, stock in pairs)
            ours, stock = (max(one.memory for one in side) for side in zip(*pairs, strict=True))
            print(f"{pages:6} {name:16} {seconds:8.2f} {ratio:9.3f} {ours >> 20:6} {stock >> 20:9}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or DEFAULT)
