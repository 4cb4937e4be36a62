"""Files that a proposal's comment names lead to the proposal's own branch, there or yet to be."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from builders import catalogue, event, page, pages
from kb.finding import Finding, Rule
from kb.model.beginnings import beginning
from kb.model.catalogue import RECORD_TYPES
from kb.model.outline import missing_language, new_page, new_record
from kb.report import Report, summary
from kb.report.places import LONGEST, Places
from kb.sanitize import sanitize
from kb.text import Lang

HOST = "https://github.com/muokkaaja/kb"
EDIT = f"{HOST}/edit/patch-1/docs/"
NEW = f"{HOST}/new/patch-1/docs"
LONE = page("teemat/a.fi", "# Otsikko\n\nTeksti.[^S-001]\n\n## Osa {#osa}\n\nToinen.\n")
KNOWN = catalogue([LONE, *pages("b")], [event("haku")])


def said(message: str, path: str = "docs/b.fi.md") -> str:
    found = Rule.error("r", message, message).at(path, 3)
    return summary(Report([found], "https://x.fi/", edit_url=EDIT, catalogue=KNOWN))


@pytest.mark.parametrize(
    ("named", "address"),
    [
        ("docs/b.sv.md:12", f"{EDIT}b.sv.md#L12"),
        ("docs/_data/menu.yml", f"{EDIT}_data/menu.yml"),
        ("docs/_data/timeline/haku.yml:2", f"{EDIT}_data/timeline/haku.yml#L2"),
        ("docs/_data/words.fi.txt", f"{EDIT}_data/words.fi.txt"),
        ("docs/_data/other_words.yml", f"{EDIT}_data/other_words.yml"),
    ],
)
def test_a_file_that_is_there_is_edited(named: str, address: str) -> None:
    escaped = named.replace("_", "\\_")
    assert f"Katso [{escaped}]({address}). Muuta se." in said(f"Katso {named}. Muuta se.")


@pytest.mark.parametrize(
    ("named", "text"),
    [
        ("docs/teemat/a.sv.md", missing_language(LONE)),
        ("docs/uusi.sv.md", new_page(Lang.SV)),
        *(
            (f"docs/_data/{kind.kind}/P-900.yml", new_record(kind, "P-900"))
            for kind in RECORD_TYPES.values()
            if kind.one_file_each
        ),
    ],
)
def test_a_file_that_is_missing_is_begun(named: str, text: str) -> None:
    line = said(f"Tiedostoa {named} ei ole.").split("\n")[-1]
    address = line.partition("](" + NEW)[2].partition(")")[0]
    asked = parse_qs(urlsplit(NEW + address).query, strict_parsing=True)
    assert asked == {"filename": [named.removeprefix("docs/")], "value": [text]}


def test_the_file_of_a_finding_is_a_link_if_it_can_be_edited() -> None:
    assert f"**[docs/b.fi.md]({EDIT}b.fi.md)**" in said("Väärin")
    assert "**`docs/piha.jpg`**" in said("Väärin", "docs/piha.jpg")


@pytest.mark.parametrize("named", ["docs/../x.md", "docs/a b.md", "docs/.md", "muu/a.md", "docs/a"])
def test_what_is_no_file_of_the_content_is_no_link(named: str) -> None:
    assert EDIT not in said(f"Katso {named}.", "docs/piha.jpg")


def test_without_an_address_of_the_branch_there_are_no_links() -> None:
    assert Places().linked("docs/a.fi.md:3") == "docs/a.fi.md:3"


def test_a_text_that_is_too_long_for_a_comment_is_left_out() -> None:
    long = page("c.fi", "# C\n\n" + "## Osa\n\n" * 200)
    address = Places(EDIT, catalogue([long])).address("c.sv.md")
    assert address == f"{NEW}?filename=c.sv.md"
    assert len(missing_language(long)) > LONGEST


def test_a_host_of_another_form_has_the_place_only() -> None:
    other = "https://gitlab.com/lape/kb/-/edit/main/docs/"
    assert Places(other, KNOWN).address("uusi.sv.md") == f"{other}uusi.sv.md"


def test_a_file_that_could_not_be_read_is_there() -> None:
    assert beginning(KNOWN, "docs/_data/phases.yml") is None
    assert beginning(KNOWN, "docs/_data/translations/teemat/a.yml") is None
    assert beginning(KNOWN, "docs/_data/timeline/haku.yml") is None


SITE = "https://lape.example.org/"


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("docs/_data/contacts/H-09.yml", "contacts/entries/H-09"),
        ("docs/teemat/perhekeskus.sv.md", "pages-teemat/entries/perhekeskus"),
        ("docs/yhteystiedot.fi.md", "pages/entries/yhteystiedot"),
    ],
)
def test_a_proposal_from_the_form_leads_back_into_it(path: str, place: str) -> None:
    found = Rule.error("r", "Korjaa.", "Rätta.").at(path, 3)
    made = Report([found], SITE, brought=[found], edit_url=EDIT, from_form=True)
    said = summary(made)
    address = f"{SITE}toimitus/#/collections/{place}"
    assert f"({address})" in said
    assert EDIT not in said
    assert "tallenna" in said
    assert "spara" in said
    assert f"({address})" in sanitize(said, [SITE])


def test_what_the_form_does_not_have_leads_to_the_code_host() -> None:
    found = Rule.error("r", "Korjaa.", "Rätta.").at("docs/_data/menu.yml", 3)
    said = summary(Report([found], SITE, edit_url=EDIT, from_form=True))
    assert f"({EDIT}_data/menu.yml)" in said


OLD = Rule.error("r", "Ennen.", "Förut.").at("docs/a.fi.md", 1)


@pytest.mark.parametrize("before", [[], [OLD]])
def test_whoever_brought_nothing_wrong_from_the_form_has_nothing_more_to_do(
    before: list[Finding],
) -> None:
    said = summary(Report(before, SITE, brought=[], from_form=True))
    assert "tarkastajaa" in said
    assert f"({SITE}toimitus/#/workflow)" in sanitize(said, [SITE])


def test_another_proposal_says_nothing_of_the_form() -> None:
    assert "lomak" not in summary(Report([], SITE, brought=[], edit_url=EDIT))
