"""What a link to the site shows, a picture per language, and the icons: drawn once, committed.

`make cards` draws them again when their words, the colours or the mark have changed.
"""

from __future__ import annotations

import hashlib
import io
import re
import shutil
from pathlib import Path

from jinja2 import Template
from kb.read import read
from kb.text import Lang
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import Browser, sync_playwright

PROJECT = Path(__file__).resolve().parent.parent
SITE = PROJECT / "overrides"
FAVICON = "favicon.ico"
SOURCE = "Source"
"""The key in a PNG of the fingerprint of what it was drawn from."""
ICON, ICON_SIZE = "assets/icon-180.png", (180, 180)
CARD_SIZE = (1200, 630)
FAVICON_SIZES = (16, 32)
_COLOURS, _FAVICON_COLOURS = 128, 16
_BARE = "<!doctype html><style>body { margin: 0 } svg { display: block }</style>"
_SVG = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)


def sources() -> dict[str, str]:
    """The HTML that each PNG below `overrides/` is drawn from."""
    words = read(PROJECT / "docs", PROJECT / "docs")
    sign = _SVG.search((SITE / "partials/mark.html").read_text("utf-8"))
    assert sign
    template = Template((PROJECT / "tools/cards.html").read_text("utf-8"))
    tokens = (PROJECT / "styles/tokens.css").read_text("utf-8")
    cards = {
        f"assets/card-{lang}.png": template.render(
            lang=lang,
            tokens=tokens,
            sign=sign[1],
            name=words.word("site-name", lang),
            sentence=words.word("card", lang),
        )
        for lang in Lang
    }
    # Home screens round the corners of an icon themselves.
    return cards | {ICON: _mark().replace(' rx="7"', "")}


def fingerprint(source: str) -> str:
    """What a picture carries to tell what it was drawn from."""
    return hashlib.sha256(source.encode()).hexdigest()


def main() -> None:
    """Draw all pictures and say how large they are."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, source in sources().items():
            size = ICON_SIZE if name == ICON else CARD_SIZE
            _save(SITE / name, _drawn(browser, source, size), source)
        icons = [_few_colours(_drawn(browser, _mark(), (n, n))) for n in FAVICON_SIZES]
        sizes = [icon.size for icon in icons]
        icons[-1].save(SITE / FAVICON, append_images=icons[:-1], sizes=sizes)
        browser.close()


def _mark() -> str:
    return _BARE + (SITE / "assets/mark.svg").read_text("utf-8")


def _drawn(browser: Browser, source: str, size: tuple[int, int]) -> Image.Image:
    width, height = size
    tab = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
    tab.set_content(source)
    return Image.open(io.BytesIO(tab.screenshot(omit_background=True)))


def _few_colours(icon: Image.Image) -> Image.Image:
    return icon.quantize(_FAVICON_COLOURS, Image.Quantize.FASTOCTREE).convert("RGBA")


def _save(file: Path, drawn: Image.Image, source: str) -> None:
    few = drawn.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    told = PngInfo()
    told.add_text(SOURCE, fingerprint(source))
    few.save(file, optimize=True, pnginfo=told)
    print(f"{file.stat().st_size:6} {file.relative_to(PROJECT)}")


if __name__ == "__main__":
    main()
