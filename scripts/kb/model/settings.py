"""What `mkdocs.yml` tells our own code."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the site and its files live, and for how long things are fresh."""

    site_url: str
    """The public address, with a slash at the end."""
    edit_url: str
    """Where the content folder is edited, with a slash at the end; empty if nowhere."""
    contact_years: int
    """Telephone and e-mail of a person are shown while younger than this."""
    review_months: int
    """After so many months a page's `checked` day is overdue."""
    security_contact: str
    """The address (URI) that a vulnerability is reported to; empty if there is none."""
    mailbox: str = ""
    """The e-mail address that readers write to; empty if there is none."""
    repository: str = ""
    """The address of the repository at the code host; empty if there is none."""
    editor: bool = False
    """True if the form editor is part of the site."""
