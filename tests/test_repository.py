"""The repository as it stands: content without errors, words in use, code of readable size."""

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from builders import PROJECT, real_content
from kb import check
from kb.finding import errors
from kb.model.interface import Word

DOCS = PROJECT / "docs"
TEMPLATES = sorted((PROJECT / "overrides").rglob("*.html"))
MODULES = sorted(file for part in ("scripts", "tools") for file in (PROJECT / part).rglob("*.py"))

ADMONITIONS = {
    *("abstract", "bug", "caution", "danger", "example", "failure", "important", "info"),
    *("note", "question", "quote", "success", "tip", "warning"),
}
"""Titles that `kb.render.admonitions` gives to boxes without one, by the type of the box."""

CALL = re.compile(r"\b(?:t|word)\(\s*'([\w-]+)'\s*(~?)")
WORD_CALLS = {"t", "word", "_word"}


def relative(file: Path) -> str:
    return file.relative_to(PROJECT).as_posix()


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def named_in_templates() -> Iterator[tuple[str, str]]:
    """Each word that a template names, and `only-in-*` where a template completes the name."""
    for file in TEMPLATES:
        for found in CALL.finditer(file.read_text(encoding="utf-8")):
            yield relative(file), found[1] + ("*" if found[2] else "")


def named_in_code() -> Iterator[tuple[str, str]]:
    """Each word that is asked for by its name, in a call or through the template's `t`."""
    for file in MODULES:
        for node in ast.walk(tree(file)):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = getattr(node.func, "attr", None) or getattr(node.func, "id", None)
            if isinstance(node.func, ast.Subscript):
                called = getattr(node.func.slice, "value", None)
            first = node.args[0]
            if called in WORD_CALLS and isinstance(first, ast.Constant):
                yield relative(file), first.value


def constants_in_code() -> set[str]:
    nodes = (node for file in MODULES for node in ast.walk(tree(file)))
    return {node.value for node in nodes if isinstance(node, ast.Constant)}


def words() -> Mapping[str, Word]:
    return real_content().all(Word)


def matching(name: str) -> set[str]:
    pattern = re.compile(name.replace("*", ".+"))
    return {word for word in words() if word == name or pattern.fullmatch(word)}


def test_the_content_has_no_errors():
    wrong = errors(check.run(real_content()))
    assert [line for finding in wrong for line in finding.lines()] == []


def test_every_word_that_a_template_or_the_code_names_exists():
    named = [*named_in_templates(), *named_in_code()]
    assert len(named) > 50
    assert [(where, name) for where, name in named if not matching(name)] == []


def test_every_word_is_used_somewhere():
    named = {word for _, name in named_in_templates() for word in matching(name)}
    assert set(words()) - named - constants_in_code() - ADMONITIONS == set()


def test_every_kind_of_box_has_a_title_in_both_languages():
    used = {
        found[1]
        for file in DOCS.rglob("*.md")
        for found in re.finditer(r"^\s*!!!\s+([\w-]+)", file.read_text("utf-8"), re.MULTILINE)
    }
    assert (ADMONITIONS | used) - set(words()) == set()


PLACEHOLDER = re.compile(r"\{\w*\}")


def test_both_languages_of_a_word_hold_the_same_values():
    unequal = [
        id
        for id, word in words().items()
        if sorted(PLACEHOLDER.findall(word.text.fi)) != sorted(PLACEHOLDER.findall(word.text.sv))
    ]
    assert unequal == []


def test_a_module_has_at_most_250_lines():
    lengths = {relative(file): len(file.read_text("utf-8").splitlines()) for file in MODULES}
    assert {name: length for name, length in lengths.items() if length > 250} == {}


def test_a_function_has_at_most_40_lines():
    lengths = {
        f"{relative(file)}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for file in MODULES
        for node in ast.walk(tree(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: length for name, length in lengths.items() if length > 40} == {}


def test_a_module_says_what_it_is():
    assert [relative(file) for file in MODULES if not ast.get_docstring(tree(file))] == []
