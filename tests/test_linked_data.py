"""What a page is for machines: the right types, only known facts, safe in HTML."""

import json
from datetime import date

import pytest
from builders import catalogue, day, page, pages, phase, settings, term
from kb.model.addresses import SEARCH
from kb.render.linked_data import as_script, linked_data, plain_data
from kb.render.view import Days, page_view, plain_view
from kb.text import Lang, Text
from schema import wrong

WHERE = settings("https://x.fi/k/")
FRONT = '---\nchecked: 2026-11\nphases: [alku, loppu]\ndescription: Mitä <b>"tehtiin"</b>.\n---\n'
SITE = catalogue(
    [
        *pages("index", "teemat/index"),
        page("teemat/vip.fi", f"{FRONT}# </script><script>alert(1)</script> & ”VIP”\n"),
        page("teemat/vip.sv", "---\nslug: elevvard\nphases: [loppu]\n---\n# VIP\n\nLedet här.\n"),
        page("yksin.fi", "---\nphases: [nyt, alku]\n---\n# Yksin\n"),
        page("sanasto.fi", "# Sanasto\n\n<!-- kb:glossary -->\n"),
        page("data/avoin.fi", "# Avoin data\n\n<!-- kb:open-data -->\n"),
    ],
    [
        phase("alku", start=day("2015-11-12"), end=day("2016")),
        phase("loppu", start=day("2020"), end=day("2023")),
        phase("nyt", start=day("2023")),
        term("perhekeskus", abbreviation=Text("pk", "fc"), also_fi=("perhetalo",)),
        term("lape", definition=Text("Ohjelma *nimeltä* [LAPE](x.md).", "Program.")),
    ],
)
KNOWN = Days(date(2025, 1, 2), date(2026, 3, 4))


def nodes(key, lang=Lang.FI, days=KNOWN):
    one = SITE.page(key, lang)
    return linked_data(SITE, one, page_view(SITE, one, WHERE, days))


@pytest.mark.parametrize(
    ("key", "types"),
    [
        ("index", ["WebSite", "WebPage"]),
        ("teemat/index", ["CollectionPage"]),
        ("teemat/vip", ["WebPage"]),
        ("sanasto", ["WebPage"]),
        ("data/avoin", ["WebPage"]),
    ],
)
def test_a_page_is_what_its_place_says(key, types):
    assert [node["@type"] for node in nodes(key)] == types
    assert wrong(nodes(key)) == []


def test_an_article_says_when_in_what_language_and_where_it_stands():
    (shell,) = nodes("teemat/vip")
    work = shell["mainEntity"]
    assert work["@type"] == "Article"
    assert shell["lastReviewed"] == "2026-11"
    assert (work["datePublished"], work["dateModified"]) == ("2025-01-02", "2026-03-04")
    assert (work["inLanguage"], work["temporalCoverage"]) == ("fi", "2015/2023")
    trail = [(one["position"], one["item"]) for one in shell["breadcrumb"]["itemListElement"]]
    addresses = ["https://x.fi/k/", "https://x.fi/k/teemat/", "https://x.fi/k/teemat/vip/"]
    assert trail == list(enumerate(addresses, 1))
    assert shell["isPartOf"]["@id"] == "https://x.fi/k/#site"


def test_neither_language_is_the_original_of_the_other():
    for lang, other, url in [
        (Lang.FI, "sv", "https://x.fi/k/sv/teemat/elevvard/"),
        (Lang.SV, "fi", "https://x.fi/k/teemat/vip/"),
    ]:
        work = nodes("teemat/vip", lang)[0]["mainEntity"]
        assert work["workTranslation"] == {"@type": "CreativeWork", "url": url, "inLanguage": other}
        assert "translationOfWork" not in work


def test_what_is_not_known_is_not_said():
    (shell,) = nodes("yksin", days=Days())
    unknown = {"datePublished", "dateModified", "description", "workTranslation"}
    assert unknown & shell["mainEntity"].keys() == set()
    assert "lastReviewed" not in shell
    assert shell["mainEntity"]["temporalCoverage"] == "2015/.."
    assert "publisher" not in json.dumps(nodes("index"))


def test_home_ties_the_site_s_languages_and_their_searches():
    for lang, home, search in [
        (Lang.FI, "https://x.fi/k/", "https://x.fi/k/haku/"),
        (Lang.SV, "https://x.fi/k/sv/", "https://x.fi/k/sv/sok/"),
    ]:
        site, here = nodes("index", lang)
        assert (site["url"], site["inLanguage"]) == (home, lang)
        action = site["potentialAction"]
        assert action["target"]["urlTemplate"] == search + "?q={search_term_string}"
        assert here["isPartOf"] == {"@id": site["@id"]}
        other = nodes("index", lang.other)[0]
        assert site["workTranslation"]["@id"] == other["@id"]
        assert site["workTranslation"]["name"] == other["name"]


def test_the_glossary_is_a_set_of_terms_that_open_data_has():
    main = nodes("sanasto")[0]["mainEntity"]
    assert main["@type"] == "DefinedTermSet"
    assert main["encoding"]["contentUrl"] == "https://x.fi/k/data/terms.json"


def test_the_page_of_open_data_is_a_catalogue_of_files_at_whole_addresses():
    main = nodes("data/avoin")[0]["mainEntity"]
    assert main["@type"] == "DataCatalog"
    (timeline,) = [one for one in main["dataset"] if one["name"] == "Aikajana"]
    files = {one["encodingFormat"]: one["contentUrl"] for one in timeline["distribution"]}
    assert files == {
        "text/csv": "https://x.fi/k/data/timeline.csv",
        "application/json": "https://x.fi/k/data/timeline.json",
    }


def test_a_page_without_a_file_is_named_and_placed():
    view = plain_view(SITE, Lang.SV, SEARCH, "Sök", WHERE)
    found = plain_data(SITE, view, "SearchResultsPage")
    assert wrong(found) == []
    assert (found[0]["name"], found[0]["url"]) == ("Sök", "https://x.fi/k/sv/sok/")


def test_no_text_can_close_the_script_element():
    script = as_script(nodes("teemat/vip"))
    assert not set("<>&") & set(script)
    said = json.loads(script)["mainEntity"]
    assert said["headline"] == "</script><script>alert(1)</script> & ”VIP”"
    assert said["description"] == 'Mitä <b>"tehtiin"</b>.'


def test_two_nodes_share_one_context():
    document = json.loads(as_script(nodes("index")))
    assert document["@context"] == "https://schema.org"
    assert len(document["@graph"]) == 2


@pytest.mark.parametrize(
    ("node", "said"),
    [
        ({"@type": "Artikel"}, "Artikel is no type"),
        ({"@type": "Article", "tittel": "x"}, "Article.tittel"),
        ({"@type": "Article", "position": 1}, "Article.position"),
        ({"@type": "Article", "datePublished": "2.3.2026"}, "Article.datePublished"),
        ({"@type": "WebPage", "url": "../"}, "WebPage.url"),
        ({"@type": "WebPage", "isPartOf": {"@type": "Thing", "headline": "x"}}, "Thing"),
        ({"headline": "x"}, "no type"),
    ],
)
def test_the_validator_refuses_what_schema_org_does_not_know(node, said):
    assert any(said in words for words in wrong([node])), wrong([node])
