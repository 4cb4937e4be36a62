"""Two people who confirm, each on a branch of their own: git merges what they have written."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import translations as command
from builders import PROJECT
from kb.model.translations import State
from kb.read import read
from test_merging import git

SECTIONS = ("a", "b", "c")
RULES = Path(".gitattributes")


def text(lang: str, *changed: str) -> str:
    """A page with three sections, of which some say more."""
    words = {"fi": ("Otsikko", "Teksti", "lisää"), "sv": ("Rubrik", "Text", "mera")}[lang]
    parts = [
        f"## {words[0]} {one} {{#{one}}}\n\n{words[1]} {one}"
        + "".join(f" {words[2]} {word[1:]}" for word in changed if word[0] == one)
        + ".\n"
        for one in SECTIONS
    ]
    return f"# {words[0]}\n\n{words[1]}.\n\n" + "\n".join(parts)


class Team:
    """A repository with one page pair, and the branches of two people."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.docs = folder, folder / "docs"
        git(folder, "init", "--quiet", "--initial-branch", "main")
        self.docs.mkdir(parents=True)
        shutil.copyfile(PROJECT / RULES, folder / RULES)
        self.write()
        self.commit()

    def write(self, *changed: str) -> None:
        for lang in ("fi", "sv"):
            (self.docs / f"sivu.{lang}.md").write_text(text(lang, *changed), "utf-8")

    def commit(self) -> None:
        git(self.folder, "add", "--all")
        git(self.folder, "commit", "--quiet", "--allow-empty", "--message", "x")

    def confirm(self, *sections: str) -> None:
        names = [f"sivu#{one}" for one in sections]
        assert command.main(["--docs", str(self.docs), "confirm", *names]) == 0
        self.commit()

    def branch(self, name: str) -> None:
        git(self.folder, "switch", "--quiet", "--create", name, "main")

    def merge(self) -> dict[str, State]:
        """The states of the sections after both branches are merged."""
        git(self.folder, "switch", "--quiet", "--force-create", "merged", "main")
        for who in ("anna", "bo"):
            git(self.folder, "merge", "--quiet", "--no-edit", who)
        catalogue = read(self.docs, self.docs)
        assert not [one for one in catalogue.findings if one.path.endswith("sivu.yml")]
        return {one.anchor: one.state for one in catalogue.comparisons["sivu"]}


@pytest.fixture
def team(tmp_path: Path) -> Team:
    return Team(tmp_path)


def test_new_sections_of_a_page_that_nobody_had_confirmed(team: Team) -> None:
    for who, section in (("anna", "a"), ("bo", "b")):
        team.branch(who)
        team.confirm(section)
    states = team.merge()
    assert (states["a"], states["b"]) == (State.IN_STEP, State.IN_STEP)


@pytest.mark.parametrize("pair", [("a", "b"), ("b", "a"), ("a", "c")], ids="-".join)
def test_sections_that_somebody_had_confirmed_before(team: Team, pair: tuple[str, str]) -> None:
    team.confirm(*SECTIONS)
    team.write("a1", "b1", "c1")
    team.commit()
    for who, section in zip(("anna", "bo"), pair, strict=True):
        team.branch(who)
        team.confirm(section)
    states = team.merge()
    assert [states[one] for one in pair] == [State.IN_STEP, State.IN_STEP]


def test_the_same_section_twice(team: Team) -> None:
    for who in ("anna", "bo"):
        team.branch(who)
        team.confirm("a")
    assert team.merge()["a"] is State.IN_STEP


@pytest.mark.parametrize("kept", ["a1", "a2"])
def test_the_same_section_of_two_texts_is_in_step_with_either(team: Team, kept: str) -> None:
    team.confirm(*SECTIONS)
    for who, changed in (("anna", "a1"), ("bo", "a2")):
        team.branch(who)
        team.write(changed)
        team.commit()
        team.confirm("a")
        team.write()  # the page itself is merged by hand
        team.commit()
    team.merge()
    team.write(kept)
    found = read(team.docs, team.docs).comparisons["sivu"]
    assert {one.anchor: one.state for one in found}["a"] is State.IN_STEP
