"""Terms in running text: which words are found in what forms, and where one is explained."""

from __future__ import annotations

import pytest
from builders import both, catalogue, html, page, setting, term
from kb.model.glossary import glossary_terms
from kb.render.extension import PageExtension
from kb.render.terms import finder_of
from kb.text import Lang, Text
from kb.words.finnish import Lemmas
from kb.words.terms import TermFinder
from serve import Element, tree


def found(lang: Lang, name: str, text: str) -> list[str]:
    """What of the text is taken for the term of that name."""
    finder = TermFinder(lang, {"x": [name]}, Lemmas())
    return [text[match.start : match.end] for match in finder.find(text)]


@pytest.mark.parametrize(
    ("name", "phrase"),
    [
        ("regionalt projekt", "regionala projekt"),
        ("regionalt projekt", "regionala projekten"),
        ("regionalt projekt", "regionala projektets"),
        ("regional plan", "regionalt planen"),
        ("tvåspråkigt välfärdsområde", "tvåspråkiga välfärdsområden"),
        ("tvåspråkigt välfärdsområde", "tvåspråkiga välfärdsområdena"),
        ("stort barn", "stora barn"),
        ("stort barn", "större barn"),
        ("litet projekt", "små projekt"),
        ("litet projekt", "lilla projektet"),
        ("nytt center", "nya center"),
        ("brett stöd", "breda stödet"),
        ("särskilt stöd", "särskilda stödet"),
        ("tidigt stöd", "tidiga stödet"),
        ("vuxen klient", "vuxna klienter"),
        ("enkelt språk", "enkla språket"),
        ("allmän tjänst", "allmänna tjänster"),
        ("intensifierat familjearbete", "intensifierade familjearbetet"),
        ("låg tröskel", "lägre tröskel"),
        ("den nationella barnstrategin", "nationell barnstrategi"),
        ("den nationella barnstrategin", "en nationell barnstrategi"),
        ("tjänst med låg tröskel", "tjänsterna med låg tröskel"),
    ],
)
def test_a_swedish_phrase_is_found_in_its_forms(name: str, phrase: str) -> None:
    sought = phrase.removeprefix("en ")
    assert found(Lang.SV, name, f"Vi talar om {phrase} i dag.") == [sought]


@pytest.mark.parametrize(
    ("lang", "name", "text"),
    [
        (Lang.SV, "regionalt projekt", "ett nationellt projekt och regionalt samarbete"),
        (Lang.SV, "tidigt stöd", "ett tidigare stöd"),
        (Lang.SV, "tjänst med låg tröskel", "tjänster till låg tröskel"),
        (Lang.SV, "barnskydd", "enligt Centralförbundet för Barnskydd finns det"),
        (Lang.SV, "barnskydd", "projektet ”Framtidens barnskydd” fick medel"),
        (Lang.SV, "barnskydd", "familje- och barnskydds- samt skolfrågor"),
        (Lang.FI, "lastensuojelu", "Lastensuojelun Keskusliitto kertoi"),
        (Lang.FI, "sote", "sote- ja sivistysjohto"),
        (Lang.FI, "vaativin taso", "vaativan tason palvelut"),
    ],
)
def test_what_only_looks_like_a_term_is_none(lang: Lang, name: str, text: str) -> None:
    assert found(lang, name, text) == []


@pytest.mark.parametrize(
    ("lang", "name", "text", "words"),
    [
        (Lang.SV, "barnskydd", "Barnskyddet ordnas här.", "Barnskyddet"),
        (Lang.SV, "barnskydd", "År 2020 gällde det barnskyddet i Åbo.", "barnskyddet"),
        (Lang.FI, "lastensuojelu", "Vuonna 2020. Lastensuojelusta kerrotaan.", "Lastensuojelusta"),
        (Lang.FI, "vaativin taso", "vaativimman tason palvelut", "vaativimman tason"),
        (Lang.FI, "LAPE", "Työ jatkui LAPEssa.", "LAPEssa"),
    ],
)
def test_a_term_is_found_where_it_is_used(lang: Lang, name: str, text: str, words: str) -> None:
    assert found(lang, name, text) == [words]


TERMS = (
    term("perhekeskus", term=Text("perhekeskus", "familjecenter")),
    term("neuvola", term=Text("neuvola", "rådgivning"), ambiguous_sv=("rådgivning",)),
    term("lastensuojelu", term=Text("lastensuojelu", "barnskydd")),
    term("lapsi", term=Text("lapsi", "barn"), everyday=True),
)


def shown(text: str, name: str = "sivu.fi", title: str = "Sivu") -> Element:
    """The page as it is published, with a glossary beside it."""
    written = page(name, f"# {title}\n\n{text}\n")
    glossaries = [page(f"sanasto.{lang}", "# S\n\n<!-- kb:glossary -->\n") for lang in Lang]
    known = catalogue([written, *glossaries], TERMS)
    finder = finder_of(known, written.lang, Lemmas())
    return tree(
        html(written.body, PageExtension(setting(known), written, lambda path: None, finder))
    )


def explained(element: Element) -> list[str]:
    return [link.text for link in element.every("a", "term")]


def test_a_term_is_a_link_to_its_entry_and_leaves_the_text_as_it_was() -> None:
    made = shown("Perhekeskus, jossa on neuvola.")
    (link,) = made.every("a", "term")
    assert link["href"].endswith("sanasto/#perhekeskus")
    assert made.every("p")[0].text == "Perhekeskus, jossa on neuvola."
    assert made.one(cls="term-note")["id"] == "sana-perhekeskus"


def test_a_paragraph_explains_one_word_and_the_next_one_another() -> None:
    made = shown("Perhekeskus ja neuvola.\n\nNeuvola ja perhekeskus.\n\nNeuvola.")
    assert explained(made) == ["Perhekeskus", "Neuvola"]
    row = shown("| a | b |\n|---|---|\n| neuvola | perhekeskus |\n| perhekeskus | x |")
    assert explained(row) == ["neuvola", "perhekeskus"]


@pytest.mark.parametrize(
    "text",
    [
        "## Perhekeskus",
        "[perhekeskus](sanasto.md)",
        "**Perhekeskus**: talo",
        "*perhekeskus*",
        "| perhekeskus |\n|---|\n| a |",
        "Lapsi.",
    ],
)
def test_titles_links_and_everyday_words_explain_nothing(text: str) -> None:
    assert explained(shown(text)) == []


def test_neither_home_nor_the_page_of_the_word_itself_explains_it() -> None:
    assert explained(shown("Perhekeskus.", name="index.fi")) == []
    assert explained(shown("Perhekeskus. Neuvola.", title="Perhekeskukset")) == ["Neuvola"]


def test_a_word_with_other_meanings_is_not_explained_in_that_language() -> None:
    assert explained(shown("Rådgivningen om vårens utlysning.", name="sivu.sv")) == []
    assert explained(shown("Neuvola.")) == ["Neuvola"]


def test_an_everyday_word_is_in_the_glossary_only_if_its_entry_is_needed() -> None:
    plain, avoided, noted = (
        term("kunta", everyday=True),
        term("lapsi", everyday=True, avoid_fi=("kersa",)),
        term("koulu", everyday=True, note=both("Huomio")),
    )
    here = page("sivu.fi", "# Sivu\n\nTeksti.\n")
    linking = page("sivu.fi", "# Sivu\n\n[kunta](sanasto.md#kunta)\n")
    terms = [plain, avoided, noted]
    assert {one.id for one in glossary_terms(catalogue([here], terms))} == {"lapsi", "koulu"}
    assert len(glossary_terms(catalogue([linking], terms))) == len(terms)
