"""Translation status: what counts as the same text, whose turn it is, and how that is said."""

import json
import subprocess
from dataclasses import replace
from datetime import date

import pytest
import translations as door
from builders import catalogue, in_step, page, setting
from kb.model.sections import sections
from kb.model.translations import State
from kb.read import read
from kb.read.translations import rewritten
from kb.render.directives import expand
from kb.render.language_notes import with_language_notes
from kb.render.translation_report import fallen
from kb.search.pages import sections_of
from kb.text import Lang, Text
from test_history import Repository

FI = "# Koti\n\nYksi virke. Toinen virke.\n\n## Raha {#raha}\n\nRahaa on.\n"
SV = "# Hem\n\nEn mening. En annan mening.\n\n## Pengar {#raha}\n\nDet finns pengar.\n"
IDS = {"alue/lappi": "IA-9", "raha": "IA-2"}


def lead(text: str, name: str = "koti.fi") -> str:
    return sections(page(name, text), IDS)[".lead"].marks


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a b\nc", "a\nb  c"),
        ("**a** _b_ ***c***", "a b c"),
        ("- a\n- b", "* a\n\n+ b"),
        ("1. a\n2. b", "1) a\n1) b"),
        ("1. a\n2. b", "- a\n- b"),
        ("a ”b” 1–2", 'a "b" 1-2'),
        ("a\u00a0b\u00adc", "a bc"),
        ("a.[^S-001]", "a. [^S-001]"),
        ("a , b .", "a, b."),
        ("a <!-- muista --> b", "a b"),
        ("a <em>b</em> c", "a b c"),
        ("*a*{lang=sv} b", "a b"),
        ("> a\n> b", "a b"),
        ("|a|b|\n|---|---|\n|c|d|", "| a | b |\n|:--|--:|\n| **c** | d |"),
        ("[a](raha.md)", "[a](./raha.sv.md#alku)"),
        ("[a](alue/lappi.md)", "[a](alue/../alue/lappi.fi.md)"),
        ("![a](kuvat/k.png)", "![a](muu/k.png)"),
        ("```\na\n```", "~~~\na\n~~~"),
        ("A. B.\n\nC.", "A.\n\nB. C."),
        ("### Pieni\n\na", "#### Pieni ####\n\na"),
    ],
)
def test_what_a_reader_would_call_the_same_text_is_the_same(one, other):
    assert lead(f"# A\n\n{one}\n") == lead(f"# A\n\n{other}\n")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("talo", "tallo"),
        ("lape", "LAPE"),
        ("128", "130"),
        ("19. a", "20. a\n\nb"),
        ("a b", "ab"),
        ("On.", "On?"),
        ("a.[^S-001]", "a.[^S-002]"),
        ("a.[^S-001] b.", "a. b.[^S-001]"),
        ("[a](raha.md)", "[a](alue/lappi.md)"),
        ("[a](https://x.fi/1)", "[a](https://x.fi/2)"),
        ("<https://x.fi/1>", "<https://x.fi/2>"),
        ("![a](k.png)", "![b](k.png)"),
        ("![a](k.png)", "![a](m.png)"),
        ("`*a*`", "`a`"),
        ("<!-- kb:timeline phase=a -->", "<!-- kb:timeline phase=b -->"),
        ("A. B.", "B. A."),
        ("3 < 4", "3 > 4"),
        ("a_b", "ab"),
    ],
)
def test_what_a_reader_would_call_another_text_is_another(one, other):
    assert lead(f"# A\n\n{one}\n") != lead(f"# A\n\n{other}\n")


def test_a_link_counts_by_the_page_it_leads_to_wherever_either_page_is_kept():
    here, there = "Katso [Lappi](alue/lappi.md).", "Katso [Lappi](../../alue/lappi.md)."
    assert lead(here, "koti.fi") == lead(there, "uusi/kansio/koti.fi")


def test_fingerprints_never_change_by_themselves():
    """What is declared in `docs/_data/translations` was made by these rules."""
    text = "---\ndescription: Ⅳ.\n---\n# A\n\nYksi – *kaksi*. [Kolme](raha.md)[^S-001]\n"
    assert lead(text) == "5ae561 56a6c5 6ae135 71f87f"


def test_a_section_runs_from_a_heading_with_an_id_to_the_next():
    text = (
        "---\nid: IA-01\n---\n\n# A\n\na\n\n## B {#b}\n\n### Ilman\n\nb b\n\n### C {#c}\n\nc\n\n\n"
    )
    found = sections(page("a.fi", text), {})
    assert [(s.anchor, s.title, s.line, s.last_line, s.words) for s in found.values()] == [
        (".lead", "A", 5, 8, 2),
        ("b", "B", 9, 14, 4),
        ("c", "C", 15, 17, 2),
    ]


def test_text_under_an_id_that_is_already_taken_is_not_lost():
    text = "# A\n\n## B {#b}\n\nb\n\n## C {#b}\n\nc\n"
    assert sections(page("a.fi", text), {})["b"].sentences == ("B", "b", "C", "c")


MORE_FI, MORE_SV = f"{FI}\nLisää.\n", f"{SV}\nMer.\n"
EMPTY_SV = SV.replace("Det finns pengar.\n", "")


def pair(fi: str, sv: str, key: str = "koti"):
    return [page(f"{key}.fi", fi), page(f"{key}.sv", sv)]


def states(content, declared):
    found = catalogue(content, declared=declared).comparisons
    return {one.name: one.state for comparisons in found.values() for one in comparisons}


@pytest.mark.parametrize(
    ("fi", "sv", "state"),
    [
        (FI, SV, State.IN_STEP),
        (MORE_FI, SV, State.FI_NEWER),
        (FI, MORE_SV, State.SV_NEWER),
        (MORE_FI, MORE_SV, State.BOTH_CHANGED),
        (FI, EMPTY_SV, State.ONLY_FI),
        (FI, SV.partition("\n## ")[0], State.ONLY_FI),
        (FI.partition("\n## ")[0], SV, State.ONLY_SV),
    ],
)
def test_the_state_of_a_section_follows_from_what_was_declared(fi, sv, state):
    found = states(pair(fi, sv), in_step(pair(FI, SV)))
    assert found == {"koti#.lead": State.IN_STEP, "koti#raha": state}


def test_what_was_never_declared_is_not_called_in_step():
    assert set(states(pair(FI, SV), {}).values()) == {State.NEVER_COMPARED}


def test_a_page_in_one_language_has_nothing_to_compare():
    assert catalogue([page("koti.fi", FI)]).comparisons == {}


@pytest.mark.parametrize(
    ("content", "name", "state"),
    [
        (pair(FI, SV, "uusi/talo"), "uusi/talo#raha", State.IN_STEP),
        (pair(MORE_FI, SV, "talo"), "talo#raha", State.FI_NEWER),
        (pair(MORE_FI, MORE_SV, "talo"), "talo#raha", State.NEVER_COMPARED),
        (
            pair(FI.replace("#raha", "#euro"), SV.replace("#raha", "#euro")),
            "koti#euro",
            State.IN_STEP,
        ),
    ],
)
def test_a_new_name_is_known_by_the_text_of_either_side(content, name, state):
    assert states(content, in_step(pair(FI, SV)))[name] is state


def test_a_copy_is_not_taken_for_a_renamed_page():
    content = pair(FI, SV) + pair(FI, SV, "kopio")
    assert states(content, in_step(pair(FI, SV)))["kopio#raha"] is State.NEVER_COMPARED


def test_a_change_is_told_apart_from_what_was_out_of_step_before():
    declared = in_step(pair(FI, SV))
    before = catalogue(pair(MORE_FI, SV), declared=declared)
    after = catalogue(pair(MORE_FI.replace("Yksi", "Eräs"), SV), declared=declared)
    assert [one.name for one in fallen(after, before)] == ["koti#.lead"]
    assert fallen(after, after) == []


# The command


@pytest.fixture
def docs(tmp_path):
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "koti.fi.md").write_text(FI, "utf-8")
    (folder / "koti.sv.md").write_text(SV, "utf-8")
    return folder


def run(docs, *arguments: str) -> int:
    return door.main(["--docs", str(docs), *arguments])


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
        (["koti#rahaa"], "Sidan ”koti” har inget ställe ”rahaa”. Menade du ”raha”?"),
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
        "1 sidpar, 2 ställen: 1 i takt, 1 ännu inte jämförda",
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
    assert "suomi on tuoreempi. Uutta: ”Lisää”. `koti#raha`" in said
    offered = said.partition("```yaml\n")[2].partition("```")[0]
    (docs / "_data/translations/koti.yml").write_text(offered, "utf-8")
    assert state_of(docs, "koti#raha") is State.IN_STEP
    run(docs, "status", "--changed-since", "HEAD")
    said = capsys.readouterr().out
    assert "Kielet pysyvät tahdissa" in said and "Språken hålls i takt" in said


def test_an_unknown_version_is_said_to_be_so(docs, capsys):
    assert run(docs, "status", "--changed-since", "ei-ole") == 1
    assert "git ei tunne versiota ”ei-ole”" in capsys.readouterr().err


# The file

FILE = """# Oma huomautus
.lead:
  fi: aaaaaa
  sv: bbbbbb
# toinen
raha:
  fi: cccccc
  sv: dddddd
"""


def test_a_file_keeps_all_but_what_is_declared():
    assert rewritten(FILE, {"raha": Text("111111", "dddddd")}) == FILE.replace("cccccc", "111111")
    added = rewritten(FILE, {"maara": Text("111111", "222222"), "yhteys": Text("3", "4")})
    assert (
        added.replace("maara:\n  fi: 111111\n  sv: 222222\n", "")
        == f"{FILE}yhteys:\n  fi: 3\n  sv: 4\n"
    )
    assert rewritten(FILE, {}, ["raha"]) == FILE.partition("raha")[0]


def test_two_people_who_confirm_neighbouring_sections_can_be_merged(tmp_path):
    one = rewritten(FILE.replace("# toinen\n", ""), {".lead": Text("111111", "222222")})
    other = rewritten(FILE.replace("# toinen\n", ""), {"raha": Text("333333", "444444")})
    texts = {"one": one, "base": FILE.replace("# toinen\n", ""), "other": other}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    command = ["git", "merge-file", "-p", *(str(tmp_path / name) for name in texts)]
    merged = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert merged == rewritten(one, {"raha": Text("333333", "444444")})


# What readers see


def noted(fi: str, sv: str, lang: Lang, changed=lambda page, lines: None) -> str:
    content = pair(fi, sv)
    known = catalogue(content, declared=in_step(pair(FI, SV)))
    here = known.page("koti", lang)
    return with_language_notes(here, here.body, replace(setting(known), changed=changed))


@pytest.mark.parametrize(
    ("fi", "sv", "finnish", "swedish"),
    [
        (FI, SV, None, None),
        (MORE_FI, SV, None, "note-newer.sv"),
        (FI, MORE_SV, "note-newer.fi", None),
        (MORE_FI, MORE_SV, "note-both-changed.fi", "note-both-changed.sv"),
        (FI, EMPTY_SV, None, "note-missing.sv"),
    ],
)
def test_a_note_stands_below_the_heading_of_the_section_that_lags(fi, sv, finnish, swedish):
    for lang, expected in ((Lang.FI, finnish), (Lang.SV, swedish)):
        text = noted(fi, sv, lang)
        assert text.count("language-note") == (1 if expected else 0)
        if expected:
            heading, _, after = text.partition("{#raha}\n\n")
            assert "language-note" not in heading
            assert after.startswith('<div class="language-note" role="note">«' + expected)
            url = {Lang.FI: "../sv/koti/#raha", Lang.SV: "../../koti/#raha"}[lang]
            link = f'<a href="{url}" lang="{lang.other}" hreflang="{lang.other}">'
            assert f"{link}«note-read.{lang.other}»</a></div>" in after


def test_a_note_about_the_lead_stands_below_the_title_and_says_the_day_if_it_is_known():
    asked = []

    def changed(page, lines):
        asked.append((page.path, lines))
        return date(2026, 3, 12)

    text = noted(FI.replace("Toinen", "Kolmas"), SV, Lang.SV, changed)
    assert text.startswith('# Hem\n\n<div class="language-note" role="note">«note-newer-date.sv')
    assert "12 mars 2026" in text and 'href="../../koti/"' in text
    assert asked == [("docs/koti.fi.md", (1, 4))]


def test_search_does_not_find_the_notes_or_the_list_of_all_pages():
    html = '<h2 id="raha">Pengar</h2><div class="language-note">Nyare</div><p>Text</p>'
    html += '<div class="in-step"><h2>I takt</h2><p>Familjecenter</p></div>'
    assert [section.text for section in sections_of(html, "sv")] == ["Text"]


@pytest.mark.parametrize("edit_url", ["", "https://x.fi/edit/docs/"])
def test_the_status_page_leads_to_the_editor_of_the_side_that_lags(edit_url):
    here = page("tilanne.fi", "# Tilanne\n\n<!-- kb:translations -->\n")
    content = [*pair(MORE_FI, SV), *pair(FI, SV, "muu"), page("yksin.sv", "# Ensam\n"), here]
    declared = in_step([*pair(FI, SV), *pair(FI, SV, "muu")])
    known = setting(catalogue(content, declared=declared))
    text = expand(here, here.body, replace(known, edit_url=edit_url))
    waiting, _, settled = text.partition("{#tahdissa}")
    assert "2/4/3" in waiting and "[Koti: Raha](koti.md#raha) («step-words.fi 4»)<br>" in waiting
    assert '[<span lang="sv">Hem: Pengar</span>](koti.sv.md#raha)' in waiting
    row = "| suomi on tuoreempi"
    row += f"<br>[«step-edit-sv.fi»]({edit_url}koti.sv.md) |" if edit_url else " |"
    assert row in waiting
    assert settled.count(".md)</p>") == (2 if edit_url else 0)
    assert '- [<span lang="sv">Ensam</span>](yksin.sv.md), «only-in-sv.fi»' in settled
