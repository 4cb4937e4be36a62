"""What all records share: an id, the facts behind it and the place where it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Self

from kb.text import Lang, Text


@dataclass(frozen=True, slots=True)
class Location:
    """Where something is written: a path from the content folder's parent, and a line from 1."""

    path: str
    line: int = 1
    keys: Mapping[str, int] = field(default_factory=dict)
    """The line of each key, for findings about one field."""

    def line_of(self, key: str) -> int:
        """The line of a key, or of a language or an item in it (`title.sv`), or the first one."""
        return self.keys.get(key) or self.keys.get(key.partition(".")[0], self.line)


NAMES = ("name", "title")
"""The fields that name a record, of which a kind has one or none."""


@dataclass(frozen=True, slots=True)
class NotPublished:
    """Says of a kind of data that it is no open data."""

    why: str


@dataclass(frozen=True, kw_only=True)
class Record:
    """A piece of data; its kind names the file or folder that holds it."""

    kind: ClassVar[str]
    label: ClassVar[Text]
    about: ClassVar[Text]
    """One sentence for the editors' guide."""
    open_data: ClassVar[Text | NotPublished]
    """Its name among the open data, or why it is not there."""
    one_file_each: ClassVar[bool] = False
    """True for open-ended kinds: `contacts/<id>.yml`; false for closed lists: `phases.yml`."""
    series: ClassVar[str] = ""
    """What the ids begin with, where a number follows: the next record has the next number."""
    cited_as: ClassVar[str] = ""
    """What those ids among its own `facts` begin with by which the record itself is cited."""
    another: ClassVar[Text | None] = None
    """What readers call one more of the kind, if its list offers to begin one."""

    distinct: ClassVar[tuple[tuple[str, ...], ...]] = (
        *(("order",), ("name",), ("title",), ("text",), ("term",)),
        *(("summary",), ("definition",), ("purpose",)),
    )
    """Fields in which no two records of the kind say the same, alone or together."""

    id: str
    order: int | None = None
    facts: tuple[str, ...] = ()
    place: Location = field(default=Location(""), compare=False)

    @property
    def rank(self) -> tuple[Any, ...]:
        """What records with a file each are sorted by; those of equal rank stand by their names."""
        return (self.order is None, self.order)

    @classmethod
    def file(cls, id: str) -> str:
        """The path of a record's file in the content folder."""
        return f"_data/{cls.kind}/{id}.yml" if cls.one_file_each else f"_data/{cls.kind}.yml"

    def called(self, lang: Lang) -> str:
        """What tells the record from others of its kind in a list: its name, or else its id."""
        name = next((getattr(self, key) for key in NAMES if hasattr(self, key)), self.id)
        return name[lang] if isinstance(name, Text) else str(name)

    @property
    def public(self) -> Self:
        """The record as open data."""
        return self
