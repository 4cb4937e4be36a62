"""The form editor beside a stand-in of the code host, as somebody uses it who has signed in."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from builders import NOW, real_content
from code_host import MAIN, NAME, OWNER, CodeHost, code_host
from jinja2 import Environment, FileSystemLoader
from kb import check
from kb.editor.configuration import api_root
from kb.model.addresses import EDITOR
from kb.model.settings import Settings
from kb.publish.editor import write_editor
from kb.publish.policy import editor_policy
from kb.read import read

ROOT = Path(__file__).resolve().parent.parent
Said = set[tuple[str, str, str]]
"""Findings: the rule, the file and what is said."""


@dataclass(frozen=True)
class Editing:
    """Where the form is, the code host that it talks to, and the folder that is served."""

    address: str
    host: CodeHost
    site: Path


def repository(folder: Path) -> Path:
    """A repository whose main branch has the project's content as it stands here."""
    work, git_dir = folder / "work", folder / "repository.git"
    shutil.copytree(ROOT / "docs", work / "docs")
    run = partial(subprocess.run, check=True, capture_output=True, cwd=work)
    who = ("-c", "user.name=Maija", "-c", "user.email=maija@example.org")
    run(["git", "init", "--quiet", "--initial-branch", MAIN])
    run(["git", "add", "--all"])
    run(["git", *who, "commit", "--quiet", "--message", "Sisältö"])
    run(["git", "clone", "--quiet", "--bare", str(work), str(git_dir)])
    return git_dir


@cache
def _page() -> str:
    environment = Environment(loader=FileSystemLoader(ROOT / "overrides"), autoescape=True)
    environment.globals["word"] = lambda name, lang: real_content().word(name, lang)
    return environment.get_template("editor.html").render(editor_policy="{policy}")


def settings(address: str) -> Settings:
    """The settings of a site whose repository is at the address."""
    there = f"{address}/{OWNER}/{NAME}"
    return Settings(
        site_url="https://lape.example.org/",
        edit_url=f"{there}/edit/{MAIN}/docs/",
        contact_years=2,
        review_months=24,
        security_contact="",
        repository=there,
        editor=True,
    )


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None: ...


@contextmanager
def editing(folder: Path) -> Iterator[Editing]:
    """The editor of the project's own content, served from a folder."""
    with code_host(repository(folder)) as host:
        told = replace(settings(host.address))
        site = folder / "site"
        write_editor(ROOT, site, real_content(), told)
        policy = editor_policy(api_root(told.repository))
        (site / EDITOR / "index.html").write_text(_page().replace("{policy}", policy), "utf-8")
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield Editing(f"http://127.0.0.1:{server.server_port}/{EDITOR}", host, site)
        finally:
            server.shutdown()
            server.server_close()


def changes(form: Editing, branch: str) -> dict[str, str]:
    """The lines of each file that a proposal changes, by its path."""
    told = form.host.git("diff", "--unified=0", f"{MAIN}...{branch}")
    found: dict[str, str] = {}
    path = ""
    for line in told.splitlines():
        if line.startswith("+++ b/"):
            path = line.removeprefix("+++ b/")
            found[path] = ""
        elif path and line[:1] in "+-" and not line.startswith(("+++", "---")):
            found[path] += f"{line}\n"
    return found


def checked(form: Editing, branch: str, folder: Path) -> Said:
    """What the check says of the content of a branch."""
    work = folder / branch.replace("/", "-")
    git = ["git", "--git-dir", str(form.host.git_dir), "worktree", "add", "--quiet", "--detach"]
    subprocess.run([*git, str(work), branch], check=True)
    found = check.run(read(work / "docs", ROOT / "docs"), check.Reference(NOW, 24))
    return {(one.rule.id, one.path, one.message.fi) for one in found}


def proposal(form: Editing) -> str:
    """The branch of the last proposal, which has been handed over."""
    pull = form.host.pulls[-1]
    assert (pull["state"], pull["draft"]) == ("open", False)
    assert form.host.unknown == []
    return str(pull["branch"])
