"""The opening of a page: its lead first, then facts at a glance with their sources and status."""

import pytest
from builders import (
    both,
    catalogue,
    content,
    day,
    event,
    fact,
    grant,
    html,
    menu_group,
    organisation,
    page,
    phase,
    region,
    setting,
    source,
    theme,
)
from kb.render.body import OURS_STAND_HERE, markdown_of, opening
from kb.render.extension import PageExtension
from kb.render.key_facts import key_facts
from kb.text import Lang, Text

YEARS = fact("S-001", text=Text("Vaihe kesti 2020–2022.", "Fasen pågick 2020–2022."))
OTHER = fact("S-002", text=both("Muuta"))
PHASE = phase("phase-2", page="a", years=both("2020–2022"), facts=("S-002", "S-001"))


def rows(*records, text: str = "Johdanto.", key: str = "a"):
    here = page(f"{key}.fi", f"# Sivu\n\n{text}\n")
    known = catalogue([here], [YEARS, OTHER, *records])
    return key_facts(known, here)


def said(*records, **given) -> dict[str, list[str]]:
    return {
        row.label.fi: [
            ": ".join(part.fi for part in (value.name, value.text) if part) for value in row.values
        ]
        for row in rows(*records, **given)
    }


@pytest.mark.parametrize(
    ("text", "head", "rest"),
    [
        ("# A\n\nJohdanto.\n\n## B", "# A\n\nJohdanto.", "## B"),
        ("\n# A\n\nYksi\nkaksi.\n\nKolme.", "# A\n\nYksi\nkaksi.", "Kolme."),
        ("# A\n\n<p>Kieli</p>\n\n\nJohdanto.\n\nX.", "# A\n\n<p>Kieli</p>\n\n\nJohdanto.", "X."),
        ("# A\n\n## B\n\nTeksti.", "# A", "## B\n\nTeksti."),
        ("# A\n\n- kohta\n\nTeksti.", "# A", "- kohta\n\nTeksti."),
        ("# A", "# A", ""),
        ("Ei otsikkoa.", "", "Ei otsikkoa."),
    ],
)
def test_the_opening_is_the_title_with_the_paragraph_below_it(text, head, rest):
    assert opening(text) == (head, rest)


def test_only_years_are_no_news_since_the_chips_say_them():
    assert rows(PHASE) == []


def test_a_phase_says_its_years_its_money_with_status_and_who_steered():
    steering = organisation("stm", part="steered", phases=("phase-2",))
    supporting = organisation("thl", part="supported", phases=("phase-2",))
    sum_ = grant("raha", phase="phase-2", scope="lape", status="reserved")
    assert said(PHASE, sum_, steering, supporting) == {
        "«glance-time.fi»": ["2020–2022-fi"],
        "«money.fi»": ["Avustus-fi: 851\xa0777\xa0euroa, 2017-fi"],
        "Ohjaus": ["Ministeriö-fi"],
    }
    money = next(row for row in rows(PHASE, sum_) if row.label.fi == "«money.fi»")
    assert money.values[0].status == Text("varattu", "reserverade")


def test_a_value_rests_on_the_facts_that_give_its_figures_or_on_all():
    time, money = rows(PHASE, grant("raha", page="a", facts=("S-002", "S-001")))
    assert time.values[0].facts == ("S-001",)
    assert money.values[0].facts == ("S-002", "S-001")


def test_several_sums_are_never_left_to_be_added_up():
    two = [grant(f"r{number}", page="a") for number in range(2)]
    assert said(*two)["«money.fi»"][-1] == "«glance-do-not-add.fi»"
    assert len(said(two[0])["«money.fi»"]) == 1


def test_money_of_a_wider_programme_says_so():
    wider = grant("raha", page="a", scope="wider")
    assert said(wider)["«money.fi»"][0].endswith("(laajemmat ohjelmat ja muu raha)")


def test_a_call_says_when_it_was_first_to_close():
    dates = {"opens": day("2020-01-20"), "closes": day("2020-04-30")}
    moved = grant("haku", page="a", closes_first=day("2020-03-31"), **dates)
    assert said(moved)["«glance-call.fi»"] == [
        "20.1.–30.4.2020",
        "«closes-moved.fi 31.3.2020/30.4.2020»",
    ]
    assert said(grant("haku", page="a", **dates))["«glance-call.fi»"] == ["20.1.–30.4.2020"]


def test_a_regional_project_without_a_name_or_sum_says_what_was_not_found():
    named = region("lappi", page="a", project=both("Hanke"), grant=700_000)
    nameless = region("kainuu", name=both("Kainuu"), page="a")
    assert said(named, nameless) == {
        "Alue-fi": ["Hanke-fi: «sum-grant.fi 700\xa0000\xa0euroa»"],
        "Kainuu-fi": ["«glance-no-name.fi»"],
    }


def test_the_page_of_the_regions_counts_them_and_those_whose_money_is_known():
    known = [region("lappi", sum=5), region("kainuu")]
    assert said(*known, text="Johdanto.\n\n<!-- kb:regions -->") == {
        "«glance-projects.fi»": ["2"],
        "«glance-sums-known.fi»": ["1"],
    }


def test_a_priority_says_whether_the_call_of_2020_took_it_in():
    mine = content("paino", page="a", phase="phase-2")
    other = content("toinen", phase="phase-2", in_call_2020=True)
    assert said(mine, other)["«glance-call-2020.fi»"] == ["«glance-not-in-call.fi»"]
    assert said(mine) == {}


def test_a_theme_shows_the_answers_of_its_events_by_year_and_no_titles():
    events = [
        event("e1", page="a", answer=both("5 keskusta")),
        event("e2", page="a"),
        event("e4", page="a", answer=both("7 tiimiä")),
        event(
            "e3",
            date=day("2017-05"),
            until=day("2018"),
            page="a",
            status="planned",
            answer=both("9 keskusta"),
        ),
    ]
    found = rows(theme("vip", page="a"), *events)
    values = [value for row in found for value in row.values]
    assert [row.label.fi for row in found] == ["2016", "2017–2018"]
    assert [value.text.fi[0] for value in values] == ["5", "7", "9"]
    assert [value.status and value.status.fi for value in values] == [None, None, "suunniteltu"]


@pytest.mark.parametrize(
    ("key", "text"),
    [("index", ""), ("tietosuoja", ""), ("alue", "<!-- kb:region id=lappi -->")],
    ids=["home", "about the site", "has a region's facts"],
)
def test_no_glance_where_it_has_no_place(key, text):
    footer = menu_group("sivustosta", "tietosuoja", where="footer")
    records = [grant("raha", page=key), region("lappi"), footer]
    assert rows(*records, key=key, text=text or "Johdanto.") == []


@pytest.mark.parametrize("lang", list(Lang))
def test_lead_glance_text_related_and_sources_stand_in_that_order(lang):
    here = page(f"a.{lang}", "# Sivu\n\nJohdanto.\n\n## Luku\n\nTeksti.\n")
    records = [source(), YEARS, grant("raha", page="a", facts=("S-001",), name=both("Nimi"))]
    known = setting(catalogue([here], records))
    text = markdown_of(here, known)
    order = ["Johdanto.", f"«glance.{lang}»", "Nimi", "[^S-001]", "## Luku"]
    order += [OURS_STAND_HERE, "{#lahteet}"]
    assert sorted(order, key=text.index) == order
    shown = html(text, PageExtension(known, here, lambda path: None))
    assert "<dd>" in shown and 'class="mark"' in shown.partition("</aside>")[0]
    assert f"-{lang.other}" not in shown
