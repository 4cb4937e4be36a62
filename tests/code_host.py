"""A stand-in for the code host: what the form editor asks of GitHub, out of a git repository.

REST and GraphQL as far as a person uses them who signs in with a token, edits and proposes.
Whatever else is asked is noted in `unknown` and answered with an error.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from bare_repository import PERSON, BareRepository

OWNER, NAME, MAIN, TOKEN = "lape", "tietopankki", "main", "token-of-a-person"
_ALIASED = re.compile(
    r'(?P<alias>\w+_\d+):\s+(?:object\((?:oid|expression): (?P<object>"(?:[^"\\]|\\.)*")\)|ref\()'
)
_WHEN = "2026-11-01T12:00:00Z"
Answer = tuple[int, Any]


@dataclass
class CodeHost(BareRepository):
    """One repository, its proposals, and what goes wrong on purpose."""

    pulls: list[dict[str, Any]] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    tokens: set[str] = field(default_factory=lambda: {TOKEN})
    lock: Lock = field(default_factory=Lock)
    address: str = ""

    # GraphQL

    def graphql(self, query: str, values: dict[str, Any]) -> Any:
        """The data of an answer; ValueError says what GitHub would call an error."""
        made = values.get("input", {})
        if "createCommitOnBranch" in query:
            return self._create_commit(query, made)
        if "createRef" in query:
            name = made["name"].removeprefix("refs/heads/")
            if self.head(name):
                raise ValueError(f'A ref named "{made["name"]}" already exists in the repository.')
            self.git("update-ref", made["name"], made["oid"])
            return {"createRef": {"ref": {"name": name}}}
        if "PullRequestReadyForReview" in query or "PullRequestToDraft" in query:
            pull = next(one for one in self.pulls if one["node_id"] == made["pullRequestId"])
            pull["draft"] = "ToDraft" in query
            return {"pullRequest": {"isDraft": pull["draft"]}}
        if "fork: repository" in query:
            main = {"ref": {"target": {"oid": self.head(MAIN)}}}
            return {"fork": {"id": "R_1"}, "base": main}
        return {"repository": self._repository(query, values)}

    def _repository(self, query: str, values: dict[str, Any]) -> dict[str, Any]:
        if _ALIASED.search(query):
            return self._objects(query)
        if "headRefName: $branch" in query:
            return {"pullRequests": {"totalCount": len(self._open(values["branch"]))}}
        if "pullRequests(" in query:
            return {"pullRequests": {"nodes": [self._node(one) for one in self._open()]}}
        if "defaultBranchRef" in query:
            return {"defaultBranchRef": {"name": MAIN}}
        oid = self.head(values["branch"])
        message = self.git("log", "-1", "--format=%s", oid).strip()
        return {"ref": {"target": {"history": {"nodes": [{"oid": oid, "message": message}]}}}}

    def _objects(self, query: str) -> dict[str, Any]:
        found = {match["alias"]: match["object"] for match in _ALIASED.finditer(query)}
        author = {**PERSON, "avatarUrl": "", "user": {"id": 1, "login": "maija"}}
        node = {"oid": self.head(MAIN), "author": author, "committedDate": _WHEN}
        changed = {"target": {"history": {"nodes": [node]}}}
        names = [json.loads(one) for one in found.values() if one]
        blobs = dict(zip(names, self._blobs(names), strict=True))
        return {alias: blobs[json.loads(one)] if one else changed for alias, one in found.items()}

    def _blobs(self, names: list[str]) -> Iterator[dict[str, Any] | None]:
        asked = "".join(f"{name}\n" for name in names).encode()
        told = subprocess.run(
            ["git", "--git-dir", str(self.git_dir), "cat-file", "--batch"],
            input=asked, capture_output=True, check=True,
        ).stdout  # fmt: skip
        for _ in names:
            head, _, told = told.partition(b"\n")
            if head.endswith(b"missing"):
                yield None
                continue
            oid, _, size = head.decode().split()
            content, told = told[: int(size)], told[int(size) + 1 :]
            is_binary = b"\0" in content
            text = None if is_binary else content.decode()
            yield {"oid": oid, "byteSize": int(size), "isBinary": is_binary, "text": text,
                   "isTruncated": False}  # fmt: skip

    def _create_commit(self, query: str, made: dict[str, Any]) -> dict[str, Any]:
        branch = made["branch"]["branchName"]
        if made["expectedHeadOid"] != self.head(branch):
            raise ValueError("Expected branch to point to another commit")
        commit = self.commit(branch, made["fileChanges"], made["message"]["headline"])
        asked = re.findall(r'(file_\d+): file\(path: ("(?:[^"\\]|\\.)*")\)', query)
        files = {
            alias: {"oid": self.git("rev-parse", f"{commit}:{json.loads(path)}").strip()}
            for alias, path in asked
        }
        return {
            "createCommitOnBranch": {"commit": {"oid": commit, "committedDate": _WHEN, **files}}
        }

    def _open(self, branch: str = "") -> list[dict[str, Any]]:
        return [
            one for one in self.pulls if one["state"] == "open" and branch in ("", one["branch"])
        ]

    def _node(self, pull: dict[str, Any]) -> dict[str, Any]:
        names = self.git("diff", "--name-status", f"{MAIN}...{pull['branch']}").splitlines()
        kinds = {"A": "ADDED", "M": "MODIFIED", "D": "DELETED"}
        files = [{"path": name[2:], "changeType": kinds[name[0]]} for name in names]
        labels = {"nodes": [{"name": name} for name in pull["labels"]]}
        return {"id": pull["node_id"], "number": pull["number"], "title": pull["title"],
                "url": pull["html_url"], "isDraft": pull["draft"], "isCrossRepository": False,
                "createdAt": _WHEN, "updatedAt": _WHEN, "headRefName": pull["branch"],
                "headRefOid": self.head(pull["branch"]), "author": {"login": "maija"},
                "labels": labels, "files": {"nodes": files}}  # fmt: skip

    # REST

    def rest(self, method: str, path: str, given: Any) -> Answer:
        """The status and the body of an answer."""
        here = f"/repos/{OWNER}/{NAME}"
        if path == "/user":
            return 200, {"id": 1, "login": "maija", **PERSON, "avatar_url": "", "html_url": ""}
        if path == here:
            return 200, {"permissions": {"push": True}, "private": False, "owner": {"type": "User"}}
        if tree := re.fullmatch(rf"{here}/git/trees/([\w/]+)", path):
            return 200, {"tree": self._tree(tree[1])}
        if blob := re.fullmatch(rf"{here}/git/blobs/(\w+)", path):
            return 200, {"sha": blob[1]}
        if method == "POST" and path == f"{here}/pulls":
            return 201, self._propose(given)
        if found := re.match(rf"{here}/(?:issues|pulls)/(\d+)", path):
            return 200, self._proposal(self.pulls[int(found[1]) - 1], given)
        self.unknown.append(f"{method} {path}")
        return 404, {"message": "Not Found"}

    def _proposal(self, pull: dict[str, Any], given: Any) -> dict[str, Any]:
        """A proposal after what is given; its labels are objects when they are asked for."""
        pull.update(given or {})
        return {**pull, "labels": [{"name": name} for name in pull["labels"]]}

    def _tree(self, name: str) -> list[dict[str, Any]]:
        listed = self.git("ls-tree", "-r", "-l", "-z", name).split("\0")
        rows = (re.split(r"\s+", one, maxsplit=4) for one in listed if one)
        return [
            {"type": kind, "sha": sha, "size": int(size), "path": path}
            for _, kind, sha, size, path in rows
        ]

    def _propose(self, given: dict[str, Any]) -> dict[str, Any]:
        number = len(self.pulls) + 1
        self.pulls.append({
            "number": number, "node_id": f"PR_{number}", "title": given["title"], "labels": [],
            "html_url": f"{self.address}/{OWNER}/{NAME}/pull/{number}", "draft": given["draft"],
            "branch": given["head"], "state": "open", "created_at": _WHEN, "updated_at": _WHEN,
            "head": {"sha": self.head(given["head"])},
        })  # fmt: skip
        return self.pulls[-1]


@contextmanager
def code_host(git_dir: Path) -> Iterator[CodeHost]:
    """The stand-in, listening at its `address`."""
    host = CodeHost(git_dir)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _answer(self) -> None:
            size = int(self.headers.get("Content-Length") or 0)
            given = json.loads(self.rfile.read(size) or b"null")
            with host.lock:
                status, body = self._found(given)
            content = b"" if body is None else json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Access-Control-Allow-Headers", "*, Authorization")
            self.send_header("Access-Control-Allow-Methods", "*")
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def _found(self, given: Any) -> Answer:
            if self.command == "OPTIONS":
                return 204, None
            if (self.headers.get("Authorization") or "").partition(" ")[2] not in host.tokens:
                return 401, {"message": "Bad credentials"}
            if self.path == "/api/graphql":
                try:
                    return 200, {"data": host.graphql(given["query"], given["variables"])}
                except ValueError as error:
                    return 200, {"errors": [{"message": str(error)}]}
            path = self.path.partition("?")[0].removeprefix("/api/v3")
            return host.rest(self.command, path, given)

        do_GET = do_POST = do_PATCH = do_DELETE = do_OPTIONS = _answer  # noqa: N815

        def log_message(self, format: str, *args: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    host.address = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
