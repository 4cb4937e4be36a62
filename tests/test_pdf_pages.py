"""Pages joined into one document: links become places in it, ids unique, screen parts go."""

from __future__ import annotations

import pytest
from builders import catalogue, menu_group, page, pages
from kb.pdf.book import chapters, parts
from kb.pdf.pages import Bound, article, ids, joined
from kb.text import Lang

SITE = "https://example.org/kb/"
BOUND = Bound(
    SITE,
    {"": frozenset(), "teemat/": frozenset({"alku"}), "teemat/koti/": frozenset({"s", "å ä"})},
)


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
        ('<p>a<a class="footnote-backref" href="#s">↩</a> b</p>', "<p>a b</p>"),
        ('<p>a</p><nav>x</nav><form>y</form><div class="term-notes">z</div>', "<p>a</p>"),
        (
            "<p>a<sup>1</sup><sup>2</sup>, b<sup>3</sup></p>",
            "<p>a\u2060<sup>1</sup><sup>, 2</sup>, b\u2060<sup>3</sup></p>",
        ),
        (
            '<svg viewBox="0 0 1 1" aria-labelledby="s"><path id="s" fill="url(#s)"/></svg>',
            '<svg viewBox="0 0 1 1" aria-labelledby="/teemat/koti/s">'
            '<path id="/teemat/koti/s" fill="url(#/teemat/koti/s)"></path></svg>',
        ),
    ],
)
def test_a_page_is_made_fit_to_stand_among_others(content: str, wanted: str) -> None:
    html = f"<html><body><nav>Valikko</nav><article>{content}</article></body></html>"
    assert joined(article(html), "teemat/koti/", BOUND) == wanted


def test_a_page_without_an_article_is_refused() -> None:
    with pytest.raises(ValueError, match="no <article>"):
        article("<p>Teksti</p>")


def test_ids_of_what_a_screen_alone_shows_are_no_places() -> None:
    html = '<h1 id="x"></h1><article><h2 id="a"></h2><nav id="b"></nav><p id="c"></p></article>'
    assert ids(article(html)) == {"a", "c"}


def test_chapters_come_in_menu_order_under_its_headings() -> None:
    found = catalogue(
        [*pages("index", "a", "osa/index", "osa/b", "muu"), page("vain.sv")],
        [menu_group("osat", "osa/index", "osa/b"), menu_group("loput", "a")],
    )
    html = {
        where: f"<article><h1>{where}</h1></article>"
        for where in ("", "a/", "osa/", "osa/b/", "muu/")
    }
    known = chapters(found, Lang.FI, html, SITE)
    shown = [(part.name, [c.id for c in part.chapters]) for part in parts(found, Lang.FI, known)]
    assert shown == [
        ("", ["/"]),
        ("osat-fi", ["/osa/", "/osa/b/"]),
        ("loput-fi", ["/a/"]),
        ("", ["/muu/"]),
    ]
    assert [chapter.depth for chapter in known.values()] == [1, 1, 2, 1, 1]
