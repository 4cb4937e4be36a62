"""Records with a file each stand in an order that they tell themselves."""

from __future__ import annotations

from pathlib import Path

from builders import day, event, fact, grant
from kb.model.programme import Theme
from kb.model.record import Record
from kb.read.data import read_data
from kb.read.tree import read_tree


def ids(*records: Record) -> list[str]:
    return [record.id for record in sorted(records, key=lambda record: record.rank)]


def test_facts_stand_by_series_and_number():
    given = ["P-1000", "P-999", "S-020", "P-002", "S-003"]
    assert ids(*map(fact, given)) == ["S-003", "S-020", "P-002", "P-999", "P-1000"]


def test_events_stand_by_what_is_known_of_their_date_and_the_longer_one_first():
    events = [
        event("paiva", date=day("2019-01-22")),
        event("lyhyt", date=day("2019")),
        event("kuukausi", date=day("2019-01")),
        event("pitka", date=day("2019"), until=day("2021")),
        event("ennen", date=day("2018-12-31")),
    ]
    assert ids(*events) == ["ennen", "pitka", "lyhyt", "kuukausi", "paiva"]


def test_other_records_stand_by_their_number_and_without_one_last():
    assert ids(grant("a"), grant("b", order=20), grant("c", order=10)) == ["c", "b", "a"]


def test_records_of_equal_rank_stand_by_their_names(tmp_path: Path) -> None:
    folder = tmp_path / "docs" / "_data" / "themes"
    folder.mkdir(parents=True)
    for id, order in (("c", "order: 10\n"), ("b", ""), ("d", "order: 10\n"), ("a", "")):
        text = (
            f"id: {id}\n{order}name:\n  fi: A\n  sv: B\nsummary:\n  fi: A\n  sv: B\nfacts: [S-1]\n"
        )
        (folder / f"{id}.yml").write_text(text, "utf-8")
    records, findings = read_data(read_tree(tmp_path / "docs"))
    assert findings == []
    assert list(records[Theme.kind]) == ["c", "d", "a", "b"]
