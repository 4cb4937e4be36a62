"""A page's sections as lists of sentences that stay the same while a reader would call them so.

A section runs from a heading with an explicit `{#id}` to the next one; the lead stands before the
first of them, and the page's description counts with it. Headings without an id, and the page's
title, belong to the section that they stand in; so does one whose id is already taken.

No difference: line wrapping, blank lines and spaces, emphasis, the marks of lists, tables and
quotes, HTML tags, comments, `{…}` attributes, the kind of quotation marks and dashes, where a page
is kept and which of its languages a link names: a link counts by the id of the page it leads to.
A difference: every word, number, capital letter and punctuation mark, code, citations, directives,
addresses outside the site and file names of pictures.

What is decided here is kept in `docs/_data/translations/`: a change of these rules makes sections
that nobody touched look changed.
"""

from __future__ import annotations

import hashlib
import html
import posixpath
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kb.model.page import Heading, Page

LEAD = ".lead"
"""The name of the section before the first heading with an id, which no id can be."""

_FENCE = re.compile(r"(`{3,}|~{3,})")
_ITEM = re.compile(r"(?:[-*+]|\d{1,2}[.)])\s+")
_QUOTE = re.compile(r"(?:>\s?)+")
_RULE = re.compile(r"[\s|:-]*-[\s|:-]*")
_CODE = re.compile(r"(\0[^\0]*\0|`[^`\n]*`)")
_COMMENT = re.compile(r"<!--(?!\s*kb:).*?-->")
_TAG = re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>\n]*)?/?>")
_ATTRIBUTES = re.compile(r"\{:?\s*(?:[#.]|\w+=)[^}\n]*\}")
_LINK = re.compile(r"\[([^\[\]]*)\]\(\s*<?([^)\s>]*)>?[^)]*\)")
_PAGE_FILE = re.compile(r"(?P<stem>[^:?#]+?)(?:\.(?:fi|sv))?\.md(?:#.*)?")
_UNDERSCORES = re.compile(r"(?<!\w)_+|_+(?!\w)")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_LOOSE = re.compile(r" (?=[.,;:!?)]|\[\^)")
_SENTENCE = re.compile(r"\S.*?[.!?…][\"”»)]*(?:\[\^[^\]]+\])*(?= |$)|\S.*", re.MULTILINE)
_UNSEEN = re.compile(r"\[\^[^\]]+\]| ?⟦[^⟧]*⟧|\0")
_SAME = (
    *((dash, "-") for dash in "–—‑−‐"),
    *((quote, '"') for quote in "”“„«»"),
    *((quote, "'") for quote in "’‘´"),
    *((unseen, "") for unseen in "\u00ad\u200b\ufeff"),
    ("…", "..."),
)


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a page: its heading, the line of that and its normalised sentences."""

    anchor: str
    title: str
    line: int
    last_line: int
    sentences: tuple[str, ...]
    is_bare: bool
    """True if nothing but a heading is left of it."""

    @property
    def marks(self) -> str:
        """A short fingerprint of each sentence, in order: `3f2a1b 9c8d7e`."""
        return " ".join(map(_hash, _same("\n".join(self.sentences)).split("\n")))

    @property
    def words(self) -> int:
        """How many words there are to read."""
        return sum(len(shown(sentence).split()) for sentence in self.sentences)


def mark(sentence: str) -> str:
    """The fingerprint of one sentence: six hexadecimal figures."""
    return _hash(_same(sentence))


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=3).hexdigest()


def _same(text: str) -> str:
    """The text with one kind of dashes and quotation marks; much faster than `str.translate`."""
    for character, plain in _SAME:
        if character in text:
            text = text.replace(character, plain)
    return text


def shown(sentence: str) -> str:
    """A normalised sentence for people: no citations and no targets of links."""
    return _UNSEEN.sub("", sentence).strip()


def sections(page: Page, ids: Mapping[str, str]) -> dict[str, Section]:
    """The sections of a page by the id of their heading, in order; `ids` are the pages' by key."""
    named: dict[str, Heading] = {}
    for heading in page.headings:
        if heading.anchor and heading.level > 1:
            named.setdefault(heading.anchor, heading)
    title = next((heading.line for heading in page.headings if heading.level == 1), 1)
    lines = page.body.rstrip("\n").split("\n")
    first, end_of_page = page.body_line, page.body_line + len(lines)
    starts = [Heading(1, page.title, LEAD, title), *named.values()]
    ends = [*(heading.line for heading in named.values()), end_of_page]
    found: dict[str, Section] = {}
    for start, end in zip(starts, ends, strict=True):
        begin = first if start.anchor == LEAD else start.line
        blocks = list(_blocks(lines[begin - first : end - first]))
        if start.anchor == LEAD and page.front.description:
            blocks.append(page.front.description)
        text = _normalised("\n".join(blocks), page.folder, ids)
        found[start.anchor] = Section(
            start.anchor,
            start.text,
            start.line,
            end - 1,
            tuple(_SENTENCE.findall(text)),
            is_bare=len(blocks) < 2,
        )
    return found


def _blocks(lines: list[str]) -> Iterator[str]:
    """Headings, paragraphs, list items, table rows and code lines, each as one line."""
    held: list[str] = []
    is_item = False
    for is_code, text in _unfenced(lines):
        item = None if is_code or (held and not is_item) else _ITEM.match(text)
        if held and (item or is_code or text[:1] in ("", "#", "|")):
            yield " ".join(held)
            held, is_item = [], False
        if is_code:
            yield f"\0{text}\0"
        elif text[:1] in ("#", "|"):
            if not _RULE.fullmatch(text):
                yield text.strip("#| ").replace("|", " | ")
        elif text:
            held.append(text[item.end() :] if item else text)
            is_item = is_item or item is not None
    if held:
        yield " ".join(held)


def _unfenced(lines: list[str]) -> Iterator[tuple[bool, str]]:
    """Each line without its indent, its quote marks and the fences; True for a line of code."""
    fence = ""
    for line in lines:
        text = line.strip()
        mark = _FENCE.match(text)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
            yield False, ""
        elif fence:
            yield True, line
        else:
            yield False, _QUOTE.sub("", text, count=1) if text[:1] == ">" else text


def _normalised(text: str, folder: str, ids: Mapping[str, str]) -> str:
    parts = _CODE.split(text)
    parts[::2] = [_plain(part, folder, ids) for part in parts[::2]]
    parts[1::2] = [part[1:-1] for part in parts[1::2]]
    whole = unicodedata.normalize("NFC", "".join(parts))
    return _LOOSE.sub("", "\n".join(" ".join(line.split()) for line in whole.split("\n")))


def _plain(text: str, folder: str, ids: Mapping[str, str]) -> str:
    """Inline Markdown without its marks; a link is its words and `⟦what it leads to⟧`."""

    def link(found: re.Match[str]) -> str:
        return f"{found[1]} ⟦{_target(found[2], folder, ids)}⟧"

    if "<" in text:
        text = _TAG.sub("", _COMMENT.sub("", text))
    if "{" in text:
        text = _ATTRIBUTES.sub("", text)
    if "](" in text:
        text = _LINK.sub(link, text.replace("![", "["))
    if "_" in text:
        text = _UNDERSCORES.sub("", text)
    if "\\" in text:
        text = _ESCAPE.sub("", text)
    return html.unescape(text.replace("*", ""))


def _target(address: str, folder: str, ids: Mapping[str, str]) -> str:
    if found := _PAGE_FILE.fullmatch(address):
        key = posixpath.normpath(posixpath.join(folder, found["stem"]))
        return ids.get(key, key)
    return address if ":" in address else posixpath.basename(address)
