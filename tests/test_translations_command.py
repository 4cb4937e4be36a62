"""Saying that languages are in step: the command, and the file that it writes."""

import json
import re

import pytest
import translations as command
from drift import EMPTY_SV, FI, MORE_FI, MORE_SV, SV
from kb.model.translations import State
from kb.read import read
from kb.read.translations import rewritten
from kb.text import Lang, Text
from test_history import Repository


@pytest.fixture
def docs(tmp_path):
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "koti.fi.md").write_text(FI, "utf-8")
    (folder / "koti.sv.md").write_text(SV, "utf-8")
    return folder


def run(docs, *arguments: str) -> int:
    return command.main(["--docs", str(docs), *arguments])


def state_of(docs, name: str) -> State:
    found = read(docs, docs).comparisons
    return next(one.state for all in found.values() for one in all if one.name == name)


def test_confirming_all_new_leaves_what_has_drifted(docs, capsys):
    assert run(docs, "confirm", "--all-new") == 0
    (docs / "koti.fi.md").write_text(f"{MORE_FI}\n## Uusi {{#uusi}}\n\nOn.\n", "utf-8")
    (docs / "koti.sv.md").write_text(f"{SV}\n## Ny {{#uusi}}\n\nÄr.\n", "utf-8")
    assert run(docs, "confirm", "--all-new") == 0
    assert state_of(docs, "koti#uusi") is State.IN_STEP
    assert state_of(docs, "koti#raha") is State.FI_NEWER
    assert capsys.readouterr().out.splitlines()[-1] == "koti#uusi: ei vielä verrattu → vahvistettu"


@pytest.mark.parametrize("name", ["koti", "koti#raha", "docs/koti.sv.md", "koti.fi.md#raha"])
def test_a_page_or_a_section_is_confirmed_by_any_of_its_names(docs, name):
    run(docs, "confirm", "--all-new")
    (docs / "koti.fi.md").write_text(MORE_FI, "utf-8")
    assert run(docs, "confirm", name) == 0
    assert state_of(docs, "koti#raha") is State.IN_STEP


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["kotii"], "Sidan ”kotii” finns inte. Menade du ”koti”?"),
        (["koti#rahaa"], "Sidan ”koti” har inget avsnitt ”rahaa”. Menade du ”raha”?"),
        (["koti", "muu"], "Sidan ”muu” finns inte. Kontrollera id:t."),
        (["yksin"], "Sidan ”yksin” finns inte läsbar på båda språken"),
    ],
)
def test_an_unknown_name_is_refused_and_nothing_is_written(docs, names, said, capsys):
    (docs / "yksin.fi.md").write_text("# Yksin\n", "utf-8")
    assert run(docs, "--lang", "sv", "confirm", *names) == 1
    assert said in capsys.readouterr().err
    assert not (docs / "_data").exists()


def test_an_empty_side_cannot_be_confirmed(docs, capsys):
    (docs / "koti.sv.md").write_text(EMPTY_SV, "utf-8")
    assert run(docs, "confirm", "koti#raha") == 1
    assert "tekstiä on vain toisella kielellä" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("fi", "sv", "said"),
    [
        ("Niitä on 19.", "De är 18.", "docs/koti.fi.md:9: ”19”. docs/koti.sv.md:9: ”18”."),
        ("Apua.[^S-001]", "Hjälp.", "docs/koti.fi.md:9: [^S-001]. docs/koti.sv.md:9: ei mitään."),
        (
            "### Lisää\n\nApua.",
            "Hjälp.",
            "docs/koti.fi.md:9: ”Lisää”. docs/koti.sv.md:9: ei mitään.",
        ),
    ],
)
def test_what_still_differs_cannot_be_confirmed(docs, capsys, fi, sv, said):
    run(docs, "confirm", "--all-new")
    (docs / "koti.fi.md").write_text(f"{FI}\n{fi}\n", "utf-8")
    (docs / "koti.sv.md").write_text(f"{SV}\n{sv}\n", "utf-8")
    assert run(docs, "confirm", "koti#raha") == 1
    assert said in capsys.readouterr().err
    assert state_of(docs, "koti#raha") is State.BOTH_CHANGED


def test_only_what_changes_is_said(docs, capsys):
    run(docs, "confirm", "koti")
    assert len(capsys.readouterr().out.splitlines()) == 2
    (docs / "koti.fi.md").write_text(MORE_FI, "utf-8")
    run(docs, "confirm", "koti")
    assert capsys.readouterr().out == "koti#raha: suomi on tuoreempi → vahvistettu\n"
    run(docs, "confirm", "koti")
    assert capsys.readouterr().out == "Ei mitään tehtävää.\n"


def test_a_broken_file_is_not_written_over(docs, capsys):
    run(docs, "confirm", "--all-new")
    file = docs / "_data/translations/koti.yml"
    file.write_text("<<<<<<< HEAD\n" + file.read_text("utf-8"), "utf-8")
    before = file.read_text("utf-8")
    assert run(docs, "confirm", "koti") == 1
    assert "docs/_data/translations/koti.yml on rikki" in capsys.readouterr().err
    assert file.read_text("utf-8") == before


def test_tidying_follows_a_renamed_page_and_keeps_its_drift(docs):
    run(docs, "confirm", "--all-new")
    (docs / "koti.fi.md").write_text(MORE_FI, "utf-8")
    (docs / "talo").mkdir()
    for lang in Lang:
        (docs / f"koti.{lang}.md").rename(docs / f"talo/uusi.{lang}.md")
    assert run(docs, "tidy") == 0
    assert not (docs / "_data/translations/koti.yml").exists()
    (docs / "talo/uusi.sv.md").write_text(MORE_SV, "utf-8")
    assert state_of(docs, "talo/uusi#raha") is State.BOTH_CHANGED
    assert run(docs, "tidy") == 0


def test_status_counts_and_the_json_says_the_same(docs, capsys):
    run(docs, "confirm", "koti#raha")
    capsys.readouterr()
    run(docs, "--lang", "sv", "status")
    assert capsys.readouterr().out.splitlines() == [
        "    1/2  fi     8  sv    10  koti",
        "                           #.lead: ännu inte jämförda",
        "1 sidpar, 2 avsnitt: 1 stämmer överens, 1 ännu inte jämförda",
    ]
    run(docs, "status", "--json")
    found = json.loads(capsys.readouterr().out)
    assert [(one["page"], one["section"], one["state"]) for one in found] == [
        ("koti", ".lead", "never-compared"),
        ("koti", "raha", "in-step"),
    ]


def test_a_pull_request_is_told_what_it_leaves_out_of_step(tmp_path, capsys):
    repository = Repository(tmp_path / "repo")
    repository.commit("2026-01-10", **{"docs/koti.fi.md": FI, "docs/koti.sv.md": SV})
    docs = repository.folder / "docs"
    run(docs, "confirm", "--all-new")
    repository.commit("2026-01-11")
    repository.write("docs/koti.fi.md", MORE_FI)
    capsys.readouterr()
    edit = "https://x.fi/edit/b/docs/"
    assert run(docs, "--lang", "fi", "status", "--changed-since", "HEAD", "--edit-url", edit) == 0
    said = capsys.readouterr().out
    assert "### Kielet eri tahdissa: 1" in said and "Språken" not in said
    assert f"[Raha (fi)]({edit}koti.fi.md) · [Pengar (sv)]({edit}koti.sv.md)" in said
    assert "suomi on tuoreempi. suomi: uutta ”Lisää”. `koti#raha`" in said
    assert "```yaml" not in said, "the other language waits"
    repository.write("docs/koti.sv.md", MORE_SV)
    assert run(docs, "--lang", "fi", "status", "--changed-since", "HEAD", "--edit-url", edit) == 0
    said = capsys.readouterr().out
    assert "kumpikin muuttunut. suomi: uutta ”Lisää”. ruotsi: uutta ”Mer”. `koti#raha`" in said
    offered = said.partition("```yaml\n")[2].partition("```")[0]
    (docs / "_data/translations/koti.yml").write_text(offered, "utf-8")
    assert state_of(docs, "koti#raha") is State.IN_STEP
    run(docs, "status", "--changed-since", "HEAD")
    said = capsys.readouterr().out
    assert "Kielet pysyvät tahdissa" in said and "Språken stämmer överens" in said


def test_words_of_pages_are_only_words_in_the_comment(tmp_path, capsys):
    title = "Kun <details><summary>Kaikki kunnossa</summary> **on** [tässä](https://x.fi) @a"
    repository = Repository(tmp_path / "repo")
    repository.commit("2026-01-10", **{"docs/koti.fi.md": FI, "docs/koti.sv.md": SV})
    docs = repository.folder / "docs"
    run(docs, "confirm", "--all-new")
    repository.commit("2026-01-11")
    repository.write("docs/koti.fi.md", FI.replace("Raha {", f"{title} {{") + f"\n{title}.\n")
    capsys.readouterr()
    for more in ([], ["--edit-url", "https://x.fi/edit/b/docs/"]):
        assert run(docs, "status", "--changed-since", "HEAD", *more) == 0
        said = capsys.readouterr().out
        assert "Kaikki kunnossa" in said
        assert not re.search(r"(?<!\\)<(?:details|summary|/summary)>", said)
        assert not re.search(r"(?<!\\)\*\*on|(?<!\\)\[tässä", said)


def test_an_unknown_version_is_said_to_be_so(docs, capsys):
    assert run(docs, "status", "--changed-since", "ei-ole") == 2
    assert "git ei tunne versiota ”ei-ole”" in capsys.readouterr().err


# The file

FILE = """# Oma huomautus
.lead: aaaaaa = bbbbbb

raha: cccccc = dddddd
"""


def test_a_file_keeps_all_but_what_is_declared():
    assert rewritten(FILE, {"raha": Text("111111", "dddddd")}) == FILE.replace("cccccc", "111111")
    added = rewritten(FILE, {"maara": Text("111111", "222222"), "yhteys": Text("3", "4")})
    assert added.replace("maara: 111111 = 222222\n\n", "").replace("\n\nyhteys: 3 = 4", "") == FILE
    assert rewritten(FILE, {}, ["raha"]) == FILE.partition("\n\nraha")[0] + "\n"


def test_declarations_that_git_has_kept_of_both_are_one_again_when_somebody_confirms():
    both = FILE.replace("raha: cccccc", "raha: 111111 = 222222\nraha: cccccc")
    assert rewritten(both, {"raha": Text("cccccc", "dddddd")}) == FILE
