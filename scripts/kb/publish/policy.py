"""What a browser may do with a page (Content-Security-Policy), declared once.

Pages carry it as `meta`, so that it holds wherever they are served, from a disk too. Servers send
it as a header with what a `meta` cannot say.
"""

from __future__ import annotations

TRUSTED_SCRIPTS = "lape-search"
"""The one maker of script addresses, in `overrides/assets/search/ui.js`."""
# What is not named falls to `default-src`; a worker falls to `script-src`.
_DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "require-trusted-types-for": "'script'",
    "trusted-types": TRUSTED_SCRIPTS,
}
_HEADER_ONLY = {"frame-ancestors": "'none'"}
"""Browsers ignore these in a `meta`."""


def page_policy(*, live_reload: bool = False) -> str:
    """The policy of a page's `meta`; live reload is a script in the page, which it then allows."""
    allowed = {"script-src": "'self' 'unsafe-inline'"} if live_reload else {}
    return _written(_DIRECTIVES | allowed)


def editor_policy(code_host: str) -> str:
    """The policy of the form editor's page: its program styles elements and asks the code host."""
    return _written(
        {
            "default-src": "'none'",
            "script-src": "'self'",
            "style-src": "'self' 'unsafe-inline'",
            "img-src": "'self' data: blob:",
            "font-src": "'self'",
            "connect-src": f"'self' data: blob: {code_host}",
            "base-uri": "'none'",
            "form-action": "'none'",
        }
    )


def header_policy() -> str:
    """The policy that a server sends with every answer."""
    return _written(_DIRECTIVES | _HEADER_ONLY)


def editor_header_policy() -> str:
    """What a server sends with the editor: its page knows the code host, a server does not."""
    return _written(_HEADER_ONLY)


def _written(directives: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in directives.items())
