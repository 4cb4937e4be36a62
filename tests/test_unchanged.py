"""A build of what has not changed builds nothing; whatever a site depends on is asked about."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import PROJECT
from kb.release.unchanged import is_unchanged, made_from, remember
from test_history import Repository

Change = Callable[[Path, dict[str, str]], object]


def appended(file: str) -> Change:
    def change(project: Path, _: dict[str, str]) -> None:
        with (project / file).open("a", encoding="utf-8") as written:
            written.write("\n")

    return change


CHANGES: dict[str, Change] = {
    "page": appended("docs/a.fi.md"),
    "record": appended("docs/_data/facts/S-001.yml"),
    "new page": appended("docs/b.fi.md"),
    "picture": appended("docs/kuva.svg"),
    "template": appended("overrides/partials/footer.html"),
    "style": appended("styles/tokens.css"),
    "settings": appended("mkdocs.yml"),
    "deleted": lambda project, _: (project / "docs/a.fi.md").unlink(),
    "renamed": lambda project, _: (project / "docs/a.fi.md").rename(project / "docs/c.fi.md"),
    "address": lambda _, settings: settings.update(SITE_URL="https://b.fi/"),
    "mailbox": lambda _, settings: settings.update(MAILBOX="a@b.fi"),
}


FILES = {"docs/a.fi.md": "# A\n", "docs/kuva.svg": "<svg/>", "docs/_data/facts/S-001.yml": "-\n"}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A project with a page, a picture and a fact, in git."""
    repository = Repository(tmp_path / "project")
    folder = repository.folder
    for part in ("overrides", "styles"):
        shutil.copytree(PROJECT / part, folder / part)
    shutil.copy2(PROJECT / "mkdocs.yml", folder)
    repository.commit("2025-05-05", **FILES)
    return repository


@pytest.fixture
def project(repository: Repository) -> Path:
    """Its folder."""
    return repository.folder


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_a_site_is_made_from_is_asked_about(project: Path, change: Change) -> None:
    settings = {"SITE_URL": "https://a.fi/"}
    before = made_from(project, settings)
    assert made_from(project, settings) == before
    change(project, settings)
    assert made_from(project, settings) != before


def test_a_new_commit_may_change_the_days_of_pages(repository: Repository) -> None:
    project = repository.folder
    before = made_from(project, {})
    repository.commit("2025-06-06", **{"muu.txt": "x"})
    assert made_from(project, {}) != before


def test_the_day_is_asked_about(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    before = made_from(project, {})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600100000")
    assert made_from(project, {}) != before


def test_a_site_is_unchanged_until_somebody_touches_it(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "a").mkdir(parents=True)
    (site / "a/index.html").write_text("A")
    assert not is_unchanged(site, "made")
    remember(site, "made")
    assert is_unchanged(site, "made")
    assert not is_unchanged(site, "otherwise made")
    (site / "a/index.html").write_text("B")
    assert not is_unchanged(site, "made")
    (site / "a/index.html").write_text("A")
    assert is_unchanged(site, "made")
    (site / "b.html").write_text("")
    assert not is_unchanged(site, "made")
    shutil.rmtree(site)
    assert not is_unchanged(site, "made")
