"""The whole site as PDF: a few pages in both languages, built, bound and read back."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from serve import Build, Built

pytestmark = pytest.mark.slow

try:
    import pdf as command
    from kb.pdf.convert import ForeignFileError, to_pdf
    from kb.pdf.hyphens import FinnishHyphens
except OSError as missing:
    pytest.skip(f"PDF needs Pango and Voikko (make system): {missing}", allow_module_level=True)

PDF = {"fi": "lape-tietopankki.pdf", "sv": "lape-kunskapsbanken.pdf"}
NAMES = {"fi": "LAPE-tietopankki", "sv": "LAPE-kunskapsbanken"}
HOST = "https://lape.example.org/"
LONG = "\n\n".join(["Kappale, jossa on sanoja. Ett stycke med ord. " * 12] * 18)
FILES = {
    "index": ("# Koti\n\n[Aihe](aihe/index.md#osa)\n", "# Hem\n\n[Ämne](aihe/index.md#osa)\n"),
    "aihe/index": (
        f"# Aihe\n\n## Osa {{#osa}}\n\n{LONG}\n\n### Pieni\n\nAiheen loppu.\n",
        f"---\nslug: amne\n---\n\n# Ämne\n\n## Del {{#osa}}\n\n{LONG}\n\n### Liten"
        "\n\nÄmnets slut.\n",
    ),
    "aihe/alempi": (
        "# Alempi\n\n## Osa {#osa}\n\n[Täällä](#osa), [koti](../index.md) ja"
        " [THL](https://thl.fi/).\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\nAlemman loppu.\n",
        "---\nslug: lagre\n---\n\n# Lägre\n\n## Del {#osa}\n\n[Här](#osa), [hem](../index.md) och"
        " [THL](https://thl.fi/).\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\nDet lägres slut.\n",
    ),
    "viimeinen": (
        "# Viimeinen\n\nKaiken loppu.\n",
        "---\nslug: sist\n---\n\n# Sist\n\nSlutet på allt.\n",
    ),
}
MENU = (
    "- id: a\n  name: {fi: Valikko, sv: Meny}\n  where: header\n  pages: [viimeinen, aihe/index]\n"
)
ORDER = {
    "fi": ["Koti", "Viimeinen", "Aihe", "Alempi"],
    "sv": ["Hem", "Sist", "Ämne", "Lägre"],
}
BOOKMARKS = {
    "fi": ["Sisällys", "Koti", "Viimeinen", "Aihe", ["Osa", ["Pieni"], "Alempi", ["Osa"]]],
    "sv": ["Innehåll", "Hem", "Sist", "Ämne", ["Del", ["Liten"], "Lägre", ["Del"]]],
}
LAST = {
    "fi": ["Aiheen loppu.", "Alemman loppu.", "Kaiken loppu."],
    "sv": ["Ämnets slut.", "Det lägres slut.", "Slutet på allt."],
}


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Iterator[Path]:
    """A built site of a few pages with the PDF of each language in its root."""
    folder = tmp_path_factory.mktemp("pdf")
    docs = folder / "docs"
    for stem, texts in FILES.items():
        for lang, text in zip(("fi", "sv"), texts, strict=True):
            file = docs / f"{stem}.{lang}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
    (docs / "_data").mkdir()
    (docs / "_data/menu.yml").write_text(MENU, "utf-8")
    assert build(docs, folder / "site").warnings == ()
    with pytest.MonkeyPatch.context() as settings:
        settings.setenv("KB_DOCS", str(docs))
        assert command.main([str(folder / "site")]) == 0
        yield folder / "site"


@pytest.fixture(scope="module", params=["fi", "sv"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def book(toy: Path, lang: str) -> PdfReader:
    return PdfReader(toy / PDF[lang])


def titles(outline: list[Any]) -> list[Any]:
    return [titles(one) if isinstance(one, list) else one.title for one in outline]


def flat(outline: list[Any]) -> Iterator[Any]:
    for one in outline:
        yield from flat(one) if isinstance(one, list) else [one]


def links(book: PdfReader) -> list[Any]:
    found = [note.get_object() for sheet in book.pages for note in sheet.get("/Annots", [])]
    return [note for note in found if note["/Subtype"] == "/Link"]


def structure(element: Any) -> Iterator[str]:
    """The kinds of all elements of the structure tree, in reading order."""
    element = element.get_object()
    if isinstance(element, list):
        for kid in element:
            yield from structure(kid)
    elif isinstance(element, dict):
        if "/S" in element:
            yield element["/S"]
        if "/K" in element:
            yield from structure(element["/K"])


def test_bookmarks_are_the_headings_in_menu_order(book: PdfReader, lang: str) -> None:
    assert titles(book.outline) == BOOKMARKS[lang]


def test_contents_name_every_page_with_its_page_number(book: PdfReader, lang: str) -> None:
    printed = re.findall(r"^(\S+) [. ]*?(\d+)$", book.pages[1].extract_text(), re.MULTILINE)
    starts = {one.title: book.get_destination_page_number(one) + 1 for one in flat(book.outline)}
    assert printed == [(title, str(starts[title])) for title in ORDER[lang]]
    sheets = [starts[title] for title in ORDER[lang]]
    assert any(after - before > 1 for before, after in pairwise(sheets)), "one of several sheets"


def test_it_says_its_language_name_and_that_it_is_tagged(book: PdfReader, lang: str) -> None:
    root = book.trailer["/Root"]
    assert root["/Lang"] == lang
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_data()
    assert book.metadata is not None
    assert book.metadata.title == book.metadata.author == NAMES[lang]
    kinds = list(structure(root["/StructTreeRoot"]["/K"]))
    assert kinds.count("/H1") == len(ORDER[lang]) + 2, "cover, contents and every page"
    assert {"/Table", "/TH", "/Link", "/H2", "/H3"} <= set(kinds)


def test_links_lead_to_places_that_exist_and_outside_by_their_address(
    book: PdfReader, toy: Path, lang: str
) -> None:
    inside = [note["/Dest"] for note in links(book) if "/Dest" in note]
    assert inside
    assert set(inside) <= set(book.named_destinations)
    own = [address for address in Built(toy).pages if address.startswith("sv/") == (lang == "sv")]
    pages = {HOST + address for address in own if not re.search("haku|sok", address)}
    outside = {note["/A"]["/URI"] for note in links(book) if "/A" in note}
    assert outside == pages | {HOST, "https://thl.fi/"}


def test_no_page_is_lost_and_addresses_are_printed(book: PdfReader, lang: str) -> None:
    text = " ".join(" ".join(sheet.extract_text() for sheet in book.pages).split())
    for words in [*LAST[lang], "(https://thl.fi/)", "CC BY 4.0"]:
        assert text.count(words) == 1, words


def test_same_site_gives_the_same_bytes(toy: Path) -> None:
    again = command.pdf_of(toy.parent / "docs", command.Lang.FI, toy)
    assert again is not None
    assert again.content == (toy / PDF["fi"]).read_bytes()
    assert again.pages == len(PdfReader(io.BytesIO(again.content)).pages)


def test_a_pdf_too_large_to_fetch_is_refused(
    toy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {name: (toy / name).read_bytes() for name in PDF.values()}
    monkeypatch.setattr(command, "LARGEST", len(before[PDF["sv"]]) - 1)
    assert command.main([str(toy)]) == 1
    told = capsys.readouterr()
    assert f"{PDF['sv']} would be {len(before[PDF['sv']]):,} bytes" in told.err
    assert told.out == ""
    assert {name: (toy / name).read_bytes() for name in PDF.values()} == before


def test_a_pdf_too_long_to_print_is_refused(
    toy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = len(PdfReader(toy / PDF["fi"]).pages)
    monkeypatch.setattr(command, "MOST_PAGES", pages - 1)
    assert command.main([str(toy)]) == 1
    assert f"{PDF['fi']} would have {pages} pages" in capsys.readouterr().err


SECRET = "salaisuus-joka-ei-kuulu-sivustoon"
LOADING = (
    '<a rel="attachment" href="{secret}">x</a><a rel="attachment" href="file://{secret}">x</a>'
    '<link rel="attachment" href="{secret}"><a rel="attachment" href="{host}{secret}">x</a>'
    '<link rel="stylesheet" href="https://evil.example/a.css"><base href="file:///">'
    '<object data="{secret}"></object><embed src="{secret}"><iframe src="{secret}"></iframe>'
    '<style>@import "file://{secret}"; p {{ background: url(file://{secret}) }}</style>'
    '<p style="background: url(file://{secret})">x</p>'
)


def with_harm(toy: Path, folder: Path, harm: str) -> Path:
    """The toy's site with something in a page's article that no build would leave there."""
    site = folder / "site"
    shutil.copytree(toy, site)
    page = site / "viimeinen/index.html"
    text = page.read_text("utf-8")
    page.write_text(text.replace("Kaiken loppu.", f"Kaiken loppu.{harm}"), "utf-8")
    return site


def test_nothing_from_elsewhere_gets_into_the_document(toy: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, "utf-8")
    site = with_harm(toy, tmp_path, LOADING.format(secret=secret, host=HOST))
    made = command.pdf_of(toy.parent / "docs", command.Lang.FI, site)
    assert made is not None
    book = PdfReader(io.BytesIO(made.content))
    assert book.attachments == {}
    assert b"/EmbeddedFile" not in made.content
    assert "Kaiken loppu." in "".join(sheet.extract_text() for sheet in book.pages)


@pytest.mark.parametrize(
    "address",
    ["https://evil.example/x.png", "file:///etc/hostname", "/etc/hostname", "../../etc/hostname",
     "%2fetc%2fhostname", "..%2f..%2fetc%2fhostname", "ei-ole.png", "data:image/png;base64,AA"],
)  # fmt: skip
def test_a_file_from_elsewhere_is_never_read(tmp_path: Path, address: str) -> None:
    (tmp_path / "site").mkdir()
    with pytest.raises(ForeignFileError):
        to_pdf(
            f'<html lang="fi"><title>x</title><img alt="x" src="{address}">',
            HOST,
            lambda path: command.read_inside(tmp_path / "site", path),
        )


def test_a_page_that_stops_the_document_is_told_in_a_sentence(
    toy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = with_harm(toy, tmp_path, '<img alt="x" src="https://evil.example/x.png">')
    assert command.main([str(site)]) == 1
    told = capsys.readouterr().err
    assert told == (
        "No PDF: a page needs https://evil.example/x.png, which is no file of the site.\n"
    )


def test_finnish_is_hyphenated_where_its_compounds_join() -> None:
    places = FinnishHyphens().positions("kansanedustaja")
    assert len("kansan") in places
    assert len("kansa") not in places
