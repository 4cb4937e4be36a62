"""Pages: one language version each, tied into pairs by their stem."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, ClassVar, Protocol, TypeVar

from kb.model import fields
from kb.model.date import PartialDate
from kb.model.record import Location
from kb.text import Lang, Text

T = TypeVar("T")

HOME = "index"
_FILE_SUFFIX = re.compile(r"(?:\.(?:fi|sv))?(?:\.md)?$")


@dataclass(frozen=True, kw_only=True)
class FrontMatter:
    """What a page says about itself between the `---` lines; every key may be left out."""

    kind: ClassVar[str] = "front-matter"
    label: ClassVar[Text] = Text("sivun tiedot", "sidans uppgifter")
    about: ClassVar[Text] = Text(
        "Sivun tiedot ovat tiedoston alussa viivojen `---` välissä.",
        "Sidans uppgifter står överst i filen, mellan strecken `---`.",
    )
    elsewhere: ClassVar[frozenset[str]] = frozenset({
        "author", "authors", "categories", "comments", "date", "hide", "icon", "layout",
        "search", "status", "subtitle", "tags", "template", "title",
    })  # fmt: skip
    """Keys that other sites by MkDocs use and that mean nothing here."""
    distinct: ClassVar[tuple[tuple[str, ...], ...]] = (("description",), ("nav_title",))
    """Keys in which no two pages say the same."""

    id: str | None = fields.label(
        "Sivun pysyvä tunnus, esimerkiksi IA-24", "Sidans varaktiga id, till exempel IA-24"
    )
    description: str | None = fields.line(
        "Yksi virke, joka kertoo, mihin sivu vastaa; näkyy luetteloissa ja hakukoneissa",
        "En mening om vad sidan svarar på; syns i förteckningar och sökmotorer",
    )
    slug: str | None = fields.line(
        "Vain ruotsinkielisellä sivulla: osoitteen sana (kansion etusivulla kansion sana)",
        "Bara på den svenska sidan: ordet i adressen (på en mapps förstasida mappens ord)",
    )
    nav_title: str | None = fields.line(
        "Sivun lyhyt nimi valikoissa; ilman sitä siellä on koko otsikko",
        "Sidans korta namn i menyerna; utan det står hela rubriken där",
    )
    phases: tuple[str, ...] = fields.references(
        "Vaiheet, joista sivu kertoo", "Faser som sidan handlar om", "phases"
    )
    themes: tuple[str, ...] = fields.references(
        "Teemat, joista sivu kertoo", "Teman som sidan handlar om", "themes"
    )
    search_words: tuple[str, ...] = fields.lines(
        "Sanoja, joilla lukija etsii sivua mutta joita sivulla ei ole; vain haku käyttää niitä",
        "Ord som läsaren söker sidan med men som inte står på den; bara sökningen använder dem",
    )
    easy: bool = fields.flag(
        "Sivu on selkokieltä: rivit katkeavat siitä, mistä ne on katkaistu, eikä tekstissä ole "
        "lähdemerkkejä eikä lopussa sivuja yleiskielellä",
        "Sidan är på lätt språk: raderna bryts där de är brutna, texten har inga källmärken och "
        "slutet inga sidor på allmänspråk",
    )
    checked: PartialDate | None = fields.day(
        "Päivä, jona tiedot viimeksi tarkistettiin", "Dagen då uppgifterna senast kontrollerades"
    )
    place: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in the Markdown; `anchor` is empty unless the editor gave one with {#…}."""

    level: int
    text: str
    anchor: str
    line: int


@dataclass(frozen=True, slots=True)
class Mention:
    """Something that a page refers to by name: a citation, a link target."""

    target: str
    line: int


@dataclass(frozen=True, slots=True)
class DirectiveUse:
    """A `<!-- kb:name key=value -->` line of a page."""

    name: str
    arguments: tuple[tuple[str, str], ...]
    line: int
    raw: str


class Named(Protocol):
    """A directive, as far as the model knows of it."""

    @property
    def name(self) -> str:
        """The word after `kb:`."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """One language version of a page; `key` is its path without language and suffix."""

    key: str
    lang: Lang
    path: str
    title: str
    body: str
    body_line: int = 1
    front: FrontMatter
    headings: tuple[Heading, ...] = ()
    citations: tuple[Mention, ...] = ()
    links: tuple[Mention, ...] = ()
    directives: tuple[DirectiveUse, ...] = ()
    digest: str = field(default="", compare=False, repr=False)
    """Of the file with its name; empty for a page that no file stands behind."""
    worked_out: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """Derived values that many rules ask for, by name; filled in on first use."""
    kept: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """Likewise what the page alone decides, as JSON: it outlives a run (`kb.read.kept`)."""

    @property
    def place(self) -> Location:
        """The first line of the file."""
        return Location(self.path, 1)

    @property
    def short_title(self) -> str:
        """What menus call the page: its own short name, or its title."""
        return self.front.nav_title or self.title

    @property
    def file(self) -> str:
        """The path of the file inside the content folder."""
        return self.path.partition("/")[2]

    @property
    def folder(self) -> str:
        """The folder of the key, without a slash; empty at the root."""
        return self.key.rpartition("/")[0]

    @property
    def is_front(self) -> bool:
        """True for a folder's front page."""
        return self.key.rpartition("/")[2] == HOME

    @cached_property
    def cited(self) -> frozenset[str]:
        """The ids that the page cites itself."""
        return frozenset(citation.target for citation in self.citations)

    def shows(self, *directives: Named) -> bool:
        """True if the page uses any of these directives, whatever its arguments."""
        names = {directive.name for directive in directives}
        return any(use.name in names for use in self.directives)


def once_a_page(function: Callable[[Page], T]) -> Callable[[Page], T]:
    """Declare what a page alone decides: worked out once for each page and kept between runs.

    Nothing but the page may take part, and the value is JSON: a list comes back where a tuple was.
    """
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def once(page: Page) -> T:
        if name not in page.kept:
            page.kept[name] = function(page)
        known: T = page.kept[name]
        return known

    return once


@dataclass(frozen=True, slots=True)
class Pair:
    """A page in its languages; at least one of them exists."""

    key: str
    versions: dict[Lang, Page] = field(default_factory=dict)

    def __getitem__(self, lang: Lang) -> Page | None:
        return self.versions.get(lang)

    @property
    def any(self) -> Page:
        """The Finnish version, or the only one there is."""
        return self.versions.get(Lang.FI) or self.versions[Lang.SV]

    @property
    def is_whole(self) -> bool:
        """True if both languages exist."""
        return len(self.versions) == len(Lang)

    @property
    def page_ids(self) -> list[str]:
        """The ids that its languages give: one, if they are right.

        One is enough: a page without its id must not make every section that links to it look
        changed.
        """
        given = (page.front.id for page in self.versions.values())
        return [*dict.fromkeys(filter(None, given))]


def key_of_name(name: str) -> str:
    """The key of the page whose key or file is named: `docs/teemat/ot.sv.md` is `teemat/ot`."""
    return _FILE_SUFFIX.sub("", name.strip().replace("\\", "/").removeprefix("docs/"))


def front_first(key: str) -> tuple[str, bool, str]:
    """What keys are sorted by: folder, then name, the folder's front page first."""
    return key.rpartition("/")[0], not key.endswith(f"/{HOME}"), key
