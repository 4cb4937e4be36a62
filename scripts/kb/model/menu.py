"""The menu as readers meet it: what its file lists, and the pages that nobody has placed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kb.model.interface import MenuGroup
from kb.model.page import HOME, front_first


def placed(groups: Mapping[str, MenuGroup], keys: Iterable[str]) -> dict[str, MenuGroup]:
    """The groups with every page below a front page that they list, after those of its folder."""
    pages = {id: list(group.pages) for id, group in groups.items()}
    group_of = {key: id for id, listed in pages.items() for key in listed}
    for key in sorted(set(keys) - group_of.keys(), key=front_first):
        folder = next((above for above in _folders(key) if f"{above}/{HOME}" in group_of), "")
        if folder:
            listed = pages[group_of[f"{folder}/{HOME}"]]
            inside = [at for at, other in enumerate(listed) if other.startswith(f"{folder}/")]
            listed.insert(inside[-1] + 1, key)
    return {id: replace(group, pages=tuple(pages[id])) for id, group in groups.items()}


def _folders(key: str) -> Iterator[str]:
    """The folders of a key, the nearest first."""
    folder = key.rpartition("/")[0]
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]
