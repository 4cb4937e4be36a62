"""A sample of the hostile corpus in a browser; `make attack` uses all of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from attacks.corpus import ATTACKS, write
from attacks.payloads import EVIL
from attacks.trial import LEFT, acted, build
from playwright.sync_api import Browser

EVERY = 14
SAMPLE = [attack for attack in ATTACKS if attack.file.startswith("sivut/")][::EVERY]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("sample") / "docs", SAMPLE)


def test_the_sample_acts_where_nothing_stands_in_the_way(
    browser: Browser, content: Path, tmp_path: Path
) -> None:
    site = build(content, tmp_path / "site", sanitiser=False)
    assert len(acted(browser, site, policy=False)) >= len(SAMPLE) // 3


def test_what_the_build_has_cleaned_does_nothing(
    browser: Browser, content: Path, tmp_path: Path
) -> None:
    site = build(content, tmp_path / "site", sanitiser=True)
    assert acted(browser, site, policy=False) == {}


def test_behind_the_policy_nothing_runs_and_nobody_is_asked(
    browser: Browser, content: Path, tmp_path: Path
) -> None:
    site = build(content, tmp_path / "site", sanitiser=False)
    found = {one for seen in acted(browser, site, policy=True).values() for one in seen}
    assert found <= {f"{LEFT} {EVIL}"}
