"""Each directive shows the records it chooses, in the language of its page."""

import re
from dataclasses import fields, replace

import pytest
from builders import (
    PROJECT,
    catalogue,
    day,
    event,
    html,
    page,
    real_content,
    setting,
    source,
    term,
)
from kb.directives import DIRECTIVES, facts_of
from kb.directives.arguments import IdOf
from kb.directives.directive import Directive
from kb.directives.pictures import PICTURES
from kb.model import markdown
from kb.model.catalogue import RECORD_TYPES
from kb.model.record import Record
from kb.render.body import expand
from kb.text import Lang, Text
from samples import SAMPLE_PAGES, SAMPLE_RECORDS

SHOWN = {
    "timeline": {
        Lang.FI: ["### 2016", "1.9.–4.11.2016", "Mitä tapahtui-fi[^S-001]", "suunniteltu"],
        Lang.SV: ["### 2020", "1 september", "Mitä tapahtui-sv[^S-001]", "planerat"],
    },
    "phases": {
        Lang.FI: ["**[Vaihe-fi](vaiheet/alku.md)**", "2017-fi", "Vaiheen kuvaus-fi[^S-001]"],
        Lang.SV: ["**[Vaihe-sv](vaiheet/alku.md)**", "2017-sv", "Vaiheen kuvaus-sv[^S-001]"],
    },
    "themes": {
        Lang.FI: [">Teema-fi</p>", "Teeman kuvaus-fi[^S-001]", 'class="card"'],
        Lang.SV: [">Teema-sv</p>", "Teeman kuvaus-sv[^S-001]", 'class="card"'],
    },
    "pages section=vaiheet": {
        Lang.FI: ["[alku fi](vaiheet/alku.md)", "[Silta](vaiheet/silta.md)", "\nVälissä.\n"],
        Lang.SV: ["[alku sv](vaiheet/alku.md)", "[Silta](vaiheet/silta.md)"],
    },
    "organisations": {
        Lang.FI: ["**Ministeriö-fi.** Johti ohjelmaa-fi[^S-001]", "(https://stm.fi/)"],
        Lang.SV: ["**Ministeriö-sv.** Johti ohjelmaa-sv[^S-001]", "(https://stm.fi/sv/)"],
    },
    "glossary": {
        Lang.FI: ["<dfn>perhekeskus-fi</dfn>", "(pk)", "Selitys-fi", ", familjecentrum</span>"],
        Lang.SV: ["<dfn>perhekeskus-sv</dfn>", "(fc)", "Selitys-sv", "</span> familjecentrum<"],
    },
    "sources": {
        Lang.FI: [
            "### Valtakunnallinen viranomainen tai laki {#grade-a}",
            "**Julkaisija-fi:** [Lähdeteos-fi](https://example.fi/L-01), huhtikuu 2016.",
            "Kopio-fi",
            '<li id="l-02"',
        ],
        Lang.SV: [
            "### Nationell myndighet eller lag {#grade-a}",
            "**Julkaisija-sv:** [Lähdeteos-sv](https://example.fi/L-01), april 2016.",
            "Kopio-sv",
            "«used-nowhere.sv»",
        ],
    },
    "regions": {
        Lang.FI: ["Alue-fi", "700\xa0000\xa0€", "«about.fi» 1,1\xa0milj.\xa0€", "[^S-001]"],
        Lang.SV: ["Alue-sv", "700\xa0000\xa0€", "«about.sv» 1,1\xa0milj.\xa0€", "[^S-001]"],
    },
    "find-region": {
        Lang.FI: ['action="../haku/"', "option>Alue-fi</", "«region-choose.fi»", "Toinen alue-fi"],
        Lang.SV: ['action="../../sv/sok/"', "option>Alue-sv</", "Toinen alue-sv"],
    },
    "themes as=lines": {
        Lang.FI: ["Teema-fi", '<span class="about">Teeman kuvaus-fi</span>'],
        Lang.SV: ["Teema-sv", '<span class="about">Teeman kuvaus-sv</span>'],
    },
    "figures": {
        Lang.FI: ["sai avustusta-fi[^S-001]", "19 aluetta-fi"],
        Lang.SV: ["sai avustusta-sv[^S-001]", "19 aluetta-sv"],
    },
    "years": {
        Lang.FI: ['<svg class="across"', '<svg class="upright"', "Otsikko haku-fi. "],
        Lang.SV: ['<svg class="across"', '<svg class="upright"', "Otsikko haku-sv. "],
    },
    "newest": {
        Lang.FI: ["Otsikko uusi-haku-fi", "suunniteltu"],
        Lang.SV: ["Otsikko uusi-haku-sv", "planerat"],
    },
    "region id=kainuu": {
        Lang.FI: ["Toinen alue-fi", "Pohjois-Suomi[^S-001]"],
        Lang.SV: ["Toinen alue-sv", "Norra Finland[^S-001]"],
    },
    "organisers": {
        Lang.FI: [
            *('id="lapha">Järjestäjä-fi</span>[^S-001]', "| «language-fi.fi» |", "Alue-fi"),
            "[«organiser-site.fi»](https://lapha.fi/) · [«organiser-families.fi»]",
            *("sv/familj/) («in-swedish.fi»)", "«organiser-both.fi»", "| Ei osoitetta-fi |"),
        ],
        Lang.SV: [
            *("Järjestäjä-sv", "(https://lapha.fi/) («in-finnish.sv»)", "sv/familj/) |"),
            *("«organiser-seen.sv»: 30 november 2026", "| Ei osoitetta-sv |"),
        ],
    },
    "services-today region=lappi": {
        Lang.FI: ["**Järjestäjä-fi**[^S-001]", "«organiser-municipalities.fi»: Åbo-fi, Äänekoski"],
        Lang.SV: ["**Toinen-sv**", "«organiser-municipalities.sv»: Åbo-sv, Äänekoski-sv."],
    },
    "municipalities": {
        Lang.FI: ["**K** Kemi-fi", "**Å** Åbo-fi", "**Ä** Äänekoski-fi", "«municipalities-source"],
        Lang.SV: ["**K** Kemi-sv", "**Å** Åbo-sv", "**Ä** Äänekoski-sv", "«municipalities-all.sv»"],
    },
    "funding": {
        Lang.FI: ["Avustus-fi", "myönnetty", "31.3.2020/30.4.2020", "2021–2022", "Tarkoitus-fi"],
        Lang.SV: ["Avustus-sv", "beviljade", "31 mars 2020/30 april 2020", "Tarkoitus-sv"],
    },
    "all-pages": {
        Lang.FI: [
            "**valikko-fi**",
            "- [alku fi](vaiheet/alku.md)",
            "- [Källor](lahteet.md) («only",
        ],
        Lang.SV: ["**valikko-sv**", "- [alku sv](vaiheet/alku.md)", "- [Källor](lahteet.md)\n"],
    },
    "picture show=timeline": {
        Lang.FI: ["<svg ", "| 2017-fi |", "| Otsikko haku-fi[^S-001] | 1.9.–4.11.2016 |"],
        Lang.SV: ["<svg ", "| 2017-sv |", "| Otsikko haku-sv[^S-001] |"],
    },
    "picture show=money": {
        Lang.FI: ["<svg ", "LAPEn raha", "851\xa0777\xa0euroa"],
        Lang.SV: ["<svg ", "LAPE:s pengar", "851\xa0777\xa0euro"],
    },
    "picture show=family-centres": {
        Lang.FI: ["<svg ", "| 117\xa0toiminnassa, 55\xa0valmisteilla", "| «about.fi» 100 |"],
        Lang.SV: ["<svg ", "| 117\xa0i gång, 55\xa0under beredning", "| «about.sv» 100 |"],
    },
    "picture show=actors": {
        Lang.FI: ["<svg ", "Ohjaus", "Ministeriö-fi"],
        Lang.SV: ["<svg ", "Styrning", "Ministeriö-sv"],
    },
    "picture show=contents": {
        Lang.FI: ["<svg ", "| Paino-fi", "| Jatko-fi | 2017-fi |"],
        Lang.SV: ["<svg ", "| Paino-sv", "| Jatko-sv | 2017-sv |"],
    },
    "fields kind=contacts": {
        Lang.FI: ["| `as_of` («required.fi»)", "`person`, `mailbox`", "| Puhelinnumero"],
        Lang.SV: ["| `as_of` («required.sv»)", "`person`, `mailbox`", "| Telefonnummer"],
    },
    "fields kind=front-matter": {
        Lang.FI: ["| `slug` |", "«list-of.fi»: tunnus"],
        Lang.SV: ["| `slug` |", "«list-of.sv»: id"],
    },
    "fields": {
        Lang.FI: ['<details markdown="block">', "<summary>Vaihe</summary>", "`docs/_data/terms/`"],
        Lang.SV: ['<details markdown="block">', "<summary>Fas</summary>", "`docs/_data/terms/`"],
    },
    "directives": {
        Lang.FI: ["`<!-- kb:region -->`", "Yhden alueen perustiedot", "`id=` alueen tunnus"],
        Lang.SV: ["`<!-- kb:region -->`", "Basfakta om en region", "`id=` regionens id"],
    },
    "ids": {
        Lang.FI: ["<summary>Teema</summary>", "| `perhekeskus` | Teema-fi |", "| `lappi` |"],
        Lang.SV: ["<summary>Tema</summary>", "| `perhekeskus` | Teema-sv |", "| `lappi` |"],
    },
    "open-data": {
        Lang.FI: ["| Aikajana |", 'href="../data/timeline.csv"', 'href="../feed.xml"'],
        Lang.SV: ["| Tidslinje |", 'href="../../data/timeline.csv"', 'href="../../sv/feed.xml"'],
    },
    "mailbox": {Lang.FI: ["«mailbox-none.fi»"], Lang.SV: ["«mailbox-none.sv»"]},
    "translations": {
        Lang.FI: ["«step-summary.fi", "| [alku fi](vaiheet/alku.md) (", "| ei vielä verrattu |"],
        Lang.SV: ["«step-summary.sv", "| [alku sv](vaiheet/alku.md) (", "| ännu inte jämförda |"],
    },
}
BILINGUAL = {"all-pages", "glossary", "organisers", "services-today region=lappi", "translations"}
OF_NO_RECORD = {"directives", "mailbox", "open-data", "pages section=vaiheet", "translations"}
ELSEWHERE = {"contacts", "new-page", "new-record"}
FRAGMENTS = PROJECT / "overrides" / "fragments"
OF_THE_PAGE = {"page-sources", "key-facts", "language-note"}


def expanded(
    directive: str, lang: Lang = Lang.FI, records=SAMPLE_RECORDS, name: str = "sivu"
) -> str:
    here = page(f"{name}.{lang}", f"# Sivu\n\n<!-- kb:{directive} -->\n\nLoppu.\n")
    known = catalogue([*SAMPLE_PAGES, here], records)
    return expand(here, here.body, setting(known))


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("directive", SHOWN)
def test_a_directive_shows_its_records_in_the_language_of_the_page(directive, lang):
    text = expanded(directive, lang)
    assert [words for words in SHOWN[directive][lang] if words not in text] == []
    assert "<!-- kb:" not in text.replace("`<!-- kb:", "")
    assert text.startswith("# Sivu\n") and text.endswith("\nLoppu.\n")
    if directive not in BILINGUAL:
        assert not re.search(rf"-{lang.other}\b", text)
        assert f".{lang.other}»" not in text


def test_every_directive_and_picture_has_a_row_in_these_tests():
    tested = {directive.partition(" ")[0] for directive in SHOWN} | ELSEWHERE
    assert tested == set(DIRECTIVES)
    assert {one.partition("=")[2] for one in SHOWN if "show=" in one} == set(PICTURES)


def test_every_directive_and_picture_has_its_fragment_and_every_fragment_is_used():
    used = {*DIRECTIVES, *(f"picture-{name}" for name in PICTURES), *OF_THE_PAGE}
    assert used == {file.stem for file in FRAGMENTS.glob("[!_]*.html")}
    named = "".join(file.read_text("utf-8") for file in FRAGMENTS.glob("*.html"))
    assert [file.name for file in FRAGMENTS.glob("_*.html") if file.name not in named] == []


def test_an_argument_takes_the_ids_of_something_that_has_ids():
    declared = [argument for one in DIRECTIVES.values() for argument in one.arguments]
    kinds = {argument.kind for argument in declared if isinstance(argument, IdOf)}
    assert kinds
    assert kinds - {*RECORD_TYPES, "pages", "sections"} == set()


def test_the_facts_that_count_as_told_are_those_that_the_fragment_cites():
    known = setting(real_content())
    used = [use for here in real_content().pages() for use in here.directives]
    ways = {use.raw for use in used} | {f"<!-- kb:{name} -->" for name in DIRECTIVES}
    ways -= {f"<!-- kb:{one.name} -->" for one in DIRECTIVES.values() if is_narrow(one)}
    assert {one.name for one in DIRECTIVES.values() if is_narrow(one)} <= {use.name for use in used}
    wrong = {}
    for way in ways:
        here = page("sivu.fi", f"# Sivu\n\n{way}\n")
        cited = {mention.target for mention in markdown.citations(expand(here, here.body, known))}
        if cited != set(facts_of(real_content(), here)):
            wrong[way] = cited ^ set(facts_of(real_content(), here))
    assert wrong == {}


def test_the_organisers_stand_in_a_table_a_row_each():
    cells = re.findall(r"<td>(.*?)</td>", html(expanded("organisers")), re.DOTALL)
    assert len(cells) == 8 and "Järjestäjä-fi" in cells[0] and "Ei osoitetta-fi" in cells[4:]


@pytest.mark.parametrize(
    ("directive", "kind"),
    [
        *((name, name) for name in ("timeline", "regions", "funding", "organisations", "sources")),
        *(("organisers", "organisers"), ("municipalities", "municipalities")),
        *(("contacts", "contacts"), ("glossary", "terms"), ("timeline phase=phase-1", "timeline")),
        *((f"picture show={one.name}", one.kind.kind) for one in PICTURES.values()),
    ],
)
def test_what_is_shown_as_a_table_a_list_or_a_picture_links_to_its_data(directive, kind):
    text = expanded(directive, Lang.SV)
    links = re.findall(r'<p class="as-data">«data.sv»: <a href="(.*?)".*<a href="(.*?)"', text)
    assert links == [(f"../../data/{kind}.csv", f"../../data/{kind}.json")]


def is_narrow(directive: Directive) -> bool:
    """True for a directive that shows nothing until it is told what."""
    return any(argument.required for argument in directive.arguments)


@pytest.mark.parametrize(
    ("directive", "shown", "hidden"),
    [
        ("timeline phase=phase-1", ["haku-fi"], ["uusi-haku-fi"]),
        ("timeline phase=phase-2", ["uusi-haku-fi"], [" haku-fi"]),
        ("timeline theme=perhekeskus", [" haku-fi"], ["uusi-haku-fi"]),
        ("timeline from=2017", ["uusi-haku-fi"], [" haku-fi"]),
        ("timeline to=2019", [" haku-fi"], ["uusi-haku-fi"]),
        ("timeline from=2016 to=2016", [" haku-fi"], ["uusi-haku-fi"]),
        ("timeline from=2020 to=2020", ["uusi-haku-fi"], [" haku-fi"]),
        ("funding phase=phase-1", ["Avustus-fi"], ["Muu-fi"]),
        ("funding phase=phase-2", ["Muu-fi"], ["Avustus-fi"]),
        ("region id=lappi", ["Alue-fi", "Järjestäjä-fi"], ["Toinen alue-fi"]),
        ("region id=kainuu", ["Toinen alue-fi"], ["«services-now.fi»", "Järjestäjä-fi"]),
        ("services-today region=kainuu", [], ["Järjestäjä-fi", "Kemi-fi"]),
        ("pages section=teemat", ["perhekeskus fi"], ["alku fi"]),
        ("pages section=vaiheet", ["alku fi"], ["index fi", "perhekeskus fi"]),
    ],
)
def test_an_argument_narrows_what_is_shown(directive, shown, hidden):
    text = expanded(directive)
    assert [words for words in shown if words not in text] == []
    assert [words for words in hidden if words in text] == []


def test_only_the_whole_timeline_gives_ids_to_its_years_and_events():
    assert "{#v2016}" in expanded("timeline") and 'id="haku"' in expanded("timeline")
    assert "{#v2016}" not in expanded("timeline phase=phase-1")
    assert 'id="haku"' not in expanded("timeline phase=phase-1")


def test_the_timeline_stands_in_the_order_of_time():
    unsorted = [
        event(f"e{n}", date=day(when)) for n, when in enumerate(["2017", "2016-12", "2016"])
    ]
    text = expanded("timeline", records=unsorted)
    assert [text.index(f"Otsikko e{n}-fi") for n in (2, 1, 0)] == sorted(
        text.index(f"Otsikko e{n}-fi") for n in range(3)
    )


@pytest.mark.parametrize("lang", list(Lang))
def test_the_glossary_stands_in_the_alphabet_of_the_page(lang):
    words = {"fi": ["Äiti", "aika", "Åbo", "zoo"], "sv": ["öl", "ände", "Ål", "bok"]}
    terms = [
        term(f"t{n}", term=Text(fi, sv))
        for n, (fi, sv) in enumerate(zip(words["fi"], words["sv"], strict=True))
    ]
    text = expanded("glossary", lang, [*terms, source()])
    letters = [line[4] for line in text.split("\n") if line.startswith("### ")]
    assert letters == {"fi": ["A", "Z", "Å", "Ä"], "sv": ["B", "Å", "Ä", "Ö"]}[lang]


def test_links_are_relative_to_the_page_that_the_directive_stands_on():
    assert "[Vaihe-fi](../vaiheet/alku.md)" in expanded("phases", name="teemat/ot")
    assert "**Vaihe-fi**" in expanded("phases", name="vaiheet/alku")


def test_the_list_of_sources_names_the_pages_that_use_each_once_and_in_their_own_language():
    citing = [page(f"a.{lang}", f"# A {lang}\n\nVäite.[^S-001] Sama.[^S-001]\n") for lang in Lang]
    here = page("lahteet.sv", "# Källor\n\n<!-- kb:sources -->\n")
    known = setting(catalogue([*citing, here], SAMPLE_RECORDS))
    first, second = expand(here, here.body, known).split('<li id="l-02"')
    assert "«used-one.sv 1»" in first and "- [A sv](a.md)" in first and "A fi" not in first
    assert "«used-nowhere.sv»" in second


def test_the_list_of_all_sources_leads_to_the_page_that_has_a_kind_of_them_in_full():
    full = page("viranomaiset.fi", "# Viranomaiset\n\n<!-- kb:sources grade=A -->\n")
    here = page("kaikki.fi", "# Kaikki\n\n<!-- kb:sources -->\n")
    known = setting(catalogue([here, full], SAMPLE_RECORDS))
    listed, shown = (expand(one, one.body, known) for one in (here, full))
    assert '<dd id="l-01" markdown="span">[Lähdeteos-fi](viranomaiset.md#l-01), 2016</dd>' in listed
    assert "https://example.fi/L-01" in shown and "https://example.fi/L-01" not in listed
    assert "### " in listed and "### " not in shown
    in_full, everywhere = (set(re.findall(r'id="(l-\d+)"', one)) for one in (shown, listed))
    assert in_full < everywhere


@pytest.mark.parametrize(
    "text", ["```\n<!-- kb:phases -->\n```", "<!-- kb:phases x -->", "<!-- kb:xyz -->", "Teksti."]
)
def test_what_is_no_directive_is_left_as_it_is_written(text):
    known = catalogue(SAMPLE_PAGES, SAMPLE_RECORDS)
    assert expand(SAMPLE_PAGES[0], text, setting(known)) == text


def _with_html(record: Record) -> Record:
    """The record with `<script>` and `&` in every text that an editor may write freely."""
    changed = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, Text) and field.name != "contact_page":
            changed[field.name] = Text(f"<script>{value.fi}</script> &", f"<b>{value.sv}</b> &")
    return replace(record, **changed)


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("directive", [one for one in SHOWN if "fields" not in one])
def test_html_in_the_data_is_shown_and_never_run(directive, lang):
    text = expanded(directive, lang, [_with_html(record) for record in SAMPLE_RECORDS])
    assert "<script" not in text and "<b>" not in text
    rendered = html(text)
    assert "<script" not in rendered and "<b>" not in rendered
    assert "&amp;amp;" not in rendered
    if directive not in OF_NO_RECORD:
        assert ("&lt;script&gt;" if lang is Lang.FI else "&lt;b&gt;") in rendered


def test_html_in_a_page_title_and_description_is_shown_and_never_run():
    evil = "---\ndescription: <script>b</script>\n---\n# A <script>a</script>\n"
    here = page("sivu.fi", "<!-- kb:pages section=k -->")
    text = expand(here, here.body, setting(catalogue([here, page("k/a.fi", evil)])))
    assert "<script" not in html(text)
    assert html(text).count("&lt;script&gt;") == 2
