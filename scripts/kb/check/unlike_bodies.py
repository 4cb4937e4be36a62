"""An organisation has its own name in each language, not another's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kb.check import check
from kb.check.unlike_names import UNLIKE_NAMES
from kb.finding import Finding
from kb.model.catalogue import Catalogue
from kb.model.fields import FieldType, field_list
from kb.model.people import Organisation
from kb.model.record import Record
from kb.model.services import Organiser
from kb.text import Lang

_OTHER_BODY = UNLIKE_NAMES.saying(
    "Kentässä ”{key}” on suomeksi ”{fi}” mutta ruotsiksi ”{sv}”, joka on toisen organisaation "
    "nimi. Tarkista, kumpi on oikein. Tämän nimi on ruotsiksi: {better}",
    "I fältet ”{key}” står på finska ”{fi}” men på svenska ”{sv}”, som är en annan organisations "
    "namn. Kontrollera vilket som är rätt. Den förra heter på svenska: {better}",
)
_Bodies = Mapping[Lang, Mapping[str, Organisation | Organiser]]


@check
def unlike_names(catalogue: Catalogue) -> Iterator[Finding]:
    """A field that is one organisation's name in Finnish and another's in Swedish.

    Bad: Sosiaali- ja terveysministeriö and Undervisnings- och kulturministeriet.
    Good: Sosiaali- ja terveysministeriö and Social- och hälsovårdsministeriet.
    """
    every: list[Organisation | Organiser] = [
        *catalogue.all(Organisation).values(),
        *catalogue.all(Organiser).values(),
    ]
    known = {lang: {one.name[lang].casefold(): one for one in every} for lang in Lang}
    for records in catalogue.records.values():
        for record in records.values():
            yield from _in_record(record, known)


def _in_record(record: Record, known: _Bodies) -> Iterator[Finding]:
    for key, field in field_list(type(record)).items():
        text = getattr(record, key) if field.type is FieldType.BILINGUAL else None
        if not text or field.many:
            continue
        fi, sv = (known[lang].get(text[lang].casefold()) for lang in Lang)
        if fi and sv and fi.name != sv.name:
            at = record.place.path, record.place.line_of(f"{key}.sv")
            yield _OTHER_BODY.at(*at, key=key, fi=text.fi, sv=text.sv, better=fi.name.sv)
