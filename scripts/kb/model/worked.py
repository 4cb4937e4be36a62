"""The text of a new record that shows how it is written: open places, and below them an example.

The example of a kind is the file that the editors' guide shows; nobody has to write another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from kb.model.catalogue import RECORD_TYPES, Catalogue
from kb.model.code_host import begun
from kb.model.evidence import Fact
from kb.model.fields import field_list
from kb.model.outline import OPEN, new_record
from kb.model.page import Page, once_a_page
from kb.model.published import DATA
from kb.model.record import Record
from kb.text import Lang, Text

_SHOWN = re.compile(
    r"`docs/_data/(?P<kind>[\w-]+)/[\w-]+\.yml`:\n\n```yaml\n(?P<text>.*?)```", re.DOTALL
)
_LINE = re.compile(r"(?P<key> *\w+:) (?P<value>.+)")
_IDS = re.compile(r"[\w-]+")
_FILL = Text(
    f"Täytä jokainen {OPEN} niin kuin esimerkissä. Poista sitten rivit, joiden alussa on #.",
    f"Fyll i varje {OPEN} som i exemplet. Ta sedan bort raderna som börjar med #.",
)
_NEW = Text("uusi", "ny")
"""What a file is called until its writer names it, where no number does."""
_DIGITS = 2
"""Of the first number of a series; later ones have as many as the longest."""


def begun_record(
    catalogue: Catalogue, kind: type[Record], lang: Lang, edit_url: str
) -> str:
    """Where a record of a kind is begun; empty without such a place."""
    name = next_id(catalogue, kind.series) or _NEW[lang]
    file = f"{DATA}/{kind.kind}/{name}.yml"
    return begun(edit_url, file, worked_record(catalogue, kind, lang))


def worked_record(catalogue: Catalogue, kind: type[Record], lang: Lang) -> str:
    """The text of a record with the next free id; without an example, what it must have."""
    id = next_id(catalogue, kind.series) or OPEN
    example = _example(catalogue, kind, lang)
    if example is None:
        return new_record(kind, id)
    own = _own_ids(catalogue, kind, example)
    shown = _IDS.sub(lambda word: own.get(word[0], word[0]), example).splitlines()
    blank = [_LINE.sub(lambda line: _opened(line, set(own.values())), line) for line in shown]
    help = [_FILL[lang], *shown, *_words(catalogue, kind, shown, lang)]
    return "".join(f"{line}\n" for line in (*blank, *(f"# {line}" for line in help)))


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


def _opened(line: re.Match[str], own: set[str]) -> str:
    """The line with its value open, but for ids of the record's own."""
    value = line["value"]
    if not value.startswith("["):
        return line[0] if value in own else f"{line['key']} {OPEN}"
    listed = [id if id in own else OPEN for id in _IDS.findall(value)]
    return f"{line['key']} [{', '.join(dict.fromkeys(listed))}]"


def _words(
    catalogue: Catalogue, kind: type[Record], shown: Iterable[str], lang: Lang
) -> Iterator[str]:
    """What may be chosen from in the fields of an example, with what readers call it."""
    keys = {line.partition(":")[0] for line in shown}
    for key, field in field_list(kind).items():
        names: Mapping[str, str] = {id: name[lang] for id, name in field.names.items()}
        known = RECORD_TYPES.get(field.refers_to)
        if known and not known.one_file_each:
            names = {id: one.called(lang) for id, one in catalogue.all(known).items()}
        if key in keys and names:
            yield f"{key}: {', '.join(f'{id} = {name}' for id, name in names.items())}"
