"""`security.txt` (RFC 9116): where somebody who found a vulnerability writes."""

from __future__ import annotations

from datetime import date, timedelta

from kb.model.settings import Settings

PATH = ".well-known/security.txt"
"""Below the site's root; readers ask for it at the root of the host."""
LANGUAGES = "fi, sv, en"
"""What a report may be written in; our own pages are in the first two."""
LIFE = timedelta(days=364)
"""The RFC wants less than a year: a site that nobody builds any more must not promise answers."""


def security_txt(settings: Settings, today: date) -> str:
    """The file, or nothing where nobody has said who reads reports."""
    if not settings.security_contact:
        return ""
    lines = {
        "Contact": settings.security_contact,
        "Expires": f"{today + LIFE}T00:00:00Z",
        "Preferred-Languages": LANGUAGES,
        "Canonical": settings.site_url + PATH,
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items())
