"""How long a person's details are shown, and what a card says before and after."""

from datetime import date

import pytest
from builders import catalogue, contact, day, html, organisation, page, setting
from kb.render.body import expand
from kb.text import Lang, Text

TODAY = date(2026, 11, 23)
STM = organisation("stm", contact_page=Text("https://stm.fi/", "https://stm.fi/sv/"))


@pytest.mark.parametrize(
    ("as_of", "today", "current"),
    [
        ("2024-11-23", "2024-11-23", True),
        ("2024-11-23", "2026-11-22", True),
        ("2024-11-23", "2026-11-23", False),
        ("2024-11-23", "2026-11-24", False),
        ("2024-02-29", "2026-02-27", True),
        ("2024-02-29", "2026-02-28", False),
        ("2024-11", "2026-10-31", True),
        ("2024-11", "2026-11-01", False),
        ("2024", "2025-12-31", True),
        ("2024", "2026-01-01", False),
        ("2030-01-01", "2026-11-23", True),
    ],
)
def test_details_are_current_for_two_years_from_the_first_day_they_can_mean(as_of, today, current):
    assert contact(as_of=day(as_of)).is_current(date.fromisoformat(today), 2) is current


@pytest.mark.parametrize(
    ("years", "today", "current"),
    [
        (0, "2024-02-29", False),
        (1, "2025-02-27", True),
        (1, "2025-02-28", False),
        (4, "2028-02-28", True),
        (4, "2028-02-29", False),
    ],
)
def test_the_line_moves_with_the_number_of_years(years, today, current):
    leap = contact(as_of=day("2024-02-29"))
    assert leap.is_current(date.fromisoformat(today), years) is current


def cards(*people, lang: Lang = Lang.FI, arguments: str = "") -> str:
    here = page(f"sivu.{lang}", f"# Sivu\n\n<!-- kb:contacts{arguments} -->\n")
    known = catalogue([here], [STM, *people])
    return html(expand(here, here.body, setting(known, TODAY)))


OLD = contact("H-01", as_of=day("2020-01-20"), phone="0295 163 595", email="a@stm.fi")
YOUNG = contact("H-02", name="Bo Berg", as_of=day("2025-01-20"), phone="0295 330 267")


@pytest.mark.parametrize("lang", list(Lang))
def test_an_old_card_is_history_without_any_way_to_reach_the_person(lang):
    card = cards(OLD, lang=lang)
    assert "Aino Aho" in card
    assert f"Päällikkö-{lang}, 2020." in card
    assert f"«contacts-are-history.{lang}»" in card
    assert [secret for secret in ("0295", "tel:", "mailto", "@", "&#97;") if secret in card] == []


def test_an_old_card_leads_to_the_present_contacts_of_its_organisation():
    old = contact("H-01", organisation="stm")
    assert '<a href="https://stm.fi/sv/">«present-contacts.sv Ministeriö-sv»</a>' in cards(
        old, lang=Lang.SV
    )
    assert "present-contacts" not in cards(OLD)


@pytest.mark.parametrize("lang", list(Lang))
def test_a_young_card_shows_its_day_and_telephone(lang):
    card = cards(YOUNG, lang=lang)
    assert {"fi": "20.1.2025.", "sv": "20 januari 2025."}[lang] in card
    assert f'«phone.{lang}»: <a href="tel:0295330267">0295 330 267</a>' in card
    assert "contacts-are-history" not in card


@pytest.mark.parametrize(
    ("as_of", "shown"), [("2024-11-24", True), ("2024-11-23", False), ("2024-11", False)]
)
def test_the_details_go_on_the_day_that_they_turn_two(as_of, shown):
    card = cards(contact("H-01", as_of=day(as_of), phone="0295 1", email="a@stm.fi"))
    assert ("tel:02951" in card) is shown
    assert (mailto("a@stm.fi") in card) is shown


@pytest.mark.parametrize("as_of", ["2025-01-20", "2017-06-01"])
def test_a_redacted_address_stays_redacted_even_if_someone_filled_it_in(as_of):
    person = contact("H-02", as_of=day(as_of), email_redacted=True, email="a@stm.fi")
    card = cards(person)
    assert mailto("a@stm.fi") not in card and "a@stm.fi" not in card
    assert ("«email-redacted.fi»" in card) is (as_of == "2025-01-20")


def test_a_mailbox_is_shown_in_full_however_old_it_is():
    mailbox = contact(
        "H-03",
        type="mailbox",
        name="Kirjaamo",
        as_of=day("2016"),
        phone="0295 163 001",
        email="kirjaamo@stm.fi",
    )
    card = cards(mailbox)
    assert "Kirjaamo" in card and "tel:0295163001" in card
    assert f"«email.fi»: {mailto('kirjaamo@stm.fi')}" in card
    assert "contacts-are-history" not in card


def test_what_is_history_is_said_once_for_all():
    older = contact("H-04", name="Cia Carp", as_of=day("2016"))
    assert cards(OLD, older, YOUNG).count("«contacts-are-history.fi»") == 1


def test_one_persons_roles_stand_on_one_card_oldest_first_and_people_by_surname():
    people = [
        contact("H-03", name="Öö Aho", role=Text("kolmas", "tredje"), as_of=day("2020")),
        contact("H-02", name="Aino Zilliacus", role=Text("toinen", "andra"), as_of=day("2020")),
        contact("H-01", name="Öö Aho", role=Text("ensimmäinen", "första"), as_of=day("2016")),
    ]
    card = cards(*people)
    assert card.count("Öö Aho") == 1
    places = [card.index(word) for word in ("Öö Aho", "ensimmäinen", "kolmas", "Zilliacus")]
    assert places == sorted(places)


def test_an_organisation_narrows_the_cards_to_its_own():
    of_stm = contact("H-02", name="Bo Berg", organisation="stm")
    card = cards(OLD, of_stm, arguments=" organisation=stm")
    assert "Bo Berg" in card and "Aino" not in card


@pytest.mark.parametrize("as_of", ["2025-01-20", "2016"])
def test_html_in_a_card_is_shown_and_never_run(as_of):
    evil = Text("<script>x</script>", "<script>y</script>")
    person = contact("H-01", name="<b>A</b> & B", role=evil, note=evil, as_of=day(as_of))
    card = cards(person)
    assert "<script" not in card and "<b>" not in card
    assert "&lt;b&gt;A&lt;/b&gt; &amp; B" in card
    assert card.count("&lt;script&gt;x") == 2


def mailto(address: str) -> str:
    """The link that Markdown makes of an address in angle brackets, as character references."""
    shown, target = (
        "".join(f"&#{ord(c)};" for c in word) for word in (address, f"mailto:{address}")
    )
    return f'<a href="{target}">{shown}</a>'
