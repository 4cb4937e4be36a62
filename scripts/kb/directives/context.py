"""What rendering needs besides the page itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from jinja2 import Environment

from kb.model.catalogue import Catalogue
from kb.model.page import Page


def _unknown(page: Page, lines: tuple[int, int] | None = None) -> date | None:
    return None


@dataclass(frozen=True)
class RenderContext:
    """What expanding a page needs besides the page: the content, the fragments and the day."""

    catalogue: Catalogue
    fragments: Environment
    today: date
    contact_years: int
    """Telephone and e-mail are shown while younger than this."""
    changed: Callable[[Page, tuple[int, int]], date | None] = _unknown
    """The day when a page's lines last changed, if the history knows."""
    edit_url: str = ""
    """Where the content folder is edited, with a slash at the end; empty if nowhere."""
    mailbox: str = ""
    """Where readers write without an account; empty if nowhere."""
