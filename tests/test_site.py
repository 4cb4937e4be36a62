"""The real configuration on a small folder: pages without a pair, shared pictures, addresses."""

from __future__ import annotations

import re
from pathlib import Path

import feedparser
import pytest
from conftest import strict_build
from published import HOST, alternates, followed
from serve import Build, Built, tree
from toy import CROSSING, FILES, git, write

TEMPLATES = {
    "templates/malli.fi.md": "# Malli\n\nKansio on sivujen.\n",
    "templates/malli.sv.md": "# Modell\n\nMappen är sidornas.\n",
}
"""A folder that MkDocs would leave out."""


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder, committed on 29 February 2024 but for one page that git has never seen."""
    folder = write(tmp_path_factory.mktemp("toy") / "docs", FILES | TEMPLATES)
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "rm", "--quiet", "--cached", "aihe/ensam.sv.md")
    git(folder, "commit", "--quiet", "--message", "Alku")
    return folder


@pytest.fixture(scope="module")
def toy(docs: Path) -> Built:
    """The one that is built for whoever waits: nothing here asks for `build`."""
    return strict_build(docs, docs.parent / "site")


def test_pages_stand_where_they_should_and_nothing_is_copied(toy: Built) -> None:
    finnish = {"", "aihe/", "aihe/pari/", "aihe/yksin/", "haku/", "templates/malli/"}
    swedish = {"sv/", "sv/amne/", "sv/amne/par/", "sv/amne/ensam/", "sv/sok/"}
    swedish.add("sv/templates/malli/")
    assert set(toy.pages) == finnish | swedish
    assert toy.broken() == []
    assert toy.warnings == ()
    said = [name for name, body in toy.files.items() if b"Sanat vain suomeksi" in body]
    assert said[0] == "aihe/yksin/index.html"
    assert all(name.startswith(("assets/search/fi", "feed.xml")) for name in said[1:]), said


@pytest.mark.parametrize(
    ("address", "lang", "other", "says", "notice"),
    [
        ("aihe/yksin/", "fi", "sv", "(endast på finska)", "Den här sidan finns bara på finska."),
        ("sv/amne/ensam/", "sv", "fi", "(vain ruotsiksi)", "Tämä sivu on olemassa vain ruotsiksi."),
    ],
)
def test_page_in_one_language_says_so(
    toy: Built, address: str, lang: str, other: str, says: str, notice: str
) -> None:
    page = toy.pages[address]
    assert page.one("html").lang == lang
    assert alternates(page) == {}
    switch = page.one("nav", "languages").one("a", lang=other)
    assert switch.text.endswith(says)
    assert switch["hreflang"] == other
    assert page.one("aside", "notice").one("p", lang=other).text == notice
    home = page.one("aside", "notice").one("a")
    assert (home["hreflang"], home.lang) == (other, lang)


def test_nothing_is_called_none(toy: Built) -> None:
    for address, page in toy.pages.items():
        said = [page.text, *page.values()]
        assert not [words for words in said if re.search(r"\bNone\b", words)], address


@pytest.fixture(scope="module")
def crossing(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Built:
    folder = tmp_path_factory.mktemp("crossing")
    return build(write(folder / "docs", CROSSING), folder / "site")


@pytest.mark.parametrize(
    ("address", "target", "words", "hreflang"),
    [
        ("sv/", "../aihe/yksin/", "ensam (på finska)", "fi"),
        ("yli/", "../sv/amne/par/#luku", "Ruotsiksi (ruotsiksi)", "sv"),
        ("sv/over/", "../../yli/#taalla", "Dit (på finska)", "fi"),
    ],
)
def test_link_to_the_other_language_is_marked(
    crossing: Built, address: str, target: str, words: str, hreflang: str
) -> None:
    (link,) = crossing.pages[address].one("article").every("a", href=target)
    assert link.text == words
    assert link["hreflang"] == hreflang
    assert crossing.broken() == []


def test_section_lists_the_lone_pages_of_both_languages(toy: Built) -> None:
    for address, lone, says in [
        ("aihe/", "Ensam", "(vain ruotsiksi)"),
        ("sv/amne/", "Yksin", "(endast på finska)"),
    ]:
        (entry,) = [
            li for li in toy.pages[address].one("nav", "section").every("li") if lone in li.text
        ]
        assert entry.text == f"{lone} {says}"
        assert (
            entry.one("a").lang == entry.one("a")["hreflang"] != toy.pages[address].one("html").lang
        )


def test_shared_picture_is_published_once_and_shown_by_both(toy: Built) -> None:
    pictures = [name for name in toy.files if name.endswith(".png")]
    assert [name for name in pictures if not name.startswith("assets/")] == ["kuva.png"]
    for address, src in (("aihe/", "../kuva.png"), ("sv/amne/", "../../kuva.png")):
        image = toy.pages[address].one("article").one("figure").one("img")
        assert image["src"] == src
        assert (image["width"], image["height"], image["loading"]) == ("1", "1", "lazy")


@pytest.mark.parametrize(
    ("address", "titles", "mark"),
    [
        ("aihe/pari/", ["Huomaa", "Varoitus"], "1 lähde"),
        ("sv/amne/par/", ["Obs!", "Varning"], "1 källa"),
    ],
)
def test_notes_and_marks_speak_the_page_s_language(
    toy: Built, address: str, titles: list[str], mark: str
) -> None:
    page = toy.pages[address]
    assert [p.text for p in page.every("p", "admonition-title")] == titles
    assert [a["aria-label"] for a in page.every("a", "mark")] == [mark, mark]


def test_without_a_repository_nothing_leads_to_an_editor(
    docs: Path, build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPO_URL", "")
    built = build(docs, tmp_path / "site")
    assert built.warnings == ()
    ways = (b"/edit/", b"/issues/new", b"/new/main/", b"/tree/main/", b" data-record")
    assert [name for name, body in built.files.items() if any(way in body for way in ways)] == []


def test_sitemap_dates_come_from_git(toy: Built) -> None:
    trees = [
        tree(toy.files[f"sitemap-{lang}.xml"].decode().partition("?>")[2]) for lang in ("fi", "sv")
    ]
    days = {
        url.one("loc").text: [d.text for d in url.every("lastmod")]
        for sitemap in trees
        for url in sitemap.every("url")
    }
    unseen = "https://lape.example.org/sv/amne/ensam/"
    assert days.pop(unseen) == []
    assert len(days) == len(toy.pages) - len({"haku/", "sv/sok/", unseen})
    assert set(map(tuple, days.values())) == {("2024-02-29",)}


@pytest.mark.parametrize(("name", "home"), [("feed.xml", ""), ("sv/feed.xml", "sv/")])
def test_every_page_leads_to_the_feed_of_its_language_which_tells_what_git_knows(
    toy: Built, name: str, home: str
) -> None:
    for address, page in toy.pages.items():
        link = page.one("link", rel="alternate", type="application/atom+xml")
        wanted = "sv/feed.xml" if address.startswith("sv/") else "feed.xml"
        assert followed(address, link) == wanted
    found = feedparser.parse(toy.files[name])
    assert found.bozo is False
    assert {entry.updated for entry in found.entries} == {"2024-02-29T12:00:00Z"}
    told = {entry.link.removeprefix(HOST) for entry in found.entries}
    swedish = {address for address in toy.pages if address.startswith("sv/")}
    mine = swedish if home else set(toy.pages) - swedish
    assert told == mine - {"haku/", "sv/sok/", "sv/amne/ensam/"}


def test_same_day_same_bytes(
    docs: Path, build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first, second = (build(docs, tmp_path / name).files for name in ("first", "second"))
    assert first == second


def test_sub_path_and_repository_come_from_the_environment(
    docs: Path, build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/kb/")
    monkeypatch.setenv("REPO_URL", "https://git.example.net/oma/kirja")
    elsewhere = build(docs, tmp_path / "site")
    host = "https://example.org/kb/"
    for address, page in elsewhere.pages.items():
        assert page.one("link", rel="canonical")["href"] == host + address
        assert all(
            a["href"].startswith(host)
            for a in page.every("link", rel="alternate")
            if a.get("hreflang")
        )
        repository = page.one("footer", "site-footer").one("p").every("a")
        assert [a["href"] for a in repository] == ["https://git.example.net/oma/kirja"]
    assert elsewhere.broken() == [], "links between pages do not depend on the address"
    not_found = tree(elsewhere.files["404.html"].decode())
    urls = [e.get("href") + e.get("src") + e.get("action") for e in not_found.every()]
    assert {url for url in urls if url and not url.startswith("/kb/")} == set()
    assert {f.get("action") for f in not_found.every("form")} == {"/kb/haku/", "/kb/sv/sok/"}
    for name in ("sitemap.xml", "sitemap-sv.xml", "feed.xml", "data/index.json"):
        named = re.findall(rb"https://[^<\"]+", elsewhere.files[name])
        licence = b"https://creativecommons.org/licenses/by/4.0/"
        assert [url for url in named if not url.startswith(host.encode())] in ([], [licence])
