"""Maintainers' command: the site into a folder, which changes only when the whole of it is built.

    build.py SITE

With PDF in the environment all pages are one PDF, too, which the pages then link to. Where nothing
has changed since the folder was built, it stays as it is; what draws the PDF is not asked about
that, so a PDF is always made.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from kb.release.failure import NotReleasedError, of_system
from kb.release.lock import alone
from kb.release.swap import mend, replace_folder, scratch
from kb.release.unchanged import is_unchanged, made_from, remember
from kb.text import Text

PROJECT = Path(__file__).resolve().parent.parent
FAILED = Text("Rakentaminen epäonnistui.", "Bygget misslyckades.")
INTERRUPTED = Text("Ajo keskeytettiin.", "Körningen avbröts.")
SAME = Text(
    "Mikään ei ole muuttunut edellisen rakentamisen jälkeen.",
    "Ingenting har ändrats sedan det förra bygget.",
)
UNCHANGED = Text("Kansio {site} on ennallaan: {reasons}", "Mappen {site} är oförändrad: {reasons}")


def main(arguments: list[str]) -> int:
    """Build the site; 1 if the folder is as it was."""
    visible = Path(arguments[0]).resolve()
    try:
        with alone(visible.with_name(f".{visible.name}.lock"), say) as lock:
            mend(visible)
            made = made_from(PROJECT, os.environ)
            if not os.environ.get("PDF") and is_unchanged(visible, made):
                say(SAME)
                print(f"{arguments[0]}/")
                return 0
            new = scratch(visible)
            try:
                build(new, lock, os.environ)
                replace_folder(visible, new)
                remember(visible, made)
            finally:
                shutil.rmtree(new, ignore_errors=True)
    except NotReleasedError as error:
        return refused(UNCHANGED, str(visible), *error.reasons)
    except OSError as error:
        return refused(UNCHANGED, str(visible), of_system(error))
    except KeyboardInterrupt:
        return refused(UNCHANGED, str(visible), INTERRUPTED)
    print(f"{arguments[0]}/")
    return 0


def build(site: Path, lock: int, settings: Mapping[str, str]) -> None:
    """Build into a folder that is not there yet; NotReleasedError if a program fails.

    The programs hold the lock, too: they may live longer than whoever started them.
    """
    mkdocs = ("-m", "mkdocs", "build", "--strict", "--site-dir", str(site))
    pdf = (str(PROJECT / "scripts/pdf.py"), str(site))
    for command in (mkdocs, pdf) if settings.get("PDF") else (mkdocs,):
        done = subprocess.run(
            [sys.executable, *command], cwd=PROJECT, env=settings, pass_fds=(lock,), check=False
        )
        if done.returncode:
            raise NotReleasedError(FAILED)


def say(text: Text) -> None:
    """Tell the maintainer, in both languages."""
    print(text.both, file=sys.stderr)


def refused(what: Text, site: str, *reasons: Text) -> int:
    """Tell why nothing has changed; the command's exit status."""
    together = Text(*("; ".join(reason[lang] for reason in reasons) for lang in ("fi", "sv")))
    say(what.format(site=site, reasons=together))
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
