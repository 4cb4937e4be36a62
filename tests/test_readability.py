"""LIX of each page: what `make readability` prints."""

from dataclasses import replace

from builders import catalogue, page
from kb.check.wording import hardest_first

EASY = "Lapsi saa apua. Perhe saa tukea."
HARD = "Moniammatillinen yhteistyörakenne edellyttää hallinnonalarajojen ylittämistä."


def test_every_page_has_its_index_and_the_hardest_comes_first():
    pages = [
        replace(page("helppo.fi.md", EASY), path="docs/helppo.fi.md"),
        replace(page("vaikea.fi.md", HARD), path="docs/vaikea.fi.md"),
    ]
    found = hardest_first(catalogue(pages))
    assert [path for path, _ in found] == ["docs/vaikea.fi.md", "docs/helppo.fi.md"]
    # 6 words in 2 sentences, none longer than six letters: 3 words a sentence.
    assert found[1][1] == 3.0
