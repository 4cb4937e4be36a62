"""Search measured: figures on rankings made by hand, the command on a small site."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from builders import PROJECT
from kb.read.pages import read_pages
from kb.read.tree import read_tree
from search_eval import language_of, main, read_queries
from search_figures import Answer, Query, by_type, figures, names, while_typing

ENGINE = """
export const createEngine = (read, lang) => ({
  async search(query, { limit }) {
    const pages = JSON.parse(await read(`${lang}.json`));
    if (query === "crash") throw new Error("it broke");
    if (query === "odd") return { results: [{ url: "/x/" }] };
    const results = (pages[query] ?? []).slice(0, limit);
    return { results: results.map((key, id) => ({ id, key, url: key, title: key, score: 1 })) };
  },
});
"""
INDEX = {
    "hyvä": ["teemat/neuvola", "index"],
    "toinen": ["index", "teemat/neuvola"],
    "neuvola": ["index", "teemat/index"],
}
QUERY_FILES = sorted((PROJECT / "tests/search").glob("*.json"))
needs_node = pytest.mark.skipif(not shutil.which("node"), reason="search runs in Node.js")


def answer(relevant: str, found: str, type: str = "infl") -> Answer:
    return Answer(Query("q", type, "sana", tuple(relevant.split())), tuple(found.split()))


@pytest.mark.parametrize(
    ("stem", "key", "expected"),
    [
        ("perhekeskus", "teemat/perhekeskus", True),
        ("perhekeskus", "perhekeskus", True),
        ("perhekeskus", "teemat/perhekeskukset", False),
        ("teemat/perhekeskus", "teemat/perhekeskus", True),
        ("muut/perhekeskus", "teemat/perhekeskus", False),
        ("teemat", "teemat/index", True),
        ("teemat/index", "teemat/index", True),
        ("a/teemat", "a/teemat/index", True),
        ("teemat", "teemat/perhekeskus", False),
        ("index", "index", True),
        ("index", "teemat/index", False),
    ],
)
def test_a_stem_names_a_page(stem, key, expected):
    assert names(stem, key) is expected


TEN = " ".join(f"muu{n}" for n in range(10))


@pytest.mark.parametrize(
    ("relevant", "found", "s1", "mrr10", "r10", "none"),
    [
        ("a", "a b", 1, 1, 1, 0),
        ("a", "x/a b", 1, 1, 1, 0),
        ("a", "b a", 0, 0.5, 1, 0),
        ("a", "b c d", 0, 0, 0, 0),
        ("a", "", 0, 0, 0, 1),
        ("a b", "c b", 0, 0.5, 0.5, 0),
        ("a b", "b c a", 1, 1, 1, 0),
        ("a b a", "a", 1, 1, 0.5, 0),
        ("a", "b b b a", 0, 0.5, 1, 0),
        ("a", TEN + " a", 0, 0, 0, 0),
        ("a", TEN.removesuffix(" muu9") + " a", 0, 0.1, 1, 0),
        ("teemat", "b teemat/index", 0, 0.5, 1, 0),
    ],
)
def test_figures_of_one_answer(relevant, found, s1, mrr10, r10, none):
    measured = figures([answer(relevant, found)])
    assert (measured.s1, measured.mrr10, measured.r10, measured.none) == (s1, mrr10, r10, none)


def test_figures_are_means_over_the_queries_of_a_type():
    answers = [answer("a", "a"), answer("a", "b a"), answer("a", "", "typo")]
    assert figures(answers).mrr10 == 0.5
    assert {name: (f.n, f.mrr10, f.none) for name, f in by_type(answers).items()} == {
        "infl": (2, 0.75, 0.0),
        "typo": (1, 0.0, 1.0),
    }


@pytest.mark.parametrize(
    ("whole", "typed"),
    [
        ("neuvolassa", "neuvola"),
        ("perheen neuvolassa", "perheen neuvola"),
        ("neuvolassa tuki", "neuvolassa tuki"),
        ("äitiys", "äiti"),
        ("tukea", "tukea"),
        ("mistä saa rahoitusta?", "mistä saa rahoitu"),
        ("lape-kunskapsbanken", "lape-kunskapsba"),
        ("", ""),
    ],
)
def test_a_query_while_its_last_word_is_typed(whole, typed):
    assert while_typing(whole) == typed


@pytest.fixture
def small_site(tmp_path: Path) -> Path:
    code, index = tmp_path / "site/assets/code/search", tmp_path / "site/assets/search"
    for folder in (code, index):
        folder.mkdir(parents=True)
    (code / "engine.js").write_text(ENGINE, "utf-8")
    (index / "fi.json").write_text(json.dumps(INDEX), "utf-8")
    return tmp_path / "site"


def query(text: str, *relevant: str, type: str = "infl") -> dict[str, object]:
    return {"id": text, "type": type, "q": text, "rel": list(relevant)}


def asked(tmp_path: Path, *rows: object, name: str = "kysymykset.fi.json") -> str:
    file = tmp_path / name
    file.write_text(json.dumps(rows), "utf-8")
    return str(file)


@needs_node
def test_the_command_prints_figures_as_json(small_site, tmp_path, capsys):
    slip = query("toinen", "neuvola", type="typo")
    file = asked(tmp_path, query("hyvä", "neuvola"), slip, query("?", "neuvola"))
    assert main(["--site", str(small_site), "--queries", file, "--json"]) == 0
    half = {"n": 2, "s1": 0.5, "mrr10": 0.5, "r10": 0.5, "none": 0.5}
    typo = {"n": 1, "s1": 0.0, "mrr10": 0.5, "r10": 1.0, "none": 0.0}
    assert json.loads(capsys.readouterr().out) == {
        "fi": {
            **{"n": 3, "s1": 0.3333, "mrr10": 0.5, "r10": 0.6667, "none": 0.3333},
            "types": {"infl": half, "typo": typo},
        }
    }


@needs_node
def test_the_command_prints_a_table_and_what_went_wrong(small_site, tmp_path, capsys):
    first = asked(tmp_path, query("hyvä", "neuvola"))
    other = asked(tmp_path, query("toinen", "neuvola"), name="b.fi.json")
    options = ["--site", str(small_site), "--queries", first, "--queries", other, "--verbose"]
    assert main(options) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[2].split() == ["all", "2", "0.500", "0.750", "1.000", "0.000"]
    assert "”toinen”  rank 2  wanted neuvola  got index, teemat/neuvola" in said[-1]


@needs_node
def test_the_command_asks_while_the_word_is_typed(small_site, tmp_path, capsys):
    file = asked(tmp_path, query("neuvolassa", "teemat"))
    options = ["--site", str(small_site), "--queries", file, "--as-you-type", "--json"]
    assert main(options) == 0
    assert json.loads(capsys.readouterr().out)["fi"]["mrr10"] == 0.5


@needs_node
@pytest.mark.parametrize(
    ("text", "said"),
    [("crash", "it broke"), ("odd", "not a list of results with a key each")],
)
def test_a_search_that_fails_is_no_figure(small_site, tmp_path, capsys, text, said):
    file = asked(tmp_path, query(text, "neuvola"))
    assert main(["--site", str(small_site), "--queries", file]) == 2
    assert said in capsys.readouterr().err


@needs_node
def test_a_language_that_the_site_lacks(small_site, tmp_path, capsys):
    file = asked(tmp_path, query("hyvä", "neuvola"))
    assert main(["--site", str(small_site), "--queries", file, "--lang", "sv"]) == 2
    assert "sv.json" in capsys.readouterr().err


def test_a_site_that_is_not_there(tmp_path, capsys):
    file = asked(tmp_path, query("hyvä", "neuvola"))
    assert main(["--site", str(tmp_path / "none"), "--queries", file]) == 2
    assert "no assets/*/search/engine.js; build the site: make build" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "No such file"),
        ("[", "not JSON"),
        ("\udcff", "not JSON"),
        ("[]", "must be a list of"),
        ('{"q": "a"}', "must be a list of"),
        ('["a"]', 'query 1: must be {"id"'),
        ('[{"id": "1", "type": "t", "rel": ["a"]}]', 'query 1: "q" must be a text'),
        ('[{"id": "1", "type": "t", "q": "a"}]', 'query 1 ("1"): "rel" must be a list'),
        ('[{"id": "1", "type": "t", "q": "a", "rel": "a"}]', '"rel" must be a list'),
        ('[{"id": "1", "type": "t", "q": "a", "rel": []}]', '"rel" must be a list'),
        ('[{"id": "1", "type": "t", "q": "a", "rel": [1]}]', '"rel" must be a list'),
    ],
)
def test_a_query_file_that_cannot_be_used(small_site, tmp_path, capsys, text, said):
    file = tmp_path / "rikki.fi.json"
    if text is not None:
        file.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert main(["--site", str(small_site), "--queries", str(file)]) == 2
    assert said in capsys.readouterr().err


def test_a_file_name_without_a_language(small_site, tmp_path, capsys):
    file = asked(tmp_path, query("hyvä", "neuvola"), name="kysymykset.json")
    assert main(["--site", str(small_site), "--queries", file]) == 2
    assert "add --lang" in capsys.readouterr().err


@pytest.mark.parametrize("file", [f for f in QUERY_FILES if f.name.count(".") == 2], ids=str)
def test_our_own_queries_name_pages_that_exist(file):
    keys = [
        key
        for key, pair in read_pages(read_tree(PROJECT / "docs"))[0].items()
        if pair[language_of(file)]
    ]
    unknown = {
        (query.id, stem)
        for query in read_queries(file)
        for stem in query.relevant
        if not any(names(stem, key) for key in keys)
    }
    assert unknown == set()
