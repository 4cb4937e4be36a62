"""The corpus: every payload where it may stand, in one content folder, and where each stands."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

import yaml
from attacks.payloads import CARRIED, CARRIERS, PAGES, VALUES

DATA = Path(__file__).resolve().parents[2] / "docs/_data"
Record = dict[str, object]
BOTH = ("fi", "sv")


@dataclass(frozen=True, slots=True)
class Attack:
    """A hostile file, and the lines, from 1, one of which must be named."""

    name: str
    file: str
    """Inside the content folder."""
    text: str
    first: int = 1
    last: int = 1_000_000

    @property
    def address(self) -> str:
        """Where a page is published, below the site's root."""
        return f"{self.file.removesuffix('.fi.md')}/"


def page(name: str, hostile: str) -> Attack:
    """A page with two good paragraphs and what is hostile between them."""
    text = f"# {name.capitalize()}\n\nAlku.\n\n{hostile}\n\nLoppu.\n"
    return Attack(name, f"sivut/{name}.fi.md", text, 5, 5 + hostile.count("\n"))


def _on_pages() -> Iterator[Attack]:
    for kind, payloads in PAGES.items():
        for number, payload in enumerate(payloads, 1):
            yield page(f"{kind}-{number}", payload)
    for place, carrier in CARRIERS.items():
        for number, payload in enumerate(CARRIED, 1):
            yield page(f"{place}-in-{number}", carrier.format(payload))


TEXTS = {
    "contacts": ("name", "role", "note"),
    "facts": ("text", "value"),
    "funding": ("name", "years", "purpose", "note"),
    "organisations": ("name", "abbreviation", "role"),
    "regions": ("name", "project", "implementer", "note"),
    "sources": ("publisher", "title", "note"),
    "terms": ("term", "abbreviation", "definition", "note", "also_fi"),
    "themes": ("name", "summary"),
    "timeline": ("title", "text"),
}
"""Fields of text, by kind."""
FORMATS: dict[tuple[str, str], tuple[object, ...]] = {
    ("contacts", "email"): (
        "a@b.fi><img src=x onerror=ran(1)>",
        "javascript:ran(1)//@b.fi",
        "a@b.fi?subject=x&body=y",
        '"x y"@b.fi',
    ),
    ("contacts", "phone"): (
        '029"onmouseover="ran(1)',
        "javascript:ran(1)",
        "0295 163 595;phone-context=evil.example",
        "<b>029</b>",
    ),
    ("contacts", "as_of"): ("2020-99-99", "٢٠٢٠", "2020<b>", "9" * 5000),
    ("sources", "url"): (
        "javascript:ran(1)",
        "https://suomi.fi@evil.example/",
        "https://x.fi/a)[b](javascript:ran(1)",
        "https://x.fi/`onmouseover=ran(1)`",
        "https://x.fi\\@evil.example/",
        "data:text/html,x",
        "//evil.example/",
        "https://x.fi/" + "a" * 3000,
    ),
    ("funding", "amount"): ("9" * 5000, "1e9999", "٣", "-1", "<b>1</b>"),
    ("regions", "row"): ("9" * 5000,),
    ("organisations", "id"): ("main", "cookie", "x onclick=ran(1)", "../../x"),
    ("timeline", "id"): ("q-header", "<b>"),
    ("terms", "id"): ("body",),
}
"""Values of fields that have a format, and ids."""


def _in_records() -> Iterator[Attack]:
    values = cycle(VALUES)
    for kind, keys in TEXTS.items():
        for key in keys:
            for number, value in enumerate(islice(values, 3), 1):
                yield _record(kind, key, value, f"{kind}-{key}-{number}")
    for (kind, key), wrong in FORMATS.items():
        for number, value in enumerate(wrong, 1):
            yield _record(kind, key, value, f"{kind}-{key}-{number}")


def _record(kind: str, key: str, value: object, name: str) -> Attack:
    """A real record under another id, with a value that is hostile."""
    record = _sample(kind, key)
    record["id"] = f"H-{name}" if kind == "contacts" else name.replace("_", "-")
    match record.get(key):
        case dict():
            record[key] = _both(value)
        case list():
            record[key] = [value]
        case _:
            record[key] = value
    text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False, width=10_000)
    return Attack(name, f"_data/{kind}/{str(record['id']).replace('/', '-')[:40]}.yml", text)


def _sample(kind: str, key: str) -> Record:
    """The first record of a kind that has a key."""
    for file in sorted((DATA / kind).glob("*.yml")):
        record: Record = yaml.safe_load(file.read_text("utf-8"))
        if key in record:
            return record
    raise LookupError(f"no {kind} has {key}")


def _both(value: object) -> dict[str, object]:
    return dict.fromkeys(BOTH, value)


WORDS = {
    "checked": "Tarkistettu {date.__class__.__mro__}",
    "changed": "Muutettu {date:>99999999}",
    "book-made": "Koottu {0}",
    "mark-many": "{count!r} {",
    "skip": "Siirry <img src=x onerror=ran(1)>",
    "home": "[Etusivu](javascript:ran(1))",
    "licence": '" onmouseover="ran(1)" x="</footer><script>ran(1)</script>',
    "search": "Haku {{ config }}",
}
FRONT = {
    "description": '"><img src=x onerror=ran(1)>',
    "id": "x onclick=ran(1)",
    "slug": "../../x",
    "search_words": ["<script>ran(1)</script>"],
    "title": "<script>ran(1)</script>",
    "template": "../../../etc/hostname",
    "icon": "../../../etc/hostname",
}
NAMES = (
    'x"onmouseover="ran(1).fi.md',
    "<img src=x onerror=ran(1)>.fi.md",
    "javascript:ran(1).fi.md",
    "x](javascript:ran(1)).fi.md",
    "x'y/sivu.fi.md",
    "kansio {{7*7}}/sivu.fi.md",
    "a b/sivu.fi.md",
)


def _elsewhere() -> Iterator[Attack]:
    for key, value in FRONT.items():
        front = yaml.safe_dump({key: value}, allow_unicode=True, width=10_000)
        text = f"---\n{front}---\n\n# Tiedot {key}\n\nAlku.\n"
        yield Attack(f"front-{key}", f"tiedot/{key.replace('_', '-')}.fi.md", text, 1, 3)
    for number, name in enumerate(NAMES, 1):
        yield Attack(f"name-{number}", f"nimet/{name}", f"# Nimi {number}\n\nAlku.\n")


def words() -> tuple[str, dict[str, range]]:
    """The project's interface words, some of them hostile, and the lines of each of those."""
    listed = yaml.safe_load((DATA / "strings.yml").read_text("utf-8"))
    text, places = "", {}
    for record in listed:
        if record["id"] in WORDS:
            record["text"] = _both(WORDS[record["id"]])
        dumped = yaml.safe_dump([record], allow_unicode=True, sort_keys=False, width=10_000)
        if record["id"] in WORDS:
            start = text.count("\n") + 1
            places[record["id"]] = range(start, start + dumped.count("\n"))
        text += dumped
    return text, places


ATTACKS = (*_on_pages(), *_in_records(), *_elsewhere())
SHOWING = "# Kaikki\n\nAlku.\n\n" + "".join(
    f"<!-- kb:{name} -->\n\n"
    for name in (
        *("timeline", "phases", "themes", "regions", "funding", "contacts", "organisations"),
        *("glossary", "sources", "all-pages", "picture show=timeline", "find-region"),
        *("figures", "years", "newest", "themes as=lines"),
        *("picture show=money", "picture show=actors", "picture show=contents"),
    )
)
"""A page that shows all data."""


def write(content: Path, attacks: Iterable[Attack] = ATTACKS) -> Path:
    """The attacks as a content folder, among the project's own data."""
    shutil.copytree(
        DATA, content / "_data", ignore=shutil.ignore_patterns("translations", "words.*")
    )
    files = {one.file: one.text for one in attacks}
    files |= {"_data/strings.yml": words()[0], "kaikki.fi.md": SHOWING}
    for name, text in files.items():
        file = content / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return content
