"""When a file last changed: from git, or not known."""

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from builders import catalogue, page
from kb.read.history import History, Lines, Moments, NoHistory, history_of
from kb.render.sitemap import entries
from kb.text import Lang


class Repository:
    """A git repository that lives as long as a test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.git("init", "--quiet")

    def git(self, *arguments: str, day: str = "2026-01-01") -> None:
        moment = day if "T" in day else f"{day}T12:00:00+00:00"
        mine = {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "Aino",
            "GIT_AUTHOR_EMAIL": "aino@example.fi",
            "GIT_AUTHOR_DATE": "2001-01-01T12:00:00+00:00",
            "GIT_COMMITTER_NAME": "Bo",
            "GIT_COMMITTER_EMAIL": "bo@example.fi",
            "GIT_COMMITTER_DATE": moment,
        }
        subprocess.run(
            ["git", "-C", str(self.folder), *arguments],
            env={**os.environ, **mine},
            check=True,
            capture_output=True,
        )

    def commit(self, day: str, **texts: str) -> None:
        for name, text in texts.items():
            self.write(name, text)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "muutos", day=day)

    def write(self, name: str, text: str) -> None:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


@pytest.fixture(autouse=True)
def no_outer_repository(monkeypatch, tmp_path):
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))


@pytest.fixture
def repository(tmp_path):
    return Repository(tmp_path / "repo")


def test_a_file_changed_on_the_day_of_the_last_commit_that_touched_it(repository):
    repository.commit("2026-01-10", **{"docs/a.fi.md": "yksi", "docs/b.fi.md": "yksi"})
    repository.commit("2026-02-20", **{"docs/a.fi.md": "kaksi"})
    repository.commit("2026-03-30", **{"muu.txt": "ei koske"})
    history = history_of(repository.folder / "docs")
    assert history.is_known()
    assert history.last_changed(repository.folder / "docs/a.fi.md") == date(2026, 2, 20)
    assert history.last_changed(repository.folder / "docs/b.fi.md") == date(2026, 1, 10)


def test_a_file_was_first_seen_in_the_first_commit_that_touched_it(repository, tmp_path):
    repository.commit("2026-01-10", **{"docs/a.fi.md": "yksi"})
    repository.commit("2026-02-20", **{"docs/a.fi.md": "kaksi", "docs/b.fi.md": "yksi"})
    repository.write("docs/uusi.fi.md", "ei vielä")
    history = history_of(repository.folder / "docs")
    assert history.first_seen(repository.folder / "docs/a.fi.md") == date(2026, 1, 10)
    assert history.first_seen(repository.folder / "docs/b.fi.md") == date(2026, 2, 20)
    assert history.first_seen(repository.folder / "docs/uusi.fi.md") is None
    assert history.first_seen(tmp_path / "muualla.fi.md") is None
    assert NoHistory().first_seen(repository.folder / "docs/a.fi.md") is None


def test_the_moments_of_a_file_are_those_of_its_commits(repository):
    repository.commit("2026-01-10T08:00:00+02:00", **{"docs/a.fi.md": "yksi"})
    repository.commit("2026-02-20T09:30:00+02:00", **{"docs/a.fi.md": "kaksi"})
    repository.write("docs/uusi.fi.md", "ei vielä")
    history = history_of(repository.folder / "docs")
    first, last = datetime(2026, 1, 10, 6, tzinfo=UTC), datetime(2026, 2, 20, 7, 30, tzinfo=UTC)
    assert history.moments(repository.folder / "docs/a.fi.md") == Moments(first, last)
    assert history.moments(repository.folder / "docs/uusi.fi.md") is None
    assert NoHistory().moments(repository.folder / "docs/a.fi.md") is None


def test_lines_changed_on_the_day_of_the_last_commit_that_touched_more_than_their_spaces(
    repository,
):
    repository.commit("2026-01-10", **{"docs/a.fi.md": "# A\n\nyksi\n\n## B\n\nkaksi\n"})
    repository.commit("2026-02-20", **{"docs/a.fi.md": "# A\n\nyksi\n\n## B\n\nkolme\n"})
    repository.commit("2026-03-30", **{"docs/a.fi.md": "#  A\n\n yksi\n\n## B\n\nkolme\n"})
    file = repository.folder / "docs/a.fi.md"
    history = history_of(repository.folder / "docs")
    assert history.last_changed(file, (1, 4)) == date(2026, 1, 10)
    assert history.last_changed(file, (5, 7)) == date(2026, 2, 20)
    assert history.last_changed(file) == date(2026, 3, 30)


def test_lines_that_are_not_committed_have_no_day(repository):
    repository.commit("2026-01-10", **{"docs/a.fi.md": "# A\n\nyksi\n"})
    repository.write("docs/a.fi.md", "# A\n\nyksi\n\nkaksi\n")
    history = history_of(repository.folder / "docs")
    file = repository.folder / "docs/a.fi.md"
    assert history.last_changed(file, (1, 3)) == date(2026, 1, 10)
    assert history.last_changed(file, (1, 5)) is None
    assert history.last_changed(file, (1, 99)) is None


def test_the_day_is_that_of_utc(repository):
    repository.commit("2026-02-20T01:30:00+02:00", **{"docs/a.fi.md": "yksi"})
    history = history_of(repository.folder / "docs")
    assert history.last_changed(repository.folder / "docs/a.fi.md") == date(2026, 2, 19)


def test_a_renamed_file_changed_on_the_day_it_got_its_name(repository):
    repository.commit("2026-01-10", **{"docs/vanha.fi.md": "sama teksti"})
    repository.git("mv", "docs/vanha.fi.md", "docs/uusi.fi.md")
    repository.commit("2026-02-20")
    history = history_of(repository.folder / "docs")
    assert history.last_changed(repository.folder / "docs/uusi.fi.md") == date(2026, 2, 20)


@pytest.mark.parametrize("name", ["pääkaupunki.fi.md", "småbarn över.sv.md", "a b.fi.md"])
def test_a_file_is_known_by_a_name_that_is_not_ascii(repository, name):
    repository.commit("2026-02-20", **{f"docs/{name}": "teksti"})
    history = history_of(repository.folder / "docs")
    assert history.last_changed(repository.folder / "docs" / name) == date(2026, 2, 20)


def test_a_change_that_came_by_a_merge_keeps_its_own_day(repository):
    repository.commit("2026-01-10", **{"docs/a.fi.md": "yksi"})
    repository.git("checkout", "--quiet", "-b", "haara")
    repository.commit("2026-02-20", **{"docs/b.fi.md": "kaksi"})
    repository.git("checkout", "--quiet", "-")
    repository.git("merge", "--quiet", "--no-ff", "--no-edit", "haara", day="2026-03-30")
    history = history_of(repository.folder / "docs")
    assert history.last_changed(repository.folder / "docs/b.fi.md") == date(2026, 2, 20)


def test_a_file_outside_every_commit_has_no_day(repository, tmp_path):
    repository.commit("2026-01-10", **{"docs/a.fi.md": "yksi"})
    repository.write("docs/uusi.fi.md", "ei vielä")
    history = history_of(repository.folder / "docs")
    assert history.last_changed(repository.folder / "docs/uusi.fi.md") is None
    assert history.last_changed(tmp_path / "muualla.fi.md") is None


def test_a_folder_without_a_repository_has_no_history(tmp_path):
    (tmp_path / "docs").mkdir()
    assert isinstance(history_of(tmp_path / "docs"), NoHistory)


def test_a_repository_without_commits_has_no_history(repository):
    assert isinstance(history_of(repository.folder), NoHistory)


def test_a_shallow_clone_does_not_pretend_to_know(repository, tmp_path):
    repository.commit("2026-01-10", **{"docs/a.fi.md": "yksi"})
    repository.commit("2026-02-20", **{"docs/b.fi.md": "kaksi"})
    clone = tmp_path / "clone"
    origin = f"file://{repository.folder}"
    repository.git("clone", "--quiet", "--depth", "1", origin, str(clone))
    history = history_of(clone / "docs")
    assert isinstance(history, NoHistory)
    assert not history.is_known()
    assert history.last_changed(clone / "docs/a.fi.md") is None


class DiaryHistory:
    """A history that was written by hand."""

    def __init__(self, days: dict[str, date]) -> None:
        self._days = days

    def last_changed(self, file: Path, lines: Lines | None = None) -> date | None:
        return self._days.get(file.name)

    def is_known(self) -> bool:
        return True


def test_any_object_with_the_two_methods_is_a_history():
    history: History = DiaryHistory({"a.fi.md": date(2026, 2, 20)})
    known = catalogue([page("a.fi"), page("b.fi")])
    listed = entries(
        known, Lang.FI, "https://x.fi/", lambda one: history.last_changed(Path(one.path))
    )
    assert [(entry.url, entry.changed) for entry in listed] == [
        ("https://x.fi/a/", "2026-02-20"),
        ("https://x.fi/b/", ""),
    ]
