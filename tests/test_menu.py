"""Pages that the menu does not list stand after those of their folder."""

from __future__ import annotations

from builders import menu_group
from kb.model.menu import placed

GROUPS = {
    group.id: group
    for group in (
        menu_group("vaiheet", "vaiheet/index", "vaiheet/loppu"),
        menu_group("sisallot", "teemat/index", "teemat/b", "kehitys/index", "kehitys/a", "muu"),
        menu_group("sivusto", "ohje", where="footer"),
    )
}


def pages(*keys: str) -> dict[str, tuple[str, ...]]:
    listed = [key for group in GROUPS.values() for key in group.pages]
    return {id: group.pages for id, group in placed(GROUPS, [*listed, *keys]).items()}


def test_a_page_stands_after_those_of_its_folder_in_the_order_of_names():
    assert pages("teemat/c", "teemat/a")["sisallot"] == (
        *("teemat/index", "teemat/b", "teemat/a", "teemat/c", "kehitys/index", "kehitys/a", "muu"),
    )


def test_a_folder_inside_comes_front_page_first():
    assert pages("teemat/sisalla/a", "teemat/sisalla/index")["sisallot"][:4] == (
        *("teemat/index", "teemat/b", "teemat/sisalla/index", "teemat/sisalla/a"),
    )


def test_a_page_without_a_folder_or_with_one_that_no_group_lists_is_in_none():
    assert pages("index", "uusi", "hallinto/index", "hallinto/a") == pages()
    assert pages() == {id: group.pages for id, group in GROUPS.items()}
