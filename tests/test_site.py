"""The real configuration on a small folder: pages without a pair, shared pictures, failures."""

from __future__ import annotations

import base64
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import translations
from conftest import ROOT, build
from serve import Built, tree

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
)
SOURCE = "id: L-01\ngrade: A\npublisher: {fi: Kunta, sv: Kommunen}\ntitle: {fi: Kirje, sv: Brev}\n"
FACT = "- id: S-001\n  text: {fi: Tosi., sv: Sant.}\n  sources: [L-01]\n"
FILES = {
    "_data/sources/L-01.yml": SOURCE,
    "_data/facts.yml": FACT,
    "index.fi.md": "# Koti\n\n[Aihe](aihe/index.md) ja [yksin](aihe/yksin.md)\n",
    "index.sv.md": "# Hem\n\n[Ämne](aihe/index.md)\n",
    "aihe/index.fi.md": "# Aihe\n\n![Kuva](../kuva.png)\n",
    "aihe/index.sv.md": "---\nslug: amne\n---\n\n# Ämne\n\n![Bild](../kuva.png)\n",
    "aihe/pari.fi.md": (
        "# Pari\n\nYksi.[^S-001] Kaksi.[^S-001]\n\n!!! note\n    Teksti\n\n"
        "!!! warning\n    Teksti\n\n## Luku {#luku}\n\nLoppu.\n"
    ),
    "aihe/pari.sv.md": (
        "---\nslug: par\n---\n\n# Par\n\nEtt.[^S-001] Två.[^S-001]\n\n!!! note\n    Text\n\n"
        "!!! warning\n    Text\n\n## Kapitel {#luku}\n\nSlut.\n"
    ),
    "aihe/yksin.fi.md": "# Yksin\n\nSanat vain suomeksi.\n",
    "aihe/ensam.sv.md": "# Ensam\n\nOrden bara på svenska.\n",
}
CROSSING = FILES | {
    "index.sv.md": "# Hem\n\n[Ämne](aihe/index.md) och [ensam](aihe/yksin.md)\n",
    "yli.fi.md": "# Yli\n\n[Ruotsiksi](aihe/pari.sv.md#luku)\n\n## Tässä {#taalla}\n",
    "yli.sv.md": "---\nslug: over\n---\n\n# Över\n\n[Dit](yli.fi.md#taalla)\n\n## Här {#taalla}\n",
}


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (folder / "kuva.png").write_bytes(PIXEL)
    return folder


def git(folder: Path, *arguments: str) -> None:
    name = ["-c", "user.name=Testi", "-c", "user.email=testi@example.org"]
    day = {"GIT_AUTHOR_DATE": "2024-02-29T12:00:00Z", "GIT_COMMITTER_DATE": "2024-02-29T12:00:00Z"}
    subprocess.run(["git", "-C", folder, *name, *arguments], check=True, env=os.environ | day)


def run(module: str, docs: Path, out: Path) -> subprocess.CompletedProcess[str]:
    """A build as its own process, strict, in the project's folder."""
    return subprocess.run(
        [sys.executable, "-m", module, "build", "--strict"],
        cwd=ROOT,
        env=os.environ | {"KB_DOCS": str(docs), "SITE": str(out)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder, committed on 29 February 2024 but for one page that git has never seen."""
    folder = write(tmp_path_factory.mktemp("toy") / "docs", FILES)
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "rm", "--quiet", "--cached", "aihe/ensam.sv.md")
    git(folder, "commit", "--quiet", "--message", "Alku")
    return folder


@pytest.fixture(scope="module")
def toy(docs: Path) -> Built:
    return build(docs, docs.parent / "site")


def test_pages_stand_where_they_should_and_nothing_is_copied(toy: Built) -> None:
    finnish = {"", "aihe/", "aihe/pari/", "aihe/yksin/", "haku/"}
    swedish = {"sv/", "sv/amne/", "sv/amne/par/", "sv/amne/ensam/", "sv/sok/"}
    assert set(toy.pages) == finnish | swedish
    assert toy.broken() == []
    assert toy.warnings == ()
    said = [name for name, body in toy.files.items() if b"Sanat vain suomeksi" in body]
    assert said[0] == "aihe/yksin/index.html"
    assert all(name.startswith("assets/search/fi") for name in said[1:]), said


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
    assert page.every("link", rel="alternate") == []
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
def crossing(tmp_path_factory: pytest.TempPathFactory) -> Built:
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
    ("address", "titles", "back"),
    [
        ("aihe/pari/", ["Huomaa", "Varoitus"], "Takaisin tekstiin"),
        ("sv/amne/par/", ["Obs", "Varning"], "Tillbaka till texten"),
    ],
)
def test_notes_and_footnotes_speak_the_page_s_language(
    toy: Built, address: str, titles: list[str], back: str
) -> None:
    page = toy.pages[address]
    assert [p.text for p in page.every("p", "admonition-title")] == titles
    names = [a.get("title") + a.get("aria-label") for a in page.every("a", "footnote-backref")]
    assert [back in name for name in names] == [True, True], names


def test_without_a_repository_nothing_leads_to_an_editor(
    docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPO_URL", "")
    built = build(docs, tmp_path / "site")
    assert built.warnings == ()
    ways = (b"/edit/", b"/issues/new", b"/new/main/")
    assert [name for name, body in built.files.items() if any(way in body for way in ways)] == []


def test_a_section_that_lags_says_so_until_it_is_confirmed(tmp_path: Path) -> None:
    docs = write(tmp_path / "docs", FILES)
    command = ["--docs", str(docs), "confirm"]
    assert translations.main([*command, "--all-new"]) == 0
    git(docs, "init", "--quiet")
    longer = FILES["aihe/pari.fi.md"].replace("Loppu.", "Loppu on uusi.")
    write(docs, {"aihe/pari.fi.md": longer})
    git(docs, "add", ".")
    git(docs, "commit", "--quiet", "--message", "Vain suomeksi")
    drifted = build(docs, tmp_path / "drifted")
    (note,) = [n for page in drifted.pages.values() for n in page.every("div", "language-note")]
    assert note is drifted.pages["sv/amne/par/"].one("div", "language-note")
    assert note.text == "Den finska texten är nyare (29 februari 2024). Lue suomeksi"
    assert (note.one("a")["href"], note.one("a").lang) == ("../../../aihe/pari/#luku", "fi")
    assert drifted.broken() == []
    assert translations.main([*command, "aihe/pari#luku"]) == 0
    confirmed = build(docs, tmp_path / "confirmed")
    assert [p for p in confirmed.pages.values() if p.every("div", "language-note")] == []


def test_sitemap_dates_come_from_git(toy: Built) -> None:
    sitemap = tree(toy.files["sitemap.xml"].decode().partition("?>")[2])
    days = {
        url.one("loc").text: [d.text for d in url.every("lastmod")] for url in sitemap.every("url")
    }
    unseen = "https://lape.example.org/sv/amne/ensam/"
    assert days.pop(unseen) == []
    assert len(days) == 7
    assert set(map(tuple, days.values())) == {("2024-02-29",)}


def test_same_day_same_bytes(docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first, second = (build(docs, tmp_path / name).files for name in ("first", "second"))
    assert first == second


def without_generator(files: dict[str, bytes]) -> dict[str, bytes]:
    return {n: re.sub(rb'<meta name="generator"[^>]*>', b"", body) for n, body in files.items()}


def test_properdocs_gives_the_same_files(site: Built, tmp_path: Path) -> None:
    done = run("properdocs", ROOT / "docs", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    assert without_generator(Built(tmp_path / "site").files) == without_generator(site.files)


def test_data_error_speaks_both_languages_and_keeps_the_old_site(
    docs: Path, tmp_path: Path
) -> None:
    broken = write(tmp_path / "docs", FILES | {"_data/facts.yml": FACT.replace("L-01", "L-99")})
    old = {"index.html": b"vanha", "vanha.txt": b"gammal"}
    (tmp_path / "site").mkdir()
    for name, body in old.items():
        (tmp_path / "site" / name).write_bytes(body)
    done = run("mkdocs", broken, tmp_path / "site")
    assert done.returncode
    at = "docs/_data/facts.yml:3: unknown-reference: "
    said = [f"{at}Kentässä ”sources” on tunnus ”L-99”, jota ei ole", "Rakentaminen keskeytettiin"]
    said += [f"{at}Fältet ”sources” har id:t ”L-99” som inte finns", "Bygget avbröts"]
    assert [words for words in said if words not in done.stderr] == []
    assert "Traceback" not in done.stderr
    assert Built(tmp_path / "site").files == old


def test_sub_path_and_repository_come_from_the_environment(
    docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/kb/")
    monkeypatch.setenv("REPO_URL", "https://git.example.net/oma/kirja")
    elsewhere = build(docs, tmp_path / "site")
    host = "https://example.org/kb/"
    for address, page in elsewhere.pages.items():
        assert page.one("link", rel="canonical")["href"] == host + address
        assert all(a["href"].startswith(host) for a in page.every("link", rel="alternate"))
        repository = page.one("footer", "site-footer").one("p").every("a")
        assert [a["href"] for a in repository] == ["https://git.example.net/oma/kirja"]
    assert elsewhere.broken() == [], "links between pages do not depend on the address"
    not_found = tree(elsewhere.files["404.html"].decode())
    urls = [e.get("href") + e.get("src") + e.get("action") for e in not_found.every()]
    assert {url for url in urls if url and not url.startswith("/kb/")} == set()
    assert {f.get("action") for f in not_found.every("form")} == {"/kb/haku/", "/kb/sv/sok/"}
    named = re.findall(rb"https://[^<\"]+", elsewhere.files["sitemap.xml"])
    assert named
    assert all(url.startswith(host.encode()) for url in named)
