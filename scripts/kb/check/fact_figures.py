"""The figures that each fact says: what may be told where it is cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kb.model.catalogue import Catalogue
from kb.model.evidence import Fact, Source
from kb.model.record import Record
from kb.text import Lang, Text
from kb.words.numbers import months, numbers, shown, sums
from kb.words.numerals import spelt

_NAME = "figures of facts"


def figures(text: str, lang: Lang) -> set[str]:
    """The numbers, days and months of a text."""
    return {*numbers(text, lang), *months(text, lang)}


def in_value(fact: Fact) -> set[str]:
    """The figures of the value, which is written as in the source and so in either language."""
    return {figure for lang in Lang for figure in figures(fact.value or "", lang)}


def figures_of_facts(catalogue: Catalogue) -> Mapping[tuple[str, Lang], set[str]]:
    """What each fact says in a language: in its text, its value and the dates of its sources.

    A fact whose sources cannot be read is not among them: nobody knows all that it says.
    """
    if _NAME not in catalogue.worked_out:
        catalogue.worked_out[_NAME] = _figures_of_facts(catalogue)
    known: Mapping[tuple[str, Lang], set[str]] = catalogue.worked_out[_NAME]
    return known


def _figures_of_facts(catalogue: Catalogue) -> Mapping[tuple[str, Lang], set[str]]:
    sources = catalogue.all(Source)
    return {
        (fact.id, lang): figures(fact.text[lang], lang).union(
            in_value(fact), _dates(catalogue, fact), map(as_sum, _sums(fact, lang))
        )
        for fact in catalogue.all(Fact).values()
        if all(id in sources for id in fact.sources)
        for lang in Lang
    }


def known_of(catalogue: Catalogue, record: Record) -> set[str]:
    """The figures that speak for what a record says: of its facts, or of a fact's own value."""
    if isinstance(record, Fact):
        return in_value(record)
    facts = [fact for id in record.facts if (fact := catalogue.all(Fact).get(id))]
    return {
        figure
        for fact in facts
        for lang in Lang
        for figure in (*figures(fact.text[lang], lang), *spelt(fact.text[lang], lang))
    }.union(*map(in_value, facts))


def as_sum(euros: float) -> str:
    """A sum among the figures of a fact, however it is written: 5,8 million is 5 800 000."""
    return f"={euros:.10g}"


def _sums(fact: Fact, lang: Lang) -> Iterator[float]:
    return (euros for text in (fact.text[lang], fact.value or "") for *_, euros in sums(text))


def _dates(catalogue: Catalogue, fact: Fact) -> Iterator[str]:
    """The years, months and days of the fact's sources, which readers see beside it."""
    sources = catalogue.all(Source)
    for date in (sources[id].date for id in fact.sources if id in sources):
        if date:
            yield str(date.year)
        if date and date.month:
            yield f"m{date.month}"
            yield f"d{date.day}.{date.month}"


def in_words(figures: Iterable[str]) -> Text:
    """Numbers, days and other months one after another, as a message says them in quotes."""
    known = set(figures)
    months = {f"m{figure.rpartition('.')[2]}" for figure in known if figure.startswith("d")}
    words = [shown(figure) for figure in sorted(known - months)]
    return Text.of(
        lambda lang: "”, ”".join(one[lang] if isinstance(one, Text) else one for one in words)
    )
