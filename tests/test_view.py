"""What a page's template shows."""

from dataclasses import replace
from datetime import date

import pytest
from builders import (
    both,
    catalogue,
    contact,
    day,
    event,
    menu_group,
    organisation,
    page,
    pages,
    phase,
    settings,
    term,
)
from kb.model.addresses import SEARCH
from kb.model.settings import Settings
from kb.render.navigation import Link
from kb.render.nearby import Chip, Person
from kb.render.view import Alternate, Days, Switch, alternates, page_view, plain_view
from kb.text import Lang

WHERE = settings(edit_url="https://git.x.fi/edit/")
SUB_PATH = replace(WHERE, site_url="https://x.fi/lape/")
CONTENT = [
    *pages("index", "teemat/index"),
    page("teemat/perhekeskus.fi"),
    page("teemat/perhekeskus.sv", "---\nslug: familjecenter\n---\n# Familjecenter\n"),
    page("teemat/vip.fi"),
    page("teemat/ot.sv", "---\nchecked: 2026-11\nphases: [phase-1, phase-2]\n---\n# OT\n"),
]
SITE = catalogue(
    CONTENT,
    [
        phase("phase-1", page="teemat/perhekeskus"),
        phase(
            "phase-2",
            page="teemat/ot",
            start=day("2020"),
            planned_end=day("2022"),
            end=day("2023"),
        ),
    ],
)


def view(key: str, lang: Lang = Lang.FI, where: Settings = WHERE, changed: date | None = None):
    found = SITE.page(key, lang)
    assert found
    return page_view(SITE, found, where, Days(changed=changed))


@pytest.mark.parametrize("lang", list(Lang))
def test_both_versions_of_a_pair_name_the_same_alternates_and_a_default(lang):
    assert view("teemat/perhekeskus", lang).alternates == (
        Alternate("fi", "https://x.fi/teemat/perhekeskus/"),
        Alternate("sv", "https://x.fi/sv/teemat/familjecenter/"),
        Alternate("x-default", "https://x.fi/teemat/perhekeskus/"),
    )


def test_a_lone_page_has_no_alternates():
    assert view("teemat/ot", Lang.SV).alternates == ()
    assert alternates(SITE, SITE.pairs["teemat/ot"], "https://x.fi/") == ()


@pytest.mark.parametrize(
    ("key", "lang", "canonical"),
    [
        ("index", Lang.FI, "https://x.fi/lape/"),
        ("index", Lang.SV, "https://x.fi/lape/sv/"),
        ("teemat/perhekeskus", Lang.SV, "https://x.fi/lape/sv/teemat/familjecenter/"),
    ],
)
def test_the_canonical_address_is_the_pages_own_below_the_path_of_the_site(key, lang, canonical):
    shown = view(key, lang, SUB_PATH)
    assert shown.canonical == canonical
    assert canonical in [alternate.url for alternate in shown.alternates]


def test_the_switcher_leads_to_the_same_page_in_the_other_language():
    shown = view("teemat/perhekeskus", Lang.SV)
    assert shown.switches == (
        Switch(Lang.FI, "Suomi", "../../../teemat/perhekeskus/", here=False, exists=True),
        Switch(Lang.SV, "Svenska", "../../../sv/teemat/familjecenter/", here=True, exists=True),
    )
    assert shown.missing is None


def test_the_switcher_says_that_a_language_is_missing_and_leads_to_its_home():
    to_finnish = view("teemat/ot", Lang.SV).missing
    assert to_finnish == Switch(Lang.FI, "Suomi", "../../../", here=False, exists=False)
    to_swedish = view("teemat/vip", Lang.FI).missing
    assert to_swedish == Switch(Lang.SV, "Svenska", "../../sv/", here=False, exists=False)


@pytest.mark.parametrize(
    ("key", "title", "document_title"),
    [
        ("index", "index fi", "index fi"),
        ("teemat/perhekeskus", "perhekeskus fi", "perhekeskus fi – «site-name.fi»"),
    ],
)
def test_the_document_title_names_the_site_but_on_the_home_page(key, title, document_title):
    shown = view(key)
    assert (shown.title, shown.document_title) == (title, document_title)


def test_only_the_home_page_borrows_its_description_from_the_site():
    described = page("a.fi", "---\ndescription: Mistä kyse.\n---\n# A\n")
    known = catalogue([described, *pages("index", "b")])
    found = {
        key: page_view(known, known.page(key, Lang.FI), WHERE, Days()).description
        for key in ("a", "b", "index")
    }
    assert found == {"a": "Mistä kyse.", "b": "", "index": "«site-description.fi»"}


def test_the_phases_of_a_page_are_chips_that_lead_to_their_pages_and_mark_this_one():
    assert view("teemat/ot", Lang.SV).phases == (
        Chip("phase-1", "Vaihe-sv", "2017–", "../../../sv/teemat/familjecenter/"),
        Chip("phase-2", "Vaihe-sv", "2020–2022", "../../../sv/teemat/ot/", here=True),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\nchecked: 2026-11-23\n---\n# A\n", "«site-name.fi»: A. «checked.fi 23.11.2026»."),
        ("# Lupa auttaa!\n", "«site-name.fi»: Lupa auttaa!"),
    ],
)
def test_a_page_says_how_to_cite_it(text, said):
    known = catalogue([page("a.fi", text)])
    shown = page_view(known, known.page("a", Lang.FI), WHERE, Days())
    assert shown.citation == f"{said} https://x.fi/a/"


NEAR = catalogue(
    [
        page("a.sv", "# A\n\nAino Aho.[^S-001]\n"),
        page("tidslinje.sv", "# T\n\n<!-- kb:timeline -->\n"),
        page("ordlista.sv", "# O\n\n<!-- kb:glossary -->\n"),
        page("kontakter.sv", "# K\n\n<!-- kb:contacts -->\n"),
        page("integritet.sv"),
    ],
    [
        contact("H-01", organisation="stm"),
        organisation("stm", abbreviation=both("STM")),
        event("haku", status="planned"),
        *[term(f"t{number}") for number in range(9)],
        menu_group("om", "integritet", where="footer"),
    ],
)


def test_what_is_related_is_worded_and_leads_to_the_entry_itself():
    explained = [f"t{number}" for number in range(9)]
    near = page_view(NEAR, NEAR.page("a", Lang.SV), WHERE, Days(), explained).related
    assert near.people == (
        Person("Aino Aho", "Päällikkö-sv (STM-sv 2020)", "../../sv/kontakter/#h-01"),
    )
    (moment,) = near.dates
    assert (moment.when, moment.status) == ("1 september 2016", "planerat")
    assert moment.url == "../../sv/tidslinje/#haku"
    assert near.timeline == Link("T", "../../sv/tidslinje/")
    assert [link.url for link in near.terms] == [f"../../sv/ordlista/#t{n}" for n in range(8)]


@pytest.mark.parametrize(("key", "cited"), [("integritet", False), ("ordlista", True)])
def test_pages_about_the_site_and_lists_have_nothing_related(key, cited):
    shown = page_view(NEAR, NEAR.page(key, Lang.SV), WHERE, Days(), ["t1"])
    assert not shown.related.any
    assert bool(shown.citation) == cited


def test_dates_are_worded_in_the_page_language_and_empty_when_unknown():
    shown = view("teemat/ot", Lang.SV, changed=date(2026, 11, 23))
    assert (shown.checked, shown.changed) == ("november\u00a02026", "23\u00a0november\u00a02026")
    assert (view("index").checked, view("index").changed) == ("", "")


def test_the_edit_link_leads_to_the_file_or_is_absent():
    assert view("teemat/ot", Lang.SV).edit_url == "https://git.x.fi/edit/teemat/ot.sv.md"
    assert view("teemat/ot", Lang.SV, replace(WHERE, edit_url="")).edit_url == ""


@pytest.mark.parametrize(
    ("key", "edit_url", "leads"),
    [
        ("a", "https://git.x.fi/lape/edit/main/docs/", "https://git.x.fi/lape/issues/new?"),
        ("palaute", "https://git.x.fi/lape/edit/main/docs/", "https://git.x.fi/lape/issues/new?"),
        ("a", "https://git.x.fi/lape/-/edit/main/docs/", "../palaute/"),
        ("a", "", "../palaute/"),
        ("palaute", "", ""),
    ],
)
def test_an_error_is_reported_by_the_form_or_else_the_page_tells_how(key, edit_url, leads):
    known = catalogue(pages("a", "palaute"))
    where = replace(WHERE, edit_url=edit_url)
    report = page_view(known, known.page(key, Lang.FI), where, Days()).report
    assert report.startswith(leads)
    assert bool(report) == bool(leads)


def test_the_frame_leads_home_and_to_search_in_the_page_language():
    frame = view("teemat/perhekeskus", Lang.SV).frame
    assert (frame.root, frame.home, frame.search) == (
        "../../../",
        "../../../sv/",
        "../../../sv/sok/",
    )


def test_a_plain_page_has_both_languages_and_no_file():
    shown = plain_view(SITE, Lang.SV, SEARCH, "Sök", SUB_PATH)
    assert shown.canonical == "https://x.fi/lape/sv/sok/"
    assert [alternate.url for alternate in shown.alternates] == [
        "https://x.fi/lape/haku/",
        "https://x.fi/lape/sv/sok/",
        "https://x.fi/lape/haku/",
    ]
    assert [(one.url, one.here, one.exists) for one in shown.switches] == [
        ("../../haku/", False, True),
        ("../../sv/sok/", True, True),
    ]
    assert (shown.key, shown.edit_url, shown.missing) == ("", "", None)
    assert shown.document_title == "Sök – «site-name.sv»"
