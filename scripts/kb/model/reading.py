"""The order in which the pages are read, from front to back."""

from __future__ import annotations

from kb.model.catalogue import Catalogue
from kb.model.interface import MenuGroup
from kb.model.page import HOME


def in_reading_order(catalogue: Catalogue) -> list[str]:
    """Keys in the menu's order, then the rest by folder and name, fronts first; home not."""
    groups = catalogue.all(MenuGroup).values()
    listed = list(dict.fromkeys(key for group in groups for key in group.pages))
    rest = sorted(
        catalogue.pairs.keys() - set(listed) - {HOME},
        key=lambda key: (key.rpartition("/")[0], not key.endswith(f"/{HOME}"), key),
    )
    return [key for key in [*listed, *rest] if key in catalogue.pairs]
