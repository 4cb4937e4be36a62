"""Small sites to publish: two releases in which every page and every asset's address differ."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from builders import PROJECT
from kb.model.addresses import PDF
from kb.release.manifest import names

DOCS = {
    "index.fi.md": "# Koti\n\n[Aihe](aihe.md)\n",
    "index.sv.md": "# Hem\n\n[Ämne](aihe.md)\n",
    "aihe.fi.md": "# Aihe\n\nTeksti on {words}.\n",
    "aihe.sv.md": "---\nslug: amne\n---\n\n# Ämne\n\nTexten är {words}.\n",
    "_data/addresses.yml": "- id: aihe/\n- id: sv/amne/\n- id: vanha/\n  to: aihe\n",
}
WORDS = ("1", "2")
"""Figures: a word that does not travel with the project takes longer to look up than to build."""
SETTINGS = {
    "SOURCE_DATE_EPOCH": "1900000000",
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
    "PYTHONDONTWRITEBYTECODE": "1",
    "SITE_URL": "https://lape.example.org/",
}


@dataclass(frozen=True)
class Sites:
    """The pages, and the site in two releases."""

    docs: Path
    releases: tuple[Path, Path]
    modules: str = ""
    """Where Python looks first."""

    @property
    def environment(self) -> dict[str, str]:
        own = {"KB_DOCS": str(self.docs), "PYTHONPATH": self.modules}
        return os.environ | SETTINGS | own

    def shown(self, folder: Path) -> int | None:
        """Which of the two the folder holds, whole and with nothing else; None if neither."""
        return next((n for n, site in enumerate(self.releases) if same(site, folder)), None)


def write_docs(docs: Path, words: str) -> None:
    for name, text in DOCS.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text.format(words=words), "utf-8")


def small_sites(folder: Path) -> Sites:
    """Build the pages once; the second release is the first in other words."""
    sites = Sites(folder / "docs", (folder / "one", folder / "two"))
    write_docs(sites.docs, WORDS[0])
    command = [sys.executable, PROJECT / "scripts/build.py", sites.releases[0]]
    subprocess.run(command, env=sites.environment, check=True, stdout=subprocess.DEVNULL)
    for name in PDF.values():
        (sites.releases[0] / name).write_bytes(b"%PDF-1.7\n%%EOF\n")
    vary(*sites.releases)
    return sites


def vary(site: Path, other: Path) -> None:
    """Copy the site as another release has it: its pages say so, its assets stand elsewhere."""
    (code,) = [one.parent.name for one in site.glob("assets/*/site.css")]
    shutil.copytree(site, other)
    (other / "assets" / code).rename(other / "assets" / code[::-1])
    for page in other.rglob("*.html"):
        text = page.read_text("utf-8").replace(f"assets/{code}/", f"assets/{code[::-1]}/")
        page.write_text(text.replace("<body>", "<body><!-- toinen -->"), "utf-8")


def same(site: Path, folder: Path) -> bool:
    """True if all files of the site are there as they are, and nothing that a release has not."""
    own = set(names(site))
    more = {name for name in set(names(folder)) - own if not name.startswith("assets/")}
    foreign = {name for name in more if name.removesuffix(Path(name).suffix) not in own}
    return not foreign and all(
        (folder / name).is_file() and (folder / name).read_bytes() == (site / name).read_bytes()
        for name in own
    )
