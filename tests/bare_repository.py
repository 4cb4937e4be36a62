"""A git repository without a work tree, as a code host has it."""

from __future__ import annotations

import base64
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PERSON = {"name": "Maija Meikäläinen", "email": "maija@example.org"}
"""Who writes all of it."""


@dataclass
class BareRepository:
    """The repository in a folder."""

    git_dir: Path

    def git(self, *arguments: str, given: bytes | None = None, index: str = "") -> str:
        """What git says."""
        who = {f"GIT_{who}_{key}": PERSON[key.lower()] for who in ("AUTHOR", "COMMITTER")
               for key in ("NAME", "EMAIL")}  # fmt: skip
        done = subprocess.run(
            ["git", "--git-dir", str(self.git_dir), *arguments],
            input=given,
            capture_output=True,
            check=True,
            env={"PATH": "/usr/bin:/bin", **who, **({"GIT_INDEX_FILE": index} if index else {})},
        )
        return done.stdout.decode()

    def head(self, branch: str) -> str:
        """The commit of a branch; empty if there is no such branch."""
        return self.git("for-each-ref", "--format=%(objectname)", f"refs/heads/{branch}").strip()

    def commit(self, branch: str, changes: dict[str, Any], message: str) -> str:
        """A commit on a branch, as `createCommitOnBranch` makes it."""
        with tempfile.TemporaryDirectory() as folder:
            index = f"{folder}/index"
            self.git("read-tree", self.head(branch), index=index)
            for one in changes.get("additions", ()):
                blob = self.git(
                    "hash-object", "-w", "--stdin", given=base64.b64decode(one["contents"])
                )
                told = f"100644,{blob.strip()},{one['path']}"
                self.git("update-index", "--add", "--cacheinfo", told, index=index)
            for one in changes.get("deletions", ()):
                self.git("rm", "--cached", "--quiet", "--", one["path"], index=index)
            tree = self.git("write-tree", index=index).strip()
        parents = ("-p", self.head(branch))
        commit = self.git("commit-tree", tree, *parents, given=message.encode()).strip()
        self.git("update-ref", f"refs/heads/{branch}", commit)
        return commit
