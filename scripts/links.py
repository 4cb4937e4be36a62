"""CI's command: which addresses on the built pages no longer answer, as Markdown.

    links.py SITE

LinkChecker does the work, on the site served on this machine. Nothing is printed if all is well;
an address that did not answer today may do so tomorrow, so the exit status is 0 in any case.
"""

from __future__ import annotations

import csv
import functools
import re
import subprocess
import sys
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from kb.text import Text

HOME = Text(
    "Ulkoisia osoitteita, jotka eivät vastanneet: {count}",
    "Externa adresser som inte svarade: {count}",
)
ADVICE = Text(
    "Korjaa osoite lähteen tiedostoon (`docs/_data/sources/`) tai sivulle. Jos julkaisu on poistettu, etsi sen uusi paikka tai arkistoitu kopio.",
    "Rätta adressen i källans fil (`docs/_data/sources/`) eller på sidan. Om publikationen har tagits bort, leta efter dess nya plats eller en arkiverad kopia.",
)
_SHOWN_PAGES = 3
_SHOWN_LETTERS = 80
_UNSURE = re.compile(r"[^\w ,:-]")
"""What a stranger's server may not say in our issue: nothing that Markdown or GitHub understands."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def main(arguments: list[str]) -> int:
    """Print the broken addresses outside the site, each with pages that name it."""
    with _serving(Path(arguments[0])) as address:
        rows = list(_broken(address))
    if rows:
        print(as_markdown(rows))
    return 0


def as_markdown(rows: Iterable[tuple[str, str, str]]) -> str:
    """A list of addresses from (address, what happened, page) rows, in order."""
    pages: dict[tuple[str, str], list[str]] = defaultdict(list)
    for url, result, page in rows:
        pages[url, result].append(page)
    lines = [
        f"## {HOME[lang].format(count=len(pages))}\n\n{ADVICE[lang]}\n" for lang in ("fi", "sv")
    ]
    for (url, result), found in sorted(pages.items()):
        named = ", ".join(f"`/{page}`" for page in sorted(set(found))[:_SHOWN_PAGES])
        lines.append(
            f"- `{url.replace('`', '%60')}`: {_UNSURE.sub('', result)[:_SHOWN_LETTERS]} ({named})"
        )
    return "\n".join(lines)


def _broken(address: str) -> Iterator[tuple[str, str, str]]:
    program = str(Path(sys.executable).parent / "linkchecker")
    command = [
        program,
        "--check-extern",
        "--no-status",
        "--no-warnings",
        "--output",
        "csv",
        address,
    ]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False
    )
    lines = (line for line in done.stdout.splitlines() if not line.startswith("#"))
    for row in csv.DictReader(lines, delimiter=";"):
        outside = not row["url"].startswith(address) and urlsplit(row["url"]).scheme
        if outside and row["valid"] == "False":
            yield row["url"], row["result"], row["parentname"].removeprefix(address)


@contextmanager
def _serving(site: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
