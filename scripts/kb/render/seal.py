"""Elements that only our own code may put on a page, told from those that an author types.

While a page is in the making their names begin with a seal, which nobody can know beforehand; the
sanitiser lets sealed ones through and takes the seal off.
"""

from __future__ import annotations

from secrets import token_hex
from xml.etree.ElementTree import Element, SubElement

from kb.model.markup import Elements

SEAL = f"kb{token_hex(8)}-"
SEALED: Elements = {
    "div": frozenset({"popover"}),
    "button": frozenset({"type"}),
    "fieldset": frozenset(),
    "form": frozenset({"action", "method"}),
    "input": frozenset({"type", "name", "checked"}),
    "label": frozenset(),
    "legend": frozenset(),
    "option": frozenset(),
    "select": frozenset({"name"}),
}
"""With the attributes that they alone may have."""
VOID = frozenset({"input"})
"""Sealed, they have an end like any unknown element; without the seal they must have none."""


def sealed(tag: str, attributes: dict[str, str], inside: Element | None = None) -> Element:
    """A new element of our own, the last one of the element that it is put inside."""
    name = f"{SEAL}{tag}"
    return Element(name, attributes) if inside is None else SubElement(inside, name, attributes)
