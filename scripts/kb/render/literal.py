"""Text of data in a fragment: whatever it says, Markdown and HTML show it as it is."""

from __future__ import annotations

import re
from urllib.parse import quote

from jinja2 import BaseLoader, BytecodeCache, Environment
from markupsafe import Markup, escape

_MARKS = re.compile(r"[\\`*_{}\[\]|~@]|:(?=//)|www(?=\.)")
_AT_THE_START = re.compile(r"^\s*(?:[-=:!#+~]|\d+[.)](?=\s|$))")
"""What begins a list, a rule, a definition or a note only where a line begins."""


def literal(value: object) -> object:
    """The value as text for a fragment's Markdown or HTML; what is `Markup` already stays so.

    Character references mean the same to both, in text and in attributes, but not in code.
    """
    if hasattr(value, "__html__"):
        return value
    text = str(escape(re.sub(r"[\r\n]+", " ", str(value))))
    return Markup(_AT_THE_START.sub(_referred, _MARKS.sub(_referred, text)))  # noqa: S704 - escaped


def _referred(found: re.Match[str]) -> str:
    """The last character of what was found as a reference."""
    return f"{found[0][:-1]}&#{ord(found[0][-1])};"


def target(address: str) -> Markup:
    """The address for between the brackets of a Markdown link, which nothing in it can close."""
    return Markup(quote(address, safe="%/:?#@!$&*+,;=~-._"))  # noqa: S704 - quoted


def fragments(loader: BaseLoader, compiled: BytecodeCache | None = None) -> Environment:
    """The environment of the fragments, in which every value is text unless marked as more."""
    return Environment(
        loader=loader,
        bytecode_cache=compiled,
        autoescape=True,
        finalize=literal,
        trim_blocks=True,
        lstrip_blocks=True,
    )
