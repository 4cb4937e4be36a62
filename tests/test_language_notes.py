"""What readers see of languages out of step: the note, and the page of them all."""

from dataclasses import replace
from datetime import date

import pytest
from builders import catalogue, in_step, page, setting
from drift import EMPTY_SV, FI, MORE_FI, MORE_SV, SV, pair
from kb.render.body import expand
from kb.render.language_notes import with_language_notes
from kb.search.pages import sections_of
from kb.text import Lang


def noted(fi: str, sv: str, lang: Lang, changed=lambda page, lines: None) -> str:
    content = pair(fi, sv)
    known = catalogue(content, declared=in_step(pair(FI, SV)))
    here = known.page("koti", lang)
    return with_language_notes(here, here.body, replace(setting(known), changed=changed))


@pytest.mark.parametrize(
    ("fi", "sv", "finnish", "swedish"),
    [
        (FI, SV, None, None),
        (MORE_FI, SV, None, "note-newer.sv"),
        (FI, MORE_SV, "note-newer.fi", None),
        (MORE_FI, MORE_SV, "note-both-changed.fi", "note-both-changed.sv"),
        (FI, EMPTY_SV, None, "note-missing.sv"),
    ],
)
def test_a_note_stands_below_the_heading_of_the_section_that_lags(fi, sv, finnish, swedish):
    for lang, expected in ((Lang.FI, finnish), (Lang.SV, swedish)):
        text = noted(fi, sv, lang)
        assert text.count("language-note") == (1 if expected else 0)
        if expected:
            heading, _, after = text.partition("{#raha}\n\n")
            assert "language-note" not in heading
            assert after.startswith('<div class="language-note" role="note">«' + expected)
            url = {Lang.FI: "../sv/koti/#raha", Lang.SV: "../../koti/#raha"}[lang]
            link = f'<a href="{url}" lang="{lang.other}" hreflang="{lang.other}">'
            assert f"{link}«note-read.{lang.other}»</a></div>" in after


def test_a_note_about_the_lead_stands_below_the_title_and_says_the_day_if_it_is_known():
    asked = []

    def changed(page, lines):
        asked.append((page.path, lines))
        return date(2026, 3, 12)

    text = noted(FI.replace("Toinen", "Kolmas"), SV, Lang.SV, changed)
    assert text.startswith('# Hem\n\n<div class="language-note" role="note">«note-newer-date.sv')
    assert "12 mars 2026" in text and 'href="../../koti/"' in text
    assert asked == [("docs/koti.fi.md", (1, 4))]


def test_search_does_not_find_the_notes_or_the_list_of_all_pages():
    html = '<h2 id="raha">Pengar</h2><div class="language-note">Nyare</div><p>Text</p>'
    html += '<div class="in-step"><h2>I takt</h2><p>Familjecenter</p></div>'
    assert [section.text for section in sections_of(html, "sv")] == ["Text"]


@pytest.mark.parametrize("edit_url", ["", "https://x.fi/edit/docs/"])
def test_the_status_page_leads_to_the_editor_of_the_side_that_lags(edit_url):
    here = page("tilanne.fi", "# Tilanne\n\n<!-- kb:translations -->\n")
    content = [*pair(MORE_FI, SV), *pair(FI, SV, "muu"), page("yksin.sv", "# Ensam\n"), here]
    declared = in_step([*pair(FI, SV), *pair(FI, SV, "muu")])
    known = setting(catalogue(content, declared=declared))
    text = expand(here, here.body, replace(known, edit_url=edit_url))
    waiting, _, settled = text.partition('id="tahdissa"')
    assert "2/4/3" in waiting and "[Koti: Raha](koti.md#raha) («step-words.fi 4»)<br>" in waiting
    assert '[<span lang="sv">Hem: Pengar</span>](koti.sv.md#raha)' in waiting
    row = "| suomi on tuoreempi"
    row += f"<br>[«step-edit-sv.fi»]({edit_url}koti.sv.md) |" if edit_url else " |"
    assert row in waiting
    assert settled.count("«step-edit-") == (2 if edit_url else 0)
    assert '- [<span lang="sv">Ensam</span>](yksin.sv.md), «only-in-sv.fi»' in settled
