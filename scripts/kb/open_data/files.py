"""All files of the open data, and the list of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from kb.model.addresses import FEED
from kb.model.catalogue import Catalogue
from kb.model.fields import field_list
from kb.model.open_data import INDEX, LICENCE, Format, data_file, published_kinds
from kb.model.record import Record
from kb.open_data.records import Published
from kb.open_data.schema import schema_of
from kb.open_data.table import as_csv
from kb.text import Lang, Text

Json = dict[str, Any]


def open_data(catalogue: Catalogue, site_url: str, day: date) -> dict[str, str]:
    """The text of each file by its path below the site's root; `day` is that of the build."""
    records = Published(catalogue, site_url)
    datasets = [
        _Dataset(kind, name, records.all(kind), site_url)
        for kind, name in published_kinds().items()
    ]
    site_name = Text.of(lambda lang: catalogue.word("site-name", lang))
    terms = {"date": day.isoformat(), "licence": LICENCE, "attribution": site_name.both}
    files = {path: text for one in datasets for path, text in one.files(terms)}
    return files | {INDEX: _as_text(_index(datasets, site_name, terms, site_url))}


@dataclass(frozen=True)
class _Dataset:
    """One kind of data as it is published."""

    kind: type[Record]
    name: Text
    records: list[Json]
    site_url: str

    def files(self, terms: Json) -> Iterator[tuple[str, str]]:
        """Each of its files: path and text."""
        whole = {
            "$schema": self._url(Format.SCHEMA),
            **self._about(),
            **terms,
            "records": self.records,
        }
        schema = schema_of(self.kind, self.name, self.site_url)
        yield data_file(self.kind.kind, Format.JSON), _as_text(whole)
        yield data_file(self.kind.kind, Format.SCHEMA), _as_text(schema)
        table = as_csv(field_list(self.kind), self.records)
        yield data_file(self.kind.kind, Format.CSV), table

    def entry(self) -> Json:
        """What the list of files says of it."""
        urls = {format.name.lower(): self._url(format) for format in Format}
        return {**self._about(), "count": len(self.records), **urls}

    def _about(self) -> Json:
        """Its version changes only when some record says something else than before."""
        return {
            "id": self.kind.kind,
            "title": _both(self.name),
            "description": _both(self.kind.about),
            "version": sha256(_as_text(self.records).encode()).hexdigest()[:12],
        }

    def _url(self, format: Format) -> str:
        return self.site_url + data_file(self.kind.kind, format)


def _index(datasets: list[_Dataset], title: Text, terms: Json, site_url: str) -> Json:
    return {
        "title": _both(title),
        **terms,
        "languages": list(Lang),
        "feeds": {lang.value: site_url + FEED[lang] for lang in Lang},
        "datasets": [one.entry() for one in datasets],
    }


def _both(text: Text) -> Json:
    return {lang.value: text[lang] for lang in Lang}


def _as_text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
