"""One mark for all that a sentence, a table's row or a key fact cites.

Authors and fragments cite facts one by one, wherever in a sentence that is. Readers meet one mark
at the sentence's end; of a row it stands at the row's name, so that no figure ever runs into it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from kb.render.runs import Run, parts
from kb.words.sentences import ends

CITATION = "kb-citation"
"""The element that a citation is in the tree until it is gathered; its `id` is the fact's."""
_UNTOUCHED = {"pre", "svg", "nav"}
_HEADING = re.compile(r"h[1-6]")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(slots=True)
class Mark:
    """A place where the page cites facts; its element is still empty."""

    element: Element
    facts: tuple[str, ...]
    under: str
    """The words of the heading that it stands under."""


@dataclass
class Gatherer:
    """Puts an empty element for each mark into a page's tree and takes the citations out."""

    raw: Callable[[str], str]
    """What a placeholder of Python-Markdown stands for."""
    marks: list[Mark] = field(default_factory=list)
    _heading: str = ""

    def gather(self, root: Element) -> list[Mark]:
        """The marks of a page, in reading order."""
        self._walk(root)
        return self.marks

    def _walk(self, block: Element) -> None:
        if block.tag in _UNTOUCHED:
            return
        if _HEADING.fullmatch(block.tag):
            self._heading = "".join(block.itertext()).strip()
        if block.tag == "tr" and block.find("td") is not None:
            self._row(block)
            return
        for part in parts(block, self.raw, CITATION):
            if isinstance(part, Run):
                self._sentences(part)
            else:
                self._walk(part)

    def _sentences(self, run: Run) -> None:
        if not run.found:
            return
        cited_at = [len(run.text[:at].rstrip()) for at, _ in run.found]
        stops = sorted({*ends(run.text, cited_at), *run.breaks})
        cited: dict[int, list[str]] = {}
        for at, (_, citation) in zip(cited_at, run.found, strict=True):
            stop = next((stop for stop in stops if at <= stop), stops[-1])
            cited.setdefault(stop, []).append(citation.get("id", ""))
        made = {stop: self._mark(facts) for stop, facts in cited.items()}
        for stop in sorted(made, reverse=True):  # from the last, so that offsets stay good
            run.put(made[stop], len(run.text[:stop].rstrip()))
        run.take_out()

    def _row(self, row: Element) -> None:
        """One mark for the whole row, in the first cell that has a word in it."""
        cells = [list(_runs(cell, self.raw)) for cell in row]
        runs = [run for cell in cells for run in cell]
        facts = [citation.get("id", "") for run in runs for _, citation in run.found]
        if not facts:
            return
        read = [run for run in runs if run.text.strip()] or runs
        label = next((run for run in read if _LETTER.search(run.text)), read[0])
        label.put(self._mark(facts), len(label.text.rstrip()))
        for run in runs:
            run.take_out()

    def _mark(self, facts: Iterable[str]) -> Element:
        element = Element("span", {"class": "marks"})
        self.marks.append(Mark(element, tuple(dict.fromkeys(facts)), self._heading))
        return element


def _runs(block: Element, raw: Callable[[str], str]) -> Iterable[Run]:
    """Every run inside a block, those of its blocks included."""
    for part in parts(block, raw, CITATION):
        if isinstance(part, Run):
            yield part
        else:
            yield from _runs(part, raw)
