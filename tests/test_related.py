"""What is near a page, chosen only from what files say."""

import pytest
from builders import (
    both,
    catalogue,
    contact,
    day,
    event,
    grant,
    menu_group,
    page,
    pages,
    phase,
    region,
    theme,
)
from kb.directives.home import newest
from kb.render import related
from kb.text import Lang


def written(name: str, text: str = "", **front: str):
    """A page whose front matter has these lists."""
    lines = "".join(f"{key}: [{value}]\n" for key, value in front.items())
    return page(f"{name}.fi", f"---\n{lines}---\n# Sivu\n\n{text}\n")


def keys(known, key: str) -> list[str]:
    return related.pages(known, known.page(key, Lang.FI))


@pytest.mark.parametrize(
    ("other", "near"),
    [
        (written("b", themes="vip"), True),
        (written("b", themes="ot"), False),
        (written("b", phases="phase-1"), False),
        (written("b", "[Sivu](a.md)"), False),
        (written("b", "[Sivu](a.md)", phases="phase-1"), True),
        (written("b", "[Sivu](a.md)", phases="phase-2"), False),
        (written("b/index", themes="vip"), False),
        (written("index", themes="vip"), False),
        (written("palaute", themes="vip"), False),
        (page("b.sv", "---\nthemes: [vip]\n---\n# Sida\n"), False),
    ],
    ids=["same theme", "other theme", "same phase only", "link only", "link and phase",
         "link from another phase", "front", "home", "about the site", "other language"],
)  # fmt: skip
def test_a_page_is_near_by_its_theme_or_by_leading_here_from_the_same_phase(other, near):
    here = written("a", themes="vip", phases="phase-1")
    known = catalogue([here, other], [menu_group("sivustosta", "palaute", where="footer")])
    assert keys(known, "a") == ([other.key] if near else [])


def test_pages_of_the_same_folder_stand_in_the_section_menu_already():
    content = [written(f"teemat/{name}", themes="vip") for name in "ab"]
    known = catalogue([*content, written("muu", themes="vip")])
    assert keys(known, "teemat/a") == ["muu"]


def test_the_nearest_pages_come_first_and_never_more_than_a_handful():
    narrow = written("narrow", themes="vip")
    wide = [written(f"wide-{number}", themes="vip, ot, muu") for number in range(10)]
    leading = written("leading", "[Sivu](a.md)", themes="vip")
    known = catalogue([written("a", themes="vip"), *wide, narrow, leading])
    found = keys(known, "a")
    assert found[:2] == ["leading", "narrow"]
    assert len(found) == related.MOST_PAGES


EVENTS = [
    event("kaukana", facts=("S-009",)),
    event("sivun", date=day("2020"), page="a", facts=("S-009",)),
    event("teeman", date=day("2018"), themes=("vip",), facts=("S-009",)),
    event("viitattu", date=day("2017"), facts=("S-001",)),
]


def test_events_are_near_by_page_theme_or_fact_and_stand_in_date_order():
    known = catalogue([written("a", "Väite.[^S-001]", themes="vip")], EVENTS)
    here = known.page("a", Lang.FI)
    assert [one.id for one in related.dates(known, here)] == ["viitattu", "teeman", "sivun"]


def test_a_fact_that_every_page_cites_brings_an_event_less_near_than_a_rare_one():
    often = [written(f"m{number}", "Väite.[^S-001]") for number in range(20)]
    many = [event(f"yleinen-{number}", facts=("S-001",)) for number in range(related.MOST_DATES)]
    rare = event("harvinainen", date=day("2022"), facts=("S-002",))
    known = catalogue([written("a", "Yksi.[^S-001] Kaksi.[^S-002]"), *often], [*many, rare])
    found = [one.id for one in related.dates(known, known.page("a", Lang.FI))]
    assert len(found) == related.MOST_DATES
    assert "harvinainen" in found


def test_a_page_that_shows_the_timeline_repeats_no_dates():
    known = catalogue([written("a", "<!-- kb:timeline -->", themes="vip")], EVENTS)
    assert related.dates(known, known.page("a", Lang.FI)) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Puhujana oli Aino Aho.", ["Aino Aho"]),
        ("Väite.[^H-02]", ["Aino Aho"]),
        ("Väite.[^H-03]", ["Bo Berg"]),
        ("Ei ketään.", []),
        ("Aino Aho ja Bo Berg\n\n<!-- kb:contacts -->", []),
    ],
)
def test_people_are_those_whom_the_page_names_or_cites_with_all_their_roles(text, names):
    people = [contact("H-01"), contact("H-02"), contact("H-03", name="Bo Berg")]
    known = catalogue([written("a", text)], people)
    found = related.people(known, known.page("a", Lang.FI))
    assert [roles[0].name for roles in found] == names
    if names == ["Aino Aho"]:
        assert [role.id for role in found[0]] == ["H-01", "H-02"]


SUMS = [
    grant("oma", page="a", facts=("S-001",)),
    grant("vaiheen", phase="phase-2", scope="lape", facts=("S-002",)),
    grant("laajempi", phase="phase-2", scope="wider", facts=("S-003",)),
]


@pytest.mark.parametrize(
    ("key", "text", "found"),
    [
        ("a", "", ["oma"]),
        ("b", "Väite.[^S-001]", []),
        ("vaihe", "", ["vaiheen"]),
        ("raha/haku", "Väite.[^S-001][^S-003]", ["oma", "laajempi"]),
        ("raha/index", "<!-- kb:funding -->", []),
    ],
    ids=["own", "only cited", "the phase's", "told in the money section", "shown anyway"],
)
def test_sums_belong_to_the_page_its_phase_or_the_money_section(key, text, found):
    home = page("raha/index.fi", "# Raha\n\n<!-- kb:funding -->\n")
    known = catalogue([home, written(key, text)], [*SUMS, phase("phase-2", page="vaihe")])
    assert [one.id for one in related.sums(known, known.page(key, Lang.FI))] == found


def test_a_page_tells_of_a_region_when_it_cites_all_that_is_known_of_it():
    regions = [region("lappi", facts=("S-001", "S-002")), region("kainuu", facts=("S-003",))]
    known = catalogue(
        [written("a", "Yksi.[^S-001] Kaksi.[^S-002]"), written("b", "[^S-001]")], regions
    )
    assert [one.id for one in related.regions(known, known.page("a", Lang.FI))] == ["lappi"]
    assert related.regions(known, known.page("b", Lang.FI)) == []


def test_a_themes_own_page_has_the_events_that_gave_it_an_answer():
    answers = {"e0": both("Vastaus"), "e1": both("Toinen"), "e2": None}
    mine = [event(id, themes=("vip",), answer=answer) for id, answer in answers.items()]
    content = [written("a", themes="vip"), written("b", themes="vip")]
    own = theme("vip", page="a")
    known = catalogue(content, [own, *mine])
    assert [one.id for one in related.theme_dates(known, known.page("a", Lang.FI))] == ["e0", "e1"]
    assert related.theme_dates(known, known.page("b", Lang.FI)) == []


def test_the_newest_events_come_last_day_first():
    known = catalogue(pages("a"), EVENTS)
    assert [one.id for one in newest(known, 2)] == ["sivun", "teeman"]


def test_the_home_of_a_kind_of_data_is_a_list():
    known = catalogue([page("sanasto.fi", "# S\n\n<!-- kb:glossary -->\n"), page("muu.fi")])
    assert related.is_a_list(known, known.page("sanasto", Lang.FI))
    assert not related.is_a_list(known, known.page("muu", Lang.FI))
