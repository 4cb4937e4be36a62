"""XML documents, with every text escaped by the library."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, however it is written."""


def within(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    """A new last element inside the parent."""
    child = ET.SubElement(parent, tag, attributes)
    child.text = _NO_XML.sub("", text) or None
    return child


def document(root: ET.Element) -> str:
    """The whole document, one element a line."""
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'
