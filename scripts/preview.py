"""CI's command for previews: a git repository with a folder for every pull request.

    preview.py SITE FOLDER REPOSITORY [--keep N]   SITE becomes FOLDER on the branch `main` there

The site was built from somebody's proposal: it is copied as files and never run. The repository has
one commit only, so that it does not grow, and the newest N folders. Whatever serves it (GitHub
Pages of a repository of its own, for one) must have another address than the published site.
PREVIEW_KEY in the environment is a private key of ssh that may write there.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

BRANCH = "main"
TRIES = 5
NO_ROBOTS = "User-agent: *\nDisallow: /\n"
MOST_FILES, MOST_BYTES, DEEPEST = 20_000, 300_000_000, 20
"""Far beyond any proposal to this site, and what a code host still takes."""
_NAME = re.compile(r"\.well-known|[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}", re.ASCII)
_FOLDER = re.compile(r"[1-9][0-9]*")
_WHO = ("-c", "user.name=preview", "-c", "user.email=preview@invalid")


def main(arguments: Sequence[str]) -> int:
    """Put the site in its folder; 2 if it cannot be put there, 1 if git refuses it."""
    asked = _arguments().parse_args(arguments)
    if wrong := _wrong(asked.site, asked.folder):
        print(wrong, file=sys.stderr)
        return 2
    try:
        return _published(asked)
    except subprocess.CalledProcessError as error:
        print(f"{asked.repository}: {' '.join(error.cmd[1:3])} failed", file=sys.stderr)
        return 1


def _published(asked: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory() as scratch:
        _use_key(Path(scratch) / "key")
        for attempt in range(TRIES):
            place = Path(scratch) / str(attempt)
            was = _fetch(asked.repository, place)
            _put(asked.site, place, asked.folder, asked.keep)
            if _push(place, asked.repository, was):
                return 0
    print(f"{asked.repository}: others were faster {TRIES} times", file=sys.stderr)
    return 1


def _wrong(site: Path, folder: str) -> str:
    """Why the site cannot be put there; empty if it can."""
    if not _FOLDER.fullmatch(folder):
        return f"{folder!r}: the number of a pull request is wanted"
    if not (site / "index.html").is_file():
        return f"{site}: no built site"
    return _odd(site)


def _odd(site: Path) -> str:
    """What no build of ours would leave in a site; empty if there is nothing."""
    count = size = 0
    for place, folders, names in os.walk(site):
        for file in (Path(place, name) for name in folders + names):
            inside = ascii(file.relative_to(site).as_posix())
            if not _NAME.fullmatch(file.name) or len(file.relative_to(site).parts) > DEEPEST:
                return f"{inside}: a site has no file of such a name"
            if file.is_symlink() or not (file.is_dir() or file.is_file()):
                return f"{inside}: links and devices are no part of a site"
            count, size = count + 1, size + file.stat().st_size
            if count > MOST_FILES or size > MOST_BYTES:
                return f"{site}: more than {MOST_FILES:,} files or {MOST_BYTES:,} bytes"
    return ""


def _use_key(file: Path) -> None:
    """Git opens the repository with the key, if there is one."""
    if key := os.environ.pop("PREVIEW_KEY", ""):
        file.touch(mode=0o600)
        file.write_text(f"{key.strip()}\n", "utf-8")
        options = "-o IdentitiesOnly=yes -o StrictHostKeyChecking=accept-new"
        os.environ["GIT_SSH_COMMAND"] = f"ssh -i {file} {options}"


def _fetch(repository: str, place: Path) -> str:
    """What is there now, and its commit; an empty repository has nothing yet."""
    _git("init", "--quiet", "--initial-branch", BRANCH, str(place))
    was = _git("ls-remote", "--heads", repository, BRANCH).partition("\t")[0]
    if was:
        _git("-C", str(place), "fetch", "--quiet", "--depth", "1", repository, was)
        _git("-C", str(place), "checkout", "--quiet", was)
    return was


def _put(site: Path, place: Path, folder: str, keep: int) -> None:
    shutil.rmtree(place / folder, ignore_errors=True)
    shutil.copytree(site, place / folder)
    (place / "robots.txt").write_text(NO_ROBOTS, "utf-8")
    (place / ".nojekyll").touch()
    others = (one.name for one in place.iterdir() if _FOLDER.fullmatch(one.name))
    for old in sorted(set(others) - {folder}, key=int, reverse=True)[max(keep - 1, 0) :]:
        shutil.rmtree(place / old)


def _push(place: Path, repository: str, was: str) -> bool:
    """One commit without a past takes the place of what was there, if it is still there."""
    here = ("-C", str(place), *_WHO)
    _git(*here, "checkout", "--quiet", "--orphan", "next")
    _git(*here, "add", "--all", "--force")
    _git(*here, "commit", "--quiet", "--message", "Previews")
    lease = f"--force-with-lease=refs/heads/{BRANCH}:{was}"
    try:
        _git(*here, "push", "--quiet", lease, repository, f"HEAD:refs/heads/{BRANCH}")
    except subprocess.CalledProcessError:
        return False
    return True


def _git(*arguments: str) -> str:
    program = shutil.which("git") or "git"
    return subprocess.run(
        [program, *arguments], check=True, stdout=subprocess.PIPE, text=True
    ).stdout


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("site", type=Path)
    parser.add_argument("folder")
    parser.add_argument("repository")
    parser.add_argument("--keep", type=int, default=20, metavar="N")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
