"""YAML as nodes that know their line; nothing is guessed to be a boolean or a number here."""

from __future__ import annotations

import yaml

from kb.finding import Finding
from kb.read import messages

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def compose(text: str, path: str, first_line: int = 1) -> yaml.Node | Finding:
    """The document's root node, or a finding at the line where reading stopped."""
    try:
        node = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + (mark.line if mark else 0)
        said = getattr(error, "problem", None) or ""
        problem = next(
            (t for key, t in messages.YAML_PROBLEMS.items() if key in said),
            messages.UNKNOWN_YAML_PROBLEM,
        )
        return Finding(path, line, "yaml-syntax", messages.YAML_SYNTAX.format(problem=problem))
    if node is None:
        node = yaml.MappingNode("tag:yaml.org,2002:map", [])
        node.start_mark = yaml.Mark(path, 0, 0, 0, "", 0)
    return node


def line_of(node: yaml.Node, first_line: int = 1) -> int:
    """The line on which a node starts."""
    return first_line + int(node.start_mark.line)
