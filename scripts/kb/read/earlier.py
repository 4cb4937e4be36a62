"""Sections as they were when they were last declared in step, out of git: the words that changed.

What is out of step is known without git; only what it said before is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kb.model.catalogue import Catalogue
from kb.model.sections import Section, sections
from kb.model.translations import Comparison, Earlier, State, whole
from kb.read.git import git, git_bytes
from kb.read.pages import parse_page
from kb.text import Lang

_MOST = 30
"""Versions of a file that are looked at, the newest first."""


def read_earlier(content: Path, catalogue: Catalogue) -> Earlier:
    """The declared text of each side that has changed since; what git does not know is left out."""
    ids = {key: next(iter(pair.page_ids), key) for key, pair in catalogue.pairs.items()}
    found = {}
    for comparisons in catalogue.comparisons.values():
        for one in comparisons:
            for lang in _changed(one):
                if section := _declared(content, one, lang, ids):
                    found[one.name, lang] = section
    return found


def _changed(one: Comparison) -> list[Lang]:
    if not one.declared or one.state in (State.IN_STEP, State.NEVER_COMPARED):
        return []
    return [lang for lang in Lang if lang in one.sides and one.has_changed(lang)]


def _declared(content: Path, one: Comparison, lang: Lang, ids: Mapping[str, str]) -> Section | None:
    if not one.declared:
        return None
    key, anchor = one.declared.key, one.declared.anchor
    for text in _versions(content, f"{key}.{lang}.md"):
        page, _ = parse_page(text, f"{content.name}/{key}.{lang}.md", key, lang)
        section = sections(page, ids).get(anchor)
        if section and whole(section.marks) == whole(one.declared.marks[lang]):
            return section
    return None


def _versions(content: Path, file: str) -> Iterator[str]:
    """The committed texts of a file, the newest first."""
    log = git(content, "log", f"--max-count={_MOST}", "--format=%H", "--", file)
    for commit in (log or "").split():
        text = git_bytes(content, "show", f"{commit}:./{file}")
        if text is not None:
            yield text.decode("utf-8", "replace").replace("\r\n", "\n")
