"""What rendering needs besides the page itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jinja2 import Environment

from kb.model.catalogue import Catalogue


@dataclass(frozen=True)
class Setting:
    """What expanding a page needs besides the page: the content, the fragments and the day."""

    catalogue: Catalogue
    fragments: Environment
    today: date
    contact_years: int
    """Telephone and e-mail are shown while younger than this."""
