"""A page in easy language: its own lines, its sources without marks, nothing harder around it."""

from __future__ import annotations

from builders import catalogue, event, fact, html, page, setting, settings, source, term
from kb.model.page import Page
from kb.render.citations import with_sources
from kb.render.extension import PageExtension
from kb.render.terms import finder_of
from kb.render.view import Days, page_view
from kb.text import Lang, Text
from kb.words.finnish import Lemmas
from serve import Element, tree

TEXT = """# Sivu

Perhekeskus on verkosto.[^S-001]
Se auttaa,
kun perhe tarvitsee apua.

- yksi
  asia
- toinen[^S-001]
"""
EASY = f"---\neasy: true\nphases: [phase-1]\n---\n{TEXT}"
RECORDS = [
    fact("S-001"),
    source("L-01"),
    term("perhekeskus", term=Text("perhekeskus", "familjecenter")),
    event("haku", facts=("S-001",)),
]


def shown(text: str) -> Element:
    here, glossary = page("sivu.fi", text), page("sanasto.fi", "# S\n\n<!-- kb:glossary -->\n")
    known = catalogue([here, glossary], RECORDS)
    around = setting(known)
    terms = finder_of(known, Lang.FI, Lemmas())
    extension = PageExtension(around, here, lambda path: None, terms)
    return tree(html(with_sources(here, here.body, around), extension))


def test_lines_end_where_their_writer_ended_them():
    easy, usual = shown(EASY), shown(TEXT)
    assert len(easy.every("p")[0].every("br")) == 2
    assert len(easy.every("ul")[0].every("br")) == 1
    assert not usual.every("br")


def test_sources_stand_at_the_end_and_no_mark_in_the_text():
    easy, usual = shown(EASY), shown(TEXT)
    assert len(usual.every("a", "mark")) == 2 and usual.every("span", "returns")
    assert not easy.every("a", "mark") and not easy.every("span", "returns")
    assert easy.one("details").every("li")[0]["id"] == "lahde:l-01"


def test_words_are_explained_by_the_page_itself():
    assert shown(TEXT).every("a", "term")
    assert not shown(EASY).every("a", "term")


def test_nothing_in_standard_language_stands_around_it():
    def view(text: str):
        here: Page = page("sivu.fi", text)
        known = catalogue([here, page("toinen.fi", TEXT)], RECORDS)
        return page_view(known, here, settings(), Days())

    assert view(TEXT).related is not None and not view(TEXT).easy
    assert view(EASY).easy and view(EASY).related is None and view(EASY).phases == ()
