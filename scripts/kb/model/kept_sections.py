"""A page's sections, worked out anew only if the page has changed or what its links lead to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple
from typing import Any

from kb.model.page import Page
from kb.model.sections import Section, sections

_NAME = "sections"


def kept_sections(page: Page, ids: Mapping[str, str]) -> dict[str, Section]:
    """What `sections` gives, kept with the ids of the pages that it asked for."""
    kept = page.kept.get(_NAME)
    if kept and all(ids.get(key) == id for key, id in kept["ids"].items()):
        return {one[0]: _section(one) for one in kept["sections"]}
    asked = _Asked(ids)
    found = sections(page, asked)
    page.kept[_NAME] = {"ids": asked.answers, "sections": list(map(astuple, found.values()))}
    return found


def _section(fields: Sequence[Any]) -> Section:
    """JSON has lists where a section has tuples."""
    values: list[Any] = [tuple(one) if isinstance(one, list) else one for one in fields]
    return Section(*values)


class _Asked(Mapping[str, str]):
    """Ids of pages by key, with a note of those that were asked for."""

    def __init__(self, ids: Mapping[str, str]) -> None:
        self._ids = ids
        self.answers: dict[str, str | None] = {}

    def __getitem__(self, key: str) -> str:
        self.answers[key] = self._ids.get(key)
        return self._ids[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)
