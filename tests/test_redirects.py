"""Every address ever published is still there: as a page, or as a small page that leads on."""

from __future__ import annotations

import pytest
import yaml
from builders import PROJECT, catalogue, page
from kb.model.interface import Published
from kb.render.redirects import redirects
from kb.text import Lang
from serve import Build, Built

ADDRESSES = PROJECT / "docs" / "_data" / "addresses.yml"
FILES = {
    "index.fi.md": "# Koti\n",
    "index.sv.md": "# Hem\n",
    "b/uusi.fi.md": "# Uusi & a < b\n",
    "b/uusi.sv.md": "---\nslug: ny\n---\n# Ny\n",
    "vain.fi.md": "# Vain suomeksi\n",
    "_data/addresses.yml": """
- id: b/uusi/
- id: sv/b/ny/
- id: vain/
- id: vanha/syva/
  to: b/uusi
- id: sv/gammal/
  to: b/uusi
- id: sv/bara/
  to: vain
""",
}


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Built:
    folder = tmp_path_factory.mktemp("moved")
    for name, text in FILES.items():
        (folder / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs" / name).write_text(text, "utf-8")
    return build(folder / "docs", folder / "site")


@pytest.mark.parametrize(
    ("old", "lang", "url", "new"),
    [
        ("vanha/syva/", "fi", "../../b/uusi/", "b/uusi/"),
        ("sv/gammal/", "sv", "../../sv/b/ny/", "sv/b/ny/"),
        ("sv/bara/", "sv", "../../vain/", "vain/"),
    ],
)
def test_an_old_address_leads_on(moved: Built, old: str, lang: str, url: str, new: str) -> None:
    html = (moved.root / old / "index.html").read_text("utf-8")
    assert f'<html lang="{lang}">' in html
    assert f'content="0; url={url}"' in html
    assert f'<link rel="canonical" href="https://lape.example.org/{new}">' in html
    assert f'<a href="{url}"' in html
    assert "<script" not in html
    assert (moved.root / old / url / "index.html").resolve().is_file()
    said = {"fi": "Sivu on muuttanut", "sv": "Sidan har flyttat"}
    assert said[lang] in html


def test_a_title_is_text_and_another_language_is_marked(moved: Built) -> None:
    assert "Uusi &amp; a &lt; b" in (moved.root / "vanha/syva/index.html").read_text("utf-8")
    assert 'lang="fi" hreflang="fi"' in (moved.root / "sv/bara/index.html").read_text("utf-8")


def test_old_addresses_are_in_no_sitemap_and_no_index(moved: Built) -> None:
    assert "vanha" not in (moved.root / "sitemap-fi.xml").read_text("utf-8")
    assert "noindex" in (moved.root / "vanha/syva/index.html").read_text("utf-8")


def test_a_redirect_to_nothing_is_none() -> None:
    known = catalogue([page("a.fi")], [Published(id="x/", to="ei"), Published(id="a/")])
    assert list(redirects(known, Lang.FI, "https://x.fi/")) == []


def test_every_published_address_is_in_the_built_site(site: Built) -> None:
    addresses = [one["id"] for one in yaml.safe_load(ADDRESSES.read_text("utf-8"))]
    assert len(addresses) > 100
    assert [a for a in addresses if not (site.root / a / "index.html").is_file()] == []
    assert set(site.pages) - {"", "sv/", "haku/", "sv/sok/", "404.html"} <= set(addresses)
