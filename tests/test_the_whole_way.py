"""From a change to readers, and back in step: branch, check, preview, merge, publish, by git alone.

The server is a bare repository on this machine; an editor, the checks and the publisher each have
their own clone, and every step is the command that a workflow in `.github/` runs.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from serve import Built, Element
from test_make import copy, make, ready

pytestmark = pytest.mark.slow

DAY = "2026-03-12"
SETTINGS = {"SITE_URL": "https://example.org/kb/", "SOURCE_DATE_EPOCH": "1900000000"}
STATUS = "# {title}\n\nKohdat.\n\n<!-- kb:translations -->\n"
PAGES = {
    "aihe.fi.md": "# Aihe\n\nAlku.\n\n## Raha {#raha}\n\nRahaa oli.\n",
    "aihe.sv.md": (
        "---\nslug: amne\n---\n\n# Ämne\n\nBörjan.\n\n## Pengar {#raha}\n\nDet fanns pengar.\n"
    ),
    "tilanne.fi.md": STATUS.format(title="Tilanne"),
    "tilanne.sv.md": STATUS.format(title="Läge").replace("Kohdat", "Ställen"),
}


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Aino", "-c", "user.email=aino@example.fi")
    when = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), f"{DAY}T12:00:00Z")
    plain = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", "-C", str(folder), *who, *arguments]
    done = subprocess.run(
        command, env=os.environ | when | plain, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


class Server:
    """The repository that all share, with a clone for each who works with it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bare = folder / "server.git"
        first = copy(folder / "first", lone={})
        for name, text in PAGES.items():
            (first / "docs" / name).write_text(text, "utf-8")
        (first / ".gitignore").write_text("/.venv\n/.cache\n/site/\n/proposal/\n", "utf-8")
        git(first, "init", "--quiet", "--initial-branch", "main")
        confirm(ready(first), "--all-new")
        git(first, "add", "--all")
        git(first, "commit", "--quiet", "--message", "first")
        git(folder, "clone", "--quiet", "--bare", str(first), str(self.bare))
        self.editor, self.checks, self.publisher = map(
            self._clone, ("editor", "checks", "publisher")
        )

    def _clone(self, name: str) -> Path:
        git(self.folder, "clone", "--quiet", str(self.bare), name)
        return ready(self.folder / name)

    def branch(self, name: str) -> Path:
        """The editor's pages on a new branch of what is published now; their folder."""
        git(self.editor, "fetch", "--quiet", "origin")
        git(self.editor, "switch", "--quiet", "--create", name, "origin/main")
        return self.editor / "docs"

    def propose(self, name: str) -> tuple[int, str, Built]:
        """The branch pushed and checked: the check's answer, the comment, the preview."""
        git(self.editor, "commit", "--quiet", "--all", "--message", name)
        git(self.editor, "push", "--quiet", "origin", name)
        git(self.checks, "fetch", "--quiet", "origin")
        git(self.checks, "switch", "--quiet", "--detach", "origin/main")
        git(self.checks, "merge", "--quiet", "--no-ff", "--no-edit", f"origin/{name}")
        done = make(self.checks, "proposal", "SINCE=HEAD^1", **SETTINGS)
        proposal = self.checks / "proposal"
        return done.returncode, (proposal / "summary.md").read_text("utf-8"), site(proposal)

    def merge(self) -> None:
        """What was checked last is the main branch now."""
        git(self.checks, "push", "--quiet", "origin", "HEAD:main")

    def publish(self) -> tuple[int, Built]:
        """The main branch built in place of what was published before."""
        git(self.publisher, "pull", "--quiet", "--ff-only")
        return make(self.publisher, "build", **SETTINGS).returncode, site(self.publisher)


def site(folder: Path) -> Built:
    return Built(folder / "site")


def confirm(project: Path, *what: str) -> str:
    command = [sys.executable, "scripts/translations.py", "confirm", *what]
    return subprocess.run(
        command, cwd=project, check=True, capture_output=True, text=True
    ).stdout.strip()


def change(docs: Path, file: str, old: str, new: str) -> None:
    text = (docs / file).read_text("utf-8")
    assert old in text
    (docs / file).write_text(text.replace(old, new), "utf-8")


def note(built: Built, address: str) -> Element | None:
    found = built.pages[address].every("div", "language-note")
    assert len(found) <= 1
    return found[0] if found else None


@pytest.fixture
def server(tmp_path: Path) -> Server:
    return Server(tmp_path)


def test_a_change_in_both_languages_goes_all_the_way_and_a_broken_one_does_not(
    server: Server,
) -> None:
    docs = server.branch("raha")
    change(docs, "aihe.fi.md", "Rahaa oli.", "Rahaa oli paljon.")
    change(docs, "aihe.sv.md", "Det fanns pengar.", "Det fanns mycket pengar.")
    assert confirm(server.editor, "aihe#raha").endswith("→ vahvistettu")
    status, said, preview = server.propose("raha")
    assert status == 0
    assert "Kaikki on kunnossa. / Allt är i sin ordning." in said
    assert "Kielet pysyvät tahdissa" in said and "Språken stämmer överens" in said
    server.merge()
    status, published = server.publish()
    assert status == 0
    assert published.files == preview.files, "what was seen beforehand is what readers get"
    assert "Rahaa oli paljon." in published.pages["aihe/"].text
    assert "Det fanns mycket pengar." in published.pages["sv/amne/"].text

    docs = server.branch("rikki")
    change(docs, "aihe.fi.md", "Alku.", "[Alku](alkku.md).")
    change(docs, "aihe.sv.md", "Början.", "[Början](alkku.md).")
    status, said, preview = server.propose("rikki")
    assert status != 0
    assert "- rivi 3, virhe [broken-link](" in said
    assert "- rad 7, fel [broken-link](" in said
    assert preview.files == {}, "there is no preview of what cannot be published"
    server.merge()  # by somebody in a hurry
    status, after = server.publish()
    assert status != 0
    assert after.files == published.files, "readers keep the site they had"


def test_what_drifts_apart_is_said_to_readers_until_somebody_confirms_it(server: Server) -> None:
    docs = server.branch("vain-suomeksi")
    change(docs, "aihe.fi.md", "Rahaa oli.", "Rahaa oli vähän.")
    status, said, preview = server.propose("vain-suomeksi")
    assert status == 0, "whoever does not know the other language may go on"
    assert "**`docs/aihe.fi.md`**\n\n- rivi 7, huomautus [out-of-step](" in said
    assert "Tee sama muutos sinne (docs/aihe.sv.md:11)" in said
    assert "### Kielet eri tahdissa: 1" in said
    assert "suomi on tuoreempi. suomi: uutta ”vähän”. `aihe#raha`" in said
    assert note(preview, "aihe/") is None
    here = note(preview, "sv/amne/")
    assert here and "12 mars 2026" in here.text
    assert here.one("a")["href"] == "../../aihe/#raha"
    for address, newer in (("tilanne/", "suomi on tuoreempi"), ("sv/tilanne/", "finskan är nyare")):
        assert newer in preview.pages[address].one("article").text
    server.merge()

    server.branch("vahvistus")
    assert confirm(server.editor, "aihe#raha") == "aihe#raha: suomi on tuoreempi → vahvistettu"
    status, said, _ = server.propose("vahvistus")
    assert status == 0
    assert "Kaikki on kunnossa." in said
    server.merge()
    status, published = server.publish()
    assert status == 0
    assert note(published, "sv/amne/") is None
    for address in ("tilanne/", "sv/tilanne/"):
        assert not published.pages[address].every(id="odottaa"), "nothing waits any more"
        assert published.pages[address].one(id="tahdissa")
