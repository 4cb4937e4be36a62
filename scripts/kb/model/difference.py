"""One thing that a language of a page has and the other lacks, and where that is told.

It is told where somebody made it: on the side that has changed since the two were last declared in
step, even where something is gone from it; where that is not known, on the side that has more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kb.model.page import Page
from kb.model.translations import Comparison, State
from kb.text import Lang


class Kind(StrEnum):
    """What is compared."""

    NUMBERS = "numbers"
    NAMES = "names"
    FACTS = "facts"
    HEADINGS = "headings"
    SMALLER_HEADINGS = "smaller-headings"
    """Those without an id, inside a section."""


@dataclass(frozen=True, slots=True, eq=False)
class Difference:
    """Where a language says what the other does not, and where the other should or does."""

    kind: Kind
    page: Page
    line: int
    other: Page
    other_line: int
    section: str
    """The name of the section, as on the command line."""
    here: tuple[str, ...]
    there: tuple[str, ...]
    is_settled: bool
    """True if somebody has declared the section in step as it stands."""
    is_new: bool
    """True if nobody has ever compared the section."""
    mended: str = ""
    """The heading here with the id that it has lost or lacks, if that alone is the difference."""


@dataclass(frozen=True, slots=True)
class Place:
    """A line of one language, and the line of the other that stands beside it."""

    lang: Lang
    line: int
    beside: int
    section: Comparison

    def difference(
        self, kind: Kind, pages: Mapping[Lang, Page], told: Mapping[Lang, Sequence[str]]
    ) -> Difference:
        """What stands here in each language and not in the other."""
        return Difference(
            kind,
            pages[self.lang],
            self.line,
            pages[self.lang.other],
            self.beside,
            self.section.name,
            tuple(told[self.lang]),
            tuple(told[self.lang.other]),
            self.section.state is State.IN_STEP,
            self.section.declared is None,
        )
