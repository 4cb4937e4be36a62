"""The index as small files that a browser fetches one by one: only what a query needs.

`manifest.txt`   the number of the first glossary entry, the names of the shards, where the
                 posting files begin, the language's function words
`t/<prefix>.txt` terms whose forms begin so: forms, number, rarity
`p/<n>.txt`      the pages of a run of terms
`d/<n>.json`     one page: title, address, sections for the snippet

Every file ends with a line break: one that does not was cut off on its way.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from hashlib import blake2b
from itertools import takewhile

from kb.search.index import Index, IndexTerm
from kb.search.pages import Document
from kb.words.function_words import FUNCTION_WORDS

SHARD = 9_000
"""Characters of a shard before its prefix grows by a letter: about 3 kB when compressed."""
BUCKET = 7_000
"""Characters of a posting file."""
_NO_ENTRY = 10**9
LONGEST_PREFIX = 8
LONGEST_TEXT = 6_000
"""Characters of a page's text kept for snippets."""
_FOLDS = str.maketrans("åäöéüáàèóíñç", "aaoeuaaeoinc")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def fold(word: str) -> str:
    """The word without diacritics, as one types it in a hurry."""
    return word.lower().translate(_FOLDS)


def files_of(index: Index) -> dict[str, str]:
    """The index's files by path below its folder."""
    files = {f"d/{n}.json": _page(document) for n, document in index.documents.items()}
    starts: list[int] = []
    for number, (start, text) in enumerate(_buckets(index.terms)):
        starts.append(start)
        files[f"p/{number}.txt"] = text
    shards = _shards(index)
    files |= {f"t/{prefix}.txt": "\n".join(lines) for prefix, lines in shards.items()}
    manifest = [
        str(min((n for n, d in index.documents.items() if "#" in d.url), default=_NO_ENTRY)),
        " ".join(sorted(shards)),
        _deltas(starts),
        " ".join(sorted(FUNCTION_WORDS[index.lang])),
    ]
    files["manifest.txt"] = "\n".join(manifest)
    return {path: f"{text}\n" for path, text in files.items()}


def fingerprint(files: dict[str, str]) -> str:
    """A short name for exactly this content, so that browsers may keep it for good."""
    digest = blake2b(digest_size=5)
    for path in sorted(files):
        digest.update(f"{path}\0{files[path]}\0".encode())
    return digest.hexdigest()


def _page(document: Document) -> str:
    left = LONGEST_TEXT
    sections = []
    for section in document.sections:
        text = section.text[: max(0, left)]
        left -= len(text)
        sections.append([section.anchor, section.heading, text])
    page = {
        "k": document.key,
        "u": document.url,
        "t": document.title,
        "c": document.crumb,
        "p": document.phases,
        "h": document.themes,
        "s": sections,
    }
    return json.dumps(page, ensure_ascii=False, separators=(",", ":"))


def _buckets(terms: list[IndexTerm]) -> Iterator[tuple[int, str]]:
    start, lines, size = 0, list[str](), 0
    for number, term in enumerate(terms):
        line = _postings(term)
        if lines and size + len(line) > BUCKET:
            yield start, "\n".join(lines)
            start, lines, size = number, [], 0
        lines.append(line)
        size += len(line) + 1
    if lines:
        yield start, "\n".join(lines)


def _postings(term: IndexTerm) -> str:
    """`3K1A12b`: the step to the next page's number, then its weight as a letter."""
    parts, last = [], -1
    for number, level in term.pages:
        parts.append(f"{number - last}{_LETTERS[level]}")
        last = number
    return "".join(parts)


def _shards(index: Index) -> dict[str, list[str]]:
    """Lines by prefix; a prefix that holds too much is split by its next letter."""
    by_form: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for number, term in enumerate(index.terms):
        tail = f" {number:x} {round(term.idf * 10):x}"
        for form in term.forms:
            by_form[fold(form)].append((form, tail))
    for form, numbers in index.aliases.items():
        tail = " =" + ",".join(f"{number:x}" for number in numbers)
        by_form[fold(form)].append((form, tail))
    groups: dict[str, list[str]] = defaultdict(list)
    for folded in by_form:
        groups[folded[:2]].append(folded)
    shards: dict[str, list[str]] = {}
    for prefix, forms in groups.items():
        _split(prefix, forms, by_form, shards)
    return shards


def _split(
    prefix: str,
    forms: list[str],
    by_form: dict[str, list[tuple[str, str]]],
    shards: dict[str, list[str]],
) -> None:
    lines = _lines([entry for folded in forms for entry in by_form[folded]])
    if sum(map(len, lines)) <= SHARD or len(prefix) >= LONGEST_PREFIX:
        shards[_file_name(prefix)] = lines
        return
    deeper: dict[str, list[str]] = defaultdict(list)
    for folded in forms:
        deeper[folded[: len(prefix) + 1]].append(folded)
    if len(deeper) == 1 and prefix in deeper:
        shards[_file_name(prefix)] = lines
        return
    for longer, inside in deeper.items():
        if longer == prefix:
            shards[_file_name(prefix)] = _lines([e for folded in inside for e in by_form[folded]])
        else:
            _split(longer, inside, by_form, shards)


def _file_name(prefix: str) -> str:
    """Letters and digits as they are, anything else by its code: a name that no server minds."""
    return "".join(c if c.isascii() and c.isalnum() else f"_{ord(c):x}_" for c in prefix)


def _lines(entries: list[tuple[str, str]]) -> list[str]:
    """`keskus ,en,essa 1f 2a`: what the forms share, their endings, the term."""
    by_term: dict[str, list[str]] = defaultdict(list)
    for form, tail in entries:
        by_term[tail].append(form)
    lines = []
    for tail, forms in by_term.items():
        stem = _shared_start(forms)
        endings = ",".join(form[len(stem) :] for form in sorted(forms))
        lines.append(f"{stem} {endings}{tail}")
    return sorted(lines)


def _shared_start(forms: list[str]) -> str:
    """What all the forms begin with."""
    first, last = min(forms), max(forms)
    same = (a == b for a, b in zip(first, last, strict=False))
    return first[: sum(1 for _ in takewhile(bool, same))]


def _deltas(numbers: list[int]) -> str:
    return " ".join(f"{b - a:x}" for a, b in zip([0, *numbers], numbers, strict=False))
