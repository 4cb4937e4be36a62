"""The project's own pages as they are published: one strict build, read back page by page."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from subprocess import Popen
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import material
import pytest
from conftest import ROOT
from serve import Built, Element

DOCS = ROOT / "docs"
HOST = "https://lape.example.org/"
SITE_NAMES = {"fi": "LAPE-tietopankki", "sv": "LAPE-kunskapsbanken"}
SEARCH = {"fi": "haku/", "sv": "sv/sok/"}
HOMES = {"fi": "", "sv": "sv/"}
STEMS = sorted(str(f.relative_to(DOCS)).removesuffix(".fi.md") for f in DOCS.rglob("*.fi.md"))


def lang_of(address: str) -> str:
    return "sv" if address.startswith("sv/") else "fi"


def followed(address: str, link: Element) -> str:
    """The address below the site's root that a link on a page leads to, without its anchor."""
    return urlsplit(urljoin(f"{HOST}{address}", link["href"])).path.removeprefix("/")


def address_of(stem: str, lang: str) -> str:
    """Design §6 in other words: Finnish words from the file names, Swedish ones from `slug:`."""
    if lang == "fi":
        return "" if stem == "index" else stem.removesuffix("index").rstrip("/") + "/"
    words = []
    parts = stem.split("/")
    for depth, part in enumerate(parts, 1):
        name = "" if depth == len(parts) else "/index"
        file = DOCS / f"{'/'.join(parts[:depth])}{name}.sv.md"
        slug = re.search(r"^slug: *(\S+)$", file.read_text("utf-8"), re.MULTILINE)
        words += [] if part == "index" else [slug[1] if slug else part]
    return "/".join(["sv", *words]) + "/"


PAIRS = {stem: {lang: address_of(stem, lang) for lang in ("fi", "sv")} for stem in STEMS}
CONTENT = {address: stem for stem, pair in PAIRS.items() for address in pair.values()}


def alternates(page: Element) -> dict[str, str]:
    return {a["hreflang"]: a["href"] for a in page.every("link", rel="alternate")}


def test_strict_build_is_silent(site: Built) -> None:
    assert site.warnings == ()


def test_pages_stand_at_the_designed_addresses_in_pairs(site: Built) -> None:
    familjecenter = {"fi": "teemat/perhekeskus/", "sv": "sv/teman/familjecenter/"}
    assert PAIRS["teemat/perhekeskus"] == familjecenter
    assert len(list(DOCS.rglob("*.sv.md"))) == len(PAIRS) >= 27
    assert set(site.pages) == set(CONTENT) | set(SEARCH.values())


def test_output_has_no_theme_files(site: Built) -> None:
    assets = ROOT / "overrides/assets"
    ours = [f.relative_to(assets.parent).as_posix() for f in assets.rglob("*.*")]
    media = [f for f in DOCS.rglob("*.*") if f.suffix != ".md" and "_data" not in f.parts]
    ours += [f.relative_to(DOCS).as_posix() for f in media]
    icons = {"favicon.ico", "assets/icon-180.png"}
    wanted = {"404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz", "assets/site.css"}
    wanted |= {*icons, *ours}
    found = {name for name in site.files if not name.endswith("index.html")}
    made = ("assets/search/", "assets/cards/")
    assert {name for name in wanted ^ found if not name.startswith(made)} == set()


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
            links = site.pages[address].one("nav", "languages").every("a")
            assert {a["lang"]: followed(address, a) for a in links} == pair, address
            assert all(a["hreflang"] == a["lang"] for a in links), address
            assert [a["lang"] for a in links if a.get("aria-current")] == [lang], address


def test_sitemap_has_the_content_pages_and_the_same_alternates(site: Built) -> None:
    names = {
        "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "x": "http://www.w3.org/1999/xhtml",
    }
    urls = ET.fromstring(site.files["sitemap.xml"]).findall("s:url", names)
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


def test_navigation_is_bounded_right_and_named_by_its_pages(site: Built) -> None:
    menu = (DOCS / "_data/menu.yml").read_text("utf-8")
    groups = set(re.findall(r"^    (?:fi|sv): (.+)$", menu, re.MULTILINE))
    for address in CONTENT:
        page = site.pages[address]
        ways = [n for n in page.every("nav") if n.get("class") not in ("contents", "letters")]
        links = [a for n in ways for a in n.every("a") if n.get("class") != "languages"]
        assert len(links) <= 40, f"/{address}: {len(links)} links of navigation"
        for a in links:
            label = a.every("span", "label")
            name = a.text.removeprefix(label[0].text if label else "").strip()
            target = followed(address, a)
            is_home = target in HOMES.values() and name in ("Etusivu", "Startsida")
            title = site.pages[target].one("h1").text
            assert is_home or name == title or name in groups, f"/{address}: {name!r} ≠ {title!r}"


@pytest.mark.parametrize(
    ("address", "crumbs"),
    [
        ("teemat/perhekeskus/", {"": "Etusivu", "teemat/": "Teemat"}),
        ("sv/teman/familjecenter/", {"sv/": "Startsida", "sv/teman/": "Teman"}),
    ],
)
def test_breadcrumbs(site: Built, address: str, crumbs: dict[str, str]) -> None:
    page = site.pages[address]
    trail = page.one("nav", "breadcrumbs")
    assert {followed(address, a): a.text for a in trail.every("a")} == crumbs
    assert trail.one("li", aria_current="page").text == page.one("h1").text


def test_every_citation_has_its_source_and_every_source_its_citation(site: Built) -> None:
    shown: dict[str, set[str]] = {}
    for address, stem in CONTENT.items():
        page, path = site.pages[address], DOCS / f"{stem}.{lang_of(address)}.md"
        prose = re.sub(r"```.*?```|`[^`\n]*`", "", path.read_text("utf-8"), flags=re.DOTALL)
        written = set(re.findall(r"\[\^([SPTH]-\d+)\]", prose))
        cited = {unquote(a["href"]).removeprefix("#fn:") for a in page.every("a", "footnote-ref")}
        notes = [li for block in page.every("div", "footnote") for li in block.every("li")]
        block = {li["id"].removeprefix("fn:"): li for li in notes}
        assert written <= cited, address
        assert cited == set(block), address
        for fact, note in block.items():
            assert note.one("strong").text == fact, address
            assert [a for a in note.every("a") if not a.get("class")], f"{fact} has no source"
        assert shown.setdefault(stem, cited) == cited, f"{stem}: the languages cite different facts"
    assert len(set().union(*shown.values())) > 100


def test_every_link_anchor_and_picture_resolves(site: Built) -> None:
    assert site.broken() == []


def test_no_id_stands_twice_on_a_page(site: Built) -> None:
    for address, page in site.pages.items():
        ids = [element["id"] for element in page.every() if element.get("id")]
        twice = {id for id in ids if ids.count(id) > 1}
        assert not twice, f"/{address}: {twice}"


def test_linkchecker_finds_no_error(site: Built, outside_crawl: Popen[str]) -> None:
    output, _ = outside_crawl.communicate(timeout=300)
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
    naming = [a for a, page in site.pages.items() if "assets/search" in " ".join(page.values())]
    assert sorted(naming) == sorted(SEARCH.values())


PARTS = ["page-phases", "lead", "glance", "related", "lahteet", "about-page", "cite"]


def test_every_article_has_one_anatomy(site: Built) -> None:
    for address in CONTENT:
        article = site.pages[address].one("article")
        found = [part for part in map(part_of, article.every()) if part in PARTS]
        assert found == sorted(set(found), key=PARTS.index), address
        assert required(address, article) <= set(found), address
        for group in article.every("section", "related"):
            assert all(0 < len(ul.every("li")) <= 8 for ul in group.every("ul")), address


def required(address: str, article: Element) -> set[str]:
    """The parts that a page owes its readers, by what its file says."""
    front = (DOCS / f"{CONTENT[address]}.{lang_of(address)}.md").read_text("utf-8")
    told = re.search(r"^phases: *(\[|\n *-)", front, re.MULTILINE) and address not in HOMES.values()
    cited = article.every("a", "footnote-ref")
    owed = {"lead": True, "about-page": True, "page-phases": told, "lahteet": cited}
    return {part for part, is_owed in owed.items() if is_owed}


def part_of(element: Element) -> str:
    """The part that begins here; a lead is a paragraph right under the title."""
    if element.tag == "p" and element.parent:
        beside = [e for e in element.parent.children if isinstance(e, Element)]
        above = beside[beside.index(element) - 1]
        return "lead" if above.tag == "h1" and element.text else element.get("class").split(" ")[0]
    return element.get("id") if element.tag == "h2" else element.get("class").partition(" ")[0]


def test_the_front_of_a_section_shows_and_not_only_lists(site: Built) -> None:
    fronts = [address for address, stem in CONTENT.items() if stem.endswith("/index")]
    assert len(fronts) > 10
    for address in fronts:
        article = site.pages[address].one("article")
        shows = [article.every("figure", "picture"), article.every("ol", "phases")]
        shows += [article.every("ul", "cards"), article.every("table")]
        assert any(shows), address
        for card in article.every("li", "card"):
            assert len(card.text) > len(card.every("a")[0].text), address


@pytest.mark.parametrize("lang", ["fi", "sv"])
def test_home_opens_with_what_it_is_a_search_and_the_phases(site: Built, lang: str) -> None:
    home = site.pages[HOMES[lang]]
    hero = home.one("div", "hero")
    assert hero.one("h1").text == home.one("h1").text
    form = hero.one("form")
    assert followed(HOMES[lang], Element("a", {"href": form["action"]})) == SEARCH[lang]
    field = form.one("input", name="q")
    assert form.one("label", **{"for": field["id"]}).text
    ribbon = home.one("ol", "ribbon")
    assert [a.text for a in ribbon.every("a")] == [
        a.text for a in home.one("ol", "phases").every("a") if "footnote-ref" not in a.get("class")
    ]
    assert len(home.one("ol", "timeline").every("li")) <= 5


def test_heading_levels_never_jump(site: Built) -> None:
    for address, page in site.pages.items():
        levels = [int(e.tag[1]) for e in page.one("main").every() if re.fullmatch("h[1-6]", e.tag)]
        steps = pairwise(levels)
        assert levels[:1] == [1], address
        assert all(after <= before + 1 for before, after in steps), (address, levels)
