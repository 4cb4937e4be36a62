"""`make search-eval`: our search beside Material's and Pagefind's, on the same pages and queries.

Exit status: 0, or 2 with a message if one of them could not be evaluated.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

from kb.text import Lang
from search.own_names import lost
from search.sites import BENCH, PROJECT, TOOLS, Built, bench_pages, build
from search_eval import CannotEvaluateError, found_by, read_queries, run_node
from search_figures import ALL, Figures, Query, by_type, figures, paired, while_typing

HERE = Path(__file__).resolve().parent
SETS = {
    "queries": "own queries",
    "asked": "own queries: questions and other kinds",
    "typed": "own queries: as officials, parents and pupils type them",
    "heldout": "held-out queries",
    "kinds": "held-out queries by kind",
    "fresh": "held-out queries, the newest",
}
TYPING = "typing: all"

Search = Callable[[Built, Lang, Sequence[str]], list[list[str]]]
Rows = dict[str, Figures]


def own(built: Built, lang: Lang, texts: Sequence[str]) -> list[list[str]]:
    """What this site's search finds."""
    return found_by(built.root, lang, texts)


def material(built: Built, lang: Lang, texts: Sequence[str]) -> list[list[str]]:
    """What Material's search finds in this language; the other's pages are left out."""
    found = run_node([HERE / "material.mjs", *built.material], texts)
    return [_keys(built, lang, addresses) for addresses in found]


def pagefind(built: Built, lang: Lang, texts: Sequence[str]) -> list[list[str]]:
    """What Pagefind finds."""
    found = run_node([HERE / "pagefind.mjs", built.pagefind, lang], texts)
    return [_keys(built, lang, addresses) for addresses in found]


def _keys(built: Built, lang: Lang, addresses: Sequence[str]) -> list[str]:
    keys = (built.keys[lang].get(address.removeprefix("./")) for address in addresses)
    return [key for key in keys if key]


def searches() -> dict[str, Search]:
    """Every search by its name and version."""
    package = json.loads((TOOLS / "pagefind" / "package.json").read_text(encoding="utf-8"))
    return {
        "this site": own,
        f"Material {version('mkdocs-material')}": material,
        f"Pagefind {package['version']}": pagefind,
    }


def rows(search: Search, built: Built, lang: Lang, queries: Sequence[Query]) -> Rows:
    """The figures of each type, of all, and of all while the last word is being typed."""
    whole, unfinished = (
        paired(queries, search(built, lang, texts))
        for texts in ([q.text for q in queries], [while_typing(q.text) for q in queries])
    )
    return by_type(whole) | {ALL: figures(whole), TYPING: figures(unfinished)}


def table(title: str, columns: dict[str, Rows]) -> list[str]:
    """The rows of every search side by side."""
    heads = "".join(f"  | {name:<26}" for name in columns)
    names = "  |    S@1 MRR@10   R@10   none" * len(columns)
    lines = [f"\n{title}", " " * 17 + heads, f"{'':<12}{'n':>5}{names}"]
    for row, first in next(iter(columns.values())).items():
        cells = ((f.s1, f.mrr10, f.r10, f.none) for f in (found[row] for found in columns.values()))
        figures_ = ("  |" + "".join(f"{value:>7.3f}" for value in cell) for cell in cells)
        lines.append(f"{row:<12}{first.n:>5}{''.join(figures_)}")
    return lines


def compare(title: str, built: Built, file: Path, lang: Lang) -> bool:
    """Print one table; False if a search is missing from it."""
    if not file.is_file():
        print(f"{file}: not there, skipped", file=sys.stderr)
        return True
    queries = read_queries(file)
    columns: dict[str, Rows] = {}
    wanted = searches()
    for name, search in wanted.items():
        try:
            columns[name] = rows(search, built, lang, queries)
        except CannotEvaluateError as error:
            print(f"{name}: {error}", file=sys.stderr)
    if columns:
        print("\n".join(table(title, columns)), flush=True)
    return len(columns) == len(wanted)


def compare_all(out: Path) -> bool:
    """Print every table: the project's own pages, then search-bench if it is there."""
    built = build(PROJECT / "docs", out / "real")
    done = [
        compare(f"{title}, {lang}", built, HERE / f"{name}.{lang}.json", lang)
        for name, title in SETS.items()
        for lang in Lang
    ]
    for lang in Lang:
        print(
            "\n".join([f"\nown names that do not find their page, {lang}", *lost(built.root, lang)])
        )
    if not BENCH.is_dir():
        print(f"{BENCH}: not there, skipped", file=sys.stderr)
        return all(done)
    built = build(bench_pages(out / "bench" / "docs"), out / "bench")
    for lang in Lang:
        done.append(compare(f"search-bench, {lang}", built, BENCH / f"queries.{lang}.json", lang))
    return all(done)


def main() -> int:
    """Print a table for every set of queries and language."""
    with tempfile.TemporaryDirectory(prefix="search-eval-") as folder:
        try:
            return 0 if compare_all(Path(folder)) else 2
        except CannotEvaluateError as error:
            print(error, file=sys.stderr)
            return 2


if __name__ == "__main__":
    sys.exit(main())
