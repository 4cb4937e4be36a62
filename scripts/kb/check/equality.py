"""The same numbers, names, facts and headings stand on both sides of a pair.

Where the two sides have been declared in step, a difference is a mistake. Elsewhere one language
waits for the other, which is said and stops nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from kb.check import check
from kb.check.fact_figures import known_of
from kb.check.told_numbers import YEAR
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.difference import Difference, Kind
from kb.model.differences import alone, unequal_fields
from kb.model.evidence import Source
from kb.model.excuses import is_excused
from kb.model.interface import Word
from kb.model.record import Record
from kb.text import Lang, Text
from kb.words.numbers import shown

_IN_LANGUAGE = {
    Lang.FI: Text("suomeksi", "på finska"),
    Lang.SV: Text("ruotsiksi", "på svenska"),
}
FOR_LANGUAGE = {Lang.FI: Text("suomea", "finska"), Lang.SV: Text("ruotsia", "svenska")}
NOTHING = Text("ei mitään", "inget")
_WAITING = (
    "Tämä odottaa {language}: tässä {here}, {side} {there} ({where}). Tee sama muutos sinne tai "
    "lähetä ehdotus silti.",
    "Det här väntar på {language}: här {here}, {side} {there} ({where}). Gör samma ändring där "
    "eller skicka förslaget ändå.",
)

UNEQUAL_NUMBERS = Rule.error(
    "unequal-numbers",
    "Luku tai päivä ei ole sama molemmilla kielillä: tässä {here}, {side} {there} ({where}). "
    "Tarkista lähteestä ja korjaa toinen.",
    "Talet eller datumet är inte detsamma på båda språken: här {here}, {side} {there} ({where}). "
    "Kontrollera i källan och rätta det ena.",
    may_stay=True,
)
_NUMBERS_WAIT = UNEQUAL_NUMBERS.only_said(*_WAITING)
_IN_RECORD = UNEQUAL_NUMBERS.saying(
    "Kentän ”{key}” kielissä on eri luvut tai päivät: suomeksi {fi}, ruotsiksi {sv}. Tarkista "
    "lähteestä ja korjaa toinen.",
    "Språken i fältet ”{key}” har olika tal eller datum: på finska {fi}, på svenska {sv}. "
    "Kontrollera i källan och rätta det ena.",
)


@check
def unequal_numbers(catalogue: Catalogue) -> Iterator[Finding]:
    """A number or a date stands in one language only, of a page or of a record.

    Bad: `19 aluetta` and `18 områden`. Good: `19 aluetta` and `19 områden`.
    """
    yield from _waiting_or_wrong(catalogue, UNEQUAL_NUMBERS, _NUMBERS_WAIT, Kind.NUMBERS)
    for kind, records in catalogue.records.items():
        # The interface speaks each language as it likes; a document has its own titles.
        for record in records.values() if kind != Word.kind else ():
            keys = _years_apart(record) if isinstance(record, Source) else unequal_fields(record)
            for key in keys:
                sides = {lang.value: _alone(getattr(record, key), lang) for lang in Lang}
                line = record.place.line_of(_wrong_side(catalogue, record, key))
                yield _IN_RECORD.at(record.place.path, line, key=key, **sides)


def _years_apart(source: Source) -> list[str]:
    """The title, if it has a year in each language and not the same."""
    years = [set(YEAR.findall(source.title[lang])) for lang in Lang]
    return ["title"] if all(years) and years[0].isdisjoint(years[1]) else []


def _wrong_side(catalogue: Catalogue, record: Record, key: str) -> str:
    """The language of a field that the facts or the value speak against, or else the field."""
    text: Text = getattr(record, key)
    known = known_of(catalogue, record)
    theirs = {lang: set(alone(text, lang)) for lang in Lang}
    wrong = [
        lang
        for lang in Lang
        if theirs[lang] - known or (not theirs[lang] and theirs[lang.other] <= known)
    ]
    return f"{key}.{wrong[0]}" if len(wrong) == 1 else key


def _alone(text: Text, lang: Lang) -> Text | str:
    return ", ".join(map(_NAMED[Kind.NUMBERS], alone(text, lang))) or NOTHING


UNEQUAL_NAMES = Rule.error(
    "unequal-names",
    "Nimi ei ole molemmilla kielillä: tässä {here}, {side} {there} ({where}). Lisää se sinne tai "
    "poista tästä.",
    "Namnet finns inte på båda språken: här {here}, {side} {there} ({where}). Lägg till det där "
    "eller ta bort det här.",
    may_stay=True,
)
_NAMES_WAIT = UNEQUAL_NAMES.only_said(*_WAITING)


@check
def unequal_names(catalogue: Catalogue) -> Iterator[Finding]:
    """A person is named in one language only.

    Bad: Hanne Kalmari on the Finnish side alone. Good: the name on both sides.
    """
    return _waiting_or_wrong(catalogue, UNEQUAL_NAMES, _NAMES_WAIT, Kind.NAMES)


UNEQUAL_FACTS = Rule.error(
    "unequal-facts",
    "Lähdeviite ei ole molemmilla kielillä: tässä {here}, {side} {there} ({where}). Lisää se "
    "toiseenkin tai poista molemmista.",
    "Källhänvisningen finns inte på båda språken: här {here}, {side} {there} ({where}). Lägg till "
    "den också på det andra eller ta bort den på båda.",
    may_stay=True,
)
_FACTS_WAIT = UNEQUAL_FACTS.only_said(*_WAITING)


@check
def unequal_facts(catalogue: Catalogue) -> Iterator[Finding]:
    """One language cites a fact that the other does not.

    Bad: `[^S-045]` on the Finnish side only. Good: the same citations on both.
    """
    return _waiting_or_wrong(catalogue, UNEQUAL_FACTS, _FACTS_WAIT, Kind.FACTS)


UNEQUAL_HEADINGS = Rule.error(
    "unequal-headings",
    "Otsikot tai niiden tunnukset eivät ole samat molemmilla kielillä: tässä {here}, {side} "
    "{there} ({where}). Kirjoita samat {{#tunnukset}} samaan järjestykseen, älä käännä niitä.",
    "Rubrikerna eller deras id är inte desamma på båda språken: här {here}, {side} {there} "
    "({where}). Skriv samma {{#id}} i samma ordning och översätt dem inte.",
)
_ID_IS_LOST = UNEQUAL_HEADINGS.saying(
    "Otsikosta puuttuu tunnus, jolla kohta on sama molemmilla kielillä ({side} {where}) ja johon "
    "linkit johtavat. Kirjoita rivi näin: {better}",
    "Rubriken saknar det id som gör avsnittet till samma på båda språken ({side} {where}) och som "
    "länkar leder till. Skriv raden så här: {better}",
)
_HEADINGS_WAIT = UNEQUAL_HEADINGS.only_said(*_WAITING)


@check
def unequal_headings(catalogue: Catalogue) -> Iterator[Finding]:
    """A heading stands in one language only, or under another `{#id}`, which loses the section.

    Bad: `## Raha {#raha}` and `## Pengar {#pengar}`. Good: `{#raha}` on both.
    """
    return _waiting_or_wrong(
        catalogue, UNEQUAL_HEADINGS, _HEADINGS_WAIT, Kind.HEADINGS, Kind.SMALLER_HEADINGS
    )


def _waiting_or_wrong(
    catalogue: Catalogue, mistake: Rule, waiting: Rule, *kinds: Kind
) -> Iterator[Finding]:
    """The differences of some kinds; what waits on one line is told once, of all kinds together."""
    for together in _by_line(catalogue.differences):
        first = together[0]
        if first.kind not in kinds or {first.page.path, first.other.path} & catalogue.misread:
            continue
        where = f"{first.other.path}:{first.other_line}"
        if first.mended:
            side = _IN_LANGUAGE[first.other.lang]
            at = first.page.path, first.line
            yield _ID_IS_LOST.at(*at, side=side, where=where, better=first.mended)
            continue
        here, there = told(*together)
        said: dict[str, Text | str] = {
            "here": here,
            "there": there,
            "side": _IN_LANGUAGE[first.other.lang],
            "where": where,
        }
        if first.is_settled:
            yield mistake.at(first.page.path, first.line, **said)
        else:
            language = FOR_LANGUAGE[first.other.lang]
            yield waiting.at(first.page.path, first.line, language=language, **said)


def unexcused(catalogue: Catalogue) -> list[Difference]:
    """The differences but for those that an editor has excused."""
    rules = (UNEQUAL_NUMBERS, UNEQUAL_NAMES, UNEQUAL_FACTS, UNEQUAL_HEADINGS, UNEQUAL_HEADINGS)
    ids = {kind: rule.id for kind, rule in zip(Kind, rules, strict=True)}
    return [
        one
        for one in catalogue.differences
        if not is_excused(catalogue.excuses, one.page.path, one.line, ids[one.kind])
    ]


def told(*differences: Difference) -> tuple[Text | str, Text | str]:
    """What the one language has and what the other has instead, in words."""
    here = [_NAMED[one.kind](thing) for one in differences for thing in one.here]
    there = [_NAMED[one.kind](thing) for one in differences for thing in one.there]
    return ", ".join(here) or NOTHING, ", ".join(there) or NOTHING


def _by_line(differences: Iterable[Difference]) -> Iterable[list[Difference]]:
    gathered: dict[tuple[str, int, Kind | None], list[Difference]] = {}
    for one in differences:
        if one.kind is Kind.SMALLER_HEADINGS and one.is_new:
            continue  # whoever compares the section for the first time will see
        kind = one.kind if one.is_settled else None
        gathered.setdefault((one.page.path, one.line, kind), []).append(one)
    return gathered.values()


_NAMED: Mapping[Kind, Callable[[str], str]] = {
    Kind.NUMBERS: lambda number: f"”{shown(number)}”",
    Kind.NAMES: "”{}”".format,
    Kind.FACTS: "[^{}]".format,
    Kind.HEADINGS: "{{#{}}}".format,
    Kind.SMALLER_HEADINGS: "”{}”".format,
}
