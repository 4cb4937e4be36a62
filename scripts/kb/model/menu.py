"""The menu as readers meet it: what its file lists, and the pages that nobody has placed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kb.model.interface import MenuGroup
from kb.model.page import HOME, front_first


@dataclass(frozen=True, slots=True)
class MenuPages:
    """The pages of a group as every page asks for them: worked out once for the whole site."""

    group: MenuGroup
    keys: frozenset[str]
    shown: tuple[str, ...]
    """Fronts stand for all pages of their folders, which the section's own list has."""

    @classmethod
    def of(cls, group: MenuGroup) -> MenuPages:
        """The pages of a group."""
        fronts = {key for key in group.pages if key.endswith(f"/{HOME}")}
        folders = {front.rpartition("/")[0] for front in fronts}
        shown = (k for k in group.pages if k in fronts or k.rpartition("/")[0] not in folders)
        return cls(group, frozenset(group.pages), tuple(shown))


def placed(groups: Mapping[str, MenuGroup], keys: Iterable[str]) -> dict[str, MenuGroup]:
    """The groups with every page below a front page that they list, after those of its folder."""
    group_of = {key: id for id, group in groups.items() for key in group.pages}
    unplaced: dict[str, dict[str, list[str]]] = {id: {} for id in groups}
    for key in sorted(set(keys) - group_of.keys(), key=front_first):
        folder = next((above for above in _folders(key) if f"{above}/{HOME}" in group_of), "")
        if folder:
            unplaced[group_of[f"{folder}/{HOME}"]].setdefault(folder, []).append(key)
    return {
        id: replace(group, pages=tuple(_with(group.pages, unplaced[id])))
        for id, group in groups.items()
    }


def _with(listed: tuple[str, ...], unplaced: Mapping[str, list[str]]) -> Iterator[str]:
    """What is listed, and after the last of each folder its unplaced pages, inner folders first."""
    last = {folder: at for at, key in enumerate(listed) for folder in _folders(key)}
    after: dict[int, list[str]] = {}
    for folder in sorted(unplaced, key=len, reverse=True):
        after.setdefault(last[folder], []).extend(unplaced[folder])
    for at, key in enumerate(listed):
        yield key
        yield from after.get(at, ())


def _folders(key: str) -> Iterator[str]:
    """The folders of a key, the nearest first."""
    folder = key.rpartition("/")[0]
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]
