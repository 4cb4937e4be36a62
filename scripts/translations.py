"""Editors' and CI's command: which sections say the same in both languages.

    translations.py status                          every page pair and what is out of step
    translations.py status --json                   the same for programs
    translations.py status --changed-since REF      Markdown: what this change leaves out of step
    translations.py confirm PAGE[#SECTION] …        in step now, or no concern of the other language
                                                    (make confirm SECTION=PAGE[#SECTION])
    translations.py confirm --all-new               only what has never been compared
    translations.py tidy                            follow renamed pages and sections, drop the gone

PAGE is `teemat/perhekeskus` or the page's file; the part before the first heading is `#.lead`.
Exit status: 0 done, 1 refused, 2 wrong arguments or a REF that git does not know. Nothing is
written if anything is refused.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kb.check.confirmation import Confirmation, confirmation, now, of_all_new, tidying
from kb.check.drift import Drift
from kb.model.catalogue import Catalogue
from kb.model.translations import Comparison
from kb.read import read
from kb.read.earlier import read_earlier
from kb.read.snapshot import read_snapshot
from kb.read.translations import path_of, proposed, write_declarations
from kb.report.translations import Offered, as_json, as_markdown, as_table, can_be_confirmed, fallen
from kb.text import Lang, Text

OWN = Path(__file__).resolve().parent.parent / "docs"

BROKEN_FILE = Text(
    "Tiedosto {path} on rikki, eikä siihen kirjoiteta. Korjaa se ensin: python scripts/check.py",
    "Filen {path} är trasig och skrivs inte över. Rätta den först: python scripts/check.py",
)
NOTHING_TO_DO = Text("Ei mitään tehtävää.", "Inget att göra.")


def main(arguments: list[str]) -> int:
    """Do what the arguments say, speaking Finnish unless asked for Swedish."""
    asked = _arguments().parse_args(arguments)
    lang = asked.lang or Lang.FI
    catalogue = read(asked.docs, OWN)
    if asked.command == "status":
        return _status(catalogue, asked, lang)
    if asked.command == "tidy":
        return _carry_out(tidying(catalogue), catalogue, asked.docs, lang)
    if asked.all_new:
        return _carry_out(of_all_new(catalogue), catalogue, asked.docs, lang)
    return _carry_out(confirmation(catalogue, asked.names), catalogue, asked.docs, lang)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--lang", type=Lang, choices=list(Lang), help="fi / sv")
    parser.add_argument("--docs", type=lambda text: Path(text).resolve(), default=OWN)
    commands = parser.add_subparsers(dest="command", required=True)
    confirm = commands.add_parser("confirm")
    which = confirm.add_mutually_exclusive_group(required=True)
    which.add_argument("names", nargs="*", default=[], metavar="PAGE[#SECTION]")
    which.add_argument("--all-new", action="store_true")
    commands.add_parser("tidy")
    status = commands.add_parser("status")
    status.add_argument("--json", action="store_true")
    status.add_argument("--changed-since", metavar="REF")
    status.add_argument("--edit-url", default="", help="…/edit/main/docs/")
    return parser


def _status(catalogue: Catalogue, asked: argparse.Namespace, lang: Lang) -> int:
    chosen = [one for comparisons in catalogue.comparisons.values() for one in comparisons]
    if asked.changed_since:
        snapshot = read_snapshot(asked.docs, OWN, asked.changed_since)
        if isinstance(snapshot, Text):
            print(snapshot.both, file=sys.stderr)
            return 2
        if snapshot.caveat:
            print(snapshot.caveat.both, file=sys.stderr)
        chosen = fallen(catalogue, snapshot.catalogue)
    if asked.json:
        print(as_json(chosen))
    elif asked.changed_since:
        print(_comment(catalogue, chosen, asked))
    else:
        print("\n".join(as_table(catalogue, lang)))
    return 0


def _comment(catalogue: Catalogue, chosen: list[Comparison], asked: argparse.Namespace) -> str:
    earlier = read_earlier(asked.docs, catalogue)
    details = {
        one.name: {
            lang: Drift.of(catalogue, one, lang, earlier).words
            for lang in Lang
            if one.has_changed(lang)
        }
        for one in chosen
    }
    langs = [asked.lang] if asked.lang else list(Lang)
    declared: dict[str, dict[str, Text]] = {}
    differing = {difference.section for difference in catalogue.differences}
    for one in chosen:
        if can_be_confirmed(one) and one.name not in differing:
            declared.setdefault(one.key, {})[one.anchor] = now(one)
    files = {
        path_of(key): Offered(
            proposed(asked.docs, key, marks), is_there=(asked.docs / path_of(key)).is_file()
        )
        for key, marks in declared.items()
    }
    return as_markdown(catalogue, chosen, details, files, asked.edit_url, langs)


def _carry_out(plan: Confirmation, catalogue: Catalogue, docs: Path, lang: Lang) -> int:
    broken = {finding.path for finding in catalogue.findings}
    for key in plan.pages:
        path = f"{docs.name}/{path_of(key)}"
        if path in broken:
            plan.refused.append(BROKEN_FILE.format(path=path))
    if plan.refused:
        print("\n".join(text[lang] for text in plan.refused), file=sys.stderr)
        return 1
    for key in plan.pages:
        write_declarations(docs, key, plan.written.get(key, {}), plan.removed.get(key, ()))
    print("\n".join(text[lang] for text in plan.said or [NOTHING_TO_DO]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
