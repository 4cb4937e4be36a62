"""Citations become marks at the ends of sentences, and a list of sources by document."""

from __future__ import annotations

import pytest
from builders import both, catalogue, contact, event, fact, html, page, setting, source, term
from kb.model.markup import SOURCES
from kb.render.body import expand
from kb.render.citations import with_sources
from kb.render.extension import PageExtension
from kb.text import Lang, Text
from serve import Element, tree

RECORDS = [
    fact("S-001"),
    fact("S-002", sources=("L-03",)),
    fact("P-014", sources=("L-02", "L-01")),
    source("L-01"),
    source("L-02", grade="C", publisher=both("Lehti")),
    source("L-03", url=None, languages=("en",)),
    term("perhekeskus"),
    contact("H-01"),
    event("haku", text=both("Mitä tapahtui"), facts=("P-014",)),
]


def shown(text: str, lang: Lang = Lang.FI, records: list = RECORDS) -> Element:
    here = page(f"teemat/sivu.{lang}", f"# Sivu\n\n{text}\n")
    known = setting(catalogue([here], records))
    whole = with_sources(here, expand(here, here.body, known), known)
    return tree(html(whole, PageExtension(known, here, lambda path: None)))


def marked(text: str, lang: Lang = Lang.FI) -> str:
    """The first block below the title as it is read, each mark as `⟨its numbers in the list⟩`."""
    return told(shown(text, lang).every("p")[0])


def told(element: Element) -> str:
    """The text of an element, its marks as `⟨1, 2⟩`."""
    if element.get("class") == "marks":
        return f"⟨{element.one('a')['data-n']}⟩"
    return "".join(told(e) if isinstance(e, Element) else e for e in element.children)


def test_a_page_that_cites_nothing_has_neither_marks_nor_a_list():
    made = shown("Teksti, `[^S-001]`.")
    assert made.one("code").text == "[^S-001]"
    assert not made.every("details") and not made.every("a", "mark")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Väite.[^S-001]", "Väite.⟨1⟩"),
        ("Väite[^S-001].", "Väite.⟨1⟩"),
        ("Väite [^S-001], joka jatkuu.", "Väite, joka jatkuu.⟨1⟩"),
        ("Väite. [^S-001] Toinen.[^S-002]", "Väite.⟨1⟩  Toinen.⟨2⟩"),
        ("Väite.[^S-001][^P-014] Toinen.", "Väite.⟨1, 2⟩ Toinen."),
        ("Summa on 11,[^S-001] lehdessä 12[^S-002].", "Summa on 11, lehdessä 12.⟨1, 2⟩"),
        ("Väite.[^S-001] Toinen.[^S-001][^S-001]", "Väite.⟨1⟩ Toinen.⟨1⟩"),
        ("**Väite.[^S-001]** Muu.", "Väite.⟨1⟩ Muu."),
        ("**Väite.[^S-001] Muu.**", "Väite.⟨1⟩ Muu."),
        ("*Väite (noin 40[^S-001]).* Muu.", "Väite (noin 40).⟨1⟩ Muu."),
        ("Lue [täältä.[^S-001]](https://x.fi)", "Lue täältä.⟨1⟩"),
        ("Lue [yksi.[^S-001] Kaksi](https://x.fi).", "Lue yksi. Kaksi⟨1⟩."),
        ("Koodi `a. B`[^S-001] jatkuu.", "Koodi a. B jatkuu.⟨1⟩"),
        ("Hän sanoi: ”Se toimii.”[^S-001] Sitten.", "Hän sanoi: ”Se toimii.”⟨1⟩ Sitten."),
        ("Toimiiko se?[^S-001] Toimii!", "Toimiiko se?⟨1⟩ Toimii!"),
        ("Se alkoi 8.3.2019.[^S-001] Sitten.", "Se alkoi 8.3.2019.⟨1⟩ Sitten."),
        ("Haku päättyi[^S-001] 31. tammikuuta. Sitten.", "Haku päättyi 31. tammikuuta.⟨1⟩ Sitten."),
        ("Oli 24.[^S-001] Muita 2.[^S-002] Loput.", "Oli 24.⟨1⟩ Muita 2.⟨2⟩ Loput."),
        ("Mukana[^S-001] oli esim. Turku. Muut.", "Mukana oli esim. Turku.⟨1⟩ Muut."),
        ("Muistion[^S-001] teki M. K. Aula. Muut.", "Muistion teki M. K. Aula.⟨1⟩ Muut."),
        ("Periaatteet:[^S-001] Lapsen etu.", "Periaatteet: Lapsen etu.⟨1⟩"),
        ("A&nbsp;& B < C.[^S-001] Muu <kbd>X</kbd>.", "A\u00a0& B < C.⟨1⟩ Muu X."),
        ("<span lang=sv>Väite.</span>[^S-001] Muu.", "Väite.⟨1⟩ Muu."),
        ("Yksi[^S-001]<br>Kaksi[^S-002]", "Yksi⟨1⟩Kaksi⟨2⟩"),
        ("[^S-001]", "⟨1⟩"),
        ("Ei ole.[^S-999] On.[^S-001]", "Ei ole.[^S-999] On.⟨1⟩"),
        ("Ei näin: \\[^S-001]. Näin.[^S-001]", "Ei näin: [^S-001]. Näin.⟨1⟩"),
        ("Väite.[^S-001](lisätieto)", "Väite.(lisätieto)⟨1⟩"),
    ],
)  # fmt: skip
def test_each_sentence_has_one_mark_at_its_end(text, read):
    assert marked(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Det började den 8 mars 2019.[^S-001] Sedan.", "Det började den 8 mars 2019.⟨1⟩ Sedan."),
        ("Med var[^S-001] t.ex. Åbo. Andra.", "Med var t.ex. Åbo.⟨1⟩ Andra."),
        ("Med var[^S-001] bl.a. Åbo, dvs. Egentliga Finland. Andra.",
         "Med var bl.a. Åbo, dvs. Egentliga Finland.⟨1⟩ Andra."),
        ("Den[^S-001] gäller fr.o.m. 2020 (s. 3). Då.", "Den gäller fr.o.m. 2020 (s. 3).⟨1⟩ Då."),
        ("”Stöd m.m.”[^S-001] Åtta kommuner.[^S-002]", "”Stöd m.m.”⟨1⟩ Åtta kommuner.⟨2⟩"),
        ("Hon sade[^S-001] ”Ja.” Sedan.", "Hon sade ”Ja.”⟨1⟩ Sedan."),
    ],
)  # fmt: skip
def test_each_swedish_sentence_has_one_mark_at_its_end(text, read):
    assert marked(text, Lang.SV) == read


def test_a_row_has_one_mark_on_its_name_and_never_on_a_figure():
    made = shown(
        "| Alue[^S-002] | Kuntia |\n|--|--:|\n| [Lappi](x.md) | 117[^S-001] |\n"
        "| 2016 | Kainuu 32[^P-014] |\n| 1 | 2[^S-001] |\n| Muu | 3 |"
    )
    assert [told(row).split("\n") for row in made.every("tr")] == [
        ["", "Alue⟨1⟩", "Kuntia", ""],
        ["", "Lappi⟨2⟩", "117", ""],
        ["", "2016", "Kainuu 32⟨2, 3⟩", ""],
        ["", "1⟨2⟩", "2", ""],
        ["", "Muu", "3", ""],
    ]
    assert made.every("td")[0].every("a")[0].text == "Lappi"


def test_an_item_of_a_list_has_its_own_mark_whatever_list_is_inside_it():
    made = shown("- Yksi[^S-001]\n- Kaksi[^S-001]\n    - Kolme[^S-002]")
    items = [told(item).split("\n")[0] for item in made.every("ul")[0].every("li")]
    assert items == ["Yksi⟨1⟩", "Kaksi⟨1⟩", "Kolme⟨2⟩"]


def test_a_mark_is_never_inside_a_link_and_its_space_is_not_copied_with_the_text():
    made = shown("Lue [täältä.[^S-001]](https://x.fi) Muu.")
    (mark,) = made.every("span", "marks")
    assert mark.parent.tag == "p"
    assert mark.children[0] == "\u00a0", "a browser without style shows a space before the number"


def test_what_a_directive_cites_is_marked_like_the_author_s_own():
    made = shown("Väite.[^S-001]\n\n<!-- kb:timeline -->")
    assert [a["data-n"] for a in made.every("a", "mark")] == ["1", "1, 2"]


def entries(made: Element) -> list[Element]:
    return [li for li in made.one("details").one("ol").children if isinstance(li, Element)]


@pytest.mark.parametrize("lang", list(Lang))
def test_the_list_has_each_document_once_in_the_order_of_its_first_citation(lang):
    made = shown("A.[^P-014] B.[^S-001]\n\nC.[^S-002]", lang)
    assert made.one("summary").text == f"«sources-heading.{lang}» (3)"
    assert made.one("details")["id"] == SOURCES
    assert [entry["id"] for entry in entries(made)] == ["lahde:l-02", "lahde:l-01", "lahde:l-03"]
    assert [li.text for li in entries(made)[1].one("ul").every("li")] == [
        f"Väite P-014-{lang} «used-at.{lang}»: a",
        f"Väite S-001-{lang} «used-at.{lang}»: a",
    ]


def test_every_mark_leads_to_its_first_document_and_every_document_back_by_name():
    made = shown("A.[^P-014]\n\n## Osa\n\nB.[^P-014] C.[^S-001]")
    marks = made.every("a", "mark")
    assert [mark["href"] for mark in marks] == ["#lahde:l-02", "#lahde:l-02", "#lahde:l-01"]
    assert [mark["aria-label"] for mark in marks] == [
        "«mark-many.fi 2»", "«mark-many.fi 2»", "«mark-one.fi 1»",
    ]  # fmt: skip
    backs = entries(made)[0].one("span", "returns").every("a")
    assert [(a["href"], a.text, a["aria-label"]) for a in backs] == [
        ("#viite:1", "a", "a, Sivu"),
        ("#viite:2", "b", "b, Osa"),
    ]
    assert [mark["id"] for mark in marks] == ["viite:1", "viite:2", "viite:3"]


def test_forty_marks_have_forty_returns_each_with_a_letter_of_its_own():
    made = shown(" ".join(["Väite.[^S-001]"] * 40))
    letters = [a.text for a in made.one("span", "returns").every("a")]
    assert len(made.every("a", "mark")) == len(set(letters)) == 40
    assert letters[25:28] == ["z", "aa", "ab"]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "Avaa"),
        ({"languages": ("fi", "sv")}, "Avaa"),
        ({"languages": ("sv",)}, "Avaa (ruotsiksi)"),
        ({"languages": ("en",)}, "Avaa (englanniksi)"),
    ],
)
def test_a_link_says_the_language_that_its_reader_does_not_read(changed, said):
    words = {
        "«open-original.fi»": "Avaa",
        "«in-swedish.fi»": "ruotsiksi",
        "«in-english.fi»": "englanniksi",
    }
    made = shown("Väite.[^S-001]", Lang.FI, [fact(), source(**changed)])
    text = entries(made)[0].one("p").one("a").text
    for name, word in words.items():
        text = text.replace(name, word)
    assert text == said


def test_a_source_with_an_address_for_each_language_opens_in_the_reader_s_own():
    two = source(url="https://a.fi/", url_sv="https://a.fi/sv/", languages=("fi",))
    for lang, address in ((Lang.FI, "https://a.fi/"), (Lang.SV, "https://a.fi/sv/")):
        link = entries(shown("Väite.[^S-001]", lang, [fact(), two]))[0].one("p").one("a")
        assert (link["href"], link.get("hreflang")) == (address, "")


def test_a_source_without_address_or_date_is_named_without_a_link():
    bare = source("L-01", url=None, title=both("Kirje"))
    (entry,) = entries(shown("Väite.[^S-001]", Lang.FI, [fact(), bare]))
    assert entry.one("p").text == (
        "Julkaisija-fi: Kirje-fi. Valtakunnallinen viranomainen tai laki. «no-address.fi»"
    )
    assert not entry.one("p").every("a")


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("T-001", "perhekeskus-sv – perhekeskus-fi"),
        ("H-01", "Aino Aho: Päällikkö-sv"),
    ],
)
def test_terms_and_contacts_are_evidence_of_their_own(id, said):
    (entry,) = entries(shown(f"A.[^{id}]", Lang.SV))
    assert entry.one("ul").text.startswith(said)


def test_no_code_of_the_data_is_shown():
    text = shown("A.[^P-014] B.[^S-002] C.[^T-001] D.[^H-01]").text
    for record in RECORDS:
        if record.kind in ("facts", "sources"):
            assert record.id not in text.replace(f"Väite {record.id}", "")


def test_html_in_a_fact_or_a_source_is_shown_and_never_run():
    evil = Text("<script>a</script> & b", "<script>a</script> & b")
    here = page("sivu.fi", "A.[^S-001]")
    known = setting(catalogue([here], [fact(text=evil), source(title=evil, publisher=evil)]))
    extension = PageExtension(known, here, lambda path: None)
    rendered = html(with_sources(here, here.body, known), extension)
    assert "<script" not in rendered and "&amp;amp;" not in rendered
    assert rendered.count("&lt;script&gt;a&lt;/script&gt; &amp; b") == 3
