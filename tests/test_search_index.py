"""The words that search reads of a rendered page."""

import pytest
from kb.search.pages import IndexedSection, name_of, numbers_in, sections_of, tokens


def words(html: str) -> str:
    return " ".join(section.text for section in sections_of(html, "fi"))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Raha</p><p>ja valta</p>", "Raha ja valta"),
        ("<ul><li>yksi</li><li>kaksi</li></ul>", "yksi · kaksi"),
        (
            "<p>Mukana olivat:</p><ul><li><p>yksi,</p></li><li>kaksi.</li></ul><p>Ja</p>",
            "Mukana olivat: yksi, kaksi. Ja",
        ),
        ("<table><tr><th>A</th><td>B</td></tr><tr><td>C</td></tr></table>", "A · B · C"),
        (
            "<table><thead><tr><th>Alue</th><th>Raha <b>nyt</b></th><th>Kuntia</th></tr></thead>"
            "<tr><td>Lappi</td><td>1,4</td><td>–</td></tr></table><p>Ja</p>",
            "Lappi · Raha nyt: 1,4 · Ja",
        ),
        ("<p>Alku</p><ul><li></li><li>a</li></ul>", "Alku · a"),
        ("<dl><dt>sana</dt><dd>selitys</dd></dl>", "sana: selitys"),
        ("<p>per<b>he</b>keskus</p>", "perhekeskus"),
        ("<p>Nallinkatu 2<br>Raisio<br/>Turku</p>", "Nallinkatu 2 Raisio Turku"),
        ("<p>STM &amp; OKM &#228;iti</p>", "STM & OKM äiti"),
        ("<p>  monta\n\n väliä </p>", "monta väliä"),
        ('<p><img src="a.svg" alt="kuva">teksti</p>', "teksti"),
        ("", ""),
    ],
)
def test_the_text_is_what_the_reader_sees(html, expected):
    assert words(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        '<p>Väite<span class="marks">\u00a0<a class="mark" href="#lahde:l-01">1</a></span></p>',
        '<p>Väite</p><details class="page-sources"><summary><h2>Lähteet (1)</h2></summary>'
        "<ol><li><p>Lähde</p></li></ol></details>",
        "<p>Väite</p><nav><ul><li><a>A</a></li></ul><nav>B</nav></nav>",
        "<p>Väite</p><script>var a = '<p>b</p>'</script><style>p { color: red }</style>",
        '<h1 id="a">Otsikko</h1><p>Väite</p>',
    ],
)
def test_notes_marks_navigation_and_the_title_are_left_out(html):
    assert words(html) == "Väite"


def test_words_after_a_left_out_part_are_kept():
    html = (
        '<div class="page-sources"><div><p>Lähde<br>STM<img src="a"></p></div></div>'
        '<p>Jälkeen<span class="marks"><a>1</a></span> myös</p>'
    )
    assert words(html) == "Jälkeen myös"


def test_each_heading_of_two_levels_begins_a_section_at_its_anchor():
    html = (
        "<h1>A</h1><p>Alku</p>"
        '<h2 id="jai">Mitä <em>jäi</em><span class="marks">1</span></h2><p>x</p>'
        "<h3>Luvut</h3><h4>Pieni</h4><p>y</p>"
    )
    assert sections_of(html, "fi") == (
        IndexedSection("", "", "Alku"),
        IndexedSection("jai", "Mitä jäi", "x"),
        IndexedSection("", "Luvut", "Pieni y"),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Raha, ja valta!", ["raha", "ja", "valta"]),
        ("STM:n ja LAPE:s", ["stm", "ja", "lape"]),
        ("sosiaali-työ 23,6", ["sosiaali-työ", "23_6"]),
        ("1.1.–31.3.2021, 3.12.2020.", ["1.1", "31.3.2021", "3.12.2020"]),
        ("HE 170/2021 ja 1\u00a0143 199,5 €", ["he", "170/2021", "ja", "1143199_5"]),
        ("vuonna 2016 100 lasta, 5 1000", ["vuonna", "2016", "100", "lasta", "5", "1000"]),
        ("äitiys- ja lastenneuvola", ["äitiys\0lastenneuvola", "ja", "lastenneuvola"]),
        ("barn- och familjetjänster", ["barn\0familjetjänster", "och", "familjetjänster"]),
        ("den 3 december 2020", ["den", "3", "december", "2020", "3.12.2020"]),
        ("1. tammikuuta", ["1", "tammikuuta", "1.1"]),
        ("loppu-", ["loppu"]),
        ("–", []),
    ],
)
def test_tokens_are_words_in_lower_case_without_case_endings_after_a_colon(text, expected):
    assert tokens(text) == expected


def test_the_other_language_s_name_is_shown_but_its_own_search_finds_it():
    (section,) = sections_of('<p>Hanke <em lang="sv">Barnet i centrum</em> alkoi.</p>', "fi")
    assert section.text == "Hanke Barnet i centrum alkoi."
    assert section.own.split() == ["Hanke", "alkoi."]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("3.12.2020", ["3", "12", "2020", "12.2020"]),
        *[("12.2020", ["12", "2020"]), ("23_6", ["23", "6"]), ("2020", []), ("a.b", [])],
    ],
)
def test_a_number_has_parts(word, parts):
    assert numbers_in(word) == parts


def test_a_name_is_its_words():
    assert name_of("Pohjanmaa: ”Barnet och familjen”, 1,4") == "pohjanmaa_barnet_och_familjen_1_4"
    assert name_of("Äitiys- ja lastenneuvola") == "äitiys_ja_lastenneuvola"


def test_what_search_finds_on_another_page_is_left_out():
    html = '<h2 id="k">Kaikki</h2><dl class="sources found-elsewhere"><dt>STM</dt></dl><p>Yksi</p>'
    assert [section.text for section in sections_of(html, "fi")] == ["Yksi"]
