"""The words that search looks through."""

import json

import pytest
from kb.search.index import Entry, as_json, entry


def words(html: str) -> str:
    return entry("a/", "A", "", html).text


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Raha</p><p>ja valta</p>", "Raha ja valta"),
        ("<ul><li>yksi</li><li>kaksi</li></ul>", "yksi kaksi"),
        ("<table><tr><th>A</th><td>B</td></tr></table>", "A B"),
        ("<dl><dt>sana</dt><dd>selitys</dd></dl>", "sana selitys"),
        ("<p>per<b>he</b>keskus</p>", "perhekeskus"),
        ("<p>Nallinkatu 2<br>Raisio<br/>Turku</p>", "Nallinkatu 2 Raisio Turku"),
        ("<p>STM &amp; OKM &#228;iti</p>", "STM & OKM äiti"),
        ("<p>  monta\n\n v\u00e4li\u00e4 </p>", "monta väliä"),
        ('<p><img src="a.svg" alt="kuva">teksti</p>', "teksti"),
        ("", ""),
    ],
)
def test_the_text_is_what_the_reader_sees(html, expected):
    assert words(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        '<p>Väite<sup id="fnref:S-001"><a class="footnote-ref" href="#fn:S-001">1</a></sup></p>',
        '<p>Väite</p><div class="footnote"><ol><li><div>Lähde</div><p>STM</p></li></ol></div>',
        "<p>Väite</p><nav><ul><li><a>A</a></li></ul><nav>B</nav></nav>",
        "<p>Väite</p><script>var a = '<p>b</p>'</script><style>p { color: red }</style>",
    ],
)
def test_notes_marks_and_navigation_are_left_out(html):
    assert words(html) == "Väite"


def test_words_after_a_left_out_part_are_kept():
    html = '<div class="footnote"><div><p>Lähde</p></div></div><p>Jälkeen<sup>1</sup> myös</p>'
    assert words(html) == "Jälkeen myös"


def test_headings_of_two_levels_are_kept_apart_from_each_other_and_without_marks():
    html = "<h1>A</h1><h2>Mitä <em>jäi</em><sup>1</sup></h2><p>x</p><h3>Luvut</h3><h4>Pieni</h4>"
    found = entry("a/", "A", "Teemat", html)
    assert found == Entry("a/", "A", "Teemat", "Mitä jäi Luvut", "A Mitä jäi x Luvut Pieni")


def test_the_index_is_small_plain_json_that_does_not_vary():
    found = [Entry("ä/", "Ä", "", "", "öljy")]
    expected = '[{"url":"ä/","title":"Ä","section":"","headings":"","text":"öljy"}]'
    assert as_json(found) == expected
    assert json.loads(as_json([*found, *found]))[1]["text"] == "öljy"
