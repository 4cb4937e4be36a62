"""Markdown that somebody else wrote, made fit to be shown under our name.

What a pull request's own run prints may say anything. Words, lists and tables stay; nothing in it
calls anybody, loads anything or leads anywhere but to our own addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

LARGEST = 60_000
"""Characters: GitHub takes a comment of 65,536."""
_GAP = "\u200b"
_NOWHERE = r"(?!)"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def sanitize(text: str, own: Iterable[str]) -> str:
    """The text with links to addresses that begin with one of `own`, and no others."""
    ours = _ours(own)
    tag = rf'</?(?:details|summary)>|<a href="{ours}">|</a>'
    kept = _CONTROL.sub("", text[:LARGEST]).replace("&", "&amp;")
    kept = re.sub(rf"({tag})|<", lambda found: found[1] or "&lt;", kept)
    kept = re.sub(rf"(\]\({ours}\))|\]\(", lambda found: found[1] or f"]{_GAP}(", kept)
    kept = re.sub(
        rf"({ours})|://|\bwww\.", lambda found: found[1] or _parted(found[0]), kept, flags=re.I
    )
    kept = kept.replace("]:", f"]{_GAP}:").replace("![", "[")
    return kept.replace("@", f"@{_GAP}")[:LARGEST]


def _ours(own: Iterable[str]) -> str:
    """A pattern of the addresses below ours, without `..`, which could lead out again."""
    prefixes = [re.escape(one.rstrip("/")) for one in own if one]
    below = r"(?:/(?!\.)(?:[\w~#?=-]|\.(?!\.))*)*"
    return rf"(?:{'|'.join(prefixes)}){below}(?=[\s)\"<>]|$)" if prefixes else _NOWHERE


def _parted(found: str) -> str:
    return f":{_GAP}//" if found == "://" else f"{found[:-1]}{_GAP}."
