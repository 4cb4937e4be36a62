"""Every page has its own address in its own language's words."""

import pytest
from builders import catalogue, page
from kb.model.addresses import address, home, relative
from kb.text import Lang

SITE = catalogue(
    [
        page("index.fi"),
        page("index.sv", "---\nslug: hem\n---\n# Hem\n"),
        page("sanasto.fi"),
        page("sanasto.sv", "---\nslug: ordlista\n---\n# Ordlista\n"),
        page("teemat/index.fi"),
        page("teemat/index.sv", "---\nslug: teman\n---\n# Teman\n"),
        page("teemat/perhekeskus.fi"),
        page("teemat/perhekeskus.sv", "---\nslug: familjecenter\n---\n# Familjecenter\n"),
        page("teemat/vip.sv"),
        page("teemat/perhekeskus/luvut.sv", "---\nslug: tal\n---\n# Tal\n"),
        page("teemat/syva/index.sv", "---\nslug: djup\n---\n# Djup\n"),
        page("teemat/syva/sivu.fi"),
        page("teemat/syva/sivu.sv"),
        page("ilman/sivu.fi"),
        page("ilman/sivu.sv", "---\nslug: sida\n---\n# Sida\n"),
        page("vain/index.fi"),
        page("vain/sivu.sv"),
        page("vaarin.fi", "---\nslug: fel\n---\n# Suomen osoite tulee tiedostosta\n"),
    ]
)


@pytest.mark.parametrize(
    ("key", "fi", "sv"),
    [
        ("index", "", "sv/"),
        ("sanasto", "sanasto/", "sv/ordlista/"),
        ("teemat/index", "teemat/", "sv/teman/"),
        ("teemat/perhekeskus", "teemat/perhekeskus/", "sv/teman/familjecenter/"),
        ("teemat/vip", None, "sv/teman/vip/"),
        ("teemat/perhekeskus/luvut", None, "sv/teman/perhekeskus/tal/"),
        ("teemat/syva/index", None, "sv/teman/djup/"),
        ("teemat/syva/sivu", "teemat/syva/sivu/", "sv/teman/djup/sivu/"),
        ("ilman/sivu", "ilman/sivu/", "sv/ilman/sida/"),
        ("vain/index", "vain/", None),
        ("vain/sivu", None, "sv/vain/sivu/"),
        ("vaarin", "vaarin/", None),
    ],
)
def test_an_address_is_made_of_the_words_of_its_own_language(key, fi, sv):
    found = {lang: address(SITE, one) if (one := SITE.page(key, lang)) else None for lang in Lang}
    assert found == {Lang.FI: fi, Lang.SV: sv}


@pytest.mark.parametrize(("lang", "expected"), [(Lang.FI, ""), (Lang.SV, "sv/")])
def test_each_language_has_its_home(lang, expected):
    assert home(lang) == expected


@pytest.mark.parametrize(
    ("target", "origin", "link"),
    [
        ("", "", "./"),
        ("sv/", "", "sv/"),
        ("", "sv/", "../"),
        ("sanasto/", "sanasto/", "../sanasto/"),
        ("teemat/perhekeskus/", "", "teemat/perhekeskus/"),
        ("", "sv/teman/familjecenter/", "../../../"),
        ("teemat/", "sv/teman/familjecenter/", "../../../teemat/"),
    ],
)
def test_a_link_leads_from_one_page_to_another_wherever_the_site_lies(target, origin, link):
    assert relative(target, origin) == link
