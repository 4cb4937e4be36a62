"""A number that is told stands in the fact that it rests on, and a fact says one number."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from kb.check import check, check_alone
from kb.check.fact_figures import as_sum, figures, figures_of_facts, in_value, in_words
from kb.finding import Finding, Rule
from kb.model import markdown
from kb.model.catalogue import Catalogue
from kb.model.differences import section_at, unequal_fields
from kb.model.evidence import Fact
from kb.model.fields import field_list
from kb.model.page import Page, once_a_page
from kb.model.record import Record
from kb.model.translations import State
from kb.text import Lang, Text
from kb.words.numbers import numbers, shown, sums, that_may_be
from kb.words.sentences import sentences

_CITED = re.compile(r"((?:\[\^[^\]\s]+\])+)")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
YEAR = re.compile(r"(?:19|20)\d\d")

NUMBER_NOT_IN_FACT = Rule.error(
    "number-not-in-fact",
    "Lukua tai aikaa ”{number}” ei ole tiedossa, johon teksti nojaa ({ids}). Tarkista se "
    "lähteestä. Korjaa sitten teksti, tai lisää luku tietoon tai viittaa tietoon, jossa se on.",
    "Talet eller tiden ”{number}” finns inte i det faktum som texten bygger på ({ids}). "
    "Kontrollera uppgiften i källan. Rätta sedan texten, eller lägg till talet i faktumet eller "
    "hänvisa till ett faktum där det finns.",
    may_stay=True,
)


_FACT_HAS_CHANGED = NUMBER_NOT_IN_FACT.saying(
    "Lukua tai aikaa ”{number}” ei enää ole tässä tiedossa, mutta siihen nojaava teksti sanoo "
    "niin ({where}). Tarkista lähteestä, kumpi on oikein. Korjaa sitten toinen.",
    "Talet eller tiden ”{number}” finns inte längre i det här faktumet, men en text som bygger på "
    "det säger så ({where}). Kontrollera i källan vilket som är rätt. Rätta sedan det andra.",
)


@check
def number_not_in_fact(catalogue: Catalogue) -> Iterator[Finding]:
    """A sentence, table row or record has a number, day or month that no fact it rests on has.

    A fact has what stands in its text in that language, in its value and in the dates of its
    sources. Numbers in words are not compared.

    Bad: `Keskuksia oli 118.[^P-074]`, and the fact says 117. Good: `Keskuksia oli 117.[^P-074]`.
    """
    known = figures_of_facts(catalogue)
    changed: dict[str, Finding] = {}
    met: set[tuple[str, str]] = set()
    for claim in _claims(catalogue):
        facts = [known.get((id, claim.lang)) for id in claim.facts]
        if not facts or None in facts:
            continue
        told = _not_among(set().union(*filter(None, facts)), claim)
        if not told or (claim.path, claim.key) in met:
            continue
        if claim.key:
            met.add((claim.path, claim.key))  # the other language says it, too
        if not _is_settled(catalogue, claim):
            yield NUMBER_NOT_IN_FACT.at(
                claim.path, claim.line, number=in_words(told), ids=", ".join(claim.facts)
            )
        elif fact := _changed_fact(catalogue, claim):
            where = f"{claim.path}:{claim.line}"
            at = fact.place.path, fact.place.line_of("text")
            found = _FACT_HAS_CHANGED.at(*at, number=in_words(told), where=where)
            changed.setdefault(fact.id, found)
    yield from changed.values()


def _not_among(known: set[str], claim: _Claim) -> set[str]:
    """The figures of a claim that are not known, and its sums of another size than the known."""
    told = that_may_be(claim.figures) - known
    for number, written, euros in claim.sums:
        if written != number and as_sum(euros) not in known and told.isdisjoint(_plain(number)):
            told.add(written)
    return told


def _plain(number: str) -> tuple[str, ...]:
    return numbers(number, Lang.FI)


def _is_settled(catalogue: Catalogue, claim: _Claim) -> bool:
    """True if a page says what it said when its languages were last declared in step."""
    sections = catalogue.comparisons.get(claim.page, ())
    if not sections:
        return False
    return section_at(sections, claim.lang, claim.line).state is State.IN_STEP


def _changed_fact(catalogue: Catalogue, claim: _Claim) -> Fact | None:
    """The fact of a claim whose number has changed; None if its own languages already differ."""
    facts = [catalogue.all(Fact)[id] for id in claim.facts]
    return None if any(map(unequal_fields, facts)) else facts[-1]


TEXT_AGAINST_VALUE = Rule.error(
    "text-against-value",
    "Tekstissä on ”{number}”, mutta kentässä ”value” on muita lukuja eikä tätä. Tarkista "
    "lähteestä, kumpi on oikein, ja korjaa toinen tai lisää puuttuva luku.",
    "I texten står ”{number}”, men fältet ”value” har andra tal och inte det här. Kontrollera i "
    "källan vilket som är rätt och rätta det andra eller lägg till det tal som saknas.",
    may_stay=True,
)

_OTHER_SIZE = TEXT_AGAINST_VALUE.saying(
    "Summa ”{number}” on toisen suuruinen kuin kentässä ”value”. Tarkista lähteestä, onko se "
    "euroja, tuhansia vai miljoonia, ja korjaa toinen.",
    "Beloppet ”{number}” är av en annan storlek än i fältet ”value”. Kontrollera i källan om det "
    "är euro, tusen eller miljoner och rätta det andra.",
)


@check_alone
def text_against_value(catalogue: Catalogue) -> Iterator[Finding]:
    """The text of a fact has an amount or a day that its value lacks, though it has others.

    Bad: `117 keskusta` and `value: "118"`. Good: `117 keskusta` and `value: 117 / 55 / 25`.
    """
    for fact in catalogue.all(Fact).values():
        if unequal_fields(fact):
            continue  # one of the languages is wrong, which is said of them
        value = in_value(fact)
        told = {number for lang in Lang for number in numbers(fact.text[lang], lang)}
        for line, written in islice(_other_sums(fact), 1):
            yield _OTHER_SIZE.at(fact.place.path, line, number=written)
        for are_of_a_kind in (_is_day, _is_amount):
            if any(map(are_of_a_kind, value)):
                for number in sorted(filter(are_of_a_kind, told - value)):
                    line = fact.place.line_of("value")
                    yield TEXT_AGAINST_VALUE.at(fact.place.path, line, number=shown(number))


def _other_sums(fact: Fact) -> Iterator[tuple[int, str]]:
    """Sums of money of the text that the value has by their figures, but of another size."""
    known = {as_sum(euros): number for number, written, euros in sums(fact.value or "")}
    for lang in Lang:
        for number, written, euros in sums(fact.text[lang]):
            is_money = written != number or f"{written} euro" in fact.text[lang]
            if is_money and as_sum(euros) not in known and number in known.values():
                yield fact.place.line_of(f"text.{lang}"), written


_Sum = tuple[str, str, float]
"""A number, the same with its word of size, and what it comes to."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """The figures of words in one language, where they stand, and the facts they rest on."""

    path: str
    line: int
    lang: Lang
    figures: Collection[str]
    sums: Collection[_Sum]
    facts: Sequence[str]
    page: str = ""
    """The key of the page; empty for a record."""
    key: str = ""
    """The field of a record."""


def _claims(catalogue: Catalogue) -> Iterator[_Claim]:
    for page in catalogue.pages():
        for line, told, amounts, facts in _on_page(page):
            yield _Claim(page.path, line, page.lang, told, amounts, facts, page.key)
    for records in catalogue.records.values():
        for record in records.values():
            yield from _in_record(record)


@once_a_page
def _on_page(page: Page) -> list[tuple[int, list[str], list[_Sum], tuple[str, ...]]]:
    """The sentences and the table rows that cite facts and have figures."""
    return [
        (line, sorted(told), list(sums(words)), facts)
        for line, words, facts in cited_words(page)
        if facts and (told := figures(words, page.lang))
    ]


def cited_words(page: Page) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Each sentence and table row that cites, with its line and the ids that it rests on."""
    for number, line in markdown.prose_lines(page.body, page.body_line):
        text = markdown.ATTRIBUTES.sub("", _ITEM.sub("", markdown.without_code(line)))
        if text.lstrip().startswith("|"):
            yield number, markdown.plain(text), _cited(text)
            continue
        *pieces, _ = _CITED.split(text)
        for words, marks in zip(pieces[::2], pieces[1::2], strict=True):
            *_, last = ["", *sentences(markdown.plain(words))]
            yield number, last, _cited(marks)


def _in_record(record: Record) -> Iterator[_Claim]:
    """Each bilingual text of a record, in each language.

    Where its languages differ, one of them is wrong, which is said of them.
    """
    unequal = unequal_fields(record) if record.facts else ()
    for key in field_list(type(record)) if record.facts else ():
        text = getattr(record, key)
        if isinstance(text, Text) and key not in unequal:
            for lang in Lang:
                line, told = record.place.line_of(f"{key}.{lang}"), figures(text[lang], lang)
                amounts = list(sums(text[lang])) if told else ()
                yield _Claim(record.place.path, line, lang, told, amounts, record.facts, key=key)


def _cited(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(citation.target for citation in markdown.citations(text)))


def _is_day(number: str) -> bool:
    return number.startswith("d")


def _is_amount(number: str) -> bool:
    return number[0].isdigit() and not YEAR.fullmatch(number)
