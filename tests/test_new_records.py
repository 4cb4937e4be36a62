"""A new record is begun at the code host with its next id and an example at each open place."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from builders import PROJECT, real_content
from builders import catalogue as made
from kb.model.catalogue import RECORD_TYPES
from kb.model.code_host import LONGEST, TELL
from kb.model.outline import OPEN
from kb.model.people import Contact
from kb.model.record import Record
from kb.model.worked import begun_record, next_id, worked_record
from kb.read.house_style import in_house_style
from kb.text import Lang
from test_guide_examples import NOT_YET_CONFIRMED, examples, new_findings

DOCS = PROJECT / "docs"
EDIT = "https://git.example.org/lape/lape-tietopankki/edit/main/docs/"
ALL = [kind for kind in RECORD_TYPES.values() if kind.another]
every_language = pytest.mark.parametrize("lang", list(Lang))
every_kind = pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.kind)


def filled(text: str) -> str:
    """The text with each open place filled as the example beside it says."""
    lines = text.splitlines()
    for at, line in enumerate(lines[1:], 1):
        if OPEN in line:
            key, _, value = line.partition(":")
            lines[at] = f"{key}: {value.partition(' # ')[2].partition(' / ')[0]}"
    return "".join(f"{line}\n" for line in lines)


@every_language
@every_kind
def test_a_new_record_is_in_house_style_and_its_address_can_travel(
    kind: type[Record], lang: Lang
) -> None:
    url = begun_record(real_content(), kind, lang, EDIT)
    asked = parse_qs(urlsplit(url).query)
    text = asked["value"][0]
    assert text == worked_record(real_content(), kind, lang)
    assert len(url) < LONGEST / 2
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    assert in_house_style(text, node, kind) == text
    name = Path(asked["filename"][0])
    assert name.parent.as_posix() == f"_data/{kind.kind}"
    assert not (DOCS / name).exists()
    assert f"\nid: {next_id(real_content(), kind.series) or OPEN}" in text
    for one in Lang:
        assert f"\n  {one}: {OPEN} # " in text


@every_language
def test_new_records_that_are_filled_as_their_examples_say_are_accepted(
    lang: Lang, spellers_memory: Path, tmp_path: Path
) -> None:
    content = shutil.copytree(DOCS, tmp_path / "docs")
    known = real_content()
    files = examples(Lang.FI)
    for path in [path for path in files if path.endswith(".yml")]:
        kind = RECORD_TYPES[Path(path).parent.name]
        text = filled(worked_record(known, kind, lang))
        assert OPEN not in text.partition("\n")[2]
        del files[path]
        id = re.search(r"^id: (.+)$", text, re.MULTILINE)
        assert id
        files[kind.file(id[1])] = text
    ids = {f"{series}900": next_id(known, series) for series in ("L-", "P-")}
    for path, text in files.items():
        written = re.sub("|".join(ids), lambda found: ids[found[0]], text)
        (content / path).write_text(written, "utf-8")
    new = new_findings(content, spellers_memory)
    assert {finding.rule.id for finding in new} == {NOT_YET_CONFIRMED}, new


@pytest.mark.parametrize(
    ("ids", "following"),
    [
        ((), "H-01"),
        (("H-01",), "H-02"),
        (("H-09", "H-03"), "H-10"),
        (("H-99",), "H-100"),
        (("H-7", "kuraattori", "L-50"), "H-8"),
    ],
)
def test_the_next_id_is_one_more_than_the_largest(ids: tuple[str, ...], following: str) -> None:
    known = real_content().all(Contact)["H-01"]
    people = [type(known)(**{**vars(known), "id": id, "facts": ()}) for id in ids]
    assert next_id(made((), people), "H-") == following


@every_language
def test_the_form_for_what_is_new_has_the_fields_that_are_filled(lang: Lang) -> None:
    file = PROJECT / ".github/ISSUE_TEMPLATE" / TELL[lang]
    fields = {one.get("id") for one in yaml.safe_load(file.read_text("utf-8"))["body"]}
    assert {"page", "address"} <= fields
