"""The picture of how many family centres there were, as each that counted them says."""

from __future__ import annotations

from kb.directives.directive import Context
from kb.directives.drawing.parts import Row, parted_bars
from kb.directives.pictures.picture import Picture
from kb.model.catalogue import Catalogue
from kb.model.page import Page
from kb.model.results import CENTRE_STATES, CentreCount
from kb.text import Lang


def _counts(catalogue: Catalogue) -> list[CentreCount]:
    return sorted(catalogue.all(CentreCount).values(), key=lambda count: str(count.date))


def _number_of(count: CentreCount, about: str, lang: Lang) -> str:
    """A count in words, divided as it was counted: `117 toiminnassa, 55 valmisteilla`."""
    if count.whole:
        return f"{f'{about} ' if count.approximate else ''}{count.whole}"
    return ", ".join(f"{size}\u00a0{CENTRE_STATES[state][lang]}" for state, size in count.parts)


def _draw(catalogue: Catalogue, page: Page) -> Context | None:
    counts = _counts(catalogue)
    if not counts:
        return None
    about = catalogue.word("about", page.lang)
    numbers = [_number_of(count, about, page.lang) for count in counts]
    rows = [
        Row(
            heading=f"{count.when[page.lang]}, {count.counted_by[page.lang]}",
            remark=count.counted[page.lang],
            words=number,
            parts=count.parts,
        )
        for count, number in zip(counts, numbers, strict=True)
    ]
    return {"picture": parted_bars(rows), "counts": list(zip(counts, numbers, strict=True))}


FAMILY_CENTRES = Picture(name="family-centres", kind=CentreCount, records=_counts, draw=_draw)
