"""The Markdown that pages are written in, for whoever makes HTML of it: the build and the check."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from markdown.extensions.toc import slugify

from kb.model.markup import is_free_id

EXTENSIONS = (
    *("admonition", "attr_list", "def_list", "md_in_html", "sane_lists", "tables", "toc"),
    *("pymdownx.magiclink", "pymdownx.superfences", "pymdownx.tilde"),
)


def slug(heading: str, separator: str = "-") -> str:
    """The id of a heading that has none: its words, kept apart from ids that are taken."""
    plain = slugify(heading, separator)
    return plain if is_free_id(plain) else f"osio-{plain}".rstrip("-_")


def _code(source: str, language: str, *_: object, **__: object) -> str:
    """Code between fences as it is typed, without colours."""
    named = f' class="language-{language}"' if language else ""
    return f"<pre><code{named}>{escape(source)}\n</code></pre>"


OPTIONS: Mapping[str, dict[str, Any]] = {
    "pymdownx.superfences": {"custom_fences": [{"name": "*", "class": "", "format": _code}]},
    "pymdownx.tilde": {"subscript": False},
    "tables": {"use_align_attribute": True},
    "toc": {"permalink": False, "toc_depth": "2-3", "slugify": slug},
}
"""What the extensions are told."""
