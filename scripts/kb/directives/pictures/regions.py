"""The map of the regional projects: a tile for each, in the north at the top."""

from __future__ import annotations

from kb.directives.directive import Context
from kb.directives.drawing.layout import GridCell, tile_map
from kb.directives.pictures.picture import Picture
from kb.directives.programme import REGIONS
from kb.model.addresses import address, relative
from kb.model.catalogue import Catalogue
from kb.model.page import Page
from kb.model.programme import AREAS, Region


def _placed(catalogue: Catalogue) -> list[Region]:
    """Those that have a place on the map, from the north-western corner on."""
    regions = [region for region in catalogue.all(Region).values() if region.row and region.column]
    return sorted(regions, key=lambda region: (region.row or 0, region.column or 0))


def _draw(catalogue: Catalogue, page: Page) -> Context | None:
    regions = _placed(catalogue)
    if not regions:
        return None
    places = [
        GridCell(r.row or 0, r.column or 0, (r.tile_name or r.name)[page.lang]) for r in regions
    ]
    heading = catalogue.word("area-today", page.lang)
    drawing = tile_map(places, heading, [name[page.lang] for name in AREAS.values()])
    links = [_region_link(catalogue, page, region) for region in regions]
    tiles = list(zip(regions, drawing.tiles, links, strict=True))
    return {"picture": drawing, "tiles": tiles, "areas": AREAS}


def _region_link(catalogue: Catalogue, page: Page, region: Region) -> str:
    """The region's own page, or its row in the table of regions, or nothing."""
    here = address(catalogue, page)
    own = catalogue.page(region.page, page.lang) if region.page else None
    if own:
        return relative(address(catalogue, own), here)
    home = catalogue.page_showing(REGIONS, page.lang)
    if home is None:
        return ""
    return f"{'' if home.key == page.key else relative(address(catalogue, home), here)}#{region.id}"


MAP = Picture(name="regions", kind=Region, records=_placed, draw=_draw)
