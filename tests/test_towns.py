"""A town's name leads to the page of its region, in both languages and in the cases of place."""

import shutil

import pytest
from builders import catalogue, municipality, organiser, page, real_content, region
from kb.model.places import municipalities_by_page, municipalities_of, region_of
from kb.model.services import Municipality, Reachable
from kb.search.collect import Collector
from kb.text import Lang, Text
from kb.words.lists import voikko_lemma, voikko_readings
from kb.words.place_names import people_of, place_forms
from search_eval import found_by
from serve import Built

UNLIKE_VOIKKO = {"isokyrö", "pedersören", "tl", "toholampi", "uusikaarlepyy", "virrat"}
"""Voikko does not know these, inflects both of their parts or has another plural."""
KEMI = municipality("240", name=Text("Kemi", "Kemi"))
ESBO = municipality("049", name=Text("Espoo", "Esbo"), organiser="luvn", region="pks")
HANKO = municipality("078", name=Text("Hanko", "Hangö"), organiser="luvn")
NOWHERE = municipality("999", organiser="poissa")
RECORDS = [
    *(region("lappi"), region("uusimaa", page="alueet/uusimaa")),
    region("pks", name=Text("Seutu", "Regionen"), page="alueet/pks"),
    *(organiser("lapha"), organiser("luvn", regions=("uusimaa", "pks"))),
    *(KEMI, ESBO, HANKO, NOWHERE),
]


def test_a_municipality_belongs_to_its_own_region_or_the_first_of_its_organiser():
    known = catalogue(records=RECORDS)
    found = [region_of(known, one) for one in (KEMI, ESBO, HANKO, NOWHERE)]
    assert [one.id if one else None for one in found] == ["lappi", "pks", "uusimaa", None]
    assert municipalities_by_page(known) == {"alueet/pks": [ESBO], "alueet/uusimaa": [HANKO]}
    assert municipalities_of(known, RECORDS[4]) == [ESBO, HANKO]


@pytest.mark.parametrize("lang", list(Lang))
def test_search_knows_a_region_and_its_municipalities_by_both_languages_names(lang):
    here = page(f"alueet/pks.{lang}")
    collector = Collector(catalogue([here], RECORDS), lang)
    collector.add(here, "<h1>Pks</h1>")
    assert collector.documents[0].places == ("Seutu", "Regionen", "Espoo", "Esbo")


def test_an_organiser_is_reached_in_the_reader_s_language_if_that_has_been_seen():
    one = organiser(
        site="https://a.fi/", family_page_sv="https://a.fi/sv/", family_page_en="https://a.fi/en/"
    )
    assert one.front(Lang.SV) == Reachable("https://a.fi/", "fi")
    assert one.families(Lang.FI) == Reachable("https://a.fi/sv/", "sv")
    assert organiser(family_page_en="https://a.fi/en/").families(Lang.FI).language == "en"
    assert organiser().front(Lang.FI) is None


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("oulu", "oulun oulussa oulusta ouluun"),
        ("turku", "turun turussa turkuun"),
        ("tampere", "tampereen tampereella tampereelle tampereeseen"),
        ("rovaniemi", "rovaniemen rovaniemellä rovaniemelle rovaniemeen"),
        ("lahti", "lahden lahdessa lahteen"),
        ("kauniainen", "kauniaisten kauniaisissa kauniaisiin"),
        ("vantaa", "vantaan vantaalla vantaaseen"),
        ("joensuu", "joensuussa joensuuhun"),
        ("uusikaupunki", "uudenkaupungin uudessakaupungissa uuteenkaupunkiin"),
        ("ii", "iin iissä iihin"),
    ],
)
def test_a_finnish_name_has_its_cases_of_place(name, forms):
    assert set(forms.split()) <= set(place_forms(name, Lang.FI))


def test_a_swedish_name_has_its_genitive():
    assert place_forms("björneborg", Lang.SV) == ["björneborgs"]
    assert place_forms("borgnäs", Lang.SV) == []


@pytest.mark.slow
def test_the_cases_of_every_municipality_are_those_that_voikko_knows():
    names = (one.name.fi.lower() for one in real_content().all(Municipality).values())
    words = {word for name in names for word in name.split()} - UNLIKE_VOIKKO
    wrong = {
        form: word
        for word in words
        for form in place_forms(word, Lang.FI)
        if word not in {voikko_lemma(reading.BASEFORM or "") for reading in voikko_readings(form)}
    }
    assert wrong == {}


def test_every_municipality_has_a_region_with_a_page():
    known = real_content()
    placed = [one for group in municipalities_by_page(known).values() for one in group]
    assert len(placed) == len(known.all(Municipality)) > 290


@pytest.mark.skipif(not shutil.which("node"), reason="search runs in Node.js")
@pytest.mark.parametrize("lang", list(Lang))
def test_every_town_s_name_finds_a_page_that_names_it_among_the_first_five(site: Built, lang: Lang):
    asked = {
        form: page
        for page, group in municipalities_by_page(real_content()).items()
        for one in group
        for form in (one.name.fi, one.name.sv, *place_forms(one.name[lang].lower(), lang)[:3])
    }
    found = found_by(site.root, lang, list(asked))
    missed = {
        name: keys[:5]
        for (name, page), keys in zip(asked.items(), found, strict=True)
        if page not in keys[:5]
    }
    assert missed == {}
    first = sum(page == keys[0] for page, keys in zip(asked.values(), found, strict=True))
    assert first > 0.95 * len(asked)


@pytest.mark.parametrize(
    ("name", "lang", "person"),
    [
        ("lahti", Lang.FI, "lahtelaiset"),
        ("turku", Lang.FI, "turkulaisille"),
        ("helsinki", Lang.FI, "helsinkiläinen"),
        ("tampere", Lang.FI, "tamperelaisten"),
        ("kauniainen", Lang.FI, "kauniaislaiset"),
        ("pohjois-karjala", Lang.FI, "pohjoiskarjalainen"),
        ("etelä-pohjanmaa", Lang.FI, "eteläpohjalaiset"),
        ("åbo", Lang.SV, "åboborna"),
    ],
)
def test_those_who_live_in_a_place_are_called_by_its_name(name: str, lang: Lang, person: str):
    assert person in people_of(name, lang)
