"""The search page's list of pages and terms, and its filters."""

import pytest
from builders import both, catalogue, day, page, phase, term, theme
from kb.render.search_page import Choice, ListedEntry, search_page
from kb.text import Lang, Text

GLOSSARY = [
    page("sanasto.fi", "# Sanasto\n\n<!-- kb:glossary -->\n"),
    page("sanasto.sv", "---\nslug: ordlista\n---\n# Ordlista\n\n<!-- kb:glossary -->\n"),
]


def names(found) -> dict[str, list[str]]:
    return {letter.name: [entry.title for entry in letter.entries] for letter in found.letters}


def test_pages_and_terms_stand_together_under_their_letters():
    content = [
        *GLOSSARY,
        page("teemat/index.fi", "# Teemat\n"),
        page("teemat/arki.fi", "# Äidin arki\n"),
        page("teemat/sote.fi", "# Sote\n"),
    ]
    known = catalogue(content, [term("avain", term=Text("avain", "nyckel"))])
    letters = search_page(known, Lang.FI).letters
    assert [letter.name for letter in letters] == ["A", "S", "T", "Ä"]
    assert [letter.id for letter in letters] == ["a-o-a", "a-o-s", "a-o-t", "a-o-ae"]
    assert letters[0].entries == (ListedEntry("avain", "sanasto/#avain", "Sanasto"),)
    assert letters[1].entries == (
        ListedEntry("Sanasto", "sanasto/", ""),
        ListedEntry("Sote", "teemat/sote/", "Teemat"),
    )
    swedish = search_page(known, Lang.SV).letters
    assert [letter.entries for letter in swedish] == [
        (ListedEntry("nyckel", "sv/ordlista/#avain", "Ordlista"),),
        (ListedEntry("Ordlista", "sv/ordlista/", ""),),
    ]


@pytest.mark.parametrize(
    ("titles", "letters"),
    [
        (["Öar", "Ål", "Ärlig", "Zebra"], ["Z", "Å", "Ä", "Ö"]),
        (["beta", "Alfa", "alku", "Beda"], ["A", "B"]),
        (["École", "egen"], ["E"]),
        (["2020-luku", "”Lupa auttaa!”", "aika"], ["A", "#"]),
    ],
)
def test_letters_follow_the_alphabet(titles, letters):
    content = [page(f"p{at}.fi", f"# {title}\n") for at, title in enumerate(titles)]
    assert list(names(search_page(catalogue(content), Lang.FI))) == letters


def test_an_abbreviation_follows_its_term():
    terms = [
        term("a", term=both("verkosto"), abbreviation=both("VIP")),
        term("b", term=both("LAPE"), abbreviation=both("LAPE")),
    ]
    found = names(search_page(catalogue(GLOSSARY, terms), Lang.FI))
    assert found["V"] == ["verkosto-fi (VIP-fi)"]
    assert found["L"] == ["LAPE-fi"]


def test_terms_need_a_page_that_shows_them():
    assert search_page(catalogue([], [term("avain")]), Lang.FI).letters == ()


def test_filters_are_what_some_page_belongs_to():
    second = {"start": day("2020"), "end": day("2023"), "planned_end": day("2022")}
    records = [
        phase("phase-1", end=day("2018")),
        phase("phase-2", name=both("Jatko"), **second),
        phase("bridge", name=both("Silta"), start=day("2019"), end=day("2019")),
        phase("after", name=both("Jälkeen"), start=day("2024")),
        theme("perhekeskus"),
        theme("vip"),
    ]
    front = "---\nphases: [after, bridge, phase-2]\nthemes: [vip]\n---\n# Sivu\n"
    found = search_page(catalogue([page("sivu.fi", front)], records), Lang.FI)
    assert found.phases == (
        Choice("phase-2", "Jatko-fi (2020–2022)"),
        Choice("bridge", "Silta-fi (2019)"),
        Choice("after", "Jälkeen-fi (2024–)"),
    )
    assert found.themes == (Choice("vip", "Teema-fi"),)
    assert search_page(catalogue([page("sivu.fi", front)], records), Lang.SV).phases == ()
