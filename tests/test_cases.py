"""Case files: content in, findings out; each case states its own expectation.

Why the case is there, in free words.
=== docs/_data/strings.yml
… the file's text …
=== docs/a.fi.md (latin-1)
=== in step
=== docs/a.fi.md
… changed after all that stands above was declared in step …
=== before
… what stands above was there before the change that the check is asked about …
=== docs/b.fi.md (removed)
… written in that encoding; (hex): the bytes as figures; (crlf): with the line ends of Windows;
(link): a link to where the text says; (pipe): a pipe; (size): so many bytes; (lines): so many
lines …
=== findings
docs/a.fi.md:4: rule-id: the whole message; no lines at all for a good case
{directives}, {kinds} and {pictures} stand for every name that the code declares
"""

import os
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import check as command
import pytest
from builders import TODAY
from confirmed import confirm_all
from kb import check
from kb.directives import DIRECTIVES
from kb.directives.pictures import PICTURES
from kb.finding import Finding, errors
from kb.model.catalogue import RECORD_TYPES
from kb.read import read
from kb.read.spellers import read_spellers

BEFORE = "before"
CASES = Path(__file__).parent / "cases"
DECLARED = {
    "{directives}": sorted(DIRECTIVES),
    "{kinds}": list(RECORD_TYPES),
    "{pictures}": sorted(PICTURES),
}
ODD = {
    "link)": lambda file, text: file.symlink_to(text),
    "pipe)": lambda file, text: os.mkfifo(file),
    "lines)": lambda file, text: file.write_text("# A\n" + "\n" * int(text), "utf-8"),
    "size)": lambda file, text: file.write_bytes(bytes(int(text))),
}
ALL = sorted(path.relative_to(CASES).as_posix() for path in CASES.rglob("*.case"))


def sections(name: str) -> tuple[list[tuple[str, str]], list[str]]:
    """The headers and files of a case in order, and the lines of findings that it expects."""
    _, *parts = ("\n" + (CASES / name).read_text(encoding="utf-8")).split("\n=== ")
    *files, (last, _, expected) = [part.partition("\n") for part in parts]
    assert last == "findings", f"{name} does not end in '=== findings'"
    for mark, names in DECLARED.items():
        expected = expected.replace(mark, ", ".join(names))
    return [
        (header, f"{text}\n" if end else "") for header, end, text in files
    ], expected.splitlines()


def prepare(name: str, folder: Path) -> tuple[Path, list[str]]:
    """The content folder of a case, written out, and the lines it expects."""
    files, expected = sections(name)
    (folder / "docs").mkdir()
    for header, text in files:
        path, _, encoding = header.partition(" (")
        file = folder / path
        if header == "in step":
            confirm_all(folder / "docs")
            continue
        if header == "before":
            copytree(folder / "docs", folder / BEFORE / "docs")
            continue
        if encoding == "removed)":
            file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        if encoding in ODD:
            ODD[encoding](file, text.strip())
        else:
            file.write_bytes(written(text, encoding.strip(")")))
    return folder / "docs", expected


def written(text: str, encoding: str) -> bytes:
    if encoding == "hex":
        return bytes.fromhex(text)
    if encoding == "crlf":
        return text.replace("\n", "\r\n").encode()
    return text.encode(encoding or "utf-8")


def checked(content: Path) -> list[Finding]:
    """The findings of a case; its words are checked if it has a word list."""
    spellers = read_spellers(content, content) if [*content.glob("_data/words.*")] else {}
    reference = check.Reference(TODAY, 24, spellers)
    if (was := content.parent / BEFORE / "docs").is_dir():
        catalogue = read(was, was)
        before = check.Before(catalogue, check.judged(catalogue, reference))
        reference = replace(reference, before=before)
    return check.run(read(content, content), reference)


@pytest.mark.parametrize("name", ALL)
def test_a_case_has_exactly_the_findings_that_it_states(name, tmp_path):
    content, expected = prepare(name, tmp_path)
    findings = checked(content)
    assert [line for finding in findings for line in finding.lines()] == expected


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("missing-translation/good-pair.case", 0),
        ("missing-translation/lone-pages.case", 0),
        ("unknown-reference/several-mistakes-in-several-files.case", 1),
    ],
)
def test_the_command_prints_every_finding_and_fails_on_errors_only(name, status, tmp_path, capsys):
    content, expected = prepare(name, tmp_path)
    assert command.main([str(content)]) == status
    told = capsys.readouterr().out.splitlines()
    places = [line.split(": ")[:2] for line in expected]
    assert [line.split(": ")[:2] for line in told[: len(places)]] == places
    assert len(told) == len(places) + bool(places)


def test_the_command_says_that_a_folder_is_missing(tmp_path, capsys):
    assert command.main([str(tmp_path / "ei")]) == 2
    assert "ei ole / mappen finns inte" in capsys.readouterr().err


def test_a_page_speaks_its_own_language_and_data_speaks_both(tmp_path):
    name = "unknown-reference/several-mistakes-in-several-files.case"
    content, _ = prepare(name, tmp_path)
    spoken = {finding.path: finding.languages for finding in errors(checked(content))}
    assert spoken["docs/a.fi.md"] == ("fi",)
    assert spoken["docs/_data/menu.yml"] == ("fi", "sv")
