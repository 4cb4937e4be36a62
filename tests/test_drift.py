"""What a change is called: old words and new, where git knows what was declared."""

from __future__ import annotations

from pathlib import Path

import pytest
import translations as command
from drift import FI, MORE_FI, SV
from kb.check import Reference, run
from kb.read import read
from kb.read.earlier import read_earlier
from kb.words.changes import changes
from test_history import Repository
from test_merging import git


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Niitä on 128.", "Niitä on 130.", [("128", "130")]),
        ("Apu on lähellä.", "Apu on aina lähellä.", [("", "aina")]),
        ("Apu on aina lähellä.", "Apu on lähellä.", [("aina", "")]),
        ("On kuntia, ja muita.", "On kuntia ja muita", []),
        ("On kuntia. Ne auttavat.", "On kuntia, ne auttavat.", []),
        ("Apua.[^S-001]", "Apua.[^S-002]", [("[^S-001]", "[^S-002]")]),
        ("Katso Lappi ⟦IA-1⟧.", "Katso Lappi ⟦IA-2⟧.", [("IA-1", "IA-2")]),
        ("A b c d e f g.", "A x c d e f y.", [("b", "x"), ("g", "y")]),
    ],
)
def test_only_the_words_that_changed_are_told(
    old: str, new: str, told: list[tuple[str, str]]
) -> None:
    assert [(one.old, one.new) for one in changes([old], [new])] == told


def test_a_long_change_is_cut_between_words() -> None:
    (one,) = changes(["A."], ["A " + "sana " * 40])
    assert one.new == " ".join(["sana"] * 12) + " …"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A pair that was declared in step and committed."""
    repository = Repository(tmp_path / "repo")
    repository.commit("2026-01-10", **{"docs/koti.fi.md": FI, "docs/koti.sv.md": SV})
    folder = repository.folder / "docs"
    command.main(["--docs", str(folder), "confirm", "--all-new"])
    repository.commit("2026-01-11")
    return folder


def told(docs: Path) -> list[tuple[str, int, str]]:
    catalogue = read(docs, docs)
    found = run(catalogue, Reference(earlier=read_earlier(docs, catalogue)))
    return [(one.path, one.line, one.message[one.languages[0]]) for one in found]


@pytest.mark.parametrize(
    ("fi", "sv", "place", "said"),
    [
        (FI.replace("Rahaa on", "Rahaa oli"), SV, ("docs/koti.fi.md", 7), "”on” → ”oli”"),
        (FI.replace("Rahaa on", "On rahaa"), SV, ("docs/koti.fi.md", 7), "järjestys ”Rahaa on” →"),
        (MORE_FI, SV, ("docs/koti.fi.md", 9), "uutta ”Lisää”"),
        (FI, SV.replace("pengar.", "medel."), ("docs/koti.sv.md", 7), "”pengar” → ”medel”"),
    ],
)
def test_a_change_is_told_in_the_language_of_who_made_it(
    docs: Path, fi: str, sv: str, place: tuple[str, int], said: str
) -> None:
    (docs / "koti.fi.md").write_text(fi, "utf-8")
    (docs / "koti.sv.md").write_text(sv, "utf-8")
    ((path, line, message),) = told(docs)
    assert (path, line) == place
    assert said in message
    other = {"fi": "docs/koti.sv.md:7", "sv": "docs/koti.fi.md:7"}[path.split(".")[1]]
    assert other in message


def test_another_page_is_called_by_its_title(docs: Path) -> None:
    for name, title in (("a", "Lappi"), ("b", "Kainuu")):
        for lang in ("fi", "sv"):
            (docs / f"{name}.{lang}.md").write_text(f"# {title}\n\nTeksti.\n", "utf-8")
    file = docs / "koti.fi.md"
    before = file.read_text("utf-8")
    for page in ("a", "b"):
        file.write_text(f"{before}\nKatso [lisää]({page}.md).\n", "utf-8")
        if page == "a":
            (docs / "koti.sv.md").write_text(f"{SV}\nSe [mera](a.md).\n", "utf-8")
            command.main(["--docs", str(docs), "confirm", "koti", "a", "b"])
            git(docs, "add", "--all", ".")
            git(docs, "commit", "--quiet", "--message", "a")
    assert "”(Lappi)” → ”(Kainuu)”" in "".join(message for _, _, message in told(docs))


def test_words_that_stand_elsewhere_are_called_moved(docs: Path) -> None:
    file = docs / "koti.fi.md"
    for words in ("Tänään apua on monessa eri paikassa", "Apua on monessa eri paikassa tänään"):
        file.write_text(FI.replace("Rahaa on", words), "utf-8")
        if words.startswith("Tänään"):
            command.main(["--docs", str(docs), "confirm", "koti"])
            git(docs, "add", "--all", ".")
            git(docs, "commit", "--quiet", "--message", "a")
    assert "”tänään” on siirretty toiseen kohtaan" in "".join(said for _, _, said in told(docs))


def test_a_changed_comma_is_no_drift(docs: Path) -> None:
    file = docs / "koti.fi.md"
    file.write_text(FI.replace("virke. Toinen", "virke, toinen"), "utf-8")
    assert told(docs) == []
