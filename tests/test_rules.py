"""Rules, their cases and what they say cannot drift apart: all follow from the rules themselves."""

import re

import pytest
from kb import check
from kb.finding import Rule, Severity, hint
from kb.read import read
from kb.text import Lang, Text
from test_cases import ALL, CASES, prepare, sections

RULES = check.all_rules()
IDS = sorted({rule.id for _, rule in RULES})
CHECKS = check.all_checks()
NAMES = re.compile(r"\{(\w+)\}")


def expected_rules(name: str) -> set[str]:
    _, lines = sections(name)
    return {line.split(": ")[1] for line in lines}


def test_a_rule_is_named_by_its_id_and_only_its_other_wordings_are_private():
    public = {name: rule.id for name, rule in RULES if not name.startswith("_")}
    assert public == {id.upper().replace("-", "_"): id for id in IDS}


@pytest.mark.parametrize("id", IDS)
def test_an_id_is_one_rule_and_its_wordings_weigh_the_same(id):
    alike = [(name, rule) for name, rule in RULES if rule.id == id]
    assert len({rule for name, rule in alike if not name.startswith("_")}) == 1
    # What waits for the other language is only said.
    assert len({rule.severity for name, rule in alike if not name.endswith("_WAIT")}) == 1


def test_every_rule_has_a_folder_of_cases_and_every_folder_is_a_rule():
    assert sorted(path.name for path in CASES.iterdir()) == IDS


def test_every_case_stands_in_the_folder_of_a_rule():
    assert {name.count("/") for name in ALL} == {1}
    assert [file for file in CASES.rglob("*") if file.is_file() and file.suffix != ".case"] == []


@pytest.mark.parametrize("id", IDS)
def test_a_rule_has_a_case_that_breaks_it_and_one_that_keeps_it(id):
    cases = {name: expected_rules(name) for name in ALL if name.startswith(f"{id}/")}
    assert any(id in found for found in cases.values()), "no case expects this rule"
    assert any(not found for found in cases.values()), "no case is good"


@pytest.mark.parametrize("name", ALL)
def test_the_name_of_a_case_tells_whether_it_is_good(name):
    good = name.rpartition("/")[2].startswith("good-")
    assert good is not bool(expected_rules(name))
    if not good:
        assert name.partition("/")[0] in expected_rules(name)


def test_every_wording_of_every_rule_is_said_in_a_case():
    said = [line.partition(": ")[2] for name in ALL for line in sections(name)[1]]
    unsaid = [name for name, rule in RULES if not any(map(as_said(rule).fullmatch, said))]
    assert unsaid == []


def as_said(rule: Rule) -> re.Pattern[str]:
    """What follows the place in a finding's line, with anything where names are filled in."""
    marked = rule.message.format(**dict.fromkeys(NAMES.findall(rule.message.fi), "\0"))
    either = "|".join(re.escape(marked[lang]).replace("\0", ".+") for lang in Lang)
    return re.compile(f"{rule.id}: (?:{either})")


@pytest.mark.parametrize("one", CHECKS, ids=lambda one: one.function.__name__)
def test_a_check_is_named_after_a_rule_and_shows_it_bad_and_good(one):
    assert one.function.__name__.replace("_", "-") in IDS
    assert "Bad: " in one.function.__doc__ and "Good: " in one.function.__doc__


@pytest.mark.parametrize("name", ["review-overdue/two-years.case", "unknown-word/misspelt.case"])
def test_without_a_reference_nothing_is_said_of_the_day_or_the_spelling(name, tmp_path):
    content, expected = prepare(name, tmp_path)
    assert expected
    assert check.run(read(content, content)) == []


LARGE = Rule.error("large", "{size} kt, rivi {line}", "{size} kB, rad {line}")


def test_a_rule_makes_findings_of_its_own_severity_in_its_own_words():
    finding = LARGE.at("docs/a.fi.md", 3, size=7, line=2)
    assert (finding.path, finding.line, finding.severity) == ("docs/a.fi.md", 3, Severity.ERROR)
    assert finding.message == Text("7 kt, rivi 2", "7 kB, rad 2")
    assert finding.lines() == ["docs/a.fi.md:3: large: 7 kt, rivi 2"]
    assert Rule.warning("w", "a", "b").at("x", 1).severity is Severity.WARNING


def test_a_rule_in_other_words_is_the_same_rule():
    other = Rule.warning("large", "a", "b").saying("{size}!", "{size}?")
    assert (other.id, other.severity) == ("large", Severity.WARNING)
    assert other.at("x", 1, size=1).message == Text("1!", "1?")


def test_a_rule_whose_languages_are_filled_differently_cannot_be_made():
    with pytest.raises(ValueError, match="large"):
        Rule.error("large", "{size} kt", "{koko} kB")


@pytest.mark.parametrize("values", [{}, {"size": 1}, {"size": 1, "line": 2, "more": 3}])
def test_a_finding_needs_exactly_the_values_that_its_rule_names(values):
    with pytest.raises(TypeError, match=r"large takes \['line', 'size'\]"):
        LARGE.at("x", 1, **values)


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("temat", {"teemat", "raha"}, Text("Tarkoititko ”teemat”?", "Menade du ”teemat”?")),
        ("xyz", {"teemat"}, Text("muu", "annat")),
        ("xyz", set(), Text("muu", "annat")),
    ],
)
def test_a_hint_names_what_is_near_and_otherwise_advises(word, known, expected):
    assert hint(word, known, Text("muu", "annat")) == expected


def test_how_near_is_near_and_what_is_shown_can_be_chosen():
    advice = Text("muu", "annat")
    assert hint("temat", ["teemat"], advice, shown=str.upper).fi == "Tarkoititko ”TEEMAT”?"
    assert hint("perhe", {"perhekeskus"}, advice, cutoff=0.7) is advice
    assert hint("perhe", {"perhekeskus"}, advice, cutoff=0.5) is not advice
