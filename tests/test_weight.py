"""What a page weighs with Brotli, and that it weighs the same on a site of any size."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from published import alternates
from serve import Build, Built, Element

# Bytes of a first view (HTML, styles, scripts, icons), its requests, and its scripts: every page.
FIRST, REQUESTS, SCRIPTS = 35_000, 8, 10_000
# Bytes of the HTML, which is what a second page costs: of an article, and of the pages that hold
# a list from the data or lead to a part of the site. Each names its sources by their own addresses.
# They are long because what they list is long;
# three articles have more sources and terms than any other, and the editors' guide lists the
# fields of every kind of data and says its pictures in words.
ARTICLE = 8_600
LONG = {
    "": 8_500,
    "aikajana/": 19_100,
    "alueet/": 15_000,
    "alueet/varsinais-suomi/": 10_600,
    "asiakirjat/": 13_300,
    "hallinto/": 10_000,
    "kaannostilanne/": 9_500,
    "kehittamiskokonaisuudet/": 9_000,
    "kentat-ja-kb-rivit/": 12_700,
    "lahteet/": 17_000,
    "lahteet/alueet-ja-jarjestot/": 16_100,
    "lahteet/viranomaiset/": 12_400,
    "mika-lape-on/": 10_800,
    "mika-lape-on/usein-kysyttya/": 10_400,
    "nyt/": 9_000,
    "painopisteet/lastensuojelun-kehittaminen/": 10_100,
    "rahoitus/": 11_700,
    "sanasto/": 18_200,
    "tarkistusohje/": 14_300,
    "teemat/": 10_100,
    "teemat/sivistyksen-ja-soten-yhteistyo/": 9_300,
    "toimitusopas/": 12_600,
    "tulokset/": 12_700,
    "vaiheet/": 12_300,
    "vaiheet/lapen-jalkeen/": 9_000,
    "vaiheet/siltavuosi-2019/": 10_000,
    "vaiheet/toinen-vaihe-2020-2022/": 12_700,
    "yhteystiedot/": 11_300,
}
QUICK, SENT = 9, 11
"""Levels of Brotli: one that is ten times as fast and makes pages larger, and what hosts send."""
BROTLI = """
const { readFileSync } = require("fs");
const { brotliCompressSync, constants } = require("zlib");
const [level, ...names] = JSON.parse(readFileSync(0, "utf8"));
const params = { [constants.BROTLI_PARAM_QUALITY]: level };
const size = (name) => [name, brotliCompressSync(readFileSync(name), { params }).length];
console.log(JSON.stringify(Object.fromEntries(names.map(size))));
"""


def weighed(site: Built, names: Iterable[str], level: int) -> dict[str, int]:
    """The sizes of files as Brotli makes them at that level."""
    done = subprocess.run(
        ["node", "-e", BROTLI],
        cwd=site.root,
        input=json.dumps([level, *names]),
        capture_output=True,
        text=True,
        check=True,
    )
    sizes: dict[str, int] = json.loads(done.stdout)
    return sizes


@cache
def parts(address: str, page: Element) -> dict[str, str]:
    """The files that a browser fetches by itself for a page: their names, and their element.

    Of its two icons it takes one: that of no size, or an older one the other, which weighs less
    than a kilobyte more.
    """
    found = {f"{address}index.html": "html"}
    for element in page.every():
        rel = element.get("rel")
        is_icon = "icon" in rel.split() and not element.get("sizes")
        fetched = "stylesheet" in rel or is_icon or "preload" in rel
        at = element.get("href") if fetched else ""
        if element.tag in ("script", "img") and element.get("loading") != "lazy":
            at = element.get("src")
        if at:
            found[urlsplit(urljoin(f"http://x/{address}", at)).path[1:]] = element.tag
    return found


@cache
def finnish_address(address: str, page: Element) -> str:
    others = alternates(page)
    return urlsplit(others["fi"]).path[1:] if others else address


@pytest.fixture(scope="module")
def sizes(site: Built) -> dict[str, int]:
    """What every file that a page fetches weighs at most; a page near its limit, as it is sent."""
    fetched = {name for address, page in site.pages.items() for name in parts(address, page)}
    pages = {name for name in fetched if name.endswith(".html")}
    most = weighed(site, fetched - pages, SENT) | weighed(site, pages, QUICK)
    near = first_views(site, most) | second_pages(site, most)
    return most | weighed(site, [f"{address}index.html" for address in near], SENT)


def first_views(site: Built, sizes: dict[str, int]) -> dict[str, tuple[int, ...]]:
    """The pages that weigh too much when they are a reader's first, with what they weigh."""
    heavy = {}
    for address, page in site.pages.items():
        fetched = parts(address, page)
        total = sum(sizes[name] for name in fetched)
        scripts = sum(sizes[name] for name, tag in fetched.items() if tag == "script")
        if total > FIRST or len(fetched) > REQUESTS or scripts > SCRIPTS:
            heavy[address] = (total, len(fetched), scripts)
        assert len(fetched) > 2, "neither styles nor icon: the test has looked at nothing"
    return heavy


def second_pages(site: Built, sizes: dict[str, int]) -> dict[str, tuple[int, ...]]:
    """The pages whose HTML weighs too much, with what it weighs."""
    heavy = {}
    for address, page in site.pages.items():
        size = sizes[f"{address}index.html"]
        if size > LONG.get(finnish_address(address, page), ARTICLE):
            heavy[address] = (size,)
    return heavy


def test_styles_fetch_nothing_that_the_page_has_not_fetched(site: Built) -> None:
    names = [name for name in site.files if name.endswith(".css")]
    style = "".join(site.files[name].decode() for name in names)
    assert "@import" not in style
    fetched = set(re.findall(r"""url\(['"]?(?!data:|#)([^'")]+)""", style))
    assert fetched == {"mark.svg", "headings.woff2"}, "every page fetches its icon and preloads"
    for address, page in site.pages.items():
        for file in fetched:
            assert site.asset(file) in parts(address, page), address


def test_a_first_view_is_small(site: Built, sizes: dict[str, int]) -> None:
    assert first_views(site, sizes) == {}


def test_a_second_page_costs_its_html_only(site: Built, sizes: dict[str, int]) -> None:
    assert second_pages(site, sizes) == {}


def test_every_long_page_exists(site: Built) -> None:
    assert [address for address in LONG if address not in site.pages] == []


MENU = """
- id: aihe
  name: {fi: Aihe, sv: Ämne}
  where: header
  pages: [aihe/index, aihe/pari]
"""
TOY = {
    "_data/menu.yml": MENU,
    "index.fi.md": "# Koti\n\nAlku.\n",
    "index.sv.md": "# Hem\n\nBörjan.\n",
    "aihe/index.fi.md": "# Aihe\n\nTeksti.\n",
    "aihe/index.sv.md": "# Ämne\n\nText.\n",
    "aihe/pari.fi.md": "# Pari\n\nTeksti.\n\n## Luku\n\nLoppu.\n",
    "aihe/pari.sv.md": "# Par\n\nText.\n\n## Kapitel\n\nSlut.\n",
}
MORE = {
    f"osa-{folder}/{page}.{lang}.md": f"# Sivu {folder} {page} {lang}\n\nTeksti.\n"
    for folder in range(6)
    for page in ("index", *"abcdefghi")
    for lang in ("fi", "sv")
}


def toy(build: Build, folder: Path, files: dict[str, str]) -> Built:
    for name, text in files.items():
        file = folder / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return build(folder / "docs", folder / "site")


def test_nothing_on_a_page_grows_with_the_site(build: Build, tmp_path: Path) -> None:
    few, many = toy(build, tmp_path / "few", TOY), toy(build, tmp_path / "many", TOY | MORE)
    assert len(many.pages) > 10 * len(few.pages)
    neighbours = re.compile(r'<nav class="neighbours".*?</nav>', re.DOTALL)
    same = [address for address in few.pages if address not in ("haku/", "sv/sok/")]
    assert len(same) == 6
    for address in same:
        pages = [site.files[f"{address}index.html"].decode() for site in (few, many)]
        assert neighbours.sub("", pages[0]) == neighbours.sub("", pages[1]), address
    for name, body in few.files.items():
        if name.startswith("assets/") and "/search/" not in name:
            assert many.files[name] == body, name
