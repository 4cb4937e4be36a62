"""The box of key facts below a page's lead: what the page's own records say, with their sources.

Each value is made in both languages at once, so that both versions of a page show the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from dataclasses import dataclass
from itertools import islice

from kb.directives.programme import REGION, REGIONS
from kb.model.catalogue import Catalogue
from kb.model.date import PartialDate
from kb.model.formats import money_text, span_text, years_text
from kb.model.interface import Word
from kb.model.page import Page
from kb.model.people import ORGANISATION_PARTS, Organisation
from kb.model.programme import (
    EVENT_STATUSES,
    GRANT_SCOPES,
    GRANT_STATUSES,
    Content,
    Event,
    Grant,
    Phase,
    Region,
)
from kb.render import related
from kb.text import Lang, Text
from kb.words.numbers import numbers

MOST_ROWS = 5
"""More would push the text itself below a phone's first screen."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a row: `name: text, status`, for example `Anslaget: 5 euro, beviljade`."""

    text: Text | None = None
    facts: tuple[str, ...] = ()
    """The ids of the facts it rests on."""
    status: Text | None = None
    status_id: str = ""
    """Decides how the status looks."""
    name: Text | None = None
    """Shown as Finnish where both languages have the same."""
    page: str | None = None
    """The key of the page that the name links to."""


@dataclass(frozen=True, slots=True)
class Row:
    """A label with its values."""

    label: Text
    values: tuple[Value, ...]


def key_facts(catalogue: Catalogue, page: Page) -> list[Row]:
    """The first rows of a page; none if only the years are known, which its phases show already."""
    if not catalogue.is_article(page) or page.shows(REGION):
        return []
    builder = _KeyFacts(catalogue, page)
    rows = list(islice(builder.rows(), MOST_ROWS))
    return [] if [row.label for row in rows] == [builder.word("glance-time")] else rows


@dataclass(frozen=True)
class _KeyFacts:
    catalogue: Catalogue
    page: Page

    def rows(self) -> Iterator[Row]:
        sums = related.sums(self.catalogue, self.page)
        phase = related.own_phase(self.catalogue, self.page)
        yield from self._time(phase)
        yield from self._calls([] if phase else sums)
        if sums:
            apart = [Value(self.word("glance-do-not-add"))] if len(sums) > 1 else []
            yield Row(self.word("money"), (*map(self._sum, sums), *apart))
        yield from self._contents()
        yield from self._projects()
        yield from self._steering(phase)
        yield from self._answers()

    def _answers(self) -> Iterator[Row]:
        by_years: dict[Text, list[Value]] = {}
        for event in related.theme_dates(self.catalogue, self.page):
            if event.answer:
                answer = self._answer(event, event.answer)
                by_years.setdefault(_years(event), []).append(answer)
        for years, values in by_years.items():
            yield Row(years, tuple(values))

    def _answer(self, event: Event, answer: Text) -> Value:
        status = EVENT_STATUSES[event.status] if event.status != "done" else None
        return Value(answer, self._facts_giving(answer, event.facts), status, event.status)

    def _time(self, phase: Phase | None) -> Iterator[Row]:
        phases = self.catalogue.all(Phase)
        for content in self.catalogue.all(Content).values():
            if content.page == self.page.key:
                phase = phase or phases.get(content.phase)
        if phase:
            yield Row(self.word("glance-time"), (self._value(phase.years, phase.facts),))

    def _calls(self, sums: list[Grant]) -> Iterator[Row]:
        values: dict[Text, Value] = {}  # several sums of one call have the same days
        for grant in sums:
            if grant.opens and grant.closes:
                when = _span(grant.opens, grant.closes)
                values.setdefault(when, self._value(when, grant.facts))
                if grant.closes_first:
                    first, last = _span(grant.closes_first, None), _span(grant.closes, None)
                    moved = self.word("closes-moved").filled(first=first, last=last)
                    values.setdefault(moved, self._value(moved, grant.facts))
        if values:
            yield Row(self.word("glance-call"), tuple(values.values()))

    def _sum(self, grant: Grant) -> Value:
        amount = self._amount(grant.amount, grant.approximate)
        form = "{}, {} ({})" if grant.scope == "wider" else "{}, {}"
        parts = (amount, grant.years, GRANT_SCOPES["wider"])
        text = Text.of(lambda lang: form.format(*(part[lang] for part in parts)))
        facts = self._facts_giving(amount, grant.facts)
        status = GRANT_STATUSES[grant.status]
        return Value(text, facts, status, grant.status, grant.name, grant.page)

    def _contents(self) -> Iterator[Row]:
        contents = list(self.catalogue.all(Content).values())
        for content in contents:
            alike = [other for other in contents if other.phase == content.phase]
            if content.page == self.page.key and any(other.in_call_2020 for other in alike):
                text = self.word("glance-in-call" if content.in_call_2020 else "glance-not-in-call")
                yield Row(self.word("glance-call-2020"), (Value(text, content.facts),))

    def _projects(self) -> Iterator[Row]:
        every = list(self.catalogue.all(Region).values())
        if self.page.shows(REGIONS):
            known = [region for region in every if region.grant or region.cost or region.sum]
            yield Row(self.word("glance-projects"), (_count(every),))
            yield Row(self.word("glance-sums-known"), (_count(known),))
        for region in related.regions(self.catalogue, self.page):
            yield Row(region.name, (self._project(region),))

    def _project(self, region: Region) -> Value:
        sums = {"sum-grant": region.grant, "sum-cost": region.cost, "sum-unknown": region.sum}
        parts = [] if region.project else [self.word("glance-no-name")]
        for word, euros in sums.items():
            if euros:
                amount = self._amount(euros, region.approximate)
                parts.append(self.word(word).filled(sum=amount))
        text = Text.of(lambda lang: "; ".join(part[lang] for part in parts)) if parts else None
        facts = self._facts_giving(text, region.facts) if text else region.facts
        return Value(text, facts, name=region.project)

    def _steering(self, phase: Phase | None) -> Iterator[Row]:
        steering = tuple(
            Value(organisation.name, organisation.facts)
            for organisation in self.catalogue.all(Organisation).values()
            if phase and organisation.part == "steered" and phase.id in organisation.phases
        )
        if steering:
            yield Row(ORGANISATION_PARTS["steered"], steering)

    def _amount(self, euros: int, approximate: bool) -> Text:
        about = self.word("about")
        return Text.of(
            lambda lang: (f"{about[lang]} " if approximate else "") + money_text(euros, lang)
        )

    def _value(self, text: Text, facts: Iterable[str]) -> Value:
        return Value(text, self._facts_giving(text, facts))

    def _facts_giving(self, text: Text, facts: Iterable[str]) -> tuple[str, ...]:
        """Those of a record's facts that give most of the text's figures; all, if none does.

        A record rests on several facts, and a reader who checks a sum wants the one that has it.
        Finnish stands for both languages: facts give the same figures in each.
        """
        figures = set(numbers(text.fi, Lang.FI))
        shared = {
            id: len(figures & set(numbers(fact.text.fi, Lang.FI)))
            for id in facts
            if (fact := self.catalogue.evidence(id))
        }
        most = max(shared.values(), default=0)
        return tuple(id for id, count in shared.items() if count == most)

    def word(self, name: str) -> Text:
        """An interface word in both languages."""
        return self.catalogue.all(Word)[name].text


def _span(start: PartialDate, end: PartialDate | None) -> Text:
    return Text.of(lambda lang: span_text(start, end, lang))


def _years(event: Event) -> Text:
    """The years alone: days belong to the timeline, answers to a year."""
    return Text.of(lambda _: years_text(event.date, event.until or event.date))


def _count(records: Sized) -> Value:
    return Value(Text.of(lambda lang: str(len(records))))
