"""Notices, which Markdown's preview does not show: their kinds, titles and indents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.check import check_alone
from kb.finding import Finding, Rule
from kb.model.blocks import Line, blocks
from kb.model.catalogue import Catalogue
from kb.model.markup import NOTICES

BROKEN_NOTICE = Rule.error(
    "broken-notice",
    "Laatikon alkua ”{mark}” ei tunneta. Sen laji on jokin näistä: {kinds}, ja otsikko "
    "kirjoitetaan suoriin lainausmerkkeihin. Kirjoita: {better}",
    "Rutans början ”{mark}” är okänd. Dess slag är något av dessa: {kinds}, och rubriken skrivs "
    "inom raka citattecken. Skriv: {better}",
)
_OUTSIDE = BROKEN_NOTICE.saying(
    "Rivi jää laatikon ulkopuolelle, koska sen alussa ei ole neljää välilyöntiä. Kirjoita: "
    "{better}",
    "Raden hamnar utanför rutan eftersom den inte börjar med fyra mellanslag. Skriv: {better}",
)
_EMPTY = BROKEN_NOTICE.saying(
    "Laatikossa ei ole tekstiä. Kirjoita se seuraaville riveille ja aloita ne neljällä "
    "välilyönnillä.",
    "Rutan har ingen text. Skriv den på följande rader och börja dem med fyra mellanslag.",
)

_NOTICE = re.compile(r"(\s*)(?:!!!|\?\?\?\+?)\s*([\w-]*)\s*(.*?)\s*$")
_RIGHT = re.compile(rf"\s*!!!\s+(?:{'|'.join(NOTICES)})(?:\s+\"[^\"]+\")?\s*", re.IGNORECASE)
_KINDS = {
    **{kind: kind for kind in NOTICES},
    **dict.fromkeys(("info", "important", "abstract", "question", "quote"), "note"),
    **dict.fromkeys(("hint", "success", "example"), "tip"),
    **dict.fromkeys(("caution", "danger", "error", "failure", "attention"), "warning"),
}
"""Kinds of other sites, too, by what they are here."""
_QUOTES = re.compile("[\"”“„'»«]")
_INDENT = 4


@check_alone
def broken_notice(catalogue: Catalogue) -> Iterator[Finding]:
    """A notice of a kind that there is not, with a title without quotes or text without indent.

    Bad: `!!! huom`, `!!! note Otsikko`. Good: `!!! note "Otsikko"`.
    """
    for page in catalogue.pages():
        if "!!!" not in page.body and "???" not in page.body:
            continue
        all_blocks = blocks(page)
        for at, block in enumerate(all_blocks):
            follows = all_blocks[at + 1][0] if at + 1 < len(all_blocks) else None
            for index, line in enumerate(block):
                inside = block[index + 1] if index + 1 < len(block) else None
                for rule, number, values in _wrong(line, inside, follows):
                    yield rule.at(page.path, number, **values)


Wrong = tuple[Rule, int, dict[str, str]]
"""A rule that a line breaks, its number, and what the message is filled with."""


def _wrong(line: Line, inside: Line | None, follows: Line | None) -> Iterator[Wrong]:
    found = _NOTICE.match(line.text)
    if not found:
        return
    indent = len(found[1])
    if not _RIGHT.fullmatch(line.text):
        mark, kinds = line.text.strip(), ", ".join(NOTICES)
        better = found[1] + _notice(found[2], found[3])
        yield BROKEN_NOTICE, line.number, {"mark": mark, "kinds": kinds, "better": better}
    if inside and _is_outside(inside, indent):
        better = " " * (indent + _INDENT) + inside.typed.strip()
        yield _OUTSIDE, inside.number, {"better": better}
    elif not inside and (not follows or _is_outside(follows, indent)):
        yield _EMPTY, line.number, {}


def _notice(kind: str, title: str) -> str:
    """The first line of the notice that was meant."""
    known = _KINDS.get(kind.lower())
    words = title if known or title[:1] == '"' else f"{kind} {title}"
    words = _QUOTES.sub("", words).strip()
    return f'!!! {known or NOTICES[0]} "{words}"' if words else f"!!! {known or NOTICES[0]}"


def _is_outside(line: Line, indent: int) -> bool:
    begins = len(line.typed) - len(line.typed.lstrip())
    return begins < indent + _INDENT and not line.typed.startswith("\t")
