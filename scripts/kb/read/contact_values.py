"""How somebody is reached: telephone numbers and e-mail addresses as values of a file."""

from __future__ import annotations

import re

from kb.finding import Finding, Rule
from kb.model.fields import Field
from kb.read.written import HOST, Written

_EMAIL = re.compile(rf"[a-z0-9._%+-]{{1,64}}@{HOST}", re.IGNORECASE)
_PHONE = re.compile(r"\+?[0-9](?:[ -]?[0-9]){4,17}")

NOT_QUOTED = Rule.error(
    "not-quoted",
    "Kentän ”{key}” arvo pitää kirjoittaa lainausmerkkeihin, jotta sitä ei lueta lukuna: "
    '"{value}".',
    "Värdet i fältet ”{key}” ska stå inom citattecken så att det inte läses som ett tal: "
    '"{value}".',
)


BAD_PHONE = Rule.error(
    "bad-phone",
    "Kentän ”{key}” arvo ”{value}” ei ole puhelinnumero. Kirjoita pelkkä numero, esimerkiksi "
    "029 524 6000 tai +358 29 524 6000.",
    "Värdet ”{value}” i fältet ”{key}” är inte ett telefonnummer. Skriv bara numret, till exempel "
    "029 524 6000 eller +358 29 524 6000.",
)


_MORE_THAN_PHONE = BAD_PHONE.saying(
    "Kentän ”{key}” arvossa ”{value}” on muutakin kuin yksi puhelinnumero. Kirjoita pelkkä numero: "
    '"{better}". Muu kuuluu kenttään ”note”.',
    "Värdet ”{value}” i fältet ”{key}” har mer än ett telefonnummer. Skriv bara numret: "
    '"{better}". Resten hör till fältet ”note”.',
)


_WRONG_LENGTH = BAD_PHONE.saying(
    "Kentän ”{key}” numerossa ”{value}” on {count} numeroa, ja sellaisessa on {right}. Tarkista "
    "numero lähteestä.",
    "Numret ”{value}” i fältet ”{key}” har {count} siffror, och ett sådant har {right}. "
    "Kontrollera numret i källan.",
)
_ABROAD = re.compile(r"^(?:\+|00)358")
_SWITCHBOARD = re.compile(r"029\d{3}00\d")
_LENGTHS = (("029", 10, 10), ("04", 9, 11), ("050", 9, 10), ("0", 6, 12))
"""How many figures, from the first zero on, a number that begins so has at least and at most."""


def read_phone(written: Written, _: Field) -> str | Finding:
    """A telephone number, in quotes."""
    if not written.is_quoted:
        return written.refused(NOT_QUOTED, value=written.text)
    if _PHONE.fullmatch(written.text):
        return _of_right_length(written)
    if number := _PHONE.search(written.text):
        return written.refused(_MORE_THAN_PHONE, value=written.text, better=number[0])
    return written.refused(BAD_PHONE, value=written.text)


def _of_right_length(written: Written) -> str | Finding:
    figures = _ABROAD.sub("0", re.sub(r"[ -]", "", written.text))
    for beginning, fewest, most in () if _SWITCHBOARD.fullmatch(figures) else _LENGTHS:
        if figures.startswith(beginning):
            if fewest <= len(figures) <= most:
                break
            right = f"{fewest}–{most}" if fewest < most else str(most)
            values = {"value": written.text, "count": str(len(figures)), "right": right}
            return written.refused(_WRONG_LENGTH, **values)
    return written.text


BAD_EMAIL = Rule.error(
    "bad-email",
    "Kentän ”{key}” arvo ”{value}” ei ole sähköpostiosoite. Kirjoita pelkkä osoite, esimerkiksi "
    "etunimi.sukunimi@thl.fi.",
    "Värdet ”{value}” i fältet ”{key}” är inte en e-postadress. Skriv bara adressen, till exempel "
    "fornamn.efternamn@thl.fi.",
)


def read_email(written: Written, _: Field) -> str | Finding:
    """An e-mail address."""
    is_email = _EMAIL.fullmatch(written.text)
    return written.text if is_email else written.refused(BAD_EMAIL, value=written.text)
