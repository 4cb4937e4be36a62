"""Slips of the hand between words: marks and words twice, a space too few or too many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kb.check import check_alone
from kb.finding import Finding, Rule
from kb.model import markdown
from kb.model.blocks import Line, blocks, units
from kb.model.catalogue import Catalogue
from kb.model.interface import Word
from kb.model.passages import masked
from kb.model.prose import LONGEST_TYPED

TYPING_SLIP = Rule.warning(
    "typing-slip",
    "Kohdassa ”{mark}” on lyöntivirhe. Kirjoita: {better}",
    "I stället ”{mark}” finns ett skrivfel. Skriv: {better}",
    gives_way=True,
    may_stay=True,
)
_OPEN_PAIR = TYPING_SLIP.saying(
    "Merkki ”{mark}” on auki: sen toinen pää puuttuu. Kirjoita: {better}",
    "Tecknet ”{mark}” står öppet: dess andra ände saknas. Skriv: {better}",
)
_WORD = r"[^\W\d_]"
_BEFORE = rf"(?<!{_WORD})({_WORD}{{1,60}})"
"""A word before a slip, from its beginning, so that a long row of letters is read once."""
_SLIPS = (
    (re.compile(rf"{_BEFORE}(?:(?<!\.)\.\.(?!\.)|\.\s\.(?=\s|$))"), r"\1."),
    (re.compile(rf"{_BEFORE}([,;:])\s?\2+(?![,;:])"), r"\1\2"),
    (re.compile(rf"{_BEFORE}\s+([,;.!?])(?=\s|$)(?!\s?\.)"), r"\1\2"),
    (re.compile(rf"{_BEFORE}\s+,({_WORD}+)"), r"\1, \2"),
    (re.compile(rf"{_BEFORE},({_WORD}{{2,}})"), r"\1, \2"),
    (re.compile(r"(?<![a-zåäö])([a-zåäö]{3,60})([.!?])([A-ZÅÄÖ][a-zåäö]+)"), r"\1\2 \3"),
    (re.compile(rf"(?<![\w-])({_WORD}{{2,60}})\s+\1(?![\w-])", re.IGNORECASE), r"\1"),
    (re.compile(rf"\(\s+({_WORD}+)"), r"(\1"),
    (re.compile(r"(\d+)([%€])(?!\w)"), r"\1 \2"),
    (re.compile(rf"{_BEFORE} --? (?=({_WORD}+))"), r"\1 – \2"),
    (re.compile(r"(?<![\w-])(\d+)[Oo](\d+)(?!\w)"), r"\g<1>0\2"),
    (re.compile(r"(?<![\w-])(\d+)[lI](\d+)(?!\w)"), r"\g<1>1\2"),
    (re.compile(rf"{_BEFORE}\s+\)"), r"\1)"),
)
"""What is typed by mistake, and what was meant."""
_CITATIONS = r"(?:\[\^[\w-]+\])"
_MARKS = (
    (re.compile(rf"({_CITATIONS}+?)({_CITATIONS}*?)\1"), r"\1\2"),
    (re.compile(rf"{_BEFORE}({_CITATIONS}+)([.,])(?!\S)"), r"\1\3\2"),
    (re.compile(rf"^(#+\s.*?)\s*{_CITATIONS}+"), r"\1"),
    (re.compile(r"^(#+\s[^{]*\w)[.,;:]+(?=\s*(?:\{|$))"), r"\1"),
)
"""The same of citations and headings, on the line as it is typed."""
_CAPITALS = TYPING_SLIP.saying(
    "Isoin kirjaimin kirjoitettua on vaikea lukea: ”{mark}”. Kirjoita: {better}",
    "Text med stora bokstäver är svår att läsa: ”{mark}”. Skriv: {better}",
)
_NO_STOP = TYPING_SLIP.saying(
    "Kappaleen lopusta puuttuu piste: ”{mark}”. Kirjoita: {better}",
    "Punkten i slutet av stycket saknas: ”{mark}”. Skriv: {better}",
)
_CUT = TYPING_SLIP.saying(
    "Virke jää kesken: ”{mark}”. Kirjoita sen loppu tai näin: {better}",
    "Meningen är inte färdig: ”{mark}”. Skriv slutet eller så här: {better}",
)
_JOINS = "ja|sekä|tai|eli|että|mutta|joka|jotka|koska|kuin|och|samt|eller|att|men|eftersom"
"""Words that something must follow."""
_ENDS_IN_ONE = re.compile(rf"{_BEFORE},?\s+(?:{_JOINS})\.(?=\s|$)")
_SENTENCE_TWICE = re.compile(r"(?:^|(?<=[.!?] ))([A-ZÅÄÖ][^.!?\n]{10,200}[.!?])\s\1(?!\S)")
_TWICE = 2
"""Whoever says a sentence more often means it."""
_SHOUTED = re.compile(r"^[^a-zåäö]*?([A-ZÅÄÖ]{2,}(?:[\s,-]+[A-ZÅÄÖ]{2,}){2,})[^a-zåäö]*$")
_LAST = re.compile(rf"(?:\S+\s+){{6,}}(({_WORD}{{2,}})[,;]?)$")
_BEGINS = re.compile(r"\s*(?:[-*+#|!<:>]|\d+[.)])")
_LISTED = re.compile(r"\s*(?:[-*+|!<:>•–]|\d+[.)])")
_TITLES = frozenset({"title", "name", "term"})
_FULL_STOP = re.compile(rf"{_WORD}{{4,}}\.$")
_SENTENCES = frozenset({"text", "summary", "definition", "purpose", "note"})
_PAIRS = (("(", ")"), ("[", "]"), ("”", "”"))
_ITEM = re.compile(r"(?<![\w(])\w{1,2}\)|[:;*]-?\)")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_Told = tuple[Rule, str, str]
"""A rule, what stands there and what was meant."""


@check_alone
def typing_slip(catalogue: Catalogue) -> Iterator[Finding]:
    """A mark, a word or a citation twice or in the wrong place, a space too many, open brackets.

    Bad: `apua,, ja`, `apua ,ja`, `apua apua`, `apua[^S-045].` Good: `apua, ja`, `apua …`.
    """
    for page in catalogue.pages():
        for block, follows in pairwise((*blocks(page), ())):
            for unit in units(block):
                typed = "\n".join(line.text for line in unit)
                if len(typed) > LONGEST_TYPED:
                    continue
                for rule, mark, better in (*_of_marks(typed), *_of_text(_read(typed))):
                    yield rule.at(page.path, unit[0].number, mark=mark, better=better)
            is_alone = len(block) == 1 and len(block[0].text) <= LONGEST_TYPED
            is_alone = is_alone and not _leads_to(follows)
            if is_alone and (end := _without_stop(block[0].text)):
                yield _NO_STOP.at(page.path, block[0].number, mark=end[0], better=f"{end[1]}.")
    yield from _in_data(catalogue)


def _in_data(catalogue: Catalogue) -> Iterator[Finding]:
    for one in catalogue.passages_of_data:
        for rule, mark, better in () if one.is_name else _of_text(masked(one.words)):
            yield rule.at(one.path, one.line, mark=mark, better=better)
        is_sentence = one.key in _SENTENCES and not isinstance(one.said_by, Word)
        if one.key in _TITLES and _FULL_STOP.search(one.words):
            yield TYPING_SLIP.at(one.path, one.line, mark=one.words, better=one.words[:-1])
        if is_sentence and (end := _without_stop(masked(one.words))):
            yield _NO_STOP.at(one.path, one.line, mark=end[0], better=f"{end[1]}.")


def _leads_to(follows: Sequence[Line]) -> bool:
    """True for a list, which the sentence above it goes on in."""
    return bool(follows) and _LISTED.match(follows[0].typed) is not None


def _read(typed: str) -> str:
    return masked(markdown.ATTRIBUTES.sub("", markdown.without_links(_IMAGE.sub("…", typed))))


def _of_marks(typed: str) -> Iterator[_Told]:
    for pattern, better in _MARKS:
        for found in pattern.finditer(typed):
            yield TYPING_SLIP, found[0], found.expand(better)


def _of_text(text: str) -> Iterator[_Told]:
    for pattern, better in _SLIPS:
        for found in pattern.finditer(text):
            yield TYPING_SLIP, found[0], found.expand(better)
    for found in _ENDS_IN_ONE.finditer(text):
        yield _CUT, found[0], found.expand(r"\1.")
    for said in _SENTENCE_TWICE.findall(text):
        yield from [(TYPING_SLIP, f"{said} {said}", said)] * (text.count(said) == _TWICE)
    if shouted := _SHOUTED.match(text):
        yield _CAPITALS, shouted[1], shouted[1].capitalize()
    for opens, closes in _PAIRS:
        if left := _left_open(text, opens, closes):
            yield _OPEN_PAIR, opens if left > 0 else closes, f"{opens}…{closes}"


def _left_open(text: str, opens: str, closes: str) -> int:
    """How many marks have no other end: those that open, or below zero those that close."""
    if opens == closes:
        return text.count(opens) % 2
    left = text.count(opens) - text.count(closes)
    if left < 0:  # `a)` and `1)` are marks of items
        return min(0, text.count(opens) - _ITEM.sub("", text).count(closes))
    return left


def _without_stop(typed: str) -> tuple[str, str] | None:
    """The last word of a paragraph of prose that has no stop, with its comma and without."""
    if _BEGINS.match(typed):
        return None
    found = _LAST.search(re.sub(rf"{_CITATIONS}+$", "", typed.rstrip()))
    return (found[1], found[2]) if found else None
