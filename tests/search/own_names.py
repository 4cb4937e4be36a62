"""The site's own titles, headings and terms that do not find their own page: an editors' log.

Nobody's queries are recorded anywhere; what the pages call themselves is the least that must work.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kb.publish.index import FOLDER, VERSIONS
from kb.text import Lang
from search_eval import found_by

FIRST = {"title": 1, "heading": 3, "term": 3}
"""At which place a page must be at the latest when it is asked for by such a name of its own."""


def indexed(site: Path, lang: Lang) -> Iterator[dict[str, Any]]:
    """What the index keeps of each page and of each entry of the glossary."""
    folder = json.loads((site / VERSIONS).read_text(encoding="utf-8"))[lang]
    for file in sorted((site / FOLDER / folder / "d").glob("*.json")):
        yield json.loads(file.read_text(encoding="utf-8"))


def own_names(site: Path, lang: Lang) -> list[tuple[str, str, str]]:
    """Each name as (kind, name, key of the page); without headings that several pages have."""
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for page in indexed(site, lang):
        is_term = "#" in page["u"]
        names["term" if is_term else "title", page["t"]].add(page["k"])
        for _, heading, _ in page["s"]:
            if heading:
                names["heading", heading].add(page["k"])
    return [(*name, *keys) for name, keys in names.items() if len(keys) == 1]


def lost(site: Path, lang: Lang) -> list[str]:
    """A line for each name that does not find its page, with what is found in its place."""
    names = own_names(site, lang)
    found = found_by(site, lang, [name for _, name, _ in names])
    return [
        f"{lang}  {kind:<8}”{name}”  wanted {key}  got {', '.join(keys[:3]) or 'nothing'}"
        for (kind, name, key), keys in zip(names, found, strict=True)
        if key not in keys[: FIRST[kind]]
    ]
