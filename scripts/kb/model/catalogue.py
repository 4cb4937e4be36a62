"""Everything the files say, in one value that the rest of the program only reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from kb.finding import Finding, errors
from kb.model import evidence, interface, other_words, people, programme, results, services
from kb.model.citable import Evidence, all_evidence
from kb.model.difference import Difference
from kb.model.differences import differences
from kb.model.evidence import Fact, Term
from kb.model.excuses import Excuse
from kb.model.interface import MenuGroup, Word
from kb.model.links import linked_keys
from kb.model.menu import MenuPages
from kb.model.order import ReadingOrder
from kb.model.page import HOME, Named, Page, Pair, key_of_name
from kb.model.passages import Passage, of_page, of_records
from kb.model.people import Contact
from kb.model.published import DATA, MEDIA, Kind, kind_of
from kb.model.record import Record
from kb.model.translations import Comparison, Declarations, compare
from kb.text import Lang, filled
from kb.words.spelling import WORD as NAME_WORD

R = TypeVar("R", bound=Record)

RECORD_TYPES: dict[str, type[Record]] = {
    kind.kind: kind
    for module in (evidence, programme, results, people, services, other_words, interface)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, Record) and kind is not Record
}
"""Every kind of data by name: to declare one in these modules is all it needs."""

Marking = tuple[frozenset[str], frozenset[str]]
"""The ids of the themes and of the phases that a page carries."""


@dataclass(frozen=True)
class Catalogue:
    """The content of the site: records by type and id, pairs by key, and what was found wrong."""

    records: Mapping[str, Mapping[str, Record]] = field(default_factory=dict)
    pairs: Mapping[str, Pair] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    declared: Declarations = field(default_factory=dict)
    """The fingerprints of both sides of each section when they were last declared in step."""
    files: frozenset[str] = frozenset()
    """The files outside the data by their path in the content folder: what a page may name."""
    excuses: tuple[Excuse, ...] = ()
    has_data: bool = True
    """False for a folder without `_data`, which somebody else wrote for something else."""
    addresses: dict[tuple[str, Lang], str] = field(default_factory=dict, init=False, compare=False)
    """The address of each page, as far as `kb.model.addresses` has been asked for them."""
    worked_out: dict[str, Any] = field(default_factory=dict, init=False, compare=False)
    """Derived values that several rules ask for, by name; filled in on first use."""
    _ids: dict[str, frozenset[str]] = field(default_factory=dict, init=False, compare=False)

    @cached_property
    def misread(self) -> frozenset[str]:
        """Files that could not be read whole: what they lack is no news until they are mended."""
        return frozenset(finding.path for finding in errors(self.findings))

    @cached_property
    def media(self) -> frozenset[str]:
        """The pictures and documents that are published: those that have nothing wrong in them."""
        media = {file for file in self.files if kind_of(file) in MEDIA}
        return frozenset(media - self._misread_files)

    def all(self, kind: type[R]) -> Mapping[str, R]:
        """The records of a type by id, in their order."""
        return self.records.get(kind.kind, {})  # type: ignore[return-value]

    def pages(self, lang: Lang | None = None) -> Iterator[Page]:
        """Every page, or every page of one language, in key order."""
        for pair in self.pairs.values():
            for page in pair.versions.values():
                if lang in (None, page.lang):
                    yield page

    def passages(self, lang: Lang | None = None) -> Iterator[Passage]:
        """Everything that readers read, or all of it in one language: pages, then data."""
        for page in self.pages(lang):
            yield from of_page(page)
        yield from (one for one in self.passages_of_data if lang in (None, one.lang))

    @cached_property
    def passages_of_data(self) -> tuple[Passage, ...]:
        """What the records say, in both languages."""
        return tuple(of_records(self.records))

    @cached_property
    def names(self) -> frozenset[str]:
        """The words of every name that a record gives, and every abbreviation."""
        called = (one for one in self.passages_of_data if one.is_name or one.words.isupper())
        return frozenset(word for one in called for word in NAME_WORD.findall(one.words))

    def page(self, key: str, lang: Lang) -> Page | None:
        """The page of that key in that language, if it exists."""
        pair = self.pairs.get(key)
        return pair[lang] if pair else None

    def page_showing(self, directive: Named, lang: Lang) -> Page | None:
        """The first page that uses a directive without arguments: the home of that kind of data."""
        return self._showing.get((directive.name, lang))

    def word(self, name: str, lang: Lang, /, **values: object) -> str:
        """An interface word, filled in; KeyError if it is not in `strings.yml`."""
        return filled(self.all(Word)[name].text[lang], values)

    def evidence(self, id: str) -> Evidence | None:
        """What a fact id (S-, P-, T- or H-) says and rests on; None if nothing has that id."""
        return self._evidence.get(id)

    def ids(self, kind: str) -> frozenset[str]:
        """The ids that a reference to `kind` may name."""
        if kind not in self._ids:
            self._ids[kind] = self._ids_of(kind)
        return self._ids[kind]

    @cached_property
    def reading_order(self) -> ReadingOrder:
        """The order in which the pages are read, looked up by page and by folder."""
        groups = self.all(MenuGroup).values()
        return ReadingOrder(self.pairs, [key for group in groups for key in group.pages])

    @cached_property
    def menu(self) -> tuple[MenuPages, ...]:
        """The groups of the menu with their pages."""
        return tuple(MenuPages.of(group) for group in self.all(MenuGroup).values())

    @cached_property
    def top_fronts(self) -> tuple[str, ...]:
        """The keys of the fronts of the folders at the top."""
        return tuple(key for key in self.pairs if key.endswith(f"/{HOME}") and key.count("/") == 1)

    @cached_property
    def articles(self) -> Mapping[Lang, Mapping[Marking, list[str]]]:
        """The keys of the articles that are no fronts by what marks them, in reading order."""
        found: dict[Lang, dict[Marking, list[str]]] = {lang: {} for lang in Lang}
        for key in self.reading_order.keys:
            for lang, page in self.pairs[key].versions.items():
                if self.is_article(page) and not page.is_front:
                    marking = frozenset(page.front.themes), frozenset(page.front.phases)
                    found[lang].setdefault(marking, []).append(key)
        return found

    @cached_property
    def about_the_site(self) -> frozenset[str]:
        """The keys of the pages about the site, not about its subject."""
        groups = self.all(MenuGroup).values()
        return frozenset(key for group in groups if group.is_about_the_site for key in group.pages)

    def is_article(self, page: Page) -> bool:
        """True for a page about the subject: neither the home page nor one about the site."""
        return page.key != HOME and page.key not in self.about_the_site

    def front_above(self, page: Page) -> Page | None:
        """The front page of the folder that a page stands in; a front page has none above it."""
        front = self.page(f"{page.folder}/{HOME}", page.lang)
        return front if front and front.key != page.key else None

    def _ids_of(self, kind: str) -> frozenset[str]:
        if kind == "pages":
            return self.misread_pages | self.pairs.keys()
        if kind == "sections":
            return frozenset(key.rpartition("/")[0] for key in self.ids("pages")) - {""}
        if kind == Fact.kind:
            kinds = (Fact.kind, Contact.kind)  # a contact is a fact by its own id
            return frozenset.union(*map(self._misread_ids, kinds)) | self._evidence.keys()
        return self._misread_ids(kind) | self.records.get(kind, {}).keys()

    def _misread_ids(self, kind: str) -> frozenset[str]:
        """The ids of records that exist in files of their own but could not be read."""
        found = (path.rsplit("/", 2) for path in self.misread)
        return frozenset(
            parts[-1].removesuffix(".yml") for parts in found if parts[-2:-1] == [kind]
        )

    def has_all(self, kind: str) -> bool:
        """False while the list of a kind's records cannot be read whole."""
        return f"{DATA}/{kind}.yml" not in self._misread_files

    def may_have(self, kind: str, id: str) -> bool:
        """True if a reference to `kind` may name the id, or if that cannot be known now."""
        if id in self.ids(kind) or not self.has_all(kind):
            return True
        in_terms = kind == Fact.kind and id.startswith(Term.cited_as)
        return in_terms and any(f.startswith(f"{DATA}/{Term.kind}/") for f in self._misread_files)

    @cached_property
    def _misread_files(self) -> frozenset[str]:
        return frozenset(path.partition("/")[2] for path in self.misread)

    @cached_property
    def misread_pages(self) -> frozenset[str]:
        """The keys of pages of which some language could not be read whole."""
        files = self._misread_files
        return frozenset(key_of_name(file) for file in files if kind_of(file) is Kind.PAGE)

    def leading_to(self, key: str, lang: Lang) -> frozenset[str]:
        """The keys of the pages of a language that link to a page."""
        return frozenset(self._leading.get((key, lang), ()))

    def pages_citing(self, fact: str) -> int:
        """How many page versions cite a fact themselves."""
        return self._citing[fact]

    @cached_property
    def _citing(self) -> Counter[str]:
        return Counter(fact for page in self.pages() for fact in page.cited)

    @cached_property
    def _leading(self) -> dict[tuple[str, Lang], list[str]]:
        found: dict[tuple[str, Lang], list[str]] = {}
        for page in self.pages():
            for key in linked_keys(page):
                found.setdefault((key, page.lang), []).append(page.key)
        return found

    @cached_property
    def comparisons(self) -> Mapping[str, tuple[Comparison, ...]]:
        """Each section of every whole pair: do its languages say the same?"""
        return compare(self.pairs, self.declared)

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """What one language of a pair has and the other lacks."""
        names = {contact.name for contact in self.all(Contact).values()}
        return differences(self.pairs, self.comparisons, names)

    @cached_property
    def _showing(self) -> dict[tuple[str, Lang], Page]:
        found: dict[tuple[str, Lang], Page] = {}
        for page in self.pages():
            for use in page.directives:
                if not use.arguments:
                    found.setdefault((use.name, page.lang), page)
        return found

    @cached_property
    def _evidence(self) -> dict[str, Evidence]:
        facts, terms = self.all(Fact).values(), self.all(Term).values()
        return {one.id: one for one in all_evidence(facts, terms, self.all(Contact).values())}
