"""The pages of a folder: front matter read by its field list, the rest scanned for names."""

from __future__ import annotations

import re

from kb.finding import Finding, Rule
from kb.model import markdown
from kb.model.page import FrontMatter, Page, Pair
from kb.model.published import Kind, kind_of
from kb.model.record import Location
from kb.read.files import read_text
from kb.read.openings import opening_as_meant
from kb.read.schema import Reader
from kb.read.tree import Tree
from kb.read.yaml_nodes import compose
from kb.text import Lang

_FRONT = re.compile(r"---[ \t]*\n(?P<yaml>.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)


def read_pages(tree: Tree) -> tuple[dict[str, Pair], list[Finding]]:
    """All page pairs of the folder by key, in key order, and every finding on the way."""
    findings: list[Finding] = []
    pairs: dict[str, Pair] = {}
    for file in tree.files:
        if kind_of(file) is not Kind.PAGE:
            continue
        path = tree.path(file)
        text = read_text(tree.content / file, path)
        if isinstance(text, Finding):
            findings.append(text)
            continue
        key, lang = key_of(file)
        page, found = parse_page(text, path, key, lang)
        findings += found
        findings += _add(pairs.setdefault(key, Pair(key)), page)
    return dict(sorted(pairs.items())), findings


TWO_FILES = Rule.error(
    "two-files",
    "Samasta sivusta on kaksi tiedostoa, toinen on {where}. Yhdistä ne ja poista toinen.",
    "Samma sida finns i två filer, den andra är {where}. Slå ihop dem och ta bort den ena.",
)


def _add(pair: Pair, page: Page) -> list[Finding]:
    """Keep the page, unless the pair has that language already from another file."""
    first = pair.versions.setdefault(page.lang, page)
    if first is page:
        return []
    return [TWO_FILES.at(page.path, 1, where=first.path)]


def key_of(inside: str) -> tuple[str, Lang]:
    """A page's key and language: `teemat/perhekeskus.sv.md` is (`teemat/perhekeskus`, sv)."""
    stem = inside.removesuffix(".md")
    for lang in Lang:
        if stem.endswith(f".{lang}"):
            return stem.removesuffix(f".{lang}"), lang
    return stem, Lang.FI


BAD_DIRECTIVE = Rule.error(
    "bad-directive",
    "Direktiivi ”{raw}” on kirjoitettu väärin. Kirjoita se yksin omalle rivilleen, esimerkiksi "
    "<!-- kb:timeline phase=phase-2 -->.",
    "Direktivet ”{raw}” är felskrivet. Skriv det ensamt på en egen rad, till exempel <!-- "
    "kb:timeline phase=phase-2 -->.",
)


def parse_page(text: str, path: str, key: str, lang: Lang) -> tuple[Page, list[Finding]]:
    """The page that a text spells out, and what is wrong with its front matter and directives."""
    text, mended = opening_as_meant(text, path)
    front, body, first_line, findings = _front_matter(text, path)
    findings += mended
    headings = tuple(markdown.headings(body, first_line))
    title = next((h.text for h in headings if h.level == 1), key.rpartition("/")[2].capitalize())
    found = tuple(markdown.directives(body, first_line))
    findings += [BAD_DIRECTIVE.at(path, d.line, raw=d.raw) for d in found if not d.name]
    page = Page(
        key=key,
        lang=lang,
        path=path,
        title=title,
        body=body,
        body_line=first_line,
        front=front,
        headings=headings,
        citations=tuple(markdown.citations(body, first_line)),
        links=tuple(markdown.links(body, first_line)),
        directives=tuple(d for d in found if d.name),
    )
    return page, findings


OPEN_FRONT_MATTER = Rule.error(
    "open-front-matter",
    "Sivun tiedot alkavat rivillä 1 merkeillä ---, mutta lopettava --- puuttuu. Lisää se tietojen "
    "jälkeen omalle rivilleen.",
    "Sidans uppgifter börjar på rad 1 med ---, men det avslutande --- saknas. Lägg till det på en "
    "egen rad efter uppgifterna.",
)


def _front_matter(text: str, path: str) -> tuple[FrontMatter, str, int, list[Finding]]:
    if not re.match(r"---[ \t]*\n", text):
        return FrontMatter(place=Location(path)), text, 1, []
    found = _FRONT.match(text)
    if not found:
        return (
            FrontMatter(place=Location(path)),
            text,
            1,
            [OPEN_FRONT_MATTER.at(path, 1)],
        )
    body = text[found.end() :]
    first_line = text[: found.end()].count("\n") + 1
    node = compose(found["yaml"] or "", path, first_line=2)
    if isinstance(node, Finding):
        return FrontMatter(place=Location(path)), body, first_line, [node]
    reader = Reader(path, first_line=2)
    front = reader.record(FrontMatter, node)
    return front or FrontMatter(place=Location(path)), body, first_line, reader.findings
