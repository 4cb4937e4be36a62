"""What is said of an id that nothing has: where it would be written, and which one was meant."""

from __future__ import annotations

import re
from difflib import get_close_matches
from itertools import takewhile

from kb.finding import hint
from kb.model.catalogue import RECORD_TYPES, Catalogue
from kb.model.evidence import Fact, Term
from kb.model.people import Contact
from kb.model.record import Record
from kb.text import Text

CHECK_ID = Text("Tarkista tunnus.", "Kontrollera id:t.")
_CHECK_OR_WRITE = Text(
    "Tarkista tunnus. Jos se on uusi, tee sen tiedosto samaan ehdotukseen. Jos se on poistettu, "
    "palauta tiedosto tai vaihda tunnus tähän.",
    "Kontrollera id:t. Om det är nytt, skriv dess fil i samma förslag. Om det är borttaget, "
    "återställ filen eller byt id:t här.",
)
_MEANT_OR_WRITE = Text(
    "{meant} Jos se on uusi, tee sen tiedosto samaan ehdotukseen.",
    "{meant} Om det är nytt, skriv dess fil i samma förslag.",
)
_ALLOWED = Text("Sallitut: {words}.", "Tillåtna: {words}.")
_FEW = 30
"""So many ids of a kind can be told with their names."""
_NO_SUCH_FILE = Text("tiedostoa {file} ei ole", "filen {file} finns inte")
_NOT_IN_FILE = Text("sitä ei ole tiedostossa {file}", "det finns inte i filen {file}")
_NO_SUCH_TERM = Text(
    "mikään termi kansiossa docs/_data/terms/ ei mainitse tunnusta",
    "ingen term i mappen docs/_data/terms/ nämner id:t",
)
_NUMBERED = re.compile(r"[A-Z]+-\d+[a-z]?")


def meant_id(kind: str, id: str, catalogue: Catalogue) -> Text:
    """The id of what was named, or one near it, or every id there is with its name."""
    named = {record.id: _name(record) for record in catalogue.records.get(kind, {}).values()}
    typed = id.casefold()
    for known, name in named.items():
        if typed in {known.casefold(), name.fi.casefold(), name.sv.casefold()}:
            return hint(known, (known,), CHECK_ID)
    near = likely_id(kind, id, catalogue.ids(kind))
    if near not in {CHECK_ID, _CHECK_OR_WRITE} or not 0 < len(named) <= _FEW:
        return near
    listed = Text.of(lambda lang: ", ".join(f"{id} ({name[lang]})" for id, name in named.items()))
    allowed = _ALLOWED.format(words=listed)
    return _MEANT_OR_WRITE.format(meant=allowed) if _is_written(kind) else allowed


def _name(record: Record) -> Text:
    """What readers call the record."""
    name = getattr(record, "name", None) or getattr(record, "title", None)
    return name if isinstance(name, Text) else Text(name or record.id, name or record.id)


def likely_id(kind: str, id: str, known: frozenset[str]) -> Text:
    """The id that was meant, if that is clear: a number has neighbours that are something else.

    What has a file of its own may also be new, and only its file be missing.
    """
    near = get_close_matches(id, list(known), n=1)
    if _NUMBERED.fullmatch(id):
        near = [one for one in known if _is_one_slip(id, one)]
    if len(near) != 1:
        return _CHECK_OR_WRITE if _is_written(kind) else CHECK_ID
    meant = hint(near[0], near, CHECK_ID)
    return _MEANT_OR_WRITE.format(meant=meant) if _is_written(kind) else meant


def _is_written(kind: str) -> bool:
    return kind in RECORD_TYPES and RECORD_TYPES[kind].one_file_each


def _is_one_slip(typed: str, meant: str) -> bool:
    """True if one character was left out, put in or mistyped, or two changed places."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(typed, meant, strict=False))
    start = sum(1 for _ in same)
    one, other = typed[start:], meant[start:]
    rests = ((one[1:], other), (one, other[1:]), (one[1:], other[1:]))
    swapped = one[:2] == other[1::-1] and one[2:] == other[2:]
    return swapped or any(rest == there for rest, there in rests)


def missing_id(kind: str, id: str) -> Text:
    """Where what has this id would be written."""
    if kind == Fact.kind:
        return missing_fact(id)
    if kind not in RECORD_TYPES:
        return _NO_SUCH_FILE.format(file=f"docs/{id}.fi.md")
    if RECORD_TYPES[kind].one_file_each:
        return _NO_SUCH_FILE.format(file=f"docs/_data/{kind}/{id}.yml")
    return _NOT_IN_FILE.format(file=f"docs/_data/{kind}.yml")


def missing_fact(fact: str) -> Text:
    """Where a fact with this id would be written."""
    if fact.startswith(Term.cited_as):
        return _NO_SUCH_TERM
    kind = Contact if fact.startswith(Contact.cited_as) else Fact
    return _NO_SUCH_FILE.format(file=f"docs/_data/{kind.kind}/{fact}.yml")
