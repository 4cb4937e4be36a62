"""The picture of the sums: bars on one scale, never added up."""

from __future__ import annotations

from kb.directives.directive import Context
from kb.directives.drawing.layout import Sum, bars
from kb.directives.pictures.picture import Picture
from kb.model.catalogue import Catalogue
from kb.model.formats import money_text
from kb.model.page import Page
from kb.model.programme import GRANT_SCOPES, GRANT_STATUSES, Grant, Phase
from kb.text import Lang


def _scoped(catalogue: Catalogue) -> list[Grant]:
    """Those of which a source says whose money it was."""
    return [grant for grant in catalogue.all(Grant).values() if grant.scope is not None]


def _draw(catalogue: Catalogue, page: Page) -> Context | None:
    grants = _scoped(catalogue)
    groups = []
    for phase in catalogue.all(Phase).values():
        for scope, name in GRANT_SCOPES.items():
            inside = [g for g in grants if g.phase == phase.id and g.scope == scope]
            if inside:
                groups.append((f"{phase.name[page.lang]}: {name[page.lang]}", scope, inside))
    if not groups:
        return None
    drawing = bars(
        [(title, [_sum(catalogue, g, page.lang) for g in inside]) for title, _, inside in groups]
    )
    return {"picture": drawing, "groups": groups, "statuses": GRANT_STATUSES}


def _sum(catalogue: Catalogue, grant: Grant, lang: Lang) -> Sum:
    about = f"{catalogue.word('about', lang)} " if grant.approximate else ""
    status = GRANT_STATUSES[grant.status][lang]
    return Sum(
        euros=grant.amount,
        amount=about + money_text(grant.amount, lang),
        years=grant.years[lang],
        purpose=f"{grant.name[lang]} ({status})",
    )


MONEY = Picture(name="money", kind=Grant, records=_scoped, draw=_draw)
