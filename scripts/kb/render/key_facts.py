"""The facts at a glance below a page's lead: only what the page's own records say, with sources.

Each value is made in both languages at once, so that both versions of a page show the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from kb.directives.programme import REGION, REGIONS
from kb.model.catalogue import Catalogue
from kb.model.date import PartialDate
from kb.model.formats import money_text, span_text
from kb.model.interface import Word
from kb.model.page import HOME, Page
from kb.model.people import ORGANISATION_PARTS, Organisation
from kb.model.programme import (
    EVENT_STATUSES,
    GRANT_SCOPES,
    GRANT_STATUSES,
    Content,
    Grant,
    Phase,
    Region,
)
from kb.render import related
from kb.text import Lang, Text
from kb.words.numbers import numbers

MOST_ROWS = 5


@dataclass(frozen=True, slots=True)
class Value:
    """One thing said, with the facts it rests on and its status: Anslaget: 5 euro, beviljat.

    A name leads to its page; the same name in both languages is Finnish.
    """

    said: Text | None = None
    facts: tuple[str, ...] = ()
    status: Text | None = None
    name: Text | None = None
    page: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A name and what is said of it."""

    label: Text
    values: tuple[Value, ...]


def key_facts(catalogue: Catalogue, page: Page) -> list[Row]:
    """At most a handful of rows; none where the data has nothing but years, which the chips say."""
    if page.key == HOME or related.is_about_the_site(catalogue, page):
        return []
    if page.shows(REGION):
        return []
    made = _KeyFacts(catalogue, page)
    rows = list(islice(made.rows(), MOST_ROWS))
    return [] if [row.label for row in rows] == [made.word("glance-time")] else rows


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
        for event in related.theme_dates(self.catalogue, self.page):
            when = _span(event.date, event.until)
            status = EVENT_STATUSES[event.status] if event.status != "done" else None
            yield Row(when, (Value(event.title, self._saying(event.facts, when), status),))

    def _time(self, phase: Phase | None) -> Iterator[Row]:
        own = (c for c in self.catalogue.all(Content).values() if c.page == self.page.key)
        for content in own:
            phase = phase or self.catalogue.all(Phase).get(content.phase)
        if phase:
            said = Value(phase.years, self._saying(phase.facts, phase.years))
            yield Row(self.word("glance-time"), (said,))

    def _calls(self, sums: list[Grant]) -> Iterator[Row]:
        found: dict[Text, Value] = {}
        for grant in sums:
            if grant.opens and grant.closes:
                when = _span(grant.opens, grant.closes)
                facts = self._saying(grant.facts, when)
                found.setdefault(when, Value(when, facts))
                if grant.closes_first:
                    first, last = _span(grant.closes_first, None), _span(grant.closes, None)
                    moved = self.word("closes-moved").format(first=first, last=last)
                    found.setdefault(moved, Value(moved, self._saying(grant.facts, moved)))
        if found:
            yield Row(self.word("glance-call"), tuple(found.values()))

    def _sum(self, grant: Grant) -> Value:
        amount = self._amount(grant.amount, grant.approximate)
        form = "{}, {} ({})" if grant.scope == "wider" else "{}, {}"
        parts = (amount, grant.years, GRANT_SCOPES["wider"])
        said = _both(lambda lang: form.format(*(part[lang] for part in parts)))
        facts = self._saying(grant.facts, amount)
        return Value(said, facts, GRANT_STATUSES[grant.status], grant.name, grant.page)

    def _contents(self) -> Iterator[Row]:
        contents = list(self.catalogue.all(Content).values())
        for content in contents:
            alike = [other for other in contents if other.phase == content.phase]
            if content.page == self.page.key and any(other.in_call_2020 for other in alike):
                said = self.word("glance-in-call" if content.in_call_2020 else "glance-not-in-call")
                yield Row(self.word("glance-call-2020"), (Value(said, content.facts),))

    def _projects(self) -> Iterator[Row]:
        every = list(self.catalogue.all(Region).values())
        if self.page.shows(REGIONS):
            known = [region for region in every if region.grant or region.cost or region.sum]
            yield Row(self.word("glance-projects"), (Value(_same(str(len(every)))),))
            yield Row(self.word("glance-sums-known"), (Value(_same(str(len(known)))),))
        for region in related.regions(self.catalogue, self.page):
            yield Row(region.name, (self._project(region),))

    def _project(self, region: Region) -> Value:
        sums = {"sum-grant": region.grant, "sum-cost": region.cost, "sum-unknown": region.sum}
        parts = [] if region.project else [self.word("glance-no-name")]
        for word, euros in sums.items():
            if euros:
                parts.append(self.word(word).format(sum=self._amount(euros, region.approximate)))
        said = _both(lambda lang: "; ".join(part[lang] for part in parts)) if parts else None
        facts = self._saying(region.facts, said) if said else region.facts
        return Value(said, facts, name=region.project)

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
        return _both(
            lambda lang: (f"{about[lang]} " if approximate else "") + money_text(euros, lang)
        )

    def _saying(self, facts: Iterable[str], said: Text) -> tuple[str, ...]:
        """Those of a record's facts that give most of the value's figures; all, if none does."""
        wanted = set(numbers(said.fi, Lang.FI))
        given = {
            id: len(wanted & set(numbers(fact.text.fi, Lang.FI)))
            for id in facts
            if (fact := self.catalogue.evidence(id))
        }
        most = max(given.values(), default=0)
        return tuple(id for id, count in given.items() if count == most)

    def word(self, name: str) -> Text:
        """An interface word in both languages."""
        return self.catalogue.all(Word)[name].text


def _span(start: PartialDate, end: PartialDate | None) -> Text:
    return _both(lambda lang: span_text(start, end, lang))


def _both(words: Callable[[Lang], str]) -> Text:
    return Text(words(Lang.FI), words(Lang.SV))


def _same(words: str) -> Text:
    return Text(words, words)
