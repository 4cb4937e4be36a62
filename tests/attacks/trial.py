"""The corpus in a real browser: loaded, hovered, clicked and tabbed through, one layer at a time.

    make attack                 LAYERS="none sanitiser policy" for what acts without any

The check is off throughout. With `sanitiser` nothing but the build's own cleaning stands in the
way, with `policy` nothing but the Content-Security-Policy that every page carries, which a host
without headers has, too; exit status 1 if anything acts then.
"""

from __future__ import annotations

import logging
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch
from urllib.parse import quote, urlsplit

from attacks.corpus import write
from attacks.payloads import EVIL
from conftest import ROOT, launched
from kb.publish import page as page_steps
from kb.publish import run as run_steps
from kb.read.store import Store
from kb.render.seal import SEAL
from markupsafe import Markup
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from playwright.sync_api import Browser, BrowserContext, Error, Page, Route, sync_playwright
from serve import serving

LAYERS = ("sanitiser", "policy")
MOST = 12
"""Elements of a page that are hovered and clicked."""
HOSTILE_FOLDERS = ("sivut", "tiedot", "nimet", "kaikki")
HOSTILE = "main article > *:not(.about-page), main article > *:not(.about-page) *"
FROM_THE_TEXT = """() => {
  const title = document.querySelector("article h1");
  title.tabIndex = -1;
  title.focus();
}"""
STEPS = 4
LEFT = "the page left for"
"""A policy cannot keep a page from leaving for another (`meta refresh`); cleaning can."""


def build(content: Path, out: Path, *, sanitiser: bool) -> Path:
    """The site of a content folder that nobody checked, cleaned by the build or not.

    Its kept pages are its own: what is patched here is not in the program's name.
    """
    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(content), site_dir=str(out))
    as_it_is = page_steps.sanitised if sanitiser else _as_it_is
    unchecked = patch.object(run_steps.check, "run", lambda *_: [])
    kept = patch.object(run_steps, "Store", lambda folder: Store(out.with_name(f"{out.name} kept")))
    with unchecked, kept, patch.object(page_steps, "sanitised", as_it_is):
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()
    return out


def addresses(site: Path) -> list[str]:
    """Every page that is hostile or shows what is."""
    found = (file.parent.relative_to(site).as_posix() for file in site.rglob("index.html"))
    return sorted(quote(one) for one in found if one.partition("/")[0] in HOSTILE_FOLDERS)


def _as_it_is(html: str, cut: str) -> Markup:
    return Markup(cut.join(part.replace(SEAL, "") for part in html.split(cut)))


def acted(browser: Browser, site: Path, *, policy: bool) -> dict[str, list[str]]:
    """What each page of the site did that it may not, by address; only pages that did anything."""
    found: dict[str, list[str]] = {}
    with serving(site, headers={}) as home:
        for address in addresses(site):
            with _reader(browser, home, policy=policy) as (tab, seen):
                _use(tab, f"{home}{address}/")
            if seen:
                found[address] = sorted(set(seen))
    return found


@contextmanager
def _reader(browser: Browser, home: str, *, policy: bool) -> Iterator[tuple[Page, list[str]]]:
    """A new reader's tab, and a list of what happens in it that should not."""
    seen: list[str] = []
    context = browser.new_context(viewport={"width": 1000, "height": 800}, bypass_csp=not policy)
    context.expose_binding("ran", lambda source, *given: seen.append("a script ran"))
    context.on("page", lambda other: other.on("dialog", lambda one: one.dismiss()))
    context.route("**/*", lambda route: _answer(route, home, seen))
    tab = context.new_page()
    tab.set_default_timeout(2_000)
    yield tab, seen
    _closed(context)


def _closed(context: BrowserContext) -> None:
    try:
        context.close()
    except Error:
        return


def _answer(route: Route, home: str, seen: list[str]) -> None:
    """Our own files; nothing from anywhere else."""
    request = route.request
    if not request.url.startswith(home):
        host = urlsplit(request.url).netloc
        if not request.is_navigation_request():
            seen.append(f"{host} was asked")
        elif host == EVIL:
            seen.append(f"{LEFT} {host}")
        route.abort()
    else:
        route.continue_()


def _use(tab: Page, url: str) -> None:
    """Load the page, hover over what is on it and click it, then go through it by keyboard."""
    _try(lambda: tab.goto(url, wait_until="load"))
    _wait(tab, 60)
    for x, y in _places(tab):
        _try(lambda x=x, y=y: tab.mouse.move(x, y))
        _try(lambda x=x, y=y: tab.mouse.click(x, y))
        _back(tab, url)
    _try(lambda: tab.evaluate(FROM_THE_TEXT))
    for _ in range(STEPS):
        _try(lambda: tab.keyboard.press("Tab"))
        _try(lambda: tab.keyboard.press("Enter"))
        _back(tab, url)
    _wait(tab, 30)


def _wait(tab: Page, milliseconds: float) -> None:
    """Let things happen; the page, which may be stuck, has no say in how long."""
    _try(lambda: tab.wait_for_event("close", timeout=milliseconds))


def _places(tab: Page) -> list[tuple[float, float]]:
    """Where the innermost elements of the text stand, in the window."""
    try:
        found = tab.evaluate(
            """([inside, most]) => [...document.querySelectorAll(inside)].reverse()
              .map((e) => e.getBoundingClientRect())
              .filter((box) => box.width && box.height && box.top < innerHeight)
              .map((box) => [box.left + Math.min(box.width / 2, 20), box.top + box.height / 2])
              .slice(0, most)""",
            [HOSTILE, MOST],
        )
    except Error:
        return []
    return [(float(x), float(y)) for x, y in found]


def _back(tab: Page, url: str) -> None:
    if tab.url.partition("#")[0] != url:
        _try(lambda: tab.goto(url, wait_until="load"))


def _try(step: Callable[[], object]) -> bool:
    try:
        step()
    except Error:
        return False
    return True


def main(layers: list[str]) -> int:
    """Print what acted behind each layer alone; 1 if anything did behind one that should hold."""
    failed = False
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)  # broken links are no news here
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        content = write(Path(folder, "docs"))
        with launched(playwright) as browser:
            for layer in layers:
                clean = layer == "sanitiser"
                site = build(content, Path(folder, layer), sanitiser=clean)
                found = acted(browser, site, policy=layer == "policy")
                print(f"{layer}: {len(found)} of {len(addresses(site))} pages act", flush=True)
                for address, what in found.items():
                    print(f"  {address}: {', '.join(what)}")
                failed = failed or any(_is_failure(layer, seen) for seen in found.values())
    return 1 if failed else 0


def _is_failure(layer: str, seen: list[str]) -> bool:
    """True for what a layer should have stopped."""
    return layer == "sanitiser" or (layer == "policy" and any(LEFT not in one for one in seen))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(LAYERS)))
