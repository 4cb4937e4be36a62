"""Findings told at a terminal, in a pull request and to programs."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from html import escape
from pathlib import Path

import check as command
import pytest
from kb.finding import Finding, Rule
from kb.model.excuses import Excuse
from kb.report import FORMATS, JOB_SUMMARY, Report, summary
from kb.report.github import SHOWN
from kb.report.markdown import COMMENT
from kb.report.report import new_excuses
from kb.text import Lang
from markdown_it import MarkdownIt

SITE = "https://x.fi/"
COMMAND = re.compile(r"::(error|warning)( file=[^:,]+,line=\d+,title=[^:,]+)?::(.*)")
WRONG = Rule.error("r", "Väärin", "Fel")


def finding(
    path: str = "docs/a.fi.md",
    line: int = 1,
    rule: Rule = WRONG,
) -> Finding:
    return rule.at(path, line)


def told(form: str, findings: Sequence[Finding], **more: object) -> str:
    return FORMATS[form](Report(findings, SITE, **more))  # type: ignore[arg-type]


WARNED = finding(line=9, rule=Rule.warning("r", "Väärin", "Fel"))
DATA = finding("docs/_data/menu.yml", 2)


def test_each_terminal_line_starts_with_its_place_and_ends_with_the_guide() -> None:
    *lines, counts = told("text", [finding(line=4), WARNED, DATA]).split("\n")
    assert lines == [
        "docs/a.fi.md:4: r: Väärin https://x.fi/tarkistusohje/#r",
        "docs/a.fi.md:9: r: (huomautus) Väärin https://x.fi/tarkistusohje/#r",
        "docs/_data/menu.yml:2: r: Väärin https://x.fi/tarkistusohje/#r",
        "docs/_data/menu.yml:2: r: Fel https://x.fi/sv/granskningshjalp/#r",
    ]
    assert counts == "virheitä 2, huomautuksia 1 / fel 2, anmärkningar 1"


GUARDING = Rule.warning("guard", "Vaara", "Fara").guarding_readers()


@pytest.mark.parametrize("form", ["markdown", "github"])
def test_what_guards_readers_is_not_hidden_behind_a_thousand_remarks(form: str) -> None:
    remark = Rule.warning("remark", "Huomautus " * 9, "Anmärkning " * 9)
    many = [finding(f"docs/a{n}.fi.md", line, remark) for n in range(50) for line in range(40)]
    grave = [finding("docs/z.fi.md", 1, GUARDING), finding("docs/z.sv.md", 1)]
    for one in grave:
        assert one.message[one.languages[0]] in told(form, [*many, *grave])


def test_excuses_leave_room_for_what_is_wrong() -> None:
    long = [Excuse("docs/a.fi.md", n, "r", "hyvä syy " * 500, n) for n in range(900)]
    assert "Väärin" in told("markdown", [finding()], excused=long)


@pytest.mark.parametrize("form", ["text", "github"])
def test_nothing_is_said_of_nothing(form: str) -> None:
    assert told(form, []) == ""


def test_one_language_can_be_asked_for() -> None:
    lines = told("text", [finding(), DATA], lang=Lang.SV).split("\n")
    assert [line.split(": ")[2][:3] for line in lines[:2]] == ["Fel", "Fel"]
    assert lines[2] == "fel 2, anmärkningar 0"


def test_what_the_change_brought_comes_first() -> None:
    old, new = finding(line=1), finding("docs/z.fi.md", 8)
    lines = told("text", [old, new], brought=[new], lang=Lang.FI).split("\n")
    assert [line.split(" ")[0] for line in lines[1:4:2]] == ["docs/z.fi.md:8:", "docs/a.fi.md:1:"]
    assert lines[0] == "Tämä muutos toi (1):"


EXCUSE = Excuse("docs/a.fi.md", 3, "r", "nimi on lähteessä näin", 4)


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_what_is_excused_is_listed_with_its_reason(form: str) -> None:
    assert "Sallitut" not in told(form, [finding()])
    said = told(form, [finding()], excused=[EXCUSE], lang=Lang.FI)
    assert "Sallitut poikkeukset (1)" in said
    assert "docs/a.fi.md:4" in said and "nimi on lähteessä näin" in said


def test_no_list_is_so_long_that_what_is_excused_is_cut_from_it() -> None:
    many = [finding(f"docs/{'a' * 80}{n}.fi.md") for n in range(800)]
    said = told("markdown", many, excused=[EXCUSE], lang=Lang.FI)
    assert "Luettelo katkesi" in said
    assert "nimi on lähteessä näin" in said


def test_a_name_of_a_file_is_no_markdown() -> None:
    name = "docs/`![](https:&#47;&#47;evil.example&#47;p.png) ``x.fi.md"
    made = MarkdownIt().render(told("markdown", [finding(name)]))
    assert f"<code>{escape(name)}</code>" in made
    assert "<img" not in made


def test_of_a_change_only_its_own_excuses_are_listed_wherever_the_others_have_moved() -> None:
    moved = replace(EXCUSE, line=8, covers=9)
    new = replace(EXCUSE, reason="toinen syy")
    assert new_excuses([moved, new], [EXCUSE]) == [new]


def test_a_workflow_command_is_escaped() -> None:
    odd = Rule.error("r", "50 %\nrivi", "x").at("docs/a,b:c.fi.md", 3)
    assert told("github", [odd]) == (
        "::error file=docs/a%2Cb%3Ac.fi.md,line=3,title=r::"
        "50 %25%0Arivi%0Ahttps://x.fi/tarkistusohje/#r"
    )


def test_annotations_are_errors_first_and_alike_ones_are_one() -> None:
    lines = told("github", [WARNED, finding(line=2), finding(line=5)]).split("\n")
    assert [line.split(" ")[0] for line in lines] == ["::error", "::warning"]
    assert "%0ARivi 5: Väärin%0A" in lines[0]


@pytest.mark.parametrize("count", [SHOWN, SHOWN + 1, 5 * SHOWN])
def test_github_gets_no_more_than_it_shows_and_the_rest_is_counted(count: int) -> None:
    many = [finding(f"docs/{n}.fi.md") for n in range(count)]
    lines = told("github", many).split("\n")
    assert len(lines) == SHOWN
    assert all(COMMAND.fullmatch(line) for line in lines)
    rest = count - SHOWN + 1
    assert (f"Lisäksi {rest} kohtaa" in lines[-1]) is (count > SHOWN)


def test_the_summary_lists_files_and_escapes_markdown() -> None:
    odd = Rule.error("r", "[x](y) <b> `c`", "x").at("docs/a.fi.md", 3)
    text = summary(Report([WARNED, odd], SITE))
    assert "**`docs/a.fi.md`**" in text
    error, warning = [line for line in text.split("\n") if line.startswith("- ")]
    assert error == (
        "- rivi 3, virhe [r](https://x.fi/tarkistusohje/#r): \\[x\\](y) \\<b\\> \\`c\\`"
    )
    assert "huomautus" in warning
    assert summary(Report([], SITE)).endswith("Kaikki on kunnossa. / Allt är i sin ordning.")


def test_a_long_summary_is_cut_where_a_comment_would_not_take_it() -> None:
    text = summary(Report([finding(f"docs/{n}.fi.md") for n in range(2000)], SITE))
    assert len(text) < COMMENT + 500
    assert "Luettelo katkesi" in text
    whole = summary(Report([finding(f"docs/{n}.fi.md") for n in range(2000)], SITE), JOB_SUMMARY)
    assert "docs/1999.fi.md" in whole


def test_json_has_both_languages_and_says_what_is_new() -> None:
    first, second = json.loads(told("json", [WARNED, DATA], brought=[DATA]))
    assert first["message"] == {"fi": "Väärin", "sv": "Fel"}
    assert (first["severity"], first["brought"]) == ("warning", False)
    assert (second["path"], second["line"], second["brought"]) == (DATA.path, 2, True)
    assert "brought" not in json.loads(told("json", [DATA]))[0]


@pytest.mark.parametrize("form", list(FORMATS))
def test_the_command_speaks_every_format(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(command.SUMMARY, str(tmp_path / "summary.md"))
    content = tmp_path / "docs"
    content.mkdir()
    (content / "a.fi.md").write_text("# A\n\n[x](ei.md)\n", "utf-8")
    (content / "a.sv.md").write_text("# A\n", "utf-8")
    cache = str(tmp_path / "cache")
    assert command.main([str(content), "--format", form, "--cache", cache]) == 1
    assert "broken-link" in capsys.readouterr().out
    assert (tmp_path / "summary.md").exists() is (form == "github")
    (content / "a.fi.md").write_text("# A\n", "utf-8")
    assert command.main([str(content), "--format", form, "--cache", cache]) == 0


def test_the_command_says_that_a_revision_is_unknown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "docs").mkdir()
    arguments = [str(tmp_path / "docs"), "--changed-since", "olematon", "--cache", str(tmp_path)]
    assert command.main(arguments) == 2
    assert "olematon" in capsys.readouterr().err
