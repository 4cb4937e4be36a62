"""What became of a thing is told as the facts tell it: granted or applied for, planned or done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from kb.check import check
from kb.check.fact_figures import as_sum, figures, figures_of_facts
from kb.check.told_numbers import cited_words
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.date import PartialDate
from kb.model.evidence import Fact
from kb.model.page import Page, once_a_page
from kb.model.programme import EVENT_STATUSES, GRANT_STATUSES, Event, Grant
from kb.text import Lang, Text

OTHER_STATUS = Rule.warning(
    "other-status",
    "Tässä sanotaan ”{said}”, mutta tiedossa, johon teksti nojaa ({ids}), on ”{known}”. Tarkista "
    "lähteestä, kumpi on oikein, ja korjaa toinen.",
    "Här står ”{said}”, men det faktum som texten bygger på ({ids}) säger ”{known}”. Kontrollera i "
    "källan vilket som är rätt och rätta det andra.",
    may_stay=True,
)
_AGAINST_OWN_TEXT = OTHER_STATUS.saying(
    "Kentässä ”status” on ”{said}”, mutta tekstissä sanotaan ”{known}”. Tarkista lähteestä, kumpi "
    "on oikein, ja korjaa toinen.",
    "I fältet ”status” står ”{said}”, men i texten står ”{known}”. Kontrollera i källan vilket som "
    "är rätt och rätta det andra.",
)
_NEVER = Text(
    r"\bei(?:vät)? koskaan \w+|\bperu(?:ttiin|untui\w*)|\bjäi(?:vät)? toteutumatta|"
    r"\bei (?:toteutunut|toteutettu|järjestetty|pidetty)\b",
    r"\baldrig\b|\bställdes in\b|\bblev inte av\b|"
    r"\b(?:genomfördes|förverkligades|ordnades|hölls) inte\b",
)
_MONEY = {
    "granted": Text(
        r"myön(?:si|t[äe]|ne)\w*|jaettiin|sai(?:vat)?\b", r"bevilja\w*|fick\b|del(?:ades|ats) ut"
    ),
    "requested": Text(
        r"haki(?:vat)?\b|haettiin|haet(?:uista|ut|tu)\b|hakem\w+", r"sök(?:te|tes|ta|ts)\b|ansök\w+"
    ),
    "reserved": Text(r"vara(?:t(?:tiin|tu|ut)|si)\w*|määrära\w+", r"reserver\w+|ansla\w+"),
    "available": Text(
        r"haettav\w+|hakuun\b|haussa\b|jaossa|haku\w*|jaettiin",
        r"utlys\w+|kun\w+ sökas|ansökningstid\w*|fick\b|del(?:ades|ats) ut",
    ),
}
_PLAINLY = {
    "granted": Text(r"myön(?:si|t[äe]|ne)\w*", r"bevilja\w*"),
    "requested": Text(r"haki(?:vat)?\b|haettiin|haet(?:uista|ut|tu)\b", r"sök(?:te|tes|ta|ts)\b"),
    "reserved": Text(r"vara(?:t(?:tiin|tu|ut)|si)\w*", r"reserver\w+"),
}
"""The same by verbs that say nothing else: what a sentence is held to."""
_TIME = {
    "intended": Text(
        r"oli (?:tarkoitus|määrä|luvassa)|luva(?:ttiin|ttu)|piti\b|odotettiin|aikoi\w*|"
        r"suunnitelm\w+",
        r"skulle|utlova\w*|avsikt\w*|avsåg\w*|väntades|planen",
    ),
    "hedged": Text(
        r"suunni\w+|tarkoitu\w+|määrä\b|määräai\w+|luva\w+|pi(?:ti|tää|täisi)\b|odot\w+|aiko\w+|tavoit\w+|"
        r"ilmoit\w+|ker(?:to|ro)\w+|tiedo\w+|kutsu\w+|saakka|mennessä|asti|jatk\w+|siirt\w+|ehdot\w+|voi\w*",
        r"plan\w*|skulle|ska\b|utlov\w*|avsikt\w*|avs[åe]\w+|vänta\w*|siktade|mål\w*|tidsfrist\w*|angav\w*|"
        r"meddela\w*|bjöds|utlyst|aviser\w*|senast|till den|för(?:län|slag)\w+|uppg\w+|kunde|sköts",
    ),
}
_Patterns = Mapping[Lang, Mapping[str, re.Pattern[str]]]


def _patterns(words: Mapping[str, Text]) -> _Patterns:
    return {
        lang: {
            name: re.compile(rf"\b(?:{said[lang]})", re.IGNORECASE) for name, said in words.items()
        }
        for lang in Lang
    }


_OF_MONEY, _OF_VERBS, _OF_TIME = _patterns(_MONEY), _patterns(_PLAINLY), _patterns(_TIME)
_CLAUSE = re.compile(r"[;:](?=\s)|(?<=[a-zåäö])\.\s")


@check
def other_status(catalogue: Catalogue) -> Iterator[Finding]:
    """Money or an event whose state is another than its facts tell, in a record or in a sentence.

    Bad: `status: requested`, and the fact says `myönnettiin`. Good: `status: granted`.
    """
    facts = catalogue.all(Fact)
    known = figures_of_facts(catalogue)
    for grant in catalogue.all(Grant).values():
        sum = as_sum(grant.amount)
        told = [facts[id] for id in grant.facts if sum in known.get((id, Lang.FI), ())]
        if (states := _states(told)) and grant.status not in states:
            yield _of_record(grant, GRANT_STATUSES, states, told)
    for event in catalogue.all(Event).values():
        told = [facts[id] for id in event.facts if id in facts]
        if event.status == "done" and (never := _never(event)):
            at = event.place.path, event.place.line_of("status")
            said = EVENT_STATUSES[event.status]
            yield _AGAINST_OWN_TEXT.at(*at, said=said, known=never)
            continue
        is_plan = {_is_plan(event.date, told, lang) for lang in Lang}
        if event.status == "done" and is_plan == {True}:
            yield _of_record(event, EVENT_STATUSES, {"planned"}, told)
        elif event.status != "done" and is_plan == {False}:
            yield _of_record(event, EVENT_STATUSES, {"done"}, told)
    yield from _on_pages(catalogue, facts)


def _never(event: Event) -> Text | None:
    """The words by which an event's title and text say that it did not come to be."""
    found = {}
    for lang in Lang:
        words = f"{event.title[lang]}. {event.text[lang] if event.text else ''}"
        found[lang] = re.search(_NEVER[lang], words, re.IGNORECASE)
    fi, sv = found[Lang.FI], found[Lang.SV]
    return Text(fi[0], sv[0]) if fi and sv else None


def _states(told: Iterable[Fact]) -> set[str]:
    """What the facts tell of money, in both languages."""
    return {
        name
        for fact in told
        for name in _MONEY
        if all(_OF_MONEY[lang][name].search(fact.text[lang]) for lang in Lang)
    }


def _is_plan(day: PartialDate, told: Iterable[Fact], lang: Lang) -> bool | None:
    """True if the facts say of the day only what was to be, False if only what was."""
    clauses = [
        clause
        for fact in told
        for clause in _CLAUSE.split(fact.text[lang])
        if _has(clause, day, lang)
    ]
    if clauses and all(_OF_TIME[lang]["intended"].search(one) for one in clauses):
        return True
    if clauses and not any(_OF_TIME[lang]["hedged"].search(one) for one in clauses):
        return False
    return None


def _has(clause: str, day: PartialDate, lang: Lang) -> bool:
    if day.day:
        return f"d{day.day}.{day.month}" in figures(clause, lang)
    return bool(day.month) and f"m{day.month}" in figures(clause, lang)


def _of_record(
    record: Grant | Event, names: Mapping[str, Text], states: set[str], told: Iterable[Fact]
) -> Finding:
    known = Text.of(lambda lang: "”, ”".join(names[one][lang] for one in names if one in states))
    ids = ", ".join(fact.id for fact in told)
    at = record.place.path, record.place.line_of("status")
    return OTHER_STATUS.at(*at, said=names[record.status], known=known, ids=ids)


def _on_pages(catalogue: Catalogue, facts: Mapping[str, Fact]) -> Iterator[Finding]:
    for page in catalogue.pages():
        for line, words, state, mark, ids in _on_page(page):
            if not all(id in facts for id in ids):
                continue
            shared = _shared(words, [facts[id] for id in ids], page.lang)
            known = _verbs_of(shared, page.lang)
            is_said = _OF_MONEY[page.lang][state].search(shared)
            if len(known) == 1 and not is_said:
                values = {"said": mark, "known": known.popitem()[1]}
                yield OTHER_STATUS.at(page.path, line, ids=", ".join(ids), **values)


@once_a_page
def _on_page(page: Page) -> list[tuple[int, str, str, str, tuple[str, ...]]]:
    """Each sentence that tells one state: its line, its words, the state, its verb, its facts."""
    told = [
        (line, words, _verbs_of(words, page.lang), ids) for line, words, ids in cited_words(page)
    ]
    return [
        (line, words, *state, ids)
        for line, words, verbs, ids in told
        if len(verbs) == 1
        for state in verbs.items()
    ]


def _verbs_of(words: str, lang: Lang) -> dict[str, str]:
    """The states that the words tell, with the verb of each."""
    verbs = _OF_VERBS[lang].items()
    return {name: one[0] for name, verb in verbs if (one := verb.search(words))}


def _shared(words: str, told: Iterable[Fact], lang: Lang) -> str:
    """The facts that have a figure of the sentence: they tell of the same thing."""
    figures_said = figures(words, lang)
    texts = (f"{fact.text[lang]} {fact.value or ''}" for fact in told)
    return " ".join(text for text in texts if figures_said & figures(text, lang))
