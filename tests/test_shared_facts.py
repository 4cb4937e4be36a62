"""The content says what the verified facts beside the repository say, in our own words."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from builders import real_content, setting
from kb.model import markdown
from kb.model.addresses import address
from kb.model.evidence import Fact
from kb.model.links import linked_keys
from kb.model.page import Page
from kb.model.people import Contact
from kb.model.programme import Region
from kb.render.body import expand
from kb.render.citations import with_sources
from kb.text import Lang

SHARED = Path(__file__).parents[2] / "shared"
if not SHARED.is_dir():
    pytest.skip("needs ../shared", allow_module_level=True)

OWN_PAGES = {
    *("avoin-data", "kaannostilanne", "kentat-ja-kb-rivit", "tarkistusohje"),
    "mika-lape-on/perhekeskus-selkokielella",
    *("nyt/index", "nyt/apua-perheelle", "nyt/palvelut-ruotsiksi"),
    *("vaiheet/miksi-uudistus-paattyi-2019", "painopisteet/lastensuojeluhankkeet-2020-2022"),
    *("lahteet/alueet-ja-jarjestot", "lahteet/media", "lahteet/viranomaiset"),
}
"""Pages that the page tree does not know; issues 6 and 14 ask for them."""
MOVED = {("IA-03", Lang.SV): "sv/vad-ar-lape/malsattningar/"}
"""Addresses that are not the page tree's: issue 14 found that `mal` reads as a moth."""

OFFICIAL_NAMES = {
    "programmet för utveckling av barn och familjetjänster lape": "the programme's own name",
    "perhekeskukset ja varhainen tuki arjessa matalan kynnyksen mielenterveys ja päihdepalvelut": (
        "two priorities by their names, one after the other in a list"
    ),
}
REDACTED = "redacted"


def public_pages() -> list[Page]:
    """Those of the page tree; it has but one page of a single region, the others have one since."""
    regions = {region.page for region in real_content().all(Region).values()}
    ours = OWN_PAGES | (regions - {"alueet/varsinais-suomi"})
    return [page for page in real_content().pages() if page.key not in ours]


def rows(file: str, id: str) -> dict[str, list[str]]:
    """The rows of a file's tables of five columns or more whose first cell matches, by that."""
    lines = (SHARED / "facts" / file).read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("| ").split("|")] for line in lines]
    return {row[0]: row for row in cells if len(row) >= 5 and re.fullmatch(id, row[0])}


FACTS = {**rows("seed-facts.md", r"S-\d+"), **rows("public-facts.md", r"P-\d+")}
CORRECTED = {id: row[-2] for id, row in rows("corrections.md", r"[SP]-\d+b?").items()}
"""The value of each row that the second check changed; it wins over the first."""
NEW = {f"P-{300 + int(id[2:])}": row for id, row in rows("new-facts.md", r"N-\d+").items()}
"""The rows found since, each by the id that it has here."""
SEEN_SINCE = {f"P-{number}" for number in range(501, 511)}
"""Where to call for help, what the law asks and who was in a project: read after the tables."""
PEOPLE = rows("seed-facts.md", r"H-\d+")
PAGE_TREE = rows("information-architecture.md", r"IA-\d+")


def test_the_tables_were_read():
    assert len(FACTS) > 200
    assert len(CORRECTED) == 45 + 86
    assert len(PEOPLE) == 13
    assert len(PAGE_TREE) == 70
    assert len(NEW) == 176


def test_the_facts_are_those_of_the_tables():
    ours = set(real_content().all(Fact))
    assert {*FACTS, *CORRECTED} <= ours <= {*FACTS, *CORRECTED, *NEW, *SEEN_SINCE}


def test_a_new_fact_has_the_figures_of_its_row():
    told = {id: fact for id, fact in real_content().all(Fact).items() if id in NEW}
    assert told
    wrong = {id for id, fact in told.items() if figures(NEW[id][1]) != figures(fact.text.fi)}
    assert wrong == set()


@pytest.mark.parametrize("id", sorted({*FACTS} - {*CORRECTED}))
def test_a_fact_begins_with_the_exact_value_of_the_table(id):
    assert (real_content().all(Fact)[id].value or "").startswith(FACTS[id][3])


@pytest.mark.parametrize("id", CORRECTED)
def test_a_corrected_fact_has_every_figure_of_its_row(id):
    fact = real_content().all(Fact)[id]
    ours = {figure for text in (fact.text.fi, fact.value or "") for figure in figures(text)}
    assert figures(CORRECTED[id]) <= ours


def figures(text: str) -> set[str]:
    """The numbers of a text; those of source ids are none."""
    text = re.sub(r"\bL-\d+|(?<=\d) (?=\d{3})", "", text)
    return set(re.findall(r"\d+(?:[.,:]\d+)*", text))


TELEPHONE = re.compile(r"\b0\d{1,4}(?: ?\d{2,4}){2,}\b")


def test_no_fact_holds_a_telephone_number():
    assert TELEPHONE.search("0295 247 779")
    values = {id: fact.value or "" for id, fact in real_content().all(Fact).items()}
    assert [id for id, value in values.items() if TELEPHONE.search(value)] == []


def test_every_page_stands_in_the_page_tree_at_its_address():
    theirs = {
        id: {Lang.FI: row[1].strip("`").removeprefix("/fi/"), Lang.SV: row[2].strip("`")[1:]}
        for id, row in PAGE_TREE.items()
    }
    for (id, lang), moved in MOVED.items():
        theirs[id][lang] = moved
    wrong = {
        page.path: (page.front.id, address(real_content(), page))
        for page in public_pages()
        if theirs.get(page.front.id or "", {}).get(page.lang) != address(real_content(), page)
    }
    assert wrong == {}


def test_a_page_tells_every_fact_that_the_page_tree_gives_it_or_leads_to_where_it_is_told():
    missing = {}
    for page in public_pages():
        wanted = set(re.findall(r"[SPTH]-\d+", PAGE_TREE[page.front.id][5]))
        told = [page, *(real_content().page(key, page.lang) for key in linked_keys(page))]
        missing[page.path] = wanted - {fact for one in told for fact in cited_on(one)}
    assert {path: facts for path, facts in missing.items() if facts} == {}


@cache
def cited_on(page: Page) -> set[str]:
    """The facts that a page cites, by itself or by what its directives show."""
    shown = expand(page, page.body, setting(real_content()))
    return {citation.target for citation in markdown.citations(shown)}


def digits(text: str | None) -> str:
    return re.sub(r"\D", "", text or "")


def iso(printed: str) -> str:
    return "-".join(f"{int(part):02}" for part in reversed(printed.split(".")))


def test_the_contacts_are_those_of_the_table():
    assert set(real_content().all(Contact)) == set(PEOPLE)


@pytest.mark.parametrize("id", PEOPLE)
def test_a_contact_is_exactly_as_printed(id):
    _, name, role, _, as_of, phone, email, _ = PEOPLE[id]
    clear = re.search(r"[\w.]+@[\w.]+\w", email)
    ours = real_content().all(Contact)[id]
    assert ours.name == name
    assert str(ours.as_of) == iso(as_of)
    assert digits(ours.phone) == digits(phone.partition("(")[0])
    assert ours.email == (clear[0] if clear else None)
    assert ours.email_redacted is (REDACTED in email)
    assert any(word in role for word in re.findall(r"\w+", ours.role.fi))


def runs(text: str) -> Iterator[str]:
    """Every eight words in a row, without case and punctuation."""
    words = [word.casefold() for word in re.findall(r"[^\W_]+", text)]
    return (" ".join(words[start : start + 8]) for start in range(len(words) - 7))


def test_a_page_as_it_is_shown_repeats_no_eight_words_of_a_source():
    sources = [file.read_text("utf-8") for file in (SHARED / "sources").glob("*.txt")]
    copied = {run for text in sources for run in runs(text)}
    assert len(copied) > 1000
    copied = {run for run in copied if not any(run in name for name in OFFICIAL_NAMES)}
    context = setting(real_content())
    repeated = {}
    for page in public_pages():
        shown = with_sources(page, expand(page, page.body, context), context)
        described = f"{page.front.description or ''}\n\n{markdown.plain(shown)}"
        repeated[page.path] = copied & set(runs(described))
    assert {path: words for path, words in repeated.items() if words} == {}


@pytest.mark.parametrize("name", OFFICIAL_NAMES)
def test_an_excused_name_is_still_in_the_sources_and_on_a_page(name):
    sources = " ".join(f.read_text("utf-8") for f in (SHARED / "sources").glob("*.txt"))
    pages = [markdown.plain(page.body) for page in public_pages()]
    wanted = set(runs(name))
    assert wanted & set(runs(sources))
    assert any(wanted & set(runs(text)) for text in pages)
