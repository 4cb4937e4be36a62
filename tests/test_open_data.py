"""The data for others to use: whole, described, harmless in a spreadsheet, nobody's private."""

import csv
import io
import json
import re
from datetime import date

import pytest
from builders import (
    both,
    catalogue,
    contact,
    content,
    day,
    fact,
    page,
    real_content,
    source,
)
from jsonschema import Draft202012Validator
from kb.model.catalogue import RECORD_TYPES
from kb.model.fields import FieldType, field_list
from kb.model.open_data import Format, data_file, published_kinds
from kb.model.people import Contact
from kb.model.record import NotPublished
from kb.open_data.files import open_data
from kb.open_data.privacy import without_contact_details
from kb.open_data.schema import _SHAPES
from kb.open_data.table import BETWEEN_ITEMS, BYTE_ORDER_MARK, harmless
from kb.text import Text
from samples import SAMPLE_PAGES, SAMPLE_RECORDS

HOST = "https://x.fi/k/"
DAY = date(2026, 11, 23)
KINDS = [kind.kind for kind in published_kinds()]
SAMPLE = open_data(catalogue(SAMPLE_PAGES, [*SAMPLE_RECORDS, contact()]), HOST, DAY)


@pytest.fixture(scope="module")
def real() -> dict[str, str]:
    return open_data(real_content(), HOST, DAY)


def document(files: dict[str, str], kind: str, format: Format = Format.JSON):
    return json.loads(files[data_file(kind, format)])


def rows(files: dict[str, str], kind: str) -> list[dict[str, str]]:
    text = files[data_file(kind, Format.CSV)]
    assert text.startswith(BYTE_ORDER_MARK)
    lines = io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline="")
    return list(csv.DictReader(lines, delimiter=";", strict=True))


@pytest.mark.parametrize("kind", RECORD_TYPES.values(), ids=RECORD_TYPES)
def test_each_kind_of_data_is_published_or_says_why_not(kind):
    said = vars(kind)["open_data"]
    assert isinstance(said, Text) or (isinstance(said, NotPublished) and said.why)


def test_every_type_of_field_has_a_shape_in_the_schema():
    assert set(_SHAPES) == set(FieldType)


@pytest.mark.parametrize("kind", KINDS)
def test_the_real_data_is_as_its_schema_says(real, kind):
    schema = document(real, kind, Format.SCHEMA)
    Draft202012Validator.check_schema(schema)
    found = document(real, kind)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(found)] == []
    assert found["$schema"] == schema["$id"]
    ids = [record["id"] for record in found["records"]]
    assert ids == list(real_content().all(RECORD_TYPES[kind])) != []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda found: found["records"][0].pop("title"),
        lambda found: found["records"][0].update(date="1.9.2016"),
        lambda found: found["records"][0].update(status="perhaps"),
        lambda found: found["records"][0]["title"].pop("sv"),
        lambda found: found["records"][0].update(in_picture="yes"),
        lambda found: found["records"][0].update(extra=1),
        lambda found: found.pop("licence"),
    ],
)
def test_the_schema_refuses_what_is_not_so(spoil):
    validator = Draft202012Validator(document(SAMPLE, "timeline", Format.SCHEMA))
    found = document(SAMPLE, "timeline")
    assert validator.is_valid(found)
    spoil(found)
    assert not validator.is_valid(found)


def test_the_schema_tells_the_fields_in_both_languages_as_they_are_declared():
    record = document(SAMPLE, "timeline", Format.SCHEMA)["properties"]["records"]["items"]
    declared = field_list(RECORD_TYPES["timeline"])
    assert list(record["properties"]) == list(declared)
    for key, field in declared.items():
        assert record["properties"][key]["description"] == f"{field.about.fi} / {field.about.sv}"
    assert record["properties"]["themes"]["x-refers-to"] == "themes"


def test_each_file_says_its_version_licence_and_day(real):
    index = json.loads(real["data/index.json"])
    for entry in index["datasets"]:
        found = document(real, entry["id"])
        assert (
            found["licence"] == index["licence"] == "https://creativecommons.org/licenses/by/4.0/"
        )
        assert found["date"] == index["date"] == "2026-11-23"
        assert found["version"] == entry["version"]
        assert entry["count"] == len(found["records"])


def test_the_list_names_every_file_and_no_other(real):
    index = json.loads(real["data/index.json"])
    named = {one[key] for one in index["datasets"] for key in ("json", "csv", "schema")}
    assert {url.removeprefix(HOST) for url in named} == real.keys() - {"data/index.json"}


def test_the_version_changes_with_what_the_records_say_and_nothing_else():
    def version(day, *records):
        return document(open_data(catalogue([], records), HOST, day), "facts")["version"]

    assert version(DAY, fact()) == version(date(2027, 1, 1), fact())
    assert version(DAY, fact()) != version(DAY, fact(text=both("Toinen")))
    assert version(DAY, fact()) != version(DAY, fact(), fact("S-002"))


def test_a_page_is_given_by_its_address_in_each_language_that_it_has():
    pages = [*SAMPLE_PAGES, page("yksin.fi")]
    made = [content(page="vaiheet/alku"), content("b", page="yksin"), content("c", page="ei")]
    records = document(open_data(catalogue(pages, made), HOST, DAY), "contents")["records"]
    assert [record["page"] for record in records] == [
        {"fi": f"{HOST}vaiheet/alku/", "sv": f"{HOST}sv/vaiheet/alku/"},
        {"fi": f"{HOST}yksin/"},
        {},
    ]


def test_a_word_has_no_hyphens_that_only_the_site_needs():
    files = open_data(catalogue([], [content(name=both("Kehittämis\u00adosa"))]), HOST, DAY)
    assert document(files, "contents")["records"][0]["name"]["fi"] == "Kehittämisosa-fi"
    assert "\u00ad" not in "".join(files.values())


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_says_the_same_as_the_json(real, kind):
    records = document(real, kind)["records"]
    table = rows(real, kind)
    assert [row["id"] for row in table] == [record["id"] for record in records]
    for record, row in zip(records, table, strict=True):
        wanted = {}
        for key, value in record.items():
            sides = value if isinstance(value, dict) else {"": value}
            for lang, side in sides.items():
                name = f"{key}_{lang}" if lang else key
                wanted[name] = BETWEEN_ITEMS.join(side) if isinstance(side, list) else side
        wanted = {name: spreadsheet(value) for name, value in wanted.items()}
        assert {name: cell for name, cell in row.items() if cell} == {
            name: cell for name, cell in wanted.items() if cell
        }


def spreadsheet(value: object) -> str:
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("kind", KINDS)
def test_items_of_a_list_can_be_told_apart_in_a_cell(real, kind):
    for record in document(real, kind)["records"]:
        for value in record.values():
            if isinstance(value, list):
                assert BETWEEN_ITEMS.join(value).split(BETWEEN_ITEMS) == (value or [""])


@pytest.mark.parametrize(
    "cell",
    [
        *("=1+1", "+1+1", "@SUM(A1)", "-1+cmd|' /C calc'!A0", "\t=1", "\r=1", "\n=1", "  =1"),
        *("\uff1dA1", "\uff20SUM(1)", "-", "- luettelo", "+358", "-1-1", '=HYPERLINK("http://x")'),
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_is_text(cell):
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "-5", "-0,5", "-12.75", "2016-11", "851777", "a=b", "L-01"])
def test_numbers_and_plain_text_are_left_alone(cell):
    assert harmless(cell) == cell


def test_marks_of_the_table_inside_a_cell_stay_there():
    said = Text('Yksi; "kaksi"\nkolme', "=SUMMA(A1)")
    (row,) = rows(open_data(catalogue([], [fact(text=said)]), HOST, DAY), "facts")
    assert row["text_fi"] == said.fi
    assert row["text_sv"] == f"'{said.sv}"


DETAILS = {"phone": "029 516 3000", "email": "kirjaamo@stm.fi"}


def test_a_person_has_no_telephone_or_e_mail_however_new_they_are():
    new = contact(as_of=day("2026-11"), **DETAILS)
    files = open_data(catalogue([], [new, contact("H-02", type="mailbox", **DETAILS)]), HOST, DAY)
    person, mailbox = document(files, "contacts")["records"]
    assert not DETAILS.keys() & person.keys()
    assert {key: mailbox[key] for key in DETAILS} == DETAILS
    first, second = rows(files, "contacts")
    assert (first["phone"], first["email"]) == ("", "")
    assert (second["phone"], second["email"]) == tuple(DETAILS.values())


@pytest.mark.parametrize(
    "detail",
    [
        *("0295 163 595", "0295163595", "02951 63387", "044 797 1411", "044-797 1411"),
        *("+358 295 163 595", "+358 (0)29 516 3595", "(09) 1234 5678", "+46 8 123 456 78"),
        *("aino.aho@stm.fi", "aino.aho@gov.stm.fi", "a_b+c@x-y.fi"),
    ],
)
def test_contact_details_in_running_text_are_left_out(detail):
    known = catalogue([], [fact(value=f"Aho, {detail}; Bo"), source(note=both(f"Soita {detail}."))])
    files = open_data(known, HOST, DAY)
    assert document(files, "facts")["records"][0]["value"] == "Aho, …; Bo"
    assert detail not in "".join(files.values())


@pytest.mark.parametrize(
    "text",
    [
        *("2020-01-20", "1.9.–4.11.2016", "15.01.2020", "2016-09-01 2016-11-04"),
        *("VN/13080/2019", "STM 055:00/2019", "0,5 miljoonaa euroa", "100 000 000 euroa"),
    ],
)
def test_dates_sums_and_numbers_of_documents_are_no_telephones(text):
    assert without_contact_details(text) == text


def test_no_file_has_a_telephone_or_an_e_mail_of_anybody(real):
    contacts = real_content().all(Contact).values()
    assert all(one.type == "person" for one in contacts), "a mailbox is to be left out below"
    whole = re.sub(r'https?://[^\s"|;]+', "", "".join(real.values()))
    digits = re.sub(r"[ ()-]", "", whole)
    known = [one.phone.replace(" ", "") for one in contacts if one.phone]
    assert known
    assert [phone for phone in known if phone in digits] == []
    assert re.findall(r"\S+@\S+", whole) == []
    assert re.findall(r"(?<![\d.,/-])0\d{6,11}(?!\d)", digits) == []
