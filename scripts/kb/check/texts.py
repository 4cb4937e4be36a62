"""Texts of data are text: what Markdown or HTML would stand in them stands on the page as typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.check import check_alone
from kb.check.markup import TAKEN_ID
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.evidence import Source, Term
from kb.model.fields import FieldType, field_list
from kb.model.interface import PLACES, Word
from kb.model.markup import RESERVED
from kb.model.page import FrontMatter
from kb.model.people import Contact, Organisation
from kb.model.programme import Event, Region
from kb.model.record import Record
from kb.text import Lang, Text, places

_MARKUP = re.compile(
    r"</?[a-z!?][^\s>]{0,40}|!?\[[^\[\]]{0,40}\] ?[(\[:]|!\[|\[\^|`|\*\S|(?<!\w)_+\w|__|\\\W|"
    r"&#?\w{1,8};|\{[:#.%{]|\{[^{}]{0,40}=|\$\{|^(?:#{1,6} |>|!!!)|(?:javascript|vbscript|data):\S",
    re.IGNORECASE,
)
_ANCHORED = (Event, Region, Organisation, Term, Source, Contact)
"""Kinds whose ids are the ids of elements."""

MARKUP_IN_DATA = Rule.error(
    "markup-in-data",
    "Kentässä ”{key}” on muotoilua tai koodia: ”{mark}”. Lukija näkisi sen merkkeinä, joten "
    "kirjoita pelkkä teksti.",
    "I fältet ”{key}” finns formatering eller kod: ”{mark}”. Läsaren skulle se den som tecken, "
    "så skriv bara text.",
)


@check_alone
def markup_in_data(catalogue: Catalogue) -> Iterator[Finding]:
    """Markdown or HTML in a value of the data, or of what a page says of itself.

    Bad: `title: Haku **alkoi**`. Good: `title: Haku alkoi`.
    """
    records: list[Record | FrontMatter] = [page.front for page in catalogue.pages()]
    records += [one for kind in catalogue.records.values() for one in kind.values()]
    for record in records:
        for key, lang, text in _texts(record):
            if found := _MARKUP.search(text):
                line = record.place.line_of(f"{key}.{lang}")
                yield MARKUP_IN_DATA.at(record.place.path, line, key=key, mark=found[0])


def _texts(record: Record | FrontMatter) -> Iterator[tuple[str, str, str]]:
    """Each text of the record with its key and its language, if it has one.

    The places to fill in are left out.
    """
    for key, one in field_list(type(record)).items():
        if one.type in (FieldType.LINE, FieldType.BILINGUAL) and not one.allowed:
            value = getattr(record, key)
            for text in value if isinstance(value, tuple) else (value,):
                sides = {lang.value: text[lang] for lang in Lang} if isinstance(text, Text) else {}
                for lang, words in (sides or {"": text or ""}).items():
                    yield key, lang, _without_places(words) if isinstance(record, Word) else words


def _without_places(words: str) -> str:
    return re.sub(r"\{\w+\}", "", words)


@check_alone
def taken_id(catalogue: Catalogue) -> Iterator[Finding]:
    """The id of a record that would be the id of an element which the site or browser needs.

    Bad: `id: main`. Good: `id: perhekeskus`.
    """
    for kind in _ANCHORED:
        for record in catalogue.all(kind).values():
            if record.id.lower() in RESERVED:
                yield TAKEN_ID.at(record.place.path, record.place.line_of("id"), id=record.id)


WRONG_PLACES = Rule.error(
    "wrong-places",
    "Tekstissä ”{id}” pitää olla kummallakin kielellä nämä kohdat: {wanted}. Aaltosulkeita ei "
    "käytetä muuhun.",
    "I texten ”{id}” ska dessa platser finnas på båda språken: {wanted}. Klammerparenteser används "
    "inte till annat.",
)
_NONE = Text("ei yhtään", "inga")


@check_alone
def wrong_places(catalogue: Catalogue) -> Iterator[Finding]:
    """An interface text whose places to fill in are not those that the site fills.

    Bad: `Sivua muutettu {paiva}`. Good: `Sivua muutettu {date}`.
    """
    for word in catalogue.all(Word).values():
        wanted = PLACES.get(word.id, ())
        wrong = [lang for lang in Lang if not _fills(word.text[lang], frozenset(wanted))]
        if wrong:
            named: Text | str = ", ".join(f"{{{name}}}" for name in wanted) or _NONE
            line = word.place.line_of(f"text.{wrong[0]}")
            yield WRONG_PLACES.at(word.place.path, line, id=word.id, wanted=named)


def _fills(text: str, wanted: frozenset[str]) -> bool:
    return places(text) == wanted and not re.search(r"[{}]", _without_places(text))
