"""The directives that pages may use: one table that checks, expands and documents them."""

from __future__ import annotations

from dataclasses import dataclass

from kb.text import Text


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a directive; `refers_to` names the record kind whose ids it takes."""

    about: Text
    refers_to: str = ""
    allowed: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class DirectiveSpec:
    """What a directive shows and which arguments it takes."""

    about: Text
    arguments: dict[str, Argument]


_PHASE = Argument(Text("vain tämä vaihe", "bara den här fasen"), refers_to="phases")
_KINDS = ("facts", "sources", "terms", "timeline", "contacts", "front-matter")
PICTURES = ("timeline", "regions", "money", "actors", "contents")
_YEAR = Text("vuosi, esimerkiksi 2019", "år, till exempel 2019")

DIRECTIVES: dict[str, DirectiveSpec] = {
    "timeline": DirectiveSpec(
        Text("Aikajana", "Tidslinje"),
        {
            "phase": _PHASE,
            "theme": Argument(Text("vain tämä teema", "bara det här temat"), refers_to="themes"),
            "from": Argument(_YEAR),
            "to": Argument(_YEAR),
        },
    ),
    "phases": DirectiveSpec(Text("Vaiheet lyhyesti", "Faserna i korthet"), {}),
    "themes": DirectiveSpec(Text("Teemat lyhyesti", "Temana i korthet"), {}),
    "pages": DirectiveSpec(
        Text("Kansion sivut kuvauksineen", "Mappens sidor med beskrivningar"),
        {
            "section": Argument(
                Text("kansion nimi", "mappens namn"), refers_to="sections", required=True
            )
        },
    ),
    "contacts": DirectiveSpec(
        Text("Yhteyshenkilöt", "Kontaktpersoner"),
        {
            "organisation": Argument(
                Text("vain tämä organisaatio", "bara den här organisationen"),
                refers_to="organisations",
            )
        },
    ),
    "organisations": DirectiveSpec(
        Text("Organisaatiot ja niiden yhteystietosivut", "Organisationer och deras kontaktsidor"),
        {},
    ),
    "glossary": DirectiveSpec(Text("Sanasto", "Ordlista"), {}),
    "sources": DirectiveSpec(Text("Lähdeluettelo", "Källförteckning"), {}),
    "regions": DirectiveSpec(
        Text("Taulukko alueiden hankkeista", "Tabell över regionernas projekt"), {}
    ),
    "region": DirectiveSpec(
        Text("Yhden alueen perustiedot", "Basfakta om en region"),
        {"id": Argument(Text("alueen tunnus", "regionens id"), refers_to="regions", required=True)},
    ),
    "funding": DirectiveSpec(
        Text("Taulukko rahasummista", "Tabell över summor"), {"phase": _PHASE}
    ),
    "all-pages": DirectiveSpec(Text("Kaikki sivut valikon mukaan", "Alla sidor enligt menyn"), {}),
    "translations": DirectiveSpec(
        Text("Kielten tahti sivuittain", "Språkens takt sida för sida"), {}
    ),
    "picture": DirectiveSpec(
        Text(
            "Kuva, joka piirretään tietotiedostoista",
            "Bild som ritas utgående från datafilerna",
        ),
        {"show": Argument(Text("kuvan nimi", "bildens namn"), allowed=PICTURES, required=True)},
    ),
    "fields": DirectiveSpec(
        Text("Datatiedostojen kentät (toimitusoppaassa)", "Datafilernas fält (i redaktörsguiden)"),
        {"kind": Argument(Text("tietolaji", "slag av data"), allowed=_KINDS, required=True)},
    ),
    "new-page": DirectiveSpec(
        Text(
            "Linkit, joista uusi sivu alkaa (toimitusoppaassa)",
            "Länkar som en ny sida börjar från (i redaktörsguiden)",
        ),
        {},
    ),
    "directives": DirectiveSpec(
        Text("Tämä luettelo (toimitusoppaassa)", "Den här förteckningen (i redaktörsguiden)"), {}
    ),
}
