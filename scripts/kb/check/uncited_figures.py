"""Figures of an article that nothing on it vouches for."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence

from kb.check import check
from kb.check.fact_figures import figures, figures_of_facts, in_words
from kb.finding import Finding, Rule
from kb.model import markdown
from kb.model.blocks import Line, blocks, units
from kb.model.catalogue import Catalogue
from kb.model.page import Page, once_a_page
from kb.text import Lang
from kb.words.numbers import that_may_be
from kb.words.sentences import sentences

UNCITED_FIGURE = Rule.warning(
    "uncited-figure",
    "Luvulla tai ajalla ”{number}” ei ole lähdettä: sitä ei ole missään tiedossa, johon tämä "
    "sivun osa viittaa. Lisää virkkeen perään sen tiedon tunnus, jossa se on, esimerkiksi "
    "[^S-045].",
    "Talet eller tiden ”{number}” saknar källa: det finns inte i något faktum som den här delen av "
    "sidan hänvisar till. Lägg efter meningen till id:t för det faktum där det finns, till exempel "
    "[^S-045].",
    gives_way=True,
    may_stay=True,
)

_CITATIONS = re.compile(r"(?:\[\^[^\]\s]+\])+")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
_FIGURE = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
# Numbers that are names: of a page that a link leads to, a guideline (WCAG 2.1), a document (STM
# 2019:24, HE 15/2017), a paragraph, an hour, a telephone, a version, a house and its place.
_NAMES = re.compile(
    r"\[[^\]]*\]\([^)]*\)|<[^<>]*>|\b[A-ZÅÄÖ]{2,} \d[\d.:/]*(?![\d,])|\b\d{4}:\d+|\b\d+/\d{4}\b"
    r"|\b\d+ §|\b(?:klo|kello|kl\.) ?[\d.:–]+|(?:\+358|\b0)[\d \u00a0()-]{5,}"
    r"|\b116[ \u00a0]?\d{3}\b|\b\d+(?:\.\d+){2,}(?![\d.])(?<!\d{4})|\b\d{5} [A-ZÅÄÖ]"
    r"|(?<=[a-zåäö]) \d{1,3}(?: [A-Z] \d+)?(?=, \d{5})"
)


@check
def uncited_figure(catalogue: Catalogue) -> Iterator[Finding]:
    """A number, a day or a year of an article that no fact cited around it has.

    The facts of its section and of the page's lead count, for a year those of the whole page. What
    stands right before a citation is compared with that fact alone, by another rule.

    Where no figure of a page is cited, the page is told as a whole, if at all.

    Bad: `Keskuksia oli 117.[^P-074] Kuntia oli 293.` Good: `… Kuntia oli 293.[^S-012]`
    """
    known = figures_of_facts(catalogue)
    for page in catalogue.pages():
        if page.citations and catalogue.is_article(page):
            yield from _uncited(page, known)


def _uncited(page: Page, known: Mapping[tuple[str, Lang], set[str]]) -> Iterator[Finding]:
    cited = _cited(page)
    if any((id, page.lang) not in known for ids in cited.values() for id in ids):
        return  # what cannot be read may vouch for it
    vouched = {part: {n for id in ids for n in known[id, page.lang]} for part, ids in cited.items()}
    everywhere = set().union(*vouched.values())
    if not any(map(_cites_figures, map(_CITATIONS.split, page.body.split("\n")))):
        return
    for line, told in _left(page):
        around = vouched.get(_part(page, line), set()) | vouched.get(0, set())
        left = {one for one in told if one not in (everywhere if _YEAR.fullmatch(one) else around)}
        if left:
            yield UNCITED_FIGURE.at(page.path, line, number=in_words(left))


def _cites_figures(pieces: Sequence[str]) -> bool:
    return any(_FIGURE.search(piece) for piece in pieces[:-1])


def _cited(page: Page) -> Mapping[int, Sequence[str]]:
    """The facts that are cited, by section."""
    found: dict[int, list[str]] = {}
    for citation in page.citations:
        found.setdefault(_part(page, citation.line), []).append(citation.target)
    return found


def _part(page: Page, line: int) -> int:
    """Which section a line stands in; 0 before the first."""
    return bisect([heading.line for heading in page.headings if heading.level == 2], line)


@once_a_page
def _left(page: Page) -> list[tuple[int, list[str]]]:
    """The lines with figures that do not stand right before a citation, with those figures."""
    return [
        (line.number, found)
        for block in blocks(page)
        for unit in units(block)
        for line, text in _uncited_texts(unit)
        if (found := sorted(that_may_be(figures(text, page.lang))))
    ]


def _uncited_texts(unit: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    """What a paragraph or an item says but for its cited sentences; a row only if it cites none."""
    if unit[0].text.lstrip().startswith("!!!"):
        unit = unit[1:]  # the box's title
    if not unit or unit[0].text.lstrip().startswith(("#", "![")):
        return
    if unit[0].text.lstrip().startswith("|"):
        yield from ((row, _plain(row.text)) for row in unit if not _CITATIONS.search(row.text))
        return
    *cited, rest = _CITATIONS.split(" ".join(line.text for line in unit))
    for piece in cited:
        *before, _ = ["", *sentences(_plain(piece))]
        yield unit[-1], " ".join(before)
    yield unit[-1], _plain(rest)


def _plain(text: str) -> str:
    return markdown.plain(_NAMES.sub("", markdown.ATTRIBUTES.sub("", _ITEM.sub("", text))))
