"""What questions ask: what a word means, a day in words, a thing inside a sentence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from kb.search.names import headings_of
from kb.search.pages import Document, IndexedSection, tokens
from kb.text import Lang
from search_eval import found_by
from test_search_words import site as site_of

pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="search runs in Node.js")
NOTHING = [f"Sivu {number}. Muuta." for number in range(9)]


def first(tmp_path: Path, lang: Lang, pages: list[str], query: str, *entries: str) -> str:
    built = site_of(tmp_path, lang, [*pages, *NOTHING], list(entries))
    return found_by(built, lang, [query])[0][0]


@pytest.mark.parametrize(
    ("lang", "query", "page"),
    [
        (Lang.FI, "8. maaliskuuta 2019", "1"),
        (Lang.FI, "mitä tapahtui maaliskuun 8. päivänä 2019", "1"),
        (Lang.FI, "lokakuussa 2018", "0"),
        (Lang.SV, "den 8 mars 2019", "1"),
        (Lang.SV, "oktober 2018", "0"),
    ],
)
def test_a_day_in_words_is_the_day_in_figures(
    tmp_path: Path, lang: Lang, query: str, page: str
) -> None:
    pages = ["A. Se oli 9.10.2018.", "B. Se oli 8.3.2019.", "C. Oli 8, 2018, 8 ja 2019, 2019."]
    assert first(tmp_path, lang, pages, query) == page


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("8. maaliskuuta 2019", {"8.3.2019"}),
        ("maaliskuussa 2019", {"3.2019"}),
        ("maaliskuussa", set()),
        ("den 8 mars", {"8.3"}),
        ("i mars 2019", {"3.2019"}),
    ],
)
def test_dates_in_words_are_indexed_in_figures(text: str, dates: set[str]) -> None:
    assert {word for word in tokens(text) if "." in word} == dates


@pytest.mark.parametrize(
    ("lang", "query", "page"),
    [
        (Lang.FI, "mikä on neuvola", "sanasto"),
        (Lang.FI, "mitä tarkoittaa neuvola", "sanasto"),
        (Lang.FI, "missä neuvola on", "0"),
        (Lang.SV, "vad är neuvola", "sanasto"),
        (Lang.SV, "var är neuvola", "0"),
    ],
)
def test_who_asks_what_a_word_means_is_told_that_first(
    tmp_path: Path, lang: Lang, query: str, page: str
) -> None:
    pages = ["Neuvola tänään. Neuvola, neuvola, neuvola.\nNeuvola nyt: Neuvola."]
    assert first(tmp_path, lang, pages, query, "Neuvola. Palvelu.") == page


def test_a_title_asked_of_inside_a_question_is_the_first(tmp_path: Path) -> None:
    pages = ["Talo. Raha ja raha.\nRaha: Raha.\nRaha yhä: Rahaa.", "Raha. Loppui."]
    assert first(tmp_path, Lang.FI, pages, "paljonko on raha") == "1"


@pytest.mark.parametrize(
    ("title", "name"),
    [("Mikä LAPE on", "lape"), ("Vuoden LAPE", None), ("LAPE ja raha", None)],
)
def test_a_title_that_is_a_sentence_is_called_by_what_it_is_about(
    title: str, name: str | None
) -> None:
    document = Document("0", "0/", title, "", sections=(IndexedSection(text="Se on."),))
    names = headings_of({0: document}, {"mikä", "on", "ja"})
    assert list(names) == ([name] if name else [])


@pytest.mark.parametrize(
    ("lang", "query"), [(Lang.FI, "perhe keskus"), (Lang.SV, "familje center")]
)
def test_a_compound_written_apart_is_the_compound(tmp_path: Path, lang: Lang, query: str) -> None:
    whole = query.replace(" ", "").capitalize()
    pages = ["Perhe. Keskus center familje perhe, keskus.", f"{whole}. Se on."]
    assert first(tmp_path, lang, pages, query) == "1"
