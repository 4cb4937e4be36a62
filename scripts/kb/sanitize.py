"""Markdown that somebody else wrote, made fit to be shown under our name.

What a pull request's own run prints may say anything. Words, lists and tables stay; nothing in it
calls or commands anybody, refers to or loads anything, or leads anywhere but to our own addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import category

LARGEST = 60_000
"""Characters: GitHub takes a comment of 65,536."""
_GAP = "\u200b"
"""Takes no room, and no program finds a mark with it inside."""
_SPACE = "\u200a"
"""Takes next to no room, and ends every address."""
_NOWHERE = r"(?!)"
_PLAIN_ADDRESS = re.compile(r"https?://[\w.:/~-]+")
_FILES = r"(?:(?:(?:fi|sv)\.)?md|yml|py|txt|png|webp|svg|jpe?g|gif|avif|pdf)"
_REFERRED = "issues|pulls?|discussions|commits?|compare"
_STRANGERS = "files|assets|raw|blob|tree|archive|releases|suites|zipball|tarball|wiki"
"""Where GitHub has what anybody has uploaded or proposed, under the repository's own name."""
_QUIETED = [
    (re.compile(pattern, re.IGNORECASE | re.MULTILINE), made)
    for pattern, made in (
        ("&", "&amp;"),
        ("<", "&lt;"),
        (r"\$", "＄"),  # formulas
        (r"!(?=\[)|\[(?=!)|\](?=[(:])|@|#(?=\d)|\bGH-(?=\d)", rf"\g<0>{_GAP}"),
        (r":(?=//)|\bwww(?=\.)|\b(?:mailto|xmpp)(?=:)", rf"\g<0>{_SPACE}"),
        (r"\b[0-9a-f]{6}(?=[0-9a-f])", rf"\g<0>{_GAP}"),  # commits
        (r"(?<![^\W_])(?<!/)/(?=\w)", rf"/{_GAP}"),  # commands
        (r"(?:(?<!`)`{3,}+|(?<!~)~{3,}+)[^\S\n]*+(?!yaml$)(?=\S)", rf"\g<0>{_GAP}"),  # drawings
        (rf"(?<=\w)\.(?!{_FILES}\b)(?=[^\W\d_]{{2}})", rf".{_SPACE}"),  # hosts
    )
]


def sanitize(text: str, own: Iterable[str], begun: Iterable[str] = ()) -> str:
    """The text with links to addresses that begin with one of `own`, and no others.

    After an address of `begun` may stand the name and the text of a file that is new there.
    """
    made: list[str] = []
    left = LARGEST
    for piece, is_ours in _pieces(_seen(text[:LARGEST]), _ours(own, begun)):
        said = piece if is_ours else _quiet(piece)
        if len(said) > left:
            # An address of ours cut short would be another's.
            return "".join(made) + ("" if is_ours else said[:left])
        made.append(said)
        left -= len(said)
    return "".join(made)


def _pieces(text: str, ours: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it stays as it is."""
    kept = rf"</?(?:details|summary)>|<a href=\"{ours}\">|</a>|\]\({ours}\)|{ours}(?=\s|$)"
    for at, piece in enumerate(re.split(f"({kept})", text)):
        yield piece, at % 2 == 1


def _quiet(text: str) -> str:
    for pattern, made in _QUIETED:
        text = pattern.sub(made, text)
    return text


def _seen(text: str) -> str:
    """The text without what nobody sees, such as letters that only programs read."""
    return "".join(c for c in text if c in "\n\t" or c.isprintable() or category(c) == "Zs")


def _ours(own: Iterable[str], begun: Iterable[str]) -> str:
    """A pattern of the addresses below ours, without `..`, which could lead out again.

    An address of an issue would make a reference there.
    """
    closed = rf"(?i:{_REFERRED}|{_STRANGERS})"
    below = rf"(?!/+{closed}\b)(?:/(?!\.)(?:[\w~#?=-]|\.(?!\.))*)*"
    ways = [
        *(one + r"\?filename=[\w.%~-]+(?:&value=[\w.%~-]*)?" for one in _prefixes(begun)),
        *(one + below for one in _prefixes(own)),
    ]
    return rf"(?:{'|'.join(ways)})" if ways else _NOWHERE


def _prefixes(addresses: Iterable[str]) -> list[str]:
    return [re.escape(one.rstrip("/")) for one in addresses if _PLAIN_ADDRESS.fullmatch(one)]
