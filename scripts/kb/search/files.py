"""The index as small files that a browser fetches one by one, only those that a query needs.

FORMAT.md in this folder specifies them. The reader is `overrides/assets/search/engine.js`; tests
hold both to the same example files, so a change of format changes all four.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from kb.model.formats import sort_key
from kb.search.index import Index, IndexTerm
from kb.search.pages import Document
from kb.words.common import function_words
from kb.words.numbers import MONTHS

SHARD = 9_000
"""Characters of a shard before its prefix grows by a letter: about 3 kB when compressed."""
POSTING_FILE = 7_000
"""Characters of a posting file."""
SHORTEST_PREFIX, LONGEST_PREFIX = 2, 8
LONGEST_TEXT = 6_000
"""Characters of a page's text kept for snippets."""
END = "\n\n"
"""Ends each file and stands nowhere else in one: a file cut short is told from a whole one."""
_NO_ENTRY = 10**9
_FOLDS = str.maketrans("åäöéüáàèóíñç", "aaoeuaaeoinc")
_LEVELS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

_Entry = tuple[str, str, str]
"""A form folded and as it is, and the end of its line in a shard, which names its term or terms."""


def fold(word: str) -> str:
    """The word in lower case without diacritics, as one types it in a hurry."""
    word = word.lower()
    if word.isascii():
        return word
    plain = word.replace("ä", "a").replace("ö", "o").replace("å", "a")  # most words have no other
    return plain if plain.isascii() else plain.translate(_FOLDS)


def files_of(index: Index) -> dict[str, str]:
    """The index's files by path below its folder."""
    files = {f"d/{number}.json": _page(page) for number, page in index.documents.items()}
    first_terms: list[int] = []
    for number, (first_term, text) in enumerate(_posting_files(index.terms)):
        first_terms.append(first_term)
        files[f"p/{number}.txt"] = text
    shards = _shards(index)
    files |= {f"t/{name}.txt": "\n".join(lines) for name, lines in shards.items()}
    manifest = [
        str(min((n for n, page in index.documents.items() if "#" in page.url), default=_NO_ENTRY)),
        " ".join(sorted(shards)),
        _differences(first_terms),
        " ".join(sorted(function_words(index.lang))),
        " ".join(MONTHS[index.lang]),
    ]
    files["manifest.txt"] = "\n".join(manifest)
    files["groups.json"] = _groups(index)
    return {path: f"{text}{END}" for path, text in files.items()}


def fingerprint(files: dict[str, str]) -> str:
    """A short name for exactly this content, so that browsers may keep it for good."""
    digest = blake2b(digest_size=5)
    for path in sorted(files):
        digest.update(f"{path}\0{files[path]}\0".encode())
    return digest.hexdigest()


def _page(document: Document) -> str:
    room = LONGEST_TEXT
    sections = []
    for section in document.sections:
        text = section.text[: max(0, room)]
        room -= len(text)
        sections.append([section.anchor, section.heading, text])
    page = {
        "k": document.key,
        "u": document.url,
        "t": document.title,
        "c": document.crumb,
        "s": sections,
    }
    return json.dumps(page, ensure_ascii=False, separators=(",", ":"))


def _groups(index: Index) -> str:
    """The phases and themes of each page, in order of titles: what filters choose among."""
    pages = [
        (sort_key(document.title), number, document.phases, document.themes)
        for number, document in index.documents.items()
        if "#" not in document.url
    ]
    rows = [row for _, *row in sorted(pages)]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _posting_files(terms: list[IndexTerm]) -> Iterator[tuple[int, str]]:
    """Posting files in order, each with the number of its first term."""
    first_term, lines, size = 0, list[str](), 0
    for number, term in enumerate(terms):
        line = _postings(term)
        if lines and size + len(line) > POSTING_FILE:
            yield first_term, "\n".join(lines)
            first_term, lines, size = number, [], 0
        lines.append(line)
        size += len(line) + 1
    if lines:
        yield first_term, "\n".join(lines)


def _postings(term: IndexTerm) -> str:
    """`3K1A12b`: the difference to the page's number from the one before, its weight's letter."""
    postings, before = [], -1
    for number, level in term.pages:
        postings.append(f"{number - before}{_LEVELS[level]}")
        before = number
    return "".join(postings)


def _shards(index: Index) -> dict[str, list[str]]:
    """The lines of each shard by its name."""
    groups: dict[str, list[_Entry]] = defaultdict(list)
    for folded, form, end in _entries(index):
        groups[folded[:SHORTEST_PREFIX]].append((folded, form, end))
    shards: dict[str, list[str]] = {}
    for prefix, inside in groups.items():
        _split(prefix, inside, shards)
    return shards


def _entries(index: Index) -> Iterator[_Entry]:
    for number, term in enumerate(index.terms):
        end = f" {number:x} {round(term.idf * 10):x}"
        yield from ((folded, form, end) for folded, form in _folded(term.forms))
    for form, numbers in index.aliases.items():
        yield fold(form), form, " =" + ",".join(f"{number:x}" for number in numbers)
    for sign, names in (("@", index.names), ("#", index.headings)):
        for name, numbers in names.items():
            named = f"_{fold(name)}"
            yield named, named, f" {sign}" + ",".join(f"{number:x}" for number in numbers)


def _folded(forms: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each form with itself folded: all in one go, as there are hundreds of thousands."""
    return zip(fold("\n".join(forms)).split("\n"), forms, strict=True)


def _split(prefix: str, entries: list[_Entry], shards: dict[str, list[str]]) -> None:
    """Add the shard of a prefix, or those of its continuations if it would be too large.

    The forms that are the prefix itself keep its name.
    """
    lines = _lines(entries)
    longer: dict[str, list[_Entry]] = defaultdict(list)
    if sum(map(len, lines)) > SHARD and len(prefix) < LONGEST_PREFIX:
        for entry in entries:
            longer[entry[0][: len(prefix) + 1]].append(entry)
    if longer.keys() <= {prefix}:
        shards[_file_name(prefix)] = lines
        return
    for continued, inside in longer.items():
        _split(continued, inside, shards)


def _file_name(prefix: str) -> str:
    """Letters and digits as they are, anything else by its code: a name that no server minds."""
    return "".join(c if c.isascii() and c.isalnum() else f"_{ord(c):x}_" for c in prefix)


def _lines(entries: list[_Entry]) -> list[str]:
    """`keskus ,en,essa 1f 2a`: what the forms of a term share, their endings, the term."""
    by_end: dict[str, list[str]] = defaultdict(list)
    for _, form, end in entries:
        by_end[end].append(form)
    lines = []
    for end, forms in by_end.items():
        forms.sort()
        stem, last = forms[0], forms[-1]  # in order, these two differ the earliest
        while not last.startswith(stem):
            stem = stem[:-1]
        endings = ",".join([form[len(stem) :] for form in forms])
        lines.append(f"{stem} {endings}{end}")
    return sorted(lines)


def _differences(numbers: list[int]) -> str:
    """Each number in hexadecimal as the difference from the one before, the first from 0."""
    return " ".join(f"{b - a:x}" for a, b in zip([0, *numbers], numbers, strict=False))
