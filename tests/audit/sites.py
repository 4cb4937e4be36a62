"""The sites that `make audit` measures: ours and the stock theme's, as they are and grown."""

from __future__ import annotations

import os
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml
from builders import setting
from kb import check
from kb.directives.context import RenderContext
from kb.finding import errors
from kb.model import markdown
from kb.model.evidence import Source
from kb.model.page import Page
from kb.read import read
from kb.read.cache import load, save
from kb.render.body import expand
from kb.text import Lang
from search.generate import write_pages, writer_of
from search.sites import PROJECT, run

DOCS = PROJECT / "docs"

# Material and static-i18n as somebody has them who has changed nothing but what a bilingual site
# needs. `font: false` spares it the requests to Google that it makes unless it is told not to.
STOCK: dict[str, Any] = {
    "site_name": "LAPE-tietopankki",
    "site_description": "LAPE",
    "theme": {"name": "material", "font": False},
    "markdown_extensions": [
        *("admonition", "attr_list", "def_list", "md_in_html", "tables"),
        "footnotes",
        {"toc": {"permalink": True}},
    ],
    "plugins": [
        "search",
        {
            "i18n": {
                "docs_structure": "suffix",
                "languages": [
                    {"locale": "fi", "name": "Suomi", "default": True},
                    {"locale": "sv", "name": "Svenska"},
                ],
            }
        },
    ],
}


def grow(out: Path, pages: int) -> Path:
    """The project's pages and so many made-up ones per language, no two with the same text."""
    shutil.copytree(DOCS, out)
    write_pages(DOCS, out, pages)
    for finding in errors(check.run(read(out, DOCS))):
        blank(out / finding.path.partition("/")[2], finding.line)
    return out


def blank(file: Path, number: int) -> None:
    """Take away a made-up line whose words the project's rules refuse; a heading stays one."""
    lines = file.read_text(encoding="utf-8").split("\n")
    mark = lines[number - 1].partition(" ")[0]
    lines[number - 1] = f"{mark} LAPE" if mark.startswith("#") else ""
    file.write_text("\n".join(lines), encoding="utf-8")


def project(out: Path) -> Path:
    """The project in another folder, with a cache of words of its own that knows made-up ones."""
    out.mkdir()
    for part in ("overrides", "styles", "scripts", "docs"):
        (out / part).symlink_to(PROJECT / part)
    shutil.copy2(PROJECT / "mkdocs.yml", out)
    shutil.copytree(PROJECT / ".cache", out / ".cache")
    for lang in Lang:
        cache = out / ".cache" / f"search.{lang}.json"
        save(cache, writer_of(lang, DOCS).analyses() | load(cache))
    return out


def build_ours(docs: Path, site: Path, address: str) -> Path:
    """Our site of a folder, built as `make build` does, in a copy of the project beside it."""
    environment = os.environ | {"KB_DOCS": str(docs), "SITE_URL": address}
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", site)
    run(*command, env=environment, cwd=project(site.with_name(f"{site.name}-project")))
    return site


def build_stock(docs: Path, out: Path, address: str) -> Path:
    """The same pages by Material and static-i18n."""
    site, config = out / "site", stock_project(docs, out, address)
    run(sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", config, "--site-dir", site)
    return site


def stock_project(docs: Path, out: Path, address: str) -> Path:
    """The settings for that, beside the pages with our directives and citations written out."""
    catalogue = read(docs, DOCS)
    known = setting(catalogue, datetime.now(UTC).date())
    for lang in Lang:
        for page in catalogue.pages(lang):
            file = out / "docs" / f"{page.key}.{lang}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            text = expand(page, page.body, known)
            file.write_text(f"{text}\n\n{_notes(text, page, known)}\n", encoding="utf-8")
    config = out / "mkdocs.yml"
    config.write_text(yaml.safe_dump(STOCK | {"site_url": address}), encoding="utf-8")
    return config


def _notes(text: str, page: Page, known: RenderContext) -> str:
    """A footnote for each fact that a text cites, with its sources, as one writes by hand."""
    sources = known.catalogue.all(Source)
    lines = []
    for id in dict.fromkeys(mention.target for mention in markdown.citations(text)):
        evidence = known.catalogue.evidence(id)
        assert evidence
        named = [sources[one] for one in evidence.sources]
        links = [
            f"[{one.publisher[page.lang]}: {one.title[page.lang]}]({one.url})" for one in named
        ]
        lines.append(f"[^{id}]: {evidence.text[page.lang]} {'; '.join(links)}.")
    return "\n\n".join(lines)


def stock_address(page: Page) -> str:
    """Where static-i18n puts a page: the same words in every language."""
    words = "" if page.key == "index" else page.key.removesuffix("index").rstrip("/") + "/"
    return words if page.lang is Lang.FI else f"sv/{words}"
