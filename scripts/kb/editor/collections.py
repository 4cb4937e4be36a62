"""What can be edited: the pages by their folders, and each kind of record that has files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kb.editor.widgets import Form, Widget, file_name, naming, summary
from kb.editor.words import (
    BODY_HINT,
    FILE,
    FILE_NAME,
    ID_FORM,
    OTHER_PAGES,
    PAGE,
    PAGE_BODY,
    PAGE_TITLE,
    PAGES_IN,
    PICTURE,
    PICTURE_HINT,
    PICTURE_TEXT,
)
from kb.model.addresses import form_collection
from kb.model.catalogue import RECORD_TYPES
from kb.model.fields import Field, FieldType, field_list
from kb.model.page import HOME, FrontMatter
from kb.model.published import DATA
from kb.model.record import NotPublished, Record
from kb.text import Lang

Collection = dict[str, Any]

CONTENT = "docs"
"""Where the project's own content stands in its repository."""
PAGES = "pages"
_SAME_IN_BOTH = (FieldType.ID, FieldType.FLAG, FieldType.DATE)


def editable_kinds() -> Iterator[type[Record]]:
    """The open-ended kinds, whose records have a file each."""
    return (kind for kind in RECORD_TYPES.values() if kind.one_file_each)


def collections(form: Form) -> list[Collection]:
    """All collections: pages first, then records."""
    folders = {key.rpartition("/")[0] for key in form.catalogue.pairs}
    pages = [_pages(form, folder) for folder in sorted(folders - {""})]
    records = [_records(form, kind) for kind in editable_kinds()]
    return [*pages, _pages(form, ""), *records]


def _pages(form: Form, folder: str) -> Collection:
    lang = form.lang
    front = form.catalogue.page(f"{folder}/{HOME}", lang)
    name = front.short_title if front else folder
    return {
        "name": form_collection(folder),
        "label": PAGES_IN[lang].format(name=name) if folder else OTHER_PAGES[lang],
        "label_singular": PAGE[lang],
        "folder": f"{CONTENT}/{folder}".rstrip("/"),
        "create": True,
        "delete": False,
        "format": PAGES,
        # A picture stands beside the page that shows it.
        "media_folder": "",
        "public_folder": "",
        "i18n": True,
        "slug": {
            "editable": ["create"],
            "pattern": ["^[a-z0-9][a-z0-9-]*$", FILE_NAME[lang]],
            "hint": FILE_NAME[lang],
            "template": "{{title | lower}}",
        },
        "summary": "{{title}}",
        "fields": [*_page_fields(form)],
    }


def _page_fields(form: Form) -> Iterator[Widget]:
    lang = form.lang
    title = {"name": "title", "label": PAGE_TITLE[lang], "widget": "string", "i18n": True}
    yield title | {"use_emoji_autocomplete": False}
    for name, field in field_list(FrontMatter).items():
        yield form.widget(name, field) | {"i18n": _in_languages(field)}
    yield {
        "name": "body",
        "label": PAGE_BODY[lang],
        "hint": BODY_HINT[lang],
        "widget": "markdown",
        "modes": ["raw"],
        "i18n": True,
    }
    yield _picture(lang)


def _picture(lang: Lang) -> Widget:
    """A picture that is put at the end of the text: raw Markdown has no button for one."""
    file: Widget = {"name": "file", "label": FILE[lang], "widget": "image", "i18n": "duplicate"}
    words = {"name": "alt", "label": PICTURE_TEXT[lang], "widget": "string", "i18n": True}
    return {
        "name": "picture",
        "label": PICTURE[lang],
        "hint": PICTURE_HINT[lang],
        "widget": "object",
        "required": False,
        "i18n": True,
        "fields": [file | {"choose_url": False}, words],
    }


def _in_languages(field: Field) -> bool | str:
    """Words are each language's own; what is no word is the same in both."""
    return "duplicate" if field.type in _SAME_IN_BOTH else True


def _records(form: Form, kind: type[Record]) -> Collection:
    lang = form.lang
    named = kind.label if isinstance(kind.open_data, NotPublished) else kind.open_data
    return {
        "name": kind.kind,
        "label": named[lang],
        "label_singular": kind.label[lang],
        "description": kind.about[lang],
        "folder": f"{CONTENT}/{DATA}/{kind.kind}",
        "create": True,
        "delete": True,
        "format": kind.kind,
        "identifier_field": "id",
        "slug": {
            "editable": ["create"],
            "pattern": ["^[A-Za-z0-9][A-Za-z0-9-]*$", ID_FORM[lang]],
            "hint": ID_FORM[lang],
            "template": file_name(kind),
        },
        "summary": summary(kind, lang),
        "sortable_fields": ["id", *naming(kind, lang)],
        "fields": [*form.fields(kind)],
    }


def formats() -> dict[str, dict[str, dict[str, Any]]]:
    """The field list of each format as far as writing a file needs it."""
    lists = {kind.kind: field_list(kind) for kind in editable_kinds()}
    lists[PAGES] = field_list(FrontMatter)
    return {
        name: {
            key: {"type": one.type.value, "many": one.many, "oneALine": one.one_a_line}
            for key, one in fields.items()
        }
        for name, fields in lists.items()
    }


def languages() -> dict[str, Any]:
    """How the two files of a page are found: `x.fi.md` and `x.sv.md`."""
    return {
        "structure": "multiple_files",
        "locales": [lang.value for lang in Lang],
        "default_locale": Lang.FI.value,
    }
