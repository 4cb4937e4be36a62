"""The Markdown that pages are written in, for whoever makes HTML of it: the build and the check."""

from __future__ import annotations

from typing import Any

from markdown.extensions.toc import slugify

from kb.model.markup import is_free_id

PLACE_MARKER = "///LAHTEET-KALLOR///"
"""Where the notes of a page stand."""
EXTENSIONS = (
    *("admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "tables"),
    "toc",
)


def slug(heading: str, separator: str = "-") -> str:
    """The id of a heading that has none: its words, kept apart from ids that are taken."""
    plain = slugify(heading, separator)
    return plain if is_free_id(plain) else f"osio-{plain}".rstrip("-_")


def options(back_to_text: str = "{number}") -> dict[str, dict[str, Any]]:
    """What the extensions are told; `back_to_text` names the way back from a note `{number}`."""
    words = back_to_text.replace("{number}", "\0").replace("{", "{{").replace("}", "}}")
    return {
        "footnotes": {
            "PLACE_MARKER": PLACE_MARKER,
            "BACKLINK_TEXT": "↩",
            "BACKLINK_TITLE": words.replace("\0", "{}"),
        },
        "tables": {"use_align_attribute": True},
        "toc": {"permalink": False, "toc_depth": "2-3", "slugify": slug},
    }
