"""The Markdown that pages are written in, for whoever makes HTML of it: the build and the check."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markdown.extensions.toc import slugify

from kb.model.markup import is_free_id

EXTENSIONS = (
    *("admonition", "attr_list", "def_list", "fenced_code", "md_in_html", "tables"),
    "toc",
)


def slug(heading: str, separator: str = "-") -> str:
    """The id of a heading that has none: its words, kept apart from ids that are taken."""
    plain = slugify(heading, separator)
    return plain if is_free_id(plain) else f"osio-{plain}".rstrip("-_")


OPTIONS: Mapping[str, dict[str, Any]] = {
    "tables": {"use_align_attribute": True},
    "toc": {"permalink": False, "toc_depth": "2-3", "slugify": slug},
}
"""What the extensions are told."""
