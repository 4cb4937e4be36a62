"""CI's command: what is known to be wrong with the packages that are installed, as Markdown.

    supply.py REPORT LOCK…     each LOCK a requirements file with hashes or a package-lock.json

pip-audit and npm ask the registries. The report is empty if every package has been answered for and
nothing is known. Exit status: 0 nothing is known, 1 something is, 2 some package got no answer:
silence is no proof that all is well, though both programs may call it so.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kb.text import Lang, Text

KNOWN = Text(
    "Asennettavissa paketeissa on tunnettuja haavoittuvuuksia: {count}",
    "Kända sårbarheter i paket som installeras: {count}",
)
ADVICE = Text(
    "Ota käyttöön versio, jossa vika on korjattu: muuta `requirements.in` tai `package.json`, aja "
    "`make lock` tai `npm install`, ja tarkista `make test`.",
    "Ta i bruk en version där felet är rättat: ändra `requirements.in` eller `package.json`, kör "
    "`make lock` eller `npm install` och kontrollera med `make test`.",
)
NO_ANSWER = Text(
    "Rekisteri ei vastannut, joten näiden pakettien haavoittuvuuksia ei tiedetä: {files}.",
    "Registret svarade inte, så sårbarheterna i de här paketen är okända: {files}.",
)
SECONDS = 600
NOTHING_KNOWN, VULNERABLE, UNANSWERED = range(3)
_UNSURE = re.compile(r"[^\w.@/+-]")
"""What a registry may not say in our issue: nothing that Markdown or GitHub understands."""


@dataclass(frozen=True, slots=True)
class Audit:
    """What the registry of a lock file said."""

    lock: str
    vulnerable: tuple[str, ...] = ()
    """A line for each package that something is known of."""
    unanswered: int | None = None
    """How many packages nothing was said of, if any; 0 if nothing was said at all."""


def main(arguments: list[str]) -> int:
    """Write the report of the locks."""
    report, *locks = arguments
    audits = [_npm(lock) if lock.endswith(".json") else _pip(lock) for lock in locks]
    text = as_markdown(audits)
    Path(report).write_text(text, "utf-8")
    print(text or f"{', '.join(locks)}: nothing is known of any package")
    if any(audit.unanswered is not None for audit in audits):
        return UNANSWERED
    return VULNERABLE if text else NOTHING_KNOWN


def as_markdown(audits: list[Audit]) -> str:
    """What is to be done, in both languages; empty if nothing is."""
    lines = [line for audit in audits for line in audit.vulnerable]
    silent = [
        f"`{audit.lock}`" + (f" ({audit.unanswered})" if audit.unanswered else "")
        for audit in audits
        if audit.unanswered is not None
    ]
    said: list[str] = []
    for lang in Lang:
        if lines:
            said += [f"## {KNOWN[lang].format(count=len(lines))}", ADVICE[lang]]
        if silent:
            said.append(NO_ANSWER[lang].format(files=", ".join(silent)))
    return "\n\n".join([*said, "\n".join(lines)] if lines else said) + ("\n" if said else "")


def _pip(lock: str) -> Audit:
    """A package that the service does not know is skipped by pip-audit, which then ends well."""
    options = ("--disable-pip", "--require-hashes", "--progress-spinner=off", "--format=json")
    packages = _answer("pip-audit", *options, "--requirement", lock).get("dependencies")
    if not packages:
        return Audit(lock, unanswered=0)
    lines = tuple(_pip_lines(lock, packages))
    return Audit(lock, lines, sum("vulns" not in one for one in packages) or None)


def _pip_lines(lock: str, packages: list[dict[str, Any]]) -> Iterator[str]:
    for one in packages:
        for known in one.get("vulns", ()):
            fixed = ", ".join(map(_plain, known["fix_versions"])) or "–"
            name = f"{_plain(one['name'])} {_plain(one['version'])}"
            yield f"- `{lock}`: `{name}`: `{_plain(known['id'])}` → {fixed}"


def _npm(lock: str) -> Audit:
    folder = str(Path(lock).parent)
    said = _answer("npm", "audit", "--package-lock-only", "--json", "--prefix", folder)
    packages = said.get("vulnerabilities")
    if packages is None:
        return Audit(lock, unanswered=0)
    return Audit(lock, tuple(f"- `{lock}`: {_npm_words(one)}" for one in packages.values()))


def _npm_words(package: dict[str, Any]) -> str:
    advisories = [via for via in package["via"] if isinstance(via, dict)]
    ids = [_plain(via["url"].rpartition("/")[2]) for via in advisories]
    through = [_plain(via) for via in package["via"] if isinstance(via, str)]
    words = ", ".join(f"`{one}`" for one in (ids or through))
    return f"`{_plain(package['name'])}`: {words} ({_plain(package['severity'])})"


def _answer(program: str, *options: str) -> dict[str, Any]:
    """What the program says as JSON; empty if it is missing, is too slow or says anything else."""
    if not (path := shutil.which(program)):
        return {}
    try:
        done = subprocess.run(
            [path, *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # pip-audit calls silence "no known vulnerabilities" there
            text=True,
            check=False,
            timeout=SECONDS,
        )
        said = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def _plain(words: str) -> str:
    return _UNSURE.sub("", str(words))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
