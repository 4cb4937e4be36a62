"""Links that stand on the page as brackets."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from kb.check import check
from kb.finding import Finding, Rule
from kb.model.blocks import blocks
from kb.model.catalogue import Catalogue
from kb.model.page import Page

NOT_A_LINK = Rule.error(
    "not-a-link",
    "”{mark}” ei ole linkki, vaan näkyy lukijalle merkkeinä. Kirjoita: {better}",
    "”{mark}” är ingen länk utan syns för läsaren som tecken. Skriv: {better}",
    may_stay=True,
)
_NO_ADDRESS = NOT_A_LINK.saying(
    "Linkistä ”{mark}” puuttuu osoite. Kirjoita: {better}",
    "Länken ”{mark}” saknar adress. Skriv: {better}",
)

_PLAIN = r"[^\s()<>{}\[\]]"
_ADDRESS = rf"(?:https?://|www\.|mailto:|tel:|#|\.{{0,2}}/){_PLAIN}*|{_PLAIN}+\.(?:md|pdf){_PLAIN}*"
_WORDS = r"(?![SPTHL]-\d)[^\[\]^][^\[\]]*"
_WIKI = re.compile(r"\[\[([^\[\]|^]+)(?:\|([^\[\]]+))?\]\]")
_GAP = re.compile(r"(!?\[(?:[^\[\]]|\[[^\]]*\])*\])\(([^()<>\"'\s]+ [^()<>\"']*)\)")
_REFERENCE = re.compile(rf"\[({_WORDS})\]\[([^\[\]^]*)\](?!\()")
_DEFINED = re.compile(r"^\s{0,3}\[([^\[\]^]+)\]:", re.MULTILINE)

_BROKEN = (
    (NOT_A_LINK, re.compile(rf"\(([^()\[\]]+)\)\[({_ADDRESS})\]"), r"[\1](\2)"),
    (
        NOT_A_LINK,
        re.compile(rf"(?<!\])\[({_WORDS})\](?:\s+\(|\s*[<{{])({_ADDRESS})[)}}>]"),
        r"[\1](\2)",
    ),
    (
        NOT_A_LINK,
        re.compile(rf"\[({_WORDS})\]\(({_ADDRESS})(?![^()]*(?:\([^()]*\)[^()]*)*\))"),
        r"[\1](\2)",
    ),
    (_NO_ADDRESS, re.compile(rf"\[({_WORDS})\]\(\s*(?:\)|$)"), r"[\1](sivu.md)"),
)
"""What breaks each rule, and what was meant."""

Broken = tuple[Rule, str, str]
"""A rule, what stands there, and the same as a link."""


@check
def not_a_link(catalogue: Catalogue) -> Iterator[Finding]:
    """Something that is meant to be a link and is not.

    Bad: `(perhekeskus)[perhekeskus.md]`. Good: `[perhekeskus](perhekeskus.md)`.
    """
    for page in catalogue.pages():
        if "[" not in page.body:
            continue
        known = {name.casefold() for name in _DEFINED.findall(page.body)}
        for block in blocks(page):
            for line in block:
                if "[" in line.text:
                    for rule, mark, better in _broken(catalogue, page, line.text, known):
                        yield rule.at(page.path, line.number, mark=mark, better=better)


def _broken(catalogue: Catalogue, page: Page, text: str, known: set[str]) -> Iterator[Broken]:
    for rule, pattern, better in _BROKEN:
        for found in pattern.finditer(text):
            yield rule, found[0], found.expand(better)
    for found in _WIKI.finditer(text):
        name, words = found[1].strip(), (found[2] or found[1]).strip()
        yield NOT_A_LINK, found[0], f"[{words}]({_page_called(catalogue, page, name)})"
    for found in _GAP.finditer(text):
        yield NOT_A_LINK, found[0], f"{found[1]}({_without_gaps(found[2])})"
    for found in _REFERENCE.finditer(text):
        if (found[2] or found[1]).casefold() not in known:
            yield _NO_ADDRESS, found[0], f"[{found[1]}](sivu.md)"


def _without_gaps(address: str) -> str:
    """A web address with its spaces in figures, or a file by a name that files have."""
    address = address.strip()
    return address.replace(" ", "%20") if ":" in address else address.replace(" ", "-").lower()


def _page_called(catalogue: Catalogue, page: Page, name: str) -> str:
    """The page of that name or title as a link from here; else a file by that name."""
    plain = posixpath.basename(name.removesuffix(".md")).casefold()
    for other in catalogue.pages(page.lang):
        if plain in (posixpath.basename(other.key), other.title.casefold()):
            return posixpath.relpath(f"{other.key}.md", page.folder or ".")
    return f"{name.removesuffix('.md').replace(' ', '-').lower()}.md"
