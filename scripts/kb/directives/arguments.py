"""What a page may write after a directive's name as `name=value`, and what it then means."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from kb.model.catalogue import Catalogue
from kb.model.page import DirectiveUse
from kb.text import Text

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Argument(ABC, Generic[T]):
    """One argument; `default` is its value where the page does not write it."""

    name: str
    about: Text
    default: T
    required: bool = False

    @abstractmethod
    def read(self, value: str) -> T | None:
        """What a written value means; None if it cannot be read."""

    @abstractmethod
    def choices(self, catalogue: Catalogue) -> frozenset[str] | None:
        """Every value that is right; None if they cannot be listed."""


@dataclass(frozen=True, kw_only=True)
class TextArgument(Argument[str]):
    """Text that must be one of several; the default, "", is none of them."""

    default: str = ""

    def read(self, value: str) -> str | None:
        """The value as it is written."""
        return value or None


@dataclass(frozen=True, kw_only=True)
class IdOf(TextArgument):
    """The id of a record kind, of `pages` or of `sections`."""

    kind: str

    def choices(self, catalogue: Catalogue) -> frozenset[str] | None:
        """The ids that the content has; None while not all of it can be read."""
        return catalogue.ids(self.kind) if catalogue.has_all(self.kind) else None


@dataclass(frozen=True, kw_only=True)
class OneOf(TextArgument):
    """One of a few fixed words."""

    words: tuple[str, ...]

    def choices(self, catalogue: Catalogue) -> frozenset[str]:
        """The words."""
        return frozenset(self.words)


@dataclass(frozen=True, kw_only=True)
class Year(Argument[int]):
    """A year in four plain digits."""

    def read(self, value: str) -> int | None:
        """The year as a number."""
        is_year = len(value) == 4 and value.isascii() and value.isdigit()
        return int(value) if is_year else None

    def choices(self, catalogue: Catalogue) -> None:
        """Any year will do."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """What a page wrote, looked up by what was declared: `arguments[PHASE]`."""

    written: Mapping[str, str]

    @classmethod
    def of(cls, use: DirectiveUse) -> Arguments:
        """The arguments of a directive on a page; the last one if a name stands twice."""
        return cls(dict(use.arguments))

    def __getitem__(self, argument: Argument[T]) -> T:
        """The value; the default if the page wrote none or, which is a finding, a wrong one."""
        value = argument.read(self.written.get(argument.name, ""))
        return argument.default if value is None else value
