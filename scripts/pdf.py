"""Maintainers' command: all pages of a built site as one PDF per language, written into its root.

Usage: pdf.py SITE, where SITE was built from the pages in KB_DOCS (by default our own).
"""

from __future__ import annotations

import os
import re
import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from itertools import repeat
from pathlib import Path
from urllib.parse import unquote

from jinja2 import Environment, FileSystemLoader
from kb.model.addresses import PDF, address
from kb.model.date import PartialDate
from kb.model.formats import date_text
from kb.pdf import book
from kb.pdf.convert import ForeignFileError, Pdf, to_pdf
from kb.publish.assets import read_assets
from kb.read import read
from kb.text import Lang

PROJECT = Path(__file__).resolve().parent.parent
OWN = PROJECT / "docs"
STYLES = ("site.css", "boxes.css", "home.css")
LARGEST = 2_500_000
"""Bytes that a reader with a phone is asked to fetch at most."""
MOST_PAGES = 170
"""Sheets that a reader is asked to print at most."""


def main(arguments: list[str]) -> int:
    """Write the PDF of each language that has pages and say its size; none if one is too much."""
    site = Path(arguments[0])
    content = Path(os.environ.get("KB_DOCS", OWN)).resolve()
    try:
        with ProcessPoolExecutor() as workers:
            made = list(workers.map(pdf_of, repeat(content), Lang, repeat(site)))
    except ForeignFileError as error:
        print(f"No PDF: a page needs {error}, which is no file of the site.", file=sys.stderr)
        return 1
    documents = {PDF[lang]: document for lang, document in zip(Lang, made, strict=True) if document}
    refused = [refusal(name, document) for name, document in documents.items()]
    if any(refused):
        print(*filter(None, refused), sep="\n", file=sys.stderr)
        return 1
    for name, document in documents.items():
        (site / name).write_bytes(document.content)
        print(f"{site / name}  {document.pages} pages, {len(document.content) / 1e6:.1f} MB")
    return 0


def refusal(name: str, document: Pdf) -> str:
    """Why the document cannot be published, and what to do; '' if it can."""
    if len(document.content) > LARGEST:
        return (
            f"{name} would be {len(document.content):,} bytes, and readers are promised {LARGEST:,}"
            " at most. Make the pictures of the pages smaller or leave some out of print"
            " (styles/print.css)."
        )
    if document.pages > MOST_PAGES:
        return (
            f"{name} would have {document.pages} pages, and readers are promised {MOST_PAGES} at"
            " most. Set it tighter (overrides/book.html) or leave out what lists repeat."
        )
    return ""


def pdf_of(content: Path, lang: Lang, site: Path) -> Pdf | None:
    """All pages of a language of the built site as one PDF; None if it has no pages."""
    catalogue = read(content, OWN)
    if not any(catalogue.pages(lang)):
        return None
    addresses = [address(catalogue, page) for page in catalogue.pages(lang)]
    html = {where: (site / where / "index.html").read_text("utf-8") for where in addresses}
    site_url = _site_url(html)
    bound = book.book(catalogue, lang, html, site_url)
    templates = Environment(
        loader=FileSystemLoader(PROJECT / "overrides"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    assets = read_assets(PROJECT)
    templates.globals["asset"] = assets.path
    now = build_time()
    imprint = book.Imprint(
        day=date_text(PartialDate(now.year, now.month, now.day), lang),
        moment=now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        site_url=site_url,
        style="".join((site / assets.path(name)).read_text("utf-8") for name in STYLES),
    )
    whole = book.document(catalogue, lang, bound, templates, imprint)
    return to_pdf(whole, site_url, lambda path: read_inside(site, path))


def read_inside(site: Path, path: str) -> bytes:
    """The file at a path of the site; FileNotFoundError for what is outside the site's folder."""
    file = (site / unquote(path.partition("?")[0])).resolve()
    if not file.is_relative_to(site.resolve()):
        raise FileNotFoundError(path)
    return file.read_bytes()


def build_time() -> datetime:
    """The time of the build; SOURCE_DATE_EPOCH (seconds) makes two documents alike."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)


def _site_url(html: dict[str, str]) -> str:
    """The site's public address, from any page's canonical one."""
    where, text = next(iter(html.items()))
    found = re.search(r'<link rel="canonical" href="([^"]*)"', text)
    assert found, f"/{where} has no canonical address"
    return found[1].removesuffix(where)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
