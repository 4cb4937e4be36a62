"""Pictures of every kind of page to look at, in the browsers that are installed: make screenshots.

Usage: python -m audit.screenshots SITE FOLDER
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from conftest import launched
from page_states import KINDS, SIZES, arrive
from playwright.sync_api import sync_playwright
from serve import serving

SCHEMES = ("light", "dark")
FIREFOX_WAITS = 60


def shots() -> Iterator[tuple[str, str, int, str]]:
    """The name, path, width and scheme of every picture."""
    for kind, paths in KINDS.items():
        for at, path in enumerate(paths):
            lang = "sv" if path.startswith("sv/") else "fi"
            page = kind.replace(" ", "-") + (f"-{at // 2 + 1}" if len(paths) > 2 else "")
            for width in SIZES:
                for scheme in SCHEMES:
                    yield f"{page}-{lang}-{width}-{scheme}", path, width, scheme


def by_chromium(address: str, folder: Path) -> None:
    """Whole pages."""
    with sync_playwright() as playwright, launched(playwright) as browser:
        page = browser.new_page(base_url=address)
        for name, path, width, scheme in shots():
            page.set_viewport_size({"width": width, "height": SIZES[width]})
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            arrive(page, path)
            page.screenshot(path=folder / f"{name}-chromium.png", full_page=True)


def by_firefox(program: str, address: str, folder: Path) -> None:
    """What a screen shows first, each by a browser of its own: Debian's takes no orders."""
    for name, path, width, scheme in shots():
        file = folder / f"{name}-firefox.png"
        with TemporaryDirectory() as profile:
            wish = f'user_pref("ui.systemUsesDarkTheme", {SCHEMES.index(scheme)});'
            (Path(profile) / "user.js").write_text(wish, "utf-8")
            command = [program, "--headless", "--no-remote", "--profile", profile]
            command += ["--window-size", f"{width},{SIZES[width]}", "--screenshot", str(file)]
            subprocess.run(
                [*command, address + path],
                check=True,
                timeout=FIREFOX_WAITS,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )


def main(arguments: list[str]) -> int:
    """Take the pictures and say where they are."""
    site, folder = map(Path, arguments)
    folder = folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    firefox = shutil.which("firefox-esr") or shutil.which("firefox")
    with serving(site) as address:
        by_chromium(address, folder)
        if firefox:
            by_firefox(firefox, address, folder)
    seen = f"Chromium{' and Firefox' if firefox else ', Firefox is not installed'}"
    print(f"{folder}/  {len(list(shots()))} pictures by each: {seen}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
