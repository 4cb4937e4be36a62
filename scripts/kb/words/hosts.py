"""Whose site an address leads to, and where it may lead on from there."""

from __future__ import annotations

import html
import re
from base64 import b64decode
from collections.abc import Iterator
from urllib.parse import parse_qsl, unquote, urlsplit

_SHARED = frozenset({
    "github.io", "gitlab.io", "pages.dev", "netlify.app", "vercel.app", "web.app", "blogspot.com",
    "wordpress.com", "sharepoint.com", "azurewebsites.net", "cloudfront.net", "amazonaws.com",
    "herokuapp.com", "weebly.com", "wixsite.com", "blogspot.fi", "co.uk", "org.uk", "ac.uk",
})  # fmt: skip
"""Under these everybody's site has a name of its own."""
_ARCHIVES = frozenset({"archive.org", "archive.today", "archive.ph"})
"""They show the pages of others under their own name, by the other's address."""
_MOST_CODED = 5
"""How many times an address inside another is decoded."""
_WHOLE = re.compile(
    r"(?:https?:)?[/\\]{2,}(?P<host>[^/\\?#\s&]+)|https?:(?P<bare>[^/\\?#\s&]+)", re.I
)
_INSIDE = re.compile(r"https?:[/\\]{2,}(?P<host>[^/\\?#\s&]+)(?P<bare>)", re.IGNORECASE)
_BARE_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?=[/?#:]|$)", re.IGNORECASE)
_FILE = re.compile(
    r"[\w.-]+\.(?:pdf|html?|php|aspx?|jpe?g|png|gif|svg|docx?|xlsx?|csv|xml|json|md|txt)"
)
_NAMES = re.compile(
    r"(?:.*(?:url|uri|redir|return|goto|dest|forward|target|link|site|host|continue|callback)\w*"
    r"|next|to|u|r|out|go|back|rd|ru|from|jump|view|page|path|ref|checkout\w*)",
    re.IGNORECASE,
)
"""What the part of an address is called that says where to lead on."""
_SHORT = frozenset({
    "bit.ly", "tinyurl.com", "t.co", "is.gd", "v.gd", "goo.gl", "ow.ly", "buff.ly", "cutt.ly",
    "rb.gy", "shorturl.at", "rebrand.ly", "lnkd.in", "fb.me", "forms.gle", "t.ly", "tiny.cc",
    "bl.ink", "s.id", "urly.fi", "linktr.ee", "qrco.de", "short.io", "u.to", "adf.ly",
})  # fmt: skip
_BORROWED = ("translate.goog", "cdn.ampproject.org", "webcache.googleusercontent.com")
_POSING = re.compile(
    r"(?:www\.)?((?!www\.)[\w-]+\.(?:fi|ax|se|eu)(?=\.[\w.-]*\w)|\w+-(?:fi|ax)(?=\.))"
)
_PROGRAM = re.compile(
    r"\.(?:exe|msi|apk|dmg|pkg|scr|bat|cmd|ps1|vbs|jar|iso|hta|lnk|deb|rpm|appx|xpi|crx)(?:$|\?)",
    re.IGNORECASE,
)
_CODED = re.compile(r"[A-Za-z0-9+/_-]{16,}={0,2}")
_SCRIPT = re.compile(r"\s*(?:javascript|data|vbscript)\s*:", re.IGNORECASE)


def site_of(address: str) -> str:
    """The part of an address's host that somebody owns: `thl.fi`; empty if it has none."""
    if address.lower().startswith("mailto:") or ("@" in address and "//" not in address):
        host: str | None = address.partition("?")[0].rpartition("@")[2]
    else:
        try:
            host = urlsplit(address).hostname
        except ValueError:
            return ""
    return _owned(host or "")


def _owned(host: str) -> str:
    labels = host.lower().strip(".").split(".")
    count = 3 if ".".join(labels[-2:]) in _SHARED else 2
    return ".".join(labels[-count:])


def leads_on(address: str) -> str:
    """The other site that an address of one names as the place to go on to; empty if none."""
    shown = html.unescape(address).replace("\\/", "/")
    own = site_of(shown)
    if not own or own in _ARCHIVES:
        return ""
    return next((site for site in _others(shown) if site != own), "")


def _others(address: str) -> Iterator[str]:
    try:
        parts = urlsplit(address)
    except ValueError:
        return
    for text in (parts.query.replace(";", "&"), parts.fragment.replace(";", "&").lstrip("!/?")):
        for name, value in parse_qsl(text, keep_blank_values=True):
            yield from _named_in(value or name, is_place=bool(value and _NAMES.fullmatch(name)))
        if text and "=" not in text:
            yield from _named_in(text, is_place=False)
    path = _decoded(parts.path)
    if inside := re.search(r"(?<=/)https?:/.*|(?<!/)//+(?=[\w-]+\.\w).*", path, re.IGNORECASE):
        yield from _named_in(inside[0], is_place=True)


def hides_target(address: str) -> bool:
    """True for a site of short or borrowed addresses, whose own name says nothing of the target."""
    host = _host(address)
    return _owned(host) in _SHORT or host.endswith(_BORROWED)


def poses_as(address: str) -> str:
    """The host that another one begins like: `thl.fi` of `thl.fi.evil.example`; empty if none."""
    found = _POSING.match(_host(address))
    return found[1].replace("-", ".") if found else ""


def is_program(address: str) -> bool:
    """True for the address of a file that would run on the reader's device."""
    return bool(_PROGRAM.search(unquote(address.partition("#")[0])))


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def _named_in(value: str, *, is_place: bool) -> Iterator[str]:
    said = re.sub(r"[\0- ]", "", _decoded(value))
    if _CODED.fullmatch(said):
        said = _from_base64(said) or said
    if _SCRIPT.match(said):
        yield said.partition(":")[0]
    elif found := _WHOLE.match(said) or _INSIDE.search(said):
        host = (found["host"] or found["bare"]).rpartition("@")[2].partition(":")[0]
        if not _FILE.fullmatch(host.lower()):
            yield _owned(host)
    elif is_place and (bare := _BARE_HOST.match(said)) and not _FILE.fullmatch(bare[0].lower()):
        yield _owned(bare[0])


def _from_base64(value: str) -> str:
    """The address that base64 hides; empty if it hides something else."""
    try:
        plain = b64decode(value.replace("-", "+").replace("_", "/") + "==").decode("ascii")
    except ValueError:
        return ""
    return plain if _WHOLE.match(plain) else ""


def _decoded(value: str) -> str:
    for _ in range(_MOST_CODED):
        value, before = unquote(value), value
        if value == before:
            break
    return value
