"""Letters that deceive the eye: those that nobody sees, and those that look like others."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache
from unicodedata import category, digit, name, normalize

_PLAIN = re.compile(r"[\t\n\r -~\u00a0-\u02ff\u2010-\u2023\u2025-\u2027\u2030-\u205e]*")
"""Letters of European languages, typographic marks, spaces, soft hyphens."""
_EMOJI_PARTS = re.compile(r"(?<=[^\x00-\u2000])[\u200d\ufe0f]")
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_BLANK = re.compile(r"[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0]")
_VARIANTS = re.compile(r"[\U000e0100-\U000e01ef]|[\u0300-\u036f]{3,}")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = "LATIN"
_LIKE_LATIN = frozenset("аеорсухіјѕԁһӏԛԝАВЕКМНОРСТХІЈЅԌԚԜοΑΒΕΗΙΚΜΝΟΡΤΥΧΖ")
"""Cyrillic and Greek letters that are drawn as Latin ones."""
_FEWEST = 3
"""Letters of a word before it is suspicious that all of them look Latin."""
FONT_BULLETS = "\uf0b7\uf0a7\uf0d8\uf076\uf0fc"
"""What word processors put before an item, in fonts of their own."""
_HOST_LETTERS = re.compile(r"[a-z0-9åäöéüšž.:-]*")
"""What the names of hosts that a Finn or a Swede links to are written with."""
_DASHES = re.compile("[\u00ac\u02d7\u058a\u2010-\u2015\u2043\u207b\u2212\ufe58\ufe63\uff0d]")
_NOT_READ = re.compile(
    r"<(?!(?:https?|mailto|tel):|[^<>@\s]+@)[^<>\n]*>"  # tags and comments, but no addresses
    "|[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]"
    "|[*~`\\\\\\[\\]]|(?<!\\w)_|_(?!\\w)"
)
_LINE_END = re.compile(r"&(?:#0*1[03]|#x0*[ad]|newline);?", re.IGNORECASE)
_FAR_LETTERS = re.compile(r"[\u0600-\u1fff\u2460-\uffff\U00010000-\U0010ffff]")
"""Beyond those of our languages and their marks: only there are other digits."""
_CODED = re.compile(r"%([2-6][0-9a-f]|7[0-9a-e])", re.IGNORECASE)
_NEARLY_NUMBER = re.compile(r"(?<![\w.+-])[\dOoIl+-]*\d[\dOoIl+-]*(?![^\W\dA-Y])")
_LIKE_DIGITS = str.maketrans("OoIl", "0011")
_NUMBER_WORD = re.compile(r"[^\s.,;:()/-]+")
_SMALL_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"


def is_plain(text: str) -> bool:
    """True if nothing in the text can deceive: the quick way past nearly every line."""
    return bool(_PLAIN.fullmatch(text))


def unseen(text: str) -> list[str]:
    """The characters that no reader sees or that turn the text around, as `U+202E`, in order."""
    seen = _EMOJI_PARTS.sub("", text)
    found = [c for c in seen if category(c) in _UNSEEN and c not in "\t\n\r\u00ad"]
    found += [*_BLANK.findall(seen), *(one[0] for one in _VARIANTS.findall(seen))]
    return [f"U+{ord(letter):04X}" for letter in dict.fromkeys(found)]


def look_alikes(text: str) -> Iterator[str]:
    """The words that have letters of several scripts, or only such as look like Latin ones."""
    for found in _WORD.finditer(text):
        word = found[0]
        if not word.isascii() and (_is_mixed(word) or _is_disguised(word)):
            yield word


def is_odd_host(host: str) -> bool:
    """True for a host whose name may be taken for another's."""
    return not _HOST_LETTERS.fullmatch(_unpacked(host.lower()))


def _unpacked(host: str) -> str:
    """The host as a browser might show it; an address that cannot be read is left as it is."""
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        return host


def _is_mixed(word: str) -> bool:
    return len({_script(letter) for letter in normalize("NFC", word)} - {""}) > 1


def _is_disguised(word: str) -> bool:
    return (len(word) >= _FEWEST and _LIKE_LATIN.issuperset(word)) or any(map(_is_styled, word))


@cache
def _script(letter: str) -> str:
    """The script of a letter; '' for marks and letters of many scripts."""
    script = name(letter, "").partition(" ")[0]
    return script if category(letter) in ("Ll", "Lu", "Lt", "Lo") and script != "MICRO" else ""


def _is_styled(letter: str) -> bool:
    """A Latin letter in disguise: bold or wide, for mathematics or decoration."""
    simple = normalize("NFKC", letter)
    return simple != letter and simple.isascii() and simple.isalpha() and letter not in "ªº"


def as_read(text: str) -> str:
    """The text line by line as a reader reads it: without its marks, any dash or digit as one."""
    plain = html.unescape(_LINE_END.sub(" ", _CODED.sub(lambda one: chr(int(one[1], 16)), text)))
    shown = _DASHES.sub("-", normalize("NFKC", _NOT_READ.sub("", _plain_digits(plain))))
    return _NEARLY_NUMBER.sub(lambda one: one[0].translate(_LIKE_DIGITS), shown)


def other_digits(text: str) -> Iterator[str]:
    """The words with digits of other scripts than ours, or with decorated ones."""
    for found in _NUMBER_WORD.finditer(text):
        if not found[0].isascii() and any(map(_is_other_digit, found[0])):
            yield found[0]


def _plain_digits(text: str) -> str:
    """The text with our own digits in the place of those of other scripts."""
    if not _FAR_LETTERS.search(text):
        return text
    return "".join(str(digit(c)) if _is_other_digit(c) else c for c in text)


@cache
def _is_other_digit(letter: str) -> bool:
    """True for a digit of another script, and for ours in a circle, wide or for mathematics."""
    return not letter.isascii() and letter not in _SMALL_DIGITS and digit(letter, -1) >= 0
