"""The HTML of a page as it may be published, whatever the check has let through."""

from __future__ import annotations

import nh3
from markupsafe import Markup

from kb.model.markup import PAGES, PAGES_EVERYWHERE, SCHEMES, may_have
from kb.render.seal import SEAL, SEALED, VOID


def _kept(_: str, attribute: str, value: str) -> str | None:
    return value if may_have(attribute, value) else None


_CLEANER = nh3.Cleaner(
    tags={*PAGES, *(f"{SEAL}{element}" for element in SEALED)},
    attributes={
        "*": set(PAGES_EVERYWHERE),
        **{element: set(own) for element, own in PAGES.items()},
        **{f"{SEAL}{element}": set(own) for element, own in SEALED.items()},
    },
    attribute_filter=_kept,
    url_schemes=set(SCHEMES),
    link_rel=None,
)


def sanitised(html: str, cut: str) -> Markup:
    """What pages may have of the HTML; each of the parts between the `cut`s is whole by itself.

    What our own code sealed loses its seal.
    """
    clean = cut.join(_clean(part) for part in html.split(cut))
    return Markup(clean)  # noqa: S704 - that is what it is


def _clean(html: str) -> str:
    clean = _CLEANER.clean(html)
    for element in VOID:
        clean = clean.replace(f"</{SEAL}{element}>", "")
    return clean.replace(SEAL, "").replace("&nbsp;", "\u00a0")
