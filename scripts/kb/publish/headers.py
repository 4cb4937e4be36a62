"""What servers tell browsers with each answer, declared once for every kind of server."""

from __future__ import annotations

from collections.abc import Iterable

from kb.model.addresses import EDITOR
from kb.model.open_data import FOLDER as OPEN_DATA
from kb.publish.assets import IMMUTABLE
from kb.publish.policy import editor_header_policy, header_policy

POLICY = "Content-Security-Policy"
"""One policy for readers' pages and a lesser one for the editor: where both are sent, both hold."""
CACHE = "Cache-Control"
PAGES = "no-cache"
"""Kept, but asked about at each visit."""
ASSETS = "public, max-age=31536000, immutable"
"""Kept for a year and never asked about: another content has another address."""


SHARED = "Access-Control-Allow-Origin"
"""Sent with open data: pages of other sites may fetch it."""


def security() -> dict[str, str]:
    """The headers of every answer."""
    return {
        POLICY: header_policy(),
        "Strict-Transport-Security": "max-age=31536000",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def nginx() -> tuple[str, str]:
    """For nginx: the map that decides how long an answer is kept, and the headers of a server."""
    found = f"""# Made by `make serving` from scripts/kb/publish/headers.py. Belongs in `http`.
map "$status$uri" $lape_cache {{
    default "{PAGES}";
    "~^(200|206|304)/{IMMUTABLE}/" "{ASSETS}";
}}
map $uri $lape_shared {{
    "~^/{OPEN_DATA}/" "*";
}}
map $uri $lape_policy {{
    default "{header_policy()}";
    "~^/{EDITOR}" "{editor_header_policy()}";
}}
"""
    lines = ["# Made by `make serving` from scripts/kb/publish/headers.py. Belongs in `server`."]
    told = {**{name: f'"{value}"' for name, value in security().items()}, POLICY: "$lape_policy"}
    lines += [f"add_header {name} {value} always;" for name, value in told.items()]
    lines += [f"add_header {CACHE} $lape_cache always;", f"add_header {SHARED} $lape_shared;", ""]
    return found, "\n".join(lines)


def caddy() -> str:
    """For Caddy: the snippets `lape_headers`, `lape_cache` for a site, `lape_errors` for errors."""
    lines = ["# Made by `make serving` from scripts/kb/publish/headers.py.", "(lape_headers) {"]
    lines += [f'\theader {name} "{value}"' for name, value in security().items()]
    # Deferred: it takes the place of the one above.
    lines += [
        f"\theader /{EDITOR}* {{",
        f'\t\t{POLICY} "{editor_header_policy()}"',
        "\t\tdefer",
        "\t}",
    ]
    lines += [f'\theader /{OPEN_DATA}/* {SHARED} "*"']
    lines += ["}", "(lape_cache) {", f"\t@pages not path /{IMMUTABLE}/*"]
    lines += [f'\theader @pages {CACHE} "{PAGES}"']
    lines += [f'\theader /{IMMUTABLE}/* {CACHE} "{ASSETS}"', "}"]
    lines += ["(lape_errors) {", f'\theader {CACHE} "{PAGES}"', "}", ""]
    return "\n".join(lines)


def headers_file(*, has_editor: bool = False) -> str:
    """`_headers`, which some hosts of static sites read; they have pages asked about themselves.

    Such hosts send all headers that a path has: beside an editor pages have their policy as `meta`
    alone.
    """
    told = security() | ({POLICY: editor_header_policy()} if has_editor else {})
    lines = ["/*", *(f"  {name}: {value}" for name, value in told.items())]
    lines += [f"/{OPEN_DATA}/*", f"  {SHARED}: *"]
    return "\n".join([*lines, f"/{IMMUTABLE}/*", f"  {CACHE}: {ASSETS}", ""])


def redirects_file(moves: Iterable[tuple[str, str]]) -> str:
    """`_redirects`, which the same hosts read: old addresses and where they lead, as paths."""
    lines = ["# From docs/_data/addresses.yml."]
    lines += [f"{origin} {target} 301" for origin, target in moves]
    return "\n".join([*lines, ""])
