"""Rules and their cases cannot drift apart: both are listed from what the code emits."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from kb.check import RULES, SLOW_RULES
from test_cases import ALL, CASES, sections

SOURCE = Path(__file__).resolve().parents[1] / "scripts" / "kb"
EMITTERS = {"Finding", "refuse"}


def emitted_by(node: ast.AST) -> Iterator[str]:
    """The rule ids that a call to an emitter or a yielded pair names."""
    values: list[ast.expr] = []
    if isinstance(node, ast.Call):
        name = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
        values = [*node.args, *(word.value for word in node.keywords)] if name in EMITTERS else []
    elif isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
        values = node.value.elts[:1]
    for value in values:
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield value.value


def emitted() -> set[str]:
    found: set[str] = set()
    for folder in ("read", "check"):
        for file in (SOURCE / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                found.update(emitted_by(node))
    return found


RULE_IDS = sorted(emitted())


def expected_rules(name: str) -> set[str]:
    _, lines = sections(name)
    return {line.split(": ")[1] for line in lines}


def test_every_rule_has_a_folder_of_cases_and_every_folder_is_a_rule():
    assert sorted(path.name for path in CASES.iterdir()) == RULE_IDS


def test_every_case_stands_in_the_folder_of_a_rule():
    assert {name.count("/") for name in ALL} == {1}
    assert [file for file in CASES.rglob("*") if file.is_file() and file.suffix != ".case"] == []


@pytest.mark.parametrize("rule", RULE_IDS)
def test_a_rule_has_a_case_that_breaks_it_and_one_that_keeps_it(rule):
    cases = {name: expected_rules(name) for name in ALL if name.startswith(f"{rule}/")}
    assert any(rule in found for found in cases.values()), "no case expects this rule"
    assert any(not found for found in cases.values()), "no case is good"


@pytest.mark.parametrize("name", ALL)
def test_the_name_of_a_case_tells_whether_it_is_good(name):
    good = name.rpartition("/")[2].startswith("good-")
    assert good is not bool(expected_rules(name))
    if not good:
        assert name.partition("/")[0] in expected_rules(name)


@pytest.mark.parametrize("rule", [*RULES, *SLOW_RULES], ids=lambda rule: rule.__name__)
def test_a_check_is_named_after_a_rule_and_shows_it_bad_and_good(rule):
    assert rule.__name__.replace("_", "-") in RULE_IDS
    assert "Bad: " in rule.__doc__ and "Good: " in rule.__doc__


@pytest.mark.parametrize(
    ("code", "ids"),
    [
        ("Finding(path, 1, 'empty-file', message)", {"empty-file"}),
        ("self.refuse(node, 'bad-id', message, key=key)", {"bad-id"}),
        ("yield 'bad-argument', message", {"bad-argument"}),
        ("Finding(path=p, line=1, rule='some-rule', message=m)", {"some-rule"}),
        ("print('not-a-rule')", set()),
        ("yield path, message", set()),
    ],
)
def test_rule_ids_are_found_wherever_they_are_emitted(code, ids):
    assert {id for node in ast.walk(ast.parse(code)) for id in emitted_by(node)} == ids
