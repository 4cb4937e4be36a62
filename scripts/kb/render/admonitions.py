"""Titles for admonitions that have none: Python-Markdown would say "Note" in English."""

from __future__ import annotations

import re

from kb.model import markdown
from kb.model.catalogue import Catalogue
from kb.model.interface import Word
from kb.render.literal import literal
from kb.text import Lang

_UNTITLED = re.compile(r"(?P<start>\s*!!!\s+(?P<type>[\w-]+)[^\"]*?)\s*$")
_DEFAULT = "note"


def titled(text: str, catalogue: Catalogue, lang: Lang) -> str:
    """The Markdown with a title in the page's language for every admonition without one."""
    words = catalogue.all(Word)
    lines = text.split("\n")
    for number, line in markdown.prose_lines(text):
        if found := _UNTITLED.match(line):
            word = words.get(found["type"].lower()) or words[_DEFAULT]
            lines[number - 1] = f'{found["start"]} "{literal(word.text[lang])}"'
    return "\n".join(lines)
