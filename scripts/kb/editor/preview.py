"""What the form's preview says where the site will show something of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kb.directives import DIRECTIVES
from kb.directives.arguments import Argument, IdOf
from kb.directives.directive import Directive
from kb.editor.widgets import Form
from kb.editor.words import CITED, NOT_FOUND, STANDS_HERE
from kb.model.catalogue import RECORD_TYPES
from kb.model.interface import Word
from kb.model.markup import NOTICES


def preview(form: Form) -> dict[str, Any]:
    """The words of the preview: directives by what they declare, records by what they are called.

    Records that have files of their own are not here: the form has read them itself.
    """
    lang = form.lang
    words = form.catalogue.all(Word)
    return {
        "cited": CITED[lang],
        "notFound": NOT_FOUND[lang],
        "standsHere": STANDS_HERE[lang],
        "notices": {name: words[name].text[lang] for name in NOTICES if name in words},
        "directives": {name: _told(one, form) for name, one in DIRECTIVES.items()},
        "names": {kind: dict(form.options(kind)) for kind in _closed()},
    }


def _told(directive: Directive, form: Form) -> dict[str, Any]:
    return {
        "about": directive.about[form.lang],
        "arguments": {one.name: _argument(one, form) for one in directive.arguments},
    }


def _argument(argument: Argument[Any], form: Form) -> dict[str, str]:
    kind = {"kind": argument.kind} if isinstance(argument, IdOf) else {}
    return {"about": argument.about[form.lang], **kind}


def _closed() -> Iterator[str]:
    """The kinds that directives name and the form has no record of."""
    named = (one.arguments for one in DIRECTIVES.values())
    kinds = {one.kind for arguments in named for one in arguments if isinstance(one, IdOf)}
    for kind in sorted(kinds):
        record = RECORD_TYPES.get(kind)
        if record is None or not record.one_file_each:
            yield kind
