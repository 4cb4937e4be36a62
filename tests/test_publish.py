"""The commands that build and publish: in one step, one at a time, with words when they fail."""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import pytest
from kb.release import swap
from kb.release.lock import alone
from kb.release.manifest import Manifest
from kb.text import Text
from publishing.kills import BUILD, PUBLISH, build_kills, pairs, publish_kills
from publishing.sites import WORDS, Sites, same, write_docs
from test_release import write

FAILING = "\n[Poissa](ei-ole.md)\n"
QUICK_MKDOCS = """
import os, pathlib, sys, time
site = pathlib.Path(sys.argv[-1])
text = (pathlib.Path(os.environ["KB_DOCS"]) / "aihe.fi.md").read_text("utf-8")
for number in range(20):
    (site / str(number)).mkdir(parents=True)
    (site / str(number) / "index.html").write_text(text, "utf-8")
    time.sleep(0.01)
sys.exit("ei-ole" in text)
"""
"""Writes as MkDocs does, file by file, without thinking; `make publish-trial` has the real one."""


@pytest.fixture
def own(sites: Sites, tmp_path: Path) -> Sites:
    """The pages in a folder that the test may change."""
    write_docs(tmp_path / "docs", WORDS[0])
    return Sites(tmp_path / "docs", sites.releases)


@pytest.fixture
def quick(own: Sites, tmp_path: Path) -> Sites:
    """The same pages, built by what only writes files."""
    write(tmp_path / "modules", {"mkdocs/__init__.py": "", "mkdocs/__main__.py": QUICK_MKDOCS})
    return replace(own, modules=str(tmp_path / "modules"))


def run(
    sites: Sites, *command: str | Path, limit: Callable[[], None] | None = None
) -> tuple[int, str]:
    """Status and what was said, in both languages on one line."""
    done = subprocess.run(
        [sys.executable, *command],
        env=sites.environment,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit,
    )
    return done.returncode, done.stderr


def small_files_only() -> None:
    """What a full disk does to a writer, without a disk: no file may grow over 20 kB."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))


def test_publishing_killed_at_any_moment_leaves_a_whole_release(
    sites: Sites, tmp_path: Path
) -> None:
    count, wrong = publish_kills(sites, tmp_path / "place", 4)
    assert count > 0
    assert wrong == []


def test_a_build_killed_at_any_moment_leaves_the_whole_site(quick: Sites, tmp_path: Path) -> None:
    count, wrong = build_kills(quick, tmp_path, 8)
    assert count > 0
    assert wrong == []


def test_two_builds_at_once_both_succeed(quick: Sites, tmp_path: Path) -> None:
    assert pairs(quick, tmp_path, 3) == []


def test_readers_are_told_nothing_and_the_maintainer_what_was_published(
    sites: Sites, tmp_path: Path
) -> None:
    place = tmp_path / "place"
    for number, site in enumerate(sites.releases):
        status, said = run(sites, PUBLISH, place, "--site", site)
        assert (status, sites.shown(place / "current")) == (0, number), said
        assert "Julkaistu: " in said and "Publicerad: " in said
    status, said = run(sites, PUBLISH, "--rollback", place)
    assert (status, sites.shown(place / "current")) == (0, 0), said
    assert "Palattiin julkaisuun" in said and "Tillbaka till" in said
    manifest = Manifest.load(place / "current")
    assert manifest is not None and manifest.differences(place / "current") == []


def test_a_site_that_lets_readers_down_is_not_published(sites: Sites, tmp_path: Path) -> None:
    place, bad = tmp_path / "place", tmp_path / "bad"
    assert run(sites, PUBLISH, place, "--site", sites.releases[0])[0] == 0
    for part in ("vanha/index.html", "sv/amne/index.html", "lape-tietopankki.pdf"):
        shutil.copytree(sites.releases[1], bad)
        (bad / part).unlink()
        status, said = run(sites, PUBLISH, place, "--site", bad)
        assert status == 1
        assert "lukijat näkevät saman kuin ennenkin" in said
        assert "läsarna ser samma som förut" in said
        assert part.removesuffix("index.html") in said
        assert sites.shown(place / "current") == 0
        shutil.rmtree(bad)


def test_a_failing_page_leaves_the_old_release(own: Sites, tmp_path: Path) -> None:
    place = tmp_path / "place"
    assert run(own, PUBLISH, place, "--site", own.releases[0])[0] == 0
    page = own.docs / "aihe.fi.md"
    page.write_text(page.read_text("utf-8") + FAILING, "utf-8")
    status, said = run(own, PUBLISH, place)
    assert status == 1
    assert "Rakentaminen epäonnistui" in said and "Bygget misslyckades" in said
    assert "Traceback" not in said
    assert own.shown(place / "current") == 0
    assert [*place.glob("releases/.*")] == []


def test_where_the_disk_refuses_it_says_so_without_a_traceback(
    sites: Sites, tmp_path: Path
) -> None:
    place = tmp_path / "place"
    assert run(sites, PUBLISH, place, "--site", sites.releases[0])[0] == 0
    command = (PUBLISH, place, "--site", sites.releases[1])
    status, said = run(sites, *command, limit=small_files_only)
    assert status == 1
    assert "Järjestelmä ilmoitti: File too large" in said
    assert "Systemet meddelade: File too large" in said
    assert "Traceback" not in said
    assert sites.shown(place / "current") == 0


def test_a_folder_that_the_old_make_left_without_a_site_gets_it_back(
    quick: Sites, tmp_path: Path
) -> None:
    shutil.copytree(quick.releases[0], tmp_path / "site.old")
    write(tmp_path / "site.new", {"index.html": "kesken"})
    write(tmp_path / "site.new-123", {"index.html": "kesken"})
    page = quick.docs / "aihe.fi.md"
    page.write_text(page.read_text("utf-8") + FAILING, "utf-8")
    status, said = run(quick, BUILD, tmp_path / "site")
    assert status == 1
    assert "on ennallaan: Rakentaminen epäonnistui" in said
    assert same(quick.releases[0], tmp_path / "site")
    assert sorted(one.name for one in tmp_path.glob("site*")) == ["site"]


@pytest.mark.parametrize("knows", [True, False])
def test_a_folder_takes_the_place_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, knows: bool
) -> None:
    if not knows:
        monkeypatch.setattr(swap, "_exchanged", lambda *_: False)
    site = tmp_path / "site"
    for number in range(3):
        new = write(swap.scratch(site), {"index.html": f"{number}"})
        swap.replace_folder(site, new)
        assert (site / "index.html").read_text("utf-8") == f"{number}"
        assert [one.name for one in tmp_path.iterdir()] == ["site"]


def _hold(lock: Path, told: str) -> None:
    with alone(lock, lambda text: Path(told).write_text(text.both, "utf-8") and None):
        pass


def test_the_second_of_two_waits_and_says_so(tmp_path: Path) -> None:
    lock, told = tmp_path / "lock", tmp_path / "told"
    said: list[Text] = []
    with alone(lock, said.append):
        other = get_context("spawn").Process(target=_hold, args=(lock, str(told)))
        other.start()
        while not told.exists():
            other.join(0.05)
        assert other.is_alive()
    other.join()
    assert other.exitcode == 0
    assert said == []
    words = told.read_text("utf-8")
    assert "Toinen ajo on kesken" in words and "En annan körning pågår" in words
