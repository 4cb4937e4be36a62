"""What any text of the content can have wrong, and what it excuses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from kb.finding import Finding, Rule
from kb.model.excuses import Excuse, excuses_in
from kb.read.characters import odd_characters
from kb.read.files import MOST_FILES
from kb.read.limits import beyond, too_large
from kb.read.openings import front_matter
from kb.read.yaml_nodes import cut_values
from kb.words.identity import identity_codes, likely_codes

PERSONAL_IDENTITY_CODE = Rule.error(
    "personal-identity-code",
    "Rivillä on henkilötunnus ({shown}). Poista se heti ja kerro ylläpidolle: tunnus jää "
    "versiohistoriaan, josta se on poistettava erikseen.",
    "På raden finns en personbeteckning ({shown}). Ta bort den genast och meddela dem som "
    "underhåller webbplatsen: beteckningen finns kvar i versionshistoriken och måste raderas där "
    "också.",
)
LIKELY_IDENTITY_CODE = Rule.warning(
    "likely-identity-code",
    "Rivillä on luultavasti henkilötunnus ({shown}), vaikka sen tarkistusmerkki ei täsmää. Poista "
    "se, ja jos se on jonkun, kerro ylläpidolle.",
    "På raden finns sannolikt en personbeteckning ({shown}), fast kontrolltecknet inte stämmer. Ta "
    "bort den, och om den är någons, meddela dem som underhåller webbplatsen.",
    may_stay=True,
).guarding_readers()


def in_text_file(file: Path, path: str) -> Sequence[Finding | Excuse]:
    """What any text can have wrong, whatever is read from it, and what it excuses."""
    if large := too_large(file.stat().st_size, path):
        return [large]
    return _in_text(file.read_bytes(), path)


@lru_cache(MOST_FILES)
def _in_text(data: bytes, path: str) -> Sequence[Finding | Excuse]:
    return list(_told(data, path))


def _told(data: bytes, path: str) -> Iterator[Finding | Excuse]:
    text = data.decode("utf-8", "replace")
    if path.endswith(".txt") and (long := beyond(text, path)):
        yield long
        return
    yield from excuses_in(text, path)
    for line, shown in identity_codes(text):
        yield PERSONAL_IDENTITY_CODE.at(path, line, shown=shown)
    for line, shown in likely_codes(text):
        yield LIKELY_IDENTITY_CODE.at(path, line, shown=shown)
    if path.endswith((".yml", ".md")):
        yield from cut_values(front_matter(text) if path.endswith(".md") else text, path)
    if b"\0" not in data and "\ufffd" not in text:  # another rule says that it is no text
        yield from odd_characters(text, path)
