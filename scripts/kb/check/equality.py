"""The same numbers, names, facts and headings stand on both sides of a pair.

Where the two sides have been declared in step, a difference is a mistake. Elsewhere one language
waits for the other, which is said and stops nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kb.check import check
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.differences import Difference, Kind
from kb.text import Lang, Text
from kb.words.numbers import shown

_IN_LANGUAGE = {
    Lang.FI: Text("suomeksi", "på finska"),
    Lang.SV: Text("ruotsiksi", "på svenska"),
}
_FOR_LANGUAGE = {Lang.FI: Text("suomea", "finska"), Lang.SV: Text("ruotsia", "svenska")}
_NOTHING = Text("ei mitään", "inget")

UNEQUAL_NUMBERS = Rule.error(
    "unequal-numbers",
    "Luku tai päivä ei ole sama molemmilla kielillä: tässä {here}, {side} {there} ({where}). "
    "Tarkista lähteestä ja korjaa toinen.",
    "Talet eller datumet är inte detsamma på båda språken: här {here}, {side} {there} ({where}). "
    "Kontrollera i källan och rätta det ena.",
)
_NUMBERS_WAIT = UNEQUAL_NUMBERS.only_said(
    "Tämä odottaa {language}: luku tai päivä on tässä {here}, {side} {there} ({where}). Tee sama "
    "muutos sinne tai lähetä ehdotus silti.",
    "Det här väntar på {language}: talet eller datumet är här {here}, {side} {there} ({where}). "
    "Gör samma ändring där eller skicka förslaget ändå.",
)


@check
def unequal_numbers(catalogue: Catalogue) -> Iterator[Finding]:
    """A number or a date stands in one language only.

    Bad: `19 aluetta` and `18 områden`. Good: `19 aluetta` and `19 områden`.
    """
    return _told(catalogue, Kind.NUMBERS, UNEQUAL_NUMBERS, _NUMBERS_WAIT, _number)


UNEQUAL_NAMES = Rule.error(
    "unequal-names",
    "Nimi ei ole molemmilla kielillä: tässä {here}, {side} {there} ({where}). Lisää se sinne tai "
    "poista tästä.",
    "Namnet finns inte på båda språken: här {here}, {side} {there} ({where}). Lägg till det där "
    "eller ta bort det här.",
)
_NAMES_WAIT = UNEQUAL_NAMES.only_said(
    "Tämä odottaa {language}: nimi on tässä {here}, {side} {there} ({where}). Tee sama muutos "
    "sinne tai lähetä ehdotus silti.",
    "Det här väntar på {language}: namnet är här {here}, {side} {there} ({where}). Gör samma "
    "ändring där eller skicka förslaget ändå.",
)


@check
def unequal_names(catalogue: Catalogue) -> Iterator[Finding]:
    """A person is named in one language only.

    Bad: Hanne Kalmari on the Finnish side alone. Good: the name on both sides.
    """
    return _told(catalogue, Kind.NAMES, UNEQUAL_NAMES, _NAMES_WAIT, _quoted)


UNEQUAL_FACTS = Rule.error(
    "unequal-facts",
    "Lähdeviite ei ole molemmilla kielillä: tässä {here}, {side} {there} ({where}). Lisää se "
    "toiseenkin tai poista molemmista.",
    "Källhänvisningen finns inte på båda språken: här {here}, {side} {there} ({where}). Lägg till "
    "den också på det andra eller ta bort den på båda.",
)
_FACTS_WAIT = UNEQUAL_FACTS.only_said(
    "Tämä odottaa {language}: lähdeviite on tässä {here}, {side} {there} ({where}). Tee sama "
    "muutos sinne tai lähetä ehdotus silti.",
    "Det här väntar på {language}: källhänvisningen är här {here}, {side} {there} ({where}). Gör "
    "samma ändring där eller skicka förslaget ändå.",
)


@check
def unequal_facts(catalogue: Catalogue) -> Iterator[Finding]:
    """One language cites a fact that the other does not.

    Bad: `[^S-045]` on the Finnish side only. Good: the same citations on both.
    """
    return _told(catalogue, Kind.FACTS, UNEQUAL_FACTS, _FACTS_WAIT, "[^{}]".format)


UNEQUAL_HEADINGS = Rule.error(
    "unequal-headings",
    "Otsikot tai niiden tunnukset eivät ole samat molemmilla kielillä: tässä {here}, {side} "
    "{there} ({where}). Kirjoita samat {{#tunnukset}} samaan järjestykseen, älä käännä niitä.",
    "Rubrikerna eller deras id är inte desamma på båda språken: här {here}, {side} {there} "
    "({where}). Skriv samma {{#id}} i samma ordning och översätt dem inte.",
)
_HEADINGS_WAIT = UNEQUAL_HEADINGS.only_said(
    "Tämä odottaa {language}: otsikko on tässä {here}, {side} {there} ({where}). Tee sama muutos "
    "sinne tai lähetä ehdotus silti.",
    "Det här väntar på {language}: rubriken är här {here}, {side} {there} ({where}). Gör samma "
    "ändring där eller skicka förslaget ändå.",
)


@check
def unequal_headings(catalogue: Catalogue) -> Iterator[Finding]:
    """A heading stands in one language only, or under another `{#id}`, which loses the section.

    Bad: `## Raha {#raha}` and `## Pengar {#pengar}`. Good: `{#raha}` on both.
    """
    return _told(catalogue, Kind.HEADINGS, UNEQUAL_HEADINGS, _HEADINGS_WAIT, _quoted)


def _told(
    catalogue: Catalogue,
    kind: Kind,
    mistake: Rule,
    waiting: Rule,
    name: Callable[[str], str],
) -> Iterator[Finding]:
    for one in catalogue.differences:
        if one.kind is not kind or {one.page.path, one.other.path} & catalogue.misread:
            continue
        said: dict[str, Text | str] = {
            "here": ", ".join(map(name, one.here)) or _NOTHING,
            "there": ", ".join(map(name, one.there)) or _NOTHING,
            "side": _IN_LANGUAGE[one.other.lang],
            "where": f"{one.other.path}:{one.other_line}",
        }
        if one.is_settled:
            yield mistake.at(one.page.path, one.line, **said)
        else:
            language = _FOR_LANGUAGE[one.other.lang]
            yield waiting.at(one.page.path, one.line, language=language, **said)


def _quoted(words: str) -> str:
    return f"”{words}”"


def _number(number: str) -> str:
    return _quoted(str(shown(number)))
