"""What counts as the same text, and where a section begins and ends."""

import pytest
from builders import page
from kb.model.sections import sections
from kb.model.translations import whole

IDS = {"alue/lappi": "IA-9", "raha": "IA-2"}


def lead(text: str, name: str = "koti.fi") -> str:
    """The fingerprint of all that a text says."""
    return whole(sections(page(name, text), IDS)[".lead"].marks)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a b\nc", "a\nb  c"),
        ("**a** _b_ ***c***", "a b c"),
        ("- a\n- b", "* a\n\n+ b"),
        ("1. a\n2. b", "1) a\n1) b"),
        ("1. a\n2. b", "- a\n- b"),
        ("a ”b” 1–2", 'a "b" 1-2'),
        ("a\u00a0b\u00adc", "a bc"),
        ("a.[^S-001]", "a. [^S-001]"),
        ("a , b .", "a, b."),
        ("a <!-- muista --> b", "a b"),
        ("a <em>b</em> c", "a b c"),
        ("*a*{lang=sv} b", "a b"),
        ("> a\n> b", "a b"),
        ("|a|b|\n|---|---|\n|c|d|", "| a | b |\n|:--|--:|\n| **c** | d |"),
        ("[a](raha.md)", "[a](./raha.sv.md#alku)"),
        ("[a](alue/lappi.md)", "[a](alue/../alue/lappi.fi.md)"),
        ("![a](kuvat/k.png)", "![a](muu/k.png)"),
        ("```\na\n```", "~~~\na\n~~~"),
        ("A. B.\n\nC.", "A.\n\nB. C."),
        ("Lape", "LAPE"),
        ("a, b; c.", "a b c"),
        ("On kuntia. Ne auttavat.", "On kuntia, ne auttavat."),
        ("[a](https://www.x.fi/b/)", "[a](http://x.fi/b?utm_source=c)"),
        ("### Pieni\n\na", "#### Pieni ####\n\na"),
    ],
)
def test_what_a_reader_would_call_the_same_text_is_the_same(one, other):
    assert lead(f"# A\n\n{one}\n") == lead(f"# A\n\n{other}\n")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("talo", "tallo"),
        ("128", "130"),
        ("1,4", "14"),
        ("1.4.2020", "14.2020"),
        ("19. a", "20. a\n\nb"),
        ("a b", "ab"),
        ("On.", "On?"),
        ("a.[^S-001]", "a.[^S-002]"),
        ("a.[^S-001] b.", "a. b.[^S-001]"),
        ("[a](raha.md)", "[a](alue/lappi.md)"),
        ("[a](https://x.fi/1)", "[a](https://x.fi/2)"),
        ("<https://x.fi/1>", "<https://x.fi/2>"),
        ("![a](k.png)", "![b](k.png)"),
        ("![a](k.png)", "![a](m.png)"),
        ("`*a*`", "`a`"),
        ("<!-- kb:timeline phase=a -->", "<!-- kb:timeline phase=b -->"),
        ("A. B.", "B. A."),
        ("3 < 4", "3 > 4"),
        ("a_b", "ab"),
    ],
)
def test_what_a_reader_would_call_another_text_is_another(one, other):
    assert lead(f"# A\n\n{one}\n") != lead(f"# A\n\n{other}\n")


def test_a_link_counts_by_the_page_it_leads_to_wherever_either_page_is_kept():
    here, there = "Katso [Lappi](alue/lappi.md).", "Katso [Lappi](../../alue/lappi.md)."
    assert lead(here, "koti.fi") == lead(there, "uusi/kansio/koti.fi")


def test_fingerprints_never_change_by_themselves():
    """What is declared in `docs/_data/translations` was made by these rules."""
    text = "---\ndescription: Ⅳ.\n---\n# A\n\nYksi – *kaksi*. [Kolme](raha.md)[^S-001]\n"
    marks = sections(page("koti.fi", text), IDS)[".lead"].marks
    assert marks == "5678c3 5fc5fc c93f52 1c0129 6a312b"


def test_a_section_runs_from_a_heading_with_an_id_to_the_next():
    text = (
        "---\nid: IA-01\n---\n\n# A\n\na\n\n## B {#b}\n\n### Ilman\n\nb b\n\n### C {#c}\n\nc\n\n\n"
    )
    found = sections(page("a.fi", text), {})
    assert [(s.anchor, s.title, s.line, s.last_line, s.words) for s in found.values()] == [
        (".lead", "A", 5, 8, 2),
        ("b", "B", 9, 14, 4),
        ("c", "C", 15, 17, 2),
    ]


def test_text_under_an_id_that_is_already_taken_is_not_lost():
    text = "# A\n\n## B {#b}\n\nb\n\n## C {#b}\n\nc\n"
    assert sections(page("a.fi", text), {})["b"].sentences == ("B", "b", "C", "c")
