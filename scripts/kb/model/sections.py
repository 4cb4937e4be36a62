"""A page's sections as normalised sentences, which change only when what a reader reads changes.

A section runs from a heading with an explicit `{#id}` to the next one; the lead stands before the
first of them, and the page's description counts with it. Headings without an id, and the page's
title, belong to the section that they stand in; so does one whose id is already taken.

No difference: line wrapping, blank lines and spaces, emphasis, the marks of lists, tables and
quotes, HTML tags, comments, `{…}` attributes, the kind of quotation marks and dashes, commas, full
stops, colons and capital letters, where a page is kept and which of its languages a link names: a
link counts by the id of the page it leads to, an address outside the site by its host and path.
A difference: every word and number, question and exclamation marks, code, citations, directives,
where a link leads and file names of pictures.

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

from kb.model import markdown
from kb.model.links import page_link
from kb.model.page import Heading, Page

LEAD = ".lead"
"""The name of the section before the first heading with an id, which no id can be."""

# Blocks. A list item's number has two digits at the most: `2016. ` begins a line of prose. `_RULE`
# is the line under a table's head, or a rule between sections: nothing but dashes, bars and colons.
_ITEM = re.compile(r"(?:[-*+]|\d{1,2}[.)])\s+")
_FIRST = re.compile(r"(?:[-*+]|1[.)])\s+(?=\S)")
_QUOTE = re.compile(r"(?:>\s?)+")
_RULE = re.compile(r"[\s|:-]*-[\s|:-]*")

# Inline marks. `_CODE` splits a text so that no other pattern sees inside code: code spans, and
# lines of fenced code, which `_blocks` has put between zero bytes. `_COMMENT` leaves directives,
# which are content. `_TAG` wants a letter after `<`: `3 < 4` and `<https://…>` are text.
# `_ESCAPE` is a backslash before ASCII punctuation, the only one that Markdown takes away.
_CODE = re.compile(r"(\0[^\0]*\0|`[^`\n]*`)")
_COMMENT = re.compile(r"<!--(?!\s*kb:(?!ok\b)).*?-->")
_TAG = re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>\n]*)?/?>")
_LINK = re.compile(r"\[([^\[\]]*)\]\(\s*<?([^)\s>]*)>?[^)]*\)")
_UNDERSCORES = re.compile(r"(?<!\w)_+|_+(?!\w)")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")

# A space that no reader sees: before punctuation, or before a citation.
_LOOSE = re.compile(r" (?=[.,;:!?)]|\[\^)")
# A sentence ends at a mark with its closing quotes and citations, before a space or the line's
# end; what is left of a line is one, too. Abbreviations end sentences here, and may: the cut has
# only to fall in the same places each time.
_SENTENCE = re.compile(r"\S.*?[.!?…][\"”»)]*(?:\[\^[^\]]+\])*(?= |$)|\S.*", re.MULTILINE)
# What a normalised sentence holds besides words: citations, ids of linked pages, zero bytes.
_UNSEEN = re.compile(r"\[\^[^\]]+\]| ?⟦[^⟧]*⟧|\0")
# What parts are divided by, but not what stands inside a number, a date or an address.
_PAUSE = re.compile(r"[.,;:]+(?![\w/])")
_WORDS = re.compile(r"\s+")
# What of an outside address says nothing of where it leads.
_NO_PLACE = re.compile(r"^https?://(?:www\.)?|(?<=[?&])utm_\w+=[^&#]*&?")
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
    lines: tuple[int, ...]
    """Where the paragraph, item or row of each sentence begins."""
    marks: str
    """A fingerprint of all that it says, then one of each sentence: `9c8d7e 3f2a1b 77aa01`.

    The first decides; the others tell which sentences are new.
    """
    is_bare: bool
    """True if nothing but a heading is left of it."""

    @property
    def words(self) -> int:
        """How many words there are to read."""
        return sum(len(shown(sentence).split()) for sentence in self.sentences)


def _fingerprints(sentences: list[str]) -> str:
    said = _same("\n".join(sentences)).split("\n")
    return " ".join([_hash(_WORDS.sub(" ", " ".join(said))), *map(_hash, said)])


def _hash(text: str) -> str:
    """Six hexadecimal figures: they only tell the texts of one section from each other."""
    return hashlib.blake2b(text.encode(), digest_size=3).hexdigest()


def _same(text: str) -> str:
    """The text in small letters, with one kind of dashes and quotes and no marks between parts.

    Most texts have few of them, which makes this much faster than `str.translate`.
    """
    for character, plain in _SAME:
        if character in text:
            text = text.replace(character, plain)
    return _PAUSE.sub("", text).lower()


def shown(sentence: str) -> str:
    """A normalised sentence for people: no citations and no targets of links."""
    return _UNSEEN.sub("", sentence).strip()


def sections(page: Page, ids: Mapping[str, str]) -> dict[str, Section]:
    """The sections of a page by the id of their heading, in order; `ids` are the pages' by key."""
    with_id: dict[str, Heading] = {}
    for heading in page.headings:
        if heading.anchor and heading.level > 1:
            with_id.setdefault(heading.anchor, heading)
    title_line = next((heading.line for heading in page.headings if heading.level == 1), 1)
    lines = page.body.rstrip("\n").split("\n")
    first = page.body_line
    starts = [Heading(1, page.title, LEAD, title_line), *with_id.values()]
    ends = [*(heading.line for heading in with_id.values()), first + len(lines)]
    by_anchor: dict[str, Section] = {}
    for start, end in zip(starts, ends, strict=True):
        begin = first if start.anchor == LEAD else start.line
        blocks = list(_blocks(lines[begin - first : end - first], begin))
        if start.anchor == LEAD and page.front.description:
            description = page.front.place.line_of("description"), page.front.description
            blocks.insert(0, description)
        said = _sentences(blocks, page.folder, ids)
        by_anchor[start.anchor] = Section(
            start.anchor,
            start.text,
            start.line,
            end - 1,
            tuple(sentence for _, sentence in said),
            tuple(line for line, _ in said),
            _fingerprints([sentence for _, sentence in said]),
            is_bare=len(blocks) < 2,
        )
    return by_anchor


def _sentences(
    blocks: list[tuple[int, str]], folder: str, ids: Mapping[str, str]
) -> list[tuple[int, str]]:
    """The normalised sentences of blocks, each with the line of its block."""
    # No block holds a line end, so that all are normalised in one go.
    text = _normalised("\n".join(text for _, text in blocks), folder, ids)
    return [
        (line, sentence)
        for (line, _), block in zip(blocks, text.split("\n"), strict=False)
        for sentence in _SENTENCE.findall(block)
    ]


def _blocks(lines: list[str], first: int) -> Iterator[tuple[int, str]]:
    """Headings, paragraphs, list items, table rows and code lines by line, each as one line.

    Code stands between zero bytes. As in CommonMark, a list begins inside a paragraph only with a
    dash or with 1: a wrapped line may start with a year.
    """
    block: list[str] = []
    begun, is_item = first, False
    for number, (text, is_code) in enumerate(_unfenced(lines), first):
        item = None if is_code else (_FIRST if block and not is_item else _ITEM).match(text)
        if block and (item or is_code or text[:1] in ("", "#", "|")):
            yield begun, " ".join(block)
            block, is_item = [], False
        if is_code:
            yield number, f"\0{text}\0"
        elif text[:1] in ("#", "|"):
            if not _RULE.fullmatch(text):
                yield number, text.strip("#| ").replace("|", " | ")
        elif text:
            begun = begun if block else number
            block.append(text[item.end() :] if item else text)
            is_item = is_item or item is not None
    if block:
        yield begun, " ".join(block)


def _unfenced(lines: list[str]) -> Iterator[tuple[str, bool]]:
    """Code lines as they are, with True; others without indent and quote marks, fences empty."""
    for line, is_code in markdown.fenced_lines(lines):
        if is_code:
            yield line, True
        else:
            text = line.strip() if is_code is False else ""
            yield _QUOTE.sub("", text, count=1) if text[:1] == ">" else text, False


def _normalised(text: str, folder: str, ids: Mapping[str, str]) -> str:
    """The blocks of a section, one a line, without anything that makes no difference."""
    parts = _CODE.split(text)
    parts[::2] = [_plain(part, folder, ids) for part in parts[::2]]
    parts[1::2] = [part[1:-1] for part in parts[1::2]]  # code, without its marks
    whole = unicodedata.normalize("NFC", "".join(parts))
    return _LOOSE.sub("", "\n".join(" ".join(line.split()) for line in whole.split("\n")))


def _plain(text: str, folder: str, ids: Mapping[str, str]) -> str:
    """Inline Markdown without its marks; a link is its words and `⟦what it leads to⟧`.

    Most texts have few of the marks: asking for a character first saves most substitutions.
    """

    def link(written: re.Match[str]) -> str:
        return f"{written[1]} ⟦{_target(written[2], folder, ids)}⟧"

    if "<" in text:
        text = _TAG.sub("", _COMMENT.sub("", text))
    if "{" in text:
        text = markdown.ATTRIBUTES.sub("", text)
    if "](" in text:
        text = _LINK.sub(link, text.replace("![", "["))
    if "_" in text:
        text = _UNDERSCORES.sub("", text)
    if "\\" in text:
        text = _ESCAPE.sub("", text)
    text = text.replace("*", "")
    if "&" in text:
        # One may spell a line end, and a line stays one.
        text = "\n".join(html.unescape(line).replace("\n", " ") for line in text.split("\n"))
    return text


def _target(address: str, folder: str, ids: Mapping[str, str]) -> str:
    """What a link leads to, the same from wherever the page and its target are kept."""
    if link := page_link(address, folder):
        return ids.get(link.key, link.key)
    if ":" in address:
        return _NO_PLACE.sub("", address).rstrip("/?&")
    return posixpath.basename(address)
