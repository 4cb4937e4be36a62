"""Style sheets and scripts as they are sent: joined, without what only people read."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rcssmin import cssmin
from rjsmin import jsmin

_STYLES = re.compile(r'@import "([\w-]+\.css)";\n')
_SCRIPTS = re.compile(r'^import "\./([\w-]+\.js)";\n', re.MULTILINE)
_PAIR = re.compile(r"(--[\w-]+): light-dark\((#\w+), (#\w+)\);")
_DARK = """
@media screen and (prefers-color-scheme: dark) {{ :root:not([data-theme="light"]) {{ {dark} }} }}
@media screen {{ :root[data-theme="dark"] {{ {dark} color-scheme: dark }} }}
"""


def sheets(parts: Mapping[str, str]) -> dict[str, str]:
    """The main sheet and each part that no other imports, by name."""
    joined = {part for text in parts.values() for part in _STYLES.findall(text)}
    return {name: sheet(parts[name], parts) for name in parts if name not in joined}


def sheet(order: str, parts: Mapping[str, str]) -> str:
    """The parts in the order of their imports, small; a token in two schemes is written out."""
    return str(cssmin(_in_schemes(_STYLES.sub(lambda found: parts[found[1]], order))))


def scripts(parts: Mapping[str, str]) -> dict[str, str]:
    """The scripts by name; what one imports only for what it does becomes a block of it."""
    blocks = {name for text in parts.values() for name in _SCRIPTS.findall(text)}
    return {
        name: script(_SCRIPTS.sub(lambda found: f"{{\n{parts[found[1]]}}}\n", text))
        for name, text in parts.items()
        if name not in blocks
    }


def script(text: str) -> str:
    """The script, small; names stay, so that an error in the field can be read."""
    return str(jsmin(text))


def tokens(css: str) -> dict[str, tuple[str, str]]:
    """Each colour token's value in the light and in the dark."""
    return {name: (light, dark) for name, light, dark in _PAIR.findall(css)}


def _in_schemes(css: str) -> str:
    """Browsers before 2024 do not know light-dark(); paper is always light."""
    pairs = tokens(css)
    if not pairs:
        return css
    dark = " ".join(f"{name}: {values[1]};" for name, values in pairs.items())
    return _PAIR.sub(r"\1: \2;", css) + _DARK.format(dark=dark)
