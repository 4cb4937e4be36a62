"""A sample of the hostile corpus in a browser; `make trials` uses more, `make attack` all of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from attacks.corpus import ATTACKS, write
from attacks.payloads import EVIL
from attacks.trial import LEFT, acted, build
from playwright.sync_api import Browser
from sampling import some

EVERY = 28
SAMPLE = some([attack for attack in ATTACKS if attack.file.startswith("sivut/")][::EVERY], 2)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("sample") / "docs", SAMPLE)


@pytest.fixture(scope="module")
def as_written(content: Path) -> Path:
    """The site as nothing has cleaned it."""
    return build(content, content.parent / "as written", sanitiser=False)


def test_the_sample_acts_where_nothing_stands_in_the_way(
    browser: Browser, as_written: Path
) -> None:
    assert len(acted(browser, as_written, policy=False)) >= len(SAMPLE) // 3


def test_what_the_build_has_cleaned_does_nothing(
    browser: Browser, content: Path, tmp_path: Path
) -> None:
    site = build(content, tmp_path / "site", sanitiser=True)
    assert acted(browser, site, policy=False) == {}


def test_behind_the_policy_nothing_runs_and_nobody_is_asked(
    browser: Browser, as_written: Path
) -> None:
    found = {one for seen in acted(browser, as_written, policy=True).values() for one in seen}
    assert found <= {f"{LEFT} {EVIL}"}
