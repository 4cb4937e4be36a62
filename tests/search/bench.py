"""`make search-bench`: what search transfers and how long it takes, as the site grows.

For the real site and for made-up ones of so many pages per language: kilobytes (1,000 bytes, brotli
11) of the code and every file that a reader's first query fetches, and milliseconds in node from
the query to its results, with the files at hand: by an engine that starts with this query, and by
one that runs. Sites and word memories stay in `.cache/search-bench`; without them 10,000 pages
take most of an hour. Exit status: 0, or 2 with a message if it could not be measured.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import quantiles
from typing import Any

from kb.text import Lang
from search.generate import write_site, writer_of
from search.sites import PROJECT, build
from search_eval import CannotEvaluateError, read_queries, run_node

HERE = Path(__file__).resolve().parent
PLACE = PROJECT / ".cache" / "search-bench"
HEAD = (
    f"{'pages':>6} lang | first query, kB: {'p50':>6}{'p95':>7}{'most':>7}{'files':>7}{'code':>6}"
    f" | starting, ms: {'p50':>6}{'p95':>7} | running, ms: {'p50':>6}{'p95':>7}"
)


def line(pages: int, lang: Lang, found: dict[str, Any]) -> str:
    """One row of the table; sizes in 1,000 bytes, times in milliseconds."""
    sizes = [size / 1000 for size in found["transfers"]]
    size = f"{middle(sizes):>6.1f}{high(sizes):>7.1f}{max(sizes):>7.1f}"
    times = "".join(
        f" | {'':<13}{middle(found[name]):>6.1f}{high(found[name]):>7.1f}"
        for name in ("first", "next")
    )
    return (
        f"{pages:>6} {lang:<4} | {'':<16} {size}"
        f"{middle(found['requests']):>7.0f}{found['code'] / 1000:>6.1f}{times}"
    )


def middle(values: Sequence[float]) -> float:
    """The median."""
    return quantiles(values, n=2)[0]


def high(values: Sequence[float]) -> float:
    """What 95 of 100 values stay below."""
    return quantiles(values, n=20, method="inclusive")[-1]


def project() -> Path:
    """A copy of what builds the site, so that made-up words stay out of the real word memory."""
    copy = PLACE / "project"
    for name in ("overrides", "scripts", "docs/_data"):
        shutil.rmtree(copy / name, ignore_errors=True)
        shutil.copytree(PROJECT / name, copy / name)
    shutil.copyfile(PROJECT / "mkdocs.yml", copy / "mkdocs.yml")
    return copy


def made_up(pages: int) -> Path:
    """The built site of so many made-up pages per language."""
    out = PLACE / str(pages)
    shutil.rmtree(out, ignore_errors=True)
    write_site(PROJECT / "docs", out / "docs", pages)
    return build(out / "docs", out, project()).root


def measure(pages: int, site: Path, lang: Lang, queries: Sequence[str]) -> None:
    """Print the row of a site and language."""
    print(line(pages, lang, run_node([HERE / "bench.mjs", site, lang], queries)), flush=True)


def real_site() -> None:
    """Print the rows of the project's own pages, asked its own queries."""
    built = build(PROJECT / "docs", PLACE / "real")
    for lang in Lang:
        queries = [query.text for query in read_queries(HERE / f"queries.{lang}.json")]
        measure(len(built.keys[lang]), built.root, lang, queries)


def main(arguments: Sequence[str]) -> int:
    """Print the table: the real site, then a made-up one of each size that is named."""
    print(HEAD)
    try:
        real_site()
        for pages in map(int, arguments):
            site = made_up(pages)
            for lang in Lang:
                queries = writer_of(lang, PROJECT / "docs").queries(pages)
                measure(pages, site, lang, queries)
    except CannotEvaluateError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
