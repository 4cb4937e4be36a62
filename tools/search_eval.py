"""Maintainers' command: how well the search of a built site answers a file of queries.

    PYTHONPATH=scripts tools/search_eval.py --site SITE --queries FILE.json [--lang fi] [--json]

A query file is a list of `{"id", "type", "q", "rel"}`; `rel` names the pages that answer, by file
name without language and suffix, a folder's front page also by its folder (`teemat`). Files of one
language count together. Exit status: 0 if it could be evaluated, 2 with a message if not.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kb.text import Lang
from search_figures import Answer, Query, as_json, as_table, misses, paired, while_typing

CODE = Path("assets/search")
"""The folder of the engine in `overrides/`."""
ENGINE = "assets/*/search/engine.js"
"""Where a built site has it."""
_RUNNER = Path(__file__).with_suffix(".mjs")
_SECONDS = 600


class CannotEvaluateError(Exception):
    """What is missing or malformed, in one line."""


def read_queries(file: Path) -> list[Query]:
    """The queries of a file; CannotEvaluateError says which of them is wrong and how."""
    try:
        rows = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise CannotEvaluateError(f"{file}: {error.strerror}") from error
    except ValueError as error:
        raise CannotEvaluateError(f"{file}: not JSON in UTF-8: {error}") from error
    if not isinstance(rows, list) or not rows:
        raise CannotEvaluateError(f'{file}: must be a list of {{"id", "type", "q", "rel"}}')
    return [_query(row, f"{file}: query {number}") for number, row in enumerate(rows, 1)]


def _query(row: Any, where: str) -> Query:
    if not isinstance(row, dict):
        raise CannotEvaluateError(f'{where}: must be {{"id", "type", "q", "rel"}}')
    for name in ("id", "type", "q"):
        if not isinstance(row.get(name), str):
            raise CannotEvaluateError(f'{where}: "{name}" must be a text')
    stems = row.get("rel")
    if not isinstance(stems, list) or not stems or not all(isinstance(s, str) for s in stems):
        raise CannotEvaluateError(f'{where} ("{row["id"]}"): "rel" must be a list of page stems')
    return Query(row["id"], row["type"], row["q"], tuple(stems))


def language_of(file: Path) -> Lang:
    """The language in the file's name, `queries.fi.json`."""
    try:
        return Lang(file.name.removesuffix(".json").rpartition(".")[2])
    except ValueError:
        message = f"{file}: the name says no language (queries.fi.json); add --lang fi or --lang sv"
        raise CannotEvaluateError(message) from None


def run_node(arguments: Sequence[str | Path], given: object) -> Any:
    """What a node script prints as JSON when `given` is its input."""
    if not (node := shutil.which("node")):
        raise CannotEvaluateError("Install Node.js 18 or newer: search runs in it.")
    try:
        done = subprocess.run(
            [node, *arguments],
            input=json.dumps(given).encode(),
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise CannotEvaluateError(f"{arguments[0]}: no answer in {_SECONDS} s") from None
    if done.returncode:
        lines = done.stderr.decode(errors="replace").strip().splitlines()
        raise CannotEvaluateError(lines[-1] if lines else f"node: status {done.returncode}")
    try:
        return json.loads(done.stdout)
    except ValueError as error:
        raise CannotEvaluateError(f"{arguments[0]}: printed something else too: {error}") from error


def found_by(site: Path, lang: Lang, texts: Sequence[str]) -> list[list[str]]:
    """The keys of the pages that the site's own search finds for each text, best first."""
    if not any(site.glob(ENGINE)):
        raise CannotEvaluateError(f"{site}: no {ENGINE}; build the site: make build")
    try:
        keys: list[list[str]] = run_node([_RUNNER, site, lang], texts)
    except CannotEvaluateError as error:
        raise CannotEvaluateError(f"{site} ({lang}): the search failed: {error}") from error
    return keys


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--site", type=Path, required=True, help="a built site's folder")
    parser.add_argument("--queries", type=Path, required=True, action="append", nargs="+")
    parser.add_argument("--lang", type=Lang, choices=list(Lang), help="else from the file's name")
    parser.add_argument("--as-you-type", action="store_true", help="the last word cut by 35 %%")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--verbose", action="store_true", help="also the queries that went wrong")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> int:
    """Print the figures of each language that the query files are in."""
    options = _options(arguments)
    queries: dict[Lang, list[Query]] = {}
    answers: dict[Lang, list[Answer]] = {}
    try:
        for file in (file for group in options.queries for file in group):
            queries.setdefault(options.lang or language_of(file), []).extend(read_queries(file))
        for lang, asked in queries.items():
            texts = [while_typing(q.text) if options.as_you_type else q.text for q in asked]
            answers[lang] = paired(asked, found_by(options.site, lang, texts))
    except CannotEvaluateError as error:
        print(error, file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps({lang: as_json(given) for lang, given in answers.items()}, indent=2))
    else:
        print("\n\n".join("\n".join(as_table(*given)) for given in answers.items()))
    if options.verbose:
        print("\n".join(line for given in answers.values() for line in misses(given)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
