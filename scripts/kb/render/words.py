"""The words and links of a fragment, bound to the page that it stands on."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Protocol

from markupsafe import Markup

from kb.directives import facts_of
from kb.directives.context import RenderContext
from kb.model.addresses import address, relative
from kb.model.evidence import Source
from kb.model.formats import brief_money_text, date_text, money_text, span_text
from kb.model.interface import Word
from kb.model.open_data import Format, data_file
from kb.model.page import HOME, Page
from kb.model.sections import LEAD
from kb.render.doors import Doors
from kb.render.literal import literal, target
from kb.text import Lang


def words_of(page: Page, context: RenderContext) -> dict[str, Callable[..., Any]]:
    """The functions that fragments word things with, bound to one page."""
    return _Words(page, context).functions()


class Cited(Protocol):
    """Whatever rests on facts."""

    @property
    def facts(self) -> tuple[str, ...]:
        """Their ids."""


@dataclass(frozen=True)
class _Words:
    page: Page
    context: RenderContext

    def functions(self) -> dict[str, Callable[..., Any]]:
        lang = self.page.lang
        catalogue = self.context.catalogue
        doors = Doors(self.page, self.context)
        return {
            "t": lambda name, /, **values: catalogue.word(name, lang, **values),
            "word": lambda name, lang: catalogue.word(name, Lang(lang)),
            "date": lambda when: date_text(when, lang),
            "span": lambda start, end: span_text(start, end, lang),
            "money": lambda euros: money_text(euros, lang),
            "brief_money": lambda euros: brief_money_text(euros, lang),
            "cite": self.cite,
            "said": self.said,
            "data": self.data,
            "target": target,
            "link": self.link,
            "version": self.version,
            "pages_using": self.pages_using,
            "record": doors.record,
            "records": doors.records,
            "another": doors.another,
        }

    def cite(self, record: Cited) -> Markup:
        """The record's facts as citations."""
        return Markup(
            "".join(f"[^{id}]" for id in record.facts if self.context.catalogue.evidence(id))
        )

    def said(self, name: str) -> Markup:
        """An interface sentence with its facts as citations."""
        word = self.context.catalogue.all(Word)[name]
        return _text(word.text[self.page.lang]) + self.cite(word)

    def data(self, kind: str, format: str) -> str:
        """The address of a file of the open data, for raw HTML: MkDocs knows no such file."""
        here = address(self.context.catalogue, self.page)
        return relative(data_file(kind, Format(format)), here)

    def link(self, key: str | None, label: str, anchor: str = "") -> Markup:
        """A link to a page's file or a place on it; the label alone if it would lead nowhere."""
        escaped = _text(label)
        if not key or key not in self.context.catalogue.pairs:
            return escaped
        if key == self.page.key:
            return Markup(f"[{escaped}](#{anchor})") if anchor else escaped
        return Markup(f"[{escaped}]({self._file(key)}{'#' + anchor if anchor else ''})")

    def version(self, page: Page, anchor: str = "", label: str = "") -> Markup:
        """A link to a page in its own language, said to be so if that is not the language here."""
        escaped = _text(label or page.title)
        file = self._file(page.key)
        if page.lang is not self.page.lang:
            escaped = Markup(f'<span lang="{page.lang}">{escaped}</span>')
            file = self._file(f"{page.key}.{page.lang}")
        target = f"#{anchor}" if anchor and anchor != LEAD else ""
        return Markup(f"[{escaped}]({file}{target})")

    def pages_using(self, source: Source) -> Sequence[Page]:
        """The pages of this language that cite a fact resting on the source, in reading order."""
        return self._pages_by_source.get(source.id, ())

    @cached_property
    def _pages_by_source(self) -> Mapping[str, Sequence[Page]]:
        catalogue = self.context.catalogue
        found: dict[str, dict[str, Page]] = {}
        for key in (HOME, *catalogue.reading_order.keys):
            if page := catalogue.page(key, self.page.lang):
                for fact in facts_of(catalogue, page):
                    evidence = catalogue.evidence(fact)
                    for id in evidence.sources if evidence else ():
                        found.setdefault(id, {})[page.key] = page
        return {id: list(pages.values()) for id, pages in found.items()}

    def _file(self, key: str) -> str:
        return _file_from(self.page.folder, key)


@cache
def _file_from(folder: str, key: str) -> Markup:
    return target(posixpath.relpath(f"{key}.md", folder or "."))


def _text(label: str) -> Markup:
    return Markup(literal(label))
