"""What is found on one page or in one record is found without the others, and not again."""

from dataclasses import replace
from pathlib import Path

import pytest
from builders import TODAY
from kb import check
from kb.check.alone import Clean
from kb.finding import Finding
from kb.model.catalogue import Catalogue
from kb.model.page import Pair
from kb.read import read
from test_cases import ALL, prepare

REFERENCE = check.Reference(TODAY, 24)
ALONE = [one for one in check.all_checks() if one.is_alone]


def found(catalogue: Catalogue) -> list[Finding]:
    return [finding for one in ALONE for finding in one.findings(catalogue, REFERENCE)]


def pieces(catalogue: Catalogue) -> list[Catalogue]:
    """A catalogue of each page and each record by itself."""
    nothing = replace(catalogue, pairs={}, records={})
    pages = [
        replace(nothing, pairs={page.key: Pair(page.key, {page.lang: page})})
        for page in catalogue.pages()
    ]
    records = [
        replace(nothing, records={kind: {record.id: record}})
        for kind, every in catalogue.records.items()
        for record in every.values()
    ]
    return [*pages, *records]


@pytest.mark.parametrize("name", ALL)
def test_checks_of_one_thing_find_the_same_on_it_alone(name: str, tmp_path: Path) -> None:
    content, _ = prepare(name, tmp_path)
    catalogue = read(content, content)
    apart = [finding for piece in pieces(catalogue) for finding in found(piece)]
    assert set(apart) == set(found(catalogue))


def test_what_is_clean_is_not_looked_at_again_until_it_changes(tmp_path: Path) -> None:
    content = tmp_path / "docs"
    content.mkdir()
    (content / "hyva.fi.md").write_text("# Hyvä\n\nSelvä.\n", "utf-8")
    (content / "huono.fi.md").write_text("# Huono\n\n## Tyhjä {#tyhja}\n", "utf-8")

    def run(known: Clean) -> tuple[list[str], Clean]:
        catalogue = read(content, content)
        findings = check.run(catalogue, replace(REFERENCE, clean=known))
        seen = [page.path for page in known.unknown(catalogue)[0].pages()]
        told = [f.path for f in findings if f.rule.id == "empty-section"]
        return [*seen, "told:", *told], Clean("a", known.now)

    first, clean = run(Clean("a"))
    assert first == ["docs/huono.fi.md", "docs/hyva.fi.md", "told:", "docs/huono.fi.md"]
    again, clean = run(clean)
    assert again == ["docs/huono.fi.md", "told:", "docs/huono.fi.md"]
    assert run(Clean("b", clean.known))[0] == first, "other checks trust nothing"
    (content / "hyva.fi.md").write_text("# Hyvä\n\n## Tyhjä {#tyhja}\n", "utf-8")
    changed, _ = run(clean)
    assert changed == [*first, "docs/hyva.fi.md"]
