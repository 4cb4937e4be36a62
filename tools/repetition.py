"""Maintainers' command: what pages of a language say in the same words.

    PYTHONPATH=scripts tools/repetition.py [--docs DOCS] [--most 20]

Counts runs of eight words that stand on two pages or more, in the text that authors wrote (neither
notes, menus nor what directives show), and prints the runs that most pages share. Exit status: 0.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kb.model.page import Page
from kb.model.prose import prose
from kb.read import read
from kb.text import Lang

RUN = 8
"""Words in a row: fewer are idiom, more would miss a sentence that ends in its own way."""
OWN = Path(__file__).resolve().parent.parent / "docs"

Run = tuple[str, ...]


def main(arguments: list[str]) -> None:
    """Print the count of each language and its worst stretches."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--docs", type=Path, default=OWN)
    parser.add_argument("--most", type=int, default=20, help="how many stretches to show")
    asked = parser.parse_args(arguments)
    catalogue = read(asked.docs, OWN)
    for lang in Lang:
        found = shared(catalogue.pages(lang))
        print(f"{lang}: {len(found)} runs of {RUN} words on two pages or more")
        for run, keys in sorted(found.items(), key=lambda one: -len(one[1]))[: asked.most]:
            print(f"  {len(keys):3} {' '.join(run)}: {', '.join(sorted(keys))}")


def shared(pages: Iterable[Page]) -> Mapping[Run, frozenset[str]]:
    """Each run that two pages or more have, with the keys of those pages."""
    found: dict[Run, set[str]] = {}
    for page in pages:
        for run in runs(page):
            found.setdefault(run, set()).add(page.key)
    return {run: frozenset(keys) for run, keys in found.items() if len(keys) > 1}


def runs(page: Page) -> Iterator[Run]:
    """The runs of a page, none of them over the end of a line, which is a paragraph or a cell."""
    for _, text in prose(page):
        words = re.findall(r"\w+", text.lower())
        for start in range(len(words) - RUN + 1):
            yield tuple(words[start : start + RUN])


if __name__ == "__main__":
    main(sys.argv[1:])
