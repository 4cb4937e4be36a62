"""CI's command at GitHub: one comment on a pull request, one issue of each kind, never more; and
the list of published addresses.

    github.py number                        the open pull request whose newest commit is HEAD_SHA
    github.py comment FILE [--preview URL]  the same pull request's comment, written or rewritten
    github.py issue KIND FILE               the issue of that kind, closed if FILE says nothing
    github.py addresses FILE                the lines that FILE has grown, added to the main branch

A comment's FILE may have been written by anybody; below the preview's URL each pull request has a
folder. The environment is that of GitHub Actions (GITHUB_API_URL, GITHUB_REPOSITORY) with
GITHUB_TOKEN, and from the event HEAD_SHA, HEAD_OWNER, HEAD_BRANCH, HEAD_URL and RUN_URL.
Exit status: 0 done, or nothing to be done; 1 refused by GitHub.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from kb.sanitize import LARGEST, sanitize
from kb.text import Text

BOT = "github-actions[bot]"
MARK = "<!-- lape: {kind} -->\n"
A_PAGE = 100
SECONDS = 30
TITLES = {
    "links": Text("Linkkejä ei löydy", "Länkar som inte hittas"),
    "reviews": Text("Tarkistettavat sivut", "Sidor att granska"),
    "supply": Text("Asennettavien pakettien aukot", "Sårbarheter i paket som installeras"),
}
PREVIEW = Text("Esikatselu: {url}", "Förhandsvisning: {url}")
NEW_ADDRESSES = Text("Uusia julkaistuja osoitteita", "Nya publicerade adresser")
CONFLICT = 409
TRIES = 3
FROM_THE_RUN = Text(
    "Tämän tarkisti ehdotuksen oma ajo: {url}", "Detta granskades i förslagets egen körning: {url}"
)

NOTHING = Text(
    "Ehdotuksen ajo ei jättänyt yhteenvetoa.", "Förslagets körning lämnade ingen sammanfattning."
)


class GitHub:
    """A repository at GitHub, as far as comments, issues and one growing file go."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        """The repository and the pull request that the environment names."""
        self._of = environment
        self._root = f"{environment['GITHUB_API_URL']}/repos/{environment['GITHUB_REPOSITORY']}"

    def pull_request(self) -> int | None:
        """The number of the open pull request with this head; the event does not say it."""
        head = f"{self._of['HEAD_OWNER']}:{self._of['HEAD_BRANCH']}"
        for one in self._all("/pulls", state="open", head=head):
            if one["head"]["sha"] == self._of["HEAD_SHA"]:
                return int(one["number"])
        return None

    def comment(self, number: int, text: str) -> None:
        """Our comment on a pull request now says this."""
        mark = MARK.format(kind="check")
        ours = self._ours(self._all(f"/issues/{number}/comments"), mark)
        if ours:
            self._send("PATCH", f"/issues/comments/{ours['id']}", {"body": mark + text})
        else:
            self._send("POST", f"/issues/{number}/comments", {"body": mark + text})

    def issue(self, kind: str, text: str) -> None:
        """The open issue of a kind now says this; without a text none is open."""
        mark = MARK.format(kind=kind)
        ours = self._ours(self._all("/issues", state="open", creator=BOT), mark)
        if ours and text:
            self._send("PATCH", f"/issues/{ours['number']}", {"body": mark + text})
        elif ours:
            self._send("PATCH", f"/issues/{ours['number']}", {"state": "closed"})
        elif text:
            title = f"{TITLES[kind].fi} / {TITLES[kind].sv}"
            self._send("POST", "/issues", {"title": title, "body": mark + text})

    def append(self, path: str, lines: Sequence[str], message: str) -> None:
        """The lines that the file lacks in the main branch are its last ones, in one commit."""
        for left in reversed(range(TRIES)):
            file = self._send("GET", f"/contents/{path}")
            text = base64.b64decode(file["content"]).decode()
            known = set(text.splitlines())
            added = "".join(f"{line}\n" for line in lines if line not in known)
            if not added:
                return
            grown = base64.b64encode((text + added).encode()).decode()
            said = {"message": message, "content": grown, "sha": file["sha"]}
            try:
                self._send("PUT", f"/contents/{path}", said)
                return
            except HTTPError as error:
                # Somebody else wrote after we read: read again. A protected branch says the same.
                if error.code != CONFLICT or not left:
                    raise

    @staticmethod
    def _ours(found: Iterator[dict[str, Any]], mark: str) -> dict[str, Any] | None:
        return next(
            (
                one
                for one in found
                if one["user"]["login"] == BOT
                and (one["body"] or "").replace("\r\n", "\n").startswith(mark)
            ),
            None,
        )

    def _all(self, path: str, **asked: str) -> Iterator[dict[str, Any]]:
        page = 1
        while True:
            query = urlencode({**asked, "per_page": A_PAGE, "page": page})
            found = self._send("GET", f"{path}?{query}")
            yield from found
            if len(found) < A_PAGE:
                return
            page += 1

    def _send(self, method: str, path: str, said: dict[str, str] | None = None) -> Any:
        request = Request(  # noqa: S310 - the address is GitHub's own, from its environment
            self._root + path,
            data=None if said is None else json.dumps(said).encode(),
            headers={
                "Accept": "application/vnd.github+json",
                "Authorization": f"Bearer {self._of['GITHUB_TOKEN']}",
                "Content-Type": "application/json",
                "X-GitHub-Api-Version": "2022-11-28",
            },
            method=method,
        )
        with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310
            return json.load(answer)


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments say, quietly when there is nothing to do."""
    asked = _arguments().parse_args(arguments)
    github = GitHub(os.environ)
    try:
        if asked.command == "addresses":
            return _addresses(github, asked)
        return _issue(github, asked) if asked.command == "issue" else _pull_request(github, asked)
    except HTTPError as error:
        print(f"{error.url}: {error.code} {error.reason}", file=sys.stderr)
        return 1


def _issue(github: GitHub, asked: argparse.Namespace) -> int:
    github.issue(asked.kind, asked.file.read_text("utf-8").strip())
    return 0


def _addresses(github: GitHub, asked: argparse.Namespace) -> int:
    lines = asked.file.read_text("utf-8").splitlines()
    new = [line for line in lines if line.startswith("- id: ")]
    github.append(asked.file.as_posix(), new, f"{NEW_ADDRESSES.fi} / {NEW_ADDRESSES.sv}")
    return 0


def _pull_request(github: GitHub, asked: argparse.Namespace) -> int:
    number = github.pull_request()
    if number is None:
        print("No open pull request has this head any more.", file=sys.stderr)
    elif asked.command == "number":
        print(number)
    else:
        preview = f"{asked.preview.rstrip('/')}/{number}/"
        said = [PREVIEW.format(url=preview)] if asked.preview else []
        if run := os.environ.get("RUN_URL"):
            said.append(FROM_THE_RUN.format(url=run))
        own = "\n\n".join(f"{text.fi} / {text.sv}" for text in said)
        github.comment(number, f"{own}\n\n{_words(asked.file)}".strip())
    return 0


def _words(file: Path) -> str:
    """What the proposal's run said, made harmless; a sentence if it said nothing."""
    if file.is_symlink() or not file.is_file():
        return f"{NOTHING.fi} / {NOTHING.sv}"
    with file.open(encoding="utf-8", errors="replace") as said:
        return sanitize(said.read(LARGEST), _own(os.environ), _begun(os.environ)).strip()


def _own(environment: Mapping[str, str]) -> list[str]:
    """Where a comment may lead: the site, this repository, and the proposal's pages as they are."""
    here = [environment.get(name, "") for name in ("REPO_URL", "SITE_URL")]
    if head := environment.get("HEAD_URL"):
        here.append(f"{head}/edit/{environment['HEAD_BRANCH']}/docs/")
    return here


def _begun(environment: Mapping[str, str]) -> list[str]:
    """Where the proposal's branch begins a new file, whose text may stand in the address."""
    head = environment.get("HEAD_URL")
    return [f"{head}/new/{environment['HEAD_BRANCH']}/docs"] if head else []


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("number")
    comment = commands.add_parser("comment")
    comment.add_argument("file", type=Path)
    comment.add_argument("--preview", default="", metavar="URL")
    issue = commands.add_parser("issue")
    issue.add_argument("kind", choices=list(TITLES))
    issue.add_argument("file", type=Path)
    commands.add_parser("addresses").add_argument("file", type=Path)
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
