"""Who answers for the services today: a way to reach each, and a name that means one place."""

from __future__ import annotations

from collections.abc import Iterator

from kb.check import check
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.fields import FieldType, field_list
from kb.model.services import Municipality, Organiser
from kb.text import Lang

ORGANISER_WITHOUT_SITE = Rule.warning(
    "organiser-without-site",
    "Järjestäjältä ”{name}” puuttuu verkko-osoite. Lisää rivi ”site: https://…”, tai kirjoita "
    "kenttään ”without_site”, mitä lukijalle sanotaan.",
    "Anordnaren ”{name}” saknar webbadress. Lägg till raden ”site: https://…”, eller skriv i "
    "fältet ”without_site” vad läsaren får veta.",
)


@check
def organiser_without_site(catalogue: Catalogue) -> Iterator[Finding]:
    """A reader is told who answers for the services and gets no way to them, nor the reason.

    Bad: neither `site` nor `site_sv`. Good: either, or `without_site` says why there is none.
    """
    for organiser in catalogue.all(Organiser).values():
        if not (organiser.site or organiser.site_sv or organiser.without_site):
            place = organiser.place
            yield ORGANISER_WITHOUT_SITE.at(place.path, place.line, name=organiser.name)


SWEDISH_ADDRESS_IS_FINNISH = Rule.error(
    "swedish-address-is-finnish",
    "Kentän ”{key}” ruotsinkielinen osoite on sama kuin suomenkielinen. Kirjoita ruotsinkielisen "
    "sivun osoite, tai poista rivi, jos sivu on vain suomeksi.",
    "Den svenska adressen i fältet ”{key}” är densamma som den finska. Skriv den svenska sidans "
    "adress, eller ta bort raden om sidan bara finns på finska.",
)


@check
def swedish_address_is_finnish(catalogue: Catalogue) -> Iterator[Finding]:
    """A field `…_sv` repeats the address that it should be the Swedish version of.

    Bad: `site` and `site_sv` alike. Good: each its own, or no `site_sv`.
    """
    for records in catalogue.records.values():
        for record in records.values():
            for key, field in field_list(type(record)).items():
                finnish = getattr(record, key.removesuffix("_sv"), None)
                is_swedish = field.type is FieldType.ADDRESS and key.endswith("_sv")
                if is_swedish and finnish and getattr(record, key) == finnish:
                    line = record.place.line_of(key)
                    yield SWEDISH_ADDRESS_IS_FINNISH.at(record.place.path, line, key=key)


AMBIGUOUS_MUNICIPALITY = Rule.error(
    "ambiguous-municipality",
    "Kunnalla {id} on sama nimi kuin kunnalla {other}: {name}. Tarkista numerot. Jos kuntia on "
    "kaksi, erota nimet niin kuin Tilastokeskus, esimerkiksi Koski Tl.",
    "Kommunen {id} har samma namn som kommunen {other}: {name}. Kontrollera numren. Om kommunerna "
    "är två skiljs namnen åt som hos Statistikcentralen, till exempel Koski Tl.",
)


@check
def ambiguous_municipality(catalogue: Catalogue) -> Iterator[Finding]:
    """A name leads to two places, so that whoever asks for a town is answered about another.

    Bad: two codes named Pyhäjärvi. Good: Pyhäjärvi Ol and Pyhäjärvi Ul.
    """
    for lang in Lang:
        seen: dict[str, str] = {}
        for one in catalogue.all(Municipality).values():
            other = seen.setdefault(one.name[lang].lower(), one.id)
            if other != one.id:
                place, name = one.place, one.name[lang]
                yield AMBIGUOUS_MUNICIPALITY.at(
                    place.path, place.line_of("name"), id=one.id, other=other, name=name
                )
