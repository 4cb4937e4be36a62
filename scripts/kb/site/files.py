"""Which files MkDocs builds, and where: what the catalogue has, at the addresses of its own."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from kb.model.addresses import address
from kb.model.published import PICTURES
from kb.publish.assets import IMMUTABLE
from kb.publish.edition import Edition
from kb.read.metadata import parts
from kb.read.svg import drawing
from kb.site.kept_page import KeptPage

FAVICON = "favicon.ico"
"""The one file of our templates that is published as it is."""


def leave_out_data(files: Files, edition: Edition, config: MkDocsConfig) -> None:
    """Leave static-i18n only what is published: it looks into each file, of data as well."""
    catalogue = edition.run.catalogue
    published = catalogue.media | {page.file for page in catalogue.pages()}
    for file in list(files):
        if file.src_dir == config.docs_dir and file.src_uri not in published:
            files.remove(file)


def place(files: Files, edition: Edition, config: MkDocsConfig) -> None:
    """Exactly the catalogue's pages and media, and what our folder of templates has.

    MkDocs follows links, and static-i18n drops the second language's pictures. Assets are
    written by the edition, under names of their own.
    """
    theme, media = config.theme.custom_dir or "", edition.run.catalogue.media
    published = edition.pages.keys() | media
    for file in list(files):
        file.inclusion = InclusionLevel.INCLUDED  # MkDocs leaves out what is in `templates/`
        if file.src_dir == theme and not file.src_uri.startswith(f"{IMMUTABLE}/"):
            continue
        if file.src_dir == theme or file.src_uri not in published:
            files.remove(file)
    ours = dict.fromkeys(media, config.docs_dir) | {FAVICON: theme}
    for uri in sorted(ours.keys() - {file.src_uri for file in files}):
        files.append(File(uri, ours[uri], config.site_dir, use_directory_urls=True))
    _clean_media(files, config)
    _place_pages(files, edition, config)


def _clean_media(files: Files, config: MkDocsConfig) -> None:
    """Publish of a drawing in the content only what draws, of a picture only what shows it."""
    for file in files.media_files():
        suffix = Path(file.src_uri).suffix
        if file.src_dir != config.docs_dir or suffix not in PICTURES:
            continue
        if suffix == ".svg":
            file.content_string = drawing(file.content_bytes).svg
        else:
            file.content_bytes = parts(file.content_bytes, suffix).shows


def _place_pages(files: Files, edition: Edition, config: MkDocsConfig) -> None:
    """Give pages their own addresses."""
    site, catalogue = Path(config.site_dir).absolute(), edition.run.catalogue
    for file in files:
        if steps := edition.pages.get(file.src_uri):
            folder = address(catalogue, steps.page)
            file.url, file.dest_uri = folder or "./", f"{folder}index.html"
            file.abs_dest_path = str(site / file.dest_uri)
            KeptPage(file, config, edition.kept, steps.page)
