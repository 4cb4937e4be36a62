"""How long a person's details are shown, and what makes a card history."""

from datetime import date

import pytest
from builders import contact, day


@pytest.mark.parametrize(
    ("as_of", "today", "current"),
    [
        ("2024-11-23", "2024-11-23", True),
        ("2024-11-23", "2026-11-22", True),
        ("2024-11-23", "2026-11-23", False),
        ("2024-11-23", "2026-11-24", False),
        ("2024-02-29", "2026-02-27", True),
        ("2024-02-29", "2026-02-28", False),
        ("2024-11", "2026-10-31", True),
        ("2024-11", "2026-11-01", False),
        ("2024", "2025-12-31", True),
        ("2024", "2026-01-01", False),
        ("2030-01-01", "2026-11-23", True),
    ],
)
def test_details_are_current_for_two_years_from_the_first_day_they_can_mean(
    as_of, today, current
):
    assert contact(as_of=day(as_of)).is_current(date.fromisoformat(today), 2) is current


@pytest.mark.parametrize(
    ("years", "today", "current"),
    [
        (0, "2024-02-29", False),
        (1, "2025-02-27", True),
        (1, "2025-02-28", False),
        (4, "2028-02-28", True),
        (4, "2028-02-29", False),
    ],
)
def test_the_line_moves_with_the_number_of_years(years, today, current):
    leap = contact(as_of=day("2024-02-29"))
    assert leap.is_current(date.fromisoformat(today), years) is current
