"""No unknown word on any page: Finnish by Voikko, Swedish by hunspell's sv_FI."""

import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import libvoikko
import pytest
from builders import real_content
from kb.directives import DIRECTIVES
from kb.model.catalogue import RECORD_TYPES, Catalogue
from kb.model.evidence import Fact, Source
from kb.model.fields import FieldType, field_list
from kb.model.page import FrontMatter, Page
from kb.model.places import town_words
from kb.model.prose import prose
from kb.model.record import Record
from kb.text import Lang, Text

pytestmark = pytest.mark.slow

DOCS = Path(__file__).resolve().parent.parent / "docs"
WORD = re.compile(r"[^\W\d_]+(?:[-:’'][^\W\d_]+)*-?")
ADDRESS = re.compile(
    r"\S*(?:https?://|www\.|@)\S+|\b[\w.-]+\.(?:fi|md|yml|se)\b(?:/[\w/-]+)?|\{\w*\}|\d:[a-zåäö]+"
)
QUOTED = re.compile(r"”[^”]*”|\*[^*]+\*")
MARKED = re.compile(r"\*([^*]+)\*\{lang=(\w+)\}")
SHORT = re.compile(r"([A-ZÅÄÖ]{2,})(?::?[a-zåäö]{1,5})?(?:-(.*))?")
NOT_WORDS = re.compile(r"\\xAD|\b[A-Z]{1,2}-\d*|`")
"""A soft hyphen as it is written in YAML, ids such as S-045 and their beginnings, marks of code."""
NAME_FIELDS = {"project", "implementer"}
EVIDENCE = (Fact, Source)
"""In the words of whoever published them: the editors' check alone reads them."""
ENGLISH = "en"
GUIDES = {"toimitusopas", "kentat-ja-kb-rivit", "tarkistusohje"}
"""Only these have English: what stands on the code host's buttons, what readers search by."""


@pytest.fixture
def catalogue() -> Catalogue:
    return real_content()


@cache
def project_words(lang: Lang) -> set[str]:
    return set((DOCS / "_data" / f"words.{lang}.txt").read_text("utf-8").split("\n")) - {""}


@cache
def project_names() -> set[str]:
    listed = set((DOCS / "_data" / "words.names.txt").read_text("utf-8").split("\n")) - {""}
    return listed | town_words(real_content())


def texts(catalogue: Catalogue, lang: Lang) -> Iterator[tuple[str, str]]:
    """Everything a reader reads in a language, with the place where it is written."""
    for page in catalogue.pages(lang):
        yield f"{page.path}:1", page.front.description or ""
        for line, text in prose(page, keep_emphasis=True):
            yield f"{page.path}:{line}", text
    for kind in RECORD_TYPES.values():
        if kind not in EVIDENCE:
            for record in catalogue.all(kind).values():
                yield from texts_of(record, lang)
    for place, text in explanations():
        yield place, NOT_WORDS.sub("", text[lang])


def explanations() -> Iterator[tuple[str, Text]]:
    """What the editors' guide says of each kind of data, field, directive and argument."""
    for kind in (FrontMatter, *RECORD_TYPES.values()):
        yield kind.kind, kind.label
        yield kind.kind, kind.about
        for name, field in field_list(kind).items():
            yield f"{kind.kind}.{name}", field.about
    for directive in DIRECTIVES.values():
        yield f"kb:{directive.name}", directive.about
        for argument in directive.arguments:
            yield f"kb:{directive.name} {argument.name}", argument.about


def texts_of(record: Record, lang: Lang) -> Iterator[tuple[str, str]]:
    """The record's own texts; a name that is the same in both languages stands in ”quotes”."""
    for key, field in field_list(type(record)).items():
        value = getattr(record, key)
        if field.type is FieldType.BILINGUAL and isinstance(value, Text):
            text = value[lang].replace("\xad", "")
            if key in NAME_FIELDS or value.fi == value.sv:
                text = f"”{text.replace('”', '')}”"
            yield f"{record.place.path}:{record.place.line_of(key)}", text


def words(catalogue: Catalogue, lang: Lang, *, quoted: bool) -> dict[str, str]:
    """Each word once, with its first place: those in ”quotes” and *italics*, or all others.

    Bold is no mark of another language, so it does not count as italics.
    """
    found: dict[str, str] = {}
    for place, text in texts(catalogue, lang):
        plain = ADDRESS.sub(" ", text).replace("**", "")
        wanted = " ".join(QUOTED.findall(plain)) if quoted else QUOTED.sub(" ", plain)
        for word in WORD.findall(wanted):
            found.setdefault(word, place)
    return found


def unknown(found: dict[str, str], *langs: Lang) -> list[str]:
    """The words that the speller of none of the languages knows."""
    rest = [core for word in found if (core := without_abbreviation(word, project_names()))]
    for lang in langs:
        rest = SPELLERS[lang]([word for word in rest if word not in project_words(lang)])
    return [word for word in found if without_abbreviation(word, project_names()) in rest]


def without_abbreviation(word: str, names: set[str]) -> str:
    """What a speller must know of the word: `akatemia` of LAPE-akatemia, nothing of STM:n."""
    short = SHORT.fullmatch(word)
    if short and short[1] in names:
        return short[2] or ""
    return "" if word in names else word


def unknown_in_finnish(found: list[str]) -> list[str]:
    speller = libvoikko.Voikko("fi")
    return [word for word in found if not speller.spell(word)]


def unknown_in_swedish(found: list[str]) -> list[str]:
    done = subprocess.run(
        ["hunspell", "-d", "sv_FI", "-i", "utf-8", "-l"],
        input="\n".join(found),
        capture_output=True,
        text=True,
        check=True,
    )
    missed = set(done.stdout.split("\n")) - project_words(Lang.SV)
    return [word for word in found if {word, *re.split(r"[-:’']", word)} & (missed - {""})]


SPELLERS = {Lang.FI: unknown_in_finnish, Lang.SV: unknown_in_swedish}
REMEDY = {
    Lang.FI: "Korjaa sana tai lisää se: docs/_data/words.fi.txt (nimet: words.names.txt):",
    Lang.SV: "Rätta ordet eller lägg till det i docs/_data/words.sv.txt (namn: words.names.txt):",
}


def english(page: Page) -> list[str]:
    parts = [part for part, marked in MARKED.findall(page.body) if marked == ENGLISH]
    return [word for part in parts for word in WORD.findall(part)]


@pytest.mark.parametrize("lang", list(Lang))
def test_every_word_is_known(catalogue: Catalogue, lang: Lang) -> None:
    found = words(catalogue, lang, quoted=False)
    wrong = [f"{found[word]}: {word}" for word in unknown(found, lang)]
    assert not wrong, "\n".join([REMEDY[lang], *sorted(wrong)])


@pytest.mark.parametrize("lang", list(Lang))
def test_every_quoted_word_is_known_in_one_of_the_languages(
    catalogue: Catalogue, lang: Lang
) -> None:
    buttons = {word for page in catalogue.pages(lang) for word in english(page)}
    found = words(catalogue, lang, quoted=True)
    wrong = [f"{found[word]}: {word}" for word in unknown(found, *Lang) if word not in buttons]
    assert not wrong, "\n".join([REMEDY[lang], *sorted(wrong)])


@pytest.mark.parametrize("lang", list(Lang))
def test_a_part_in_the_other_language_is_marked_and_known_in_it(
    catalogue: Catalogue, lang: Lang
) -> None:
    """Where a page says `*familjecenter*{lang=sv}`, a screen reader changes its voice."""
    found: dict[str, str] = {}
    for page in catalogue.pages(lang):
        for part, marked in MARKED.findall(page.body):
            if marked == ENGLISH:
                assert page.key in GUIDES, f"{page.path}: {part}"
                continue
            assert marked == lang.other, f"{page.path}: {part}"
            found |= dict.fromkeys(WORD.findall(part), page.path)
    wrong = [f"{found[word]}: {word}" for word in unknown(found, lang.other)]
    assert not wrong, "\n".join([REMEDY[lang], *sorted(wrong)])


def test_the_spellers_see_a_misspelling() -> None:
    assert unknown({"perhekeksus": ""}, Lang.FI) == ["perhekeksus"]
    assert unknown({"familjecentter": ""}, Lang.SV) == ["familjecentter"]
    assert unknown({"LAPE-hankke": ""}, Lang.FI) == ["LAPE-hankke"]


@pytest.mark.parametrize("name", ["names", "fi", "sv"])
def test_the_word_lists_are_sorted_and_used(catalogue: Catalogue, name: str) -> None:
    listed = (DOCS / "_data" / f"words.{name}.txt").read_text("utf-8").split("\n")[:-1]
    assert listed == sorted(set(listed))
    langs = list(Lang) if name == "names" else [Lang(name)]
    used = {w for lang in langs for q in (True, False) for w in words(catalogue, lang, quoted=q)}
    evidence = (record for kind in EVIDENCE for record in catalogue.all(kind).values())
    said = [text for record in evidence for lang in langs for _, text in texts_of(record, lang)]
    used |= {word for text in said for word in WORD.findall(text)}
    parts = used | {part for word in used for part in re.split(r"[-:’']", word)}
    parts |= {short[1] for word in used if (short := SHORT.fullmatch(word))}
    assert not set(listed) - parts
