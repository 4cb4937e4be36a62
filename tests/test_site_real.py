"""The project's own pages as they are published: addresses, heads, files, links."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import material
import pytest
from builders import real_content
from conftest import ROOT
from kb.open_data.files import open_data
from kb.text import LANGUAGE_NAMES, Lang
from published import (
    CONTENT,
    DOCS,
    HOMES,
    HOST,
    PAIRS,
    SEARCH,
    SITE_NAMES,
    alternates,
    followed,
    lang_of,
)
from sampling import WHOLE
from serve import Built, Element


def test_strict_build_is_silent(site: Built) -> None:
    assert site.warnings == ()


def test_pages_stand_at_the_designed_addresses_in_pairs(site: Built) -> None:
    familjecenter = {"fi": "teemat/perhekeskus/", "sv": "sv/teman/familjecenter/"}
    assert PAIRS["teemat/perhekeskus"] == familjecenter
    assert len(list(DOCS.rglob("*.sv.md"))) == len(PAIRS) >= 27
    assert set(site.pages) == set(CONTENT) | set(SEARCH.values())


def test_output_has_no_theme_files(site: Built) -> None:
    assets = ROOT / "overrides/assets"
    names = [f.relative_to(assets).as_posix() for f in assets.rglob("*.*")]
    joined = {"switch.js", "reading.js"}
    made = ["site.css", "boxes.css", "home.css", "not-found.css", "results.css"]
    ours = [site.asset(name) for name in [*names, *made] if name not in joined]
    media = [f for f in DOCS.rglob("*.*") if f.suffix != ".md" and "_data" not in f.parts]
    ours += [f.relative_to(DOCS).as_posix() for f in media]
    wanted = {"404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz"}
    wanted |= {"sitemap-fi.xml", "sitemap-sv.xml", "feed.xml", "sv/feed.xml"}
    wanted |= set(open_data(real_content(), HOST, date.today()))
    wanted |= {"favicon.ico", "search.json", "_headers", "_redirects", *ours}
    found = {name for name in site.files if not name.endswith("index.html")}
    assert {name for name in wanted ^ found if not name.startswith("assets/search/")} == set()


def test_lang_canonical_and_titles(site: Built) -> None:
    titles = set()
    for address, page in site.pages.items():
        lang = lang_of(address)
        assert page.one("html").lang == lang, address
        assert page.one("link", rel="canonical")["href"] == HOST + address
        heading, title = page.one("h1").text, page.one("head").one("title").text
        is_home = address in HOMES.values()
        assert title == (heading if is_home else f"{heading} – {SITE_NAMES[lang]}"), address
        assert page.one("a", "brand").text == SITE_NAMES[lang], address
        titles.add((lang, title))
    assert len(titles) == len(site.pages), "two pages of one language have the same title"


def test_hreflang_and_switcher_tie_the_pairs_together(site: Built) -> None:
    for pair in [*PAIRS.values(), SEARCH]:
        wanted = {lang: HOST + address for lang, address in pair.items()}
        wanted["x-default"] = wanted["fi"]
        for lang, address in pair.items():
            assert alternates(site.pages[address]) == wanted, address
            switch = site.pages[address].one("nav", "languages")
            links = [a for a in switch.every("a") if a.get("hreflang")]
            assert {a["lang"]: followed(address, a) for a in links} | {lang: address} == pair
            assert [a["hreflang"] for a in links] == [a["lang"] for a in links] != [lang], address
            read = [span.text for span in switch.every("span") if span.get("aria-current")]
            assert read == [LANGUAGE_NAMES[Lang(lang)][Lang(lang)].capitalize()], address


def test_sitemap_has_the_content_pages_and_the_same_alternates(site: Built) -> None:
    names = {
        "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "x": "http://www.w3.org/1999/xhtml",
    }
    index = ET.fromstring(site.files["sitemap.xml"]).findall("s:sitemap", names)
    listed = [one.findtext("s:loc", "", names).removeprefix(HOST) for one in index]
    assert listed == ["sitemap-fi.xml", "sitemap-sv.xml"]
    trees = [ET.fromstring(site.files[name]) for name in listed]
    for name, root in zip(listed, trees, strict=True):
        here = [lang_of(loc.text.removeprefix(HOST)) for loc in root.iterfind("s:url/s:loc", names)]
        assert {f"sitemap-{lang}.xml" for lang in here} == {name}
    urls = [url for root in trees for url in root.iterfind("s:url", names)]
    found = {url.findtext("s:loc", "", names).removeprefix(HOST): url for url in urls}
    assert len(urls) == len(found)
    assert set(found) == set(CONTENT)
    for address, url in found.items():
        links = {a.attrib["hreflang"]: a.attrib["href"] for a in url.findall("x:link", names)}
        assert links == alternates(site.pages[address]), address
        changed = url.findtext("s:lastmod", "", names)
        assert not changed or date.fromisoformat(changed) <= date.today(), address


def test_one_404_speaks_both_languages(site: Built) -> None:
    assert [name for name in site.files if name.endswith("404.html")] == ["404.html"]
    page = site.not_found
    assert page.one("meta", name="robots")["content"] == "noindex"
    for lang, words in (("fi", "Sivua ei löydy"), ("sv", "Sidan finns inte")):
        part = page.one("section", lang=lang)
        assert words in part.text
        assert part.one("form", role="search")["action"] == f"/{SEARCH[lang]}"
        assert part.one("input", type="search")["name"] == "q"
        assert [a["href"] for a in part.every("a")] == [f"/{HOMES[lang]}"]
    named = [e.get("href") or e["src"] for e in page.every() if e.get("href") or e.get("src")]
    assert all(url.startswith("/") for url in named), named


# What Python-Markdown and MkDocs say, and what Material's translators got wrong.
ENGLISH = "Permanent link|Jump back|Note|Warning|Danger|Tip|Example|None|Not found|Skip to content"
ENGLISH += "|Footnotes|Home|Menu|Edit|Lähdekodi|Arkivera|repositoryyn|datakatalog|Acceptera inte"
NATIVE = {"Navigation"}  # a Swedish word, too


def test_no_stock_english_is_left(site: Built) -> None:
    theme = Path(material.__file__).parent / "templates/partials/languages/en.html"
    stock = set(re.findall(r'": "([A-Z].*?)"', theme.read_text("utf-8")))
    assert "Table of contents" in stock
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(stock - NATIVE)))}|{ENGLISH})\b")
    for address, page in {**site.pages, "404.html": site.not_found}.items():
        said = [page.text, *page.values(but=("href", "src"))]
        found = [found for words in said for found in pattern.findall(words)]
        assert not found, f"/{address}: {found}"


def asked_for(element: Element) -> Iterator[str]:
    """The addresses that a browser asks for by itself, or sends a form to."""
    followed_by_hand = element.tag == "a" or element.get("rel") in ("canonical", "alternate")
    for name in ("src", "href", "action", "srcset", "data", "poster"):
        if name in element.attributes and not followed_by_hand:
            yield element[name]


def test_no_third_party_is_asked_for_anything(site: Built) -> None:
    for page in [*site.pages.values(), site.not_found]:
        for element in page.every():
            for url in asked_for(element):
                assert not urlsplit(url).netloc, f"<{element.tag}> asks for {url}"
            assert "url(" not in element.get("style")
        inline = [script for script in page.every("script") if not script.get("src")]
        # Data, which no browser runs: a policy of scripts has nothing to say about it.
        assert {script.get("type") for script in inline} <= {"application/ld+json"}
    for name, body in site.files.items():
        if name.endswith((".css", ".js")):
            assert not re.search(rb"@import|https?://|url\(\s*['\"]?//", body), name


def test_every_link_anchor_and_picture_resolves(site: Built) -> None:
    assert site.broken() == []


def test_no_id_stands_twice_on_a_page(site: Built) -> None:
    for address, page in site.pages.items():
        ids = [element["id"] for element in page.every() if element.get("id")]
        twice = {id for id in ids if ids.count(id) > 1}
        assert not twice, f"/{address}: {twice}"


@pytest.mark.skipif(not WHOLE, reason="make trials: the test above looks at the same links")
def test_linkchecker_finds_no_error(site: Built, served: str, tmp_path: Path) -> None:
    settings = tmp_path / "linkcheckerrc"
    settings.write_text("[checking]\nmaxrequestspersecond=1000\nthreads=2\n")
    program = Path(sys.executable).parent / "linkchecker"
    options = ["--config", settings, "--no-status", "--verbose", "--output", "csv"]
    command = [program, *options, served, f"{served}404.html"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    output = done.stdout
    lines = [line for line in output.splitlines() if not line.startswith("#")]
    rows = list(csv.DictReader(lines, delimiter=";"))
    assert [row for row in rows if row["valid"] != "True" or row["warningstring"]] == []
    visited = {urlsplit(row["url"]).path for row in rows if "127.0.0.1" in row["url"]}
    missed = {f"/{address}" for address in site.pages} - visited
    assert missed == set(), "an outside crawler does not find these pages by following links"


def test_each_language_has_a_search_index_only_its_search_page_names(site: Built) -> None:
    for lang in SEARCH:
        folder = f"assets/search/{lang}"
        index = b"".join(body for name, body in site.files.items() if name.startswith(folder))
        for address in set(CONTENT) - {""}:
            indexed = f'"{address}"'.encode() in index
            assert indexed == (lang_of(address) == lang), f"/{address} in the {lang} index"
    interface = site.asset("search/ui.js")
    naming = [a for a, page in site.pages.items() if interface in " ".join(page.values())]
    assert sorted(naming) == sorted(SEARCH.values())
