"""The one style sheet and the scripts as they are sent: joined, without what only people read."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rcssmin import cssmin
from rjsmin import jsmin

_PART = re.compile(r'@import "([\w-]+\.css)";\n')
_PAIR = re.compile(r"(--[\w-]+): light-dark\((#\w+), (#\w+)\);")
_DARK = """
@media screen and (prefers-color-scheme: dark) {{ :root:not([data-theme="light"]) {{ {dark} }} }}
@media screen {{ :root[data-theme="dark"] {{ {dark} color-scheme: dark }} }}
"""


def sheet(order: str, parts: Mapping[str, str]) -> str:
    """The parts in the order of their imports, small; a token in two schemes is written out."""
    return str(cssmin(_in_schemes(_PART.sub(lambda found: parts[found[1]], order))))


def script(text: str) -> str:
    """The script, small; names stay, so that an error in the field can be read."""
    return str(jsmin(text))


def tokens(css: str) -> dict[str, tuple[str, str]]:
    """Each colour token's value in the light and in the dark."""
    return {name: (light, dark) for name, light, dark in _PAIR.findall(css)}


def _in_schemes(css: str) -> str:
    """Browsers before 2024 do not know light-dark(); paper is always light."""
    dark = " ".join(f"{name}: {values[1]};" for name, values in tokens(css).items())
    return _PAIR.sub(r"\1: \2;", css) + _DARK.format(dark=dark)
