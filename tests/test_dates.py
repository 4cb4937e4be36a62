"""Dates known to the year, the month or the day."""

from datetime import date

import pytest
from kb.model.date import PartialDate


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2016", PartialDate(2016)),
        ("2016-11", PartialDate(2016, 11)),
        ("2016-11-04", PartialDate(2016, 11, 4)),
        ("2016-02-29", PartialDate(2016, 2, 29)),
        (" 2016-11-04 ", PartialDate(2016, 11, 4)),
    ],
)
def test_an_iso_date_keeps_the_precision_of_its_source(text, expected):
    assert PartialDate.parse(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "16",
        "0000",
        "2016-13",
        "2016-00",
        "2016-1",
        "2016-11-4",
        "2016-11-00",
        "2016-11-31",
        "2015-02-29",
        "2016-11-04T12:00",
        "2016-11-04-05",
        "20161104",
        "2016/11/04",
        "4.11.2016",
        "marraskuu 2016",
        "noin 2016",
        "2016–2018",
    ],
)
def test_what_no_calendar_has_is_refused(text):
    with pytest.raises(ValueError):
        PartialDate.parse(text)


@pytest.mark.parametrize("text", ["2016", "2016-01", "2016-11-04", "1809-06-05"])
def test_a_date_is_written_as_it_was_read(text):
    assert str(PartialDate.parse(text)) == text


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("2016", date(2016, 1, 1)),
        ("2016-11", date(2016, 11, 1)),
        ("2016-11-04", date(2016, 11, 4)),
    ],
)
def test_a_date_counts_from_the_first_day_that_it_can_mean(text, first):
    assert PartialDate.parse(text).first_day == first


def test_dates_of_unequal_precision_stand_in_the_order_of_their_first_days():
    in_order = ["2015-12-31", "2016", "2016-01-02", "2016-11", "2016-11-04", "2017"]
    shuffled = [PartialDate.parse(text) for text in sorted(in_order, key=lambda text: text[::-1])]
    assert [str(when) for when in shuffled] != in_order
    assert [str(when) for when in sorted(shuffled, key=lambda d: d.first_day)] == in_order
