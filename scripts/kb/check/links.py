"""Links, images and anchors lead somewhere, and to the language that they say."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote

from kb.check import check
from kb.check.anchors import Anchors
from kb.check.likely_anchors import likely_anchor
from kb.check.likely_files import near_file
from kb.finding import Finding, Rule
from kb.model import markdown
from kb.model.catalogue import RECORD_TYPES, Catalogue
from kb.model.difference import Difference, Kind
from kb.model.links import PageLink, page_link
from kb.model.page import Page
from kb.text import LANGUAGE_NAMES, Lang, Text
from kb.words.web_addresses import Fault, fault

Wrong = tuple[Rule, dict[str, Text | str]]
"""A rule that a link breaks, and what its message is filled with."""

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_BEGINNINGS = (Fault.NO_SCHEME, Fault.NO_MAILTO)

BROKEN_LINK = Rule.error(
    "broken-link",
    "Linkki ”{target}” ei johda mihinkään: tiedostoa ei ole. {hint}",
    "Länken ”{target}” leder ingenstans: filen finns inte. {hint}",
)
_PAGE_GONE = BROKEN_LINK.saying(
    "Linkki ”{target}” ei johda mihinkään: sivua ei ole. Samalle sivulle johtaa myös {count} muuta "
    "linkkiä: {others}. Palauta sivu tai muuta linkit.",
    "Länken ”{target}” leder ingenstans: sidan finns inte. Också {count} andra länkar leder till "
    "samma sida: {others}. Återställ sidan eller ändra länkarna.",
)
_NO_BEGINNING = BROKEN_LINK.saying(
    "Linkin osoitteen ”{target}” alku puuttuu, joten selain etsisi sitä tältä sivustolta. "
    "Kirjoita: {better}",
    "Början saknas i länkens adress ”{target}”, så webbläsaren skulle söka den på den här "
    "webbplatsen. Skriv: {better}",
)
BROKEN_ANCHOR = Rule.error(
    "broken-anchor",
    "Linkin kohtaa ”#{anchor}” ei ole sivulla {where}. {hint}",
    "Avsnittet ”#{anchor}” som länken leder till finns inte på sidan {where}. {hint}",
)
_ANCHOR_GONE = BROKEN_ANCHOR.saying(
    "Tästä on poissa otsikon tunnus ”#{anchor}”, johon johtaa linkkejä (muun muassa {where}; "
    "kaikkiaan {count}). Palauta tunnus tai muuta linkit.",
    "Här saknas rubrikens id ”#{anchor}”, som länkar leder till (bland annat {where}; totalt "
    "{count}). Återställ id:t eller ändra länkarna.",
)
_NOTHING_SHOWN = BROKEN_ANCHOR.saying(
    "Tältä sivulta puuttuu rivi ”<!-- kb:{name} -->”, joka on toisella kielellä ({other}), joten "
    "linkit sen kohtiin eivät johda mihinkään (muun muassa {where}; kaikkiaan {count}). Kirjoita "
    "rivi takaisin.",
    "På den här sidan saknas raden ”<!-- kb:{name} -->”, som finns på det andra språket ({other}), "
    "så länkarna till det som den visar leder ingenstans (bland annat {where}; totalt {count}). "
    "Skriv tillbaka raden.",
)
SITE_ADDRESS_AS_LINK = Rule.error(
    "site-address-as-link",
    "Linkki ”{target}” on sivuston osoite. Kirjoita sen tilalle tiedoston nimi, esimerkiksi "
    "../teemat/perhekeskus.md.",
    "Länken ”{target}” är en adress på webbplatsen. Skriv i stället filens namn, till exempel "
    "../teemat/perhekeskus.md.",
)
LINK_TO_MISSING_LANGUAGE = Rule.error(
    "link-to-missing-language",
    "Linkin ”{target}” sivua ei ole sillä kielellä ({language}). Poista kieli linkistä tai "
    "kirjoita sivu.",
    "Sidan som länken ”{target}” leder till finns inte på det språket ({language}). Ta bort "
    "språket ur länken eller skriv sidan.",
)
LINK_TO_ONE_LANGUAGE = Rule.error(
    "link-to-one-language",
    "Linkissä ”{target}” on sivun oma kieli. Kirjoita tiedoston nimi ilman kieltä: ”{better}”.",
    "Länken ”{target}” nämner sidans eget språk. Skriv filens namn utan språk: ”{better}”.",
)


@check
def broken_link(catalogue: Catalogue) -> Iterator[Finding]:
    """A link or an image leads to a file that does not exist.

    Bad: `[perhekeskus](perhekesku.md)`. Good: `[perhekeskus](perhekeskus.md)`.
    """
    return _Links(catalogue).findings()


_FORWARD = Text("Kirjoita: {better}", "Skriv: {better}")
_TYPING_ERRORS = 2
"""A page that more links of a language name is no slip of the hand: it is gone."""
_SHOWN_PLACES = 3


class _Links:
    """The links of every page, with the anchors of the pages that they lead to."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._anchors = Anchors(catalogue)
        self._gone: dict[tuple[Difference, str], list[str]] = {}
        self._unshown: dict[tuple[str, str], list[str]] = {}
        """Links to what a directive would show, by the page that lacks it and the directive."""
        self._lost: dict[tuple[Lang, str], list[tuple[Finding, str]]] = {}
        """Links to a page that there is not, by the language they are in."""

    def findings(self) -> Iterator[Finding]:
        yield from self._wrong_links()
        for lost in self._lost.values():
            is_gone = len(lost) > _TYPING_ERRORS
            yield from (_gone(lost),) if is_gone else (finding for finding, _ in lost)
        for (heading, anchor), places in self._gone.items():
            count, where = len(places), places[0]
            at = heading.page.path, heading.line
            yield _ANCHOR_GONE.at(*at, anchor=anchor, where=where, count=count)
        for (path, name), places in self._unshown.items():
            page = next(one for one in self._catalogue.pages() if one.path == path)
            if f"kb:{name}" in page.body:
                continue  # what has become of the directive is told
            other = self._catalogue.page(page.key, page.lang.other)
            values = {"name": name, "other": other.path if other else ""}
            at = page.path, page.body_line
            yield _NOTHING_SHOWN.at(*at, where=places[0], count=len(places), **values)

    def _wrong_links(self) -> Iterator[Finding]:
        for page in self._catalogue.pages():
            for mention in markdown.targets(page.body, page.body_line):
                for rule, values in self._wrong(page, mention.target):
                    place = f"{page.path}:{mention.line}"
                    if rule is BROKEN_ANCHOR and (name := self._lost_directive(values)):
                        unshown = str(values["where"]), name
                        self._unshown.setdefault(unshown, []).append(place)
                        continue
                    heading = self._lost_heading(page, values) if rule is BROKEN_ANCHOR else None
                    if heading and heading.mended:
                        continue  # the heading itself is told
                    if link := self._lost_page(page, mention.target):
                        lost = self._lost.setdefault((page.lang, link.key), [])
                        lost.append((rule.at(page.path, mention.line, **values), mention.target))
                    elif heading:
                        places = self._gone.setdefault((heading, str(values["anchor"])), [])
                        places.append(place)
                    else:
                        yield rule.at(page.path, mention.line, **values)

    def _lost_page(self, page: Page, target: str) -> PageLink | None:
        link = page_link(target, page.folder)
        is_lost = link and not self._catalogue.may_have("pages", link.key)
        return link if is_lost else None

    def _lost_heading(self, page: Page, values: Mapping[str, Text | str]) -> Difference | None:
        """The heading that has lost the id, if the page's other language still has it."""
        for one in self._catalogue.differences:
            is_there = one.page.path == values["where"] and one.page.lang is page.lang
            if one.kind is Kind.HEADINGS and is_there and values["anchor"] in one.there:
                return one
        return None

    def _lost_directive(self, values: Mapping[str, Text | str]) -> str:
        """The directive that the page of a broken anchor has in its other language alone."""
        if values["anchor"] not in self._anchors.shown:
            return ""
        there = next(one for one in self._catalogue.pages() if one.path == values["where"])
        other = self._catalogue.page(there.key, there.lang.other)
        mine = {use.name for use in there.directives}
        theirs = (use.name for use in other.directives) if other else ()
        return next((name for name in theirs if name not in mine), "")

    def _wrong(self, page: Page, target: str) -> Iterator[Wrong]:
        if _ELSEWHERE.match(target) or target.startswith("\\"):
            return  # another rule tells what is no address
        path, _, anchor = unquote(target).partition("#")
        path = path.partition("?")[0]
        if path.startswith("/"):
            yield SITE_ADDRESS_AS_LINK, {"target": target}
        elif not path:
            yield from self._wrong_anchor(page, page, anchor)
        elif link := page_link(target, page.folder):
            yield from self._wrong_page(page, link, target)
        else:
            inside = posixpath.normpath(posixpath.join(page.folder, path))
            found = fault(unquote(target))
            if inside not in self._catalogue.files and found and found[0] in _BEGINNINGS:
                yield _NO_BEGINNING, {"target": target, "better": found[1]}
            elif inside not in self._catalogue.files:
                theirs = f".{page.lang.other}.md"
                ours = (file for file in self._catalogue.files if not file.endswith(theirs))
                advice = near_file(inside, ours, page.folder)
                forward = path.replace("\\", "/")
                there = posixpath.normpath(posixpath.join(page.folder, forward))
                if there in self._catalogue.files:
                    advice = _FORWARD.format(better=forward)
                yield BROKEN_LINK, {"target": target, "hint": advice}

    def _wrong_page(self, page: Page, link: PageLink, target: str) -> Iterator[Wrong]:
        pair = self._catalogue.pairs.get(link.key)
        if link.key in self._catalogue.misread_pages:
            return
        if pair is None:
            files = (f"{key}.md" for key in self._catalogue.ids("pages"))
            advice = near_file(f"{link.key}.md", files, page.folder)
            yield BROKEN_LINK, {"target": target, "hint": advice}
            return
        version = pair[link.lang or page.lang]
        if link.lang and version is None:
            language = LANGUAGE_NAMES[link.lang]
            yield LINK_TO_MISSING_LANGUAGE, {"target": target, "language": language}
        elif link.lang is page.lang and pair.is_whole:
            better = posixpath.basename(link.key) + ".md"
            yield LINK_TO_ONE_LANGUAGE, {"target": target, "better": better}
        else:
            yield from self._wrong_anchor(page, version or pair.any, unquote(link.anchor))

    def _wrong_anchor(self, page: Page, there: Page, anchor: str) -> Iterator[Wrong]:
        if not anchor:
            return
        known = self._anchors.of(there)
        is_shown = anchor in self._anchors.shown or not all(
            map(self._catalogue.has_all, RECORD_TYPES)
        )
        if anchor in known or (there.directives and is_shown):
            return
        other = self._catalogue.page(page.key, page.lang.other)
        advice = likely_anchor(anchor, there, page, other)
        yield BROKEN_ANCHOR, {"anchor": anchor, "where": there.path, "hint": advice}


def _gone(lost: Sequence[tuple[Finding, str]]) -> Finding:
    """What is told of the first of many links to a page that there is not."""
    (first, target), *others = lost
    shown = [f"{one.path}:{one.line}" for one, _ in others[:_SHOWN_PLACES]]
    places = ", ".join([*shown, "…"] if len(others) > _SHOWN_PLACES else shown)
    at = first.path, first.line
    return _PAGE_GONE.at(*at, target=target, count=len(others), others=places)
