"""The two languages of a page say the same and stand side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kb.check import check
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.fields import field_list
from kb.model.page import FrontMatter, Page, Pair
from kb.model.record import Location
from kb.text import Lang, Text

MISSING_TRANSLATION = Rule.warning(
    "missing-translation",
    "Sivu on vain tällä kielellä: tiedostoa {file} ei ole. Kirjoita se samaan ehdotukseen, tai "
    "lähetä ehdotus silti: lukijalle kerrotaan, että sivu on vain yhdellä kielellä.",
    "Sidan finns bara på det här språket: filen {file} finns inte. Skriv den i samma förslag, "
    "eller skicka förslaget ändå: läsaren får veta att sidan finns på bara ett språk.",
)


@check
def missing_translation(catalogue: Catalogue) -> Iterator[Finding]:
    """A page exists in one language only: allowed, but never by accident.

    Bad: `hakuohje.fi.md` alone. Good: `hakuohje.fi.md` and `hakuohje.sv.md`.
    """
    lone = [pair.any for pair in catalogue.pairs.values() if not pair.is_whole]
    ids = Counter(page.front.id for page in lone if page.front.id)
    for page in lone:
        if ids[page.front.id or ""] < len(Lang):  # else a pair under two names, which is told
            pair = catalogue.pairs[page.key]
            name = f"{pair.key.rpartition('/')[2]}.{page.lang.other}.md"
            missing = f"{page.path.rpartition('/')[0]}/{name}"
            if missing not in catalogue.misread:
                yield MISSING_TRANSLATION.at(page.path, 1, file=missing)


_PAGE_ID = re.compile(r"[A-Z]+-(\d+)")
_NOTHING = Text("ei mitään", "inget")

UNEQUAL_FRONT_MATTER = Rule.error(
    "unequal-front-matter",
    "Kentässä ”{key}” on tällä sivulla ”{here}”, mutta toisella kielellä ”{there}” ({where}). "
    "Kirjoita molempiin sama.",
    "I fältet ”{key}” står här ”{here}” men på det andra språket ”{there}” ({where}). Skriv "
    "samma i båda.",
)


_FRONT_MATTER_WAIT = UNEQUAL_FRONT_MATTER.only_said(
    "Kenttä ”{key}” on täällä ”{here}” ja toisella kielellä ”{there}” ({where}). Muuta se "
    "sielläkin, kun teksti muuttuu, tai lähetä ehdotus silti.",
    "Fältet ”{key}” är här ”{here}” och på det andra språket ”{there}” ({where}). Ändra det också "
    "där när texten ändras, eller skicka förslaget ändå.",
)


@check
def unequal_front_matter(catalogue: Catalogue) -> Iterator[Finding]:
    """What is the same in both languages is written differently.

    Bad: `id: IA-24` and `id: IA-25`. Good: the same id on both.
    """
    for pair in catalogue.pairs.values():
        pages = [*pair.versions.values()]
        if pair.is_whole and not catalogue.misread.intersection(page.path for page in pages):
            for key in ("id", "phases", "themes", "easy", "checked"):
                if not _is_unknown(catalogue, key, *pages):
                    yield from _front_matter(catalogue, pair, key)


def _front_matter(catalogue: Catalogue, pair: Pair, key: str) -> Iterator[Finding]:
    shown = {lang: _shown(getattr(page.front, key)) for lang, page in pair.versions.items()}
    if shown[Lang.FI] == shown[Lang.SV]:
        return
    moved = next(filter(None, (one.fresher for one in catalogue.comparisons[pair.key])), None)
    lang = moved or (Lang.SV if key != "id" or _is_likely(shown[Lang.FI], catalogue) else Lang.FI)
    lang = lang if shown[Lang.FI] else Lang.FI
    page, other = pair.versions[lang], pair.versions[lang.other]
    at = page.path, _line_of(page.front.place, key)
    here, there = shown[lang] or _NOTHING, shown[lang.other] or _NOTHING
    rule = _FRONT_MATTER_WAIT if moved and key == "checked" else UNEQUAL_FRONT_MATTER
    where = f"{other.path}:{_line_of(other.front.place, key)}"
    yield rule.at(*at, key=key, here=here, there=there, where=where)


def _is_likely(id: str, catalogue: Catalogue) -> bool:
    """True for what looks like a page's id: numbers are given in order, and end soon after others.

    Without a history this is all that tells which of two ids has been broken.
    """
    ids = [one for pair in catalogue.pairs.values() for one in pair.page_ids if one != id]
    numbers = [int(found[1]) for one in ids if (found := _PAGE_ID.fullmatch(one))]
    mine = _PAGE_ID.fullmatch(id)
    return mine is not None and int(mine[1]) <= max(numbers, default=0) + 1


def _is_unknown(catalogue: Catalogue, key: str, *pages: Page) -> bool:
    """True if one of the languages names what is not there, which is said of that one."""
    kind = field_list(FrontMatter)[key].refers_to
    named = [id for page in pages for id in (getattr(page.front, key) or ())] if kind else []
    return any(not catalogue.may_have(kind, id) for id in named)


def _line_of(place: Location, key: str) -> int:
    """The line of a key; an id stands first, and whatever else is missing goes last."""
    lines = place.keys.values()
    return place.keys.get(key, (min if key == "id" else max)(lines, default=place.line))


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    return "" if value in (None, False) else str(value)
