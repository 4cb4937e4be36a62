"""Editors' and CI's command: what is wrong in the content, line by line.

With --lix: the readability index of every page instead. With --addresses: the lines that the list
of published addresses lacks. Exit status: 0 without errors, 1 with errors, 2 if the folder or the
revision does not exist.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kb import check
from kb.check.alone import Clean
from kb.check.published_addresses import unlisted
from kb.check.wording import hardest_first
from kb.finding import Finding, errors
from kb.model.catalogue import Catalogue
from kb.read import read
from kb.read.clean import read_clean, remember_clean
from kb.read.earlier import read_earlier
from kb.read.kept import KeptPages, KnownTexts
from kb.read.settings import read_settings, today
from kb.read.snapshot import read_snapshot
from kb.read.spellers import read_spellers, remember
from kb.read.store import Store
from kb.report import FORMATS, JOB_SUMMARY, Report, summary
from kb.report.report import brought_by_change, new_excuses
from kb.text import Lang, Text

PROJECT = Path(__file__).resolve().parent.parent
OWN = PROJECT / "docs"
MEMORY = PROJECT / ".cache"
SETTINGS = read_settings(PROJECT / "mkdocs.yml")
KEPT = "pages"
SUMMARY = "GITHUB_STEP_SUMMARY"
"""Where GitHub takes a job's summary from: the name of a file, in the environment."""


def main(arguments: Sequence[str]) -> int:
    """Print every finding of a content folder (by default our own), or what else was asked for."""
    options = _options(arguments)
    content = Path(options.folder).resolve()
    if not content.is_dir():
        print(f"{content}: kansiota ei ole / mappen finns inte", file=sys.stderr)
        return 2
    pages = Store(options.cache / KEPT)
    in_style = KnownTexts(pages)
    catalogue = read(content, OWN, in_style)
    in_style.save()
    if options.lix:
        _print("\n".join(f"{round(lix):3} {path}" for path, lix in hardest_first(catalogue)))
        return 0
    if options.addresses:
        _print("\n".join(f"- id: {address}" for address in unlisted(catalogue)))
        return 0
    kept = KeptPages(catalogue, pages)
    report = _report(content, catalogue, options)
    kept.save()
    if isinstance(report, Text):
        print(report.both, file=sys.stderr)
        return 2
    _print(FORMATS[options.format](report))
    if options.format == "github" and (file := os.environ.get(SUMMARY)):
        with Path(file).open("a", encoding="utf-8") as written:
            written.write(summary(report, JOB_SUMMARY) + "\n")
    return 1 if errors(report.findings) else 0


def _report(content: Path, catalogue: Catalogue, options: argparse.Namespace) -> Report | Text:
    """The report that was asked for, or why the change cannot be told from what was there."""
    spellers = read_spellers(content if _has_words(content) else OWN, options.cache)
    earlier = read_earlier(content, catalogue)
    reference = check.Reference(today(), SETTINGS.review_months, spellers, earlier)
    clean = Clean(*read_clean(options.cache))
    was = before(content, options.changed_since, reference) if options.changed_since else None
    if isinstance(was, Text):
        return was
    judged = check.judged(catalogue, replace(reference, clean=clean, before=was))
    found, excused = judged.findings, judged.excused
    brought: list[Finding] | None = None
    if was:
        brought = brought_by_change(found, was.judged.findings)
        excused = new_excuses(excused, was.judged.excused)
    remember(spellers, options.cache)
    if clean.now != clean.known:
        remember_clean(clean.now, options.cache)
    given = brought, options.lang, options.edit_url, excused, catalogue, options.from_form
    return Report(found, SETTINGS.site_url, *given)


def before(content: Path, revision: str, reference: check.Reference) -> check.Before | Text:
    """The content before the change and what was wrong in it, or why nobody knows."""
    snapshot = read_snapshot(content, OWN, revision)
    if isinstance(snapshot, Text):
        return snapshot
    if snapshot.caveat:
        print(snapshot.caveat.both, file=sys.stderr)
    return check.Before(snapshot.catalogue, check.judged(snapshot.catalogue, reference))


def _has_words(content: Path) -> bool:
    return any((content / "_data").glob("words.*.txt"))


def _print(text: str) -> None:
    if text:
        print(text)


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    said = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    said.add_argument("folder", nargs="?", default=OWN, help="a content folder; by default docs")
    said.add_argument("--format", choices=list(FORMATS), default="text")
    said.add_argument("--lang", type=Lang, choices=list(Lang), help="else the file's own language")
    said.add_argument("--changed-since", metavar="REF", help="first what came after this commit")
    said.add_argument("--edit-url", default="", help="…/edit/main/docs/: files are links there")
    said.add_argument("--from-form", action="store_true", help="files are links into the form")
    said.add_argument("--cache", type=Path, default=MEMORY, help="what is known of words")
    said.add_argument("--lix", action="store_true", help="the readability of every page")
    said.add_argument("--addresses", action="store_true", help="new lines for addresses.yml")
    return said.parse_args(arguments)


if __name__ == "__main__":
    # A run of a second that makes hundreds of thousands of objects and keeps them: looking for
    # garbage among them doubles the time that a word list takes to load.
    gc.disable()
    sys.exit(main(sys.argv[1:]))
