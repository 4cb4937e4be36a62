"""The project's own pages as they are read: ways, sources, anatomy, headings."""

from __future__ import annotations

import re
from itertools import pairwise
from urllib.parse import unquote

import pytest
from published import (
    CONTENT,
    DOCS,
    HOMES,
    SEARCH,
    followed,
    lang_of,
)
from serve import Built, Element


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
        written = set(re.findall(r"\[\^([SPTH]-\d+[a-z]?)\]", prose))
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
