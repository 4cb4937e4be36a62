"""Simplemma's list of forms and their lemmas, kept packed as it is shipped.

Unpacked, the Finnish list takes 600 MB of memory and twice as long to load. Packed, each form says
what it shares with the one before it in the alphabet: to find one, a block of them is unpacked,
and so are the forms of a lemma, nearly all of which begin as it does. Simplemma's own packed list
(`StreamMap`) finds lemmas only.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from simplemma.strategies.dictionaries import frontcode
from simplemma.strategies.dictionaries.dictionary_factory import (
    CachingDictionaryFactory,
    DecodedStrMapping,
    _read_decompressed,
)

from kb.text import Lang

_BLOCK = 32
"""Forms: twice as many would save little memory and take twice as long to look through."""
_BEGINNING = 2
"""Bytes that a lemma shares with its forms, but for a few hundred in a million."""


class PackedList(DecodedStrMapping):
    """The lemma of each form of a language, and the other way round."""

    def __init__(self, lang: str) -> None:
        self._data = _read_decompressed(lang)
        is_reversed, self._count, begin = frontcode._read_header(self._data)
        assert not is_reversed, "forms stand in alphabetical order"
        self._firsts: list[bytes] = []
        self._seeds: list[tuple[int, bytes, bytes]] = []
        """Of each block: where it begins, and the form and the lemma before it."""
        self._unlike: dict[bytes, list[bytes]] = {}
        """The forms of a lemma that begin otherwise: `hon`, `parempi`."""
        before = b"", b""
        for number, (at, form, lemma) in enumerate(frontcode._iter_records(self._data, begin)):
            if number % _BLOCK == 0:
                self._firsts.append(form)
                self._seeds.append((at, *before))
            if form[:_BEGINNING] != lemma[:_BEGINNING]:
                self._unlike.setdefault(lemma, []).append(form)
            before = form, lemma

    def forms(self, lemmas: set[str]) -> Iterator[tuple[str, str]]:
        """The forms of all the lemmas, each with its lemma, in one reading of what may have one."""
        wanted = {lemma.encode() for lemma in lemmas}
        for beginning in sorted({lemma[:_BEGINNING] for lemma in wanted}):
            for form, lemma in self._from(beginning):
                if form[:_BEGINNING] != beginning:
                    break
                if lemma in wanted and lemma[:_BEGINNING] == beginning:
                    yield form.decode(), lemma.decode()
        for lemma in wanted & self._unlike.keys():
            yield from ((form.decode(), lemma.decode()) for form in self._unlike[lemma])

    def _lookup(self, key: str) -> str | None:
        wanted = key.encode()
        for form, lemma in self._from(wanted):
            if form >= wanted:
                return lemma.decode() if form == wanted else None
        return None

    def _from(self, wanted: bytes) -> Iterator[tuple[bytes, bytes]]:
        """Each form with its lemma, beginning with the first that is not before the wanted one."""
        block = max(0, bisect_right(self._firsts, wanted) - 1)
        for _, form, lemma in frontcode._iter_records(self._data, *self._seeds[block]):
            if form >= wanted:
                yield form, lemma

    def __iter__(self) -> Iterator[str]:
        yield from (form.decode() for form, _ in self._from(b""))

    def __len__(self) -> int:
        return self._count


class PackedLists(CachingDictionaryFactory):
    """Gives simplemma its lists packed."""

    def _get_dictionary_uncached(self, lang: str) -> PackedList:
        return PackedList(lang)


PACKED = PackedLists()


@cache
def packed_list(lang: Lang) -> PackedList:
    """The list of a language; loaded once, in two seconds at most."""
    found = PACKED.get_dictionary(str(lang))
    assert isinstance(found, PackedList)
    return found
