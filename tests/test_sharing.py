"""What a page gives to those who share it: toy builds, the project's own pages, Chromium."""

from __future__ import annotations

import json
import re
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from published import alternates
from schema import wrong
from serve import Build, Built, Element

HOST = "https://lape.example.org/"
SEARCHED = (
    "Hae LAPE-tietopankista sanalla tai selaa kaikkia sivuja ja termejä aakkosjärjestyksessä."
)
TITLE = "</script><script>document.title = 1</script> & ”lainaus”"
FILES = {
    "index.fi.md": "# Koti\n",
    "index.sv.md": "# Hem\n",
    "pari.fi.md": (
        "# `</script><script>document.title = 1</script>` & ”lainaus”\n\n"
        "Ensimmäinen kappale *kertoo*\nkaiken.\n\nToinen ei.\n"
    ),
    "pari.sv.md": f"---\ndescription: Kort sagt.\n---\n\n# {'Långtord' * 24}\n\nText.\n",
    "yksin.fi.md": "# Yksin 😀\n\n## Luku\n\n" + "sana " * 80,
}


def written(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Built:
    folder = tmp_path_factory.mktemp("sharing")
    return build(written(folder / "docs", FILES), folder / "site")


def graph_of(page: Element) -> dict[str, str]:
    """The Open Graph properties by their name without `og:`."""
    found = [meta for meta in page.every("meta") if meta.get("property").startswith("og:")]
    names = [meta["property"].removeprefix("og:") for meta in found]
    assert len(names) == len(set(names)), names
    return {name: meta["content"] for name, meta in zip(names, found, strict=True)}


def nodes_of(page: Element) -> list[dict[str, Any]]:
    script = page.one("head").one("script", type="application/ld+json")
    document = json.loads("".join(map(str, script.children)))
    assert document.pop("@context") == "https://schema.org"
    return document.get("@graph") or [document]


def values(node: Any) -> list[str]:
    if isinstance(node, dict | list):
        inside = node.values() if isinstance(node, dict) else node
        return [value for one in inside for value in values(one)]
    return [node] if isinstance(node, str) else []


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("", {"type": "website", "title": "Koti", "locale": "fi_FI", "locale:alternate": "sv_FI"}),
        ("sv/", {"type": "website", "locale": "sv_FI", "site_name": "LAPE-kunskapsbanken"}),
        ("pari/", {"title": TITLE, "description": "Ensimmäinen kappale kertoo kaiken."}),
        ("sv/pari/", {"type": "article", "description": "Kort sagt."}),
        ("yksin/", {"title": "Yksin 😀", "locale:alternate": None}),
        ("haku/", {"type": "website", "url": f"{HOST}haku/", "description": SEARCHED}),
    ],
)
def test_a_page_tells_its_own_title_and_lead_in_its_language(
    toy: Built, address: str, said: dict[str, str | None]
) -> None:
    graph = graph_of(toy.pages[address])
    assert {name: graph.get(name) for name in said} == said


def test_a_long_lead_is_cut_at_a_word(toy: Built) -> None:
    lead = toy.pages["yksin/"].one("meta", name="description")["content"]
    assert re.fullmatch(r"(sana ){20,}sana…", lead)
    assert len(lead) <= 160


def test_robots_lead_to_the_sitemap_and_icons_are_there(toy: Built) -> None:
    assert f"Sitemap: {HOST}sitemap.xml" in toy.files["robots.txt"].decode().splitlines()
    for page, root in ((toy.pages["sv/pari/"], "../../"), (toy.not_found, "/")):
        icons = {one["rel"]: one["href"] for one in page.every("link") if "icon" in one["rel"]}
        assert icons == {
            "icon": f"{root}{toy.asset('mark.svg')}",
            "apple-touch-icon": f"{root}{toy.asset('icon-180.png')}",
        }
        assert page.one("link", sizes="32x32")["href"] == f"{root}favicon.ico"


def test_every_page_shows_its_language_s_picture_in_the_size_of_large_cards(toy: Built) -> None:
    for address, page in toy.pages.items():
        graph = graph_of(page)
        name = toy.asset(f"card-{page.one('html').lang}.png")
        assert graph["image"] == HOST + name, address
        with Image.open(BytesIO(toy.files[name])) as image:
            assert image.size == (1200, 630), address
        assert graph["image:alt"].startswith(f"{graph['site_name']}. "), address
        assert page.one("meta", name="twitter:card")["content"] == "summary_large_image"


@pytest.mark.slow
@pytest.mark.parametrize("which", ["toy", "site"])
def test_a_validator_accepts_the_data_of_every_page_and_all_its_addresses_exist(
    which: str, request: pytest.FixtureRequest
) -> None:
    built: Built = request.getfixturevalue(which)
    for address, page in built.pages.items():
        nodes = nodes_of(page)
        assert wrong(nodes) == [], address
        for url in [value for value in values(nodes) if value.startswith(HOST)]:
            path = re.sub(r"#(site|work)$|\?q=\{search_term_string\}$", "", url).removeprefix(HOST)
            stem, _, anchor = path.partition("#")
            assert stem in built.pages or stem in built.files, f"/{address}: {url}"
            assert not anchor or anchor in built.ids[stem], f"/{address}: {url}"


def test_what_head_and_data_say_agrees(site: Built) -> None:
    for address, page in site.pages.items():
        graph, nodes = graph_of(page), nodes_of(page)
        assert graph["url"] == page.one("link", rel="canonical")["href"] == HOST + address
        assert graph["url"] == nodes[-1]["url"]
        assert graph["title"] == page.one("h1").text, address
        if address not in ("haku/", "sv/sok/"):
            assert graph["description"] == page.one("meta", name="description")["content"]
        work = nodes[-1].get("mainEntity", nodes[-1])
        assert work["inLanguage"] == page.one("html").lang
        others = list(alternates(page).values())
        assert work.get("workTranslation", {}).get("url", others[0]) in others


def test_the_breadcrumbs_of_the_data_are_those_that_a_reader_sees(site: Built) -> None:
    for address, page in site.pages.items():
        seen = [crumb.text for nav in page.every("nav", "breadcrumbs") for crumb in nav.every("li")]
        steps = nodes_of(page)[-1].get("breadcrumb", {}).get("itemListElement", [])
        assert [step["name"] for step in steps] == seen, address
        assert all(b["item"].startswith(a["item"]) for a, b in pairwise(steps[:-1])), address
