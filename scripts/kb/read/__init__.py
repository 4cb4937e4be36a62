"""Read a content folder: files in, catalogue and findings out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kb.finding import in_order
from kb.model.catalogue import Catalogue
from kb.model.interface import MenuGroup, Word
from kb.model.menu import placed
from kb.model.published import DATA
from kb.read.data import read_data
from kb.read.folder import read_folder
from kb.read.kept import KnownTexts
from kb.read.pages import read_pages
from kb.read.translations import read_declarations
from kb.read.tree import read_tree


def read(content: Path, own: Path, in_style: KnownTexts | None = None) -> Catalogue:
    """The catalogue of a folder; interface words come from the project's `own` if it has none."""
    tree = read_tree(content)
    records, findings = read_data(tree, in_style=in_style)
    if not records[Word.kind] and own != content:
        own_records, own_findings = read_data(read_tree(own), (Word,))
        # Borrowed words come without the facts that only the project's own pages rest on.
        words = own_records[Word.kind].items()
        records[Word.kind] = {id: replace(word, facts=()) for id, word in words}
        findings += [f for f in own_findings if f.path.endswith(f"{Word.kind}.yml")]
    pairs, found = read_pages(tree)
    declared, wrong = read_declarations(tree)
    files, more, excuses = read_folder(tree)
    every = tuple(in_order([*tree.findings, *findings, *found, *wrong, *more]))
    catalogue = Catalogue(
        records,
        pairs,
        every,
        declared=declared,
        files=files,
        excuses=tuple(excuses),
        has_data=bool(tree.below(DATA)),
    )
    menu = placed(catalogue.all(MenuGroup), pairs)
    return replace(catalogue, records={**records, MenuGroup.kind: menu})
