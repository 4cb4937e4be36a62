"""What the site tests share: a strict build of the real configuration, a server, a browser."""

from __future__ import annotations

import gc
import json
import logging
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from pathlib import Path

import pytest
from builders import known_of, real_content
from kb import check
from kb.read.clean import remember_clean
from kb.read.spellers import remember
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright
from publishing.sites import Sites, small_sites
from serve import Build, Built, serving

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = (
    "SITE_URL",
    "REPO_URL",
    "KB_DOCS",
    "SITE",
    "PDF",
    "EDITOR",
    "PYTHON",
    "MAKEFLAGS",
    "MFLAGS",
    "MAKELEVEL",
)

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser")
"""Chromium without windows first: a new page takes it a quarter of the time."""

# The real content is millions of objects that live: to look for garbage among them at every
# few hundred new ones doubles the time of a check.
gc.set_threshold(100_000, 20, 20)

# The tests state their own settings; what `make test` or a shell has set must not leak in.
for name in SETTINGS:
    os.environ.pop(name, None)
os.environ["NO_MKDOCS_2_WARNING"] = os.environ["DISABLE_MKDOCS_2_WARNING"] = "1"
# Workers have the day from the process that started them: they compare what they build.
IS_WORKER = "PYTEST_XDIST_WORKER" in os.environ
if not IS_WORKER:
    os.environ["SOURCE_DATE_EPOCH"] = str(int(time.time()))
# How long a test waits before it fails: a busy machine is no failure.
expect.set_options(timeout=60_000)


SLOW = frozenset({"browser", "build", "site", "sites"})
"""The fixtures that start a browser, build or publish."""


def pytest_collection_modifyitems(items: list[pytest.Function]) -> None:
    """Mark as slow what asks for those, so that nobody has to remember it; it comes last, for while
    one worker builds the site, the others need not wait for it."""
    for item in items:
        if SLOW.intersection(item.fixturenames):
            item.add_marker("slow")
    items.sort(key=lambda item: not SLOW.isdisjoint(item.fixturenames))


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def strict_build(docs: Path, out: Path) -> Built:
    """A strict build of the folder with the project's own configuration.

    For the fixtures here and the one toy that `make test-fast` builds: a test asks for `build`.
    """
    listener = _Listener()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(listener)
    config = load_config(
        str(ROOT / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(out), strict=True
    )
    try:
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()
        logger.removeHandler(listener)
    return Built(out, tuple(listener.lines))


@pytest.fixture(scope="session")
def build() -> Build:
    """The function that builds a folder of pages; whoever asks for it is slow."""
    return strict_build


@contextmanager
def once(factory: pytest.TempPathFactory, name: str) -> Iterator[Path]:
    """The folder that all workers share, for one of them at a time: the first makes it there."""
    shared = factory.getbasetemp()
    shared = shared.parent if IS_WORKER else shared
    with (shared / f"{name}.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        yield shared


@pytest.fixture(scope="session")
def spellers_memory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own pages checked once: their words looked up, and what of them is clean.

    Then no test loads a list of words for them, or looks again at what an edit leaves as it was.
    """
    with once(tmp_path_factory, "words") as shared:
        memory = shared / "words"
        if not memory.exists():
            memory.mkdir()
            for file in (ROOT / ".cache").glob("spelling.*.json"):
                shutil.copy2(file, memory)
            known = known_of(ROOT / "docs", memory)
            check.run(real_content(), known)
            remember(known.spellers, memory)
            remember_clean(known.clean.now, memory)
        return memory


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The project's own pages, built once by the first worker that asks for them."""
    with once(tmp_path_factory, "site") as shared:
        told = shared / "warnings.json"
        if not told.exists():
            built = strict_build(ROOT / "docs", shared / "site")
            told.write_text(json.dumps(built.warnings), "utf-8")
    return Built(shared / "site", tuple(json.loads(told.read_text("utf-8"))))


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """A few pages in two releases, built once."""
    return small_sites(tmp_path_factory.mktemp("sites"))


@pytest.fixture(scope="session")
def served(site: Built) -> Iterator[str]:
    """The address of the project's own pages."""
    with serving(site.root) as address:
        yield address


def styled(tab: Page, css: str) -> None:
    """The page in these styles, too; the policy refuses a `<style>`, as it should."""
    tab.evaluate(
        """css => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          document.adoptedStyleSheets.push(sheet);
        }""",
        css,
    )


def until(tab: Page, condition: str, arg: object = None) -> None:
    """Wait until the script is true; Playwright's own way evaluates it where the policy forbids."""
    last = time.monotonic() + 60
    while not tab.evaluate(condition, arg):
        assert time.monotonic() < last, f"{condition} never came true"
        tab.wait_for_timeout(20)


def launched(playwright: Playwright) -> Browser:
    """Headless Chromium that talks to nobody by itself."""
    chromium = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert chromium, f"Install {BROWSERS[0]} (Debian's name) for the browser tests."
    quiet = ["background-networking", "component-update", "sync"]
    arguments = ["--no-sandbox", "--disable-gpu", "--no-first-run"]
    arguments += [f"--disable-{name}" for name in quiet]
    return playwright.chromium.launch(executable_path=chromium, args=arguments)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    with sync_playwright() as playwright, launched(playwright) as running:
        yield running


def _reader(browser: Browser, served: str) -> Iterator[BrowserContext]:
    """A new reader of the project's own pages: nothing of the site is in her browser yet."""
    context = browser.new_context(base_url=served, viewport={"width": 1280, "height": 800})
    yield context
    context.close()


reader = pytest.fixture(_reader, name="reader")
same_reader = pytest.fixture(_reader, scope="module", name="reader")
"""`reader = same_reader` in a file: its tests are one reader's, who need not fetch everything anew.
For tests that leave nothing behind in her browser but what it has fetched."""


@contextmanager
def opened_tab(reader: BrowserContext) -> Iterator[Page]:
    """A tab; what a script gets wrong there or the policy refuses is an error at its end.

    Its reader shuts it: Chromium may wait for ever for a tab that is shut on its way elsewhere.
    """
    errors: list[str] = []
    tab = reader.new_page()
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.on("console", lambda said: errors.extend([said.text] * ("Policy" in said.text)))
    yield tab
    reader.unroute_all()
    assert errors == []


@pytest.fixture
def page(reader: BrowserContext) -> Iterator[Page]:
    """A tab of the reader's."""
    with opened_tab(reader) as tab:
        yield tab


@pytest.fixture
def clock_page(browser: Browser, served: str) -> Iterator[Page]:
    """A tab of a reader whose clock the test moves; it stays with her as long as she reads."""
    with contextmanager(_reader)(browser, served) as reader, opened_tab(reader) as tab:
        tab.clock.install()
        yield tab
