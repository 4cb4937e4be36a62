"""A value as it stands in a file, and what a rule says of it."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from kb.finding import Finding, Rule
from kb.text import Text

_SHOWN = 80
"""Characters of a wrong value in what is said of it."""
HOST = r"(?:[a-z0-9-]{1,63}\.){1,9}[a-z][a-z0-9-]{1,62}"


@dataclass(frozen=True, slots=True)
class Written:
    """A value as it stands in a file: where, under which key, and its node."""

    path: str
    line: int
    key: str
    node: yaml.ScalarNode

    @property
    def text(self) -> str:
        """The characters of the value, without quotes."""
        return str(self.node.value)

    @property
    def is_quoted(self) -> bool:
        """True if the value stands in quotes."""
        return self.node.style in ("'", '"')

    def refused(self, rule: Rule, **values: Text | str) -> Finding:
        """What the rule says of the value."""
        shown = {name: _cut(one) if name == "value" else one for name, one in values.items()}
        return rule.at(self.path, self.line, key=self.key, **shown)


def _cut(value: Text | str) -> Text | str:
    """A value as it is shown: whole, unless it is absurdly long."""
    return f"{value[:_SHOWN]}…" if isinstance(value, str) and len(value) > _SHOWN else value
