"""The pictures of the editors' guide, as a phone shows the real site, and README's, as a desk does.

    make guide-pictures      again, when the look has changed

A scratch copy of the project, in a git repository, gets what the guide speaks of: a mistake for
the check to find, and a section in each language that has moved on without the other.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from builders import PROJECT, html
from conftest import launched
from edits import replace
from kb.model.addresses import address
from kb.model.catalogue import Catalogue
from kb.model.page import Page as Content
from kb.read import read
from kb.report.report import THERE_BEFORE
from kb.text import Lang
from mistakes import MISTAKES, Mistake
from PIL import Image
from playwright.sync_api import Page, sync_playwright
from serve import serving

OUT = PROJECT / "docs" / "kuvat"
README = PROJECT / ".github" / "pages.png"
PARTS = ("docs", "overrides", "scripts", "styles", "mkdocs.yml")
LARGEST = 25_000
"""Bytes of a picture."""
COLOURS = 32
"""As many as text of two or three colours needs, smoothed edges and all."""
VIEW = {"width": 408, "height": 900}
"""A phone, as wide as a picture of 25 rem needs."""
DESK = {"width": 1000, "height": 700}
AROUND = 8
"""Pixels left free around what is pictured."""

MISTAKE = {
    Lang.FI: "a day written as in text",
    Lang.SV: "a day written as in text, in Swedish",
}
"""A mistake that changes no sentence, so that the other language has nothing to say of it."""
DRIFT = (
    replace("teemat/perhekeskus.fi.md", "eikä se ole yksi talo", "eikä se ole vain yksi talo"),
    replace("teemat/kohtaamispaikat.sv.md", "träffa varandra", "träffa varandra och leka"),
)
WAITING = {
    Lang.FI: ("teemat/kohtaamispaikat", "kohtaamispaikka"),
    Lang.SV: ("teemat/perhekeskus", "sisalto"),
}
"""The section that waits, on the page of that language."""

Shot = Callable[[Page, Catalogue, Lang], str]
"""Opens a page; a CSS selector of all that is to be seen of it."""


def _end_of_page(tab: Page, known: Catalogue, lang: Lang) -> str:
    tab.goto(_at(known, "teemat/perhekeskus", lang))
    tab.keyboard.press("Tab")  # the focus ring shows only to those who use the keyboard
    tab.locator(".about-page .edit a").first.focus()
    return ".about-page"


def _waiting_section(tab: Page, known: Catalogue, lang: Lang) -> str:
    key, anchor = WAITING[lang]
    tab.goto(_at(known, key, lang))
    return f"#{anchor}, #{anchor} + .language-note, #{anchor} + .language-note + p"


def _status(tab: Page, known: Catalogue, lang: Lang) -> str:
    tab.goto(_at(known, "kaannostilanne", lang))
    return "#odottaa, #odottaa + .scroll"


SHOTS: dict[str, Shot] = {
    "sivun-loppu": _end_of_page,
    "huomautus": _waiting_section,
    "kaannostilanne": _status,
}
CHECK = "tarkistus"
NAMES = sorted(f"{name}-{lang}.webp" for name in (*SHOTS, CHECK) for lang in Lang)


def main() -> None:
    """Draw every picture again and say how large it is."""
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder, "project")
        for file, data in _pictures(project):
            file.write_bytes(data)
            print(f"{len(data):6} {file.relative_to(PROJECT)}")
            assert file == README or len(data) <= LARGEST, file


def _pictures(project: Path) -> Iterator[tuple[Path, bytes]]:
    day = _copied(project)
    summaries = {lang: _summary(project, _named(MISTAKE[lang])) for lang in Lang}
    for step in DRIFT:
        step(project / "docs")
    _git(project, day, "commit", "-qam", "drift")
    settings = {"SOURCE_DATE_EPOCH": _git(project, day, "log", "-1", "--format=%ct")}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=project, env=os.environ | settings, check=True)
    known = read(project / "docs", project / "docs")
    with (
        serving(project / "site") as host,
        sync_playwright() as playwright,
        launched(playwright) as browser,
    ):
        for lang in Lang:
            tab = browser.new_page(
                bypass_csp=True,
                base_url=host,
                viewport=VIEW,
                device_scale_factor=2,
                color_scheme="light",
            )
            for name, shot in SHOTS.items():
                yield OUT / f"{name}-{lang}.webp", _drawn(tab, shot(tab, known, lang))
            tab.goto(_at(known, "toimitusopas", lang))
            yield OUT / f"{CHECK}-{lang}.webp", _drawn(tab, _shown(tab, summaries[lang]))
            tab.close()
        yield README, _side_by_side(browser.new_page(base_url=host, viewport=DESK), known)


def _side_by_side(tab: Page, known: Catalogue) -> bytes:
    """The same page in both languages."""
    both = Image.new("RGB", (2 * DESK["width"] + AROUND, DESK["height"]), "gray")
    for number, lang in enumerate(Lang):
        # A lazy picture comes after the page.
        tab.goto(_at(known, "mika-lape-on/lape-lyhyesti", lang), wait_until="networkidle")
        both.paste(Image.open(io.BytesIO(tab.screenshot())), (number * (DESK["width"] + AROUND), 0))
    data = io.BytesIO()
    both.quantize(COLOURS * 4, dither=Image.Dither.NONE).save(data, "PNG", optimize=True)
    return data.getvalue()


def _copied(project: Path) -> str:
    """The project without its history, committed on the newest day that a page was checked."""
    for part in PARTS:
        if (PROJECT / part).is_dir():
            shutil.copytree(PROJECT / part, project / part)
        else:
            shutil.copy2(PROJECT / part, project / part)
    for name in NAMES:
        (project / "docs" / "kuvat").mkdir(exist_ok=True)
        (project / "docs" / "kuvat" / name).touch()  # a new one that the guide shows already
    if (PROJECT / ".cache").is_dir():
        shutil.copytree(PROJECT / ".cache", project / ".cache")
    checked = re.compile(r"^checked: ([\d-]+)$", re.MULTILINE)
    texts = (file.read_text("utf-8") for file in (project / "docs").rglob("*.md"))
    day = max(found for text in texts for found in checked.findall(text))
    _git(project, day, "init", "-q")
    _git(project, day, "add", "docs")
    _git(project, day, "commit", "-qm", "all")
    return day


def _git(folder: Path, day: str, *arguments: str) -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.fi")
    when = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), f"{day}T12:00:00Z")
    command = ["git", "-C", str(folder), *who, *arguments]
    done = subprocess.run(
        command, env=os.environ | when, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def _named(name: str) -> Mistake:
    return next(mistake for mistake in MISTAKES if mistake.name == name)


def _summary(project: Path, mistake: Mistake) -> str:
    """What the check's comment says of a mistake, as HTML; the mistake is taken back."""
    for step in mistake.steps:
        step(project / "docs")
    command = [sys.executable, "scripts/check.py", "--format", "markdown", "--changed-since"]
    done = subprocess.run(
        [*command, "HEAD"], cwd=project, capture_output=True, text=True, check=False
    )
    _git(project, "2000-01-01", "checkout", "-q", "docs")
    assert mistake.rule in done.stdout, done.stdout + done.stderr
    assert THERE_BEFORE.fi not in done.stdout, "The content has findings of its own: mend them."
    return html(done.stdout)


def _at(known: Catalogue, key: str, lang: Lang) -> str:
    page: Content | None = known.page(key, lang)
    assert page
    return address(known, page)


def _shown(tab: Page, words: str) -> str:
    """The words in place of the page's own."""
    tab.evaluate("(html) => document.querySelector('article').innerHTML = html", words)
    return "article > *"


def _drawn(tab: Page, selector: str) -> bytes:
    """All that the selector finds, with a little air around it, in few colours."""
    tab.evaluate("scrollTo(0, 0)")
    boxes = [box for one in tab.locator(selector).all() if (box := one.bounding_box())]
    assert boxes, selector
    top = min(box["y"] for box in boxes) - AROUND
    bottom = max(box["y"] + box["height"] for box in boxes) + AROUND
    left = min(box["x"] for box in boxes) - AROUND
    clip = {"x": left, "y": top, "width": VIEW["width"] - 2 * left, "height": bottom - top}
    seen = tab.screenshot(full_page=True, clip=clip)  # type: ignore[arg-type]
    few = Image.open(io.BytesIO(seen)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    made = io.BytesIO()
    few.convert("RGB").save(made, "WEBP", lossless=True, quality=100, method=6)
    return made.getvalue()


if __name__ == "__main__":
    main()
