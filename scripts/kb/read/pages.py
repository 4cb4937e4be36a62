"""The pages of a folder: front matter read by its field list, the rest scanned for names."""

from __future__ import annotations

import re
from functools import lru_cache

from kb.finding import Finding, Rule
from kb.model import markdown
from kb.model.fields import field_list
from kb.model.page import FrontMatter, Page, Pair
from kb.model.published import Kind, kind_of
from kb.model.record import Location
from kb.read.files import MOST_FILES, read_text
from kb.read.mended_yaml import mended_yaml
from kb.read.openings import opening_as_meant
from kb.read.schema import Reader
from kb.read.store import digest
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
    "Kb-rivi ”{raw}” on kirjoitettu väärin. Kirjoita se yksin omalle rivilleen, esimerkiksi <!-- "
    "kb:timeline phase=phase-2 -->.",
    "Kb-raden ”{raw}” är felskriven. Skriv den ensam på en egen rad, till exempel <!-- "
    "kb:timeline phase=phase-2 -->.",
)


@lru_cache(MOST_FILES)
def parse_page(text: str, path: str, key: str, lang: Lang) -> tuple[Page, list[Finding]]:
    """The page that a text spells out, and what is wrong with its front matter and directives."""
    own = digest(path, key, lang, text)
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
        digest=own,
    )
    return page, findings


OPEN_FRONT_MATTER = Rule.error(
    "open-front-matter",
    "Sivun tiedot alkavat rivillä 1 merkeillä ---, mutta lopettava --- puuttuu. Lisää se omalle "
    "rivilleen tämän rivin jälkeen.",
    "Sidans uppgifter börjar på rad 1 med ---, men det avslutande --- saknas. Lägg till det på en "
    "egen rad efter den här raden.",
)
_NOT_OPENED = OPEN_FRONT_MATTER.saying(
    "Sivun tietojen ensimmäinen rivi ei ole pelkkä ---. Kirjoita --- omalle rivilleen ennen "
    "tietoja.",
    "Första raden i sidans uppgifter är inte bara ---. Skriv --- på en egen rad före uppgifterna.",
)
_BROKEN_START = re.compile(
    rf"(?:[^\n]*-[^\n]*\n)?(?:{'|'.join(field_list(FrontMatter))}):[ \t].*?\n---\n", re.DOTALL
)
_TEXT_BEGINS = re.compile(r"\n(?:#|[ \t]*\n[ \t]*#)")
"""A heading: a title stands above all text, and no page says anything of itself below it."""


_Front = tuple[FrontMatter, str, int, list[Finding]]
"""What a page says of itself, its text, the line on which that begins, and findings."""


def _front_matter(text: str, path: str) -> _Front:
    if not re.match(r"---[ \t]*\n", text):
        return _not_opened(text, path)
    findings: list[Finding] = []
    found = _FRONT.match(text)
    end = found.end() if found else len(text)
    node = compose(found["yaml"] or "", path, first_line=2) if found else None
    begins = _TEXT_BEGINS.search(text, 0, end)
    if node is None or (begins and isinstance(node, Finding)):
        end = begins.start() + 1 if begins else end
        node = compose(text[:end].partition("\n")[2], path, first_line=2)
        last = text[:end].rstrip().count("\n") + 1
        findings.append(OPEN_FRONT_MATTER.at(path, last))
    body, first_line = text[end:], text[:end].count("\n") + 1
    if isinstance(node, Finding):
        wrong = mended_yaml(found["yaml"] or "", path, first_line=2) if found else None
        return FrontMatter(place=Location(path)), body, first_line, findings or [wrong or node]
    reader = Reader(path, first_line=2)
    front = reader.record(FrontMatter, node) or FrontMatter(place=Location(path))
    return front, body, first_line, findings or reader.findings


def _not_opened(text: str, path: str) -> _Front:
    """A page that says nothing of itself, or whose first line is broken or gone."""
    if not _BROKEN_START.match(text):
        return FrontMatter(place=Location(path)), text, 1, []
    first, _, rest = text.partition("\n")
    is_gone = _BROKEN_START.match(text, len(first) + 1) is None
    front, body, line, _ = _front_matter(f"---\n{text if is_gone else rest}", path)
    return front, body, line - is_gone, [_NOT_OPENED.at(path, 1)]
