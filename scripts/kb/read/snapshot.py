"""The content as it was before a change, out of git: what the change brought is told from that."""

from __future__ import annotations

import io
import tarfile
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from kb.model.catalogue import Catalogue
from kb.read import read
from kb.read.git import git, git_bytes, is_shallow
from kb.text import Text

UNKNOWN_REVISION = Text(
    "git ei tunne versiota ”{ref}”, tai sisältö ei ole git-arkistossa.",
    "git känner inte versionen ”{ref}”, eller så finns innehållet inte i ett git-arkiv.",
)
NOT_FETCHED = Text(
    "Versiota ”{ref}” ei ole tässä kloonissa, josta puuttuu osa historiasta. "
    "Hae se: git fetch --unshallow",
    "Versionen ”{ref}” finns inte i den här klonen, som saknar en del av historiken. "
    "Hämta den: git fetch --unshallow",
)
TOO_SHALLOW = Text(
    "Tästä kloonista puuttuu osa historiasta, eikä git tiedä, mistä kohdasta muutos lähti. "
    "Vertailukohta on siksi versio ”{ref}” sellaisenaan, ja mukana voi olla muiden muutoksia. "
    "Hae historia: git fetch --unshallow",
    "Den här klonen saknar en del av historiken, och git vet inte var ändringen började. "
    "Därför jämförs det med versionen ”{ref}” som den är, och andras ändringar kan vara med. "
    "Hämta historiken: git fetch --unshallow",
)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The content before a change; `caveat` says why others' changes may seem a part of it."""

    catalogue: Catalogue
    caveat: Text | None = None


def read_snapshot(content: Path, own: Path, revision: str) -> Snapshot | Text:
    """The content before the change that began at a revision, or why there is none.

    A folder that the revision does not have is empty there. In a clone too shallow to know where
    the two parted, the revision itself stands in, with a caveat.
    """
    commit = git(content, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        said = NOT_FETCHED if is_shallow(content) else UNKNOWN_REVISION
        return said.format(ref=revision)
    base = git(content, "merge-base", "HEAD", commit)
    caveat = None
    if base is None and is_shallow(content):
        caveat = TOO_SHALLOW.format(ref=revision)
    return Snapshot(_catalogue_at(base or commit, content, own), caveat)


def _catalogue_at(commit: str, content: Path, own: Path) -> Catalogue:
    with TemporaryDirectory() as folder:
        copy = Path(folder, content.name)
        copy.mkdir()
        top = git(content, "rev-parse", "--show-toplevel")
        tree = git(content, "rev-parse", "--verify", "--quiet", f"{commit}:./")
        # Run at the top: below it, git looks for the present folder inside the tree.
        packed = git_bytes(Path(top), "archive", "--format=tar", tree) if top and tree else None
        if packed:
            with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
                plain = [one for one in archive if one.isdir() or one.isfile()]
                archive.extractall(copy, plain, filter="data")
        return read(copy, own)
