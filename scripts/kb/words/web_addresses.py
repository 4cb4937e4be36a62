"""Addresses as they are copied from mail and browsers, and as they should be."""

from __future__ import annotations

import re
from enum import Enum, auto
from urllib.parse import parse_qsl, unquote, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"utm_\w+|(?:fb|g|dc|tw|tt|yc)clid|msclkid|(?:wb|gb)raid|li_fat_id|gclsrc|igsh(?:id)?"
    r"|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|_gl|_ga|vero_\w+|ref_src|sc_campaign|oft_\w+",
    re.IGNORECASE,
)
"""Names of parts of an address that tell who came from where, and nothing to the server."""
_GATEWAYS = re.compile(
    r"(?:[\w-]+\.)*(?:safelinks\.protection\.outlook\.com|urldefense\.(?:com|us|proofpoint\.com)"
    r"|linkprotect\.cudasvc\.com|protect-\w+\.mimecast\.com|secure-web\.cisco\.com"
    r"|l\.facebook\.com|lm\.facebook\.com|l\.instagram\.com|google\.(?:com|fi|se)|slack-redir\.net"
    r"|youtube\.com|deref-mail\.com|eur\d+\.safelinks\S*)",
    re.IGNORECASE,
)
"""Hosts that only lead on."""
_SEARCH = re.compile(
    r"https?://(?:[\w-]+\.)*(?:google\.[a-z.]{2,6}/search|bing\.com/search|duckduckgo\.com/\?"
    r"|search\.yahoo\.com|ecosia\.org/search|yandex\.[a-z]+/search|startpage\.com/)",
    re.IGNORECASE,
)
"""Addresses of what a search engine answers somebody one day."""
_LEADS_ON = frozenset({"url", "u", "q", "a", "to", "target"})
_WRAPPED = re.compile(r"/v3/__(.+?)__;")
_OWN_COMPUTER = re.compile(r"file:|[a-z]:[\\/]|\\\\", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)
_ENDINGS = "fi|ax|com|org|net|info|eu|se|no|dk|ee"
_HOST = re.compile(
    rf"(?:www\.(?:[\w-]+\.)+[a-z]{{2,}}|(?:[\w-]+\.)+(?:{_ENDINGS}))(?:[/?#].*)?", re.IGNORECASE
)


class Fault(Enum):
    """What is wrong with an address."""

    TRACKING = auto()
    GATEWAY = auto()
    SEARCH = auto()
    OWN_COMPUTER = auto()
    NO_SCHEME = auto()
    NO_MAILTO = auto()


def fault(address: str) -> tuple[Fault, str] | None:
    """What is wrong with an address, and the same as it should be; None if it is well.

    Of a file on one's own computer its name is left.
    """
    if _OWN_COMPUTER.match(address):
        return Fault.OWN_COMPUTER, re.split(r"[\\/]", unquote(address))[-1]
    if _MAIL.fullmatch(address):
        return Fault.NO_MAILTO, f"mailto:{address}"
    if _HOST.fullmatch(address):
        return Fault.NO_SCHEME, f"https://{address}"
    if not address.startswith(("http://", "https://")):
        return None
    return _copied(address)


def _copied(address: str) -> tuple[Fault, str] | None:
    if inner := _inner(address):
        again = _copied(inner)
        return Fault.GATEWAY, again[1] if again else inner
    if _SEARCH.match(address):
        return Fault.SEARCH, address
    if "?" in address or "#" in address:
        bare = _without_tracking(address)
        if bare != address:
            return Fault.TRACKING, bare
    return None


def _inner(address: str) -> str:
    """Where an address of a gateway leads on to; empty for any other."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    if not _GATEWAYS.fullmatch(host):
        return ""
    if wrapped := _WRAPPED.search(address):
        return wrapped[1]
    for name, value in parse_qsl(parts.query):
        if name in _LEADS_ON:
            is_coded = host.endswith("proofpoint.com")
            target = unquote(value.replace("-", "%").replace("_", "/")) if is_coded else value
            if target.startswith(("http://", "https://")):
                return target
    return ""


def _without_tracking(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    kept = [one for one in parts.query.split("&") if not _is_tracking(one)]
    fragment = "" if _is_tracking(parts.fragment) or parts.fragment.startswith(":~:") else None
    return urlunsplit(
        parts._replace(
            query="&".join(kept), fragment=parts.fragment if fragment is None else fragment
        )
    )


def _is_tracking(part: str) -> bool:
    return _TRACKING.fullmatch(part.partition("=")[0]) is not None and "=" in part
