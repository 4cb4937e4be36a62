"""Markdown read line by line."""

import pytest
from kb.model.markdown import citations, directives, headings, links, plain, prose_lines
from kb.model.page import DirectiveUse, Heading, Mention


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("yksi\nkaksi", [1, 2]),
        ("yksi\n```\nkoodi\n```\nviisi", [1, 5]),
        ("yksi\n~~~yaml\nkoodi\n~~~\nviisi", [1, 5]),
        ("````\n```\nkoodi\n```\n````\nkuusi", [6]),
        ("```\n~~~\nkoodi\n```\nviisi", [5]),
        ("```\n```python\nkoodi\n```\nviisi", [5]),
        ("1. kohta\n\n    ```\n    koodi\n    ```\nkuusi", [1, 2, 6]),
        ("yksi\n```\navoin loppuun\nasti", [1]),
        ("``kaksi merkkiä`` ei ole aita\nkaksi", [1, 2]),
    ],
)
def test_prose_is_what_stands_outside_fenced_code(text, numbers):
    assert [number for number, _ in prose_lines(text)] == numbers


def test_lines_are_numbered_from_where_the_text_starts_in_its_file():
    assert list(prose_lines("a\nb", 8)) == [(8, "a"), (9, "b")]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("# Raha", Heading(1, "Raha", "", 1)),
        ("## Mitä jäi {#mita-jai}", Heading(2, "Mitä jäi", "mita-jai", 1)),
        ("### Raha {.lead #raha}", Heading(3, "Raha", "raha", 1)),
        ("## Raha ##", Heading(2, "Raha", "", 1)),
        ("## **LAPE** ja [linkki](a.md)[^S-001] {#a}", Heading(2, "LAPE ja linkki", "a", 1)),
        ("#Raha", None),
        ("####### Raha", None),
        ("    # koodia", None),
    ],
)
def test_a_heading_has_plain_words_and_the_anchor_its_editor_gave(line, heading):
    assert next(headings(line), None) == heading


def test_a_heading_inside_code_is_no_heading():
    found = headings("# Yksi\n```\n# kommentti\n```\n## Kaksi", first_line=5)
    assert list(found) == [Heading(1, "Yksi", "", 5), Heading(2, "Kaksi", "", 9)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Väite.[^S-001]", ["S-001"]),
        ("Väite.[^S-001][^P-014] Toinen.[^T-9][^H-03]", ["S-001", "P-014", "T-9", "H-03"]),
        ("Periaate[^S-001]: etu", ["S-001"]),
        ("Koodissa `[^S-001]` ei.", []),
        ("`a` [^S-001] `b`", ["S-001"]),
        ("```\n[^S-001]\n```", []),
        ("[^1] [^s-001] [S-001] ^S-001", []),
    ],
)
def test_citations_are_fact_ids_outside_code(text, expected):
    assert [mention.target for mention in citations(text)] == expected


def test_a_citation_knows_its_line():
    assert list(citations("a\n\nb[^S-045]", 6)) == [Mention("S-045", 8)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](a.md)", ["a.md"]),
        ("[a](a.md#b) ja [c](../c.sv.md)", ["a.md#b", "../c.sv.md"]),
        ("[a](<a.md>)", ["a.md"]),
        ('[a](a.md "otsikko")', ["a.md"]),
        ("[a [b] c](a.md)", ["a.md"]),
        ("![kuva](a.svg)", []),
        ("`[a](a.md)`", []),
        ("```\n[a](a.md)\n```", []),
    ],
)
def test_links_are_inline_targets_outside_code(text, expected):
    assert [mention.target for mention in links(text)] == expected


@pytest.mark.parametrize(
    ("line", "name", "arguments"),
    [
        ("<!-- kb:phases -->", "phases", ()),
        ("  <!--kb:phases-->  ", "phases", ()),
        ("<!-- kb:timeline phase=phase-2 -->", "timeline", (("phase", "phase-2"),)),
        (
            "<!-- kb:timeline from=2016   to=2018 -->",
            "timeline",
            (("from", "2016"), ("to", "2018")),
        ),
        ("<!-- kb:pages section=a=b -->", "pages", (("section", "a=b"),)),
        ("<!-- kb:timeline phase -->", "", ()),
        ("<!-- kb:timeline phase= -->", "", ()),
        ("<!-- kb:Timeline -->", "", ()),
        ("<!-- kb: -->", "", ()),
        ("<!-- kb:phases", "", ()),
        ("<!-- kb:phases --> ja tekstiä", "", ()),
    ],
)
def test_a_directive_is_read_whole_or_has_no_name(line, name, arguments):
    assert list(directives(line)) == [DirectiveUse(name, arguments, 1, line.strip())]


@pytest.mark.parametrize(
    "text",
    ["<!-- huomautus -->", "`<!-- kb:phases -->`", "```\n<!-- kb:phases -->\n```", "kb:phases"],
)
def test_what_does_not_start_like_a_directive_is_none(text):
    assert list(directives(text)) == []


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("**LAPE** ja *perhe*", "LAPE ja perhe"),
        ("__LAPE__ ja _perhe_", "LAPE ja perhe"),
        ("tiedosto_nimi", "tiedosto_nimi"),
        ("`koodi`", "koodi"),
        ("[linkki](a.md) ja ![kuva](b.svg)", "linkki ja kuva"),
        ("Väite.[^S-001]", "Väite."),
        ("  välit  ", "välit"),
    ],
)
def test_plain_text_has_no_marks(markdown, expected):
    assert plain(markdown) == expected
