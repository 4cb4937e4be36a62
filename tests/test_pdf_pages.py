"""Pages joined into one document: links become places in it, ids unique, screen parts go."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest
from builders import PROJECT, catalogue, menu_group, page, pages, source
from jinja2 import Environment, FileSystemLoader
from kb.pdf.book import Imprint, book, document, parts
from kb.pdf.pages import Bound, article, ids, joined, without_screen
from kb.text import Lang

SITE = "https://example.org/kb/"
BOUND = Bound(
    SITE,
    {"": frozenset(), "teemat/": frozenset({"alku"}), "teemat/koti/": frozenset({"s", "å ä"})},
)


def on_paper(html: str) -> Element:
    content = article(html)
    without_screen(content)
    return content


@pytest.mark.parametrize(
    ("href", "destination"),
    [
        ("../koti/", "#/teemat/koti/"),
        ("../", "#/teemat/"),
        ("../#alku", "#/teemat/alku"),
        ("../../", "#/"),
        ("#s", "#/teemat/koti/s"),
        ("#%C3%A5%20%C3%A4", "#/teemat/koti/%C3%A5%20%C3%A4"),
        ("../#ei-ole", "#/teemat/"),
        (f"{SITE}teemat/", "#/teemat/"),
        ("../../haku/?q=koti", f"{SITE}haku/?q=koti"),
        ("../../sv/teman/", f"{SITE}sv/teman/"),
        ("https://thl.fi/#s", "https://thl.fi/#s"),
        ("https://example.org/muu/", "https://example.org/muu/"),
        ("mailto:aino@example.org", "mailto:aino@example.org"),
    ],
)
def test_links_lead_into_the_document_when_their_page_is_in_it(href: str, destination: str) -> None:
    assert BOUND.destination(href, "teemat/koti/") == destination


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ('<h2 id="s">Luku</h2>', '<h2 id="/teemat/koti/s">Luku</h2>'),
        ('<a href="#s">x</a>', '<a href="#/teemat/koti/s">x</a>'),
        ('<a href="../">x</a>', '<a href="#/teemat/" class="elsewhere">x</a>'),
        (
            '<a class="a" href="https://thl.fi/">thl.fi</a>',
            '<a class="a address" href="https://thl.fi/">thl.fi</a>',
        ),
        ('<a href="https://thl.fi/">Laitos</a>', '<a href="https://thl.fi/">Laitos</a>'),
        ('<img src="../kuva.png" alt="">', f'<img src="{SITE}teemat/kuva.png" alt="">'),
        ("<details><p>x</p></details>", '<details open=""><p>x</p></details>'),
        (
            '<p>a <a class="term" href="../sanasto/#sana">sana</a>, b</p>',
            "<p>a sana, b</p>",
        ),
        ('<p>a</p><nav>x</nav><form>y</form><div class="term-notes">z</div>', "<p>a</p>"),
        ("<p>a<sup>1</sup>, b<sup>3</sup></p>", "<p>a\u2060<sup>1</sup>, b\u2060<sup>3</sup></p>"),
        ('<p>a</p><details class="page-sources"><ol></ol></details>', "<p>a</p>"),
        (
            '<svg viewBox="0 0 1 1" aria-labelledby="s"><path id="s" fill="url(#s)"/></svg>',
            '<svg viewBox="0 0 1 1" aria-labelledby="/teemat/koti/s">'
            '<path id="/teemat/koti/s" fill="url(#/teemat/koti/s)"></path></svg>',
        ),
    ],
)
def test_a_page_is_made_fit_to_stand_among_others(content: str, wanted: str) -> None:
    html = f"<html><body><nav>Valikko</nav><article>{content}</article></body></html>"
    assert joined(on_paper(html), "teemat/koti/", BOUND) == wanted


def test_a_page_without_an_article_is_refused() -> None:
    with pytest.raises(ValueError, match="no <article>"):
        article("<p>Teksti</p>")


def test_ids_of_what_a_screen_alone_shows_are_no_places() -> None:
    html = '<h1 id="x"></h1><article><h2 id="a"></h2><nav id="b"></nav><p id="c"></p></article>'
    assert ids(on_paper(html)) == {"a", "c"}


def test_chapters_come_in_menu_order_under_its_headings() -> None:
    found = catalogue(
        [*pages("index", "a", "osa/index", "osa/b", "muu"), page("vain.sv")],
        [menu_group("osat", "osa/index", "osa/b"), menu_group("loput", "a")],
    )
    html = {
        where: f"<article><h1>{where}</h1></article>"
        for where in ("", "a/", "osa/", "osa/b/", "muu/")
    }
    known = book(found, Lang.FI, html, SITE).chapters
    shown = [(part.name, [c.id for c in part.chapters]) for part in parts(found, Lang.FI, known)]
    assert shown == [
        ("", ["/"]),
        ("osat-fi", ["/osa/", "/osa/b/"]),
        ("loput-fi", ["/a/"]),
        ("", ["/muu/"]),
    ]
    assert [chapter.depth for chapter in known.values()] == [1, 1, 2, 1, 1]


def cited(*marks: str) -> str:
    """A page with these marks, and sources L-01, L-02 … in its own list."""
    entries = "".join(f'<li id="lahde:l-0{number}">x</li>' for number in (2, 1, 3))
    spans = " b".join(f'<span class="marks"> <a data-n="{n}">1</a></span>' for n in marks)
    fold = f'<details class="page-sources"><summary>L</summary><ol>{entries}</ol></details>'
    return f"<article><h1>A</h1><p>a{spans} c</p>{fold}</article>"


def test_marks_name_the_sources_by_their_numbers_in_one_list_for_the_whole_document():
    known = catalogue(
        [*pages("index", "a", "tietoja")],
        [source("L-01"), source("L-02"), source("L-03"),
         menu_group("sivustosta", "tietoja", where="footer")],
    )  # fmt: skip
    html = {"": cited("2"), "a/": cited("1", "2, 1"), "tietoja/": cited("3")}
    made = book(known, Lang.FI, html, SITE)
    assert [(one.source.id, [c.id for c in one.chapters]) for one in made.sources] == [
        ("L-01", ["/", "/a/"]),
        ("L-02", ["/a/"]),
    ]
    assert list(made.chapters) == ["index", "a"], "what tells about the site stays on the site"
    assert (
        '<p>a\u2060<sup><a href="#lahde:l-02">2</a></sup> b\u2060<sup><a href="#lahde:l-01">1</a>, '
        '<a href="#lahde:l-02">2</a></sup> c</p>'
    ) in made.chapters["a"].content
    assert "page-sources" not in made.chapters["a"].content


def test_a_page_whose_marks_are_empty_cites_the_sources_of_its_list() -> None:
    known = catalogue(pages("index", "a"), [source(f"L-0{number}") for number in (1, 2, 3)])
    easy = cited().replace("<p>a", '<p>a<span class="marks"></span>')
    made = book(known, Lang.FI, {"": cited("1"), "a/": easy}, SITE)
    assert [(one.source.id, [c.id for c in one.chapters]) for one in made.sources] == [
        ("L-02", ["/", "/a/"]),
        ("L-01", ["/a/"]),
        ("L-03", ["/a/"]),
    ]
    assert "<sup>" not in made.chapters["a"].content


def test_a_list_that_stands_at_the_document_s_end_leaves_no_heading_behind() -> None:
    left = on_paper(
        '<article><h2>Eroja</h2><p>x</p><h2>Kaikki</h2><div class="all-sources">y</div></article>'
    )
    assert [heading.text for heading in left.iter("h2")] == ["Eroja"]


def test_a_page_of_one_kind_of_source_has_no_chapter_of_its_own() -> None:
    lists = [
        page("a.fi", "# Kaikki\n\n<!-- kb:sources -->\n"),
        page("b.fi", "# Lait\n\n<!-- kb:sources grade=A -->\n"),
    ]
    known = catalogue([page("index.fi", "# Koti\n"), *lists])
    html = dict.fromkeys(("", "a/", "b/"), "<article><p>Teksti</p></article>")
    assert set(book(known, Lang.FI, html, SITE).chapters) == {"index", "a"}


def test_every_picture_of_a_page_ends_where_it_ended() -> None:
    known = catalogue([page("index.fi", "# Koti\n")])
    html = {"": "<article><svg><path></path></svg><p>Teksti</p><svg></svg></article>"}
    bound = book(known, Lang.FI, html, SITE)
    templates = Environment(loader=FileSystemLoader(PROJECT / "overrides"), autoescape=True)
    templates.globals["asset"] = str
    imprint = Imprint("", "", SITE, ":root{--ink:#000000}")
    whole = document(known, Lang.FI, bound, templates, imprint)
    assert whole.count("</svg>") == whole.count("<svg") == 2
    assert "&lt;" not in whole
