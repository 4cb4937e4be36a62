"""The text of a new record that shows how it is written: open places, and beside them an example.

The example of a kind is the file that the editors' guide shows; nobody has to write another.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from kb.model.catalogue import RECORD_TYPES, Catalogue
from kb.model.code_host import begun
from kb.model.evidence import Fact
from kb.model.fields import field_list
from kb.model.outline import OPEN, new_record
from kb.model.page import Page, once_a_page
from kb.model.record import Record
from kb.text import Lang, Text

_SHOWN = re.compile(
    r"`docs/_data/(?P<kind>[\w-]+)/[\w-]+\.yml`:\n\n```yaml\n(?P<text>.*?)```", re.DOTALL
)
_LINE = re.compile(r"(?P<key> *\w+:) (?P<value>.+)")
_IDS = re.compile(r"[\w-]+")
_FILL = Text(
    f"# Täytä {OPEN} ja poista esimerkki rivin lopusta.",
    f"# Fyll i {OPEN} och ta bort exemplet sist på raden.",
)
_NEW = Text("uusi", "ny")
"""What a file is called until its writer names it, where no number does."""
_FEW = 5
"""So many words to choose from stand beside a field; of more, the guide tells."""
_DIGITS = 2
"""Of the first number of a series; later ones have as many as the longest."""


def begun_record(
    catalogue: Catalogue, kind: type[Record], lang: Lang, edit_url: str, text: str = ""
) -> str:
    """Where a record of a kind is begun, by an example if no other text is given."""
    file = kind.file(next_id(catalogue, kind.series) or _NEW[lang])
    return begun(edit_url, file, text or worked_record(catalogue, kind, lang))


def worked_record(catalogue: Catalogue, kind: type[Record], lang: Lang) -> str:
    """The text of a record with the next free id; without an example, what it must have."""
    id = next_id(catalogue, kind.series) or OPEN
    example = _example(catalogue, kind, lang)
    if example is None:
        return new_record(kind, id)
    own = _own_ids(catalogue, kind, example)
    choices = dict(_choices(catalogue, kind))
    shown = _IDS.sub(lambda word: own.get(word[0], word[0]), example)
    lines = (_opened(line, set(own.values()), choices) for line in shown.splitlines())
    return "".join(f"{line}\n" for line in (_FILL[lang], *lines))


def next_id(catalogue: Catalogue, series: str) -> str:
    """The first id of a series after all that are taken; empty if there is no series."""
    if not series:
        return ""
    kinds = [Fact.kind, *(kind.kind for kind in RECORD_TYPES.values() if kind.series == series)]
    number = re.compile(rf"{re.escape(series)}(\d+)[a-z]?")
    ids = (id for kind in kinds for id in catalogue.ids(kind))
    taken = [found[1] for id in ids if (found := number.fullmatch(id))]
    digits = max(map(len, taken), default=_DIGITS)
    return f"{series}{max(map(int, taken), default=0) + 1:0{digits}}"


def _example(catalogue: Catalogue, kind: type[Record], lang: Lang) -> str | None:
    pages = catalogue.pages(lang)
    return next((all[kind.kind] for page in pages if kind.kind in (all := _shown(page))), None)


@once_a_page
def _shown(page: Page) -> dict[str, str]:
    """The files that a page shows whole, by their kind."""
    return {shown["kind"]: shown["text"] for shown in _SHOWN.finditer(page.body)}


def _own_ids(catalogue: Catalogue, kind: type[Record], example: str) -> dict[str, str]:
    """What stands in a new record for the ids of its own that its example has."""
    first = example.partition("\n")[0].removeprefix("id: ")
    own = {first: next_id(catalogue, kind.series)} if kind.series else {}
    if kind.cited_as:
        cited = next_id(catalogue, kind.cited_as)
        own |= {id: cited for id in _IDS.findall(example) if id.startswith(kind.cited_as)}
    return own


def _opened(line: str, own: set[str], choices: Mapping[str, Collection[str]]) -> str:
    """The line with its value open, but for ids of the record's own, and beside it the example."""
    found = _LINE.fullmatch(line)
    if not found or found["value"] in own:
        return line
    value, key = found["value"], found["key"].removesuffix(":")
    blank = OPEN
    if value.startswith("["):
        listed = [id if id in own else OPEN for id in _IDS.findall(value)]
        blank = f"[{', '.join(dict.fromkeys(listed))}]"
    if key in choices:
        value = " / ".join(dict.fromkeys((value, *choices[key])))
    return line if blank == value else f"{found['key']} {blank} # {value}"


def _choices(catalogue: Catalogue, kind: type[Record]) -> Iterator[tuple[str, Collection[str]]]:
    """The words that may be chosen from in a field."""
    for key, field in field_list(kind).items():
        known = RECORD_TYPES.get(field.refers_to)
        listed = catalogue.all(known) if known and not known.one_file_each else field.allowed
        if 0 < len(listed) <= _FEW and not field.many:
            yield key, listed
