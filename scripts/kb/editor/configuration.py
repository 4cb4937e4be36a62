"""All that the editor is told by the build, as JSON."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from kb.editor.collections import CONTENT, collections, formats, languages
from kb.editor.preview import preview
from kb.editor.widgets import Form, own_facts
from kb.editor.words import NOT_USED_YET, TITLE
from kb.model.catalogue import Catalogue
from kb.model.code_host import branch_of
from kb.model.evidence import Fact
from kb.model.published import Kind
from kb.model.settings import Settings
from kb.read.house_style import patterns
from kb.read.media import LARGEST
from kb.text import Lang

_GITHUB = "github.com"
_GITHUB_API = "https://api.github.com"
_PICTURES = {
    "max_file_size": LARGEST[Kind.PICTURE],
    "slugify_filename": True,
    "transformations": {
        "raster_image": {"format": "webp", "quality": 80, "width": 1600, "height": 1600}
    },
}
"""A picture is made as small in the browser as `make picture` makes it."""


def api_root(repository: str) -> str:
    """Where the code host answers programs: GitHub's own host for it, else the repository's."""
    parts = urlsplit(repository)
    return _GITHUB_API if parts.hostname == _GITHUB else f"{parts.scheme}://{parts.netloc}"


def configuration(catalogue: Catalogue, settings: Settings) -> dict[str, dict[str, Any]]:
    """The configuration in each language of the form, with what the formats need beside it."""
    return {
        "style": patterns(),
        "formats": formats(),
        "ownFacts": own_facts(),
        "unused": {Fact.kind: {lang.value: NOT_USED_YET[lang] for lang in Lang}},
        "preview": {lang.value: preview(Form(catalogue, lang)) for lang in Lang},
        "languages": {lang.value: _in_language(catalogue, settings, lang) for lang in Lang},
    }


def _in_language(catalogue: Catalogue, settings: Settings, lang: Lang) -> dict[str, Any]:
    root = api_root(settings.repository)
    own = {"api_root": f"{root}/api/v3", "graphql_api_root": f"{root}/api/graphql"}
    host = {} if root == _GITHUB_API else own
    return {
        "load_config_file": False,
        "app_title": TITLE[lang],
        "logo": {"src": f"{urlsplit(settings.site_url).path}favicon.ico"},
        "backend": {
            "name": "github",
            "repo": urlsplit(settings.repository).path.strip("/").removesuffix(".git"),
            "branch": branch_of(settings.edit_url),
            "open_authoring": True,
            "auth_scope": "public_repo",
            "auth_methods": ["token"],
            **host,
        },
        "publish_mode": "editorial_workflow",
        "site_url": settings.site_url,
        "media_folder": f"{CONTENT}/kuvat",
        "media_libraries": {"default": {"config": _PICTURES}, "stock_assets": False},
        "i18n": languages(),
        "slug": {"encoding": "ascii", "clean_accents": True, "lowercase": False, "maxlength": 60},
        "output": {"omit_empty_optional_fields": True},
        "collections": collections(Form(catalogue, lang)),
    }
