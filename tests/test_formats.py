"""Dates, sums and alphabetical order as each language writes them."""

import pytest
from builders import day
from kb.model.formats import NBSP, date_text, money_text, sort_key, span_text
from kb.text import Lang


@pytest.mark.parametrize(
    ("iso", "fi", "sv"),
    [
        ("2019-10-24", "24.10.2019", "24 oktober 2019"),
        ("2020-01-02", "2.1.2020", "2 januari 2020"),
        ("2016-11", "marraskuu 2016", "november 2016"),
        ("2017", "2017", "2017"),
    ],
)
def test_a_date_is_worded_as_precisely_as_it_is_known(iso, fi, sv):
    assert date_text(day(iso), Lang.FI) == fi
    assert date_text(day(iso), Lang.SV) == sv


@pytest.mark.parametrize(
    ("start", "end", "fi", "sv"),
    [
        ("2016-09-01", None, "1.9.2016", "1 september 2016"),
        ("2016-09-01", "2016-09-01", "1.9.2016", "1 september 2016"),
        ("2016-09-01", "2016-11-04", "1.9.–4.11.2016", "1 september–4 november 2016"),
        ("2018-11-26", "2018-11-27", "26.–27.11.2018", "26–27 november 2018"),
        ("2016-12-01", "2017-01-31", "1.12.2016–31.1.2017", "1 december 2016–31 januari 2017"),
        ("2017", "2018", "2017–2018", "2017–2018"),
    ],
)
def test_a_span_names_the_year_once_and_joins_its_ends_with_a_dash(start, end, fi, sv):
    last = day(end) if end else None
    assert span_text(day(start), last, Lang.FI) == fi
    assert span_text(day(start), last, Lang.SV) == sv


@pytest.mark.parametrize(
    ("euros", "fi", "sv"),
    [
        (700, "700~euroa", "700~euro"),
        (851_777, "851~777~euroa", "851~777~euro"),
        (700_000, "700~000~euroa", "700~000~euro"),
        (1_143_199, "1~143~199~euroa", "1~143~199~euro"),
        (1_750_000, "1,75~miljoonaa euroa", "1,75~miljoner euro"),
        (3_325_000, "3,325~miljoonaa euroa", "3,325~miljoner euro"),
        (19_000_000, "19~miljoonaa euroa", "19~miljoner euro"),
        (23_600_000, "23,6~miljoonaa euroa", "23,6~miljoner euro"),
    ],
)
def test_a_sum_never_breaks_between_its_figures_and_its_unit(euros, fi, sv):
    assert money_text(euros, Lang.FI) == fi.replace("~", NBSP)
    assert money_text(euros, Lang.SV) == sv.replace("~", NBSP)


def test_one_million_is_worded_in_the_singular():
    assert money_text(1_000_000, Lang.FI) == f"1{NBSP}miljoona euroa"
    assert money_text(1_000_000, Lang.SV) == f"1{NBSP}miljon euro"


@pytest.mark.parametrize(
    "in_order",
    [
        ["aika", "zoo", "åker", "äiti", "öljy"],
        ["Aura", "aurinko", "Äänekoski", "Ö"],
        ["barn", "barnskydd", "bruk", "båt", "bät", "böra"],
        ["ideer", "idéer och", "idz"],
        ["sote", "sote uudistus", "sotea"],
        ["e-post", "eposta", "etäpalvelu"],
    ],
)
def test_words_stand_in_finnish_and_swedish_alphabetical_order(in_order):
    assert sorted(sorted(in_order), key=sort_key) == in_order
