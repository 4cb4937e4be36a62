"""What a file that is missing begins with: the other language of a page, a record of its kind."""

from __future__ import annotations

from kb.model.catalogue import RECORD_TYPES, Catalogue
from kb.model.outline import missing_language, new_page, new_record
from kb.text import Lang

_DATA = "_data/"


def beginning(catalogue: Catalogue, path: str) -> str | None:
    """The text to begin a file with, by its path; None if it is there, or nobody begins it."""
    file = path.partition("/")[2]
    if path in catalogue.misread:
        return None
    for lang in Lang:
        if file.endswith(ending := f".{lang}.md"):
            return _page(catalogue, file.removesuffix(ending), lang)
    return _record(catalogue, file) if file.startswith(_DATA) else None


def _page(catalogue: Catalogue, key: str, lang: Lang) -> str | None:
    if catalogue.page(key, lang):
        return None
    other = catalogue.page(key, lang.other)
    return missing_language(other) if other else new_page(lang)


def _record(catalogue: Catalogue, file: str) -> str | None:
    kind, _, name = file.removeprefix(_DATA).removesuffix(".yml").partition("/")
    record = RECORD_TYPES.get(kind)
    if not (name and record and record.one_file_each) or catalogue.may_have(kind, name):
        return None
    return new_record(record, name)
