"""Citations become notes that lead from each claim to its sources."""

import pytest
from builders import (
    both,
    catalogue,
    contact,
    event,
    fact,
    html,
    page,
    setting,
    source,
    term,
)
from kb.render.body import expand
from kb.render.citations import ANCHOR, PLACE_MARKER, with_sources
from kb.text import Lang, Text

RECORDS = [
    fact("S-001"),
    fact("P-014", sources=("L-02", "L-01")),
    source("L-01"),
    source("L-02", grade="C", publisher=both("Lehti")),
    term("perhekeskus"),
    contact("H-01"),
    event("haku", text=both("Mitä tapahtui"), facts=("P-014",)),
]
HOME_OF_SOURCES = page("lahteet.sv", "# Källor\n\n<!-- kb:sources -->\n")


def cited(text: str, lang: Lang = Lang.FI, *others) -> str:
    here = page(f"teemat/sivu.{lang}", text)
    known = setting(catalogue([here, *others], RECORDS))
    return with_sources(here, expand(here, here.body, known), known)


def notes(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.startswith("[^")]


def test_a_page_that_cites_nothing_is_left_alone():
    text = "# Sivu\n\nTeksti, `[^S-001]`.\n"
    assert cited(text) == text


@pytest.mark.parametrize("lang", list(Lang))
def test_a_cited_page_ends_in_a_source_section_in_its_own_language(lang):
    assert cited("# Sivu\n\nVäite.[^S-001]\n\n\n", lang) == (
        "# Sivu\n\nVäite.[^S-001]\n\n"
        f"## «sources-heading.{lang}» {{#{ANCHOR}}}\n\n"
        f"{PLACE_MARKER}\n\n"
        f"[^S-001]: **S-001** Väite S-001-{lang} «source.{lang}»: "
        f"[Julkaisija-{lang}: Lähdeteos-{lang}](https://example.fi/L-01) (A).\n"
    )


def test_a_fact_with_many_sources_names_them_all_in_its_own_order():
    (note,) = notes(cited("Väite.[^P-014]"))
    assert "«sources-inline.fi»: [Lehti-fi: " in note
    assert note.index("(C); [Julkaisija-fi: ") < note.index("(A).")


def test_each_fact_has_one_note_in_the_order_of_its_first_citation():
    text = cited("A.[^P-014] B.[^S-001]\n\nC.[^P-014][^S-001]")
    assert [note.partition(":")[0] for note in notes(text)] == ["[^P-014]", "[^S-001]"]


def test_facts_that_a_directive_cites_have_their_notes_too():
    text = cited("A.[^S-001]\n\n<!-- kb:timeline -->\n")
    assert [note.partition(":")[0] for note in notes(text)] == ["[^S-001]", "[^P-014]"]


def test_a_fact_that_does_not_exist_has_no_note():
    assert [note.partition(":")[0] for note in notes(cited("A.[^S-999] B.[^S-001]"))] == [
        "[^S-001]"
    ]
    assert cited("A.[^S-999]") == "A.[^S-999]"


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("T-001", "perhekeskus-sv – perhekeskus-fi"),
        ("H-01", "Aino Aho: Päällikkö-sv"),
    ],
)
def test_terms_and_contacts_are_evidence_of_their_own(id, said):
    (note,) = notes(cited(f"A.[^{id}]", Lang.SV))
    assert note.startswith(f"[^{id}]: **{id}** {said} «source.sv»: ")


def test_a_source_leads_to_its_entry_in_the_list_of_sources_of_the_same_language():
    assert "[Julkaisija-sv: Lähdeteos-sv](../lahteet.md#l-01) (A)." in cited(
        "A.[^S-001]", Lang.SV, HOME_OF_SOURCES
    )
    assert "](https://example.fi/L-01) (A)." in cited("A.[^S-001]", Lang.FI, HOME_OF_SOURCES)


def test_a_source_without_an_address_is_named_without_a_link():
    here = page("sivu.fi", "A.[^S-001]")
    known = catalogue([here], [fact("S-001"), source("L-01", url=None)])
    assert notes(with_sources(here, here.body, setting(known))) == [
        "[^S-001]: **S-001** Väite S-001-fi «source.fi»: Julkaisija-fi: Lähdeteos-fi (A)."
    ]


def test_the_notes_become_a_numbered_list_at_the_marker():
    rendered = html(cited("# Sivu\n\nA.[^P-014] B.[^S-001]\n"))
    assert PLACE_MARKER not in rendered and "[^" not in rendered
    assert rendered.index(f'<h2 id="{ANCHOR}">') < rendered.index('<li id="fn:P-014">')
    assert rendered.index('<li id="fn:P-014">') < rendered.index('<li id="fn:S-001">')


def test_html_in_a_fact_or_a_source_is_shown_and_never_run():
    evil = Text("<script>a</script> & b", "<script>a</script> & b")
    here = page("sivu.fi", "A.[^S-001]")
    known = catalogue([here], [fact(text=evil), source(title=evil, publisher=evil)])
    rendered = html(with_sources(here, here.body, setting(known)))
    assert "<script" not in rendered and "&amp;amp;" not in rendered
    assert rendered.count("&lt;script&gt;a&lt;/script&gt; &amp; b") == 3
