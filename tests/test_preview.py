"""Previews in a repository of their own: a folder each, one commit, nothing but files."""

from __future__ import annotations

import os
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


def deep(built: Path) -> None:
    (built / "/".join("a" * (command.DEEPEST + 1))).mkdir(parents=True)


def many(built: Path) -> None:
    for number in range(command.MOST_FILES + 1):
        (built / str(number)).touch()


def large(built: Path) -> None:
    with (built / "a.bin").open("wb") as file:
        file.truncate(command.MOST_BYTES + 1)


ODD = {
    "no part of a site": [
        lambda built: (built / "passwd").symlink_to("/etc/passwd"),
        lambda built: (built / "there").symlink_to("/"),
        lambda built: os.mkfifo(built / "pipe"),
    ],
    "no file of such a name": [
        lambda built: (built / ".git").mkdir(),
        lambda built: (built / ".htaccess").touch(),
        lambda built: (built / "a\n::add-mask::x").touch(),
        lambda built: (built / "\x1b[31m").touch(),
        lambda built: (built / "\u202egpj.exe").touch(),
        lambda built: Path(os.fsdecode(bytes(built) + b"/\xff")).touch(),
        lambda built: (built / "-rf").touch(),
        lambda built: (built / ("a" * 101)).touch(),
        deep,
    ],
    "more than": [many, large],
}


@pytest.mark.parametrize(
    ("said", "make"), [(said, make) for said, all_of in ODD.items() for make in all_of]
)
def test_what_no_build_leaves_in_a_site_ends_in_a_sentence(said, make, place, tmp_path, capsys):
    built = site(tmp_path / "a", "x")
    make(built)
    assert command.main([str(built), "7", str(place)]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.isascii() and told.count("\n") == 1 and "\x1b" not in told
    assert git(place, "for-each-ref") == ""


def test_a_folder_without_a_page_is_no_site(place, tmp_path, capsys):
    assert command.main([str(tmp_path), "7", str(place)]) == 2
    assert "no built site" in capsys.readouterr().err


def test_what_git_refuses_is_said(tmp_path, capsys):
    built = site(tmp_path / "a", "x")
    assert command.main([str(built), "7", str(tmp_path / "nowhere")]) == 1
    assert "ls-remote" in capsys.readouterr().err


def test_the_key_is_git_s_alone(place, tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_SSH_COMMAND", "")
    monkeypatch.setenv("PREVIEW_KEY", "SECRET")
    file = tmp_path / "key"
    command._use_key(file)
    assert file.read_text("utf-8") == "SECRET\n"
    assert file.stat().st_mode & 0o077 == 0
    assert "PREVIEW_KEY" not in os.environ
