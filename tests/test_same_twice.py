"""A small site in two folders, by two people a year apart: the same bytes."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from same_twice import BUILDERS, CLOCK, built, differing
from test_make import LONE, copy, ready

LINKED = {"lista.fi.md": "# Lista\n\n<!-- kb:all-pages -->\n\n## Osa {#osa}\n\nSana.\n"}


@pytest.mark.slow
def test_two_people_at_other_times_and_places_build_the_same_bytes(tmp_path: Path) -> None:
    first, second = (
        built(ready(copy(tmp_path / one.folder / "project", LONE | LINKED)), one, "build")
        for one in BUILDERS
    )
    assert differing(first, second) == []
    assert "lista/index.html" in first


def test_another_day_or_place_in_the_bytes_would_be_seen() -> None:
    same = {"a": b"1", "b": b"2"}
    assert differing(same, dict(same)) == []
    assert differing(same, {"a": b"1", "b": b"3"}) == ["b"]
    assert differing(same, {"a": b"1"}) == ["b"]


def test_the_second_builder_s_clock_is_more_than_a_year_ahead(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(CLOCK, "utf-8")
    asked = (
        "import datetime as d, time; print(d.date.today(), d.datetime.now().date(), time.time())"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked],
        env={"PYTHONPATH": str(tmp_path), "TZ": "UTC"},
        capture_output=True,
        text=True,
        check=True,
    )
    day, now, seconds = done.stdout.split()
    year = datetime.now(UTC) + timedelta(days=366)
    assert day == now > year.date().isoformat()
    assert float(seconds) > year.timestamp()
