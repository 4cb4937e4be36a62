"""Mistakes in what is meant, by kind: right in form, wrong in what a reader is told."""

from __future__ import annotations

from collections.abc import Mapping

from edits import CALL, FI, MENU, SV, THEME, add
from kb.text import Lang
from meant import (
    BEGAN,
    BIRKALAND,
    CENTRE,
    FACT,
    FLOW_FI,
    FLOW_SV,
    GOALS_FI,
    GOALS_SV,
    LEADER,
    LONG,
    MINISTRY,
    MONEY,
    ORGANISER,
    RATED,
    SOURCE,
    STEER_FI,
    STEER_SV,
    event,
    picture,
    said,
    stored,
    swapped,
    uncited,
)
from mistakes import Mistake

MEANT: Mapping[str, tuple[Mistake, ...]] = {
    "spelling in data": (
        swapped("an event's title", BEGAN, "avustushaku alkoi", "avustushkau alkoi", "unknown-word"),
        swapped("a term's definition", CENTRE, "lätta att hitta", "lätta att hittta", "unknown-word"),
        swapped("a theme's summary", THEME, "on verkosto", "on verkotso", "unknown-word"),
        swapped("a region's note", BIRKALAND, "systemiskt barnskydd", "systemiskt barnskyd", "unknown-word"),
    ),
    "language in data": (
        swapped("Finnish in a fact", FACT, "THL beskriver familjecentret som ett servicenätverk där social- och "
                "hälsotjänster för barnfamiljer samt kommunens, organisationernas och församlingarnas verksamhet "
                "samlas.", "THL kuvaa perhekeskuksen verkostoksi, joka on myös kunnan ja seurakuntien.",
                "wrong-language", "sv: THL kuvaa"),
        swapped("Swedish in a note", RATED, "Kaikki hakijat saivat avustusta, ja siitä tiedotettiin 22.12.2016.",
                "Alla sökande fick understöd, vilket meddelades den 22 december 2016.", "wrong-language",
                "fi: Alla"),
        swapped("Finnish in a term", CENTRE, "Ett nätverk som samlar barnfamiljernas tjänster så att de är lätta att hitta.",
                "Verkosto, joka kokoaa palvelut niin, että ne on helppo löytää ja käyttää.", "wrong-language",
                "sv: Verkosto"),
    ),
    "words to avoid in data": (
        swapped("in a theme", THEME, "Ett familjecenter är", "En familjecentral är", "forbidden-term"),
        swapped("in an event", BEGAN, "familjecenter och", "familjecentraler och", "forbidden-term"),
        swapped("in a fact", FACT, "familjecentret som", "familjecentralen som", "forbidden-term"),
    ),
    "numbers in data": (
        swapped("a year in a note", MONEY, "till våren 2020", "till våren 2021", "unequal-numbers", "sv: Utlysningen"),
        swapped("a small number in letters", BIRKALAND, "Åtta av dem", "Nio av dem", "unequal-numbers", "sv: Alla"),
        swapped("a year in a contact's note", LEADER, "År 2020", "År 2019", "unequal-numbers"),
    ),
    "long sentences in data": (
        swapped("in an event", BEGAN, "fi: Haku koski", f"fi: {LONG} Haku koski", "long-sentence"),
        swapped("in a note", BIRKALAND, "Mukana olivat", f"{LONG} Mukana olivat", "long-sentence"),
        swapped("in a theme", THEME, "fi: Perhekeskus on verkosto, ",
                "fi: " + "Perhekeskus on verkosto ja " * 10, "long-sentence", "fi: Perhekeskus on verkosto"),
    ),
    "addresses with a trail": (
        said("from a newsletter", Lang.FI, "[Esite](https://thl.fi/esite?utm_source=uutiskirje&utm_medium=email)", "copied-address"),
        said("from a social network", Lang.SV, "[Broschyr](https://thl.fi/sv/broschyr?fbclid=IwAR0abc#start)", "copied-address"),
        said("from an advertisement, bare", Lang.FI, "Katso https://thl.fi/perhe?id=7&gclid=abc123 ja esite.", "copied-address"),
        swapped("in a source", SOURCE, "url: https://", "url: https://thl.fi/x?mc_cid=12&mc_eid=ab\n#", "copied-address"),
    ),
    "addresses by a mail gateway": (
        said("of one program", Lang.FI, "[Esite](https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fthl.fi%2Fesite&data="
             "05%7C01%7Cmaija.virtanen%40thl.fi)", "copied-address"),
        said("of another", Lang.FI, "[Ohje](https://urldefense.com/v3/__https://stm.fi/ohje__;!!abc!def$)", "copied-address"),
        said("of a search engine", Lang.SV, "[Anvisning](https://www.google.com/url?q=https://stm.fi/sv/anvisning&sa=D)",
             "copied-address"),
    ),
    "addresses of one's own computer": (
        said("a file", Lang.FI, "[Muistio](file:///C:/Users/maija/muistio.pdf)", "unsafe-link"),
        said("a disk", Lang.FI, r"[Muistio](C:\Users\maija\muistio.pdf)", "unsafe-link"),
        said("a share", Lang.SV, r"[PM](\\\\palvelin\jako\pm.pdf)", "unsafe-link"),
    ),
    "addresses without a beginning": (
        said("a host", Lang.FI, "[THL](www.thl.fi)", "broken-link"),
        said("a host with a path", Lang.SV, "[THL](thl.fi/sv/teman)", "broken-link"),
        said("an e-mail address", Lang.FI, "[Maija](maija.virtanen@thl.fi)", "broken-link"),
        swapped("in a record", MINISTRY, "https://stm.fi/\n", "www.stm.fi\n", "bad-address"),
    ),
    "addresses that are open to all": (
        swapped("a source", SOURCE, "url: https://", "url: http://", "copied-address"),
        swapped("a ministry", MINISTRY, "https://stm.fi/sv/", "http://stm.fi/sv/", "copied-address"),
        swapped("an organiser", ORGANISER, "site: https://", "site: http://", "copied-address"),
    ),
    "numbers and homes of people": (
        said("a mobile number", Lang.FI, "Lisää kertoo Maija, puh. 040 123 4567.", "personal-detail"),
        said("abroad", Lang.SV, "Ring Maija, +358 50 123 4567.", "personal-detail"),
        said("a home", Lang.FI, "Lähetä se osoitteeseen Koivukuja 7 B 12, 01300 Vantaa.", "personal-detail"),
        said("a mailbox of one's own", Lang.FI, "Kirjoita: [Maija](mailto:maija.virtanen@gmail.com).", "personal-detail"),
        swapped("in a note", LEADER, "Vuonna 2020", "Numero 045-1234567. Vuonna 2020", "personal-detail"),
    ),
    "hidden e-mail addresses": (
        said("in brackets", Lang.FI, "Kysy: maija.virtanen(at)thl.fi.", "not-a-link"),
        said("in square ones", Lang.SV, "Fråga: maija [at] thl.fi.", "not-a-link"),
        said("in Finnish", Lang.FI, "Kysy: maija.virtanen (ät) thl piste fi.", "not-a-link"),
        swapped("in a note", LEADER, "År 2020", "maija(a)okm.fi. År 2020", "not-a-link"),
    ),
    "telephones with words": (
        swapped("an exchange", "_data/contacts/H-08.yml", '"0295 330 256"', '"vaihde 02 434 3111"', "bad-phone"),
        swapped("hours", "_data/contacts/H-07.yml", '"0295 163 595"', '"02 434 3111 (klo 9–12)"', "bad-phone"),
        swapped("two", "_data/contacts/H-06.yml", '"0295 330 267"', '"02 434 3111 tai 02 434 3112"', "bad-phone"),
    ),
    "days to come": (
        swapped("of checking", FI, "checked: 2026-11-23", "checked: 2027-11-23", "impossible-date"),
        swapped("of a contact", LEADER, "as_of: 2017-06-01", "as_of: 2071-06-01", "impossible-date"),
        swapped("of a source", ORGANISER, "seen: 20", "seen: 21", "impossible-date"),
        event("tuleva-paja", "date:", date="2027-03", phase="after", rule="impossible-date"),
    ),
    "weekdays": (
        said("in Finnish", Lang.FI, "Haku alkoi tiistaina 20.1.2020.", "impossible-date"),
        said("in Swedish", Lang.SV, "Ansökan började fredagen den 20 januari 2020.", "impossible-date"),
        said("shortened", Lang.FI, "Paja on ke 24.10.2019.", "impossible-date"),
    ),
    "hours": (
        said("in Finnish", Lang.FI, "Paja alkaa klo 25.30.", "impossible-date"),
        said("in Swedish", Lang.SV, "Workshopen börjar kl. 12.75.", "impossible-date"),
        said("a span", Lang.FI, "Paja on klo 14–12.", "impossible-date"),
    ),
    "spans that end before they begin": (
        said("days", Lang.FI, "Haku oli auki 4.11.–1.9.2016.", "impossible-date"),
        said("in words", Lang.SV, "Ansökan var öppen 4 november–1 september 2016.", "impossible-date"),
        swapped("in a record", RATED, "fi: 2017–2018", "fi: 2018–2017", "impossible-date"),
        said("dates", Lang.FI, "Työ kesti 1.3.2019–30.6.2018.", "impossible-date"),
    ),
    "figures of other languages": (
        said("a day", Lang.FI, "Haku päättyi 2020/03/31.", "foreign-figure"),
        said("a day as in data", Lang.SV, "Ansökan slutade 2020-03-31.", "foreign-figure"),
        said("a decimal point", Lang.FI, "Rahaa oli 1.4 miljoonaa euroa.", "foreign-figure"),
        said("a sum", Lang.SV, "Summan var € 1,400,000.", "foreign-figure"),
        swapped("in a record", MONEY, "921 600 euroa", "921.600 euroa", "foreign-figure", "fi: Haku luvattiin"),
    ),
    "sums a thousand times too large or small": (
        swapped("of a grant", MONEY, "amount: 5800000", "amount: 5800", "unlikely-sum"),
        swapped("of another", RATED, "amount: 19000000", "amount: 19000000000", "unlikely-sum"),
        swapped("of a region", "_data/regions/lappi.yml", "id: lappi\n", "id: lappi\ngrant: 900\n", "field-not-in-fact", "grant:"),
    ),
    "figures that the facts of a record do not have": (
        swapped("two figures of a sum changed places", "_data/funding/ensimmainen-vaihe.yml", "amount: 37500000", "amount: 35700000",
                "field-not-in-fact"),
        swapped("a zero too few", "_data/funding/iakkaiden-palvelut.yml", "amount: 30000000", "amount: 3000000", "field-not-in-fact"),
        swapped("a number of centres", "_data/family-centres.yml", "working: 117", "working: 171", "field-not-in-fact"),
        swapped("a sum in millions, in both languages", "_data/figures.yml", "fi: 37,5 milj. €\n    sv: 37,5 milj. €",
                "fi: 35,7 milj. €\n    sv: 35,7 milj. €", "number-not-in-fact"),
    ),
    "days that the facts of an event do not have": (
        swapped("of another day", "_data/timeline/agenttihaku-2018.yml", "2018-09-17", "2018-09-07", "field-not-in-fact", "date:"),
        swapped("of another month", "_data/timeline/aluevaalit.yml", "2022-01-23", "2022-02-23", "field-not-in-fact", "date:"),
        swapped("of another year", "_data/timeline/arvioinnin-loppuraportti.yml", "2019-03-08", "2018-03-08", "field-not-in-fact", "date:"),
    ),
    "figures without a source in both languages": (
        uncited("a paragraph", "Avustuksista käytettiin lopulta 87 prosenttia.", "Av understöden användes till slut 87 procent."),
        uncited("an item", "- hankkeita oli 46", "- projekten var 46"),
        uncited("a day", "Seuraava kokous oli 14.6.2011.", "Nästa möte hölls den 14 juni 2011."),
    ),
    "indents of languages": (
        swapped("of the first", "_data/timeline/marinin-hallitus.yml", "title:\n  fi:", "title:\nfi:", "yaml-syntax", "fi:"),
        swapped("of the second", "_data/timeline/rinteen-hallitus.yml", "\n  sv:", "\nsv:", "yaml-syntax", "sv:"),
        swapped("a tab", "_data/timeline/vip-verkosto.yml", "title:\n  fi:", "title:\n\tfi:", "yaml-syntax", "\tfi:"),
    ),
    "events outside their phase": (
        event("vanha-paja", "date:", date="2014-03", rule="outside-phase"),
        event("myohainen-paja", "date:", date="2021-03", rule="outside-phase"),
        swapped("another phase", BEGAN, "phase: phase-2", "phase: preparation", "outside-phase", "date:"),
    ),
    "hyphens": (
        said("of a genitive", Lang.FI, "Työ tukee lasten- ja nuorten arkea.", "loose-hyphen"),
        said("inside a word", Lang.FI, "Apu on lapsi- perheiden lähellä.", "loose-hyphen"),
        said("without a gap", Lang.FI, "Mukana ovat sosiaali-ja terveyspalvelut.", "loose-hyphen"),
        said("in Swedish", Lang.SV, "Arbetet stöder barnens- och ungas vardag.", "loose-hyphen"),
    ),
    "the programme's name": (
        said("in small letters", Lang.FI, "Lape-työ jatkuu.", "other-form-of-name"),
        said("inside a word", Lang.SV, "LaPe:s arbete går vidare.", "other-form-of-name"),
        said("in other words", Lang.FI, "Lapsi- ja perhepalvelujen muutosohjelma jatkuu.", "forbidden-term"),
    ),
    "abbreviations of the other language": (
        said("in Finnish", Lang.FI, "SHM:n ohje on uusi.", "other-form-of-name"),
        said("in Swedish", Lang.SV, "Anvisningen från STM är ny.", "other-form-of-name"),
        said("of another ministry", Lang.SV, "OKM:s anvisning är ny.", "other-form-of-name"),
        swapped("in a record", BIRKALAND, "Alla kommuner", "Enligt OKM alla kommuner", "other-form-of-name"),
    ),
    "names that differ by a letter": (
        Mistake("a firm", (add(STEER_FI, "\nSelvityksen teki Owal Group.\n"), add(STEER_SV, "\nUtredningen gjordes av Oval Group.\n")),
                "unlike-names", STEER_SV, "Oval"),
        Mistake("a person", (add(FLOW_FI, "\nMaija Virtasen mukaan työ jatkuu.\n"),
                             add(FLOW_SV, "\nEnligt Maija Virtala går arbetet vidare.\n")), "unlike-names", FLOW_SV, "Virtala"),
        Mistake("a project", (add(GOALS_FI, "\nHankkeen nimi oli Pelkonen.\n"), add(GOALS_SV, "\nProjektet hette Pelkomen.\n")),
                "unlike-names", GOALS_SV, "Pelkomen"),
    ),
    "quotation marks": (
        said("English", Lang.FI, "Esitteessä luki “Perhe ensin”.", "other-quotes"),
        said("German", Lang.SV, "Där stod „Familjen först“.", "other-quotes"),
        swapped("in a record", BIRKALAND, "Mukana olivat", "“Mukana” olivat", "other-quotes"),
    ),
    "cut values": (
        swapped("of an event", BEGAN, "avustushaku alkoi", "haku #1 alkoi", "cut-value"),
        swapped("of a theme, by a comment", THEME, "fi: Perhekeskus\n", "fi: Perhekeskus # uusi\n", "cut-value"),
        swapped("of a page", SV, "description: ", "description: Nr #2 ", "cut-value"),
    ),
    "pictures and documents": (
        stored("of a telephone", "teemat/talo.heic", b"\0\0\0\x18ftypheic", "unpublished-file"),
        stored("of a camera", "teemat/piha.png", picture((4000, 3000)), "large-image"),
        stored("wide", "teemat/rivi.png", picture((2600, 100)), "large-image"),
        stored("heavy", "teemat/esite.pdf", b"%PDF-1.7" + b"x" * 5_100_000, "large-image"),
        stored("of an office", "teemat/esite.docx", b"PK\3\4", "unpublished-file"),
    ),
    "pages outside the menu": (
        Mistake("at the top", (add("uutta.fi.md", "# Uutta\n\nTyö jatkuu.[^P-077]\n"),
                               add("uutta.sv.md", "# Nytt\n\nArbetet går vidare.[^P-077]\n")), "not-in-menu", "uutta.fi.md"),
        Mistake("in a folder of its own", (add("uusi/apua.fi.md", "# Apua\n\nTyö jatkuu.[^P-077]\n"),
                                           add("uusi/apua.sv.md", "# Hjälp\n\nArbetet går vidare.[^P-077]\n")),
                "not-in-menu", "uusi/apua.fi.md"),
        swapped("gone from it", MENU, "    - teemat/tiedonkulku\n", "    - teemat/tiedonkulut\n", "unknown-reference"),
    ),
    "names for ids": (
        swapped("of a phase", BEGAN, "phase: phase-2", "phase: Toinen vaihe", "unknown-reference"),
        swapped("of a theme", BEGAN, "[perhekeskus, varhainen-tuki]", "[Familjecenter, varhainen-tuki]", "unknown-reference"),
        swapped("of a status", CALL, "status: done", "status: toteutunut", "not-allowed"),
        swapped("of an organisation", LEADER, "organisation: okm", "organisation: OKM", "unknown-reference"),
    ),
}  # fmt: skip

NOT_TOLD_YET = {
    # http, where no other address shows that the host has https
    ("addresses that are open to all", "an organiser"),
    # Virtanen and Virtala are both names
    ("names that differ by a letter", "a person"),
    # a number sign with a space after it is a comment for editors
    ("cut values", "of a theme, by a comment"),
}
"""Mistakes by kind and name that are told elsewhere or not at all, and why."""
