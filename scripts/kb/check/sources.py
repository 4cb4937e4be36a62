"""Each source leads its reader to her own language where it is there in it."""

from __future__ import annotations

from collections.abc import Iterator

from kb.check import check
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.evidence import Source

SAME_ADDRESS = Rule.warning(
    "same-address",
    "Lähteen ruotsinkielinen osoite on sama kuin suomenkielinen. Kirjoita ruotsinkielisen sivun "
    "osoite tai poista url_sv.",
    "Källans svenska adress är densamma som den finska. Skriv den svenska sidans adress eller ta "
    "bort url_sv.",
)


@check
def same_address(catalogue: Catalogue) -> Iterator[Finding]:
    """A source whose Swedish address is the Finnish one.

    Bad: `url` and `url_sv` alike. Good: `url_sv` of the Swedish page, or none.
    """
    for source in catalogue.all(Source).values():
        if source.url_sv and source.url_sv == source.url:
            yield SAME_ADDRESS.at(source.place.path, source.place.line_of("url_sv"))
