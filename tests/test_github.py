"""One comment, one issue: against a GitHub of a few lines that remembers what it was told."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import github as command
import pytest
from kb.sanitize import LARGEST, sanitize

REPO = "https://github.com/lape/kb"
ROOT = "/repos/lape/kb"
HEAD = "haara'; $(echo x)"
ADDRESSES = "docs/_data/addresses.yml"


class Hub(ThreadingHTTPServer):
    """Issues and comments of one repository; a pull request is an issue with a head."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.pulls: list[dict[str, Any]] = [{"number": 7, "head": {"sha": "abc"}}]
        self.comments: list[dict[str, Any]] = []
        self.issues: list[dict[str, Any]] = []
        self.heads: list[str] = []
        self.file = b"# Otsikko\n\n- id: a/\n"
        self.commits: list[str] = []
        self.meanwhile: list[bytes] = []
        """What somebody else writes between our reading and our writing."""

    def answer(self, method: str, address: str, said: dict[str, Any]) -> Any:
        path, asked = urlsplit(address).path, parse_qs(urlsplit(address).query)
        first = (int(asked.get("page", ["1"])[0]) - 1) * 100
        bot = {"user": {"login": command.BOT}}
        if path == f"{ROOT}/pulls":
            self.heads += asked["head"]
            return self.pulls[first : first + 100]
        if path == f"{ROOT}/issues/7/comments" and method == "GET":
            return self.comments[first : first + 100]
        if path == f"{ROOT}/issues/7/comments":
            self.comments.append({"id": len(self.comments), **bot, **said})
            return self.comments[-1]
        if path.startswith(f"{ROOT}/issues/comments/"):
            self.comments[int(path.rpartition("/")[2])].update(said)
            return {}
        if path == f"{ROOT}/issues" and method == "GET":
            return [one for one in self.issues if one["state"] == "open"]
        if path == f"{ROOT}/issues":
            self.issues.append({"number": len(self.issues), "state": "open", **bot, **said})
            return self.issues[-1]
        self.issues[int(path.rpartition("/")[2])].update(said)
        return {}

    def content(self, said: dict[str, Any]) -> Any:
        """The file with its fingerprint, which whoever writes must know; None for a conflict."""
        if said and self.meanwhile:
            self.file += self.meanwhile.pop()
        sha = hashlib.sha256(self.file).hexdigest()
        if said and said["sha"] != sha:
            return None
        if said:
            self.file = base64.b64decode(said["content"])
            self.commits.append(said["message"])
        return {"sha": sha, "content": base64.encodebytes(self.file).decode()}


class _Answer(BaseHTTPRequestHandler):
    server: Hub

    def _do(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        said = json.loads(self.rfile.read(length)) if length else {}
        allowed = self.headers["Authorization"] == "Bearer hush"
        if self.path == f"{ROOT}/contents/{ADDRESSES}":
            found = self.server.content(said)
        else:
            found = self.server.answer(self.command, self.path, said) if allowed else {}
        body = json.dumps(found).encode()
        self.send_response(403 if not allowed else 409 if found is None else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


for verb in ("GET", "POST", "PATCH", "PUT"):
    setattr(_Answer, f"do_{verb}", _Answer._do)


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    with Hub() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for name, value in {
            "GITHUB_API_URL": f"http://127.0.0.1:{server.server_port}",
            "GITHUB_REPOSITORY": "lape/kb",
            "GITHUB_TOKEN": "hush",
            "HEAD_SHA": "abc",
            "HEAD_OWNER": "muokkaaja",
            "HEAD_BRANCH": HEAD,
            "HEAD_URL": "https://github.com/muokkaaja/kb",
            "RUN_URL": f"{REPO}/actions/runs/1",
            "REPO_URL": REPO,
            "SITE_URL": "https://kb.example.org/",
        }.items():
            monkeypatch.setenv(name, value)
        yield server
        server.shutdown()


def test_a_second_check_rewrites_the_one_comment(hub: Hub, tmp_path: Path) -> None:
    stranger = {"id": 0, "user": {"login": "joku"}, "body": command.MARK.format(kind="check")}
    hub.comments = [stranger, *({**stranger, "id": n, "body": None} for n in range(1, 120))]
    file = tmp_path / "summary.md"
    for text in ("Ensin @kaikki.", "Sitten [tästä](https://evil.example/)."):
        file.write_text(text, "utf-8")
        assert command.main(["comment", str(file), "--preview", "https://p.example.org/kb"]) == 0
    assert len(hub.comments) == 121, "a comment that already is there is found on any page"
    assert hub.comments[0] == stranger
    body = hub.comments[-1]["body"]
    assert body.startswith("<!-- lape: check -->\nEsikatselu: https://p.example.org/kb/7/ / ")
    assert "Sitten" in body
    assert "Ensin" not in body
    assert "https://evil" not in body
    assert f"{REPO}/actions/runs/1" in body
    assert set(hub.heads) == {f"muokkaaja:{HEAD}"}


def test_a_pull_request_that_has_moved_on_is_left_alone(hub, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("HEAD_SHA", "older")
    file = tmp_path / "summary.md"
    file.write_text("x", "utf-8")
    assert command.main(["comment", str(file)]) == 0
    assert hub.comments == []
    assert command.main(["number"]) == 0
    assert capsys.readouterr().out == ""
    monkeypatch.setenv("HEAD_SHA", "abc")
    assert command.main(["number"]) == 0
    assert capsys.readouterr().out == "7\n"


def test_there_is_one_issue_of_a_kind_and_none_when_all_is_well(hub, tmp_path):
    file = tmp_path / "links.md"
    for text in ("- `https://a.fi/`: 404", "- `https://b.fi/`: 404", "", "", "- taas"):
        file.write_text(text, "utf-8")
        assert command.main(["issue", "links", str(file)]) == 0
    assert command.main(["issue", "reviews", str(file)]) == 0
    found = [(one["title"].partition(" / ")[0], one["state"]) for one in hub.issues]
    assert found == [
        ("Linkkejä ei löydy", "closed"),
        ("Linkkejä ei löydy", "open"),
        ("Tarkistettavat sivut", "open"),
    ]
    assert hub.issues[0]["body"].endswith("`https://b.fi/`: 404")


def test_what_github_refuses_is_said(hub, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("GITHUB_TOKEN", "wrong")
    assert command.main(["number"]) == 1
    said = capsys.readouterr().err
    assert "403" in said
    assert "wrong" not in said


@pytest.fixture
def grown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The list of addresses where it was published, a line longer than in the main branch."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / ADDRESSES
    file.parent.mkdir(parents=True)
    file.write_text("# Otsikko\n\n- id: a/\n- id: b/ä/\n", "utf-8")
    return Path(ADDRESSES)


def test_new_addresses_are_one_commit_and_old_ones_none(hub: Hub, grown: Path) -> None:
    for _ in range(2):
        assert command.main(["addresses", str(grown)]) == 0
    assert hub.file.decode() == "# Otsikko\n\n- id: a/\n- id: b/ä/\n"
    assert hub.commits == ["Uusia julkaistuja osoitteita / Nya publicerade adresser"]


def test_what_somebody_else_wrote_meanwhile_stays(hub: Hub, grown: Path) -> None:
    hub.meanwhile = [b"  to: b\n"]
    assert command.main(["addresses", str(grown)]) == 0
    assert hub.file.decode() == "# Otsikko\n\n- id: a/\n  to: b\n- id: b/ä/\n"


def test_a_branch_that_takes_no_commits_is_told(hub: Hub, grown: Path, capsys) -> None:
    hub.meanwhile = [b"#\n"] * command.TRIES
    assert command.main(["addresses", str(grown)]) == 1
    assert "409" in capsys.readouterr().err
    assert hub.commits == []


def test_a_comment_leads_to_the_proposal_s_own_pages_and_no_further(hub, tmp_path, monkeypatch):
    monkeypatch.setenv("HEAD_BRANCH", "haara/uusi")
    file, fork = tmp_path / "summary.md", "https://github.com/muokkaaja/kb"
    file.write_text(f"[a]({fork}/edit/haara/uusi/docs/a.fi.md) [b]({fork}/b)", "utf-8")
    assert command.main(["comment", str(file)]) == 0
    body = hub.comments[-1]["body"]
    assert f"]({fork}/edit/haara/uusi/docs/a.fi.md)" in body
    assert f"]({fork}/b)" not in body


def test_a_comment_of_an_odd_artefact_is_a_sentence(hub, tmp_path):
    (tmp_path / "link.md").symlink_to("/etc/passwd")
    (tmp_path / "odd.md").write_bytes(b"\xff\x00 a")
    for name in ("missing.md", "link.md", "odd.md"):
        assert command.main(["comment", str(tmp_path / name)]) == 0
    assert "root:" not in str(hub.comments)
    assert len(hub.comments) == 1


OWN = ["https://github.com/lape/kb", "https://kb.example.org/", ""]
KEPT = [
    "## Otsikko\n\n**`docs/a.fi.md`**\n\n- rivi 3, virhe [x](https://kb.example.org/opas/#x): Sana",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "<details>\n<summary>a</summary>\n\n```yaml\na:\n  fi: 3f2a1b\n```\n\n</details>",
    '<a href="https://github.com/lape/kb/edit/main/docs/a.yml">docs/a.yml</a>',
    "[a](https://github.com/lape/kb/edit/main/docs/a.fi.md)",
]
HARMS = {
    "calls somebody": ("@stm ja a@b.fi", ["@stm", "@b"]),
    "calls by entity": ("&#64;stm", ["&#64;"]),
    "leads away": ("[a](https://evil.example/)", ["](https"]),
    "leads away bare": ("https://evil.example www.evil.example", ["://", "www."]),
    "leads away in capitals": ("WWW.EVIL.EXAMPLE HTTPS://EVIL", ["WWW.", "://"]),
    "leads away without a scheme": ("[a](//evil.example)", ["]("]),
    "leads away escaped": (r"[a](https:\/\/evil.example)", ["]("]),
    "leads away in brackets": ("[a](<https://evil.example>)", ["](", "<"]),
    "leads away by reference": ("[a][b]\n\n[b]: https:\\//evil.example", ["]:"]),
    "leads to a neighbour": ("[a](https://github.com/lape/kb-evil/)", ["]("]),
    "climbs out": ("[a](https://github.com/lape/kb/../../evil/x)", ["]("]),
    "climbs out encoded": ("[a](https://github.com/lape/kb/%2e%2e/x)", ["]("]),
    "another host after ours": ("[a](https://kb.example.org@evil.example/)", ["](", "@e"]),
    "a longer host": ("[a](https://kb.example.org.evil.example/)", ["]("]),
    "loads a picture": ("![a](https://kb.example.org/x.png)", ["!["]),
    "html": ('<img src=x><a href="https://evil.example">x</a>', ["<img", "<a "]),
    "attributes": ('<details onclick="x"><summary x>', ["<details", "<summary"]),
    "our own mark": ("<!-- lape: check -->", ["<!--"]),
    "control characters": ("a\x1b[31m\u202eb\r", ["\x1b", "\u202e", "\r"]),
}


@pytest.mark.parametrize("text", KEPT)
def test_what_our_own_reports_say_stays_as_it_is(text):
    assert sanitize(text, OWN) == text


@pytest.mark.parametrize("name", HARMS)
def test_a_strangers_text_harms_nobody(name):
    text, gone = HARMS[name]
    made = sanitize(text, OWN)
    assert [words for words in gone if words in made] == [], made
    without = sanitize(text, [])
    assert [words for words in gone if words in without] == [], without


def test_a_strangers_text_has_an_end():
    assert len(sanitize("x" * 10 * LARGEST, OWN)) == LARGEST
    assert len(sanitize("<&@" * LARGEST, OWN)) <= 65_536


NEW = "https://github.com/muokkaaja/kb/new/patch-1/docs"


def test_a_comment_begins_files_in_the_proposal_s_own_branch_and_nowhere_else(
    hub, tmp_path, monkeypatch
):
    monkeypatch.setenv("HEAD_BRANCH", "patch-1")
    asked = "?filename=_data%2Ffacts%2FP-900.yml&value=id%3A%20P-900%0A"
    other = NEW.replace("patch-1", "main")
    file = tmp_path / "summary.md"
    file.write_text(
        f"[a]({NEW}{asked}) [b]({other}{asked}) [c]({NEW}{asked}&quick_pull=1)", "utf-8"
    )
    assert command.main(["comment", str(file)]) == 0
    body = hub.comments[-1]["body"]
    assert f"[a]({NEW}{asked})" in body.replace("\u200b", "")
    assert f"]({NEW}{asked})" in body
    assert body.count("](https") == 1
