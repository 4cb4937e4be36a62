"""The project's own pages as they are read: ways, sources, anatomy, headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from builders import real_content
from kb.text import Lang
from published import (
    CONTENT,
    DOCS,
    HOMES,
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
        assert len(links) <= 60, f"/{address}: {len(links)} links of navigation"
        for a in links:
            label = a.every("span", "label")
            name = a.text.removeprefix(label[0].text if label else "").strip()
            target = followed(address, a)
            is_home = target in HOMES.values() and name in ("Etusivu", "Startsida")
            title = site.pages[target].one("h1").text
            named = {title, short_name(target), *groups}
            assert is_home or name in named, f"/{address}: {name!r} ≠ {title!r}"


def short_name(address: str) -> str:
    """What the page at an address calls itself in menus, if it does."""
    if address not in CONTENT:
        return ""
    text = (DOCS / f"{CONTENT[address]}.{lang_of(address)}.md").read_text("utf-8")
    found = re.search(r"^nav_title: (.+)$", text, re.MULTILINE)
    return found[1] if found else ""


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
        lang = Lang(lang_of(address))
        written = set(re.findall(r"\[\^([SPTH]-\d+[a-z]?)\]", prose))
        marks = {a["id"]: a for a in page.every("a", "mark")}
        fold = next(iter(page.every("details", "page-sources")), None)
        entries = [li for li in fold.every("li") if li.get("id")] if fold else []
        told = " ".join(" ".join(li.text for li in entries).split())
        for fact in written:
            evidence = real_content().evidence(fact)
            assert evidence
            text = " ".join(evidence.text[lang].split())
            assert fact[0] == "T" or text in told, (address, fact)
        ways = {a["href"].removeprefix("#") for li in entries for a in li.every("a")} & set(marks)
        is_easy = re.search(r"^easy: true$", prose, re.MULTILINE) is not None
        assert ways == set(marks), address
        assert {a["href"] for a in marks.values()} <= {f"#{li['id']}" for li in entries}, address
        assert bool(written) <= (bool(marks) != is_easy), address
        cited = {li["id"] for li in entries}
        assert shown.setdefault(stem, cited) == cited, f"{stem}: the languages cite different facts"
    assert len(set().union(*shown.values())) > 100


def test_marks_stand_one_a_sentence_and_one_a_row(site: Built) -> None:
    """No two marks with nothing between them, none inside a link, at most one in a table's row."""
    for address in CONTENT:
        for mark in site.pages[address].one("article").every("span", "marks"):
            beside = mark.parent.children if mark.parent else []
            after = [one for one in beside[beside.index(mark) + 1 :] if one != " "][:1]
            assert not (
                after and isinstance(after[0], Element) and "marks" in after[0].get("class")
            )
            assert mark.parent and mark.parent.tag != "a", address
        for row in site.pages[address].every("tr"):
            assert len(row.every("a", "mark")) <= max(1, len(row.every("th"))), address


def test_no_code_of_the_data_is_in_front_of_readers(site: Built) -> None:
    codes = re.compile(r"\b(?:[SPTHL]-\d{2,3}[a-z]?|SEED-\d{3})\b", re.IGNORECASE)
    about = {"toimitusopas", "tarkistusohje", "kentat-ja-kb-rivit"}
    for address, stem in CONTENT.items():
        if stem not in about:
            assert codes.findall(site.pages[address].one("main").text) == [], address


def test_folded_sources_leave_a_tenth_of_the_words_at_most_to_marks_and_sources(
    site: Built,
) -> None:
    for address in CONTENT:
        article = site.pages[address].one("article")
        folded = {id(e) for fold in article.every("details") for e in within_fold(fold)}
        hidden = folded | {id(e) for e in article.every("aside", "term-notes")}
        notes = [*article.every("span", "marks"), *article.every("details", "page-sources")]
        seen = sum(map(len, visible(article, hidden)))
        of_notes = sum(len(words) for note in notes for words in visible(note, hidden))
        assert of_notes <= seen / 10, (address, of_notes, seen)


def within_fold(fold: Element) -> list[Element]:
    """What a fold hides: all but its summary."""
    return [e for e in fold.children if isinstance(e, Element) and e.tag != "summary"]


def visible(element: Element, hidden: set[int]) -> Iterator[list[str]]:
    """The words of each text in an element but for what is hidden."""
    if id(element) in hidden:
        return
    for child in element.children:
        yield from visible(child, hidden) if isinstance(child, Element) else [child.split()]


PARTS = ["page-phases", "lead", "glance", "related", "page-sources", "about-page", "cite"]


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
    text = (DOCS / f"{CONTENT[address]}.{lang_of(address)}.md").read_text("utf-8")
    front = text.partition("\n---\n")[0] + "\n"
    told = re.search(r"^phases: *(\[|\n *-)", front, re.MULTILINE) and address not in HOMES.values()
    told = told and "\neasy: true\n" not in front
    cited = article.every("a", "mark")
    owed = {"lead": True, "about-page": True, "page-phases": told, "page-sources": cited}
    return {part for part, is_owed in owed.items() if is_owed}


def part_of(element: Element) -> str:
    """The part that begins here; a lead is a paragraph right under the title."""
    if element.tag == "p" and element.parent:
        beside = [e for e in element.parent.children if isinstance(e, Element)]
        above = beside[beside.index(element) - 1]
        return "lead" if above.tag == "h1" and element.text else element.get("class").split(" ")[0]
    return element.get("class").partition(" ")[0]


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


def test_heading_levels_never_jump(site: Built) -> None:
    for address, page in site.pages.items():
        levels = [int(e.tag[1]) for e in page.one("main").every() if re.fullmatch("h[1-6]", e.tag)]
        steps = pairwise(levels)
        assert levels[:1] == [1], address
        assert all(after <= before + 1 for before, after in steps), (address, levels)
