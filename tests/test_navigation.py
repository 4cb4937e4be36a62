"""Navigation through the site, seen from one page."""

import pytest
from builders import catalogue, menu_group, page, pages
from kb.model.addresses import address
from kb.render.navigation import Group, Link, Navigation
from kb.text import Lang

CONTENT = [
    *pages("index", "vaiheet/index", "vaiheet/alku", "vaiheet/loppu", "aikajana"),
    page("teemat/index.fi"),
    page("teemat/index.sv", "---\nslug: teman\n---\n# Teman\n"),
    page("teemat/perhekeskus.fi"),
    page("teemat/ot.sv"),
    page("vaiheet/silta.fi"),
]
GROUPS = [
    menu_group("vaiheet", "vaiheet/index", "vaiheet/loppu", "vaiheet/alku"),
    menu_group("aineistot", "aikajana", "teemat/index"),
    menu_group("sivustosta", "teemat/ot", where="footer"),
]


def navigation(key: str, lang: Lang = Lang.FI, known=None) -> Navigation:
    known = known or catalogue(CONTENT, GROUPS)
    here = known.page(key, lang)
    return Navigation(known, lang, address(known, here), here)


def test_the_menu_shows_the_fronts_of_sections_and_never_the_pages_inside():
    assert navigation("index").menu("header") == [
        Group("vaiheet-fi", (Link("index fi", "vaiheet/"),), here=False),
        Group(
            "aineistot-fi",
            (Link("aikajana fi", "aikajana/"), Link("index fi", "teemat/")),
            here=False,
        ),
    ]


def test_the_menu_is_worded_and_addressed_in_the_page_language():
    assert navigation("aikajana", Lang.SV).menu("header")[1] == Group(
        "aineistot-sv",
        (Link("aikajana sv", "../../sv/aikajana/", here=True), Link("Teman", "../../sv/teman/")),
        here=True,
    )


def test_the_menu_marks_the_group_of_a_page_that_it_does_not_show():
    header = navigation("vaiheet/loppu").menu("header")
    assert [(group.here, [link.here for link in group.links]) for group in header] == [
        (True, [False]),
        (False, [False, False]),
    ]


def test_the_footer_has_its_own_groups_and_says_the_language_of_a_lone_page():
    footer = navigation("index").menu("footer")
    assert footer == [Group("sivustosta-fi", (Link("ot sv", "sv/teman/ot/", lang=Lang.SV),), False)]


def test_a_page_that_is_listed_but_not_written_is_left_out_of_the_menu():
    known = catalogue(pages("index", "a/index"), [menu_group("a", "a/index", "b/index")])
    assert [link.url for link in navigation("index", known=known).menu("header")[0].links] == ["a/"]


def test_a_group_that_has_no_page_is_left_out_of_the_menu():
    groups = [menu_group("a", "a/index"), menu_group("b", "b/index", where="languages")]
    known = catalogue(pages("index", "a/index"), groups)
    assert [group.title for group in navigation("index", known=known).menu("header")] == ["a-fi"]
    assert navigation("index", known=known).menu("languages") == []


def test_without_a_menu_file_the_menu_is_made_of_the_folders_at_the_top():
    known = catalogue(pages("index", "a/index", "a/b/index", "c/sivu", "d"))
    assert navigation("a/index", known=known).menu("header") == [
        Group("index fi", (Link("index fi", "../a/", here=True),), here=True)
    ]
    assert navigation("index", known=known).menu("footer") == []


def test_without_a_menu_file_the_menu_does_not_grow_with_the_site():
    known = catalogue(pages("index", *(f"kansio-{n:04}/index" for n in range(1000))))
    assert len(navigation("index", known=known).menu("header")) == 12


def test_breadcrumbs_lead_home_through_the_fronts_above():
    known = catalogue([*CONTENT, *pages("teemat/syva/index", "teemat/syva/sivu")])
    crumbs = navigation("teemat/syva/sivu", Lang.SV, known).breadcrumbs()
    assert crumbs == [
        Link("«home.sv»", "../../../../sv/"),
        Link("Teman", "../../../../sv/teman/"),
        Link("index sv", "../../../../sv/teman/syva/"),
    ]


@pytest.mark.parametrize(
    ("key", "titles"),
    [
        ("index", []),
        ("aikajana", ["«home.fi»"]),
        ("vaiheet/index", ["«home.fi»"]),
        ("vaiheet/alku", ["«home.fi»", "index fi"]),
    ],
)
def test_breadcrumbs_never_hold_the_page_itself(key, titles):
    assert [crumb.title for crumb in navigation(key).breadcrumbs()] == titles


def test_breadcrumbs_say_the_language_of_a_front_that_exists_in_the_other_only():
    known = catalogue([page("a/index.fi"), page("a/sivu.sv")])
    assert navigation("a/sivu", Lang.SV, known).breadcrumbs()[1].lang is Lang.FI


def test_a_section_lists_its_pages_in_reading_order_with_lone_pages_in_their_language():
    assert navigation("vaiheet/alku", Lang.SV).section() == [
        Link("index sv", "../../../sv/vaiheet/"),
        Link("loppu sv", "../../../sv/vaiheet/loppu/"),
        Link("alku sv", "../../../sv/vaiheet/alku/", here=True),
        Link("silta fi", "../../../vaiheet/silta/", lang=Lang.FI),
    ]


@pytest.mark.parametrize("key", ["index", "aikajana", "yksin/sivu"])
def test_a_page_without_company_has_no_section(key):
    known = catalogue([*CONTENT, *pages("yksin/sivu")], GROUPS)
    assert navigation(key, known=known).section() == []


@pytest.mark.parametrize(
    ("at", "first", "last"), [(0, 0, 29), (3, 0, 29), (500, 485, 514), (999, 970, 999)]
)
def test_a_section_of_a_thousand_pages_shows_the_thirty_nearest(at, first, last):
    known = catalogue(pages(*(f"s/{n:04}" for n in range(1000))))
    titles = [link.title for link in navigation(f"s/{at:04}", known=known).section()]
    assert titles == [f"{n:04} fi" for n in range(first, last + 1)]


def test_neighbours_follow_the_menu_and_then_the_folders():
    order = ["vaiheet/index", "vaiheet/loppu", "vaiheet/alku", "aikajana", "teemat/index"]
    rest = ["teemat/perhekeskus", "vaiheet/silta"]
    found = {}
    for key in order + rest:
        before, after = navigation(key).previous_and_next()
        found[key] = (before and before.title, after and after.title)
    assert found == {
        "vaiheet/index": (None, "loppu fi"),
        "vaiheet/loppu": ("index fi", "alku fi"),
        "vaiheet/alku": ("loppu fi", "aikajana fi"),
        "aikajana": ("alku fi", "index fi"),
        "teemat/index": ("aikajana fi", "perhekeskus fi"),
        "teemat/perhekeskus": ("index fi", "silta fi"),
        "vaiheet/silta": ("perhekeskus fi", None),
    }


def test_neighbours_are_pages_of_the_same_language():
    assert navigation("teemat/index", Lang.SV).previous_and_next()[1] == Link(
        "ot sv", "../../sv/teman/ot/"
    )
    assert navigation("teemat/ot", Lang.SV).previous_and_next()[1] is None


def test_the_home_page_has_no_neighbours():
    assert navigation("index").previous_and_next() == (None, None)


def test_a_page_that_two_groups_list_does_not_turn_the_reader_back():
    groups = [menu_group("x", "a", "b"), menu_group("y", "a", "c")]
    known = catalogue(pages("a", "b", "c"), groups)
    after_b = navigation("b", known=known).previous_and_next()[1]
    assert after_b == Link("c fi", "../c/")


def test_a_page_without_a_file_has_a_menu_but_no_place_in_the_site():
    known = catalogue(CONTENT, GROUPS)
    search = Navigation(known, Lang.SV, "sv/sok/")
    assert search.home_url() == "../../sv/"
    assert search.menu("header")[0].links[0].url == "../../sv/vaiheet/"
    assert search.breadcrumbs() == search.section() == []
    assert search.previous_and_next() == (None, None)
