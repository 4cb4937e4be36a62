"""Keeps telephone numbers and e-mail addresses out of running text that is copied as data."""

from __future__ import annotations

import re

# From the start of a word only: trying each letter of a very long one would take for ever.
_EMAIL = r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
# Seven digits or more that begin with 0 or a country's code, grouped in any way. After a hyphen, a
# dot or a slash they are a part of a date or of a document's number.
_TELEPHONE = r"(?<![\w.,/-])(?:\+\d|\(?0)(?:[ ()-]{0,2}\d){6,13}\b"
_DETAIL = re.compile(f"{_EMAIL}|{_TELEPHONE}")


def without_contact_details(text: str) -> str:
    """The text with an ellipsis for each telephone number and e-mail address."""
    return _DETAIL.sub("…", text)
