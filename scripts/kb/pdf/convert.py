"""HTML as a tagged PDF (PDF/UA-1) by WeasyPrint, without the network."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from kb.pdf.hyphens import teach_finnish

VARIANT = "pdf/ua-1"


class ForeignFileError(ValueError):
    """The document needs something that is no file of the site: its address."""


@dataclass(frozen=True, slots=True)
class Pdf:
    """A document and how many sheets it has."""

    content: bytes
    pages: int


class _Shelf(URLFetcher):  # type: ignore[misc]
    """Gives the site's own files and refuses every other address."""

    def __init__(self, site_url: str, read: Callable[[str], bytes]) -> None:
        super().__init__()
        self._site_url = site_url
        self._read = read

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The file at an address of the site; the PDF is not made if it is not there."""
        try:
            if not url.startswith(self._site_url):
                raise FatalURLFetchingError(url)
            return URLFetcherResponse(url, self._read(url.removeprefix(self._site_url)))
        except (OSError, ValueError) as error:
            raise FatalURLFetchingError(url) from error


def to_pdf(html: str, site_url: str, read: Callable[[str], bytes]) -> Pdf:
    """The document as PDF, the same bytes for the same HTML.

    `read` gives a file of the site by its path, or an OSError. ForeignFileError if anything else is
    asked for: nothing comes from the network or from elsewhere on the disk.
    """
    teach_finnish()
    # The site's stylesheet is written for browsers: what WeasyPrint does not know of it is no news.
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    source = HTML(string=html, base_url=site_url, url_fetcher=_Shelf(site_url, read))
    try:
        drawn = source.render(pdf_variant=VARIANT)
        return Pdf(drawn.write_pdf(pdf_variant=VARIANT), len(drawn.pages))
    except FatalURLFetchingError as error:
        raise ForeignFileError(str(error)) from error
