"""What a new page says, and that beginning one never writes over anything."""

from __future__ import annotations

from pathlib import Path

import new_page as command
import pytest
from builders import PROJECT, catalogue, page, pages
from kb import check, scaffold
from kb.check.open_places import OPEN_PLACE
from kb.model.outline import missing_language, new_page
from kb.read import read
from kb.read.pages import parse_page
from kb.text import Lang

FINNISH = """---
id: IA-24
description: Mikä on.
phases: [phase-1]
themes: [perhekeskus]
checked: 2026-11
search_words: [omat sanat]
---

# Perhekeskus

Johdanto.[^S-002][^S-001]

## Mitä -->> se on {#mita}

Tekstiä.[^S-001]

Lisää.[^S-003] ja taas.[^S-001]

<!-- kb:timeline phase=phase-1 -->

### Ilman tunnusta

```
# ei otsikko [^S-009]
```
"""
SWEDISH = """---
id: IA-24
phases: [phase-1]
themes: [perhekeskus]
checked: 2026-11
description: …
slug: …
---

# …

<!-- På finska: Perhekeskus -->

…[^S-002][^S-001]

## … {#mita}

<!-- På finska: Mitä –›› se on -->

…[^S-001][^S-003]

<!-- kb:timeline phase=phase-1 -->

### …

<!-- På finska: Ilman tunnusta -->
"""


def test_a_missing_language_has_the_same_skeleton_and_open_words():
    assert missing_language(page("teemat/perhekeskus.fi", FINNISH)) == SWEDISH


def test_what_is_begun_has_the_ids_facts_and_data_of_its_pair():
    here = page("teemat/perhekeskus.fi", FINNISH)
    there = page("teemat/perhekeskus.sv", missing_language(here))
    assert [h.anchor for h in there.headings] == [h.anchor for h in here.headings]
    assert {c.target for c in there.citations} == {c.target for c in here.citations}
    assert [d.raw for d in there.directives] == [d.raw for d in here.directives]
    assert {"unequal-facts", "unequal-headings", "unequal-front-matter"}.isdisjoint(
        finding.rule.id for finding in check.run(catalogue([here, there]))
    )


def test_from_swedish_to_finnish_needs_no_address_word():
    begun = missing_language(page("index.sv", "# Hem\n\nText.\n"))
    assert begun == "---\ndescription: …\n---\n\n# …\n\n<!-- Ruotsiksi: Hem -->\n\n…\n"
    assert "slug" not in missing_language(page("index.fi", "# Koti\n"))


@pytest.mark.parametrize("lang", list(Lang))
def test_a_new_page_waits_for_words_until_they_are_there(lang):
    page_, findings = parse_page(new_page(lang, "Otsikko", "rubrik"), "a", "a", lang)
    assert findings == []
    assert page_.title == "Otsikko"
    open_places = [f for f in check.run(catalogue([page_])) if f.rule == OPEN_PLACE]
    assert len(open_places) == 4


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("Barnets bästa i småbarnsfostran", "barnets-basta-i-smabarnsfostran"),
        ("  LAPE:s två faser – 2016–2022! ", "lape-s-tva-faser-2016-2022"),
        ("Éva & Øystein", "eva-ystein"),
        ("日本", ""),
        ("", ""),
    ],
)
def test_a_title_becomes_a_word_of_an_address(title, word):
    assert scaffold.address_word(title) == word


@pytest.mark.parametrize(
    "name",
    [
        *("", "/", "/etc/passwd", "../pois", "teemat/../pois", "teemat//a", "teemat/", "C:\\x"),
        *("Isot", "ääkköset", "a b", "a\nb", "a\x00", "_data/x", ".git/x", "a.b"),
        *("-a", "a-", "a--b"),
    ],
)
def test_a_name_that_is_no_address_is_refused(name):
    planned = scaffold.plan(catalogue(), name, {})
    assert planned.files == {}
    assert len(planned.refused) == 1
    assert "teemat/uusi-sivu" in planned.refused[0].fi or "esimerkiksi" in planned.refused[0].fi


@pytest.mark.parametrize(
    "title",
    ["<script>", "a\n---\nb", "a {#b}", "[x](y)", "`x`", "**b**", "# x", "a|b", "a\\", "\u202eabc"],
)
def test_a_title_that_means_something_is_refused_in_both_languages(title):
    planned = scaffold.plan(catalogue(), "a", {Lang.FI: title, Lang.SV: title})
    assert planned.files == {}
    assert len(planned.refused) == 2
    assert title in planned.refused[0].sv


@pytest.mark.parametrize(
    "name", ["teemat/ot", "docs/teemat/ot.sv.md", "teemat\\ot.fi.md", " teemat/ot.md "]
)
def test_a_page_may_be_named_by_its_file(name):
    assert scaffold.key_of(name) == "teemat/ot"


def test_titles_may_hold_what_people_write():
    planned = scaffold.plan(
        catalogue(), "a", {Lang.FI: 'Huom: "näin" & noin', Lang.SV: "Så: ”här”"}
    )
    assert '# Huom: "näin" & noin\n' in planned.files["a.fi.md"]
    assert "slug: sa-har\n" in planned.files["a.sv.md"]


def test_nothing_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    asked = ["teemat/uusi", "--fi", "Uusi", "--sv", "Ny", "--docs", str(docs)]
    assert command.main(asked) == 0
    assert capsys.readouterr().out.count("Kirjoitettiin docs/teemat/uusi.") == 2
    assert {page.title for page in read(docs, PROJECT / "docs").pages()} == {"Uusi", "Ny"}

    first, second = docs / "teemat/uusi.fi.md", docs / "teemat/uusi.sv.md"
    first.write_text("# Uusi\n\nValmis.\n", "utf-8")
    assert command.main([*asked, "--lang", "sv"]) == 1
    assert "finns redan på båda språken" in capsys.readouterr().err
    second.unlink()
    assert command.main(asked) == 0
    assert second.read_text("utf-8") == missing_language(page("teemat/uusi.fi", first.read_text()))
    assert first.read_text("utf-8") == "# Uusi\n\nValmis.\n"


def test_a_file_that_cannot_be_read_is_in_the_way_too(tmp_path, capsys):
    docs = tmp_path / "docs"
    docs.mkdir()
    broken = docs / "a.sv.md"
    broken.write_bytes(b"\xff\xfe")
    assert command.main(["a", "--docs", str(docs)]) == 1
    assert "docs/a.sv.md on jo olemassa" in capsys.readouterr().err
    assert sorted(file.name for file in docs.iterdir()) == ["a.sv.md"], "half a pair was written"
    assert broken.read_bytes() == b"\xff\xfe"


def test_whole_pairs_are_left_alone():
    planned = scaffold.plan(catalogue(pages("a")), "a", {})
    assert planned.files == {}
    assert "docs/a.fi.md" in planned.refused[0].fi
