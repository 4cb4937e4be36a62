"""What readers type: half titles, numbers, names, words that no page has, their own words."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from builders import PROJECT
from kb.search.index import IndexBuilder
from kb.search.pages import Document, IndexedSection, name_of
from kb.text import Lang
from kb.words.analysis import Analyser
from kb.words.forms import Forms
from sampling import some
from search_eval import run_node
from serve import Built
from test_search_words import site as site_of

pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="search runs in Node.js")
HERE = PROJECT / "tests/search"
FIRST = 5
SHORTEST = 4


def asked(
    site: Path, lang: Lang, queries: Sequence[str], **options: int | bool
) -> list[dict[str, Any]]:
    """What the site's engine answers to each query; format.mjs says the options."""
    given = {"queries": list(queries), "letters": [], **options}
    answers: list[dict[str, Any]] = run_node([HERE / "format.mjs", site, lang], given)["answers"]
    return answers


def titles(site: Built, lang: Lang) -> dict[str, str]:
    """The title of each page by its address; terms of the glossary have none here."""
    pages = [
        json.loads(body)
        for name, body in site.files.items()
        if re.match(rf"assets/search/{lang}-\w+/d/", name)
    ]
    return {page["u"]: page["t"] for page in pages if "#" not in page["u"]}


@pytest.mark.slow
@pytest.mark.parametrize("lang", list(Lang))
def test_a_title_that_is_being_typed_stays_among_the_first_five(site: Built, lang: Lang) -> None:
    """Unless more titles begin so than there is room for: then nothing else is there."""
    own = titles(site, lang)
    names = [name_of(title) for title in own.values()]
    steps = some(
        [
            (url, title[:length])
            for url, title in own.items()
            for length in range(SHORTEST, len(title) + 1)
        ],
        2,
    )
    texts = [typed for _, typed in steps]
    # The forms to mark, hundreds for each text, would take gigabytes.
    answers = asked(site.root, lang, texts, limit=FIRST, unmarked=True)
    lost = []
    for (url, typed), answer in zip(steps, answers, strict=True):
        first = [found for _, found, _ in answer["results"]]
        rivals = sum(name.startswith(name_of(typed)) for name in names)
        if url not in first and rivals < FIRST:
            lost.append((own[url], typed))
    assert lost == []


def test_a_word_goes_on_although_its_letters_are_another_word(tmp_path: Path) -> None:
    pages = ["Työ. Tavoite saavutettiin, saavutit sen, saavut.", "Saavutettavuus. Lain mukaan."]
    built = site_of(tmp_path, Lang.FI, pages)
    for length in range(SHORTEST, len("saavutettavuus") + 1):
        (answer,) = asked(built, Lang.FI, ["saavutettavuus"[:length]])
        assert "1/" in [url for _, url, _ in answer["results"]], length


@pytest.mark.parametrize(
    ("query", "first", "marks", "unknown"),
    [
        ("23,6", "0/", {"23_6"}, []),
        ("23,6 miljoonaa", "0/", {"23_6"}, []),
        ("3.12.2020", "1/", {"3.12.2020"}, []),
        ("170/2021", "2/", {"170/2021"}, []),
        ("1 143 199", "2/", {"1143199"}, []),
        ("1143199", "2/", {"1143199"}, []),
        ("31.3.", "2/", {"31.3", "31.3.2021"}, []),
        ("30.2.2021", "", set(), ["30.2.2021"]),
        ("23,7", "", set(), ["23,7"]),
    ],
)
def test_a_number_is_one_thing(
    tmp_path: Path, query: str, first: str, marks: set[str], unknown: list[str]
) -> None:
    pages = [
        "Raha. Varattiin 23,6 miljoonaa euroa.",
        "Päivä. Se oli 3.12.2020 ja 23.6.2016, 6 tai 23 miljoonaa.",
        "Laki. HE 170/2021, 1 143 199 euroa, 31.3. ja 31.3.2021.",
    ]
    (answer,) = asked(site_of(tmp_path, Lang.FI, pages), Lang.FI, [query])
    urls = [url for _, url, _ in answer["results"]]
    assert (urls[0] if first else "") == first
    numbers = {mark for mark in answer["marks"] if mark[0].isdigit()}
    assert marks <= numbers and "6" not in numbers and "23" not in numbers
    assert answer["unknown"] == unknown


def test_words_that_stand_together_come_before_words_far_apart(tmp_path: Path) -> None:
    far = "Kunta. Owal kirjoitti. " + "Tässä on muuta. " * 9 + "Group lähti."
    near = "Kylä. " + "Tässä on muuta. " * 9 + "Owal Group arvioi."
    (answer,) = asked(site_of(tmp_path, Lang.FI, [far, near]), Lang.FI, ["Owal Group"])
    assert [url for _, url, _ in answer["results"]] == ["1/", "0/"]


def test_a_heading_that_is_the_query_comes_before_words_in_passing(tmp_path: Path) -> None:
    pages = [
        "Hanke. Hanke oli olemassa. Hanke on työ, ja hanke loppuu.",
        "Kysymyksiä. Moni asia vaihtui.\nOnko hanke vielä olemassa?: Se päättyi.\nRaha: Loppui.",
        *(f"Sivu {number}. Muuta." for number in range(30)),
    ]
    built = site_of(tmp_path, Lang.FI, pages)
    (answer,) = asked(built, Lang.FI, ["onko hanke vielä olemassa"])
    assert next(url for _, url, _ in answer["results"]) == "1/"


@pytest.mark.parametrize(
    ("query", "unknown", "instead", "is_marked"),
    [
        ("neuvola", [], [], True),
        ("neuvoal", ["neuvoal"], ["neuvola"], False),
        ("neuvola xyzzyq", ["xyzzyq"], [], True),
        ("x" * 300, ["x" * 300], [], False),
        ("\u05e9\u05dc\u05d5\u05dd", ["\u05e9\u05dc\u05d5\u05dd"], [], False),
    ],
)
def test_what_no_page_has_is_said_and_not_marked(
    tmp_path: Path, query: str, unknown: list[str], instead: list[str], is_marked: bool
) -> None:
    built = site_of(tmp_path, Lang.FI, ["Neuvola. Se on palvelu.", "Tammikuu. Se alkoi."])
    (answer,) = asked(built, Lang.FI, [query])
    assert (answer["unknown"], answer["instead"]) == (unknown, instead)
    assert bool(answer["marks"]) is is_marked


@pytest.mark.parametrize("query", ["funding", "child protection", "LSKL", "hyvinvoinnin laitos"])
def test_a_reader_s_own_word_finds_what_the_title_calls_otherwise(query: str) -> None:
    documents = {
        0: _document("Kunta", "Rahoitus ja lastensuojelu ja keskusliitto."),
        1: _document("Rahoitus", "Se annettiin."),
        2: _document("Lastensuojelu", "Se kehittyi."),
        3: _document("Lastensuojelun Keskusliitto", "Se kertoi."),
        4: _document("Ministeriöt ja THL", "Ne johtivat."),
    }
    synonyms = {
        "funding": ["Rahoitus"],
        "child protection": ["lastensuojelu"],
        "LSKL": ["Lastensuojelun Keskusliitto"],
        "THL": ["Terveyden ja hyvinvoinnin laitos"],
    }
    index = IndexBuilder(Lang.FI, Analyser(Lang.FI), Forms(Lang.FI)).build(documents, synonyms)
    pages = {form: [at for at, _ in term.pages] for term in index.terms for form in term.forms}
    wanted = {"funding": [1], "child protection": [2, 3], "LSKL": [3], "hyvinvoinnin laitos": [4]}
    assert all(pages[word] == wanted[query] for word in query.lower().split())


def _document(title: str, text: str) -> Document:
    return Document(title, f"{title}/", title, "", sections=(IndexedSection(text=text),))


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("onnistuiko hanke", "0/"),
        ("Kårkullalle", "1/"),
        ("lapella", "2/"),
        ("ohjausryhmä", "3/"),
    ],
)
def test_endings_that_no_list_has_are_no_hindrance(tmp_path: Path, query: str, first: str) -> None:
    """A question's ending, a name's case, an abbreviation's, a compound finished later."""
    pages = [
        "Tulos. Hanke onnistui.",
        "Yhtymä. Kårkulla lakkasi.",
        "Nimi. Sana LAPEn on lyhenne.",
        "Elimet. Ohjaus-, seuranta- ja tukiryhmät.",
        "Lapa. Lavan ja lapojen hanke.",
    ]
    (answer,) = asked(site_of(tmp_path, Lang.FI, pages), Lang.FI, [query])
    assert next(url for _, url, _ in answer["results"]) == first
    assert answer["unknown"] == []
