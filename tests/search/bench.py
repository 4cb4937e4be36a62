"""`make search-bench`: what search transfers and how long it takes, as the site grows.

For the real site and for made-up ones of so many pages per language: kilobytes (1,000 bytes, brotli
11) of the code and every file that a reader's first query fetches, and milliseconds from the query
to its results: in node, with the files at hand, by an engine that starts with this query; and in
Chromium, from the message to the worker until its answer with marked snippets is there, when the
query's files have been fetched once. Of a made-up site only the index is built, by the code that
builds the real one's.
Exit status: 0, or 2 with a message if it could not be measured.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import quantiles
from typing import Any

from conftest import launched
from kb.publish.index import FOLDER, VERSIONS
from kb.read import read
from kb.read.cache import load
from kb.search.collect import Collector
from kb.search.pages import sections_of
from kb.text import Lang
from kb.words.analysis import Analyser
from kb.words.forms import Forms
from markdown import markdown
from playwright.sync_api import sync_playwright
from search.generate import write_pages, writer_of
from search.sites import PROJECT, build
from search_eval import CODE, ENGINE, CannotEvaluateError, read_queries, run_node
from serve import serving

HERE = Path(__file__).resolve().parent
_ASK = """async ([code, lang, queries]) => {
  const maker = trustedTypes.createPolicy("lape-search", { createScriptURL: (url) => url });
  const worker = new Worker(maker.createScriptURL(code), { type: "module", name: lang });
  const ask = (query) => new Promise((settle) => {
    worker.onmessage = ({ data }) => settle(data);
    worker.postMessage({ id: 0, query, limit: 10 });
  });
  const times = [];
  for (const query of queries) {
    await ask(query);
    const start = performance.now();
    const { failed } = await ask(query);
    if (failed) throw new Error(query);
    times.push(performance.now() - start);
  }
  return times;
}"""
HEAD = (
    f"{'pages':>6} lang | first query, kB: {'p50':>6}{'p95':>7}{'most':>7}{'files':>7}{'code':>6}"
    f" | starting, ms: {'p50':>6}{'p95':>7} | in Chromium, ms: {'p50':>3}{'p95':>7}"
)


def line(pages: int, lang: Lang, found: dict[str, Any]) -> str:
    """One row of the table; sizes in 1,000 bytes, times in milliseconds."""
    sizes = [size / 1000 for size in found["transfers"]]
    size = f"{middle(sizes):>6.1f}{high(sizes):>7.1f}{max(sizes):>7.1f}"
    times = "".join(
        f" | {'':<13}{middle(found[name]):>6.1f}{high(found[name]):>7.1f}"
        for name in ("first", "browser")
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


def made_up(pages: int, out: Path) -> Path:
    """A folder with the search of so many made-up pages per language, without the pages."""
    write_pages(PROJECT / "docs", out / "docs", pages)
    site, folders = out / "site", {}
    shutil.copytree(PROJECT / "overrides" / CODE, site / "assets/code/search")
    catalogue = read(out / "docs", PROJECT / "docs")
    for lang in Lang:
        collector = Collector(catalogue, lang)
        for page in catalogue.pages(lang):
            html = markdown(page.body, extensions=["toc"])
            collector.add(page, sections_of(html, lang))
        known = load(PROJECT / f".cache/search.{lang}.json")
        analyser = Analyser(lang, known | writer_of(lang, PROJECT / "docs").analyses())
        folders[lang], files = collector.files(analyser, Forms(lang))
        for path, text in files.items():
            file = site / FOLDER / folders[lang] / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    (site / VERSIONS).write_text(json.dumps(folders) + "\n", encoding="utf-8")
    return site


def measure(pages: int, site: Path, lang: Lang, queries: Sequence[str]) -> None:
    """Print the row of a site and language."""
    found = run_node([HERE / "bench.mjs", site, lang], queries)
    found["browser"] = in_browser(site, lang, queries)
    print(line(pages, lang, found), flush=True)


def in_browser(site: Path, lang: Lang, queries: Sequence[str]) -> list[float]:
    """Milliseconds of each query asked for the second time, in Chromium."""
    page_file = site / "bench.html"
    page_file.write_text("<!doctype html><title>.</title>", encoding="utf-8")
    with serving(site) as address, sync_playwright() as playwright, launched(playwright) as browser:
        page = browser.new_page()
        page.goto(f"{address}{page_file.name}")
        code = next(site.glob(ENGINE)).with_name("worker.js").relative_to(site).as_posix()
        return page.evaluate(_ASK, [code, lang, list(queries)])


def real_site(out: Path) -> None:
    """Print the rows of the project's own pages, asked its own queries."""
    built = build(PROJECT / "docs", out)
    for lang in Lang:
        queries = [query.text for query in read_queries(HERE / f"queries.{lang}.json")]
        measure(len(built.keys[lang]), built.root, lang, queries)


def measure_all(sizes: Sequence[int], out: Path) -> None:
    """Print the table: the real site, then a made-up one of each size."""
    print(HEAD)
    real_site(out / "real")
    for pages in sizes:
        site = made_up(pages, out / str(pages))
        for lang in Lang:
            queries = writer_of(lang, PROJECT / "docs").queries(pages)
            measure(pages, site, lang, queries)


def main(arguments: Sequence[str]) -> int:
    """Print the table for made-up sites of the sizes that are named."""
    with tempfile.TemporaryDirectory(prefix="search-bench-") as folder:
        try:
            measure_all([int(size) for size in arguments], Path(folder))
        except CannotEvaluateError as error:
            print(error, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
