"""`make` in a copy of the project: without git, with broken content, without a fit Python."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from conftest import ROOT
from kb.read.data import write_in_house_style
from serve import Built

pytestmark = pytest.mark.slow

MAKE = shutil.which("make") or "make"
PARTS = ("Makefile", "mkdocs.yml", "requirements.txt", "overrides", "scripts", "styles")
DOCS = {
    "index.fi.md": "# Koti\n\n[Aihe](aihe.md)\n",
    "index.sv.md": "# Hem\n\n[Ämne](aihe.md)\n",
    "aihe.fi.md": "# Aihe\n\nTeksti.\n",
    "aihe.sv.md": "---\nslug: amne\n---\n\n# Ämne\n\nText.\n",
}
LONE = {"yksin.fi.md": "# Yksin\n\nTeksti.\n", "ensam.sv.md": "# Ensam\n\nText.\n"}
BAD_PHASES = "- id: alku\n  name: {fi: Alku}\n"
DUE = "---\nchecked: 2000-01-31\n---\n\n# Aihe\n\n[Poissa](ei-ole.md)\n"
PDF = {"fi": "lape-tietopankki.pdf", "sv": "lape-kunskapsbanken.pdf"}
ADDRESSES = {
    "SITE_URL": "https://example.org/kb/",
    "REPO_URL": "https://git.example.net/oma/kirja",
    "SOURCE_DATE_EPOCH": "1900000000",
}
OLD_PYTHON = f"""#!/bin/sh
[ "$1" = -c ] || {{ echo "Python 3.9.2"; exit 0; }}
exec {sys.executable} -c 'import sys; sys.version_info = (3, 9, 2); exec(sys.argv[1])' "$2"
"""
BARE_PYTHON = f"""#!/bin/sh
exec {sys.executable} -c 'import sys; sys.modules["ensurepip"] = None; exec(sys.argv[1])' "$2"
"""


def make(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [MAKE, *arguments],
        cwd=folder,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=False,
    )


def copy(folder: Path, lone: dict[str, str] = LONE) -> Path:
    """The project as an archive holds it (no git, no environment), with a few pages of its own."""
    (folder / "docs/_data").mkdir(parents=True)
    for name, text in (DOCS | lone).items():
        (folder / "docs" / name).write_text(text, "utf-8")
    words = yaml.safe_load((ROOT / "docs/_data/strings.yml").read_text("utf-8"))
    for own in (ROOT / "docs/_data").glob("words.*.txt"):  # the interface's words are ours
        shutil.copy2(own, folder / "docs/_data")
    alone = [{"id": word["id"], "text": word["text"]} for word in words]
    (folder / "docs/_data/strings.yml").write_text(yaml.safe_dump(alone), "utf-8")
    assert [*write_in_house_style(folder / "docs")] == ["docs/_data/strings.yml"]
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, folder / part)
    return folder


def ready(folder: Path) -> Path:
    """The copy with this environment (nothing is installed) and with its memory of words."""
    (folder / ".venv").mkdir()
    for part in ("bin", "lib", "share", "pyvenv.cfg"):
        (folder / ".venv" / part).symlink_to(Path(sys.prefix) / part)
    (folder / ".venv/ready").touch()
    if (ROOT / ".cache").is_dir():
        (folder / ".cache").symlink_to(ROOT / ".cache")
    return folder


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy that builds."""
    return ready(copy(tmp_path_factory.mktemp("make") / "project"))


@pytest.fixture(scope="module")
def first(project: Path) -> dict[str, bytes]:
    """What `make build` gives from the copy, with an address of its own."""
    done = make(project, "build", **ADDRESSES)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("site/\n")
    return Built(project / "site").files


def test_archive_without_git_builds_and_dates_no_page(first: dict[str, bytes]) -> None:
    assert b"<loc>https://example.org/kb/sv/</loc>" in first["sitemap-sv.xml"]
    for name in ("sitemap.xml", "sitemap-fi.xml", "sitemap-sv.xml"):
        assert b"<lastmod>" not in first[name]
    assert b"<entry>" not in first["feed.xml"]


def test_edit_links_lead_to_the_set_repository(first: dict[str, bytes]) -> None:
    edit = "https://git.example.net/oma/kirja/edit/main/docs/"
    for address, file in (
        ("aihe/", "aihe.fi.md"),
        ("sv/amne/", "aihe.sv.md"),
    ):
        assert f'href="{edit}{file}"'.encode() in first[f"{address}index.html"]


@pytest.mark.parametrize(
    ("address", "missing"), [("yksin/", "yksin.sv.md"), ("sv/ensam/", "ensam.fi.md")]
)
def test_a_lone_page_leads_to_beginning_its_other_language(
    project: Path, first: dict[str, bytes], address: str, missing: str
) -> None:
    assert f"{address}index.html" in first
    pages = Built(project / "site").pages
    create = pages[address].one("aside", "notice").every("a")[-1]
    assert create["href"].startswith(
        f"https://git.example.net/oma/kirja/new/main/docs?filename={missing}&value="
    )
    assert "/new/main/docs?" not in " ".join(pages["aihe/"].values())


def test_second_build_is_identical_and_a_broken_one_changes_nothing(
    project: Path, first: dict[str, bytes]
) -> None:
    assert make(project, "build", **ADDRESSES).returncode == 0
    assert Built(project / "site").files == first

    page = project / "docs/aihe.sv.md"
    whole = page.read_text("utf-8")
    page.write_text(whole + "\n[Borta](finns-inte.md)\n", "utf-8")
    strict = make(project, "build", **ADDRESSES)
    page.write_text(whole, "utf-8")
    assert strict.returncode != 0
    assert "finns-inte.md" in strict.stderr
    assert Built(project / "site").files == first, "a broken link must not touch the old site"

    (project / "docs/_data/phases.yml").write_text(BAD_PHASES, "utf-8")
    failed = make(project, "build", **ADDRESSES)
    assert failed.returncode != 0
    said = [line for line in failed.stderr.splitlines() if "docs/_data/phases.yml:" in line]
    assert len(said) >= 2, f"a finding in each language is wanted: {failed.stderr}"
    assert "Rakentaminen keskeytettiin" in failed.stderr
    assert "Bygget avbröts" in failed.stderr
    assert Built(project / "site").files == first, "a data error must not touch the old site"
    assert [file.name for file in project.glob("site*")] == ["site"], "a failed build left remains"


def test_pages_due_for_review_are_told_though_the_content_has_errors(tmp_path: Path) -> None:
    project = ready(copy(tmp_path / "project"))
    report = project / "reports/reviews.md"
    page = project / "docs/aihe.fi.md"
    page.write_text(DUE, "utf-8")
    done = make(project, "reviews")
    assert done.returncode == 0, done.stderr
    assert done.stdout == report.read_text("utf-8")
    assert "broken-link" in (project / "reports/check.json").read_text("utf-8")
    assert "Tarkistettavia sivuja: 1" in done.stdout
    assert "Sidor att granska: 1" in done.stdout
    assert [line for line in done.stdout.splitlines() if line.startswith("- ")] == [
        "- `docs/aihe.fi.md`"
    ]

    page.write_text(DOCS["aihe.fi.md"], "utf-8")
    assert make(project, "reviews").returncode == 0
    assert report.read_text("utf-8") == "", "the issue is closed by a report that says nothing"

    (project / "mkdocs.yml").unlink()
    assert make(project, "reviews").returncode != 0, "a check that broke is no news of reviews"


@pytest.mark.parametrize(
    ("python", "missing", "package"),
    [
        (OLD_PYTHON, "Python 3.11 or newer", "python3.11-venv"),
        (BARE_PYTHON, "The venv module of Python", "python3-venv"),
        ("", "Python 3.11 or newer", "python3-venv"),
    ],
    ids=["too old", "without venv", "missing"],
)
@pytest.mark.parametrize("target", ["serve", "build", "test"])
def test_without_a_fit_python_one_sentence_says_what_to_install(
    tmp_path: Path, python: str, missing: str, package: str, target: str
) -> None:
    project = copy(tmp_path / "project")
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("python3", "python3.11") if python else ():
        (programs / name).write_text(python)
        (programs / name).chmod(0o755)
    done = make(project, target, PATH=str(programs))
    assert done.returncode != 0
    said = [line for line in done.stderr.splitlines() if not line.startswith("make")]
    assert len(said) == 1, done.stderr
    assert said[0].startswith(f"{missing} is missing: ")
    assert f"sudo apt install {package})" in said[0]
    assert done.stdout == ""
    assert not (project / ".venv").exists()


def test_too_old_python_named_by_hand_is_refused_as_well(tmp_path: Path) -> None:
    project = copy(tmp_path / "project")
    old = tmp_path / "python"
    old.write_text(OLD_PYTHON)
    old.chmod(0o755)
    done = make(project, "build", f"PYTHON={old}")
    assert done.returncode != 0
    assert "Python 3.11 or newer is missing" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / ".venv").exists()


def test_pages_link_to_the_pdf_exactly_when_it_is_there(
    project: Path, first: dict[str, bytes]
) -> None:
    (project / "docs/_data/phases.yml").unlink(missing_ok=True)
    done = make(project, "pdf", **ADDRESSES)
    assert done.returncode == 0, done.stderr
    made = Built(project / "site")
    assert {name for name in made.files if name.endswith(".pdf")} == {*PDF.values()}
    assert made.broken() == []
    for address, page in made.pages.items():
        wanted = PDF["sv" if address.startswith("sv/") else "fi"]
        assert [a["href"].rpartition("/")[2] for a in page.every("a", type="application/pdf")] == [
            wanted
        ], address
    assert make(project, "build", **ADDRESSES).returncode == 0
    assert Built(project / "site").files == first, "without PDF no page may link to one"
