"""What tells records and pages apart is not the same in two of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kb.check import check
from kb.check.addresses import copied
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.page import FrontMatter
from kb.model.record import Record
from kb.text import Lang, Text

SAME_VALUE = Rule.error(
    "same-value",
    "Kentässä ”{key}” on sama kuin tiedostossa {where}: ”{value}”. Kirjoita tähän se, mikä kuuluu "
    "juuri tähän.",
    "Fältet ”{key}” har samma som filen {where}: ”{value}”. Skriv här det som hör till just den "
    "här.",
    may_stay=True,
)
_TEXTS = frozenset({"title", "text", "summary", "purpose", "definition", "description"})
_SHORTEST = 25
"""Characters of a text; two shorter ones may well be the same."""
_SHOWN = 60
_One = Record | FrontMatter


@check
def same_value(catalogue: Catalogue) -> Iterator[Finding]:
    """A name, a text or a place that another record of the kind, or another page, has already.

    Bad: two regions with `row: 3` and `column: 2`. Good: a place of its own for each.
    """
    for records in catalogue.records.values():
        yield from _among(records.values(), Lang)
    copies = copied(catalogue)
    for lang in Lang:
        pages = (page for page in catalogue.pages(lang) if page.path not in copies)
        yield from _among((page.front for page in pages), (lang,))


def _among(every: Iterable[_One], langs: Iterable[Lang]) -> Iterator[Finding]:
    """Each of those that say the same, once: nobody but an editor knows which of them is wrong."""
    known = [*every]
    told: set[int] = set()
    for lang in langs:
        for keys in dict.fromkeys(keys for one in known for keys in one.distinct):
            saying: dict[str, list[_One]] = {}
            for one in known:
                if value := _value(one, keys, lang):
                    saying.setdefault(value.casefold(), []).append(one)
            for first, second, *rest in (same for same in saying.values() if len(same) > 1):
                for one, other in ((first, second), *((one, first) for one in (second, *rest))):
                    if id(one) not in told:
                        told.add(id(one))
                        yield _told(one, other, keys, lang)


def _value(one: _One, keys: tuple[str, ...], lang: Lang) -> str:
    """What the fields say together; empty if one is missing or the text is short."""
    parts = [_said(one, key, lang) for key in keys]
    value = ", ".join(parts)
    return value if all(parts) and (keys[0] not in _TEXTS or len(value) >= _SHORTEST) else ""


def _said(one: _One, key: str, lang: Lang) -> str:
    value = getattr(one, key, None)
    return value[lang] if isinstance(value, Text) else str(value or "")


def _told(one: _One, other: _One, keys: tuple[str, ...], lang: Lang) -> Finding:
    key = f"{keys[0]}.{lang}" if isinstance(getattr(one, keys[0]), Text) else keys[0]
    there = f"{other.place.path}:{other.place.line_of(key)}"
    value = _value(one, keys, lang)
    shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN].rstrip()}…"
    at = one.place.path, one.place.line_of(key)
    return SAME_VALUE.at(*at, key="”, ”".join(keys), where=there, value=shown)
