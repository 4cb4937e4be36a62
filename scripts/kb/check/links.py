"""Links, images and anchors lead somewhere, and to the language that they say."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from urllib.parse import unquote

from markdown.extensions.toc import slugify

from kb.check import check
from kb.check.likely_anchors import likely_anchor
from kb.finding import Finding, Rule, hint
from kb.model import markdown
from kb.model.catalogue import RECORD_TYPES, Catalogue
from kb.model.difference import Difference, Kind
from kb.model.links import PageLink, page_link
from kb.model.markup import SOURCES
from kb.model.page import Page
from kb.text import LANGUAGE_NAMES, Text
from kb.words.web_addresses import Fault, fault

Wrong = tuple[Rule, dict[str, Text | str]]
"""A rule that a link breaks, and what its message is filled with."""

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_BEGINNINGS = (Fault.NO_SCHEME, Fault.NO_MAILTO)
_ID = re.compile(r"\bid\s*=\s*[\"']([^\"']+)|\{[^}\n]*#([\w-]+)")

BROKEN_LINK = Rule.error(
    "broken-link",
    "Linkki ”{target}” ei johda mihinkään: tiedostoa ei ole. {hint}",
    "Länken ”{target}” leder ingenstans: filen finns inte. {hint}",
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
_CHECK_TARGET = Text("Tarkista tiedoston nimi ja kansio.", "Kontrollera filens namn och mapp.")


class _Links:
    """The links of every page, with the anchors of the pages that they lead to."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._anchors: dict[str, frozenset[str]] = {}
        self._gone: dict[tuple[Difference, str], list[str]] = {}
        self._unshown: dict[tuple[str, str], list[str]] = {}
        """Links to what a directive would show, by the page that lacks it and the directive."""

    def findings(self) -> Iterator[Finding]:
        yield from self._wrong_links()
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
                    if heading:
                        places = self._gone.setdefault((heading, str(values["anchor"])), [])
                        places.append(place)
                    else:
                        yield rule.at(page.path, mention.line, **values)

    def _lost_heading(self, page: Page, values: Mapping[str, Text | str]) -> Difference | None:
        """The heading that has lost the id, if the page's other language still has it."""
        for one in self._catalogue.differences:
            is_there = one.page.path == values["where"] and one.page.lang is page.lang
            if one.kind is Kind.HEADINGS and is_there and values["anchor"] in one.there:
                return one
        return None

    def _lost_directive(self, values: Mapping[str, Text | str]) -> str:
        """The directive that the page of a broken anchor has in its other language alone."""
        if values["anchor"] not in self._shown:
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
                advice = _near_file(inside, ours, page.folder)
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
            advice = _near_file(f"{link.key}.md", files, page.folder)
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
        known = self._anchors_of(there)
        is_shown = anchor in self._shown or not all(map(self._catalogue.has_all, RECORD_TYPES))
        if anchor in known or (there.directives and is_shown):
            return
        other = self._catalogue.page(page.key, page.lang.other)
        advice = likely_anchor(anchor, there, page, other)
        yield BROKEN_ANCHOR, {"anchor": anchor, "where": there.path, "hint": advice}

    def _anchors_of(self, page: Page) -> frozenset[str]:
        if page.path not in self._anchors:
            given = {h.anchor or slugify(h.text, "-") for h in page.headings}
            written = {a or b for a, b in _ID.findall(page.body)}
            self._anchors[page.path] = frozenset(given | written | {SOURCES})
        return self._anchors[page.path]

    @cached_property
    def _shown(self) -> frozenset[str]:
        """The ids that directives write: those of the records, some a little changed."""
        ids = frozenset[str]().union(*map(self._catalogue.ids, RECORD_TYPES))
        sums = {f"summa-{id}" for id in self._catalogue.ids("funding")}
        return frozenset(ids | {id.lower() for id in ids} | sums)


def _near_file(file: str, known: Iterable[str], folder: str) -> Text:
    """The known file whose name is nearest, as a link from the folder, or advice to look."""
    by_name = {_name(one): posixpath.relpath(one, folder or ".") for one in known}
    return hint(_name(file), by_name, _CHECK_TARGET, shown=by_name.__getitem__)


def _name(file: str) -> str:
    return posixpath.basename(file).removesuffix(".md")
