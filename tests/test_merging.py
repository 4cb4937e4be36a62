"""Two proposals that each add facts, events and pages are both merged by git, in either order."""

from __future__ import annotations

import shutil
import subprocess
from calendar import timegm
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import check as command
import pytest
from builders import NOW, PROJECT
from confirmed import confirm_all
from edits import EVENT, FACT, NEW_PAGE
from kb.model.evidence import Fact
from kb.model.interface import MenuGroup
from kb.model.programme import Event
from kb.read import read
from memoised import memoised

pytestmark = pytest.mark.slow

PROPOSALS = ("anna", "bo")
NUMBERS = {"anna": (901, 903), "bo": (902, 904)}


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.fi")
    done = subprocess.run(
        ["git", "-C", folder, *who, *arguments], check=True, capture_output=True, text=True
    )
    return done.stdout


def add(docs: Path, who: str, number: int) -> None:
    """A fact, an event, and in one folder a pair of pages that rests on the fact."""
    data = docs / "_data"
    fact = FACT.replace(".\n", f" {number}.\n")  # each tells something of its own
    (data / f"facts/S-{number}.yml").write_text(fact.replace("S-999", f"S-{number}"), "utf-8")
    event = EVENT.replace("uusi-tapahtuma", f"paja-{number}")
    (data / f"timeline/paja-{number}.yml").write_text(event, "utf-8")
    titles = {"fi": f"Apua perheelle {number}", "sv": f"Hjälp för familjen {number}"}
    for lang, title in titles.items():
        slug = f"slug: hjalp-{number}\n" if lang == "sv" else ""
        text = {"fi": "Perhekeskus auttaa.", "sv": "Familjecentret hjälper."}[lang]
        page = NEW_PAGE.format(about=f"{title}. {text}", slug=slug, title=title, text=text)
        own = page.replace("S-045", f"S-{number}")
        (docs / f"teemat/{who}-{number}.{lang}.md").write_text(own, "utf-8")


def propose(folder: Path, who: str) -> None:
    """A branch of main with somebody's new records and pages, declared in step."""
    git(folder, "switch", "--quiet", "--create", who, "main")
    for number in NUMBERS[who]:
        add(folder / "docs", who, number)
    confirm_all(folder / "docs")
    git(folder, "add", "docs")
    git(folder, "commit", "--quiet", "--message", who)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The content as it is on main, and the two proposals on branches of their own.

    What they leave as it was is read and checked once.
    """
    folder = tmp_path_factory.mktemp("merging")
    shutil.copytree(PROJECT / "docs", folder / "docs")
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "add", "docs")
    git(folder, "commit", "--quiet", "--message", "all")
    with memoised():
        for who in PROPOSALS:
            propose(folder, who)
        yield folder


@pytest.mark.parametrize("order", [*permutations(PROPOSALS)], ids="-".join)
def test_both_are_merged_and_the_check_is_green_after_each(
    order: tuple[str, ...],
    repository: Path,
    spellers_memory: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(timegm(NOW.timetuple())))
    docs = repository / "docs"
    git(repository, "switch", "--quiet", "--force-create", "merged", "main")
    for who in order:
        git(repository, "merge", "--quiet", "--no-ff", "--message", who, who)
        assert command.main([str(docs), "--cache", str(spellers_memory)]) == 0
        told = capsys.readouterr().out.partition("Sallitut poikkeukset")[0]
        assert told == ""
    known = read(docs, docs)
    numbers = sorted(number for pair in NUMBERS.values() for number in pair)
    assert [id for id in known.all(Fact) if id.startswith("S-9")] == [f"S-{n}" for n in numbers]
    assert [id for id in known.all(Event) if id.startswith("paja-")] == [
        f"paja-{n}" for n in numbers
    ]
    pages = known.all(MenuGroup)["sisallot"].pages
    new = [f"teemat/{who}-{number}" for who in PROPOSALS for number in NUMBERS[who]]
    at = pages.index(new[0])
    assert list(pages[at : at + len(new)]) == new
    assert pages[at - 1].startswith("teemat/"), "new pages stand after those of their folder"


def test_the_history_of_a_record_goes_on_into_the_list_that_it_was_in() -> None:
    try:
        shallow = git(PROJECT, "rev-parse", "--is-shallow-repository").strip()
    except subprocess.CalledProcessError:
        pytest.skip("no repository")
    if shallow != "false":
        pytest.skip("only a part of the history is at hand")
    for record in ("facts/S-045", "timeline/haku-2020", "regions/lappi", "funding/lastensuojelu"):
        file, kind = f"docs/_data/{record}.yml", record.partition("/")[0]
        log = git(PROJECT, "log", "--follow", "--name-only", "--format=", "--", file)
        assert f"docs/_data/{kind}.yml" in log.split("\n")
        assert f"docs/_data/{kind}.yml" in git(PROJECT, "blame", "-w", "--show-name", file)
