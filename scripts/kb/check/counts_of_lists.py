"""A list has as many items as the sentence above it promises."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kb.check import check_alone
from kb.finding import Finding, Rule
from kb.model import markdown
from kb.model.blocks import Line, blocks, units
from kb.model.catalogue import Catalogue
from kb.text import Lang
from kb.words.numbers import numbers
from kb.words.numerals import LARGEST, spelt
from kb.words.sentences import sentences

OTHER_COUNT = Rule.warning(
    "other-count",
    "Tekstissä luvataan {said}, mutta luettelossa on {count} kohtaa. Korjaa luku tai luettelo.",
    "Texten lovar {said}, men listan har {count} punkter. Rätta talet eller listan.",
    may_stay=True,
)
_ITEM = re.compile(r"(?:[-*+]|\d{1,2}[.)])\s")


@check_alone
def other_count(catalogue: Catalogue) -> Iterator[Finding]:
    """A sentence right above a list says another number than the list has items.

    Bad: `Painopisteitä oli kolme:` above four items. Good: `Painopisteitä oli neljä:`.
    """
    for page in catalogue.pages():
        parts = [unit for block in blocks(page) for unit in units(block)]
        for at, (above, below) in enumerate(pairwise(parts), 1):
            if _is_item(below) and not _is_item(above) and above[0].text[:1] not in "#|!>":
                count = sum(1 for _ in _items(parts[at:]))
                said = _promised(above, page.lang)
                if said and said != str(count):
                    yield OTHER_COUNT.at(page.path, above[-1].number, said=said, count=count)


def _is_item(unit: Sequence[Line]) -> bool:
    return _ITEM.match(unit[0].typed) is not None


def _items(parts: Sequence[Sequence[Line]]) -> Iterator[Sequence[Line]]:
    """The items of the first level; what stands indented between them is theirs."""
    for unit in parts:
        if _is_item(unit):
            yield unit
        elif not unit[0].typed.startswith(" "):
            return


def _promised(unit: Sequence[Line], lang: Lang) -> str:
    """The only small number of the last sentence, which ends in a colon; empty if none is."""
    *_, last = ["", *sentences(markdown.plain(" ".join(line.text for line in unit)))]
    if not last.endswith(":"):
        return ""
    figures = {one for one in numbers(last, lang) if one.isdecimal() and int(one) <= LARGEST}
    said = spelt(last, lang) | figures
    return said.pop() if len(said) == 1 and len(numbers(last, lang)) == len(figures) else ""
