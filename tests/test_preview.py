"""Previews in a repository of their own: a folder each, one commit, nothing but files."""

from __future__ import annotations

import subprocess
from pathlib import Path

import preview as command
import pytest

ENVIRONMENT = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    bare = tmp_path / "previews.git"
    bare.mkdir()
    git(bare, "init", "--quiet", "--bare", "--initial-branch", "main")
    return bare


def site(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "index.html").write_text(text, "utf-8")
    return folder


def there(place: Path) -> dict[str, str]:
    names = git(place, "ls-tree", "-r", "--name-only", "main").split()
    return {name: git(place, "show", f"main:{name}") for name in names if name.endswith(".html")}


def test_each_proposal_has_its_folder_and_the_repository_one_commit(place, tmp_path):
    assert command.main([str(site(tmp_path / "a", "yksi")), "7", str(place)]) == 0
    assert command.main([str(site(tmp_path / "b", "kaksi")), "12", str(place)]) == 0
    (tmp_path / "a/index.html").unlink()
    (site(tmp_path / "a", "uusi") / "sv").mkdir()
    (tmp_path / "a/sv/index.html").write_text("ny", "utf-8")
    assert command.main([str(tmp_path / "a"), "7", str(place)]) == 0
    assert there(place) == {
        "7/index.html": "uusi",
        "7/sv/index.html": "ny",
        "12/index.html": "kaksi",
    }
    assert git(place, "rev-list", "--count", "main") == "1"
    assert git(place, "show", "main:robots.txt").endswith("Disallow: /")


def test_the_newest_are_kept_and_the_one_just_made(place, tmp_path):
    built = site(tmp_path / "a", "x")
    for number in ("9", "10", "11", "2"):
        assert command.main([str(built), number, str(place), "--keep", "2"]) == 0
    assert sorted(there(place)) == ["11/index.html", "2/index.html"]


def test_whoever_was_faster_is_not_lost(place, tmp_path, monkeypatch):
    put, first = command._put, [True]

    def slowly(*arguments: object) -> None:
        if first:
            first.clear()
            assert command.main([str(site(tmp_path / "b", "nopea")), "8", str(place)]) == 0
        put(*arguments)

    monkeypatch.setattr(command, "_put", slowly)
    assert command.main([str(site(tmp_path / "a", "hidas")), "7", str(place)]) == 0
    assert there(place) == {"7/index.html": "hidas", "8/index.html": "nopea"}


@pytest.mark.parametrize("number", ["", "0", "../x", "7/..", "-1", "7 8", ".git"])
def test_only_a_number_is_a_folder(number, place, tmp_path):
    assert command.main([str(site(tmp_path / "a", "x")), "--", number, str(place)]) == 2


def test_what_is_no_plain_site_is_refused(place, tmp_path, capsys):
    assert command.main([str(tmp_path), "7", str(place)]) == 2
    built = site(tmp_path / "a", "x")
    (built / "passwd").symlink_to("/etc/passwd")
    assert command.main([str(built), "7", str(place)]) == 2
    (built / "passwd").unlink()
    (built / ".git").mkdir()
    assert command.main([str(built), "7", str(place)]) == 2
    assert "no part of a site" in capsys.readouterr().err
    assert git(place, "for-each-ref") == ""


def test_the_key_is_git_s_alone(place, tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_SSH_COMMAND", "")
    monkeypatch.setenv("PREVIEW_KEY", "SECRET")
    file = tmp_path / "key"
    command._use_key(file)
    assert file.read_text("utf-8") == "SECRET\n"
    assert file.stat().st_mode & 0o077 == 0
